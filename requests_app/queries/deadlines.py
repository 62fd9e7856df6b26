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

CHASED = {DeadlineKind.RESPONSE_DUE.value}
"""The dates whose passing calls for the overdue chaser (RULES.md section 6, L2)."""


def deadline_label(kind: str) -> str:
    """What a date is called on pages and in mail."""
    return DeadlineKind(kind).label


def cause_of_chaser(deadline: Deadline) -> str:
    """What makes a chaser due: this date on this day. Moved to another day, it is another cause."""
    return f"{deadline.key}:{deadline.due_on.isoformat()}"
