"""Tables whose cells have single spaces between: "Ward Let Vacant" above "Abbey Park 12 3". Labels may hold spaces,
so lines and headings are split from the right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from requests_app.core.reading.lines import Source, squeeze
from requests_app.core.reading.table_grids import SUBTOTAL, TOTAL, Entry, Grid, Taken, labelled, title_above
from requests_app.core.reading.table_lines import MONTHS, ONLY_YEAR, YEAR, Cell, Row, pieces_of
from requests_app.core.reading.table_years import fitted

_LIST_LABEL = re.compile(
    r"^\W?(?:q|question|answer|request|part|point|no\.?|item|appendix|annex|table|page|section|figure|document)?\s?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})?\s?[.):=-]*$",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:\b(?:a|an|the|of|in|to|for|by|with|and|or|at|on|from|was|were|is|are|than|further|about|around|only|(?<!and\s)over|(?<!and\s)under|section|until|since|between|during|year|years|tel|telephone|fax|version)|[-:=.?,;])$",
    re.IGNORECASE,
)

# A unit belongs to the heading before it: "Award \u00a3", "Drawn down (\u00a3000)".
_UNIT_ALONE = re.compile(r"\s+(?=(?:[\u00a3%$\u20ac]|\([^\sa-z()]{1,8}\)|\(\w{1,3}\))(?:\s|$))")


def plain_grid(source: Source, rows: Sequence[Row], head: int) -> Taken:
    """The table under a short line of headings: two lines or more that end in the same number of figures, or three
    that end in one each.
    """
    if not _is_heading(rows[head]):
        return Taken(None, head)
    begin = head + 1 + _goes_on(rows, head)
    width = _width(rows[begin : begin + 6])
    if width == 0:
        return Taken(None, head)
    entries, after = _body(rows, begin, width)
    body = _numbered([(label, cells) for label, cells in labelled(entries) if cells])
    width = max((len(cells) for _, cells in body), default=0)
    words = _UNIT_ALONE.sub("\u00a0", squeeze(" ".join(row.line.body for row in rows[head:begin]))).split(" ")
    if not _is_table(body, words, width):
        return Taken(None, head)
    bare = not any(label for label, _ in body if not TOTAL.match(label))
    labels = width - bare
    names = [squeeze(name) for name in (" ".join(words[:-labels]), *words[-labels:])]
    names, table = _parted(names, [_cells(label, cells, labels) for label, cells in body])
    grid = Grid(
        title_above(source, rows, head),
        tuple(names),
        tuple(table),
        rows[head].line.start,
        rows[after - 1].line.end,
    )
    return Taken(grid, after)


_FIRST = re.compile(
    rf"^(?P<one>\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{MONTHS}(?:\s\d{{4}})?|{YEAR}|\d{{1,4}}|[A-Z]{{1,3}}\d+)\s(?P<two>(?-i:[A-Z(]).*)$",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"^(?P<one>.+)\s(?P<two>yes|no|(?:fe)?males?|m|f|(?:wo)?men|boys|girls|adults?|child(?:ren)?|juveniles?|unknown|full[ -]time|part[ -]time)$",
    re.IGNORECASE,
)


def _parted(names: list[str], table: list[tuple[str, ...]]) -> tuple[list[str], list[tuple[str, ...]]]:
    """Labels in two where that is no guess: all begin with a date or a number, or end in one of few words, and the
    headings have words enough.
    """
    words = names[0].split()
    body = [row for row in table if not TOTAL.match(row[0])]
    for pattern in (_FIRST, _LAST):
        found = [pattern.match(row[0]) for row in body]
        if len(words) < 2 or len(body) < 2 or not all(found):
            continue
        cut = 1 if pattern is _FIRST else len(words) - 1
        parted: list[tuple[str, ...]] = []
        for row in table:
            match = None if TOTAL.match(row[0]) else pattern.match(row[0])
            parted.append((match["one"], match["two"], *row[1:]) if match else (row[0], "", *row[1:]))
        return [" ".join(words[:cut]), " ".join(words[cut:]), *names[1:]], parted
    return names, table


def _numbered(body: list[tuple[str, tuple[Cell, ...]]]) -> list[tuple[str, tuple[Cell, ...]]]:
    """Labels that only differ in a number have it: "Stage 1", "Stage 2"."""
    named = [label for label, _ in body if not TOTAL.match(label)]
    if len(named) < 2 or len(set(named)) > 1 or not named[0] or min(len(cells) for _, cells in body) < 2:
        return body
    return [
        (label, cells) if TOTAL.match(label) else (f"{label} {cells[0].text}", cells[1:])
        for label, cells in body
    ]


def _cells(label: str, cells: Sequence[Cell], figures: int) -> tuple[str, ...]:
    """The label and the figures; where there are fewer figures than columns they are the last ones."""
    if not label:
        label, cells = cells[0].text, cells[1:]
    return (label, *[""] * (figures - len(cells)), *(cell.text for cell in cells))


def _is_heading(row: Row) -> bool:
    words = row.line.body.split()
    return (
        not row.cells
        and 2 <= len(words) <= 12
        and len(pieces_of(row.line.text, apart=3)) == 1
        and row.line.body[-1] not in ".?:;,-"
    )


def _goes_on(rows: Sequence[Row], head: int) -> bool:
    """Whether the headings take a second, shorter line."""
    below = rows[head + 1] if head + 1 < len(rows) else None
    return (
        below is not None
        and not below.cells
        and not below.line.gap
        and len(below.line.body.split()) <= 3
        and below.line.body[:1].islower()
        and below.line.body[-1] not in ".?:;,"
    )


def _width(rows: Sequence[Row]) -> int:
    """How many figures most of the first lines end in; 0 where they are no rows of a table."""
    if not rows or not rows[0].cells or rows[0].years > 1:
        return 0
    counts = Counter(len(row.cells) for row in rows if row.cells)
    width, times = counts.most_common(1)[0]
    return width if times > 1 and len(rows[0].cells) in (width, width + 1) else 0


def _body(rows: Sequence[Row], begin: int, width: int) -> tuple[list[Entry], int]:
    """The lines of the table: rows, and lines between them that are the first piece of a row's label."""
    out: list[Entry] = []
    index = after = begin
    while index < len(rows):
        row = fitted(rows[index], width)
        short = bool(out) and 0 < len(row.cells) < width and TOTAL.match(row.label) is not None
        if width == 1 and not row.label:
            break
        figures = row.years < 2 or (bool(out) and row.years < len(row.cells))  # a count may look like a year
        if row.cells and figures and (short or len(row.cells) == width) and len(row.label.split()) <= 8:
            out.append(Entry(row.label, row.cells))
            after = index + 1
            if TOTAL.match(row.label) and not SUBTOTAL.match(row.label):
                break
        elif out and _wraps(rows, index, width):
            out.append(Entry(row.line.body, ()))
        else:
            break
        index += 1
    return out, after


def _wraps(rows: Sequence[Row], index: int, width: int) -> bool:
    """Whether a line is the beginning of the next row's label."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else None
    return (
        not row.cells
        and not row.line.gap
        and len(row.line.body) <= 50
        and row.line.body[-1] not in ".?:;"
        and following is not None
        and len(following.cells) == width
        and not following.line.gap
        and (following.label[:1].islower() or width > 1)
    )


def _is_table(body: Sequence[tuple[str, tuple[Cell, ...]]], words: Sequence[str], width: int) -> bool:
    if len(body) < 2 or any(cells[0].text == "-" and not label for label, cells in body):
        return False
    if width >= 2:
        return len(words) >= width
    labels = [label for label, _ in body]
    figures = [cells[0].text for _, cells in body]
    return (
        len(body) >= 3
        and words[0][:1].isupper()
        and not any(
            _LIST_LABEL.match(label) or _OPEN.search(label) or len(label.split()) > 6 or label[:1].islower()
            for label in labels
        )
        and len(set(labels)) > 1
        and not all(ONLY_YEAR.match(figure) for figure in figures)
        and figures != [str(number) for number in range(1, len(figures) + 1)]
    )
