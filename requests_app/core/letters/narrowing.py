"""L5 of RULES.md section 6: refused for cost. It offers a narrower request, which is a new one with a clock of its own,
asks how the estimate was made, and keeps the right to a review. Regulation 5 (adding requests up) stays out of it.
"""

from __future__ import annotations

from requests_app.core.dates import in_words
from requests_app.core.letters.checks import check_reply
from requests_app.core.letters.letter import LetterSpec
from requests_app.core.letters.situation import (
    Availability,
    Situation,
    no,
    nothing_to_review,
    review_until,
    yes,
)
from requests_app.core.letters.wording import ASKED, FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import LetterKind, Regime

WORDING = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        *ASKED,
        Paragraph(
            "Thank you for your reply of {reply_on}, in which you refuse this because of the work it would take:"
        ),
        Paragraph("{refused}"),
        Paragraph("You say of the work:\n\n{cost_estimate}"),
        Paragraph("I would like to help to bring it within what can be done. I can narrow it as follows:"),
        Paragraph("{narrowed_to}"),
        Paragraph(
            "Please take the narrower version as a new request, with 20 working days of its own from your receipt of"
            " this letter ({time_limit_law})."
        ),
        Paragraph(
            "Should that still be too much, please tell me ({advice_law}) how many records there are, how many"
            " minutes each would take, how you arrived at that and whether you tried a sample, and which part you"
            " could answer. {activities_law}"
        ),
        Paragraph(
            "This letter does not ask for a review. I keep my right to ask for one, which on my record runs to"
            " {review_request_by_on}.",
            when="review_request_by_on",
        ),
        Paragraph(
            "This letter does not ask for a review. I keep my right to ask for one.",
            unless="review_request_by_on",
        ),
        *FOOT,
    ),
    law={
        Regime.FOIA: {
            "activities_law": (
                "As I understand regulation 4(3) of the Fees Regulations (SI 2004/3244), only the time for finding out"
                " whether you hold it, and for locating, retrieving and extracting it, counts."
            )
        },
        Regime.EIR: {
            "activities_law": (
                "As I understand regulation 12(4)(b), there is no fixed limit of cost, and the public interest has to"
                " be weighed (regulation 12(1)(b))."
            )
        },
        Regime.FOISA: {
            "activities_law": (
                "As I understand the Fees Regulations (SSI 2004/467), the time for finding out whether you hold it and"
                " for deciding on exemptions does not count."
            )
        },
        Regime.EISR: {
            "activities_law": (
                "As I understand regulation 10(4)(b), there is no fixed limit of cost, and the public interest has to"
                " be weighed (regulation 10(1)(b))."
            )
        },
    },
)


def available(situation: Situation) -> Availability:
    """A reply refuses for cost, and no review has been asked for."""
    why_not = nothing_to_review(situation)
    if why_not is not None:
        return why_not
    if not situation.relies_on_cost:
        return no("No reply on record refuses for the cost or the work.")
    sent = situation.sent(LetterKind.NARROWING)
    if sent is not None:
        return no(f"You offered it on {in_words(sent)}.")
    until = review_until(situation)
    keep = f"It does not stop the time to ask for a review, which ends on {in_words(until)}." if until else ""
    return yes(
        "They refused for the cost or the work.",
        "cost",
        notes=tuple(note for note in ("A narrower request is a new one, with its own clock.", keep) if note),
    )


LETTER = LetterSpec(
    LetterKind.NARROWING,
    WORDING,
    available,
    check_reply,
    before_sending="It does not stop the time to ask for a review. Log the narrower request as one of its own.",
)
