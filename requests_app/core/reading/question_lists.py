"""Which rows of a request begin a question: the labels that make one list, and lists that are details of one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, Label, as_letter
from requests_app.core.reading.question_builder import Row
from requests_app.core.reading.request_block import is_heading
from requests_app.core.reading.wording import BREAKDOWN_LEAD, SCOPE, SUBSTANTIVE, asks


def question_rows(rows: Sequence[Row]) -> list[int]:
    """The places of the rows that begin a labelled question; none where labels name no questions."""
    for kind in (Kind.WORD, Kind.NUMBER, Kind.CAPITAL, Kind.ORDINAL):
        starts = _sequence(rows, kind)
        if not starts or (kind is Kind.NUMBER and _is_variable_list(rows, starts)):
            continue
        if kind is Kind.ORDINAL and _asks_before(rows, starts):
            continue
        return _with_prose(rows, starts) if kind is Kind.ORDINAL else starts
    return _list_rows(rows)


def _asks_before(rows: Sequence[Row], starts: Sequence[int]) -> bool:
    """Whether a "finally" only ends a request that asks in sentences: no "firstly" begins it."""
    label = rows[starts[0]].label
    return label is not None and label.order != 1 and any(asks(row.line.body) for row in rows[: starts[0]])


_HEADED = re.compile(r"^(?P<number>\d{1,2})\s+(?=[A-Z][a-z])")


def headed_rows(rows: Sequence[Row]) -> list[Row]:
    """Rows whose numbers stand before headings without any mark ("1 Entitled pupils") with those numbers as labels,
    where they count from 1; otherwise the rows as they are.
    """
    out = list(rows)
    order = 0
    for index, row in enumerate(rows):
        match = _HEADED.match(row.line.body) if row.label is None else None
        if match and int(match["number"]) == order + 1 and not re.search(r"\s\d[\d,.]*%?$", row.line.body):
            order += 1
            out[index] = Row(row.line, Label(Kind.NUMBER, match["number"], "", order, match.end()))
    return out if order > 1 else list(rows)


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
        if label.part and label.part != "a" and starts and not _answered_since(rows, starts[-1], index):
            continue
        if _follows(label, last, kind) or _begins_again(rows, starts, index, label):
            starts.append(index)
            last, style = label.order, label.style
    alone = kind is Kind.CAPITAL or (kind is Kind.WORD and style == "bare")
    return [] if alone and len(starts) < 2 else starts


def _answered_since(rows: Sequence[Row], start: int, index: int) -> bool:
    """Whether "Our response:" stands between two labels: then 1a and 1b are questions of their own."""
    return any(is_heading(row.line) for row in rows[start + 1 : index])


def _follows(label: Label, last: int, kind: Kind) -> bool:
    if kind in (Kind.WORD, Kind.ORDINAL):
        return True
    return label.order in (last + 1, last + 2) or (label.order == last and kind is Kind.NUMBER)


def _begins_again(rows: Sequence[Row], starts: Sequence[int], index: int, label: Label) -> bool:
    """Whether a list of questions begins again at 1 below a heading of its own, as the first list did."""
    if not starts or label.order != 1 or index == 0:
        return False
    return _is_list_heading(rows[index - 1]) and starts[0] > 0 and _is_list_heading(rows[starts[0] - 1])


def heads_list(row: Row, first: Row) -> bool:
    """Whether a line below a question heads the questions that follow: the list begins again, or a colon ends the few
    words below an empty line.
    """
    if not _is_list_heading(row) or first.label is None:
        return False
    return first.label.order == 1 or (row.line.gap and row.line.body.endswith(":"))


def _is_list_heading(row: Row) -> bool:
    body = row.line.body
    return row.label is None and len(body.split()) <= 5 and (body.endswith(":") or body[-1].isalnum())


def _nested(labels: Sequence[tuple[int, Label]], place: int, last: int) -> int:
    """How many labels of a list within the question ``last`` begin here: 1, 2, 3 and then ``last`` + 1."""
    first = labels[place][1]
    if last == 0 or first.order != 1 or first.part:
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


# Words by which a lead says that the list itself is what is asked for.
_GENERIC = Folded(
    r"\b(?:following|these|this|below|questions?|items|points|things|as\s+follows|namely)\b|\b(?:information|documents?|details|data|copies)\W*$",
)


# "How many drones are there? For each drone:" - what follows is parts, though each may ask.
_OF_EACH = Folded(
    r"[.?]\s+(?:and\s+)?(?:for|of)\s+(?:each|every|all|these|those)\b[^.?]{0,60}[:-]$|^for\s+(?:each|every)\s+(?!of\b)(?!.*\bfollowing\b)\w+\s[^.?]{3,200}[:-]$"
)


# "The fields I need for every call are:" - what follows are details of one thing.
_FIELDS = Folded(r"\b(?:fields?|columns?|variables?|data\s+items?|headings)\b[^.?]{0,60}[:-]$")


# "Please include:" below what was asked for.
_INCLUDED = Folded(r"^(?:please\s+|and\s+|also\s+|kindly\s+){0,3}(?:includ(?:e|ing)|with)\b[^.?]{0,60}[:-]$")


def listed_rows(rows: Sequence[Row]) -> list[int]:
    """The rows of a lettered or bulleted list, where nothing else in the request asks for anything."""
    return _list_rows(rows, strict=False)


def _list_rows(rows: Sequence[Row], *, strict: bool = True) -> list[int]:
    """Bulleted or lettered lists are questions when they ask by themselves, or when nothing before them does."""
    for kind in (Kind.LETTER, Kind.ROMAN, Kind.BULLET):
        labelled = [
            (index, row.label) for index, row in enumerate(rows) if row.label and row.label.kind is kind
        ]
        starts = [index for index, _ in labelled] if kind is not Kind.BULLET else _outer(rows, labelled)
        if len(starts) < 2:
            continue
        intro = " ".join(row.line.body for row in rows[: starts[0]])
        asking = sum(asks(rows[index].rest) for index in starts)
        scope = sum(bool(SCOPE.match(rows[index].rest)) for index in starts)
        if starts[0] > 0 and (lead := rows[starts[0] - 1].line.body):
            included = _INCLUDED.match(lead) and any(asks(row.line.body) for row in rows[: starts[0] - 1])
            if (_FIELDS.search(lead) or included) and asking * 2 < len(starts):
                return []
            fragments = not any(rows[index].rest.endswith("?") for index in starts)
            if _OF_EACH.search(lead) or (lead.endswith(":") and SUBSTANTIVE.search(lead) and fragments):
                continue
        if asking * 2 >= len(starts):
            return starts
        if strict is False or not (
            SUBSTANTIVE.search(intro)
            or scope * 2 >= len(starts)
            or (starts[0] > 0 and names_a_thing(rows[starts[0] - 1].line.body))
        ):
            return starts
    return []


def _outer(rows: Sequence[Row], labelled: Sequence[tuple[int, Label]]) -> list[int]:
    """The bullets of the outer list: those of another form, or further in, under a bullet are its parts."""
    if not labelled:
        return []
    place, first = labelled[0]
    inset = _inset(rows[place])
    return [index for index, label in labelled if label.style == first.style and _inset(rows[index]) <= inset]


def _inset(row: Row) -> int:
    """How far in the line is printed, in characters."""
    return row.line.at - row.line.start


_VERB_LAST = Folded(
    r"\b(?:want|like|know|requests?|requesting|ask(?:ing)?|for|provide|supply|send|me|us|see|have|confirm|list|state|give|tell|disclose|release|you|please|with)\W*$",
)


def names_a_thing(lead: str) -> bool:
    """Whether the line above a list asks for something of its own, of which the list gives the parts."""
    if not lead.endswith((":", ",", "-")) or _GENERIC.search(lead) or _VERB_LAST.search(lead):
        return False
    return asks(lead) and len(lead.split()) > 7
