"""L6 of RULES.md section 6: no reply in time. In Scotland a review is the only way to the Commissioner, so this is the
step that counts. Elsewhere it is possible and off by default: the Commissioner can be asked directly, and it adds delay.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_overdue
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import (
    LOOK_FIRST,
    Availability,
    Situation,
    no,
    not_overdue,
    nothing_owed,
    review_until,
    yes,
)
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, REVIEW_SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph("{review_asked}."),
        Paragraph(
            "I am dissatisfied because I have had no response within the time allowed. On my record the last day for"
            " it was {response_due_on} ({response_section}), and today is {working_days_late} after that day.",
            unless="partly_answered_on",
        ),
        Paragraph(
            "I am dissatisfied because I have had a response to part of it only, on {partly_answered_on}. On my record"
            " the last day for the rest was {response_due_on} ({response_section}), and today is {working_days_late}"
            " after that day.",
            when="partly_answered_on",
        ),
        Paragraph("Still open on my record:\n\n{unanswered}", when="partly_answered_on unanswered"),
        Paragraph(
            "What I ask for is the information itself, or, where you withhold any of it, the notice that {notice_law}"
            " asks for."
        ),
        Paragraph(
            "This letter gives my name and an address, names the request and says why I am dissatisfied"
            " ({form_law}).",
            regimes=frozenset({Regime.FOISA}),
        ),
        Paragraph("Please let me have the outcome by {review_ask_by_on}. {review_time}."),
        *FOOT,
    ),
    law={
        Regime.FOIA: {},
        Regime.EIR: {},
        Regime.FOISA: {"form_law": "section 20(3)"},
        Regime.EISR: {},
    },
)


def available(situation: Situation) -> Availability:
    """The day for the reply has passed, a day of grace for weekend receipt kept, and nothing has come."""
    why_not = nothing_owed(situation) or not_overdue(situation)
    due = situation.reply_deadline
    if why_not is not None or due is None:
        return why_not or no("Nobody can say when the reply is due.")
    until = review_until(situation)
    notes = [LOOK_FIRST]
    if situation.scottish:
        notes.append("Without a review there is no way to the Commissioner.")
    else:
        notes.append(
            "After silence the Commissioner can be asked directly, after a chaser: a review adds delay."
        )
    last = situation.clock.review_request_by
    if last is not None and situation.today > last:
        notes.append(
            f"The time to ask ended on {in_words(last)}. They may still accept it; count on nothing."
        )
    return yes(
        f"The reply was due by {in_words(due.due_on)}, and none has come.",
        f"silence:{due.due_on.isoformat()}",
        on=situation.overdue_from(),
        until=until,
        notes=tuple(notes),
        usual=situation.scottish,
    )


LETTER = LetterSpec(LetterKind.REVIEW_SILENCE, WORDING, available, check_overdue, before_sending=LOOK_FIRST)
