"""Whose clocks a change can touch, what is still to be computed, and who has to be told of what moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Max, Min, Q, QuerySet

from requests_app.core.dates import in_words
from requests_app.core.holiday_changes import HolidayChange, touches
from requests_app.core.regimes import rules_for
from requests_app.core.states import Regime, State
from requests_app.models import (
    Deadline,
    Event,
    FoiRequest,
    Membership,
    Recomputation,
    RecomputationBatch,
    User,
)
from requests_app.models.campaign import Role
from requests_app.models.deadline import PENDING
from requests_app.queries.deadlines import deadline_label

WITHOUT_CLOCK = [State.DRAFT.value, State.WITHDRAWN.value]
"""States in which no date runs."""

PATIENCE = timedelta(minutes=2)
"""How long a batch is left to the queue before it is queued again."""


def with_clock() -> QuerySet[FoiRequest]:
    """Requests that were sent and not withdrawn."""
    return FoiRequest.objects.exclude(state__in=WITHOUT_CLOCK)


def touched_by(changes: Sequence[HolidayChange]) -> set[int]:
    """Ids of the requests with a clock whose dates, met ones too, could rest on one of the changed days.

    Those whose first event is no later than such a day and whose last date, or the day to chase, no earlier.
    """
    if not changes:
        return set()
    days = [change.on for change in changes]
    live = Deadline.objects.exclude(status=Deadline.Status.MOVED).filter(foi_request__in=with_clock())
    ends = (
        live.filter(Q(due_on__gte=min(days)) | Q(chase_from__gte=min(days)))
        .order_by()
        .values("foi_request_id", "foi_request__regime")
        .annotate(due=Max("due_on"), chase=Max("chase_from"))
    )
    begins = dict(
        Event.objects.standing()
        .filter(on__lte=max(days))
        .order_by()
        .values("foi_request_id")
        .annotate(first=Min("on"))
        .values_list("foi_request_id", "first")
    )
    wanted = {
        regime: [change.on for change in changes if touches(change, scottish=is_scottish(regime))]
        for regime in Regime
    }
    return {
        row["foi_request_id"]
        for row in ends
        if (first := begins.get(row["foi_request_id"]))
        and any(
            first <= on <= max(row["due"], row["chase"] or row["due"])
            for on in wanted[Regime(row["foi_request__regime"])]
        )
    }


def is_scottish(regime: str) -> bool:
    """Whether a regime counts with Scotland's calendar."""
    return rules_for(Regime(regime)).scottish


def beyond_the_table() -> set[int]:
    """Ids of the requests with a clock that has doubts: among them all whose dates lie outside the holiday table."""
    return set(with_clock().exclude(clock_uncertain=[]).values_list("pk", flat=True))


def holiday_changes(recomputation: Recomputation) -> list[HolidayChange]:
    """The days this recomputation is for, and those of others not finished: the table has them all already.

    Of a day that changed twice, what became of it last.
    """
    unfinished = Recomputation.objects.filter(finished_at=None, cause=Recomputation.Cause.HOLIDAYS)
    rows = [row for other in unfinished.order_by("pk") for row in other.changes] or recomputation.changes
    changes = [HolidayChange.from_json(row) for row in rows]
    return list({(change.on, change.division): change for change in changes}.values())


def waiting_batches(now: datetime, *, limit: int = 100) -> list[int]:
    """Ids of batches planned a while ago and not done, oldest first."""
    waiting = RecomputationBatch.objects.filter(
        done_at=None, recomputation__planned_at__lt=now - PATIENCE
    ).order_by("pk")
    return list(waiting.values_list("pk", flat=True)[:limit])


def waiting_to_finish(now: datetime) -> list[int]:
    """Ids of recomputations whose batches are all done, and of which nobody has been told yet."""
    waiting = Recomputation.objects.filter(finished_at=None, planned_at__lt=now - PATIENCE)
    return list(
        waiting.exclude(pk__in=RecomputationBatch.objects.filter(done_at=None).values("recomputation"))
        .order_by("pk")
        .values_list("pk", flat=True)
    )


@dataclass(frozen=True, slots=True)
class MovedDate:
    """One date that moved, in words: what it is, from where to where, why, on which request. ``order`` is its day."""

    order: tuple[date, int]
    foi_request: FoiRequest
    what: str
    was: str
    now: str
    because: str
    of: str
    url: str


def moved_dates(recomputation: Recomputation) -> dict[int, list[MovedDate]]:
    """The dates moved by one cause that still call for something, by campaign."""
    still = [*PENDING, Deadline.Status.MOVED]
    rows = (
        Deadline.objects.filter(moved_by=recomputation, replaced_by__status__in=still)
        .select_related("replaced_by", "foi_request__authority")
        .defer("foi_request__letter", "working", "replaced_by__working")
        .order_by("pk")
    )
    found: dict[int, list[MovedDate]] = defaultdict(list)
    for row in rows:
        found[row.foi_request.campaign_id].append(_moved(row, row.replaced_by))
    return found


def _moved(old: Deadline, new: Deadline) -> MovedDate:
    foi_request = old.foi_request
    return MovedDate(
        order=(new.due_on, foi_request.number),
        foi_request=foi_request,
        what=deadline_label(old.kind),
        was=in_words(old.due_on),
        now=in_words(new.due_on),
        because=old.moved_because,
        of=f"{foi_request.authority.official_name}: {foi_request.title} ({foi_request.reference})",
        url=f"{settings.SITE_URL}{foi_request.get_absolute_url()}",
    )


def people_to_tell(campaigns: Iterable[int]) -> dict[User, list[int]]:
    """Who works on these campaigns and wants e-mail, each with the campaigns among them."""
    memberships = Membership.objects.filter(
        campaign__in=list(campaigns),
        role__in=[Role.OWNER, Role.EDITOR],
        user__is_active=True,
        user__wants_reminders=True,
    ).select_related("user")
    people: dict[User, list[int]] = defaultdict(list)
    for membership in memberships.order_by("user_id", "campaign_id"):
        people[membership.user].append(membership.campaign_id)
    return people
