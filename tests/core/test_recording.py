"""What can be recorded next: only what the state and the Act allow, and what a person would mean."""

from __future__ import annotations

import pytest

from requests_app.core.recording import RECORDABLE, possible_now, recordable
from requests_app.core.states import EventKind, Regime, State
from requests_app.core.transitions import rows_for

OWN_PAGES = {
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.CLARIFICATION_RECEIVED,
    EventKind.PARTIAL_RESPONSE,
    EventKind.FINAL_RESPONSE,
    EventKind.REFUSAL,
    EventKind.NOT_HELD,
    EventKind.WITHDRAWN,
}
NOT_OF_A_REQUEST = {
    EventKind.RECEIVED_BY_TRANSFEREE,
    EventKind.NEW_REQUEST_RECEIVED,
    EventKind.SAR_EXTENDED,
    EventKind.SECOND_REQUEST_PLANNED,
}


def kinds(state: State, regime: Regime) -> set[EventKind]:
    return {each.kind for each in possible_now(state, regime)}


def test_every_event_is_recorded_here_or_has_a_page_of_its_own_or_is_no_event_of_one_request() -> None:
    assert {each.kind for each in RECORDABLE} | OWN_PAGES | NOT_OF_A_REQUEST == set(EventKind)


@pytest.mark.parametrize("regime", [Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR])
@pytest.mark.parametrize("state", list(State))
def test_nothing_is_offered_that_the_clock_would_refuse(state: State, regime: Regime) -> None:
    for each in possible_now(state, regime):
        assert rows_for(state, each.kind)
        assert regime in each.regimes


def test_a_public_interest_extension_exists_under_foia_alone() -> None:
    assert EventKind.PIT_EXTENSION in kinds(State.RUNNING, Regime.FOIA)
    for regime in (Regime.EIR, Regime.FOISA, Regime.EISR):
        assert EventKind.PIT_EXTENSION not in kinds(State.RUNNING, regime)


def test_scottish_requests_never_go_to_the_ico() -> None:
    for state in State:
        assert EventKind.ICO_COMPLAINT not in kinds(state, Regime.FOISA)
        assert EventKind.SIC_APPLICATION not in kinds(state, Regime.FOIA)


def test_a_fee_is_paid_only_where_one_was_asked_for() -> None:
    assert EventKind.FEE_PAID not in kinds(State.RUNNING, Regime.FOIA)
    assert EventKind.FEE_PAID in kinds(State.AWAITING_FEE, Regime.FOIA)


def test_a_decision_comes_only_from_a_regulator_that_was_asked() -> None:
    assert EventKind.ICO_DECISION_NOTICE not in kinds(State.REFUSED, Regime.FOIA)
    assert EventKind.ICO_DECISION_NOTICE in kinds(State.WITH_REGULATOR, Regime.FOIA)


def test_nothing_happens_to_a_draft_or_a_withdrawn_request_but_correspondence() -> None:
    assert kinds(State.DRAFT, Regime.FOIA) == set()
    assert kinds(State.WITHDRAWN, Regime.FOIA) <= {EventKind.OTHER_CORRESPONDENCE}


def test_replies_and_clarification_are_not_recorded_here() -> None:
    for kind in OWN_PAGES:
        assert recordable(kind) is None
