"""Where in a letter the request may begin, and where the authority may begin to answer: its marks, not a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.cues import holds
from requests_app.core.reading.families import (
    LEAD_IN,
    LEAD_IN_BEGINS,
    LEAD_IN_HEADING,
    METADATA,
    PAIRS,
    REPLY_HEADING,
    REPLY_SENTENCE,
    alternatives,
)
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, Label, label_at
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.memory import kept
from requests_app.core.reading.outcomes import kind_of, sentences
from requests_app.core.reading.wording import asks, courtesy, depends
from requests_app.core.states import Outcome

_LEAD = Begun(alternatives(LEAD_IN), LEAD_IN_BEGINS)
_LEAD_HEADING = alternatives(LEAD_IN_HEADING, whole_line=True)
_METADATA = alternatives(METADATA, whole_line=True)
_PAIRS = alternatives(PAIRS)
_REPLY_HEADING = alternatives(REPLY_HEADING, whole_line=True)
_INLINE_HEADING = Folded(
    r"(?:(?:your|the|information|original|foi)\s+)?request(?:\s+(?:details|summary|for\s+information))?\s*:\s+(?=\S)(?!\S*\d)",
)
_REPEATED = Folded(r"^(?:question|request)\s*:?$")
_REPLY_SENTENCE = Folded(r"^\W{0,3}(?:" + alternatives(REPLY_SENTENCE).pattern + ")", re.MULTILINE)
_MID_LINE = re.compile(
    r"(?<=[.?!])\s{1,4}(?=(?:I\s+have\s+(?:today|now)\s+decided|Your\s+request\s+for\s+information\s+has\s+now))"
)


# A heading, an empty line and what already asks: the request has begun.
_ASKED_BELOW = Folded(r"\n\s*\n\s*(?:please|can|could|would|how|what|which|i\s+would)\b")


_IN_MID_LINE = ("decided", "Your")  # of which one stands there

SEARCHED = 8_000  # characters of a letter in which a sentence may announce the request; headings may anywhere
MOST_LEADS = 24  # a letter announces its request once or twice; more is something else
_FIRST = 600  # characters in which the first sentence of a line is looked for
_FORMULAS = frozenset({Outcome.NCND, Outcome.NOT_HELD, Outcome.REFUSED, Outcome.COST_LIMIT})
_FEW = 3  # words that may be an item of a list or a heading
_MOST_SPOKEN = 2  # lines in which the authority begins to speak that are tried
MOST_QUOTED = 120  # lines of a quoted request
MOST_STOPS = 4  # places tried for the end of a request


@dataclass(frozen=True, slots=True)
class Lead:
    """A place where the request may begin. ``pairs`` says that by its words every question is followed by its answer;
    ``announced`` that there are words at all.
    """

    at: int
    pairs: bool
    announced: bool = True


def leads_of(source: Source, lines: Sequence[Line]) -> list[Lead]:
    """The places, in the order of the text; last the head of the letter, where nothing announces the request."""
    if not lines:
        return []
    start, end = lines[0].start, min(lines[-1].end, lines[0].start + SEARCHED)
    leads = {
        match.end(): Lead(match.end(), _PAIRS.search(match[0]) is not None)
        for match in _LEAD.finditer(source.text, source.low, start, end)
        if not _ASKED_BELOW.search(match[0])
    }
    headings = [line for line in lines if len(line.text) < 80 and _LEAD_HEADING.match(line.body)]
    again = [line for line in headings if _REPEATED.match(line.body)]
    if len(again) > 1:
        # A heading above each question: the first is the first question's.
        leads[again[0].start] = Lead(again[0].start, pairs=True)
    for line in headings:
        leads.setdefault(line.end, Lead(line.end, _PAIRS.search(line.body) is not None))
    inline = [(line, match) for line in lines if (match := _INLINE_HEADING.match(line.body))]
    if len(inline) == 1:
        line, match = inline[0]
        leads.setdefault(line.at + match.end(), Lead(line.at + match.end(), pairs=False))
    known = sorted(leads.values(), key=lambda lead: lead.at)[:MOST_LEADS]
    return [*known, Lead(_head(lines), pairs=False, announced=False)]


_SALUTATION = Folded(r"^dear\b")


def _head(lines: Sequence[Line]) -> int:
    """Where a letter begins that announces nothing: after the salutation, without the page's own description."""
    begin = next((i + 1 for i, line in enumerate(lines[:60]) if _SALUTATION.match(line.body)), 0)
    while begin < len(lines) and is_metadata(lines[begin]):
        begin += 1
    if begin == 0 and len(lines) > 2 and _is_title(lines[0]) and lines[1].gap:
        begin = 1
    return lines[begin].start if begin < len(lines) else lines[-1].end


def _is_title(line: Line) -> bool:
    """Whether the first line of a page is only its title, though it may read like a question."""
    return len(line.body.split()) <= 14 and line.body[-1].isalnum() and label_at(line.body) is None


def after(source: Source, lines: Sequence[Line], lead: Lead) -> list[Line]:
    """The letter's lines from a lead on."""
    out = []
    for line in lines:
        if line.start >= lead.at:
            if (
                lead.announced
                or not (is_metadata(line) or _LEAD_HEADING.match(line.body))
                or is_reply_start(line)
            ):
                out.append(line)
        elif line.end > lead.at and source.text[lead.at : line.end].strip():
            out.append(source.piece(lead.at, line.end))
    return out


def broken(source: Source, lines: Sequence[Line]) -> list[Line]:
    """The lines, broken where a decision begins in the middle of one."""
    out: list[Line] = []
    for line in lines:
        at = line.start
        for match in _MID_LINE.finditer(line.text) if holds(line.text, _IN_MID_LINE) else ():
            out.append(source.piece(at, line.start + match.start(), gap=line.gap and at == line.start))
            at = line.start + match.end()
        out.append(line if at == line.start else source.piece(at, line.end))
    return out


def stops_of(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Where the request may end, and where the reply begins then. A sign-off ends the request when it was quoted whole;
    then the reply begins at its heading.
    """
    out: list[tuple[int, int]] = []
    spoken = 0
    asked = False
    for index, line in enumerate(lines):
        asked = asked or asks(line.body) or label_at(line.body) is not None
        if is_heading(line):
            out.append((index, index))
        elif spoken < _MOST_SPOKEN and is_reply_start(line):
            spoken += asked
            if asked:
                out.append((index, index))
        elif is_closing(line):
            begin = next((i for i, later in enumerate(lines) if i > index and is_heading(later)), index)
            out.append((index, begin))
            break
    for mark in (_labels_begin_again(lines), _quotation_ends(lines)):
        out = [(mark, mark), *out] if mark and (mark, mark) not in out else out
    ends = _asking_ends(lines)
    last = [(ends, ends)] if ends and (ends, ends) not in out else []
    return [*[stop for stop in out if stop[0] > 0][:MOST_STOPS], *last]


def _labels_begin_again(lines: Sequence[Line]) -> int:
    """Where the labels with which the request begins stand a second time: the answers, under their questions' labels."""
    first: Label | None = None
    seen = 0
    for index, line in enumerate(lines):
        label = label_at(line.body)
        if label is None or label.kind not in (Kind.WORD, Kind.NUMBER):
            continue
        if first and seen > 1 and label.order == 1 and _answers_under(label, first):
            return index
        if label.order == seen + 1 and (
            first is None or (label.kind, label.style) == (first.kind, first.style)
        ):
            first = first or label
            seen += 1
    return 0


def _answers_under(label: Label, first: Label) -> bool:
    """Whether a label 1 after a list of labels begins the answers: it is of their form, or "Question 1" after "1."."""
    return (label.kind, label.style) == (first.kind, first.style) or (
        label.kind is Kind.WORD and first.kind is Kind.NUMBER
    )


def _asking_ends(lines: Sequence[Line]) -> int:
    """Where lines that ask are followed by one that does not, and that belongs to none of them."""
    asked = False
    for index, line in enumerate(lines[:MOST_QUOTED]):
        body = line.body
        if label_at(body) is not None:
            return 0
        if asks(body):
            asked = True
        elif asked and not (depends(body) or courtesy(body) or len(body.split()) < _FEW):
            return index
    return 0


def _quotation_ends(lines: Sequence[Line]) -> int:
    """Where the request ends that stands in quotation marks: after the line that closes them."""
    if not lines or lines[0].body[:1] != '"':
        return 0
    for index, line in enumerate(lines[:MOST_QUOTED]):
        if line.body.rstrip(" .").endswith('"') and (index or len(line.body) > 1):
            return index + 1
    return 0


def is_reply_start(line: Line) -> bool:
    """Whether the authority begins to speak for itself here."""
    return _speaks(line.body)


@kept
def _speaks(body: str) -> bool:
    return _heads(body) or _REPLY_SENTENCE.match(body) is not None or _is_formula(body)


@kept
def _is_formula(body: str) -> bool:
    """Whether a line begins with what became of the request, in no words of the requester's."""
    if asks(body) or courtesy(body) or label_at(body) is not None:
        return False
    first = sentences(body[:_FIRST])[:1]
    return bool(first) and kind_of(first[0]) in _FORMULAS


def is_metadata(line: Line) -> bool:
    """Whether a line of a disclosure page only says what the page is about."""
    return _describes(line.body)


@kept
def _describes(body: str) -> bool:
    return len(body) < 300 and _METADATA.match(body) is not None


def is_heading(line: Line) -> bool:
    """Whether the line is a heading above the reply."""
    return _heads(line.body)


@kept
def _heads(body: str) -> bool:
    return len(body) < 80 and _REPLY_HEADING.match(body) is not None
