"""One question while it is being read: its text, its parts, and the line at which it has ended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, Label, inline_parts
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.outcomes import is_formula
from requests_app.core.reading.records import PartRead, QuestionRead
from requests_app.core.reading.wording import EXAMPLE_LEAD, PERIOD, asks, courtesy, depends


@dataclass(slots=True)
class Found:
    """A question with its place in the text. ``order`` is the number its label gives it, 0 without label."""

    read: QuestionRead
    label: Label | None
    start: int
    end: int
    rest: list[Line] = field(default_factory=list)  # lines under it that are no part of it
    parted: list[tuple[str, list[Line]]] = field(
        default_factory=list
    )  # of these, what stands under each part

    @property
    def order(self) -> int:
        """The number the label gives it."""
        return self.label.order if self.label else 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the label it begins with."""

    line: Line
    label: Label | None
    apart: bool = False  # a sentence of a paragraph that asks by itself

    @property
    def rest(self) -> str:
        """The text without its label."""
        body = self.line.body
        return body[self.label.length :].strip() if self.label else body


@dataclass(slots=True)
class _Part:
    label: str
    kind: Kind | None
    lines: list[Line]


# "For each of the following offences:" - the list says of what, and asks for nothing more.
_OF_KINDS = Folded(
    r"\b(?:each|any|all|every|one) of the following(?!\s*(?:questions?|points?|items?)?\s*:)\b"
)
# "Of these, how many were": the sentence goes on in each part.
_UNFINISHED = Folded(
    r"\b(?:were|was|are|is|by|of|for|about|in|had|have|involved|concerned|led to|resulted in|because of)$",
)
_LETTERED = re.compile(r"(\d)[a-h]\b")  # "1a" labels question 1 with its part a
_HEADING_WORDS = 6
_LABEL_MARKS = " ().[]-/:"
_ANSWERED_ALONE = frozenset({Kind.LETTER, Kind.ROMAN, Kind.NUMBER, Kind.DOTTED})


def unquoted(text: str) -> str:
    """The text without quotation marks that stand around the whole, at its beginning or at its end alone."""
    if len(text) > 2 and text[0] == text[-1] and text[0] in "*_":
        text = text.strip("*_ ")
    opening = text != "" and text[0] in "\"'\u201c\u2018"
    inner = text[1:] if opening and text.count(text[0]) < 3 else text
    if opening and inner.endswith(text[0]):
        inner = inner[:-1]
    if not inner.count("\u201c"):
        inner = inner.rstrip("\u201d") if inner is text else inner.rstrip("\u201d\u2019")
    return inner[:-1] if inner.endswith('"') and inner.count('"') == 1 else inner


class Builder:
    """Collects the lines of one question until something stands there that is no part of it. With ``pairs``
    the question is followed by its answer, and less is taken. ``width`` is that of wrapped lines, 0 for none.
    """

    def __init__(self, source: Source, first: Line, *, pairs: bool, width: int) -> None:
        self.source = source
        self.pairs = pairs
        self.width = width
        self.text: list[Line] = [first] if first.body else []
        self.parts: list[_Part] = []
        self.rest: list[Line] = []
        self.orders: dict[Kind, int] = {}  # the last part of each kind of label
        self.asked = 0  # where the question ends before its first answer, when parts stand between answers
        self.last = first
        self.closed = False  # text stands below the parts
        self.paused = False  # a remark that is no part of the question stands below it

    def first_part(self, label: Label) -> None:
        """The question begins with its first part: "1. a) ..." ."""
        self.parts.append(_Part(label.part or label.printed, label.kind, list(self.text)))
        self._count(label)

    def _count(self, label: Label) -> None:
        """Remember the label's place in its list; a list within a list begins anew under each item."""
        if label.kind is not Kind.ROMAN:
            self.orders.pop(Kind.ROMAN, None)
        self.orders[label.kind] = ord(label.part) - 96 if label.part else label.order

    def take(self, row: Row, *, middle: bool = False) -> bool:
        """Take the row as part of the question; false when the question has ended before it. ``middle`` says
        that another labelled question follows, so that what stands between belongs to this one.
        """
        line = row.line
        if row.label is not None and row.label.kind is not Kind.ORDINAL:
            if not self._is_part(row):
                return False
            self._add_part(row.label, line)
        elif self.continues(line):
            (self.parts[-1].lines if self.parts and not self.closed else self.text).append(line)
        elif self.in_list(line):
            self.parts.append(_Part("", None, [line]))
        elif self._belongs(line, middle=middle):
            self.text.append(line)
            self.closed = bool(self.parts)
        else:
            return False
        self.last = line
        return True

    def take_part(self, row: Row) -> None:
        """Take a row that is known to be a part of the question."""
        if row.label is not None:
            self._add_part(row.label, row.line)
        self.last = row.line

    def _add_part(self, label: Label, line: Line) -> None:
        printed = label.part or (
            label.printed if label.kind is Kind.BULLET else label.printed.removesuffix(".")
        )
        self.parts.append(_Part(printed, label.kind, [self.source.piece(line.at + label.length, line.end)]))
        self._count(label)
        self.closed = False

    def _belongs(self, line: Line, *, middle: bool) -> bool:
        if depends(line.body) and not (self.pairs and (line.gap or is_formula(line.body))):
            return True
        if middle and not self.pairs:
            return True
        flat = self._flat()
        if (
            self.pairs
            and not (self.parts or asks(flat))
            and len(flat.split()) < _HEADING_WORDS
            and asks(line.body)
        ):
            return self._flat().strip()[-1:].isalnum()  # a heading, and the question below it
        return not (self.pairs or line.gap or asks(line.body) or courtesy(line.body))

    def _is_part(self, row: Row) -> bool:
        label = row.label
        if label is None or label.kind is Kind.WORD:
            return False
        last = self.orders.get(label.kind, 0)
        if not self.pairs:
            # Below an empty line a number that begins no list and goes on with none is the letter's, not the question's.
            return label.kind is not Kind.NUMBER or not row.line.gap or label.order in (1, last + 1)
        if len(inline_parts(self._flat())) > 1:
            return False
        ordered = label.order == last + 1 or (label.kind is Kind.BULLET and self._led())
        led = self._led() or self._goes_on_in(row.rest)
        return ordered and (led or asks(row.rest) or bool(self.parts))

    def _led(self) -> bool:
        if self.parts or not self.text:
            return bool(self.parts)
        return self.text[-1].body.endswith((":", "-"))

    def _goes_on_in(self, item: str) -> bool:
        """Whether the question is a sentence that goes on in its parts, and this is one and no answer."""
        unfinished = bool(self.text) and _UNFINISHED.search(self.text[-1].body) is not None
        return unfinished and not (item.endswith(".") or item[:1].isdigit() or is_formula(item))

    def _flat(self) -> str:
        prefix = f"{self.parts[0].label} " if self.parts and self.parts[0].kind is not None else ""
        return prefix + " ".join(line.text for line in self.text)

    def continues(self, line: Line) -> bool:
        """Whether the line is the same paragraph wrapped by a mail program or a page."""
        last = self.last.body
        if line.gap or not last:
            return not last
        if self.listing():
            return False
        if line.body[:1].islower() or last[-1] in ",&(":
            return True
        if not self.width or last[-1] in ".?!:;":
            return False
        return len(self.last.text.rstrip()) + 1 + len(line.body.split(" ", 1)[0]) > self.width - 3

    def answered_parts(self, rows: Sequence[Row]) -> list[tuple[str, list[Line]]]:
        """Parts that stand between answers: "a) How many? 231 b) How many upheld? 45". They become the question's own,
        and the lines under each come back by its letter; nothing where no other part follows.
        """
        if not self.parts or self.parts[-1].kind not in _ANSWERED_ALONE:
            return []
        kind = self.parts[-1].kind
        unfinished = bool(self.text) and _UNFINISHED.search(self.text[-1].body) is not None
        self.asked = self.parts[-1].lines[-1].end
        out: list[tuple[str, list[Line]]] = [(self.parts[-1].label.strip(_LABEL_MARKS), [])]
        for row in rows:
            label = row.label
            follows = label is not None and label.kind is kind and label.order == self.orders.get(kind, 0) + 1
            if label and follows and (unfinished or asks(row.rest) or row.rest.endswith("?")):
                self._add_part(label, row.line)
                out.append((self.parts[-1].label.strip(_LABEL_MARKS), []))
            else:
                out[-1][1].append(row.line)
        self.asked = self.asked if len(out) > 1 else 0
        return out if len(out) > 1 else []

    def listing(self) -> bool:
        """Whether the last line was an item of a list in one sentence: the next is another item."""
        return self.last.body.endswith((";", "; and", ";and", "; or"))

    def in_list(self, line: Line) -> bool:
        """Whether the line is an unlabelled part: short, below a colon or below another such part."""
        ends = "?!:" if self.listing() else ".?!:"  # the last item of "a; b; and c." has a full stop
        if len(line.body) > 70 or line.body[-1] in ends or PERIOD.match(line.body) or self.paused:
            return False
        if self.parts:
            return not self.closed and not line.gap and self.parts[-1].label == ""
        return (
            self.last.body.endswith(":")
            and not EXAMPLE_LEAD.search(self.last.body)
            and not _OF_KINDS.search(self._flat())
        )

    def found(self, label: Label | None, start: int) -> Found:
        """The question as read."""
        self._demote_bullets()
        text = unquoted(self.source.joined(sorted(self.text, key=lambda line: line.start)))
        parts = tuple(self._read(part) for part in self.parts)
        if len(parts) < 2:
            parts = self._inline() or parts
        lines = [*self.text, *(line for part in self.parts for line in part.lines)]
        end = self.asked or max((line.end for line in lines), default=start)
        if parts and len(text.split()) < _HEADING_WORDS and not text.endswith("?"):
            # A heading asks nothing: the question is what is printed below it, too.
            text = " ".join([text, *(f"{part.label} {part.text}" for part in parts)]).strip()
        printed = (_LETTERED.sub(r"\1", label.printed) if label.part else label.printed) if label else ""
        read = QuestionRead(printed, text, parts, start, end, 0.9 if label else 0.65)
        return Found(read, label, start, end, self.rest)

    def _read(self, part: _Part) -> PartRead:
        lines = part.lines
        return PartRead(part.label, self.source.joined(lines), lines[0].at, lines[-1].end)

    def _inline(self) -> tuple[PartRead, ...]:
        """The parts labelled inside the question's sentences."""
        flat = self._flat()
        inline = inline_parts(flat)
        if not inline:
            return ()
        lead = len(flat) - len(" ".join(line.text for line in self.text))
        places = list(accumulate((len(line.text) + 1 for line in self.text[:-1]), initial=lead))

        def offset(at: int) -> int:
            place = max((number for number, begin in enumerate(places) if begin <= at), default=0)
            line = self.text[place]
            return min(max(line.start + at - places[place], line.start), line.end)

        return tuple(
            PartRead(p.label, flat[p.start : p.end].strip(" ,;"), offset(p.start), offset(p.end))
            for p in inline
        )

    def _demote_bullets(self) -> None:
        """Where one list is numbered or lettered and another has bullets, the bullets are scope: text."""
        if len({part.kind is Kind.BULLET for part in self.parts if part.kind}) < 2:
            return
        for part in self.parts:
            if part.kind is Kind.BULLET:
                self.text.extend(part.lines)
        self.parts = [part for part in self.parts if part.kind is not Kind.BULLET]
