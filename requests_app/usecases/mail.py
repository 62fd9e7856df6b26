"""Mail that leaves: queued as rows, claimed, sent, recorded. Three steps, never one transaction (promise 4)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F

from requests_app import permissions
from requests_app.core.errors import NotPermitted, WrongState
from requests_app.gateways import outgoing_mail, queue
from requests_app.models import FoiRequest, OutgoingEmail, User

RETRY_AFTER = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
CLAIM_IS_LOST_AFTER = timedelta(minutes=20)
"""Longer than any send can take (EMAIL_TIMEOUT, 30 s) and than the broker's visibility timeout (15 minutes)."""


def queue_email(
    *,
    kind: OutgoingEmail.Kind,
    to_address: str,
    subject: str,
    text: str,
    html: str = "",
    user: User | None = None,
    foi_request: FoiRequest | None = None,
    reply_to: str = "",
    headers: Mapping[str, str] | None = None,
    now: datetime,
) -> OutgoingEmail:
    """Put one mail in the outbox: ready where a mail server is set up, otherwise held (promise 9)."""
    ready = settings.MAIL_CONFIGURED
    email = OutgoingEmail.objects.create(
        kind=kind,
        message_id=f"<{uuid.uuid4()}@foitracker.invalid>",
        user=user,
        foi_request=foi_request,
        reply_to=reply_to,
        headers=dict(headers or {}),
        to_address=to_address,
        subject=" ".join(subject.split())[:300],
        text=text,
        html=html,
        state=OutgoingEmail.State.READY if ready else OutgoingEmail.State.HELD,
        try_at=now if ready else None,
        created_at=now,
    )
    if ready:
        queue.send_email(email.pk)
    return email


def claim_email(*, email_id: int, now: datetime) -> OutgoingEmail | None:
    """Take one ready mail for sending, or None when somebody else has it or its time has not come.

    The claim is one conditional UPDATE: row locks do nothing on SQLite.
    """
    changed = OutgoingEmail.objects.filter(
        pk=email_id, state=OutgoingEmail.State.READY, try_at__lte=now
    ).update(state=OutgoingEmail.State.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return OutgoingEmail.objects.get(pk=email_id) if changed == 1 else None


def record_sent(*, email: OutgoingEmail, now: datetime) -> None:
    """Note that the server took the mail."""
    OutgoingEmail.objects.filter(pk=email.pk, state=OutgoingEmail.State.SENDING).update(
        state=OutgoingEmail.State.SENT, sent_at=now, last_error=""
    )


def record_failure(*, email: OutgoingEmail, failure: outgoing_mail.SendFailure, now: datetime) -> None:
    """Note that the server did not take the mail: tried again later, or not, as the failure says."""
    again = failure.temporary and email.attempts <= len(RETRY_AFTER)
    OutgoingEmail.objects.filter(pk=email.pk, state=OutgoingEmail.State.SENDING).update(
        state=OutgoingEmail.State.READY if again else OutgoingEmail.State.FAILED,
        try_at=now + RETRY_AFTER[email.attempts - 1] if again else None,
        last_error=str(failure)[:1000],
    )


def deliver(*, email_id: int, now: datetime) -> None:
    """Claim one mail, send it, record what became of it. Safe to run twice."""
    email = claim_email(email_id=email_id, now=now)
    if email is None:
        return
    try:
        outgoing_mail.send(email)
    except outgoing_mail.SendFailure as failure:
        record_failure(email=email, failure=failure, now=now)
    else:
        record_sent(email=email, now=now)


def give_up_lost_claims(*, now: datetime) -> int:
    """Settle mails whose sender died: they may have gone. They are marked doubtful and left to a person, who can
    release them with the same Message-ID. Returns how many.
    """
    lost = OutgoingEmail.objects.filter(
        state=OutgoingEmail.State.SENDING, claimed_at__lt=now - CLAIM_IS_LOST_AFTER
    )
    return lost.update(
        state=OutgoingEmail.State.DOUBTFUL, last_error="The program stopped while this was being sent."
    )


@transaction.atomic
def release_email(*, email: OutgoingEmail, by: User, now: datetime) -> OutgoingEmail:
    """Let a held, failed or doubtful mail go. Raises NotPermitted, or WrongState where no server is set up."""
    if not permissions.can_see_email(by, email):
        raise NotPermitted("Only the person it is for, or staff, can release this e-mail.")
    if not settings.MAIL_CONFIGURED:
        raise WrongState("No mail server is set up on this installation, so nothing can be sent.")
    waiting = [OutgoingEmail.State.HELD, OutgoingEmail.State.FAILED, OutgoingEmail.State.DOUBTFUL]
    changed = OutgoingEmail.objects.filter(pk=email.pk, state__in=waiting).update(
        state=OutgoingEmail.State.READY, try_at=now
    )
    if changed != 1:
        raise WrongState("This e-mail is no longer waiting: look at the outbox again.")
    email.refresh_from_db()
    queue.send_email(email.pk)
    return email


@transaction.atomic
def discard_email(*, email: OutgoingEmail, by: User) -> OutgoingEmail:
    """Decide that a waiting mail will not be sent. Raises NotPermitted, WrongState."""
    if not permissions.can_see_email(by, email):
        raise NotPermitted("Only the person it is for, or staff, can discard this e-mail.")
    waiting = [OutgoingEmail.State.HELD, OutgoingEmail.State.FAILED, OutgoingEmail.State.DOUBTFUL]
    changed = OutgoingEmail.objects.filter(pk=email.pk, state__in=waiting).update(
        state=OutgoingEmail.State.DISCARDED
    )
    if changed != 1:
        raise WrongState("This e-mail is no longer waiting: look at the outbox again.")
    email.refresh_from_db()
    return email
