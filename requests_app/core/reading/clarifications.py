"""Clarification that was exchanged: inside a request, between requests, or letter by letter.

The bare word is boilerplate in most replies; only a heading with something under it, or a letter that asks
and a letter that answers, is a clarification.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.correspondence import Letter, Sender
from requests_app.core.reading.labels import Kind, label_at
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import ClarificationRead, Finding

_HEADING = re.compile(
    r"^(?:(?:further|your|additional|our)\s+)?clarification(?:\s+(?P<side>sought|requested|received|provided|given|asked|request|response|from\s+(?:you|requester|applicant)))?\s*(?:(?:on|dated|-)\s*[\d/. ]{6,12})?\s*[:-]\s*(?P<rest>.*)$|^clarification(?:\s+(?P<side2>sought|requested|received|provided|given))?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:re|regarding|on|about|for|to)?\s*(?:q|question|request|point|part)\.?\s?(?P<label>\d{1,2}|[A-Z](?![a-z]))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:would\s+like\s+to\s+clarify|could\s+you\s+(?:please\s+)?clarify|please\s+(?:could\s+you\s+)?clarify|require\s+(?:further\s+)?clarification|need\s+(?:further\s+)?clarification|seeking\s+clarification|clarify\s+(?:what|which|your))",
    re.IGNORECASE,
)
_THANKED = re.compile(
    r"thank\s+you\s+for\s+(?:your\s+clarification|clarifying|providing\s+clarification)|(?:your|the)\s+clarification\s+(?:\w+\s+){0,8}received|(?:you|we)\s+(?:subsequently\s+|later\s+|then\s+)?(?:clarified|received\s+(?:your\s+|the\s+)?(?:\w+\s+)?clarification)|following\s+(?:your\s+|receipt\s+of\s+(?:your\s+)?|the\s+)clarification|(?:asked|contacted)\s+you\s+(?:to\s+clarify|for\s+clarification)|clarification\s+(?:was\s+)?(?:sought|requested|received)\s+(?:from\s+you|on\s+\d)",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?<=[\w.?!)\"'])\s+clarification:\s+(?P<rest>\S[^\n]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A clarification and the lines it takes within a request."""

    read: ClarificationRead
    finding: Finding
    lines: tuple[Line, ...]


def within_request(source: Source, lines: Sequence[Line]) -> tuple[Exchange | None, list[Line]]:
    """The clarification printed inside a request, and the request's lines without it."""
    asked: list[Line] = []
    answered: list[Line] = []
    kept: list[Line] = []
    current: list[Line] | None = None
    for line in lines:
        heading = _HEADING.match(line.body) if len(line.text) < 2000 else None
        if heading:
            side = (heading["side"] or heading["side2"] or "").lower()
            current = asked if side in ("sought", "requested", "asked", "request") else answered
            if heading["rest"]:
                current.append(source.piece(line.at + heading.start("rest"), line.end))
        elif current is not None and not _resumes(line):
            current.append(line)
        else:
            current = None
            kept.append(line)
    if not asked and not answered:
        return _inline(source, lines), kept
    taken = tuple(asked + answered)
    return _exchange(source, taken, source.joined(asked), source.joined(answered), 0.95), kept


def _resumes(line: Line) -> bool:
    label = label_at(line.body)
    if label is not None and label.kind in (Kind.WORD, Kind.NUMBER, Kind.CAPITAL):
        return True
    return re.match(r"(?:answers?|response|reply)\b.{0,12}$", line.body, re.IGNORECASE) is not None


def _exchange(
    source: Source, lines: tuple[Line, ...], asked: str, answered: str, confidence: float
) -> Exchange:
    text = source.joined(lines)
    about = _ABOUT.search(text)
    start, end = min(line.start for line in lines), max(line.end for line in lines)
    read = ClarificationRead(text, about["label"] if about else "", asked, answered)
    return Exchange(read, Finding("clarification", text[:200], start, end, confidence), lines)


def _inline(source: Source, lines: Sequence[Line]) -> Exchange | None:
    for line in lines:
        match = _INLINE.search(line.text)
        if match:
            piece = source.piece(line.start + match.start("rest"), line.end)
            return _exchange(source, (piece,), "", source.joined([piece]), 0.85)
    return None


def between_letters(source: Source, letters: Sequence[Letter]) -> Exchange | None:
    """A clarification asked for in one letter and answered in another, or acknowledged by the reply."""
    asked: Line | None = None
    thanked: Line | None = None
    for letter in letters:
        if letter.sender is not Sender.AUTHORITY or not letter.lines:
            continue
        start, end = letter.lines[0].start, letter.lines[-1].end
        question = _ASKED.search(source.text, start, end)
        thanks = _THANKED.search(source.text, start, end)
        if question and not letter.quoted:
            asked = _sentence(source, question.start(), start, end)
        if thanks:
            thanked = thanked or _sentence(source, thanks.start(), start, end)
    if thanked is None:
        return None
    lines = (asked, thanked) if asked and asked.start != thanked.start else (thanked,)
    answer = _answer_after(source, letters, asked)
    return _exchange(source, lines, source.joined([asked]) if asked else "", answer, 0.85 if asked else 0.7)


def _sentence(source: Source, at: int, start: int, end: int) -> Line:
    begin = max(source.text.rfind(". ", start, at), source.text.rfind(".\n", start, at), start - 2) + 2
    stop = re.compile(r"[.?!](?=\s|$)").search(source.text, at, end)
    return source.piece(max(begin, start), stop.end() if stop else end)


def _answer_after(source: Source, letters: Sequence[Letter], asked: Line | None) -> str:
    if asked is None:
        return ""
    for letter in letters:
        if letter.sender is Sender.REQUESTER and letter.lines and letter.lines[0].start > asked.start:
            return source.joined(line for line in letter.lines if not line.body.lower().startswith("dear "))
    return ""
