"""The states of a request and what moves it from one to another: the one table the state follows from.

A row says: this event, in one of these states, leads there, when this holds. Rows are tried in order and the
first that holds is taken; an event no row accepts contradicts the record. The diagram in docs is made from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from requests_app.core.states import EventKind, State


class Condition(StrEnum):
    """What a move may depend on, beyond state and event."""

    ALWAYS = ""
    NOTHING_ARRIVED = "no sending has arrived"
    CLARIFICATION_OPEN = "a question of theirs is unanswered"
    FEE_OPEN = "a fees notice is unpaid"
    PARTLY_ANSWERED = "some questions are answered"
    EXTENDED = "an extension stands"
    MAY_TRANSFER = "the requester agreed, or the regime needs no consent"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row: ``event`` in any of ``sources`` leads to ``target`` (None: stays) when ``condition`` holds."""

    event: EventKind
    sources: tuple[State, ...]
    target: State | None
    condition: Condition = Condition.ALWAYS


S, E, C = State, EventKind, Condition

OPEN = (S.SENT, S.RUNNING, S.EXTENDED, S.PARTIALLY_ANSWERED, S.AWAITING_REQUESTER, S.AWAITING_FEE)
"""The authority still owes a reply, or waits for something it asked for."""
REPLIED = (S.ANSWERED, S.REFUSED, S.NOT_HELD)
REVIEWED = (S.REVIEW_RUNNING, S.REVIEW_DONE)
REGULATED = (S.WITH_REGULATOR, S.DECIDED, S.TRIBUNAL)
ONWARD = (*REPLIED, S.TRANSFERRED, *REVIEWED, *REGULATED)


def _replies(event: EventKind, target: State) -> tuple[Transition, ...]:
    """A final reply ends an open request; one that comes during a review or complaint about silence moves nothing."""
    return (Transition(event, OPEN, target), Transition(event, (*REVIEWED, *REGULATED), None))


def _resumes(event: EventKind) -> tuple[Transition, ...]:
    """What was asked of the requester has come: back to whatever else still stands."""
    return (
        Transition(event, OPEN, S.AWAITING_REQUESTER, C.CLARIFICATION_OPEN),
        Transition(event, OPEN, S.AWAITING_FEE, C.FEE_OPEN),
        Transition(event, OPEN, S.PARTIALLY_ANSWERED, C.PARTLY_ANSWERED),
        Transition(event, OPEN, S.EXTENDED, C.EXTENDED),
        Transition(event, OPEN, S.RUNNING),
    )


def _unless_stopped(event: EventKind, *rows: Transition) -> tuple[Transition, ...]:
    """While the requester's answer or fee is awaited, that stays the state."""
    return (
        Transition(event, OPEN, None, C.CLARIFICATION_OPEN),
        Transition(event, OPEN, None, C.FEE_OPEN),
        *rows,
    )


def _extends(event: EventKind) -> tuple[Transition, ...]:
    return _unless_stopped(
        event, Transition(event, OPEN, S.EXTENDED, C.EXTENDED), Transition(event, OPEN, None)
    )


TRANSITIONS: tuple[Transition, ...] = (
    Transition(E.SENT, (S.DRAFT,), S.SENT),
    Transition(E.SENT, (*OPEN, *ONWARD), None),
    Transition(E.RECEIVED, (S.DRAFT, S.SENT), S.RUNNING),
    Transition(E.RECEIVED, (*OPEN[1:], *ONWARD), None),
    Transition(E.DELIVERY_FAILED, (S.SENT, S.RUNNING), S.DRAFT, C.NOTHING_ARRIVED),
    Transition(E.DELIVERY_FAILED, (S.SENT, S.RUNNING), None),
    Transition(E.OTHER_CORRESPONDENCE, tuple(State), None),
    Transition(E.CLARIFICATION_REQUESTED, OPEN, S.AWAITING_REQUESTER),
    *_resumes(E.CLARIFICATION_RECEIVED),
    Transition(E.FEE_NOTICE, OPEN, S.AWAITING_FEE),
    *_resumes(E.FEE_PAID),
    *_extends(E.PIT_EXTENSION),
    *_extends(E.EIR_EXTENSION),
    *_extends(E.SAR_EXTENDED),
    *_unless_stopped(E.PARTIAL_RESPONSE, Transition(E.PARTIAL_RESPONSE, OPEN, S.PARTIALLY_ANSWERED)),
    Transition(E.PARTIAL_RESPONSE, (*REVIEWED, *REGULATED), None),
    *_replies(E.FINAL_RESPONSE, S.ANSWERED),
    *_replies(E.REFUSAL, S.REFUSED),
    *_replies(E.NOT_HELD, S.NOT_HELD),
    Transition(E.TRANSFERRED, OPEN, S.TRANSFERRED, C.MAY_TRANSFER),
    Transition(E.TRANSFERRED, OPEN, None),
    Transition(E.RECEIVED_BY_TRANSFEREE, (*OPEN, *ONWARD), None),
    Transition(E.NEW_REQUEST_RECEIVED, (*OPEN, *ONWARD), None),
    Transition(
        E.INTERNAL_REVIEW_REQUESTED, (*OPEN, *REPLIED, S.TRANSFERRED, S.WITH_REGULATOR), S.REVIEW_RUNNING
    ),
    Transition(E.REVIEW_ACKNOWLEDGED, (S.REVIEW_RUNNING, S.WITH_REGULATOR), None),
    Transition(E.REVIEW_EXTENDED, (S.REVIEW_RUNNING, S.WITH_REGULATOR), None),
    Transition(E.REVIEW_OUTCOME, (S.REVIEW_RUNNING,), S.REVIEW_DONE),
    Transition(E.REVIEW_OUTCOME, REGULATED, None),
    Transition(
        E.ICO_COMPLAINT, (*OPEN, *REPLIED, S.TRANSFERRED, *REVIEWED, S.WITH_REGULATOR), S.WITH_REGULATOR
    ),
    Transition(
        E.ICO_CASE_OPENED, (*OPEN, *REPLIED, S.TRANSFERRED, *REVIEWED, S.WITH_REGULATOR), S.WITH_REGULATOR
    ),
    Transition(E.ICO_DECISION_NOTICE, (S.DRAFT, *OPEN, *ONWARD), S.DECIDED),
    Transition(
        E.SIC_APPLICATION, (*OPEN, *REPLIED, S.TRANSFERRED, *REVIEWED, S.WITH_REGULATOR), S.WITH_REGULATOR
    ),
    Transition(E.SIC_DECISION, (S.DRAFT, *OPEN, *ONWARD), S.DECIDED),
    Transition(E.TRIBUNAL_APPEAL, (S.DECIDED,), S.TRIBUNAL),
    Transition(E.SECOND_REQUEST_PLANNED, (*OPEN, *ONWARD), None),
    Transition(E.WITHDRAWN, (S.DRAFT, *OPEN, *ONWARD), S.WITHDRAWN),
)

_BY_STATE_AND_EVENT: dict[tuple[State, EventKind], tuple[Transition, ...]] = {
    (state, event): rows
    for state in State
    for event in EventKind
    if (rows := tuple(row for row in TRANSITIONS if row.event is event and state in row.sources))
}


def rows_for(state: State, event: EventKind) -> tuple[Transition, ...]:
    """The rows to be tried, in order, when ``event`` happens in ``state``; none when it can't."""
    return _BY_STATE_AND_EVENT.get((state, event), ())


def next_state(state: State, rows: tuple[Transition, ...], holds: Callable[[Condition], bool]) -> State:
    """The state after the first of ``rows`` that applies. ``holds`` says whether a condition is true now."""
    for row in rows:
        if row.condition is Condition.ALWAYS or holds(row.condition):
            return row.target or state
    return state


def states_that_accept(event: EventKind) -> tuple[State, ...]:
    """The states in which ``event`` may happen, in the order of the enum."""
    return tuple(state for state in State if rows_for(state, event))
