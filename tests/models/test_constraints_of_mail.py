"""The same for letters that go by e-mail: one of each, from somebody, with each file once."""

from __future__ import annotations

from uuid import uuid4

import pytest

from requests_app.models import Draft, Enclosure, FoiRequest, OutgoingEmail
from requests_app.models.outgoing_email import LIVE_LETTER
from tests import factories as make
from tests.models.test_constraints import NOW, a_draft, refused

pytestmark = pytest.mark.django_db


def a_letter(foi_request: FoiRequest, draft: Draft | None = None, **fields: object) -> OutgoingEmail:
    defaults: dict[str, object] = {
        "kind": OutgoingEmail.Kind.LETTER,
        "message_id": f"<{uuid4()}@example.org>",
        "user": foi_request.created_by,
        "foi_request": foi_request,
        "draft": draft,
        "to_address": "foi@example.org",
        "subject": "Officers in schools",
        "text": "Please tell me.",
        "state": OutgoingEmail.State.READY,
        "created_at": NOW,
        "sent_at": NOW,
    }
    return OutgoingEmail.objects.create(**defaults | fields)


@pytest.mark.parametrize("state", LIVE_LETTER)
def test_a_letter_that_may_have_gone_is_not_sent_in_a_second_mail(state: str) -> None:
    draft = a_draft(make.a_request())
    a_letter(draft.foi_request, draft, state=state)
    refused(lambda: a_letter(draft.foi_request, draft), by="a_letter_goes_once")


@pytest.mark.parametrize("state", LIVE_LETTER)
def test_a_first_letter_that_may_have_gone_is_not_sent_in_a_second_mail(state: str) -> None:
    foi_request = make.a_request()
    a_letter(foi_request, state=state)
    refused(lambda: a_letter(foi_request), by="a_first_letter_goes_once")


def test_a_letter_taken_back_discarded_or_come_back_makes_way_for_another() -> None:
    foi_request = make.a_request()
    draft = a_draft(foi_request)
    for state in ("taken_back", "discarded", "bounced"):
        a_letter(foi_request, state=state)
        a_letter(foi_request, draft, state=state)
    assert a_letter(foi_request)
    assert a_letter(foi_request, draft)


def test_a_letter_is_of_a_request_and_from_somebody() -> None:
    foi_request = make.a_request()
    refused(lambda: a_letter(foi_request, user=None), by="a_letter_has_its_sender")
    refused(
        lambda: OutgoingEmail.objects.filter(pk=a_letter(foi_request).pk).update(foi_request=None),
        by="a_letter_has_its_sender",
    )


def test_a_file_goes_with_a_letter_once() -> None:
    foi_request = make.a_request()
    draft = a_draft(foi_request)
    same = {
        "filename": "map.png",
        "content_type": "image/png",
        "size": 1,
        "sha256": "a" * 64,
        "content": b"x",
        "added_by": foi_request.created_by,
        "added_at": NOW,
    }

    def enclose(draft: Draft | None) -> Enclosure:
        return Enclosure.objects.create(foi_request=foi_request, draft=draft, **same)

    assert enclose(draft)
    assert enclose(None)
    refused(lambda: enclose(draft), by="an_enclosure_once")
    refused(lambda: enclose(None), by="an_enclosure_of_a_first_letter_once")


def test_no_two_requests_have_one_reply_token() -> None:
    first, second = make.a_request(), make.a_request()
    assert first.reply_token != second.reply_token
    refused(
        lambda: FoiRequest.objects.filter(pk=second.pk).update(reply_token=first.reply_token),
        by="FoiRequest.reply_token",
    )
