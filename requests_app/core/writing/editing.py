"""What the composer's buttons do to a request: add, take out, move, split and merge its questions and their parts.

A button that no longer fits the page, because a question is gone, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from requests_app.core.composing import AskedFor, merged, split
from requests_app.core.writing.records import Asked, Written, asked_of, free_id

Thing = TypeVar("Thing")

ANSWER_EACH = "Please answer each of these:"
"""Leads to the parts of a question that asked for several things at once."""

_LEADS = ("", ANSWER_EACH, "Please provide the following:")  # the last is that of questions that were merged

TOTALS = "In total and for each year, how many records does the next question concern?"
TOTALS_IF_TOO_COSTLY = (
    "If answering all of this would exceed the cost limit, please answer the questions that ask for totals first, and "
    "tell me what else could be given within the limit."
)


def add_question(written: Written, after: str = "") -> Written:
    """An empty question below the one named, or at the end."""
    place = written.place_of(after)
    at = place + 1 if place >= 0 else len(written.questions)
    return _with(written, at, at, (Asked(free_id(written.questions)),))


def remove_question(written: Written, question: str) -> Written:
    """Without this question."""
    place = written.place_of(question)
    return written if place < 0 else _with(written, place, place + 1, ())


def move_question(written: Written, question: str, by: int) -> Written:
    """The question that many places further down, or up where ``by`` is below nothing."""
    place = written.place_of(question)
    if place < 0 or not 0 <= place + by < len(written.questions):
        return written
    return replace(written, questions=_moved(written.questions, place, by))


def split_question(written: Written, question: str) -> Written:
    """Each part a question of its own, or each line of a question without parts."""
    place = written.place_of(question)
    if place < 0:
        return written
    whole = written.questions[place]
    lines = [line.strip() for line in whole.text.splitlines() if line.strip()]
    if whole.parts and whole.text.strip() in _LEADS:
        pieces: Sequence[AskedFor] = [
            AskedFor(part, (), whole.format_wanted) for part in whole.parts if part.strip()
        ]
    elif whole.parts:
        parts = tuple(filter(str.strip, whole.parts))
        pieces = split(AskedFor(" ".join(whole.text.split()), parts, whole.format_wanted))
    else:
        pieces = [AskedFor(line, (), whole.format_wanted) for line in lines]
    if len(pieces) < 2:
        return written
    first, *others = pieces
    begun = replace(whole, text=first.text, parts=first.parts)
    return _with(written, place, place + 1, (begun, *asked_of(others, written.questions)))


def merge_question(written: Written, question: str) -> Written:
    """The question and the one below it as one, their words its parts."""
    place = written.place_of(question)
    if place < 0 or place + 1 >= len(written.questions):
        return written
    first, second = written.questions[place : place + 2]
    if first.is_empty or second.is_empty:
        return _with(written, place, place + 2, (second if first.is_empty else first,))
    both = merged(_asked_for(first), _asked_for(second))
    return _with(written, place, place + 2, (replace(first, text=both.text, parts=both.parts),))


def add_part(written: Written, question: str) -> Written:
    """An empty part at the end of a question."""
    return _parts(written, question, lambda parts: (*parts, ""))


def remove_part(written: Written, question: str, part: int) -> Written:
    """Without the part of this place, from 0."""
    return _parts(
        written, question, lambda parts: (*parts[:part], *parts[part + 1 :]) if part >= 0 else parts
    )


def move_part(written: Written, question: str, part: int, by: int) -> Written:
    """The part that many places further down, or up."""

    def moved(parts: tuple[str, ...]) -> tuple[str, ...]:
        inside = 0 <= part < len(parts) and 0 <= part + by < len(parts)
        return _moved(parts, part, by) if inside else parts

    return _parts(written, question, moved)


def totals_first(written: Written, question: str) -> Written:
    """Totals first, then detail: a question for the totals before this one, and what to do if the detail is too dear."""
    place = written.place_of(question)
    if place < 0 or (place and written.questions[place - 1].text == TOTALS):
        return written
    totals = Asked(free_id(written.questions), TOTALS, (), "number")
    return replace(
        _with(written, place, place, (totals,)), totals_first=True, if_too_costly=TOTALS_IF_TOO_COSTLY
    )


def add_definition(written: Written) -> Written:
    """An empty definition at the end."""
    return replace(written, definitions=(*written.definitions, ("", "")))


def remove_definition(written: Written, place: int) -> Written:
    """Without the definition of this place, from 0."""
    kept = tuple(pair for number, pair in enumerate(written.definitions) if number != place)
    return replace(written, definitions=kept)


def _with(written: Written, start: int, end: int, new: tuple[Asked, ...]) -> Written:
    return replace(written, questions=(*written.questions[:start], *new, *written.questions[end:]))


def _moved(things: tuple[Thing, ...], place: int, by: int) -> tuple[Thing, ...]:
    rest = [*things[:place], *things[place + 1 :]]
    rest.insert(place + by, things[place])
    return tuple(rest)


def _parts(written: Written, question: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Written:
    place = written.place_of(question)
    if place < 0:
        return written
    whole = written.questions[place]
    return _with(written, place, place + 1, (replace(whole, parts=change(whole.parts)),))


def _asked_for(question: Asked) -> AskedFor:
    text = question.text.strip() or ANSWER_EACH
    return AskedFor(text, tuple(filter(str.strip, question.parts)), question.format_wanted)


ACTIONS: Mapping[str, tuple[Callable[..., Written], tuple[int, ...]]] = {
    "add": (add_question, (0, 1)),
    "remove": (remove_question, (1,)),
    "up": (lambda written, question: move_question(written, question, -1), (1,)),
    "down": (lambda written, question: move_question(written, question, 1), (1,)),
    "split": (split_question, (1,)),
    "merge": (merge_question, (1,)),
    "totals": (totals_first, (1,)),
    "add-part": (add_part, (1,)),
    "remove-part": (lambda written, question, part: remove_part(written, question, _number(part)), (2,)),
    "part-up": (lambda written, question, part: move_part(written, question, _number(part), -1), (2,)),
    "part-down": (lambda written, question, part: move_part(written, question, _number(part), 1), (2,)),
    "add-definition": (add_definition, (0,)),
    "remove-definition": (lambda written, place: remove_definition(written, _number(place)), (1,)),
}
"""The buttons by name, and how many things follow the name: one in ``remove:q3``, two in ``remove-part:q3:0``."""


def done(written: Written, button: str) -> Written:
    """What a button does; one that nobody knows does nothing."""
    name, *about = button.split(":")
    act, numbers = ACTIONS.get(name, (None, ()))
    return act(written, *about) if act is not None and len(about) in numbers else written


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
