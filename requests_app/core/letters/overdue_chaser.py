"""L2 of RULES.md section 6: the day for the reply is over. It assumes an oversight and asks for a reply or a day.

It names no regulator: under the Scottish Act the step that counts is a review, and under the other a complaint
belongs to the second chaser.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from requests_app.core.dates import in_words, plural
from requests_app.core.letters.checks import check_overdue
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.printing import in_full, one_line
from requests_app.core.letters.situation import (
    DAYS_BETWEEN_CHASERS,
    LOOK_FIRST,
    Availability,
    Situation,
    no,
    not_overdue,
    nothing_owed,
    yes,
)
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORDING = Wording(
    subject=(
        Paragraph(
            "{request_named} {their_reference}: {title}, and other requests",
            when="their_reference also_overdue",
        ),
        Paragraph(
            "{request_named} {our_reference}: {title}, and other requests",
            when="also_overdue",
            unless="their_reference",
        ),
        *(replace(paragraph, unless=f"{paragraph.unless} also_overdue".strip()) for paragraph in SUBJECT),
    ),
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph(
            "You then asked me to clarify the request, and on my record my answer reached you on"
            " {clock_restarted_on}. The working days count afresh from that day ({restart_law}).",
            when="clock_restarted_on",
        ),
        Paragraph(
            "{time_law} Leaving out weekends and the holidays listed here ({holiday_law}), that day was"
            " {response_due_on}.",
            when="counted_plainly days_skipped",
        ),
        Paragraph("{days_skipped}", when="counted_plainly days_skipped"),
        Paragraph(
            "{time_law} Leaving out weekends, that day was {response_due_on}.",
            when="counted_plainly",
            unless="days_skipped",
        ),
        Paragraph(
            "On my record the last day for your reply was {response_due_on} ({response_section}).",
            unless="counted_plainly",
        ),
        Paragraph(
            "Today is {working_days_late} after that day and I have no reply on my record. It may simply have gone"
            " astray.",
            unless="partly_answered_on",
        ),
        Paragraph(
            "You answered part of it on {partly_answered_on}, for which I thank you. Today is {working_days_late}"
            " after the last day and I have nothing on my record for the rest. It may simply have gone astray.",
            when="partly_answered_on",
        ),
        Paragraph("Still open on my record:\n\n{unanswered}", when="partly_answered_on unanswered"),
        Paragraph(
            "The time for these requests of mine to you is over as well, on my record:\n\n{also_overdue}",
            when="also_overdue",
        ),
        Paragraph(
            "Please could you send me your reply by {ask_by_on}? If that is not possible, please tell me by then on"
            " which day I can expect it.",
            unless="also_overdue",
        ),
        Paragraph(
            "Please could you send me your reply to each of them by {ask_by_on}? Where that is not possible, please tell"
            " me by then on which day I can expect it.",
            when="also_overdue",
        ),
        Paragraph(
            "If you have already replied, or your record shows another day of receipt, please let me know."
        ),
        *FOOT,
    ),
    law={
        Regime.FOIA: {
            "time_law": (
                "Section 10(1) of the Act asks you to comply with section 1(1) promptly, and not later than the 20th"
                " working day following the date of receipt."
            ),
            "restart_law": "section 10(6)",
            "holiday_law": "section 10(6): in any part of the United Kingdom",
        },
        Regime.EIR: {
            "time_law": (
                "Regulation 5(2) asks you to make the information available as soon as possible, and no later than 20"
                " working days after the date of receipt."
            ),
            "restart_law": "regulation 9",
            "holiday_law": "regulation 2(1): in any part of the United Kingdom",
        },
        Regime.FOISA: {
            "time_law": (
                "Section 10(1) of the Act asks you to comply with section 1(1) promptly, and not later than the 20th"
                " working day after receipt."
            ),
            "restart_law": "section 10(1)(b)",
            "holiday_law": "section 73: in Scotland",
        },
        Regime.EISR: {
            "time_law": (
                "Regulation 5(2)(a) asks you to make the information available as soon as possible, and no later than"
                " 20 working days after the date of receipt."
            ),
            "restart_law": "regulation 9",
            "holiday_law": "regulation 2(1): in Scotland",
        },
    },
)


def available(situation: Situation) -> Availability:
    """From the first working day after the day for the reply, a day of grace for weekend receipt kept; once."""
    if situation.extended_for_public_interest:
        return no("They took more time to weigh the public interest: “Extended reply overdue” is the letter.")
    why_not = nothing_owed(situation) or not_overdue(situation)
    due = situation.reply_deadline
    if why_not is not None or due is None:
        return why_not or no("Nobody can say when the reply is due.")
    sent = situation.sent(LetterKind.OVERDUE_CHASER, after=due.due_on)
    if sent is not None:
        return no(_what_next(situation, f"You sent it on {in_words(sent)}."))
    notes = [LOOK_FIRST]
    if situation.scottish:
        notes.append("A reminder is optional: the review is the step that counts.")
    return yes(
        f"The reply was due by {in_words(due.due_on)}.",
        f"{due.key}:{due.due_on.isoformat()}",
        on=situation.overdue_from(),
        notes=tuple(notes),
        usual=not situation.scottish,
    )


def also_overdue(
    *,
    title: str,
    our_reference: str,
    their_reference: str,
    sent_on: date | None,
    due_on: date,
    section: str,
    late: int,
) -> str:
    """One more request that the same chaser is about, as it names it. ``late`` counts working days."""
    theirs = f"your reference {their_reference}, " if their_reference else ""
    sent = f"sent on {in_full(sent_on)}; " if sent_on else ""
    return (
        f"{one_line(title)} ({theirs}my reference {our_reference}): {sent}the last day for your reply was"
        f" {in_full(due_on)}{f' ({section})' if section else ''}, {plural(late, 'working day')} ago"
    )


def _what_next(situation: Situation, sent: str) -> str:
    if situation.scottish:
        return f"{sent} The next step is to ask for a review."
    return f"{sent} A second chaser follows after {DAYS_BETWEEN_CHASERS} working days."


LETTER = LetterSpec(LetterKind.OVERDUE_CHASER, WORDING, available, check_overdue, before_sending=LOOK_FIRST)
