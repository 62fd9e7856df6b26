"""Writes a letter's text with its findings marked where they stand: nested where one holds another, split where they
overlap, and what is set apart folded. Without its tags the markup is the text, to the character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LONG = 160
"""Characters from which a passage is tinted as a whole and not underlined."""


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of the text that is folded (``label``) or not."""

    start: int
    end: int
    label: str = ""


@dataclass(slots=True)
class _Writer:
    text: str
    begun: set[int] = field(default_factory=set)
    out: list[str] = field(default_factory=list)

    def passage(self, start: int, end: int) -> None:
        """The words themselves."""
        self.out.append(escape(self.text[start:end]))

    def open(self, mark: Any) -> None:
        """Begin a mark, or go on with one that was interrupted: only its beginning has the name and the tag."""
        first = mark.number not in self.begun
        self.begun |= {mark.number}
        is_long = mark.end - mark.start > LONG or "\n\n" in self.text[mark.start : mark.end]
        classes = f"found found-{mark.family}{' found-long' if is_long else ''}{' found-unsure' if mark.unsure else ''}"
        name = f' id="f-{mark.number}" tabindex="-1"' if first else ""
        self.out.append(f'<mark class="{classes}" data-f="{mark.number}"{name}>')
        if first:
            doubt = '<span class="visually-hidden">, perhaps</span>?' if mark.unsure else ""
            self.out.append(
                f'<a class="found-tag" href="#r-{mark.targets[0]}" data-f="{mark.number}">'
                f"{mark.number} {escape(mark.label)}{doubt}</a>"
            )

    def close(self) -> None:
        """End the innermost mark."""
        self.out.append("</mark>")


def marked(text: str, marks: Sequence[Any] = (), folds: Sequence[Any] = ()) -> SafeString:
    """The text as markup. ``marks`` have ``number``, ``start``, ``end`` (offsets into the text), ``label``,
    ``family``, ``targets`` and ``unsure``; ``folds`` have ``start``, ``end`` and ``label`` and don't overlap.

    A fold in which something is marked stands open.
    """
    writer = _Writer(text)
    placed = [mark for mark in marks if 0 <= mark.start < mark.end <= len(text)]
    for region in _regions(len(text), folds):
        inside = [mark for mark in placed if mark.start < region.end and mark.end > region.start]
        if region.label:
            shown = " open" if any(region.start <= mark.start for mark in inside) else ""
            writer.out.append(f'<details class="apart"{shown}><summary>{escape(region.label)}</summary>')
        _write(writer, region, inside)
        if region.label:
            writer.out.append("</details>")
    return mark_safe("".join(writer.out))  # noqa: S308 - every word of the letter went through escape


def _regions(length: int, folds: Iterable[Any]) -> Iterator[_Region]:
    at = 0
    for fold in folds:
        start, end = max(fold.start, at), min(fold.end, length)
        if start >= end:
            continue
        if at < start:
            yield _Region(at, start)
        yield _Region(start, end, fold.label)
        at = end
    if at < length:
        yield _Region(at, length)


def _write(writer: _Writer, region: _Region, marks: Sequence[Any]) -> None:
    """One region. Where a mark ends inside a later one, the later one is closed before it and goes on after it."""
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.number))
    open_marks: list[Any] = []
    at = region.start
    while at < region.end:
        while waiting and waiting[0].start <= at:
            mark = waiting.pop(0)
            open_marks.append(mark)
            writer.open(mark)
        stops = [mark.end for mark in open_marks] + [mark.start for mark in waiting[:1]] + [region.end]
        upto = min(stops)
        writer.passage(at, upto)
        at = upto
        _end(writer, open_marks, at)
    for _ in open_marks:
        writer.close()


def _end(writer: _Writer, open_marks: list[Any], at: int) -> None:
    ended = [place for place, mark in enumerate(open_marks) if mark.end <= at]
    if not ended:
        return
    interrupted = open_marks[ended[0] :]
    for _ in interrupted:
        writer.close()
    go_on = [mark for mark in interrupted if mark.end > at]
    open_marks[ended[0] :] = go_on
    for mark in go_on:
        writer.open(mark)
