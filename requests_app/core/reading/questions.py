"""The questions of a request: labelled in any of the ways people label, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from requests_app.core.reading.labels import Kind, Label, as_letter, inline_parts, label_at, split_inline
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import PartRead, QuestionRead
from requests_app.core.reading.wording import (
    BREAKDOWN_LEAD,
    EXAMPLE_LEAD,
    PERIOD,
    SUBSTANTIVE,
    asks,
    courtesy,
    depends,
)


@dataclass(slots=True)
class Found:
    """A question with its place in the text. ``order`` is the number its label gives it, 0 without label."""

    read: QuestionRead
    label: Label | None
    start: int
    end: int
    rest: list[Line] = field(default_factory=list)  # lines under it that are no part of it

    @property
    def order(self) -> int:
        """The number the label gives it."""
        return self.label.order if self.label else 0


@dataclass(frozen=True, slots=True)
class Row:
    """A line with the label it begins with."""

    line: Line
    label: Label | None

    @property
    def rest(self) -> str:
        """The text without its label."""
        body = self.line.body
        return body[self.label.length :].strip() if self.label else body


def find_questions(source: Source, lines: Sequence[Line], *, pairs: bool = False) -> list[Found]:
    """The questions of a request block; with ``pairs`` the block holds each question's answer too, and what
    is not the question stands in ``rest``.
    """
    rows = [Row(line, label_at(line.body)) for line in split_inline(source, lines)]
    starts = _question_rows(rows)
    if not starts:
        return _prose(source, rows)
    found = []
    for position, start in enumerate(starts):
        stop = starts[position + 1] if position + 1 < len(starts) else len(rows)
        found.append(_item(source, rows[start:stop], pairs=pairs, middle=stop < len(rows)))
    if not pairs:
        found.extend(_trailing(source, found[-1]))
    return found


def _question_rows(rows: Sequence[Row]) -> list[int]:
    for kinds in ((Kind.WORD,), (Kind.NUMBER,), (Kind.CAPITAL,), (Kind.ORDINAL,)):
        starts = _sequence(rows, kinds[0])
        if starts and not (kinds[0] is Kind.NUMBER and _is_variable_list(rows, starts)):
            return starts
    return _list_rows(rows)


def _sequence(rows: Sequence[Row], kind: Kind) -> list[int]:
    """Rows whose labels make one list: each continues the one before, or begins the list again."""
    starts: list[int] = []
    last = 0
    style = ""
    for index, row in enumerate(rows):
        label = _as_kind(row.label, kind)
        if label is None or (
            starts and kind in (Kind.NUMBER, Kind.CAPITAL) and not _same_style(label.style, style)
        ):
            continue
        if label.part and label.part != "a" and starts:
            continue
        follows = label.order in (last + 1, last + 2) or (label.order == last and kind is Kind.NUMBER)
        if follows or kind in (Kind.WORD, Kind.ORDINAL):
            starts.append(index)
            last, style = label.order, label.style
    if kind is Kind.CAPITAL and len(starts) < 2:
        return []
    return starts


def _as_kind(label: Label | None, kind: Kind) -> Label | None:
    if label is None:
        return None
    if label.kind is kind:
        return label
    if kind is Kind.CAPITAL and label.kind is Kind.ROMAN and label.printed.strip("() ./-").isupper():
        return as_letter(label)
    return None


def _same_style(style: str, other: str) -> bool:
    return style.startswith("(") == other.startswith("(")


def _is_variable_list(rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Whether a numbered list holds the details wanted of one thing, and not questions: "(1) Age (2) Sex"."""
    first = rows[starts[0]]
    if not first.label or not first.label.style.startswith("("):
        return False
    before = " ".join(row.line.body for row in rows[: starts[0]])
    short = [len(rows[index].rest.split()) < 12 and not asks(rows[index].rest) for index in starts]
    return bool(BREAKDOWN_LEAD.search(before)) and sum(short) * 2 > len(short)


def _list_rows(rows: Sequence[Row]) -> list[int]:
    """Bulleted or lettered lists are questions when they ask by themselves, or when nothing before them does."""
    for kind in (Kind.LETTER, Kind.ROMAN, Kind.BULLET):
        starts = [index for index, row in enumerate(rows) if row.label and row.label.kind is kind]
        if len(starts) < 2:
            continue
        intro = " ".join(row.line.body for row in rows[: starts[0]])
        asking = sum(asks(rows[index].rest) for index in starts)
        scope = sum(bool(PERIOD.match(rows[index].rest)) for index in starts)
        if asking * 2 >= len(starts) or not (SUBSTANTIVE.search(intro) or scope * 2 >= len(starts)):
            return starts
    return []


# A question with its parts


def _item(source: Source, rows: Sequence[Row], *, pairs: bool, middle: bool) -> Found:
    head = rows[0]
    label = head.label
    first = source.piece(head.line.at + (label.length if label else 0), head.line.end)
    inner = label_at(first.body) if label else None
    builder = _Builder(source, first)
    if inner and inner.kind in (Kind.LETTER, Kind.ROMAN) and inner.order == 1:
        builder = _Builder(source, source.piece(first.at + inner.length, first.end))
        builder.first_part(inner)
    elif label and label.part:
        builder.first_part(label)
    for position, row in enumerate(rows[1:], 1):
        if not builder.take(row, pairs=pairs, middle=middle):
            builder.rest = [left.line for left in rows[position:]]
            break
    return builder.found(label, head.line.at)


class _Builder:
    """Collects the lines of one question until something stands there that is no part of it."""

    def __init__(self, source: Source, first: Line) -> None:
        self.source = source
        self.text: list[Line] = [first] if first.body else []
        self.parts: list[tuple[str, list[Line]]] = []
        self.rest: list[Line] = []
        self.last = first
        self.closed = False

    def first_part(self, label: Label) -> None:
        """The question begins with its first part: "1. a) ..." ."""
        printed = label.part or label.printed
        self.parts.append((printed, list(self.text)))

    def take(self, row: Row, *, pairs: bool, middle: bool = False) -> bool:
        """Take the row as part of the question; false when the question has ended before it."""
        line = row.line
        if row.label is not None and self._is_part(row, pairs=pairs):
            printed = (
                row.label.printed.removesuffix(".")
                if row.label.kind is not Kind.BULLET
                else row.label.printed
            )
            self.parts.append((printed, [self.source.piece(line.at + row.label.length, line.end)]))
        elif self._continues(line):
            (self.parts[-1][1] if self.parts and not self.closed else self.text).append(line)
        elif self._is_unlabelled_part(line):
            self.parts.append(("", [line]))
        elif depends(line.body) or (middle and not pairs):
            self.text.append(line)
            self.closed = bool(self.parts)
        elif not pairs and not line.gap and not asks(line.body) and not courtesy(line.body):
            self.text.append(line)
            self.closed = bool(self.parts)
        else:
            return False
        self.last = line
        return True

    def _is_part(self, row: Row, *, pairs: bool) -> bool:
        label = row.label
        if label is None:
            return False
        if pairs and not self.parts and inline_parts(self._joined()):
            return False
        if pairs and label.kind is Kind.BULLET and not self._joined().rstrip().endswith((":", "-")):
            return bool(self.parts)
        return label.kind is not Kind.WORD

    def _joined(self) -> str:
        return " ".join(line.body for line in self.text)

    def _continues(self, line: Line) -> bool:
        """Whether the line is the same paragraph wrapped by a mail program or a page."""
        last = self.last.body
        if line.gap or not last:
            return not last
        if line.body[:1].islower() or last[-1] in ",&(":
            return True
        return len(self.last.text) > 55 and last[-1] not in ".?!:;" and len(self.last.text) < 130

    def _is_unlabelled_part(self, line: Line) -> bool:
        if len(line.body) > 70 or line.body[-1] in ".?!:" or PERIOD.match(line.body):
            return False
        if self.parts:
            return not self.closed and self.parts[-1][0] == ""
        return self.last.body.endswith(":") and not EXAMPLE_LEAD.search(self.last.body)

    def found(self, label: Label | None, start: int) -> Found:
        """The question as read."""
        text = self.source.joined(self.text)
        parts = tuple(PartRead(printed, self.source.joined(lines)) for printed, lines in self.parts)
        if len(parts) < 2:
            flat = " ".join(self.source.text[line.start : line.end] for line in self.text)
            prefix = f"{self.parts[0][0]} " if self.parts else ""
            found = inline_parts(prefix + flat)
            if found:
                parts = tuple(PartRead(p.label, (prefix + flat)[p.start : p.end].strip(" ,;")) for p in found)
        end = max(
            (line.end for line in [*self.text, *(x for _, ls in self.parts for x in ls)]), default=start
        )
        printed = label.printed if label else ""
        return Found(QuestionRead(printed, text, parts), label, start, end, self.rest)


def _trailing(source: Source, last: Found) -> list[Found]:
    """Unlabelled questions after the last labelled one."""
    rows = [Row(line, label_at(line.body)) for line in last.rest]
    return _prose(source, rows)


# Requests in prose


def _prose(source: Source, rows: Sequence[Row]) -> list[Found]:
    """Every paragraph that asks is a question; what depends on it, and lists under it, belong to it."""
    out: list[Found] = []
    index = 0
    while index < len(rows):
        row = rows[index]
        if not _begins_prose(rows, index, first=not out):
            index += 1
            continue
        builder = _Builder(source, row.line)
        index += 1
        while index < len(rows) and not (
            rows[index].label is None and asks(rows[index].line.body) and not depends(rows[index].line.body)
        ):
            if not builder.take(rows[index], pairs=False):
                break
            index += 1
        out.append(builder.found(None, row.line.at))
    return out


_BARE_REQUEST = re.compile(r"^.{0,160}:$")


def _begins_prose(rows: Sequence[Row], index: int, *, first: bool) -> bool:
    row = rows[index]
    if row.label is not None or not asks(row.line.body):
        return False
    if depends(row.line.body) and not row.line.body.endswith("?"):
        return False
    if _BARE_REQUEST.match(row.line.body) and not SUBSTANTIVE.search(row.line.body):
        following = rows[index + 1] if index + 1 < len(rows) else None
        return following is not None and following.label is not None
    return True
