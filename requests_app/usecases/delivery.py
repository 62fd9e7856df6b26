"""Mail on its way: claimed, sent, recorded. Three steps, never one transaction (promise 4)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from requests_app.core.errors import FoiError
from requests_app.gateways import outgoing_mail
from requests_app.models import FoiRequest, OutgoingEmail
from requests_app.usecases.letters_sent import record_letter, why_not
from requests_app.usecases.mail import claim_email

RETRY_AFTER = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
"""Growing gaps between tries where the server said "later"."""


@transaction.atomic
def record_sent(*, email: OutgoingEmail, now: datetime) -> bool:
    """Note that the server took the mail, and put a letter into the record, in one transaction. Whether it was noted.

    A sender that was only slow may find its claim given up meanwhile; what it knows is better. Raises FoiError where
    a letter can't be put into the record: nothing is noted then.
    """
    if email.foi_request_id is not None and email.kind == OutgoingEmail.Kind.LETTER:
        FoiRequest.objects.select_for_update(of=("self",)).get(pk=email.foi_request_id)
    changed = OutgoingEmail.objects.filter(_own_claim(email)).update(
        state=OutgoingEmail.State.SENT, sent_at=now, last_error=""
    )
    if changed == 1 and email.kind == OutgoingEmail.Kind.LETTER:
        record_letter(email=email, now=now)
    return changed == 1


def _own_claim(email: OutgoingEmail) -> Q:
    """The row, as long as it stands as this sender claimed it, or was given up as doubtful since."""
    states = [OutgoingEmail.State.SENDING, OutgoingEmail.State.DOUBTFUL]
    return Q(pk=email.pk, state__in=states, claimed_at=email.claimed_at, attempts=email.attempts)


def record_failure(*, email: OutgoingEmail, failure: outgoing_mail.SendFailure, now: datetime) -> None:
    """Note that the server did not take the mail: tried again later, or not, as the failure says.

    A letter that was handed over and never answered for may have gone: it is left to a person.
    """
    if failure.doubtful and email.kind == OutgoingEmail.Kind.LETTER:
        _settle(
            email, OutgoingEmail.State.DOUBTFUL, f"The connection broke before the server answered: {failure}"
        )
        return
    if failure.temporary and email.attempts <= len(RETRY_AFTER):
        try_at = now + RETRY_AFTER[email.attempts - 1]
        _settle(email, OutgoingEmail.State.READY, str(failure), try_at=try_at)
    else:
        _settle(email, OutgoingEmail.State.FAILED, str(failure))


def _settle(email: OutgoingEmail, state: str, said: str, *, try_at: datetime | None = None) -> None:
    OutgoingEmail.objects.filter(pk=email.pk, state=OutgoingEmail.State.SENDING).update(
        state=state, try_at=try_at, last_error=said[:1000]
    )


def deliver(*, email_id: int, now: datetime) -> None:
    """Claim one mail, send it, record what became of it. Safe to run twice."""
    email = claim_email(email_id=email_id, now=now)
    if email is None:
        return
    stop = why_not(email) if email.kind == OutgoingEmail.Kind.LETTER else None
    if stop is not None:
        _settle(email, stop.state, stop.why)
        return
    try:
        outgoing_mail.send(email)
    except outgoing_mail.SendFailure as failure:
        record_failure(email=email, failure=failure, now=now)
        return
    try:
        record_sent(email=email, now=now)
    except FoiError as refusal:
        _settle(
            email,
            OutgoingEmail.State.DOUBTFUL,
            f"The server took it, but the record did not: {refusal.sentence}",
        )
