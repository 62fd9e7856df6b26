"""A line of a table without bars, read as a label followed by figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from requests_app.core.reading.lines import Line, squeeze

YEAR = r"(?:19|20)\d{2}(?:\s?[-/]\s?(?:(?:19|20)?\d{2}))?(?![\d,])|FY\s?\d{2}[-/]?\d{0,2}"
_SUPPRESSED = r"<\s?=?\d{1,2}|>\d{1,2}|[-*]|\*{2,3}|\[[a-z]\]|N/[AK]|nil|tbc|xx|x(?!\w)"
_VALUE = rf"(?:[\u00a3$\u20ac]\s?)?-?\d[\d,]*(?:\.\d+)?(?:%|(?:[kmglp]|bn|kgs?|km|hrs?|mins?)(?!\w))?\*{{0,2}}|\(\d{{1,3}}(?:\.\d+)?%\)|{_SUPPRESSED}"
_VALUES = re.compile(rf"(?<!\S)(?:{YEAR}|{_VALUE})(?!\S)", re.IGNORECASE)
# Atomic: a figure that may be read as a year or as a number must not be tried both ways.
_TAIL = re.compile(rf"(?>(?<!\S)(?:{YEAR}|{_VALUE})(?!\S)\s*)++$", re.IGNORECASE)
_OF_YEARS = frozenset({"19", "20", "FY", "Fy", "fY", "fy"})
ONLY_YEAR = re.compile(rf"^(?:{YEAR})$", re.IGNORECASE)
FIGURE = re.compile(
    rf"^(?:{YEAR}|(?:{_VALUE})(?:\s\(\d[\d.,]*%?\))?|\d[\d,.]*\s(?:kgs?|l|km|miles?|hours?|hrs?|days?|mins?|minutes?|weeks?|months?|years?|tonnes?|FTE)|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}[:.]\d{{2}})$",
    re.IGNORECASE,
)
MONTHS = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
# What a year belongs to: "Q1 2020", "April 2019", "Spring 2020".
_PERIOD_LABEL = re.compile(
    rf"(?:^|\s)(?:{MONTHS}|q(?:tr|uarter)?\s?[1-4]|spring|summer|autumn|winter)\.?,?$", re.IGNORECASE
)
# What a number completes: "18 to 24", "Under 12", "Stage 2", "Year 7".
_OPEN_LABEL = re.compile(
    r"(?:\d\s(?:to|and|-)|(?<!and\s)(?<!or\s)\b(?:under|over|below|above)|\b(?:than|aged|band|grade|level|stage|tier|category|phase|zone))$",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"(?:^|\s)year$", re.IGNORECASE)
_RANGE_LABEL = re.compile(r"\s*\d{1,3}\s(?:-|to|\u2013)\s\d{1,3}(?=\s{2,}\S)")  # "18 - 24     26   57"
LONGEST_WORD = 5  # more letters than stand at the end of a figure or for one: "30mins", "tbc"
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
        return sum(
            cell.text[:2] in _OF_YEARS and ONLY_YEAR.match(cell.text) is not None for cell in self.cells
        )

    @property
    def attached(self) -> bool:
        """Whether the first figure stands one space after the label and may be a part of it: "Under 12"."""
        before = self.line.text[: self.cells[0].left] if self.cells else ""
        return bool(self.label) and not before.endswith("  ")

    def giving(self, count: int) -> Row:
        """The row with its first ``count`` figures counted to the label."""
        end = self.cells[count - 1].right if count else 0
        return replace(self, label=squeeze(self.line.text[:end]), cells=self.cells[count:]) if count else self


def row_of(line: Line) -> Row:
    """The line's label and the run of figures at its end."""
    if len(line.text) > LONGEST:
        return Row(line, "", ())
    tail = _TAIL.search(line.text) if _may_be_figure(line.body[-LONGEST_WORD:]) else None
    if tail is None:
        return Row(line, line.body, ())
    ages = _RANGE_LABEL.match(line.text)
    begin = max(tail.start(), ages.end() if ages else 0)
    cells = tuple(Cell(m[0], m.start(), m.end()) for m in _VALUES.finditer(line.text, begin))
    row = Row(line, squeeze(line.text[:begin]), cells)
    return row.giving(1) if row.attached and _completes(row.label, cells[0].text) else row


def _may_be_figure(end: str) -> bool:
    """Whether a line that ends so may end in a figure, or in what stands for one: no word of letters does."""
    return not (len(end) == LONGEST_WORD and end.isalpha())


def _completes(label: str, figure: str) -> bool:
    """Whether a figure is the end of the label before it."""
    if ONLY_YEAR.match(figure):
        return _PERIOD_LABEL.search(label) is not None
    school = _SCHOOL_YEAR.search(label) is not None and figure.isdigit() and int(figure) <= 13
    return school or _OPEN_LABEL.search(label) is not None


_PIECE = {apart: re.compile(rf"\S+(?: {{1,{apart - 1}}}\S+)*") for apart in range(2, 6)}


def pieces_of(text: str, *, apart: int = 2) -> list[Cell]:
    """What stands on a line with so many spaces or a tab between."""
    return [Cell(m[0], m.start(), m.end()) for m in _PIECE[apart].finditer(text)]
