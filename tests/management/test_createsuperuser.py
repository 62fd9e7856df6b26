"""The first person of an installation gets in."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.test import Client

from requests_app.models import User

pytestmark = pytest.mark.django_db


def test_a_superuser_made_at_the_terminal_can_sign_in_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long password of four words")
    call_command("createsuperuser", email="Casey@example.org", interactive=False, verbosity=0)
    assert User.objects.get().email == "casey@example.org"
    client = Client()
    given = {"login": "casey@example.org", "password": "a long password of four words"}
    assert client.post("/accounts/login/?next=/admin/", given).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200
