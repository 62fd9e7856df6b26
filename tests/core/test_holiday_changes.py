"""What a newer list changes, whether it is believed, and which day is named for a date that moved."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.errors import BadInput
from requests_app.core.holiday_changes import (
    HolidayChange,
    KnownHoliday,
    What,
    difference,
    explain,
    in_short,
    touches,
)

TODAY = date(2026, 2, 10)
WORLD_CUP = date(2026, 6, 15)
NATIONS = ("england-and-wales", "scotland", "northern-ireland")
# Eight plain days a year, the fewest any nation has.
PLAIN = [(month, 10) for month in range(1, 9)]

Days = dict[date, str]


def a_list(*years: int) -> dict[str, Days]:
    return {
        nation: {date(year, month, day): "Holiday" for year in years for month, day in PLAIN}
        for nation in NATIONS
    }


def table(feed: dict[str, Days], *, by_hand: tuple[date, ...] = ()) -> list[KnownHoliday]:
    return [
        KnownHoliday(on, division, title, by_hand=on in by_hand)
        for division, days in feed.items()
        for on, title in days.items()
    ]


def change(
    on: date = WORLD_CUP, division: str = "scotland", what: What = What.ADDED, title: str = "World Cup"
) -> HolidayChange:
    return HolidayChange(on, title, division, what)


def test_a_list_that_says_the_same_changes_nothing() -> None:
    assert difference(table(a_list(2026)), a_list(2026), today=TODAY).changes == ()


def test_a_proclaimed_day_is_added_and_a_past_one_too() -> None:
    feed = a_list(2025, 2026)
    feed["scotland"] |= {WORLD_CUP: "World Cup", date(2025, 3, 3): "Forgotten"}
    found = difference(table(a_list(2025, 2026)), feed, today=TODAY)
    assert [each.sentence for each in found.changes] == [
        "Mon 3 Mar 2025, Forgotten, Scotland",
        "Mon 15 Jun 2026, World Cup, Scotland",
    ]
    assert all(each.what is What.ADDED for each in found.changes)


def test_a_day_ahead_is_removed_where_the_list_speaks_of_its_year() -> None:
    ours = a_list(2026)
    ours["scotland"][WORLD_CUP] = "World Cup"
    found = difference(table(ours), a_list(2026), today=TODAY)
    assert found.changes == (change(what=What.REMOVED),)


@pytest.mark.parametrize("today", [WORLD_CUP, date(2026, 6, 16)])
def test_a_day_that_is_today_or_past_is_never_removed(today: date) -> None:
    ours = a_list(2026)
    ours["scotland"][WORLD_CUP] = "World Cup"
    assert difference(table(ours), a_list(2026), today=today).changes == ()


def test_years_the_list_has_dropped_or_does_not_reach_are_left_alone() -> None:
    assert difference(table(a_list(*range(2015, 2029))), a_list(2025, 2026), today=TODAY).changes == ()


def test_a_year_listed_for_one_nation_says_nothing_of_the_others() -> None:
    feed = a_list(2026)
    feed["scotland"] |= a_list(2027)["scotland"]
    ours = a_list(2026, 2027)
    assert difference(table(ours), feed, today=TODAY).changes == ()


def test_a_day_entered_by_hand_stays_and_is_told() -> None:
    ours = a_list(2026)
    ours["scotland"][WORLD_CUP] = "World Cup"
    found = difference(table(ours, by_hand=(WORLD_CUP,)), a_list(2026), today=TODAY)
    assert found.changes == ()
    assert found.kept == (KnownHoliday(WORLD_CUP, "scotland", "World Cup", by_hand=True),)


def test_three_days_may_go_at_once_and_four_may_not() -> None:
    ours = a_list(2026)
    for nation in NATIONS:
        ours[nation][WORLD_CUP] = "Moved"
    assert len(difference(table(ours), a_list(2026), today=TODAY).removed) == 3
    ours["scotland"][date(2026, 6, 16)] = "Moved"
    with pytest.raises(BadInput, match="would remove 4 days at once, the first being Mon 15 Jun 2026, Moved"):
        difference(table(ours), a_list(2026), today=TODAY)


@pytest.mark.parametrize("number", [1, 5])
def test_a_year_with_too_few_days_is_not_believed(number: int) -> None:
    feed = a_list(2026)
    feed["scotland"] = dict(list(feed["scotland"].items())[:number])
    with pytest.raises(BadInput, match=f"it has {number} bank holidays? for Scotland in 2026"):
        difference(table(a_list(2026)), feed, today=TODAY)


def test_six_days_are_believed() -> None:
    feed = a_list(2026)
    for nation in NATIONS:
        feed[nation] = dict(list(feed[nation].items())[:6])
    difference([], feed, today=TODAY)


def test_a_year_of_nothing_but_holidays_is_not_believed() -> None:
    feed = a_list(2026)
    feed["scotland"] |= {date(2026, 9, day): "Holiday" for day in range(1, 15)}
    with pytest.raises(BadInput, match="22 bank holidays for Scotland in 2026"):
        difference(table(a_list(2026)), feed, today=TODAY)


def test_a_date_with_a_wrong_century_is_not_believed() -> None:
    feed = a_list(2026)
    feed["scotland"][date(2062, 6, 15)] = "World Cup"
    with pytest.raises(BadInput, match="1 bank holiday for Scotland in 2062"):
        difference(table(a_list(2026)), feed, today=TODAY)


def test_a_list_that_has_ended_is_not_believed() -> None:
    with pytest.raises(BadInput, match="it ends with 2025"):
        difference(table(a_list(2026)), a_list(2024, 2025), today=TODAY)


def test_a_division_without_days_is_not_believed() -> None:
    with pytest.raises(BadInput, match="it has no bank holidays for Scotland"):
        difference([], {**a_list(2026), "scotland": {}}, today=TODAY)


@given(
    st.sets(st.tuples(st.sampled_from(NATIONS), st.dates(date(2026, 1, 1), date(2027, 12, 31))), max_size=6)
)
def test_applying_a_difference_leaves_nothing_to_add(extra: set[tuple[str, date]]) -> None:
    feed = a_list(2026, 2027)
    for nation, on in extra:
        feed[nation].setdefault(on, "More")
    first = difference(table(a_list(2026)), feed, today=TODAY)
    after = table(a_list(2026)) + [KnownHoliday(each.on, each.division, each.title) for each in first.added]
    assert difference(after, feed, today=TODAY).changes == ()


# Words


def test_one_day_of_several_nations_is_one_phrase() -> None:
    assert in_short([change()]) == "Mon 15 Jun 2026 was proclaimed a bank holiday in Scotland"
    everywhere = [change(division=nation) for nation in NATIONS]
    assert in_short(everywhere) == "Mon 15 Jun 2026 was proclaimed a bank holiday in the whole United Kingdom"


def test_many_days_are_counted_and_none_is_silence() -> None:
    days = [change(on=date(2029, month, 1)) for month in range(1, 6)]
    assert in_short(days) == "5 bank holidays changed, the first of them Mon 1 Jan 2029"
    assert in_short([]) == ""


def test_the_day_inside_the_count_is_named_and_not_the_one_before_it() -> None:
    before, inside = change(on=date(2026, 6, 1)), change()
    words = explain(
        [before, inside],
        scottish=False,
        began=date(2026, 5, 1),
        after=date(2026, 6, 8),
        until=date(2026, 7, 7),
    )
    assert words == "Mon 15 Jun 2026 was proclaimed a bank holiday in Scotland"


def test_a_date_that_rests_on_an_earlier_count_names_the_day_in_that_one() -> None:
    words = explain(
        [change(), change(on=date(2026, 1, 5))],
        scottish=False,
        began=date(2026, 6, 1),
        after=date(2026, 7, 7),
        until=date(2026, 9, 1),
    )
    assert words == "Mon 15 Jun 2026 was proclaimed a bank holiday in Scotland"


def test_a_scottish_date_is_not_explained_by_another_nations_day() -> None:
    elsewhere = [change(division="northern-ireland"), change(what=What.RENAMED)]
    assert (
        explain(
            elsewhere, scottish=True, began=date(2026, 6, 1), after=date(2026, 6, 1), until=date(2026, 7, 7)
        )
        == ""
    )
    assert not touches(elsewhere[0], scottish=True)
    assert touches(elsewhere[0], scottish=False)


def test_a_change_survives_being_kept() -> None:
    assert HolidayChange.from_json(change().to_json()) == change()
