"""Where tables stand in a text and what is in them: the forms that text extraction leaves behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import TableRead
from requests_app.core.reading.table_cells import cell_grids
from requests_app.core.reading.table_grids import Grid
from requests_app.core.reading.table_layout import find_grids
from requests_app.core.reading.table_pipes import pipe_grids, tab_grids
from requests_app.core.reading.tables import check_table, is_sum, is_total
from requests_app.core.reading.units import units_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and the lines it takes."""

    table: TableRead
    start: int
    end: int


def find_tables(source: Source, lines: Sequence[Line]) -> list[Placed]:
    """The tables in the order in which they stand."""
    out: list[Placed] = []
    free = list(lines)
    for reader, sure in _READERS:
        grids = reader(source, free)
        out.extend(_place(grid, sure) for grid in grids)
        free = _outside(free, grids)
    return sorted(out, key=lambda placed: placed.start)


def _outside(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line]:
    """The lines that no grid takes. Grids stand in order and apart."""
    starts = [grid.start for grid in grids]
    kept = []
    for line in lines:
        place = bisect_right(starts, line.start) - 1
        if place < 0 or line.start >= grids[place].end:
            kept.append(line)
    return kept


# The readers in the order in which they take lines, and how sure each is of what it finds.
_READERS = ((pipe_grids, 0.9), (tab_grids, 0.85), (find_grids, 0.75), (cell_grids, 0.7))


def _place(grid: Grid, sure: float) -> Placed:
    return place_table(make_table(grid.title, grid.columns, grid.rows), grid.start, grid.end, sure)


def make_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableRead:
    """A table with its total row set apart and its figures checked."""
    body = [tuple(row) for row in rows]
    total = None
    if len(body) > 1 and (is_total(_label(body[-1])) or is_sum(body[-1], body[:-1])):
        total = body.pop()
    elif len(body) > 2 and re.fullmatch(r"(?:grand |overall )?totals?", _label(body[0]), re.IGNORECASE):
        total = body.pop(0)
    checks = check_table(columns, body, total)
    return TableRead(title, tuple(columns), tuple(body), total, checks, units_of(title, columns, body))


def _label(row: Sequence[str]) -> str:
    return next((cell for cell in row if cell), "")


def place_table(table: TableRead, start: int, end: int, sure: float) -> Placed:
    """The table with its place. Totals that agree make it surer that it was read as printed; rows of another length
    than the headings make it less so.
    """
    checked = [check for check in table.checks if check.what.endswith("totals")]
    if any(check.what == "cells" for check in table.checks):
        sure = min(sure, 0.5)
    elif checked and all(check.agrees for check in checked):
        sure = max(sure, 0.95)
    return Placed(replace(table, start=start, end=end, confidence=sure), start, end)
