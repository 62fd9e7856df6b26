"""While a reply is awaited, whole: every date, whose it is, what it rests on, when we chase, whether it is over.

The other tables of the clock look at the dates a rule is about; here nothing may be added, lost or changed beside
them. The counts are the engine's, many of them counted again by hand from the section named; holidays out: 17 Mar, 3 and 6 Apr, 4 and 25 May 2026.
"""

from __future__ import annotations

from typing import Any

import pytest

from requests_app.core.states import AuthorityKind
from tests.core.clocks import assert_whole, clock

R = ("received", "2026-03-02")

STORIES: list[tuple[str, str, str | None, tuple[Any, ...], str, tuple[str, ...], tuple[str, ...]]] = [
    # rule, regime, kind of authority, events, then: state, dates and facts, deadlines
    ("RULES.md 6 L1: our nudge after 5 working days", "FOIA", None, (("sent", "2026-03-02", {"channel": "email"}),),
        "sent", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
            "acknowledgement_nudge 2026-03-09 requester ours soft",
        )),
    ("FOIA s.1(3): 14 days and two months", "FOIA", None, (R, ("clarification_requested", "2026-03-16"),),
        "awaiting_requester", (
            "original_response_due 2026-03-31, restarts 0, late_clarification False, nudge_on 2026-03-30, regulator_direct True",
        ), (
            "clarification_nudge 2026-03-30 requester ours soft",
            "clarification_closes 2026-05-16 requester regulator_guidance soft",
        )),
    ("RULES.md 2.3: questions about parts only, one still open", "FOIA", None, (
        R,
        ("clarification_requested", "2026-03-09", {"covers": ("Q1",)}),
        ("clarification_requested", "2026-03-10", {"covers": ("Q2",)}),
        ("clarification_received", "2026-03-16", {"covers": ("Q1",)}),
        ("partial_response", "2026-03-20", {"covers": ("Q1", "Q3")}),
    ),
        "awaiting_requester", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0, late_clarification False",
            "nudge_on 2026-03-24, extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
            "response_due:Q1 2026-04-16 authority statute hard, met 2026-03-20, closed",
            "clarification_nudge 2026-03-24 requester ours soft",
            "clarification_closes 2026-05-10 requester regulator_guidance soft",
            "review_request_by:Q1,Q3 2026-05-20 requester code soft",
        )),
    ("an answer about a part on a day not stated starts nothing", "FOIA", None, (
        R,
        ("clarification_requested", "2026-03-09", {"covers": ("Q1",)}),
        ("clarification_received", None, {"covers": ("Q1",)}),
    ),
        "running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0, late_clarification False",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
        )),
    ("FOIA s.9(2): three months beginning with the notice", "FOIA", None, (R, ("fee_notice", "2026-03-16"),),
        "awaiting_fee", (
            "original_response_due 2026-03-31, restarts 0, fee_pay_by 2026-06-15, lapses_on 2026-06-16, regulator_direct True",
        ), (
            "fee_pay_by 2026-06-15 requester statute hard",
        )),
    ("FOIA s.10(2): 16 and 18 Mar are left out", "FOIA", None, (R, ("fee_notice", "2026-03-16"), ("fee_paid", "2026-03-18"),),
        "running", (
            "response_due 2026-04-02, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-07, restarts 0",
            "extension_notice_due 2026-04-02, fee_pay_by 2026-06-15, working_days_disregarded 2, regulator_direct True, complaint_from 2026-04-03",
        ), (
            "response_due 2026-04-02 authority statute hard, chase 2026-04-07",
            "extension_notice_due 2026-04-02 authority statute hard",
            "fee_pay_by 2026-06-15 requester statute hard, closed",
        )),
    ("FOIA s.17(2): a promise after day 40", "FOIA", None, (R, ("pit_extension", "2026-03-31", {"exemptions": ("s31",), "target": "2026-06-01"}),),
        "extended", (
            "response_due 2026-04-30, response_basis ico_guideline_40wd, original_response_due 2026-03-31, chase_from 2026-05-01, restarts 0",
            "extension_valid True, extension_notice_due 2026-03-31, extension_notice_late False, regulator_direct True, complaint_from 2026-05-01",
        ), (
            "response_due 2026-04-30 authority regulator_guidance soft, chase 2026-05-01",
            "promised_reply 2026-06-01 authority authority_promise soft, chase 2026-06-02",
            "extension_notice_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
        )),
    ("FOIA s.10(3): a target on day 20 itself", "FOIA", None, (R, ("pit_extension", "2026-03-10", {"exemptions": ("s31",), "target": "2026-03-31"}),),
        "extended", (
            "response_due 2026-03-31, response_basis authority_target_within_guideline, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_valid True, extension_notice_due 2026-03-31, extension_notice_late False, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority authority_promise soft, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard, met 2026-03-10, closed",
        )),
    ("EIR reg 7(1)", "EIR", None, (R, ("eir_extension", "2026-03-31"),),
        "extended", (
            "response_due 2026-04-30, response_basis statutory_max_40wd, original_response_due 2026-03-31, chase_from 2026-05-01, restarts 0",
            "extension_valid True, extension_notice_due 2026-03-31, extension_notice_late False, review_request_by 2026-06-30, regulator_direct True",
            "complaint_from 2026-05-01",
        ), (
            "response_due 2026-04-30 authority statute hard, chase 2026-05-01",
            "extension_notice_due 2026-03-31 authority statute hard, met 2026-03-31, closed",
            "review_request_by 2026-06-30 requester statute hard",
        )),
    ("UK GDPR art 12(3): two further months", "UKGDPR", None, (R, ("sar_extended", "2026-03-20"),),
        "extended", (
            "response_due 2026-06-02, response_basis statute, original_response_due 2026-04-02, chase_from 2026-06-03, restarts 0, extension_valid True",
            "extension_notice_due 2026-04-02, extension_notice_late False, regulator_direct True, complaint_from 2026-06-03, corresponding_date 2026-04-02",
        ), (
            "response_due 2026-06-02 authority statute hard, chase 2026-06-03",
            "extension_notice_due 2026-04-02 authority statute hard, met 2026-03-20, closed",
        )),
    ("RULES.md 2.2: transferred by consent, and narrowed", "FOIA", None, (
        R,
        ("transferred", "2026-03-09", {"consent": True}),
        ("received_by_transferee", "2026-03-12"),
        ("new_request_received", "2026-03-16"),
    ),
        "transferred", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, extension_notice_due 2026-03-31",
            "regulator_direct False, child_response_due 2026-04-16",
        ), (
            "response_due 2026-03-31 authority statute hard, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "child_response_due 2026-04-14 authority statute hard, chase 2026-04-15",
            "child_response_due:2 2026-04-16 authority statute hard, chase 2026-04-17",
        )),
    ("RULES.md 2.3: EIR silence about the rest", "EIR", None, (R, ("partial_response", "2026-03-20", {"covers": ("Q1",)}),),
        "partially_answered", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
            "review_request_by:Q1 2026-05-20 requester statute hard",
            "review_request_by:silence 2026-06-01 requester statute hard",
        )),
    ("RULES.md 2.2: partly answered, asked, and answered", "FOIA", None, (
        R,
        ("pit_extension", "2026-03-10", {"exemptions": ("s31",)}),
        ("partial_response", "2026-03-11", {"covers": ("Q1",)}),
        ("fee_notice", "2026-03-12"),
        ("fee_paid", "2026-03-13"),
    ),
        "partially_answered", (
            "response_due 2026-05-05, response_basis ico_guideline_40wd, original_response_due 2026-03-31, chase_from 2026-05-06, restarts 0",
            "extension_valid True, extension_notice_due 2026-04-02, extension_notice_late False, fee_pay_by 2026-06-11, working_days_disregarded 2",
            "regulator_direct True, complaint_from 2026-05-06",
        ), (
            "response_due 2026-05-05 authority regulator_guidance soft, chase 2026-05-06",
            "extension_notice_due 2026-04-02 authority statute hard, met 2026-03-10, closed",
            "fee_pay_by 2026-06-11 requester statute hard, closed",
            "review_request_by:Q1 2026-05-12 requester code soft",
        )),
    ("SI 2004/3364 reg 3: no term dates", "FOIA", "school_maintained", (
        R,
        ("clarification_requested", "2026-03-09", {"covers": ("Q1",)}),
        ("clarification_received", "2026-03-16", {"covers": ("Q1",)}),
    ),
        "running", (
            "response_basis statute, response_due_earliest 2026-03-31, response_due_latest 2026-06-01, needs term_dates, working_day_60 2026-06-01",
            "chase_from 2026-06-02, restarts 0, late_clarification False, regulator_direct True, complaint_from 2026-06-02",
        ), (
            "response_due_latest 2026-06-01 authority statute hard, chase 2026-06-02",
            "response_due_latest:Q1 2026-06-16 authority statute hard, chase 2026-06-17",
        )),
    ("SI 2004/3364 reg 3: term dates", "FOIA", "academy", (("received", "2026-03-02", {"non_school_days": (("2026-03-30", "2026-04-10"),)}),),
        "running", (
            "response_due 2026-04-14, response_basis statute, original_response_due 2026-04-14, school_day_20 2026-04-14, working_day_60 2026-06-01",
            "chase_from 2026-04-15, restarts 0, extension_notice_due 2026-04-14, regulator_direct True, complaint_from 2026-04-15",
        ), (
            "response_due 2026-04-14 authority statute hard, chase 2026-04-15",
            "extension_notice_due 2026-04-14 authority statute hard",
        )),
    ("SI 2004/3364 reg 4: an archive", "FOIA", "archives", (R,),
        "running", (
            "response_basis statute, response_due_earliest 2026-03-31, response_due_latest 2026-04-16, needs transferred_records, chase_from 2026-04-17",
            "restarts 0, regulator_direct True, complaint_from 2026-04-17",
        ), (
            "response_due_latest 2026-04-16 authority statute hard, chase 2026-04-17",
        )),
    ("SI 2004/3244 reg 5(2)(b): 60 days of which the first is the first", "FOIA", None, (R, ("second_request_planned", "2026-03-03"),),
        "running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01, aggregation_until 2026-05-29",
            "aggregation_clear_from 2026-06-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
        )),
    ("FOIA s.10(3): a day named, and another", "FOIA", None, (
        R,
        ("pit_extension", "2026-03-20", {"exemptions": ("s31",), "target": "2026-04-15"}),
        ("pit_extension", "2026-04-10", {"exemptions": ("s31",), "target": "2026-04-22"}),
    ),
        "extended", (
            "response_due 2026-04-22, response_basis authority_target_within_guideline, original_response_due 2026-03-31, chase_from 2026-04-23, restarts 0",
            "extension_valid True, extension_notice_due 2026-03-31, extension_notice_late False, regulator_direct True, complaint_from 2026-04-23",
        ), (
            "response_due 2026-04-22 authority authority_promise soft, chase 2026-04-23",
            "extension_notice_due 2026-03-31 authority statute hard, met 2026-03-20, closed",
        )),
    ("FOIA s.10(3): no day named; the ICO gives 40 working days", "FOIA", None, (R, ("pit_extension", "2026-03-20", {"exemptions": ("s31",)}),),
        "extended", (
            "response_due 2026-04-30, response_basis ico_guideline_40wd, original_response_due 2026-03-31, chase_from 2026-05-01, restarts 0",
            "extension_valid True, extension_notice_due 2026-03-31, extension_notice_late False, regulator_direct True, complaint_from 2026-05-01",
        ), (
            "response_due 2026-04-30 authority regulator_guidance soft, chase 2026-05-01",
            "extension_notice_due 2026-03-31 authority statute hard, met 2026-03-20, closed",
        )),
    ("FOIA s.9(2): extended while the fee is unpaid, late or not nobody can tell", "FOIA", None, (
        R,
        ("fee_notice", "2026-03-16"),
        ("pit_extension", "2026-04-07", {"exemptions": ("s31",)}),
    ),
        "awaiting_fee", (
            "original_response_due 2026-03-31, restarts 0, extension_valid True, fee_pay_by 2026-06-15, lapses_on 2026-06-16, regulator_direct True",
        ), (
            "fee_pay_by 2026-06-15 requester statute hard",
        )),
    ("RULES.md 2.2: transferred to a school, and narrowed here", "FOIA", None, (
        R,
        ("transferred", "2026-03-09", {"consent": True, "to": "school_maintained"}),
        ("new_request_received", "2026-03-16"),
        ("received_by_transferee", "2026-03-18"),
    ),
        "transferred", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, restarts 0, extension_notice_due 2026-03-31",
            "regulator_direct False, child_response_due 2026-04-16",
        ), (
            "response_due 2026-03-31 authority statute hard, closed",
            "extension_notice_due 2026-03-31 authority statute hard, closed",
            "child_response_due 2026-04-16 authority statute hard, chase 2026-04-17",
            "child_response_due:2 2026-06-17 authority statute hard, chase 2026-06-18",
        )),
    ("RULES.md 1.3: a receipt claimed after their own question", "FOIA", None, (
        ("sent", "2026-03-02", {"channel": "email"}),
        ("clarification_requested", "2026-03-09"),
        ("received", "2026-03-12", {"source": "authority"}),
    ),
        "awaiting_requester", (
            "original_response_due 2026-03-31, restarts 0, late_clarification False, nudge_on 2026-03-23, regulator_direct True",
        ), (
            "clarification_nudge 2026-03-23 requester ours soft",
            "clarification_closes 2026-05-09 requester regulator_guidance soft",
        )),
    ("RULES.md 2.3: one answer ends the question about a part and the one about the whole", "EIR", None, (
        R,
        ("clarification_requested", "2026-03-09", {"covers": ("Q1",)}),
        ("clarification_requested", "2026-03-10"),
        ("clarification_received", "2026-03-16"),
    ),
        "running", (
            "response_due 2026-04-16, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-17, restarts 1, late_clarification False",
            "extension_notice_due 2026-04-16, review_request_by 2026-06-16, regulator_direct True, complaint_from 2026-04-17",
        ), (
            "response_due 2026-04-16 authority statute hard, chase 2026-04-17",
            "extension_notice_due 2026-04-16 authority statute hard",
            "review_request_by 2026-06-16 requester statute hard",
        )),
    ("SI 2004/3364 reg 3: a narrowed request to the same school has its holidays", "FOIA", "academy", (
        ("received", "2026-03-02", {"non_school_days": (("2026-03-30", "2026-04-10"),)}),
        ("new_request_received", "2026-03-16"),
    ),
        "running", (
            "response_due 2026-04-14, response_basis statute, original_response_due 2026-04-14, school_day_20 2026-04-14, working_day_60 2026-06-01",
            "chase_from 2026-04-15, restarts 0, extension_notice_due 2026-04-14, regulator_direct True, complaint_from 2026-04-15",
            "child_response_due 2026-04-28",
        ), (
            "response_due 2026-04-14 authority statute hard, chase 2026-04-15",
            "extension_notice_due 2026-04-14 authority statute hard",
            "child_response_due 2026-04-28 authority statute hard, chase 2026-04-29",
        )),
    ("EIR reg 7(3): a notice on a day not stated leaves the day open", "EIR", None, (R, ("eir_extension", "2026-03-20"), ("eir_extension", None),),
        "extended", (
            "original_response_due 2026-03-31, restarts 0, extension_notice_late False, regulator_direct True",
        ), (
        )),
    ("UK GDPR art 12A: a fee asked for while a question is open takes no day twice", "UKGDPR", None, (
        R,
        ("clarification_requested", "2026-03-09"),
        ("fee_notice", "2026-03-11"),
        ("fee_paid", "2026-03-13"),
        ("clarification_received", "2026-03-20"),
    ),
        "running", (
            "response_due 2026-04-14, response_basis statute, original_response_due 2026-04-02, chase_from 2026-04-15, restarts 0, late_clarification False",
            "extension_notice_due 2026-04-14, working_days_disregarded 3, regulator_direct True, complaint_from 2026-04-15, corresponding_date 2026-04-02",
        ), (
            "response_due 2026-04-14 authority statute hard, chase 2026-04-15",
            "extension_notice_due 2026-04-14 authority statute hard",
        )),
    ("UK GDPR art 12A: a fee asked for on the day of the answer takes no day twice", "UKGDPR", None, (
        R,
        ("clarification_requested", "2026-03-09"),
        ("clarification_received", "2026-03-13"),
        ("fee_notice", "2026-03-13"),
        ("fee_paid", "2026-03-20"),
    ),
        "running", (
            "response_due 2026-04-14, response_basis statute, original_response_due 2026-04-02, chase_from 2026-04-15, restarts 0, late_clarification False",
            "extension_notice_due 2026-04-14, working_days_disregarded 5, regulator_direct True, complaint_from 2026-04-15, corresponding_date 2026-04-02",
        ), (
            "response_due 2026-04-14 authority statute hard, chase 2026-04-15",
            "extension_notice_due 2026-04-14 authority statute hard",
        )),
    ("RULES.md 1.3: a fee paid before the letter is said to have come takes nothing", "FOIA", None, (
        ("sent", "2026-03-02", {"channel": "post"}),
        ("fee_notice", "2026-03-05"),
        ("fee_paid", "2026-03-06"),
        ("received", "2026-03-10", {"source": "authority"}),
    ),
        "running", (
            "response_due 2026-04-10, response_basis statute, original_response_due 2026-04-10, chase_from 2026-04-13, restarts 0",
            "extension_notice_due 2026-04-10, fee_pay_by 2026-06-04, working_days_disregarded 2, regulator_direct True, complaint_from 2026-04-11",
        ), (
            "response_due 2026-04-10 authority statute hard, chase 2026-04-13",
            "extension_notice_due 2026-04-10 authority statute hard",
            "fee_pay_by 2026-06-04 requester statute hard, closed",
        )),
    ("FOIA s.10(6)(b): a fresh start for all ends that of a part", "FOIA", None, (
        R,
        ("clarification_requested", "2026-03-09", {"covers": ("Q1",)}),
        ("clarification_received", "2026-03-11", {"covers": ("Q1",)}),
        ("clarification_requested", "2026-03-12"),
        ("clarification_received", "2026-03-16"),
    ),
        "running", (
            "response_due 2026-04-16, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-17, restarts 1, late_clarification False",
            "extension_notice_due 2026-04-16, regulator_direct True, complaint_from 2026-04-17",
        ), (
            "response_due 2026-04-16 authority statute hard, chase 2026-04-17",
            "extension_notice_due 2026-04-16 authority statute hard",
        )),
    ("SI 2004/3364 reg 3: received on a Saturday before the holidays: from Monday it is the same day", "FOIA", "academy", (
        ("received", "2026-03-28", {"non_school_days": (("2026-03-30", "2026-04-10"),)}),
    ),
        "running", (
            "response_due 2026-05-11, response_basis statute, original_response_due 2026-05-11, school_day_20 2026-05-11, working_day_60 2026-06-26",
            "chase_from 2026-05-12, restarts 0, extension_notice_due 2026-05-11, regulator_direct True, complaint_from 2026-05-12",
        ), (
            "response_due 2026-05-11 authority statute hard, chase 2026-05-12",
            "extension_notice_due 2026-05-11 authority statute hard",
        )),
    ("SI 2004/3244 reg 5(2): 60 days that end after the table", "FOIA", None, (("received", "2028-11-01"), ("second_request_planned", "2028-11-02"),),
        "running", (
            "response_due 2028-11-29, response_basis statute, original_response_due 2028-11-29, chase_from 2028-12-01, restarts 0",
            "extension_notice_due 2028-11-29, regulator_direct True, complaint_from 2028-11-30",
        ), (
            "response_due 2028-11-29 authority statute hard, chase 2028-12-01",
            "extension_notice_due 2028-11-29 authority statute hard",
        )),
    ("EI(S)R reg 14 needs no consent to a transfer", "EISR", None, (R, ("transferred", "2026-03-09", {"consent": False}),),
        "transferred", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, restarts 0, extension_notice_due 2026-03-30",
            "regulator_direct False",
        ), (
            "response_due 2026-03-30 authority statute hard, closed",
            "extension_notice_due 2026-03-30 authority statute hard, closed",
        )),
    ("FOISA has no transfer, and this one was not agreed to", "FOISA", None, (R, ("transferred", "2026-03-09", {"consent": False}),),
        "running", (
            "response_due 2026-03-30, response_basis statute, original_response_due 2026-03-30, chase_from 2026-03-31, restarts 0",
            "review_request_by 2026-05-28, regulator_direct False",
        ), (
            "response_due 2026-03-30 authority statute hard, chase 2026-03-31",
            "review_request_by 2026-05-28 requester statute hard",
        )),
    ("RULES.md 1.3: a receipt we only know from them", "FOIA", None, (("received", "2026-03-02", {"source": "authority"}),),
        "running", (
            "response_due 2026-03-31, response_basis statute, original_response_due 2026-03-31, chase_from 2026-04-01, restarts 0",
            "extension_notice_due 2026-03-31, regulator_direct True, complaint_from 2026-04-01",
        ), (
            "response_due 2026-03-31 authority statute hard, chase 2026-04-01",
            "extension_notice_due 2026-03-31 authority statute hard",
        )),
    ("SI 2004/3364 reg 3: sent again after a bounce, the term dates are asked for again", "FOIA", "academy", (
        ("received", "2026-03-02", {"non_school_days": (("2026-03-30", "2026-04-10"),)}),
        ("delivery_failed", "2026-03-03"),
        ("sent", "2026-03-04", {"channel": "email"}),
    ),
        "sent", (
            "response_basis statute, response_due_earliest 2026-04-02, response_due_latest 2026-06-03, needs term_dates, working_day_60 2026-06-03",
            "chase_from 2026-06-04, restarts 0, regulator_direct True, complaint_from 2026-06-04",
        ), (
            "response_due_latest 2026-06-03 authority statute hard, chase 2026-06-04",
            "acknowledgement_nudge 2026-03-11 requester ours soft",
        )),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "regime", "kind", "events", "state", "facts", "deadlines"), STORIES)
def test_while_a_reply_is_awaited_there_are_these_dates_and_no_others(
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
