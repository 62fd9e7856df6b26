"""The bank holiday table as the core takes it, read once and kept until staff change it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from django.db.models import Count, Max, Subquery

from requests_app.core.calendars import Calendar, Holiday, HolidayTable, calendar_for
from requests_app.core.states import Regime
from requests_app.models import BankHoliday

_kept: dict[object, HolidayTable] = {}


def holiday_table() -> HolidayTable:
    """The table as it stands. One small query says whether the copy kept by this process is still true.

    Its horizon is the last day of the last year that has a holiday in every division.
    """
    changes = BankHoliday.history.model.objects.order_by("-history_id").values("history_id")[:1]
    key = str(BankHoliday.objects.aggregate(n=Count("pk"), last=Max("pk"), changed=Max(Subquery(changes))))
    if key not in _kept:
        _kept.clear()
        _kept[key] = _read()
    return _kept[key]


def _read() -> HolidayTable:
    titles: dict[tuple[date, str], set[str]] = defaultdict(set)
    years: dict[str, set[int]] = defaultdict(set)
    for row in BankHoliday.objects.all():
        titles[row.on, row.title].add(row.division)
        years[row.division].add(row.on.year)
    complete = set.intersection(*years.values()) if years else set()
    holidays = [Holiday(on, title, frozenset(nations)) for (on, title), nations in sorted(titles.items())]
    first, last = (min(complete), max(complete)) if complete else (2015, 2014)
    return HolidayTable(holidays, date(first, 1, 1), date(last, 12, 31))


def calendar_of(regime: str) -> Calendar:
    """The working-day calendar of one regime."""
    return calendar_for(Regime(regime), holiday_table())


def calendars() -> Callable[[str], Calendar]:
    """What ``calendar_of`` does, for pages of many requests: the table is looked up once."""
    table = holiday_table()
    return lambda regime: calendar_for(Regime(regime), table)
