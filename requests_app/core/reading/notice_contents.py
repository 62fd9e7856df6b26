"""What every notice says: that information is withheld, under which section, and why; and that it comes in time."""

from __future__ import annotations

import re

from requests_app.core.dates import in_words
from requests_app.core.exemptions import is_procedural
from requests_app.core.reading.notice_case import DENIAL, Case, Ground
from requests_app.core.reading.notice_points import NoticeStatus

MET, MISSING, WRONG, NOTE, UNCLEAR = (
    NoticeStatus.MET,
    NoticeStatus.MISSING,
    NoticeStatus.WRONG,
    NoticeStatus.NOTE,
    NoticeStatus.UNCLEAR,
)
_STATES = re.compile(
    r"\bexempt|\bexcept(?:ed|ion)|withh(?:eld|old)|refus(?:e|al|ed|ing)|redact|vexatious|exceeds?|not\s+obliged|accessible|"
    + DENIAL.pattern,
    re.IGNORECASE,
)
# Why an exemption applies: what disclosure would do, or what the information is.
REASONS = re.compile(
    r"\b(?:because|since|would\s+(?:be\s+)?(?:likely|prejudice|identify|harm|reveal|allow|enable|breach|undermine|endanger|inhibit|adversely|cause|lead|give|disclose|provide|be\s+unfair|compromise|hinder|assist|impact)|could\s+(?:be\s+used|identify|allow|enable|lead|reveal|prejudice)"
    r"|constitutes?|consists?\s+of|contains?|relates?\s+to|was\s+(?:obtained|provided|supplied|given)|were\s+(?:obtained|provided|supplied|given)|in\s+confidence|personal\s+(?:data|information)|as\s+it\s+(?:is|would|relates|contains)|as\s+(?:they|this|the\s+information|disclosure|releas\w+)|intended\s+for\s+(?:future\s+)?publication|will\s+be\s+published|already\s+(?:in\s+the\s+public|published|available|reasonably)|legal\s+(?:professional\s+privilege|advice)|in\s+order\s+to\s+(?:protect|prevent|avoid)|the\s+reasons?\s+(?:for|is|are)|due\s+to|owing\s+to|prejudice\s+to|burden|so\s+that)\b",
    re.IGNORECASE,
)
# Sections of which it matters to know the subsection, because it is another exemption or another harm.
_HAS_SUBSECTIONS = {
    "FOIA": {"14", "27", "30", "31", "35", "36", "37", "38", "40", "43"},
    "FOISA": {"14", "27", "29", "30", "31", "33", "34", "35", "36", "38", "39", "41"},
}
# Where the information's own nature is the reason, and naming the section may be all there is to say.
_APPARENT = {"21", "40", "44", "23", "32", "25", "38", "13", "6", "17"}


def check_contents(case: Case) -> None:
    """The claim, the section and the reasons, in the order of FOIA s.17(1)."""
    law = case.law
    stated = case.saying(_STATES)
    case.add(
        "stated",
        MET if stated else UNCLEAR,
        "The notice says that information is withheld, or that it will neither confirm nor deny.",
        "" if stated else "The letter gives no information, and does not say that any is withheld.",
        law.stated,
        at=stated,
    )
    if not case.grounds:
        case.add(
            "exemption_named",
            MISSING,
            f"The notice names the {law.ground} that is relied on.",
            f"The letter withholds information without naming the {law.ground} relied on ({law.named}).",
            law.named,
            at=stated,
        )
    for ground in case.grounds:
        _named(case, ground)
        _reasons(case, ground)


def _named(case: Case, ground: Ground) -> None:
    place = _place(ground)
    wants = not ground.is_regulation and ground.number in _HAS_SUBSECTIONS.get(case.law.regime.value, set())
    wants = wants or (ground.is_regulation and ground.number in {"10", "12"})
    what = f"The notice names the {case.law.ground} that is relied on, with its subsection."
    if wants and not ground.steps:
        case.add(
            "exemption_named",
            MISSING,
            what,
            f"The notice relies on {ground.name} without saying which part of it ({case.law.named}).",
            case.law.named,
            ground=ground,
            at=place,
        )
    else:
        case.add("exemption_named", MET, what, "", case.law.named, ground=ground, at=place)


def _reasons(case: Case, ground: Ground) -> None:
    if ground.exemption is not None and is_procedural(ground.exemption):
        _claim(case, ground)
        return
    near = case.near(ground)
    given = case.saying(REASONS, near)
    what = f"The notice says why {ground.name} applies, unless that is plain without it."
    if given is not None:
        case.add("reasons", MET, what, "", case.law.reasons, ground=ground, at=given)
    elif ground.number in _APPARENT or case.saying(REASONS) is not None:
        case.add(
            "reasons",
            UNCLEAR,
            what,
            f"The letter does not say, where it names {ground.name}, why it applies; that may be plain from the "
            "information itself, or be said elsewhere in it.",
            case.law.reasons,
            ground=ground,
            at=_place(ground),
        )
    else:
        case.add(
            "reasons",
            MISSING,
            what,
            f"The notice does not say why {ground.name} applies to this information ({case.law.reasons}).",
            case.law.reasons,
            ground=ground,
            at=_place(ground),
        )


def _claim(case: Case, ground: Ground) -> None:
    """Cost and vexatiousness need a notice that states the claim, and no more (FOIA s.17(5))."""
    if ground.number not in {"12", "14"}:
        return
    case.add(
        "claim",
        MET,
        f"The notice states that it relies on {ground.name}.",
        "",
        case.law.claim,
        ground=ground,
        at=_place(ground),
    )
    if ground.number == "14" and case.given_before:
        case.add(
            "claim_again",
            NOTE,
            "A further notice is not needed where one was given before and repeating it would be unreasonable.",
            f"They told you before that such requests fall under {ground.name}, so they need not have written again.",
            "FOIA s.17(6)" if case.law.regime.value == "FOIA" else case.law.claim,
            ground=ground,
        )


def _place(ground: Ground) -> tuple[int, int] | None:
    return (ground.start, ground.end) if ground.start is not None and ground.end is not None else None


def check_time(case: Case) -> None:
    """A notice is due within the time for the reply; nothing is said where one of the days is not known."""
    if case.issued_on is None or case.due_on is None:
        return
    what = "The notice is given within the time for the reply."
    if case.issued_on <= case.due_on:
        case.add("in_time", MET, what, "", case.law.in_time)
        return
    days = (case.issued_on - case.due_on).days
    case.add(
        "in_time",
        WRONG,
        what,
        f"The notice is dated {in_words(case.issued_on)}; it was due by {in_words(case.due_on)}, "
        f"{days} {'day' if days == 1 else 'days'} earlier ({case.law.in_time}).",
        case.law.in_time,
    )
