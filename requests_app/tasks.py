"""Celery tasks: ids in, load, one use case. All may run twice; rows, not messages, say what is done."""

from __future__ import annotations

from datetime import date

from celery import shared_task
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.gateways import queue
from requests_app.queries.outbox import due_emails
from requests_app.usecases import clock, mail
from requests_app.usecases.sweep import catch_up_needed
from requests_app.usecases.sweep import sweep as do_sweep

SWEEP_FROM_HOUR = 6
"""The hour in London from which the day's sweep is due."""


@shared_task
def sweep(on: str | None = None) -> None:
    """Sweep one day (ISO date; today in London when not given)."""
    now = timezone.now()
    do_sweep(on=date.fromisoformat(on) if on else london_day(now), now=now)


@shared_task
def send_email(email_id: int) -> None:
    """Send one outgoing mail, if it is still waiting."""
    mail.deliver(email_id=email_id, now=timezone.now())


@shared_task
def recompute_all(because: str) -> None:
    """Compute every clock again, because the law's data or an authority changed."""
    clock.recompute_all(now=timezone.now(), because=because)


@shared_task
def catch_up() -> None:
    """Queue again whatever is due and not done: the broker may have lost it, or been away."""
    now = timezone.now()
    mail.give_up_lost_claims(now=now)
    for email_id in due_emails(now):
        queue.send_email(email_id)
    local = timezone.localtime(now)
    if local.hour >= SWEEP_FROM_HOUR and catch_up_needed(today=local.date()):
        queue.sweep(local.date().isoformat())
