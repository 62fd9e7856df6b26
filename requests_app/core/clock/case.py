"""The facts of one request as its events tell them: what runs, what is stopped, what has come.

Facts only. Which day follows from them is worked out in ``reply_days`` and the ``dates_of_*`` modules.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from requests_app.core.calendars import Calendar, HolidayTable
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.regimes import RegimeRules, Variant
from requests_app.core.states import AuthorityKind, State
from requests_app.core.transitions import Condition


class Opening(StrEnum):
    """What a count begins with, in words that ``{on}`` completes."""

    RECEIVED = "They received your request"
    PRESUMED = "Nothing says when it reached them, so it counts as received"
    CLARIFIED = "They received your clarification"
    REVIEW = "They received your request for a review"
    FEE_NOTICE = "They asked for a fee"
    REPLY = "They replied"
    REPLY_REACHED_YOU = "Their reply reached you"
    END_OF_TIME = "Their time to reply ends"
    LATE_REPLY = "Their late reply reached you"
    CHILD = "The new request was received"
    SENT = "You sent it"
    CASE_OPENED = "The regulator opened a case"


@dataclass(slots=True)
class Pause:
    """Days that are disregarded, from ``first`` to ``last`` inclusive; ``last`` is None while the pause runs."""

    first: date | None
    last: date | None = None
    over: bool = False


@dataclass(slots=True)
class Extension:
    """An extension that moves the day. ``late`` and ``certain`` say how far its notice can be relied on."""

    event: ClockEvent
    late: bool | None
    certain: bool = True


class Span(NamedTuple):
    """The day a reply is due: one day, or a range where the record does not settle it. With the limits of a school."""

    earliest: date
    latest: date
    school_day: date | None = None
    working_day_cap: date | None = None

    @property
    def day(self) -> date | None:
        """The day, if it is one."""
        return self.earliest if self.earliest == self.latest else None

    def no_earlier_than(self, day: date) -> Span:
        """The span with both ends at least ``day``."""
        return Span(max(self.earliest, day), max(self.latest, day), self.school_day, self.working_day_cap)


@dataclass(slots=True)
class Period:
    """One running of the reply clock: from its trigger (None: not stated) until the reply or a fresh start.

    ``measured`` keeps its plain span once that was worked out; a pause makes it unknown again.
    """

    trigger: date | None
    opening: Opening
    key: str = ""
    pauses: list[Pause] = field(default_factory=list)
    extensions: list[Extension] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    measured: Span | None = None

    def pause(self, first: date | None) -> None:
        """Days are disregarded from ``first`` on."""
        self.pauses.append(Pause(first))
        self.measured = None

    def resume(self, last: date | None) -> Pause | None:
        """The pause that runs ends with ``last``; None where none runs."""
        self.measured = None
        running = next((pause for pause in reversed(self.pauses) if not pause.over), None)
        if running is not None:
            running.last, running.over = last, True
        return running


@dataclass(slots=True)
class Review:
    """An internal review: asked, received (where another day is known), promised, answered.

    ``grace_until`` is the day we let pass before going on, where that is later than its own.
    """

    asked: ClockEvent
    received_on: date | None = None
    promises: list[ClockEvent] = field(default_factory=list)
    outcome: ClockEvent | None = None
    grace_until: date | None = None

    @property
    def trigger(self) -> date | None:
        """The day its time is counted from."""
        return self.received_on or self.asked.on


@dataclass(slots=True)
class Case:
    """One request under one regime. Events are written into it one after another, in the order they take effect."""

    rules: RegimeRules
    kind: AuthorityKind
    variant: Variant | None
    calendar: Calendar
    holidays: HolidayTable
    events: list[ClockEvent]
    state: State = State.DRAFT
    doubts: dict[str, None] = field(default_factory=dict)
    notes: list[Step] = field(default_factory=list)

    sendings: list[ClockEvent] = field(default_factory=list)
    receipt: ClockEvent | None = None
    receipt_claimed: ClockEvent | None = None
    closures: tuple[tuple[date, date], ...] | None = None
    period: Period | None = None
    first_trigger: date | None = None

    question: ClockEvent | None = None
    part_questions: dict[tuple[str, ...], ClockEvent] = field(default_factory=dict)
    part_periods: dict[tuple[str, ...], Period] = field(default_factory=dict)
    restarts: int = 0
    late_clarification: bool | None = None
    working_days_late: int | None = None

    fee: ClockEvent | None = None
    fee_pay_by: date | None = None
    fee_settled: bool = False
    working_days_disregarded: int | None = None

    extension_valid: bool | None = None
    extension_notice_late: bool | None = None

    promises: list[ClockEvent] = field(default_factory=list)
    partials: list[ClockEvent] = field(default_factory=list)
    reply: ClockEvent | None = None
    transfer: ClockEvent | None = None
    children: list[ClockEvent] = field(default_factory=list)
    review: Review | None = None
    case_opened: ClockEvent | None = None
    decision: ClockEvent | None = None
    appeal: ClockEvent | None = None
    planned: ClockEvent | None = None

    def doubt(self, reason: str) -> None:
        """Put a reason among those shown as uncertain; saying it twice is saying it once."""
        if reason:
            self.doubts[reason] = None

    def note(self, text: str, section: str = "", on: date | None = None) -> None:
        """Put a sentence into the working."""
        self.notes.append(Step(text, section, on))

    @property
    def fee_open(self) -> bool:
        """Whether a fees notice waits for payment."""
        return self.fee is not None and not self.fee_settled

    @property
    def stopped(self) -> bool:
        """Whether the reply clock as a whole stands still."""
        return self.question is not None or self.fee_open

    @property
    def handed_over(self) -> bool:
        """Whether a transfer ended the request here: agreed to, or needing no consent."""
        refused = self.transfer is not None and self.transfer.consent is False
        return self.transfer is not None and not (refused and self.rules.transfer_needs_consent)

    def holds(self, condition: Condition) -> bool:
        """Whether a condition of the transition table is true now."""
        if condition is Condition.CLARIFICATION_OPEN:
            return self.question is not None or bool(self.part_questions)
        if condition is Condition.FEE_OPEN:
            return self.fee_open
        if condition is Condition.PARTLY_ANSWERED:
            return bool(self.partials)
        if condition is Condition.EXTENDED:
            return self.period is not None and bool(self.period.extensions)
        if condition is Condition.MAY_TRANSFER:
            return self.handed_over
        return self.period is None
