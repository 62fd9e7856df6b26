"""Expressions without regard to case, made quick: letters are compared many times faster where case need not be folded.

What is looked for is not there most of the time. So it is looked for in the text in lower case, by the same expression in
lower case; only where that finds something is the expression itself asked, which has the last word.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator

from requests_app.core.reading.lines import lower

SHORT = (
    400  # characters of an expression that fails as soon at a given place as the text is put in lower case
)
_CAPITAL = re.compile(r"\\.|\(\?P|\(\?-i:|[A-Z]")


class Folded:
    """An expression with ``re.IGNORECASE``. A group with case within it, ``(?-i:...)``, may not be negated."""

    __slots__ = ("exact", "match", "pattern", "quick")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.exact = re.compile(pattern, flags | re.IGNORECASE)
        self.quick = re.compile(_CAPITAL.sub(_lowered, pattern), flags)  # finds all that ``exact`` finds

        # A match that begins at a place.
        self.match: Callable[..., re.Match[str] | None] = (
            self.exact.match if len(pattern) < SHORT else self._match
        )

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        low = text.lower()
        found = self.quick.search(low if len(low) == len(text) else lower(text), start, end)
        if found is None:
            return None
        return self.exact.match(text, found.start(), end) or self.exact.search(text, found.start(), end)

    def _match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.exact.match(text, start, end) if self.quick.match(lower(text), start, end) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """A match of the whole text."""
        return self.exact.fullmatch(text) if self.quick.match(lower(text)) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        found = self.quick.search(lower(text), start, end)
        return iter(()) if found is None else self.exact.finditer(text, found.start(), end)

    def places(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where it begins and ends, at every place at which it matches: matches may overlap."""
        low = lower(text)
        found = self.quick.search(low, start, end)
        while found is not None:
            match = self.exact.match(text, found.start(), end)
            if match is not None:
                yield match.span()
            found = self.quick.search(low, found.start() + 1, end)

    def findall(self, text: str) -> list[str]:
        """What every match prints, or its group."""
        return self.exact.findall(text) if self.quick.search(lower(text)) else []

    def sub(self, by: str, text: str) -> str:
        """The text with every match replaced."""
        return self.exact.sub(by, text) if self.quick.search(lower(text)) else text

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """The text cut at its matches."""
        return self.exact.split(text, maxsplit) if self.quick.search(lower(text)) else [text]


def _lowered(match: re.Match[str]) -> str:
    printed = match[0]
    if printed == "(?-i:":
        return "(?:"
    return printed if len(printed) > 1 else printed.lower()
