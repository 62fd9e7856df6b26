"""Which letters the clock suggests by itself, and which an event has overtaken. A person may write any at any time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from requests_app.core.errors import ClockError
from requests_app.core.letters.registry import availability
from requests_app.core.letters.situation import (
    DAYS_BETWEEN_CHASERS,
    OWED,
    REPLIED,
    Availability,
    Situation,
)
from requests_app.core.letters.wording import SCOTLAND
from requests_app.core.states import LetterKind, Regime, State

WORKING_DAYS_TO_ASK_WHETHER_IT_ARRIVED = 5
"""So long after its day L1 is suggested. Later the reply itself is soon due, and asking helps less."""

_K = LetterKind
_IN_ORDER = (
    _K.ACKNOWLEDGEMENT_CHASER,
    _K.OVERDUE_CHASER,
    _K.EXTENSION_OVERDUE,
    _K.REVIEW_SILENCE,
    _K.SECOND_CHASER,
    _K.REVIEW_OVERDUE,
    _K.ICO_COMPLAINT,
    _K.SIC_APPLICATION,
)
"""The letters that a passing day calls for, in the order in which they follow each other."""

_AFTER_A_REPLY = frozenset({*REPLIED, State.PARTIALLY_ANSWERED})
_STATES: Mapping[LetterKind, frozenset[State]] = {
    _K.ACKNOWLEDGEMENT_CHASER: frozenset({State.SENT}),
    _K.OVERDUE_CHASER: OWED,
    _K.SECOND_CHASER: OWED,
    _K.NARROWING: _AFTER_A_REPLY,
    _K.REVIEW_SILENCE: OWED,
    _K.REVIEW_EXEMPTION: _AFTER_A_REPLY,
    _K.REVIEW_INCOMPLETE: _AFTER_A_REPLY,
    _K.REVIEW_NOT_HELD: _AFTER_A_REPLY,
    _K.REVIEW_NCND: _AFTER_A_REPLY,
    _K.REVIEW_NO_BALANCING: _AFTER_A_REPLY,
    _K.ICO_COMPLAINT: OWED | {State.REVIEW_RUNNING, State.REVIEW_DONE},
    _K.THANKS: frozenset({State.ANSWERED, State.REVIEW_DONE, State.DECIDED}),
    _K.EXTENSION_OVERDUE: OWED,
    _K.REVIEW_OVERDUE: frozenset({State.REVIEW_RUNNING}),
    _K.SIC_APPLICATION: frozenset({State.REVIEW_RUNNING, State.REVIEW_DONE}),
    _K.VEXATIOUS_REPLY: _AFTER_A_REPLY,
    _K.FEE_QUERY: frozenset({State.AWAITING_FEE}),
}
"""The states in which a letter still means something. The answer to a question of theirs goes with the question."""


def suggested(situation: Situation) -> Iterator[tuple[LetterKind, Availability]]:
    """The letters that this day calls for, the first one first; none within five working days of the last chaser."""
    if chased_lately(situation):
        return
    for kind in _IN_ORDER:
        each = availability(kind, situation)
        if each.available and each.usual and not _too_late(kind, each, situation):
            yield kind, each


def waiting_for(regime: Regime) -> frozenset[LetterKind]:
    """The letters of which one that waits for a person keeps any other from being suggested. The question whether the
    request arrived makes way; a reminder in Scotland is optional, and does not hold up the review.
    """
    optional = {_K.ACKNOWLEDGEMENT_CHASER} | ({_K.OVERDUE_CHASER} if regime in SCOTLAND else set())
    return frozenset(_IN_ORDER) - optional


def overtaken_in(state: State) -> frozenset[LetterKind]:
    """The letters that mean nothing any more once a request has come into this state."""
    return frozenset(kind for kind, states in _STATES.items() if state not in states)


def chased_lately(situation: Situation) -> bool:
    """Whether the last chaser is so recent that another must wait (RULES.md section 6)."""
    days = [
        on
        for kind, on in situation.letters_sent.items()
        if kind.is_chaser or kind is LetterKind.REVIEW_SILENCE
    ]
    if not days:
        return False
    try:
        return situation.calendar.count(max(days), situation.today) < DAYS_BETWEEN_CHASERS
    except ClockError:
        return (situation.today - max(days)).days <= DAYS_BETWEEN_CHASERS


def _too_late(kind: LetterKind, each: Availability, situation: Situation) -> bool:
    if kind is not LetterKind.ACKNOWLEDGEMENT_CHASER or each.on is None:
        return False
    last = situation.days_after(each.on, WORKING_DAYS_TO_ASK_WHETHER_IT_ARRIVED)
    return last is None or situation.today > last
