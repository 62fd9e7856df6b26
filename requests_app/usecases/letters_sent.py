"""Letters that a mail server took: put into the record, once, as if the person had sent them by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from requests_app import permissions
from requests_app.core.calendars import london_day
from requests_app.core.errors import WrongState
from requests_app.core.states import Channel, State
from requests_app.models import Attachment, AuthorityAddress, Draft, FoiRequest, Message, OutgoingEmail, User
from requests_app.usecases.drafts import record_draft_sent
from requests_app.usecases.foi_requests import check_under_way, record_request_sent


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a letter does not go after all, and what becomes of its mail."""

    state: OutgoingEmail.State
    why: str


def why_not(email: OutgoingEmail) -> Stop | None:
    """Why a letter that was claimed must not go any more: much may have happened since a person sent it. At most five
    queries.
    """
    by, foi_request = _sender(email), _request(email)
    back = OutgoingEmail.State.TAKEN_BACK
    if foi_request.state == State.WITHDRAWN:
        return Stop(back, f"{foi_request.reference} was withdrawn before the letter went.")
    if email.draft_id is None and foi_request.state != State.DRAFT:
        return Stop(back, f"{foi_request.reference} was recorded as sent before this went.")
    if email.draft is not None and email.draft.state != Draft.State.QUEUED:
        return Stop(back, "The letter was put away before it went: the record has moved on.")
    if not permissions.can_edit(by, foi_request):
        return Stop(
            OutgoingEmail.State.FAILED,
            f"{by} may not send letters of this campaign any more. Somebody who may can send it.",
        )
    address = address_of(email)
    if address is None or not address.may_be_mailed:
        why = "came back" if address is not None and address.bad_since else "is not checked by anybody"
        return Stop(
            OutgoingEmail.State.FAILED,
            f"Mail to {email.to_address} {why}. Take the letter back, and choose another address.",
        )
    return None


def address_of(email: OutgoingEmail) -> AuthorityAddress | None:
    """The authority's address that a letter goes to, as it stands now. One query."""
    found = AuthorityAddress.objects.filter(
        authority__foi_requests=email.foi_request_id,
        channel=Channel.EMAIL.value,
        address=email.to_address,
    )
    return found.first()


def record_letter(
    *, email: OutgoingEmail, now: datetime, went_at: datetime | None = None, by: User | None = None
) -> Message:
    """Put a letter that went (``now``, or earlier at ``went_at``) into the record, with its files, and move the clock.

    ``by``: who says that it went, where that is not who sent it. The caller holds a transaction and has marked the
    mail. Raises FoiError where the record does not take it.
    """
    by, foi_request = by or _sender(email), _request(email)
    on = london_day(went_at or now)
    if email.draft_id is None:
        if foi_request.state != State.DRAFT:
            raise WrongState(f"{foi_request.reference} was recorded as sent already.")
        message = record_request_sent(
            foi_request=foi_request,
            sent_on=on,
            channel=Channel.EMAIL,
            sent_to=email.to_address,
            by=by,
            now=now,
        )
    else:
        check_under_way(foi_request)
        draft = Draft.objects.get(pk=email.draft_id)
        if draft.state == Draft.State.SENT:
            raise WrongState("The letter was recorded as sent already.")
        draft.foi_request = foi_request
        message = record_draft_sent(
            draft=draft, on=on, channel=Channel.EMAIL, by=by, now=now, proof={"address": email.to_address}
        )
    Message.objects.filter(pk=message.pk).update(message_id=email.message_id)
    _keep_files(email, message)
    OutgoingEmail.objects.filter(pk=email.pk).update(sent_message=message)
    return message


def _sender(email: OutgoingEmail) -> User:
    user: User = User.objects.get(outgoing_emails=email.pk)
    return user


def _request(email: OutgoingEmail) -> FoiRequest:
    foi_request: FoiRequest = FoiRequest.objects.select_related("authority", "campaign").get(
        outgoing_emails=email.pk
    )
    return foi_request


def _keep_files(email: OutgoingEmail, message: Message) -> None:
    """The files of a letter stand with its message, byte for byte."""
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            filename=file.filename,
            content_type=file.content_type,
            size=file.size,
            sha256=file.sha256,
            content=file.content,
        )
        for file in email.enclosures.all()
    )
