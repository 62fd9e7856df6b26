"""What holds for the whole site: account pages by role, headers, tokens, and addresses nobody should have typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from pytest_django import Settings

from requests_app.models import Campaign, FoiRequest, OutgoingEmail, User
from requests_app.models.campaign import Role
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """It is the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


# Account pages: name, arguments, GET and empty POST of a visitor, GET and empty POST of a person signed in

ACCOUNT_PAGES: dict[str, tuple[list[str], int, int, int, int]] = {
    "account_login": ([], 200, 200, 302, 302),
    "account_logout": ([], 302, 302, 200, 302),
    "account_signup": ([], 200, 200, 302, 302),
    "account_inactive": ([], 200, 405, 200, 405),
    "account_reauthenticate": ([], 302, 302, 200, 200),
    "account_email": ([], 302, 302, 200, 302),
    "account_email_verification_sent": ([], 200, 405, 200, 405),
    "account_change_password": ([], 302, 302, 200, 200),
    "account_set_password": ([], 302, 302, 302, 302),
    "account_reset_password": ([], 200, 200, 200, 200),
    "account_reset_password_done": ([], 200, 405, 200, 405),
    "account_reset_password_from_key": (["1", "no-such-key"], 200, 200, 200, 200),
    "account_reset_password_from_key_done": ([], 200, 405, 200, 405),
    "account_confirm_login_code": ([], 302, 302, 302, 302),
    "account_confirm_email": (["no-such-key"], 200, 404, 200, 404),
}


def names_of(patterns: list[Any]) -> set[str]:
    """The names of all patterns, those of included ones too."""
    return {
        name
        for pattern in patterns
        for name in (
            [str(pattern.name)] if isinstance(pattern, URLPattern) else names_of(pattern.url_patterns)
        )
    }


def test_every_account_page_has_a_row() -> None:
    assert names_of(get_resolver("allauth.urls").url_patterns) == set(ACCOUNT_PAGES)


@pytest.mark.parametrize("name", ACCOUNT_PAGES)
def test_account_pages_answer_everybody_and_an_empty_form_changes_nothing(name: str) -> None:
    arguments, *expected = ACCOUNT_PAGES[name]
    url = reverse(name, args=arguments)
    clients = [Client(), browser_of(make.a_person())]
    before = make.everything(), list(EmailAddress.objects.values())
    got = []
    for client in clients:
        got += [client.get(url).status_code, client.post(url, {}).status_code]
    assert got == expected
    assert (make.everything(), list(EmailAddress.objects.values())) == before


# Signing in


def test_a_person_signs_in_with_their_address_in_any_letters_and_lands_on_today() -> None:
    make.a_person(email="alex@example.org")
    client = Client()
    answer = client.post(reverse("account_login"), {"login": "Alex@Example.ORG", "password": make.PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get(reverse("profile")).status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_told_alike() -> None:
    make.a_person(email="alex@example.org")
    pages = []
    for login in ("alex@example.org", "nobody@example.org"):
        answer = Client().post(reverse("account_login"), {"login": login, "password": "wrong"})
        assert answer.status_code == 200
        pages.append(answer.content.decode().replace(login, "").replace("wrong", ""))
    assert "not correct" in pages[0]
    assert [line for line in pages[0].splitlines() if "csrf" not in line] == [
        line for line in pages[1].splitlines() if "csrf" not in line
    ]


def test_a_closed_account_does_not_come_in() -> None:
    person = make.a_person(email="closed@example.org", is_active=False)
    client = Client()
    answer = client.post(reverse("account_login"), {"login": person.email, "password": make.PASSWORD})
    assert answer["Location"] == reverse("account_inactive")
    assert client.get(reverse("profile")).status_code == 302


def test_somebody_signed_in_whose_account_is_closed_is_out_at_once() -> None:
    person = make.a_person()
    client = browser_of(person)
    User.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get(reverse("profile")).status_code == 302


def test_signing_in_leads_to_the_page_that_was_wanted_and_to_no_other_site() -> None:
    make.a_person(email="alex@example.org")
    data = {"login": "alex@example.org", "password": make.PASSWORD}
    wanted = Client().get(reverse("outbox"))
    assert wanted["Location"] == "/accounts/login/?next=/outbox/"
    assert Client().post(wanted["Location"], data)["Location"] == "/outbox/"
    for evil in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        url = f"{reverse('account_login')}?next={evil}"
        assert Client().post(url, data | {"next": evil})["Location"] == "/"


def test_signing_out_takes_a_button() -> None:
    client = browser_of(make.a_person())
    client.get(reverse("account_logout"))
    assert client.get(reverse("profile")).status_code == 200
    client.post(reverse("account_logout"))
    assert client.get(reverse("profile")).status_code == 302


def test_nobody_signs_up_by_themselves() -> None:
    data = {"email": "new@example.org", "password1": make.PASSWORD, "password2": make.PASSWORD}
    answer = Client().post(reverse("account_signup"), data)
    assert answer.status_code == 200
    assert not User.objects.filter(email="new@example.org").exists()


def test_a_forgotten_password_is_mailed_through_the_outbox_to_staff_while_no_server_is_set_up() -> None:
    person = make.a_person(email="alex@example.org")
    Client().post(reverse("account_reset_password"), {"email": "alex@example.org"})
    email = OutgoingEmail.objects.get()
    assert (email.kind, email.state, email.user) == ("account", "held", person)
    assert email.subject == "Choose a new password"
    link = next(word for word in email.text.split() if "/password/reset/key/" in word)
    client = Client()
    form = client.get("/" + link.split("/", 3)[3], follow=True)
    new = {"password1": "another-long-pass-9", "password2": "another-long-pass-9"}
    assert client.post(form.redirect_chain[-1][0], new).status_code == 302
    assert User.objects.get(pk=person.pk).check_password("another-long-pass-9")
    page = reverse("outbox_email", args=[email.pk])
    assert browser_of(User.objects.get(pk=person.pk)).get(page).status_code == 404
    assert browser_of(make.a_person(is_staff=True)).get(page).status_code == 200


def test_account_mail_names_nothing_it_does_not_know() -> None:
    make.a_person(email="alex@example.org")
    for address in ("alex@example.org", "nobody@example.org"):
        Client().post(reverse("account_reset_password"), {"email": address})
    for email in OutgoingEmail.objects.all():
        assert email.text.startswith("Hello,\n\nSomebody asked for a new password")
        assert email.text.rstrip().endswith("\nfoitracker")
        assert "[" not in email.subject
    assert OutgoingEmail.objects.count() == 2


def test_a_forgotten_password_tells_nobody_who_has_an_account() -> None:
    make.a_person(email="alex@example.org")
    answers = [
        Client().post(reverse("account_reset_password"), {"email": email})
        for email in ("alex@example.org", "nobody@example.org")
    ]
    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (302, reverse("account_reset_password_done"))
    }


# Headers

PAGES = ["today", "request_list", "evidence", "clock", "profile", "outbox", "request_new", "request_log"]


@pytest.mark.parametrize("name", [*PAGES, "account_login", "admin:index"])
def test_pages_forbid_what_is_inline_framed_or_of_other_sites(name: str) -> None:
    client = browser_of(make.a_person(is_staff=True, is_superuser=True))
    for answer in (client.get(reverse(name)), Client().get(reverse(name)), client.get("/no-such-page/")):
        policy = answer["Content-Security-Policy"]
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'self'"
        assert rules["frame-ancestors"] == rules["object-src"] == rules["base-uri"] == "'none'"
        assert rules["form-action"] == "'self'"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["Referrer-Policy"] == "same-origin"
        assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("name", PAGES)
def test_our_pages_hold_nothing_that_the_policy_would_stop(name: str) -> None:
    client = browser_of(make.owner_of(make.a_request().campaign))
    page = client.get(reverse(name)).content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="module" src=')


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    make.a_person(email="alex@example.org")
    client = Client()
    data = {"login": "alex@example.org", "password": make.PASSWORD}
    session = client.post(reverse("account_login"), data).cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"


# Tokens and methods


def acts(client_of: User) -> list[tuple[str, dict[str, Any]]]:
    """Every address of a request that changes something, with what it needs."""
    foi_request = make.a_request(make.a_campaign(client_of))
    draft = make.an_approved_chaser(foi_request)
    email = make.an_email(client_of)
    reference = foi_request.reference
    letter = {"version": str(draft.version), "on": "2026-11-04", "channel": "email"}
    return [
        (reverse("request_withdrawn", args=[reference]), {"on": "2026-11-04"}),
        (reverse("draft_sent", args=[reference, draft.pk]), letter),
        (reverse("draft_reopen", args=[reference, draft.pk]), letter),
        (reverse("draft_dismiss", args=[reference, draft.pk]), letter),
        (reverse("outbox_act", args=[email.pk]), {"discard": ""}),
        (reverse("profile"), {"name": "Somebody Else"}),
        (reverse("account_logout"), {}),
    ]


def test_no_form_of_another_site_does_anything_here() -> None:
    person = make.a_person()
    addresses = acts(person)
    client = Client(enforce_csrf_checks=True)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    before = make.everything()
    for url, data in addresses:
        answer = client.post(url, data)
        assert answer.status_code == 403, url
        assert "text/html" in answer["Content-Type"]
    assert make.everything() == before


def test_following_a_link_changes_nothing() -> None:
    person = make.a_person()
    addresses = acts(person)
    client = browser_of(person)
    before = make.everything()
    for url, data in addresses:
        for method in (client.get, client.head, client.options):
            method(url, data)  # type: ignore[operator]
    assert make.everything() == before


def test_visitors_change_nothing_by_any_form() -> None:
    addresses = acts(make.a_person())
    before = make.everything()
    for url, data in addresses:
        answer = Client().post(url, data)
        assert answer.status_code == 302, url
    assert make.everything() == before


# The outbox


def test_mail_is_released_and_discarded_by_its_person(settings: Settings) -> None:
    person = make.a_person()
    first, second = make.an_email(person), make.an_email(person)
    client = browser_of(person)
    answer = client.post(reverse("outbox_act", args=[first.pk]), {"release": ""}, follow=True)
    assert "No mail server is set up on this installation" in answer.content.decode()
    settings.MAIL_CONFIGURED = True
    client.post(reverse("outbox_act", args=[first.pk]), {"release": ""})
    client.post(reverse("outbox_act", args=[second.pk]), {"discard": ""})
    assert [OutgoingEmail.objects.get(pk=email.pk).state for email in (first, second)] == [
        "ready",
        "discarded",
    ]


def test_a_press_of_no_button_discards_nothing() -> None:
    person = make.a_person()
    email = make.an_email(person)
    browser_of(person).post(reverse("outbox_act", args=[email.pk]), {})
    assert OutgoingEmail.objects.get(pk=email.pk).state == "held"


def test_the_outbox_of_others_is_not_there() -> None:
    email = make.an_email()
    client = browser_of(make.a_person())
    for url in (reverse("outbox_email", args=[email.pk]), reverse("outbox_email", args=[987654])):
        assert client.get(url).status_code == 404
    assert client.post(reverse("outbox_act", args=[email.pk]), {"discard": ""}).status_code == 404


# Addresses nobody should have typed


@pytest.mark.parametrize(
    "path",
    [
        "/requests/FT-99999/",
        "/requests/FT-%00/",
        "/requests/..%2F..%2Fetc/",
        "/requests/FT-99999999999999999999/",
        "/requests/%F0%9F%92%A9/",
        "/requests/FT-00001/messages/99999999999999999999/",
        "/outbox/99999999999999999999/",
        "/no/such/page/",
    ],
)
@pytest.mark.parametrize("signed_in", [False, True])
def test_an_address_that_leads_nowhere_says_so(path: str, signed_in: bool) -> None:
    make.a_public_request()
    client = browser_of(make.a_person()) if signed_in else Client()
    answer = client.get(path)
    assert answer.status_code == 404 or (not signed_in and answer.status_code == 302)


@pytest.mark.parametrize("query", ["q=%00", "page=0", "page=x", "page=99999", "show=%00", "q=" + "x" * 5000])
def test_a_list_asked_for_strangely_is_a_list(query: str) -> None:
    client = browser_of(make.requester_of(make.a_request()))
    for url in (reverse("request_list"), reverse("outbox")):
        assert client.get(f"{url}?{query}").status_code == 200


def test_a_private_request_hides_in_the_forms_that_lead_to_it() -> None:
    private = make.a_request()
    stranger = browser_of(make.a_member(make.a_campaign(), Role.OWNER))
    url = reverse("request_write")
    nowhere = stranger.get(f"{url}?follows=FT-99999&as=narrowed").status_code
    assert stranger.get(f"{url}?follows={private.reference}&as=narrowed").status_code == nowhere == 404


def test_a_chaser_of_a_public_request_is_nobodys_but_its_campaigns() -> None:
    foi_request = make.a_public_request()
    draft = make.a_chaser(foi_request)
    for name in ("draft_detail", "draft_text"):
        url = reverse(name, args=[foi_request.reference, draft.pk])
        assert browser_of(make.a_person()).get(url).status_code == 404


def test_somebody_who_helps_a_campaign_can_keep_a_request_to_themselves() -> None:
    campaign = make.a_campaign()
    helper, client = make.a_member(campaign, Role.EDITOR), Client()
    client.force_login(helper)
    make.an_authority("Ambleford Constabulary")
    page = client.get("/requests/new/write/").content.decode()
    assert "None: it is my own" in page
    assert not Campaign.objects.filter(personal_of=helper).exists(), "looking makes nothing"
    fields = {"authority": "Ambleford Constabulary", "title": "Dogs", "letter": "1. How many dogs?"}
    fields |= {"requester_name": "Alex Penrose", "campaign": "own", "visibility": "private"}
    assert client.post("/requests/new/write/", fields).status_code == 302
    assert FoiRequest.objects.get(title="Dogs").campaign.personal_of == helper
    assert "None: it is my own" not in client.get("/requests/new/write/").content.decode()
