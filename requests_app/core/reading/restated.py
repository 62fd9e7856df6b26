"""Where a reply restates the questions: in the request it quotes, and again before its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.likeness import likeness
from requests_app.core.reading.lines import Line, lines_of, outside, source_of
from requests_app.core.reading.records import PartRead, QuestionRead, ReplyReading
from requests_app.core.reading.replies import questions_of

_NOT_THEIRS = frozenset(
    {"quoted", "other letter", "furniture", "boilerplate", "signature", "header", "table"}
)
_LEAST = 0.6  # how alike a line must be to a question to begin its restatement
LONGEST_BLOCK = 6_000  # characters of one restatement


@dataclass(frozen=True, slots=True)
class Restated:
    """The questions as the reply has them. ``quoted`` is its quotation of the request, ``before_answers`` what it
    prints again above an answer; offsets are those of the reply.
    """

    quoted: tuple[QuestionRead, ...]
    before_answers: tuple[QuestionRead, ...]


def restated_in(reading: ReplyReading, text: str, asked: Sequence[str]) -> Restated:
    """Find both. ``asked`` are our questions with their parts, as one text each."""
    elsewhere = [
        (each.start, each.end) for each in reading.findings if each.what in {"quoted", "other letter"}
    ]
    quoted = tuple(
        each
        for each in reading.questions
        if each.start is not None and not any(start <= each.start < end for start, end in elsewhere)
    )
    return Restated(quoted, tuple(_before_answers(reading, text, asked)))


def _before_answers(reading: ReplyReading, text: str, asked: Sequence[str]) -> Iterator[QuestionRead]:
    """Blocks that begin with a line like a question of ours and end where an answer or the next of them begins."""
    source = source_of(text)
    taken = sorted(_taken(reading))
    lines = outside(lines_of(source), taken)
    begins = [line for line in lines if _is_restatement(line, asked)]
    begun = {line.at for line in begins}
    for line in begins:
        stops = [start for start, _ in taken if start > line.at] + [at for at in begun if at > line.at]
        end = min([*stops, line.at + LONGEST_BLOCK, len(text)])
        for question in questions_of(text[line.at : end])[:1]:
            yield _continued(_moved(question, line.at), text, end)


def _continued(question: QuestionRead, text: str, at: int) -> QuestionRead:
    """With the part that follows where the answer was thought to begin: one that bears the next letter."""
    parts = list(question.parts)
    while parts and (match := _PART.match(text, at)) and _follows(parts[-1].label, match["label"]):
        parts.append(PartRead(match["label"], match["text"].strip(), match.start("text"), match.end("text")))
        at = match.end()
    if len(parts) == len(question.parts):
        return question
    return replace(question, parts=tuple(parts), end=parts[-1].end)


_PART = re.compile(r"\s*(?P<label>\(?[b-z0-9]{1,2}[.)])\s+(?P<text>[^\d\n|]{3,120})(?=\n)")


def _follows(label: str, following: str) -> bool:
    """Whether one label is the next after another: (c) and (d), 2. and 3."""
    before, after = label.strip(" ().").lower(), following.strip(" ().").lower()
    if before.isdigit() and after.isdigit():
        return int(after) == int(before) + 1
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


def _taken(reading: ReplyReading) -> Iterator[tuple[int, int]]:
    """What is no restatement: the quoted request, the answers, the furniture of the letter."""
    for question in reading.questions:
        if question.start is not None and question.end is not None:
            yield question.start, question.end
    for answer in reading.answers:
        if answer.start is not None and answer.end is not None:
            yield answer.start, answer.end
    for finding in reading.findings:
        if finding.what in _NOT_THEIRS:
            yield finding.start, finding.end


def _is_restatement(line: Line, asked: Sequence[str]) -> bool:
    body = line.body
    if len(body) < 12:
        return False
    words = len(body.split())
    for question in asked:
        head = " ".join(question.split()[: words + 2])
        if likeness(head, body) >= _LEAST:
            return True
    return False


def _moved(question: QuestionRead, by: int) -> QuestionRead:
    """The question with places in the reply instead of the block it was read from."""
    return replace(
        question,
        start=None if question.start is None else question.start + by,
        end=None if question.end is None else question.end + by,
        parts=tuple(_moved_part(part, by) for part in question.parts),
    )


def _moved_part(part: PartRead, by: int) -> PartRead:
    return replace(
        part,
        start=None if part.start is None else part.start + by,
        end=None if part.end is None else part.end + by,
    )
