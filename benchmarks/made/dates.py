"""The dates of one made-up request, computed event by event by the program's own rules, and kept for a bulk insert."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any

from benchmarks.made.courses import Happening
from requests_app.core.calendars import LONDON, HolidayTable
from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.states import AuthorityKind, EventKind, Regime
from requests_app.models import Deadline, FoiRequest
from requests_app.usecases.clock import _cache as cache_clock
from requests_app.usecases.deadlines import Alterations, align

READS: dict[str, Callable[[Any], object]] = {
    "received_on": date.fromisoformat,
    "target": date.fromisoformat,
    "covers": tuple,
    "exemptions": tuple,
}


def set_dates(
    foi_request: FoiRequest, found: Sequence[Happening], *, holidays: HolidayTable, now: datetime
) -> Alterations:
    """Run the clock at each event as it came, then as it stands ``now``, and cache the outcome.

    Returns what a database would have been told on the way: rows, those that moved included, and lines of the log.
    """
    made, events = Alterations(), [clock_event(each) for each in found]
    for reached, event in enumerate(events, start=1):
        if event.kind is not EventKind.RECEIVED and event.on is not None:
            at = datetime.combine(event.on, time(9), tzinfo=LONDON)
            clock = _run(foi_request, events[:reached], holidays, event.on)
            _align(made, foi_request, clock, because=event.kind.label.lower(), now=at)
    clock = _run(foi_request, events, holidays, now.date())
    _align(made, foi_request, clock, because="the clock was read again", now=now)
    cache_clock(foi_request, clock)
    for line in made.log:
        line.foi_request = foi_request
    return made


def live_dates(made: Alterations) -> dict[str, Deadline]:
    """The rows that stand, by key."""
    return {row.key: row for row in made.added if row.status != Deadline.Status.MOVED}


def clock_event(happening: Happening) -> ClockEvent:
    """One happening as the clock takes it."""
    details: dict[str, Any] = dict(happening.details)
    details |= {name: read(details[name]) for name, read in READS.items() if name in details}
    return ClockEvent(kind=happening.kind, on=happening.on, **details)


def _run(foi_request: FoiRequest, events: Sequence[ClockEvent], holidays: HolidayTable, today: date) -> Clock:
    return run_clock(
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        events=events,
        holidays=holidays,
        today=today,
    )


def _align(made: Alterations, foi_request: FoiRequest, clock: Clock, *, because: str, now: datetime) -> None:
    rows = list(live_dates(made).values())
    align(made, foi_request, rows, clock, because=lambda _row, _computed: because, now=now)
