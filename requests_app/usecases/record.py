"""What every use case on a request begins and ends with: lock and check, then one event and a fresh clock."""

from __future__ import annotations

from datetime import date, datetime

from requests_app import permissions
from requests_app.core.errors import StaleVersion
from requests_app.core.states import EventKind
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
