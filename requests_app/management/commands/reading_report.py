"""``manage.py reading_report``: which findings people correct most, by kind of finding and of authority."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.core.calendars import LONDON
from requests_app.queries.reading_report import Example, Rate, Report, kind_label, report


class Command(BaseCommand):
    """Prints how often what was read was right, changed, added and dropped."""

    help = "Which findings of the reading people correct, by kind of finding and of authority, with examples."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--since", metavar="DATE", help="only replies confirmed on this day or later (2026-12-06)"
        )
        parser.add_argument(
            "--examples", type=int, default=3, metavar="N", help="corrections shown of each kind"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        since = _day(options["since"]) if options["since"] else None
        found = report(since=since, examples=max(options["examples"], 0))
        if options["json"]:
            self.stdout.write(json.dumps(_shape(found, since), ensure_ascii=False, indent=2))
            return
        for line in _lines(found, since):
            self.stdout.write(line)


def _day(written: str) -> datetime:
    """The beginning of a day in London. Raises CommandError (exit 2)."""
    try:
        return datetime.combine(date.fromisoformat(written), time.min, tzinfo=LONDON)
    except ValueError as error:
        raise CommandError(f"{written} is no day; write it as 2026-12-06.", returncode=2) from error


def _shape(found: Report, since: datetime | None) -> dict[str, Any]:
    return {
        "since": since.date().isoformat() if since else None,
        "messages": found.messages,
        "by_what": [rate.to_json() for rate in found.by_what],
        "by_authority_kind": [rate.to_json() for rate in found.by_authority_kind],
        "examples": [asdict(example) for example in found.examples],
    }


def _lines(found: Report, since: datetime | None) -> list[str]:
    when = f" since {since:%d %b %Y}" if since else ""
    if not found.messages:
        return [f"No reading has been confirmed{when}: there is nothing to report."]
    lines = [f"{found.messages} message{'s' if found.messages != 1 else ''} confirmed{when}", "", _HEAD]
    lines += [_row(rate.what, rate) for rate in found.by_what]
    if found.by_authority_kind:
        lines += ["", "Corrected, by kind of authority", _HEAD]
        lines += [
            _row(f"{rate.what}, {kind_label(rate.authority_kind)}", rate) for rate in found.by_authority_kind
        ]
    if found.examples:
        lines += ["", "Latest corrections"]
        lines += [_example(example) for example in found.examples]
    return lines


_WIDTH = 48
_HEAD = f"{'finding':<{_WIDTH}} {'failed':>7} {'right':>6} {'changed':>8} {'added':>6} {'dropped':>8}"


def _row(name: str, rate: Rate) -> str:
    name = name if len(name) <= _WIDTH else f"{name[: _WIDTH - 1]}…"
    return f"{name:<{_WIDTH}} {rate.failed:>7.1%} {rate.right:>6} {rate.changed:>8} {rate.added:>6} {rate.dropped:>8}"


def _example(example: Example) -> str:
    about = f" {example.about}" if example.about else ""
    sure = f", {example.confidence:.2f} sure" if example.confidence is not None else ""
    proposed, made = " ".join(example.proposed.split()), " ".join(example.made.split())
    return (
        f"  {example.what}{about} {example.change}: “{proposed}” -> “{made}” "
        f"({example.authority}, message {example.message}{sure})"
    )
