"""What the notice says of review and complaint: both are there, to the right body, with times that are today's."""

from __future__ import annotations

import re

from requests_app.core.reading.notice_case import Case
from requests_app.core.reading.notice_law import RIGHTS_IN_COST_NOTICES
from requests_app.core.reading.notice_points import NoticeStatus
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import RightRead
from requests_app.core.regimes import ICO_COMPLAINTS, ICO_DISSATISFIED, RULES
from requests_app.core.states import Regime

MET, MISSING, WRONG, NOTE, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.NOTE,
    NoticeStatus.UNCLEAR,
)
_REVIEW = re.compile(
    r"\b(?:internal\s+review|review\s+(?:of\s+)?(?:this|our|my|the)\s+(?:decision|response|handling)|(?:ask|request|apply|require)\w*\s+(?:\w+\s+){0,4}(?:a\s+)?review|complaints?\s+procedure|appeal|complain\s+to\s+(?:us|the\s+(?!information|scottish|ico))|representations)\b",
    re.IGNORECASE,
)
_NO_REVIEW = re.compile(
    r"\b(?:no|not\s+(?:have|operate|offer)\s+an?)\s+(?:internal\s+)?(?:review|complaints?)\s+(?:procedure|process)",
    re.IGNORECASE,
)
_ICO = re.compile(r"(?<!Scottish\s)Information\s+Commission(?:er)?\b|\bICO\b", re.IGNORECASE)
_SCOTTISH = re.compile(
    r"Scottish\s+Information\s+Commissioner|\bfoi\.scot\b|\bSIC\b|itspublicknowledge", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:attached|enclosed|see|annex|overleaf|leaflet|information\s+sheet|appendix|our\s+website|link)\b[^.]{0,80}\b(?:rights?|complain\w*|review|appeal)|\b(?:rights?|complain\w*|review|appeal)\b[^.]{0,60}\b(?:attached|enclosed|annex|overleaf|leaflet|sheet|appendix|website)",
    re.IGNORECASE,
)
_IN_WORKING_DAYS = {"working days": 1.0, "days": 5 / 7, "weeks": 5.0, "months": 21.0}
REVIEW_WINDOW = 40  # working days: s.45 code; EIR reg 11(2); FOISA s.20(5)
_LITTLE_LESS = 38.0  # two months or eight weeks come to about forty working days


def check_rights(case: Case) -> None:
    """Review and complaint, where to and until when. A reply that points to a leaflet is not said to be silent."""
    leaflet = case.saying(_ELSEWHERE)
    doubt = RIGHTS_IN_COST_NOTICES if _only_procedural(case) else ""
    _review(case, leaflet, doubt)
    _complaint(case, leaflet, doubt)


def _only_procedural(case: Case) -> bool:
    return bool(case.grounds) and all(
        ground.number in {"12", "14"} and not ground.is_regulation for ground in case.grounds
    )


def _review(case: Case, leaflet: Passage | None, doubt: str) -> None:
    right = case.reading.rights.review
    said = (right.start, right.end) if right else case.saying(_REVIEW) or case.saying(_NO_REVIEW)
    what = "The notice says how to ask for an internal review, or that there is none."
    if said is None:
        case.add(
            "review",
            UNCLEAR if leaflet else MISSING,
            what,
            "The letter points elsewhere for your rights; look there for how to ask for a review."
            if leaflet
            else f"The notice does not say how to ask for an internal review, or that there is no procedure for one ({case.law.review}).",
            case.law.review,
            at=leaflet,
            doubt=doubt,
        )
        return
    case.add("review", MET, what, "", case.law.review, at=said, doubt=doubt)
    if right is not None:
        _review_window(case, right)
        _review_answer(case, right)


def _review_window(case: Case, right: RightRead) -> None:
    """The days in which a review can be asked for, against forty working days."""
    limit = RULES[case.law.regime].review_request
    if limit is None:
        return
    what = f"A review can be asked for within {REVIEW_WINDOW} working days."
    if right.amount is None:
        return  # the law asks for the procedure, not for its time
    given = right.amount * _IN_WORKING_DAYS.get(right.unit, 1.0)
    rule = limit.rule
    if given < _LITTLE_LESS:
        case.add(
            "review_window",
            WRONG,
            what,
            f"The letter allows {right.within} to ask for a review; it is {REVIEW_WINDOW} working days ({rule.section}).",
            rule.section,
            at=(right.start, right.end),
            source=rule.source,
            doubt="The code is no statute: an authority may keep to a shorter time of its own, against the code."
            if case.law.regime is Regime.FOIA
            else rule.doubt,
        )
    elif right.unit == "months":
        case.add(
            "review_window",
            NOTE,
            what,
            f"The letter counts {right.within}, the older figure; count on {REVIEW_WINDOW} working days ({rule.section}).",
            rule.section,
            at=(right.start, right.end),
            source=ICO_DISSATISFIED,
        )
    else:
        case.add(
            "review_window", MET, what, "", rule.section, at=(right.start, right.end), source=rule.source
        )


_PROMISED = re.compile(
    r"(?P<n>\d{1,3})\s*(?:\(\w+\)\s*)?(?P<unit>working\s+days|days|weeks|months)", re.IGNORECASE
)


def _review_answer(case: Case, right: RightRead) -> None:
    """The days in which they say they answer a review: twenty in Scotland and forty under the EIR are the law's."""
    match = _PROMISED.search(right.answered_within)
    rules = RULES[case.law.regime]
    limit = rules.review_answer_latest or rules.review_answer
    if match is None or limit is None:
        return
    unit = re.sub(r"\s+", " ", match["unit"].lower())
    given = int(match["n"]) * _IN_WORKING_DAYS[unit]
    if given <= limit.number + 2:
        return
    case.add(
        "review_answer",
        WRONG,
        f"A review is answered within {limit}.",
        f"The letter says that a review is answered within {right.answered_within}; it is {limit} at most ({limit.rule.section}).",
        limit.rule.section,
        at=(right.start, right.end),
        source=limit.rule.source,
        doubt="This is the regulator's guidance, not law."
        if case.law.regime is Regime.FOIA
        else limit.rule.doubt,
    )


def _complaint(case: Case, leaflet: Passage | None, doubt: str) -> None:
    law = case.law
    theirs, others = (_SCOTTISH, _ICO) if law.scottish else (_ICO, _SCOTTISH)
    right_one, wrong_one = case.saying(theirs), case.saying(others)
    if law.scottish and wrong_one is not None and _SCOTTISH.search(wrong_one.text):
        wrong_one = None  # "the Commissioner" of the same sentence
    what = f"The notice tells of the right to go to the {law.regulator}."
    if right_one is not None:
        right = case.reading.rights.complaint
        place = (right.start, right.end) if right else right_one
        case.add("complaint", MET, what, "", law.complaint, at=place, doubt=doubt)
        if right is not None:
            _complaint_window(case, right)
    elif wrong_one is not None:
        other = "Information Commissioner" if law.scottish else "Scottish Information Commissioner"
        case.add(
            "complaint",
            WRONG,
            what,
            f"The letter sends complaints to the {other}; under {law.act} they go to the {law.regulator} ({law.complaint}).",
            law.complaint,
            at=wrong_one,
            doubt=doubt,
        )
    else:
        case.add(
            "complaint",
            UNCLEAR if leaflet else MISSING,
            what,
            "The letter points elsewhere for your rights; look there for the regulator."
            if leaflet
            else f"The notice does not tell of the right to go to the {law.regulator} ({law.complaint}).",
            law.complaint,
            at=leaflet,
            doubt=doubt,
        )


def _complaint_window(case: Case, right: RightRead) -> None:
    limit = RULES[case.law.regime].complaint
    if limit is None:
        return
    months = case.law.scottish
    expected = "six months" if months else "six weeks"
    what = f"A complaint goes to the {case.law.regulator} within {expected}."
    if right.amount is None:
        case.add(
            "complaint_window",
            NOTE,
            what,
            f"The letter does not say by when; it need not. Count on {expected} ({limit.rule.section}).",
            limit.rule.section,
            at=(right.start, right.end),
            source=limit.rule.source,
            doubt=limit.rule.doubt,
        )
        return
    given = right.amount * _IN_WORKING_DAYS.get(right.unit, 1.0)
    wanted = 6 * (_IN_WORKING_DAYS["months"] if months else _IN_WORKING_DAYS["weeks"])
    if abs(given - wanted) <= 3:
        case.add(
            "complaint_window",
            MET,
            what,
            "",
            limit.rule.section,
            at=(right.start, right.end),
            source=limit.rule.source,
        )
    elif months:
        case.add(
            "complaint_window",
            WRONG,
            what,
            f"The letter gives {right.within} to apply to the Commissioner; it is {expected} ({limit.rule.section}).",
            limit.rule.section,
            at=(right.start, right.end),
            source=limit.rule.source,
            doubt=limit.rule.doubt,
        )
    else:
        case.add(
            "complaint_window",
            NOTE,
            what,
            f"The letter gives {right.within} to complain, which is out of date: the ICO now expects a complaint within "
            f"{expected} of the last answer. Count on that.",
            limit.rule.section,
            at=(right.start, right.end),
            source=ICO_COMPLAINTS,
            doubt=limit.rule.doubt,
        )
