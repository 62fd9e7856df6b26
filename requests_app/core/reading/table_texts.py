"""Tables of words in columns: no figures at the ends of lines, the same gaps on every line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.lines import Source
from requests_app.core.reading.table_grids import Grid, Taken, title_above
from requests_app.core.reading.table_lines import Cell, Row, pieces_of

# What a letterhead or a signature holds and a table does not.
_LETTERHEAD = re.compile(
    r":(?:\s|$)|@|\b(?:ref(?:erence)?|tel(?:ephone)?|fax|dear|yours|page \d)\b|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s?\d[A-Z]{2}\b",
    re.IGNORECASE,
)


def text_grid(source: Source, rows: Sequence[Row], begin: int) -> Taken:
    """The table that begins with this line of headings: three lines or more in the same columns below it."""
    heading = pieces_of(rows[begin].line.text)
    if len(heading) < 2 or len(rows[begin].line.body) > 200:
        return Taken(None, begin)
    end = begin + 1
    found = [heading]
    while end < len(rows) and not (rows[end].line.gap and end > begin + 1):
        pieces = pieces_of(rows[end].line.text)
        if len(pieces) != len(heading) or not _aligned(heading, pieces):
            break
        found.append(pieces)
        end += 1
    text = " ".join(cell.text for pieces in found for cell in pieces)
    if len(found) < 4 or _LETTERHEAD.search(text) or any(len(c.text) > 60 for line in found for c in line):
        return Taken(None, begin)
    table = [tuple(cell.text for cell in pieces) for pieces in found]
    start, stop = rows[begin].line.start, rows[end - 1].line.end
    return Taken(Grid(title_above(source, rows, begin), table[0], tuple(table[1:]), start, stop), end)


def _aligned(heading: Sequence[Cell], pieces: Sequence[Cell]) -> bool:
    """Whether every piece stands under its heading and reaches under no other."""
    return all(
        piece.left < name.right + 2 and name.left - 2 < piece.right
        for name, piece in zip(heading, pieces, strict=True)
    ) and all(piece.right <= name.left + 2 for piece, name in zip(pieces[:-1], heading[1:], strict=True))
