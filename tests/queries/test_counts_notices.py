"""How many SQL queries the pages about reminders and calendars make, and a morning: as many for much as for little."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from requests_app.models import Campaign
from requests_app.usecases.calendar_feeds import make_address
from requests_app.usecases.snoozes import snooze
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon
from tests.queries.test_counts import MOST, Fill, looking, queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


def put_off(campaign: Campaign, number: int) -> None:
    for _ in range(number):
        foi_request = make.a_request(campaign)
        owner = make.owner_of(campaign)
        snooze(foi_request=foi_request, until_on=LATE_ON + timedelta(days=9), by=owner, now=noon(DUE_ON))


def settings_full(campaign: Campaign, number: int) -> str:
    put_off(campaign, number)
    return reverse("notice_settings")


def settings_of_a_campaign(campaign: Campaign, number: int) -> str:
    put_off(campaign, number)
    return reverse("notice_settings_campaign", args=[campaign.slug])


def reminders_of_a_request(campaign: Campaign, number: int) -> str:
    put_off(campaign, number)
    return reverse("request_reminders", args=[campaign.foi_requests.first().reference])  # type: ignore[union-attr]


def calendars_full(campaign: Campaign, number: int) -> str:
    owner = make.owner_of(campaign)
    for _ in range(number):
        make_address(campaign=make.a_campaign(owner), by=owner, now=noon(DUE_ON))
    return reverse("calendar_feeds")


def a_calendar(campaign: Campaign, number: int) -> str:
    put_off(campaign, number)
    feed = make_address(by=make.owner_of(campaign), now=noon(DUE_ON))
    return reverse("calendar_feed", args=[feed.secret])


PINNED: list[tuple[Fill, str, int]] = [
    (settings_full, "owner", 5),
    (settings_of_a_campaign, "owner", 4),
    (reminders_of_a_request, "owner", 6),
    (calendars_full, "owner", 4),
    (a_calendar, "visitor", 2),
]


@pytest.mark.parametrize(
    ("fill", "who", "pinned"), PINNED, ids=lambda value: getattr(value, "__name__", str(value))
)
def test_a_page_makes_few_queries_and_as_many_for_much_as_for_little(
    fill: Fill, who: str, pinned: int
) -> None:
    counts = []
    for size in (1, 12):
        campaign = make.a_campaign()
        counts.append(queries_of(looking(campaign, who), fill(campaign, size)))
    little, much = counts
    assert much == little == pinned
    assert much <= MOST


def test_a_morning_makes_as_many_queries_for_much_as_for_little() -> None:
    """A sweep of up to fifty requests of one person, with a letter and a reminder each: pinned, as pages are."""
    counts = []
    sweep(on=LATE_ON, now=noon(LATE_ON))
    for number in (2, 20):
        campaign = make.a_campaign()
        authority = make.an_authority()
        for _ in range(number):
            make.a_request(campaign, authority=authority)
        with CaptureQueriesContext(connection) as captured:
            assert sweep(on=LATE_ON, now=noon(LATE_ON)).mails_queued == 1
        counts.append(len(captured))
    assert counts[0] == counts[1] == 45
