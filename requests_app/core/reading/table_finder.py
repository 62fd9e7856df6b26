"""Where tables stand in a text and what is in them: the forms that text extraction leaves behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.lines import Line, Source, squeeze
from requests_app.core.reading.records import TableRead
from requests_app.core.reading.table_layout import find_grids
from requests_app.core.reading.tables import check_table, is_total
from requests_app.core.reading.units import units_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A table and the lines it takes."""

    table: TableRead
    start: int
    end: int


def find_tables(source: Source, lines: Sequence[Line]) -> list[Placed]:
    """The tables in the order in which they stand."""
    piped = pipe_tables(source, lines)
    free = [line for line in lines if not any(table.start <= line.start < table.end for table in piped)]
    grids = [
        place_table(make_table(grid.title, grid.columns, grid.rows), grid.start, grid.end, 0.75)
        for grid in find_grids(source, free)
    ]
    rest = [line for line in free if not any(table.start <= line.start < table.end for table in grids)]
    return sorted([*piped, *grids, *cell_tables(source, rest)], key=lambda placed: placed.start)


def make_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> TableRead:
    """A table with its total row set apart and its figures checked."""
    body = [tuple(row) for row in rows]
    total = None
    if len(body) > 1 and is_total(body[-1][0] if body[-1] else ""):
        total = body.pop()
    checks = check_table(columns, body, total)
    return TableRead(title, tuple(columns), tuple(body), total, checks, units_of(title, columns, body))


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


# Cells between bars: web pages as `a | b |`, Word documents as `|a |b |`, Markdown


def pipe_tables(source: Source, lines: Sequence[Line]) -> list[Placed]:
    """Runs of lines with two bars or more."""
    out: list[Placed] = []
    run: list[Line] = []
    for line in lines:
        if line.text.count("|") >= 2 and not (run and line.gap and line.start - run[-1].end > 3):
            run.append(line)
        else:
            out.extend(_pipe_table(source, run))
            run = [line] if line.text.count("|") >= 2 else []
    return out + _pipe_table(source, run)


def _cells(source: Source, line: Line) -> list[str]:
    text = source.plain[line.start : line.end].strip()
    cells = [squeeze(cell) for cell in text.removeprefix("|").split("|")]
    return cells[:-1] if text.endswith("|") else cells


_RULE = re.compile(r"^[|\s:+=-]+$")


def _pipe_table(source: Source, run: Sequence[Line]) -> list[Placed]:
    grid = [_cells(source, line) for line in run if not _RULE.match(line.body)]
    title = ""
    if grid and sum(bool(cell) for cell in grid[0]) == 1 and grid[0][0] and len(grid) > 2:
        title = grid.pop(0)[0]
    if len(grid) < 2:
        return []
    width = max(len(row) for row in grid)
    rows: list[list[str]] = []
    for row in grid[1:]:
        if rows and not row[0] and any(row) and len(row) == width and not _numeric(row):
            rows[-1] = [squeeze(f"{above} {below}") for above, below in zip(rows[-1], row, strict=False)]
        elif any(row):
            rows.append(row + [""] * (width - len(row)))
    columns = grid[0] + [""] * (width - len(grid[0]))
    if not rows or not any(re.search(r"\d", cell) for row in rows for cell in row[1:]) or _letterhead(grid):
        return []
    return [place_table(make_table(title, columns, rows), run[0].start, run[-1].end, 0.9)]


def _numeric(row: Sequence[str]) -> bool:
    return sum(bool(re.fullmatch(r"[\d,.]+", cell)) for cell in row) >= 2


def _letterhead(grid: Sequence[Sequence[str]]) -> bool:
    text = " ".join(cell for row in grid for cell in row)
    return (
        re.search(r"\b(?:our|your)\s+ref|enquiries\s+to|telephone|e-?mail:", text, re.IGNORECASE) is not None
    )


# One cell a line: web pages whose tables lost their rows

_CELL = re.compile(r"^(?:\u00a3\s?)?\d[\d,]*(?:\.\d+)?%?$|^(?:[-*]|<\s?\d{1,2}|N/A|nil)$", re.IGNORECASE)
_LONGEST_RUN = 400  # lines


def cell_tables(source: Source, lines: Sequence[Line]) -> list[Placed]:
    """Runs of short lines in which a label and as many figures return again and again."""
    out: list[Placed] = []
    index = 0
    while index < len(lines):
        run = _run(lines, index)
        placed = _cell_table(source, run) if len(run) > 5 else None
        if placed:
            out.append(placed)
        index += max(len(run), 1)
    return out


def _run(lines: Sequence[Line], begin: int) -> list[Line]:
    end = begin
    while (
        end < len(lines)
        and end - begin < _LONGEST_RUN
        and len(lines[end].body) <= 40
        and lines[end].body[-1] not in ".?:;,"
    ):
        end += 1
    return list(lines[begin:end])


def _cell_table(source: Source, run: Sequence[Line]) -> Placed | None:
    figures = [_CELL.match(line.body) is not None for line in run]
    first = next((place for place, figure in enumerate(figures) if figure), len(run))
    width = 1
    while first + width - 1 < len(run) and figures[first + width - 1]:
        width += 1
    head = first - 1 - width  # the headings end where the first row's label begins
    if width < 2 or head < 0:
        return None
    shape = [False, *([True] * (width - 1))]
    rows = []
    at = first - 1
    while figures[at : at + width] == shape:
        rows.append([source.printed(line.start, line.end) for line in run[at : at + width]])
        at += width
    if len(rows) < 2:
        return None
    columns = [source.printed(line.start, line.end) for line in run[head : head + width]]
    return place_table(make_table("", columns, rows), run[head].start, run[at - 1].end, 0.7)
