"""The mails that are measured, and worse ones, end where a person finds them, with their bytes."""

from __future__ import annotations

import random

import pytest
from django.conf import LazySettings

from benchmarks.made.mails import BROKEN, Known, mails
from requests_app.models import IncomingEmail, Message
from requests_app.usecases.incoming import store_email, take_in
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db
NOW = noon(LATE_ON)
PIECES = (
    *(
        b"\r\n",
        b"\r\n\r\n",
        b"\0",
        b"\xff\xfe",
        b"\xd8\x00",
        b"=?utf-7?Q?+2AA-?=",
        b"=?utf-16?B?2AA=?=",
        b"Message-ID: <\0a@b>\r\n",
    ),
    *(
        b"From: ",
        b"Subject: ",
        b"Date: ",
        b"Content-Type: text/html; charset=utf-7\r\n\r\n",
        b"+2AA-",
        b"<p>",
        b"<table><tr><td>",
    ),
    *(
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n",
        b"--b\r\n",
        b"name=\x00.pdf",
        b"Content-Type: message/rfc822\r\n\r\n",
    ),
    *(
        b"begin 644 a\0b\n#8V%T\n`\nend\n",
        b"x" * 3000,
        b"\xc3\x28",
        b"Content-Transfer-Encoding: base64\r\n\r\n",
        b"AAAA",
        b"a@b.example",
    ),
)


def kept_and_found(raws: list[bytes]) -> None:
    for raw in raws:
        stored = store_email(raw=raw, source="pipe", now=NOW)
        take_in(incoming_id=stored.pk, now=NOW)
        found = IncomingEmail.objects.get(pk=stored.pk)
        assert found.state in ("placed", "tray", "refused")
        assert not any("could not be" in reason for reason in found.reasons), (raw, found.reasons)
    assert {bytes(raw) for raw in IncomingEmail.objects.values_list("raw", flat=True)} == set(raws)


def test_the_mails_that_are_measured_end_somewhere(settings: LazySettings) -> None:
    settings.REPLY_ADDRESS = "foi@replies.example.org"
    foi_request = make.a_request()
    known = [
        Known(f"foi+{foi_request.reply_token}@replies.example.org", "FOI-2026-0412", "ambleford.example.net")
    ]
    dice = random.Random(6)  # noqa: S311 - no secret
    whole = list(mails(6, len(BROKEN), known))
    kept_and_found([broken(whole[place], dice) for place, broken in enumerate(BROKEN)])
    placed = IncomingEmail.objects.filter(state="placed").count()
    assert placed == Message.objects.filter(direction="received").count() > len(BROKEN) // 2


def test_bytes_put_together_at_random_end_somewhere() -> None:
    dice = random.Random(7)  # noqa: S311 - no secret
    kept_and_found([b"".join(dice.choices(PIECES, k=dice.randrange(1, 14))) for _ in range(120)])
