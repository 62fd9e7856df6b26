"""L11 of RULES.md section 6: a qualified ground without a balance, or with one that could stand in any letter. It asks
for the balance of this information; that public interests may be added up is the law (RULES.md section 5).
"""

from __future__ import annotations

from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.review import CLOSING, OPENING, PRESUMPTION
from requests_app.core.letters.situation import (
    Availability,
    Situation,
    no,
    nothing_to_review,
    review_of_reply,
)
from requests_app.core.letters.wording import REGULATIONS, REVIEW_SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

_FOR_DISCLOSURE = "What speaks for disclosing this information:"

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("My concern is the public interest, which I do not find weighed for this information:"),
        Paragraph("{unbalanced}"),
        Paragraph(
            "Information may be withheld on such a ground only where the public interest, weighed in all the"
            " circumstances of the case, calls for it ({balance_law}), and the reasons belong in the notice"
            " ({balance_notice_law})."
        ),
        Paragraph(PRESUMPTION.text, regimes=REGULATIONS),
        Paragraph("Please consider these points:", when="arguments"),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(f"{_FOR_DISCLOSURE}\n\n{{purpose}}", when="purpose"),
        Paragraph(f"{_FOR_DISCLOSURE}\n\n{{purpose}}", unless="purpose arguments"),
        Paragraph("Please weigh it, and tell me what weighed on each side and how much."),
        *CLOSING,
    ),
    law={
        Regime.FOIA: {},
        Regime.EIR: {"presumption_law": "regulation 12(2)"},
        Regime.FOISA: {},
        Regime.EISR: {"presumption_law": "regulation 10(2)(b)"},
    },
)


def available(situation: Situation) -> Availability:
    """A confirmed reply relies on a qualified ground, and its notice shows no balance of its own."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if not situation.unbalanced:
        return no("No reply on record relies on a qualified ground without weighing the public interest.")
    return review_of_reply(situation, "They relied on a qualified ground without weighing it.")


LETTER = LetterSpec(LetterKind.REVIEW_NO_BALANCING, WORDING, available, check_reply)
