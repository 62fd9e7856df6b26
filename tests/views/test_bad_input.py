"""Bad input through the forms: a sentence that says what to do, what was typed is kept, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from requests_app.models import FoiRequest, User
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
TYPED = "Words I would hate to type again."
TOMORROW, BEFORE_THE_ACT, BEFORE_SENDING = "2026-11-05", "2004-12-31", "2026-10-05"


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """It is the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


@dataclass
class Desk:
    """A person at work on requests of their campaign."""

    person: User
    client: Client
    overdue: FoiRequest
    unsent: FoiRequest
    asked: FoiRequest
    replied: FoiRequest
    others: dict[str, Any] = field(default_factory=dict)

    def post(self, page: tuple[str, ...], data: dict[str, Any]) -> HttpResponse:
        return self.client.post(reverse(page[0], args=page[1:]), data)


@pytest.fixture
def desk() -> Desk:
    campaign = make.a_campaign()
    person = make.owner_of(campaign)
    client = Client()
    client.force_login(person)
    ambleford = make.an_authority("Ambleford Constabulary")
    make.an_authority("Northshire Police")
    make.an_authority("Southshire Police")
    make.an_authority("Gone Police", valid_to=date(2020, 3, 31), successor=ambleford)
    make.an_authority("Spy Agency", regime="")
    asked = make.a_request(campaign, authority=ambleford)
    make.asked_to_clarify(asked, on=date(2026, 10, 13))
    return Desk(
        person,
        client,
        overdue=make.a_request(campaign, authority=ambleford),
        unsent=make.a_written_request(campaign, authority=ambleford),
        asked=asked,
        replied=make.a_request(campaign, authority=ambleford),
        others={"campaign": campaign},
    )


def refused(desk: Desk, page: tuple[str, ...], data: dict[str, Any], sentence: str, *kept: str) -> str:
    """Assert that the page comes back with this sentence and what was typed, and that nothing was changed."""
    before = make.everything()
    answer = desk.post(page, data)
    text = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert sentence in text, sentence
    for words in kept:
        assert words in text, words[:80]
    assert make.everything() == before
    return text


# Logging and writing


def a_log(desk: Desk, **fields: Any) -> dict[str, Any]:
    return {
        "authority": "Ambleford Constabulary",
        "title": "Officers in schools",
        "letter": f"{TYPED}\n1. How many officers work in schools?",
        "sent_on": "6/10/2026",
        "channel": "email",
        "authority_reference": "FOI/26/7",
        "requester_name": "Alex Penrose",
        "campaign": str(desk.others["campaign"].pk),
        "visibility": "private",
    } | fields


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"letter": ""}, "The letter is empty. Paste or type its words."),
        ({"letter": " \n "}, "The letter is empty. Paste or type its words."),
        ({"letter": "x" * 30 * MEGABYTE}, "The letter is 30.0 MB long; up to 2 MB of text can be taken."),
        ({"letter": "Dear \x00"}, "Null characters are not allowed."),
        ({"title": ""}, "Give the request a title, such as what it is about."),
        ({"requester_name": " "}, "Give the real name of the person who asks."),
        ({"sent_on": ""}, "Give the day, such as 6/12/2022."),
        ({"sent_on": "31/2/2026"}, "This is no day of the calendar. Type it as 6/12/2022."),
        ({"sent_on": TOMORROW}, "can't be Thu 5 Nov 2026, which is still to come. Give the day it happened."),
        ({"sent_on": BEFORE_THE_ACT}, "the right to information began on Sat 1 Jan 2005. Check the year."),
        ({"authority": ""}, "Say which authority it is for."),
        ({"authority": "Nobody"}, "No authority in the list is called “Nobody”."),
        ({"authority": "shire"}, "“shire” could be more than one authority: Northshire Police; Southshire"),
        (
            {"authority": "Gone Police"},
            "Gone Police no longer exists: it ended on Tue 31 Mar 2020. Ask Ambleford",
        ),
        ({"authority": "Spy Agency"}, "Spy Agency is outside the Freedom of Information Acts"),
        ({"channel": "pigeon"}, "Please choose one from the list."),
        ({"campaign": "0"}, "Please choose one from the list."),
        ({"visibility": "secret"}, "Please choose one from the list."),
    ],
)
def test_a_request_that_can_not_be_logged_is_typed_once(
    fields: dict[str, str], sentence: str, desk: Desk
) -> None:
    typed = [TYPED] if "letter" not in fields else ["Officers in schools"]
    refused(desk, ("request_log",), a_log(desk, **fields), sentence, *typed, "FOI/26/7")


def test_a_letter_that_is_too_long_is_given_back_whole(desk: Desk) -> None:
    letter = "Word " * 500_000
    text = refused(desk, ("request_log",), a_log(desk, letter=letter), "The letter is 2.4 MB long")
    assert letter in text


def test_a_request_of_another_campaign_can_not_be_logged(desk: Desk) -> None:
    other = make.a_campaign()
    refused(
        desk, ("request_log",), a_log(desk, campaign=str(other.pk)), "Please choose one from the list.", TYPED
    )


def test_a_numbered_line_without_words_does_not_keep_a_letter_out(desk: Desk) -> None:
    letter = "Please tell me:\n1. How many officers work in schools?\n2.\n3. Who was consulted?\n(a)\n"
    answer = desk.post(("request_log",), a_log(desk, letter=letter))
    assert answer.status_code == 302
    newest = FoiRequest.objects.order_by("-number")[0]
    assert newest.letter == letter.strip()
    assert all(question.text for question in newest.questions.all())


def test_a_request_to_write_keeps_what_was_typed_too(desk: Desk) -> None:
    data = a_log(desk, authority="Gone Police")
    refused(desk, ("request_write",), data, "no longer exists", TYPED)


# One request


PAGES: dict[str, tuple[Callable[[Desk], tuple[str, ...]], dict[str, Any]]] = {
    "sent": (
        lambda desk: ("request_sent", desk.unsent.reference),
        {"sent_on": "2026-10-06", "channel": "email"},
    ),
    "acknowledged": (
        lambda desk: ("request_acknowledged", desk.overdue.reference),
        {"on": "2026-10-08", "channel": "email", "authority_reference": "FOI/26/7", "text": TYPED},
    ),
    "withdrawn": (lambda desk: ("request_withdrawn", desk.overdue.reference), {"on": "2026-11-04"}),
    "asked": (
        lambda desk: ("clarification_asked", desk.overdue.reference),
        {"on": "2026-10-13", "channel": "email", "asked": TYPED, "was_needed": "yes"},
    ),
    "answer": (
        lambda desk: ("clarification_answer", desk.asked.reference),
        {"answered": TYPED, "already_sent": "yes", "on": "2026-10-14", "channel": "email"},
    ),
    "reply": (
        lambda desk: ("reply_record", desk.overdue.reference),
        {"received_on": "2026-11-03", "channel": "email", "text": TYPED},
    ),
    "event": (
        lambda desk: ("event_record", desk.overdue.reference, "fee_notice"),
        {"on": "2026-10-13", "channel": "email", "text": TYPED},
    ),
}


@pytest.mark.parametrize(
    ("what", "fields", "sentence"),
    [
        ("sent", {"sent_on": TOMORROW}, "which is still to come"),
        ("sent", {"sent_on": BEFORE_THE_ACT}, "the right to information began"),
        ("sent", {"sent_on": ""}, "Give the day, such as 6/12/2022."),
        ("sent", {"channel": "phone"}, "Please choose one from the list."),
        ("acknowledged", {"on": BEFORE_SENDING}, "would be before the request was sent on Tue 6 Oct 2026"),
        ("acknowledged", {"on": TOMORROW}, "which is still to come"),
        ("acknowledged", {"arrived_on": TOMORROW}, "which is still to come"),
        ("acknowledged", {"text": "x" * 3 * MEGABYTE}, "What they wrote is 3.0 MB long"),
        ("withdrawn", {"on": TOMORROW}, "which is still to come"),
        ("withdrawn", {"on": BEFORE_SENDING}, "would be before the request was sent"),
        ("asked", {"asked": ""}, "Paste or type what they asked."),
        ("asked", {"asked": " "}, "What they asked is empty."),
        ("asked", {"asked": "x" * 30 * MEGABYTE}, "What they asked is 30.0 MB long"),
        ("asked", {"on": BEFORE_SENDING}, "would be before the request was sent"),
        ("asked", {"on": BEFORE_THE_ACT}, "the right to information began"),
        ("answer", {"answered": ""}, "Your answer is empty. Type what you want to tell them."),
        ("answer", {"on": ""}, "Give the day on which you sent it, such as 6/12/2022."),
        ("answer", {"on": "2026-10-12"}, "would be before they asked on Tue 13 Oct 2026"),
        ("answer", {"answered": "x" * 3 * MEGABYTE}, "Your answer is 3.0 MB long"),
        ("reply", {"text": ""}, "Paste the reply, or choose its files."),
        (
            "reply",
            {"text": "x" * 30 * MEGABYTE},
            "The reply is 30.0 MB long; up to 2 MB of text can be taken.",
        ),
        ("reply", {"text": "\x00"}, "Null characters are not allowed."),
        ("reply", {"received_on": TOMORROW}, "which is still to come"),
        ("reply", {"received_on": BEFORE_THE_ACT}, "the right to information began"),
        (
            "reply",
            {"received_on": BEFORE_SENDING},
            "A reply on Mon 5 Oct 2026 would be before the request was",
        ),
        ("event", {"on": TOMORROW}, "which is still to come"),
        ("event", {"on": BEFORE_SENDING}, "would be before the request was sent"),
        ("event", {"text": "x" * 3 * MEGABYTE}, "What was written is 3.0 MB long"),
    ],
)
def test_what_can_not_have_happened_is_said_and_what_was_typed_stays(
    what: str, fields: dict[str, str], sentence: str, desk: Desk
) -> None:
    where, data = PAGES[what]
    kept = [] if {"text", "asked", "answered"} & set(fields) or TYPED not in data.values() else [TYPED]
    refused(desk, where(desk), data | fields, sentence, *kept)


@pytest.mark.parametrize("what", PAGES)
def test_the_same_forms_do_what_they_say_when_they_are_right(what: str, desk: Desk) -> None:
    where, data = PAGES[what]
    before = make.everything()
    answer = desk.post(where(desk), data)
    assert answer.status_code == 302
    assert make.everything() != before


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("reply.txt", b"", "“reply.txt” is empty. Choose another file, or paste the reply."),
        ("reply.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "“reply.doc” is in Word's format of before 2007."),
        (
            "reply.txt",
            b"PK\x03\x04" + bytes(range(256)) * 20,
            "“reply.txt” is not text, whatever its name says.",
        ),
        ("reply.txt", b"word " * 600_000, "“reply.txt” is 2.9 MB; text files up to 2 MB can be taken."),
        ("../../etc/passwd.gz", b"\x1f\x8b\x08", "“passwd.gz” is an archive we can't open."),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_a_sentence(
    name: str, content: bytes, sentence: str, desk: Desk
) -> None:
    file = SimpleUploadedFile(name, content)
    data = {"received_on": "2026-11-03", "channel": "email", "text": "", "file": file}
    refused(desk, ("reply_record", desk.overdue.reference), data, sentence)


def test_of_a_text_and_a_file_one_is_wanted(desk: Desk) -> None:
    file = SimpleUploadedFile("reply.txt", b"A reply.")
    data = {"received_on": "2026-11-03", "channel": "email", "text": TYPED, "file": file}
    where = ("reply_record", desk.overdue.reference)
    refused(desk, where, data, "You pasted a text and chose a file. Clear one of the two.", TYPED)


def test_a_file_with_words_is_kept_as_it_came(desk: Desk) -> None:
    raw = "Caf\xe9 figures\r\n".encode("cp1252")
    data = {"received_on": "2026-11-03", "channel": "email", "file": SimpleUploadedFile("r.txt", raw)}
    assert desk.post(("reply_record", desk.overdue.reference), data).status_code == 302
    attachment = desk.overdue.messages.get(kind="reply").attachments.get()
    assert bytes(attachment.content) == raw
    url = reverse("attachment_download", args=[desk.overdue.reference, attachment.message_id, attachment.pk])
    answer = desk.client.get(url)
    assert answer.content == raw
    assert answer["Content-Disposition"] == 'attachment; filename="r.txt"'
    assert answer["Content-Type"] == "application/octet-stream"


# The reading


def a_review(desk: Desk, **fields: Any) -> tuple[tuple[str, ...], dict[str, Any]]:
    message = make.a_reply(desk.replied, on=date(2026, 10, 20))
    data = {
        "authority_reference": "FOI/26/7",
        "received_on": "2026-10-20",
        "issued_on": "2026-10-20",
        "decision": "",
        "kind": "reply",
    }
    for question in desk.replied.questions.filter(parent=None):
        data |= {f"q{question.pk}-outcome": "disclosed", f"q{question.pk}-text": TYPED}
    return ("reply_review", desk.replied.reference, str(message.pk)), data | fields


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"received_on": "2026-10-19"}, "would be before it was written on Tue 20 Oct 2026"),
        ({"issued_on": TOMORROW, "received_on": ""}, "which is still to come"),
        ({"issued_on": BEFORE_SENDING}, "would be before the request was sent"),
        ({"decision": "perhaps"}, "Please choose one from the list."),
        ({"kind": ""}, "Please fill this in."),
        ({"kind": "chaser"}, "Please choose one from the list."),
        ({"spans": "[["}, "Where you chose words got lost. Choose them again, or type them."),
    ],
)
def test_a_reading_that_can_not_be_keeps_every_correction(
    fields: dict[str, str], sentence: str, desk: Desk
) -> None:
    where, data = a_review(desk, **fields)
    refused(desk, where, data, sentence, TYPED)
    assert desk.replied.messages.get(kind="reply").reading_state == "to_confirm"


def test_an_outcome_nobody_knows_keeps_every_correction(desk: Desk) -> None:
    where, data = a_review(desk)
    name = next(name for name in data if name.endswith("-outcome"))
    refused(desk, where, data | {name: "perhaps"}, "Please choose one from the list.", TYPED)


def test_a_second_confirmation_in_another_tab_is_told_and_keeps_what_was_typed(desk: Desk) -> None:
    where, data = a_review(desk)
    assert desk.post(where, data).status_code == 302
    sentence = (
        "This reply has been confirmed already, in another tab or by somebody else. Nothing was changed"
    )
    refused(desk, where, data, sentence, TYPED)


# Letters


def a_draft(desk: Desk) -> tuple[tuple[str, ...], dict[str, Any]]:
    draft = make.a_chaser(desk.overdue)
    where = ("draft_detail", desk.overdue.reference, str(draft.pk))
    return where, {"subject": "Overdue", "body": TYPED, "version": str(draft.version), "save": ""}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"subject": ""}, "The letter needs a subject."),
        ({"body": ""}, "The letter is empty. Write what you want to say, or dismiss it."),
        ({"body": " "}, "The letter is empty. Paste or type its words."),
        ({"body": "x" * 3 * MEGABYTE}, "The letter is 3.0 MB long"),
    ],
)
def test_a_letter_without_words_is_not_saved(fields: dict[str, str], sentence: str, desk: Desk) -> None:
    where, data = a_draft(desk)
    refused(desk, where, data | fields, sentence, *([TYPED] if "subject" in fields else []))


def test_a_letter_changed_by_somebody_else_is_not_overwritten_and_both_wordings_are_shown(desk: Desk) -> None:
    where, data = a_draft(desk)
    assert desk.post(where, data | {"body": "Somebody else's wording."}).status_code == 302
    sentence = "Somebody changed this letter while you had it open."
    refused(desk, where, data, sentence, TYPED, "Somebody else's wording.")


def test_a_letter_is_not_sent_tomorrow(desk: Desk) -> None:
    draft = make.an_approved_chaser(desk.overdue)
    where = ("draft_sent", desk.overdue.reference, str(draft.pk))
    data = {"on": TOMORROW, "channel": "email", "version": str(draft.version)}
    refused(desk, where, data, "which is still to come", draft.body.splitlines()[0])


def test_a_button_pressed_on_an_old_page_does_nothing(desk: Desk) -> None:
    draft = make.a_chaser(desk.overdue)
    for name in ("draft_dismiss", "draft_reopen"):
        where = (name, desk.overdue.reference, str(draft.pk))
        refused(desk, where, {"version": "99"}, "Somebody changed this letter while you had it open.")


def test_a_wording_for_a_letter_that_was_approved_meanwhile_is_given_back(desk: Desk) -> None:
    where, data = a_draft(desk)
    assert desk.post(where, data | {"body": "The other tab's wording.", "approve": ""}).status_code == 302
    sentence = "Somebody changed this letter while you had it open."
    refused(desk, where, data, sentence, TYPED, "The other tab's wording.", "What you typed")


@pytest.mark.parametrize("already_sent", ["yes", "no"])
def test_an_answer_to_a_question_answered_meanwhile_is_given_back(already_sent: str, desk: Desk) -> None:
    make.clarified(desk.asked.clarifications.get(), on=date(2026, 10, 14))
    where = ("clarification_answer", desk.asked.reference)
    data = {"answered": TYPED, "already_sent": already_sent, "on": "2026-10-15", "channel": "email"}
    refused(desk, where, data, "This question has been answered already.", TYPED)
    assert desk.client.get(reverse(where[0], args=where[1:])).status_code == 404


# Questions, and the person


def test_questions_changed_by_somebody_else_are_not_overwritten(desk: Desk) -> None:
    data = {
        "questions-TOTAL_FORMS": "1",
        "questions-INITIAL_FORMS": "0",
        "questions-0-label": "1",
        "questions-0-text": TYPED,
        "questions-0-parts": "",
        "version": str(desk.overdue.version - 1),
    }
    where = ("request_questions", desk.overdue.reference)
    refused(desk, where, data, "Somebody changed this request while you had it open.", TYPED)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40])
def test_a_form_somebody_tampered_with_breaks_nothing(version: str, desk: Desk) -> None:
    where = ("request_questions", desk.overdue.reference)
    before = make.everything()
    for total in ("", "x", "-1", "999999999"):
        data = {"questions-TOTAL_FORMS": total, "questions-INITIAL_FORMS": "0", "version": version}
        assert desk.post(where, data).status_code == 200
    assert make.everything() == before


def test_a_person_without_a_name_keeps_the_rest_of_the_form(desk: Desk) -> None:
    data = {"name": " ", "correspondence_address": TYPED, "wants_reminders": "on"}
    refused(desk, ("profile",), data, "Give your real name: letters are signed with it.", TYPED)


def test_markup_that_was_typed_comes_back_as_text(desk: Desk) -> None:
    evil = "<script>alert(1)</script>"
    answer = desk.post(("request_log",), a_log(desk, title=evil, letter=evil, authority="Nobody <b>"))
    page = answer.content.decode()
    assert evil not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
