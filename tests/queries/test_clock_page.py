"""One clock arranged for reading: distances, tones, pictures and facts, on any day and with any table."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import Any

import pytest

from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import run_clock
from requests_app.core.states import AuthorityKind, Regime
from requests_app.queries.clock_page import ClockPage, clock_page
from tests.core import test_clock_whole_onward, test_clock_whole_reply
from tests.core.clocks import KIND_OF, TABLE, event

R = ("received", "2026-03-02")
REFUSED = ("refusal", "2026-03-31")


def page(
    regime: str,
    *given: tuple[Any, ...],
    today: str,
    kind: AuthorityKind | None = None,
    table: HolidayTable = TABLE,
) -> ClockPage:
    """The page of events written as in the tests of the clock."""
    under = Regime(regime)
    events = [event(each[0], each[1], **(each[2] if len(each) > 2 else {})) for each in given]
    clock = run_clock(regime=under, authority_kind=kind or KIND_OF[under], events=events, holidays=table)
    return clock_page(clock, regime=under, events=events, table=table, today=date.fromisoformat(today))


def distances(found: ClockPage) -> dict[str, str]:
    return {each.label: each.distance for each in found.dates}


def facts(found: ClockPage) -> dict[str, object]:
    return {fact.name: fact.on or fact.value for fact in found.facts}


@pytest.mark.parametrize(
    ("today", "said", "tone"),
    [
        ("2026-03-10", "in 14 working days", ""),
        ("2026-03-24", "in 5 working days", "due"),
        ("2026-03-30", "in 1 working day", "due"),
        ("2026-03-31", "today", "due"),
        ("2026-04-01", "overdue since Wed 1 Apr 2026, 1 working day", "due"),
        ("2030-01-07", "overdue since Wed 1 Apr 2026, 1378 days", "due"),
        ("2012-03-02", "in 5142 days", ""),
    ],
)
def test_how_far_a_reply_is_from_today(today: str, said: str, tone: str) -> None:
    found = page("FOIA", R, today=today)
    assert (found.distance, found.tone) == (said, tone)


def test_between_a_friday_and_the_weekend_days_are_counted_and_no_working_days() -> None:
    found = page("FOIA", ("received", "2026-03-06"), today="2026-04-12")
    assert distances(found)["Reply due"] == "overdue since Thu 9 Apr 2026, 2 working days"
    late = page("FOIA", ("received", "2026-10-23"), today="2026-11-22")
    assert late.distance == "overdue since Sat 21 Nov 2026, 2 days"


def test_a_right_about_to_be_lost_is_a_risk_only_where_the_law_sets_the_day() -> None:
    scottish = page("FOISA", R, ("refusal", "2026-04-10"), today="2026-06-08")
    code = page("FOIA", R, REFUSED, today="2026-05-29")
    assert (scottish.tone, code.tone) == ("risk", "due")


def test_a_right_that_ran_out_has_passed_and_is_not_overdue() -> None:
    found = page("FOIA", R, REFUSED, today="2026-06-03")
    assert (found.distance, found.move, found.tone) == ("passed 2 working days ago", "Nobody has to act", "")


def test_what_came_is_settled_and_says_when_it_came_too_late() -> None:
    found = distances(page("FOIA", R, ("refusal", "2026-04-01"), today="2026-04-02"))
    assert found["Reply due"] == "settled on Wed 1 Apr 2026, after that day"
    assert found["Extension notice by"] == "settled"


def test_the_day_for_an_extension_notice_passes_without_anybody_being_late() -> None:
    assert (
        distances(page("FOIA", R, today="2026-04-02"))["Extension notice by"] == "passed 2 working days ago"
    )


def test_a_range_has_two_distances_until_its_earlier_end() -> None:
    school = AuthorityKind.ACADEMY
    before = page("FOIA", R, today="2026-03-10", kind=school)
    assert before.distance == "the earlier day in 14 working days, the later in 54 working days"
    assert page("FOIA", R, today="2026-04-01", kind=school).distance == "in 39 working days"


def test_dates_stand_in_the_order_of_their_days() -> None:
    found = page("FOIA", R, REFUSED, ("internal_review_requested", "2026-04-20"), today="2026-05-01")
    days = [each.on for each in found.dates]
    assert days == sorted(days)
    assert len(days) == 5


def test_a_settled_date_says_nothing_of_what_opens_after_it() -> None:
    opens = {each.label: each.opens for each in page("FOIA", R, REFUSED, today="2026-04-02").dates}
    assert opens == {
        "Reply due": "",
        "Extension notice by": "",
        "Ask for a review by": "After it a review may be refused.",
    }


def test_the_picture_begins_with_receipt_and_ends_with_the_last_day() -> None:
    strip = page("FOIA", R, today="2026-03-10").strip
    assert (strip[0].on, strip[0].number, strip[-1].on, strip[-1].number) == (
        date(2026, 3, 2),
        None,
        date(2026, 3, 31),
        20,
    )
    assert [day.on for day in strip if day.is_today] == [date(2026, 3, 10)]
    assert [day.on for day in strip if day.is_last] == [date(2026, 3, 31)]


@pytest.mark.parametrize(
    "given",
    [
        (R, ("fee_notice", "2026-03-10"), ("fee_paid", "2026-03-20")),
        (
            R,
            ("fee_notice", "2026-03-04"),
            ("fee_paid", "2026-03-06"),
            ("fee_notice", "2026-03-18"),
            ("fee_paid", "2026-03-19"),
        ),
    ],
)
def test_days_paused_for_a_fee_are_not_numbered_and_the_last_is_still_the_twentieth(
    given: tuple[Any, ...],
) -> None:
    found = page("FOIA", *given, today="2026-03-10")
    assert found.strip[-1].number == 20
    paused = [day.on for day in found.strip if day.why_skipped == "a fee was awaited"]
    assert paused[0] == date.fromisoformat(given[1][1])
    assert found.england == ""


def test_a_school_s_picture_numbers_school_days_while_they_decide() -> None:
    summer = {"non_school_days": [("2026-07-22", "2026-09-02")]}
    found = page("FOIA", ("received", "2026-07-14", summer), today="2026-09-10", kind=AuthorityKind.ACADEMY)
    assert (found.strip[-1].on, found.strip[-1].number) == (date(2026, 9, 23), 20)


def test_where_the_sixtieth_working_day_decides_closed_days_are_numbered_too() -> None:
    long = {"non_school_days": [("2026-07-15", "2026-10-30")]}
    found = page("FOIA", ("received", "2026-07-14", long), today="2026-09-10", kind=AuthorityKind.ACADEMY)
    assert found.strip[-1].number == 60


def test_months_are_not_drawn_as_days() -> None:
    found = page(
        "UKGDPR",
        R,
        ("clarification_requested", "2026-03-05"),
        ("clarification_received", "2026-03-09"),
        today="2026-03-10",
    )
    assert found.strip == []


def test_a_promise_is_not_compared_with_an_england_only_calendar() -> None:
    promised = ("pit_extension", "2026-03-30", {"exemptions": ("s35",), "target": "2026-04-21"})
    assert page("FOIA", R, promised, today="2026-04-02").england == ""


def test_a_comparison_that_leaves_the_table_is_left_out() -> None:
    # 31 August 2026 is a working day in Scotland; England alone would count on to the day after the table ends.
    table = HolidayTable(TABLE.holidays, TABLE.first, date(2026, 9, 7))
    found = page("FOISA", ("received", "2026-08-10"), today="2026-08-11", table=table)
    assert (found.headline.on, found.england) == (date(2026, 9, 7), "")


def test_an_extension_that_moves_nothing_is_noted_beside_the_date() -> None:
    found = page("FOISA", R, ("pit_extension", "2026-03-26", {"exemptions": ("s30",)}), today="2026-03-27")
    assert [note.text for note in found.notes] == [
        "The extension does not move the day. FOISA has no extension for the public interest."
    ]
    assert facts(found)["Extension"] == "does not move the day"


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        (
            (R, ("clarification_requested", "2026-03-03"), ("clarification_received", "2026-03-10")),
            "Clarification restarted the clock",
            "once",
        ),
        (
            (R, ("clarification_requested", "2026-04-07"), ("clarification_received", "2026-04-13")),
            "Clarification was asked for",
            "after the last day, 3 working days",
        ),
        (
            (R, ("fee_notice", "2026-03-10"), ("fee_paid", "2026-03-20")),
            "Left out for the fee",
            "8 working days",
        ),
        ((R, ("fee_notice", "2026-03-10")), "Without payment it lapses on", date(2026, 6, 10)),
        (
            (R, ("pit_extension", "2026-04-10", {"exemptions": ("s31",)})),
            "Notice of the extension",
            "came late",
        ),
        ((R, REFUSED), "The reply came", "in time"),
        ((R, REFUSED), "Straight to the regulator?", "no"),
        ((R,), "Straight to the regulator?", "yes"),
        (
            (R, ("second_request_planned", "2026-03-10")),
            "A similar request stands alone from",
            date(2026, 6, 1),
        ),
        ((("received", "2026-03-08"),), "Some authorities count to", date(2026, 4, 9)),
    ],
)
def test_what_a_clock_says_beside_its_dates_has_a_name(
    given: tuple[Any, ...], name: str, value: object
) -> None:
    assert facts(page("FOIA", *given, today="2026-04-14"))[name] == value


def test_three_restarts_are_counted() -> None:
    rounds = [
        step
        for day in (3, 5, 9)
        for step in (
            ("clarification_requested", f"2026-03-{day:02}"),
            ("clarification_received", f"2026-03-{day + 1:02}"),
        )
    ]
    assert (
        facts(page("FOIA", R, *rounds, today="2026-03-20"))["Clarification restarted the clock"] == "3 times"
    )


def test_in_scotland_and_for_subject_access_the_way_to_the_regulator_differs() -> None:
    notes = {
        regime: next(
            fact.note
            for fact in page(regime, R, today="2026-03-10").facts
            if fact.name.startswith("Straight")
        )
        for regime in ("FOIA", "FOISA", "UKGDPR")
    }
    assert notes == {
        "FOIA": "Once the time is over, and after a chaser.",
        "FOISA": "In Scotland a review comes first, always.",
        "UKGDPR": "The law knows no review here.",
    }


def test_a_doubt_about_a_date_further_down_is_not_said_of_the_first() -> None:
    found = page("FOISA", R, today="2026-03-10")
    assert found.uncertain == []
    assert any("FOISA sections 18 to 20" in each.uncertain for each in found.dates)


TO_ONE_SIDE = re.compile(r"\b(you|your|yours|they|their|theirs|themselves)\b", re.IGNORECASE)


def said(found: ClockPage) -> list[str]:
    """Every sentence of the page, the titles of sources left out."""
    texts = [
        found.headline.title,
        found.headline.sentence,
        found.move,
        found.distance,
        *found.uncertain,
    ]
    texts += [step.text for step in (*found.steps, *found.notes)]
    texts += chain.from_iterable((fact.name, fact.value, fact.note) for fact in found.facts)
    for each in found.dates:
        texts += [each.label, each.distance, each.who, each.ground, each.opens, each.uncertain]
        texts += [step.text for step in each.steps]
    return texts


@pytest.mark.parametrize(
    "story",
    [*test_clock_whole_reply.STORIES, *test_clock_whole_onward.STORIES],
    ids=lambda story: story[0],
)
def test_whatever_is_said_is_said_to_neither_side(story: tuple[Any, ...]) -> None:
    _, regime, kind, events, *_ = story
    found = page(regime, *events, kind=AuthorityKind(kind) if kind else None, today="2026-05-20")
    assert [text for text in said(found) if TO_ONE_SIDE.search(text)] == []


def test_the_day_of_grace_in_scotland_is_not_put_down_to_the_english_code() -> None:
    found = page("FOISA", ("received", "2026-03-08"), today="2026-03-10")
    (grace,) = [fact for fact in found.facts if fact.name == "An authority may count to"]
    assert (grace.on, "Scottish Commissioner" in grace.note) == (date(2026, 4, 7), True)
