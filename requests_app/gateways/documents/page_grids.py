"""Tables drawn with lines: from the lines of a page to cells, and from cells to rows and columns."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SNAP = 3.0
"""Points within which two drawn lines are one, or meet."""

MOST_EDGES = 4_000
"""Of one page; a drawing has more, and no table."""

_MOST_CORNERS = 12_000


class Edge(NamedTuple):
    """A drawn line: ``at`` across, from ``begin`` to ``end`` along it."""

    at: float
    begin: float
    end: float


class Box(NamedTuple):
    """A cell."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page, besides words: level and upright lines, black boxes, and how much of it pictures cover
    (0 to 1).
    """

    level: list[Edge] = field(default_factory=list)
    upright: list[Edge] = field(default_factory=list)
    black: list[Box] = field(default_factory=list)
    covered: float = 0.0

    def box(self, left: float, top: float, right: float, bottom: float) -> None:
        """The edges of a rectangle; a thin one is a line."""
        if right - left > SNAP * 1.5:
            for at in {top, bottom} if bottom - top > SNAP else {(top + bottom) / 2}:
                self.level.append(Edge(at, left, right))
        if bottom - top > SNAP * 1.5:
            for at in {left, right} if right - left > SNAP else {(left + right) / 2}:
                self.upright.append(Edge(at, top, bottom))


@dataclass(slots=True)
class Grid:
    """A table: its place and its cells by row and column; None where a cell takes more than one place."""

    left: float
    top: float
    right: float
    bottom: float
    rows: list[list[Box | None]]


def grids_of(drawn: Drawn) -> list[Grid]:
    """The tables with at least two columns, from top to bottom."""
    if len(drawn.level) + len(drawn.upright) > MOST_EDGES:
        return []
    level, upright = merged(drawn.level), merged(drawn.upright)
    if len(level) < 2 or len(upright) < 3:
        return []
    cells = _cells(level, upright)
    return sorted(filter(None, map(_grid, _groups(cells))), key=lambda grid: (grid.top, grid.left))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges that lie on each other, or go on from each other, as one."""
    snapped: list[list[Edge]] = []
    for edge in sorted(edges):
        if snapped and edge.at - snapped[-1][-1].at <= SNAP and edge.at - snapped[-1][0].at <= SNAP * 2:
            snapped[-1].append(edge)
        else:
            snapped.append([edge])
    out: list[Edge] = []
    for group in snapped:
        at = sum(edge.at for edge in group) / len(group)
        begin, end = None, 0.0
        for edge in sorted(group, key=lambda each: each.begin):
            if begin is None:
                begin, end = edge.begin, edge.end
            elif edge.begin <= end + SNAP:
                end = max(end, edge.end)
            else:
                out.append(Edge(at, begin, end))
                begin, end = edge.begin, edge.end
        if begin is not None and end - begin > SNAP:
            out.append(Edge(at, begin, end))
    return out


def _cells(level: Sequence[Edge], upright: Sequence[Edge]) -> list[Box]:
    """The smallest rectangles whose corners are crossings and whose sides are drawn."""
    across: dict[float, list[tuple[float, int, int]]] = defaultdict(
        list
    )  # by height: crossings from left to right
    down: dict[float, list[tuple[float, int, int]]] = defaultdict(list)
    corners = 0
    for row, line in enumerate(level):
        for column, post in enumerate(upright):
            if _meet(line, post):
                across[line.at].append((post.at, row, column))
                down[post.at].append((line.at, column, row))
                corners += 1
        if corners > _MOST_CORNERS:
            return []
    sides = _Sides(across, down)
    boxes = []
    for top, points in across.items():
        points.sort()
        for left, _, _ in points:
            box = sides.smallest(left, top)
            if box is not None:
                boxes.append(box)
    return boxes


def _meet(line: Edge, post: Edge) -> bool:
    return line.begin - SNAP <= post.at <= line.end + SNAP and post.begin - SNAP <= line.at <= post.end + SNAP


class _Sides:
    """The crossings along each line, to find the rectangle that begins at one of them."""

    def __init__(
        self,
        across: dict[float, list[tuple[float, int, int]]],
        down: dict[float, list[tuple[float, int, int]]],
    ) -> None:
        self.across = {at: sorted(set(points)) for at, points in across.items()}
        self.down = {at: sorted(set(points)) for at, points in down.items()}
        self.on_level = {at: {(x, edge) for x, edge, _ in points} for at, points in self.across.items()}
        self.on_upright = {at: {(y, edge) for y, edge, _ in points} for at, points in self.down.items()}

    def smallest(self, left: float, top: float) -> Box | None:
        """The smallest drawn rectangle whose upper left corner this is."""
        rights = self._after(self.across[top], left)
        bottoms = self._after(self.down[left], top)
        for bottom, post in bottoms:
            if (top, post) not in self.on_upright[left]:
                continue
            for right, line in rights:
                if (left, line) not in self.on_level[top]:
                    continue
                if self._is_closed(left, top, right, bottom):
                    return Box(left, top, right, bottom)
        return None

    @staticmethod
    def _after(points: Sequence[tuple[float, int, int]], at: float) -> list[tuple[float, int]]:
        place = bisect_left(points, (at + 0.01, -1, -1))
        return [(where, edge) for where, edge, _ in points[place : place + 60]]

    def _is_closed(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether the right side and the lower side are each one drawn line between the corners."""
        right_posts = {edge for y, edge in self.on_upright.get(right, ()) if y == top}
        lower_lines = {edge for x, edge in self.on_level.get(bottom, ()) if x == left}
        return any((bottom, edge) in self.on_upright.get(right, ()) for edge in right_posts) and any(
            (right, edge) in self.on_level.get(bottom, ()) for edge in lower_lines
        )


def _groups(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners are one table."""
    parent = list(range(len(cells)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    owner: dict[tuple[float, float], int] = {}
    for place, cell in enumerate(cells):
        for corner in (
            (cell.left, cell.top),
            (cell.right, cell.top),
            (cell.left, cell.bottom),
            (cell.right, cell.bottom),
        ):
            if corner in owner:
                parent[root(place)] = root(owner[corner])
            else:
                owner[corner] = place
    groups: dict[int, list[Box]] = defaultdict(list)
    for place, cell in enumerate(cells):
        groups[root(place)].append(cell)
    return list(groups.values())


def _grid(cells: Sequence[Box]) -> Grid | None:
    tops, lefts = sorted({cell.top for cell in cells}), sorted({cell.left for cell in cells})
    if len(lefts) < 2 or len(cells) < 3:
        return None
    rows: list[list[Box | None]] = [[None] * len(lefts) for _ in tops]
    for cell in cells:
        rows[tops.index(cell.top)][lefts.index(cell.left)] = cell
    return Grid(
        lefts[0], tops[0], max(cell.right for cell in cells), max(cell.bottom for cell in cells), rows
    )
