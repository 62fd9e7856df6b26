"""After the reply, or after silence: review, regulator, decision, appeal (RULES.md 2.4). Cited cases as tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.states import AuthorityKind, Basis, Party
from tests.core.clocks import clock, day

R = ("received", "2026-03-02")
DONE = ("final_response", "2026-03-31")
REVIEW = ("internal_review_requested", "2026-04-20")

CASES: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]] = [
    # until when to ask
    ("s.45 code: from issue", "FOIA", (R, ("refusal", "2026-03-31", {"received_on": "2026-04-10"})),
        {"review_request_by": "2026-06-01", "review_request_by_safe": None, "regulator_direct": False, "complaint_by": None}),
    ("FOIA silence: no window", "FOIA", (R,), {"review_request_by": None, "regulator_direct": True}),
    ("late reply: from the late reply", "FOIA", (R, ("refusal", "2026-04-10")), {"review_request_by": "2026-06-09"}),
    ("EIR reg 11(2)", "EIR", (R, ("refusal", "2026-03-27")), {"review_request_by": "2026-05-28"}),
    ("RULES 2.3: EIR silence, from the missed day", "EIR", (R,), {"review_request_by": "2026-06-01", "regulator_direct": True}),
    ("FOISA s.20(5)(a): from the end of the time, safe from the reply", "FOISA", (R, ("refusal", "2026-03-20")),
        {"review_request_by": "2026-05-28", "review_request_by_safe": "2026-05-19"}),
    ("safe from receipt", "FOISA", (R, ("refusal", "2026-03-20", {"received_on": "2026-03-23"})),
        {"review_request_by": "2026-05-28", "review_request_by_safe": "2026-05-20"}),
    ("on the last day they agree", "FOISA", (R, ("refusal", "2026-03-30")),
        {"review_request_by": "2026-05-28", "review_request_by_safe": None}),
    ("FOISA s.20(5)(b)", "FOISA", (R, ("refusal", "2026-04-10")), {"review_request_by": "2026-06-09", "response_late": True}),
    ("FOISA s.20(5)(b): from receipt of the late reply", "FOISA", (R, ("refusal", "2026-04-10", {"received_on": "2026-04-13"})),
        {"review_request_by": "2026-06-10"}),
    ("FOISA silence", "FOISA", (R,), {"review_request_by": "2026-05-28", "regulator_direct": False, "complaint_from": None}),
    ("EI(S)R reg 16(2)", "EISR", (R, ("refusal", "2026-03-20")), {"review_request_by": "2026-05-19", "review_request_by_safe": None}),
    ("EI(S)R silence", "EISR", (R,), {"review_request_by": "2026-05-28"}),
    ("stopped: no window", "FOISA", (R, ("clarification_requested", "2026-03-10")), {"review_request_by": None}),
    ("after a partial response", "EIR", (R, ("partial_response", "2026-03-20", {"covers": ("Q1",)})), {"review_request_by": None}),
    # the answer
    ("FOIA 20 and 40", "FOIA", (R, DONE, REVIEW), {"review_due": "2026-05-19", "review_due_latest": "2026-06-18",
        "complaint_from": "2026-06-19", "complaint_by": None, "state": "review_running"}),
    ("EIR reg 11(4)", "EIR", (R, DONE, REVIEW), {"review_due": "2026-06-18", "review_due_latest": None, "complaint_from": "2026-06-19"}),
    ("FOISA s.21(1)", "FOISA", (R, ("refusal", "2026-03-30"), ("internal_review_requested", "2026-05-01")),
        {"review_due": "2026-06-02", "complaint_from": "2026-06-03", "complaint_by": "2026-12-02"}),
    ("EI(S)R reg 16(4)", "EISR", (R, ("refusal", "2026-03-27"), ("internal_review_requested", "2026-05-01")), {"review_due": "2026-06-02"}),
    ("from receipt of the review request", "FOIA", (R, DONE, REVIEW, ("received", "2026-04-22")),
        {"review_due": "2026-05-21", "response_due": "2026-03-31"}),
    ("the first receipt of the review request counts", "FOIA", (R, DONE, REVIEW, ("received", "2026-04-22"), ("received", "2026-04-24")),
        {"review_due": "2026-05-21"}),
    ("a receipt after the outcome moves nothing", "FOIA", (R, DONE, REVIEW, ("review_outcome", "2026-05-01"), ("received", "2026-05-05")),
        {"review_due": "2026-05-19"}),
    ("an acknowledgement moves nothing", "FOIA", (R, DONE, REVIEW, ("review_acknowledged", "2026-04-22")), {"review_due": "2026-05-19"}),
    ("extended: 40 stays the limit", "FOIA", (R, DONE, REVIEW, ("review_extended", "2026-05-19")),
        {"review_due": "2026-05-19", "review_due_latest": "2026-06-18", "state": "review_running"}),
    ("no power to extend", "FOISA", (R, ("refusal", "2026-03-30"), ("internal_review_requested", "2026-05-01"),
        ("review_extended", "2026-05-29")), {"review_due": "2026-06-02"}),
    ("FOISA s.20: silence reviewed", "FOISA", (R, ("internal_review_requested", "2026-03-31")), {"state": "review_running",
        "review_due": "2026-04-29"}),
    # the regulator
    ("six weeks", "FOIA", (R, DONE, REVIEW, ("review_outcome", "2026-05-19")), {"complaint_from": "2026-05-19", "complaint_by": "2026-06-30",
        "state": "review_done"}),
    ("six weeks", "EIR", (R, DONE, REVIEW, ("review_outcome", "2026-05-19")), {"complaint_by": "2026-06-30"}),
    ("six months", "FOISA", (R, ("refusal", "2026-03-30"), REVIEW, ("review_outcome", "2026-05-15")), {"complaint_by": "2026-11-15",
        "complaint_from": "2026-05-15"}),
    ("s.47(4)(a): from receipt of the outcome", "FOISA", (R, ("refusal", "2026-03-30"), REVIEW,
        ("review_outcome", "2026-05-15", {"received_on": "2026-05-18"})), {"complaint_by": "2026-11-18"}),
    ("six months via reg 17", "EISR", (R, ("refusal", "2026-03-27"), REVIEW, ("review_outcome", "2026-08-31")), {"complaint_by": "2027-02-28"}),
    ("with the ICO", "FOIA", (R, DONE, REVIEW, ("review_outcome", "2026-05-19"), ("ico_complaint", "2026-06-01")),
        {"state": "with_regulator", "complaint_by": "2026-06-30"}),
    ("silence, straight to the ICO", "FOIA", (R, ("ico_complaint", "2026-04-20"), ("ico_case_opened", "2026-04-27")),
        {"state": "with_regulator", "response_due": "2026-03-31"}),
    ("a reply after the complaint", "FOIA", (R, ("ico_complaint", "2026-04-20"), ("final_response", "2026-05-11")),
        {"state": "with_regulator", "response_late": True, "review_request_by": "2026-07-08"}),
    ("with the SIC", "FOISA", (R, ("refusal", "2026-03-30"), REVIEW, ("review_outcome", "2026-05-15"), ("sic_application", "2026-06-01")),
        {"state": "with_regulator"}),
    ("SAR: no review", "UKGDPR", (R, ("refusal", "2026-03-20")), {"regulator_direct": True, "review_request_by": None}),
    # decisions, also alone
    ("30 days when the notice does not say", "FOIA", (("ico_decision_notice", "2026-02-03"),), {"state": "decided",
        "compliance_by": "2026-03-05", "tribunal_appeal_by": "2026-03-03", "tribunal_outer_limit": None}),
    ("the notice's own number", "FOIA", (("ico_decision_notice", "2022-01-10", {"compliance_days": 35}),), {"compliance_by": "2022-02-14"}),
    ("Christmas", "FOIA", (("ico_decision_notice", "2026-11-27"),), {"tribunal_appeal_by": "2026-12-25", "tribunal_outer_limit": "2026-12-29"}),
    ("a Sunday", "EIR", (("ico_decision_notice", "2026-02-01"),), {"tribunal_appeal_by": "2026-03-01", "tribunal_outer_limit": "2026-03-02"}),
    ("before the table: days alone need none", "FOIA", (("ico_decision_notice", "2012-01-10"),), {"tribunal_appeal_by": "2012-02-07",
        "tribunal_outer_limit": None}),
    ("42 days", "FOISA", (("sic_decision", "2026-11-10"),), {"state": "decided", "court_of_session_by": "2026-12-22",
        "compliance_by": None, "tribunal_appeal_by": None}),
    ("42 days of intimation", "FOISA", (("sic_decision", "2026-11-10", {"received_on": "2026-11-12"}),), {"court_of_session_by": "2026-12-24"}),
    ("the SIC's number", "EISR", (("sic_decision", "2026-11-10", {"compliance_days": 45}),), {"compliance_by": "2026-12-25"}),
    ("appealed", "FOIA", (("ico_decision_notice", "2026-02-03"), ("tribunal_appeal", "2026-03-02")), {"state": "tribunal",
        "tribunal_appeal_by": "2026-03-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "regime", "events", "expected"), CASES)
def test_the_onward_dates_follow_the_rule(
    rule: str, regime: str, events: tuple[Any, ...], expected: dict[str, Any]
) -> None:
    made = clock(regime, *events)
    found = {name: getattr(made, name) for name in expected}
    assert {n: v.isoformat() if isinstance(v, date) else v for n, v in found.items()} == expected, rule


def test_each_partial_response_opens_a_window_of_its_own() -> None:
    made = clock(
        "FOIA",
        R,
        ("partial_response", "2026-03-20", {"covers": ("Q1", "Q2")}),
        ("partial_response", "2026-03-25", {"covers": ("Q3",)}),
        ("partial_response", "2026-03-26"),
    )
    keys = [deadline.key for deadline in made.deadlines if deadline.kind == "review_request_by"]
    assert keys == ["review_request_by:Q1,Q2", "review_request_by:Q3", "review_request_by:part 3"]


def test_the_same_deadline_keeps_its_key_when_its_day_is_corrected() -> None:
    before, after = clock("EIR", R, DONE, REVIEW), clock("EIR", ("received", "2026-03-03"), DONE, REVIEW)
    assert [deadline.key for deadline in before.deadlines] == [deadline.key for deadline in after.deadlines]


def test_asking_for_a_review_settles_the_window_and_its_answer_settles_the_review() -> None:
    made = clock("FOIA", R, DONE, REVIEW, ("review_outcome", "2026-05-12"))
    asked, due = made.deadline("review_request_by"), made.deadline("review_due")
    assert asked is not None
    assert due is not None
    assert (asked.met_on, asked.closed, asked.on, asked.hard) == (
        day("2026-04-20"),
        True,
        Party.REQUESTER,
        False,
    )
    assert (due.met_on, due.closed, due.on) == (day("2026-05-12"), True, Party.AUTHORITY)


def test_a_review_asked_too_late_is_said_to_depend_on_goodwill() -> None:
    assert any(
        "count on nothing" in reason
        for reason in clock("FOIA", R, DONE, ("internal_review_requested", "2026-06-02")).uncertain
    )
    assert not any(
        "count on nothing" in reason
        for reason in clock("FOIA", R, DONE, ("internal_review_requested", "2026-06-01")).uncertain
    )


def test_a_day_promised_for_the_review_is_kept_as_a_promise() -> None:
    made = clock("FOIA", R, DONE, REVIEW, ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"}))
    promise = made.deadline("promised_review")
    assert promise is not None
    assert (promise.due_on, promise.basis) == (day("2026-05-08"), Basis.AUTHORITY_PROMISE)


def test_an_overdue_review_is_overdue() -> None:
    assert clock("FOIA", R, DONE, REVIEW, today="2026-05-19").overdue is False
    assert clock("FOIA", R, DONE, REVIEW, today="2026-05-20").overdue is True


def test_an_authority_asked_by_the_regulator_usually_has_ten_working_days() -> None:
    made = clock("FOIA", R, ("ico_complaint", "2026-04-20"), ("ico_case_opened", "2026-04-27"))
    prompt = made.deadline("regulator_prompt")
    assert prompt is not None
    assert (prompt.due_on, prompt.basis) == (day("2026-05-12"), Basis.REGULATOR_GUIDANCE)
    answered = clock("FOIA", R, DONE, ("ico_complaint", "2026-04-20"), ("ico_case_opened", "2026-04-27"))
    assert answered.deadline("regulator_prompt") is None


def test_the_keeper_may_have_30_working_days_for_a_review() -> None:
    made = clock(
        "FOISA",
        R,
        ("refusal", "2026-04-20"),
        ("internal_review_requested", "2026-05-01"),
        kind=AuthorityKind.KEEPER,
    )
    assert (made.review_due, made.review_due_latest) == (day("2026-06-02"), day("2026-06-17"))


def test_the_appeal_reminds_for_the_working_day_before() -> None:
    texts = [step.text for step in clock("FOIA", ("ico_decision_notice", "2026-11-27")).working]
    assert any("let the appeal arrive by Thu 24 Dec 2026" in text for text in texts)


def test_an_application_to_the_scottish_commissioner_without_a_review_is_warned_about() -> None:
    made = clock("FOISA", R, ("sic_application", "2026-04-10"))
    assert any("without a review" in reason for reason in made.uncertain)


@pytest.mark.parametrize(
    ("regime", "events", "key"),
    [
        ("FOIA", (R, DONE, REVIEW, ("review_outcome", "2026-05-19")), "complaint_by"),
        ("FOIA", (("ico_decision_notice", "2026-02-03"),), "compliance_by"),
        ("EIR", (R, DONE), "review_request_by"),
        ("FOISA", (R, ("refusal", "2026-03-20")), "review_request_by"),
        ("FOISA", (("sic_decision", "2026-11-10"),), "court_of_session_by"),
        ("EISR", (R,), "response_due"),
    ],
)
def test_what_the_rules_mark_as_unchecked_is_marked_beside_its_date(
    regime: str, events: tuple[Any, ...], key: str
) -> None:
    made = clock(regime, *events)
    deadline = made.deadline(key)
    assert deadline is not None
    assert deadline.uncertain
    assert any(deadline.uncertain.startswith(reason) for reason in made.uncertain)


def test_an_unanswered_deadline_is_not_marked_where_the_rules_are_sure() -> None:
    due = clock("FOIA", R).deadline("response_due")
    assert due is not None
    assert due.uncertain == ""


def test_a_missed_promise_of_a_review_is_not_yet_an_overdue_review() -> None:
    reviewed = (R, ("refusal", "2026-03-31"), ("internal_review_requested", "2026-04-20"))
    promised = ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"})
    assert clock("FOIA", *reviewed, promised, today="2026-05-19").overdue is False
    assert clock("FOIA", *reviewed, promised, today="2026-05-20").overdue is True
