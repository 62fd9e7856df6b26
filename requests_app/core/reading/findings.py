"""Every thing read as a finding: what it is, where it stands, how sure it is; and what was set apart.

Nothing of the text is lost: quoted letters, signatures and the closing every letter of a family has are findings too,
so that a page can show them folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from requests_app.core.reading.correspondence import Letter, is_closing
from requests_app.core.reading.division import Division
from requests_app.core.reading.grounds import Ground
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import (
    AnswerRead,
    AssistanceRead,
    CostEstimateRead,
    Finding,
    PublishedRead,
    QuestionRead,
    RightsRead,
    TableRead,
)
from requests_app.core.states import Outcome

SHOWN = 200  # characters of a finding's text


def of_questions(questions: Iterable[QuestionRead]) -> Iterator[Finding]:
    """The questions and those of their parts whose place is known."""
    for question in questions:
        if question.start is None or question.end is None:
            continue
        yield Finding("question", question.text[:SHOWN], question.start, question.end, question.confidence)
        for part in question.parts:
            if part.start is not None and part.end is not None:
                text = f"{part.label} {part.text}".strip()[:SHOWN]
                yield Finding("part", text, part.start, part.end, round(question.confidence - 0.05, 2))


def of_answers(answers: Iterable[AnswerRead]) -> Iterator[Finding]:
    """The answers that stand somewhere. One reply to several questions is found once for each."""
    for answer in answers:
        if answer.start is not None and answer.end is not None and answer.outcome is not Outcome.UNANSWERED:
            text = f"{answer.key}: {answer.outcome.value}"
            yield Finding("answer", text, answer.start, answer.end, answer.confidence)


def of_grounds(grounds: Iterable[Ground]) -> Iterator[Finding]:
    """The grounds relied on."""
    return (Finding("exemption", g.printed, g.start, g.end, g.confidence) for g in grounds)


def of_tables(tables: Iterable[TableRead]) -> Iterator[Finding]:
    """The tables."""
    for table in tables:
        if table.start is not None and table.end is not None:
            text = table.title or f"{len(table.rows)} rows, {len(table.columns)} columns"
            yield Finding("table", text[:SHOWN], table.start, table.end, table.confidence)


def of_offers(
    assistance: Iterable[AssistanceRead],
    estimates: Iterable[CostEstimateRead],
    published: Iterable[PublishedRead],
) -> Iterator[Finding]:
    """Assistance, estimates of cost and places where information is published."""
    yield from (Finding("assistance", a.text[:SHOWN], a.start, a.end, a.confidence) for a in assistance)
    yield from (Finding("cost_estimate", e.text[:SHOWN], e.start, e.end, e.confidence) for e in estimates)
    yield from (Finding("published", p.place[:SHOWN], p.start, p.end, p.confidence) for p in published)


def of_rights(rights: RightsRead) -> Iterator[Finding]:
    """The rights stated."""
    for right, what in ((rights.review, "review_right"), (rights.complaint, "complaint_right")):
        if right is not None:
            yield Finding(what, right.text[:SHOWN], right.start, right.end, right.confidence)


def set_apart(source: Source, division: Division) -> Iterator[Finding]:
    """The other letters of the text, and of the reply its header, closing and signature."""
    for letter in division.letters:
        if letter is not division.letter:
            yield from _other(source, letter)
    reply = division.letter
    yield from _block(source, "header", reply.header)
    closing = next(
        (place for place, line in enumerate(reply.lines) if _closes(division, line)), len(reply.lines)
    )
    yield from _block(source, "boilerplate", reply.lines[closing:])
    yield from _block(source, "signature", reply.tail)


def _closes(division: Division, line: Line) -> bool:
    """Whether the line begins what follows the reply; a closing formula within a request quoted whole does not."""
    last = division.reply[-1].end if division.reply else 0
    return is_closing(line) and line.start >= last


def _other(source: Source, letter: Letter) -> Iterator[Finding]:
    what = "quoted" if letter.quoted else "other letter"
    yield from _block(source, what, (*letter.header, *letter.lines, *letter.tail))


def _block(source: Source, what: str, lines: Sequence[Line]) -> Iterator[Finding]:
    if lines:
        start, end = min(line.at for line in lines), max(line.end for line in lines)
        yield Finding(what, source.printed(start, min(end, start + SHOWN)), start, end, 0.85)
