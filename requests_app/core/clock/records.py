"""What goes into the clock and what comes out: events, deadlines, steps of the working, and the clock itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from requests_app.core.states import Basis, Channel, DeadlineKind, EventKind, Party, ResponseBasis, State


@dataclass(frozen=True, slots=True)
class ClockEvent:
    """Something that happened to a request (law/CONTRACT.md, table of events).

    ``on`` is a day in London; None where the record does not say: the event then moves the state and gives no
    date. ``key`` is the caller's own name for the event and is given back by what the event caused.
    """

    kind: EventKind
    on: date | None
    channel: Channel | str | None = None
    source: str | None = None
    covers: tuple[str, ...] = ()
    exemptions: tuple[str, ...] = ()
    target: date | None = None
    outcome: str | None = None
    sections: tuple[str, ...] = ()
    received_on: date | None = None
    to: str | None = None
    consent: bool | None = None
    narrows: str | bool | None = None
    compliance_days: int | None = None
    non_school_days: tuple[tuple[date, date], ...] | None = None
    key: str = ""

    @property
    def reached_requester_on(self) -> date | None:
        """The day the requester got it; the day it was issued where only that is known (RULES.md 1.3)."""
        return self.received_on or self.on


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of the working, with the section it rests on and the day it speaks of."""

    text: str
    section: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Deadline:
    """A date by which somebody has to act, with everything needed to believe it.

    ``key`` stays the same when the same date is computed again after a correction. ``overdue_from`` is the day
    after ``due_on``; ``chase_from`` the first working day on which we would chase. ``uncertain`` is the reason a
    date is marked as uncertain, or empty. ``trigger_on`` and ``working_days`` are what a strip picture needs.
    ``met_on`` is when what was awaited came; ``closed`` means nothing more is awaited under this deadline, on
    whatever day (perhaps not stated) it ended. ``caused_by`` is the ``key`` of the event it is counted from.
    """

    kind: DeadlineKind
    key: str
    due_on: date
    on: Party
    basis: Basis
    section: str
    source: str
    hard: bool
    overdue_from: date
    chase_from: date | None = None
    opens: str = ""
    working: tuple[Step, ...] = ()
    uncertain: str = ""
    trigger_on: date | None = None
    working_days: int | None = None
    met_on: date | None = None
    closed: bool = False
    caused_by: str = ""

    @property
    def label(self) -> str:
        """The deadline in plain English."""
        return self.kind.label

    def overdue_at(self, today: date) -> bool:
        """Whether, at ``today``, the day has passed and what it waits for has not come."""
        return not self.closed and today >= self.overdue_from

    def to_json(self) -> dict[str, Any]:
        """The deadline as the ``clock`` command prints it."""
        return {
            "kind": str(self.kind),
            "key": self.key,
            "label": self.label,
            "due_on": self.due_on.isoformat(),
            "on": str(self.on),
            "basis": str(self.basis),
            "section": self.section,
            "source": self.source,
            "hard": self.hard,
            "overdue_from": self.overdue_from.isoformat(),
            "chase_from": _iso(self.chase_from),
            "met_on": _iso(self.met_on),
            "closed": self.closed,
            "opens": self.opens,
            "uncertain": self.uncertain,
            "working": [_step_to_json(step) for step in self.working],
        }


@dataclass(frozen=True)
class Clock:
    """Where a request stands and every date that follows: the names of law/CONTRACT.md, None where there is no such date.

    ``overdue`` is None when no ``today`` was given; nothing else depends on the day it is read. ``notes`` are those
    sentences of the working that belong to no deadline: what came late, an extension that moves nothing.
    """

    state: State
    deadlines: tuple[Deadline, ...] = ()
    working: tuple[Step, ...] = ()
    notes: tuple[Step, ...] = ()
    uncertain: tuple[str, ...] = ()
    overdue: bool | None = None

    response_due: date | None = None
    overdue_from: date | None = None
    response_basis: ResponseBasis | None = None
    original_response_due: date | None = None
    response_due_earliest: date | None = None
    response_due_latest: date | None = None
    needs: str | None = None
    school_day_20: date | None = None
    working_day_60: date | None = None
    grace_until: date | None = None
    chase_from: date | None = None
    restarts: int = 0
    late_clarification: bool | None = None
    working_days_late: int | None = None
    nudge_on: date | None = None
    response_late: bool | None = None
    extension_valid: bool | None = None
    extension_notice_due: date | None = None
    extension_notice_late: bool | None = None
    fee_pay_by: date | None = None
    lapses_on: date | None = None
    working_days_disregarded: int | None = None
    review_request_by: date | None = None
    review_request_by_safe: date | None = None
    review_due: date | None = None
    review_due_latest: date | None = None
    regulator_direct: bool | None = None
    complaint_from: date | None = None
    complaint_by: date | None = None
    compliance_by: date | None = None
    tribunal_appeal_by: date | None = None
    tribunal_outer_limit: date | None = None
    court_of_session_by: date | None = None
    child_response_due: date | None = None
    aggregation_until: date | None = None
    aggregation_clear_from: date | None = None
    corresponding_date: date | None = None

    def deadline(self, key: str) -> Deadline | None:
        """The deadline of this ``key``, if there is one."""
        return next((deadline for deadline in self.deadlines if deadline.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """The clock as law/CONTRACT.md has it: the flat names, deadlines, working, uncertain; days as ISO dates."""
        flat = {name: _plain(getattr(self, name)) for name in FLAT_NAMES}
        if self.overdue is not None:
            flat["overdue"] = self.overdue
        return {
            "state": str(self.state),
            **flat,
            "deadlines": [deadline.to_json() for deadline in self.deadlines],
            "working": [_step_to_json(step) for step in self.working],
            "uncertain": list(self.uncertain),
        }


Record = TypeVar("Record", Deadline, Clock)


def frozen(cls: type[Record], values: dict[str, Any]) -> Record:
    """A frozen record from its values by name, those with a default left out at will.

    A frozen dataclass sets its fields one by one through ``object.__setattr__``; for hundreds of thousands of
    deadlines that was a quarter of the whole time (benchmarks/clock.py).
    """
    record = object.__new__(cls)
    object.__setattr__(record, "__dict__", values)
    return record


_NOT_FLAT = {"state", "deadlines", "working", "notes", "uncertain", "overdue"}
FLAT_NAMES = tuple(f.name for f in fields(Clock) if f.name not in _NOT_FLAT)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _step_to_json(step: Step) -> dict[str, str | None]:
    return {"text": step.text, "section": step.section, "on": _iso(step.on)}
