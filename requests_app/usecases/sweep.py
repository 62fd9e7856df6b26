"""What the clock does each morning: dates noticed, reminders queued, drafts suggested.

Everything it does leaves a row that says so under a unique constraint, so a second run, a run after a crash and
a run after missed days all do exactly what is still to be done.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Q

from requests_app.core.errors import FoiError, MissingFact
from requests_app.core.letters.suggesting import suggested, waiting_for
from requests_app.core.states import DeadlineKind, LetterKind, Regime
from requests_app.models import Deadline, Draft, FoiRequest, Membership, Sweep, User
from requests_app.models.campaign import Role
from requests_app.models.deadline import PENDING
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.deadlines import CALLING_FOR_LETTERS, REMINDED
from requests_app.queries.holidays import calendar_of
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.drafts import suggest_draft
from requests_app.usecases.reminders import NEWS_FOR, remind

log = structlog.get_logger(__name__)

LOOK_AHEAD = timedelta(days=21)
"""Longer than five working days can ever be, Christmas included."""
LOOK_BACK = NEWS_FOR + LOOK_AHEAD
"""Dates due before that have been told of, if ever, and are left alone unless a reply is still to be chased."""


@dataclass(slots=True)
class SweepCounts:
    """What one sweep did."""

    deadlines_noticed: int = 0
    reminders_queued: int = 0
    reminders_passed_over: int = 0
    drafts_suggested: int = 0

    def add(self, other: SweepCounts) -> None:
        """Add another request's counts to these."""
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)


def sweep(*, on: date, now: datetime) -> SweepCounts:
    """Sweep every request that has a date near or passed, each in a transaction of its own.

    A fault in one keeps no other waiting: it is raised at the end, and the day stays to be swept again.
    """
    Sweep.objects.get_or_create(on=on, defaults={"started_at": now})
    counts = SweepCounts()
    calls_for_something = (
        Q(status=Deadline.Status.OPEN) | Q(kind__in=CALLING_FOR_LETTERS) | Q(due_on__gte=on - LOOK_BACK)
    )
    due = (
        Deadline.objects.filter(calls_for_something, _watched(on), status__in=PENDING)
        .order_by("foi_request_id")
        .values_list("foi_request_id", flat=True)
        .distinct()
    )
    fault: Exception | None = None
    for pk in list(due):
        try:
            counts.add(sweep_request(pk, on=on, now=now))
        except Exception as error:
            log.exception("not_swept", foi_request=pk)
            fault = fault or error
    if fault is not None:
        raise fault
    Sweep.objects.filter(on=on, finished_at=None).update(finished_at=now, counts=asdict(counts))
    log.info("swept", on=on.isoformat(), **asdict(counts))
    return counts


@transaction.atomic
def sweep_request(pk: int, *, on: date, now: datetime) -> SweepCounts:
    """Do for one request what its dates call for on this day."""
    counts = SweepCounts()
    foi_request = (
        FoiRequest.objects.select_for_update(of=("self",)).select_related("authority", "campaign").get(pk=pk)
    )
    calendar = calendar_of(foi_request.regime)
    people = _people_to_tell(foi_request)
    pending = list(foi_request.deadlines.filter(_watched(on), status__in=PENDING))
    for deadline in pending:
        if deadline.kind not in REMINDED:
            continue
        deadline.foi_request = foi_request
        if deadline.status == Deadline.Status.OPEN and deadline.overdue_from <= on:
            Deadline.objects.filter(pk=deadline.pk).update(status=Deadline.Status.MISSED)
            counts.deadlines_noticed += 1
        told = remind(deadline=deadline, people=people, calendar=calendar, today=on, now=now)
        counts.reminders_queued += told.queued
        counts.reminders_passed_over += told.passed_over
    if any(_calls_for_a_letter(deadline, on=on) for deadline in pending):
        _suggest_letter(foi_request, counts, on=on, now=now)
    return counts


def catch_up_needed(*, today: date, is_time: bool = True) -> bool:
    """Whether today's sweep was cut short or, once ``is_time`` for it, is still to be begun."""
    sweep_of_today = Sweep.objects.filter(on=today).first()
    return is_time if sweep_of_today is None else sweep_of_today.finished_at is None


def _people_to_tell(foi_request: FoiRequest) -> list[User]:
    memberships = Membership.objects.filter(
        campaign=foi_request.campaign_id,
        role__in=[Role.OWNER, Role.EDITOR],
        user__is_active=True,
        user__wants_reminders=True,
    ).select_related("user")
    return [membership.user for membership in memberships]


def _watched(on: date) -> Q:
    """Dates that people are told of, near or passed, and dates that call for a letter now."""
    told = Q(kind__in=REMINDED, due_on__lte=on + LOOK_AHEAD)
    calling = Q(kind__in=CALLING_FOR_LETTERS, due_on__lte=on) | Q(
        kind=DeadlineKind.COMPLAINT_BY, due_on__gte=on
    )
    return told | calling


def _calls_for_a_letter(deadline: Deadline, *, on: date) -> bool:
    """Its day has come: to ask, to chase, or, while a complaint is open, to complain."""
    if deadline.kind == DeadlineKind.COMPLAINT_BY:
        return True
    if deadline.kind == DeadlineKind.ACKNOWLEDGEMENT_NUDGE:
        return deadline.due_on <= on
    return deadline.kind in CALLING_FOR_LETTERS and (deadline.chase_from or deadline.overdue_from) <= on


def _suggest_letter(foi_request: FoiRequest, counts: SweepCounts, *, on: date, now: datetime) -> None:
    """Draft the first letter that the day calls for and nobody has decided about: one a day, never a second one
    while the first still waits for a person.
    """
    known = dict(Draft.objects.filter(foi_request=foi_request).order_by("pk").values_list("kind", "state"))
    if any(known.get(kind) in LIVE_STATES for kind in waiting_for(Regime(foi_request.regime))):
        return
    try:
        calling = list(suggested(situation_of(record_of(foi_request, today=on))))
    except FoiError as refusal:
        log.info("no_letter", foi_request=foi_request.pk, why=type(refusal).__name__)
        return
    for kind, each in calling:
        if known.get(kind) in LIVE_STATES:
            return
        if _suggest(foi_request, kind, each.cause, on=on, now=now):
            counts.drafts_suggested += 1
            _make_way(foi_request, kind, now=now)
            return


def _make_way(foi_request: FoiRequest, kind: LetterKind, *, now: datetime) -> None:
    """Whoever is chased for the reply need not be asked any more whether the request arrived."""
    asking = LetterKind.ACKNOWLEDGEMENT_CHASER
    if kind is not asking:
        Draft.objects.filter(foi_request=foi_request, kind=asking, state__in=LIVE_STATES).update(
            state=Draft.State.DISMISSED, changed_at=now
        )


def _suggest(foi_request: FoiRequest, kind: LetterKind, cause: str, *, on: date, now: datetime) -> bool:
    try:
        draft = suggest_draft(foi_request=foi_request, kind=kind, cause=cause, today=on, now=now)
    except FoiError as refusal:
        why = refusal.fact if isinstance(refusal, MissingFact) else type(refusal).__name__
        log.info("no_letter", foi_request=foi_request.pk, kind=kind.value, why=why)
        return False
    return draft is not None
