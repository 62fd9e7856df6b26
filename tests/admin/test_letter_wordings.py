"""The admin's pages on which letters are worded: what staff see, keep, and are told."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from requests_app.core.letters.registry import LETTERS
from requests_app.models import LetterWording, User
from tests import factories as make

pytestmark = pytest.mark.django_db

LIST = "/admin/requests_app/letterwording/"
EDIT = f"{LIST}overdue_chaser/FOIA/edit/"
TYPED = {"subject": "Late: {title}", "body": "Dear {team},\n\nPlease answer.", "version": "0"}


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def staff() -> Client:
    return browser_of(make.a_person(is_staff=True, is_superuser=True))


def test_the_list_leads_to_every_letter_and_each_opens(staff: Client) -> None:
    page = staff.get(LIST).content.decode()
    for kind, letter in LETTERS.items():
        for regime in letter.regimes:
            url = reverse("admin:requests_app_letterwording_edit", args=[kind, regime])
            assert url in page
            assert staff.get(url).status_code == 200, url


def test_the_page_shows_the_wording_over_a_made_up_record(staff: Client) -> None:
    page = staff.get(EDIT).content.decode()
    assert "Ada Okafor" in page
    assert "{our_reference}" in page
    assert "There is no difference." in page
    assert "Go back to the shipped wording" not in page


def test_a_preview_shows_the_letter_and_saves_nothing(staff: Client) -> None:
    page = staff.post(EDIT, TYPED | {"preview": "Preview"}).content.decode()
    assert "Late: Officers based in schools" in page
    assert "<ins>" in page
    assert not LetterWording.objects.exists()


def test_a_saved_wording_stands_in_the_list_and_can_be_taken_back(staff: Client) -> None:
    answer = staff.post(EDIT, TYPED | {"save": "Save"}, follow=True)
    assert "Letters drafted from now on" in answer.content.decode()
    assert "version 1" in staff.get(LIST).content.decode()
    answer = staff.post(EDIT, {"reset": "1", "version": "1"}, follow=True)
    assert "The shipped wording is in force again." in answer.content.decode()
    assert LetterWording.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"body": "Dear {tem},"}, "Did you mean team?"),
        ({"body": "Dear {team,"}, "opens and does not close"),
        ({"subject": ""}, "needs a subject line"),
        ({"body": "<script>alert(1)</script> {nobody}"}, "knows no fact called nobody"),
    ],
)
@pytest.mark.parametrize("button", ["preview", "save"])
def test_a_slip_is_told_and_what_was_typed_is_kept(
    staff: Client, typed: dict[str, str], sentence: str, button: str
) -> None:
    page = staff.post(EDIT, TYPED | typed | {button: "1"}).content.decode()
    assert sentence in page
    assert "What you typed is still here" in page
    assert "<script>alert" not in page
    kept = typed.get("body", TYPED["body"]).split("{")[-1]
    assert kept.replace("\n", "") in page.replace("\n", "").replace("\r", "")
    assert not LetterWording.objects.exists()


def test_what_no_letter_should_say_is_a_warning(staff: Client) -> None:
    body = "You must acknowledge this letter. {team}"
    page = staff.post(EDIT, TYPED | {"body": body, "preview": "1"}).content.decode()
    assert "No law obliges an authority to acknowledge a request." in page
    assert staff.post(EDIT, TYPED | {"body": body, "save": "1"}).status_code == 302


def test_the_later_of_two_is_told_and_shown_both(staff: Client) -> None:
    staff.post(EDIT, TYPED | {"save": "1"})
    page = staff.post(EDIT, TYPED | {"body": "Mine, {team}.", "save": "1"}).content.decode()
    assert "Somebody changed this wording" in page
    assert "The wording as it is now" in page
    assert "Mine, {team}." in page
    assert staff.post(EDIT, {"reset": "1", "version": "x"}).status_code == 200
    assert LetterWording.objects.count() == 1


def test_the_pages_are_closed_to_everybody_without_the_right() -> None:
    for client in (Client(), browser_of(make.a_person())):
        for url in (LIST, EDIT):
            assert client.get(url).status_code == 302
            assert client.post(url, TYPED | {"save": "1"}).status_code == 302
    plain = browser_of(make.a_person(is_staff=True))
    assert {plain.get(url).status_code for url in (LIST, EDIT)} == {403}
    viewer = make.a_person(is_staff=True)
    viewer.user_permissions.add(Permission.objects.get(codename="view_letterwording"))
    reader = browser_of(viewer)
    assert reader.get(LIST).status_code == 200
    assert EDIT not in reader.get(LIST).content.decode()
    assert reader.post(EDIT, TYPED | {"save": "1"}).status_code == 403
    assert not LetterWording.objects.exists()


def test_a_wording_that_can_not_be_read_any_more_says_so(staff: Client) -> None:
    staff.post(EDIT, TYPED | {"save": "1"})
    LetterWording.objects.update(body="{a_fact_of_long_ago}")
    assert "so the shipped one is used" in staff.get(LIST).content.decode()
    page = staff.get(EDIT).content.decode()
    assert "can&#x27;t read the newest wording" in page or "can't read the newest wording" in page
    assert "a_fact_of_long_ago" in page


@pytest.mark.parametrize("path", ["nothing/FOIA", "ico_complaint/FOISA", "overdue_chaser/UKGDPR"])
def test_a_letter_that_is_none_is_not_found(staff: Client, path: str) -> None:
    assert staff.get(f"{LIST}{path}/edit/").status_code == 404
