"""Reports of mail that came back find the mail they are about."""

from __future__ import annotations

import pytest
from django.conf import LazySettings

from requests_app.core.states import EventKind, MessageKind
from requests_app.models import AuthorityAddress, FoiRequest, IncomingEmail, Message, OutgoingEmail
from requests_app.usecases import incoming
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db
NOW = noon(LATE_ON)
THEIRS = "foi@ambleford.example.org"


@pytest.fixture(autouse=True)
def reply_address(settings: LazySettings) -> None:
    settings.REPLY_ADDRESS = "foi@example.org"


def a_letter(foi_request: FoiRequest) -> OutgoingEmail:
    AuthorityAddress.objects.create(authority=foi_request.authority, address=THEIRS)
    email = make.an_email(make.requester_of(foi_request), foi_request=foi_request, to_address=THEIRS)
    OutgoingEmail.objects.filter(pk=email.pk).update(
        kind=OutgoingEmail.Kind.LETTER, state=OutgoingEmail.State.SENT, sent_at=NOW, attempts=1
    )
    email.refresh_from_db()
    return email


def a_report(
    *, to: str = "us@example.org", message_id: str = "", action: str = "failed", status: str = "5.1.1"
) -> IncomingEmail:
    back = (
        f"--b\nContent-Type: text/rfc822-headers\n\nTo: {THEIRS}\nMessage-ID: {message_id}\n\n"
        if message_id
        else ""
    )
    raw = (
        f"From: MAILER-DAEMON@mx.example\nTo: {to}\nSubject: Undelivered Mail Returned to Sender\nReturn-Path: <>\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n--b\n\nIt could not be delivered.\n'
        f"--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; {THEIRS}\n"
        f"Action: {action}\nStatus: {status}\nDiagnostic-Code: smtp; 550 no such user\n\n{back}--b--\n"
    )
    mail = incoming.store_email(raw=raw.encode(), source="pipe", now=NOW)
    incoming.take_in(incoming_id=mail.pk, now=NOW)
    return IncomingEmail.objects.get(pk=mail.pk)


def test_a_report_marks_the_letter_and_the_address_and_asks_a_person_to_confirm_it() -> None:
    foi_request = make.a_request()
    letter = a_letter(foi_request)
    mail = a_report(message_id=letter.message_id)
    letter.refresh_from_db()
    assert letter.state == OutgoingEmail.State.BOUNCED
    assert "550 no such user" in letter.last_error
    assert AuthorityAddress.objects.get(address=THEIRS).bad_since is not None
    assert (mail.state, mail.nature, mail.about, mail.foi_request) == (
        "placed",
        "bounce",
        letter,
        foi_request,
    )
    message = foi_request.messages.get(direction="received")
    assert (message.kind, message.reading_state) == (MessageKind.BOUNCE, Message.ReadingState.TO_CONFIRM)
    assert not foi_request.events.filter(kind=EventKind.DELIVERY_FAILED).exists(), (
        "the clock waits for a person"
    )


def test_a_report_without_what_it_returned_finds_the_letter_by_the_address_it_came_to() -> None:
    foi_request = make.a_request()
    letter = a_letter(foi_request)
    assert a_report(to=f"foi+{foi_request.reply_token}@example.org").about == letter


def test_a_mail_that_is_only_late_is_not_given_up() -> None:
    foi_request = make.a_request()
    letter = a_letter(foi_request)
    a_report(message_id=letter.message_id, action="delayed", status="4.4.1")
    letter.refresh_from_db()
    assert letter.state == OutgoingEmail.State.SENT
    assert AuthorityAddress.objects.get(address=THEIRS).bad_since is None
    assert foi_request.messages.get(direction="received").reading_state == ""


def test_a_report_on_a_reminder_is_with_no_request() -> None:
    email = make.an_email()
    OutgoingEmail.objects.filter(pk=email.pk).update(state=OutgoingEmail.State.SENT, sent_at=NOW)
    mail = a_report(message_id=email.message_id)
    assert (mail.state, mail.about, mail.foi_request) == ("placed", email, None)
    assert not Message.objects.exists()


def test_a_report_on_nothing_of_ours_marks_nothing_and_waits() -> None:
    foi_request = make.a_request()
    a_letter(foi_request)
    mail = a_report(message_id="<nobody@knows>")
    assert mail.state == "tray"
    assert AuthorityAddress.objects.get(address=THEIRS).bad_since is None
