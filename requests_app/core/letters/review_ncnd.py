"""L10 of RULES.md section 6: neither confirmed nor denied. The question is what confirming would reveal, beside what is
public already. A balance on confirming is asked for only where the duty to confirm is qualified.
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
from requests_app.core.states import LetterKind, Outcome, Regime

WORDING = Wording(
    subject=REVIEW_SUBJECT,
    paragraphs=(
        *OPENING,
        Paragraph("You neither confirm nor deny that you hold this:\n\n{denied}"),
        Paragraph("The reasons you give:\n\n{reasons_given}", when="reasons_given"),
        Paragraph(
            "As I understand it, the question here is not what the information would reveal, but what you would reveal"
            " by saying whether you hold it ({denial_law})."
        ),
        Paragraph("Please consider these points:", when="arguments"),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(
            "Where {denied_qualified} is relied on, the public interest in confirming or denying has to be weighed"
            " ({denial_balance_law}). Please weigh it, and tell me what weighed on each side.",
            when="denied_qualified",
            regimes=frozenset({Regime.FOIA}),
        ),
        Paragraph(
            "Please say why it would be contrary to the public interest to reveal whether the information exists or is"
            " held ({denial_balance_law}).",
            regimes=frozenset({Regime.FOISA}),
        ),
        Paragraph(
            "Please say what adverse effect a yes or no would have, and weigh the public interest in giving it"
            " ({denial_balance_law}).",
            regimes=frozenset({Regime.EIR, Regime.EISR}),
        ),
        Paragraph(
            "If a yes or no to the question as I put it would reveal too much, please tell me in which form you could"
            " answer it without revealing any tactic, such as a total or a longer period ({advice_law})."
        ),
        *CLOSING,
    ),
    law={
        Regime.FOIA: {"denial_law": "section 1(1)(a)", "denial_balance_law": "section 2(1)(b)"},
        Regime.EIR: {"denial_law": "regulation 12(6)", "denial_balance_law": "regulation 12(1)(b)"},
        Regime.FOISA: {"denial_law": "section 18", "denial_balance_law": "section 18(1)"},
        Regime.EISR: {"denial_law": "regulation 10(8)", "denial_balance_law": "regulation 10(1)(b)"},
    },
)


def available(situation: Situation) -> Availability:
    """A confirmed reply neither confirms nor denies."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if Outcome.NCND not in situation.outcomes:
        return no("No reply on record neither confirms nor denies.")
    return review_of_reply(situation, "They neither confirmed nor denied.")


LETTER = LetterSpec(LetterKind.REVIEW_NCND, WORDING, available, check_reply)
