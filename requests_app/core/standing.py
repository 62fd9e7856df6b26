"""Whose move it is, by when, and what is at stake: the first line of every page about a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from requests_app.core.dates import in_words, plural
from requests_app.core.states import DeadlineKind, Party, State

WAITING = {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED}
"""States in which the authority owes a reply."""


@dataclass(frozen=True, slots=True)
class Standing:
    """``move`` is who acts next, None when nobody must. ``tone`` is quiet, due or risk; ``days_late`` counts
    working days after the reply's last day, 0 while it is in time.
    """

    move: Party | None
    headline: str
    detail: str
    tone: str = "quiet"
    days_late: int = 0


def standing(
    state: State,
    *,
    response_due_on: date | None,
    chase_from: date | None,
    today: date,
    working_days_away: int | None,
    has_unread_reply: bool = False,
    is_range: bool = False,
    pending: Mapping[str, date] | None = None,
) -> Standing:
    """Say where a request stands. ``working_days_away`` is from today to ``response_due_on``, negative after it
    and None where it can't be counted. ``is_range``: that day is the later end of a range. ``pending`` are the days,
    by kind of deadline, for which something is still awaited.
    """
    if has_unread_reply:
        return Standing(
            Party.REQUESTER, "Your move: a reply has come", "Check what we read in it, then confirm.", "due"
        )
    if state in WAITING:
        return _waiting(
            response_due_on,
            chase_from=chase_from,
            today=today,
            working_days_away=working_days_away,
            is_range=is_range,
        )
    return _following(state, pending or {}, today)


def _following(state: State, pending: Mapping[str, date], today: date) -> Standing:
    """A state with nothing owed by a reply's day: what can be done in it, and until when."""
    plain = _SETTLED.get(state) or Standing(None, state.label, "")
    for until in _UNTIL.get(state, ()):
        on = pending.get(until.kind)
        detail = "" if on is None else until.before if today <= on else until.after
        if detail:
            move, headline = until.instead or (plain.move, plain.headline)
            tone = "due" if until.instead else plain.tone
            return Standing(move, headline, detail.format(on=in_words(on)), tone)
    return plain


def _waiting(
    due_on: date | None,
    *,
    chase_from: date | None,
    today: date,
    working_days_away: int | None,
    is_range: bool,
) -> Standing:
    if due_on is None:
        return Standing(
            Party.AUTHORITY,
            "Their move: a reply is awaited",
            "No date can be computed from what is recorded.",
        )
    if today <= due_on:
        days = f"in {plural(working_days_away, 'working day')}" if working_days_away else "today"
        return Standing(
            Party.AUTHORITY,
            f"Their move: a reply is due by {in_words(due_on)}{' at the latest' if is_range else ''}",
            days if due_on != today else "today is the last day",
            "due" if (working_days_away or 0) <= 5 else "quiet",
        )
    late = -(working_days_away or 0)
    if chase_from is not None and today < chase_from:
        return Standing(
            Party.AUTHORITY,
            f"Their move: a reply was due by {in_words(due_on)}",
            f"It came to them on a weekend or holiday, so some authorities count a day later. "
            f"Chase from {in_words(chase_from)}.",
            "due",
            late,
        )
    return Standing(
        Party.REQUESTER,
        "Your move: the reply is overdue",
        f"It was due by {in_words(due_on)}" + (f", {plural(late, 'working day')} ago." if late > 0 else "."),
        "due",
        late,
    )


_SETTLED = {
    State.DRAFT: Standing(
        Party.REQUESTER, "Your move: send the request", "Nothing counts until it has reached the authority."
    ),
    State.AWAITING_REQUESTER: Standing(
        Party.REQUESTER,
        "Your move: they asked you to clarify",
        "Their clock is stopped until you answer; it then starts afresh.",
        "due",
    ),
    State.AWAITING_FEE: Standing(
        Party.REQUESTER, "Your move: they asked for a fee", "Their clock is paused until it is paid.", "due"
    ),
    State.ANSWERED: Standing(None, "They have replied", "See below what each question got."),
    State.REFUSED: Standing(None, "They refused the request", "You can ask for an internal review."),
    State.NOT_HELD: Standing(None, "They say they hold nothing", "You can ask for an internal review."),
    State.TRANSFERRED: Standing(None, "Passed to another authority", ""),
    State.REVIEW_RUNNING: Standing(Party.AUTHORITY, "Their move: an internal review is running", ""),
    State.REVIEW_DONE: Standing(None, "The internal review is done", ""),
    State.WITH_REGULATOR: Standing(None, "With the regulator", ""),
    State.DECIDED: Standing(None, "The regulator has decided", ""),
    State.TRIBUNAL: Standing(None, "Before the tribunal or court", "Its directions set the dates."),
    State.WITHDRAWN: Standing(None, "You withdrew this request", "Its dates no longer run."),
}


class _Until(NamedTuple):
    """A day that matters in a state, what to say up to it and after it; and, ``instead`` of the state's own, whose move
    it is by then and the headline.
    """

    kind: str
    before: str
    after: str = ""
    instead: tuple[Party, str] | None = None


_K = DeadlineKind
_NO_ANSWER = (Party.REQUESTER, "Your move: the review was not answered in time")
_AFTER_REPLY = (
    _Until(_K.REVIEW_REQUEST_BY_SAFE, "You can ask for an internal review; to be safe, until {on}."),
    _Until(
        _K.REVIEW_REQUEST_BY,
        "You can ask for an internal review until {on}.",
        "The time to ask for an internal review ended on {on}; they may refuse a later request.",
    ),
)
# Tried in order: the first whose day has not passed, else the first that has something to say afterwards.
_UNTIL: dict[State, tuple[_Until, ...]] = {
    State.ANSWERED: _AFTER_REPLY,
    State.REFUSED: _AFTER_REPLY,
    State.NOT_HELD: _AFTER_REPLY,
    State.AWAITING_REQUESTER: (
        _Until(
            _K.RESPONSE_DUE,
            "The clock is stopped for what they asked about. The rest is due by {on}.",
            "The clock is stopped for what they asked about. The rest was due by {on}.",
        ),
        _Until(
            _K.RESPONSE_DUE_LATEST,
            "The clock is stopped for what they asked about. The rest is due by {on} at the latest.",
            "The clock is stopped for what they asked about. The rest was due by {on} at the latest.",
        ),
    ),
    State.AWAITING_FEE: (
        _Until(
            _K.FEE_PAY_BY,
            "Their clock is paused until it is paid. It can be paid until {on}.",
            "It could be paid until {on}: the request has lapsed, and they need not go on with it.",
        ),
    ),
    State.REVIEW_RUNNING: (
        _Until(_K.REVIEW_DUE, "An answer is due by {on}."),
        _Until(_K.REVIEW_DUE_LATEST, "An answer is due, exceptionally, by {on} at the latest."),
        _Until(_K.COMPLAINT_BY, "You can complain to the regulator until {on}.", instead=_NO_ANSWER),
        _Until(
            _K.REVIEW_DUE_LATEST,
            "",
            "An answer was due by {on} at the latest. You can complain to the regulator.",
            _NO_ANSWER,
        ),
        _Until(
            _K.REVIEW_DUE, "", "An answer was due by {on}. You can complain to the regulator.", _NO_ANSWER
        ),
    ),
    State.REVIEW_DONE: (
        _Until(
            _K.COMPLAINT_BY,
            "You can complain to the regulator until {on}.",
            "The time to complain to the regulator ended on {on}; a later complaint may be refused.",
        ),
    ),
    State.WITH_REGULATOR: (
        _Until(
            _K.REGULATOR_PROMPT,
            "The regulator usually asks for a reply by {on}. No law sets the regulator a day.",
        ),
    ),
    State.DECIDED: (
        _Until(_K.TRIBUNAL_APPEAL_BY, "An appeal has to reach the tribunal by {on}."),
        _Until(_K.COURT_OF_SESSION_BY, "An appeal to the Court of Session has to be made by {on}."),
        _Until(_K.COMPLIANCE_BY, "They have to do what it asks by {on}, unless somebody appeals."),
        _Until(
            _K.COMPLIANCE_BY,
            "",
            "They had to do what it asks by {on}. If they did not, tell the regulator.",
        ),
    ),
    State.TRANSFERRED: (_Until(_K.CHILD_RESPONSE_DUE, "The other authority's reply is due by {on}."),),
}
