"""``manage.py refresh_bank_holidays``: compare the holiday table with GOV.UK's list and apply what changed."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from requests_app.core.calendars import NATION_NAMES
from requests_app.core.dates import in_words, plural
from requests_app.usecases import holidays, recomputations
from requests_app.usecases.holidays import Refreshed


class Command(BaseCommand):
    """Adds days, removes future ones the list no longer has, and moves the dates that rest on them."""

    help = (
        "Compare the bank holidays with GOV.UK's list (JSON, from a URL or a file), show the difference and apply it. "
        "A list that can't be read or believed changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from, whether to apply, and JSON."""
        parser.add_argument(
            "--from",
            dest="source",
            metavar="URL_OR_FILE",
            help="an http or https address, or a file (default: BANK_HOLIDAYS_URL)",
        )
        parser.add_argument("--check", action="store_true", help="say what would change, and change nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")

    def handle(self, *_args: object, **options: object) -> None:
        """Compare; apply; compute again what rests on it."""
        source = str(options["source"] or settings.BANK_HOLIDAYS_URL)
        if not source:
            raise CommandError(
                "Say where the list is: --from URL_OR_FILE, or set BANK_HOLIDAYS_URL.", returncode=2
            )
        now = timezone.now()
        if options["check"]:
            done = holidays.compare_with(source=source, now=now)
        else:
            done = holidays.refresh(source=source, now=now)
        if not done.ok:
            raise CommandError(" ".join(done.sentence.split()), returncode=2)
        counts: dict[str, int] = {}
        if done.recomputation is not None:
            counts = recomputations.run_all(recomputation=done.recomputation, now=now).counts
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(source, done, counts, applied=not options["check"])))
        else:
            self.stdout.write("\n".join(_in_lines(done, counts)))


def _as_json(source: str, done: Refreshed, counts: dict[str, int], *, applied: bool) -> dict[str, object]:
    return {
        "from": source,
        "applied": applied,
        "sentence": done.sentence,
        "added": [change.to_json() for change in done.difference.added],
        "removed": [change.to_json() for change in done.difference.removed],
        "kept": [
            {"on": day.on.isoformat(), "title": day.title, "division": day.division}
            for day in done.difference.kept
        ],
        **{name: counts.get(name, 0) for name in ("requests", "dates_moved", "not_computed", "people_told")},
    }


def _in_lines(done: Refreshed, counts: dict[str, int]) -> Iterator[str]:
    signs = {"added": "+", "removed": "-"}
    for change in done.difference.changes:
        yield f"{signs[change.what]} {change.sentence}"
    for day in done.difference.kept:
        yield f"  {in_words(day.on)}, {day.title}, {NATION_NAMES[day.division]}: not in the list, entered by hand, kept"
    yield done.sentence
    if counts:
        yield (
            f"{plural(counts['requests'], 'request')} computed again: {plural(counts['dates_moved'], 'date')} moved, "
            f"{plural(counts['people_told'], 'e-mail')} to those concerned, {counts['not_computed']} could not be computed."
        )
