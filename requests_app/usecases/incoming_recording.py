"""What becomes of a mail that was read: a message of its request, a line of the tray, or nothing of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from requests_app.core.calendars import london_day
from requests_app.core.checks import MAX_TEXT_BYTES
from requests_app.core.notices import NoticeKind
from requests_app.core.placing import Verdict
from requests_app.core.states import Channel, EventKind, MessageKind, State
from requests_app.gateways import queue
from requests_app.models import Attachment, FoiRequest, IncomingEmail, Message, User
from requests_app.usecases.bounces import note_bounce
from requests_app.usecases.foi_requests import day_sent
from requests_app.usecases.incoming_reading import FileTaken, Taken
from requests_app.usecases.notices import tell
from requests_app.usecases.record import append_event

_NATURE, _STATE = IncomingEmail.Nature, IncomingEmail.State


@transaction.atomic
def record(incoming: IncomingEmail, taken: Taken, *, claimed_at: datetime, now: datetime) -> bool:
    """Record what was made of a mail, unless its claim was given up in the meantime. Returns whether it was."""
    fields = _fields(taken)
    changed = IncomingEmail.objects.filter(
        pk=incoming.pk, state=_STATE.READING, claimed_at=claimed_at
    ).update(state=_STATE.TRAY, **fields)
    if changed != 1:
        return False
    incoming.refresh_from_db(fields=["state", *fields])
    if taken.nature == _NATURE.LOOP:
        _settle(incoming, _STATE.REFUSED, ["It is our own mail, come back. It is not answered."])
    elif (earlier := _earlier(incoming)) is not None:
        _repeated(incoming, earlier)
    elif taken.nature == _NATURE.BOUNCE and taken.about is not None:
        _bounced(incoming, taken, now=now)
    elif taken.verdict.key is not None:
        _placed(incoming, taken, taken.verdict, now=now)
    else:
        _to_tray(incoming, taken.verdict)
    return True


def _fields(taken: Taken) -> dict[str, object]:
    """What the row says of a mail that was read."""
    read = taken.read
    return {
        "nature": taken.nature,
        "subject": read.subject[:300],
        "sender_name": read.sender.name[:200],
        "sender_address": read.sender.address[:320],
        "happened_at": taken.happened_at,
        "text": taken.words,
        "html": taken.html,
        "files": [{"name": each.name, "type": each.content_type, "size": each.size} for each in taken.files],
        "troubles": [each[:500] for each in taken.troubles],
        "authentication": taken.authentication,
        "is_from_elsewhere": taken.verdict.from_elsewhere,
    }


def _settle(incoming: IncomingEmail, state: str, reasons: Sequence[str], **fields: object) -> None:
    IncomingEmail.objects.filter(pk=incoming.pk).update(state=state, reasons=list(reasons), **fields)


def _earlier(incoming: IncomingEmail) -> IncomingEmail | None:
    """The same letter that came by another way, its bytes changed by servers: the same Message-ID, author and words."""
    if not incoming.message_id:
        return None
    alike = IncomingEmail.objects.filter(
        message_id=incoming.message_id,
        subject=incoming.subject,
        sender_address=incoming.sender_address,
        text=incoming.text,
        state__in=[_STATE.PLACED, _STATE.TRAY, _STATE.REFUSED],
    ).exclude(pk=incoming.pk)
    rows = alike.only("pk", "foi_request", "files").order_by("pk")
    return next((each for each in rows if each.files == incoming.files), None)


def _repeated(incoming: IncomingEmail, earlier: IncomingEmail) -> None:
    _settle(
        incoming,
        _STATE.REFUSED,
        [f"The same mail came before (number {earlier.pk})."],
        nature=_NATURE.REPEATED,
        foi_request=earlier.foi_request_id,
    )


def _to_tray(incoming: IncomingEmail, verdict: Verdict) -> None:
    """Into the tray, to be seen by the editors of the one campaign it may belong to, or by staff alone."""
    keys = [guess.key for guess in verdict.guesses]
    campaigns = set(FoiRequest.objects.filter(pk__in=keys).values_list("campaign_id", flat=True))
    IncomingEmail.objects.filter(pk=incoming.pk).update(
        state=_STATE.TRAY,
        reasons=list(verdict.reasons),
        guesses=[asdict(guess) for guess in verdict.guesses],
        campaign=campaigns.pop() if len(campaigns) == 1 else None,
    )


def _bounced(incoming: IncomingEmail, taken: Taken, *, now: datetime) -> None:
    """A report on mail of ours: noted with the mail, and on a letter shown with its request."""
    about, report = taken.about, taken.read.report
    if about is None or report is None:
        return
    to = {each.lower() for each in report.recipients}
    address = about.to_address if about.to_address.lower() in to or not to else report.recipients[0]
    note_bounce(
        outgoing=about, address=address, permanent=report.permanent is not None, said=report.said, now=now
    )
    reason = "It reports that a mail of ours could not be delivered."
    if report.permanent is None:
        reason = "It reports that a mail of ours is late. The mail programs go on trying."
    is_letter = about.kind == about.Kind.LETTER and about.foi_request_id is not None
    if not is_letter:
        _settle(incoming, _STATE.PLACED, [reason], about=about.pk)
        return
    verdict = Verdict(about.foi_request_id, (reason,))
    _placed(incoming, taken, verdict, now=now, kind=NoticeKind.BOUNCE, is_late=report.permanent is None)
    IncomingEmail.objects.filter(pk=incoming.pk).update(about=about.pk)


def _placed(
    incoming: IncomingEmail,
    taken: Taken,
    verdict: Verdict,
    *,
    now: datetime,
    kind: NoticeKind = NoticeKind.NEW_REPLY,
    is_late: bool = False,
) -> None:
    foi_request = locked(verdict.key or 0)
    if foi_request.state == State.DRAFT:
        reason = f"{foi_request.reference}, to which it belongs, has not been sent yet."
        IncomingEmail.objects.filter(pk=incoming.pk).update(
            reasons=[reason, *verdict.reasons],
            guesses=[{"key": foi_request.pk, "reasons": list(verdict.reasons)}],
            campaign=foi_request.campaign_id,
        )
        return
    put_with(incoming, foi_request, taken.files, reasons=verdict.reasons, kind=kind, is_late=is_late, now=now)


def locked(key: int) -> FoiRequest:
    """The request, locked, as every use case on one begins."""
    found: FoiRequest = (
        FoiRequest.objects.select_for_update(of=("self",)).select_related("authority", "campaign").get(pk=key)
    )
    return found


def put_with(
    incoming: IncomingEmail,
    foi_request: FoiRequest,
    files: Sequence[FileTaken],
    *,
    reasons: Sequence[str],
    kind: NoticeKind = NoticeKind.NEW_REPLY,
    is_late: bool = False,
    by: User | None = None,
    now: datetime,
) -> Message:
    """Make a mail a message of a request, its files to be read by the worker. The caller has locked the request.

    The clock does not move: a person confirms what it says. Mail that a program wrote is no answer, and is confirmed by
    nobody. What is in the record already, from a person who gave it to us, is that message.
    """
    message = foi_request.messages.filter(
        direction=Message.Direction.RECEIVED, sha256=incoming.sha256, incoming_email__isnull=True
    ).first()
    is_new = message is None
    if message is None:
        message = _message(incoming, foi_request, files, is_late=is_late, by=by, now=now)
    _settle(incoming, _STATE.PLACED, reasons, foi_request=foi_request.pk, became=message.pk, campaign=None)
    if is_new:
        _tell(incoming, foi_request, message, kind, by=by, now=now)
    return message


def _tell(
    incoming: IncomingEmail,
    foi_request: FoiRequest,
    message: Message,
    kind: NoticeKind,
    *,
    by: User | None,
    now: datetime,
) -> None:
    """People hear of a letter; of an automatic reply the history says that it came."""
    if incoming.nature != _NATURE.AUTOMATIC:
        sender = incoming.sender_name or incoming.sender_address or "somebody"
        tell(
            kind=kind,
            foi_request=foi_request,
            now=now,
            about=f"From {sender}: {incoming.subject}"[:300],
            url=reverse("reply_review", args=[foi_request.reference, message.pk])
            if message.reading_state
            else "",
            but=by,
        )
    elif foi_request.state != State.WITHDRAWN:
        append_event(
            foi_request,
            EventKind.OTHER_CORRESPONDENCE,
            message.happened_on,
            sentence="An automatic reply came",
            by=by,
            now=now,
            source="the authority",
            message=message,
        )


def _message(
    incoming: IncomingEmail,
    foi_request: FoiRequest,
    files: Sequence[FileTaken],
    *,
    is_late: bool,
    by: User | None,
    now: datetime,
) -> Message:
    to_read = [file for file in files if not file.refusal]
    states = Message.ReadingState
    state = states.BEING_READ if to_read else states.TO_CONFIRM
    settled = incoming.nature == _NATURE.AUTOMATIC or is_late or foi_request.state == State.WITHDRAWN
    kinds = {_NATURE.AUTOMATIC: MessageKind.AUTOMATIC_REPLY, _NATURE.BOUNCE: MessageKind.BOUNCE}
    message = Message.objects.create(
        foi_request=foi_request,
        direction=Message.Direction.RECEIVED,
        kind=kinds.get(_NATURE(incoming.nature), MessageKind.REPLY),
        channel=Channel.EMAIL,
        subject=incoming.subject,
        body=_body(incoming.text, foi_request),
        happened_on=_day(incoming, foi_request, now=now),
        reading_state=states.NONE if settled else state,
        message_id=incoming.message_id,
        sha256=incoming.sha256,
        recorded_by=by,
        recorded_at=now,
    )
    for file in files:
        _attach(message, file)
    return message


def _body(text: str, foi_request: FoiRequest) -> str:
    """The words, without the secret part of our own address that they quote: where the request is public, so are they."""
    shown = re.sub(re.escape(foi_request.reply_token), "…", text, flags=re.IGNORECASE)
    return shown.encode()[: MAX_TEXT_BYTES - 1024].decode(errors="ignore")


def _day(incoming: IncomingEmail, foi_request: FoiRequest, *, now: datetime) -> date:
    """The day it came. A mail that says it came before the request went was sent by a machine with a wrong clock."""
    day = london_day(incoming.happened_at or now)
    sent = day_sent(foi_request)
    return london_day(incoming.received_at) if sent is not None and day < sent else day


def _attach(message: Message, file: FileTaken) -> None:
    waits = Attachment.Extraction.FAILED if file.refusal else Attachment.Extraction.WAITING
    said = file.refusal or file.warning
    attachment = Attachment.objects.create(
        message=message,
        filename=file.name,
        content_type=file.content_type,
        size=file.size,
        sha256=file.sha256,
        content=file.content,
        extraction=waits,
        notes=[{"kind": "unread" if file.refusal else "left_out", "sentence": said}] if said else [],
    )
    if not file.refusal:
        queue.read_attachment(attachment.pk)
