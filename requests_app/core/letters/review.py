"""What the letters that ask for a review of a reply (L7 to L11 and L17) have in common: how they begin and end."""

from __future__ import annotations

from requests_app.core.letters.wording import ASKED, FOOT, HEAD, Paragraph

OPENING = (
    *HEAD,
    *ASKED,
    Paragraph("Thank you for your reply of {reply_on}. {review_asked}."),
)

CLOSING = (
    Paragraph("I also ask you to review:\n\n{also_to_review}", when="also_to_review"),
    Paragraph("Please have the request decided afresh by somebody who did not take the first decision."),
    Paragraph("Please let me have the outcome by {review_ask_by_on}. {review_time}."),
    *FOOT,
)

PRESUMPTION = Paragraph("The Regulations ask for a presumption in favour of disclosure ({presumption_law}).")

WHAT_IT_IS_FOR = Paragraph("What the request is for:\n\n{purpose}", when="purpose")
