"""Bad input is refused by name, with what would be accepted; unknown days and days outside the table give no date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.clock import clock_from_json
from requests_app.core.clock.json_contract import event_from_json
from requests_app.core.errors import ClockError
from requests_app.core.states import EventKind, State
from tests.core.clocks import TABLE, clock

R = {"type": "received", "date": "2026-03-02"}
REFUSED = {"type": "refusal", "date": "2026-03-31"}
REVIEW = {"type": "internal_review_requested", "date": "2026-04-02"}


def item(*events: object, **changes: object) -> dict[str, object]:
    """One object of the command's input."""
    return {"id": "x", "regime": "FOIA", "authority_kind": "police_ew", "events": list(events), **changes}


BAD: list[tuple[object, str]] = [
    # the shape
    ("text", "An object is needed"),
    ([1], "this is a list"),
    (item(regime="FIOA"), "regime is unknown: 'FIOA'; accepted: FOIA, EIR, FOISA, EISR, UKGDPR. Did you mean 'FOIA'?"),
    (item(regime=None), "regime is missing"),
    (item(authority_kind="police"), "authority_kind is unknown: 'police'; accepted: police_ew"),
    (item(events="none"), "events must be a list; this is text"),
    (item(evnets=[]), "unknown name 'evnets'; accepted: id, regime, authority_kind, events, today. Did you mean 'events'?"),
    (item(id=7), "id must be text"),
    (item(today="soon"), "today is 'soon'"),
    (item("received"), "event 1: an object with type and date is needed"),
    (item({"type": "recieved", "date": "2026-03-02"}), "event 1: type is unknown: 'recieved'"),
    (item({"type": "recieved", "date": "2026-03-02"}), "Did you mean 'received'?"),
    (item({"date": "2026-03-02"}), "event 1: type is missing"),
    (item({"type": "received"}), "event 1 (received): date is missing"),
    (item({**R, "dtae": "x"}), "event 1 (received): unknown name 'dtae'"),
    (item(R, {**REFUSED, "compliance_days": 30}), "event 2 (refusal): unknown name 'compliance_days'; accepted: type, date, outcome"),
    # days
    (item({"type": "received", "date": "2026-02-30"}), "no day of the calendar"),
    (item({"type": "received", "date": "02/03/2026"}), "accepted: a date as YYYY-MM-DD"),
    (item({"type": "received", "date": "20260302"}), "accepted: a date as YYYY-MM-DD"),
    (item({"type": "received", "date": 20260302}), "date is a number"),
    (item({"type": "received", "date": "2026-03-02T10:00:00"}), "has no offset"),
    (item({"type": "received", "date": "2026-03-02T25:00:00Z"}), "no day of the calendar"),
    (item({"type": "received", "date": "2004-12-31"}), "accepted: days from 2005-01-01 to 2100-12-31"),
    (item({"type": "received", "date": "2101-01-01"}), "accepted: days from 2005-01-01 to 2100-12-31"),
    (item({"type": "received", "date": "9999-12-31T23:59:00-10:00"}), "date is '9999-12-31T23:59:00-10:00'"),
    # values
    (item({"type": "sent", "date": "2026-03-02", "channel": "pigeon"}), "accepted: email, post, portal, hand"),
    (item(R, {"type": "partial_response", "date": "2026-03-03", "covers": "Q1"}), "covers must be a list of texts; this is text"),
    (item(R, {"type": "transferred", "date": "2026-03-03", "consent": "yes"}), "consent must be true or false"),
    (item({"type": "ico_decision_notice", "date": "2026-03-03", "compliance_days": 0}), "from 1 to 3650"),
    (item({"type": "ico_decision_notice", "date": "2026-03-03", "compliance_days": True}), "from 1 to 3650"),
    (item(R, {"type": "new_request_received", "date": "2026-03-03", "narrows": 3}), "narrows must be text or true"),
    (item({**R, "source": 3}), "source must be text"),
    (item({**R, "non_school_days": "July"}), "non_school_days must be a list of ranges"),
    (item({**R, "non_school_days": [["2026-07-24"]]}), "this has ['2026-07-24']"),
    (item({**R, "non_school_days": [["2026-09-01", "2026-07-24"]]}), "give the first day first"),
    (item(R, {"type": "pit_extension", "date": "2026-03-20", "exemptions": ["law"]}), "'law' names no section"),
    (item(R, {"type": "pit_extension", "date": "2026-03-20", "exemptions": ["s31"], "target": "2026-03-01"}), "lies before the notice"),
    (item(R, {**REFUSED, "received_on": "2026-03-30"}), "lies before it was issued"),
    # contradictions
    (item(REFUSED), "refusal on 2026-03-31 comes before the request was sent or received. Accepted after"),
    (item({"type": "received", "date": "2026-04-02"}, REFUSED), "the first is received on 2026-04-02"),
    (item({"type": "sent", "date": "2026-03-02", "channel": "email"}, {"type": "received", "date": "2026-04-02"}, REFUSED), "a reply before receipt"),
    *((item({"type": "sent", "date": "2026-03-02", "channel": "email"}, {"type": "received", "date": "2026-04-02"},
        {"type": kind, "date": "2026-03-09"}), f"{kind} on 2026-03-09 is an act of the authority before receipt")
        for kind in ("clarification_requested", "fee_notice", "pit_extension", "eir_extension", "transferred")),
    *((item({"type": "sent", "date": "2026-03-02", "channel": "email"}, {"type": "received", "date": "2026-04-02"},
        {"type": kind, "date": "2026-03-09"}), f"{kind} on 2026-03-09 is a reply before receipt")
        for kind in ("partial_response", "final_response", "refusal", "not_held")),
    (item({"type": "sent", "date": "2026-03-02", "channel": "email"}, {"type": "received", "date": "2026-04-02"},
        {"type": "sar_extended", "date": "2026-03-09"}, regime="UKGDPR", authority_kind="council"), "an act of the authority before receipt"),
    (item({"type": "sent", "date": "2026-03-04"}, R), "it was received on Mon 2 Mar 2026, before it was sent"),
    (item(R, REFUSED, {"type": "final_response", "date": "2026-04-02"}), "a final reply (refusal on 2026-03-31) already stands"),
    (item(R, REFUSED, {"type": "partial_response", "date": "2026-04-02"}), "already stands"),
    (item(R, REFUSED, REVIEW, {"type": "final_response", "date": "2026-04-08"}), "a final reply (refusal on 2026-03-31) already stands"),
    (item(R, REFUSED, REVIEW, {"type": "review_outcome", "date": "2026-04-08"}, {"type": "ico_complaint", "date": "2026-04-09"},
        {"type": "review_outcome", "date": "2026-04-10"}), "the review was already answered (review_outcome on 2026-04-08)"),
    (item(R, REFUSED, {"type": "clarification_requested", "date": "2026-04-02"}), "can't happen while the request is refused"),
    (item(R, {"type": "internal_review_requested", "date": "2026-03-31"}), "a review of nothing"),
    (item({"type": "internal_review_requested", "date": "2026-03-31"}), "before the request was sent or received"),
    (item(R, REFUSED, {"type": "review_outcome", "date": "2026-04-20"}), "Nobody asked for a review"),
    (item(R, REFUSED, {"type": "review_extended", "date": "2026-04-20"}), "Nobody asked for a review"),
    (item(R, {"type": "ico_complaint", "date": "2026-04-20"}, {"type": "review_outcome", "date": "2026-04-21"}), "nobody asked for a review"),
    (item(R, REFUSED, *[{"type": "internal_review_requested", "date": d} for d in ("2026-04-02", "2026-04-03")]), "already asked for"),
    (item(R, {"type": "clarification_received", "date": "2026-03-09"}), "answers a question nobody asked"),
    (item(R, {"type": "clarification_requested", "date": "2026-03-04", "covers": ["Q1"]},
        {"type": "clarification_received", "date": "2026-03-09", "covers": ["Q2"]}), "covers Q2, but they asked about Q1"),
    (item(R, {"type": "fee_paid", "date": "2026-03-09"}), "no fees notice is unpaid"),
    (item(R, {"type": "fee_notice", "date": "2026-03-09"}, {"type": "fee_notice", "date": "2026-03-10"}), "is not paid yet"),
    (item(R, {"type": "received_by_transferee", "date": "2026-03-09"}), "nothing was transferred before it"),
    (item(R, {"type": "tribunal_appeal", "date": "2026-03-09"}), "no decision to appeal against"),
    (item(R, {"type": "withdrawn", "date": "2026-03-09"}, REFUSED), "comes after the request was withdrawn"),
    (item({"type": "delivery_failed", "date": "2026-03-09"}), "before the request was sent or received"),
    (item(R, REFUSED, {"type": "delivery_failed", "date": "2026-04-02"}), "so it arrived"),
    (item(R, {"type": "sar_extended", "date": "2026-03-09"}), "only a subject access request"),
    (item(R, {"type": "sic_application", "date": "2026-04-09"}), "the regulator is the Information Commissioner"),
    (item({"type": "sic_decision", "date": "2026-04-09"}), "use ico_complaint or ico_decision_notice"),
    (item({"type": "ico_decision_notice", "date": "2026-04-09"}, regime="FOISA"), "the Scottish Information Commissioner"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "says"), BAD, ids=range(len(BAD)))
def test_bad_input_is_named_with_what_would_be_accepted(given: object, says: str) -> None:
    with pytest.raises(ClockError) as refused:
        clock_from_json(given, TABLE)
    assert says in refused.value.sentence


def test_a_second_outcome_of_one_review_is_refused() -> None:
    with pytest.raises(ClockError, match="already answered"):
        clock(
            "FOIA",
            ("received", "2026-03-02"),
            ("refusal", "2026-03-31"),
            ("internal_review_requested", "2026-04-20"),
            ("ico_complaint", "2026-04-21"),
            ("review_outcome", "2026-05-01"),
            ("review_outcome", "2026-05-02"),
        )


def test_names_for_readers_are_accepted_and_ignored() -> None:
    answer = clock_from_json(
        item(
            {**R, "time": "23:50", "tz": "Europe/London", "note": "late"},
            expect={"state": "draft"},
            why="because",
        ),
        TABLE,
    )
    assert (answer["id"], answer["response_due"]) == ("x", "2026-03-31")


def test_no_events_are_a_draft_with_no_dates() -> None:
    answer = clock_from_json(item(), TABLE)
    assert answer["state"] == "draft"
    assert answer["deadlines"] == answer["uncertain"] == answer["working"] == []
    assert answer["response_due"] is None


def test_a_moment_is_turned_into_the_day_in_london() -> None:
    sent = {"type": "sent", "date": "2026-06-29T23:30:00Z", "channel": "email"}
    assert clock_from_json(item(sent), TABLE)["response_due"] == "2026-07-29"


def test_overdue_is_only_said_when_a_day_is_given() -> None:
    assert "overdue" not in clock_from_json(item(R), TABLE)
    assert clock_from_json(item(R, today="2026-04-01"), TABLE)["overdue"] is True


def test_an_authority_under_the_wrong_act_is_counted_and_said_to_be() -> None:
    answer = clock_from_json(item(R, authority_kind="police_scotland"), TABLE)
    assert answer["response_due"] == "2026-03-31"
    assert any("answers under FOISA" in reason for reason in answer["uncertain"])


DATES = {
    "response_due", "overdue_from", "original_response_due", "grace_until", "chase_from", "extension_notice_due",
    "review_request_by", "complaint_from", "fee_pay_by", "nudge_on",
}  # fmt: skip


@pytest.mark.parametrize(
    "on", ["2005-01-01", "2012-06-15", "2014-12-31", "2028-12-05", "2029-03-01", "2100-12-31"]
)
@pytest.mark.parametrize("regime", ["FOIA", "FOISA"])
def test_days_outside_the_holiday_table_give_no_date_but_a_reason(on: str, regime: str) -> None:
    kind = "police_ew" if regime == "FOIA" else "police_scotland"
    answer = clock_from_json(
        item({"type": "received", "date": on}, regime=regime, authority_kind=kind), TABLE
    )
    assert {name for name in DATES if answer[name]} == set()
    assert answer["state"] == "running"
    assert any("bank holiday table" in reason for reason in answer["uncertain"])


def test_a_day_that_needs_no_table_is_computed_outside_it() -> None:
    answer = clock_from_json(item({"type": "received", "date": "2012-06-15"}, regime="UKGDPR"), TABLE)
    assert (answer["corresponding_date"], answer["response_due"]) == ("2012-07-15", None)


def test_the_last_day_of_the_table_has_no_chaser_after_it() -> None:
    made = clock("FOIA", ("received", "2028-11-28"))
    assert str(made.response_due) == "2028-12-29"
    assert made.chase_from is None
    assert any("bank holiday table" in reason for reason in made.uncertain)


ALL_UNDATED = (
    "received", "clarification_requested", "clarification_received", "fee_notice", "fee_paid", "pit_extension",
    "partial_response", "final_response", "internal_review_requested", "review_outcome", "ico_complaint",
    "ico_decision_notice", "tribunal_appeal",
)  # fmt: skip


@pytest.mark.parametrize("regime", ["FOIA", "EIR", "UKGDPR"])
def test_a_record_without_days_has_a_state_and_no_date(regime: str) -> None:
    made = clock(regime, *[(kind, None) for kind in ALL_UNDATED])
    assert made.state is State.TRIBUNAL
    assert made.deadlines == ()
    assert made.response_due is made.review_request_by is made.complaint_by is made.compliance_by is None
    assert any("not stated" in reason for reason in made.uncertain)


UNDATED: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("FOIA", (("received", "2022-10-03"), ("clarification_requested", None), ("clarification_received", None)), {"response_due": None, "restarts": 1}),
    ("FOIA", (("received", None), ("clarification_requested", None), ("clarification_received", "2026-02-02")), {"response_due": "2026-03-02"}),
    ("FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-02-09"), ("fee_paid", None)), {"response_due": None, "state": "running"}),
    ("FOIA", (("received", "2026-02-02"), ("fee_notice", None), ("fee_paid", "2026-02-20")), {"response_due": None, "fee_pay_by": None}),
    ("FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-02-09"), ("fee_paid", "2026-02-11"), ("fee_notice", "2026-02-16"), ("fee_paid", None)),
        {"response_due": None, "working_days_disregarded": 3}),
    ("FOIA", (("received", "2026-03-02"), ("pit_extension", None, {"exemptions": ("s31",)})), {"response_due": "2026-04-30", "extension_notice_late": None}),
    ("EIR", (("received", "2026-03-02"), ("eir_extension", None)), {"response_due": None, "extension_valid": None, "state": "extended"}),
    ("FOIA", (("received", "2026-03-02"), ("final_response", None)), {"response_due": "2026-03-31", "response_late": None, "review_request_by": None}),
    ("FOISA", (("received", "2026-03-02"), ("refusal", None)), {"review_request_by": None}),
    ("FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("received", None)), {"response_due": "2026-03-31", "state": "running"}),
    ("FOIA", (("sent", None, {"channel": "email"}),), {"response_due": None, "state": "sent"}),
    ("FOIA", (("received", "2026-03-02"), ("refusal", "2026-03-31"), ("internal_review_requested", None), ("review_outcome", "2026-05-19")),
        {"review_due": None, "complaint_by": "2026-06-30", "state": "review_done"}),
]  # fmt: skip


@pytest.mark.parametrize(("regime", "events", "expected"), UNDATED)
def test_an_event_without_a_day_moves_the_state_and_gives_no_date(
    regime: str, events: tuple[Any, ...], expected: dict[str, Any]
) -> None:
    answer = clock(regime, *events).to_json()
    assert {name: answer[name] for name in expected} == expected
    assert any("not stated" in reason for reason in answer["uncertain"])


def test_the_answer_holds_exactly_the_names_of_the_contract() -> None:
    answer = clock_from_json(item(R), TABLE)
    contract = """id state deadlines working uncertain response_due overdue_from response_basis original_response_due
        response_due_earliest response_due_latest needs school_day_20 working_day_60 grace_until chase_from restarts
        late_clarification working_days_late nudge_on response_late extension_valid extension_notice_due
        extension_notice_late fee_pay_by lapses_on working_days_disregarded review_request_by review_request_by_safe
        review_due review_due_latest regulator_direct complaint_from complaint_by compliance_by tribunal_appeal_by
        tribunal_outer_limit court_of_session_by child_response_due aggregation_until aggregation_clear_from
        corresponding_date"""
    assert set(answer) == set(contract.split())
    needed = {"kind", "due_on", "on", "basis", "section", "source", "hard", "overdue_from"}
    assert all(needed <= set(deadline) for deadline in answer["deadlines"])
    assert all(set(step) == {"text", "section", "on"} for step in answer["working"])


REPLY = {"outcome": "refused", "sections": ["s31"], "received_on": "2026-04-02"}
CARRIED: dict[str, dict[str, object]] = {
    "sent": {"channel": "hand"},
    "received": {"source": "portal", "non_school_days": []},
    "delivery_failed": {},
    "other_correspondence": {"note": "they called"},
    "clarification_requested": {"covers": ["Q1"]},
    "clarification_received": {"covers": ["Q1"]},
    "fee_notice": {},
    "fee_paid": {},
    "pit_extension": {"exemptions": ["s31"], "target": "2026-04-30"},
    "eir_extension": {},
    "partial_response": {"covers": ["Q1"], **REPLY},
    "final_response": REPLY,
    "refusal": REPLY,
    "not_held": REPLY,
    "transferred": {"to": "mopac", "consent": True},
    "received_by_transferee": {"to": "mopac", "consent": True, "non_school_days": []},
    "new_request_received": {"narrows": True, "non_school_days": []},
    "internal_review_requested": {},
    "review_acknowledged": {"target": "2026-04-30"},
    "review_extended": {"target": "2026-04-30"},
    "review_outcome": REPLY,
    "ico_complaint": {},
    "ico_case_opened": {},
    "ico_decision_notice": {"compliance_days": 35},
    "sic_application": {},
    "sic_decision": {"compliance_days": 45, "received_on": "2026-04-02"},
    "tribunal_appeal": {},
    "sar_extended": {},
    "second_request_planned": {},
    "withdrawn": {},
}


@pytest.mark.parametrize("kind", EventKind)
def test_every_event_takes_what_the_contract_lets_it_carry_and_nothing_else(kind: EventKind) -> None:
    carried = CARRIED[kind]
    read = event_from_json({"type": str(kind), "date": "2026-03-31", "time": "9:00", "tz": "UTC", **carried})
    for name, value in carried.items():
        if name != "note":
            found = getattr(read, name)
            assert found == (
                tuple(value) if isinstance(value, list) else found if isinstance(found, date) else value
            )
    for name in {name for names in CARRIED.values() for name in names} - set(carried) - {"note"}:
        with pytest.raises(ClockError, match="unknown name"):
            event_from_json({"type": str(kind), "date": "2026-03-31", name: True})


def test_what_an_event_carries_is_read() -> None:
    closed = {"type": "received", "date": "2026-03-02", "non_school_days": [["2026-03-03", "2026-03-03"]]}
    school = clock_from_json(item(closed, authority_kind="academy"), TABLE)
    assert school["school_day_20"] == "2026-04-01"
    mailed = {"type": "sent", "date": "2026-03-02", "channel": "email"}
    claimed = {"type": "received", "date": "2026-03-05", "source": "authority"}
    assert clock_from_json(item(mailed, claimed), TABLE)["response_due"] == "2026-03-31"
    agreed = {"type": "transferred", "date": "2026-03-09", "consent": True}
    refused = {**agreed, "consent": False}
    assert clock_from_json(item(R, agreed), TABLE)["state"] == State.TRANSFERRED
    assert clock_from_json(item(R, refused), TABLE)["state"] == State.RUNNING
