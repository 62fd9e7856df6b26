"""Whose move it is, by when, and what is at stake: the first line of every page about a request."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from requests_app.core.dates import in_words, plural
from requests_app.core.states import Party, State

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
) -> Standing:
    """Say where a request stands. ``working_days_away`` is from today to ``response_due_on``, negative after it
    and None where it can't be counted.
    """
    if has_unread_reply:
        return Standing(
            Party.REQUESTER, "Your move: a reply has come", "Check what we read in it, then confirm.", "due"
        )
    if state in WAITING:
        return _waiting(
            response_due_on, chase_from=chase_from, today=today, working_days_away=working_days_away
        )
    return _SETTLED.get(state) or Standing(None, state.label, "")


def _waiting(
    due_on: date | None, *, chase_from: date | None, today: date, working_days_away: int | None
) -> Standing:
    if due_on is None:
        return Standing(
            Party.AUTHORITY,
            "Their move: a reply is awaited",
            "No date can be computed, because the record does not say when the request reached them.",
        )
    if today <= due_on:
        days = f"in {plural(working_days_away, 'working day')}" if working_days_away else "today"
        return Standing(
            Party.AUTHORITY,
            f"Their move: a reply is due by {in_words(due_on)}",
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
    State.TRIBUNAL: Standing(None, "Before the tribunal", ""),
    State.WITHDRAWN: Standing(None, "You withdrew this request", "Its dates no longer run."),
}
