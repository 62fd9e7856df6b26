"""L4 of RULES.md section 6: the authority asked what the request means, and the requester answers every point.

The fresh period is said to run from the authority's receipt of the letter, because nobody knows that day when
it is written. Where the question was not needed to identify or locate the information, the original day is
reserved.
"""

from __future__ import annotations

from requests_app.core.letters.checks import check_ask, check_order
from requests_app.core.letters.facts import Facts
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import Availability, Situation, no, yes
from requests_app.core.letters.wording import FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

_THANKS = "Thank you for your message of {clarification_asked_on} about the request I sent you on {sent_on}"

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        Paragraph(
            f"{_THANKS}, which on my record reached you on {{received_on}}. You asked:", when="received_on"
        ),
        Paragraph(f"{_THANKS}. You asked:", unless="received_on"),
        Paragraph("{clarification_question}"),
        Paragraph("My answer:"),
        Paragraph("{clarification_answers}"),
        Paragraph(
            "I understand that the 20 working days for your reply count afresh from your receipt of this"
            " ({restart_law}).",
            when="clarification_needed",
        ),
        Paragraph(
            "I am glad to answer. As I read it, the question was not needed to identify and locate the information"
            " ({needed_law}), so I reserve the original day for your reply, {response_due_on}.",
            unless="clarification_needed",
        ),
        Paragraph(
            "If anything else is unclear, please tell me now, by {ask_by_on} if you can, with any advice and"
            " assistance that would help ({advice_law}).",
            when="ask_by_on",
        ),
        Paragraph(
            "If anything else is unclear, please tell me now, with any advice and assistance that would help"
            " ({advice_law}).",
            unless="ask_by_on",
        ),
        *FOOT,
    ),
    law={
        Regime.FOIA: {"restart_law": "sections 1(3) and 10(6)", "needed_law": "section 1(3)"},
        Regime.EIR: {"restart_law": "regulation 9", "needed_law": "regulation 9(2)"},
        Regime.FOISA: {"restart_law": "sections 1(3) and 10(1)(b)", "needed_law": "section 1(3)"},
        Regime.EISR: {"restart_law": "regulation 9", "needed_law": "regulation 9(2)"},
    },
)


def available(situation: Situation) -> Availability:
    """A question of theirs waits for an answer."""
    if not situation.open_question:
        return no("They have asked nothing that is not answered yet.")
    return yes("They asked what the request means.", "clarification", notes=("Answer every point.",))


def check(facts: Facts) -> None:
    """Raise WrongState where the days of a clarification contradict each other."""
    check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("you were asked to clarify it", facts.clarification_asked_on),
        ("this letter is written", facts.today),
    )
    check_ask(facts)


LETTER = LetterSpec(LetterKind.CLARIFICATION_REPLY, WORDING, available, check)
