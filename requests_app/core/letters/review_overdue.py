"""L15 of RULES.md section 6: the review has no outcome in time. FOIA: 20 working days and exceptionally 40, guidance
and not law; EIR 40, FOISA and EI(S)R 20, by law. The next step is named.
"""

from __future__ import annotations

from requests_app.core.clock import Deadline
from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_review_overdue
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import LOOK_FIRST, Availability, Situation, no, yes
from requests_app.core.letters.wording import (
    ASKED,
    FOOT,
    HEAD,
    REVIEW_SUBJECT,
    Paragraph,
    Wording,
)
from requests_app.core.states import DeadlineKind, LetterKind, Regime, State

_FOIA = frozenset({Regime.FOIA})

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph("On {review_asked_on} I asked for a review. {review_days_law}"),
        Paragraph(
            "On my record the 20th working day was {review_due_on}. Today is {review_working_days_late} after it and I"
            " have no outcome on my record.",
            when="review_due_latest_on",
            regimes=_FOIA,
        ),
        Paragraph(
            "On my record the last of these days was {review_due_on}. Today is {review_working_days_late} after it and"
            " I have no outcome on my record.",
            unless="review_due_latest_on",
        ),
        Paragraph("Please could you let me have the outcome by {ask_by_on}?"),
        Paragraph(
            "If I have none by {review_due_latest_on}, the 40th working day, my next step is to ask {regulator_name}"
            " for a decision ({next_law}).",
            when="review_due_latest_on",
            regimes=_FOIA,
        ),
        Paragraph(
            "If I have none by then, my next step is to ask {regulator_name} for a decision ({next_law}).",
            unless="review_due_latest_on",
        ),
        Paragraph("If you have sent the outcome already, please send it again: it has not reached me."),
        *FOOT,
    ),
    law={
        Regime.FOIA: {
            "review_days_law": (
                "The Commissioner's guidance is that a review should take no more than 20 working days, and no more"
                " than 40 in exceptional cases."
            ),
            "next_law": "section 50",
        },
        Regime.EIR: {
            "review_days_law": (
                "Regulation 11(4) asks for the outcome as soon as possible, and no later than 40 working days after"
                " receipt."
            ),
            "next_law": "regulation 18",
        },
        Regime.FOISA: {
            "review_days_law": (
                "Section 21(1) asks for the outcome promptly, and no later than 20 working days after receipt."
            ),
            "next_law": "section 47(1)",
        },
        Regime.EISR: {
            "review_days_law": (
                "Regulation 16(4) asks for the outcome as soon as possible, and no later than 20 working days after"
                " receipt."
            ),
            "next_law": "regulation 17",
        },
    },
)


def available(situation: Situation) -> Availability:
    """A review runs past its day: under FOIA past the 20th working day, and once more past the 40th."""
    if situation.state is not State.REVIEW_RUNNING:
        return no("No review is running.")
    passed = overdue_review(situation)
    if passed is None:
        first = _first(situation)
        if first is None:
            return no("Enter the day on which you asked for the review: its time counts from it.")
        return no(
            f"The outcome is due by {in_words(first.due_on)}: it can be chased from {in_words(first.chase_from)}.",
            first.chase_from,
        )
    sent = situation.sent(LetterKind.REVIEW_OVERDUE, after=passed.due_on)
    if sent is not None:
        return no(f"You sent it on {in_words(sent)}. The next step is the Commissioner.")
    return yes(
        f"The outcome of the review was due by {in_words(passed.due_on)}.",
        f"{passed.key}:{passed.due_on.isoformat()}",
        on=passed.chase_from,
        notes=(LOOK_FIRST,),
    )


def overdue_review(situation: Situation) -> Deadline | None:
    """The last day for the outcome of the review that has passed, if one has."""
    found = [
        deadline
        for deadline in _days(situation)
        if deadline.chase_from is not None and situation.today >= deadline.chase_from
    ]
    return found[-1] if found else None


def _days(situation: Situation) -> list[Deadline]:
    """The day or days for the outcome. The Keeper of the Records of Scotland is late only after the longer one."""
    both = [
        situation.clock.deadline(kind) for kind in (DeadlineKind.REVIEW_DUE, DeadlineKind.REVIEW_DUE_LATEST)
    ]
    known = [deadline for deadline in both if deadline is not None]
    return known if situation.regime is Regime.FOIA else known[-1:]


def _first(situation: Situation) -> Deadline | None:
    return next(iter(_days(situation)), None)


LETTER = LetterSpec(
    LetterKind.REVIEW_OVERDUE, WORDING, available, check_review_overdue, before_sending=LOOK_FIRST
)
