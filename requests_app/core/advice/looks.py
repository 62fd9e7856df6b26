"""How rules look at sentences: at their beginning, past what only leads up to it, or anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from requests_app.core.advice.draft import Sentence

BODY = r"(?:you|your\s+\w+(?:\s+\w+){0,2}|the\s+\w+(?:\s+\w+){0,3}|(?:chief\s+constable|ministers?|commissioner))"
"""The authority, as letters speak of it."""

Look = Callable[[Sentence], re.Match[str] | None]


def start(pattern: str) -> Look:
    """Look where a sentence begins, or past "please", "and", a heading and their like."""
    match = re.compile(pattern, re.IGNORECASE).match

    def look(sentence: Sentence) -> re.Match[str] | None:
        return match(sentence.text, sentence.lead) or (match(sentence.text) if sentence.lead else None)

    return look


def find(pattern: str) -> Look:
    """Look anywhere in a sentence."""
    search = re.compile(pattern, re.IGNORECASE).search
    return lambda sentence: search(sentence.text)


def first(sentence: Sentence, looks: Sequence[Look]) -> re.Match[str] | None:
    """What the first of several looks finds."""
    return next((match for look in looks if (match := look(sentence))), None)
