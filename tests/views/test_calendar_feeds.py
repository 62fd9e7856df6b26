"""The private calendar: fetched by a client that knows the address alone, parsed by another program's parser."""

from __future__ import annotations

from datetime import date, timedelta

import icalendar
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from requests_app.models import CalendarFeed, Campaign, User
from requests_app.models.campaign import Role
from requests_app.usecases.calendar_feeds import end_address, make_address
from requests_app.usecases.foi_requests import withdraw
from tests import factories as make
from tests.factories import DUE_ON, noon

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 14)


@pytest.fixture(autouse=True)
def on_the_fourteenth() -> object:
    with time_machine.travel(noon(TODAY), tick=False):
        yield


def address(user: User, campaign: Campaign | None = None) -> str:
    feed = make_address(campaign=campaign, by=user, now=noon(TODAY))
    return reverse("calendar_feed", args=[feed.secret])


def events(url: str) -> dict[str, icalendar.Event]:
    """The entries by their titles, as fetched without any session."""
    answer = Client().get(url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.content)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_the_dates_of_all_ones_requests_stand_in_it_with_an_alarm_each() -> None:
    first = make.a_request()
    owner = make.requester_of(first)
    second = make.a_request(make.a_campaign(owner))
    found = events(address(owner))
    titles = [f"Reply due: {each.authority.short_name}, {each.reference}" for each in (first, second)]
    assert sorted(found) == sorted(titles)
    event = found[titles[0]]
    assert event["dtstart"].dt == DUE_ON
    assert first.title in event["description"]
    assert first.get_absolute_url() in event["url"]
    assert [alarm["action"] for alarm in event.walk("VALARM")] == ["DISPLAY"]


def test_a_date_that_moves_keeps_its_uid_and_its_sequence_grows() -> None:
    foi_request = make.a_request()
    url = address(make.requester_of(foi_request))
    (before,) = events(url).values()
    assert before["sequence"] == 0
    clarification = make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    make.clarified(clarification, on=TODAY)
    after = next(event for title, event in events(url).items() if title.startswith("Reply due"))
    assert after["uid"] == before["uid"]
    assert after["sequence"] == 1
    assert after["dtstart"].dt == date(2026, 11, 11)
    assert len({str(event["uid"]) for event in events(url).values()}) == len(events(url))


def test_a_campaigns_calendar_holds_its_requests_alone_and_ends_with_the_membership() -> None:
    foi_request = make.a_request()
    campaign = foi_request.campaign
    viewer = make.a_member(campaign, Role.VIEWER)
    elsewhere = make.a_request(make.a_campaign(viewer))
    url, everything = address(viewer, campaign), address(viewer)
    assert [foi_request.reference in title for title in events(url)] == [True]
    assert len(events(everything)) == 2
    campaign.memberships.filter(user=viewer).delete()
    assert Client().get(url).status_code == 404
    assert [elsewhere.reference in title for title in events(everything)] == [True]


def test_a_replaced_or_ended_address_shows_nothing() -> None:
    owner = make.requester_of(make.a_request())
    old = address(owner)
    new = address(owner)
    assert old != new
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    assert end_address(by=owner) == 1
    assert Client().get(new).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_a_person_who_is_gone_has_no_calendar() -> None:
    owner = make.requester_of(make.a_request())
    url = address(owner)
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert Client().get(url).status_code == 404


def test_withdrawn_requests_and_dates_long_gone_are_left_out() -> None:
    campaign = make.a_campaign()
    owner = make.owner_of(campaign)
    withdrawn = make.a_request(campaign)
    withdraw(foi_request=withdrawn, on=TODAY, by=owner, now=noon(TODAY))
    make.a_request(campaign, sent_on=date(2026, 3, 2))
    assert events(address(owner)) == {}


def test_what_has_not_changed_is_not_sent_again() -> None:
    foi_request = make.a_request()
    url = address(make.requester_of(foi_request))
    first = Client().get(url)
    with time_machine.travel(noon(TODAY + timedelta(days=1)), tick=False):
        again = Client().get(url, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Cache-Control"].startswith("private")


def test_the_page_makes_replaces_and_ends_the_address() -> None:
    foi_request = make.a_request()
    client = Client()
    client.force_login(make.requester_of(foi_request), backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("calendar_feeds")
    slug = foi_request.campaign.slug
    assert client.post(url, {"campaign": slug, "make": ""}).status_code == 302
    first = CalendarFeed.objects.get().secret
    assert reverse("calendar_feed", args=[first]) in client.get(url).content.decode()
    client.post(url, {"campaign": slug, "make": ""})
    assert CalendarFeed.objects.get().secret != first
    client.post(url, {"campaign": slug, "end": ""})
    assert not CalendarFeed.objects.exists()
    assert client.post(url, {"campaign": make.a_campaign().slug}).status_code == 404
