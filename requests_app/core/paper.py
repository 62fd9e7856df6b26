"""A document to print: headings, paragraphs, tables. What makes PDF, Word files and plain text of it is elsewhere.

Every text in it comes from people, authorities included, and is made printable here: nothing of it is ever taken for
markup, control characters and those that turn the direction of reading are left out, and what was left out is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

LONGEST_WORD = 40
"""Characters of a word that stays whole. A longer one may be broken, so that no line runs off the page."""

MAY_BREAK = "\u200b"

_TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_KEPT = {"\n", "\u200c", "\u200d", "\u200e", "\u200f"}
_LEFT_OUT_CATEGORIES = {"Cc", "Cs", "Co", "Cn"}
_LONG = re.compile(rf"[^\s{MAY_BREAK}]{{{LONGEST_WORD + 1},}}")
_PIECE = re.compile(r".{12}(?=.)")
_COLUMNS = re.compile(r"\S {3,}\S|\S *\t *\S")
_RIGHT_TO_LEFT = {"R", "AL"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2 or 3. ``listed``: it stands in the contents."""

    text: str
    level: int = 1
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """Running text: paragraphs with an empty line between them, their lines kept. ``quoted``: somebody's own words."""

    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with their values, such as the headers of a message."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """A table with a heading for each column; ``widths`` are the columns' shares of the width."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """A list, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Heading | Words | Pairs | Rows | Points | NewPage


@dataclass(frozen=True)
class Paper:
    """A whole document. ``contents``: a page of contents follows what stands before the first heading."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    running: str = ""
    contents: bool = False
    opening: tuple[Block, ...] = field(default_factory=tuple)


def printable(text: str) -> str:
    """The text without what can't be printed: control characters, and those that turn the direction of reading."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    plain = plain.replace("\x0c", "\n").replace("\x0b", "\n").replace("\ufeff", "")
    if plain.isascii() and plain.isprintable():
        return plain
    return "".join(_kept(plain))


def _kept(text: str) -> Iterator[str]:
    for letter in text:
        if letter == "\t" or _stays(letter):
            yield letter


def _stays(letter: str) -> bool:
    if letter in _KEPT:
        return True
    return letter not in _TURNS and unicodedata.category(letter) not in _LEFT_OUT_CATEGORIES


def left_out(text: str) -> str:
    """What ``printable`` leaves out, in words; empty where nothing is."""
    found = Counter(
        letter for letter in text if letter not in "\r\t\n\x0b\x0c\u2028\u2029\ufeff" and not _stays(letter)
    )
    if not found:
        return ""
    named = [
        f"{_named(letter)} ({times})" if times > 1 else _named(letter)
        for letter, times in found.most_common(6)
    ]
    more = f" and {len(found) - 6} more" if len(found) > 6 else ""
    return f"Characters that can't be printed are left out here: {', '.join(named)}{more}."


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "").lower()
    return f"U+{ord(letter):04X}{f' {name}' if name else ''}"


def breakable(text: str) -> str:
    """The text with places at which words longer than a line may be broken; they have no width."""
    return _LONG.sub(lambda found: _PIECE.sub(lambda piece: piece[0] + MAY_BREAK, found[0]), text)


def paragraphs(text: str) -> Iterator[list[str]]:
    """The paragraphs of a text, each as its lines."""
    lines: list[str] = []
    for line in printable(text).split("\n"):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def in_columns(lines: Sequence[str]) -> bool:
    """Whether these lines are a table made with spaces, which only letters of one width keep in line."""
    return sum(bool(_COLUMNS.search(line.strip())) for line in lines) > 1


def from_the_right(text: str) -> bool:
    """Whether a text is read from the right: its first letter says so."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction == "L" or direction in _RIGHT_TO_LEFT:
            return direction != "L"
    return False


def as_text(blocks: Iterable[Block]) -> str:
    """The blocks as plain text, for a file that anything can open."""
    return "\n\n".join(piece for block in blocks if (piece := _as_text(block))) + "\n"


def _as_text(block: Block) -> str:
    match block:
        case Heading(text, level):
            name = printable(text)
            return f"{name}\n{'=-~'[min(level, 3) - 1] * min(len(name), 78)}"
        case Words(text):
            return printable(text).strip("\n")
        case Pairs(rows):
            return "\n".join(f"{printable(name)}: {_indented(value)}" for name, value in rows)
        case Points(items, numbered):
            return "\n".join(
                f"{f'{number}.' if numbered else '-'} {_indented(item)}"
                for number, item in enumerate(items, start=1)
            )
        case Rows(columns, rows):
            return "\n\n".join(
                "\n".join(
                    f"{column}: {_indented(cell)}" for column, cell in zip(columns, row, strict=True) if cell
                )
                for row in rows
            )
        case NewPage():
            return ""


def _indented(text: str) -> str:
    return printable(text).strip().replace("\n", "\n  ")
