"""Putting off: no reminders of a request, or of one date of it, until a day or until something happens."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from requests_app import permissions
from requests_app.core.calendars import london_day
from requests_app.core.errors import BadInput, NotPermitted, WrongState
from requests_app.core.notices import Awaited, NoticeKind
from requests_app.core.states import State
from requests_app.models import FoiRequest, Notice, Snooze, User
from requests_app.queries.telling import happened_since


@transaction.atomic
def snooze(
    *,
    foi_request: FoiRequest,
    until_on: date | None = None,
    until_what: Awaited | None = None,
    deadline_key: str = "",
    by: User,
    now: datetime,
) -> Snooze:
    """Keep the clock's reminders of a request from one person, until a day or until something happens.

    ``deadline_key`` puts off one date alone. A snooze of the same thing that runs already is replaced. Raises
    BadInput without an end or with a day that is not ahead, NotPermitted for who is not in the campaign, WrongState
    for a request of which nobody is reminded.
    """
    if not permissions.is_member(by, foi_request.campaign):
        raise NotPermitted("Only people of its campaign are reminded of this request.")
    if foi_request.state in {State.DRAFT, State.WITHDRAWN}:
        raise WrongState("Nobody is reminded of a request that is not sent, or was withdrawn.")
    if (until_on is None) == (until_what is None):
        raise BadInput("Say until when: a day, or what must happen first.", field="until_on")
    if until_on is not None and until_on <= london_day(now):
        raise BadInput("Choose a day that is still to come.", field="until_on")
    _running(by, foi_request, deadline_key).update(ended_at=now)
    return Snooze.objects.create(
        user=by,
        foi_request=foi_request,
        deadline_key=deadline_key,
        until_on=until_on,
        until_what=until_what or "",
        created_at=now,
    )


@transaction.atomic
def wake(*, foi_request: FoiRequest, deadline_key: str = "", by: User, now: datetime) -> int:
    """End a person's snooze before its time. Returns how many ended: none where none ran."""
    return _running(by, foi_request, deadline_key).update(ended_at=now)


def _running(user: User, foi_request: FoiRequest, key: str) -> QuerySet[Snooze]:
    return Snooze.objects.filter(user=user, foi_request=foi_request, deadline_key=key, ended_at=None)


@transaction.atomic
def wake_due(*, on: date, now: datetime) -> int:
    """End the snoozes whose day has come, or whose awaited thing was recorded, and tell each person in the morning.

    Returns how many ended. Safe to run twice: each is ended by one conditional UPDATE.
    """
    running = list(Snooze.objects.filter(ended_at=None).select_related("foi_request"))
    happened = happened_since(running)
    notices = []
    for each in running:
        if each.pk not in happened and (each.until_on is None or each.until_on > on):
            continue
        if Snooze.objects.filter(pk=each.pk, ended_at=None).update(ended_at=now) != 1:
            continue
        notices.append(
            Notice(
                user_id=each.user_id,
                kind=NoticeKind.WOKEN,
                foi_request=each.foi_request,
                about=_said(each),
                url=each.foi_request.get_absolute_url(),
                state=Notice.State.WAITING,
                created_at=now,
            )
        )
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    return len(notices)


def _said(each: Snooze) -> str:
    happened = ": that has happened" if each.until_what else ""
    return f"You put this off until {each.until_words}{happened}."
