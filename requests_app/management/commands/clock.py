"""The statutory clock on the command line: events in, dates and their working out. Needs no database."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import clock_from_json
from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, EventKind, Regime

BANK_HOLIDAYS = Path(__file__).resolve().parents[2] / "data" / "bank_holidays.json"

EXPLANATION = f"""\
Compute the statutory clock of one request, or of a list of them.

The input is one JSON object or a list: id, regime ({", ".join(Regime)}), authority_kind, events (type, date
and what the type needs, in any order) and optionally today. A list always exits 0: an item that can't be
computed comes back as id and error. A single object that can't be computed exits 2.
"""

MORE = f"""\
authority kinds: {", ".join(AuthorityKind)}

event types: {", ".join(EventKind)}

A receipt whose source is "authority" is what the authority says of it. A date may be null: not stated.

example:
  echo '{{"id": "1", "regime": "FOIA", "authority_kind": "police_ew",
         "events": [{{"type": "received", "date": "2026-03-02"}}]}}' | ./manage.py clock --json
"""


class Command(BaseCommand):
    """``clock [FILE] --json``: contract in law/CONTRACT.md."""

    help = EXPLANATION
    requires_system_checks: list[str] = []  # no database, no site: a calculation

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """Keep the line breaks of the help."""
        return super().create_parser(
            prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, epilog=MORE, **kwargs
        )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """FILE and --json."""
        parser.add_argument("file", nargs="?", metavar="FILE", help="JSON; standard input when absent or -")
        parser.add_argument("--json", action="store_true", help="print JSON instead of lines for people")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, compute, print."""
        given = self._read(options["file"])
        holidays = HolidayTable.from_json(json.loads(BANK_HOLIDAYS.read_text(encoding="utf-8")))
        if isinstance(given, list):
            answer: Any = [answer_item(item, holidays) for item in given]
        else:
            try:
                answer = clock_from_json(given, holidays)
            except ClockError as error:
                raise CommandError(one_line(error.sentence), returncode=2) from error
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            for item in answer if isinstance(answer, list) else [answer]:
                self.stdout.write(in_lines(item))

    def _read(self, file: str | None) -> Any:
        name = "standard input" if file in (None, "-") else str(file)
        try:
            text = (
                sys.stdin.read() if file in (None, "-") else Path(str(file)).read_text(encoding="utf-8-sig")
            )
            return json.loads(text, parse_constant=_no_constant)
        except OSError as error:
            raise CommandError(f"{name} can't be read: {error.strerror}.", returncode=2) from error
        except (ValueError, RecursionError) as error:
            raise CommandError(
                one_line(f"{name} is not JSON ({error}); give one object or a list of objects."), returncode=2
            ) from error


def answer_item(item: object, holidays: HolidayTable) -> dict[str, Any]:
    """The clock of one item of a list, or its id and what is wrong with it."""
    try:
        return clock_from_json(item, holidays)
    except ClockError as error:
        return {"id": item.get("id") if isinstance(item, dict) else None, "error": error.sentence}


def in_lines(answer: dict[str, Any]) -> str:
    """One answer for people: state, dates, working, what is uncertain."""
    if "error" in answer:
        return f"{answer['id']}: {answer['error']}"
    lines = [f"{answer['id'] or 'request'}: {answer['state']}"]
    lines += [
        f"  {deadline['due_on']}  {deadline['label']} ({deadline['section'] or deadline['basis']})"
        for deadline in answer["deadlines"]
    ]
    lines += [
        f"  {step['text']}{' [' + step['section'] + ']' if step['section'] else ''}"
        for step in answer["working"]
    ]
    lines += [f"  uncertain: {reason}" for reason in answer["uncertain"]]
    return "\n".join(lines)


def one_line(text: str) -> str:
    """The text without line breaks, for standard error."""
    return " ".join(text.split())


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON value")
