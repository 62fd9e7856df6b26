"""``manage.py state_diagram``: write docs/states.md from the transition table, or check that it is still true."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from requests_app.management.state_diagram import states_page


class Command(BaseCommand):
    """Needs no database: a table in, a page out."""

    help = "Write docs/states.md from the transition table; with --check, only say whether it is up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """--check, and another file."""
        parser.add_argument(
            "--check", action="store_true", help="write nothing; exit 1 where the page is out of date"
        )
        parser.add_argument("--file", metavar="FILE", help="the page (default: docs/states.md)")

    def handle(self, *_args: object, **options: object) -> None:
        """Write or compare."""
        file = (
            Path(str(options["file"])) if options["file"] else Path(settings.BASE_DIR) / "docs" / "states.md"
        )
        page = states_page()
        if not options["check"]:
            file.write_text(page, encoding="utf-8")
            self.stdout.write(f"{file.name} is written.")
        elif not file.exists() or file.read_text(encoding="utf-8") != page:
            raise CommandError(
                f"{file} differs from the transition table: run `manage.py state_diagram` and commit what it writes."
            )
