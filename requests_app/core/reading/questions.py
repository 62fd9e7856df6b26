"""The questions of a request: labelled in any of the ways people label, or not at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from requests_app.core.reading.labels import Kind, Label, as_letter, label_at, split_inline
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.question_builder import Builder, Found, Row
from requests_app.core.reading.records import QuestionRead
from requests_app.core.reading.request_block import is_reply_start
from requests_app.core.reading.wording import (
    BREAKDOWN_LEAD,
    SCOPE,
    SUBSTANTIVE,
    asks,
    courtesy,
    depends,
    tied,
)


def find_questions(
    source: Source, lines: Sequence[Line], *, pairs: bool = False, width: int = 0
) -> list[Found]:
    """The questions of a request block; with ``pairs`` the block holds each question's answer too, and what
    is not the question stands in ``rest``. ``width`` is that of wrapped lines (``lines.wrap_width``).
    """
    rows = [_row(source, line) for line in split_inline(source, lines)]
    rows = rows if pairs else [piece for row in rows for piece in _asked_apart(source, row)]
    starts = _question_rows(rows)
    if not starts:
        return _prose(source, rows, width, pairs=pairs)
    found = []
    for position, start in enumerate(starts):
        stop = starts[position + 1] if position + 1 < len(starts) else len(rows)
        found.append(_item(source, rows[start:stop], pairs=pairs, middle=stop < len(rows), width=width))
    found.extend(_below(source, found[-1], width) if pairs else _trailing(source, found[-1], width))
    # A label with nothing behind it asks nothing.
    return [question for question in found if question.read.text or question.read.parts]


_LONGEST_PARAGRAPH = 5_000  # characters
_STRICT = re.compile(r"^(?:how|what|why|which|when|where|who|whether)\b", re.IGNORECASE)


_NEXT_ASKED = re.compile(
    r"(?<=\?)\s+(?=(?:how|what|which|who|when|where|why|has|have|is|are|do|does|did|was|were)\b[^?]{16,}\?)",
    re.IGNORECASE,
)


def _asked_apart(source: Source, row: Row) -> list[Row]:
    """Several whole questions in one unlabelled paragraph are several questions; "What fields?" after one is not."""
    line = row.line
    if row.label is not None or line.text.count("?") < 2 or len(line.text) > _LONGEST_PARAGRAPH:
        return [row]
    cuts = [
        line.start + match.end()
        for match in _NEXT_ASKED.finditer(line.text)
        if not tied(line.text[match.end() :])
    ]
    bounds = [line.start, *cuts, line.end]
    return [Row(source.piece(a, b, gap=line.gap and a == line.start), None) for a, b in pairwise(bounds)]


_ASKED_IN_PASSING = re.compile(
    r"\b(?:in\s+which\s+)?you\s+(?:have\s+)?(?:ask(?:ed)?|request(?:ed)?|sought|seek|wish(?:ed)?|want(?:ed)?)(?:\s+(?:for|to\s+know|us\s+for|to\s+see))?\s+"
    r"(?=(?:the|a|an|any|all|how|what|which|whether|copies|details|information)\b)(?P<what>[^.?!]{15,500})",
    re.IGNORECASE,
)


def asked_in_passing(source: Source, start: int, end: int) -> list[Found]:
    """A request that the reply only tells: "in which you ask for the number of visas refused in 2014"."""
    match = _ASKED_IN_PASSING.search(source.text, start, end)
    if match is None:
        return []
    at, stop = match.span("what")
    return [Found(QuestionRead("", source.printed(at, stop), (), at, stop, 0.5), None, at, stop)]


def only_question(source: Source, lines: Sequence[Line], *, width: int) -> list[Found]:
    """A request that asks in words no pattern knows: its first paragraph that is no courtesy, taken as it is."""
    for place, line in enumerate(lines):
        if courtesy(line.body) or len(line.body.split()) < 4:
            continue
        builder = Builder(source, line, pairs=False, width=width)
        for following in lines[place + 1 :]:
            if not builder.take(Row(following, label_at(following.body))):
                break
        return [builder.found(None, line.at)]
    return []


def _row(source: Source, line: Line) -> Row:
    """The line with its label; a quotation mark may stand before the label."""
    label = label_at(line.body)
    if label is None and line.body[:1] in "\"'" and label_at(line.body[1:]):
        line = source.piece(line.at + 1, line.end, gap=line.gap)
        label = label_at(line.body)
    return Row(line, label)


def _below(source: Source, last: Found, width: int) -> list[Found]:
    """Below a list of questions with answers: a question without label, and its answer below it."""
    place = next((i for i, line in enumerate(last.rest[:3]) if _STRICT.match(line.body)), None)
    if place is None or len(last.rest[place].body) > 300:
        return []
    line, rest = last.rest[place], last.rest[place + 1 :]
    last.rest = last.rest[:place]
    return [replace(Builder(source, line, pairs=True, width=width).found(None, line.at), rest=rest)]


def _question_rows(rows: Sequence[Row]) -> list[int]:
    for kind in (Kind.WORD, Kind.NUMBER, Kind.CAPITAL, Kind.ORDINAL):
        starts = _sequence(rows, kind)
        if not starts or (kind is Kind.NUMBER and _is_variable_list(rows, starts)):
            continue
        return _with_prose(rows, starts) if kind is Kind.ORDINAL else starts
    return _list_rows(rows)


def _sequence(rows: Sequence[Row], kind: Kind) -> list[int]:
    """Rows whose labels make one list: each continues the one before, or begins the list again."""
    labels = [(index, label) for index, row in enumerate(rows) if (label := _as_kind(row.label, kind))]
    starts: list[int] = []
    last = 0
    style = ""
    place = 0
    while place < len(labels):
        index, label = labels[place]
        nested = _nested(labels, place, last) if kind is Kind.NUMBER else 0
        if nested:
            place += nested
            continue
        place += 1
        if starts and kind in (Kind.NUMBER, Kind.CAPITAL) and not _same_style(label.style, style):
            continue
        if label.part and label.part != "a" and starts:
            continue
        if _follows(label, last, kind):
            starts.append(index)
            last, style = label.order, label.style
    return [] if kind is Kind.CAPITAL and len(starts) < 2 else starts


def _follows(label: Label, last: int, kind: Kind) -> bool:
    if kind in (Kind.WORD, Kind.ORDINAL):
        return True
    return label.order in (last + 1, last + 2) or (label.order == last and kind is Kind.NUMBER)


def _nested(labels: Sequence[tuple[int, Label]], place: int, last: int) -> int:
    """How many labels of a list within the question ``last`` begin here: 1, 2, 3 and then ``last`` + 1."""
    if last == 0 or labels[place][1].order != 1:
        return 0
    count = 1
    while place + count < len(labels) and labels[place + count][1].order == count + 1:
        count += 1
    after = labels[place + count][1].order if place + count < len(labels) else 0
    # "1. 2." in question 1 and then "2.": the run has swallowed no label of the outer list.
    return count if after == last + 1 and count > 1 else 0


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


def _with_prose(rows: Sequence[Row], starts: Sequence[int]) -> list[int]:
    """ "Secondly, ..." labels only the first of several questions: a line that asks after one that asked counts."""
    out = list(starts)
    for index in range(starts[0] + 1, len(rows)):
        asked = rows[index - 1].line.body.endswith("?")
        if (
            index not in starts
            and asked
            and asks(rows[index].line.body)
            and rows[index].line.body.endswith("?")
        ):
            out.append(index)
    return sorted(out)


def _list_rows(rows: Sequence[Row]) -> list[int]:
    """Bulleted or lettered lists are questions when they ask by themselves, or when nothing before them does."""
    for kind in (Kind.LETTER, Kind.ROMAN, Kind.BULLET):
        starts = [index for index, row in enumerate(rows) if row.label and row.label.kind is kind]
        if len(starts) < 2:
            continue
        intro = " ".join(row.line.body for row in rows[: starts[0]])
        asking = sum(asks(rows[index].rest) for index in starts)
        scope = sum(bool(SCOPE.match(rows[index].rest)) for index in starts)
        if asking * 2 >= len(starts) or not (SUBSTANTIVE.search(intro) or scope * 2 >= len(starts)):
            return starts
    return []


# A question with its parts


def _item(source: Source, rows: Sequence[Row], *, pairs: bool, middle: bool, width: int) -> Found:
    head = rows[0]
    label = head.label
    first = source.piece(head.line.at + (label.length if label else 0), head.line.end)
    first, answer = _cut_answer(source, first) if pairs else (first, None)
    inner = label_at(first.body) if label else None
    builder = Builder(source, first, pairs=pairs, width=width)
    if inner and inner.kind in (Kind.LETTER, Kind.ROMAN) and inner.order == 1:
        builder = Builder(source, source.piece(first.at + inner.length, first.end), pairs=pairs, width=width)
        builder.first_part(inner)
    elif label and label.part:
        builder.first_part(label)
    for position, row in enumerate(rows[1:], 1):
        if answer is not None or not builder.take(row, middle=middle):
            builder.rest = [left.line for left in rows[position:]]
            break
    if answer is not None:
        builder.rest.insert(0, answer)
    return builder.found(label, head.line.at)


_ANSWER_ON_LINE = re.compile(
    r"(?<=\?)\s+(?=\S)(?!(?:if|and|please|where|also|how|what|which|can|could|is|are|do|does|\()\b)"
    r"|\s+[-=:]\s+(?=(?:\d[\d,.]*%?|yes|no|none|nil|n/a|not\s+held|\u00a3[\d,.]+)\b.{0,60}$)",
    re.IGNORECASE,
)


def _cut_answer(source: Source, line: Line) -> tuple[Line, Line | None]:
    """An answer typed on the question's own line, after its question mark or a dash."""
    match = _ANSWER_ON_LINE.search(line.text)
    if match is None or len(line.text[: match.start()].split()) < 3:
        return line, None
    return source.piece(line.start, line.start + match.start()), source.piece(
        line.start + match.end(), line.end
    )


def _trailing(source: Source, last: Found, width: int) -> list[Found]:
    """Unlabelled questions after the last labelled one."""
    rows = [Row(line, label_at(line.body)) for line in last.rest]
    return _prose(source, rows, width)


# Requests in prose

_BARE_LEAD = re.compile(r"^.{0,160}[:-]$")


def _prose(source: Source, rows: Sequence[Row], width: int, *, pairs: bool = False) -> list[Found]:
    """Every paragraph that asks is a question; what depends on it, and lists under it, belong to it. What does
    not, stands in ``rest``: with ``pairs`` that is its answer.
    """
    out: list[Found] = []
    builder: Builder | None = None
    start = 0
    led = False  # the line before introduced a question: "I want:"
    for index, row in enumerate(rows):
        body = row.line.body
        if (
            builder is not None
            and (row.label or not _begins(row, builder))
            and _takes(builder, row, pairs=pairs)
        ):
            continue
        listed = builder is not None and builder.listing()
        if not _opens(row, led=led or listed, pairs=pairs) or _is_heading(rows, index):
            if builder is not None:
                builder.paused = builder.paused or not (row.label or courtesy(body))
                builder.rest.append(row.line)
            continue
        if builder is not None:
            out.append(builder.found(None, start))
            builder = None
        if _leads_on(rows, index):
            led = True
        else:
            builder, start, led = Builder(source, row.line, pairs=False, width=width), row.line.at, False
    if builder is not None:
        out.append(builder.found(None, start))
    return out


def _opens(row: Row, *, led: bool, pairs: bool) -> bool:
    """Whether a line begins a question, or introduces one."""
    if row.label is not None or courtesy(row.line.body) or (pairs and is_reply_start(row.line)):
        return False
    return asks(row.line.body) or led


def _is_heading(rows: Sequence[Row], index: int) -> bool:
    """Whether a few words only head the question on the next line."""
    body = rows[index].line.body
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following is None or following.label is not None or body.endswith("?") or len(body.split()) > 5:
        return False
    return following.line.body.endswith("?") and body[-1].isalnum()


def _leads_on(rows: Sequence[Row], index: int) -> bool:
    """Whether a line only introduces the next: "Please tell me:" with no list below it."""
    body = rows[index].line.body
    following = rows[index + 1].label if index + 1 < len(rows) else None
    return _BARE_LEAD.match(body) is not None and not SUBSTANTIVE.search(body) and following is None


def _begins(row: Row, builder: Builder) -> bool:
    """Whether an unlabelled line is a question of its own while another is open."""
    body = row.line.body
    if builder.listing():
        return True
    if builder.in_list(row.line) or builder.continues(row.line):
        return False
    if depends(body):
        return row.line.gap and body.endswith("?") and not tied(body)
    return asks(body)


def _takes(builder: Builder, row: Row, *, pairs: bool) -> bool:
    body = row.line.body
    if builder.paused and (pairs or (row.label is None and not tied(body))):
        return False
    if pairs and (is_reply_start(row.line) or not (row.label or tied(body) or builder.continues(row.line))):
        return False
    return not (row.label is None and courtesy(body)) and builder.take(row)
