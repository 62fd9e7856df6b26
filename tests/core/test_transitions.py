"""The transition table: complete, reachable, and the only source of states."""

from __future__ import annotations

import pytest

from requests_app.core.states import EventKind, State
from requests_app.core.transitions import TRANSITIONS, Condition, next_state, rows_for, states_that_accept


def test_every_event_happens_somewhere() -> None:
    assert {row.event for row in TRANSITIONS} == set(EventKind)


def test_every_state_is_reached_from_a_draft() -> None:
    reached = {State.DRAFT}
    while True:
        further = {row.target for row in TRANSITIONS if row.target and reached & set(row.sources)} - reached
        if not further:
            break
        reached |= further
    assert reached == set(State)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("event", list(EventKind))
def test_the_last_row_for_a_state_and_event_always_applies(state: State, event: EventKind) -> None:
    rows = rows_for(state, event)
    assert not rows or rows[-1].condition is Condition.ALWAYS
    assert all(row.condition is not Condition.ALWAYS for row in rows[:-1])


def test_nothing_but_correspondence_follows_a_withdrawal() -> None:
    assert [event for event in EventKind if rows_for(State.WITHDRAWN, event)] == [
        EventKind.OTHER_CORRESPONDENCE
    ]


def test_other_correspondence_never_moves_anything() -> None:
    for state in State:
        rows = rows_for(state, EventKind.OTHER_CORRESPONDENCE)
        assert next_state(state, rows, lambda _: False) is state


def test_only_decisions_may_stand_alone() -> None:
    alone = {event for event in EventKind if rows_for(State.DRAFT, event)}
    assert alone == {
        EventKind.SENT,
        EventKind.RECEIVED,
        EventKind.OTHER_CORRESPONDENCE,
        EventKind.ICO_DECISION_NOTICE,
        EventKind.SIC_DECISION,
        EventKind.WITHDRAWN,
    }


def test_the_states_that_accept_an_event_come_in_the_order_of_the_enum() -> None:
    assert states_that_accept(EventKind.TRIBUNAL_APPEAL) == (State.DECIDED,)
    assert states_that_accept(EventKind.REVIEW_OUTCOME)[0] is State.REVIEW_RUNNING
