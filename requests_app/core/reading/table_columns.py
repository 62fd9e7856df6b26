"""Columns of figures under headings that may wrap, as ``pdftotext -layout`` leaves them.

A row is a line that ends in figures; labels that wrap lie on the lines around it. Where a line has fewer
figures than there are columns they are placed by where they stand, never by guessing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.lines import Source, squeeze
from requests_app.core.reading.table_grids import (
    LONGEST_BLOCK,
    Entry,
    Grid,
    Taken,
    labelled,
    placed,
    title_above,
)
from requests_app.core.reading.table_lines import ONLY_YEAR, YEAR, Cell, Row, pieces_of
from requests_app.core.reading.table_years import year_grid

_PIECE = re.compile(rf"(?:{YEAR})(?=\s|$)|\S+(?:\s(?!(?:{YEAR})(?:\s|$))\S+)*")

_LETTERHEAD = re.compile(
    r"\b(?:our|your)\s+ref|\b(?:tel(?:ephone)?|fax|ext(?:ension)?|dx)\b|@", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that may be one table. ``figures`` are the places of the lines that end in figures that stand apart."""

    rows: tuple[Row, ...]
    figures: tuple[int, ...]


def column_grid(source: Source, rows: Sequence[Row], begin: int) -> Taken:
    """The table in the block of lines that begins here: several lines end in figures that stand below each other."""
    end = _block_end(rows, begin)
    if any(_is_year_row(rows[i]) and year_grid(source, rows, i).grid for i in range(begin + 1, end)):
        return Taken(None, begin + 1)
    block = _block(rows[begin:end])
    if not block.figures:
        return Taken(None, begin + 1, end)
    head, first = _heading(block.rows, block.figures[0])
    columns, own_label = _columns(block)
    short = len(block.figures) < 3 and not _headed(block.rows[head:first], columns, block)
    if short or (head == first and any(_LETTERHEAD.search(row.line.body) for row in block.rows)):
        return Taken(None, begin + 1, end)
    names = _ordered(block.rows[head:first], columns) or _names(block.rows[head:first], columns)
    if 0 < names[1:].count("") * 2 <= len(columns):
        # Figures under no heading are columns that shifted on another page.
        columns = [middle for middle, name in zip(columns, names[1:], strict=True) if name]
        names = [names[0], *(name for name in names[1:] if name)]
    last = block.figures[-1]
    entries = [_entry(row, columns, own_label) for row in block.rows[first : last + 1]]
    tail = [Entry(row.line.body, ()) for row in block.rows[last + 1 :] if row.line.text.startswith("  ")]
    table = [(label, *placed(cells, columns)) for label, cells in labelled([*entries, *tail])]
    stop = min(end, begin + last + 1)
    if sum(row[0].endswith("?") for row in table) * 2 > len(table):
        return Taken(None, begin + 1, end)
    grid = Grid(
        title_above(source, rows, begin + head),
        tuple(names),
        tuple(table),
        block.rows[head].line.start,
        block.rows[last].line.end,
    )
    return Taken(_with_text_columns(grid, block), stop, stop)


def _block_end(rows: Sequence[Row], begin: int) -> int:
    """Where the block ends: at an empty line, unless rows of figures stand on both sides of it."""
    end = begin + 1
    while end < len(rows) and end - begin < LONGEST_BLOCK:
        if rows[end].line.gap and not _below(rows[end - 1], rows[end]):
            break
        end += 1
    return end


def _below(above: Row, below: Row) -> bool:
    """Whether the figures of two lines stand below each other."""
    if not (_is_columnar(above) and _is_columnar(below)):
        return False
    first, second = _apart(above), _apart(below)
    hits = sum(any(one.left < other.right and other.left < one.right for other in first) for one in second)
    return hits * 2 > len(second)


def _block(rows: Sequence[Row]) -> _Block:
    return _Block(tuple(rows), tuple(index for index, row in enumerate(rows) if _is_columnar(row)))


def _is_year_row(row: Row) -> bool:
    return row.years >= 2 and row.years == len(row.cells)


def _apart(row: Row) -> tuple[Cell, ...]:
    """The figures without one that may be a part of the label."""
    return row.cells[1:] if row.attached else row.cells


def _is_columnar(row: Row) -> bool:
    cells = _apart(row)
    if not cells or _is_heading(row, cells):
        return False
    first = cells[1] if not row.label and len(cells) > 1 else cells[0]
    before = row.line.text[: first.left]
    wide = "   " if len(cells) == 1 else "  "
    return before.endswith(wide) and (bool(before.strip()) or len(before) > 20)


def _is_heading(row: Row, cells: Sequence[Cell]) -> bool:
    """Whether nothing but years stands on a line, or years at the end of one that has years before them:
    "2016/17(1)  2017/18".
    """
    years = all(ONLY_YEAR.match(cell.text) for cell in cells)
    return years and (_YEAR_WITHIN.search(row.label) is not None or (len(cells) > 1 and not row.label))


_YEAR_WITHIN = re.compile(r"\b(?:19|20)\d{2}(?:[/-]\d{2,4})?(?:\W|$)")


def _columns(block: _Block) -> tuple[list[float], bool]:
    """The centres of the columns of figures, and whether the first column of figures is the rows' labels."""
    found = [_apart(block.rows[index]) for index in block.figures]
    groups = _overlapping(found) or _clusters([cell for cells in found for cell in cells])
    first = {id(cell) for cell in groups[0]}
    labelled_by_figure = [bool(cells) and id(cells[0]) in first for cells in found]
    worded = [bool(block.rows[index].label) for index in block.figures]
    own_label = len(groups) > 1 and all(
        one != other for one, other in zip(labelled_by_figure, worded, strict=True)
    )
    if own_label:
        groups = groups[1:]
    return [sum(cell.middle for cell in group) / len(group) for group in groups], own_label


def _overlapping(found: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Figures that stand over one another in one column; nothing where a line would have two in one."""
    groups: list[list[Cell]] = []
    right = -1
    for cell in sorted((cell for cells in found for cell in cells), key=lambda one: one.left):
        if groups and cell.left < right:
            groups[-1].append(cell)
        else:
            groups.append([cell])
        right = max(right, cell.right)
    place = {id(cell): number for number, group in enumerate(groups) for cell in group}
    clash = any(len({place[id(cell)] for cell in cells}) < len(cells) for cells in found)
    return [] if clash else groups


def _clusters(cells: Sequence[Cell]) -> list[list[Cell]]:
    """Figures whose centres lie close together stand in one column."""
    groups: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: one.middle):
        if groups and cell.middle - groups[-1][-1].middle <= 3:
            groups[-1].append(cell)
        else:
            groups.append([cell])
    return groups


def _entry(row: Row, columns: Sequence[float], own_label: bool) -> Entry:
    """The line as a row of the table. A figure one space after the label is a cell where it stands in a column that
    the line has no other figure for, and a part of the label elsewhere.
    """
    if not _is_columnar(row):
        return Entry(row.line.body, ())
    if row.attached:
        first, second = row.cells[0], row.cells[1]
        near = min(columns, key=lambda middle: abs(middle - first.middle))
        taken = min(columns, key=lambda middle: abs(middle - second.middle)) == near
        if taken or abs(near - first.middle) > 2 or len(row.cells) > len(columns):
            row = row.giving(1)
    elif own_label and not row.label:
        row = row.giving(1)
    return Entry(row.label, row.cells)


def _headed(header: Sequence[Row], columns: Sequence[float], block: _Block) -> bool:
    """Whether every column of a short table has a heading of its own above it."""
    pieces = [pieces_of(row.line.text) for row in header if len(pieces_of(row.line.text)) > 1]
    last = pieces[-1] if pieces else []
    enough = len(last) >= max(2, len(columns)) and (len(block.figures) > 1 or len(last) > 2)
    return enough and all(
        any(piece.left - 3 <= middle <= piece.right + 3 for piece in last) for middle in columns
    )


def _heading(block: Sequence[Row], figures: int) -> tuple[int, int]:
    """Where the headings above the first figures begin, and where the body begins below them: what lies between
    the last heading in several pieces and the figures is the first row's label.
    """
    body = figures
    while body > 0 and figures - body <= 8 and not _in_pieces(block[body - 1]):
        body -= 1
    if body == 0 or figures - body > 8:
        return figures, figures
    head = body
    while head > 0 and (_in_pieces(block[head - 1]) or block[head - 1].line.text.startswith(" " * 20)):
        head -= 1
    return head, body


def _in_pieces(row: Row) -> bool:
    return re.search(r"\S\s{3,}\S", row.line.text) is not None


def _ordered(header: Sequence[Row], columns: Sequence[float]) -> list[str]:
    """The headings of one line, in order, where there is one for the labels and one for each column."""
    pieces = pieces_of(header[0].line.text) if len(header) == 1 else []
    return [piece.text for piece in pieces] if len(pieces) == len(columns) + 1 else []


def _names(header: Sequence[Row], columns: Sequence[float]) -> list[str]:
    """The headings: each printed piece belongs to the column whose centre is nearest."""
    names = [""] * (len(columns) + 1)
    for row in header:
        for match in _PIECE.finditer(row.line.text):
            middle = (match.start() + match.end()) / 2
            nearest = min(range(len(columns)), key=lambda place: abs(columns[place] - middle))
            label = middle < columns[0] and abs(columns[nearest] - middle) > 10
            place = 0 if label else nearest + 1
            names[place] = squeeze(f"{names[place]} {match[0]}")
    return names


# Columns of words before the figures: "Alpha Ltd      Cleaning      12,000"


def _with_text_columns(grid: Grid, block: _Block) -> Grid:
    """The grid with its label split where words stand in columns of their own."""
    found = []
    for index in block.figures:
        first = _apart(block.rows[index])[0].left
        found.append([piece for piece in pieces_of(block.rows[index].line.text) if piece.right <= first])
    groups = _overlapping(found)
    if (
        len(groups) < 2
        or len(grid.rows) != len(found)
        or not all(len(one) * 2 > len(found) for one in groups)
    ):
        return grid
    if any(ONLY_YEAR.match(cell.text) for group in groups for cell in group[:1]):
        return grid
    place = {id(cell): number for number, group in enumerate(groups) for cell in group}
    rows = []
    for pieces, row in zip(found, grid.rows, strict=True):
        cells = [""] * len(groups)
        for piece in pieces:
            cells[place[id(piece)]] = piece.text
        rows.append((*cells, *row[1:]))
    names = [grid.columns[0], *[""] * (len(groups) - 1)]
    return Grid(grid.title, (*names, *grid.columns[1:]), tuple(rows), grid.start, grid.end)
