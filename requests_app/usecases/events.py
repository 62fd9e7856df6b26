"""Events a person records, and their correction: void and replace, both staying in the history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.dates import in_words
from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.recording import recordable
from requests_app.core.states import Channel, EventKind, Party
from requests_app.models import Clarification, Event, FoiRequest, Message, Response, User
from requests_app.models.event import NOTED, VOIDED
from requests_app.usecases.clock import recompute
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.record import append_event, keep_message, open_for_change


@transaction.atomic
def record_event(
    *,
    foi_request: FoiRequest,
    kind: EventKind,
    on: date,
    details: Mapping[str, object],
    text: str,
    channel: Channel,
    message: Message | None = None,
    sentence: str = "",
    by: User,
    now: datetime,
) -> Event:
    """Record one thing that happened, with what was written, if anything. Dates follow.

    ``message`` is what tells of it, where that is in the record already, and ``sentence`` says it better than the kind
    of event does. Raises BadInput, NotPermitted, WrongState, and ClockError where it contradicts what is recorded already.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    what = recordable(kind)
    if what is None:
        raise WrongState(f"{kind.label} has a page of its own: use that.")
    check_day(on, today=london_day(now), field="on", what="The day it happened")
    if kind is not EventKind.SENT:
        check_not_before(on, day_sent(foi_request), field="on", what="This", than="the request was sent")
    message = message or _keep(foi_request, what.who, on=on, text=text, channel=channel, by=by, now=now)
    sentence = sentence or what.sentence
    event = append_event(
        foi_request,
        kind,
        on,
        sentence=sentence,
        by=by,
        now=now,
        source="the authority" if what.who is Party.AUTHORITY else "",
        message=message,
        details=_plain(details),
    )
    recompute(foi_request, now=now, because=sentence[0].lower() + sentence[1:])
    return event


def _keep(
    foi_request: FoiRequest, who: Party, *, on: date, text: str, channel: Channel, by: User, now: datetime
) -> Message | None:
    if not text.strip():
        return None
    text = check_text(text, field="text", what="What was written")
    received = who is Party.AUTHORITY
    return keep_message(
        foi_request,
        Message.Direction.RECEIVED if received else Message.Direction.SENT,
        Message.Kind.OTHER,
        body=text,
        on=on,
        channel=channel,
        by=by,
        now=now,
    )


def _plain(details: Mapping[str, object]) -> dict[str, object]:
    """The details as JSON holds them; empty ones left out."""
    kept: dict[str, object] = {}
    for name, value in details.items():
        if value in (None, "", [], ()):
            continue
        kept[name] = value.isoformat() if isinstance(value, date) else value
    return kept


@transaction.atomic
def correct_event(*, event: Event, on: date | None, reason: str, by: User, now: datetime) -> Event:
    """Put another day in the place of a wrong one. The old entry is voided and stays visible; dates follow.

    ``on`` None says that the record does not say. Raises BadInput, ClockError, NotPermitted, StaleVersion,
    WrongState.
    """
    foi_request, event = _open_event(event, by)
    if on == event.on:
        raise BadInput(f"That is the day it has already: {in_words(on)}. Give the right one.", field="on")
    if on is not None:
        check_day(on, today=london_day(now), field="on", what="The day it happened")
    replacement = append_event(
        foi_request,
        event.kind,
        on,
        sentence=event.sentence,
        by=by,
        now=now,
        source=event.source,
        message=event.message,
        details=event.details,
        voids=event,
    )
    _note(
        foi_request,
        f"Corrected: “{event.sentence}” was on {in_words(on)}, not {in_words(event.on)}",
        reason,
        by,
        now,
    )
    _carry_over(event, on)
    recompute(foi_request, now=now, because=f"the day of “{event.sentence}” was corrected")
    return replacement


@transaction.atomic
def void_event(*, event: Event, reason: str, by: User, now: datetime) -> Event:
    """Strike an event that never happened. It stays visible; dates follow as if it had never been.

    Raises ClockError where later events can't stand without it, NotPermitted, StaleVersion, WrongState.
    """
    foi_request, event = _open_event(event, by)
    if event.kind == EventKind.SENT and not _other_sendings(event):
        raise WrongState("Without its sending there is no request. Correct its day, or withdraw the request.")
    if event.message_id and (Response.objects.filter(message=event.message_id).exists()):
        raise WrongState(
            "A reply that was confirmed can't be struck: its answers stand on it. Correct its day instead."
        )
    voiding = append_event(
        foi_request,
        VOIDED,
        london_day(now),
        sentence=f"Struck: “{event.sentence}”",
        by=by,
        now=now,
        voids=event,
    )
    _note(foi_request, f"Struck: “{event.sentence}”, {in_words(event.on)}", reason, by, now)
    recompute(foi_request, now=now, because=f"“{event.sentence}” was struck")
    return voiding


def _open_event(event: Event, by: User) -> tuple[FoiRequest, Event]:
    foi_request = open_for_change(event.foi_request, by)
    event = Event.objects.select_related("message").get(pk=event.pk)
    if event.kind in {VOIDED, NOTED}:
        raise WrongState("This entry is a note of what the program did; there is no day to correct.")
    if Event.objects.filter(voids=event).exists():
        raise StaleVersion("This entry has been corrected already. Look at the request as it is now.")
    return foi_request, event


def _other_sendings(event: Event) -> bool:
    standing = Event.objects.standing().filter(foi_request=event.foi_request_id, kind=EventKind.SENT)
    return standing.exclude(pk=event.pk).exists()


def _note(foi_request: FoiRequest, sentence: str, reason: str, by: User, now: datetime) -> None:
    because = f" because {reason.strip()}" if reason.strip() else ""
    append_event(foi_request, NOTED, london_day(now), sentence=f"{sentence}{because}", by=by, now=now)


def _carry_over(event: Event, on: date | None) -> None:
    """The day also stands on the clarification or the reply the event tells of."""
    if event.message_id is None:
        return
    if event.kind == EventKind.CLARIFICATION_REQUESTED:
        Clarification.objects.filter(asked_in=event.message_id).update(asked_on=on)
    elif event.kind == EventKind.CLARIFICATION_RECEIVED:
        Clarification.objects.filter(answered_in=event.message_id).update(answered_on=on)
    else:
        Response.objects.filter(message=event.message_id).update(issued_on=on)
