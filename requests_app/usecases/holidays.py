"""The holiday table kept up to date, by GOV.UK's list or by staff; the clocks that rest on a changed day follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import structlog
from django.db import transaction

from requests_app.core.calendars import NATION_NAMES, london_day
from requests_app.core.dates import in_words, plural
from requests_app.core.errors import BadInput
from requests_app.core.holiday_changes import Difference, Feed, HolidayChange, What, difference
from requests_app.gateways.govuk_holidays import read_feed
from requests_app.models import BankHoliday, HolidayRefresh, Recomputation
from requests_app.queries.holidays import holiday_table, known_holidays
from requests_app.queries.recomputations import beyond_the_table
from requests_app.usecases.recomputations import plan_for_holidays

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What came of comparing the table with a list. ``ok`` false: the list was not believed, and nothing changed."""

    ok: bool
    sentence: str
    difference: Difference = field(default_factory=Difference)
    recomputation: Recomputation | None = None


def compare_with(*, source: str, now: datetime) -> Refreshed:
    """Say what the list at a URL or in a file would change. Writes nothing."""
    try:
        found = difference(known_holidays(), read_feed(source), today=london_day(now))
    except BadInput as error:
        return _refused(source, error)
    return Refreshed(True, _sentence(found, "would be"), found)


def refresh(*, source: str, now: datetime) -> Refreshed:
    """Compare with the list at a URL or in a file, apply what it changes, and keep what came of it.

    A list that can't be had or believed changes nothing. The list is fetched before anything is locked.
    """
    try:
        feed = read_feed(source)
        done = _apply(feed, source=source, now=now)
    except BadInput as error:
        done = _refused(source, error)
    HolidayRefresh.objects.create(at=now, ok=done.ok, source=source[:300], sentence=done.sentence[:500])
    log.info("holidays_refreshed", ok=done.ok, changes=len(done.difference.changes))
    return done


@transaction.atomic
def _apply(feed: Feed, *, source: str, now: datetime) -> Refreshed:
    # Two at once would both add the same day. The locked rows are read only afterwards, as the other left them.
    list(BankHoliday.objects.select_for_update().values_list("pk"))
    found = difference(known_holidays(), feed, today=london_day(now))
    if not found.changes:
        return Refreshed(True, _sentence(found, "were"), found)
    extent = _extent()
    for change in found.removed:
        BankHoliday.objects.get(on=change.on, division=change.division).delete()
    for change in found.added:
        BankHoliday.objects.create(
            on=change.on,
            division=change.division,
            title=change.title,
            source=f"GOV.UK's list, read {in_words(london_day(now))} from {source}"[:200],
        )
    recomputation = _follow_up(found.changes, extent=extent, now=now)
    return Refreshed(True, _sentence(found, "were"), found, recomputation)


@transaction.atomic
def save_holiday(*, holiday: BankHoliday, now: datetime) -> Recomputation | None:
    """Keep a day that staff added or edited, and compute the clocks it touches again. None where it touches none."""
    before = BankHoliday.objects.filter(pk=holiday.pk).first()
    extent = _extent()
    holiday.save()
    changes = _edited(before, holiday)
    return _follow_up(changes, extent=extent, now=now) if changes else None


@transaction.atomic
def delete_holidays(*, holidays: Sequence[BankHoliday], now: datetime) -> Recomputation:
    """Take days away that staff removed, and compute the clocks they touch again."""
    extent = _extent()
    changes = [_change(holiday, What.REMOVED) for holiday in holidays]
    for holiday in holidays:
        holiday.delete()
    return _follow_up(changes, extent=extent, now=now)


def _edited(before: BankHoliday | None, after: BankHoliday) -> list[HolidayChange]:
    if before is None:
        return [_change(after, What.ADDED)]
    if (before.on, before.division) == (after.on, after.division):
        return [_change(after, What.RENAMED)] if before.title != after.title else []
    return [_change(before, What.REMOVED), _change(after, What.ADDED)]


def _change(holiday: BankHoliday, what: What) -> HolidayChange:
    return HolidayChange(holiday.on, holiday.title, holiday.division, what)


def _extent() -> tuple[date, date]:
    table = holiday_table()
    return table.first, table.horizon


def _follow_up(
    changes: Sequence[HolidayChange], *, extent: tuple[date, date], now: datetime
) -> Recomputation:
    """Plan what rests on the changed days; and, where the table now spans other years, what lay outside it."""
    also = beyond_the_table() if _extent() != extent else ()
    return plan_for_holidays(changes=changes, also=also, now=now)


def _refused(source: str, error: BadInput) -> Refreshed:
    where = source if len(source) <= 150 else f"{source[:147]}..."
    return Refreshed(False, f"The list at {where} was not used, and nothing was changed: {error.sentence}.")


def _sentence(found: Difference, verb: str) -> str:
    if not found.changes and not found.kept:
        return "Our table agrees with the list: nothing to change."
    parts = []
    if found.added:
        parts.append(f"{plural(len(found.added), 'day')} {_number(verb, found.added)} added")
    if found.removed:
        parts.append(f"{plural(len(found.removed), 'day')} {_number(verb, found.removed)} removed")
    if not parts:
        parts.append("Nothing to change")
    if found.kept:
        days = ", ".join(f"{in_words(day.on)} in {NATION_NAMES[day.division]}" for day in found.kept[:3])
        parts.append(f"{plural(len(found.kept), 'day')} entered by hand that the list lacks stayed ({days})")
    return "; ".join(parts) + "."


def _number(verb: str, days: Sequence[object]) -> str:
    return "was" if verb == "were" and len(days) == 1 else verb
