"""The labels authorities and requesters put before questions and parts, and what follows what.

``1.`` ``1)`` ``(1)`` ``1 -`` ``1/`` ``Q1`` ``Question 1a.`` ``Request 1`` ``A)`` ``(i)`` ``•`` ``Secondly``:
a label has a kind, a style and a place in its order; whether it names a question or a part is decided where
the list as a whole is known (``questions``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.memory import kept


class Kind(StrEnum):
    """What a label is made of."""

    WORD = "word"
    NUMBER = "number"
    CAPITAL = "capital"
    LETTER = "letter"
    ROMAN = "roman"
    BULLET = "bullet"
    DOTTED = "dotted"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a line. ``order`` counts from 1 (0 for bullets); ``part`` is the letter
    of "Question 1a"; ``length`` is how many characters it takes, the space after it included.
    """

    kind: Kind
    printed: str
    style: str
    order: int
    length: int
    part: str = ""


ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORD = Folded(
    r"(?P<printed>(?P<word>question|request|query|point|item|part|q)\.?\s{0,3}(?:no\.?\s?)?(?P<number>\d{1,2}|(?<=q)[a-z](?=\s?[-.):]))(?P<part>[a-h]?)\)?)(?P<end>\s{0,3}[.):/-]{1,2}(?:\s|$|(?=[A-Za-z]))|\s+(?=\S)|$)",
)
_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<number>\d{1,2})(?P<part>[a-h]?)(?P<end>\.\)|[.)/:]|\s?-(?=\s)|-(?=[A-Z]))(?P<space>\s+|(?=[A-Za-z\"'(])|$)"
)
_PARTED = Folded(
    r"(?P<word>q(?:uestion)?\.?\s?)?(?P<number>\d{1,2})(?:\s?\(|\.\(?)(?P<part>[a-h])\)\s*[.:-]?\s+(?=\S)(?!(?:and|&|to)\b)",
)
_DOTTED = re.compile(r"(?P<printed>\d{1,2}\.(?P<part>\d{1,2}))\.?(?:\s+(?=[A-Z\"'])|\s{2,}(?=[a-z]))")
_MOST = 60  # the highest number that labels a question
_LETTER = re.compile(
    r"(?P<open>\(?)(?P<letter>[A-Za-z]|[ivxIVX]{2,5})(?P<end>[.)]|\s?-(?=\s)|/(?=\s))(?P<space>\s+|(?=[A-Z\"'])|$)"
)
_BULLET = re.compile(
    r"(?P<printed>[\u2022\u25e6\u25aa\u25ab\u25a0\u25cf\u25cb\u2023\u2043\u00b7*>o-]|-{1,2}>|--|\uf0d8|\uf0b7)\s+(?=\S)|(?P<tight>[\u2022\u2013])(?=\S)|(?P<dash>-)(?=[A-Z][a-z])"
)
# "Question" above every question, "Response" above every answer.
_BARE = Folded(r"(?:question|request)\s*:?$")
_BARE_LED = Folded(r"(?:question|request|query|q)\s*:\s+(?=\S)(?!\S*\d)")
_CASE = Folded(r"(?:case|request)\s+ref(?:erence)?\.?:?\s+(?P<printed>[A-Z]{2,5}[-/]\d[\w/-]{4,20})\s*$")
_ORDINAL = Folded(
    r"(?P<printed>(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth)ly|finally|lastly)\b[,:]?\s+",
)


@kept
def label_at(text: str) -> Label | None:
    """The label with which the text begins, or ``None``. The text must begin with a printed character."""
    return (
        _case_label(text)
        or _parted_label(text)
        or _word_label(text)
        or _number_label(text)
        or _letter_label(text)
        or _ordinal_label(text)
        or _bullet_label(text)
    )


def _case_label(text: str) -> Label | None:
    """Several requests answered together, each under its own case reference: that is its label."""
    bare = _BARE.match(text) if len(text) < 12 else _BARE_LED.match(text)
    if bare:
        return Label(Kind.WORD, "", "bare", 0, bare.end())
    match = _CASE.match(text) if len(text) < 80 else None
    return Label(Kind.WORD, match["printed"], "case", 0, match.end()) if match else None


def _parted_label(text: str) -> Label | None:
    """A question's number with its part: "1(a)", "Q1 b)", "2.c."; and "1.1", the first part of question 1."""
    match = _PARTED.match(text)
    if match and 0 < int(match["number"]) <= _MOST:
        kind = Kind.WORD if match["word"] else Kind.NUMBER
        style = "q" if match["word"] else "parted"
        printed = f"{match['word'] or ''}{match['number']}"
        return Label(kind, printed, style, int(match["number"]), match.end(), match["part"].lower())
    dotted = _DOTTED.match(text)
    if dotted is None or not 0 < int(dotted["part"]) <= _MOST:
        return None
    printed = dotted["printed"]
    return Label(Kind.DOTTED, printed, "dotted", int(dotted["part"]), dotted.end())


def _word_label(text: str) -> Label | None:
    match = _WORD.match(text)
    if match is None:
        return None
    number = match["number"]
    order = int(number) if number.isdigit() else ord(number.lower()) - 96
    return Label(
        Kind.WORD,
        match["printed"].rstrip(")"),
        match["word"].lower(),
        order,
        match.end(),
        match["part"].lower(),
    )


def _number_label(text: str) -> Label | None:
    match = _NUMBER.match(text)
    if match is None or not 0 < int(match["number"]) <= _MOST:
        return None
    if match["open"] and ")" not in match["end"]:
        return None
    style = match["open"] + match["end"].strip()
    printed = text[: match.end("end")].strip()
    return Label(
        Kind.NUMBER,
        printed.removesuffix(".") if style == "." else printed,
        style,
        int(match["number"]),
        match.end(),
        match["part"],
    )


def _letter_label(text: str) -> Label | None:
    match = _LETTER.match(text)
    if match is None or (match["open"] and ")" not in match["end"]):
        return None
    letter = match["letter"]
    style = match["open"] + match["end"].strip()
    if letter.lower() in ROMANS and (len(letter) > 1 or letter in "ivxIVX"):
        return Label(Kind.ROMAN, match[0].strip(), style, ROMANS.index(letter.lower()) + 1, match.end())
    if len(letter) > 1:
        return None
    kind = Kind.CAPITAL if letter.isupper() else Kind.LETTER
    # A capital is the question's name ("Question A"), the bracket only sets it off.
    printed = letter if kind is Kind.CAPITAL else match[0].strip()
    return Label(kind, printed, style, ord(letter.lower()) - 96, match.end())


def _bullet_label(text: str) -> Label | None:
    match = _BULLET.match(text)
    if match is None:
        return None
    printed = match["printed"] or match["tight"] or match["dash"]
    return Label(Kind.BULLET, printed, printed, 0, match.end())


def _ordinal_label(text: str) -> Label | None:
    match = _ORDINAL.match(text)
    if match is None:
        return None
    word = (match["word"] or "").lower()
    return Label(Kind.ORDINAL, match["printed"], "ly", ORDINALS.index(word) + 1 if word else 99, match.end())


def as_letter(label: Label) -> Label:
    """The label read as a letter: "i)" between "h)" and "j)", "v." in a lettered list."""
    bare = label.printed.strip("(). /-")
    kind = Kind.CAPITAL if bare.isupper() else Kind.LETTER
    return (
        Label(kind, label.printed, label.style, ord(bare.lower()) - 96, label.length)
        if len(bare) == 1
        else label
    )


_INLINE_NUMBER = re.compile(
    r"(?:(?<=[.?!;:,])\s{1,12}(?:(?=[Qq]\d{1,2}[.):-]))|(?<=[.?!;:,])\s{1,12}|\s{2,12}|(?<=\S)\s(?=\(|\d{1,2}[.)]\s[A-Za-z]))(?=\(?(?:[Qq]\.?\s?)?(\d{1,2})(\.\)|[.)]|\s?-\s)\s{0,12}[A-Za-z\"'(])"
)
_INLINE_PART = Folded(
    r"(?:^|(?<=[\s,;:]))(?:(?P<open>\(?)(?P<letter>[a-hivx]{1,4})\)\s{0,12}|(?P<roman>i{1,3}|iv|v)\.\s{1,12})(?=\S)",
)


_NOTES = Folded(r"^\s*(?:foot)?notes?\b")


def split_inline(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, with "1. ... 2. ... 3. ..." in one line broken before every label that continues the list."""
    out: list[Line] = []
    last: Label | None = None
    for line in lines:
        pieces = [line] if len(line.text) < 12 or _NOTES.match(line.text) else _split_line(source, line, last)
        for piece in pieces:
            label = label_at(piece.body)
            if label is not None and (label.kind is Kind.NUMBER or label.style == "q"):
                last = label
        out.extend(pieces)
    return out


_MAYBE = re.compile(r"\d{1,2}(?:\)|\.(?!\d)|\s?-\s)")


@kept
def _inline_numbers(text: str) -> tuple[int, ...]:
    """Where numbers may stand that begin an item in the middle of a line."""
    return tuple(match.end() for match in _INLINE_NUMBER.finditer(text)) if _MAYBE.search(text, 2) else ()


def _split_line(source: Source, line: Line, last: Label | None) -> list[Line]:
    if not _inline_numbers(line.text):
        return [line]
    first = label_at(line.body)
    numbered = first is not None and (first.kind is Kind.NUMBER or first.style == "q")
    expected = first.order if numbered and first is not None else (last.order if last else 0)
    style = first.style if numbered and first is not None else (last.style if last else "")
    cuts: list[int] = []
    for at in _inline_numbers(line.text):
        label = label_at(line.text[at : at + 16].lstrip())
        if label is None or label.order != expected + 1 or (style and label.style != style):
            continue
        cuts.append(line.start + at)
        expected, style = label.order, label.style
    if not cuts or (not numbered and last is None and len(cuts) < 2):
        return [line]
    bounds = [line.start, *cuts, line.end]
    return [
        source.piece(start, stop, gap=line.gap and start == line.start)
        for start, stop in pairwise(bounds)
        if source.text[start:stop].strip()
    ]


@dataclass(frozen=True, slots=True)
class InlinePart:
    """A part whose label stands inside a sentence."""

    label: str
    order: int
    start: int
    end: int


_JOINING = frozenset({"", "and", "or", "&", "to", "and/or"})


def inline_parts(text: str) -> list[InlinePart]:
    """Parts labelled inside a sentence: "(a) ..., (b) ..." or "i) ..., ii) ..."; offsets within the text.

    A run counts when it has two labels or more that follow each other, from the first or, where the first
    part has lost its label, from the second.
    """
    found: list[tuple[int, re.Match[str]]] = []
    style = ""
    for match in _INLINE_PART.finditer(text):
        letter = (match["letter"] or match["roman"]).lower()
        expected = found[-1][0] + 1 if found else 0
        order = _inline_order(letter, expected, roman=style == "roman")
        if order is None or (found and order != expected):
            continue
        if not found:
            style = "roman" if letter in ("i", "ii") else "letter"
        found.append((order, match))
    if len(found) < 2:
        return []
    ends = [match.start() for _, match in found[1:]] + [len(text)]
    if any(
        text[match.end() : end].strip(" ,;").lower() in _JOINING
        for (_, match), end in zip(found, ends, strict=True)
    ):
        return []  # "of those in (a) and (b)"
    return [
        InlinePart(text[match.start() : match.end()].strip(), order, match.end(), end)
        for (order, match), end in zip(found, ends, strict=True)
    ]


def _inline_order(letter: str, expected: int, *, roman: bool) -> int | None:
    if expected:
        if roman:
            return ROMANS.index(letter) + 1 if letter in ROMANS else None
        return ord(letter) - 96 if len(letter) == 1 else None
    return {"a": 1, "b": 2, "i": 1, "ii": 2}.get(letter)
