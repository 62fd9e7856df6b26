"""The preview of all mail: every kind is there, complete, and the frame loads and runs nothing."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from requests_app.core.notices import NoticeKind
from requests_app.models import OutgoingEmail
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make.a_person(is_staff=True), backend="django.contrib.auth.backends.ModelBackend")
    return client


def slugs(staff: Client) -> list[str]:
    page = staff.get(reverse("mail_previews")).content.decode()
    return re.findall(r'href="/mail/([a-z-]+)/"', page)


def test_every_kind_of_news_every_stage_and_every_other_mail_can_be_looked_at(staff: Client) -> None:
    found = slugs(staff)
    news = {f"news-{kind.replace('_', '-')}" for kind in NoticeKind if kind is not NoticeKind.DATE}
    others = {"digest", "moved-dates", "letter", "reminder-passed", "account-password-reset-key"}
    assert news | others <= set(found)
    for slug in found:
        page = staff.get(reverse("mail_preview", args=[slug]))
        assert page.status_code == 200, slug
        assert not re.search(r"\{[{%]|None\b|&amp;lt;", page.content.decode()), slug


def test_the_html_loads_nothing_runs_nothing_and_says_what_the_text_says(staff: Client) -> None:
    for slug in slugs(staff):
        if slug.startswith(("account-", "letter")):
            assert staff.get(reverse("mail_preview_html", args=[slug])).status_code == 404
            continue
        answer = staff.get(reverse("mail_preview_html", args=[slug]))
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        html = answer.content.decode()
        assert not re.search(r"<(img|script|link|iframe)|url\(|@import", html), slug
        text = staff.get(reverse("mail_preview", args=[slug])).content.decode()
        for address in re.findall(r'href="([^"]+)"', html):
            assert address in text, (slug, address)


def test_looking_writes_nothing(staff: Client) -> None:
    before = make.everything()
    for slug in slugs(staff):
        staff.get(reverse("mail_preview", args=[slug]))
    after = make.everything()
    assert after == before
    assert not OutgoingEmail.objects.exists()


def test_a_preview_that_does_not_exist_is_not_found(staff: Client) -> None:
    assert staff.get("/mail/nothing/").status_code == 404
