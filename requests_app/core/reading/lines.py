"""Text as lines that know where they stand, so that every finding can be shown in the original.

Invisible and typographic characters are replaced one for one: a position in the normalised text is the
same position in the text that was given, and no map between the two is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_INVISIBLE = (
    [code for code in range(0x20) if chr(code) not in "\t\n\r\f"]
    + list(range(0x7F, 0xA0))
    + [0xAD, 0x61C, 0x180E, 0xFEFF]
    + list(range(0x200B, 0x2010))
    + list(range(0x2028, 0x202F))
    + list(range(0x2060, 0x2070))
    + list(range(0xD800, 0xE000))
)
# What is shown to people: nothing invisible, nothing that turns the direction of the text, spaces as spaces.
_PLAIN = dict.fromkeys(_INVISIBLE, " ") | {ord(space): " " for space in _SPACES}
# What patterns are matched against: also one kind of dash, quotation mark and bullet.
_MATCHABLE = (
    _PLAIN
    | {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
    | {ord(quote): "'" for quote in "\u2018\u2019\u201a\u201b\u2032`\u00b4"}
    | {ord(quote): '"' for quote in "\u201c\u201d\u201e\u201f\u2033"}
    | {
        ord(bullet): "\u2022"
        for bullet in "\u00b7\u2023\u2043\u204c\u204d\u2219\u25aa\u25ab\u25cf\u25cb\u25e6\uf0b7\uf0a7"
    }
)
MOST_PASSES = 40
WORD = re.compile(r"[a-z0-9]+")
_LINE = re.compile(r"[^\r\n\f]+")
_PIECES = re.compile(r"\S {3,}\S")
_ONE_LINE = dict.fromkeys(map(ord, "\r\n\f"), " ")
_BROKEN = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a piece of one. ``text`` is for matching, ``start`` and ``end`` are offsets; ``body`` is the text without
    the space around it, ``at`` where its first printed character stands.
    """

    text: str
    start: int
    end: int
    gap: bool = False  # an empty line stands before it
    body: str = field(init=False, repr=False, compare=False)
    at: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for thousands of times in a reading.
        left = self.text.lstrip()
        object.__setattr__(self, "body", left.rstrip())
        object.__setattr__(self, "at", self.start + len(self.text) - len(left))


@dataclass(frozen=True, slots=True)
class Source:
    """A text in the two forms that readers need; both are as long as what was given."""

    plain: str
    text: str
    low: str = field(init=False, repr=False, compare=False)  # ``text`` in lower case

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", lower(self.text))

    def printed(self, start: int, end: int) -> str:
        """What stands between two offsets, on one line."""
        return squeeze(self.plain[start:end])

    def joined(self, lines: Iterable[Line]) -> str:
        """The lines as one paragraph, as printed."""
        return squeeze(" ".join(self.plain[line.start : line.end] for line in lines))

    def stacked(self, lines: Sequence[Line]) -> str:
        """The lines below each other, empty lines between paragraphs kept as one."""
        out: list[str] = []
        for line in lines:
            if line.gap and out:
                out.append("")
            printed = self.plain[line.start : line.end].strip()
            broken = "\n" in printed or "\r" in printed
            out.append(
                " ".join(piece.strip(" \t") for piece in _BROKEN.split(printed)) if broken else printed
            )
        return "\n".join(out)

    def piece(self, start: int, end: int, *, gap: bool = False) -> Line:
        """A part of a line, as a line of its own; a break within it is a space."""
        text = self.text[start:end]
        if "\n" in text or "\r" in text or "\f" in text:
            text = text.translate(_ONE_LINE)
        return Line(text, start, end, gap)


def lower(text: str) -> str:
    """The text in lower case, character for character: one letter there is becomes two otherwise."""
    low = text.lower()
    return low if len(low) == len(text) else text.replace("\u0130", "I").lower()


def source_of(text: str) -> Source:
    """The text made fit for reading, character for character."""
    there = set(map(ord, set(text)))
    return Source(plain=_replaced(text, _PLAIN, there), text=_replaced(text, _MATCHABLE, there))


def _replaced(text: str, table: Mapping[int, str], there: set[int]) -> str:
    """The text translated, one pass for each character of the table that is there: seldom more than a few."""
    found = table.keys() & there
    if len(found) > MOST_PASSES:
        return text.translate(table)
    for code in found:
        text = text.replace(chr(code), table[code])
    return text


def lines_of(source: Source) -> list[Line]:
    """The lines that hold something; each says whether an empty line stands before it."""
    lines: list[Line] = []
    last_end = 0
    for match in _LINE.finditer(source.text):
        if not match[0].strip():
            continue
        breaks = source.text[last_end : match.start()]
        gap = breaks != "\n" and _newlines(breaks) > 1
        lines.append(Line(match[0], match.start(), match.end(), gap))
        last_end = match.end()
    return lines


def _newlines(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def in_pieces(line: Line) -> bool:
    """Whether three spaces or more divide the line."""
    return "   " in line.body and _PIECES.search(line.body) is not None


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a mail program or page broke the lines, or 0 when every line is a paragraph: long lines that
    were broken seldom end a sentence.
    """
    texts = [line.text.rstrip() for line in lines if not in_pieces(line)]
    longest = max(map(len, texts), default=0)
    if longest > 130 or longest < 50:
        return 0
    near = [text for text in texts if len(text) > longest - 15]
    broken = sum(text[-1] not in ".?!:;" for text in near)
    return longest if len(near) > 3 and broken * 2 >= len(near) else 0


def squeeze(text: str) -> str:
    """The text on one line with single spaces."""
    return " ".join(text.split())


def words_of(text: str) -> list[str]:
    """Lower-case words and numbers, the form in which two printings of a question are compared."""
    return WORD.findall(text.lower())


def outside(lines: Iterable[Line], spans: Iterable[tuple[int, int]]) -> list[Line]:
    """The lines that begin within none of the spans, which may overlap and stand in any order."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        starts.append(start)
        ends.append(max(end, ends[-1]) if ends else end)
    out = []
    for line in lines:
        before = bisect_right(starts, line.at)
        if not before or ends[before - 1] <= line.at:
            out.append(line)
    return out
