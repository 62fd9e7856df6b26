"""What must hold whatever happens: laws of the clock, tried on made-up requests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from requests_app.core.calendars import Holiday, HolidayTable
from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, Channel, EventKind, Regime, State
from requests_app.core.transitions import rows_for
from tests.core.clocks import KIND_OF, TABLE

E = EventKind
Story = tuple[Regime, AuthorityKind, list[ClockEvent]]
KINDS = [AuthorityKind.SCHOOL_MAINTAINED, AuthorityKind.ARCHIVES, AuthorityKind.OTHER]

# What may happen between receipt and reply, as runs of events that belong together.
MIDDLES: tuple[tuple[EventKind, ...], ...] = (
    (E.OTHER_CORRESPONDENCE,),
    (E.CLARIFICATION_REQUESTED, E.CLARIFICATION_RECEIVED),
    (E.FEE_NOTICE, E.FEE_PAID),
    (E.PIT_EXTENSION,),
    (E.EIR_EXTENSION,),
    (E.PARTIAL_RESPONSE,),
    (E.SECOND_REQUEST_PLANNED,),
)
ENDS: tuple[tuple[EventKind, ...], ...] = (
    (),
    (E.CLARIFICATION_REQUESTED,),
    (E.FEE_NOTICE,),
    (E.FINAL_RESPONSE,),
    (E.REFUSAL, E.INTERNAL_REVIEW_REQUESTED),
    (E.NOT_HELD, E.INTERNAL_REVIEW_REQUESTED, E.REVIEW_OUTCOME),
    (E.REFUSAL, E.NEW_REQUEST_RECEIVED),
    (E.TRANSFERRED, E.RECEIVED_BY_TRANSFEREE),
    (E.WITHDRAWN,),
)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A request under any regime: received, a few things in the middle, perhaps an end."""
    regime = draw(st.sampled_from(list(Regime)))
    kind = draw(st.sampled_from([KIND_OF[regime], KIND_OF[regime], *KINDS]))
    runs = draw(st.lists(st.sampled_from(MIDDLES), max_size=3))
    course = [E.RECEIVED, *(event for run in runs for event in run), *draw(st.sampled_from(ENDS))]
    if draw(st.booleans()):
        course.insert(0, E.SENT)
    on = draw(st.dates(date(2015, 1, 2), date(2027, 6, 30)))
    events = []
    for place, event in enumerate(course):
        events.append(ClockEvent(event, on, key=f"e{place}", **draw(details(event, on))))
        on += timedelta(days=draw(st.integers(0, 25)))
    return regime, kind, events


def details(event: EventKind, on: date) -> st.SearchStrategy[dict[str, Any]]:
    """What an event of this kind may carry."""
    if event is E.SENT:
        return st.fixed_dictionaries({"channel": st.sampled_from([Channel.EMAIL, Channel.POST])})
    if event is E.PIT_EXTENSION:
        targets = st.none() | st.integers(0, 60).map(lambda days: on + timedelta(days=days))
        named = st.sampled_from([("s31",), ("s40(2)",), ("s24", "s23(5)"), ()])
        return st.fixed_dictionaries({"exemptions": named, "target": targets})
    if event is E.PARTIAL_RESPONSE:
        return st.fixed_dictionaries({"covers": st.sampled_from([("Q1",), ("Q2", "Q3")])})
    return st.just({})


def read(story: Story, *, table: HolidayTable = TABLE, today: date | None = None) -> Clock:
    """The clock of a story; a story that contradicts itself is set aside."""
    regime, kind, events = story
    try:
        return run_clock(regime=regime, authority_kind=kind, events=events, holidays=table, today=today)
    except ClockError:
        assume(False)
        raise


def dates_of(clock: Clock) -> dict[str, date]:
    """Every date of a clock, by name and by deadline."""
    flat = {f.name: getattr(clock, f.name) for f in dataclasses.fields(clock)}
    found = {name: value for name, value in flat.items() if isinstance(value, date)}
    return found | {deadline.key: deadline.due_on for deadline in clock.deadlines}


@given(stories(), st.integers(1, 40))
def test_a_later_receipt_never_falls_due_earlier(story: Story, days: int) -> None:
    regime, kind, events = story
    arrival = (E.SENT, E.RECEIVED)
    later = [
        dataclasses.replace(event, on=event.on + timedelta(days=days))
        if event.kind in arrival and event.on
        else event
        for event in events
    ]
    # A receipt moved past the request for a review would be the review's receipt: another story.
    arrived = max(event.on for event in later if event.kind in arrival and event.on)
    assume(
        all(event.on >= arrived for event in later if event.kind is E.INTERNAL_REVIEW_REQUESTED and event.on)
    )
    before, after = read(story), read((regime, kind, later))
    for name in ("response_due", "response_due_earliest", "response_due_latest", "original_response_due"):
        first, second = getattr(before, name), getattr(after, name)
        assert first is None or second is None or first <= second, name


@settings(max_examples=60)
@given(stories(), st.dates(date(2015, 1, 1), date(2028, 12, 31)))
def test_adding_a_holiday_never_moves_a_date_earlier(story: Story, proclaimed: date) -> None:
    more = [*TABLE.holidays, Holiday(proclaimed, "Proclaimed", frozenset({"scotland"}))]
    before = dates_of(read(story))
    after = dates_of(read(story, table=HolidayTable(more, TABLE.first, TABLE.horizon)))
    for name in before.keys() & after.keys():
        assert before[name] <= after[name], name


@given(stories(), st.randoms(use_true_random=False))
def test_events_in_any_order_of_entry_give_the_same_clock(story: Story, dice: Any) -> None:
    regime, kind, events = story
    shuffled = list(events)
    dice.shuffle(shuffled)
    assert read(story) == read((regime, kind, shuffled))


@given(
    stories(), st.dates(date(2015, 1, 1), date(2028, 12, 31)), st.dates(date(2015, 1, 1), date(2028, 12, 31))
)
def test_a_clock_read_on_two_days_differs_only_in_what_is_overdue(
    story: Story, one: date, other: date
) -> None:
    first, second = read(story, today=one), read(story, today=other)
    assert dataclasses.replace(first, overdue=None) == dataclasses.replace(second, overdue=None)
    assert one > other or second.overdue or not first.overdue


@given(stories(), st.data())
def test_taking_an_event_away_is_the_same_as_never_having_had_it(story: Story, data: st.DataObject) -> None:
    regime, kind, events = story
    whole = read(story)
    place = data.draw(st.integers(0, len(events) - 1))
    without: Story = (regime, kind, events[:place] + events[place + 1 :])
    voided = read(without)
    anew = HolidayTable(TABLE.holidays, TABLE.first, TABLE.horizon)
    assert voided == read(without, table=anew)
    assert whole == read(story)


@given(stories())
def test_every_deadline_has_a_section_a_source_a_working_and_a_key_of_its_own(story: Story) -> None:
    clock = read(story)
    for deadline in clock.deadlines:
        assert deadline.section
        assert deadline.source
        assert deadline.label
        assert deadline.working
        assert deadline.overdue_from == deadline.due_on + timedelta(days=1)
        assert deadline.chase_from is None or deadline.chase_from > deadline.due_on
    assert len({deadline.key for deadline in clock.deadlines}) == len(clock.deadlines)


@given(stories())
def test_no_date_comes_from_an_unknown_day(story: Story) -> None:
    regime, kind, events = story
    unknown = [dataclasses.replace(event, on=None, target=None) for event in events]
    clock = read((regime, kind, unknown))
    assert dates_of(clock) == {}
    assert any("not stated" in reason for reason in clock.uncertain)


@given(stories(), st.data())
def test_losing_a_day_adds_no_date_that_the_other_days_do_not_give(story: Story, data: st.DataObject) -> None:
    regime, kind, events = story
    read(story)
    place = data.draw(st.integers(0, len(events) - 1))
    lost = [*events[:place], dataclasses.replace(events[place], on=None), *events[place + 1 :]]
    known = {event.on for event in events if event.on is not None}
    clock = read((regime, kind, lost))
    due = {deadline.due_on for deadline in clock.deadlines}
    # What is counted from is a day of the record, a presumed receipt, or a day that was itself computed.
    presumed = (
        {on + timedelta(days=n) for on in known for n in range(1, 12)} if events[0].kind is E.SENT else set()
    )
    assert all(d.trigger_on is None or d.trigger_on in known | due | presumed for d in clock.deadlines)


@given(stories())
def test_the_state_follows_from_the_table_alone(story: Story) -> None:
    clock = read(story)
    targets = {row.target for row in _rows(event.kind for event in story[2])}
    assert clock.state in targets


@given(stories())
def test_whatever_is_computed_can_be_printed(story: Story) -> None:
    printed = read(story).to_json()
    assert all(value is None or isinstance(value, str | int | bool | list) for value in printed.values())


def _rows(kinds: Iterable[EventKind]) -> list[Any]:
    return [row for kind in kinds for state in State for row in rows_for(state, kind)]
