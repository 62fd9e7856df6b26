"""The details of a request that letters name: who asked, where they can be written to, under which reference."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.errors import BadInput
from requests_app.models import FoiRequest, User
from requests_app.models.event import NOTED
from requests_app.usecases.record import append_event, open_for_change
from requests_app.usecases.search_texts import index_requests


@transaction.atomic
def correct_details(
    *,
    foi_request: FoiRequest,
    title: str,
    requester_name: str,
    requester_address: str,
    authority_reference: str,
    version: int,
    by: User,
    now: datetime,
) -> FoiRequest:
    """Correct what letters name. The letter that was sent stays as it went. Raises BadInput, NotPermitted, StaleVersion."""
    foi_request = open_for_change(foi_request, by, version=version)
    title = " ".join(title.split())
    if not title:
        raise BadInput("Give the request a title, such as what it is about.", field="title")
    wanted = {
        "title": title[:200],
        "requester_name": " ".join(requester_name.split())[:200],
        "requester_address": requester_address.replace("\r\n", "\n").strip(),
        "authority_reference": " ".join(authority_reference.split())[:100],
    }
    changed = [name for name, value in wanted.items() if getattr(foi_request, name) != value]
    if not changed:
        return foi_request
    for name in changed:
        setattr(foi_request, name, wanted[name])
    foi_request.version += 1
    foi_request.changed_at = now
    foi_request.save()
    index_requests([foi_request.pk])
    named = ", ".join(_NAMES[name] for name in changed)
    append_event(foi_request, NOTED, london_day(now), sentence=f"Corrected: {named}", by=by, now=now)
    return foi_request


_NAMES = {
    "title": "the title",
    "requester_name": "the name of the person who asked",
    "requester_address": "the address for replies",
    "authority_reference": "their reference",
}
