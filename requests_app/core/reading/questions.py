"""The questions of a request: labelled in any of the ways people label, or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, inline_parts, label_at, split_inline
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.outcomes import is_formula
from requests_app.core.reading.prose import Prose, asked_apart, cut_answer, rows_of
from requests_app.core.reading.question_builder import Builder, Found, Row
from requests_app.core.reading.question_lists import headed_rows, heads_list, listed_rows, question_rows
from requests_app.core.reading.wording import asks


def find_questions(
    source: Source, lines: Sequence[Line], *, pairs: bool = False, width: int = 0, listed: bool = False
) -> list[Found]:
    """The questions of a request block; with ``pairs`` the block holds each question's answer too, and what
    is not the question stands in ``rest``. ``width`` is that of wrapped lines (``lines.wrap_width``). ``listed`` says
    that words introduce the request, so that every line below them may be an item of it.
    """
    rows = [_row(source, line) for line in split_inline(source, lines)]
    starts = question_rows(rows)
    first = rows[starts[0]].label if starts else None
    if first is None or first.kind not in _NAMING:
        headed = headed_rows(rows)
        rows, starts = (headed, question_rows(headed)) if headed != rows else (rows, starts)
    if not starts:
        rows = [Row(row.line, None) if row.label and row.label.kind is Kind.ORDINAL else row for row in rows]
        pieces = rows if pairs else [piece for row in rows for piece in asked_apart(source, row)]
        asked = Prose(source, pieces, width=width, pairs=pairs, listed=listed).questions()
        starts = [] if asked or pairs else listed_rows(rows)
        if not starts:
            return asked
    rows = _lettered_apart(rows, starts)
    found = []
    for position, start in enumerate(starts):
        stop = starts[position + 1] if position + 1 < len(starts) else len(rows)
        stop -= stop < len(rows) and stop - start > 1 and heads_list(rows[stop - 1], rows[stop])
        found.append(_item(source, rows[start:stop], pairs=pairs, middle=stop < len(rows), width=width))
    found.extend(_below(source, found[-1], width) if pairs else _trailing(source, found[-1], width))
    # A label with nothing behind it asks nothing.
    return [question for question in found if question.read.text or question.read.parts]


def _lettered_apart(rows: Sequence[Row], starts: Sequence[int]) -> list[Row]:
    """The rows; where 1a and 1b each begin a question, the letter is no part of it but of its label."""
    orders = [(label.order, label.part) for start in starts if (label := rows[start].label)]
    times = Counter(order for order, _ in orders)
    several = {order for order, part in orders if part and times[order] > 1}
    out = list(rows)
    for start in starts:
        label = rows[start].label
        if label is not None and label.part and label.order in several:
            order = label.order if label.part == "a" else 0
            out[start] = Row(rows[start].line, replace(label, part="", order=order))
    return out


_STRICT = Folded(r"^(?:how|what|why|which|when|where|who|whether)\b")
# Labels that name questions; letters and bullets may as well be parts.
_NAMING = frozenset({Kind.WORD, Kind.NUMBER, Kind.ORDINAL})


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


# A question with its parts


def _item(source: Source, rows: Sequence[Row], *, pairs: bool, middle: bool, width: int) -> Found:
    head = rows[0]
    label = head.label
    first = source.piece(head.line.at + (label.length if label else 0), head.line.end)
    first, answer = cut_answer(source, first) if pairs else (first, None)
    inner = label_at(first.body) if label else None
    if label and label.kind is Kind.BULLET and len(inline_parts(first.body)) > 1:
        inner = None  # "(a) letters (b) e-mails" is one sentence
    builder = Builder(source, first, pairs=pairs, width=width)
    if inner and inner.kind in (Kind.LETTER, Kind.ROMAN, Kind.DOTTED) and inner.order == 1:
        builder = Builder(source, source.piece(first.at + inner.length, first.end), pairs=pairs, width=width)
        builder.first_part(inner)
    elif label and label.part:
        builder.first_part(label)
    parted: list[tuple[str, list[Line]]] = []
    listed = _listed_parts(rows) if pairs and answer is None else 0
    for position, row in enumerate(rows[1:], 1):
        if position <= listed:
            builder.take_part(row)
        elif answer is not None or not builder.take(row, middle=middle):
            builder.rest = [left.line for left in rows[position:]]
            parted = builder.answered_parts(rows[position:]) if pairs and answer is None else []
            break
    if answer is not None:
        builder.rest.insert(0, answer)
    return replace(builder.found(label, head.line.at), parted=parted)


_PARTS = frozenset({Kind.LETTER, Kind.ROMAN, Kind.DOTTED})


def _listed_parts(rows: Sequence[Row]) -> int:
    """How many rows below a question are the list of its parts: set close, in order, none of them an answer, and set
    off from what follows.
    """
    count = 0
    for row in rows[1:]:
        label = row.label
        if row.line.gap or label is None or label.kind not in _PARTS or label.order != count + 1:
            break
        if is_formula(row.rest) or not row.rest[:1].isalpha():
            return 0
        count += 1
    after = rows[count + 1] if count + 1 < len(rows) else None
    asked = rows[0].rest.endswith("?") and not all(asks(row.rest) for row in rows[1 : count + 1])
    return count if count > 1 and after is not None and after.line.gap and not asked else 0


def _trailing(source: Source, last: Found, width: int) -> list[Found]:
    """Unlabelled questions after the last labelled one."""
    rows = [piece for row in rows_of(last.rest) for piece in asked_apart(source, row)]
    asked = Prose(source, rows, width=width, pairs=False).questions()
    if asked and _BACK.search(asked[0].read.text) and "?" not in asked[0].read.text:
        return asked[1:]  # "Kindly send any notes of those meetings" belongs to what was asked last
    return asked


_BACK = Folded(r"\b(?:of|for|about|from|to)\s+(?:those|these|them)\b[^.]{0,40}\.?$")
