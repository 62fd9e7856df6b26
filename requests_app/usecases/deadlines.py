"""Dates brought into line with what the clock computed: rows added, brought up to date, or moved with their history.

What is to be written is gathered first, for one request or for hundreds, and written in few statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import models
from django.db.models import QuerySet

from requests_app.core.calendars import london_day
from requests_app.core.clock import Clock
from requests_app.core.clock import Deadline as ComputedDeadline
from requests_app.core.dates import in_words
from requests_app.models import Deadline, Draft, Event, FoiRequest, Recomputation
from requests_app.models.draft import LIVE_STATES
from requests_app.models.event import NOTED
from requests_app.queries.deadlines import CALLING_FOR_LETTERS, deadline_label, rests_on

Because = Callable[[Deadline, ComputedDeadline], str]
"""Why a date moved, from its row and what was computed, in words that follow “because”."""

_SHOWN = (
    *("kind", "basis", "on_whom", "section", "source", "hard", "overdue_from", "chase_from", "opens"),
    *("uncertain", "working", "counted_from", "working_days"),
)
"""What a date says besides its day and its status."""


@dataclass(slots=True)
class Alterations:
    """What must be written so that the dates of some requests agree with their clocks."""

    added: list[Deadline] = field(default_factory=list)
    moved: list[Deadline] = field(default_factory=list)
    refreshed: list[tuple[Deadline, list[str]]] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)

    @property
    def dates_moved(self) -> int:
        """How many dates fall on another day than before."""
        return len(self.moved)


def align(
    made: Alterations,
    foi_request: FoiRequest,
    rows: Iterable[Deadline],
    clock: Clock,
    *,
    because: Because,
    now: datetime,
    moved_by: Recomputation | None = None,
) -> None:
    """Note in ``made`` what brings a request's live rows into line with its clock. Writes nothing.

    A date on another day keeps its old row and gets a line in the log; one on the same day is brought up to date
    without a word; one the clock no longer gives lapses.
    """
    today = london_day(now)
    live = {row.key: row for row in rows}
    for computed in clock.deadlines:
        row = live.pop(computed.key, None)
        wanted = _row(foi_request, computed, today=today, now=now)
        if row is None:
            made.added.append(wanted)
        elif row.due_on == wanted.due_on:
            _bring_up_to_date(made, row, wanted)
        else:
            _move(made, row, wanted, because=because(row, computed), now=now, moved_by=moved_by)
    for row in live.values():
        if row.status != Deadline.Status.LAPSED:
            row.status = Deadline.Status.LAPSED
            made.refreshed.append((row, ["status"]))


def write(made: Alterations, *, now: datetime) -> None:
    """Write what was noted. Letters that chase a date which has moved are put away: their facts no longer hold."""
    reasons = defaultdict(list)
    for row in made.moved:
        reasons[row.moved_because, row.moved_by_id].append(row.pk)
    for (because, moved_by), ids in reasons.items():
        Deadline.objects.filter(pk__in=ids).update(
            status=Deadline.Status.MOVED, moved_because=because, moved_by=moved_by
        )
    update_alike(Deadline.objects.all(), made.refreshed)
    Deadline.objects.bulk_create(made.added)
    Event.objects.bulk_create(made.log)
    _dismiss_unfounded(made, now=now)


def update_alike(
    rows: QuerySet[Any], changed: Iterable[tuple[models.Model, Sequence[str]]], **also: object
) -> None:
    """Write the named fields of each record, those that get the same values in one statement.

    After a holiday hundreds of dates move to the same few days, and one statement each took most of the time.
    """
    groups: dict[str, tuple[dict[str, object], list[int]]] = {}
    for record, names in changed:
        values = {name: getattr(record, name) for name in names}
        groups.setdefault(repr(values), (values, []))[1].append(record.pk)
    for values, ids in groups.values():
        rows.filter(pk__in=ids).update(**values, **also)


def _row(foi_request: FoiRequest, computed: ComputedDeadline, *, today: date, now: datetime) -> Deadline:
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
            {"text": step.text, "section": step.section, "on": step.on.isoformat() if step.on else None}
            for step in computed.working
        ],
        counted_from=computed.trigger_on,
        working_days=computed.working_days,
        status=_status(computed, today=today),
        computed_at=now,
    )


def _status(computed: ComputedDeadline, *, today: date) -> Deadline.Status:
    if computed.met_on is not None:
        late = computed.met_on > computed.due_on
        return Deadline.Status.MET_LATE if late else Deadline.Status.MET
    if computed.closed:
        return Deadline.Status.LAPSED
    return Deadline.Status.MISSED if computed.overdue_from <= today else Deadline.Status.OPEN


def _bring_up_to_date(made: Alterations, row: Deadline, wanted: Deadline) -> None:
    names = [name for name in _SHOWN if getattr(row, name) != getattr(wanted, name)]
    if names:
        names.append("computed_at")
    if row.status != wanted.status:
        names.append("status")
    for name in names:
        setattr(row, name, getattr(wanted, name))
    if names:
        made.refreshed.append((row, names))


def _move(
    made: Alterations,
    row: Deadline,
    wanted: Deadline,
    *,
    because: str,
    now: datetime,
    moved_by: Recomputation | None,
) -> None:
    row.status = Deadline.Status.MOVED
    row.moved_because = because[:500]
    row.moved_by = moved_by
    wanted.replaces = row
    made.moved.append(row)
    made.added.append(wanted)
    made.log.append(
        Event(
            foi_request_id=row.foi_request_id,
            kind=NOTED,
            on=london_day(now),
            sentence=(
                f"{deadline_label(row.kind)}: moved from {in_words(row.due_on)} to {in_words(wanted.due_on)} "
                f"because {because}"
            )[:500],
            recorded_at=now,
        )
    )


def _dismiss_unfounded(made: Alterations, *, now: datetime) -> None:
    moved: dict[int, list[Deadline]] = defaultdict(list)
    for row in made.moved:
        if row.kind in CALLING_FOR_LETTERS:
            moved[row.foi_request_id].append(row)
    if not moved:
        return
    drafts = Draft.objects.filter(foi_request__in=moved, state__in=LIVE_STATES)
    unfounded = [
        draft.pk
        for draft in drafts.only("foi_request_id", "cause")
        if any(rests_on(draft.cause, row) for row in moved[draft.foi_request_id])
    ]
    Draft.objects.filter(pk__in=unfounded).update(state=Draft.State.DISMISSED, changed_at=now)
