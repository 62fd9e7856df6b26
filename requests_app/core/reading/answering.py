"""Every question with its answer: labelled, repeated, in pairs, or one reply to all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.addresses import Addresses
from requests_app.core.reading.answer_pairs import pair_units
from requests_app.core.reading.answer_reading import read_unit
from requests_app.core.reading.answer_units import (
    Cutter,
    Sharing,
    Unit,
    is_introduction,
    lost_label,
    paragraphs_of,
    topics_of,
    turned,
)
from requests_app.core.reading.answers import keys_of
from requests_app.core.reading.decisions import whole_outcome
from requests_app.core.reading.division import Division
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.in_order import in_order
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.outcomes import (
    SENTENCE,
    gives,
    is_back_reference,
    is_not_foi,
    kind_of,
    sentences,
)
from requests_app.core.reading.records import AnswerRead
from requests_app.core.reading.request_block import is_heading
from requests_app.core.states import Outcome


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers, and the spans of those that stand apart from each other: none of these speaks for the whole request."""

    answers: tuple[AnswerRead, ...]
    own: tuple[tuple[int, int], ...] = ()


def find_answers(division: Division) -> Answered:
    """The answers in the order of the questions; nothing where the text holds no reply."""
    if not division.found:
        return Answered(())
    units = _units(division)
    keys = keys_of([question.read for question in division.found])
    told = [(sentence, _kind(sentence)) for sentence in sentences(division.source.stacked(division.said))]
    whole = whole_outcome(told)
    out = [answer for unit in units for answer in read_unit(division, keys, unit, whole)]
    given = {index: unit for unit in units for index, _ in unit.targets if _answers(unit)}
    named = _named_outcomes(division, told, given, whole)
    for index, outcome in named.items():
        out = [answer for answer in out if answer.label != keys[index]] + _renamed(out, keys[index], outcome)
    if not any(unit.lines for unit in units) and not named:
        # What refuses the whole, above the request it quotes, answers each question.
        if whole is None or whole not in _TOLD_OF_ALL:
            return Answered(())
        return Answered(tuple(AnswerRead(key, "", whole, "", confidence=0.6) for key in keys))
    answered = {answer.label for answer in out}
    out.extend(
        AnswerRead(key, "", Outcome.UNANSWERED, "", confidence=0.7) for key in keys if key not in answered
    )
    order = {key: place for place, key in enumerate(keys)}
    out.sort(key=lambda answer: (order[answer.label], answer.part))
    return Answered(tuple(_whole_or_parts(_followed(out))), _own_spans(units))


def _answers(unit: Unit) -> bool:
    """Whether a stretch answers its question by itself, and does more than point elsewhere."""
    if unit.shared or not unit.lines:
        return False
    return not is_back_reference(sentences(unit.lines[0].body)[0] if sentences(unit.lines[0].body) else "")


def _own_spans(units: Sequence[Unit]) -> tuple[tuple[int, int], ...]:
    """Where answers stand that belong to their questions by what they say; nothing where there is only one."""
    own = [unit for unit in units if unit.lines and not (unit.shared or unit.ordered)]
    several = len({index for unit in own for index, _ in unit.targets}) > 1
    return tuple((unit.lines[0].at, unit.lines[-1].end) for unit in own) if several else ()


def _kind(sentence: str) -> Outcome:
    """What a sentence says, of a request or of a question."""
    return Outcome.NOT_FOI if is_not_foi(sentence) else kind_of(sentence)


def _renamed(answers: Sequence[AnswerRead], key: str, outcome: Outcome) -> list[AnswerRead]:
    """The answer to one question with the outcome that the reply gives it elsewhere."""
    own = [answer for answer in answers if answer.label == key and answer.text]
    if own:
        return [replace(answer, outcome=outcome) for answer in own]
    return [AnswerRead(key, "", outcome, "", confidence=0.7)]


def _units(division: Division) -> list[Unit]:
    if division.pairs:
        return _with_turned(pair_units(division), division)
    cutter = Cutter(division.source, division.found)
    cutter.cut(division.reply)
    units = [*_in_order(division, cutter), *cutter.units]
    missing = _missing(division, units)
    if cutter.units and missing:
        units = [*units, *turned(units, division.found, missing)]
        missing = _missing(division, units)
        units = [*units, *lost_label(units, missing)]
        missing = _missing(division, units)
    if not missing:
        return units
    lead = [line for line in cutter.lead if not is_heading(line)]
    addresses = Addresses(division.found)
    spoken = [line for line in lead if addresses.named(line.body) or not is_introduction(line.body)]
    return [*_shared(division, missing, spoken or ([] if units else lead), alone=not units), *units]


def _with_turned(units: list[Unit], division: Division) -> list[Unit]:
    """Below pairs a letter may go on: "In relation to the third point" answers a question with nothing below it."""
    missing = [unit.targets[0][0] for unit in units if not unit.lines]
    if not missing:
        return units
    out = [*units, *turned([unit for unit in units if unit.lines], division.found, missing)]
    answered = {unit.targets[0][0] for unit in out if unit.lines}
    return [unit for unit in out if unit.lines or unit.targets[0][0] not in answered]


def _in_order(division: Division, cutter: Cutter) -> list[Unit]:
    """Answers without a label, where they stand in the order of the questions; those to the first few where only the
    others are addressed.
    """
    count = min((index for unit in cutter.units for index, _ in unit.targets), default=len(division.found))
    if count < 2:
        return []
    paragraphs = paragraphs_of(cutter.lead)
    addresses = Addresses(division.found)
    named = [_only({index for index, _ in addresses.named(lines[0].body)}) for lines in paragraphs]
    topics = topics_of(division.found[:count])
    answers = in_order(paragraphs, topics, named)
    if answers is None and 0 < len(paragraphs) <= count:
        told = [each for lines in paragraphs for each in _sentences_of(division.source, lines[0])]
        answers = in_order([[line] for line in told], topics, [None] * len(told))
    return [
        Unit([(index, "")], lines, guessed=True, ordered=True) for index, lines in enumerate(answers or ())
    ]


def _sentences_of(source: Source, line: Line) -> list[Line]:
    """A paragraph's sentences, each as a line."""
    return [
        source.piece(line.start + match.start(), line.start + match.end())
        for match in SENTENCE.finditer(line.text)
        if match[0].strip(" .")
    ]


def _only(indexes: set[int]) -> int | None:
    return indexes.pop() if len(indexes) == 1 else None


def _missing(division: Division, units: Sequence[Unit]) -> list[int]:
    answered = {index for unit in units for index, _ in unit.targets}
    return [index for index in range(len(division.found)) if index not in answered]


def _shared(division: Division, missing: Sequence[int], lead: Sequence[Line], *, alone: bool) -> list[Unit]:
    """One reply to several questions: to each the paragraphs about it, the rest to everybody. ``alone`` says that
    no question has an answer of its own; otherwise only a formula in it answers those that have none.
    """
    if not lead:
        return []
    if len(missing) == 1 and alone:
        return [Unit([(missing[0], "")], list(lead), shared=True)]
    sharing = Sharing(division.source, division.found, missing)
    sharing.share(lead)
    formula = any(_says(line) for line in sharing.common)
    common = sharing.common if alone or formula or any(gives(line.body) for line in sharing.common) else []
    out = []
    for index in missing:
        own = sharing.own.get(index, [])
        lines = own or _sentence_about(division.source, sharing, index, lead) or common
        lines = lines or (list(lead) if alone else [])
        mixed = bool(own) and formula and not any(_says(line) or gives(line.body) for line in own)
        if mixed:
            lines = sorted([*own, *common], key=lambda line: line.start)
        if lines:
            named = index in sharing.named
            out.append(Unit([(index, "")], lines, shared=mixed or not own, guessed=not named))
    return out


def _sentence_about(source: Source, sharing: Sharing, index: int, lead: Sequence[Line]) -> list[Line]:
    """The sentence within another question's paragraph that says what became of this one."""
    for line in lead:
        for match in SENTENCE.finditer(line.text):
            told = match[0].strip()
            if _kind(told) in _TOLD and sharing.topics.best(told) == index:
                return [source.piece(line.start + match.start(), line.start + match.end())]
    return []


_TOLD_OF_ALL = frozenset({Outcome.REFUSED, Outcome.NOT_HELD, Outcome.NCND, Outcome.COST_LIMIT})
_TOLD = frozenset({Outcome.REFUSED, Outcome.NOT_HELD, Outcome.NCND})


def _says(line: Line) -> bool:
    """Whether a paragraph holds a formula."""
    return any(kind_of(sentence) is not Outcome.DISCLOSED for sentence in sentences(line.body))


def _named_outcomes(
    division: Division, told: Sequence[tuple[str, Outcome]], given: Mapping[int, Unit], whole: Outcome | None
) -> dict[int, Outcome]:
    """Outcomes given by number in a sentence: "Request numbers 4 and 6 are exempt". They hold for questions that
    have no answer of their own; that a question is none under the Act holds in any case.
    """
    addresses = Addresses(division.found)
    out: dict[int, Outcome] = {}
    for sentence, kind in _clauses(told, addresses):
        named = [index for index, _ in addresses.named(sentence)]
        if not named or _is_silent(sentence, kind) or _IF.match(sentence):
            continue
        for index in named:
            if index not in given or kind is Outcome.NOT_FOI:
                out.setdefault(index, kind)
    return out


def _is_silent(sentence: str, kind: Outcome) -> bool:
    """Whether a sentence says nothing of what became of a question."""
    return kind is Outcome.UNANSWERED or (kind is Outcome.DISCLOSED and not gives(sentence))


_CLAUSE = Folded(r"[,;]\s+(?:and|but|while|whilst|whereas|however)\s+|;\s+")


def _clauses(told: Sequence[tuple[str, Outcome]], addresses: Addresses) -> Iterator[tuple[str, Outcome]]:
    """The sentences; one whose clauses name different questions, clause by clause."""
    for sentence, kind in told:
        clauses = _CLAUSE.split(sentence)
        if len(clauses) > 1 and sum(bool(addresses.named(clause)) for clause in clauses) > 1:
            yield from ((clause, _kind(clause)) for clause in clauses)
        else:
            yield sentence, kind


_IF = Folded(r"^(?:if|should|were)\b")


def _followed(answers: Sequence[AnswerRead]) -> list[AnswerRead]:
    """Answers that only point to an earlier one take its outcome."""
    out: list[AnswerRead] = []
    for answer in answers:
        pointing = answer.outcome in (Outcome.DISCLOSED, Outcome.REFUSED, Outcome.UNANSWERED)
        if out and pointing and answer.text and is_back_reference(answer.text):
            wanted = re.search(r"(?<![\dsS.])\d{1,2}(?!\d)", answer.text)
            earlier = next(
                (
                    a
                    for a in answers
                    if a is not answer and wanted and re.sub(r"\D", "", a.label) == wanted[0]
                ),
                out[-1],
            )
            keep = answer.outcome is Outcome.REFUSED and earlier.outcome is not Outcome.REFUSED
            out.append(answer if keep else replace(answer, outcome=earlier.outcome))
        else:
            out.append(answer)
    return out


def _whole_or_parts(answers: Sequence[AnswerRead]) -> list[AnswerRead]:
    """One answer a key; a question whose parts are answered by themselves has no other answer."""
    parted = {answer.label for answer in answers if answer.part}
    out: dict[str, AnswerRead] = {}
    for answer in answers:
        if answer.label in parted and not answer.part:
            continue
        if answer.key not in out or out[answer.key].outcome is Outcome.UNANSWERED:
            out[answer.key] = answer
    return list(out.values())
