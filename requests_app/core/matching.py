"""The reply held against the request: which answer belongs to which question of ours, and to which part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.records import AnswerRead
from requests_app.core.states import Outcome

_NOISE = re.compile(r"[^a-z0-9]+")
_PREFIX = re.compile(r"^(?:questions?|requests?|q)(?=[0-9a-z])")
_GIVES = {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of ours as far as its answer is looked for: its label, and those of its parts."""

    label: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Matched:
    """What the reply says to one question: to the whole of it, and to each part it answers by itself."""

    whole: AnswerRead | None
    parts: tuple[AnswerRead | None, ...] = ()


def bare(label: str) -> str:
    """``Q1 -``, ``Question 1`` and ``1)`` are all ``1``; a label of signs alone is empty."""
    return _PREFIX.sub("", _NOISE.sub("", label.lower()))


def match_answers(
    asked: Sequence[Asked], answers: Sequence[AnswerRead], renumbered: Mapping[int, str] | None = None
) -> tuple[list[Matched], list[AnswerRead]]:
    """The answers to each of our questions, in their order, and the answers that belong to none of them.

    Labels decide; a question printed without one goes by its place. ``renumbered`` says under which label the reply
    has the question of a place (from 0), where that is not ours. Where no label of the reply is one of ours (the
    authority numbered afresh) and it answers as many questions as we asked, their order decides.
    """
    groups: dict[str, list[AnswerRead]] = {}
    for answer in answers:
        groups.setdefault(bare(answer.label), []).append(answer)
    theirs = {place: bare(label) for place, label in (renumbered or {}).items()}
    wanted = [theirs.get(place, bare(each.label) or str(place + 1)) for place, each in enumerate(asked)]
    if not any(label in groups for label in wanted) and len(groups) == len(asked):
        wanted = list(groups)
    matched = [_matched(each, groups.get(label, [])) for each, label in zip(asked, wanted, strict=True)]
    taken = {id(answer) for label in wanted for answer in groups.get(label, [])}
    return matched, [answer for answer in answers if id(answer) not in taken]


def _matched(asked: Asked, answers: Sequence[AnswerRead]) -> Matched:
    whole = next((answer for answer in answers if not answer.part), None)
    of_parts = [answer for answer in answers if answer.part]
    by_label = {bare(answer.part): answer for answer in of_parts if bare(answer.part)}
    parts = [by_label.get(bare(label)) for label in asked.parts]
    if not any(parts) and len(of_parts) == len(asked.parts):
        parts = list(of_parts)
    return Matched(whole or _sum_of(of_parts), tuple(parts))


def _sum_of(parts: Sequence[AnswerRead]) -> AnswerRead | None:
    """What answers to the parts make of the question. Their words stay with the parts."""
    if not parts:
        return None
    outcomes = {part.outcome for part in parts}
    outcome = parts[0].outcome
    if len(outcomes) > 1 and outcomes & _GIVES:
        outcome = Outcome.DISCLOSED_IN_PART
    sections = tuple(dict.fromkeys(section for part in parts for section in part.sections))
    return replace(
        parts[0],
        part="",
        outcome=outcome,
        text="",
        sections=sections,
        start=None,
        end=None,
        confidence=min(part.confidence for part in parts),
    )
