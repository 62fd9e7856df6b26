"""What every use case on a request begins and ends with: lock and check, then one event and a fresh clock."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from requests_app import permissions
from requests_app.core.errors import BadInput, StaleVersion
from requests_app.core.states import Channel, EventKind, MessageKind
from requests_app.models import Event, FoiRequest, Message, User


def open_for_change(foi_request: FoiRequest, by: User, *, version: int | None = None) -> FoiRequest:
    """Lock the request and return it fresh. Raises NotPermitted, and StaleVersion where ``version`` is not
    the one the person had before them.
    """
    locked: FoiRequest = (
        FoiRequest.objects.select_for_update(of=("self",))
        .select_related("authority", "campaign")
        .get(pk=foi_request.pk)
    )
    permissions.check_edit(by, locked)
    if version is not None and version != locked.version:
        raise StaleVersion(
            "Somebody changed this request while you had it open. What you typed is still here: "
            "look at the request as it is now, then save again."
        )
    return locked


def check_new(foi_request: FoiRequest, *, kind: Message.Kind, digest: str, field: str) -> None:
    """Raise BadInput where this very thing was received before: a form sent twice, the same text pasted again.

    A reply that was confirmed to be something else, such as an acknowledgement, is the same thing still.
    """
    same = foi_request.messages.filter(direction=Message.Direction.RECEIVED, sha256=digest)
    read = {"reading_state__gt": ""} if kind is MessageKind.REPLY else {"kind": kind}
    if same.filter(**read).exists():
        raise BadInput(
            f"This very {kind.label.lower()} is already in the record. Look at the request as it is now.",
            field=field,
        )


def claim_reading(message: Message, kind: MessageKind) -> None:
    """Settle what a received message is, once. Raises StaleVersion where somebody has confirmed it already."""
    claimed = Message.objects.filter(pk=message.pk, reading_state=Message.ReadingState.TO_CONFIRM).update(
        reading_state=Message.ReadingState.CONFIRMED, kind=kind
    )
    if claimed != 1:
        raise StaleVersion(
            "This reply has been confirmed already, in another tab or by somebody else. Nothing was changed: "
            "look at the request as it is now."
        )
    message.kind = kind


def append_event(
    foi_request: FoiRequest,
    kind: EventKind | str,
    on: date | None,
    *,
    sentence: str,
    by: User | None,
    now: datetime,
    source: str = "",
    message: Message | None = None,
    details: dict[str, object] | None = None,
    voids: Event | None = None,
) -> Event:
    """Add one event to the request's history."""
    return Event.objects.create(
        foi_request=foi_request,
        kind=str(kind),
        on=on,
        sentence=sentence[:500],
        source=source[:200],
        message=message,
        details=details or {},
        voids=voids,
        recorded_by=by,
        recorded_at=now,
    )


def keep_message(
    foi_request: FoiRequest,
    direction: Message.Direction,
    kind: Message.Kind,
    *,
    body: str,
    on: date | None,
    channel: Channel,
    by: User | None,
    now: datetime,
    subject: str = "",
    field: str = "text",
) -> Message:
    """Keep what one side said to the other. Raises BadInput (for ``field``) where the same words of the same day
    were received before: a form sent twice.
    """
    digest = sha256(f"{on}\n{body}".encode()).hexdigest()
    if direction == Message.Direction.RECEIVED:
        check_new(foi_request, kind=kind, digest=digest, field=field)
    return Message.objects.create(
        foi_request=foi_request,
        direction=direction,
        kind=kind,
        channel=channel,
        subject=subject,
        body=body,
        happened_on=on,
        sha256=digest,
        recorded_by=by,
        recorded_at=now,
    )
