"""A line of a table without bars, read as a label followed by figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from requests_app.core.reading.lines import Line, squeeze

YEAR = r"(?:19|20)\d{2}(?:\s?[-/]\s?(?:(?:19|20)?\d{2}))?(?![\d,])|FY\s?\d{2}[-/]?\d{0,2}"
_VALUE = r"(?:\u00a3\s?)?\d[\d,]*(?:\.\d+)?%?|<\s?=?\d{1,2}|>\d{1,2}|[-*]|\*{2,3}|N/A|nil|xx|x(?!\w)"
_VALUES = re.compile(rf"(?<!\S)(?:{YEAR}|{_VALUE})(?!\S)", re.IGNORECASE)
# Atomic: a figure that may be read as a year or as a number must not be tried both ways.
_TAIL = re.compile(rf"(?>(?<!\S)(?:{YEAR}|{_VALUE})(?!\S)\s*)++$", re.IGNORECASE)
ONLY_YEAR = re.compile(rf"^(?:{YEAR})$", re.IGNORECASE)
LONGEST = 400  # characters; a longer line is a paragraph


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell and the columns of characters it takes on its line."""

    text: str
    left: int
    right: int

    @property
    def middle(self) -> float:
        """Where its centre stands."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """A line read as a label followed by figures."""

    line: Line
    label: str
    cells: tuple[Cell, ...]

    @property
    def years(self) -> int:
        """How many of the figures are years or financial years."""
        return sum(ONLY_YEAR.match(cell.text) is not None for cell in self.cells)


def row_of(line: Line) -> Row:
    """The line's label and the run of figures at its end."""
    if len(line.text) > LONGEST:
        return Row(line, "", ())
    tail = _TAIL.search(line.text)
    if tail is None:
        return Row(line, line.body, ())
    cells = tuple(Cell(m[0], m.start(), m.end()) for m in _VALUES.finditer(line.text, tail.start()))
    return Row(line, squeeze(line.text[: tail.start()]), cells)
