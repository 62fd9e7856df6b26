"""Every URL pattern, every role: private is a 404 to everyone outside the campaign, and no URL is without a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from requests_app.core.notices import NoticeKind
from requests_app.core.states import Channel
from requests_app.models import FoiRequest, Message, User
from requests_app.models.campaign import Role, Visibility
from requests_app.queries.unsubscribing import unsubscribe_url
from requests_app.usecases.calendar_feeds import make_address
from requests_app.usecases.replies import UploadedFile, receive_reply
from requests_app.usecases.reply_files import receive_files
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

ROLES = ("visitor", "stranger", "viewer", "editor", "owner", "staff")
OUTSIDE = {"visitor", "stranger", "staff"}

PUBLIC_PAGES = {
    "today",
    "already_asked",
    "evidence",
    "request_list",
    "clock",
    "clock_json",
    "clock_calendar",
}
"""Pages that anybody may open."""

OWN_PAGES = {
    "template_list",
    "template_new",
    "template_ours",
    "profile",
    "notice_settings",
    "calendar_feeds",
    "outbox",
    "tray",
    "request_new",
    "request_log",
    "request_write",
}
"""Pages that every signed-in person has for themself."""

READ = {"request_detail", "request_what_if", "message_detail", "attachment_download"}
"""Reads of one request: for its members, and for anybody where it is public."""

EDIT = {
    "request_questions",
    "request_sent",
    "request_acknowledged",
    "request_withdrawn",
    "clarification_asked",
    "clarification_answer",
    "request_details",
    "request_reminders",
    "letter_choose",
    "letter_start",
    "event_choose",
    "event_record",
    "event_correct",
    "reply_record",
    "reply_review",
    "reply_words",
}
"""What editors do with one request."""

LETTERS = {"draft_detail", "draft_text"}
"""Letters of one request: for members, readers included."""

TAKEN = {"draft_take"}
"""An approved letter to take away: of one that is not approved, members are sent to its page."""

OF_A_COMPLAINT = {"regulator_file", "regulator_file_take"}
"""What only a letter to a regulator has: a chaser has none. tests/views/test_letter_files.py tries who may have it."""

DRAFTS = {"request_compose", "request_send"}
"""What editors do with a request that is not sent yet: nobody else knows of it, whatever it is meant to become."""

SENDING = {"draft_send"}
"""What editors do with an approved letter: of one that is not approved, they are sent to its page."""

LETTER_ACTS = {"draft_reopen", "draft_dismiss", "draft_sent", "draft_together"}
"""What editors do with a letter: by POST alone."""

EMAILS = {"outbox_email", "outbox_act"}
"""One e-mail: for the person it is for, and for staff."""

MAILS = {"tray_mail", "tray_raw"}
"""One mail in the tray: for staff, and for editors of the campaign it may belong to."""

MAIL_ACTS = {"tray_act"}
"""What they do with it: by POST alone."""

HANDED_OVER = {"inbound"}
"""What providers of mail post to, without a person: tests/views/test_inbound.py tries whom it believes."""

EDIT_ACTS = {"reply_work", "request_snooze"}
"""What the pages of editors send by themselves: by POST alone."""

OF_ONE_REQUEST = READ | EDIT | DRAFTS | EDIT_ACTS | LETTERS | LETTER_ACTS | TAKEN | OF_A_COMPLAINT | SENDING
ASKED = dict.fromkeys(("clock_json", "clock_calendar"), "?kind=police_ew&on=2026-10-06")
"""What pages that compute need to be asked."""

READ_ONLY = {"event_choose", "letter_choose", "request_what_if"}
"""Pages of one request that take no POST at all."""

TEMPLATES = {"template_use", "template_edit", "template_delete", "template_copy"}
"""One text of a campaign: its members use it, its editors change it; to everybody else it does not exist."""

OWN_ACTS = {"template_copy_ours"}
"""What every signed-in person does for themself: by POST alone."""

BY_SECRET = {"calendar_feed", "unsubscribe"}
"""What whoever knows the address may have, signed in or not: tests/views/test_notices.py and test_calendar_feeds.py."""

OF_A_CAMPAIGN = {"notice_settings_campaign"}
"""What those who work on a campaign have for themselves."""

OF_STAFF = {"mail_previews", "mail_preview", "mail_preview_html"}
"""What staff look at; to everybody else it does not exist."""

TABLE = (
    BY_SECRET
    | OF_STAFF
    | OF_A_CAMPAIGN
    | PUBLIC_PAGES
    | OWN_PAGES
    | OF_ONE_REQUEST
    | EMAILS
    | MAILS
    | MAIL_ACTS
    | HANDED_OVER
    | TEMPLATES
    | OWN_ACTS
)


@dataclass
class World:
    """One request with everything that hangs on it, and a person in every role."""

    foi_request: FoiRequest
    people: dict[str, User | AnonymousUser]
    arguments: dict[str, list[Any]]

    def client(self, role: str) -> Client:
        client = Client()
        user = self.people[role]
        if isinstance(user, User):
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def url(self, name: str) -> str:
        return reverse(name, args=self.arguments.get(name, [])) + ASKED.get(name, "")


def a_world(visibility: Visibility) -> World:
    campaign = make.a_campaign()
    owner = make.owner_of(campaign)
    foi_request = make.a_request(campaign=campaign, visibility=visibility)
    make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    chaser = make.a_chaser(make.a_request(campaign=campaign))
    chaser_request = chaser.foi_request
    FoiRequest.objects.filter(pk=chaser_request.pk).update(visibility=visibility)
    message = receive_reply(
        foi_request=foi_request,
        text="We hold nothing.",
        received_on=SENT_ON,
        channel=Channel.EMAIL,
        upload=UploadedFile("reply.txt", "text/plain", b"We hold nothing."),
        by=owner,
        now=noon(LATE_ON),
    )
    picture = receive_files(
        foi_request=foi_request,
        uploads=[UploadedFile("scan.pdf", "application/pdf", b"%PDF-1.7 a picture")],
        received_on=SENT_ON,
        channel=Channel.POST,
        by=owner,
        now=noon(LATE_ON),
    )
    Message.objects.filter(pk=picture.pk).update(reading_state=Message.ReadingState.TO_CONFIRM)
    email = make.an_email(owner)
    reference, letter = foi_request.reference, [chaser_request.reference, chaser.pk]
    event = foi_request.events.first()
    attachment = message.attachments.get()
    assert event is not None
    arguments: dict[str, list[Any]] = {name: [reference] for name in OF_ONE_REQUEST}
    arguments |= dict.fromkeys(LETTERS | LETTER_ACTS | SENDING, letter)
    arguments |= {name: [email.pk] for name in EMAILS}
    mail = make.a_mail_in_the_tray(foi_request)
    arguments |= {name: [mail.pk] for name in MAILS | MAIL_ACTS} | {"inbound": ["mailgun"]}
    arguments |= {name: [make.a_template(campaign).pk] for name in TEMPLATES}
    arguments |= {name: ["safer-schools-officers"] for name in ("template_ours", "template_copy_ours")}
    arguments |= {
        "calendar_feed": [make_address(by=owner, now=noon(LATE_ON)).secret],
        "unsubscribe": [unsubscribe_url(owner.pk, [NoticeKind.DATE]).split("/")[-2]],
        "notice_settings_campaign": [campaign.slug],
        "mail_preview": ["digest"],
        "mail_preview_html": ["digest"],
    }
    draft = make.a_composition(campaign, visibility=visibility)
    arguments |= {name: [draft.reference] for name in DRAFTS}
    arguments |= {
        "draft_take": [*letter, "pdf"],
        "regulator_file": letter,
        "regulator_file_take": [*letter, "pdf"],
        "message_detail": [reference, message.pk],
        "reply_review": [reference, message.pk],
        "reply_work": [reference, message.pk],
        "reply_words": [reference, picture.pk],
        "attachment_download": [reference, message.pk, attachment.pk],
        "event_record": [reference, "fee_notice"],
        "letter_start": [reference, "overdue_chaser"],
        "event_correct": [reference, event.pk],
    }
    people: dict[str, User | AnonymousUser] = {
        "visitor": AnonymousUser(),
        "stranger": make.a_person(),
        "viewer": make.a_member(campaign, Role.VIEWER),
        "editor": make.a_member(campaign, Role.EDITOR),
        "owner": owner,
        "staff": make.a_person(is_staff=True, is_superuser=True),
    }
    return World(foi_request, people, arguments)


def names(patterns: list[Any] | None = None) -> Iterator[str]:
    """The names of all URL patterns of the requests app."""
    for pattern in patterns if patterns is not None else get_resolver("requests_app.urls").url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name


def test_every_url_has_a_row_and_every_row_a_url() -> None:
    assert set(names()) == TABLE


def expected_get(name: str, role: str, *, public: bool) -> set[int]:
    """The statuses a GET may have. A visitor is sent to sign in before anything is looked up."""
    if name in PUBLIC_PAGES | BY_SECRET:
        return {200}
    if name in OF_A_CAMPAIGN and role != "visitor":
        return {200} if role in {"editor", "owner"} else {404}
    if name in HANDED_OVER:
        return {405}
    if name in OF_STAFF and role != "visitor":
        return {200} if role == "staff" else {404}
    if name in OF_A_CAMPAIGN | OF_STAFF:
        return {302}
    if name in OWN_ACTS:
        return {302} if role == "visitor" else {405}
    if name in TEMPLATES and role != "visitor":
        return _expected_of_template(name, role)
    if name in OWN_PAGES:
        return {302} if role == "visitor" else {200}
    if name in EMAILS:
        may = {200} if name == "outbox_email" else {405}
        return {302} if role == "visitor" else may if role in {"owner", "staff"} else {404, 405} - may | {404}
    if name in MAILS | MAIL_ACTS and role != "visitor":
        may = {405} if name in MAIL_ACTS else {200}
        return may if role in {"editor", "owner", "staff"} or name in MAIL_ACTS else {404}
    if name in READ:
        return {200} if public or role not in OUTSIDE else {404}
    if role == "visitor":
        return {302}
    if name in LETTER_ACTS | EDIT_ACTS:
        return {405}
    if name in LETTERS:
        return {404} if role in OUTSIDE else {200}
    if name in SENDING:
        return {404} if role in OUTSIDE else {302} if role in {"editor", "owner"} else {403}
    if name in TAKEN:
        return {404} if role in OUTSIDE else {302}
    if name in OF_A_COMPLAINT:
        return {404}
    if role in OUTSIDE and (name in DRAFTS or not public):
        return {404}
    return {200} if role in {"editor", "owner"} else {403}


def _expected_of_template(name: str, role: str) -> set[int]:
    if name == "template_copy":
        return {405}
    if role in OUTSIDE:
        return {404}
    return {200} if name == "template_use" or role in {"editor", "owner"} else {403}


@pytest.mark.parametrize("visibility", list(Visibility))
@pytest.mark.parametrize("role", ROLES)
def test_every_url_answers_a_get_of_every_role(role: str, visibility: Visibility) -> None:
    world = a_world(visibility)
    client = world.client(role)
    wrong = {}
    for name in sorted(TABLE):
        status = client.get(world.url(name)).status_code
        allowed = expected_get(name, role, public=visibility == Visibility.PUBLIC)
        if name == "outbox_act" and role != "visitor":
            allowed = {405}
        if status not in allowed:
            wrong[name] = (status, allowed)
    assert not wrong


@pytest.mark.parametrize("role", ["stranger", "viewer", "staff"])
@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_post_of_somebody_who_may_not_edit_changes_nothing(role: str, visibility: Visibility) -> None:
    world = a_world(visibility)
    client = world.client(role)
    before = make.everything()
    for name in sorted((EDIT | DRAFTS | EDIT_ACTS | LETTER_ACTS | {"draft_detail"}) - READ_ONLY):
        status = client.post(world.url(name), {"version": "1", "on": "2026-10-20"}).status_code
        hidden = role in OUTSIDE and (
            visibility == Visibility.PRIVATE or name in LETTERS | DRAFTS | LETTER_ACTS
        )
        assert status in ({404} if hidden else {403, 405}), name
    assert make.everything() == before


@pytest.mark.parametrize("role", ["visitor", "stranger", "staff"])
def test_a_private_request_answers_outsiders_exactly_as_one_that_does_not_exist(role: str) -> None:
    world = a_world(Visibility.PRIVATE)
    client = world.client(role)
    for name in sorted(OF_ONE_REQUEST):
        there = client.get(world.url(name))
        nowhere = client.get(reverse(name, args=["FT-99999", *world.arguments[name][1:]]))
        assert there.status_code == nowhere.status_code, name
        assert len(there.content) == len(nowhere.content), name


@pytest.mark.parametrize("role", ["visitor", "stranger", "staff"])
def test_a_private_request_stands_in_no_list_search_or_first_page_of_an_outsider(role: str) -> None:
    world = a_world(Visibility.PRIVATE)
    client = world.client(role)
    for url in ("/", "/requests/", f"/requests/?q={world.foi_request.reference}", "/requests/?show=overdue"):
        assert world.foi_request.title not in client.get(url).content.decode()


def test_a_public_page_shows_no_private_words_of_the_requester() -> None:
    world = a_world(Visibility.PUBLIC)
    page = world.client("visitor").get(world.url("request_detail")).content.decode()
    assert "12 Mill Lane" not in page


def test_a_form_without_its_token_is_refused() -> None:
    world = a_world(Visibility.PRIVATE)
    client = Client(enforce_csrf_checks=True)
    owner = world.people["owner"]
    assert isinstance(owner, User)
    client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
    assert client.post(world.url("request_withdrawn"), {"on": "2026-10-20"}).status_code == 403


def test_pages_forbid_inline_scripts_and_files_are_always_downloads() -> None:
    world = a_world(Visibility.PRIVATE)
    client = world.client("owner")
    page = client.get(world.url("request_detail"))
    policy = page["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["X-Frame-Options"] == "DENY"
    file = client.get(world.url("attachment_download"))
    assert file["Content-Disposition"].startswith("attachment;")
    assert file["Content-Type"] == "application/octet-stream"
