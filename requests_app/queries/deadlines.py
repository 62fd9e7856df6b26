"""Dates of requests: which are told of, which call for a chaser, and what they are called."""

from __future__ import annotations

from requests_app.core.states import DeadlineKind
from requests_app.models import Deadline

REMINDED = [
    DeadlineKind.RESPONSE_DUE.value,
    DeadlineKind.CLARIFICATION_NUDGE.value,
    DeadlineKind.REVIEW_REQUEST_BY.value,
]
"""The dates people are told of by e-mail. Rights and replies: not dates that only explain others."""

CHASED = {DeadlineKind.RESPONSE_DUE.value, DeadlineKind.RESPONSE_DUE_LATEST.value}
"""The dates whose passing calls for the overdue chaser (RULES.md section 6, L2)."""

CALLING_FOR_LETTERS = {
    *CHASED,
    DeadlineKind.ACKNOWLEDGEMENT_NUDGE.value,
    DeadlineKind.REVIEW_DUE.value,
    DeadlineKind.REVIEW_DUE_LATEST.value,
    DeadlineKind.COMPLAINT_BY.value,
}
"""The dates whose coming or passing calls for a letter (RULES.md section 6)."""


def deadline_label(kind: str) -> str:
    """What a date is called on pages and in mail."""
    return DeadlineKind(kind).label


def rests_on(cause: str, deadline: Deadline) -> bool:
    """Whether what makes a letter due is this date on this day. Moved to another day, it is another cause."""
    return cause.endswith(f":{deadline.due_on.isoformat()}")
