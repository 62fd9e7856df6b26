"""What goes by post, portal, hand or phone: its proof kept, its scan for the campaign alone, its clock by its channel."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from requests_app.core.errors import BadInput
from requests_app.core.states import Channel, EventKind, LetterKind, Regime
from requests_app.models import Draft, FoiRequest
from requests_app.models.campaign import Visibility
from requests_app.usecases.replies import UploadedFile
from requests_app.usecases.sent_otherwise import letter_sent_otherwise, request_sent_otherwise
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, fresh, noon, refused

pytestmark = pytest.mark.django_db

SCAN = UploadedFile("receipt.png", "image/png", b"\x89PNG")


def sent(foi_request: FoiRequest, channel: Channel, **fields: object) -> FoiRequest:
    request_sent_otherwise(
        foi_request=foi_request,
        sent_on=SENT_ON,
        channel=channel,
        by=make.requester_of(foi_request),
        now=noon(SENT_ON),
        **fields,
    )
    return fresh(foi_request)


@pytest.mark.parametrize(
    ("channel", "due_on"),
    [
        (Channel.PORTAL, date(2026, 11, 3)),
        (Channel.HAND, date(2026, 11, 3)),
        (Channel.POST, date(2026, 11, 5)),
    ],
)
def test_the_clock_starts_by_the_rules_of_the_channel(channel: Channel, due_on: date) -> None:
    foi_request = sent(make.a_written_request(), channel)
    assert foi_request.response_due_on == due_on


def test_the_proof_and_the_scan_stay_with_what_was_sent() -> None:
    foi_request = sent(make.a_written_request(), Channel.POST, proof="RN 1234 5678 9GB", scans=[SCAN, SCAN])
    assert foi_request.events.get(kind=EventKind.SENT).details["proof"] == "RN 1234 5678 9GB"
    (file,) = foi_request.messages.get().attachments.all()
    assert (file.filename, bytes(file.content)) == ("receipt.png", SCAN.content)


def test_proof_and_scan_of_a_public_request_are_for_its_campaign_alone() -> None:
    foi_request = make.a_written_request(visibility=Visibility.PUBLIC)
    sent(foi_request, Channel.POST, proof="RN 1234 5678 9GB", scans=[SCAN])
    message = foi_request.messages.get()
    file = reverse(
        "attachment_download", args=[foi_request.reference, message.pk, message.attachments.get().pk]
    )
    page = reverse("message_detail", args=[foi_request.reference, message.pk])
    member = Client()
    member.force_login(make.requester_of(foi_request), backend="django.contrib.auth.backends.ModelBackend")
    assert member.get(file).status_code == 200
    assert "RN 1234 5678 9GB" in member.get(foi_request.get_absolute_url()).content.decode()
    assert Client().get(file).status_code == 404
    assert "receipt.png" not in Client().get(page).content.decode()
    assert "RN 1234 5678 9GB" not in Client().get(foi_request.get_absolute_url()).content.decode()


def test_only_environmental_information_is_asked_for_by_phone_and_its_clock_starts_that_day() -> None:
    written = make.a_written_request()
    with refused(BadInput, "this law wants a request in writing", field="channel"):
        sent(written, Channel.PHONE)
    FoiRequest.objects.filter(pk=written.pk).update(regime=Regime.EIR)
    foi_request = sent(written, Channel.PHONE, proof="Ms Ambrose, front desk")
    assert foi_request.response_due_on == date(2026, 11, 3)
    assert not any("How the request was sent" in doubt for doubt in foi_request.clock_uncertain)


def test_a_chaser_may_go_by_phone_and_a_review_may_not() -> None:
    draft = make.an_approved_chaser(make.a_request())
    say = {"on": LATE_ON, "channel": Channel.PHONE, "now": noon(LATE_ON), "proof": "Ms Ambrose"}
    by = make.requester_of(draft.foi_request)
    letter_sent_otherwise(draft=draft, version=draft.version, by=by, scans=[SCAN], **say)
    message = draft.foi_request.messages.order_by("-pk")[0]
    assert (message.channel, message.attachments.count()) == (Channel.PHONE, 1)
    event = draft.foi_request.events.order_by("-pk")[0]
    assert event.details == {"letter": "overdue_chaser", "proof": "Ms Ambrose"}
    review = make.an_approved_chaser(make.a_request())
    kind = next(kind for kind in LetterKind if kind.asks_for_review)
    Draft.objects.filter(pk=review.pk).update(kind=kind)
    with refused(BadInput, "asked for in writing", field="channel"):
        letter_sent_otherwise(
            draft=Draft.objects.get(pk=review.pk),
            version=review.version,
            by=make.requester_of(review.foi_request),
            **say,
        )


def test_an_empty_scan_changes_nothing() -> None:
    foi_request = make.a_written_request()
    with refused(BadInput, "is empty", field="scans"):
        sent(foi_request, Channel.POST, scans=[UploadedFile("scan.pdf", "application/pdf", b"")])


def test_the_pages_take_a_number_and_a_scan() -> None:
    foi_request = make.a_written_request()
    client = Client()
    client.force_login(make.requester_of(foi_request), backend="django.contrib.auth.backends.ModelBackend")
    data = {
        "sent_on": "2026-10-06",
        "channel": "post",
        "proof": "RN 1",
        "version": foi_request.version,
        "scans": SimpleUploadedFile("a.png", b"png", "image/png"),
    }
    client.post(reverse("request_sent", args=[foi_request.reference]), data)
    assert foi_request.messages.get().attachments.get().filename == "a.png"
    draft = make.an_approved_chaser(make.a_request(foi_request.campaign))
    data = {
        "on": "2026-11-04",
        "channel": "post",
        "proof": "RN 2",
        "version": draft.version,
        "scans": SimpleUploadedFile("b.png", b"png", "image/png"),
    }
    client.post(reverse("draft_sent", args=[draft.foi_request.reference, draft.pk]), data)
    assert draft.foi_request.messages.order_by("-pk")[0].attachments.get().filename == "b.png"
