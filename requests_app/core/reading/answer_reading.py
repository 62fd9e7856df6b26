"""What a stretch of the reply says to its question: the words without the question, the outcome, the sections."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from requests_app.core.reading.addresses import PART_LED
from requests_app.core.reading.answer_units import Unit, paragraphs_of
from requests_app.core.reading.answers import strip_question
from requests_app.core.reading.division import Division
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.grounds import find_grounds
from requests_app.core.reading.in_order import in_order
from requests_app.core.reading.outcomes import gives, outcome_of
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.records import AnswerRead
from requests_app.core.reading.topics import Topics
from requests_app.core.states import Outcome


def read_unit(division: Division, keys: Sequence[str], unit: Unit, whole: Outcome | None) -> list[AnswerRead]:
    """The answers of a stretch; one that answers the parts under their letters, and differently, is several."""
    question = division.found[unit.targets[0][0]]
    parts = _by_part(question, unit) or _in_order(question, unit)
    if parts:
        out = [answer for part in parts for answer in _read_whole(division, keys, part, whole)]
        if len({answer.outcome for answer in out}) > 1:
            return out
    return _read_whole(division, keys, unit, whole)


def _by_part(question: Found, unit: Unit) -> list[Unit]:
    """The answer under each letter of the question's parts; nothing where not all of them stand there in order."""
    names = [part.label.strip(_MARKS).lower() for part in question.read.parts]
    if len(unit.targets) > 1 or unit.targets[0][1] or unit.shared or len(names) < 2 or not all(names):
        return []
    out: list[Unit] = []
    for line in unit.lines:
        together = _parts_at(line.body, names)
        if together:
            out.append(replace(unit, targets=[(unit.targets[0][0], part) for part in together], lines=[]))
            names = [name for name in names if name not in together]
        elif not out:
            return []
        out[-1].lines.append(line)
    return out if not names else []


def _in_order(question: Found, unit: Unit) -> list[Unit]:
    """A paragraph for each part, in their order, where the words agree; nothing otherwise."""
    parts = question.read.parts
    if len(unit.targets) > 1 or unit.targets[0][1] or len(parts) < 2 or not all(part.label for part in parts):
        return []
    paragraphs = [lines for lines in paragraphs_of(unit.lines) if not _THANKS.match(lines[0].body)]
    if len(paragraphs) != len(parts):
        return []
    answers = in_order(paragraphs, Topics([part.text for part in parts]), [None] * len(parts))
    return [
        replace(unit, targets=[(unit.targets[0][0], part.label.strip(_MARKS).lower())], lines=lines)
        for part, lines in zip(parts, answers or (), strict=False)
    ]


_THANKS = Folded(r"^\W{0,3}(?:thank you|thanks|i am writing|i write|further to)\b")
_PART_AT = re.compile(
    r"(?:[\u2022*o-]\s+)?\(?(?P<part>\d{1,2}\.\d{1,2}(?=\.?\s)|[a-z0-9]{1,4}(?=[.)]))[.)]*\s*"
)
_AND = re.compile(r"(?:,|&|and\b|to\b)\s*")


def _parts_at(body: str, names: Sequence[str]) -> list[str]:
    """The parts that a line begins with, the first of those still open first: "(a)", "With regard to (a) and (c)"."""
    found: list[str] = []
    low = body.lower()
    led = PART_LED.match(low)
    at = led.end() if led else 0
    while (match := _PART_AT.match(low, at)) and match["part"] in (names if found else names[:1]):
        found.append(match["part"])
        joined = _AND.match(low, match.end())
        if joined is None:
            break
        at = joined.end()
    return found


_MARKS = " ().[]-/:"


def _read_whole(
    division: Division, keys: Sequence[str], unit: Unit, whole: Outcome | None
) -> list[AnswerRead]:
    out = []
    for index, part in unit.targets:
        stripped = strip_question(division.source, division.found[index].read, unit.lines)
        text = division.source.stacked(stripped.lines)
        outcome = outcome_of(text)
        if whole is not None and _follows_whole(unit, text, outcome):
            outcome = whole
        if outcome is Outcome.DISCLOSED_IN_PART and _withholds_all(division.found[index], text):
            outcome = Outcome.REFUSED
        if outcome is Outcome.DISCLOSED and stripped.changed and not part:
            outcome = Outcome.DISCLOSED_IN_PART
        cost = outcome is Outcome.COST_LIMIT
        cited = find_grounds(division.source, stripped.lines, cost=cost) if _CITES.search(text) else []
        sections = tuple(ground.printed for ground in cited)
        start, end = (stripped.lines[0].at, stripped.lines[-1].end) if stripped.lines else (None, None)
        sure = _confidence(unit, outcome, text)
        out.append(AnswerRead(keys[index], part, outcome, text, sections, start, end, sure))
    return out


_WITHHELD = Folded(
    r"^\W{0,3}(?:\w{1,3}[.)]\s*)?(?:the\s+)?(?P<what>(?:\w+\s+){0,2}?(?:names?|details?|lines?|scores?))(?:\s+of\s+(?:\w+\s+){1,6}?)?\s*(?:is|are|have\s+been|has\s+been)\s+(?:being\s+)?(?:exempt|withheld|redacted|removed)",
)


def _withholds_all(question: Found, text: str) -> bool:
    """Whether what an answer withholds is the very thing that was asked for: the names, where names were asked for."""
    match = _WITHHELD.match(text)
    if match is None or gives(text):
        return False
    asked = " ".join([question.read.text, *(part.text for part in question.read.parts)])
    return match["what"].split()[-1].lower().rstrip("s") in asked.lower()


_CITES = Folded(
    r"s(?<!\ws)(?:(?:s|ections?)?\b\.?\s?\d|\d)|r(?<!\wr)eg(?:s|ulations?)?\b\.?\s?\d|e(?<!\we)xemptions?\b\.?\s?\d"
)


def _follows_whole(unit: Unit, text: str, outcome: Outcome) -> bool:
    """Whether what became of the request is what became of this question: it has no words of its own that say more."""
    if not (unit.guessed or unit.shared):
        return False
    return unit.shared or outcome in (Outcome.DISCLOSED, Outcome.REFUSED)


def _confidence(unit: Unit, outcome: Outcome, text: str) -> float:
    """How sure an answer is: by how it was told from the others, and by whether its words say what became of it."""
    place = 0.5 if unit.guessed and unit.shared else 0.65 if unit.guessed or unit.shared else 0.9
    if outcome is Outcome.DISCLOSED and not gives(text) and len(text) > 200:
        return round(place - 0.25, 2)
    return place
