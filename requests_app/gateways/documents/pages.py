"""Pages of words and drawn tables as one text: what every page repeats said once, paragraphs and tables that go over
a page's end made whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from requests_app.gateways.documents.blocks import Blocks, Cell, is_frame, squeezed
from requests_app.gateways.documents.page_grids import Box, Grid
from requests_app.gateways.documents.page_text import (
    Layout,
    Measured,
    joined,
    measured,
    right_margin,
    text_lines,
)
from requests_app.gateways.documents.page_words import Line, Word, lines_of

_AT_THE_EDGE = 3
"""Lines at the head and at the foot of a page among which those are that every page repeats."""

_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)


@dataclass(slots=True)
class DrawnTable:
    """A table drawn with lines: its middle down the page, where its columns begin, its cells."""

    middle: float
    columns: list[float]
    rows: list[list[Cell]]


@dataclass(slots=True)
class Page:
    """One page read: the lines outside its tables, and the tables."""

    lines: list[Line]
    tables: list[DrawnTable]
    width: float


def page_of(words: Sequence[Word], grids: Sequence[Grid], *, width: float) -> Page:
    """The words of a page sorted into lines and cells."""
    free = [word for word in words if not any(_inside(word, grid) for grid in grids)]
    tables = [
        DrawnTable(
            (grid.top + grid.bottom) / 2,
            [cell.left for cell in grid.rows[0] if cell is not None],
            [list(_row(row, words)) for row in grid.rows],
        )
        for grid in grids
    ]
    return Page(lines_of(free), tables, width)


def _inside(word: Word, place: Grid | Box) -> bool:
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return place.left - 1 <= across < place.right + 1 and place.top - 1 <= down < place.bottom + 1


def _row(row: Sequence[Box | None], words: Sequence[Word]) -> Iterator[Cell]:
    for box in row:
        lines = lines_of(word for word in words if _inside(word, box)) if box is not None else []
        yield text_lines(lines, right=box.right - 4) if box is not None and lines else []


def written(pages: Sequence[Page]) -> Blocks:
    """The pages as paragraphs and tables."""
    _drop_repeated(pages)
    margins: dict[int, float] = {}
    for page in pages:
        width = round(page.width)
        margins[width] = max(margins.get(width, 0.0), right_margin(page.lines))
    runs = [list(_runs(page, margins[round(page.width)])) for page in pages]
    layout = Layout([run for page in runs for run in page if isinstance(run, Measured)])
    writer = _Writer(layout)
    for page_runs in runs:
        writer.page(page_runs)
    return writer.blocks


def _runs(page: Page, margin: float) -> Iterator[Measured | DrawnTable]:
    """What stands on a page from top to bottom."""
    lines = page.lines
    for table in page.tables:
        above = [line for line in lines if (line.top + line.bottom) / 2 < table.middle]
        lines = lines[len(above) :]
        if above:
            yield measured(above, margin)
        yield table
    if lines:
        yield measured(lines, margin)


class _Writer:
    """Writes runs and tables in their order."""

    def __init__(self, layout: Layout) -> None:
        self.blocks = Blocks()
        self.layout = layout
        self.last: Measured | DrawnTable | None = None

    def page(self, runs: Sequence[Measured | DrawnTable]) -> None:
        """One page. Its beginning may go on with the end of the page before."""
        for place, run in enumerate(runs):
            if isinstance(run, DrawnTable):
                self._table(run, may_go_on=place == 0)
            else:
                self._lines(run, may_go_on=place == 0)
            self.last = run

    def _lines(self, run: Measured, *, may_go_on: bool) -> None:
        pieces = self.layout.text_of(run)
        above = self.last
        if (
            may_go_on
            and isinstance(above, Measured)
            and isinstance(pieces[0], str)
            and self.blocks.lines
            and self.layout.wraps(above, len(above.lines) - 1, run, 0)
        ):
            self.blocks.lines[-1] = joined(self.blocks.lines[-1], pieces.pop(0))  # type: ignore[arg-type]
        elif may_go_on and self.layout.is_spaced:
            self.blocks.gap()
        for piece in pieces:
            if isinstance(piece, list):
                self.blocks.grid(piece)
            elif piece:
                self.blocks.lines.append(piece)
            else:
                self.blocks.gap()

    def _table(self, table: DrawnTable, *, may_go_on: bool) -> None:
        """A table; one with the same columns at the head of a page goes on with the one at the foot of the last."""
        above = self.last
        if (
            may_go_on
            and isinstance(above, DrawnTable)
            and _same_columns(above, table)
            and self.blocks.tables
            and not is_frame(above.rows, least=1)
            and not is_frame(table.rows, least=1)
        ):
            self.blocks.more_rows([[squeezed(cell) for cell in row] for row in table.rows])
            return
        self.blocks.gap()
        self.blocks.table(table.rows)
        self.blocks.gap()


def _same_columns(one: DrawnTable, other: DrawnTable) -> bool:
    return len(one.columns) == len(other.columns) and all(
        abs(first - second) <= 3 for first, second in zip(one.columns, other.columns, strict=True)
    )


def _drop_repeated(pages: Sequence[Page]) -> None:
    """Take out page numbers, and of headers and footers all but the first."""
    if len(pages) < 2:
        return
    counts = Counter(said for page in pages for said in {_normal(line) for line in _edges(page)})
    often = max(2, len(pages) // 2)
    seen: set[str] = set()
    for page in pages:
        gone: set[int] = set()
        for line in _edges(page):
            said = _normal(line)
            repeated = said in seen or _PAGE_NUMBER.match(line.text) is not None
            if counts[said] >= often and repeated:
                gone |= {id(line)}
            seen |= {said}
        page.lines = [line for line in page.lines if id(line) not in gone]


def _edges(page: Page) -> list[Line]:
    lines = page.lines
    if len(lines) <= 2 * _AT_THE_EDGE:
        return list(lines)
    return [*lines[:_AT_THE_EDGE], *lines[-_AT_THE_EDGE:]]


def _normal(line: Line) -> str:
    """What it says and how far from the left, figures alike."""
    return f"{round(line.left / 6)} {re.sub(r'[0-9]+', '#', line.text)}"
