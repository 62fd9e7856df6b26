"""Every question with its answer: labelled, repeated, in pairs, or one reply to all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.answers import Unit, keys_of, strip_question, units_of
from requests_app.core.reading.division import Division
from requests_app.core.reading.grounds import find_grounds
from requests_app.core.reading.lines import Line, words_of
from requests_app.core.reading.outcomes import (
    is_back_reference,
    kind_of,
    outcome_of,
    sentences,
    states_decision,
)
from requests_app.core.reading.records import AnswerRead
from requests_app.core.reading.request_block import is_heading, is_reply_start
from requests_app.core.states import Outcome


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, and whether they stand apart from each other: then none speaks for the whole request."""

    answers: tuple[AnswerRead, ...]
    apart: bool


def find_answers(division: Division) -> Answered:
    """The answers in the order of the questions; nothing where the text holds no reply."""
    units = _units(division)
    keys = keys_of([question.read for question in division.found])
    out = [answer for unit in units for answer in _read(division, keys, unit)]
    named = _named_outcomes(division, {index for unit in units for index, _ in unit.targets if unit.lines})
    for index, outcome in named.items():
        out = [answer for answer in out if answer.label != keys[index]]
        out.append(AnswerRead(keys[index], "", outcome, ""))
    if not any(unit.lines for unit in units) and not named:
        return Answered((), apart=False)
    if out:
        told = {answer.label for answer in out}
        out.extend(AnswerRead(key, "", Outcome.UNANSWERED, "") for key in keys if key not in told)
    order = {key: place for place, key in enumerate(keys)}
    out.sort(key=lambda answer: (order[answer.label], answer.part))
    apart = len({index for unit in units if not unit.shared for index, _ in unit.targets}) > 1
    return Answered(tuple(_whole_or_parts(_followed(out))), apart or bool(named))


def _units(division: Division) -> list[Unit]:
    if not division.found:
        return []
    units = units_of(division.source, division.found, division.reply)
    if division.pairs and not _all_answers_headed(units):
        return _pair_units(division)
    if not division.reply:
        return []
    answered = {index for unit in units for index, _ in unit.targets}
    missing = [index for index in range(len(division.found)) if index not in answered]
    first = units[0].lines[0].start if units and units[0].lines else None
    lead = [line for line in division.reply if first is None or line.end <= first]
    lead = [line for line in lead if not is_heading(line)]
    spoken = [line for line in lead if not is_introduction(line.body)]
    lead = spoken if spoken or units else lead
    if units:
        units = _lost_label(division, units, missing)
        missing = [i for i in missing if i not in {index for unit in units for index, _ in unit.targets}]
    if missing and lead:
        units = [*_shared(division, missing, lead), *units]
    return units


def _all_answers_headed(units: Sequence[Unit]) -> bool:
    return len(units) > 1 and all(unit.headed for unit in units)


def _pair_units(division: Division) -> list[Unit]:
    """Each question with the lines below it; a question with nothing below it shares the next one's answer
    when that says so ("Answers 2 & 3").
    """
    units: list[Unit] = []
    for index, question in enumerate(division.found):
        inner = units_of(division.source, division.found, question.rest)
        headed = [unit for unit in inner if unit.headed]
        units.extend(headed or [Unit([(index, "")], list(question.rest))])
    answered = {target[0] for unit in units for target in unit.targets if unit.headed}
    return [unit for unit in units if unit.headed or unit.lines or unit.targets[0][0] not in answered]


_INTRODUCTION = re.compile(
    r"^(?:please\s+(?:find|see)\s+(?:below|the\s+(?:following|information\s+below))|(?:our|the)?\s*(?:response|reply|answers?)(?:\s+to\s+\w+\s+\w+)?\s*(?:is|are|as)?\s*(?:as\s+follows|below|set\s+out)?\s*:?$|in\s+response:?$|we\s+(?:said|answered):?$|thank\s+you\s+for\s+your|dear\b|with\s+reference\s+to\s+your|(?:i|we)\s+(?:write|refer|respond))",
    re.IGNORECASE,
)


def is_introduction(text: str) -> bool:
    """Whether a line only announces the answers."""
    return len(text) < 400 and (_INTRODUCTION.match(text) is not None or states_decision(text))


def _lost_label(division: Division, units: list[Unit], missing: Sequence[int]) -> list[Unit]:
    """The last labelled answer may hold the next question's, whose label was lost: a paragraph that begins
    with another formula than the answer itself.
    """
    last = units[-1]
    following = last.targets[-1][0] + 1
    if following not in missing or len(last.lines) < 2:
        return units
    said = kind_of(sentences(last.lines[0].body)[0]) if sentences(last.lines[0].body) else Outcome.UNANSWERED
    for place, line in enumerate(last.lines[1:], 1):
        first = sentences(line.body)[:1]
        kind = kind_of(first[0]) if first else said
        if (
            line.gap
            and kind not in (said, Outcome.DISCLOSED, Outcome.UNANSWERED)
            and is_reply_start_or_formula(line)
        ):
            rest = last.lines[place:]
            last.lines = last.lines[:place]
            return [*units, Unit([(following, "")], rest)]
    return units


def is_reply_start_or_formula(line: Line) -> bool:
    """Whether a paragraph begins as an answer does: "No information held.", "We do not hold ..."."""
    return (
        is_reply_start(line)
        or re.match(r"^(?:no|not|none|nil|n/a|this|there)\b", line.body, re.IGNORECASE) is not None
    )


# Section 12 is of the request as a whole: its sentences are no single question's.
_EVERYBODYS = {Outcome.DISCLOSED, Outcome.UNANSWERED, Outcome.COST_LIMIT}


def _shared(division: Division, missing: Sequence[int], lead: Sequence[Line]) -> list[Unit]:
    """One reply to several questions. A sentence with a formula goes to the question whose own words it
    repeats; the rest is everybody's.
    """
    if len(missing) == 1:
        return [Unit([(missing[0], "")], list(lead), shared=True)]
    own = _own_words(division, missing)
    special: dict[int, list[Line]] = {}
    common: list[Line] = []
    for line in lead:
        kinds = {kind_of(sentence) for sentence in sentences(line.body)} - _EVERYBODYS
        words = set(words_of(line.body))
        scores = {index: len(words & own[index]) for index in missing}
        best = max(missing, key=lambda index: scores[index])
        clear = scores[best] > 0 and list(scores.values()).count(scores[best]) == 1
        if kinds and clear:
            special.setdefault(best, []).append(line)
        else:
            common.append(line)
    return [Unit([(index, "")], special.get(index) or common or list(lead), shared=True) for index in missing]


def _own_words(division: Division, indexes: Sequence[int]) -> dict[int, set[str]]:
    """The words that stand in one question only."""
    words = {index: {w for w in words_of(division.found[index].read.text) if len(w) > 2} for index in indexes}
    return {
        index: own - set().union(*(other for place, other in words.items() if place != index))
        for index, own in words.items()
    }


_NAMED = re.compile(
    r"\b(?:request|question|point|part)s?\s+(?:numbers?\s+|nos?\.?\s+)?(?P<list>\d{1,2}(?:\s*(?:,|&|and)\s*\d{1,2})*)",
    re.IGNORECASE,
)


def _named_outcomes(division: Division, answered: set[int]) -> dict[int, Outcome]:
    """Outcomes given up front by number: "Request numbers 4 and 6 are exempt". They hold for questions that
    have no answer of their own.
    """
    by_order = {question.order: index for index, question in enumerate(division.found) if question.order}
    out: dict[int, Outcome] = {}
    for sentence in sentences(division.source.stacked(division.said)):
        kind = kind_of(sentence)
        match = _NAMED.search(sentence) if kind not in (Outcome.DISCLOSED, Outcome.UNANSWERED) else None
        for number in re.findall(r"\d{1,2}", match["list"]) if match else []:
            index = by_order.get(int(number))
            if index is not None and index not in answered:
                out.setdefault(index, kind)
    return out


def _read(division: Division, keys: Sequence[str], unit: Unit) -> list[AnswerRead]:
    out = []
    for index, part in unit.targets:
        stripped = strip_question(division.source, division.found[index].read, unit.lines)
        text = division.source.stacked(stripped.lines)
        outcome = outcome_of(text)
        if outcome is Outcome.DISCLOSED and stripped.changed:
            outcome = Outcome.DISCLOSED_IN_PART
        cost = outcome is Outcome.COST_LIMIT
        sections = tuple(
            ground.printed for ground in find_grounds(division.source, stripped.lines, cost=cost)
        )
        start, end = (stripped.lines[0].at, stripped.lines[-1].end) if stripped.lines else (None, None)
        out.append(AnswerRead(keys[index], part, outcome, text, sections, start, end))
    return out


def _followed(answers: Sequence[AnswerRead]) -> list[AnswerRead]:
    """Answers that only point to an earlier one take its outcome."""
    out: list[AnswerRead] = []
    for answer in answers:
        if out and answer.outcome is Outcome.DISCLOSED and is_back_reference(answer.text):
            wanted = re.search(r"\d{1,2}", answer.text)
            earlier = next((a for a in out if wanted and a.label == wanted[0]), out[-1])
            out.append(replace(answer, outcome=earlier.outcome))
        else:
            out.append(answer)
    return out


def _whole_or_parts(answers: Sequence[AnswerRead]) -> list[AnswerRead]:
    """One answer a key; a question whose parts are answered by themselves has no other answer unless that says more."""
    parted = {answer.label for answer in answers if answer.part}
    out: dict[str, AnswerRead] = {}
    for answer in answers:
        if answer.label in parted and not answer.part:
            continue
        if answer.key not in out or out[answer.key].outcome is Outcome.UNANSWERED:
            out[answer.key] = answer
    return list(out.values())
