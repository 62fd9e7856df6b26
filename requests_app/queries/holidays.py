"""The bank holiday table as the core takes it, read once and kept until staff change it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.db.models import Count, Subquery, Value

from requests_app.core.calendars import Calendar, Holiday, HolidayTable, calendar_for, london_day
from requests_app.core.dates import in_words
from requests_app.core.holiday_changes import KnownHoliday
from requests_app.core.states import Regime
from requests_app.models import BankHoliday, HolidayRefresh

NEAR_ITS_END = timedelta(days=365)
"""How long before the table ends staff are warned: dates of a running request may lie most of a year ahead."""
SILENCE = timedelta(days=60)
"""How long GOV.UK's list may go unread before staff are warned."""
ASK_AGAIN = timedelta(days=8)
"""A little more than the week between two tries: what beat missed is made up for."""

_kept: dict[object, HolidayTable] = {}

_LAST_CHANGE = BankHoliday.history.model.objects.order_by("-history_id")[:1]
_STATE = BankHoliday.objects.order_by("-pk").values_list(
    "pk",
    Subquery(BankHoliday.objects.order_by().values(one=Value(1)).values(n=Count("pk"))),
    # SQLite gives the id of a change that was rolled back to the next one: what it says tells them apart.
    *(Subquery(_LAST_CHANGE.values(name)) for name in ("history_id", "history_date", "on", "division")),
)[:1]
"""What tells one state of the table from the next; no row where it is empty. Every page asks: it is built once."""


def holiday_table() -> HolidayTable:
    """The table as it stands. One small query says whether the copy kept by this process is still true.

    Its horizon is the last day of the last year that has a holiday in every division.
    """
    key = str(list(_STATE.all()))
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


def known_holidays() -> list[KnownHoliday]:
    """Every row of the table, with whether a person made or last edited it in the admin. Two queries."""
    by_hand = set(BankHoliday.history.filter(history_user__isnull=False).values_list("id", flat=True))
    return [
        KnownHoliday(row.on, row.division, row.title, by_hand=row.pk in by_hand)
        for row in BankHoliday.objects.all()
    ]


def table_warnings(*, today: date) -> list[str]:
    """What staff should know of the holiday table: that it ends soon, or that nobody compares it any more."""
    return [*horizon_warnings(today=today), *_refresh_warnings(today=today)]


def horizon_warnings(*, today: date) -> list[str]:
    """That the table is empty, or ends within a year of ``today``."""
    table = holiday_table()
    if table.horizon < table.first:
        return ["The bank holiday table is empty: no date can be computed."]
    if table.horizon < today + NEAR_ITS_END:
        ends = f"The bank holiday table ends on {in_words(table.horizon)}: dates after that are not computed."
        return [f"{ends} Bring it up to date with “manage.py refresh_bank_holidays”, or add the days here."]
    return []


def _refresh_warnings(*, today: date) -> list[str]:
    latest = HolidayRefresh.objects.first()
    good = HolidayRefresh.objects.filter(ok=True).first()
    warnings = []
    if good is None:
        warnings.append(
            "The bank holiday table has not been compared with GOV.UK’s list yet: set BANK_HOLIDAYS_URL, or give "
            "“manage.py refresh_bank_holidays” a file."
        )
    elif london_day(good.at) < today - SILENCE:
        warnings.append(
            f"The bank holiday table was last compared with GOV.UK’s list on {in_words(london_day(good.at))}."
        )
    if latest is not None and not latest.ok:
        warnings.append(f"The last try, on {in_words(london_day(latest.at))}, failed. {latest.sentence}")
    return warnings


def refresh_due(*, now: datetime) -> bool:
    """Whether more than a week has gone by since anybody tried to compare the table."""
    return not HolidayRefresh.objects.filter(at__gt=now - ASK_AGAIN).exists()
