"""The pages of the tray."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from requests_app.models import IncomingEmail, User
from requests_app.usecases.incoming import store_email, take_in
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_one_keypress_accepts_the_first_guess() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    client = client_of(make.requester_of(foi_request))
    page = client.get(reverse("tray")).content.decode()
    assert f'value="{foi_request.reference}" autofocus' in page
    assert f"It names our reference {foi_request.reference}." in page
    answer = client.post(reverse("tray_act", args=[mail.pk]), {"request": foi_request.reference}, follow=True)
    assert f"The mail is with {foi_request.reference}." in answer.content.decode()
    mail.refresh_from_db()
    assert mail.foi_request == foi_request


def test_another_request_is_chosen_by_its_number() -> None:
    foi_request = make.a_request()
    other = make.a_request(foi_request.campaign)
    mail = make.a_mail_in_the_tray(foi_request)
    client = client_of(make.requester_of(foi_request))
    url = reverse("tray_mail", args=[mail.pk])
    assert "There is no request with this number" in client.post(url, {"reference": "99999"}).content.decode()
    client.post(url, {"reference": other.reference.lower()})
    mail.refresh_from_db()
    assert mail.foi_request == other


def test_a_mail_is_refused_by_a_button() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    client_of(make.requester_of(foi_request)).post(reverse("tray_act", args=[mail.pk]), {"refuse": "1"})
    mail.refresh_from_db()
    assert mail.state == IncomingEmail.State.REFUSED


def test_a_mail_given_as_a_file_is_kept_and_a_letter_is_sent_elsewhere() -> None:
    user = make.requester_of(make.a_request())
    client = client_of(user)
    raw = b"From: a@elsewhere.example\nSubject: x\n\nwords"
    answer = client.post(reverse("tray"), {"file": SimpleUploadedFile("a.eml", raw)}, follow=True)
    assert "The mail is kept." in answer.content.decode()
    kept = IncomingEmail.objects.get()
    assert (bytes(kept.raw), kept.source, kept.given_by) == (raw, "upload", user)
    take_in(incoming_id=kept.pk, now=noon(LATE_ON))
    assert "words" in client.get(reverse("tray_mail", args=[kept.pk])).content.decode(), (
        "who gave it may see it"
    )
    answer = client.post(reverse("tray"), {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")})
    assert "is no mail" in answer.content.decode()


def test_formatting_is_shown_without_what_could_run_or_be_fetched() -> None:
    raw = (
        b"From: a@elsewhere.example\nSubject: x\nContent-Type: text/html\n\n<p onclick='x()'>Words</p><script>alert(1)</script>"
        b"<img src='https://elsewhere.example/pixel.png'><style>p{background:url(//x)}</style><a href='javascript:x()'>there</a>"
    )
    mail = store_email(raw=raw, source="pipe", now=noon(LATE_ON))
    take_in(incoming_id=mail.pk, now=noon(LATE_ON))
    page = client_of(make.a_person(is_staff=True)).get(reverse("tray_mail", args=[mail.pk])).content.decode()
    shown = page[page.index("As its sender formatted it") :]
    assert "<p>Words</p>" in shown
    for never in ("onclick", "alert(1)", "pixel.png", "javascript:", "background"):
        assert never not in shown


def test_the_bytes_are_given_as_they_came() -> None:
    foi_request = make.a_request()
    mail = make.a_mail_in_the_tray(foi_request)
    answer = client_of(make.requester_of(foi_request)).get(reverse("tray_raw", args=[mail.pk]))
    assert answer.content == bytes(mail.raw)
    assert answer["Content-Disposition"].startswith("attachment;")


def test_the_message_says_how_it_came_and_folds_what_it_quotes() -> None:
    foi_request = make.a_request()
    raw = (
        f"From: Mallory <m@elsewhere.example>\nTo: foi+{foi_request.reply_token}@example.org\nSubject: x\n\n"
        f"Our answer.\n\nOn 6 Oct 2026, Alex wrote:\n> To foi+{foi_request.reply_token}@example.org\n> Please tell me\n"
    )
    mail = store_email(raw=raw.encode(), source="pipe", now=noon(LATE_ON))
    take_in(incoming_id=mail.pk, now=noon(LATE_ON))
    mail.refresh_from_db()
    assert mail.became is not None
    url = reverse("message_detail", args=[foi_request.reference, mail.became.pk])
    page = client_of(make.requester_of(foi_request)).get(url).content.decode()
    assert "Not from the authority" in page
    assert "<summary>Earlier messages</summary>" in page
    assert foi_request.reply_token not in page
