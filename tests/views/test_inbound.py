"""Mail handed over by providers: believed for their signature, kept byte for byte where they send it whole."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

import pytest
from django.conf import LazySettings
from django.test import Client

from requests_app.models import IncomingEmail
from requests_app.usecases.incoming import take_in
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db
RAW = "From: FOI <foi@ambleford.example>\r\nTo: us@example.org\r\nSubject: Réponse\r\n\r\nOur answer\r\n"
KEY, LOGIN = "a key nobody knows", "user:a password"


@pytest.fixture(autouse=True)
def providers(settings: LazySettings) -> None:
    settings.INBOUND = {"mailgun": KEY, "postmark": LOGIN}
    settings.REPLY_ADDRESS = "foi@example.org"


def from_mailgun(key: str = KEY, **fields: str) -> dict[str, str]:
    stamp, token = "1793700000", "t" * 50
    signed = hmac.new(key.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    return {"token": token, "timestamp": stamp, "signature": signed, "body-mime": RAW, **fields}


def test_a_mail_handed_over_whole_is_kept_byte_for_byte() -> None:
    answer = Client(enforce_csrf_checks=True).post(
        "/inbound/mailgun/", from_mailgun(recipient="us@example.org")
    )
    assert answer.status_code == 200
    kept = IncomingEmail.objects.get()
    assert (bytes(kept.raw), kept.source) == (RAW.encode(), "webhook")


def test_a_copy_is_placed_by_the_address_it_was_delivered_to() -> None:
    foi_request = make.a_request()
    to = f"foi+{foi_request.reply_token}@example.org"
    Client().post("/inbound/mailgun/", from_mailgun(recipient=to))
    kept = IncomingEmail.objects.get()
    take_in(incoming_id=kept.pk, now=noon(LATE_ON))
    kept.refresh_from_db()
    assert kept.foi_request == foi_request
    assert kept.subject == "Réponse"


@pytest.mark.parametrize("fields", [from_mailgun(key="another"), {"body-mime": RAW}, {}])
def test_what_is_not_signed_is_refused_and_not_kept(fields: dict[str, str]) -> None:
    assert Client().post("/inbound/mailgun/", fields).status_code == 400
    assert not IncomingEmail.objects.exists()


def test_a_mail_in_pieces_is_put_together_with_its_files() -> None:
    said = {
        "FromFull": {"Email": "foi@ambleford.example", "Name": "FOI"},
        "From": "foi@ambleford.example",
        "To": "us@example.org",
        "Subject": "Réponse",
        "TextBody": "Our answer – café",
        "Headers": [{"Name": "Message-ID", "Value": "<p@ambleford.example>"}],
        "Attachments": [
            {"Name": "a.pdf", "ContentType": "application/pdf", "Content": base64.b64encode(b"%PDF").decode()}
        ],
    }
    login = "Basic " + base64.b64encode(LOGIN.encode()).decode()
    answer = Client().post(
        "/inbound/postmark/",
        json.dumps(said),
        content_type="application/json",
        headers={"authorization": login},
    )
    assert answer.status_code == 200
    kept = IncomingEmail.objects.get()
    take_in(incoming_id=kept.pk, now=noon(LATE_ON))
    kept.refresh_from_db()
    assert (kept.subject, kept.text, kept.message_id) == (
        "Réponse",
        "Our answer – café",
        "<p@ambleford.example>",
    )
    assert [file["name"] for file in kept.files] == ["a.pdf"]
    wrong = Client().post("/inbound/postmark/", json.dumps(said), content_type="application/json")
    assert wrong.status_code == 400


def test_a_provider_that_is_not_set_does_not_exist() -> None:
    assert Client().post("/inbound/sendgrid/", {}).status_code == 404
    assert Client().post("/inbound/nobody/", {}).status_code == 404
