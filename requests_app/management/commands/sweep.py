"""``manage.py sweep``: what the clock does each morning, by hand or for a given day."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.usecases.sweep import sweep


class Command(BaseCommand):
    """Notices dates, queues reminders, suggests drafts. Running it twice changes nothing the second time."""

    help = "What the clock does each morning: dates noticed, reminders queued, drafts suggested."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day, and JSON."""
        parser.add_argument(
            "--on", metavar="DATE", help="the day to sweep, such as 2026-12-09 (default: today)"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *_args: object, **options: object) -> None:
        """Sweep one day."""
        now = timezone.now()
        on = london_day(now)
        if options["on"]:
            try:
                on = date.fromisoformat(str(options["on"]))
            except ValueError:
                raise CommandError(
                    f"--on {options['on']}: give a day such as 2026-12-09.", returncode=2
                ) from None
        counts = {"on": on.isoformat(), **asdict(sweep(on=on, now=now))}
        if options["json"]:
            self.stdout.write(json.dumps(counts))
        else:
            self.stdout.write(
                f"{counts['on']}: {counts['deadlines_noticed']} dates noticed, {counts['reminders_queued']} "
                f"reminders queued, {counts['reminders_passed_over']} passed over, "
                f"{counts['drafts_suggested']} letters suggested."
            )
