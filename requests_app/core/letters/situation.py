"""Where a request stands on one day, as far as it decides which letters can be written, and the answer to that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.clock import Clock, Deadline
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.letters.wording import SCOTLAND
from requests_app.core.states import DeadlineKind, LetterKind, Outcome, Regime, ResponseBasis, State

OWED = frozenset({State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED})
"""States in which a reply is owed, and may be chased."""
REPLIED = frozenset({State.ANSWERED, State.REFUSED, State.NOT_HELD})
REGULATED = frozenset({State.WITH_REGULATOR, State.DECIDED, State.TRIBUNAL})
DAYS_BETWEEN_CHASERS = 5
"""Working days a chaser gives the authority, and the smallest gap between two (RULES.md section 6, L2 and L3)."""
DAYS_FOR_A_DECISION = 10
"""Working days L14 gives for a decision that was put off (RULES.md section 6)."""

LOOK_FIRST = "Look in your spam folder and on their website for a reply first."

_EXTENDED_FOR_PUBLIC_INTEREST = {ResponseBasis.ICO_GUIDELINE_40WD, ResponseBasis.TARGET_WITHIN_GUIDELINE}


@dataclass(frozen=True, kw_only=True)
class Situation:
    """One request on one day. ``outcomes`` are what its questions got so far; ``letters_sent`` maps each kind of
    letter to the last day on which one was sent, among those that still belong to what is going on.

    ``relies_on_cost``, ``relies_on_conduct`` (vexatious or repeated) and ``relies_on_exemptions`` say what the
    confirmed replies rely on, ``unbalanced`` whether a qualified ground was relied on without weighing it, and
    ``parts_missing`` whether something asked was not answered.
    """

    regime: Regime
    today: date
    clock: Clock
    calendar: Calendar
    sent_on: date | None = None
    acknowledged: bool = False
    unread_reply: bool = False
    open_question: bool = False
    letters_sent: Mapping[LetterKind, date] = field(default_factory=dict)
    outcomes: frozenset[Outcome] = frozenset()
    relies_on_cost: bool = False
    relies_on_conduct: bool = False
    relies_on_exemptions: bool = False
    unbalanced: bool = False
    parts_missing: bool = False

    @property
    def state(self) -> State:
        """The state that the clock gives."""
        return self.clock.state

    @property
    def scottish(self) -> bool:
        """Whether Scotland's law applies: a review comes before the Commissioner, always."""
        return self.regime in SCOTLAND

    @property
    def reply_deadline(self) -> Deadline | None:
        """When the reply was or is due; of a range its later end, since nothing is late before it."""
        for kind in (DeadlineKind.RESPONSE_DUE, DeadlineKind.RESPONSE_DUE_LATEST):
            found = self.clock.deadline(kind)
            if found is not None:
                return found
        return None

    @property
    def extended_for_public_interest(self) -> bool:
        """Whether the day for the reply rests on an extension to weigh the public interest (FOIA s.10(3))."""
        return self.clock.response_basis in _EXTENDED_FOR_PUBLIC_INTEREST

    def sent(self, kind: LetterKind, *, after: date | None = None) -> date | None:
        """The last day on which such a letter was sent, if on or after ``after``."""
        on = self.letters_sent.get(kind)
        return on if on is not None and (after is None or on >= after) else None

    def days_after(self, on: date, number: int) -> date | None:
        """So many working days after a day; None beyond the table of bank holidays."""
        try:
            return self.calendar.add_working_days(on, number)
        except ClockError:
            return None

    def overdue_from(self) -> date | None:
        """The first day on which we would chase the reply: weekend receipt is given a day of grace."""
        due = self.reply_deadline
        return (due.chase_from or due.overdue_from) if due is not None and not due.closed else None


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether a letter can be written today. ``why`` says why, or why not; ``on`` from when, where that is known.

    ``until`` is the last day on which it helps, ``cause`` what makes it due, so that it is suggested once, and
    ``notes`` what the person should know before writing it. One that is not ``usual`` is possible, and not suggested.
    """

    available: bool
    why: str
    on: date | None = None
    until: date | None = None
    cause: str = ""
    notes: tuple[str, ...] = ()
    usual: bool = True


def no(why: str, on: date | None = None) -> Availability:
    """Not now."""
    return Availability(False, why, on)


def yes(
    why: str,
    cause: str,
    *,
    on: date | None = None,
    until: date | None = None,
    notes: tuple[str, ...] = (),
    usual: bool = True,
) -> Availability:
    """It can be written."""
    return Availability(True, why, on, until, cause, notes, usual)


def nothing_owed(situation: Situation) -> Availability | None:
    """Why nothing can be chased: no reply is owed, or it waits for the requester, or for a person to read it."""
    state = situation.state
    if situation.unread_reply:
        return no("A reply is waiting to be read: check what it says, and confirm it.")
    if state is State.AWAITING_REQUESTER:
        return no(
            "They asked what the request means, and the clock waits for your answer. Answer that first."
        )
    if state is State.AWAITING_FEE:
        return no("They asked for a fee, and the clock is paused until it is paid.")
    if state not in OWED:
        return no(f"No reply is owed now: {_as_it_stands(state)}.")
    return None


def not_overdue(situation: Situation) -> Availability | None:
    """Why a reply can't be called overdue: nobody knows when it was due, or the day is still to come."""
    first, due = situation.overdue_from(), situation.reply_deadline
    if first is None or due is None:
        return no(
            "Nobody can say when the reply is due: the record does not say when the request reached them."
        )
    if situation.today < first:
        return no(
            f"The reply is due by {in_words(due.due_on)}: it can be chased from {in_words(first)}.", first
        )
    return None


def not_chased_yet(situation: Situation) -> Availability | None:
    """Why nothing can follow a chaser: nothing is owed, or not yet. No day is promised: the chaser comes first."""
    why_not = nothing_owed(situation) or not_overdue(situation)
    return no(why_not.why) if why_not is not None else None


def nothing_to_review(situation: Situation) -> Availability | None:
    """Why no review of a reply can be asked for."""
    state = situation.state
    if state in REPLIED or state is State.PARTIALLY_ANSWERED:
        return None
    if state is State.REVIEW_RUNNING:
        return no("You have asked for a review already.")
    if state is State.REVIEW_DONE:
        return no("The review is done. The next step is the regulator.")
    if state in REGULATED:
        return no("The matter is with the regulator or beyond, so a review is no longer the next step.")
    if state is State.TRANSFERRED:
        return no("The request was passed to another authority: nothing was decided here.")
    return no("There is no reply yet that could be reviewed.")


def review_until(situation: Situation) -> date | None:
    """The last day to ask for a review of the reply; the safe one where law and guidance differ."""
    return situation.clock.review_request_by_safe or situation.clock.review_request_by


def review_of_reply(situation: Situation, why: str) -> Availability:
    """A review of what was answered can be asked for. Late, it may still be accepted (RULES.md 2.3)."""
    until, last = review_until(situation), situation.clock.review_request_by
    notes = ["One request for a review covers the whole reply: put all that troubles you into this letter."]
    if last is not None and situation.today > last:
        late = f"The time to ask ended on {in_words(last)}. They may still accept it; count on nothing"
        notes.append(f"{late}, and say why it is late.")
    elif until is not None:
        notes.append(f"Ask by {in_words(until)}.")
    if situation.state is State.PARTIALLY_ANSWERED:
        notes.append("The rest of the reply is still to come: wait for it, and one review covers all of it.")
    cause = f"reply:{until.isoformat()}" if until is not None else "reply"
    return yes(why, cause, until=until, notes=tuple(notes))


def under_way(situation: Situation) -> Availability | None:
    """Why no letter at all can be written."""
    if situation.regime is Regime.UKGDPR:
        return no("A subject access request is outside freedom of information: there is no letter for it.")
    if situation.state is State.DRAFT:
        return no("The request has not reached the authority: send it first.")
    if situation.state is State.WITHDRAWN:
        return no("You withdrew this request, so nothing more is written about it.")
    return None


def _as_it_stands(state: State) -> str:
    return {
        State.ANSWERED: "they have replied",
        State.REFUSED: "they have refused",
        State.NOT_HELD: "they have said that they hold nothing",
        State.TRANSFERRED: "they passed the request to another authority",
        State.REVIEW_RUNNING: "a review is running",
        State.REVIEW_DONE: "the review is done",
    }.get(state, "the matter is with the regulator or beyond")
