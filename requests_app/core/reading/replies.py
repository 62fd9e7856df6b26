"""The pipeline: from the text of a reply to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from requests_app.core.reading.abbreviations import find_abbreviations
from requests_app.core.reading.answering import find_answers
from requests_app.core.reading.assistance import find_assistance
from requests_app.core.reading.correspondence import is_closing, letters_of, lines_read
from requests_app.core.reading.costs import find_cost_estimates
from requests_app.core.reading.dates import find_received, find_responded
from requests_app.core.reading.deciding import decide
from requests_app.core.reading.division import Division, divide, divide_row
from requests_app.core.reading.findings import (
    of_answers,
    of_grounds,
    of_offers,
    of_questions,
    of_rights,
    of_tables,
    set_apart,
)
from requests_app.core.reading.grounds import Ground, find_grounds
from requests_app.core.reading.kind_letters import with_kind
from requests_app.core.reading.lines import Line, Source, outside, wrap_width
from requests_app.core.reading.log_rows import LogRow, find_log_row
from requests_app.core.reading.memory import forgetting
from requests_app.core.reading.outcomes import kind_of, sentences
from requests_app.core.reading.passages import passages_of
from requests_app.core.reading.published import find_published
from requests_app.core.reading.questions import find_questions
from requests_app.core.reading.records import Finding, QuestionRead, ReplyReading
from requests_app.core.reading.references import find_reference
from requests_app.core.reading.rights import find_rights
from requests_app.core.reading.table_finder import find_tables
from requests_app.core.reading.warnings import warnings_of
from requests_app.core.states import Decision, Outcome

LONGEST = 2_000_000  # characters: a thousand pages; what lies beyond is not read, and said so


def read_reply(text: str) -> ReplyReading:
    """Read a reply. Any text gives a reading; offsets in its findings are those of ``text``."""
    with forgetting():
        source, lines, dropped = lines_read(text[:LONGEST])
        if not lines:
            return ReplyReading(findings=dropped, warnings=("There is no text to read.",))
        row = find_log_row(source)
        if row is not None:
            return _read_row(source, row)
        return with_kind(text, _read_letters(source, lines, dropped, cut=len(text) > LONGEST))


def questions_of(letter: str) -> tuple[QuestionRead, ...]:
    """The questions of a request letter somebody typed or pasted."""
    with forgetting():
        source, lines, _ = lines_read(letter[:LONGEST])
        if not lines:
            return ()
        body = letters_of(source, lines)[0].lines
        return tuple(question.read for question in find_questions(source, body, width=wrap_width(body)))


def _read_letters(
    source: Source, lines: Sequence[Line], dropped: Sequence[Finding], *, cut: bool
) -> ReplyReading:
    division = divide(source, lines)
    answered = find_answers(division)
    answers = answered.answers
    decided = decide(division, answered)
    cost = decided.cost or any(answer.outcome is Outcome.COST_LIMIT for answer in answers)
    cost = cost or (not answers and _says_too_costly(division))
    grounds = find_grounds(source, division.said, cost=cost, beside=_beside(division))
    if not grounds and decided.decision is Decision.REFUSED:
        grounds = find_grounds(source, division.said, cost=cost, told=True)
    quoted = [(question.start, question.end) for question in division.found]
    reference = find_reference(source, lines, quoted)
    received = find_received(source)
    responded = find_responded(source, lines, received[0] if received else None)
    tables = [placed.table for placed in find_tables(source, (*division.printed, *division.letter.tail))]
    said = passages_of(source, [line for line in division.said if not is_closing(line)])
    spoken = outside((*division.letter.lines, *division.letter.tail), quoted)
    reading = ReplyReading(
        reference=reference.text if reference else None,
        date_received=received[0] if received else None,
        date_responded=_responded(division, responded),
        questions=tuple(question.read for question in division.found),
        clarification=division.exchange.read if division.exchange else None,
        decision=decided.decision,
        decision_explicit=decided.explicit,
        answers=answers,
        exemptions=tuple(ground.printed for ground in grounds),
        tables=tuple(tables),
        assistance=tuple(find_assistance(source, said)),
        cost_estimates=tuple(find_cost_estimates(source, said)),
        published=tuple(find_published(source, said, answers)),
        rights=find_rights(source, passages_of(source, spoken)),
        abbreviations=find_abbreviations(source, division.said),
        warnings=warnings_of(source, division, tables, cut=cut),
    )
    placed = [item for item in (reference, received and received[1], responded and responded[1]) if item]
    about = [item for item in (division.exchange and division.exchange.finding, decided.finding) if item]
    return replace(
        reading,
        findings=(*placed, *_findings(reading, grounds), *about, *set_apart(source, division), *dropped),
    )


def _says_too_costly(division: Division) -> bool:
    """Whether a reply to questions that do not stand in the text refuses on cost."""
    return any(
        kind_of(each) is Outcome.COST_LIMIT for each in sentences(division.source.stacked(division.said))
    )


def _beside(division: Division) -> list[Line]:
    """The lines of the reply's letter in which the authority need not be the one who speaks, and those below its
    sign-off.
    """
    said = set(division.said)
    return [line for line in (*division.letter.lines, *division.letter.tail) if line not in said]


def _responded(division: Division, found: tuple[date, Finding] | None) -> date | None:
    """The day a collector wrote above the letter is surer than one in it."""
    return division.letter.sent_on or (found[0] if found else None)


def _read_row(source: Source, row: LogRow) -> ReplyReading:
    division = divide_row(source, row)
    at = source.plain.find(row.status) if row.status else -1
    status = [source.piece(at, at + len(row.status))] if at >= 0 else []
    grounds = find_grounds(source, status, cost=row.decision is Decision.COST_LIMIT)
    return ReplyReading(
        reference=row.reference or None,
        date_received=row.received,
        date_responded=row.responded,
        questions=tuple(question.read for question in division.found),
        clarification=division.exchange.read if division.exchange else None,
        decision=row.decision,
        decision_explicit=row.decision is not None,
        exemptions=tuple(ground.printed for ground in grounds),
        warnings=("This is a row of a disclosure log: it holds the request and a status, not the answer.",),
        findings=(
            *of_questions(question.read for question in division.found),
            *of_grounds(grounds),
        ),
    )


def _findings(reading: ReplyReading, grounds: Sequence[Ground]) -> Iterator[Finding]:
    yield from of_questions(reading.questions)
    yield from of_answers(reading.answers)
    yield from of_grounds(grounds)
    yield from of_tables(reading.tables)
    yield from of_offers(reading.assistance, reading.cost_estimates, reading.published)
    yield from of_rights(reading.rights)
