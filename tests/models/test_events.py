"""Events are append-only: as an instance, in a queryset, through a relation and in bulk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from requests_app.core.states import EventKind
from requests_app.models import Event, FoiRequest
from requests_app.models.event import NOTED, VOIDED, AppendOnlyError
from tests import factories as make

pytestmark = pytest.mark.django_db


def an_event(foi_request: FoiRequest, kind: str = EventKind.OTHER_CORRESPONDENCE, **fields: object) -> Event:
    return Event.objects.create(
        foi_request=foi_request, kind=kind, on=make.SENT_ON, recorded_at=make.noon(make.SENT_ON), **fields
    )


def test_an_event_that_is_recorded_can_not_be_saved_again() -> None:
    event = an_event(make.a_request())
    event.on = make.DUE_ON
    with pytest.raises(AppendOnlyError, match="void the event and record another"):
        event.save()
    with pytest.raises(AppendOnlyError):
        event.save(update_fields=["on"])
    with pytest.raises(AppendOnlyError):
        Event.objects.get(pk=event.pk).save()
    assert Event.objects.get(pk=event.pk).on == make.SENT_ON


def test_an_event_can_not_be_deleted() -> None:
    event = an_event(make.a_request())
    with pytest.raises(AppendOnlyError, match="void the event"):
        event.delete()
    assert Event.objects.filter(pk=event.pk).exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda events: events.update(on=make.DUE_ON),
        lambda events: events.delete(),
        lambda events: events.all().update(sentence="Something else"),
        lambda events: events.filter(kind=EventKind.SENT).delete(),
        lambda events: events.bulk_update(list(events.all()), ["sentence"]),
        lambda events: events.update_or_create(kind=EventKind.SENT, defaults={"sentence": "Something else"}),
    ],
    ids=["update", "delete", "update of some", "delete of some", "bulk_update", "update_or_create"],
)
def test_events_can_not_be_changed_or_deleted_together(change: Callable[[object], object]) -> None:
    foi_request = make.a_request()
    before = list(Event.objects.order_by("pk").values())
    for events in (Event.objects, Event.objects.all(), foi_request.events):
        with pytest.raises(AppendOnlyError), transaction.atomic():
            change(events)
    assert list(Event.objects.order_by("pk").values()) == before


def test_a_request_with_a_history_can_not_be_deleted() -> None:
    foi_request = make.a_request()
    with pytest.raises(ProtectedError):
        foi_request.delete()
    with pytest.raises(ProtectedError):
        FoiRequest.objects.filter(pk=foi_request.pk).delete()


def test_a_voided_event_no_longer_stands_and_stays_in_the_history() -> None:
    foi_request = make.a_request()
    event = an_event(foi_request, EventKind.RECEIVED)
    assert event in foi_request.events.standing()
    voiding = an_event(foi_request, VOIDED, voids=event)
    assert event not in foi_request.events.standing()
    assert voiding not in foi_request.events.standing()
    assert {event, voiding} <= set(foi_request.events.all())


def test_a_note_never_stands_as_something_that_happened() -> None:
    foi_request = make.a_request()
    note = an_event(foi_request, NOTED, sentence="Reply due: moved")
    assert note not in foi_request.events.standing()


def test_a_voiding_names_the_event_it_voids() -> None:
    foi_request = make.a_request()
    with pytest.raises(IntegrityError, match="a_voiding_names_its_event"), transaction.atomic():
        an_event(foi_request, VOIDED)


def test_an_event_is_voided_once() -> None:
    foi_request = make.a_request()
    event = an_event(foi_request)
    an_event(foi_request, VOIDED, voids=event)
    with pytest.raises(IntegrityError, match="voids_id"), transaction.atomic():
        an_event(foi_request, VOIDED, voids=event)


def test_an_event_says_what_it_is_and_when() -> None:
    foi_request = make.a_request()
    assert str(an_event(foi_request, EventKind.RECEIVED)) == "Received 2026-10-06"
    unknown = Event.objects.create(
        foi_request=foi_request, kind=EventKind.FINAL_RESPONSE, recorded_at=make.noon(make.SENT_ON)
    )
    assert str(unknown) == "Final response (day not stated)"
