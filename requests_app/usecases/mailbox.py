"""Fetching mail: each is kept before it is marked, and nobody's mailbox is fetched by two at once for long."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from requests_app.core.errors import BadInput
from requests_app.gateways import inbox
from requests_app.models import IncomingEmail, Mailbox
from requests_app.usecases.incoming import store_email

CLAIM_IS_LOST_AFTER = timedelta(minutes=15)
"""A fetch that died lets the next one in after this long. Two at once keep the same mails once."""
MOST_AT_ONCE = 500
"""Mails of one fetch; the next one goes on from there."""


def fetch_mail(*, url: str, moved_to: str = "", now: datetime) -> int:
    """Fetch what came to a mailbox since the last time. Returns how many mails it gave; safe to run at any moment.

    What came while nobody looked is fetched too. A server that is away, or a mail it won't give, is noted with the mailbox
    and asked again next time.
    """
    place = inbox.place_of(url)
    mailbox, _ = Mailbox.objects.get_or_create(name=place.name[:300])
    if not _claim(mailbox, now=now):
        return 0
    told: list[str] = []
    try:
        return _fetch(mailbox, place, moved_to, told, now=now)
    except inbox.InboxAway as away:
        told.append(str(away))
        return 0
    finally:
        Mailbox.objects.filter(pk=mailbox.pk).update(
            claimed_at=None, fetched_at=now, last_error="\n".join(told)[:2000]
        )


def _claim(mailbox: Mailbox, *, now: datetime) -> bool:
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - CLAIM_IS_LOST_AFTER)
    return Mailbox.objects.filter(free, pk=mailbox.pk).update(claimed_at=now) == 1


def _fetch(mailbox: Mailbox, place: inbox.Place, moved_to: str, told: list[str], *, now: datetime) -> int:
    after = inbox.Position(mailbox.validity, mailbox.last_uid, tuple(mailbox.left_out))
    count = 0
    for fetched in inbox.new_mails(place, after, moved_to=moved_to, most=MOST_AT_ONCE):
        if fetched.raw is None:
            told.append(f"The server would not give mail {fetched.then.last}.")
        else:
            try:
                store_email(raw=fetched.raw, source=IncomingEmail.Source.MAILBOX, now=now)
            except BadInput as refusal:
                told.append(refusal.sentence)
            count += 1
        record_position(mailbox, fetched.then)
    return count


def record_position(mailbox: Mailbox, position: inbox.Position) -> None:
    """Note how far the mailbox is fetched."""
    Mailbox.objects.filter(pk=mailbox.pk).update(
        validity=position.validity, last_uid=position.last, left_out=list(position.left_out)
    )
