"""L8 of RULES.md section 6: answered with parts missing. A neutral table, part by part; what is missing counts as not
answered yet.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.review import CLOSING, OPENING
from requests_app.core.letters.situation import (
    Availability,
    Situation,
    no,
    not_overdue,
    nothing_to_review,
    review_of_reply,
)
from requests_app.core.letters.wording import ALL, REVIEW_SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, State

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("Set beside what I asked, some of it seems to be missing:\n\n{parts}"),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(
            "I take what is missing as not answered yet ({right_law}, {time_limit_law}). Please send it to me, or say"
            " for each part that you do not hold it, or on what ground you withhold it ({notice_law})."
        ),
        Paragraph("If it is in your reply and I have overlooked it, please tell me where."),
        *CLOSING,
    ),
    law={regime: {} for regime in ALL},
)


def available(situation: Situation) -> Availability:
    """Something asked was not answered: in a final reply, or in a part of one whose time for the rest is over."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if not situation.parts_missing:
        return no("Nothing on record is missing: every question has an answer or a refusal.")
    if situation.state is State.PARTIALLY_ANSWERED and not_overdue(situation) is not None:
        due = situation.reply_deadline
        when = f"by {in_words(due.due_on)}" if due else "on a day that nobody can say"
        return no(f"The rest is still to come: it is due {when}.", situation.overdue_from())
    return review_of_reply(situation, "The reply leaves something unanswered.")


LETTER = LetterSpec(LetterKind.REVIEW_INCOMPLETE, WORDING, available, check_reply)
