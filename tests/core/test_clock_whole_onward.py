"""After a reply or a decision, whole: every date, whose it is, what it rests on, when we chase, whether it is over.

The other tables of the clock look at the dates a rule is about; here nothing may be added, lost or changed beside
them. The counts are the engine's, many of them counted again by hand from the section named; holidays out: 17 Mar, 3 and 6 Apr, 4 and 25 May 2026.
"""

from __future__ import annotations

from typing import Any

import pytest

from requests_app.core.states import AuthorityKind
from tests.core.clocks import assert_whole, clock

R = ("received", "2026-03-02")
DONE = ("final_response", "2026-03-31")
REVIEW = ("internal_review_requested", "2026-04-20")

STORIES: list[tuple[str, str, str | None, tuple[Any, ...], str, tuple[str, ...], tuple[str, ...]]] = [
    # rule, regime, kind of authority, events, then: state, dates and facts, deadlines
    ("s.45 code: review acknowledged with a promise", "FOIA", None, (R, DONE, REVIEW, ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"}),),
        "review_running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, review_due 2026-05-19, review_due_latest 2026-06-18, regulator_direct False",
            "complaint_from 2026-06-19",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, met 2026-04-20, closed",
            "review_due 2026-05-19 authority code soft, chase 2026-05-20",
            "review_due_latest 2026-06-18 authority regulator_guidance soft, chase 2026-06-19",
            "promised_review 2026-05-08 authority authority_promise soft, chase 2026-05-11",
        )),
    ("FOIA s.50: six weeks, complained in time", "FOIA", None, (R, DONE, REVIEW, ("review_outcome", "2026-05-19"), ("ico_complaint", "2026-06-01"),),
        "with_regulator", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, review_due 2026-05-19, review_due_latest 2026-06-18, regulator_direct False",
            "complaint_from 2026-05-19, complaint_by 2026-06-30",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, met 2026-04-20, closed",
            "review_due 2026-05-19 authority code soft, met 2026-05-19, closed",
            "review_due_latest 2026-06-18 authority regulator_guidance soft, met 2026-05-19, closed",
            "complaint_by 2026-06-30 requester regulator_guidance soft, met 2026-06-01, closed",
        )),
    ("FOIA s.50: six weeks, not complained yet", "FOIA", None, (
        R,
        DONE,
        REVIEW,
        ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"}),
        ("review_outcome", "2026-05-19"),
    ),
        "review_done", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, review_due 2026-05-19, review_due_latest 2026-06-18, regulator_direct False",
            "complaint_from 2026-05-19, complaint_by 2026-06-30",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, met 2026-04-20, closed",
            "review_due 2026-05-19 authority code soft, met 2026-05-19, closed",
            "review_due_latest 2026-06-18 authority regulator_guidance soft, met 2026-05-19, closed",
            "promised_review 2026-05-08 authority authority_promise soft, met 2026-05-19, closed",
            "complaint_by 2026-06-30 requester regulator_guidance soft",
        )),
    ("FOIA s.50: a case opened says a complaint was made", "FOIA", None, (R, DONE, REVIEW, ("review_outcome", "2026-05-19"), ("ico_case_opened", "2026-06-08"),),
        "with_regulator", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, review_due 2026-05-19, review_due_latest 2026-06-18, regulator_direct False",
            "complaint_from 2026-05-19, complaint_by 2026-06-30",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, met 2026-04-20, closed",
            "review_due 2026-05-19 authority code soft, met 2026-05-19, closed",
            "review_due_latest 2026-06-18 authority regulator_guidance soft, met 2026-05-19, closed",
            "complaint_by 2026-06-30 requester regulator_guidance soft, met 2026-06-08, closed",
        )),
    ("FOIA s.50: silence, and the regulator asks", "FOIA", None, (R, ("ico_complaint", "2026-04-20"), ("ico_case_opened", "2026-04-27"),),
        "with_regulator", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
            "regulator_prompt 2026-05-12 authority regulator_guidance soft",
        )),
    ("FOISA s.20, s.47: all the way to the Commissioner", "FOISA", None, (
        R,
        ("refusal", "2026-03-20"),
        ("internal_review_requested", "2026-05-01"),
        ("review_outcome", "2026-05-29"),
        ("sic_application", "2026-06-01"),
    ),
        "with_regulator", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, restarts 0, response_late False",
            "review_request_by 2026-05-28, review_request_by_safe 2026-05-19, review_due 2026-06-02, regulator_direct False, complaint_from 2026-05-29",
            "complaint_by 2026-11-29",
        ), (
            "response_due 2026-03-30 authority statute hard, met 2026-03-20, closed",
            "review_request_by 2026-05-28 requester statute hard, met 2026-05-01, closed",
            "review_request_by_safe 2026-05-19 requester regulator_guidance soft, met 2026-05-01, closed",
            "review_due 2026-06-02 authority statute hard, met 2026-05-29, closed",
            "complaint_by 2026-11-29 requester statute hard, met 2026-06-01, closed",
        )),
    ("FOISA s.47(4)(b): six months after a silent review", "FOISA", None, (R, REVIEW,),
        "review_running", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, chase_from 2026-03-31, restarts 0",
            "review_request_by 2026-05-28, review_due 2026-05-19, regulator_direct False, complaint_from 2026-05-20, complaint_by 2026-11-19",
        ), (
            "response_due 2026-03-30 authority statute hard, chase 2026-03-31",
            "review_request_by 2026-05-28 requester statute hard, met 2026-04-20, closed",
            "review_due 2026-05-19 authority statute hard, chase 2026-05-20",
            "complaint_by 2026-11-19 requester statute hard",
        )),
    ("FOISA s.21(2): the Keeper", "FOISA", "keeper", (R, ("internal_review_requested", "2026-05-01"),),
        "review_running", (
            "response_basis statute, response_due_earliest 2026-03-30, response_due_latest 2026-04-14, needs transferred_records, chase_from 2026-04-15",
            "restarts 0, review_due 2026-06-02, review_due_latest 2026-06-17, regulator_direct False, complaint_from 2026-06-18, complaint_by 2026-12-17",
        ), (
            "response_due_latest 2026-04-14 authority statute hard, chase 2026-04-15",
            "review_due 2026-06-02 authority statute hard, chase 2026-06-03",
            "review_due_latest 2026-06-17 authority statute hard, chase 2026-06-18",
            "complaint_by 2026-12-17 requester statute hard",
        )),
    ("FOIA s.50(4), s.57: a decision alone", "FOIA", None, (("ico_decision_notice", "2026-02-03"),),
        "decided", (
            "restarts 0, compliance_by 2026-03-05, tribunal_appeal_by 2026-03-03",
        ), (
            "compliance_by 2026-03-05 authority notice hard, chase 2026-03-06",
            "tribunal_appeal_by 2026-03-03 requester statute hard",
        )),
    ("FOIA s.57: appealed in time", "FOIA", None, (("ico_decision_notice", "2026-02-03"), ("tribunal_appeal", "2026-03-02"),),
        "tribunal", (
            "restarts 0, compliance_by 2026-03-05, tribunal_appeal_by 2026-03-03",
        ), (
            "compliance_by 2026-03-05 authority notice hard, chase 2026-03-06",
            "tribunal_appeal_by 2026-03-03 requester statute hard, met 2026-03-02, closed",
        )),
    ("FOISA s.49(6), s.56", "FOISA", None, (("sic_decision", "2026-11-10", {"compliance_days": 45}),),
        "decided", (
            "restarts 0, compliance_by 2026-12-25, court_of_session_by 2026-12-22",
        ), (
            "compliance_by 2026-12-25 authority notice hard, chase 2026-12-29",
            "court_of_session_by 2026-12-22 requester statute hard",
        )),
    ("FOISA s.20(5)(a): refused on the last day, so both counts agree", "FOISA", None, (R, ("refusal", "2026-03-30"),),
        "refused", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, restarts 0, response_late False",
            "review_request_by 2026-05-28, regulator_direct False",
        ), (
            "response_due 2026-03-30 authority statute hard, met 2026-03-30, closed",
            "review_request_by 2026-05-28 requester statute hard",
        )),
    ("what has no day goes before the first dated event of a later row", "FOIA", None, (
        R,
        ("refusal", "2026-03-31"),
        ("partial_response", None, {"covers": ("Q1",)}),
        ("internal_review_requested", None),
    ),
        "review_running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, regulator_direct False",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, closed",
        )),
    ("SI 2004/3364 reg 4: an archive replying on the last day of the range is neither late nor in time", "FOIA", "archives", (R, ("refusal", "2026-04-16"),),
        "refused", (
            "response_basis statute, response_due_earliest 2026-03-31, response_due_latest 2026-04-16, needs transferred_records, restarts 0",
            "review_request_by 2026-06-16, regulator_direct False",
        ), (
            "response_due_latest 2026-04-16 authority statute hard, met 2026-04-16, closed",
            "review_request_by 2026-06-16 requester code soft",
        )),
    ("FOISA s.20(5)(b): a late reply that came the day it was issued", "FOISA", None, (R, ("refusal", "2026-04-10", {"received_on": "2026-04-10"}),),
        "refused", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, restarts 0, response_late True",
            "review_request_by 2026-06-09, regulator_direct False",
        ), (
            "response_due 2026-03-30 authority statute hard, met 2026-04-10, closed",
            "review_request_by 2026-06-09 requester statute hard",
        )),
    ("the bank holiday table ends before the 40 working days do", "FOIA", None, (("received", "2028-10-02"), ("refusal", "2028-11-20"),),
        "refused", (
            "response_due 2028-10-30, response_basis statute, original_response_due 2028-10-30, restarts 0, response_late True",
            "extension_notice_due 2028-10-30, regulator_direct False",
        ), (
            "response_due 2028-10-30 authority statute hard, met 2028-11-20, closed",
            "extension_notice_due 2028-10-30 authority statute hard, closed",
        )),
    ("FOISA s.56: appealed to the Court of Session", "FOISA", None, (("sic_decision", "2026-11-10"), ("tribunal_appeal", "2026-12-01"),),
        "tribunal", (
            "restarts 0, court_of_session_by 2026-12-22",
        ), (
            "court_of_session_by 2026-12-22 requester statute hard, met 2026-12-01, closed",
        )),
    ("a reply after the last day of the table is late all the same", "FOIA", None, (("received", "2028-10-02"), ("refusal", "2029-01-05"),),
        "refused", (
            "response_due 2028-10-30, response_basis statute, original_response_due 2028-10-30, restarts 0, response_late True",
            "extension_notice_due 2028-10-30, regulator_direct False",
        ), (
            "response_due 2028-10-30 authority statute hard, met 2029-01-05, closed",
            "extension_notice_due 2028-10-30 authority statute hard, closed",
        )),
    ("a decision on a day not stated gives no day", "FOIA", None, (("ico_decision_notice", None),),
        "decided", (
            "restarts 0",
        ), (
        )),
    ("FOISA s.74: issued on the last day is in time, whenever it came", "FOISA", None, (R, ("refusal", "2026-03-30", {"received_on": "2026-04-02"}),),
        "refused", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, restarts 0, response_late False",
            "review_request_by 2026-05-28, regulator_direct False",
        ), (
            "response_due 2026-03-30 authority statute hard, met 2026-03-30, closed",
            "review_request_by 2026-05-28 requester statute hard",
        )),
    ("FOISA s.20(5): the safe day lies beyond the table", "FOISA", None, (("received", "2028-09-01"), ("refusal", "2028-09-20", {"received_on": "2028-12-01"}),),
        "refused", (
            "response_due 2028-09-29, response_basis statute, original_response_due 2028-09-29, restarts 0, response_late False",
            "review_request_by 2028-11-24, regulator_direct False",
        ), (
            "response_due 2028-09-29 authority statute hard, met 2028-09-20, closed",
            "review_request_by 2028-11-24 requester statute hard",
        )),
    ("RULES.md 2.2: a review of what was answered, before the rest is due", "FOIA", None, (
        R,
        ("partial_response", "2026-03-11", {"covers": ("Q1",)}),
        ("internal_review_requested", "2026-03-12"),
    ),
        "review_running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, review_due 2026-04-14, review_due_latest 2026-05-13, regulator_direct False, complaint_from 2026-05-14",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
            "review_request_by:Q1 2026-05-12 requester code soft, met 2026-03-12, closed",
            "review_due 2026-04-14 authority code soft, chase 2026-04-15",
            "review_due_latest 2026-05-13 authority regulator_guidance soft, chase 2026-05-14",
        )),
    ("UK GDPR: no review in law, so none to extend", "UKGDPR", None, (
        R,
        ("refusal", "2026-04-02"),
        ("internal_review_requested", "2026-04-07"),
        ("review_extended", "2026-04-20"),
    ),
        "review_running", (
            "response_due 2026-04-02, response_basis statute, original_response_due 2026-04-02, restarts 0, response_late False",
            "extension_notice_due 2026-04-02, regulator_direct True, corresponding_date 2026-04-02",
        ), (
            "response_due 2026-04-02 authority statute hard, met 2026-04-02, closed",
            "extension_notice_due 2026-04-02 authority statute hard, closed",
        )),
    ("UK GDPR: a decision gives days to comply and none to appeal that we know of", "UKGDPR", None, (
        ("ico_decision_notice", "2026-06-05", {"compliance_days": 20}),
    ),
        "decided", (
            "restarts 0, compliance_by 2026-06-25",
        ), (
            "compliance_by 2026-06-25 authority notice hard, chase 2026-06-26",
        )),
    ("FOISA s.20(5): the time of the Keeper may have ended or not, so from the reply", "FOISA", "keeper", (R, ("refusal", "2026-04-10"),),
        "refused", (
            "response_basis statute, response_due_earliest 2026-03-30, response_due_latest 2026-04-14, needs transferred_records, restarts 0",
            "review_request_by 2026-06-09, regulator_direct False",
        ), (
            "response_due_latest 2026-04-14 authority statute hard, met 2026-04-10, closed",
            "review_request_by 2026-06-09 requester statute hard",
        )),
    ("two promises of one day, in whatever order they are entered", "FOIA", None, (
        R,
        DONE,
        REVIEW,
        ("review_acknowledged", "2026-04-22", {"target": "2026-05-08"}),
        ("review_acknowledged", "2026-04-22", {"target": "2026-05-15"}),
    ),
        "review_running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, response_late False",
            "extension_notice_due 2026-03-31, review_request_by 2026-06-01, review_due 2026-05-19, review_due_latest 2026-06-18, regulator_direct False",
            "complaint_from 2026-06-19",
        ), (
            "response_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "review_request_by 2026-06-01 requester code soft, met 2026-04-20, closed",
            "review_due 2026-05-19 authority code soft, chase 2026-05-20",
            "review_due_latest 2026-06-18 authority regulator_guidance soft, chase 2026-06-19",
            "promised_review 2026-05-15 authority authority_promise soft, chase 2026-05-18",
            "promised_review:2 2026-05-08 authority authority_promise soft, chase 2026-05-11",
        )),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "regime", "kind", "events", "state", "facts", "deadlines"), STORIES)
def test_after_a_reply_or_a_decision_there_are_these_dates_and_no_others(
    rule: str,
    regime: str,
    kind: str | None,
    events: tuple[Any, ...],
    state: str,
    facts: tuple[str, ...],
    deadlines: tuple[str, ...],
) -> None:
    made = clock(regime, *events, kind=AuthorityKind(kind) if kind else None)
    assert_whole(made, state, facts, deadlines)
