"""L17 of RULES.md section 6: refused as vexatious or repeated. Calm: what the request is for, an offer to narrow it, a
question for the evidence; and it asks for a review.
"""

from __future__ import annotations

from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.review import CLOSING, OPENING
from requests_app.core.letters.situation import (
    Availability,
    Situation,
    no,
    nothing_to_review,
    review_of_reply,
)
from requests_app.core.letters.wording import REVIEW_SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

_FOIA = frozenset({Regime.FOIA})

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("You refuse this:\n\n{refused}"),
        Paragraph("The reasons you give:\n\n{reasons_given}", when="reasons_given"),
        Paragraph("What the request is for:\n\n{purpose}"),
        Paragraph("My earlier requests to you on my record:\n\n{earlier_requests}", when="earlier_requests"),
        Paragraph("Please consider these points:", when="arguments"),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(
            "As I understand the case law, it is the request that is looked at, as a whole: the burden of it, its"
            " motive, its value or serious purpose, and any harassment or distress (Dransfield [2012] UKUT 440 (AAC);"
            " [2015] EWCA Civ 454). Where the burden alone is relied on, it has to be grossly oppressive, and shown by"
            " evidence (Cabinet Office v Information Commissioner and Ashton [2018] UKUT 208 (AAC)).",
            unless="called_repeated",
            regimes=_FOIA,
        ),
        Paragraph(
            "Section 14(2) is about a request that is identical or substantially similar to one which you have"
            " complied with. Please tell me which request you mean, when you complied with it, and why the time"
            " between the two was not reasonable.",
            when="called_repeated",
        ),
        Paragraph(
            "If it is the burden that troubles you, please tell me what makes it: how many records, how many hours, and for which"
            " part. I am willing to narrow the request ({advice_law})."
        ),
        *CLOSING,
    ),
    law={Regime.FOIA: {}, Regime.FOISA: {}},
)


def available(situation: Situation) -> Availability:
    """A confirmed reply refuses the request as vexatious or repeated."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if not situation.relies_on_conduct:
        return no("No reply on record calls the request vexatious or repeated.")
    return review_of_reply(situation, "They called the request vexatious or repeated.")


LETTER = LetterSpec(
    LetterKind.VEXATIOUS_REPLY,
    WORDING,
    available,
    check_reply,
    elsewhere=(
        "The Regulations have no section 14. A request called manifestly unreasonable is answered with"
        " “Review: exemption”."
    ),
)
