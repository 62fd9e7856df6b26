"""Pages of texts to use again, and of what was asked already: what a person sees, types, and gets back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from requests_app.models import TextTemplate, User
from requests_app.models.campaign import Role
from requests_app.queries.text_templates import our_texts
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "Schools",
    "kind": "request",
    "campaign": "own",
    "body": "Dear {{ authority }}, in {{ period }}?",
}


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


@pytest.fixture
def person() -> User:
    return make.a_person()


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_text_is_written_filled_and_a_request_begins_with_it(person: User) -> None:
    client, authority = browser_of(person), make.an_authority("Ambleford Constabulary")
    assert "No text of your own yet." in page(client, "/texts/")
    answer = client.post("/texts/new/", TYPED)
    template = TextTemplate.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, template.get_absolute_url())
    assert "Schools" in page(client, "/texts/")
    shown = page(client, f"{template.get_absolute_url()}?authority=ambleford+constabulary&period=2025")
    assert f"Dear {authority.official_name}, in 2025?" in shown
    link = f"/requests/new/write/?template={template.pk}&amp;authority=ambleford+constabulary&amp;period=2025"
    assert link in shown
    assert "Dear Ambleford Constabulary, in 2025?" in page(client, link.replace("&amp;", "&"))


def test_what_is_not_filled_is_named_and_stays(person: User) -> None:
    client = browser_of(person)
    client.post("/texts/new/", TYPED)
    url = TextTemplate.objects.get().get_absolute_url()
    shown = page(client, f"{url}?period=2025")
    assert "Still to be filled: authority." in shown
    assert "Dear {{ authority }}, in 2025?" in shown
    assert "is called “Nobody”" in page(client, f"{url}?authority=Nobody")
    hostile = page(client, f"{url}?period=%3Cscript%3E{{{{authority}}}}")
    assert "<script>{{" not in hostile
    assert "&lt;script&gt;{{authority}}" in hostile


def test_a_slip_comes_back_with_what_was_typed(person: User) -> None:
    client = browser_of(person)
    shown = client.post("/texts/new/", TYPED | {"body": "Dear {{ autority }},"}).content.decode()
    assert "Did you mean {{ authority }}?" in shown
    assert "Dear {{ autority }}," in shown
    assert not TextTemplate.objects.exists()


def test_the_later_of_two_tabs_sees_both_texts(person: User) -> None:
    client = browser_of(person)
    client.post("/texts/new/", TYPED)
    url = reverse("template_edit", args=[TextTemplate.objects.get().pk])
    client.post(url, TYPED | {"body": "The first one.", "version": "1"})
    shown = client.post(url, TYPED | {"body": "The second one.", "version": "1"}).content.decode()
    assert "Somebody changed this text" in shown
    assert "The text as it is now" in shown
    assert "The first one." in shown
    assert "The second one." in shown
    earlier = page(client, f"{url}?version=1")
    assert "An earlier version is in the form." in earlier
    assert "in {{ period }}?</textarea>" in earlier


def test_a_viewer_uses_and_copies_and_an_editor_deletes() -> None:
    campaign = make.a_campaign()
    template = make.a_template(campaign)
    viewer = browser_of(make.a_member(campaign, Role.VIEWER))
    shown = page(viewer, template.get_absolute_url())
    assert "Change it" not in shown
    assert "Make a copy" in shown
    answer = viewer.post(reverse("template_copy", args=[template.pk]))
    assert answer["Location"] == reverse("template_edit", args=[TextTemplate.objects.latest("pk").pk])
    assert viewer.post(reverse("template_delete", args=[template.pk]), {"version": 1}).status_code == 403
    editor = browser_of(make.a_member(campaign, Role.EDITOR))
    assert editor.post(reverse("template_delete", args=[template.pk]), {"version": 1}).status_code == 302
    assert not TextTemplate.objects.filter(pk=template.pk).exists()


def test_to_others_a_text_does_not_exist_whatever_they_send(person: User) -> None:
    template = make.a_template()
    for client in (browser_of(person), browser_of(make.a_person(is_staff=True, is_superuser=True))):
        for name in ("template_use", "template_edit", "template_delete", "template_copy"):
            url = reverse(name, args=[template.pk])
            assert client.post(url, TYPED | {"version": "1"}).status_code in {404, 405}
            assert client.get(url).status_code in {404, 405}
        assert template.title not in page(client, "/texts/")
        assert "officers worked in schools" not in page(
            client, f"/requests/new/write/?template={template.pk}"
        )
    template.refresh_from_db()
    assert template.version == 1


@pytest.mark.parametrize("slug", [text.slug for text in our_texts()])
def test_ours_are_shown_used_and_copied(person: User, slug: str) -> None:
    client = browser_of(person)
    shown = page(client, reverse("template_ours", args=[slug]))
    assert f"/requests/new/write/?set={slug}" in shown
    assert "Change it" not in shown
    assert client.post(reverse("template_copy_ours", args=[slug])).status_code == 302
    assert TextTemplate.objects.count() == 1
    assert client.post(reverse("template_copy_ours", args=["nothing"])).status_code == 404


def test_a_visitor_finds_public_questions_and_no_private_ones() -> None:
    public, private = make.a_public_request(), make.a_request(title="Kept to ourselves")
    shown = page(Client(), "/asked/?q=officers+in+schools")
    assert public.get_absolute_url() in shown
    assert private.title not in shown
    assert "Nothing like it was asked here." in page(Client(), "/asked/?q=allotments")


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?q=", "Type a question"),
        (f"?q={'x' * 1001}", "longer than can be looked for"),
        ("?q=officers&authority=Nobody", "is called “Nobody”"),
        ("?q=%22%29%20OR%20%2A", "Nothing like it"),
        ("?q=%00", ""),
        ("?q=%3Cscript%3Ealert(1)%3C/script%3E", "Nothing like it"),
    ],
)
def test_anything_can_be_looked_for(query: str, sentence: str) -> None:
    shown = page(Client(), f"/asked/{query}")
    assert sentence in shown
    assert "<script>alert" not in shown
