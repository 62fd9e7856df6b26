"""Celery tasks: ids in, load, one use case. All may run twice; rows, not messages, say what is done."""

from __future__ import annotations

from datetime import date, datetime

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.gateways import queue
from requests_app.queries.documents import waiting_attachments
from requests_app.queries.holidays import refresh_due
from requests_app.queries.incoming import waiting_emails
from requests_app.queries.outbox import due_emails
from requests_app.queries.recomputations import waiting_batches, waiting_to_finish
from requests_app.queries.regulator_files import waiting_files
from requests_app.usecases import (
    delivery,
    holidays,
    incoming,
    mail,
    mailbox,
    recomputations,
    regulator_files,
    reply_files,
)
from requests_app.usecases.sweep import catch_up_needed
from requests_app.usecases.sweep import sweep as do_sweep

SWEEP_FROM_HOUR = 6
"""The hour in London from which the day's sweep is due."""


@shared_task
def sweep(on: str | None = None) -> None:
    """Sweep one day (ISO date; today in London when not given).

    A sweep asked for by its day is one to catch up with: several may wait when the first of them is done.
    """
    now = timezone.now()
    # Days that were missed are caught up with together, by the stages that are true now: one digest, not four.
    day = max(date.fromisoformat(on), london_day(now)) if on else london_day(now)
    if on and not catch_up_needed(today=day):
        return
    do_sweep(on=day, now=now)


@shared_task
def send_email(email_id: int) -> None:
    """Send one outgoing mail, if it is still waiting."""
    delivery.deliver(email_id=email_id, now=timezone.now())


@shared_task
def recompute_batch(batch_id: int) -> None:
    """Compute the clocks of one batch again; the last one of its cause tells the people concerned."""
    now = timezone.now()
    recomputation_id = recomputations.run_batch(batch_id=batch_id, now=now)
    recomputations.finish(recomputation_id=recomputation_id, now=now)


@shared_task
def finish_recomputation(recomputation_id: int) -> None:
    """Tell the people concerned, where the task that should have done so was cut short."""
    recomputations.finish(recomputation_id=recomputation_id, now=timezone.now())


@shared_task
def read_attachment(attachment_id: int) -> None:
    """Read one file that came with a message, if it still waits."""
    reply_files.read_attachment(attachment_id=attachment_id, now=timezone.now())


@shared_task
def fetch_mail() -> None:
    """Fetch what came to the mailbox, where one is set."""
    if settings.INBOX_URL:
        mailbox.fetch_mail(url=settings.INBOX_URL, moved_to=settings.INBOX_MOVED_TO, now=timezone.now())


@shared_task
def take_in_email(incoming_id: int) -> None:
    """Read and place one mail that came, if it still waits."""
    incoming.take_in(incoming_id=incoming_id, now=timezone.now())


@shared_task
def make_regulator_file(file_id: int) -> None:
    """Make one file for a regulator, if it still waits."""
    regulator_files.make_file(file_id=file_id, now=timezone.now())


@shared_task
def refresh_holidays() -> None:
    """Compare the holiday table with GOV.UK's list, where an address for it is set."""
    if settings.BANK_HOLIDAYS_URL:
        holidays.refresh(source=settings.BANK_HOLIDAYS_URL, now=timezone.now())


def _catch_up_with_mail(now: datetime) -> None:
    incoming.give_up_lost_claims(now=now)
    for incoming_id in waiting_emails(now):
        queue.take_in_email(incoming_id)


@shared_task
def catch_up() -> None:
    """Queue again whatever is due and not done: the broker may have lost it, or been away."""
    now = timezone.now()
    mail.give_up_lost_claims(now=now)
    for email_id in due_emails(now):
        queue.send_email(email_id)
    for batch_id in waiting_batches(now):
        queue.recompute_batch(batch_id)
    for recomputation_id in waiting_to_finish(now):
        queue.finish_recomputation(recomputation_id)
    _catch_up_with_mail(now)
    reply_files.give_up_lost_claims(now=now)
    for attachment_id in waiting_attachments(now):
        queue.read_attachment(attachment_id)
    regulator_files.give_up_lost_files(now=now)
    for file_id in waiting_files(now):
        queue.make_regulator_file(file_id)
    recomputations.plan_for_rules(now=now)
    if settings.BANK_HOLIDAYS_URL and refresh_due(now=now):
        queue.refresh_holidays()
    local = timezone.localtime(now)
    if catch_up_needed(today=local.date(), is_time=local.hour >= SWEEP_FROM_HOUR):
        queue.sweep(local.date().isoformat())
