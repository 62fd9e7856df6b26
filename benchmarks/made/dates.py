"""The dates of one made-up request, computed event by event as the program does, without a database.

``usecases.clock.recompute`` writes one request at a time; here rows are kept for a bulk insert. A test holds the two
together: recomputing a made-up request changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from benchmarks.made.courses import Happening
from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.clock import Deadline as Computed
from requests_app.core.dates import in_words
from requests_app.core.states import AuthorityKind, EventKind, Regime
from requests_app.models import Deadline, FoiRequest
from requests_app.queries.deadlines import REMINDED, deadline_label

READS = {
    "received_on": date.fromisoformat,
    "target": date.fromisoformat,
    "covers": tuple,
    "exemptions": tuple,
}


@dataclass(slots=True)
class Dates:
    """The rows of a request's dates, live and moved, and what the log says of those that moved."""

    rows: list[Deadline] = field(default_factory=list)
    live: dict[str, Deadline] = field(default_factory=dict)
    moves: list[tuple[datetime, str]] = field(default_factory=list)


def set_dates(
    foi_request: FoiRequest, found: Sequence[Happening], *, holidays: HolidayTable, now: datetime
) -> Dates:
    """Run the clock over the events as they came, then as it stands today, and cache the outcome."""
    dates, events = Dates(), [clock_event(each) for each in found]
    for reached, event in enumerate(events, start=1):
        if event.kind is EventKind.RECEIVED or event.on is None:
            continue
        clock = _run(foi_request, events[:reached], holidays, event.on)
        _apply(foi_request, dates, clock, today=event.on, now=now, because=f"of {event.kind.label.lower()}")
    clock = _run(foi_request, events, holidays, now.date())
    _apply(foi_request, dates, clock, today=now.date(), now=now, because="the clock was read again")
    _cache(foi_request, clock)
    return dates


def clock_event(happening: Happening) -> ClockEvent:
    """One happening as the clock takes it."""
    details = {name: READS.get(name, lambda value: value)(value) for name, value in happening.details.items()}
    return ClockEvent(kind=happening.kind, on=happening.on, **details)


def _run(foi_request: FoiRequest, events: Sequence[ClockEvent], holidays: HolidayTable, today: date) -> Clock:
    return run_clock(
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        events=events,
        holidays=holidays,
        today=today,
    )


def _apply(
    foi_request: FoiRequest, dates: Dates, clock: Clock, *, today: date, now: datetime, because: str
) -> None:
    gone = dict(dates.live)
    for computed in clock.deadlines:
        row = gone.pop(computed.key, None)
        status = _status(computed, today)
        if row is not None and (row.due_on, row.counted_from) == (computed.due_on, computed.trigger_on):
            row.status = status
            continue
        if row is not None:
            _move(dates, row, computed, on=today, now=now, because=because)
        dates.live[computed.key] = _row(foi_request, computed, status, replaces=row, now=now)
        dates.rows.append(dates.live[computed.key])
    for row in gone.values():
        row.status = Deadline.Status.LAPSED


def _status(computed: Computed, today: date) -> Deadline.Status:
    if computed.met_on is not None:
        late = computed.met_on > computed.due_on
        return Deadline.Status.MET_LATE if late else Deadline.Status.MET
    if computed.closed:
        return Deadline.Status.LAPSED
    return Deadline.Status.MISSED if computed.overdue_from <= today else Deadline.Status.OPEN


def _move(dates: Dates, row: Deadline, computed: Computed, *, on: date, now: datetime, because: str) -> None:
    row.status, row.moved_because = Deadline.Status.MOVED, because
    if row.due_on != computed.due_on:
        moved = f"from {in_words(row.due_on)} to {in_words(computed.due_on)}"
        at = datetime.combine(on, now.timetz())
        dates.moves.append((at, f"{deadline_label(row.kind)}: moved {moved} because {because}"))


def _row(
    foi_request: FoiRequest,
    computed: Computed,
    status: Deadline.Status,
    *,
    replaces: Deadline | None,
    now: datetime,
) -> Deadline:
    steps = computed.working
    return Deadline(
        foi_request=foi_request,
        kind=computed.kind,
        key=computed.key,
        due_on=computed.due_on,
        basis=computed.basis,
        on_whom=computed.on,
        section=computed.section,
        source=computed.source,
        hard=computed.hard,
        overdue_from=computed.overdue_from,
        chase_from=computed.chase_from,
        opens=computed.opens,
        uncertain=computed.uncertain,
        working=[
            {"text": each.text, "section": each.section, "on": each.on.isoformat() if each.on else None}
            for each in steps
        ],
        counted_from=computed.trigger_on,
        working_days=computed.working_days,
        status=status,
        replaces=replaces,
        computed_at=now,
    )


def _cache(foi_request: FoiRequest, clock: Clock) -> None:
    pending = [
        each for each in clock.deadlines if each.kind in REMINDED and each.met_on is None and not each.closed
    ]
    following = min(pending, key=lambda each: each.due_on, default=None)
    foi_request.state = clock.state
    foi_request.response_due_on = clock.response_due
    foi_request.next_deadline_kind = following.kind if following else ""
    foi_request.next_deadline_on = following.due_on if following else None
    foi_request.clock_uncertain = list(clock.uncertain)
