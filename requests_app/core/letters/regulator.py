"""What the two letters to a regulator (L12 and L16) have in common: to whom, about which request, what happened."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.letters.wording import SCOTLAND, Paragraph
from requests_app.core.states import Regime


@dataclass(frozen=True, slots=True)
class Regulator:
    """Who decides on complaints. ``name`` stands inside a sentence; ``address`` is where the letter goes."""

    name: str
    address: str = ""


UK_REGULATOR = Regulator("the Information Commissioner")
"""The one place for the name: the Data (Use and Access) Act 2025 turns the Commissioner into an Information Commission
on a day that is not known (RULES.md 2.4). The form for complaints is at ico.org.uk/make-a-complaint.
"""
SCOTTISH_REGULATOR = Regulator("the Scottish Information Commissioner", "enquiries@foi.scot")


def regulator_for(regime: Regime) -> Regulator:
    """The regulator of a regime."""
    return SCOTTISH_REGULATOR if regime in SCOTLAND else UK_REGULATOR


SUBJECT = (
    Paragraph("{decision_named}: {authority_name}, {their_reference}, {title}", when="their_reference"),
    Paragraph("{decision_named}: {authority_name}, {our_reference}, {title}", unless="their_reference"),
)

OPENING = (
    Paragraph("To {regulator_name}\n{regulator_address}", when="regulator_address"),
    Paragraph("To {regulator_name}", unless="regulator_address"),
    Paragraph("{today}"),
    Paragraph(
        "The authority: {authority_name}\nIts reference: {their_reference}\nMy reference: {our_reference}",
        when="their_reference",
    ),
    Paragraph("The authority: {authority_name}\nMy reference: {our_reference}", unless="their_reference"),
    Paragraph("Dear Commissioner,"),
    Paragraph("{act}\nRequest: {title}"),
    Paragraph(
        "I ask you to decide whether {authority_name} dealt with a request of mine in accordance with {parts_law}"
        " ({decision_law})."
    ),
    Paragraph(
        "I sent the request on {sent_on}. On my record it reached the authority on {received_on}. I asked:",
        when="questions",
    ),
    Paragraph("{questions}", when="questions"),
    Paragraph(
        "I sent the request on {sent_on}. On my record it reached the authority on {received_on}.",
        unless="questions",
    ),
    Paragraph(
        "What happened, with the number of the working day after receipt where it counts:\n\n{chronology}"
    ),
)

CLOSING = (
    Paragraph("Why the answer matters:\n\n{purpose}", when="purpose"),
    Paragraph("I can send you a copy of every letter named here. You can reach me at the address below."),
    Paragraph("Yours faithfully,"),
    Paragraph("{requester_name}\n{requester_address}"),
)
