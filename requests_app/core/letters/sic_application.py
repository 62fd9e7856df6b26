"""L16 of RULES.md section 6: application to the Scottish Information Commissioner, after a review or after silence on
one. It carries what s.47(2) asks for.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_review
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.regulator import CLOSING, OPENING, SUBJECT
from requests_app.core.letters.situation import REGULATED, Availability, Situation, no, yes
from requests_app.core.letters.wording import Paragraph, Wording
from requests_app.core.states import LetterKind, Regime, State

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("Why I asked for a review, on {review_asked_on}:\n\n{review_grounds}"),
        Paragraph(
            "The outcome of the review, of {review_outcome_on}, leaves me dissatisfied:\n\n{still_dissatisfied}",
            when="review_outcome_on",
        ),
        Paragraph(
            "I am still dissatisfied, because I have had no outcome of the review. On my record it was due by"
            " {review_due_on} ({review_days_law}).",
            unless="review_outcome_on",
        ),
        Paragraph(
            "What I ask for: that the authority be required to send me what it was not entitled to withhold, and to"
            " answer what it left unanswered."
        ),
        *CLOSING,
    ),
    law={
        Regime.FOISA: {
            "decision_named": "Application under section 47",
            "parts_law": "Part 1 of the Act",
            "decision_law": "section 47(1)",
            "review_days_law": "section 21(1)",
        },
        Regime.EISR: {
            "decision_named": "Application under regulation 17",
            "parts_law": "the Regulations",
            "decision_law": (
                "regulation 17, and section 47(1) of the Freedom of Information (Scotland) Act 2002"
            ),
            "review_days_law": "regulation 16(4)",
        },
    },
)


def available(situation: Situation) -> Availability:
    """After the outcome of a review, or once the time for it is over."""
    state, clock = situation.state, situation.clock
    if state in REGULATED:
        return no("The Commissioner has the matter already.")
    if state not in {State.REVIEW_RUNNING, State.REVIEW_DONE}:
        return no("In Scotland a review comes first, always: ask for that.")
    opens = clock.complaint_from
    if state is State.REVIEW_RUNNING and opens is None:
        return no("Enter the day on which you asked for the review: the time for its outcome counts from it.")
    if state is State.REVIEW_RUNNING and opens is not None and situation.today < opens:
        return no(
            f"A review is running: an application about silence is possible from {in_words(opens)}.", opens
        )
    notes = ["Send it with copies of the request, of the request for review, and of what they answered."]
    by = clock.complaint_by
    if by is not None and situation.today > by:
        notes.append(
            f"The six months ended on {in_words(by)}. The Commissioner may still accept it; count on nothing."
        )
    why = "The review is done." if state is State.REVIEW_DONE else "The review has had no outcome in time."
    return yes(why, f"review:{by.isoformat() if by else ''}", until=by, notes=tuple(notes))


LETTER = LetterSpec(
    LetterKind.SIC_APPLICATION,
    WORDING,
    available,
    check_review,
    elsewhere="Only a Scottish body answers to the Scottish Information Commissioner.",
    before_sending="Send it with copies of the request, of the request for review, and of what they answered.",
)
