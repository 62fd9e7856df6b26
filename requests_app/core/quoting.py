"""What a mail quotes below or between its own words: to be folded, never thrown away."""

from __future__ import annotations

import re
from dataclasses import dataclass

LEAST = 3
"""Quoted lines between a letter's own words that are worth folding."""
_BELOW = re.compile(
    r"^(?:[ \t]*-{2,} ?(?:original|forwarded|replied) (?:message|appointment)[^\n]{0,80}|[ \t]*_{10,}[ \t]*\n(?=from: )"
    r"|on [^\n]{6,200}(?:\n[^\n]{0,120})?wrote:|begin forwarded message:"
    r"|\*?from:\*? [^\n]{1,300}\n(?:[^\n]{0,500}\n){0,3}?\*?(?:sent|date|to):\*? )",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED = re.compile(r"(?:^[ \t]{0,3}>[^\n]*(?:\n|$)(?:[ \t]*\n(?=[ \t]{0,3}>))?)+", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch that stands folded: offsets into the text, and what it is called."""

    start: int
    end: int
    label: str


def folds_of(text: str) -> list[Fold]:
    """What a mail quotes, in order, apart from each other. Nothing is folded where all would be."""
    below = next((found for found in _BELOW.finditer(text) if text[: found.start()].strip()), None)
    end = below.start() if below else len(text)
    found = [
        Fold(each.start(), each.end(), "Quoted lines")
        for each in _QUOTED.finditer(text, 0, end)
        if each[0].count("\n") >= LEAST
    ]
    if below:
        found.append(Fold(below.start(), len(text), "Earlier messages"))
    left = "".join(text[start:stop] for start, stop in _between(found, len(text)))
    return found if left.strip() else []


def _between(folds: list[Fold], length: int) -> list[tuple[int, int]]:
    starts = [0, *(fold.end for fold in folds)]
    return list(zip(starts, [*(fold.start for fold in folds), length], strict=True))
