"""L3 of RULES.md section 6: the chaser stayed without a reply. It names the next step, and is what the Commissioner
takes as evidence that the authority was asked again. FOIA and EIR only: in Scotland the next step is the review.
"""

from __future__ import annotations

from datetime import date

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_order, check_overdue
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import (
    DAYS_BETWEEN_CHASERS,
    LOOK_FIRST,
    Availability,
    Situation,
    no,
    not_chased_yet,
    yes,
)
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

LAST_WORKING_DAY = 10
"""RULES.md section 6: 5 to 10 working days after the first chaser. After that a complaint is the next step."""

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph(
            "On my record the last day for your reply was {response_due_on} ({response_section}). I wrote to you about"
            " it on {chaser_sent_on}. Today is {working_days_late} after the last day and I have no reply on my"
            " record.",
            unless="partly_answered_on",
        ),
        Paragraph(
            "On my record the last day for your reply was {response_due_on} ({response_section}). You answered part of"
            " it on {partly_answered_on}, and I wrote to you about the rest on {chaser_sent_on}. Today is"
            " {working_days_late} after the last day and I have nothing further on my record.",
            when="partly_answered_on",
        ),
        Paragraph("Still open on my record:\n\n{unanswered}", when="partly_answered_on unanswered"),
        Paragraph(
            "Please send me by {ask_by_on} the information, or, where you withhold any of it, the notice that"
            " {notice_law} asks for."
        ),
        Paragraph(
            "I would much rather have your reply than go further. If I have none by that day, my next step is to ask"
            " {regulator_name} for a decision ({complaint_law})."
        ),
        Paragraph("If you have already replied, please send the reply again: it has not reached me."),
        *FOOT,
    ),
    law={
        Regime.FOIA: {"complaint_law": "section 50"},
        Regime.EIR: {"complaint_law": "regulation 18, and section 50 of the Freedom of Information Act 2000"},
    },
)


def available(situation: Situation) -> Availability:
    """Five to ten working days after the first chaser, with no reply since."""
    why_not = not_chased_yet(situation)
    due = situation.reply_deadline
    if why_not is not None or due is None:
        return why_not or no("Nobody can say when the reply is due.")
    first = situation.sent(LetterKind.OVERDUE_CHASER, after=due.due_on)
    if first is None:
        return no("It follows the first chaser, and none is on record for this day.")
    second = situation.sent(LetterKind.SECOND_CHASER, after=first)
    if second is not None:
        return no(f"You sent it on {in_words(second)}. The next step is a complaint.")
    return _in_its_window(situation, first, due.due_on.isoformat())


def _in_its_window(situation: Situation, first: date, cause: str) -> Availability:
    opens = situation.days_after(first, DAYS_BETWEEN_CHASERS)
    closes = situation.days_after(first, LAST_WORKING_DAY)
    if opens is None or closes is None:
        return no("The table of bank holidays does not reach that far.")
    if situation.today < opens:
        return no(
            f"You sent the first chaser on {in_words(first)}: give them until {in_words(opens)}.", opens
        )
    if situation.today > closes:
        return no(
            f"The first chaser went more than {LAST_WORKING_DAY} working days ago, on {in_words(first)}:"
            " the next step is a complaint."
        )
    return yes(
        f"You sent the first chaser on {in_words(first)}, and no reply has come.",
        f"second:{cause}",
        on=opens,
        until=closes,
        notes=(LOOK_FIRST,),
    )


def check(facts: Facts) -> None:
    """Raise WrongState where the reply is not overdue, or the first chaser lies outside the days it can."""
    check_overdue(facts)
    check_order(
        ("the request was sent", facts.sent_on),
        ("the first chaser went", facts.chaser_sent_on),
        ("this letter is written", facts.today),
    )


LETTER = LetterSpec(
    LetterKind.SECOND_CHASER,
    WORDING,
    available,
    check,
    elsewhere="In Scotland the next step after a reminder is to ask for a review.",
    before_sending=LOOK_FIRST,
)
