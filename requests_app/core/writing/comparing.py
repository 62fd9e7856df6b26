"""Two people, or two tabs, at one request: what the other one changed, field by field and question by question, and the
two put together as a person chooses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from requests_app.core.writing.records import SWITCHES, TEXTS, Asked, Written, free_id

MINE, THEIRS, BOTH = "mine", "theirs", "both"

LABELS: Mapping[str, str] = {
    "title": "The title",
    "authority": "The authority",
    "requester_name": "The name",
    "address": "The address",
    "print_address": "Whether the address is printed",
    "channel": "How it will be sent",
    "is_environmental": "Whether it is asked under the Environmental Information Regulations",
    "is_plain": "Whether it is a plain letter",
    "letter": "The letter",
    "salutation": "The greeting",
    "opening": "The opening",
    "period": "The period",
    "place": "The place",
    "topic": "The subject",
    "definitions": "The definitions",
    "as_spreadsheet": "Whether figures come as a spreadsheet",
    "as_held": "Whether documents come as held",
    "totals_first": "Whether totals come first",
    "breakdowns": "The breakdowns",
    "format_other": "What else there is to say",
    "if_too_costly": "What to do if it is too costly",
    "closing": "The ending",
    "work": "The cost estimate",
    "order": "The order of the questions",
}
_LONGEST = 60_000
"""Characters from which two texts are shown whole and not word by word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a comparison: in both (``same``), in the other's alone (``added``), in one's own alone (``taken``)."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the other one changed. ``suggested`` is theirs where one's own is as it was, else one's own."""

    name: str
    label: str
    mine: str
    theirs: str
    suggested: str
    both_changed: bool
    can_keep_both: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What has to happen to one's own words to make them the other's, for showing."""
        return tuple(_pieces(self.mine, self.theirs))


def differences(base: Written | None, theirs: Written, mine: Written) -> tuple[Difference, ...]:
    """What the other one changed since ``base`` and one doesn't have. With no ``base`` everything that differs."""
    found = [
        _difference(
            name,
            LABELS[name],
            None if base is None else _shown(base, name),
            _shown(theirs, name),
            _shown(mine, name),
        )
        for name in (*TEXTS, *SWITCHES, "definitions", "work")
    ]
    ids = [one.id for one in mine.questions]
    ids += [one.id for one in theirs.questions if one.id not in ids]
    for question_id in ids:
        before = None if base is None else _question_text(base, question_id)
        now, own = _question_text(theirs, question_id), _question_text(mine, question_id)
        found.append(_difference(question_id, _question_label(question_id, mine, theirs), before, now, own))
    found.append(_order(base, theirs, mine))
    return tuple(one for one in found if one is not None)


def merged_version(
    base: Written | None, theirs: Written, mine: Written, chosen: Mapping[str, str]
) -> Written:
    """One's own version with what the other one changed, each difference as chosen (``mine``, ``theirs``, and ``both``
    for a question), or as suggested where nothing was chosen.
    """
    found = differences(base, theirs, mine)
    choice = {one.name: _choice(one, chosen.get(one.name, "")) for one in found}
    plain = {
        name: getattr(theirs, name)
        for name in (*TEXTS, *SWITCHES, "definitions", "work")
        if choice.get(name) == THEIRS
    }
    questions = _merged_questions(base, theirs, mine, choice)
    return replace(mine, **plain, questions=questions)


def _difference(name: str, label: str, base: str | None, theirs: str, mine: str) -> Difference | None:
    if theirs in (mine, base):
        return None
    both = base is None or mine != base
    can_keep_both = name not in LABELS and bool(mine) and bool(theirs)
    # Nothing is lost by itself: two new questions are both kept, and a change outlives that somebody took it out.
    suggested = BOTH if can_keep_both and base == "" else MINE if both and mine else THEIRS
    return Difference(name, label, mine, theirs, suggested, both_changed=both, can_keep_both=can_keep_both)


def _choice(one: Difference, chosen: str) -> str:
    allowed = (MINE, THEIRS, BOTH) if one.can_keep_both else (MINE, THEIRS)
    return chosen if chosen in allowed else one.suggested


def _order(base: Written | None, theirs: Written, mine: Written) -> Difference | None:
    """The order of the questions that both have."""
    common = {one.id for one in mine.questions} & {one.id for one in theirs.questions}
    orders = [
        "\n".join(
            " ".join(one.text.split())[:80] or "an empty question" for one in _in_order(version, common, mine)
        )
        for version in (theirs, mine)
    ]
    before = None if base is None else [one.id for one in base.questions if one.id in common]
    ids = [[one.id for one in version.questions if one.id in common] for version in (theirs, mine)]
    if ids[0] in (ids[1], before):
        return None
    both = before is None or ids[1] != before
    return Difference("order", LABELS["order"], orders[1], orders[0], MINE if both else THEIRS, both)


def _in_order(version: Written, common: set[str], worded: Written) -> Iterator[Asked]:
    """The common questions in the order of one version, in the words of another."""
    words = {one.id: one for one in worded.questions}
    return (words[one.id] for one in version.questions if one.id in common)


def _merged_questions(
    base: Written | None, theirs: Written, mine: Written, choice: Mapping[str, str]
) -> tuple[Asked, ...]:
    other = {one.id: one for one in theirs.questions}
    result: list[Asked] = []
    for one in mine.questions:
        taken = choice.get(one.id)
        if taken == THEIRS:
            result += [other[one.id]] if one.id in other else []
        else:
            result.append(one)
            if taken == BOTH:
                added = [*mine.questions, *theirs.questions, *result]
                result.append(replace(other[one.id], id=free_id(added)))
    for place, one in enumerate(theirs.questions):
        known = {each.id for each in (*mine.questions, *result)}
        if one.id not in known and choice.get(one.id) == THEIRS:
            result.insert(_place_after(result, [each.id for each in theirs.questions[:place]]), one)
    return _ordered(result, theirs) if choice.get("order") == THEIRS else tuple(result)


def _place_after(result: list[Asked], before: list[str]) -> int:
    """Behind the nearest of the questions that stood before it."""
    ids = [one.id for one in result]
    return next((ids.index(each) + 1 for each in reversed(before) if each in ids), 0)


def _ordered(result: list[Asked], theirs: Written) -> tuple[Asked, ...]:
    """In the other's order; a question they don't have stays behind the one it stood behind."""
    ranks = {one.id: rank for rank, one in enumerate(theirs.questions)}
    keyed, last = [], -1
    for one in result:
        last = ranks.get(one.id, last)
        keyed.append((last, one))
    return tuple(one for _, one in sorted(keyed, key=lambda pair: pair[0]))


def _question_label(question_id: str, mine: Written, theirs: Written) -> str:
    place = mine.place_of(question_id)
    return f"Question {place + 1}" if place >= 0 else f"Question {theirs.place_of(question_id) + 1} of theirs"


def _question_text(version: Written, question_id: str) -> str:
    place = version.place_of(question_id)
    if place < 0:
        return ""
    one = version.questions[place]
    return "\n".join((one.text, *(f"- {part}" for part in one.parts)))


def _shown(version: Written, name: str) -> str:
    value = getattr(version, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "definitions":
        return "\n".join(f"{term}: {meaning}" for term, meaning in value)
    if name == "work":
        return "\n".join(f"{key.replace('_', ' ')}: {text}" for key, text in sorted(value.items()) if text)
    return str(value)


_WORDS = re.compile(r"\s+|\S+")


def _pieces(mine: str, theirs: str) -> Iterator[Piece]:
    if len(mine) + len(theirs) > _LONGEST:
        yield from (Piece(kind, text) for kind, text in (("taken", mine), ("added", theirs)) if text)
        return
    before, after = _WORDS.findall(mine), _WORDS.findall(theirs)
    for what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(before[a:b]))
            continue
        if a < b:
            yield Piece("taken", "".join(before[a:b]))
        if c < d:
            yield Piece("added", "".join(after[c:d]))
