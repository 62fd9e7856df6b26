"""Cells between bars: web pages as ``a | b |``, Word documents as ``|a |b |``, Markdown with its rule below the
headings, or above what the page shifted by a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.lines import Line, Source, squeeze
from requests_app.core.reading.table_grids import Grid, goes_on
from requests_app.core.reading.table_lines import FIGURE, ONLY_YEAR


@dataclass(frozen=True, slots=True)
class _Printed:
    """A printed row and where its line stands."""

    cells: tuple[str, ...]
    start: int
    end: int
    room: int = 0  # characters that the first cell has where cells are padded

    @property
    def only_first(self) -> bool:
        """Whether nothing but the first cell holds something."""
        return bool(self.cells[0]) and not any(self.cells[1:])

    @property
    def figures(self) -> int:
        """How many cells after the first are figures, years apart."""
        return sum(bool(FIGURE.match(cell)) and not ONLY_YEAR.match(cell) for cell in self.cells[1:])


def pipe_grids(source: Source, lines: Sequence[Line]) -> list[Grid]:
    """The tables with bars, in order."""
    out: list[Grid] = []
    for run in _runs(lines):
        padded = _is_padded(run)
        printed = [_cells(source, line, padded=padded) for line in run if not _RULE.match(line.body)]
        printed = [row for row in printed if any(row.cells)]
        if not printed or _letterhead(printed):
            continue
        for part in _parts(_even(printed)):
            grid = _grid(part, ruled=len(run) > len(printed))
            if grid is not None:
                out.append(grid)
    return out


def tab_grids(source: Source, lines: Sequence[Line]) -> list[Grid]:
    """The tables whose cells have tabs between, as what is copied from a sheet: as many on every line."""
    out: list[Grid] = []
    run: list[_Printed] = []
    for line in [*lines, None]:
        cells = tuple(map(squeeze, source.plain[line.start : line.end].split("\t"))) if line else ()
        joins = len(cells) > 1 and cells[-1] and (not run or len(run[0].cells) == len(cells))
        if not joins:
            grid = _grid(_even(run), ruled=True) if _is_sheet(run) else None
            out.extend([grid] if grid else [])
            run = []
        if line and len(cells) > 1 and cells[-1]:
            run.append(_Printed(cells, line.start, line.end))
    return out


def _is_sheet(run: Sequence[_Printed]) -> bool:
    if len(run) < 3 or _letterhead(run) or any(cell.endswith(":") for row in run for cell in row.cells):
        return False
    return any(row.figures for row in run) or len(run[0].cells) > 2


_NOTE = re.compile(r"[*\u2020\u2021^#]|\(?(?:notes?|source)\b|\(\d\)", re.IGNORECASE)
_RULE = re.compile(r"^(?=.*-)[|\s:+=-]+$")


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """Neighbouring lines with bars: two or more, or one on each of three lines or more."""
    runs: list[list[Line]] = []
    last = -2
    for index, line in enumerate(lines):
        bars = line.text.count("|")
        if not bars:
            continue
        near = index == last + 1 and runs and (bars > 1) == (runs[-1][-1].text.count("|") > 1)
        if near and line.start - runs[-1][-1].end <= 6:
            runs[-1].append(line)
        else:
            runs.append([line])
        last = index
    return [run for run in runs if len(run) > 1 and (run[0].text.count("|") > 1 or _pairs(run))]


def _pairs(run: Sequence[Line]) -> bool:
    """Whether lines with one bar each are a table of two columns and no trail of links."""
    if len(run) < 3:
        return False
    ruled = any(_RULE.match(line.body) for line in run)
    figures = sum(FIGURE.match(line.text.split("|")[1].strip()) is not None for line in run)
    return ruled or figures * 2 >= len(run)


def _is_padded(run: Sequence[Line]) -> bool:
    """Whether the lines are those of a Word document: every cell as wide as its column, however many lines it takes."""
    return len({len(line.body) for line in run}) == 1 and all(
        line.body.startswith("|") and not _RULE.match(line.body) for line in run
    )


def _cells(source: Source, line: Line, *, padded: bool) -> _Printed:
    text = source.plain[line.start : line.end].strip()
    raw = text.removeprefix("|").split("|")
    cells = tuple(squeeze(cell) for cell in (raw[:-1] if text.endswith("|") and len(raw) > 1 else raw))
    return _Printed(cells, line.start, line.end, len(raw[0]) if padded else 0)


def _letterhead(printed: Sequence[_Printed]) -> bool:
    text = " ".join(cell for row in printed for cell in row.cells)
    found = re.search(
        r"\b(?:our|your)\s+ref|enquiries\s+to|telephone|\btel\b|e-?mail:|please\s+ask\s+for|\bdirect\s+(?:line|dial)",
        text,
        re.IGNORECASE,
    )
    return found is not None and not any(row.figures > 1 for row in printed)


def _even(printed: Sequence[_Printed]) -> list[_Printed]:
    """The rows at one width, without columns that hold nothing, and the headings above their own cells."""
    width = max(len(row.cells) for row in printed)
    even = [replace(row, cells=(*row.cells, *[""] * (width - len(row.cells)))) for row in printed]
    kept = [place for place in range(width) if any(row.cells[place] for row in even)]
    return _unshifted([replace(row, cells=tuple(row.cells[place] for place in kept)) for row in even])


def _unshifted(even: list[_Printed]) -> list[_Printed]:
    """Headings that stand one cell aside of their columns moved back over them."""
    head, body = even[0], even[1:]
    if len(body) < 1 or len(head.cells) < 3:
        return even
    if head.cells[0] and not head.cells[-1] and sum(map(bool, head.cells)) > 1:
        if not any(row.cells[0] for row in body):
            return [replace(head, cells=head.cells[:-1]), *(replace(r, cells=r.cells[1:]) for r in body)]
        if all(row.cells[-1] for row in body):
            return [replace(head, cells=("", *head.cells[:-1])), *body]
    if not head.cells[0] and not any(row.cells[-1] for row in body):
        return [replace(head, cells=head.cells[1:]), *(replace(r, cells=r.cells[:-1]) for r in body)]
    return even


def _parts(rows: Sequence[_Printed]) -> list[list[_Printed]]:
    """The rows as tables: a title within them above headings, or headings once more, begin another."""
    parts: list[list[_Printed]] = [[]]
    for place, row in enumerate(rows):
        follows = rows[place + 1] if place + 1 < len(rows) else None
        if len(parts[-1]) > 2 and follows is not None:
            head = next((one for one in parts[-1] if not one.only_first), row)
            again = not row.figures and _filled(row) > 1 and _same(row.cells[0], head.cells[0])
            titled = (
                row.only_first and not follows.figures and _filled(follows) > 1 and not follows.only_first
            )
            if again and row.cells == head.cells:
                continue  # the headings again at the top of a page
            if again or titled:
                parts.append([])
        parts[-1].append(row)
    return parts


def _filled(row: _Printed) -> int:
    return sum(map(bool, row.cells))


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _grid(rows: Sequence[_Printed], *, ruled: bool) -> Grid | None:
    start, end = rows[0].start, rows[-1].end
    body = list(rows)
    while len(body) > 2 and body[-1].only_first and _NOTE.match(body[-1].cells[0]):
        body.pop()
    titles = []
    while len(body) > 2 and body[0].only_first and len(body[0].cells) > 1:
        titles.append(body.pop(0).cells[0])
    if len(body) < 2 or len(body[0].cells) < 2:
        return None
    columns, body = _headings(body)
    table = _merged(body)
    figures = any(re.search(r"\d", cell) for row in table for cell in row[0 if rows[0].room == 0 else 1 :])
    if not table or not (figures or (ruled and len(table) > 1)):
        return None
    return Grid(squeeze(" ".join(titles)), tuple(columns), tuple(map(tuple, table)), start, end)


def _headings(rows: Sequence[_Printed]) -> tuple[list[str], list[_Printed]]:
    """The headings, which may take several rows, and the rows below them. A first row of figures is no heading."""
    if rows[0].figures == len(rows[0].cells) - 1 and rows[0].cells[0]:
        return [""] * len(rows[0].cells), list(rows)
    columns = list(rows[0].cells)
    place = 1
    while (
        place < len(rows) - 1
        and not rows[place].cells[0]
        and not rows[place].figures
        and (place == 1 or not re.search(r"\d", "".join(rows[place].cells)))
    ):
        columns = [
            squeeze(f"{above} {below}") for above, below in zip(columns, rows[place].cells, strict=True)
        ]
        place += 1
    return columns, list(rows[place:])


def _merged(rows: Sequence[_Printed]) -> list[list[str]]:
    """The rows with cells that take several lines put together."""
    out: list[list[str]] = []
    last = ""
    for row in rows:
        cells = list(row.cells)
        below = (
            out
            and row.room
            and not cells[0]
            and sum(bool(re.fullmatch(r"[\d,.]+", cell)) for cell in cells) < 2
        )
        if below or (out and row.only_first and any(out[-1][1:]) and _wraps(last, row)):
            out[-1] = [squeeze(f"{above} {more}") for above, more in zip(out[-1], cells, strict=True)]
        else:
            out.append(cells)
        last = row.cells[0] or last
    return out


def _wraps(above: str, row: _Printed) -> bool:
    """Whether the label goes on here: plainly, or because its next word had no room in the cell."""
    piece = row.cells[0]
    return goes_on(above, piece) or 0 < row.room < len(above) + 1 + len(piece.split()[0])
