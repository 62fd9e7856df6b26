"""Lines of a page as text: wrapped lines joined to paragraphs, columns kept apart as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from requests_app.gateways.documents.page_words import Line, column_gap, is_label, letter_width, starts_item

_WIDEST = 400  # characters of a line with columns


def text_lines(lines: Sequence[Line], *, right: float | None = None) -> list[str]:
    """The text, a paragraph a line; an empty line where the page leaves room. ``right`` is where lines had to
    break, found from the lines themselves where not given.
    """
    if not lines:
        return []
    margin = right if right is not None else right_margin(lines)
    usual = _usual_gap(lines)
    width = letter_width(lines)
    begin = min(line.left for line in lines)
    out: list[str] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before is not None and goes_on(before, line, margin=margin, usual=usual):
            out[-1] = _joined(out[-1], line.text)
            continue
        if before is not None and line.top - before.bottom > max(usual * 1.4, line.height * 0.6) + 1:
            out.append("")
        out.append(_laid_out(lines, place, begin, width))
    return out


def right_margin(lines: Sequence[Line]) -> float:
    """Where the page breaks its lines: the end of its longest line of running words."""
    widest = max(line.right - line.left for line in lines)
    running = [line.right for line in lines if line.right - line.left > widest * 0.6 and not line.has_columns]
    return max(running, default=max(line.right for line in lines))


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual room between lines of a paragraph: that between the closest third of the page's lines."""
    gaps = sorted(after.top - before.bottom for before, after in pairwise(lines))
    close = gaps[: len(gaps) // 3 + 1]
    return max(median(close), 0.0) if close else 0.0


def goes_on(before: Line, line: Line, *, margin: float, usual: float) -> bool:
    """Whether a line goes on with the paragraph above it: its first word would not have found room there."""
    if before.has_columns or line.has_columns or starts_item(line.text):
        return False
    if line.top - before.bottom > max(usual * 1.4, line.height * 0.5) + 1:
        return False
    if not 0.85 < line.height / max(before.height, 0.1) < 1.18:
        return False
    if line.left > before.left + 60 or line.left < before.left - 120:
        return False
    first = line.words[0]
    space = line.height * 0.2
    return before.right + space + (first.right - first.left) > margin + 0.5


def _joined(text: str, more: str) -> str:
    """A word broken at the end of a line keeps its hyphen: whether it has one otherwise cannot be known."""
    if text.endswith("-") and len(text) > 1 and text[-2].isalpha() and more[:1].islower():
        return text + more
    return f"{text} {more}"


def _laid_out(lines: Sequence[Line], place: int, begin: float, width: float) -> str:
    """The line as text. Beside lines with columns it stands at its place, so that its words find their column."""
    line = lines[place]
    near = [lines[each] for each in (place - 1, place, place + 1) if 0 <= each < len(lines)]
    if not any(each.has_columns for each in near):
        return line.text
    wide = column_gap(line)
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
