"""Which shape and tone a status word wears.

Status is a word and a shape; colour only helps. The tones are few on purpose: teal for what was given or
moves along, warm for what is due, quiet ink for the rest. Red is not among them: it is kept for a right
about to be lost, and a status is never that.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from requests_app.core.states import Decision, Labelled, Outcome, State


class Mark(NamedTuple):
    """What stands before a status word: ``shape`` names a drawing in components/shape.html, ``tone`` a class."""

    shape: str
    tone: str


PLAIN = Mark("dot", "quiet")

_MARKS: dict[StrEnum, Mark] = {
    State.DRAFT: Mark("dashed", "quiet"),
    State.SENT: Mark("ring", "accent"),
    State.RUNNING: Mark("ring", "accent"),
    State.AWAITING_REQUESTER: Mark("arrow", "due"),
    State.AWAITING_FEE: Mark("arrow", "due"),
    State.EXTENDED: Mark("ring", "due"),
    State.PARTIALLY_ANSWERED: Mark("half", "due"),
    State.ANSWERED: Mark("disc", "accent"),
    State.REFUSED: Mark("cross", "ink"),
    State.NOT_HELD: Mark("box", "quiet"),
    State.TRANSFERRED: Mark("arrow", "quiet"),
    State.REVIEW_RUNNING: Mark("ring", "accent"),
    State.REVIEW_DONE: Mark("disc", "quiet"),
    State.WITH_REGULATOR: Mark("ring", "accent"),
    State.DECIDED: Mark("disc", "quiet"),
    State.TRIBUNAL: Mark("ring", "accent"),
    State.WITHDRAWN: Mark("bar", "quiet"),
    Outcome.DISCLOSED: Mark("disc", "accent"),
    Outcome.DISCLOSED_IN_PART: Mark("half", "due"),
    Outcome.REFUSED: Mark("cross", "ink"),
    Outcome.NOT_HELD: Mark("box", "quiet"),
    Outcome.NCND: Mark("diamond", "ink"),
    Outcome.COST_LIMIT: Mark("bar", "ink"),
    Outcome.NOT_FOI: Mark("dot", "quiet"),
    Outcome.UNANSWERED: Mark("dashed", "due"),
    Decision.IN_FULL: Mark("disc", "accent"),
    Decision.IN_PART: Mark("half", "due"),
    Decision.REFUSED: Mark("cross", "ink"),
    Decision.NOT_HELD: Mark("box", "quiet"),
    Decision.NCND: Mark("diamond", "ink"),
    Decision.COST_LIMIT: Mark("bar", "ink"),
    Decision.MIXED: Mark("half", "due"),
}

# Drafts and mail name their states in the models; the words are few and their meaning is plain.
_WORDS: dict[str, Mark] = {
    "suggested": Mark("dashed", "due"),
    "edited": Mark("dashed", "due"),
    "approved": Mark("ring", "accent"),
    "queued": Mark("ring", "accent"),
    "held": Mark("box", "due"),
    "sending": Mark("ring", "accent"),
    "delivered": Mark("disc", "accent"),
    "failed": Mark("cross", "due"),
    "may_have_gone": Mark("diamond", "due"),
    "dismissed": Mark("bar", "quiet"),
    "discarded": Mark("bar", "quiet"),
    "met": Mark("disc", "accent"),
    "missed": Mark("flag", "due"),
    "moved": Mark("arrow", "quiet"),
}


def status(value: object) -> tuple[str, Mark]:
    """The label and the mark of a status: an enum member, or the string a model field holds.

    A string is looked up as a state, an outcome, then a decision; a word nobody knows keeps its own
    spelling, capitalised, behind a plain dot. None and "" are "Not recorded".
    """
    if not value:
        return "Not recorded", Mark("dashed", "quiet")
    if isinstance(value, Labelled):
        return value.label, _MARKS.get(value, _WORDS.get(str(value), PLAIN))
    for vocabulary in (State, Outcome, Decision):
        if value in vocabulary._value2member_map_:
            member = vocabulary(str(value))
            return member.label, _MARKS.get(member, PLAIN)
    words = str(value)
    label = words.replace("_", " ")
    return label[:1].upper() + label[1:], _WORDS.get(words, PLAIN)
