"""What every letter is made of, and the parts all letters share: the head, the foot, and how to ask for a
missing fact. A letter is data, so that it can be read as a letter by somebody who does not program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from requests_app.core.states import Regime


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. ``{name}`` is a gap for the fact or the citation of that name.

    ``when`` names a fact that must be known (or true) for the paragraph to stand, ``unless`` one that must not.
    """

    text: str
    when: str = ""
    unless: str = ""


@dataclass(frozen=True)
class Wording:
    """A whole letter: its subject line, its paragraphs in order, and for each regime it is written for the
    citations that fill its gaps. A regime that is not in ``law`` has no such letter.
    """

    subject: tuple[Paragraph, ...]
    paragraphs: tuple[Paragraph, ...]
    law: Mapping[Regime, Mapping[str, str]]


SUBJECT = (
    Paragraph("Freedom of information request {their_reference}: {title}", when="their_reference"),
    Paragraph("Freedom of information request {our_reference}: {title}", unless="their_reference"),
)

HEAD = (
    Paragraph("{authority_name}\n{authority_address}", when="authority_address"),
    Paragraph("{authority_name}", unless="authority_address"),
    Paragraph("{today}"),
    Paragraph("Your reference: {their_reference}\nMy reference: {our_reference}", when="their_reference"),
    Paragraph("My reference: {our_reference}", unless="their_reference"),
    Paragraph("Dear Freedom of Information team,"),
    Paragraph("{act}\nRequest: {title}"),
)

FOOT = (Paragraph("Yours faithfully,"), Paragraph("{requester_name}\n{requester_address}"))

ASK_FOR: Mapping[str, str] = {
    "authority_name": "Choose the authority that this letter goes to.",
    "our_reference": "Give the request a reference of our own: the letter has to name it.",
    "title": "Enter a title for the request: the letter needs it for its subject line.",
    "requester_name": "Enter the real name of the person who asked: the letter goes out in that name.",
    "requester_address": "Enter an address the authority can write to; an e-mail address is enough.",
    "sent_on": "Enter the day on which the request was sent.",
    "received_on": "Enter the day on which the authority received the request: the working days count from it.",
    "response_due_on": (
        "Enter the day on which the request was received, so that the day for the reply can be worked out."
    ),
    "working_days_late": "The number of working days since the reply was due is not known: recompute the clock.",
    "ask_by_on": "Enter the day by which you would like to hear from the authority.",
    "clarification_asked_on": "Enter the day on which the authority asked you to clarify the request.",
    "clarification_question": "Enter what the authority asked you to clarify, in its own words.",
    "clarification_answers": "Enter your answer to what the authority asked.",
}
