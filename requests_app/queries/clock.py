"""Events as the core's clock takes them, and the clock of one request."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.dates import in_words, plural
from requests_app.core.errors import ClockError
from requests_app.core.standing import WAITING
from requests_app.core.states import AuthorityKind, DeadlineKind, EventKind, Regime
from requests_app.models import Event, FoiRequest
from requests_app.queries.dates import DateShown, from_computed
from requests_app.queries.holidays import calendar_of, holiday_table

_DATES = {"target", "received_on"}
_TUPLES = {"covers", "exemptions", "sections"}
_AS_THEY_ARE = {"channel", "source", "outcome", "to", "consent", "narrows", "compliance_days"}
_ARRIVAL = {EventKind.SENT, EventKind.RECEIVED, EventKind.DELIVERY_FAILED}


def clock_event(event: Event) -> ClockEvent:
    """One recorded event as the clock takes it; ``key`` names the row."""
    details: dict[str, object] = {}
    for name, value in event.details.items():
        if name in _DATES:
            details[name] = date.fromisoformat(value)
        elif name in _TUPLES:
            details[name] = tuple(value)
        elif name == "non_school_days":
            details[name] = tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in value)
        elif name in _AS_THEY_ARE:
            details[name] = value
    return ClockEvent(kind=EventKind(event.kind), on=event.on, key=f"event {event.pk}", **details)  # type: ignore[arg-type]


def clock_of(
    foi_request: FoiRequest,
    *,
    today: date | None = None,
    events: Iterable[Event] | None = None,
    holidays: HolidayTable | None = None,
) -> Clock:
    """The clock of a request from its standing events (one query unless they are given). Raises ClockError."""
    standing = Event.objects.standing().filter(foi_request=foi_request) if events is None else events
    return run_clock(
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        events=[clock_event(event) for event in standing],
        holidays=holidays or holiday_table(),
        today=today,
    )


def arrived_on(
    foi_request: FoiRequest, events: Iterable[Event], *, holidays: HolidayTable | None = None
) -> date | None:
    """The day the request itself reached the authority, as recorded or as presumed from how it was sent.

    One query, unless the holidays are given. Raises ClockError.
    """
    arrival = [event for event in events if event.kind in _ARRIVAL]
    clock = clock_of(foi_request, events=arrival, holidays=holidays)
    due = {DeadlineKind.RESPONSE_DUE, DeadlineKind.RESPONSE_DUE_LATEST}
    return next((deadline.trigger_on for deadline in clock.deadlines if deadline.kind in due), None)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would follow from a reply on a day: how late it would be, and the dates that would open."""

    on: date
    sentence: str
    dates: list[DateShown]


def what_if(foi_request: FoiRequest, *, on: date) -> WhatIf:
    """The clock with one more event that nobody records: a final reply on ``on``. Raises ClockError."""
    if foi_request.state not in WAITING:
        raise ClockError(
            f"{foi_request.reference} is not waiting for a reply, so there is nothing to try out."
        )
    standing = list(Event.objects.standing().filter(foi_request=foi_request))
    reply = ClockEvent(kind=EventKind.FINAL_RESPONSE, on=on, key="what if")
    before = clock_of(foi_request, events=standing)
    clock = run_clock(
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        events=[*(clock_event(event) for event in standing), reply],
        holidays=holiday_table(),
    )
    following = [
        from_computed(deadline)
        for deadline in clock.deadlines
        if not deadline.closed
        and deadline.met_on is None
        and (deadline.kind in _WINDOWS or before.deadline(deadline.key) is None)
    ]
    return WhatIf(on, _how_late(foi_request, clock, on), sorted(following, key=lambda shown: shown.on))


# After silence these may be open already; the reply moves them or confirms them.
_WINDOWS = {DeadlineKind.REVIEW_REQUEST_BY, DeadlineKind.REVIEW_REQUEST_BY_SAFE}


def _how_late(foi_request: FoiRequest, clock: Clock, on: date) -> str:
    due = clock.response_due or clock.response_due_latest
    if due is None:
        return "No date is known for the reply, so nobody can say whether that would be in time."
    if clock.response_late is None:
        first = in_words(clock.response_due_earliest)
        return f"Whether that would be in time can't be told: the last day lies between {first} and {in_words(due)}."
    if not clock.response_late:
        return f"That would be in time: the reply is due by {in_words(clock.response_due or clock.response_due_earliest)}."
    try:
        days = calendar_of(foi_request.regime).count(due, on)
    except ClockError:
        days = 0
    how_late = f"{plural(days, 'working day')} late" if days else "late"
    return f"That would be {how_late}: the reply is due by {in_words(due)}."
