"""Mail that came back: the letter and the address it could not reach are marked, and no further letter goes there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from requests_app.core.paper import printable
from requests_app.core.states import Channel
from requests_app.models import AuthorityAddress, OutgoingEmail

LONGEST = 1000
MAY_COME_BACK = [
    OutgoingEmail.State.SENT,
    OutgoingEmail.State.SENDING,
    OutgoingEmail.State.DOUBTFUL,
    OutgoingEmail.State.READY,
    OutgoingEmail.State.FAILED,
]


@transaction.atomic
def note_bounce(
    *, outgoing: OutgoingEmail | None, address: str, permanent: bool, said: str, now: datetime
) -> None:
    """Note that mail to ``address`` came back, with the words of the server that refused it.

    ``outgoing`` is the mail where it is known. A delay (``permanent`` false) is noted beside the mail and changes
    nothing else. Safe to call twice for the same report.
    """
    said = " ".join(printable(said).split())[:LONGEST]
    if outgoing is not None:
        _mark_mail(outgoing, permanent=permanent, said=said, now=now)
    if permanent:
        _mark_address(address or (outgoing.to_address if outgoing else ""), said=said, now=now)


def _mark_mail(outgoing: OutgoingEmail, *, permanent: bool, said: str, now: datetime) -> bool:
    """Whether this report is the first of its kind for the mail."""
    mail = OutgoingEmail.objects.filter(pk=outgoing.pk, state__in=MAY_COME_BACK)
    if permanent:
        return mail.update(state=OutgoingEmail.State.BOUNCED, bounced_at=now, last_error=said) == 1
    return mail.exclude(last_error=said).update(last_error=said) == 1


def _mark_address(address: str, *, said: str, now: datetime) -> None:
    """Mark every authority's address of this spelling as bad, one by one: each keeps its history."""
    if not address.strip():
        return
    found = AuthorityAddress.objects.filter(
        channel=Channel.EMAIL.value, address__iexact=address.strip(), bad_since__isnull=True
    )
    for each in found:
        each.bad_since, each.bad_because = now, said
        each.save(update_fields=["bad_since", "bad_because"])
