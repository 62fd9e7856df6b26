"""Working days against an independent count, the Acts' own words, and another library's list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import holidays as holidays_package
import pytest

from requests_app.core.calendars import (
    DayMark,
    Holiday,
    HolidayTable,
    OutsideTable,
    calendar_for,
    good_friday,
    london_day,
)
from requests_app.core.errors import ClockError
from requests_app.core.states import Regime
from tests.core.clocks import BANK_HOLIDAYS, TABLE

UK, SCOTLAND = TABLE.uk, TABLE.scotland

GOOD_FRIDAYS = [
    "2015-04-03", "2016-03-25", "2017-04-14", "2018-03-30", "2019-04-19", "2020-04-10", "2021-04-02",
    "2022-04-15", "2023-04-07", "2024-03-29", "2025-04-18", "2026-04-03", "2027-03-26", "2028-04-14",
]  # fmt: skip


# The oracle: slow, naive, and made without looking at calendars.py. It knows the data file and the two sections.


def counts_under_section_10_6(on: date) -> bool:
    """FOIA s.10(6): not a Saturday, Sunday, Christmas Day, Good Friday, or bank holiday in any part of the UK."""
    if on.strftime("%A") in ("Saturday", "Sunday"):
        return False
    if (on.day, on.month) == (25, 12) or on.isoformat() in GOOD_FRIDAYS:
        return False
    return on.isoformat() not in ANYWHERE


def counts_under_section_73(on: date) -> bool:
    """FOISA s.73: not a Saturday, Sunday, Christmas Day, or bank holiday in Scotland."""
    if on.strftime("%A") in ("Saturday", "Sunday"):
        return False
    return (on.day, on.month) != (25, 12) and on.isoformat() not in IN_SCOTLAND


ANYWHERE = {row["date"] for row in BANK_HOLIDAYS["holidays"]}
IN_SCOTLAND = {row["date"] for row in BANK_HOLIDAYS["holidays"] if "scotland" in row["nations"]}


@pytest.mark.parametrize(
    ("regimes", "counts"),
    [
        ((Regime.FOIA, Regime.EIR, Regime.UKGDPR), counts_under_section_10_6),
        ((Regime.FOISA, Regime.EISR), counts_under_section_73),
    ],
)
def test_every_receipt_day_agrees_with_a_naive_count_of_20_40_and_60_working_days(
    regimes: tuple[Regime, ...], counts: Callable[[date], bool]
) -> None:
    first, last = date(2015, 1, 1), date(2028, 6, 30)
    horizon = date(2028, 12, 31)
    working = {
        on: counts(on) for on in (first + timedelta(days=n) for n in range((horizon - first).days + 1))
    }
    calendars = {calendar_for(regime, TABLE) for regime in regimes}
    assert len(calendars) == 1
    calendar = calendars.pop()
    received = first
    while received <= last:
        on, number = received, 0
        while number < 60:
            on += timedelta(days=1)
            number += working[on]
            if working[on] and number in (20, 40, 60):
                assert calendar.add_working_days(received, number) == on, (received, number)
                assert calendar.count(received, on) == number
        received += timedelta(days=1)


@pytest.mark.parametrize(
    ("nation", "subdivision", "weekend_days"),
    [
        # RULES.md 3.4: `holidays` lists the natural weekend date beside the substitute, GOV.UK the substitute only.
        ("england-and-wales", "ENG", [1, 1, 1, 0, 0, 1, 2, 2, 1, 0, 0, 1, 2, 1]),
        ("scotland", "SCT", [1, 2, 1, 0, 1, 1, 3, 3, 1, 1, 1, 1, 3, 2]),
        ("northern-ireland", "NIR", [2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 1]),
    ],
)
def test_the_table_differs_from_the_holidays_package_only_on_weekends(
    nation: str, subdivision: str, weekend_days: list[int]
) -> None:
    years = range(2015, 2029)
    theirs = set(holidays_package.country_holidays("GB", subdiv=subdivision, years=years))
    ours = {date.fromisoformat(row["date"]) for row in BANK_HOLIDAYS["holidays"] if nation in row["nations"]}
    assert not ours - theirs
    extra = sorted(theirs - ours)
    assert all(on.weekday() >= 5 for on in extra), extra
    assert [sum(on.year == year for on in extra) for year in years] == weekend_days


@pytest.mark.parametrize("text", GOOD_FRIDAYS)
def test_good_friday_is_computed_as_the_almanac_has_it(text: str) -> None:
    assert good_friday(int(text[:4])) == date.fromisoformat(text)


def test_the_last_day_of_the_table_is_in_it_and_the_next_is_not() -> None:
    whole_week = HolidayTable([], date(2026, 1, 1), date(2026, 1, 8))
    assert whole_week.uk.is_working_day(date(2026, 1, 8))
    with pytest.raises(OutsideTable):
        whole_week.uk.is_working_day(date(2026, 1, 9))


def test_good_friday_agrees_with_another_reckoning_in_every_gregorian_year() -> None:
    for year in range(1583, 2500):
        # Oudin's: the paschal full moon, then the Sunday after it.
        century, golden = year // 100, year % 19
        moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
        moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
        weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
        after_march = moon - weekday
        assert good_friday(year) == date(year, 3, 28) + timedelta(days=after_march - 2), year


@pytest.mark.parametrize(
    ("on", "uk", "scotland", "why"),
    [
        ("2026-03-17", False, True, "St Patrick's Day, RULES.md 1.2"),
        ("2026-04-03", False, False, "Good Friday: named in s.10(6), a bank holiday in Scotland"),
        ("2026-04-06", False, True, "Easter Monday is no bank holiday in Scotland"),
        ("2026-06-15", False, False, "World Cup, proclaimed for Scotland, RULES.md 3.3"),
        ("2026-07-13", False, True, "substitute for 12 July"),
        ("2026-08-03", False, False, "first Monday of August"),
        ("2026-08-31", False, True, "last Monday of August"),
        ("2026-11-30", False, False, "St Andrew's Day"),
        ("2022-09-19", False, False, "State Funeral"),
        ("2024-12-24", True, True, "Christmas Eve is ordinary"),
        ("2026-12-26", False, False, "a Saturday"),
    ],
)
def test_two_calendars_not_one(on: str, uk: bool, scotland: bool, why: str) -> None:
    assert UK.is_working_day(date.fromisoformat(on)) is uk, why
    assert SCOTLAND.is_working_day(date.fromisoformat(on)) is scotland, why


@pytest.mark.parametrize("year", range(2019, 2029))
def test_an_england_only_calendar_misses_the_days_of_rules_3_2(year: int) -> None:
    missed = [
        on
        for on in (date(year, 1, 1) + timedelta(days=n) for n in range(365))
        if TABLE.england_only.is_working_day(on) and not UK.is_working_day(on)
    ]
    assert len(missed) == (6 if year == 2026 else 5)


def test_christmas_day_and_good_friday_are_out_even_when_no_table_lists_them() -> None:
    bare = HolidayTable([], date(2026, 1, 1), date(2026, 12, 31))
    assert not bare.uk.is_working_day(date(2026, 12, 25))
    assert not bare.uk.is_working_day(date(2026, 4, 3))
    assert not bare.scotland.is_working_day(date(2026, 12, 25))
    assert bare.scotland.is_working_day(date(2026, 4, 3))


def test_neighbouring_working_days_are_found_from_working_days_and_from_weekends() -> None:
    assert UK.next_working_day(date(2026, 4, 2)) == date(2026, 4, 7)
    assert UK.next_working_day(date(2026, 4, 4)) == date(2026, 4, 7)
    assert UK.previous_working_day(date(2026, 4, 7)) == date(2026, 4, 2)
    assert UK.previous_working_day(date(2026, 4, 5)) == date(2026, 4, 2)
    assert UK.previous_working_day(date(2015, 1, 6)) == date(2015, 1, 5)
    assert UK.on_or_after(date(2026, 4, 3)) == date(2026, 4, 7)
    assert UK.on_or_after(date(2026, 4, 7)) == date(2026, 4, 7)


def test_counting_backwards_is_the_negative_of_counting_forwards() -> None:
    assert UK.count(date(2026, 2, 2), date(2026, 2, 9)) == 5
    assert UK.count(date(2026, 2, 9), date(2026, 2, 2)) == -5
    assert UK.count(date(2026, 2, 7), date(2026, 2, 8)) == 0


def test_the_strip_numbers_the_days_and_names_what_it_skips() -> None:
    strip = UK.strip(date(2026, 11, 26), date(2026, 12, 1))
    assert strip == (
        DayMark(date(2026, 11, 27), 1, None, is_weekend=False),
        DayMark(date(2026, 11, 28), None, None, is_weekend=True),
        DayMark(date(2026, 11, 29), None, None, is_weekend=True),
        DayMark(date(2026, 11, 30), None, "St Andrew's Day (Scotland)", is_weekend=False),
        DayMark(date(2026, 12, 1), 2, None, is_weekend=False),
    )


@pytest.mark.parametrize(
    ("nations", "where"),
    [
        ({"england-and-wales", "northern-ireland"}, "England, Wales and Northern Ireland"),
        ({"england-and-wales", "scotland"}, "England, Wales and Scotland"),
        ({"scotland", "northern-ireland"}, "Scotland and Northern Ireland"),
        ({"england-and-wales"}, "England and Wales"),
        ({"england-and-wales", "scotland", "northern-ireland"}, "the whole United Kingdom"),
    ],
)
def test_the_nations_of_a_holiday_read_as_a_sentence(nations: set[str], where: str) -> None:
    assert Holiday(date(2026, 1, 2), "A day", frozenset(nations)).where == where


def test_nations_that_name_one_day_differently_are_put_together() -> None:
    rows = [
        Holiday(date(2023, 1, 2), "New Year's Day (substitute)", frozenset({"england-and-wales"})),
        Holiday(date(2023, 1, 2), "2nd January", frozenset({"scotland"})),
        Holiday(date(2023, 1, 2), "2nd January", frozenset({"northern-ireland"})),
    ]
    (merged,) = HolidayTable(rows, date(2023, 1, 1), date(2023, 12, 31)).holidays
    assert merged.title == "2nd January / New Year's Day (substitute)"
    assert merged.everywhere


@pytest.mark.parametrize(
    "ask",
    [
        lambda: UK.is_working_day(date(2014, 12, 31)),
        lambda: UK.is_working_day(date(2029, 1, 1)),
        lambda: UK.add_working_days(date(2014, 12, 31), 1),
        lambda: UK.add_working_days(date(2028, 12, 4), 20),
        lambda: UK.add_working_days(date(2029, 1, 1), 1),
        lambda: UK.count(date(2028, 12, 1), date(2029, 1, 1)),
        lambda: UK.previous_working_day(date(2015, 1, 1)),
        lambda: UK.next_working_day(date(2028, 12, 29)),
        lambda: UK.add_school_days(date(2028, 12, 1), 30, []),
    ],
)
def test_a_day_outside_the_table_is_refused_not_guessed(ask: Callable[[], object]) -> None:
    with pytest.raises(OutsideTable, match=r"bank holiday table|table begins"):
        ask()


def test_the_last_day_of_the_table_can_still_be_counted_to() -> None:
    assert UK.add_working_days(date(2028, 12, 28), 1) == date(2028, 12, 29)
    assert UK.add_working_days(date(2015, 1, 1), 1) == date(2015, 1, 5)
    assert SCOTLAND.add_working_days(date(2015, 1, 1), 1) == date(2015, 1, 5)


def test_the_first_day_of_a_table_is_judged_like_any_other() -> None:
    assert not UK.is_working_day(date(2015, 1, 1))
    assert HolidayTable([], date(2026, 3, 2), date(2026, 3, 31)).uk.is_working_day(date(2026, 3, 2))


def test_an_empty_table_computes_nothing() -> None:
    nothing = HolidayTable([], date(2015, 1, 1), date(2014, 12, 31))
    with pytest.raises(OutsideTable):
        nothing.uk.is_working_day(date(2026, 3, 2))


def test_no_working_days_can_be_no_count() -> None:
    with pytest.raises(ClockError, match="1 or more"):
        UK.add_working_days(date(2026, 3, 2), 0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 29, 23, 30, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), date(2026, 12, 31)),
    ],
)
def test_a_moment_falls_on_the_day_it_is_in_london(moment: datetime, day: date) -> None:
    assert london_day(moment) == day


def test_a_moment_without_offset_is_refused() -> None:
    with pytest.raises(ClockError, match="no offset"):
        london_day(datetime(2026, 6, 29, 23, 30))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"holidays": []}, "empty"),
        ({"horizon": "the end"}, "can't be read"),
        ({"holidays": [{"date": "2026-01-01", "nations": ["wales"], "title": "New Year"}]}, "nations"),
        (
            {"holidays": [{"date": "2026-13-01", "nations": ["scotland"], "title": "New Year"}]},
            "can't be read",
        ),
        ({"holidays": [{"nations": ["scotland"], "title": "New Year"}]}, "can't be read"),
    ],
)
def test_a_damaged_table_is_refused_aloud(change: dict[str, Any], says: str) -> None:
    with pytest.raises(ClockError, match=says):
        HolidayTable.from_json({**BANK_HOLIDAYS, **change})


def test_a_day_with_a_name_for_each_nation_is_one_day_with_both_names() -> None:
    table = HolidayTable.from_json(BANK_HOLIDAYS)
    holiday = table.uk.holiday_on(date(2023, 1, 2))
    assert holiday is not None
    assert holiday.name_and_nation == "2nd January / New Year's Day"
    assert not [holiday.title for holiday in table.holidays if "{" in holiday.title]
