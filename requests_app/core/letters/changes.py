"""A letter beside what was suggested: what a person took out and put in, word by word; and where its facts stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from requests_app.core.states import Labelled

MOST_WORDS = 6_000
"""Words up to which two letters are held against each other word by word; longer ones line by line."""
MOST_LINES = 3_000
AROUND = 160
"""Characters shown before and after a change; what lies between two changes is left out where it is longer."""

_WORDS = re.compile(r"\s+|[^\s]+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_SPACE = re.compile(r"\s")
_LEFT_OUT = " […] "


class ChangeKind(Labelled):
    """What became of some words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words and what became of them."""

    kind: ChangeKind
    text: str


def changes_between(suggested: str, written: str) -> list[Change]:
    """What was changed, in the order of the letter; empty where nothing was but spaces at line ends."""
    before, after = _plain(suggested), _plain(written)
    if before == after:
        return []
    pieces = _pieces(before, after)
    if pieces is None:
        return [Change(ChangeKind.REMOVED, before), Change(ChangeKind.ADDED, after)]
    old, new = pieces
    found: list[Change] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        removed, added = "".join(old[first:last]), "".join(new[start:end])
        if tag == "equal":
            found.append(Change(ChangeKind.KEPT, added))
            continue
        if removed:
            found.append(Change(ChangeKind.REMOVED, removed))
        if added:
            found.append(Change(ChangeKind.ADDED, added))
    return _shortened(found)


def _pieces(before: str, after: str) -> tuple[list[str], list[str]] | None:
    for pattern, most in ((_WORDS, MOST_WORDS), (_LINES, MOST_LINES)):
        old, new = pattern.findall(before), pattern.findall(after)
        if len(old) + len(new) <= 2 * most:
            return old, new
    return None


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _shortened(changes: Sequence[Change]) -> list[Change]:
    last = len(changes) - 1
    return [
        Change(each.kind, _middle_out(each.text, head=place > 0, tail=place < last))
        if each.kind is ChangeKind.KEPT
        else each
        for place, each in enumerate(changes)
    ]


def _middle_out(text: str, *, head: bool, tail: bool) -> str:
    if len(text) <= 2 * AROUND:
        return text
    first = (_SPACE.split(text[:AROUND][::-1], maxsplit=1)[-1])[::-1] if head else ""
    last = _SPACE.split(text[-AROUND:], maxsplit=1)[-1] if tail else ""
    return f"{first}{_LEFT_OUT}{last}"


@dataclass(frozen=True, slots=True)
class FactPlace:
    """Where a letter states a fact: offsets into its text, and the place of the fact in its list."""

    start: int
    end: int
    fact: int


SHORTEST = 3
"""Characters of a fact that is looked for in a letter: shorter ones stand everywhere."""
MOST_PLACES = 300


def places_of(text: str, values: Sequence[str]) -> list[FactPlace]:
    """Where a letter states its facts: the longer ones first, none within another, in the order of the letter."""
    taken: list[FactPlace] = []
    for fact, value in sorted(enumerate(values), key=lambda each: -len(each[1])):
        for start, end in _whole(value.strip(), text):
            if len(taken) == MOST_PLACES:
                break
            if all(end <= each.start or start >= each.end for each in taken):
                taken.append(FactPlace(start, end, fact))
    return sorted(taken, key=lambda place: place.start)


def _whole(value: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a value stands by itself, and not within a longer word or number."""
    if len(value) < SHORTEST:
        return
    start = text.find(value)
    while start >= 0:
        end = start + len(value)
        joined_before = start > 0 and text[start - 1].isalnum() and value[0].isalnum()
        joined_after = end < len(text) and text[end].isalnum() and value[-1].isalnum()
        if not (joined_before or joined_after):
            yield start, end
        start = text.find(value, end)
