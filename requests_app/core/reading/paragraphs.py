"""Lines that a mail program or a page broke, put together again: a question or a formula must not end with its line.

Rows of tables and items of lists stay apart. A paragraph is still one ``Line``: as long as what was printed, with a space
for each line break, so that every offset holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import label_at
from requests_app.core.reading.lines import Line, Source, wrap_width
from requests_app.core.reading.memory import kept

_COLUMNS = re.compile(r"\S(?: {3,}|\t)\s*\S|\|")
_HEADER = Folded(r"^(?:from|sent|to|cc|date|subject|our ref|your ref|ref(?:erence)?)\s*:")
_FIGURES = re.compile(r"(?:\s+(?:\u00a3?\d[\d,.]*%?|[-*]|<\d+)){2,}$")


def merged(source: Source, lines: Sequence[Line], *, width: int | None = None) -> tuple[Line, ...]:
    """The lines with broken paragraphs made whole. ``width`` is that of the whole letter, where these are some of it."""
    width = wrap_width(lines) if width is None else width
    out: list[Line] = []
    last: Line | None = None  # the printed line that ended the last paragraph
    for line in lines:
        if last is not None and width and _continues(last, line, width, first=last.start == out[-1].start):
            out[-1] = source.piece(out[-1].start, line.end, gap=out[-1].gap)
        else:
            out.append(line)
        last = line
    return tuple(out)


def _continues(above: Line, line: Line, width: int, *, first: bool) -> bool:
    """Whether a line goes on with the paragraph of the one above it."""
    if line.gap or line.start - above.end > 4:
        return False
    if is_row(above) or is_row(line) or _HEADER.match(above.body) or _HEADER.match(line.body):
        return False
    label = label_at(above.body) if first else None
    if label is not None and label.length >= len(above.body):
        return False
    slack = 4 if above.body[-1] in ".?!:;" else 12
    near = len(above.text.rstrip()) + 1 + len(line.body.split(" ", 1)[0]) > width - slack
    starts = label_at(line.body) is not None
    if starts or not near:
        # A short line that plainly goes on: broken where something else stood, or by hand.
        return (
            not starts
            and line.body[0].islower()
            and above.body[-1] not in ".?!:;"
            and len(above.body) > width // 2
        )
    return True


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table: cells apart from each other, or figures at its end."""
    return _is_row(line.text)


@kept
def _is_row(text: str) -> bool:
    body = text.strip()
    if "|" in body or "   " in body or "\t" in body:
        return _COLUMNS.search(body) is not None
    return body[-1:] in "0123456789%*-" and _FIGURES.search(body) is not None
