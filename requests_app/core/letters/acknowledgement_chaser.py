"""L1 of RULES.md section 6: no word that the request arrived. No law asks for one; the day of receipt is what the
clock counts from, and this letter makes the evidence of it.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_order
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import OWED, Availability, Situation, no, yes
from requests_app.core.letters.wording import ACTS, ALL, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, State

WORKING_DAYS_TO_ACKNOWLEDGE = 5
"""Ours (RULES.md section 6, L1): no law obliges anybody to acknowledge."""

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        Paragraph(
            "I sent you this request for information on {sent_on}, {sent_how}, to {address_used}.",
            when="address_used",
        ),
        Paragraph("I sent you this request for information on {sent_on}, {sent_how}.", unless="address_used"),
        Paragraph("I asked:\n\n{questions}", when="questions"),
        Paragraph(
            "I have no acknowledgement of it on my record. No rule asks you for one, but the working days for your reply"
            " count from the day on which you received the request ({time_limit_law}), and I would like to have that"
            " day right."
        ),
        Paragraph(
            "Please could you confirm that it has reached you, tell me on which day, and give me your reference for"
            " it? If it has not reached you, please tell me, and I will send it again."
        ),
        Paragraph(
            "If anything is missing that you need in order to take it as a request (section 8), please tell me that"
            " as well.",
            regimes=ACTS,
        ),
        *FOOT,
    ),
    law={regime: {} for regime in ALL},
)


def available(situation: Situation) -> Availability:
    """No acknowledgement five working days after sending, nothing returned undelivered, nothing overdue yet."""
    if situation.state is not State.SENT or situation.acknowledged or situation.unread_reply:
        return no(_why_not(situation))
    if situation.sent_on is None:
        return no("Enter the day on which the request was sent.")
    asked = situation.sent(LetterKind.ACKNOWLEDGEMENT_CHASER, after=situation.sent_on)
    if asked is not None:
        return no(f"You asked on {in_words(asked)} whether it arrived.")
    first = situation.days_after(situation.sent_on, WORKING_DAYS_TO_ACKNOWLEDGE)
    if first is None:
        return no("The table of bank holidays does not reach that far.")
    if situation.today < first:
        return no(f"Give them five working days: ask from {in_words(first)}.", first)
    overdue_from = situation.overdue_from()
    if overdue_from is not None and situation.today >= overdue_from:
        return no("The reply is overdue by now: the overdue chaser asks for more.")
    return yes(
        f"You sent it on {in_words(situation.sent_on)}, and no acknowledgement is on record.",
        f"sent:{situation.sent_on.isoformat()}",
        on=first,
    )


def check(facts: Facts) -> None:
    """Raise WrongState where the letter would be older than the request."""
    check_order(("the request was sent", facts.sent_on), ("this letter is written", facts.today))


def _why_not(situation: Situation) -> str:
    if situation.acknowledged:
        return "They have acknowledged the request."
    if situation.unread_reply or situation.state not in OWED:
        return "They have written since, so it has reached them."
    return "The record says that it has reached them."


LETTER = LetterSpec(LetterKind.ACKNOWLEDGEMENT_CHASER, WORDING, available, check)
