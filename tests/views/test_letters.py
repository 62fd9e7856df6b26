"""Pages of letters: what can be written now and what not, starting one, gaps that block approval, their origins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind
from requests_app.models import Draft, Event, FoiRequest
from tests import factories as make
from tests.factories import LATE_ON, noon
from tests.management.test_draft_letter import RECORDS

pytestmark = pytest.mark.django_db

K = LetterKind


@pytest.fixture
def today() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(noon(LATE_ON), tick=False) as traveller:
        yield traveller


def signed_in(foi_request: FoiRequest) -> Client:
    client = Client()
    client.force_login(make.requester_of(foi_request))
    return client


def page(foi_request: FoiRequest, name: str, *more: Any, client: Client | None = None) -> str:
    response = (client or signed_in(foi_request)).get(reverse(name, args=[foi_request.reference, *more]))
    assert response.status_code == 200
    return response.content.decode()


def at(today: time_machine.Coordinates, on: date) -> None:
    today.move_to(noon(on))


def test_the_request_leads_to_its_letters_and_those_say_what_is_possible_and_what_not(today: object) -> None:
    foi_request = make.a_request()
    assert reverse("letter_choose", args=[foi_request.reference]) in page(foi_request, "request_detail")
    text = page(foi_request, "letter_choose")
    possible, _, others = text.partition("Not now")
    for kind in LetterKind:
        assert kind.label in text
    assert reverse("letter_start", args=[foi_request.reference, K.OVERDUE_CHASER]) in possible
    assert (
        reverse("letter_start", args=[foi_request.reference, K.REVIEW_SILENCE])
        in possible.partition("seldom the best")[2]
    )
    assert "send a chaser first" in others or "none is on record" in others


def test_a_letter_that_comes_later_says_when(today: time_machine.Coordinates) -> None:
    foi_request = make.a_request()
    at(today, date(2026, 10, 8))
    text = page(foi_request, "letter_choose")
    assert "No letter is called for today." in text
    assert "From Tue 13 Oct 2026." in text
    assert "From Wed 4 Nov 2026." in text


@pytest.mark.parametrize("kind", sorted(set(LetterKind) - {K.CLARIFICATION_REPLY}))
def test_every_letter_is_started_from_its_page_and_read_with_the_origin_of_its_facts(
    kind: LetterKind, today: time_machine.Coordinates
) -> None:
    foi_request, on = RECORDS[kind]()
    at(today, on)
    client = signed_in(foi_request)
    assert "Draft the letter" in page(foi_request, "letter_start", kind, client=client)
    response = client.post(reverse("letter_start", args=[foi_request.reference, kind]), {})
    draft = foi_request.drafts.get(kind=kind, state=Draft.State.SUGGESTED)
    assert response.headers["Location"] == reverse("draft_detail", args=[foi_request.reference, draft.pk])
    text = page(foi_request, "draft_detail", draft.pk, client=client)
    assert "Every fact in the letter, and where it comes from" in text
    assert "Request sent by e-mail, Tue 6 Oct 2026" in text
    assert draft.get_state_display() in text
    if LETTERS[kind].before_sending:
        assert LETTERS[kind].before_sending in text


def test_the_answer_to_a_question_of_theirs_is_written_on_its_own_page(today: object) -> None:
    foi_request = make.a_request()
    make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    response = signed_in(foi_request).get(
        reverse("letter_start", args=[foi_request.reference, K.CLARIFICATION_REPLY])
    )
    assert response.headers["Location"] == reverse("clarification_answer", args=[foi_request.reference])


def test_a_letter_that_can_not_be_written_says_why_and_posts_are_refused(today: object) -> None:
    foi_request = make.a_request()
    client = signed_in(foi_request)
    text = page(foi_request, "letter_start", K.ICO_COMPLAINT, client=client)
    assert "send a chaser first" in text
    assert "Draft the letter" not in text
    refused = client.post(reverse("letter_start", args=[foi_request.reference, K.ICO_COMPLAINT]), {})
    assert "send a chaser first" in refused.content.decode()
    assert not foi_request.drafts.exists()
    assert client.get(reverse("letter_start", args=[foi_request.reference, "nonsense"])).status_code == 404


def test_arguments_are_ticked_and_what_only_the_person_knows_is_asked_for(
    today: time_machine.Coordinates,
) -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    at(today, on)
    client = signed_in(foi_request)
    text = page(foi_request, "letter_start", K.REVIEW_EXEMPTION, client=client)
    for group in ("What their notice does not show", "What they have to show", "What you can answer"):
        assert group in text
    assert "Only you can know whether this is so." in text
    assert "Find out." in text
    url = reverse("letter_start", args=[foi_request.reference, K.REVIEW_EXEMPTION])
    client.post(url, {"ticked": ["counter:foia-31:1", "counter:foia-31:6"], "purpose": "To <b>know</b>."})
    draft = foi_request.drafts.get()
    assert "whose function would be prejudiced" in draft.body
    assert "To <b>know</b>." in draft.body
    shown = page(foi_request, "draft_detail", draft.pk, client=client)
    assert "<b>know" not in shown
    assert "Say where that can be seen, or take the sentence out." in shown


def test_an_argument_nobody_offers_is_refused_and_what_was_typed_is_kept(
    today: time_machine.Coordinates,
) -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    at(today, on)
    url = reverse("letter_start", args=[foi_request.reference, K.REVIEW_EXEMPTION])
    response = signed_in(foi_request).post(url, {"ticked": ["nonsense"], "purpose": "Typed words"})
    text = response.content.decode()
    assert "One of these arguments is no longer offered." in text
    assert "Typed words" in text
    assert not foi_request.drafts.exists()


def test_a_gap_is_listed_with_where_it_is_entered_and_blocks_approval(today: object) -> None:
    foi_request = make.a_request(requester_name="")
    client = signed_in(foi_request)
    client.post(reverse("letter_start", args=[foi_request.reference, K.OVERDUE_CHASER]), {})
    draft = foi_request.drafts.get()
    where = reverse("draft_detail", args=[foi_request.reference, draft.pk])
    text = client.get(where).content.decode()
    assert "Still to be filled" in text
    assert (
        f'<a href="{reverse("request_details", args=[foi_request.reference])}">Enter it in the details of the request</a>'
        in text
    )
    typed = draft.body + "PS: what I typed."
    data = {"subject": draft.subject, "body": typed, "version": draft.version, "approve": ""}
    refused = client.post(where, data).content.decode()
    assert "The letter still has a gap. Enter the real name" in refused
    assert "PS: what I typed." in refused
    assert "The letter as it is now" not in refused
    draft.refresh_from_db()
    assert draft.state == Draft.State.SUGGESTED
    filled = data | {
        "body": typed.replace(draft.body[draft.body.index("[[") : draft.body.index("]]") + 2], "Alex")
    }
    assert client.post(where, filled).status_code == 302
    draft.refresh_from_db()
    assert draft.state == Draft.State.APPROVED


def test_what_no_letter_should_say_is_pointed_out_and_not_forbidden(today: object) -> None:
    foi_request = make.a_request()
    draft = make.a_chaser(foi_request)
    client = signed_in(foi_request)
    where = reverse("draft_detail", args=[foi_request.reference, draft.pk])
    body = "You must acknowledge this within two days."
    client.post(where, {"subject": "S", "body": body, "version": draft.version, "save": ""})
    assert "No law obliges an authority to acknowledge a request." in client.get(where).content.decode()


def test_where_the_history_gives_no_dates_the_letters_say_so(today: object) -> None:
    foi_request = make.a_request()
    Event.objects.create(
        foi_request=foi_request,
        kind="review_outcome",
        on=date(2026, 10, 1),
        sentence="They told you",
        recorded_at=noon(LATE_ON),
    )
    client = signed_in(foi_request)
    for url in (
        reverse("letter_choose", args=[foi_request.reference]),
        reverse("letter_start", args=[foi_request.reference, K.OVERDUE_CHASER]),
    ):
        response = client.get(url, follow=True)
        assert "No letter can be drafted until the history is put right." in response.content.decode()


def test_details_are_corrected_on_their_page(today: object) -> None:
    foi_request = make.a_request(requester_name="")
    client = signed_in(foi_request)
    url = reverse("request_details", args=[foi_request.reference])
    version = make.fresh(foi_request).version
    data = {
        "title": "Officers",
        "requester_name": "Alex",
        "requester_address": "x@example.org",
        "version": version,
    }
    assert client.post(url, data | {"title": ""}).status_code == 200
    assert client.post(url, data).headers["Location"] == foi_request.get_absolute_url()
    assert make.fresh(foi_request).requester_name == "Alex"
    stale = client.post(url, data | {"requester_name": "Somebody"}).content.decode()
    assert "Somebody changed this request while you had it open" in stale
