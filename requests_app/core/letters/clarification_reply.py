"""L4 of RULES.md section 6: the authority asked what the request means, and the requester answers every point.

The fresh period is said to run from the authority's receipt of the letter, because nobody knows that day when
it is written. Where the question was not needed to identify or locate the information, the original day is
reserved.
"""

from __future__ import annotations

from requests_app.core.letters.wording import FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import Regime

CLARIFICATION_REPLY = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        Paragraph(
            "Thank you for your message of {clarification_asked_on} about the request I sent you on {sent_on}, which"
            " on my record reached you on {received_on}. You asked:",
            when="received_on",
        ),
        Paragraph(
            "Thank you for your message of {clarification_asked_on} about the request I sent you on {sent_on}. You"
            " asked:",
            unless="received_on",
        ),
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
            " (section 1(3)), so I reserve the original day for your reply, {response_due_on}.",
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
        Regime.FOIA: {"restart_law": "sections 1(3) and 10(6)", "advice_law": "section 16"},
        Regime.FOISA: {"restart_law": "sections 1(3) and 10(1)(b)", "advice_law": "section 15"},
    },
)
