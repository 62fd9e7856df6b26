"""L7 of RULES.md section 6: information was withheld under an exemption. Reasons of the requester's choosing, a fresh
decision, and in the alternative the rest with what is exempt taken out. A balance is asked for only where the ground
is qualified.
"""

from __future__ import annotations

from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.review import CLOSING, OPENING, PRESUMPTION, WHAT_IT_IS_FOR
from requests_app.core.letters.situation import (
    Availability,
    Situation,
    no,
    nothing_to_review,
    review_of_reply,
)
from requests_app.core.letters.wording import REGULATIONS, REVIEW_SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("You withhold this:\n\n{refused}"),
        Paragraph("The reasons you give:\n\n{reasons_given}", when="reasons_given"),
        Paragraph("You say of the work:\n\n{cost_estimate}", when="relies_on_cost cost_estimate"),
        Paragraph(
            "Please send me the calculation behind what you say of the work: how many records there are, how many"
            " minutes each would take, how those minutes were arrived at, and whether a sample was tried"
            " ({advice_law}).",
            when="relies_on_cost",
        ),
        Paragraph("Please consider these points:", when="arguments"),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(
            "Please say for each part withheld why the {exemption_named} applies to this information"
            " ({notice_law}).",
            unless="arguments relies_on_cost",
        ),
        Paragraph(
            "Where {qualified_grounds} is relied on, the public interest has to be weighed ({balance_law}). Please"
            " weigh it for this information, and tell me what weighed on each side ({balance_notice_law}).",
            when="qualified_grounds",
        ),
        Paragraph(PRESUMPTION.text, regimes=REGULATIONS),
        WHAT_IT_IS_FOR,
        Paragraph(
            "If some of it has to stay withheld, please send me the rest, with only that taken out ({right_law})."
        ),
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
    """A confirmed reply withholds something under an exemption, or for cost."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if not (situation.relies_on_exemptions or situation.relies_on_cost):
        return no("No reply on record withholds anything under an exemption.")
    return review_of_reply(situation, "They withheld information.")


LETTER = LetterSpec(LetterKind.REVIEW_EXEMPTION, WORDING, available, check_reply)
