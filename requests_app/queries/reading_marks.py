"""Where each thing that was read stands in the reply, and beside which field of the review it is shown.

A mark has a number, in the order of the text: the keyboard, the links and both sides of the page go by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from requests_app.core.reading.records import THRESHOLD, Finding, ReplyReading
from requests_app.core.states import Outcome

EXCERPT = 120
"""Characters of a passage shown beside the field it belongs to."""

REASONS = 2
"""Reasons shown for the kind of message."""

ASKED, SAID, GROUND, FACT, OFFER, WHY = "asked", "said", "ground", "fact", "offer", "why"
"""The families of marks: each has its own hue and line on the sheet."""

_FACTS = {
    "reference": ("Reference", FACT, "reference", "Is this their reference?"),
    "date_received": ("They received it", FACT, "came", "Is this the day your request came?"),
    "date_responded": ("Date", FACT, "issued", "Is this the date of their letter?"),
    "decision": ("Decision", SAID, "decision", "Is this what they decided?"),
    "clarification": ("Clarification", ASKED, "clarification", "Is this what was clarified?"),
    "assistance": ("Help offered", OFFER, "assistance", "Do they offer help here?"),
    "cost_estimate": ("Cost", GROUND, "cost", "Is this an estimate of the cost?"),
    "published": ("Published", OFFER, "published", "Do they say that this is published already?"),
    "review_right": ("Review", OFFER, "rights", "Do they tell you here that you can ask for a review?"),
    "complaint_right": ("Complaint", OFFER, "rights", "Do they tell you here that you can complain?"),
}
"""What a finding is called on the sheet, its family, its place in the review, and how it is asked about."""

_DETAILS = {
    "reference": ("Reference", "reference"),
    "received_on": ("They received it", "their_received"),
    "promised_on": ("Promised", "promised"),
    "promised_working_days": ("Promised", "promised"),
    "asked": ("They ask", "asked"),
    "amount": ("Fee", "amount"),
    "pay_by": ("Pay by", "pay_by"),
    "exemptions": ("Reason", "extension_grounds"),
    "extended_to": ("Extended to", "extended_to"),
    "extended_working_days": ("Extended by", "extended_to"),
    "transferred_to": ("Passed to", "transferred_to"),
    "send_to": ("Send it to", "send_to"),
    "undelivered": ("Not delivered", "undelivered"),
    "about_review": ("Review", "about_review"),
}
_ALSO = {"reference": "reference", "received_on": "date_received"}
"""What is told again among the details of a message that answers nothing."""

FOLDED = {
    "header": "Head of the letter",
    "boilerplate": "Closing that every letter of theirs has",
    "signature": "Signature",
    "quoted": "Quoted letter",
    "other letter": "Another letter in the same text",
    "furniture": "Page furniture",
}
"""What is set apart on the sheet, and what to call it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage, marked. ``targets`` are the places of the review it belongs to, the first one foremost.

    ``text`` is the beginning of the passage as it stands, on one line.
    """

    number: int
    start: int
    end: int
    label: str
    family: str
    targets: tuple[str, ...]
    confidence: float
    text: str
    question: str = "Is this right?"

    @property
    def unsure(self) -> bool:
        """Whether it is put to the person as a question."""
        return self.confidence < THRESHOLD


@dataclass(frozen=True, slots=True)
class Fold:
    """A passage set apart: shown folded, never lost."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Places:
    """To which of our questions the questions, parts and answers of the reply belong, by their keys in the reply."""

    questions: Mapping[int, str] = field(default_factory=dict)
    parts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    answers: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A passage to be marked, beside one place of the review."""

    start: int
    end: int
    label: str
    family: str
    target: str
    confidence: float
    question: str = "Is this right?"


def marks_of(reading: ReplyReading, text: str, places: Places, more: Iterable[Found] = ()) -> list[Mark]:
    """Every passage worth a look, numbered in the order of the text. One passage read twice in the same way (an answer
    to two questions) is one mark with two targets. ``more`` is what was found beside the reading.
    """
    merged: dict[tuple[int, int, str], list[Found]] = {}
    for found in (*_found(reading, places), *more):
        if 0 <= found.start < found.end <= len(text):
            merged.setdefault((found.start, found.end, found.family), []).append(found)
    ordered = sorted(merged.values(), key=lambda group: (group[0].start, -group[0].end))
    return [_mark(number, group, text) for number, group in enumerate(ordered, start=1)]


def _mark(number: int, group: list[Found], text: str) -> Mark:
    first = group[0]
    label = first.label
    others = [each.label.removeprefix("Answer ") for each in group[1:] if each.label.startswith("Answer ")]
    if first.label.startswith("Answer ") and others:
        label = f"{label}, {', '.join(others)}"
    return Mark(
        number,
        first.start,
        first.end,
        label,
        first.family,
        tuple(dict.fromkeys(each.target for each in group)),
        max(each.confidence for each in group),
        excerpt(text, first.start, first.end),
        first.question,
    )


def excerpt(text: str, start: int, end: int) -> str:
    """The beginning of a passage on one line."""
    words = " ".join(text[start : min(end, start + 4 * EXCERPT)].split())
    return words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]}…"


def folds_of(findings: Iterable[Finding], text: str) -> list[Fold]:
    """What is set apart, in order, none overlapping another; what follows on something of its kind is one with it."""
    folds: list[Fold] = []
    spans = sorted(
        (finding.start, finding.end, FOLDED[finding.what])
        for finding in findings
        if finding.what in FOLDED and 0 <= finding.start < finding.end <= len(text)
    )
    for start, end, label in spans:
        last = folds[-1] if folds else None
        if last and last.label == label and not text[last.end : start].strip():
            folds[-1] = Fold(last.start, max(end, last.end), label)
            continue
        at = max(start, last.end) if last else start
        if at < end:
            folds.append(Fold(at, end, label))
    return folds


def _found(reading: ReplyReading, places: Places) -> Iterator[Found]:
    yield from _kind(reading)
    told = set() if reading.kind.kind.answers else {_ALSO.get(each.what) for each in reading.kind.details}
    for finding in reading.findings:
        if finding.what in told:
            continue
        if finding.what in _FACTS:
            label, family, target, question = _FACTS[finding.what]
            yield Found(finding.start, finding.end, label, family, target, finding.confidence, question)
        elif finding.what == "exemption":
            yield _ground(reading, finding, places)
    yield from _questions(reading, places)
    yield from _answers(reading, places)
    for place, table in enumerate(reading.tables, start=1):
        if table.start is not None and table.end is not None:
            target = f"table-{place}"
            doubt = "Is this a table?"
            yield Found(table.start, table.end, f"Table {place}", SAID, target, table.confidence, doubt)


def _kind(reading: ReplyReading) -> Iterator[Found]:
    """What speaks most for the kind, and what messages of that kind say."""
    why = {finding.text.casefold(): finding for finding in reversed(reading.kind.why) if finding.end}
    for finding in sorted(why.values(), key=lambda each: (-each.confidence, each.start))[:REASONS]:
        sure = max(finding.confidence, THRESHOLD)  # the kind itself is asked about, not each reason for it
        yield Found(finding.start, finding.end, "Kind", WHY, "kind", sure)
    if reading.kind.kind.answers:
        return
    for finding in reading.kind.details:
        if finding.what in _DETAILS:
            label, target = _DETAILS[finding.what]
            yield Found(finding.start, finding.end, label, FACT, target, finding.confidence)


def _ground(reading: ReplyReading, finding: Finding, places: Places) -> Found:
    """A ground belongs to the answer it stands in, or else to the whole reply."""
    target = "grounds"
    for place, answer in enumerate(reading.answers):
        if answer.start is not None and answer.end is not None and answer.start <= finding.start < answer.end:
            target = places.answers.get(place, "others")
    question = "Do they rely on this section?"
    return Found(finding.start, finding.end, "Ground", GROUND, target, finding.confidence, question)


def _questions(reading: ReplyReading, places: Places) -> Iterator[Found]:
    for place, question in enumerate(reading.questions):
        target = places.questions.get(place, "restated")
        name = question.label or str(place + 1)
        doubt = f"Is this question {name}?"
        if question.start is not None and question.end is not None:
            label = name if name.lower().startswith(("question", "request")) else f"Question {name}"
            yield Found(question.start, question.end, label, ASKED, target, question.confidence, doubt)
        for number, part in enumerate(question.parts):
            if part.start is not None and part.end is not None:
                at = places.parts.get((place, number), target)
                label = f"Part {part.label or number + 1}"
                doubt = f"Is this a part of question {name}?"
                yield Found(part.start, part.end, label, ASKED, at, question.confidence, doubt)


def _answers(reading: ReplyReading, places: Places) -> Iterator[Found]:
    for place, answer in enumerate(reading.answers):
        if answer.start is None or answer.end is None or answer.outcome is Outcome.UNANSWERED:
            continue
        target = places.answers.get(place, "others")
        doubt = f"Is this the answer to {answer.key}?"
        yield Found(answer.start, answer.end, f"Answer {answer.key}", SAID, target, answer.confidence, doubt)
