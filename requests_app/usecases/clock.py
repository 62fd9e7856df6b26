"""Recompute: events in, state and dates out. The only writer of the cached state and of deadlines (promise 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db.models import F

from requests_app.core.calendars import london_day
from requests_app.core.clock import Clock
from requests_app.core.errors import ClockError
from requests_app.core.letters.suggesting import overtaken_in
from requests_app.core.states import State
from requests_app.models import Deadline, Draft, Event, FoiRequest, Recomputation
from requests_app.models.draft import LIVE_STATES
from requests_app.models.event import NOTED
from requests_app.queries.clock import clock_of
from requests_app.queries.deadlines import REMINDED
from requests_app.queries.holidays import holiday_table
from requests_app.usecases.deadlines import Alterations, Because, align, update_alike, write
from requests_app.usecases.notices import tell_of_moves

_CACHED = (
    *("state", "response_due_on", "next_deadline_kind", "next_deadline_on"),
    *("clock_uncertain", "clock_notes"),
)


def recompute(foi_request: FoiRequest, *, now: datetime, because: str) -> Clock:
    """Bring the cached state and the deadlines of a locked request into line with its events.

    A date that moved keeps its old row, and the log says from where to where and why; the others who work on the
    request are told. Saves the request with
    its version raised. Raises ClockError where the events contradict each other: the caller's transaction
    then undoes the event that did it.
    """
    clock = clock_of(foi_request, today=london_day(now))
    made = Alterations()
    rows = foi_request.deadlines.exclude(status=Deadline.Status.MOVED)
    align(made, foi_request, rows, clock, because=lambda _row, _computed: because, now=now)
    write(made, now=now)
    _cache(foi_request, clock)
    foi_request.version += 1
    foi_request.changed_at = now
    foi_request.save()
    _dismiss_overtaken(clock.state, [foi_request], now=now)
    tell_of_moves(foi_request, made.added, now=now)
    return clock


@dataclass(slots=True)
class RecomputeCounts:
    """What computing some clocks again did. ``not_computed``: requests whose events give no clock."""

    requests: int = 0
    dates_moved: int = 0
    not_computed: int = 0

    def add(self, other: RecomputeCounts) -> None:
        """Add another batch's counts to these."""
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)


def recompute_many(
    foi_requests: Sequence[FoiRequest],
    *,
    now: datetime,
    cause: Recomputation,
    because: Callable[[FoiRequest, date | None], Because],
) -> RecomputeCounts:
    """Do what ``recompute`` does for locked requests together, after something else than their events changed.

    ``because`` gets each request with the day of its first event. A request of which nothing shown has changed
    keeps its version. One whose clock can't be computed keeps its dates; its log says so, once.
    """
    made, counts = Alterations(), RecomputeCounts()
    events = _by_request(Event.objects.standing().filter(foi_request__in=foi_requests))
    rows = _by_request(
        Deadline.objects.filter(foi_request__in=foi_requests).exclude(status=Deadline.Status.MOVED)
    )
    holidays, today = holiday_table(), london_day(now)
    failures: dict[int, str] = {}
    by_state: dict[State, list[FoiRequest]] = defaultdict(list)
    changed: list[FoiRequest] = []
    for foi_request in foi_requests:
        mine = events[foi_request.pk]
        counts.requests += 1
        try:
            clock = clock_of(foi_request, today=today, events=mine, holidays=holidays)
        except (ClockError, ValueError) as error:
            failures[foi_request.pk] = str(error)
            continue
        reason = because(foi_request, min((event.on for event in mine if event.on), default=None))
        align(made, foi_request, rows[foi_request.pk], clock, because=reason, now=now, moved_by=cause)
        if _cache(foi_request, clock):
            foi_request.changed_at = now
            changed.append(foi_request)
        by_state[clock.state].append(foi_request)
    write(made, now=now)
    names = (*_CACHED, "changed_at")
    update_alike(FoiRequest.objects.all(), ((each, names) for each in changed), version=F("version") + 1)
    for state, together in by_state.items():
        _dismiss_overtaken(state, together, now=now)
    _log_failures(failures, cause=cause, now=now)
    counts.dates_moved = made.dates_moved
    counts.not_computed = len(failures)
    return counts


Row = TypeVar("Row", Event, Deadline)


def _by_request(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.foi_request_id].append(row)
    return found


def _cache(foi_request: FoiRequest, clock: Clock) -> bool:
    """Take over what is cached of the clock. Returns whether any of it has changed; where it has not, nobody's
    open form need grow stale.
    """
    before = [getattr(foi_request, name) for name in _CACHED]
    pending = [
        deadline
        for deadline in clock.deadlines
        if deadline.kind in REMINDED and deadline.met_on is None and not deadline.closed
    ]
    following = min(pending, key=lambda deadline: deadline.due_on, default=None)
    foi_request.state = clock.state
    foi_request.response_due_on = clock.response_due
    foi_request.next_deadline_kind = following.kind if following else ""
    foi_request.next_deadline_on = following.due_on if following else None
    foi_request.clock_uncertain = list(clock.uncertain)
    foi_request.clock_notes = [step.text for step in clock.notes]
    return before != [getattr(foi_request, name) for name in _CACHED]


def _dismiss_overtaken(state: State, foi_requests: Iterable[FoiRequest], *, now: datetime) -> None:
    """Nobody is chased who has answered: letters that an event has overtaken are put away."""
    Draft.objects.filter(
        foi_request__in=foi_requests, kind__in=overtaken_in(state), state__in=LIVE_STATES
    ).update(state=Draft.State.DISMISSED, changed_at=now)


def _log_failures(failures: Mapping[int, str], *, cause: Recomputation, now: datetime) -> None:
    said = {
        pk: f"The dates could not be computed again when {cause.because}: {error}"[:500]
        for pk, error in failures.items()
    }
    logged = Event.objects.filter(foi_request__in=said, kind=NOTED, sentence__in=said.values())
    known = set(logged.values_list("foi_request_id", "sentence"))
    Event.objects.bulk_create(
        Event(foi_request_id=pk, kind=NOTED, on=london_day(now), sentence=sentence, recorded_at=now)
        for pk, sentence in said.items()
        if (pk, sentence) not in known
    )
