"""Lines of pages as text: wrapped lines joined to paragraphs, columns kept apart as they are printed.

A run is the lines of a page between its tables. What is usual is learnt from all runs of a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from requests_app.gateways.documents.page_columns import aligned_tables
from requests_app.gateways.documents.page_words import Line, column_gap, is_label, letter_width, starts_item

_WIDEST = 400  # characters of a line with columns


@dataclass(frozen=True, slots=True)
class Measured:
    """A run and what is asked of its lines again and again. ``margin`` is where its lines had to break."""

    lines: Sequence[Line]
    base: list[float]
    height: list[float]
    columns: list[bool]
    margin: float

    def leading(self, place: int) -> float:
        """From the line above to this one."""
        return self.base[place] - self.base[place - 1]


Rows = list[list[str]]
"""A table found by the places of its words."""


def measured(lines: Sequence[Line], margin: float) -> Measured:
    """A run with its measures."""
    return Measured(
        lines,
        [line.base for line in lines],
        [line.height for line in lines],
        [line.has_columns for line in lines],
        margin,
    )


def right_margin(lines: Sequence[Line]) -> float:
    """Where a page breaks its lines: the end of its longest line of running words; 0 where it has no lines."""
    widest = max((line.right - line.left for line in lines), default=0.0)
    running = [line.right for line in lines if line.right - line.left > widest * 0.6 and not line.has_columns]
    return max(running, default=max((line.right for line in lines), default=0.0))


class Layout:
    """How the paragraphs of a document stand, learnt from all of its runs."""

    def __init__(self, runs: Sequence[Measured]) -> None:
        self._usual = self._usual_leading(runs)
        apart = sorted(
            run.leading(place)
            for run in runs
            for place in range(1, len(run.lines))
            if not self._goes_on(run, place)
        )
        heights = [height for run in runs for height in run.height]
        # Where every paragraph has the same room above it, that says no more than the end of a line does.
        least = apart[len(apart) // 20] if apart else 0.0
        self._room = least + max(median(heights) * 0.5 if heights else 0.0, 2.0)
        self.is_spaced = sum(leading > self._room for leading in apart) * 2 > len(apart)
        """Whether most paragraphs have an empty line above them: then one that begins a page has too."""

    @staticmethod
    def _usual_leading(runs: Sequence[Measured]) -> float:
        """From line to line of a paragraph: what parts the closest third of all lines."""
        apart = sorted(after - before for run in runs for before, after in pairwise(run.base))
        close = apart[: len(apart) // 3 + 1]
        return max(median(close), 0.0) if close else 0.0

    def _goes_on(self, run: Measured, place: int) -> bool:
        height = run.height[place]
        near = run.leading(place) <= min(max(self._usual * 1.2, height * 1.5), height * 1.9)
        return near and self.wraps(run, place - 1, run, place)

    @staticmethod
    def wraps(above: Measured, last: int, below: Measured, first: int) -> bool:
        """Whether a line goes on with the one above it: its first word would not have found room there."""
        before, line, height = above.lines[last], below.lines[first], below.height[first]
        if above.columns[last] or below.columns[first] or starts_item(line.text):
            return False
        if not 0.8 < height / max(above.height[last], 0.1) < 1.25:
            return False
        if line.left > before.left + 60 or line.left < before.left - 120:
            return False
        word = line.words[0]
        space = median(before.gaps() or [height * 0.26])
        return before.right + space + (word.right - word.left) > above.margin + 0.5

    def text_of(self, run: Measured) -> list[str | Rows]:
        """A paragraph a line; an empty line where the page leaves room; tables whose cells stand under each other."""
        if not run.lines:
            return []
        tables = dict(aligned_tables(run.lines, run.columns))
        width = letter_width(run.lines)
        begin = min(line.left for line in run.lines)
        out: list[str | Rows] = []
        place = 0
        while place < len(run.lines):
            above = out[-1] if out else None
            if isinstance(above, str) and above and place not in tables and self._goes_on(run, place):
                out[-1] = joined(above, run.lines[place].text)
                place += 1
                continue
            if place and run.leading(place) > self._room:
                out.append("")
            if place in tables:
                out.append(tables[place])
                place += len(tables[place])
            else:
                out.append(_laid_out(run, place, begin, width))
                place += 1
        return out


def joined(text: str, more: str) -> str:
    """A paragraph with its next line. A word broken at the end of a line keeps its hyphen: whether it has one
    otherwise cannot be known.
    """
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and more[:1].islower():
        return text + more
    return f"{text} {more}"


def text_lines(lines: Sequence[Line], *, right: float) -> list[str]:
    """The paragraphs of a small place, such as a cell, whose right side is known."""
    run = measured(lines, right)
    return [piece if isinstance(piece, str) else _run_on(piece) for piece in Layout([run]).text_of(run)]


def _run_on(rows: Rows) -> str:
    return "\n".join("   ".join(cell for cell in row if cell) for row in rows)


def _laid_out(run: Measured, place: int, begin: float, width: float) -> str:
    """The line as text. Beside lines with columns it stands at its place, so that its words find their column."""
    line = run.lines[place]
    if not any(run.columns[max(place - 1, 0) : place + 2]):
        return line.text
    wide = column_gap(run.height[place])
    out = ""
    end = line.left
    for number, word in enumerate(line.words):
        if number == 0:
            out = " " * _column(word.left, begin, width)
        elif word.left - end > wide and not (number == 1 and is_label(line.words[0].text)):
            out += " " * max(3, _column(word.left, begin, width) - len(out))
        else:
            out += " "
        out += word.text
        end = word.right
    return out.rstrip()


def _column(left: float, begin: float, width: float) -> int:
    return min(max(round((left - begin) / width), 0), _WIDEST)
