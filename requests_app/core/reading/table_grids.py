"""What the readers of tables without bars share: a grid as found, whole labels, cells put under their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.lines import Source, squeeze
from requests_app.core.reading.table_lines import Cell, Row

TOTAL = re.compile(r"^\W*(?:grand\s+|sub-?\s?|overall\s+|\w+\s+)?totals?\b", re.IGNORECASE)
SUBTOTAL = re.compile(r"^\W*sub-?\s?totals?\b", re.IGNORECASE)
LONGEST_BLOCK = 500  # lines


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as found: title, headings and rows still with the total among them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What a reader found, the line to go on from, and the line before which it need not look again."""

    grid: Grid | None
    after: int
    barren: int = 0


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
        elif out and not pending and (owed > 0 or goes_on(out[-1][0], entry.label)):
            out[-1] = (squeeze(f"{out[-1][0]} {entry.label}"), out[-1][1])
            owed -= 1
        else:
            pending.append(entry.label)
    return out


def goes_on(label: str, piece: str) -> bool:
    """Whether a piece plainly belongs to the label above it."""
    return bool(label) and (piece[:1].islower() or _OPEN_END.search(label) is not None)


def placed(cells: Sequence[Cell], middles: Sequence[float]) -> list[str]:
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
        place = nearest(middles, cell.middle + offset)
        out[place] = squeeze(f"{out[place]} {cell.text}")
    return out


# Columns shift from page to page: a row may lie this many characters aside of the others.
_OFFSETS = (0, *(shift for size in range(1, 16) for shift in (size, -size)))


def nearest(middles: Sequence[float], middle: float) -> int:
    """The place of the column whose centre is nearest."""
    return min(range(len(middles)), key=lambda place: abs(middles[place] - middle))


def _misfit(cells: Sequence[Cell], middles: Sequence[float], shift: int) -> float:
    """How badly cells lie under the headings when the row is moved: two under one heading are worst."""
    places = [nearest(middles, cell.middle + shift) for cell in cells]
    clash = len(places) - len(set(places))
    apart = sum(abs(middles[place] - cell.middle - shift) for place, cell in zip(places, cells, strict=True))
    return apart + 1000 * clash + 0.6 * abs(shift) * len(cells)


def title_above(source: Source, rows: Sequence[Row], head: int) -> str:
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


def joined_over_pages(source: Source, grids: Sequence[Grid]) -> list[Grid]:
    """The grids with those put together that are one table broken by the end of a page."""
    out: list[Grid] = []
    for grid in grids:
        if out and _continues(source, out[-1], grid):
            out[-1] = replace(out[-1], rows=(*out[-1].rows, *grid.rows), end=grid.end)
        else:
            out.append(grid)
    return out


def _continues(source: Source, above: Grid, below: Grid) -> bool:
    """Whether a grid goes on with the one above it: no headings of its own, or the same ones on a new page."""
    between = source.text[above.end : below.start]
    if len(above.columns) != len(below.columns) or len(between) > 400 or TOTAL.match(above.rows[-1][0]):
        return False
    if not any(below.columns):
        return "\f" in between or not re.search(r"[A-Za-z]{3}", between)
    return "\f" in between and below.columns == above.columns
