"""A page as words with their places, and words as lines: the ground that text and tables of a page are read from.

Places are in points from the left and from the top; only differences count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple


class Word(NamedTuple):
    """A word where it is printed. ``base`` is the line it stands on, ``tall`` what its ink has above that."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    base: float
    tall: float

    @property
    def height(self) -> float:
        """From the top of its tallest letters to below its descenders."""
        return self.bottom - self.top


CAPITAL = 0.72
"""The height of capitals, figures and tall letters, of the size of their type."""

SMALL = 0.52
"""The height of letters such as a, c, e, of the size of their type."""

_TALL = re.compile(r"[^acegijmnopqrstuvwxyz.,;:\-–—_ ]")
_MIDDLING = re.compile(r"[ijt]")


@dataclass(slots=True)
class Line:
    """Words side by side, from left to right."""

    words: list[Word]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The size of its type, told from the ink of its tallest letters: files say little that can be relied on."""
        reach = CAPITAL if _TALL.search(self.text) else 0.68 if _MIDDLING.search(self.text) else SMALL
        return max(0.1, *(word.tall for word in self.words)) / reach

    @property
    def base(self) -> float:
        """The line most of its words stand on."""
        return median(word.base for word in self.words)

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join(word.text for word in self.words)

    def gaps(self) -> list[float]:
        """The widths between its words."""
        return [after.left - before.right for before, after in pairwise(self.words)]

    @property
    def has_columns(self) -> bool:
        """Whether its words stand apart as cells do. A label and the tab after it don't count."""
        wide = column_gap(self.height)
        gaps = self.gaps()
        return any(gap > wide for gap in (gaps[1:] if gaps and is_label(self.words[0].text) else gaps))


_LABEL = re.compile(r"^(?:\(?(?:\d{1,2}|[A-Za-z]|[ivxIVX]{1,4})[.):]+|\(?Q?\d{1,2}[.):]*|[•▪●○◦\-–·])$")
_STARTS_ITEM = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|Q\s?\d{1,2}\b[.):]?|Question \d|[•▪●○◦·\uf0b7]|[-–]\s)",
    re.IGNORECASE,
)


def is_label(text: str) -> bool:
    """Whether a word labels what follows it: “1.”, “(a)”, a bullet."""
    return _LABEL.match(text) is not None


def starts_item(text: str) -> bool:
    """Whether a line begins an item of a list."""
    return _STARTS_ITEM.match(text) is not None


def column_gap(height: float) -> float:
    """The width from which a gap parts cells. Justified text has gaps up to about a letter's height."""
    return max(height * 1.15, 8.0)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines from top to bottom. Words belong to one line where they overlap by half their height."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda each: (each.top + each.bottom, each.left)):
        line = next((each for each in reversed(lines[-4:]) if _is_level(word, each)), None)
        if line is None:
            lines.append(Line([word], word.left, word.top, word.right, word.bottom))
        else:
            line.words.append(word)
            line.left, line.right = min(line.left, word.left), max(line.right, word.right)
            line.top, line.bottom = min(line.top, word.top), max(line.bottom, word.bottom)
    for line in lines:
        line.words = _once(sorted(line.words, key=lambda each: each.left))
    return sorted(lines, key=lambda line: line.top + line.bottom)


def _is_level(word: Word, line: Line) -> bool:
    common = min(word.bottom, line.bottom) - max(word.top, line.top)
    return common > 0.5 * min(word.height, line.height)


def _once(words: Sequence[Word]) -> list[Word]:
    """Without the words that are printed twice in one place to look bold."""
    out: list[Word] = []
    for word in words:
        if out and out[-1].text == word.text and abs(out[-1].left - word.left) < word.height * 0.2:
            continue
        out.append(word)
    return out


def letter_width(lines: Sequence[Line]) -> float:
    """The usual width of a letter."""
    widths = [
        (word.right - word.left) / len(word.text)
        for line in lines
        for word in line.words
        if len(word.text) > 2
    ]
    return max(median(widths), 1.0) if widths else 5.0
