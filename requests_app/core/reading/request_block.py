"""Where in a letter the request is quoted, and where the authority begins to answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.families import (
    LEAD_IN,
    LEAD_IN_HEADING,
    METADATA,
    PAIRS,
    REPLY_HEADING,
    REPLY_SENTENCE,
    alternatives,
)
from requests_app.core.reading.labels import Kind, label_at
from requests_app.core.reading.lines import Line, Source

_LEAD = alternatives(LEAD_IN)
_LEAD_HEADING = alternatives(LEAD_IN_HEADING, whole_line=True)
_METADATA = alternatives(METADATA, whole_line=True)
_PAIRS = alternatives(PAIRS)
_REPLY_HEADING = alternatives(REPLY_HEADING, whole_line=True)
_REPEATED = re.compile(r"^(?:question|request)\s*:?$", re.IGNORECASE)
_REPLY_SENTENCE = re.compile(
    r"^\W{0,3}(?:" + alternatives(REPLY_SENTENCE).pattern + ")", re.IGNORECASE | re.MULTILINE
)
_MID_LINE = re.compile(
    r"(?<=[.?!])\s{1,4}(?=(?:I\s+have\s+(?:today|now)\s+decided|Your\s+request\s+for\s+information\s+has\s+now))"
)


MOST_LEADS = 24  # a letter announces its request once or twice; more is something else


@dataclass(frozen=True, slots=True)
class Block:
    """A letter divided. ``pairs`` when every question is followed by its answer: then ``request`` and
    ``reply`` are the same lines. ``found`` is false when neither lead-in nor heading was met.
    """

    request: tuple[Line, ...]
    reply: tuple[Line, ...]
    pairs: bool
    found: bool
    announced: bool


def block_of(source: Source, lines: Sequence[Line]) -> Block:
    """Divide one letter into the request it quotes and its reply."""
    body = _answering_lines(source, lines)
    best: Block | None = None
    for lead in _leads(source, body):
        rest = _after(source, body, lead.end)
        stop, begin = _reply_index(rest)
        if stop == 0:
            continue
        request, reply = tuple(rest[:stop]), tuple(rest[begin:])
        pairs = lead.pairs or not reply or _continues(request, reply)
        block = (
            Block(tuple(rest), tuple(rest), True, True, True)
            if pairs
            else Block(request, reply, False, True, True)
        )
        if best is None:
            best = block
        elif lead.again and _cases(block.request) > _cases(best.request):
            return block
    if best is not None:
        return best
    return _unannounced(body)


@dataclass(frozen=True, slots=True)
class _Lead:
    end: int
    pairs: bool
    again: bool = False  # the family gives the request twice


def _cases(lines: Sequence[Line]) -> int:
    labels = [label_at(line.body) for line in lines]
    return sum(label is not None and label.kind is Kind.WORD for label in labels)


def _answering_lines(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, broken where a decision begins in the middle of one."""
    out: list[Line] = []
    for line in lines:
        at = line.start
        for match in _MID_LINE.finditer(line.text):
            out.append(source.piece(at, line.start + match.start(), gap=line.gap and at == line.start))
            at = line.start + match.end()
        out.append(line if at == line.start else source.piece(at, line.end))
    return out


def _leads(source: Source, lines: Sequence[Line]) -> list[_Lead]:
    if not lines:
        return []
    start, end = lines[0].start, lines[-1].end
    leads = [
        _Lead(match.end(), _PAIRS.search(match[0]) is not None, match[0].lower().startswith("specifically"))
        for match in _LEAD.finditer(source.text, start, end)
    ]
    headings = [line for line in lines if len(line.text) < 80 and _LEAD_HEADING.match(line.body)]
    again = [line for line in headings if _REPEATED.match(line.body)]
    if len(again) > 1:
        # A heading above each question: the first is the first question's.
        leads.append(_Lead(again[0].start, pairs=True))
    leads.extend(_Lead(line.end, _PAIRS.search(line.body) is not None) for line in headings)
    return sorted(leads, key=lambda lead: lead.end)[:MOST_LEADS]


def _after(source: Source, lines: Sequence[Line], offset: int) -> list[Line]:
    out = []
    for line in lines:
        if line.start >= offset:
            out.append(line)
        elif line.end > offset and source.text[offset : line.end].strip():
            out.append(source.piece(offset, line.end))
    return out


def _reply_index(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the request ends and where the reply begins; the number of lines for what never happens. A sign-off
    ends the request when it was quoted whole; then the reply begins at its heading.
    """
    for index, line in enumerate(lines):
        if is_reply_start(line):
            return index, index
        if is_closing(line):
            begin = next((i for i, later in enumerate(lines) if i > index and _is_heading(later)), index)
            return index, begin
    return len(lines), len(lines)


def is_reply_start(line: Line) -> bool:
    """Whether the authority begins to speak for itself here."""
    body = line.body
    return _is_heading(line) or _REPLY_SENTENCE.match(body) is not None


def _continues(request: Sequence[Line], reply: Sequence[Line]) -> bool:
    """Whether the numbering of the request goes on in what looks like the reply: questions and answers alternate."""
    last = 0
    for line in request:
        label = label_at(line.body)
        if label and label.kind in (Kind.NUMBER, Kind.WORD) and label.order == last + 1:
            last = label.order
    if not last:
        return False
    for line in reply:
        label = label_at(line.body)
        if label and label.kind in (Kind.NUMBER, Kind.WORD):
            return label.order == last + 1
    return False


_SALUTATION = re.compile(r"^dear\b", re.IGNORECASE)


def _unannounced(lines: Sequence[Line]) -> Block:
    """A letter or page that does not say where the request begins: after the salutation, without the page's
    own description; it ends at a heading for the reply, or each question is followed by its answer.
    """
    begin = next((i + 1 for i, line in enumerate(lines[:60]) if _SALUTATION.match(line.body)), 0)
    while begin < len(lines) and _is_metadata(lines[begin]):
        begin += 1
    body = [line for line in lines[begin:] if not _is_metadata(line) or is_reply_start(line)]
    stop = next((i for i, line in enumerate(body) if _is_heading(line)), None)
    if stop is not None:
        request, reply = tuple(body[:stop]), tuple(body[stop:])
        if _continues(request, reply):
            return Block(tuple(body), tuple(body), True, True, False)
        return Block(request, reply, False, True, False)
    return Block(tuple(body), tuple(body), True, False, False)


def _is_metadata(line: Line) -> bool:
    return len(line.text) < 300 and _METADATA.match(line.body) is not None


def _is_heading(line: Line) -> bool:
    return len(line.body) < 80 and _REPLY_HEADING.match(line.body) is not None
