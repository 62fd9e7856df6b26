"""Tables without drawn lines, whose cells stand under each other: told by the white between their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from requests_app.gateways.documents.page_words import Line, column_gap, is_label

_LEAST_ROWS = 3
_LEAST_FIGURES = 0.5
"""Share of the cells after the first column that hold a figure. Addresses side by side hold few."""

_BLANKS = ("-", "\u2013", "*", "N/A", "nil")


def aligned_tables(lines: Sequence[Line], columns: Sequence[bool]) -> Iterator[tuple[int, list[list[str]]]]:
    """The place of the first line of each table and its rows, one for each line.

    Only where every line of the run fills two cells or more: a cell that wraps over lines leaves it to the reader of
    the text which row it belongs to.
    """
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and columns[end]:
            end += 1
        if end - place >= _LEAST_ROWS:
            rows = _rows(lines[place:end])
            if rows and not _wraps(lines, place, end, columns):
                yield place, rows
        place = max(end, place + 1)


def _wraps(lines: Sequence[Line], begin: int, end: int, columns: Sequence[bool]) -> bool:
    """Whether lines right above or below belong to the table too: wrapped headings or labels, or more rows behind them."""
    leading = min(after.base - before.base for before, after in pairwise(lines[begin:end]))
    left = min(line.left for line in lines[begin:end])
    if any(columns[max(begin - 3, 0) : begin]) or any(columns[end : end + 3]):
        return True
    for near, line in ((begin, begin - 1), (end - 1, end)):
        if 0 <= line < len(lines):
            close = abs(lines[near].base - lines[line].base) < leading * 1.3
            if close and (lines[line].left > left + 20 or lines[line].right < lines[near].words[-1].left):
                return True
    return False


def _rows(lines: Sequence[Line]) -> list[list[str]]:
    """The cells of each line, by column; nothing where they make no table of figures.

    The first line is not asked where columns begin: headings stand closer together than what is under them.
    """
    starts = _columns(lines[1:])
    if len(starts) < 2:
        return []
    rows = [_cells(line, starts) for line in lines]
    if any(sum(bool(cell) for cell in row) < 2 for row in rows):
        return []
    cells = [cell for row in rows[1:] for cell in row[1:] if cell]
    figures = sum(any(character.isdigit() for character in cell) for cell in cells)
    glued = sum(_is_glued(cell) for cell in cells)
    return rows if cells and figures >= len(cells) * _LEAST_FIGURES and glued * 10 < len(cells) else []


def _is_glued(cell: str) -> bool:
    """Whether a cell holds the figures of several columns."""
    words = cell.split()
    return len(words) > 1 and all(word[0].isdigit() or word in _BLANKS for word in words)


def _columns(lines: Sequence[Line]) -> list[float]:
    """Where columns begin: to the right of each stretch of white that runs down through all lines."""
    wide = column_gap(max(line.height for line in lines)) * 0.5
    spans = sorted(span for line in lines for span in _spans(line))
    starts = [spans[0][0]]
    reached = spans[0][1]
    for left, right in spans[1:]:
        if left - reached > wide:
            starts.append((left + reached) / 2)
        reached = max(reached, right)
    return starts


def _spans(line: Line) -> Iterator[tuple[float, float]]:
    """From where to where each cell of a line reaches: the white within a cell parts nothing."""
    begin, end = line.words[0].left, line.words[0].right
    wide = column_gap(line.height) * 0.5
    for number, word in enumerate(line.words[1:], start=1):
        if word.left - end > wide and not (number == 1 and is_label(line.words[0].text)):
            yield begin, end
            begin = word.left
        end = word.right
    yield begin, end


def _cells(line: Line, starts: Sequence[float]) -> list[str]:
    cells = [""] * len(starts)
    for word in line.words:
        middle = (word.left + word.right) / 2
        place = max((place for place, start in enumerate(starts) if middle >= start), default=0)
        cells[place] = f"{cells[place]} {word.text}".strip()
    return cells
