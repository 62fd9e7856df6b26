"""Tables whose headings are years, and lines with figures below them."""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.lines import Source
from requests_app.core.reading.table_grids import (
    SUBTOTAL,
    TOTAL,
    Entry,
    Grid,
    Taken,
    labelled,
    placed,
    title_above,
)
from requests_app.core.reading.table_lines import ONLY_YEAR, Row


def year_grid(source: Source, rows: Sequence[Row], head: int) -> Taken:
    """The table under a line that ends in two years or more."""
    header = rows[head]
    flat = _one_line(header)
    if flat is not None:
        return Taken(flat, head + 1)
    years = [cell for cell in header.cells if ONLY_YEAR.match(cell.text)]
    if len(years) != len(header.cells) or len(header.label.split()) > 6:
        return Taken(None, head)
    entries, after = _body(rows, head + 1, len(years))
    body = labelled(entries)
    if not body or (len(body) == 1 and len(body[0][1]) < len(years)):
        return Taken(None, head)
    table = [tuple(placed(cells, [year.middle for year in years])) for _, cells in body]
    columns = [year.text for year in years]
    if header.label or any(label for label, _ in body):
        columns = [header.label, *columns]
        table = [(label, *cells) for (label, _), cells in zip(body, table, strict=True)]
    title = title_above(source, rows, head)
    return Taken(
        Grid(title, tuple(columns), tuple(table), header.line.start, rows[after - 1].line.end), after
    )


def _one_line(header: Row) -> Grid | None:
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
        row = fitted(rows[index], width)
        if row.years == len(row.cells) and len(row.cells) > 1:
            break
        if _fits(row, width):
            out.append(Entry(row.label, row.cells))
            waiting, after = 0, index + 1
            if TOTAL.match(row.label) and not SUBTOTAL.match(row.label):
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


def fitted(row: Row, width: int) -> Row:
    """The row with a figure too many counted to its label: an age, or the number in "Under 12"."""
    if len(row.cells) == width + 1 and (not row.label or row.attached):
        return row.giving(1)
    return row


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
