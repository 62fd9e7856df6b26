"""The pages on which a letter is sent by e-mail, taken back, and settled where nobody knows whether it went."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from requests_app.core.states import State
from requests_app.gateways import queue
from requests_app.models import AuthorityAddress, Draft, FoiRequest, OutgoingEmail, User
from requests_app.models.campaign import Role, Visibility
from requests_app.usecases.bounces import note_bounce
from requests_app.usecases.delivery import deliver
from requests_app.usecases.mail import CLAIM_IS_LOST_AFTER, claim_email, give_up_lost_claims
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, fresh, noon
from tests.letters_out import THEIRS, a_queued_chaser, a_queued_request, an_address

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)
LATER = noon(LATE_ON)
TEN = timedelta(minutes=10)
Mail = OutgoingEmail.State


@pytest.fixture(autouse=True)
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is set up; what it is handed lands in ``django.core.mail.outbox``."""
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.REPLY_ADDRESS = "foi@replies.example.org"
    monkeypatch.setattr(queue, "send_email", lambda _pk: None)


def browser_of(person: User) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def owner(foi_request: FoiRequest) -> Client:
    return browser_of(make.requester_of(foi_request))


def text(client: Client, url: str) -> str:
    return client.get(url).content.decode()


def request_of(email: OutgoingEmail) -> FoiRequest:
    assert email.foi_request is not None
    return FoiRequest.objects.get(pk=email.foi_request.pk)


def test_before_it_goes_the_page_says_from_whom_to_whom_and_who_can_read_it() -> None:
    foi_request = make.a_written_request(visibility=Visibility.PUBLIC)
    an_address(foi_request)
    page = text(owner(foi_request), reverse("request_send", args=[foi_request.reference]))
    assert f"foi+{foi_request.reply_token}@replies.example.org" in page
    assert THEIRS in page
    assert "once it has gone, anyone can read this letter here" in page
    assert "10 minutes, in which you can take it back" in page
    private = make.an_approved_chaser(make.a_request())
    an_address(private.foi_request)
    url = reverse("draft_send", args=[private.foi_request.reference, private.pk])
    assert "for your campaign alone" in text(owner(private.foi_request), url)


def test_the_same_is_said_on_the_page_where_a_letter_is_approved() -> None:
    draft = make.a_chaser(make.a_request())
    an_address(draft.foi_request)
    page = text(
        owner(draft.foi_request), reverse("draft_detail", args=[draft.foi_request.reference, draft.pk])
    )
    assert "If it goes by e-mail" in page
    assert THEIRS in page
    assert draft.foi_request.reply_token in page


@time_machine.travel(NOW, tick=False)
def test_a_request_is_sent_and_taken_back_from_its_pages() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request)
    client = owner(foi_request)
    page = text(client, foi_request.get_absolute_url())
    assert reverse("request_send", args=[foi_request.reference]) in page
    answer = client.post(
        reverse("request_send", args=[foi_request.reference]),
        {"send": "", "address": address.pk, "version": foi_request.version},
        follow=True,
    )
    assert "On its way at 12:10" in answer.content.decode()
    assert "can be taken back until 12:10" in answer.content.decode()
    email = OutgoingEmail.objects.get()
    assert "A letter is on its way" in text(client, foi_request.get_absolute_url())
    client.post(reverse("outbox_act", args=[email.pk]), {"undo": ""})
    email.refresh_from_db()
    assert email.state == Mail.TAKEN_BACK
    assert fresh(foi_request).state == State.DRAFT
    assert "A letter is on its way" not in text(client, foi_request.get_absolute_url())


def test_an_unchecked_address_is_shown_with_its_source_and_confirmed_by_a_button() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request, checked_on=None, source="a list of 2023")
    client, url = owner(foi_request), reverse("request_send", args=[foi_request.reference])
    page = text(client, url)
    assert "a list of 2023" in page
    assert 'name="send"' not in page
    assert "letters can go there" in client.post(url, {"confirm": address.pk}, follow=True).content.decode()
    address.refresh_from_db()
    assert address.checked_by == make.requester_of(foi_request)
    assert 'name="send"' in text(client, url)


def test_an_address_of_ones_own_needs_its_source() -> None:
    foi_request = make.a_written_request()
    client, url = owner(foi_request), reverse("request_send", args=[foi_request.reference])
    page = client.post(url, {"add_address": "", "address": THEIRS, "source": ""}).content.decode()
    assert "Say where you found it" in page
    client.post(url, {"add_address": "", "address": THEIRS, "source": "their contact page"})
    assert AuthorityAddress.objects.get(authority=foi_request.authority).may_be_mailed


def test_files_are_added_and_taken_out() -> None:
    foi_request = make.a_written_request()
    an_address(foi_request)
    client, url = owner(foi_request), reverse("request_send", args=[foi_request.reference])
    client.post(url, {"add_files": "", "file": SimpleUploadedFile("map.png", b"png", "image/png")})
    assert "map.png" in text(client, url)
    client.post(url, {"take_out": foi_request.enclosures.get().pk})
    assert not foi_request.enclosures.exists()
    for wrong in ("999", "x", "²"):
        assert client.post(url, {"take_out": wrong}).status_code == 404


def test_a_letter_that_is_not_approved_or_is_on_its_way_has_no_page_to_send_it() -> None:
    draft = make.a_chaser(make.a_request())
    url = reverse("draft_send", args=[draft.foi_request.reference, draft.pk])
    assert owner(draft.foi_request).get(url).status_code == 302
    email = a_queued_chaser()
    assert email.draft is not None
    url = reverse("draft_send", args=[request_of(email).reference, email.draft.pk])
    answer = owner(request_of(email)).get(url)
    assert answer["Location"] == reverse("outbox_email", args=[email.pk])
    page = text(
        owner(request_of(email)), reverse("draft_detail", args=[request_of(email).reference, email.draft.pk])
    )
    assert "On its way" in page


def test_nothing_is_sent_to_an_address_that_went_bad_since_the_page_was_opened() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request)
    note_bounce(outgoing=None, address=THEIRS, permanent=True, said="550 no", now=NOW)
    page = owner(foi_request).post(
        reverse("request_send", args=[foi_request.reference]),
        {"send": "", "address": address.pk, "version": foi_request.version},
    )
    assert "can&#x27;t be mailed any more" in page.content.decode()
    assert not OutgoingEmail.objects.exists()


def test_a_doubtful_letter_is_settled_by_what_a_person_knows() -> None:
    email = a_queued_chaser()
    claim_email(email_id=email.pk, now=LATER + TEN)
    give_up_lost_claims(now=LATER + TEN + CLAIM_IS_LOST_AFTER * 2)
    client = owner(request_of(email))
    assert "A letter may have gone" in text(client, request_of(email).get_absolute_url())
    page = text(client, reverse("outbox_email", args=[email.pk]))
    for words in ("It went: record it as sent", "It did not go: send again", "It did not go: take it back"):
        assert words in page
    client.post(reverse("outbox_act", args=[email.pk]), {"went": ""})
    email.refresh_from_db()
    assert email.state == Mail.SENT


def test_a_letter_that_came_back_is_shown_on_its_request_with_the_servers_words() -> None:
    email = a_queued_request()
    deliver(email_id=email.pk, now=NOW + TEN)
    note_bounce(outgoing=email, address=THEIRS, permanent=True, said="550 User unknown", now=LATER)
    page = text(owner(request_of(email)), request_of(email).get_absolute_url())
    assert "A letter came back" in page
    assert "550 User unknown" in page
    assert reverse("request_send", args=[request_of(email).reference]) in page
    mail = text(owner(request_of(email)), reverse("outbox_email", args=[email.pk]))
    assert email.message_id.strip("<>") in mail


def test_letters_stand_in_the_outbox_of_their_campaign_and_of_nobody_else() -> None:
    email = a_queued_chaser()
    viewer = make.a_member(request_of(email).campaign, Role.VIEWER)
    page = text(browser_of(viewer), reverse("outbox_email", args=[email.pk]))
    assert 'name="undo"' not in page
    before = Draft.objects.get().state
    browser_of(viewer).post(reverse("outbox_act", args=[email.pk]), {"undo": ""})
    assert Draft.objects.get().state == before
    for person in (make.a_person(), make.a_person(is_staff=True, is_superuser=True)):
        assert browser_of(person).get(reverse("outbox_email", args=[email.pk])).status_code == 404
        assert email.subject not in text(browser_of(person), reverse("outbox"))


def test_the_outbox_is_narrowed_to_what_waits_and_what_is_to_be_settled() -> None:
    email = a_queued_request()
    client = owner(request_of(email))
    shown = {
        which: email.subject in text(client, f"/outbox/?show={which}") for which in ("", "waiting", "letters")
    }
    assert shown == {"": True, "waiting": True, "letters": True}
    for which in ("check", "gone"):
        assert "None of these." in text(client, f"/outbox/?show={which}")
    assert email.subject in text(client, "/outbox/?show=nonsense")


def test_without_a_mail_server_the_page_says_that_the_letter_will_be_held(settings: Settings) -> None:
    settings.MAIL_CONFIGURED = False
    foi_request = make.a_written_request()
    address = an_address(foi_request)
    client, url = owner(foi_request), reverse("request_send", args=[foi_request.reference])
    assert "Nothing is sent from this installation." in text(client, url)
    data = {"send": "", "address": address.pk, "version": foi_request.version}
    page = client.post(url, data, follow=True).content.decode()
    assert "the letter waits here until a person releases it" in page


def test_how_long_a_letter_can_be_taken_back_is_a_persons_own_setting() -> None:
    person = make.a_person()
    data = {"name": person.name, "correspondence_address": "", "undo_minutes": "25"}
    browser_of(person).post(reverse("profile"), data)
    person.refresh_from_db()
    assert person.undo_minutes == 25
    page = browser_of(person).post(reverse("profile"), data | {"undo_minutes": "9999"}).content.decode()
    assert "from 0 to 1440" in page
