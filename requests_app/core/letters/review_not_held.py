"""L9 of RULES.md section 6: they say they hold nothing. Why it should exist, and how they searched: the standard is the
balance of probabilities, on the scope, quality and thoroughness of the searches.
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
        Paragraph("You say that you do not hold this ({not_held_law}):\n\n{not_held}"),
        Paragraph("What you say of it:\n\n{reasons_given}", when="reasons_given"),
        Paragraph(
            "I believe that it exists, for this reason:\n\n{why_it_should_exist}", when="why_it_should_exist"
        ),
        Paragraph("{arguments}", when="arguments"),
        Paragraph(
            "I believe that it exists, for this reason:\n\n{why_it_should_exist}",
            unless="why_it_should_exist arguments",
        ),
        Paragraph(
            "As I understand it, the question is whether on the balance of probabilities you hold the information,"
            " having regard to the scope, quality and thoroughness of the searches."
        ),
        Paragraph(
            "Please tell me:\n\n"
            "- which systems, files and mailboxes were searched, with which search terms, by whom and when;\n"
            "- who would have made or received such information, and whether they were asked;\n"
            "- for how long you keep such records, and under which rule{records_law};\n"
            "- if it was once held, on which day it was destroyed or passed on;\n"
            "- whether somebody else may hold it, for you or in their own right ({advice_law})."
        ),
        *CLOSING,
    ),
    law={
        Regime.FOIA: {
            "not_held_law": "section 1(1)(a)",
            "records_law": " (code of practice under section 46)",
        },
        Regime.EIR: {"not_held_law": "regulation 12(4)(a)", "records_law": ""},
        Regime.FOISA: {"not_held_law": "section 17", "records_law": ""},
        Regime.EISR: {"not_held_law": "regulation 10(4)(a)", "records_law": ""},
    },
)


def available(situation: Situation) -> Availability:
    """A confirmed reply says of something asked that it is not held."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if Outcome.NOT_HELD not in situation.outcomes:
        return no("No reply on record says that something is not held.")
    return review_of_reply(situation, "They say that they do not hold it.")


LETTER = LetterSpec(LetterKind.REVIEW_NOT_HELD, WORDING, available, check_reply)
