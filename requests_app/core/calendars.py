"""Which days count: the working days of each Act, from a table of bank holidays.

FOIA and the EIR leave out bank holidays of *any part* of the United Kingdom, Scotland's Acts only Scottish
ones. Two calendars, then, and a third (England and Wales alone) that exists only to show people what the
usual mistake would have told them.

Every calendar is a table of days made once: counting is a look-up, however long the period.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.states import Regime

LONDON = ZoneInfo("Europe/London")

ENGLAND_AND_WALES = "england-and-wales"
SCOTLAND = "scotland"
NORTHERN_IRELAND = "northern-ireland"
NATION_NAMES = {
    ENGLAND_AND_WALES: "England and Wales",
    SCOTLAND: "Scotland",
    NORTHERN_IRELAND: "Northern Ireland",
}
EVERY_NATION = frozenset(NATION_NAMES)

# RULES.md 3.1: GOV.UK lists 2027 and 2028 ahead of some of the proclamations they need.
PROVISIONAL_FROM = date(2027, 1, 1)

_SATURDAY = 5


class OutsideTable(ClockError):
    """A day is needed for which nobody has published bank holidays, or which lies before our table."""


def london_day(moment: datetime) -> date:
    """The day in London at an aware ``moment``: 23:30 UTC on 29 June is 30 June there. Raises ClockError if naive."""
    if moment.tzinfo is None:
        raise ClockError(
            f"{moment.isoformat()} has no offset; give one, for example {moment.isoformat()}+00:00."
        )
    return moment.astimezone(LONDON).date()


def good_friday(year: int) -> date:
    """Good Friday of a Gregorian ``year``: two days before Easter by the anonymous (Meeus) reckoning."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap_centuries, leap_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - correction + 15) % 30
    quarters, quarter_rest = divmod(rest, 4)
    to_sunday = (32 + 2 * leap_rest + 2 * quarters - epact - quarter_rest) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1) - timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A bank holiday: its day, its name, and the nations that keep it (``england-and-wales``, ``scotland``,
    ``northern-ireland``).
    """

    on: date
    title: str
    nations: frozenset[str]

    @property
    def everywhere(self) -> bool:
        """Whether the whole United Kingdom keeps it."""
        return self.nations >= EVERY_NATION

    @property
    def where(self) -> str:
        """The nations in words, for example ``England, Wales and Northern Ireland``."""
        if self.everywhere:
            return "the whole United Kingdom"
        names = [NATION_NAMES[nation] for nation in NATION_NAMES if nation in self.nations]
        if len(names) == 2:
            return (
                f"{names[0].replace(' and ', ', ')} and {names[1]}"
                if " and " in names[0]
                else " and ".join(names)
            )
        return names[0]

    @property
    def name_and_nation(self) -> str:
        """``St Andrew's Day (Scotland)``; no nation where all keep it."""
        return self.title if self.everywhere else f"{self.title} ({self.where})"


@dataclass(frozen=True, slots=True)
class DayMark:
    """One day of the strip picture: its number if it counts, or why it does not."""

    on: date
    number: int | None
    why_skipped: str | None
    is_weekend: bool


class Calendar:
    """The working days between the first and last day of a holiday table, under one Act's definition.

    Raises ``OutsideTable`` whenever an answer would need a day the table does not hold.
    """

    def __init__(self, name: str, closed: Mapping[date, Holiday], first: date, horizon: date) -> None:
        self.name = name
        self.first = first
        self.horizon = horizon
        self._closed = dict(closed)
        self._offset = first.toordinal()
        self._working: list[date] = []
        closures: list[Holiday] = []
        # How many working days, and how many closures, lie between the table's first day and day i, both included.
        self._upto: list[int] = []
        self._closed_upto: list[int] = []
        for ordinal in range(first.toordinal(), horizon.toordinal() + 1):
            on = date.fromordinal(ordinal)
            if on.weekday() < _SATURDAY:
                if on in closed:
                    closures.append(closed[on])
                else:
                    self._working.append(on)
            self._upto.append(len(self._working))
            self._closed_upto.append(len(closures))
        self.closures: Sequence[Holiday] = tuple(closures)
        """The holidays that fall on weekdays, in order."""
        self._size = len(self._upto)
        # Where callers keep what they made of this calendar's days; it goes when the calendar goes.
        self.remembered: dict[Hashable, Any] = {}

    def __repr__(self) -> str:
        return f"<Calendar {self.name}, {self.first} to {self.horizon}>"

    def is_working_day(self, on: date) -> bool:
        """Whether ``on`` counts."""
        index = self._index(on)
        return self._upto[index] != (self._upto[index - 1] if index else 0)

    def holiday_on(self, on: date) -> Holiday | None:
        """The holiday this calendar keeps on ``on``, if any."""
        return self._closed.get(on)

    def add_working_days(self, trigger: date, n: int) -> date:
        """The ``n``-th working day after ``trigger``, which itself is never counted (n of at least 1)."""
        if n < 1:
            raise ClockError(f"{n} working days can't be counted; give 1 or more.")
        index = trigger.toordinal() - self._offset
        place = self._upto[index if 0 <= index < self._size else self._index(trigger)] + n - 1
        if place >= len(self._working):
            raise OutsideTable(
                f"{n} working days after {in_words(trigger)} end after {in_words(self.horizon)}, the last day of the bank "
                "holiday table, so no date is computed."
            )
        return self._working[place]

    def count(self, after: date, until: date) -> int:
        """Working days after ``after``, up to and including ``until``; negative where ``until`` is the earlier day."""
        return self._upto[self._index(until)] - self._upto[self._index(after)]

    def next_working_day(self, on: date) -> date:
        """The first working day after ``on``."""
        return self.add_working_days(on, 1)

    def previous_working_day(self, on: date) -> date:
        """The last working day before ``on``."""
        place = self._upto[self._index(on)] - 1 - self.is_working_day(on)
        if place < 0:
            raise OutsideTable(
                f"The working day before {in_words(on)} lies before {in_words(self.first)}, where our table begins."
            )
        return self._working[place]

    def on_or_after(self, on: date) -> date:
        """``on`` if it is a working day, else the next one."""
        return on if self.is_working_day(on) else self.next_working_day(on)

    def skipped(self, after: date, until: date) -> slice:
        """Which of ``closures`` lie after ``after``, up to and including ``until``."""
        return slice(self._closed_upto[self._index(after)], self._closed_upto[self._index(until)])

    def strip(self, trigger: date, until: date) -> tuple[DayMark, ...]:
        """Every day after ``trigger`` up to ``until``, numbered where it counts: the strip picture, left to right."""
        marks = []
        number = 0
        for ordinal in range(trigger.toordinal() + 1, until.toordinal() + 1):
            on = date.fromordinal(ordinal)
            counts = self.is_working_day(on)
            number += counts
            weekend = on.weekday() >= _SATURDAY
            holiday = None if weekend else self._closed.get(on)
            marks.append(
                DayMark(on, number if counts else None, holiday.name_and_nation if holiday else None, weekend)
            )
        return tuple(marks)

    def add_school_days(self, trigger: date, n: int, closures: Iterable[tuple[date, date]]) -> date:
        """The ``n``-th working day after ``trigger`` on which the school is not closed (SI 2004/3364 reg 3)."""
        ranges = tuple(closures)
        place = self._upto[self._index(trigger)]
        left = n
        for on in self._working[place:]:
            left -= not any(first <= on <= last for first, last in ranges)
            if not left:
                return on
        raise OutsideTable(
            f"{n} school days after {in_words(trigger)} end after {in_words(self.horizon)}, the last day of the bank "
            "holiday table, so no date is computed."
        )

    def _index(self, on: date) -> int:
        index = on.toordinal() - self._offset
        if 0 <= index < self._size:
            return index
        if index < 0:
            raise OutsideTable(
                f"{in_words(on)} lies before {in_words(self.first)}, where our bank holiday table begins, so no date is computed."
            )
        raise OutsideTable(
            f"{in_words(on)} lies after {in_words(self.horizon)}, the last day of the bank holiday table, so no date is computed."
        )


class HolidayTable:
    """The bank holidays we know of, from ``first`` to ``horizon``, and the calendars that follow from them.

    A table that ends before it begins is empty: nothing can be counted with it.
    ``provisional_from``: holidays on or after that day may still change; dates that reach it say so.
    """

    def __init__(
        self,
        holidays: Iterable[Holiday],
        first: date,
        horizon: date,
        *,
        provisional_from: date = PROVISIONAL_FROM,
    ) -> None:
        self.holidays = _merged(holidays)
        self.first = first
        self.horizon = horizon
        self.provisional_from = provisional_from

    @classmethod
    def from_json(cls, obj: Mapping[str, Any]) -> HolidayTable:
        """A table from the shape of ``data/bank_holidays.json``: ``holidays`` [{date, nations[], title}], ``horizon``;
        ``title`` is one for all, or an object of nation and title.

        It begins on 1 January of the year of its first holiday. Raises ClockError naming what is wrong.
        """
        try:
            holidays = [holiday for row in obj["holidays"] for holiday in _holidays_from_json(row)]
            horizon = date.fromisoformat(obj["horizon"])
        except (KeyError, TypeError, ValueError) as error:
            raise ClockError(
                f"The bank holiday table can't be read: {error!r}; see data/bank_holidays.json."
            ) from error
        if not holidays:
            raise ClockError(
                "The bank holiday table is empty: dates counted without holidays would be wrong."
            )
        return cls(holidays, date(min(holiday.on for holiday in holidays).year, 1, 1), horizon)

    @cached_property
    def uk(self) -> Calendar:
        """FOIA s.10(6): a bank holiday in any part of the United Kingdom; Christmas Day and Good Friday by name."""
        named = {day.on: day for year in self._years for day in (_christmas(year), _good_friday(year))}
        return self._calendar("United Kingdom", named, lambda _: True)

    @cached_property
    def scotland(self) -> Calendar:
        """FOISA s.73: a bank holiday in Scotland; Christmas Day by name. Good Friday because it is a bank holiday there."""
        named = {day.on: day for day in map(_christmas, self._years)}
        return self._calendar("Scotland", named, lambda holiday: SCOTLAND in holiday.nations)

    @cached_property
    def england_only(self) -> Calendar:
        """No Act's calendar: England and Wales alone, the usual mistake, shown for comparison."""
        named = {day.on: day for year in self._years for day in (_christmas(year), _good_friday(year))}
        return self._calendar(
            "England and Wales", named, lambda holiday: ENGLAND_AND_WALES in holiday.nations
        )

    @property
    def _years(self) -> range:
        return range(self.first.year, self.horizon.year + 1)

    def _calendar(self, name: str, named: dict[date, Holiday], kept: Callable[[Holiday], bool]) -> Calendar:
        closed = named | {holiday.on: holiday for holiday in self.holidays if kept(holiday)}
        return Calendar(name, closed, self.first, self.horizon)


def calendar_for(regime: Regime, table: HolidayTable) -> Calendar:
    """The calendar under which ``regime`` counts: Scotland's for FOISA and the EI(S)R, the union for the rest."""
    return table.scotland if regime is Regime.FOISA or regime is Regime.EISR else table.uk


def _christmas(year: int) -> Holiday:
    return Holiday(date(year, 12, 25), "Christmas Day", EVERY_NATION)


def _good_friday(year: int) -> Holiday:
    return Holiday(good_friday(year), "Good Friday", EVERY_NATION)


def _holidays_from_json(row: Mapping[str, Any]) -> list[Holiday]:
    """One holiday; or one for each nation, where ``title`` says what each calls the day."""
    nations = frozenset(row["nations"])
    if not nations or not nations <= EVERY_NATION:
        raise ClockError(f"{row['date']}: nations must be some of {', '.join(sorted(EVERY_NATION))}.")
    on, title = date.fromisoformat(row["date"]), row["title"]
    if isinstance(title, dict):
        return [Holiday(on, str(title[nation]), frozenset({nation})) for nation in sorted(nations)]
    return [Holiday(on, str(title), nations)]


def _merged(holidays: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """One holiday a day, in order: nations that name the same day differently are put together."""
    by_day: dict[date, Holiday] = {}
    for holiday in sorted(holidays, key=lambda holiday: (holiday.on, holiday.title)):
        known = by_day.get(holiday.on)
        if known is not None:
            title = (
                known.title
                if holiday.title in known.title.split(" / ")
                else f"{known.title} / {holiday.title}"
            )
            by_day[holiday.on] = Holiday(holiday.on, title, known.nations | holiday.nations)
        else:
            by_day[holiday.on] = holiday
    return tuple(by_day.values())
