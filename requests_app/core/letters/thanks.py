"""L13 of RULES.md section 6: satisfied. Thanks, and a word for the disclosure log."""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import Availability, Situation, no, yes
from requests_app.core.letters.wording import ALL, ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Outcome, State

_SETTLED = {State.ANSWERED, State.REVIEW_DONE, State.DECIDED}
_GIVEN = {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph(
            "Thank you for your reply of {reply_on}, and for the work behind it. I received:\n\n{given}"
        ),
        Paragraph(
            "This answers what I needed, and you can close the request. Should I need anything further, I will send"
            " you a new one."
        ),
        Paragraph(
            "Others may look for the same. If you keep a disclosure log, please consider adding the reply to it."
        ),
        *FOOT,
    ),
    law={regime: {} for regime in ALL},
)


def available(situation: Situation) -> Availability:
    """Something was disclosed, and nothing more is awaited."""
    if situation.state not in _SETTLED:
        return no("Nothing is settled yet that you could thank for.")
    if not situation.outcomes & _GIVEN:
        return no("No reply on record discloses anything.")
    sent = situation.sent(LetterKind.THANKS)
    if sent is not None:
        return no(f"You thanked them on {in_words(sent)}.")
    return yes(
        "They disclosed what you asked for, or some of it.",
        "thanks",
        notes=("Send it only if you are satisfied: it says that the request can be closed.",),
    )


LETTER = LetterSpec(
    LetterKind.THANKS,
    WORDING,
    available,
    check_reply,
    before_sending="Send it only if you are satisfied: it says that the request can be closed.",
)
