"""Mail that leaves: queued as rows, claimed by who sends it, released or discarded by people (promise 4)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import F

from requests_app import permissions
from requests_app.core.errors import NotPermitted, WrongState
from requests_app.core.reply_addresses import domain_of
from requests_app.gateways import queue
from requests_app.models import Draft, Enclosure, FoiRequest, OutgoingEmail, User

CLAIM_IS_LOST_AFTER = timedelta(minutes=20)
"""Longer than any send can take (EMAIL_TIMEOUT, 30 s) and than the broker's visibility timeout (15 minutes)."""


@dataclass(frozen=True, slots=True)
class LetterMail:
    """What a letter has beside its words: whose it is, its thread, its files, and how long it can be taken back."""

    draft: Draft | None
    from_name: str
    from_address: str
    in_reply_to: str = ""
    references: str = ""
    enclosures: Sequence[Enclosure] = ()
    undo: timedelta = timedelta(0)

    @property
    def fields(self) -> dict[str, Any]:
        """The columns of the row."""
        names = ("draft", "from_name", "from_address", "in_reply_to", "references")
        return {name: getattr(self, name) for name in names}


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
    letter: LetterMail | None = None,
    now: datetime,
) -> OutgoingEmail:
    """Put one mail in the outbox: ready where a mail server is set up, otherwise held (promise 9)."""
    ready = settings.MAIL_CONFIGURED
    try_at = now + letter.undo if letter else now
    email = OutgoingEmail.objects.create(
        kind=kind,
        message_id=f"<{uuid.uuid4()}@{mail_domain()}>",
        user=user,
        foi_request=foi_request,
        reply_to=reply_to,
        headers=dict(headers or {}),
        to_address=to_address,
        subject=" ".join(subject.split())[:300],
        text=text,
        html=html,
        state=OutgoingEmail.State.READY if ready else OutgoingEmail.State.HELD,
        try_at=try_at if ready else None,
        created_at=now,
        **(letter.fields if letter else {}),
    )
    if letter and letter.enclosures:
        email.enclosures.set(letter.enclosures)
    if ready and try_at <= now:
        queue.send_email(email.pk)
    return email


def mail_domain() -> str:
    """The domain of Message-IDs: that of replies, else that of the site. Never that of a bare address."""
    host = domain_of(settings.REPLY_ADDRESS) or urlsplit(settings.SITE_URL).hostname or ""
    return host if "." in host and not host.replace(".", "").isdecimal() else "foitracker.invalid"


def claim_email(*, email_id: int, now: datetime) -> OutgoingEmail | None:
    """Take one ready mail for sending, or None when somebody else has it or its time has not come.

    The claim is one conditional UPDATE: row locks do nothing on SQLite.
    """
    changed = OutgoingEmail.objects.filter(
        pk=email_id, state=OutgoingEmail.State.READY, try_at__lte=now
    ).update(state=OutgoingEmail.State.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return OutgoingEmail.objects.get(pk=email_id) if changed == 1 else None


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


def check_may_act(email: OutgoingEmail, by: User, what: str) -> None:
    """Raise NotPermitted unless the person may do this with the mail: letters are for editors of their campaign."""
    if email.kind == OutgoingEmail.Kind.LETTER and email.foi_request is not None:
        permissions.check_edit(by, email.foi_request)
    elif not permissions.can_see_email(by, email):
        raise NotPermitted(f"Only the person it is for, or staff, can {what} this e-mail.")


@transaction.atomic
def release_email(*, email: OutgoingEmail, by: User, now: datetime) -> OutgoingEmail:
    """Let a held, failed or doubtful mail go. Raises NotPermitted, or WrongState where no server is set up."""
    check_may_act(email, by, "release")
    if not settings.MAIL_CONFIGURED:
        raise WrongState("No mail server is set up on this installation, so nothing can be sent.")
    waiting = [OutgoingEmail.State.HELD, OutgoingEmail.State.FAILED, OutgoingEmail.State.DOUBTFUL]
    changed = OutgoingEmail.objects.filter(pk=email.pk, state__in=waiting).update(
        state=OutgoingEmail.State.READY, try_at=now, attempts=0
    )
    if changed != 1:
        raise WrongState("This e-mail is no longer waiting: look at the outbox again.")
    email.refresh_from_db()
    queue.send_email(email.pk)
    return email


@transaction.atomic
def discard_email(*, email: OutgoingEmail, by: User) -> OutgoingEmail:
    """Decide that a waiting mail will not be sent. Raises NotPermitted, WrongState."""
    check_may_act(email, by, "discard")
    if email.kind == OutgoingEmail.Kind.LETTER:
        raise WrongState("A letter is taken back, not discarded: then it can be changed and sent again.")
    waiting = [OutgoingEmail.State.HELD, OutgoingEmail.State.FAILED, OutgoingEmail.State.DOUBTFUL]
    changed = OutgoingEmail.objects.filter(pk=email.pk, state__in=waiting).update(
        state=OutgoingEmail.State.DISCARDED
    )
    if changed != 1:
        raise WrongState("This e-mail is no longer waiting: look at the outbox again.")
    email.refresh_from_db()
    return email
