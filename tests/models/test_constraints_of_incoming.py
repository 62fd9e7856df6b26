"""The same for mail that comes: the same mail once, and what is placed stands with its request."""

from __future__ import annotations

from uuid import uuid4

import pytest

from requests_app.models import IncomingEmail
from tests import factories as make
from tests.models.test_constraints import NOW, refused

pytestmark = pytest.mark.django_db


def a_mail(**fields: object) -> IncomingEmail:
    defaults: dict[str, object] = {
        "raw": b"Subject: Yours\n\nHello.",
        "sha256": uuid4().hex * 2,
        "size": 22,
        "source": "test",
        "received_at": NOW,
        "state": IncomingEmail.State.TRAY,
    }
    return IncomingEmail.objects.create(**defaults | fields)


def test_the_same_mail_is_kept_once_by_its_fingerprint() -> None:
    a_mail()
    a_mail()
    a_mail(fingerprint="<one@example.org>")
    refused(lambda: a_mail(fingerprint="<one@example.org>"), by="the_same_mail_once")


def test_what_is_placed_has_its_request_unless_it_reports_on_a_mail_of_ours() -> None:
    placed = IncomingEmail.State.PLACED
    a_mail(state=placed, foi_request=make.a_request())
    a_mail(state=placed, nature=IncomingEmail.Nature.BOUNCE)
    refused(lambda: a_mail(state=placed), by="what_is_placed_has_its_request")
