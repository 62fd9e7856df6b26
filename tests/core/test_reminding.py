"""When people are told: stages by the request's own calendar, and whose choice counts."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.calendars import HolidayTable, calendar_for
from requests_app.core.notices import (
    DEFAULT_TIMINGS,
    Awaited,
    Choice,
    NoticeKind,
    Timing,
    is_quiet,
    settled,
)
from requests_app.core.reminding import DEFAULT_STAGES, DEFAULT_WEEKS, WEEK, Stage, Turn, reached, turns
from requests_app.core.states import EventKind, Regime

ROOT = Path(__file__).resolve().parents[2]
TABLE = HolidayTable.from_json(json.loads((ROOT / "requests_app/data/bank_holidays.json").read_text()))
UK, SCOTLAND = calendar_for(Regime.FOIA, TABLE), calendar_for(Regime.FOISA, TABLE)
DUE_ON = date(2026, 11, 3)
PASSED = DUE_ON + timedelta(days=1)


def at(today: date, **choice: object) -> tuple[Turn | None, tuple[Turn, ...]]:
    return reached(DUE_ON, passed_from=PASSED, calendar=UK, today=today, **choice)  # type: ignore[arg-type]


def test_the_stages_are_counted_in_the_working_days_of_the_requests_own_law() -> None:
    """Mon 31 Aug 2026 is a bank holiday in England: no working day under FOIA (s.10(6)), one under FOISA (s.73)."""
    due_on = date(2026, 9, 7)
    first = [
        dict(turns(due_on, passed_from=due_on + WEEK, calendar=calendar, weeks=0))[Turn(Stage.FIVE_BEFORE)]
        for calendar in (UK, SCOTLAND)
    ]
    assert first == [date(2026, 8, 28), date(2026, 8, 31)]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 26), None),
        (date(2026, 10, 27), Turn(Stage.FIVE_BEFORE)),
        (date(2026, 11, 1), Turn(Stage.FIVE_BEFORE)),
        (date(2026, 11, 2), Turn(Stage.ONE_BEFORE)),
        (DUE_ON, Turn(Stage.ON_THE_DAY)),
        (PASSED, Turn(Stage.PASSED)),
        (PASSED + timedelta(days=6), Turn(Stage.PASSED)),
        (PASSED + WEEK, Turn(Stage.WEEKLY, 1)),
        (PASSED + 3 * WEEK, Turn(Stage.WEEKLY, 3)),
        (PASSED + 4 * WEEK, Turn(Stage.WEEKLY, 3)),
        (PASSED + 4 * WEEK + timedelta(days=1), None),
    ],
)
def test_one_stage_is_true_on_a_day(today: date, expected: Turn | None) -> None:
    assert at(today)[0] == expected


def test_once_the_day_is_over_nobody_is_told_that_it_is_near() -> None:
    before = frozenset({Stage.FIVE_BEFORE, Stage.ON_THE_DAY})
    assert at(DUE_ON, stages=before) == (Turn(Stage.ON_THE_DAY), (Turn(Stage.FIVE_BEFORE),))
    assert at(PASSED, stages=before) == (None, ())


def test_beyond_the_table_of_holidays_the_day_itself_is_still_told() -> None:
    far = date(2040, 1, 2)
    days = dict(turns(far, passed_from=far + timedelta(days=1), calendar=UK, weeks=1))
    assert [turn.stage for turn in days] == [Stage.ON_THE_DAY, Stage.PASSED, Stage.WEEKLY]


@given(
    today=st.dates(date(2026, 9, 1), date(2027, 3, 1)),
    stages=st.frozensets(st.sampled_from(list(Stage))),
    weeks=st.integers(0, 12),
)
def test_what_is_told_was_chosen_and_has_begun_and_comes_after_what_it_overtakes(
    today: date, stages: frozenset[Stage], weeks: int
) -> None:
    turn, overtaken = at(today, stages=stages, weeks=weeks)
    begins = dict(turns(DUE_ON, passed_from=PASSED, calendar=UK, weeks=weeks))
    if turn is None:
        assert overtaken == ()
        return
    assert turn.stage in stages
    assert begins[turn] <= today
    assert all(begins[each] < begins[turn] for each in overtaken)
    assert {each.stage for each in overtaken} <= stages


def test_the_narrowest_place_that_says_anything_counts() -> None:
    request = Choice(timings={NoticeKind.BOUNCE: Timing.NEVER})
    campaign = Choice(stages=frozenset({Stage.PASSED}), timings={NoticeKind.BOUNCE: Timing.DIGEST})
    person = Choice(
        stages=frozenset({Stage.ON_THE_DAY}), weeks=1, timings={NoticeKind.NEW_REPLY: Timing.DIGEST}
    )
    found = settled(request, campaign, person)
    assert (found.stages, found.weeks) == (frozenset({Stage.PASSED}), 1)
    assert found.timings[NoticeKind.BOUNCE] is Timing.NEVER
    assert found.timings[NoticeKind.NEW_REPLY] is Timing.DIGEST
    assert found.timings[NoticeKind.CLARIFICATION] is DEFAULT_TIMINGS[NoticeKind.CLARIFICATION]


def test_whoever_chose_nothing_gets_every_stage_and_every_kind() -> None:
    found = settled()
    assert (found.stages, found.weeks, dict(found.timings)) == (
        DEFAULT_STAGES,
        DEFAULT_WEEKS,
        dict(DEFAULT_TIMINGS),
    )
    assert set(DEFAULT_TIMINGS) == set(NoticeKind)
    assert Timing.NEVER not in DEFAULT_TIMINGS.values()


def test_a_quiet_day_is_one_of_the_week() -> None:
    assert is_quiet(date(2026, 11, 7), [5, 6])
    assert not is_quiet(date(2026, 11, 9), [5, 6])


def test_nothing_that_we_do_ourselves_ends_a_wait() -> None:
    ours = {EventKind.SENT, EventKind.WITHDRAWN, EventKind.ICO_COMPLAINT, EventKind.INTERNAL_REVIEW_REQUESTED}
    for awaited in Awaited:
        assert awaited.events
        assert not awaited.events & ours
    assert EventKind.ICO_DECISION_NOTICE in Awaited.REGULATOR.events
    assert EventKind.REFUSAL in Awaited.AUTHORITY.events
    assert EventKind.ICO_DECISION_NOTICE not in Awaited.AUTHORITY.events
