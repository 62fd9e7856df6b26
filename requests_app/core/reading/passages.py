"""Sentences that know where they stand: what offers, estimates, publishes or gives a right is read from these.

A sentence may wrap over lines; it never runs over an empty line, nor from one paragraph into the next where a
page prints each paragraph as one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.cues import holds
from requests_app.core.reading.lines import Line, Source, wrap_width
from requests_app.core.reading.memory import kept
from requests_app.core.reading.paragraphs import is_row

LONGEST = 1_500  # characters; what goes on longer without a full stop is cut there
# A full stop ends no sentence within a number, an address or after a shortened word.
_END = re.compile(
    r"[.?!]+[\"')\]]*(?=\s|$)(?<!\bs\.)(?<!\bss\.)(?<!\bno\.)(?<!\bNo\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bapprox\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bDr\.)"
)


_SPACE = re.compile(r"[^\S ]")
_LINKS = ("http", "www.", "@")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence: ``text`` for matching, with line breaks as spaces; offsets are those of the source."""

    text: str
    start: int
    end: int
    paragraph: int

    @property
    def low(self) -> str:
        """``text`` in lower case."""
        return self.text.lower()

    def printed(self, source: Source) -> str:
        """The sentence as printed, on one line."""
        return source.printed(self.start, self.end)


def passages_of(source: Source, lines: Sequence[Line]) -> list[Passage]:
    """The sentences of the lines, in order. Rows of tables hold none."""
    return [
        Passage(body, start + at, start + at + len(body), number)
        for number, (start, end) in enumerate(_paragraphs(lines))
        for body, at in _sentences(source.text[start:end])
    ]


@kept
def _sentences(paragraph: str) -> tuple[tuple[str, int], ...]:
    """The sentences of a paragraph and where in it they begin."""
    text = _SPACE.sub(" ", paragraph)
    out: list[tuple[str, int]] = []
    at = 0
    while at < len(text):
        stop = _END.search(text, at, at + LONGEST)
        until = stop.end() if stop else min(len(text), at + LONGEST)
        lead = len(text[at:until]) - len(text[at:until].lstrip())
        body = text[at:until].strip()
        if body:
            out.append((body, at + lead))
        at = until
    return tuple(out)


def _paragraphs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Neighbouring lines as one paragraph where they are wrapped, each line as its own where they are not."""
    wrapped = wrap_width(lines) > 0
    out: list[tuple[int, int]] = []
    for line in lines:
        if is_row(line) and not holds(line.text.lower(), _LINKS):
            continue
        near = bool(out) and line.start - out[-1][1] <= 4
        if near and not line.gap and wrapped:
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.at, line.end))
    return out


def joined(source: Source, passages: Sequence[Passage]) -> tuple[str, int, int]:
    """Neighbouring sentences as one text, with its place."""
    start, end = passages[0].start, passages[-1].end
    return source.printed(start, end), start, end


def runs(passages: Sequence[Passage], chosen: Sequence[bool], *, apart: int = 0) -> list[list[Passage]]:
    """The chosen sentences, those of one paragraph that follow each other (or stand at most ``apart`` sentences
    apart) together, with what stands between them.
    """
    out: list[list[Passage]] = []
    last = -10
    for place, (passage, wanted) in enumerate(zip(passages, chosen, strict=True)):
        if not wanted:
            continue
        joins = bool(out) and place - last - 1 <= apart and passage.paragraph == out[-1][-1].paragraph
        if joins:
            out[-1].extend(passages[last + 1 : place + 1])
        else:
            out.append([passage])
        last = place
    return out
