"""Tables without bars: columns of figures as ``pdftotext -layout`` leaves them, or years above figures.

A row is a line that ends in figures; labels that wrap lie on the lines around it. Where a line has fewer
figures than there are columns they are placed by where they stand, never by guessing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.lines import Line, Source, squeeze
from requests_app.core.reading.table_lines import ONLY_YEAR, YEAR, Cell, Row, row_of

_TOTAL = re.compile(r"^\W*(?:grand\s+|sub-?|overall\s+|\w+\s+)?totals?\b", re.IGNORECASE)
_PIECE = re.compile(rf"(?:{YEAR})(?=\s|$)|\S+(?:\s(?!(?:{YEAR})(?:\s|$))\S+)*")
LONGEST_BLOCK = 500  # lines


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as found: title, headings and rows still with the total among them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    start: int
    end: int


def find_grids(source: Source, lines: Sequence[Line]) -> list[Grid]:
    """The tables without bars, in order."""
    rows = [row_of(line) for line in lines]
    out: list[Grid] = []
    index = barren = 0
    while index < len(rows):
        grid, after = _year_grid(source, rows, index) if rows[index].years >= 2 else (None, index)
        if grid is None:
            grid, after = _plain_grid(source, rows, index)
        if grid is None and index >= barren:
            grid, after, barren = _column_grid(source, rows, index)
        if grid is not None:
            out.append(grid)
        index = max(after, index + 1)
    return out


# Years above figures


def _year_grid(source: Source, rows: Sequence[Row], head: int) -> tuple[Grid | None, int]:
    """A line that ends in two years or more, and lines with figures below them."""
    header = rows[head]
    flat = _one_line(source, header)
    if flat is not None:
        return flat, head + 1
    years = [cell for cell in header.cells if ONLY_YEAR.match(cell.text)]
    if len(years) != len(header.cells) or len(header.label.split()) > 6:
        return None, head
    entries, after = _body(rows, head + 1, len(years))
    body = labelled(entries)
    if not body or (len(body) == 1 and len(body[0][1]) < len(years)):
        return None, head
    table = [tuple(_placed(cells, [year.middle for year in years])) for _, cells in body]
    columns = [year.text for year in years]
    if header.label or any(label for label, _ in body):
        columns = [header.label, *columns]
        table = [(label, *cells) for (label, _), cells in zip(body, table, strict=True)]
    title = _title(source, rows, head)
    return Grid(title, tuple(columns), tuple(table), header.line.start, rows[after - 1].line.end), after


def _one_line(source: Source, header: Row) -> Grid | None:
    """A table flattened to one line: years, then no more figures than years and nothing else."""
    if header.label or len(header.cells) < 3:
        return None
    years = []
    for cell in header.cells:
        if not ONLY_YEAR.match(cell.text):
            break
        years.append(cell.text)
    figures = [cell.text for cell in header.cells[len(years) :]]
    if len(years) < 2 or not 0 < len(figures) <= len(years) or any(ONLY_YEAR.match(text) for text in figures):
        return None
    return Grid("", tuple(years), (tuple(figures),), header.line.start, header.line.end)


def _body(rows: Sequence[Row], begin: int, width: int) -> tuple[list[Entry], int]:
    """Lines from ``begin`` on that are the table's: rows of figures and the labels around them; and where it ends."""
    out: list[Entry] = []
    waiting = 0
    index, after = begin, begin
    while index < len(rows):
        row = rows[index]
        if row.years == len(row.cells) and len(row.cells) > 1:
            break
        if _fits(row, width):
            out.append(Entry(row.label, row.cells))
            waiting, after = 0, index + 1
            if _TOTAL.match(row.label):
                break
        elif len(row.cells) > 1 or waiting > 8 or len(row.line.body) > 90 or _ends(rows, index, width):
            break
        else:
            out.append(Entry(row.line.body, ()))
            waiting += 1
        index += 1
    # A label that wraps below the last figures is still the table's; more lines than that are text.
    return (
        out if waiting <= 2 and index < len(rows) and rows[index].line.gap else out[: len(out) - waiting]
    ), after


def _fits(row: Row, width: int) -> bool:
    if len(row.label.split()) > 14:
        return False
    return len(row.cells) == width or (0 < len(row.cells) < width and _wide(row))


def _ends(rows: Sequence[Row], index: int, width: int) -> bool:
    """Whether an empty line here ends the table: nothing like a row follows."""
    return rows[index].line.gap and not any(len(row.cells) == width for row in rows[index + 1 : index + 3])


def _wide(row: Row) -> bool:
    """Whether the figures stand apart from the label, as in a column."""
    first = row.cells[0].left
    return row.line.text[:first].endswith("  ") or not row.label


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table: a label with figures, or a piece of a label that wraps."""

    label: str
    cells: tuple[Cell, ...]


_OPEN_END = re.compile(
    r"(?:\b(?:or|and|of|the|in|with|by|to|for|a|an|not|is|too|but|from|on|as)|[-,/&:])$", re.IGNORECASE
)


def labelled(entries: Sequence[Entry]) -> list[tuple[str, tuple[Cell, ...]]]:
    """Rows with whole labels. A piece goes to the row below it, unless the row above has no label of its own
    and lies in the middle of one, or its label plainly goes on: "... too ill to" and a word in lower case.
    """
    out: list[tuple[str, tuple[Cell, ...]]] = []
    pending: list[str] = []
    owed = 0
    for entry in entries:
        if entry.cells:
            owed = len(pending) if not entry.label else 0
            out.append((squeeze(" ".join([*pending, entry.label])), entry.cells))
            pending = []
        elif out and not pending and (owed > 0 or _goes_on(out[-1][0], entry.label)):
            out[-1] = (squeeze(f"{out[-1][0]} {entry.label}"), out[-1][1])
            owed -= 1
        else:
            pending.append(entry.label)
    return out


def _goes_on(label: str, piece: str) -> bool:
    return bool(label) and (piece[:1].islower() or _OPEN_END.search(label) is not None)


def _placed(cells: Sequence[Cell], middles: Sequence[float]) -> list[str]:
    """Each cell in the column whose centre is nearest, or in order where every column has one."""
    if len(cells) == len(middles):
        return [cell.text for cell in cells]
    offset = (
        0
        if _misfit(cells, middles, 0) <= 3 * len(cells)
        else min(_OFFSETS, key=lambda shift: _misfit(cells, middles, shift))
    )
    out = [""] * len(middles)
    for cell in cells:
        place = _nearest(middles, cell.middle + offset)
        out[place] = squeeze(f"{out[place]} {cell.text}")
    return out


# Columns shift from page to page: a row may lie this many characters aside of the others.
_OFFSETS = (0, *(shift for size in range(1, 16) for shift in (size, -size)))


def _nearest(middles: Sequence[float], middle: float) -> int:
    return min(range(len(middles)), key=lambda place: abs(middles[place] - middle))


def _misfit(cells: Sequence[Cell], middles: Sequence[float], shift: int) -> float:
    """How badly cells lie under the headings when the row is moved: two under one heading are worst."""
    places = [_nearest(middles, cell.middle + shift) for cell in cells]
    clash = len(places) - len(set(places))
    apart = sum(abs(middles[place] - cell.middle - shift) for place, cell in zip(places, cells, strict=True))
    return apart + 1000 * clash + 0.6 * abs(shift) * len(cells)


def _title(source: Source, rows: Sequence[Row], head: int) -> str:
    """The line above a table, when it stands by itself and is no sentence."""
    if head == 0:
        return ""
    above = rows[head - 1]
    body = above.line.body
    before = rows[head - 2].line.body if head > 1 else "."
    alone = above.line.gap or before[-1] in ".?!:" or bool(rows[head - 2].cells)
    if (
        not alone
        or len(body) > 90
        or above.cells
        or not body[0].isupper()
        or (body[-1] in ".?;," and len(body) > 12)
    ):
        return ""
    return source.printed(above.line.start, above.line.end).rstrip(":.")


# Headings in words above lines that end in figures, single spaces between: "Ward Let Vacant", "Abbey 12 3"


def _plain_grid(source: Source, rows: Sequence[Row], head: int) -> tuple[Grid | None, int]:
    """A short line without figures above two lines or more that end in the same number of figures. Labels may
    hold spaces, so lines and headings are split from the right.
    """
    words = rows[head].line.body.split()
    if (
        rows[head].cells
        or _in_pieces(rows[head])
        or not 2 <= len(words) <= 12
        or rows[head].line.body[-1] in ".?:;,-"
    ):
        return None, head
    body: list[Row] = []
    for row in rows[head + 1 :]:
        if (
            not row.cells
            or row.years > 1
            or (body and len(row.cells) != len(body[0].cells))
            or len(row.label.split()) > 8
        ):
            break
        body.append(row)
    if len(body) < 2 or len(words) < len(body[0].cells) or len(body[0].cells) < 2:
        return None, head
    bare = not any(row.label for row in body)
    figures = len(body[0].cells) - bare
    names = [" ".join(words[:-figures]), *words[-figures:]]
    table = [
        tuple(cell.text for cell in row.cells) if bare else (row.label, *(c.text for c in row.cells))
        for row in body
    ]
    last = body[-1].line
    return Grid(
        _title(source, rows, head), tuple(names), tuple(table), rows[head].line.start, last.end
    ), head + 1 + len(body)


# Columns of figures under headings that may wrap


def _column_grid(source: Source, rows: Sequence[Row], begin: int) -> tuple[Grid | None, int, int]:
    """A block without empty lines in which several lines end in figures that stand below each other. Also where
    to go on, and before which line no such block begins.
    """
    end = begin + 1
    while end < len(rows) and not rows[end].line.gap and end - begin < LONGEST_BLOCK:
        end += 1
    block = rows[begin:end]
    figures = [index for index, row in enumerate(block) if row.cells and _is_columnar(row)]
    if len(figures) < 3:
        return None, begin + 1, end
    head, first = _heading(block, figures[0])
    columns = _clusters([cell for index in figures for cell in _figures_of(block[index])])
    names = _names(block[head:first], columns)
    if 0 < names[1:].count("") * 2 <= len(columns):
        # Figures under no heading are columns that shifted on another page.
        columns = [middle for middle, name in zip(columns, names[1:], strict=True) if name]
        names = [names[0], *(name for name in names[1:] if name)]
    entries = [_entry(row) for row in block[first : figures[-1] + 1]]
    tail = [Entry(row.line.body, ()) for row in block[figures[-1] + 1 :] if row.line.text.startswith("  ")]
    table = [(label, *_placed(cells, columns)) for label, cells in labelled([*entries, *tail])]
    title = _title(source, rows, begin + head)
    stop = min(end, begin + figures[-1] + 1)
    return (
        Grid(title, tuple(names), tuple(table), block[head].line.start, block[figures[-1]].line.end),
        stop,
        stop,
    )


def _entry(row: Row) -> Entry:
    if not (row.cells and _is_columnar(row)):
        return Entry(row.line.body, ())
    figures = _figures_of(row)
    return Entry(row.label or (row.cells[0].text if len(figures) < len(row.cells) else ""), figures)


def _is_columnar(row: Row) -> bool:
    first = _figures_of(row)[:1]
    if not first:
        return False
    before = row.line.text[: first[0].left]
    return before.endswith("   ") and (bool(before.strip()) or len(before) > 20)


def _figures_of(row: Row) -> tuple[Cell, ...]:
    """The figures without a year or number that is the row's own label."""
    return row.cells[1:] if not row.label and len(row.cells) > 1 and row.cells[0].left < 20 else row.cells


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


def _clusters(cells: Sequence[Cell]) -> list[float]:
    """The centres of columns: figures whose centres lie close together stand in one column."""
    groups: list[list[float]] = []
    for middle in sorted(cell.middle for cell in cells):
        if groups and middle - groups[-1][-1] <= 3:
            groups[-1].append(middle)
        else:
            groups.append([middle])
    return [sum(group) / len(group) for group in groups]


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
