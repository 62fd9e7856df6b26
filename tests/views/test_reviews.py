"""The review of a reply as the server gives it: by its kind, with work kept and restored, and two people told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from requests_app.core.states import EventKind, MessageKind, Outcome, State
from requests_app.models import FoiRequest, Message, UnsavedReading, User
from requests_app.models.campaign import Role
from requests_app.queries.reading_page import reading_page
from requests_app.usecases.unsaved_readings import keep_reading
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon

pytestmark = pytest.mark.django_db

CAME_ON = date(2026, 10, 20)
REPLY = """Our reference: FOI-2026-0412

I have decided to disclose some of the information.

Q1 - How many officers work in schools, by
(a) 14 officers work in secondary schools.
(b) This is exempt under section 31(1).

Q2 - Who was consulted before they were placed there?
Head teachers were consulted.

Kind of school | Officers
Secondary | 14
Total | 15"""


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """It is the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False):
        yield


@dataclass
class Desk:
    """Two editors of one campaign at one reply."""

    foi_request: FoiRequest
    message: Message
    owner: User
    editor: User

    @property
    def url(self) -> str:
        return reverse("reply_review", args=[self.foi_request.reference, self.message.pk])

    @property
    def work_url(self) -> str:
        return reverse("reply_work", args=[self.foi_request.reference, self.message.pk])

    def browser(self, user: User | None = None) -> Client:
        client = Client()
        client.force_login(user or self.owner)
        return client

    def page(self, user: User | None = None) -> str:
        return unescape(self.browser(user).get(self.url).content.decode())

    def post(self, user: User | None = None, **fields: Any) -> HttpResponse:
        return self.browser(user).post(self.url, self.fields() | fields)

    def fields(self) -> dict[str, str]:
        """What the form sends when nothing is touched."""
        fields = {"kind": "reply", "authority_reference": "", "received_on": CAME_ON.isoformat()}
        fields |= {"issued_on": "", "decision": "", "spans": ""}
        for question in self.foi_request.questions.all():
            fields[f"q{question.pk}-outcome"] = "" if question.parent_id else "disclosed"
            fields |= {f"q{question.pk}-{name}": "" for name in ("text", "sections", "note")}
        return fields

    def send(self, body: object, user: User | None = None) -> HttpResponse:
        text = body if isinstance(body, str) else json.dumps(body)
        return self.browser(user).post(self.work_url, text, content_type="application/json")


@pytest.fixture
def desk() -> Desk:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=CAME_ON, text=REPLY)
    editor = make.a_member(foi_request.campaign, Role.EDITOR, name="Kim Lowe")
    return Desk(foi_request, message, make.requester_of(foi_request), editor)


def fresh(desk: Desk) -> FoiRequest:
    return make.fresh(desk.foi_request)


# Kinds


def test_each_kind_is_confirmed_with_what_it_asks_for_and_mistakes_elsewhere_do_no_harm(desk: Desk) -> None:
    answer = desk.post(
        kind="acknowledgement",
        promised_on="2026-11-20",
        amount="a lot",
        decision="perhaps",
        **{f"q{make.question(desk.foi_request).pk}-outcome": "perhaps"},
    )
    assert answer.status_code == 302
    message = Message.objects.get(pk=desk.message.pk)
    assert (message.kind, message.reading_state) == (MessageKind.ACKNOWLEDGEMENT, "confirmed")
    assert not fresh(desk).questions.exclude(outcome="").exists()
    assert not fresh(desk).responses.exists()


def test_a_request_for_clarification_is_about_the_questions_that_were_ticked(desk: Desk) -> None:
    first = make.question(desk.foi_request)
    answer = desk.post(
        kind="clarification_question", asked="Which\r\nyear?", asked_about=[str(first.pk)], was_needed="on"
    )
    assert answer.status_code == 302
    clarification = desk.foi_request.clarifications.get()
    assert (clarification.asked, list(clarification.questions.all())) == ("Which\nyear?", [first])
    assert fresh(desk).state == State.AWAITING_REQUESTER


def test_a_transfer_says_to_whom_and_whether_one_agreed(desk: Desk) -> None:
    assert desk.post(kind="transfer", transferred_to="Northshire Council", consented="yes").status_code == 302
    event = desk.foi_request.events.get(kind=EventKind.TRANSFERRED)
    assert (event.details["to"], event.details["consent"]) == ("Northshire Council", True)


def test_an_extension_names_its_grounds(desk: Desk) -> None:
    assert desk.post(kind="extension_notice", extension_grounds="s31, ,s40(2)").status_code == 302
    event = desk.foi_request.events.get(kind=EventKind.PIT_EXTENSION)
    assert event.details["exemptions"] == ["31", "40(2)"]


def test_what_the_state_does_not_admit_is_said_and_nothing_is_confirmed(desk: Desk) -> None:
    answer = desk.post(kind="review_outcome")
    assert answer.status_code == 200
    assert "Please check this" in answer.content.decode()
    assert Message.objects.get(pk=desk.message.pk).reading_state == "to_confirm"


def test_a_part_of_an_answer_leaves_the_clock_running(desk: Desk) -> None:
    assert desk.post(kind="partial_reply").status_code == 302
    assert desk.foi_request.events.filter(kind=EventKind.PARTIAL_RESPONSE).exists()
    assert fresh(desk).response_due_on == DUE_ON


# Questions, parts, tables, places


def test_parts_are_answered_by_themselves_where_the_reply_does_so(desk: Desk) -> None:
    part = make.question(desk.foi_request).parts.get(label="(b)")
    answer = desk.post(**{f"q{part.pk}-outcome": "refused", f"q{part.pk}-sections": "31(1)"})
    assert answer.status_code == 302
    response = desk.foi_request.responses.get()
    outcomes = {given.question.label: given.outcome for given in response.answers.all()}
    assert outcomes == {"1": Outcome.DISCLOSED, "(b)": Outcome.REFUSED, "2": Outcome.DISCLOSED}


def test_words_about_a_part_without_an_outcome_are_not_lost(desk: Desk) -> None:
    part = make.question(desk.foi_request).parts.get(label="(b)")
    answer = desk.post(**{f"q{part.pk}-text": "They keep silent."})
    page = unescape(answer.content.decode())
    assert "Choose what became of this part, or clear what you wrote about it." in page
    assert "They keep silent." in page


def test_a_table_that_is_none_is_left_out(desk: Desk) -> None:
    assert desk.post(**{"drop-table-1": "on"}).status_code == 302
    assert not desk.foi_request.responses.get().tables.exists()


def test_every_mark_leads_to_a_place_of_the_page_and_back(desk: Desk) -> None:
    page = desk.page()
    read = reading_page(desk.message)
    assert read.marks
    for mark in read.marks:
        assert f'id="f-{mark.number}"' in page
        assert any(f'id="r-{target}"' in page for target in mark.targets), mark
        assert f'href="#f-{mark.number}"' in page


def test_chosen_words_are_kept_with_the_correction(desk: Desk) -> None:
    spans = json.dumps({"authority_reference": [15, 28], "issued_on": [5, 3]})
    assert desk.post(authority_reference="FOI 412", spans=spans).status_code == 302
    correction = desk.message.corrections.get(what="reference")
    assert (correction.made, correction.made_start, correction.made_end) == ("FOI 412", 15, 28)


# Unfinished work


def test_only_what_differs_from_the_proposal_is_kept_and_shown_again(desk: Desk) -> None:
    first = make.question(desk.foi_request)
    answer = desk.post(do="later", authority_reference="FOI 412", **{"drop-table-1": "on"})
    assert answer["Location"] == desk.foi_request.get_absolute_url()
    fields = UnsavedReading.objects.get().fields
    assert fields["authority_reference"] == ["FOI 412"]
    assert fields["drop-table-1"] == ["on"]
    assert "received_on" not in fields
    assert f"q{first.pk}-note" not in fields
    page = desk.page()
    assert "What you entered on Wed 4 Nov 2026, 12:00 is here again." in page
    assert 'value="FOI 412"' in page
    assert 'id="drop-table-1" checked' in page


def test_a_box_that_was_unticked_stays_so(desk: Desk) -> None:
    desk.post(do="stay", kind="clarification_question")
    assert UnsavedReading.objects.get().fields["was_needed"] == []
    assert 'name="was_needed" id="id_was_needed" checked' not in desk.page().replace("  ", " ")


def test_starting_afresh_forgets_it(desk: Desk) -> None:
    desk.post(do="later", authority_reference="FOI 412")
    assert desk.post(do="fresh")["Location"] == desk.url
    assert "FOI 412" not in desk.page()


def test_the_script_is_told_when_it_was_kept_and_who_else_is_there(desk: Desk) -> None:
    desk.page(desk.editor)
    answer = desk.send({"fields": {"decision": ["refused"], "csrfmiddlewaretoken": ["x"]}})
    assert answer.json() == {
        "saved_at": "12:00",
        "others": ["Kim Lowe has this reply open too, last seen at 12:00."],
        "confirmed": "",
    }
    assert UnsavedReading.objects.get(person=desk.owner).fields == {"decision": ["refused"]}
    assert desk.send({"fields": {}}, desk.editor).json()["saved_at"] == ""


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", '{"fields": []}', '{"fields": {"a": 1}}', "\xff", "[" * 100_000]
)
def test_what_the_script_can_not_have_sent_is_refused_with_a_sentence(body: str, desk: Desk) -> None:
    answer = desk.send(body)
    assert answer.status_code == 400
    assert answer.json() == {"error": "What you entered could not be read. Load the page again."}
    assert not UnsavedReading.objects.exists()


# Two people


def test_the_second_to_confirm_is_told_and_finds_what_they_typed_again(desk: Desk) -> None:
    note = f"q{make.question(desk.foi_request).pk}-note"
    assert desk.post().status_code == 302
    refused = unescape(desk.post(desk.editor, **{note: "Kim saw this."}).content.decode())
    assert "confirmed already, in another tab or by somebody else" in refused
    assert "Kim saw this." in refused
    again = desk.page(desk.editor)
    assert "Alex Penrose has confirmed this reading." in again
    assert "Kim saw this." in again
    assert "Confirm reading" not in again
    assert desk.send({"fields": {}}, desk.editor).json()["confirmed"].startswith("Alex Penrose")
    assert desk.post(desk.editor, do="fresh").status_code == 302
    away = desk.browser(desk.editor).get(desk.url)
    assert away["Location"] == reverse("message_detail", args=[desk.foi_request.reference, desk.message.pk])


def test_a_page_that_was_only_looked_at_restores_nothing(desk: Desk) -> None:
    assert "is here again" not in desk.page() + desk.page()
    keep_reading(message=desk.message, fields={"decision": ["refused"]}, by=desk.owner, now=noon(LATE_ON))
    assert "is here again" in desk.page()
