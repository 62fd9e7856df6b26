"""What the program reads in a reply, set beside the questions of the request, for a person to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.matching import match_answers
from requests_app.core.reading import AnswerRead, ReplyReading, read_reply
from requests_app.core.states import Outcome
from requests_app.models import Message, Question

UNSURE_BELOW = 0.6
"""Findings less sure than this are put to the person as a question."""

_MARKED = {
    "reference": "reference",
    "decision": "decision",
    "clarification": "clarification",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding as the sheet marks it: where it stands, what it is, its number for the keyboard."""

    start: int
    end: int
    what: str
    number: int
    tone: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """``answers`` pairs every question with what the reply says to it (None: nothing found)."""

    reading: ReplyReading
    answers: list[tuple[Question, AnswerRead | None]]
    marks: list[Marked]


def proposal(message: Message) -> Proposal:
    """Read a reply against its request. One query for the questions."""
    reading = read_reply(message.body)
    questions = list(message.foi_request.questions.filter(parent=None).order_by("position"))
    found = match_answers([question.label for question in questions], reading.answers)
    return Proposal(reading, list(zip(questions, found, strict=True)), _marks(reading))


def _marks(reading: ReplyReading) -> list[Marked]:
    """The findings worth a look, in the order of the text, none inside another."""
    marks: list[Marked] = []
    reached = -1
    for finding in sorted(reading.findings, key=lambda each: (each.start, -each.end)):
        if finding.start < reached or finding.end <= finding.start:
            continue
        reached = finding.end
        tone = "due" if finding.confidence < UNSURE_BELOW else ""
        marks.append(Marked(finding.start, finding.end, finding.what, len(marks) + 1, tone))
    return marks


def initial_answer(read: AnswerRead | None) -> dict[str, str]:
    """One answer as its form begins: unanswered where nothing was found."""
    if read is None:
        return {"outcome": Outcome.UNANSWERED.value, "text": "", "sections": "", "note": ""}
    return {
        "outcome": read.outcome.value,
        "text": read.text,
        "sections": ", ".join(read.sections),
        "note": "",
    }
