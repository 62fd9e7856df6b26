"""What the two letters to a regulator (L12 and L16) have in common: to whom, about which request, what happened."""

from __future__ import annotations

from requests_app.core.letters.wording import Paragraph

SUBJECT = (
    Paragraph("{decision_named}: {authority_name}, {their_reference}, {title}", when="their_reference"),
    Paragraph("{decision_named}: {authority_name}, {our_reference}, {title}", unless="their_reference"),
)

OPENING = (
    Paragraph("{regulator_name}\n{regulator_address}", when="regulator_address"),
    Paragraph("{regulator_name}", unless="regulator_address"),
    Paragraph("{today}"),
    Paragraph(
        "The authority: {authority_name}\nIts reference: {their_reference}\nMy reference: {our_reference}",
        when="their_reference",
    ),
    Paragraph("The authority: {authority_name}\nMy reference: {our_reference}", unless="their_reference"),
    Paragraph("Dear Commissioner,"),
    Paragraph("{act}\nRequest: {title}"),
    Paragraph(
        "I ask you to decide whether {authority_name} dealt with a request of mine as {parts_law} asks"
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
