"""The transition table: complete, reachable, and the only source of states."""

from __future__ import annotations

import pytest

from requests_app.core.states import EventKind, State
from requests_app.core.transitions import TRANSITIONS, Condition, next_state, rows_for, states_that_accept

OPEN = "sent running awaiting_requester awaiting_fee extended partially_answered"
REPLIED = "answered refused not_held"
REVIEWED = "review_running review_done"
REGULATED = "with_regulator decided tribunal"
BEGUN = f"{OPEN} {REPLIED} transferred {REVIEWED} {REGULATED}"

# RULES.md 2.1 and 2.2, written out again: from these states, where an event leads ("": nowhere) when no condition holds.
MOVES: list[tuple[str, dict[str, str]]] = [
    ("sent", {"draft": "sent", BEGUN: ""}),
    ("received", {"draft sent": "running", BEGUN.removeprefix("sent "): ""}),
    ("delivery_failed", {"sent running": ""}),
    ("other_correspondence", {f"draft {BEGUN} withdrawn": ""}),
    ("clarification_requested", {OPEN: "awaiting_requester"}),
    ("clarification_received", {OPEN: "running"}),
    ("fee_notice", {OPEN: "awaiting_fee"}),
    ("fee_paid", {OPEN: "running"}),
    ("pit_extension", {OPEN: ""}),
    ("eir_extension", {OPEN: ""}),
    ("sar_extended", {OPEN: ""}),
    ("partial_response", {OPEN: "partially_answered", f"{REVIEWED} {REGULATED}": ""}),
    ("final_response", {OPEN: "answered", f"{REVIEWED} {REGULATED}": ""}),
    ("refusal", {OPEN: "refused", f"{REVIEWED} {REGULATED}": ""}),
    ("not_held", {OPEN: "not_held", f"{REVIEWED} {REGULATED}": ""}),
    ("transferred", {OPEN: ""}),
    ("received_by_transferee", {BEGUN: ""}),
    ("new_request_received", {BEGUN: ""}),
    ("internal_review_requested", {f"{OPEN} {REPLIED} transferred with_regulator": "review_running"}),
    ("review_acknowledged", {"review_running with_regulator": ""}),
    ("review_extended", {"review_running with_regulator": ""}),
    ("review_outcome", {"review_running": "review_done", REGULATED: ""}),
    ("ico_complaint", {f"{OPEN} {REPLIED} transferred {REVIEWED} with_regulator": "with_regulator"}),
    ("ico_case_opened", {f"{OPEN} {REPLIED} transferred {REVIEWED} with_regulator": "with_regulator"}),
    ("ico_decision_notice", {f"draft {BEGUN}": "decided"}),
    ("sic_application", {f"{OPEN} {REPLIED} transferred {REVIEWED} with_regulator": "with_regulator"}),
    ("sic_decision", {f"draft {BEGUN}": "decided"}),
    ("tribunal_appeal", {"decided": "tribunal"}),
    ("second_request_planned", {BEGUN: ""}),
    ("withdrawn", {f"draft {BEGUN}": "withdrawn"}),
]

C = Condition
STOPS = (C.CLARIFICATION_OPEN, C.FEE_OPEN)
# What stands when several conditions hold: a question before a fee, both before the rest (RULES.md 2.3).
UNDER_CONDITIONS: list[tuple[str, str, set[Condition], str]] = [
    *((event, OPEN, {*STOPS, C.PARTLY_ANSWERED, C.EXTENDED}, "awaiting_requester") for event in ("clarification_received", "fee_paid")),
    *((event, OPEN, {C.FEE_OPEN, C.PARTLY_ANSWERED, C.EXTENDED}, "awaiting_fee") for event in ("clarification_received", "fee_paid")),
    *((event, OPEN, {C.PARTLY_ANSWERED, C.EXTENDED}, "partially_answered") for event in ("clarification_received", "fee_paid")),
    *((event, OPEN, {C.EXTENDED}, "extended") for event in ("clarification_received", "fee_paid")),
    *((event, OPEN, {C.EXTENDED, stop}, "") for event in ("pit_extension", "eir_extension", "sar_extended") for stop in STOPS),
    *((event, OPEN, {C.EXTENDED}, "extended") for event in ("pit_extension", "eir_extension", "sar_extended")),
    *(("partial_response", OPEN, {C.PARTLY_ANSWERED, stop}, "") for stop in STOPS),
    ("transferred", OPEN, {C.MAY_TRANSFER}, "transferred"),
    ("delivery_failed", "sent running", {C.NOTHING_ARRIVED}, "draft"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "moves"), MOVES, ids=[event for event, _ in MOVES])
def test_an_event_leads_where_the_rules_say_and_happens_nowhere_else(
    event: str, moves: dict[str, str]
) -> None:
    expected = {state: to or state for states, to in moves.items() for state in states.split()}
    found = {
        state.value: next_state(state, rows, lambda _: False).value
        for state in State
        if (rows := rows_for(state, EventKind(event)))
    }
    assert found == expected
    assert [state.value for state in states_that_accept(EventKind(event))] == [
        state.value for state in State if state.value in expected
    ]


def test_the_moves_name_every_event() -> None:
    assert {event for event, _ in MOVES} == set(EventKind)


@pytest.mark.parametrize(("event", "states", "holding", "to"), UNDER_CONDITIONS)
def test_what_still_stands_decides_where_an_event_leads(
    event: str, states: str, holding: set[Condition], to: str
) -> None:
    for state in states.split():
        rows = rows_for(State(state), EventKind(event))
        assert next_state(State(state), rows, holding.__contains__) == (to or state)


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
