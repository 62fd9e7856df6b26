"""The reply: limits, grace, clarification, fees, extensions, schools, subject access. Cited cases as tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.states import AuthorityKind, Basis, Party, ResponseBasis, State
from tests.core.clocks import clock, day

R = (
    "received",
    "2026-03-02",
)  # FOIA: day 20 is Tue 31 Mar 2026 (St Patrick's Day out), day 40 Thu 30 Apr 2026
RS = ("received", "2026-01-05")  # day 20 is Mon 2 Feb 2026, no holiday
ASKED, ANSWERED = ("clarification_requested", "2026-01-19"), ("clarification_received", "2026-02-02")
FEE, PAID = ("fee_notice", "2026-02-09"), ("fee_paid", "2026-02-20")


def pit(
    on: str | None, target: str | None = None, *exemptions: str
) -> tuple[str, str | None, dict[str, Any]]:
    """A public-interest extension, by default for section 31."""
    return ("pit_extension", on, {"exemptions": exemptions or ("s31",), "target": target})


CASES: list[tuple[str, str, tuple[Any, ...], dict[str, Any]]] = [
    # section, regime, events, expected (days as ISO text)
    ("FOIA s.10(1)", "FOIA", (R,), {"response_due": "2026-03-31", "overdue_from": "2026-04-01", "response_basis": "statute",
        "chase_from": "2026-04-01", "grace_until": None, "restarts": 0, "extension_notice_due": "2026-03-31",
        "regulator_direct": True, "complaint_from": "2026-04-01", "original_response_due": "2026-03-31"}),
    ("FOISA s.10(1)", "FOISA", (R,), {"response_due": "2026-03-30", "extension_notice_due": None, "regulator_direct": False,
        "complaint_from": None}),
    ("EIR reg 5(2)", "EIR", (R,), {"response_due": "2026-03-31"}),
    ("EI(S)R reg 5(2)(a)", "EISR", (R,), {"response_due": "2026-03-30"}),
    # weekend and holiday receipt: RULES.md 0 no. 2 and 1.3
    ("s.45 code 2018", "FOIA", (("received", "2026-03-07"),), {"response_due": "2026-04-08", "grace_until": "2026-04-09",
        "overdue_from": "2026-04-09", "chase_from": "2026-04-10", "complaint_from": "2026-04-10"}),
    ("s.45 code 2018", "FOIA", (("received", "2026-04-03"),), {"response_due": "2026-05-05", "grace_until": "2026-05-06"}),
    ("SIC Decision 092/2026", "FOISA", (("received", "2025-10-26"),), {"response_due": "2025-11-21", "grace_until": "2025-11-24",
        "chase_from": "2025-11-25"}),
    # sent and presumed: CONTRACT, FOISA s.74
    ("CONTRACT sent", "FOIA", (("sent", "2026-03-02", {"channel": "email"}),), {"response_due": "2026-03-31", "state": "sent"}),
    ("CONTRACT sent", "FOIA", (("sent", "2026-03-02", {"channel": "portal"}),), {"response_due": "2026-03-31"}),
    ("CONTRACT sent", "FOIA", (("sent", "2026-03-02", {"channel": "post"}),), {"response_due": "2026-04-02"}),
    ("FOISA s.74", "FOISA", (("sent", "2026-03-02", {"channel": "post"}),), {"response_due": "2026-04-02"}),
    ("FOISA s.74", "FOISA", (("sent", "2026-03-05", {"channel": "post"}),), {"grace_until": "2026-04-07", "response_due": "2026-04-06"}),
    ("CONTRACT sent", "FOIA", (("sent", "2026-03-02"),), {"response_due": None, "state": "sent"}),
    ("CONTRACT received", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("received", "2026-03-03")),
        {"response_due": "2026-04-01", "state": "running"}),
    ("RULES 1.3 claimed", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("received", "2026-03-05", {"source": "authority"})),
        {"response_due": "2026-03-31", "state": "running"}),
    ("RULES 1.3 claimed", "FOIA", (("sent", "2026-03-02", {"channel": "post"}), ("received", "2026-03-05", {"source": "authority"})),
        {"response_due": "2026-04-07"}),
    ("RULES 1.3 claimed", "FOIA", (("received", "2026-03-02"), ("received", "2026-03-05", {"source": "authority"})),
        {"response_due": "2026-03-31"}),
    ("RULES 2.2 acknowledged", "FOIA", (R, ("received", "2026-03-05")), {"response_due": "2026-03-31"}),
    ("RULES 2.2 bounce", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("delivery_failed", "2026-03-02")),
        {"state": "draft", "response_due": None, "regulator_direct": None}),
    ("RULES 2.2 bounce", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("delivery_failed", "2026-03-02"),
        ("sent", "2026-03-12", {"channel": "email"})), {"state": "sent", "response_due": "2026-04-14"}),
    ("RULES 2.2 bounce", "FOIA", (("received", "2026-03-02"), ("delivery_failed", "2026-03-03")), {"state": "draft", "response_due": None}),
    ("two sendings, one bounce", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("sent", "2026-03-02", {"channel": "portal"}),
        ("delivery_failed", "2026-03-02")), {"state": "sent", "response_due": "2026-03-31"}),
    ("a copy sent after the clarification", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("clarification_requested", "2026-03-09"),
        ("clarification_received", "2026-03-16"), ("sent", "2026-03-20", {"channel": "email"})), {"response_due": "2026-04-16", "restarts": 1}),
    ("a copy sent after a claimed receipt", "FOIA", (("sent", "2026-03-02", {"channel": "post"}), ("received", "2026-03-05", {"source": "authority"}),
        ("sent", "2026-03-06", {"channel": "email"})), {"response_due": "2026-04-07"}),
    ("a copy that bounced", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("received", "2026-03-03"),
        ("sent", "2026-03-12", {"channel": "email"}), ("delivery_failed", "2026-03-12")), {"response_due": "2026-04-01", "state": "running"}),
    ("the first of two sendings counts", "FOIA", (("sent", "2026-03-02", {"channel": "email"}), ("sent", "2026-03-12", {"channel": "email"})),
        {"response_due": "2026-03-31"}),
    # clarification: FOIA s.1(3), s.10(6)(b)
    ("stop", "FOIA", (RS, ASKED), {"state": "awaiting_requester", "response_due": None, "overdue_from": None, "chase_from": None,
        "nudge_on": "2026-02-02", "original_response_due": "2026-02-02", "late_clarification": False, "restarts": 0}),
    ("s.10(6)(b)", "FOIA", (RS, ASKED, ANSWERED), {"state": "running", "response_due": "2026-03-02", "restarts": 1, "nudge_on": None,
        "original_response_due": "2026-02-02"}),
    ("asked on day 20 is in time", "FOIA", (RS, ("clarification_requested", "2026-02-02")), {"late_clarification": False, "working_days_late": None}),
    ("asked on day 21 is late", "FOIA", (RS, ("clarification_requested", "2026-02-03")), {"late_clarification": True, "working_days_late": 1}),
    ("EIR reg 9", "EIR", (RS, ASKED, ANSWERED), {"response_due": "2026-03-02"}),
    ("FOISA s.10(1)(b)", "FOISA", (RS, ASKED, ANSWERED), {"response_due": "2026-03-02"}),
    ("a second question while one is open", "FOIA", (RS, ASKED, ("clarification_requested", "2026-01-26"), ANSWERED),
        {"restarts": 1, "response_due": "2026-03-02"}),
    ("answered on a Saturday", "FOIA", (RS, ASKED, ("clarification_received", "2026-01-31")),
        {"response_due": "2026-02-27", "grace_until": "2026-03-02"}),
    ("RULES 2.3 some parts", "FOIA", (RS, (*ASKED, {"covers": ("Q1",)})), {"response_due": "2026-02-02", "nudge_on": "2026-02-02"}),
    ("RULES 2.3 some parts", "FOIA", (RS, (*ASKED, {"covers": ("Q1",)}), (*ANSWERED, {"covers": ("Q1",)})),
        {"response_due": "2026-02-02", "restarts": 0, "state": "running"}),
    # fees: FOIA s.9(2), s.10(2); EIR reg 8
    ("unpaid", "FOIA", (("received", "2026-02-02"), FEE), {"state": "awaiting_fee", "response_due": None, "fee_pay_by": "2026-05-08",
        "lapses_on": "2026-05-09", "working_days_disregarded": None}),
    ("paid", "FOIA", (("received", "2026-02-02"), FEE, PAID), {"state": "running", "response_due": "2026-03-16", "lapses_on": None,
        "working_days_disregarded": 10}),
    ("paid the same day", "FOIA", (("received", "2026-02-02"), FEE, ("fee_paid", "2026-02-09")), {"response_due": "2026-03-03",
        "working_days_disregarded": 1}),
    ("paid on the last day", "FOIA", (("received", "2026-02-02"), FEE, ("fee_paid", "2026-05-08")), {"state": "running"}),
    ("paid too late", "FOIA", (("received", "2026-02-02"), FEE, ("fee_paid", "2026-05-11")), {"state": "awaiting_fee",
        "response_due": None, "lapses_on": "2026-05-09"}),
    ("notice on day 20", "FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-03-02"), ("fee_paid", "2026-03-04")),
        {"response_due": "2026-03-05"}),
    ("notice after day 20 moves nothing", "FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-03-03"), ("fee_paid", "2026-03-05")),
        {"response_due": "2026-03-02"}),
    ("notice on the day of receipt", "FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-02-02"), ("fee_paid", "2026-02-06")),
        {"response_due": "2026-03-06", "working_days_disregarded": 5}),
    ("two fees", "FOIA", (("received", "2026-02-02"), ("fee_notice", "2026-02-04"), ("fee_paid", "2026-02-05"),
        ("fee_notice", "2026-02-10"), ("fee_paid", "2026-02-11")), {"response_due": "2026-03-06", "working_days_disregarded": 4}),
    ("fee paid, then clarified", "FOIA", (("received", "2026-02-02"), FEE, PAID, ("clarification_requested", "2026-02-23"),
        ("clarification_received", "2026-02-24")), {"response_due": "2026-03-25", "state": "running"}),
    ("FOISA s.9", "FOISA", (("received", "2026-02-02"), FEE), {"fee_pay_by": "2026-05-08"}),
    ("EI(S)R reg 8", "EISR", (("received", "2026-02-02"), FEE), {"fee_pay_by": "2026-05-06"}),
    ("fee and clarification", "FOIA", (("received", "2026-02-02"), FEE, ("clarification_requested", "2026-02-10"), PAID),
        {"state": "awaiting_requester", "response_due": None}),
    ("clarified while a fee is open", "FOIA", (("received", "2026-02-02"), FEE, ("clarification_requested", "2026-02-10"),
        ("clarification_received", "2026-02-12"), PAID), {"state": "running", "response_due": "2026-03-23"}),
    # extensions: FOIA s.10(3), EIR reg 7
    ("no target", "FOIA", (R, pit("2026-03-31")), {"state": "extended", "response_due": "2026-04-30", "response_basis": "ico_guideline_40wd",
        "extension_valid": True, "extension_notice_late": False}),
    ("target on day 40", "FOIA", (R, pit("2026-03-31", "2026-04-30")), {"response_due": "2026-04-30", "response_basis": "ico_guideline_40wd"}),
    ("target on day 39", "FOIA", (R, pit("2026-03-31", "2026-04-29")), {"response_due": "2026-04-29",
        "response_basis": "authority_target_within_guideline", "overdue_from": "2026-04-30"}),
    ("target after day 40", "FOIA", (R, pit("2026-03-31", "2026-05-20")), {"response_due": "2026-04-30", "complaint_from": "2026-05-01"}),
    ("target on the day of the notice", "FOIA", (R, pit("2026-03-31", "2026-03-31")), {"response_due": "2026-03-31", "extension_valid": True}),
    ("target before day 20", "FOIA", (R, pit("2026-03-10", "2026-03-20")), {"response_due": "2026-03-31", "response_basis": "statute"}),
    ("late notice moves the date all the same", "FOIA", (R, pit("2026-04-01")), {"response_due": "2026-04-30", "extension_valid": True,
        "extension_notice_late": True, "extension_notice_due": "2026-03-31"}),
    ("absolute", "FOIA", (R, pit("2026-03-20", None, "s40(2)")), {"response_due": "2026-03-31", "extension_valid": False, "state": "running"}),
    ("s.12", "FOIA", (R, pit("2026-03-20", None, "s12")), {"extension_valid": False}),
    ("one qualified among absolute", "FOIA", (R, pit("2026-03-20", None, "s40(2)", "s31")), {"extension_valid": True}),
    ("none named", "FOIA", (R, ("pit_extension", "2026-03-20")), {"extension_valid": False, "response_due": "2026-03-31"}),
    ("RULES 2.3 second notice", "FOIA", (R, pit("2026-03-31"), pit("2026-04-20", "2026-06-01")), {"response_due": "2026-04-30",
        "extension_valid": True, "extension_notice_late": False}),
    ("an invalid second notice leaves the first", "FOIA", (R, pit("2026-03-31"), pit("2026-04-20", None, "s12")),
        {"extension_valid": True, "response_due": "2026-04-30"}),
    ("RULES 2.3 clarified after extension", "FOIA", (RS, pit("2026-01-15"), ASKED, ANSWERED), {"response_due": "2026-03-02", "state": "running"}),
    ("FOIA has no reg 7", "FOIA", (R, ("eir_extension", "2026-03-20")), {"extension_valid": False, "response_due": "2026-03-31"}),
    ("EIR has no s.10(3)", "EIR", (R, pit("2026-03-20")), {"extension_valid": False, "response_due": "2026-03-31"}),
    ("FOISA has none", "FOISA", (R, pit("2026-03-20")), {"extension_valid": False, "extension_notice_late": None}),
    ("reg 7 on day 20", "EIR", (R, ("eir_extension", "2026-03-31")), {"response_due": "2026-04-30", "extension_valid": True,
        "response_basis": "statutory_max_40wd"}),
    ("reg 7 on day 21", "EIR", (R, ("eir_extension", "2026-04-01")), {"response_due": "2026-03-31", "extension_valid": False,
        "extension_notice_late": True, "state": "running"}),
    ("extension and fee", "FOIA", (("received", "2026-02-02"), FEE, PAID, pit("2026-02-25")), {"state": "extended", "response_due": "2026-04-16"}),
    # replies
    ("on the day", "FOIA", (R, ("final_response", "2026-03-31")), {"state": "answered", "response_late": False, "response_due": "2026-03-31",
        "chase_from": None, "regulator_direct": False}),
    ("a day late", "FOIA", (R, ("refusal", "2026-04-01")), {"state": "refused", "response_late": True}),
    ("FOISA s.74: posting is giving", "FOISA", (R, ("not_held", "2026-03-30", {"received_on": "2026-04-02"})),
        {"state": "not_held", "response_late": False}),
    ("T03", "FOIA", (R, ("partial_response", "2026-03-20", {"covers": ("Q1",)})), {"state": "partially_answered",
        "response_due": "2026-03-31", "review_request_by": None, "response_late": None}),
    ("answered while stopped", "FOIA", (RS, ASKED, ("final_response", "2026-02-20")), {"response_late": False, "response_due": None}),
    ("answered after a late question", "FOIA", (RS, ("clarification_requested", "2026-02-09"), ("final_response", "2026-02-20")),
        {"response_late": True}),
    ("withdrawn", "FOIA", (R, ("withdrawn", "2026-03-10")), {"state": "withdrawn", "response_due": None, "review_request_by": None,
        "regulator_direct": None}),
    # transfer and narrowing
    ("T01", "FOIA", (R, ("transferred", "2026-03-19", {"to": "mopac", "consent": True}), ("received_by_transferee", "2026-03-20")),
        {"state": "transferred", "child_response_due": "2026-04-21", "response_due": "2026-03-31", "chase_from": None}),
    ("transfer refused", "FOIA", (R, ("transferred", "2026-03-19", {"consent": False})), {"state": "running", "chase_from": "2026-04-01", "regulator_direct": True}),
    ("EIR reg 10 needs no consent", "EIR", (R, ("transferred", "2026-03-19", {"consent": False})), {"state": "transferred"}),
    ("to a school without term dates", "FOIA", (R, ("transferred", "2026-03-19", {"to": "academy"}), ("received_by_transferee", "2026-03-20")),
        {"child_response_due": None}),
    ("LTT137", "FOIA", (R, ("refusal", "2026-03-20"), ("new_request_received", "2026-03-27", {"narrows": "FT-1"})),
        {"state": "refused", "child_response_due": "2026-04-28", "review_request_by": "2026-05-20"}),
    # Fees Regulations reg 5: the receipt day is the first of the 60
    ("reg 5(2)(b)", "FOIA", (R, ("second_request_planned", "2026-05-05")), {"aggregation_until": "2026-05-29", "aggregation_clear_from": "2026-06-01"}),
    ("reg 5(2)(b) from the original receipt", "FOIA", (RS, ASKED, ANSWERED, ("second_request_planned", "2026-02-10")),
        {"aggregation_until": "2026-03-30"}),
    ("reg 5 on a Sunday", "FOIA", (("received", "2026-03-01"), ("second_request_planned", "2026-05-05")), {"aggregation_until": "2026-05-29"}),
    ("no aggregation", "EIR", (R, ("second_request_planned", "2026-05-05")), {"aggregation_until": None}),
    ("no aggregation", "FOISA", (R, ("second_request_planned", "2026-05-05")), {"aggregation_until": None}),
    # subject access: UK GDPR art 12(3)
    ("corresponding date", "UKGDPR", (("received", "2026-09-03"),), {"corresponding_date": "2026-10-03", "response_due": "2026-10-05"}),
    ("no such day", "UKGDPR", (("received", "2026-01-31"),), {"corresponding_date": "2026-02-28", "response_due": "2026-03-02"}),
    ("weekend receipt has no grace", "UKGDPR", (("received", "2026-03-07"),), {"response_due": "2026-04-07", "grace_until": None}),
    ("two further months", "UKGDPR", (("received", "2026-09-03"), ("sar_extended", "2026-10-01")), {"response_due": "2026-12-03",
        "original_response_due": "2026-10-05", "state": "extended", "extension_valid": True}),
    ("clarification pauses", "UKGDPR", (R, ("clarification_requested", "2026-03-09")), {"response_due": None, "state": "awaiting_requester"}),
    ("clarification pauses", "UKGDPR", (R, ("clarification_requested", "2026-03-09"), ("clarification_received", "2026-03-16")),
        {"response_due": "2026-04-10", "restarts": 0, "corresponding_date": "2026-04-02"}),
    ("overlapping pauses count once", "UKGDPR", (R, ("clarification_requested", "2026-03-09"), ("fee_notice", "2026-03-10"),
        ("fee_paid", "2026-03-12"), ("clarification_received", "2026-03-16")), {"response_due": "2026-04-10"}),
]  # fmt: skip


@pytest.mark.parametrize(("section", "regime", "events", "expected"), CASES)
def test_the_reply_follows_the_rule(
    section: str, regime: str, events: tuple[Any, ...], expected: dict[str, Any]
) -> None:
    made = clock(regime, *events)
    found = {name: getattr(made, name) for name in expected}
    assert {n: v.isoformat() if isinstance(v, date) else v for n, v in found.items()} == expected, section


def test_a_promise_after_day_40_is_kept_beside_it() -> None:
    promise = clock("FOIA", R, pit("2026-03-31", "2026-05-20")).deadline("promised_reply")
    assert promise is not None
    assert (promise.due_on, promise.basis, promise.hard) == (
        date(2026, 5, 20),
        Basis.AUTHORITY_PROMISE,
        False,
    )


def test_a_part_asked_about_alone_has_a_day_of_its_own() -> None:
    covered = {"covers": ("Q1",)}
    made = clock("FOIA", RS, (*ASKED, covered), (*ANSWERED, covered))
    part, rest = made.deadline("response_due:Q1"), made.deadline("response_due")
    assert part is not None
    assert rest is not None
    assert (part.due_on, rest.due_on) == (date(2026, 3, 2), date(2026, 2, 2))
    assert any("some questions only" in reason for reason in made.uncertain)
    answered = clock(
        "FOIA", RS, (*ASKED, covered), (*ANSWERED, covered), ("partial_response", "2026-02-20", covered)
    )
    part = answered.deadline("response_due:Q1")
    assert part is not None
    assert part.closed


SCHOOL = AuthorityKind.SCHOOL_MAINTAINED


def test_a_school_without_term_dates_has_a_range_and_is_not_late_before_its_end() -> None:
    made = clock("FOIA", R, kind=SCHOOL, today="2026-06-01")
    assert made.response_due is made.overdue_from is None
    assert (made.response_due_earliest, made.response_due_latest) == (day("2026-03-31"), day("2026-06-01"))
    assert (made.needs, made.chase_from, made.overdue) == ("term_dates", day("2026-06-02"), False)
    assert clock("FOIA", R, kind=SCHOOL, today="2026-06-02").overdue
    assert made.deadline("response_due_latest") is not None


@pytest.mark.parametrize(
    ("closed", "due"),
    [
        ([], "2026-03-31"),
        ([["2026-03-30", "2026-04-10"]], "2026-04-14"),
        ([["2026-03-02", "2026-03-02"]], "2026-03-31"),
        ([["2026-03-03", "2026-03-03"]], "2026-04-01"),
        ([["2026-03-03", "2026-08-31"]], "2026-06-01"),
    ],
)
def test_a_school_counts_school_days_up_to_60_working_days(closed: list[list[str]], due: str) -> None:
    made = clock("FOIA", ("received", "2026-03-02", {"non_school_days": closed}), kind=SCHOOL)
    assert made.response_due == day(due)
    assert made.working_day_60 == day("2026-06-01")
    assert made.needs is None


def test_the_closed_days_of_a_school_count_whichever_receipt_tells_them() -> None:
    closed = {"non_school_days": [["2026-03-30", "2026-04-10"]]}
    later = clock(
        "FOIA",
        R,
        ("fee_notice", "2026-03-04"),
        ("fee_paid", "2026-03-04"),
        ("received", "2026-03-05", closed),
        kind=SCHOOL,
    )
    assert later.response_due == day("2026-04-15")
    claimed = ("received", "2026-03-04", {**closed, "source": "authority"})
    assert clock(
        "FOIA", ("sent", "2026-03-02", {"channel": "email"}), claimed, kind=SCHOOL
    ).response_due == day("2026-04-14")
    part = ("clarification_requested", "2026-03-03", {"covers": ("Q1",)})
    after_a_question = clock("FOIA", R, part, ("received", "2026-03-05", closed), kind=SCHOOL)
    assert after_a_question.response_due == after_a_question.original_response_due == day("2026-04-14")
    twice = clock(
        "FOIA",
        (*R, closed),
        ("received", "2026-03-05", {"non_school_days": [["2026-03-03", "2026-08-31"]]}),
        kind=SCHOOL,
    )
    assert twice.response_due == day("2026-04-14")
    of_review = ("received", "2026-04-02", closed)
    reviewed = clock(
        "FOIA",
        R,
        ("refusal", "2026-03-31"),
        ("internal_review_requested", "2026-04-01"),
        of_review,
        kind=SCHOOL,
    )
    assert reviewed.response_due is None


def test_a_school_has_the_plain_20_for_environmental_information() -> None:
    assert clock("EIR", R, kind=SCHOOL).response_due == day("2026-03-31")


def test_the_reply_of_a_school_inside_its_range_is_neither_late_nor_in_time() -> None:
    assert clock("FOIA", R, ("final_response", "2026-04-15"), kind=SCHOOL).response_late is None
    assert clock("FOIA", R, ("final_response", "2026-06-02"), kind=SCHOOL).response_late is True
    assert clock("FOIA", R, ("final_response", "2026-03-31"), kind=SCHOOL).response_late is False


@pytest.mark.parametrize(
    ("regime", "kind", "latest"),
    [("FOIA", AuthorityKind.ARCHIVES, "2026-04-16"), ("FOISA", AuthorityKind.KEEPER, "2026-04-14")],
)
def test_an_archive_has_a_range_marked_uncertain(regime: str, kind: AuthorityKind, latest: str) -> None:
    made = clock(regime, R, kind=kind)
    assert made.response_due is None
    assert made.response_due_latest == day(latest)
    assert made.working_day_60 is made.school_day_20 is None
    assert any("archive" in reason for reason in made.uncertain)


def test_every_attribute_of_the_reply_s_deadline_is_told() -> None:
    due = clock("FOIA", ("received", "2026-11-09")).deadline("response_due")
    assert due is not None
    assert (due.on, due.basis, due.section, due.hard) == (
        Party.AUTHORITY,
        Basis.STATUTE,
        "FOIA s.10(1)",
        True,
    )
    assert (due.trigger_on, due.working_days) == (day("2026-11-09"), 20)
    assert (due.overdue_from, due.chase_from, due.met_on, due.closed) == (
        day("2026-12-09"),
        day("2026-12-09"),
        None,
        False,
    )
    assert "complain" in due.opens


def test_a_met_deadline_says_when_it_was_met_and_chases_nobody() -> None:
    due = clock("FOIA", R, ("final_response", "2026-03-20")).deadline("response_due")
    assert due is not None
    assert (due.met_on, due.closed, due.chase_from) == (day("2026-03-20"), True, None)


def test_the_working_reads_as_on_the_sketch() -> None:
    made = clock(
        "FOIA",
        ("received", "2026-10-26"),
        ("clarification_requested", "2026-11-02"),
        ("clarification_received", "2026-11-09"),
    )
    assert [(step.text, step.section) for step in made.working][:4] == [
        (
            "They received your clarification on Mon 9 Nov 2026; the next working day is day 1.",
            "FOIA s.1(3), s.10(6)(b)",
        ),
        (
            "Mon 30 Nov 2026 is skipped: St Andrew's Day, a bank holiday in Scotland, is one for every UK authority.",
            "FOIA s.10(6)",
        ),
        ("Day 20 is Tue 8 Dec 2026.", "FOIA s.10(1)"),
        ("An England-only calendar would say Mon 7 Dec 2026, one day early.", ""),
    ]


def test_a_scottish_working_names_its_own_calendar() -> None:
    texts = [step.text for step in clock("FOISA", ("received", "2026-11-09")).working]
    assert "Mon 30 Nov 2026 is skipped: St Andrew's Day, a bank holiday in Scotland." in texts


def test_a_reminder_of_ours_is_neither_law_nor_hard() -> None:
    nudge = clock("FOIA", RS, ASKED).deadline("clarification_nudge")
    assert nudge is not None
    assert (nudge.basis, nudge.hard, nudge.on) == (Basis.OURS, False, Party.REQUESTER)
    arrived = clock("FOIA", ("sent", "2026-03-02", {"channel": "email"})).deadline("acknowledgement_nudge")
    assert arrived is not None
    assert arrived.due_on == day("2026-03-09")


def test_the_funeral_holiday_is_counted_and_said_to_be_disputed_for_requests_already_running() -> None:
    running, later = clock("FOIA", ("received", "2022-08-30")), clock("FOIA", ("received", "2022-09-12"))
    assert running.response_due == day("2022-09-28")
    assert any("State Funeral" in reason for reason in running.uncertain)
    assert not any("State Funeral" in reason for reason in later.uncertain)


def test_provisional_holidays_are_said_to_be_provisional() -> None:
    assert not clock("FOIA", ("received", "2026-11-27")).uncertain
    assert any("provisional" in reason for reason in clock("FOIA", ("received", "2026-12-04")).uncertain)


def test_a_pause_of_a_subject_access_request_is_law_only_since_the_act_of_2025_came_into_force() -> None:
    before = clock("UKGDPR", ("received", "2026-02-02"), ("clarification_requested", "2026-02-04"))
    since = clock("UKGDPR", ("received", "2026-02-02"), ("clarification_requested", "2026-02-05"))
    assert any("only from Thu 5 Feb 2026" in reason for reason in before.uncertain)
    assert not any("only from" in reason for reason in since.uncertain)


def test_what_is_handed_in_counts_as_received_that_day() -> None:
    assert clock("FOIA", ("sent", "2026-03-02", {"channel": "hand"})).response_due == day("2026-03-31")


def test_a_fee_can_be_paid_until_a_day_after_the_table_which_needs_no_holidays() -> None:
    made = clock("FOIA", ("received", "2028-12-20"), ("fee_notice", "2029-01-09"))
    pay_by = made.deadline("fee_pay_by")
    assert pay_by is not None
    assert pay_by.due_on == made.fee_pay_by == day("2029-04-08")


def test_overdue_is_no_state_but_follows_from_the_day() -> None:
    assert clock("FOIA", R).overdue is None
    assert clock("FOIA", R, today="2026-03-31").overdue is False
    late = clock("FOIA", R, today="2026-04-01")
    assert (late.overdue, late.state) == (True, State.RUNNING)
    assert clock("FOIA", R, ("final_response", "2026-04-07"), today="2026-04-08").overdue is False


def test_a_basis_is_a_word_of_the_contract() -> None:
    assert clock("FOIA", R).response_basis is ResponseBasis.STATUTE
