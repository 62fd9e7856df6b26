"""Unfinished work on a reading: kept for its person, told to the others, gone when it is confirmed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion
from requests_app.models import FoiRequest, Message, UnsavedReading, User
from requests_app.models.campaign import Role
from requests_app.queries.unsaved_readings import confirmed_sentence, other_sentence, work_on
from requests_app.usecases import unsaved_readings
from requests_app.usecases.replies import confirm_reading
from requests_app.usecases.unsaved_readings import drop_reading, keep_reading, look_at_reading
from tests import factories as make
from tests.factories import DUE_ON, noon, refused

pytestmark = pytest.mark.django_db

NOW = noon(DUE_ON)


@pytest.fixture
def message() -> Message:
    """A reply that is still to be confirmed."""
    return make.a_reply(make.a_request(), on=DUE_ON)


def owner(message: Message) -> User:
    return make.requester_of(message.foi_request)


def an_editor(foi_request: FoiRequest, name: str = "Kim Lowe") -> User:
    return make.a_member(foi_request.campaign, Role.EDITOR, name=name)


def fields_of(message: Message, person: User) -> dict[str, list[str]]:
    return work_on(message, person, now=NOW).fields


def confirm(message: Message, by: User) -> None:
    reading = make.a_reading(message.foi_request, on=DUE_ON)
    confirm_reading(message=message, confirmed=reading, by=by, now=NOW)


def test_what_somebody_entered_is_kept_for_them_alone_and_changes_nothing_else(message: Message) -> None:
    by, other = owner(message), an_editor(message.foi_request)
    before = make.everything()
    keep_reading(message=message, fields={"decision": ["refused"], "asked_about": []}, by=by, now=NOW)
    assert fields_of(message, by) == {"decision": ["refused"], "asked_about": []}
    assert fields_of(message, other) == {}
    after = make.everything()
    assert {name for name, rows in after.items() if rows != before[name]} == {"requests_app.UnsavedReading"}


def test_later_fields_are_added_to_earlier_ones_or_take_their_place(message: Message) -> None:
    by = owner(message)
    keep_reading(message=message, fields={"decision": ["refused"], "issued_on": ["x"]}, by=by, now=NOW)
    keep_reading(message=message, fields={"decision": ["NCND"]}, by=by, now=NOW)
    assert fields_of(message, by) == {"decision": ["NCND"], "issued_on": ["x"]}
    keep_reading(message=message, fields={"decision": ["mixed"]}, afresh=True, by=by, now=NOW)
    assert fields_of(message, by) == {"decision": ["mixed"]}


def test_somebody_may_start_afresh_and_others_keep_theirs(message: Message) -> None:
    by, other = owner(message), an_editor(message.foi_request)
    for person in (by, other):
        keep_reading(message=message, fields={"decision": ["refused"]}, by=person, now=NOW)
    drop_reading(message=message, by=by)
    assert fields_of(message, by) == {}
    assert fields_of(message, other) == {"decision": ["refused"]}


def test_signs_that_no_database_takes_are_let_go(message: Message) -> None:
    by = owner(message)
    keep_reading(message=message, fields={"q1-text": ["a\x00b \ud800 c"]}, by=by, now=NOW)
    assert fields_of(message, by) == {"q1-text": ["ab ? c"]}


def test_what_is_too_long_to_be_kept_is_refused(message: Message, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved_readings, "LARGEST", 100)
    with refused(BadInput, "too long to be kept"):
        keep_reading(message=message, fields={"q1-text": ["x" * 200]}, by=owner(message), now=NOW)


def test_people_are_told_who_else_is_there_and_who_changed_something(message: Message) -> None:
    by, looks, types = (
        owner(message),
        an_editor(message.foi_request),
        an_editor(message.foi_request, "Jo Ash"),
    )
    look_at_reading(message=message, by=looks, now=NOW - timedelta(minutes=2))
    keep_reading(message=message, fields={"decision": ["refused"]}, by=types, now=NOW - timedelta(minutes=1))
    told = [other_sentence(other) for other in work_on(message, by, now=NOW).others]
    assert told == [
        "Jo Ash is working on this reply too, and last changed something at 11:59.",
        "Kim Lowe has this reply open too, last seen at 11:58.",
    ]


def test_who_left_ten_minutes_ago_is_no_longer_there(message: Message) -> None:
    by, other = owner(message), an_editor(message.foi_request)
    look_at_reading(message=message, by=other, now=NOW - timedelta(minutes=10))
    assert len(work_on(message, by, now=NOW).others) == 1
    assert work_on(message, by, now=NOW + timedelta(seconds=1)).others == []


def test_looking_again_is_noted_once_and_keeps_what_was_entered(message: Message) -> None:
    by = owner(message)
    keep_reading(message=message, fields={"decision": ["refused"]}, by=by, now=NOW)
    look_at_reading(message=message, by=by, now=NOW + timedelta(minutes=1))
    row = UnsavedReading.objects.get()
    assert (row.fields, row.seen_at) == ({"decision": ["refused"]}, NOW + timedelta(minutes=1))


def test_who_may_only_read_the_request_is_noted_nowhere(message: Message) -> None:
    reader = make.a_member(message.foi_request.campaign, Role.VIEWER)
    for act in (look_at_reading, keep_reading, drop_reading):
        arguments = {"now": NOW} if act is not drop_reading else {}
        arguments |= {"fields": {}} if act is keep_reading else {}
        with pytest.raises(NotPermitted):
            act(message=message, by=reader, **arguments)  # type: ignore[operator]
    assert not UnsavedReading.objects.exists()


def test_confirming_ends_ones_own_work_and_keeps_what_others_typed(message: Message) -> None:
    by, looks, types = owner(message), an_editor(message.foi_request), an_editor(message.foi_request)
    look_at_reading(message=message, by=looks, now=NOW)
    for person in (by, types):
        keep_reading(message=message, fields={"decision": ["refused"]}, by=person, now=NOW)
    confirm(message, by)
    assert UnsavedReading.objects.get().person == types
    with pytest.raises(StaleVersion):
        confirm(message, types)
    assert fields_of(message, types) == {"decision": ["refused"]}


def test_what_arrives_after_its_person_confirmed_is_let_go(message: Message) -> None:
    by = owner(message)
    confirm(message, by)
    keep_reading(message=message, fields={"decision": ["refused"]}, by=by, now=NOW)
    assert not UnsavedReading.objects.exists()


def test_a_confirmed_reading_says_who_confirmed_it(message: Message) -> None:
    assert confirmed_sentence(message) == ""
    confirm(message, owner(message))
    assert confirmed_sentence(Message.objects.get(pk=message.pk)).startswith(
        "Alex Penrose has confirmed this"
    )
