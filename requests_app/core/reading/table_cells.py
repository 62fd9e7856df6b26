"""Tables with one cell on each line, as web pages leave them that lost their rows: a label and as many figures
return again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.table_grids import Grid
from requests_app.core.reading.table_lines import FIGURE, ONLY_YEAR

_LONGEST_RUN = 400  # lines
_WIDEST = 12  # columns
_LONGEST_CELL = 60  # characters
_FIRST_FIGURE = re.compile(r"[TY]+F")
_SHORTENED = re.compile(r"\b(?:nos?|ref|approx|avg|est|dept|max|min)\.$", re.IGNORECASE)  # "Lift no."
_LIST_LABEL = re.compile(r"^(?:q\s?|question\s|\()?\w{1,2}[.)]", re.IGNORECASE)


def cell_grids(source: Source, lines: Sequence[Line]) -> list[Grid]:
    """The tables among runs of short lines."""
    out: list[Grid] = []
    index = 0
    while index < len(lines):
        run = _run(lines, index)
        out.extend(_grids(source, run))
        index += max(len(run), 1)
    return out


def _run(lines: Sequence[Line], begin: int) -> list[Line]:
    end = begin
    while (
        end < len(lines)
        and end - begin < _LONGEST_RUN
        and len(lines[end].body) <= _LONGEST_CELL
        and (
            lines[end].body[-1] not in ".?:;,"
            or FIGURE.match(lines[end].body)
            or _SHORTENED.search(lines[end].body)
        )
    ):
        end += 1
    return list(lines[begin:end])


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the headings begin and between which lines each row stands. ``width`` counts the columns."""

    head: int
    width: int
    rows: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        """How many lines the rows take."""
        return self.rows[-1][1] - self.rows[0][0]


def _grids(source: Source, run: Sequence[Line]) -> list[Grid]:
    """The tables of a run, one after the other."""
    out: list[Grid] = []
    kinds = "".join(_kind(line) for line in run)
    at = 0
    while len(run) - at > 5 and kinds[at:].strip("T"):
        found = _best(run, kinds, at)
        if found is None:
            break
        cells = [source.printed(line.start, line.end) for line in run]
        names = cells[found.head : found.rows[0][0]]
        rows = tuple(tuple(cells[begin:end]) for begin, end in found.rows)
        at = found.rows[-1][1]
        columns = tuple(["", *names] if len(names) < found.width else names)
        out.append(Grid("", columns, rows, run[found.head].start, run[at - 1].end))
    return out


def _kind(line: Line) -> str:
    """Y for a year, F for another figure, T for words."""
    if ONLY_YEAR.match(line.body):
        return "Y"
    return "F" if FIGURE.match(line.body) else "T"


def _best(run: Sequence[Line], kinds: str, at: int) -> _Table | None:
    """The table whose rows take most lines, the narrowest of equals."""
    best: _Table | None = None
    for first, width in _candidates(kinds, at):
        head = _head(kinds, at, first, width)
        rows = _rows(kinds, first, width) if head is not None else []
        if head is None or len(rows) < (3 if width == 2 else 2) or _list(run, rows):
            continue
        table = _Table(head, width, tuple(rows))
        if best is None or (table.size, -table.width) > (best.size, -best.width):
            best = table
    return best


def _candidates(kinds: str, at: int) -> Iterator[tuple[int, int]]:
    """Where a first row may begin, and how wide: its first figure is the first after the headings, which hold none."""
    for match in _FIRST_FIGURE.finditer(kinds, at):
        words = match.end() - 1 - match.start()
        for back in range(1, min(words, _WIDEST)):
            for width in range(back + 1, min(_WIDEST, words - back + 1) + 1):
                yield match.end() - 1 - back, width


def _head(kinds: str, at: int, first: int, width: int) -> int | None:
    """Where the headings above the first row begin: one for each column, or one less where the corner is blank."""
    if not kinds[first : first + width].strip("TY") or kinds[first] == "F":
        return None
    full, bare = first - width, first - width + 1
    if full >= at and "F" not in kinds[full:first] and kinds[full] == "T":
        return full
    if bare >= at and set(kinds[bare:first]) == {"Y"}:
        return bare
    return None


def _rows(kinds: str, first: int, width: int) -> list[tuple[int, int]]:
    """The rows of the first one's kind that follow each other. Where a label alone is followed by figures a row may
    have lost its empty cells, as long as most have theirs.
    """
    shape = kinds[first : first + width]
    figures = shape[0] == "T" and "T" not in shape[1:]
    rows: list[tuple[int, int]] = []
    begin = first
    while begin < len(kinds):
        end = begin + width
        if not _alike(shape, kinds[begin:end]) or (figures and kinds[end : end + 1] not in ("", "T")):
            end = _short_row(kinds, begin, width) if figures and rows else begin
        if end == begin:
            break
        rows.append((begin, end))
        begin = end
    while rows and rows[-1][1] - rows[-1][0] < width:
        rows.pop()
    return rows if sum(end - begin == width for begin, end in rows) * 2 > len(rows) else []


def _short_row(kinds: str, begin: int, width: int) -> int:
    """Where a row ends that has a label and fewer figures than there are columns; ``begin`` where none stands."""
    end = begin + 1
    while end < len(kinds) and kinds[end] != "T":
        end += 1
    return end if kinds[begin] == "T" and 1 < end - begin < width else begin


def _alike(shape: str, row: str) -> bool:
    if len(row) < len(shape) or (shape[0] == "F") != (row[0] == "F"):
        return False
    return all((one == "T") == (other == "T") for one, other in zip(shape[1:], row[1:], strict=True))


def _list(run: Sequence[Line], rows: Sequence[tuple[int, int]]) -> bool:
    """Whether the rows are numbered answers and no table."""
    return sum(_LIST_LABEL.match(run[begin].body) is not None for begin, _ in rows) * 2 > len(rows)
