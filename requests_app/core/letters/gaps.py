"""What a letter lacks: the sentence that asks for it, where it is entered, and the mark that stands in its place.

A letter with a mark in it can't be approved. The mark carries the name of the fact, so that it is known for what it
is wherever a person moves it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from requests_app.core.errors import BadInput
from requests_app.core.states import Labelled

_MARK = re.compile(r"\[\[(\w+):[^\[\]]*\]\]")


class Where(Labelled):
    """Where a fact is entered."""

    REQUEST = "request"
    HISTORY = "history"
    CLARIFICATION = "clarification"
    REPLY = "reply"
    LETTER = "letter"

    @property
    def label(self) -> str:
        """The place in words."""
        return _PLACES[self]


_PLACES = {
    Where.REQUEST: "the details of the request",
    Where.HISTORY: "the history of the request",
    Where.CLARIFICATION: "the answer to their question",
    Where.REPLY: "the reply",
    Where.LETTER: "the letter itself",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact a letter needs and the record does not hold. ``sentence`` asks for it."""

    name: str
    sentence: str
    where: Where

    @property
    def mark(self) -> str:
        """What stands in the letter in its place."""
        return f"[[{self.name}: {self.sentence}]]"


_ASKED: tuple[Gap, ...] = (
    Gap("authority_name", "Choose the authority that this letter goes to.", Where.REQUEST),
    Gap(
        "our_reference",
        "Give the request a reference of our own: the letter has to name it.",
        Where.REQUEST,
    ),
    Gap("title", "Enter a title for the request: the letter needs it for its subject line.", Where.REQUEST),
    Gap(
        "requester_name",
        "Enter the real name of the person who asked: the letter goes out in that name.",
        Where.REQUEST,
    ),
    Gap(
        "requester_address",
        "Enter an address the authority can write to; an e-mail address is enough.",
        Where.REQUEST,
    ),
    Gap("sent_on", "Enter the day on which the request was sent.", Where.HISTORY),
    Gap("sent_how", "Enter how the request was sent: by e-mail, post, portal or hand.", Where.HISTORY),
    Gap(
        "received_on",
        "Enter the day on which the authority received the request: the working days count from it.",
        Where.HISTORY,
    ),
    Gap(
        "response_due_on",
        "Enter the day on which the request was received, so that the day for the reply can be worked out.",
        Where.HISTORY,
    ),
    Gap("response_section", "The day for the reply names no section: recompute the clock.", Where.HISTORY),
    Gap(
        "working_days_late",
        "The number of working days since the reply was due is not known: recompute the clock.",
        Where.HISTORY,
    ),
    Gap("ask_by_on", "Enter the day by which you would like to hear from the authority.", Where.LETTER),
    Gap("chaser_sent_on", "Enter the day on which you sent the first chaser.", Where.HISTORY),
    Gap(
        "clarification_asked_on",
        "Enter the day on which the authority asked you to clarify the request.",
        Where.CLARIFICATION,
    ),
    Gap(
        "clarification_question",
        "Enter what the authority asked you to clarify, in its own words.",
        Where.CLARIFICATION,
    ),
    Gap("clarification_answers", "Enter your answer to what the authority asked.", Where.CLARIFICATION),
    Gap(
        "extension_notices",
        "Enter the notice in which the authority took more time, with its day.",
        Where.HISTORY,
    ),
    Gap("fee_notice_on", "Enter the day of the fees notice.", Where.HISTORY),
    Gap("fee_amount", "Enter the amount that the fees notice asks for.", Where.LETTER),
    Gap("reply_on", "Enter the date of the reply.", Where.REPLY),
    Gap("refused", "Enter which questions the reply refuses, and on what ground.", Where.REPLY),
    Gap("parts", "Enter what the reply says to each question.", Where.REPLY),
    Gap("not_held", "Enter to which questions the reply says that nothing is held.", Where.REPLY),
    Gap("denied", "Enter to which questions the reply neither confirms nor denies.", Where.REPLY),
    Gap("unbalanced", "Enter the sections that the reply relies on without weighing anything.", Where.REPLY),
    Gap("given", "Enter what the reply disclosed.", Where.REPLY),
    Gap(
        "cost_estimate",
        "Quote what the reply says of the cost or the hours, or write that it gives no figures.",
        Where.LETTER,
    ),
    Gap(
        "narrowed_to",
        "Say what you would drop: a shorter period, one unit, totals without records, parts in order of priority.",
        Where.LETTER,
    ),
    Gap(
        "why_it_should_exist",
        "Say why you believe it exists: a policy, a statute, minutes, something published.",
        Where.LETTER,
    ),
    Gap(
        "purpose",
        "Say in two sentences what the request is for and whom the answer would help.",
        Where.LETTER,
    ),
    Gap("still_dissatisfied", "Say why the outcome of the review does not settle it.", Where.LETTER),
    Gap("review_asked_on", "Enter the day on which you asked for a review.", Where.HISTORY),
    Gap(
        "review_due_on",
        "Enter the day on which the authority received your request for a review.",
        Where.HISTORY,
    ),
    Gap(
        "review_working_days_late",
        "The number of working days since the review was due is not known: recompute the clock.",
        Where.HISTORY,
    ),
    Gap("review_grounds", "Say why you asked for a review.", Where.LETTER),
    Gap("review_outcome_on", "Enter the day of the outcome of the review.", Where.HISTORY),
    Gap("review_ask_by_on", "Enter the day by which you would like the outcome of the review.", Where.LETTER),
    Gap("review_request_by_on", "Enter the date of the reply.", Where.REPLY),
    Gap("regulator_name", "Enter the name of the regulator.", Where.LETTER),
    Gap("chronology", "Enter what happened, with its days.", Where.HISTORY),
    Gap("complaint_grounds", "Say what you complain of, section by section.", Where.LETTER),
    Gap("evidence", "Say where that can be seen, or take the sentence out.", Where.LETTER),
)

ASK_FOR: Mapping[str, Gap] = {gap.name: gap for gap in _ASKED}


def check_no_gaps(text: str) -> None:
    """Raise BadInput naming the first thing that a letter still lacks."""
    gaps = gaps_in(text)
    if gaps:
        more = f" There are {len(gaps)} such gaps." if len(gaps) > 1 else ""
        raise BadInput(f"The letter still has a gap. {gaps[0].sentence}{more}", field="body")


def without_marks(text: str) -> str:
    """The text without the marks of what is missing."""
    return _MARK.sub("", text).strip()


def gaps_in(text: str) -> tuple[Gap, ...]:
    """The gaps that are still marked in a text, each once, in its order."""
    names = dict.fromkeys(found[1] for found in _MARK.finditer(text))
    return tuple(ASK_FOR[name] for name in names if name in ASK_FOR)
