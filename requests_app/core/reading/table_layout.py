"""Tables without bars: columns of figures as ``pdftotext -layout`` leaves them, years above figures, or words and
figures with single spaces between.
"""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.table_columns import column_grid
from requests_app.core.reading.table_grids import Grid, Taken, joined_over_pages
from requests_app.core.reading.table_lines import Row, row_of
from requests_app.core.reading.table_spaces import plain_grid
from requests_app.core.reading.table_texts import text_grid
from requests_app.core.reading.table_years import year_grid


def find_grids(source: Source, lines: Sequence[Line]) -> list[Grid]:
    """The tables without bars, in order."""
    rows = [row_of(line) for line in lines]
    out: list[Grid] = []
    index = barren = 0
    while index < len(rows):
        taken = _grid_at(source, rows, index, columns=index >= barren)
        if taken.grid is not None:
            out.append(taken.grid)
        barren = max(barren, taken.barren)
        index = max(taken.after, index + 1)
    return joined_over_pages(source, out)


def _grid_at(source: Source, rows: Sequence[Row], index: int, *, columns: bool) -> Taken:
    """The table that begins at a line, by the first reader that finds one."""
    if rows[index].years >= 2:
        taken = year_grid(source, rows, index)
        if taken.grid is not None:
            return taken
    taken = plain_grid(source, rows, index)
    if taken.grid is not None or not columns:
        return taken
    taken = column_grid(source, rows, index)
    if taken.grid is not None:
        return taken
    text = text_grid(source, rows, index)
    return text if text.grid is not None else taken
