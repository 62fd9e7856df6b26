"""Advice on a request before it is sent, as a linter gives it: what, where, why with its source, and a fix.

One small function a rule, in modules by theme, registered in ``table``. Rules are sparing: a false alarm teaches
people not to look.
"""

from __future__ import annotations

from requests_app.core.advice.advising import advise
from requests_app.core.advice.records import (
    Advice,
    AskedAuthority,
    DraftRequest,
    Fix,
    Severity,
    advice_to_json,
)
from requests_app.core.advice.table import RULES

__all__ = [
    "RULES",
    "Advice",
    "AskedAuthority",
    "DraftRequest",
    "Fix",
    "Severity",
    "advice_to_json",
    "advise",
]
