"""Mail that came back: the letter never arrived, so its clock never ran, and no further letter goes to that address."""

from __future__ import annotations

from datetime import datetime

import structlog
from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.errors import FoiError
from requests_app.core.notices import NoticeKind
from requests_app.core.paper import printable
from requests_app.core.states import Channel, EventKind, MessageKind
from requests_app.models import (
    AuthorityAddress,
    Clarification,
    Draft,
    Event,
    FoiRequest,
    Message,
    OutgoingEmail,
)
from requests_app.models.draft import LIVE_STATES
from requests_app.models.event import NOTED, VOIDED
from requests_app.usecases.clock import recompute
from requests_app.usecases.notices import tell
from requests_app.usecases.record import append_event

log = structlog.get_logger(__name__)

LONGEST = 1000
MAY_COME_BACK = [
    OutgoingEmail.State.SENT,
    OutgoingEmail.State.SENDING,
    OutgoingEmail.State.DOUBTFUL,
    OutgoingEmail.State.READY,
    OutgoingEmail.State.FAILED,
]
"""What a report may be about. One may arrive before the sender has noted that the mail went."""


@transaction.atomic
def note_bounce(
    *, outgoing: OutgoingEmail | None, address: str, permanent: bool, said: str, now: datetime
) -> None:
    """Note that mail to ``address`` came back, with the words of the server that refused it.

    ``outgoing`` is the mail where it is known. A delay (``permanent`` false) is noted beside the mail and changes
    nothing else. A letter that came back for good counts as never sent: the clock follows, its draft can be sent
    again, and the people who work on the request are told. Safe to call twice for the same report.
    """
    said = " ".join(printable(said).split())[:LONGEST]
    if permanent:
        _mark_address(address or (outgoing.to_address if outgoing else ""), said=said, now=now)
    if outgoing is None:
        return
    if outgoing.foi_request_id is not None:
        FoiRequest.objects.select_for_update(of=("self",)).get(pk=outgoing.foi_request_id)
    if _mark_mail(outgoing, permanent=permanent, said=said, now=now) and permanent:
        outgoing.refresh_from_db()
        if outgoing.kind == OutgoingEmail.Kind.LETTER and outgoing.foi_request is not None:
            _undo_letter(outgoing, outgoing.foi_request, said=said, now=now)


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


def _undo_letter(outgoing: OutgoingEmail, foi_request: FoiRequest, *, said: str, now: datetime) -> None:
    """What the letter did to the record is undone, and what cannot be undone is noted; then people are told."""
    sentence = f"The letter to {outgoing.to_address} came back undelivered: {said}"
    append_event(
        foi_request,
        NOTED,
        london_day(now),
        sentence=sentence,
        by=None,
        now=now,
        source="a mail server",
        message=outgoing.sent_message,
    )
    try:
        with transaction.atomic():
            _void(outgoing, foi_request, now=now)
    except FoiError as refusal:
        # The record has gone on as if the letter had arrived. The note says what came back; a person decides.
        log.info("bounce_not_undone", foi_request=foi_request.pk, why=type(refusal).__name__)
    _draft_again(outgoing, now=now)
    foi_request.refresh_from_db()
    tell(
        kind=NoticeKind.BOUNCE,
        foi_request=foi_request,
        now=now,
        about=f"“{outgoing.subject}” to {outgoing.to_address} came back: {said}",
        url=foi_request.get_absolute_url(),
    )


def _void(outgoing: OutgoingEmail, foi_request: FoiRequest, *, now: datetime) -> None:
    message = outgoing.sent_message
    if message is None:
        return
    if message.kind == MessageKind.REQUEST:
        append_event(
            foi_request,
            EventKind.DELIVERY_FAILED,
            # The day it went, not the day we heard: it may be sent again today, and that sending counts.
            message.happened_on or london_day(now),
            sentence="The request came back undelivered",
            by=None,
            now=now,
            source="a mail server",
            message=message,
        )
    else:
        _strike(foi_request, message, now=now)
    recompute(foi_request, now=now, because="the letter came back undelivered")


def _strike(foi_request: FoiRequest, message: Message, *, now: datetime) -> None:
    """Void what the letter's own event says was done: a review that was never asked for, a question never answered."""
    for event in Event.objects.standing().filter(foi_request=foi_request, message=message):
        append_event(
            foi_request,
            VOIDED,
            london_day(now),
            sentence=f"Struck: “{event.sentence}”",
            by=None,
            now=now,
            voids=event,
        )
    if not Clarification.objects.filter(foi_request=foi_request, is_answered=False).exists():
        Clarification.objects.filter(answered_in=message).update(
            answered_in=None, answered_on=None, is_answered=False
        )


def _draft_again(outgoing: OutgoingEmail, *, now: datetime) -> None:
    """The letter can be sent again as it was approved, unless another for the same cause has been drafted since."""
    if outgoing.draft_id is None:
        return
    draft = Draft.objects.get(pk=outgoing.draft_id)
    others = Draft.objects.filter(
        foi_request=draft.foi_request_id, kind=draft.kind, cause=draft.cause, state__in=LIVE_STATES
    ).exclude(pk=draft.pk)
    if draft.state in {Draft.State.SENT, Draft.State.QUEUED} and not others.exists():
        Draft.objects.filter(pk=draft.pk).update(
            state=Draft.State.APPROVED, version=draft.version + 1, changed_at=now
        )
