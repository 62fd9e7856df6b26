"""Expressions with the letters with which all that they match begins: in a long text few places are tried.

A search without regard to case tries every character of a text; finding plain letters costs next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from requests_app.core.reading.folding import Folded


@dataclass(frozen=True, slots=True)
class Begun:
    """``begins`` are in lower case, without space; whatever the pattern matches begins with one of them."""

    pattern: Folded
    begins: tuple[str, ...]

    def finditer(
        self, text: str, low: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches as ``re`` finds them; ``low`` is the text in lower case, character for character."""
        end = len(text) if end is None else end
        after = start
        for place in places(low, self.begins, start, end):
            if place < after or self.pattern.quick.match(low, place, end) is None:
                continue
            match = self.pattern.exact.match(text, place, end)
            if match is not None:
                yield match
                after = match.end()

    def search(self, text: str, low: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match."""
        return next(self.finditer(text, low, start, end), None)


def places(low: str, words: tuple[str, ...], start: int, end: int) -> list[int]:
    """Where any of the words stands between two offsets, in order."""
    out: set[int] = set()
    for word in words:
        at = low.find(word, start, end)
        while at >= 0:
            out.add(at)
            at = low.find(word, at + 1, end)
    return sorted(out)
