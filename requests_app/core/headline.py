"""What matters now in one clock: the date to look at first, whose move it is and why, said to neither side.

The request's own page speaks to its requester (``standing``). The public calculator is read by information officers
as well: here the authority is the authority and the requester is the requester.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from requests_app.core.clock import Clock, Deadline
from requests_app.core.dates import in_words
from requests_app.core.regimes import rules_for
from requests_app.core.standing import WAITING
from requests_app.core.states import Basis, DeadlineKind, Party, Regime, State

STATE_WORDS = {
    State.DRAFT: "Not arrived",
    State.SENT: "Waiting for a reply",
    State.RUNNING: "Waiting for a reply",
    State.EXTENDED: "Extended",
    State.PARTIALLY_ANSWERED: "Answered in part",
    State.AWAITING_REQUESTER: "Waiting for clarification",
    State.AWAITING_FEE: "Waiting for a fee",
    State.ANSWERED: "Answered",
    State.REFUSED: "Refused",
    State.NOT_HELD: "Not held",
    State.TRANSFERRED: "Transferred",
    State.REVIEW_RUNNING: "Under review",
    State.REVIEW_DONE: "Reviewed",
    State.WITH_REGULATOR: "With the regulator",
    State.DECIDED: "Decided",
    State.TRIBUNAL: "With the tribunal or court",
    State.WITHDRAWN: "Withdrawn",
}
"""Where a request stands, said to neither side."""


@dataclass(frozen=True, slots=True)
class Headline:
    """``on`` to ``until`` is a range; ``until`` is None for a single day, ``on`` for no day at all. ``deadline`` is what
    the day comes from. ``move`` is whose move it is, None when nobody must act.
    """

    title: str
    sentence: str
    move: Party | None = None
    on: date | None = None
    until: date | None = None
    deadline: Deadline | None = None


def headline(clock: Clock, regime: Regime, *, today: date) -> Headline:
    """What to look at first in a clock read on ``today``."""
    if clock.state in WAITING:
        return _reply(clock, regime, today)
    if clock.state is State.AWAITING_REQUESTER:
        return _asked(clock, regime, today)
    if clock.state in _NO_DATE:
        return _NO_DATE[clock.state]
    if clock.state is State.REVIEW_RUNNING and (found := _silent_review(clock, today)):
        return found
    following = _FOLLOWING[clock.state]
    deadline = _first(clock, following.kinds, today)
    if deadline is None:
        return Headline(following.title, following.without)
    move = Party.AUTHORITY if deadline.on is Party.AUTHORITY else following.move
    sentence = following.sentence
    if deadline.overdue_at(today) and following.passed:
        move, sentence = None, following.passed
    return Headline(deadline.label, _in_time(clock) + sentence, move, deadline.due_on, deadline=deadline)


def _reply(clock: Clock, regime: Regime, today: date) -> Headline:
    if due := clock.deadline(DeadlineKind.RESPONSE_DUE):
        move, sentence = _by_now(due, regime, today)
        return Headline(due.label, sentence, move, due.due_on, deadline=due)
    latest = clock.deadline(DeadlineKind.RESPONSE_DUE_LATEST)
    if latest is None:
        sentence = "The authority owes a reply; by when can't be told."
        return Headline("No date for the reply", sentence, Party.AUTHORITY)
    move, sentence = _by_now(latest, regime, today)
    if not latest.overdue_at(today):
        sentence = (
            "The authority has to reply promptly; which day is the last depends on what is not known here."
        )
    if clock.needs == "term_dates":
        sentence += " Give the days on which the school is closed, and there is one date."
    first = clock.response_due_earliest
    return Headline("Reply due, a range", sentence, move, first, latest.due_on, deadline=latest)


def _by_now(due: Deadline, regime: Regime, today: date) -> tuple[Party, str]:
    """Whose move it is before the day, in the days of grace, and after them."""
    if not due.overdue_at(today):
        return Party.AUTHORITY, _OWED.get(due.basis, _PROMPTLY)
    if due.chase_from is not None and today < due.chase_from:
        return Party.AUTHORITY, f"The day has passed. The day to chase from is {in_words(due.chase_from)}."
    review_first = rules_for(regime).review_before_regulator
    step = "to ask for a review" if review_first else "a chaser, then a complaint to the regulator"
    return Party.REQUESTER, f"No reply has come in time. The next step is {step}."


_PROMPTLY = "The authority has to reply promptly, and by this day at the latest."
_OWED = {
    Basis.REGULATOR_GUIDANCE: "The authority has to reply within a reasonable time. The regulator expects it by this day.",
    Basis.AUTHORITY_PROMISE: "The authority has to reply within a reasonable time. It has named this day itself.",
}


def _asked(clock: Clock, regime: Regime, today: date) -> Headline:
    """The authority asked for clarification: of everything, or of some questions while the rest runs on."""
    if clock.deadline(DeadlineKind.RESPONSE_DUE) or clock.deadline(DeadlineKind.RESPONSE_DUE_LATEST):
        rest = _reply(clock, regime, today)
        sentence = f"Some questions wait for clarification. For the others: {rest.sentence}"
        return Headline(rest.title, sentence, rest.move, rest.on, rest.until, rest.deadline)
    how = (
        "It starts afresh on the day the authority gets the answer."
        if rules_for(regime).clarification_restarts
        else "The days until the answer are left out of the count."
    )
    sentence = f"The authority has asked for clarification. {how}"
    return Headline("No date for the reply: the clock is stopped", sentence, Party.REQUESTER)


def _silent_review(clock: Clock, today: date) -> Headline | None:
    """Once the last day for the answer has passed: the regulator, with the day until which to go there if there is one."""
    last = clock.deadline(DeadlineKind.REVIEW_DUE_LATEST) or clock.deadline(DeadlineKind.REVIEW_DUE)
    if last is None or not last.overdue_at(today):
        return None
    sentence = (
        "The request for a review was not answered in time. The next step is a complaint to the regulator."
    )
    shown = clock.deadline(DeadlineKind.COMPLAINT_BY) or last
    return Headline(shown.label, sentence, Party.REQUESTER, shown.due_on, deadline=shown)


def _first(clock: Clock, kinds: tuple[DeadlineKind, ...], today: date) -> Deadline | None:
    """The first of ``kinds`` whose day has not passed; if all have, the last of them there is."""
    found = [deadline for kind in kinds if (deadline := clock.deadline(kind)) and not deadline.closed]
    return next(
        (deadline for deadline in found if not deadline.overdue_at(today)), found[-1] if found else None
    )


def _in_time(clock: Clock) -> str:
    if clock.state not in _REPLIED or clock.response_late is None:
        return ""
    return "The reply came late. " if clock.response_late else "The reply came in time. "


@dataclass(frozen=True, slots=True)
class _Following:
    """What follows in a state: the dates to look for in order, and what to say with one, after it, and without."""

    title: str
    kinds: tuple[DeadlineKind, ...]
    move: Party | None
    sentence: str
    passed: str = ""
    without: str = "No day follows from what is known."


_K = DeadlineKind
_REPLIED = {State.ANSWERED, State.REFUSED, State.NOT_HELD}
_AFTER_REPLY = _Following(
    "Replied",
    (_K.REVIEW_REQUEST_BY_SAFE, _K.REVIEW_REQUEST_BY),
    None,
    "A requester who is not content with it can ask for an internal review until this day.",
    "The time to ask for an internal review has passed; the authority may refuse a later request.",
    "No day for a next step follows from what is known.",
)
_FOLLOWING: dict[State, _Following] = {
    **dict.fromkeys(_REPLIED, _AFTER_REPLY),
    State.AWAITING_FEE: _Following(
        "Waiting for a fee",
        (_K.FEE_PAY_BY,),
        Party.REQUESTER,
        "The clock is paused until the fee is paid.",
        "The time to pay has passed, and the request with it.",
        "The clock is paused until the fee is paid; until when it can be paid can't be told.",
    ),
    State.TRANSFERRED: _Following(
        "Transferred",
        (_K.CHILD_RESPONSE_DUE,),
        Party.AUTHORITY,
        "The other authority's clock runs from its own receipt.",
        without="The request was passed on. The other authority's clock begins when it receives the request.",
    ),
    State.REVIEW_RUNNING: _Following(
        "Under review",
        (_K.REVIEW_DUE, _K.REVIEW_DUE_LATEST),
        Party.AUTHORITY,
        "The authority has to answer the request for a review.",
    ),
    State.REVIEW_DONE: _Following(
        "Review answered",
        (_K.COMPLAINT_BY,),
        None,
        "A requester who is not content with the outcome can complain to the regulator until this day.",
        "The time to complain has passed; the regulator may refuse a later complaint.",
    ),
    State.WITH_REGULATOR: _Following(
        "With the regulator",
        (_K.REGULATOR_PROMPT,),
        Party.AUTHORITY,
        "The regulator usually asks an authority that has not replied to do so within these days.",
        without="No law sets the regulator a day.",
    ),
    State.DECIDED: _Following(
        "Decided",
        (_K.COMPLIANCE_BY, _K.TRIBUNAL_APPEAL_BY, _K.COURT_OF_SESSION_BY),
        None,
        "The regulator has decided. What the decision asks for has to be done in its time, unless somebody appeals.",
    ),
}
_NO_DATE = {
    State.DRAFT: Headline(
        "No date: nothing has arrived",
        "The clock starts when the request reaches the authority.",
        Party.REQUESTER,
    ),
    State.TRIBUNAL: Headline("Before the tribunal or court", "Its directions set the dates from here on."),
    State.WITHDRAWN: Headline("Withdrawn", "The request was withdrawn, so no date runs."),
}
