"""Events as the core's clock takes them, and the clock of one request."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.states import AuthorityKind, EventKind, Regime
from requests_app.models import Event, FoiRequest
from requests_app.queries.holidays import holiday_table

_DATES = {"target", "received_on"}
_TUPLES = {"covers", "exemptions", "sections"}
_ARRIVAL = {EventKind.SENT, EventKind.RECEIVED, EventKind.DELIVERY_FAILED}


def clock_event(event: Event) -> ClockEvent:
    """One recorded event as the clock takes it; ``key`` names the row."""
    details: dict[str, object] = {}
    for name, value in event.details.items():
        if name in _DATES:
            details[name] = date.fromisoformat(value)
        elif name in _TUPLES:
            details[name] = tuple(value)
        elif name in {"channel", "outcome", "to", "consent", "narrows", "compliance_days"}:
            details[name] = value
    return ClockEvent(kind=EventKind(event.kind), on=event.on, key=f"event {event.pk}", **details)  # type: ignore[arg-type]


def clock_of(
    foi_request: FoiRequest, *, today: date | None = None, events: Iterable[Event] | None = None
) -> Clock:
    """The clock of a request from its standing events (one query unless they are given). Raises ClockError."""
    standing = Event.objects.standing().filter(foi_request=foi_request) if events is None else events
    return run_clock(
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        events=[clock_event(event) for event in standing],
        holidays=holiday_table(),
        today=today,
    )


def arrived_on(foi_request: FoiRequest, events: Iterable[Event]) -> date | None:
    """The day the request itself reached the authority, as recorded or as presumed from how it was sent."""
    arrival = [event for event in events if event.kind in _ARRIVAL]
    clock = clock_of(foi_request, events=arrival)
    return next(
        (deadline.trigger_on for deadline in clock.deadlines if deadline.kind == "response_due"), None
    )
