"""Recompute: events in, state and dates out. The only writer of the cached state and of deadlines (promise 1)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.clock import Clock
from requests_app.core.clock import Deadline as ComputedDeadline
from requests_app.core.dates import in_words
from requests_app.core.states import LetterKind, State
from requests_app.models import Deadline, Draft, Event, FoiRequest
from requests_app.models.draft import LIVE_STATES
from requests_app.models.event import NOTED
from requests_app.queries.clock import clock_of
from requests_app.queries.deadlines import REMINDED, deadline_label

OWED = {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED}
"""States in which a reply is owed, and may be chased."""


def recompute(foi_request: FoiRequest, *, now: datetime, because: str) -> Clock:
    """Bring the cached state and the deadlines of a locked request into line with its events.

    A date that moved keeps its old row, and the log says from where to where and why. Saves the request with
    its version raised. Raises ClockError where the events contradict each other: the caller's transaction
    then undoes the event that did it.
    """
    today = london_day(now)
    clock = clock_of(foi_request, today=today)
    live = {row.key: row for row in foi_request.deadlines.exclude(status=Deadline.Status.MOVED)}
    for computed in clock.deadlines:
        _bring_into_line(
            foi_request, live.pop(computed.key, None), computed, because=because, today=today, now=now
        )
    for row in live.values():
        _set_status(row, Deadline.Status.LAPSED)
    _cache(foi_request, clock, now=now)
    if clock.state not in OWED:
        _dismiss_chasers(foi_request, now=now)
    return clock


def recompute_all(*, now: datetime, because: str) -> int:
    """Compute every sent request's clock again, each in a transaction of its own. Returns how many."""
    ids = FoiRequest.objects.exclude(state=State.DRAFT).order_by("pk").values_list("pk", flat=True)
    for pk in list(ids):
        with transaction.atomic():
            foi_request = (
                FoiRequest.objects.select_for_update(of=("self",)).select_related("authority").get(pk=pk)
            )
            recompute(foi_request, now=now, because=because)
    return len(ids)


def _bring_into_line(
    foi_request: FoiRequest,
    row: Deadline | None,
    computed: ComputedDeadline,
    *,
    because: str,
    today: date,
    now: datetime,
) -> None:
    status = _status(computed, today=today)
    if row is not None and row.due_on == computed.due_on and row.counted_from == computed.trigger_on:
        _set_status(row, status)
        return
    replaced = None
    if row is not None:
        _move(foi_request, row, computed, because=because, now=now)
        replaced = row
    Deadline.objects.create(
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
            {"text": step.text, "section": step.section, "on": step.on.isoformat() if step.on else None}
            for step in computed.working
        ],
        counted_from=computed.trigger_on,
        working_days=computed.working_days,
        status=status,
        replaces=replaced,
        computed_at=now,
    )


def _status(computed: ComputedDeadline, *, today: date) -> Deadline.Status:
    if computed.met_on is not None:
        late = computed.met_on > computed.due_on
        return Deadline.Status.MET_LATE if late else Deadline.Status.MET
    if computed.closed:
        return Deadline.Status.LAPSED
    return Deadline.Status.MISSED if computed.overdue_from <= today else Deadline.Status.OPEN


def _set_status(row: Deadline, status: Deadline.Status) -> None:
    if row.status != status:
        row.status = status
        row.save(update_fields=["status"])


def _move(
    foi_request: FoiRequest, row: Deadline, computed: ComputedDeadline, *, because: str, now: datetime
) -> None:
    row.status = Deadline.Status.MOVED
    row.moved_because = because[:500]
    row.save(update_fields=["status", "moved_because"])
    if row.due_on != computed.due_on:
        Event.objects.create(
            foi_request=foi_request,
            kind=NOTED,
            on=london_day(now),
            sentence=(
                f"{deadline_label(row.kind)}: moved from {in_words(row.due_on)} to {in_words(computed.due_on)} "
                f"because {because}"
            )[:500],
            recorded_at=now,
        )


def _cache(foi_request: FoiRequest, clock: Clock, *, now: datetime) -> None:
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
    foi_request.version += 1
    foi_request.changed_at = now
    foi_request.save()


def _dismiss_chasers(foi_request: FoiRequest, *, now: datetime) -> None:
    """Nobody is chased who has answered: chasers that an event has overtaken are put away."""
    Draft.objects.filter(
        foi_request=foi_request, kind=LetterKind.OVERDUE_CHASER, state__in=LIVE_STATES
    ).update(state=Draft.State.DISMISSED, changed_at=now)
