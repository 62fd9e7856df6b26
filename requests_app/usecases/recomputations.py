"""Many clocks computed again for one cause: planned as batches of requests, done, and the people told once.

The plan is written together with the change that calls for it. Rows, not messages, say what is still to be done: a
batch may be queued and run any number of times, and is done once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.template.loader import render_to_string

from requests_app.core.clock import Deadline as ComputedDeadline
from requests_app.core.dates import plural
from requests_app.core.holiday_changes import HolidayChange, explain, in_short
from requests_app.core.notices import NoticeKind, Timing
from requests_app.gateways import queue, rules
from requests_app.models import (
    Announcement,
    Deadline,
    FoiRequest,
    Notice,
    OutgoingEmail,
    Recomputation,
    RecomputationBatch,
    User,
)
from requests_app.queries.recomputations import (
    MovedDate,
    holiday_changes,
    is_scottish,
    moved_dates,
    people_to_tell,
    touched_by,
    with_clock,
)
from requests_app.queries.telling import Choices, choices_of
from requests_app.queries.unsubscribing import unsubscribe_headers
from requests_app.usecases.clock import RecomputeCounts, recompute_many
from requests_app.usecases.deadlines import Because
from requests_app.usecases.digests import Composed, foot_of
from requests_app.usecases.mail import queue_email

BATCH = 200
"""Requests of one batch: about a second, for which it holds their locks (on SQLite, the database's)."""

RULES_CHANGED = "this version of the program counts by other rules"


def plan_for_holidays(
    *, changes: Sequence[HolidayChange], also: Iterable[int] = (), now: datetime
) -> Recomputation:
    """Plan for days of the table that changed. ``also``: ids of further requests, where the table grew or shrank."""
    return _plan(
        Recomputation.Cause.HOLIDAYS,
        in_short(changes) or "the bank holiday table changed",
        touched_by(changes) | set(also),
        now=now,
        changes=[change.to_json() for change in changes],
    )


def plan_for_authority(*, authority_id: int, because: str, now: datetime) -> Recomputation:
    """Plan for the requests to one authority, whose kind or regime was corrected."""
    ids = with_clock().filter(authority=authority_id).values_list("pk", flat=True)
    return _plan(Recomputation.Cause.AUTHORITY, because, ids, now=now)


def plan_for_rules(*, now: datetime) -> Recomputation | None:
    """Plan for every request with a clock, where the program counts by other rules than when this was last done."""
    latest = Recomputation.objects.filter(cause=Recomputation.Cause.RULES).order_by("-pk").first()
    if latest is not None and latest.rules == rules.fingerprint():
        return None
    ids = with_clock().values_list("pk", flat=True)
    return _plan(Recomputation.Cause.RULES, RULES_CHANGED, ids, now=now, fingerprint=rules.fingerprint())


@transaction.atomic
def _plan(
    cause: Recomputation.Cause,
    because: str,
    ids: Iterable[int],
    *,
    now: datetime,
    changes: Sequence[dict[str, str]] = (),
    fingerprint: str = "",
) -> Recomputation:
    recomputation = Recomputation.objects.create(
        cause=cause, because=because[:300], changes=list(changes), rules=fingerprint, planned_at=now
    )
    ordered = sorted(ids)
    batches = RecomputationBatch.objects.bulk_create(
        RecomputationBatch(recomputation=recomputation, foi_request_ids=ordered[start : start + BATCH])
        for start in range(0, len(ordered), BATCH)
    )
    for batch in batches:
        queue.recompute_batch(batch.pk)
    if not batches:
        finish(recomputation_id=recomputation.pk, now=now)
        recomputation.refresh_from_db()
    return recomputation


@transaction.atomic
def run_batch(*, batch_id: int, now: datetime) -> int:
    """Compute the clocks of one batch, unless that is done. Returns the id of its recomputation.

    Requests that were withdrawn since are left out.
    """
    batch = RecomputationBatch.objects.select_for_update(of=("self",)).get(pk=batch_id)
    recomputation = batch.recomputation
    if batch.done_at is not None:
        return recomputation.pk
    foi_requests = list(
        with_clock()
        .filter(pk__in=batch.foi_request_ids)
        .select_for_update(of=("self",))
        .select_related("authority")
        .defer("letter", "requester_address")
        .order_by("pk")
    )
    changes = holiday_changes(recomputation)

    def because(foi_request: FoiRequest, began: date | None) -> Because:
        return _reason(foi_request, changes, began=began, otherwise=recomputation.because)

    counts = recompute_many(foi_requests, now=now, cause=recomputation, because=because)
    batch.counts = asdict(counts)
    batch.done_at = now
    batch.save(update_fields=["counts", "done_at"])
    return recomputation.pk


def _reason(
    foi_request: FoiRequest, changes: Sequence[HolidayChange], *, began: date | None, otherwise: str
) -> Because:
    scottish = is_scottish(foi_request.regime)

    def because(row: Deadline, computed: ComputedDeadline) -> str:
        counted_from = [day for day in (row.counted_from, computed.trigger_on) if day]
        named = explain(
            changes,
            scottish=scottish,
            began=began,
            after=min(counted_from, default=None),
            until=max(row.due_on, computed.due_on),
        )
        return named or otherwise

    return because


def finish(*, recomputation_id: int, now: datetime) -> bool:
    """Tell the people concerned, once all batches are done. Returns whether that was finished just now.

    Each person in a transaction of their own: hundreds of mails in one would keep everybody else from writing.
    """
    recomputation = Recomputation.objects.get(pk=recomputation_id)
    if recomputation.finished_at is not None or recomputation.batches.filter(done_at=None).exists():
        return False
    counts = RecomputeCounts()
    for batch in recomputation.batches.all():
        counts.add(RecomputeCounts(**batch.counts))
    if counts.dates_moved:
        _tell(recomputation, now=now)
    told = recomputation.announcements.count()
    changed = Recomputation.objects.filter(pk=recomputation_id, finished_at=None).update(
        counts={**asdict(counts), "people_told": told}, finished_at=now
    )
    return changed == 1


def run_all(*, recomputation: Recomputation, now: datetime) -> Recomputation:
    """Do here and now whatever of it nobody has done yet. Returns it as it is afterwards."""
    for batch_id in list(recomputation.batches.filter(done_at=None).values_list("pk", flat=True)):
        run_batch(batch_id=batch_id, now=now)
    finish(recomputation_id=recomputation.pk, now=now)
    recomputation.refresh_from_db()
    return recomputation


def _tell(recomputation: Recomputation, *, now: datetime) -> None:
    moved = moved_dates(recomputation)
    known = set(recomputation.announcements.values_list("user_id", flat=True))
    people = {user: pks for user, pks in people_to_tell(moved).items() if user.pk not in known}
    choices = choices_of(people)
    for user, campaigns in people.items():
        dates = sorted((each for pk in campaigns for each in moved[pk]), key=lambda each: each.order)
        _announce(recomputation, user, dates, choices, now=now)


def _announce(
    recomputation: Recomputation,
    user: User,
    dates: Sequence[MovedDate],
    choices: Choices,
    *,
    now: datetime,
) -> None:
    """Tell one person of all these dates, unless they were told of this cause in the meantime: in one mail, but for
    those that the person chose to hear of in the morning, or not at all.
    """
    said = {id(each): choices.said(user.pk, each.foi_request, NoticeKind.DATE_MOVED) for each in dates}
    at_once = [each for each in dates if said[id(each)] in {None, Timing.AT_ONCE}]
    with transaction.atomic():
        announcement, is_new = Announcement.objects.get_or_create(user=user, recomputation=recomputation)
        if not is_new:
            return
        Notice.objects.bulk_create(
            (
                Notice(
                    user=user,
                    kind=NoticeKind.DATE_MOVED,
                    foi_request=each.foi_request,
                    about=f"{each.what}: now {each.now}, was {each.was}, because {each.because}."[:500],
                    url=each.foi_request.get_absolute_url(),
                    state=Notice.State.WAITING,
                    created_at=now,
                )
                for each in dates
                if said[id(each)] is Timing.DIGEST
            ),
            ignore_conflicts=True,
        )
        if at_once:
            announcement.email = _mail(recomputation, user, at_once, now=now)
            announcement.save(update_fields=["email"])


def _mail(
    recomputation: Recomputation, user: User, dates: Sequence[MovedDate], *, now: datetime
) -> OutgoingEmail:
    composed = compose_moves(user, dates, otherwise=recomputation.because)
    return queue_email(
        kind=OutgoingEmail.Kind.REMINDER,
        to_address=user.email,
        subject=composed.subject,
        text=composed.text,
        html=composed.html,
        user=user,
        foi_request=dates[0].foi_request if len(dates) == 1 else None,
        reply_to=composed.reply_to,
        headers=composed.headers,
        now=now,
    )


def compose_moves(user: User, dates: Sequence[MovedDate], *, otherwise: str) -> Composed:
    """Write the mail that tells of dates one cause has moved. ``otherwise``: the cause, where the dates give several."""
    reasons = {each.because for each in dates}
    number = len(dates)
    because = dates[0].because if len(reasons) == 1 else otherwise
    context = {
        "dates": dates,
        "number": number,
        "because": because,
        "each_because": len(reasons) > 1,
        **foot_of(user, [NoticeKind.DATE_MOVED]),
    }
    return Composed(
        subject=f"{plural(number, 'date')} {'has' if number == 1 else 'have'} moved: {because}",
        text=render_to_string("requests_app/mail/moved_dates.txt", context),
        html=render_to_string("requests_app/mail/moved_dates.html", context),
        reply_to=user.email,
        headers=unsubscribe_headers(user.pk, [NoticeKind.DATE_MOVED]),
    )
