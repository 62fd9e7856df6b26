"""What must never be in the record of who is told of what, refused by the database itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from requests_app.core.notices import Awaited, NoticeKind
from requests_app.models import CalendarFeed, Notice, NoticeChoice, Snooze
from tests import factories as make

pytestmark = pytest.mark.django_db
NOW = make.noon(make.SENT_ON)


def refused(act: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        act()


def test_the_same_news_does_not_wait_twice() -> None:
    """ "no_news_waits_twice" """
    foi_request, person = make.a_request(), make.a_person()

    def tell(state: str) -> Notice:
        return Notice.objects.create(
            user=person, kind=NoticeKind.NEW_REPLY, foi_request=foi_request, state=state, created_at=NOW
        )

    tell(Notice.State.WAITING)
    refused(lambda: tell(Notice.State.WAITING))
    tell(Notice.State.QUEUED)
    tell(Notice.State.QUEUED)


def test_a_person_chooses_once_in_a_place_and_a_choice_has_one_place() -> None:
    """ "one_choice_for_oneself", "one_choice_a_campaign", "one_choice_a_request", "a_choice_has_one_place" """
    foi_request, person = make.a_request(), make.a_person()
    campaign = foi_request.campaign
    for place in ({}, {"campaign": campaign}, {"foi_request": foi_request}):
        NoticeChoice.objects.create(user=person, **place)
        refused(lambda place=place: NoticeChoice.objects.create(user=person, **place))  # type: ignore[misc]
        NoticeChoice.objects.create(user=make.a_person(), **place)
    refused(
        lambda: NoticeChoice.objects.create(user=make.a_person(), campaign=campaign, foi_request=foi_request)
    )


def test_a_thing_is_put_off_once_at_a_time_and_until_something() -> None:
    """ "one_snooze_at_a_time", "a_snooze_ends_somehow" """
    foi_request, person = make.a_request(), make.a_person()

    def put_off(**fields: object) -> Snooze:
        known: dict[str, object] = {"user": person, "foi_request": foi_request, "created_at": NOW}
        return Snooze.objects.create(**known | fields)

    put_off(until_on=date(2026, 11, 1))
    refused(lambda: put_off(until_what=Awaited.REGULATOR))
    put_off(until_what=Awaited.REGULATOR, deadline_key="response_due")
    put_off(until_on=date(2026, 11, 1), ended_at=NOW)
    refused(lambda: put_off(deadline_key="other"))
    refused(lambda: put_off(deadline_key="other", until_on=date(2026, 11, 1), until_what=Awaited.REGULATOR))


def test_a_person_has_one_calendar_address_and_one_for_each_campaign() -> None:
    """ "one_calendar_a_person", "one_calendar_a_campaign" """
    person, campaign = make.a_person(), make.a_campaign()
    for number, place in enumerate(({}, {"campaign": campaign})):
        CalendarFeed.objects.create(user=person, secret=f"a{number}", made_at=NOW, **place)
        refused(
            lambda place=place, number=number: CalendarFeed.objects.create(  # type: ignore[misc]
                user=person, secret=f"b{number}", made_at=NOW, **place
            )
        )
    refused(lambda: CalendarFeed.objects.create(user=make.a_person(), secret="a0", made_at=NOW))
