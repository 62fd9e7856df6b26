"""L2 of RULES.md section 6: the day for the reply is over. It assumes an oversight and asks for a reply or a day.

It names no regulator: under the Scottish Act the step that counts is a review, and under the other a complaint
belongs to the second chaser.
"""

from __future__ import annotations

from requests_app.core.letters.wording import FOOT, HEAD, SUBJECT, Paragraph, Wording
from requests_app.core.states import Regime

_RECEIVED = "On my record it reached you on {received_on}."

OVERDUE_CHASER = Wording(
    subject=SUBJECT,
    paragraphs=(
        *HEAD,
        Paragraph(
            f"I sent you this request for information on {{sent_on}}. {_RECEIVED} I asked:", when="questions"
        ),
        Paragraph("{questions}", when="questions"),
        Paragraph(f"I sent you this request for information on {{sent_on}}. {_RECEIVED}", unless="questions"),
        Paragraph(
            "You then asked me to clarify the request, and on my record my answer reached you on"
            " {clock_restarted_on}. The working days count afresh from that day ({restart_law}).",
            when="clock_restarted_on",
        ),
        Paragraph(
            "{time_law} Leaving out weekends and the holidays listed here ({holiday_law}), that day was"
            " {response_due_on}.",
            when="days_skipped",
        ),
        Paragraph("{days_skipped}", when="days_skipped"),
        Paragraph(
            "{time_law} Leaving out weekends, that day was {response_due_on}.",
            unless="days_skipped",
        ),
        Paragraph(
            "Today is {working_days_late} after that day and I have no reply on my record. It may simply have gone"
            " astray."
        ),
        Paragraph(
            "Please could you send me your reply by {ask_by_on}? If that is not possible, please tell me by then on"
            " which day I can expect it."
        ),
        Paragraph(
            "If you have already replied, or your record shows another day of receipt, please let me know."
        ),
        *FOOT,
    ),
    law={
        Regime.FOIA: {
            "time_law": (
                "Section 10(1) of the Act asks you to comply with section 1(1) promptly, and not later than the 20th"
                " working day following the date of receipt."
            ),
            "restart_law": "section 10(6)",
            "holiday_law": "section 10(6): in any part of the United Kingdom",
        },
        Regime.FOISA: {
            "time_law": (
                "Section 10(1) of the Act asks you to comply with section 1(1) promptly, and not later than the 20th"
                " working day after receipt."
            ),
            "restart_law": "section 10(1)(b)",
            "holiday_law": "section 73: in Scotland",
        },
    },
)
