"""A made-up record for each letter, to see how its wording reads: nobody in it exists, and every fact is there."""

from __future__ import annotations

from datetime import date
from typing import Any

from requests_app.core.letters.facts import Facts, Line, PartGiven
from requests_app.core.letters.regulator import regulator_for
from requests_app.core.letters.wording import ACTS, SCOTLAND
from requests_app.core.states import LetterKind, Regime

_SENT, _DUE, _REPLIED = date(2026, 10, 6), date(2026, 11, 3), date(2026, 11, 2)
_REVIEW_ASKED, _REVIEW_DUE = date(2026, 11, 9), date(2027, 1, 8)
_GROUND = {
    Regime.FOIA: "section 31(1)(a)",
    Regime.EIR: "regulation 12(5)(b)",
    Regime.FOISA: "section 35(1)(a)",
    Regime.EISR: "regulation 10(5)(b)",
}
_DENIED = {
    Regime.FOIA: "section 31(3)",
    Regime.EIR: "regulation 12(6)",
    Regime.FOISA: "section 18",
    Regime.EISR: "regulation 10(8)",
}
_TIME_LIMIT = {
    Regime.FOIA: "section 10(1)",
    Regime.EIR: "regulation 5(2)",
    Regime.FOISA: "section 10(1)",
    Regime.EISR: "regulation 5(2)(a)",
}
_PURPOSE = (
    "Parents want to know who works with their children at school. The answers go into a public report."
)


def sample_facts(kind: LetterKind, regime: Regime) -> Facts:
    """Facts on which this letter can be written under this regime, none missing."""
    return Facts(**_common(regime) | _of_kind(kind, regime))


def _common(regime: Regime) -> dict[str, Any]:
    regulator = regulator_for(regime)
    return {
        "authority_name": "Sampleshire Council" if regime in SCOTLAND else "Exampleshire Council",
        "authority_address": "Information Team\nTown Hall\nExampleton",
        "our_reference": "FT-00012",
        "their_reference": "FOI/0417/26",
        "regime": regime,
        "title": "Officers based in schools" if regime in ACTS else "Vehicles idling at Mill Lane",
        "today": date(2026, 11, 10),
        "requester_name": "Ada Okafor",
        "requester_address": "12 Sample Road\nExampleton\nada.okafor@example.org",
        "questions": (
            ("1", "How many officers are based in schools?"),
            ("2", "Which groups were consulted before they were placed there?"),
        ),
        "ask_by_on": date(2027, 2, 1),
        "review_ask_by_on": date(2027, 3, 1),
        "sent_on": _SENT,
        "sent_how": "by e-mail",
        "address_used": "foi@example.org",
        "received_on": _SENT,
        "response_due_on": _DUE,
        "response_section": _TIME_LIMIT[regime],
        "working_days_late": 5,
        "regulator_name": regulator.name,
        "regulator_address": regulator.address,
        "purpose": _PURPOSE,
    }


def _of_kind(kind: LetterKind, regime: Regime) -> dict[str, Any]:
    if kind is LetterKind.ACKNOWLEDGEMENT_CHASER:
        return {"today": date(2026, 10, 14), "received_on": None}
    if kind is LetterKind.CLARIFICATION_REPLY:
        return _CLARIFICATION
    if kind is LetterKind.FEE_QUERY:
        return {"today": date(2026, 10, 21), "fee_notice_on": date(2026, 10, 20), "fee_amount": "£37.50"}
    if kind is LetterKind.EXTENSION_OVERDUE:
        return _EXTENDED
    if kind in _SILENT:
        return {"chaser_sent_on": date(2026, 11, 5)} if kind is LetterKind.SECOND_CHASER else {}
    if kind is LetterKind.REVIEW_OVERDUE:
        return _reply(regime) | _REVIEW | {"review_working_days_late": 3, "today": date(2027, 1, 13)}
    if kind in {LetterKind.ICO_COMPLAINT, LetterKind.SIC_APPLICATION}:
        return _reply(regime) | _REVIEW | _complaint(regime)
    return _reply(regime)


_SILENT = {LetterKind.OVERDUE_CHASER, LetterKind.SECOND_CHASER, LetterKind.REVIEW_SILENCE}
_CLARIFICATION: dict[str, Any] = {
    "today": date(2026, 10, 14),
    "clarification_asked_on": date(2026, 10, 13),
    "clarification_question": "What do you mean by question 1?\nAnd as at which day?",
    "clarification_answers": (("1", "Every one, as at 1 October 2026."), ("", "A spreadsheet is best.")),
    "ask_by_on": None,
}
_EXTENDED: dict[str, Any] = {
    "today": date(2026, 12, 8),
    "counted_plainly": False,
    "response_due_on": date(2026, 12, 1),
    "response_section": "section 10(3)",
    "extension_notices": (
        Line("on Tuesday 3 November 2026, under section 31, until Tuesday 1 December 2026", "event 9"),
    ),
    "estimate_on": date(2026, 12, 1),
    "working_days_late": 5,
}
_REVIEW: dict[str, Any] = {
    "review_asked_on": _REVIEW_ASKED,
    "review_due_on": _REVIEW_DUE,
    "review_due_latest_on": None,
    "review_grounds": (Line("question 2: what disclosure would harm is not said", "event 8"),),
}


def _reply(regime: Regime) -> dict[str, Any]:
    """A reply that refuses one part, denies one, lacks one, and gives one."""
    ground, denied = _GROUND[regime], _DENIED[regime]
    passage = "Disclosure would be likely to prejudice our work."
    return {
        "today": _REVIEW_ASKED,
        "reply_on": _REPLIED,
        "qualified_grounds": (Line(ground, "answer 32"),),
        "refused": (Line(f"question 2: {ground}", "answer 32"),),
        "reasons_given": (Line(passage, "answer 32"),),
        "cost_estimate": (Line("It would take about 40 hours.", "message 21"),),
        "parts": (
            PartGiven(
                "question 1", "How many officers are based in schools?", "There are 14.", "", "answer 31"
            ),
            PartGiven("question 2", "Which groups were consulted?", "", "nothing is said", "answer 32"),
        ),
        "not_held": (Line("question 2: Which groups were consulted?", "answer 33"),),
        "denied": (Line(f"question 2: {denied}", "answer 34"),),
        "denied_qualified": (Line(denied, "answer 34"),),
        "unbalanced": (Line(f"{ground}: “{passage}”", "answer 32"),),
        "given": (Line("question 1: a table, “Officers by school”", "table 5"),),
        "also_to_review": (Line("question 2 is not answered", "answer 35"),),
        "arguments": (
            Line(f"Your reply does not say which harm would come about under {ground}.", "reading 4"),
        ),
        "narrowed_to": "Question 1 for 2025 only.\nQuestion 2: totals, without the records themselves.",
        "why_it_should_exist": "Your policy of May 2025 says that such records are kept for six years.",
        "review_request_by_on": date(2026, 12, 29),
    }


def _complaint(regime: Regime) -> dict[str, Any]:
    return {
        "today": date(2027, 1, 18),
        "review_outcome_on": date(2027, 1, 8),
        "review_due_on": None,
        "still_dissatisfied": "The outcome repeats the first reply and weighs nothing.",
        "chronology": (
            Line("Tuesday 6 October 2026: the request was sent and received", "event 3"),
            Line("Monday 2 November 2026: the reply, on working day 19", "event 7"),
            Line("Monday 9 November 2026: I asked for a review", "event 8"),
            Line("Friday 8 January 2027: the outcome of the review", "event 10"),
        ),
        "complaint_grounds": (
            Line(f"{_GROUND[regime]}: what disclosure would harm is not said.", "answer 32"),
        ),
    }
