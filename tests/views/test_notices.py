"""The pages about what one is told of, and stopping a kind of mail without signing in."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.core.notices import NoticeKind, Timing
from requests_app.models import NoticeChoice, OutgoingEmail, Snooze, User
from requests_app.models.campaign import Role
from requests_app.queries.telling import choices_of
from requests_app.queries.unsubscribing import unsubscribe_url
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def path_of(user: User, *kinds: NoticeKind) -> str:
    return urlsplit(unsubscribe_url(user.pk, kinds)).path


# One click


def test_one_click_stops_what_the_mail_tells_of_without_signing_in() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    sweep(on=LATE_ON, now=noon(LATE_ON))
    header = OutgoingEmail.objects.get().headers["List-Unsubscribe"]
    client = Client(enforce_csrf_checks=True)
    answer = client.post(urlsplit(header.strip("<>")).path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert choices_of([owner]).timing(owner.pk, foi_request, NoticeKind.DATE) is Timing.NEVER
    assert choices_of([owner]).timing(owner.pk, foi_request, NoticeKind.NEW_REPLY) is Timing.AT_ONCE


def test_looking_at_the_address_stops_nothing_and_offers_a_button() -> None:
    person = make.a_person()
    page = Client().get(path_of(person, NoticeKind.BOUNCE))
    assert page.status_code == 200
    assert "Stop these e-mails" in page.content.decode()
    assert person.email not in page.content.decode()
    assert not NoticeChoice.objects.exists()


@pytest.mark.parametrize("change", [lambda path: path[:-3] + "x/", lambda _: "/stop/1.bounce:abc/"])
def test_an_address_that_was_changed_is_nobodys(change: object) -> None:
    path = path_of(make.a_person(), NoticeKind.BOUNCE)
    assert callable(change)
    assert Client().post(change(path)).status_code == 404
    assert not NoticeChoice.objects.exists()


def test_the_address_of_one_person_stops_nothing_of_another() -> None:
    first, second = make.a_person(), make.a_person()
    Client().post(path_of(first, NoticeKind.BOUNCE))
    assert [row.user for row in NoticeChoice.objects.all()] == [first]
    assert not NoticeChoice.objects.filter(user=second).exists()


def test_each_kind_in_a_mail_has_its_own_address() -> None:
    foi_request = make.a_request()
    sweep(on=LATE_ON, now=noon(LATE_ON))
    text = OutgoingEmail.objects.get().text
    assert re.findall(r"Stop “(.+?)”: \S+/stop/\d+\.(\w+):", text) == [
        (NoticeKind.DATE.label, NoticeKind.DATE.value)
    ]
    assert foi_request.reference in text


# Settings


def posted(**changes: object) -> dict[str, object]:
    """What the form of a person's own settings posts when nothing was changed."""
    usual: dict[str, object] = {
        "stages": ["five_before", "passed"],
        "weeks": "2",
        "replies_to": "self",
        **{f"when_{kind}": "digest" for kind in NoticeKind},
    }
    return usual | changes


def test_a_person_chooses_what_they_are_told_of() -> None:
    person = make.a_person()
    client = signed_in(person)
    page = client.get(reverse("notice_settings")).content.decode()
    for kind in NoticeKind:
        assert kind.label in page
    answer = client.post(reverse("notice_settings"), posted(when_bounce="never", quiet_days=["5", "6"]))
    assert answer.status_code == 302
    row = NoticeChoice.objects.get(user=person)
    assert (row.weeks, row.stages, row.quiet_days) == (2, ["five_before", "passed"], [5, 6])
    assert row.timings["bounce"] == "never"


def test_seven_quiet_days_are_refused_and_what_was_typed_stays() -> None:
    client = signed_in(make.a_person())
    answer = client.post(reverse("notice_settings"), posted(quiet_days=[str(day) for day in range(7)]))
    assert "Leave at least one day of the week" in answer.content.decode()
    assert not NoticeChoice.objects.exists()


def test_a_campaign_keeps_only_what_is_chosen_for_it() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    url = reverse("notice_settings_campaign", args=[foi_request.campaign.slug])
    left = {f"when_{kind}": "above" for kind in NoticeKind} | {"when_new_reply": "never", "weeks": "3"}
    assert signed_in(owner).post(url, left).status_code == 302
    row = NoticeChoice.objects.get(campaign=foi_request.campaign)
    assert (row.stages, row.weeks, row.timings) == (None, None, {"new_reply": "never"})


def test_the_settings_of_a_campaign_are_nobody_elses() -> None:
    campaign = make.a_campaign()
    url = reverse("notice_settings_campaign", args=[campaign.slug])
    assert signed_in(make.a_person()).get(url).status_code == 404
    assert signed_in(make.a_member(campaign, Role.VIEWER)).get(url).status_code == 404


# Putting off


def test_a_request_is_put_off_from_its_page_and_woken_from_the_first() -> None:
    foi_request = make.a_request()
    client = signed_in(make.requester_of(foi_request))
    page = client.get(foi_request.get_absolute_url()).content.decode()
    assert reverse("request_reminders", args=[foi_request.reference]) in page
    url = reverse("request_snooze", args=[foi_request.reference])
    page = client.post(url, {"until": "weeks"}, follow=True).content.decode()
    snooze = Snooze.objects.get()
    assert snooze.until_on == london_day(timezone.now()) + timedelta(days=21)
    assert f"Put off until {snooze.until_words}." in page
    first = client.get("/").content.decode()
    assert f"Until {snooze.until_words}" in first
    assert foi_request.title in first
    client.post(url, {"wake": "", "deadline_key": ""})
    assert Snooze.objects.get().ended_at is not None
    assert "Wake it" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"until": "day"}, "Say until when"),
        ({"until": "day", "until_on": "2020-01-01"}, "still to come"),
        ({"until": "day", "until_on": "soon"}, "Say until when"),
        ({"until": "never"}, "Say until when"),
        ({}, "Say until when"),
    ],
)
def test_a_day_that_is_none_is_refused_in_a_sentence(said: dict[str, str], sentence: str) -> None:
    foi_request = make.a_request()
    client = signed_in(make.requester_of(foi_request))
    page = client.post(reverse("request_snooze", args=[foi_request.reference]), said, follow=True)
    assert sentence in page.content.decode()
    assert not Snooze.objects.exists()
