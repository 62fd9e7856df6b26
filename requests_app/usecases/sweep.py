"""What the clock does each morning: dates noticed, reminders queued, drafts suggested.

Everything it does leaves a row that says so under a unique constraint, so a second run, a run after a crash and
a run after missed days all do exactly what is still to be done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

import structlog
from django.db import transaction
from django.db.models import Q

from requests_app.core.reminding import MOST_WEEKS, NEWS_FOR, WEEK
from requests_app.core.states import DeadlineKind
from requests_app.models import Deadline, FoiRequest, Sweep
from requests_app.models.deadline import PENDING
from requests_app.queries.deadlines import CALLING_FOR_LETTERS, REMINDED
from requests_app.queries.holidays import calendars
from requests_app.queries.records import in_batches
from requests_app.usecases.digests import send_mornings
from requests_app.usecases.reminders import audience_of, remind
from requests_app.usecases.snoozes import wake_due
from requests_app.usecases.suggestions import suggest_letters

log = structlog.get_logger(__name__)

LOOK_AHEAD = timedelta(days=21)
"""Longer than five working days can ever be, Christmas included."""
MOST_WEEKLY = MOST_WEEKS * WEEK
LOOK_BACK = NEWS_FOR + LOOK_AHEAD + MOST_WEEKLY
"""Dates due before that have been told of, if ever, and are left alone unless a reply is still to be chased."""
BATCH = 50
"""Requests of one transaction: a quarter of a second, for which it holds their locks (on SQLite, the database's)."""


@dataclass(slots=True)
class SweepCounts:
    """What one sweep did."""

    deadlines_noticed: int = 0
    reminders_queued: int = 0
    reminders_passed_over: int = 0
    drafts_suggested: int = 0
    notices_queued: int = 0
    mails_queued: int = 0
    snoozes_ended: int = 0

    def add(self, other: SweepCounts) -> None:
        """Add another request's counts to these."""
        for name, value in asdict(other).items():
            setattr(self, name, getattr(self, name) + value)


def sweep(*, on: date, now: datetime) -> SweepCounts:
    """Sweep every request that has a date near or passed, some in a transaction; then tell each person in one mail.

    A fault in one request keeps no other waiting: it is raised at the end, and the day stays to be swept again.
    Whoever sweeps beside us does the same requests in the same order: nobody is written to before all are done.
    """
    Sweep.objects.get_or_create(on=on, defaults={"started_at": now})
    counts = SweepCounts(snoozes_ended=wake_due(on=on, now=now))
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
    for ids in in_batches(list(due), BATCH):
        fault = _sweep_batch(ids, counts, on=on, now=now) or fault
    mornings = send_mornings(on=on, now=now)
    counts.add(
        SweepCounts(
            reminders_queued=mornings.reminders,
            notices_queued=mornings.notices,
            mails_queued=mornings.mails,
        )
    )
    fault = fault or mornings.fault
    if fault is not None:
        raise fault
    Sweep.objects.filter(on=on, finished_at=None).update(finished_at=now, counts=asdict(counts))
    log.info("swept", on=on.isoformat(), **asdict(counts))
    return counts


def _sweep_batch(ids: Sequence[int], counts: SweepCounts, *, on: date, now: datetime) -> Exception | None:
    """Sweep some requests together; where one is faulty, each by itself. Returns the fault."""
    try:
        counts.add(sweep_requests(ids, on=on, now=now))
    except Exception as error:
        if len(ids) == 1:
            log.exception("not_swept", foi_request=ids[0])
            return error
        faults = [_sweep_batch([pk], counts, on=on, now=now) for pk in ids]
        return next((each for each in faults if each is not None), None)
    return None


@transaction.atomic
def sweep_requests(ids: Sequence[int], *, on: date, now: datetime) -> SweepCounts:
    """Do for some requests what their dates call for on this day."""
    counts = SweepCounts()
    foi_requests = list(
        FoiRequest.objects.select_for_update(of=("self",))
        .select_related("authority", "campaign")
        .defer("letter", "campaign__aim")
        .filter(pk__in=ids)
        .order_by("pk")
    )
    by_pk = {each.pk: each for each in foi_requests}
    pending = list(Deadline.objects.filter(_watched(on), foi_request__in=ids, status__in=PENDING))
    for deadline in pending:
        deadline.foi_request = by_pk[deadline.foi_request_id]
    told_of = [deadline for deadline in pending if deadline.kind in REMINDED]
    counts.deadlines_noticed = Deadline.objects.filter(
        pk__in=[
            deadline.pk
            for deadline in told_of
            if deadline.status == Deadline.Status.OPEN and deadline.overdue_from <= on
        ]
    ).update(status=Deadline.Status.MISSED)
    audience = audience_of(foi_requests)
    counts.reminders_passed_over = remind(
        deadlines=told_of, audience=audience, calendar_of=calendars(), today=on
    )
    calling = {deadline.foi_request_id for deadline in pending if _calls_for_a_letter(deadline, on=on)}
    if calling:
        wanted = [each for each in foi_requests if each.pk in calling]
        counts.drafts_suggested = suggest_letters(wanted, audience, on=on, now=now)
    return counts


def catch_up_needed(*, today: date, is_time: bool = True) -> bool:
    """Whether today's sweep was cut short or, once ``is_time`` for it, is still to be begun."""
    sweep_of_today = Sweep.objects.filter(on=today).first()
    return is_time if sweep_of_today is None else sweep_of_today.finished_at is None


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
