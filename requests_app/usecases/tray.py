"""The tray: a person says where a mail belongs, that it is not ours, or that it belongs elsewhere."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from requests_app import permissions
from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.mail_in import read_mail
from requests_app.core.states import State
from requests_app.gateways.virus_scan import ScannerAway
from requests_app.models import FoiRequest, IncomingEmail, Message, User
from requests_app.models.event import NOTED, VOIDED
from requests_app.usecases.incoming_reading import files_of_mail
from requests_app.usecases.incoming_recording import locked, put_with
from requests_app.usecases.record import append_event

_STATE = IncomingEmail.State
_MOVED = "Somebody has dealt with this mail already. Look at the tray again."


def accept(*, mail: IncomingEmail, foi_request: FoiRequest, by: User, now: datetime) -> Message:
    """Put a mail of the tray with a request. Its files are looked at first, as those of any mail are.

    Raises BadInput, NotPermitted, StaleVersion where somebody was quicker, WrongState.
    """
    _check(mail, foi_request, by)
    raw = IncomingEmail.objects.only("raw").get(pk=mail.pk).raw
    try:
        files = files_of_mail(read_mail(bytes(raw)))
    except ScannerAway as away:
        raise WrongState(f"{away} Try again in a while: no file is taken that nobody looked at.") from away
    with transaction.atomic():
        target = locked(foi_request.pk)
        changed = IncomingEmail.objects.filter(pk=mail.pk, state__in=[_STATE.TRAY, _STATE.REFUSED]).update(
            state=_STATE.PLACED, foi_request=target
        )
        if changed != 1:
            raise StaleVersion(_MOVED)
        fresh = IncomingEmail.objects.defer("raw", "html").get(pk=mail.pk)
        reasons = [f"{by.name or by.email} put it here.", *_why(mail, target)]
        message = put_with(fresh, target, files, reasons=reasons, by=by, now=now)
        append_event(
            target,
            NOTED,
            None,
            sentence=f"A mail from {_who(fresh)} was put here from the tray",
            by=by,
            now=now,
            message=message,
            details={"mail": mail.pk},
        )
    return message


def _check(mail: IncomingEmail, foi_request: FoiRequest, by: User) -> None:
    if not permissions.can_see_mail(by, mail) or not permissions.can_place_mail(by, foi_request):
        raise NotPermitted("Only staff, and editors of the campaign, can put a mail with this request.")
    if foi_request.state == State.DRAFT:
        raise BadInput(
            f"{foi_request.reference} has not been sent yet, so nothing can answer it.", field="reference"
        )


def _why(mail: IncomingEmail, foi_request: FoiRequest) -> list[str]:
    return [why for guess in mail.guesses if guess["key"] == foi_request.pk for why in guess["reasons"]]


def _who(mail: IncomingEmail) -> str:
    return (mail.sender_name or mail.sender_address or "somebody")[:100]


@transaction.atomic
def refuse(*, mail: IncomingEmail, by: User, now: datetime) -> None:
    """Say that a mail is not ours. Its bytes are kept, and staff can still put it with a request.

    Raises NotPermitted, StaleVersion.
    """
    if not permissions.can_see_mail(by, mail):
        raise NotPermitted("Only staff, and editors of the campaign, can refuse this mail.")
    changed = IncomingEmail.objects.filter(pk=mail.pk, state=_STATE.TRAY).update(
        state=_STATE.REFUSED,
        reasons=[
            f"{by.name or by.email} said on {now.astimezone():%d %b %Y} that it is not ours.",
            *mail.reasons,
        ],
    )
    if changed != 1:
        raise StaleVersion(_MOVED)


@transaction.atomic
def move(*, mail: IncomingEmail, to: FoiRequest, by: User, now: datetime) -> Message:
    """Take a mail from one request to another; both histories say so.

    Raises BadInput, NotPermitted, StaleVersion, and WrongState where what it says was confirmed: then the events that
    follow from it have to be corrected first.
    """
    if mail.foi_request is None or mail.became is None:
        raise WrongState("This mail is with no request. Look at the tray again.")
    source, target = (locked(key) for key in (mail.foi_request.pk, to.pk))
    if not (permissions.can_place_mail(by, source) and permissions.can_place_mail(by, target)):
        raise NotPermitted("Only staff, and editors of both campaigns, can move a mail.")
    if source.pk == target.pk:
        raise BadInput("The mail is with this request already.", field="reference")
    if target.state == State.DRAFT:
        raise BadInput(
            f"{target.reference} has not been sent yet, so nothing can answer it.", field="reference"
        )
    message = Message.objects.select_for_update(of=("self",)).get(pk=mail.became.pk)
    if message.foi_request_id != source.pk:
        raise StaleVersion(_MOVED)
    if message.reading_state == Message.ReadingState.CONFIRMED:
        raise WrongState("What it says was confirmed already. Correct what follows from it first.")
    if target.messages.filter(direction=message.direction, sha256=message.sha256).exists():
        raise BadInput(f"{target.reference} has this very mail already.", field="reference")
    _rehome(message, source, target, by=by, now=now)
    IncomingEmail.objects.filter(pk=mail.pk).update(
        foi_request=target, reasons=[f"{by.name or by.email} moved it here.", *mail.reasons]
    )
    message.foi_request = target
    return message


def _rehome(message: Message, source: FoiRequest, target: FoiRequest, *, by: User, now: datetime) -> None:
    """The message goes, and what was recorded of it at its old place no longer stands there."""
    for event in message.events.filter(foi_request=source, voided_by__isnull=True).exclude(
        kind__in=[VOIDED, NOTED]
    ):
        append_event(source, VOIDED, None, sentence="The mail was moved", by=by, now=now, voids=event)
        append_event(
            target,
            event.kind,
            event.on,
            sentence=event.sentence,
            by=by,
            now=now,
            source=event.source,
            message=message,
            details=event.details,
        )
    Message.objects.filter(pk=message.pk).update(foi_request=target)
    is_shared = source.campaign_id == target.campaign_id  # no campaign learns of another's requests
    for here, there, word in ((source, target, "to"), (target, source, "from")):
        other = there.reference if is_shared else "another request"
        append_event(
            here,
            NOTED,
            None,
            sentence=f"A mail was moved {word} {other}",
            by=by,
            now=now,
            details={"message": message.pk},
        )
