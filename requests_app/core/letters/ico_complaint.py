"""L12 of RULES.md section 6: complaint to the Information Commissioner. Chronology, grounds by section, remedy.
FOIA and EIR only, never about a Scottish body.
"""

from __future__ import annotations

from datetime import date

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_review
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.regulator import CLOSING, OPENING, SUBJECT
from requests_app.core.letters.situation import (
    DAYS_BETWEEN_CHASERS,
    DAYS_FOR_A_DECISION,
    REGULATED,
    REPLIED,
    Availability,
    Situation,
    no,
    not_chased_yet,
    yes,
)
from requests_app.core.letters.wording import Paragraph, Wording
from requests_app.core.states import LetterKind, Regime, State

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("My grounds:\n\n{complaint_grounds}", unless="review_outcome_on"),
        Paragraph("What I complain of, before the review:\n\n{complaint_grounds}", when="review_outcome_on"),
        Paragraph(
            "The outcome of the review, of {review_outcome_on}, does not settle it:\n\n{still_dissatisfied}",
            when="review_outcome_on",
        ),
        Paragraph(
            "What I ask for: that the authority be required to send me what it withheld and was not entitled to"
            " withhold, and to answer what it left unanswered.",
            when="reply_on",
        ),
        Paragraph(
            "What I ask for: that the authority be required to reply, with the information or with the notice that"
            " {notice_law} asks for.",
            unless="reply_on",
        ),
        *CLOSING,
    ),
    law={
        Regime.FOIA: {
            "decision_named": "Complaint under section 50",
            "parts_law": "Part I of the Act",
            "decision_law": "section 50(1)",
        },
        Regime.EIR: {
            "decision_named": "Complaint under regulation 18",
            "parts_law": "the Regulations",
            "decision_law": "regulation 18, and section 50(1) of the Freedom of Information Act 2000",
        },
    },
)

_NOTES = ("Send it with copies of the request, of what they answered, and of your letters to them.",)


def available(situation: Situation) -> Availability:
    """Within six weeks of a review's outcome, after a review that stayed silent, or when a chaser got no reply."""
    state = situation.state
    if state in REGULATED:
        return no("The Commissioner has the matter already.")
    if state is State.REVIEW_DONE:
        return _after_outcome(situation)
    if state is State.REVIEW_RUNNING:
        return _after_silent_review(situation)
    if state in REPLIED:
        return no("After a reply the Commissioner expects a review first: ask for that.")
    return _after_silence(situation)


def _after_outcome(situation: Situation) -> Availability:
    by = situation.clock.complaint_by
    if by is None:
        return no("Enter the day of the outcome of the review: the six weeks for a complaint count from it.")
    if situation.today > by:
        return no(
            f"The six weeks for a complaint ended on {in_words(by)}. The Commissioner may refuse a later one as"
            " unduly delayed."
        )
    return yes("The review is done.", f"outcome:{by.isoformat()}", until=by, notes=_NOTES)


def _after_silent_review(situation: Situation) -> Availability:
    opens = situation.clock.complaint_from
    if opens is None:
        return no("Enter the day on which you asked for the review: the time for its outcome counts from it.")
    if situation.today < opens:
        return no(
            f"A review is running: a complaint about silence is possible from {in_words(opens)}.", opens
        )
    return yes(
        "The review has had no outcome in time.", f"review:{opens.isoformat()}", on=opens, notes=_NOTES
    )


def _after_silence(situation: Situation) -> Availability:
    why_not = not_chased_yet(situation)
    due = situation.reply_deadline
    if why_not is not None or due is None:
        return why_not or no("Nobody can say when the reply is due.")
    chased = _last_chaser(situation, due.due_on)
    if chased is None:
        return no("The Commissioner wants to see that you have chased: send a chaser first.")
    kind, sent = chased
    days = DAYS_FOR_A_DECISION if kind is LetterKind.EXTENSION_OVERDUE else DAYS_BETWEEN_CHASERS
    last = situation.days_after(sent, days)
    opens = situation.days_after(last, 1) if last else None
    if opens is None:
        return no("The table of bank holidays does not reach that far.")
    if situation.today < opens:
        return no(
            f"You chased on {in_words(sent)}: give them the {days} working days you asked for, and complain from"
            f" {in_words(opens)}.",
            opens,
        )
    return yes(
        f"The reply was due by {in_words(due.due_on)}, you chased on {in_words(sent)}, and none has come.",
        f"silence:{due.due_on.isoformat()}",
        on=opens,
        notes=_NOTES,
    )


def _last_chaser(situation: Situation, due_on: date) -> tuple[LetterKind, date] | None:
    kinds = (LetterKind.OVERDUE_CHASER, LetterKind.SECOND_CHASER, LetterKind.EXTENSION_OVERDUE)
    sent = [(on, kind) for kind in kinds if (on := situation.sent(kind, after=due_on)) is not None]
    return (max(sent)[1], max(sent)[0]) if sent else None


LETTER = LetterSpec(
    LetterKind.ICO_COMPLAINT,
    WORDING,
    available,
    check_review,
    elsewhere=(
        "A Scottish body answers to the Scottish Information Commissioner: after a review, apply to that one."
    ),
    before_sending="Send it with copies of the request, of what they answered, and of your letters to them.",
)
