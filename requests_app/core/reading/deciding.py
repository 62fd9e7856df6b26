"""The decision on the request as a whole: written down, or following from the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.answering import Answered
from requests_app.core.reading.decisions import inferred_decision, stated_decision, whole_decision
from requests_app.core.reading.division import Division
from requests_app.core.reading.lines import Line
from requests_app.core.reading.outcomes import kind_of, sentences
from requests_app.core.reading.records import Finding
from requests_app.core.states import Decision, Outcome


@dataclass(frozen=True, slots=True)
class Decided:
    """``explicit`` is false where the decision only follows from the answers; ``cost`` says that the letter
    as a whole refuses on cost.
    """

    decision: Decision | None
    explicit: bool
    finding: Finding | None
    cost: bool


def decide(division: Division, answered: Answered) -> Decided:
    """A formula for the whole request wins over what sentences say of it, and both over the answers."""
    source, said, answers = division.source, division.said, answered.answers
    stated = None
    for start, end in _stretches(said):
        stated = stated or stated_decision(source, start, end)
    read = [(sentence, kind_of(sentence)) for sentence in sentences(source.stacked(_outside(said, answered)))]
    whole = whole_decision(read)
    cost = whole is Decision.COST_LIMIT
    if stated:
        return Decided(stated[0], True, stated[1], cost)
    distinct = {a.outcome for a in answers} - {Outcome.DISCLOSED, Outcome.UNANSWERED, Outcome.NOT_FOI}
    if whole and not (whole is Decision.IN_PART and answered.own and distinct & _OTHERWISE):
        return Decided(whole, True, None, cost)
    decision = inferred_decision([answer.outcome for answer in answers])
    return Decided(decision, decision is not None and bool(distinct), None, cost)


# "We hold some of it" is no decision where single questions are refused.
_OTHERWISE = frozenset({Outcome.REFUSED, Outcome.NCND, Outcome.COST_LIMIT})


def _stretches(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Neighbouring lines as one stretch, so that a formula may wrap."""
    out: list[tuple[int, int]] = []
    for line in lines:
        if out and line.start - out[-1][1] <= 8:
            out[-1] = (out[-1][0], line.end)
        else:
            out.append((line.start, line.end))
    return out


def _outside(said: Sequence[Line], answered: Answered) -> list[Line]:
    """What is said outside the answers to single questions, where they stand apart; everything otherwise."""
    return [
        line for line in said if not any(line.end > start and line.start < end for start, end in answered.own)
    ]
