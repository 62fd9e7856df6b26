"""How rules look at sentences: at their beginning, past what only leads up to it, or anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from requests_app.core.advice.draft import Sentence

BODY = r"(?:you|your\s+\w+(?:\s+\w+){0,2}|the\s+\w+(?:\s+\w+){0,3}|(?:chief\s+constable|ministers?|commissioner))"
"""The authority, as letters speak of it."""

_LEAD = r"(?:[A-Z][\w&,/'’ -]{2,50}:\s+)?(?:(?:and|also|but|so|then|now|finally|lastly|further(?:more)?|in\s+addition|please|kindly|secondly|thirdly)\b[\s,]*){0,3}"


Look = Callable[[str], re.Match[str] | None]


def start(pattern: str) -> Look:
    """Look where a sentence begins, past "please", "and", a heading and their like."""
    return re.compile(_LEAD + "(?:" + pattern + ")", re.IGNORECASE).match


def find(pattern: str) -> Look:
    """Look anywhere in a sentence."""
    return re.compile(pattern, re.IGNORECASE).search


def first(sentence: Sentence, looks: Sequence[Look]) -> re.Match[str] | None:
    """What the first of several looks finds."""
    return next((match for look in looks if (match := look(sentence.text))), None)
