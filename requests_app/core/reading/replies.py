"""The pipeline: from the text of a reply to what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading import clarifications, dates
from requests_app.core.reading.abbreviations import find_abbreviations
from requests_app.core.reading.answers import Unit, keys_of, strip_question, units_of
from requests_app.core.reading.correspondence import Letter, Sender, clean, is_closing, letters_of
from requests_app.core.reading.grounds import Ground, as_findings, find_grounds
from requests_app.core.reading.lines import Line, Source, lines_of, source_of
from requests_app.core.reading.outcomes import (
    inferred_decision,
    is_back_reference,
    kind_of,
    outcome_of,
    sentences,
    stated_decision,
    whole_decision,
)
from requests_app.core.reading.questions import Found, find_questions
from requests_app.core.reading.records import AnswerRead, Finding, QuestionRead, ReplyReading
from requests_app.core.reading.references import find_reference
from requests_app.core.reading.request_block import Block, block_of
from requests_app.core.reading.table_finder import find_tables
from requests_app.core.states import Decision, Outcome


@dataclass(frozen=True, slots=True)
class _Parts:
    """What the steps hand to each other."""

    source: Source
    letters: tuple[Letter, ...]
    reply: Letter
    block: Block
    found: tuple[Found, ...]
    exchange: clarifications.Exchange | None


def read_reply(text: str) -> ReplyReading:
    """Read a reply. Any text gives a reading; offsets in its findings are those of ``text``."""
    source = source_of(text)
    lines, dropped = clean(lines_of(source))
    if not lines:
        return ReplyReading(findings=tuple(dropped), warnings=("There is no text to read.",))
    parts = _divide(source, lines)
    answers = _answers(parts)
    body = _reply_lines(parts)
    cost = any(answer.outcome is Outcome.COST_LIMIT for answer in answers)
    grounds = find_grounds(source, body, cost=cost)
    decision = _decision(parts, answers, body)
    reference = find_reference(source, lines, _span(parts.block.request) if not parts.block.pairs else None)
    received = dates.find_received(source)
    responded = dates.find_responded(source, lines, received[0] if received else None)
    tables = find_tables(source, parts.reply.lines)
    found = [item for item in (reference, received and received[1], responded and responded[1]) if item]
    return ReplyReading(
        reference=reference.text if reference else None,
        date_received=received[0] if received else None,
        date_responded=responded[0] if responded else parts.reply.sent_on,
        questions=tuple(question.read for question in parts.found),
        clarification=parts.exchange.read if parts.exchange else None,
        decision=decision[0] if decision else None,
        decision_explicit=bool(decision and decision[1]),
        answers=tuple(answers),
        exemptions=tuple(ground.printed for ground in grounds),
        tables=tuple(placed.table for placed in tables),
        abbreviations=find_abbreviations(source, body),
        findings=tuple([*found, *_findings(parts, answers, grounds, decision), *dropped]),
    )


def questions_of(letter: str) -> tuple[QuestionRead, ...]:
    """The questions of a request letter somebody typed or pasted."""
    source = source_of(letter)
    lines, _ = clean(lines_of(source))
    if not lines:
        return ()
    body = letters_of(source, lines)[0].lines
    return tuple(question.read for question in find_questions(source, body))


def _span(lines: Sequence[Line]) -> tuple[int, int] | None:
    return (lines[0].start, lines[-1].end) if lines else None


def _divide(source: Source, lines: Sequence[Line]) -> _Parts:
    letters = letters_of(source, lines)
    reply = _reply_letter(letters)
    block = block_of(source, reply.lines)
    exchange, request = clarifications.within_request(source, block.request)
    if exchange is None:
        exchange = clarifications.between_letters(source, letters)
    found = find_questions(source, request, pairs=block.pairs)
    return _Parts(source, tuple(letters), reply, block, tuple(found), exchange)


def _reply_letter(letters: Sequence[Letter]) -> Letter:
    """The last letter of the authority that is not quoted below another."""
    for letter in reversed(letters):
        if letter.sender is Sender.AUTHORITY and not letter.quoted and letter.lines:
            return letter
    return letters[0]


def _reply_lines(parts: _Parts) -> list[Line]:
    out = []
    for line in parts.block.reply:
        if is_closing(line):
            break
        out.append(line)
    return out


def _answers(parts: _Parts) -> list[AnswerRead]:
    keys = keys_of([question.read for question in parts.found])
    units = units_of(parts.source, parts.found, parts.block.reply)
    if not units and parts.block.pairs:
        units = [Unit([(index, "")], _open(question.rest)) for index, question in enumerate(parts.found)]
    if not units:
        body = _reply_lines(parts)
        units = [Unit([(index, "") for index in range(len(parts.found))], body)] if body else []
    out = [answer for unit in units for answer in _unit_answers(parts, keys, unit)]
    return _followed(out)


def _open(lines: Sequence[Line]) -> list[Line]:
    stop = next((index for index, line in enumerate(lines) if is_closing(line)), len(lines))
    return list(lines[:stop])


def _unit_answers(parts: _Parts, keys: Sequence[str], unit: Unit) -> list[AnswerRead]:
    out = []
    for index, part in unit.targets:
        question = parts.found[index].read
        stripped = strip_question(parts.source, question, unit.lines)
        text = parts.source.stacked(stripped.lines)
        outcome = outcome_of(text)
        if outcome is Outcome.DISCLOSED and stripped.changed:
            outcome = Outcome.DISCLOSED_IN_PART
        span = _span(stripped.lines) or (None, None)
        sections = tuple(
            g.printed for g in find_grounds(parts.source, stripped.lines, cost=outcome is Outcome.COST_LIMIT)
        )
        out.append(AnswerRead(keys[index], part, outcome, text, sections, span[0], span[1]))
    return out


def _followed(answers: Sequence[AnswerRead]) -> list[AnswerRead]:
    """Answers that only point to an earlier one take its outcome."""
    out: list[AnswerRead] = []
    for answer in answers:
        if out and is_back_reference(answer.text) and answer.outcome is Outcome.DISCLOSED:
            wanted = re.search(r"\d{1,2}", answer.text)
            earlier = next((a for a in out if wanted and a.label == wanted[0]), out[-1])
            answer = AnswerRead(  # noqa: PLW2901
                answer.label,
                answer.part,
                earlier.outcome,
                answer.text,
                answer.sections,
                answer.start,
                answer.end,
            )
        out.append(answer)
    return out


def _decision(
    parts: _Parts, answers: Sequence[AnswerRead], body: Sequence[Line]
) -> tuple[Decision, bool, Finding | None] | None:
    span = _span(body)
    stated = stated_decision(parts.source, *span) if span else None
    if stated:
        return stated[0], True, stated[1]
    read = [(sentence, kind_of(sentence)) for sentence in sentences(parts.source.stacked(body))]
    whole = whole_decision(read)
    if whole:
        return whole, True, None
    inferred = inferred_decision([answer.outcome for answer in answers])
    explicit = any(answer.outcome not in (Outcome.DISCLOSED, Outcome.UNANSWERED) for answer in answers)
    return (inferred, explicit, None) if inferred else None


def _findings(
    parts: _Parts,
    answers: Sequence[AnswerRead],
    grounds: Sequence[Ground],
    decision: tuple[Decision, bool, Finding | None] | None,
) -> list[Finding]:
    out = [
        Finding("question", q.read.text[:200], q.start, q.end, 0.9 if q.label else 0.6) for q in parts.found
    ]
    out.extend(
        Finding("answer", f"{a.key}: {a.outcome.value}", a.start, a.end, 0.7)
        for a in answers
        if a.start is not None and a.end is not None
    )
    if parts.exchange:
        out.append(parts.exchange.finding)
    if decision and decision[2]:
        out.append(decision[2])
    return out + as_findings(grounds)
