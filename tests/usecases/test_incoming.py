"""Mail that comes: kept first, placed by what is certain, and by nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from django.conf import LazySettings

from requests_app.core.states import EventKind, MessageKind
from requests_app.models import (
    AuthorityAddress,
    FoiRequest,
    IncomingEmail,
    Message,
    OutgoingEmail,
)
from requests_app.usecases import incoming as receiving
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

NOW = noon(date(2026, 11, 2))
State, Nature = IncomingEmail.State, IncomingEmail.Nature


@pytest.fixture(autouse=True)
def reply_address(settings: LazySettings) -> None:
    settings.REPLY_ADDRESS = "foi@example.org"


def a_mail(text: str = "Please find our reply.", **headers: str) -> EmailMessage:
    mail = EmailMessage()
    named = {
        "From": "FOI Team <foi@ambleford.police.uk>",
        "Subject": "Your request",
        "Message-ID": "<one@ambleford>",
    }
    named |= {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("Date", "Mon, 02 Nov 2026 09:00:00 +0000")
    for name, value in named.items():
        if value:
            mail[name] = value
    mail.set_content(text)
    return mail


def to(foi_request: FoiRequest) -> str:
    return f"foi+{foi_request.reply_token}@example.org"


def received(mail: EmailMessage | bytes, **kept: Any) -> IncomingEmail:
    raw = mail if isinstance(mail, bytes) else mail.as_bytes()
    stored = receiving.store_email(raw=raw, source="pipe", now=kept.pop("now", NOW))
    receiving.take_in(incoming_id=stored.pk, now=NOW)
    return IncomingEmail.objects.get(pk=stored.pk)


def a_police_request(**fields: Any) -> FoiRequest:
    foi_request = make.a_request(**fields)
    AuthorityAddress.objects.create(authority=foi_request.authority, address="foi@ambleford.police.uk")
    return foi_request


def test_a_mail_to_the_address_of_a_request_becomes_its_message_to_be_confirmed() -> None:
    foi_request = a_police_request()
    mail = received(a_mail(To=to(foi_request)))
    message = Message.objects.get(foi_request=foi_request, direction=Message.Direction.RECEIVED)
    assert (mail.state, mail.became, mail.foi_request) == (State.PLACED, message, foi_request)
    assert message.reading_state == Message.ReadingState.TO_CONFIRM
    assert (message.subject, message.body, message.happened_on) == (
        "Your request",
        "Please find our reply.",
        date(2026, 11, 2),
    )
    assert mail.is_from_elsewhere is False
    assert mail.reasons == ["It was sent to the address of this request."]
    assert foi_request.events.standing().count() == 1, "the clock does not move by itself"


@pytest.mark.parametrize("header", ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"])
def test_the_address_is_found_in_every_header_and_in_capitals(header: str) -> None:
    foi_request = a_police_request()
    mail = received(a_mail(**{header.replace("-", "_"): to(foi_request).upper()}))
    assert mail.foi_request == foi_request


def test_the_same_bytes_and_the_same_mail_by_another_way_are_one() -> None:
    foi_request = a_police_request()
    mail = a_mail(To=to(foi_request))
    first = received(mail)
    assert received(mail).pk == first.pk
    assert (
        received(b"Received: from relay.example.org; Mon, 2 Nov 2026 10:00:00 +0000\n" + mail.as_bytes()).pk
        == first.pk
    )
    assert IncomingEmail.objects.count() == 1
    assert foi_request.messages.filter(direction="received").count() == 1


def test_a_mail_whose_bytes_a_server_changed_is_told_as_come_twice_and_kept() -> None:
    foi_request = a_police_request()
    mail = a_mail("Our reply", To=to(foi_request))
    received(mail)
    mail.set_content("Our reply", cte="base64")
    changed = mail.as_bytes()
    again = received(changed)
    assert (again.state, again.nature) == (State.REFUSED, Nature.REPEATED)
    assert foi_request.messages.filter(direction="received").count() == 1


def test_two_mails_with_one_message_id_and_other_words_are_two() -> None:
    foi_request = a_police_request()
    received(a_mail("The first", To=to(foi_request)))
    received(a_mail("The second", To=to(foi_request)))
    assert foi_request.messages.filter(direction="received").count() == 2


def test_a_mail_taken_in_twice_is_one_message() -> None:
    foi_request = a_police_request()
    mail = received(a_mail(To=to(foi_request)))
    receiving.take_in(incoming_id=mail.pk, now=NOW)
    assert foi_request.messages.filter(direction="received").count() == 1


def test_a_mail_that_answers_a_message_of_a_request_is_placed_with_it() -> None:
    foi_request = a_police_request()
    Message.objects.filter(foi_request=foi_request).update(message_id="<ours@example.org>")
    mail = received(a_mail(References="<x@y> <ours@example.org>"))
    assert (mail.foi_request, mail.reasons) == (foi_request, ["It answers a message of this request."])


def test_their_reference_places_a_mail_only_together_with_their_domain() -> None:
    foi_request = a_police_request()
    FoiRequest.objects.filter(pk=foi_request.pk).update(authority_reference="FOI-2026-0412")
    placed = received(a_mail(Subject="Re: foi/2026/0412 schools", Message_ID="<a@b>"))
    assert placed.foi_request == foi_request
    other = received(a_mail(Subject="FOI-2026-0412", From="Somebody <me@gmail.com>", Message_ID="<c@d>"))
    assert (other.state, other.foi_request) == (State.TRAY, None)
    assert other.guesses[0]["key"] == foi_request.pk
    assert "does not come from the domain" in other.reasons[0]
    assert other.campaign == foi_request.campaign


def test_a_mail_from_a_domain_alone_is_a_guess() -> None:
    foi_request = a_police_request(title="Officers in schools")
    mail = received(a_mail(Subject="Officers and schools", From="FOI <team@foi.ambleford.police.uk>"))
    assert mail.state == State.TRAY
    assert mail.guesses[0]["key"] == foi_request.pk
    assert len(mail.guesses[0]["reasons"]) == 2


def test_guesses_in_several_campaigns_are_for_staff_alone() -> None:
    first = a_police_request()
    make.a_request(authority=first.authority)
    mail = received(a_mail())
    assert len(mail.guesses) == 2
    assert mail.campaign is None


def test_a_mail_to_the_addresses_of_two_requests_waits_for_a_person() -> None:
    first, second = a_police_request(), make.a_request()
    mail = received(a_mail(To=f"{to(first)}, {to(second)}"))
    assert mail.state == State.TRAY
    assert {guess["key"] for guess in mail.guesses} == {first.pk, second.pk}


def test_a_mail_from_another_domain_is_placed_by_its_address_and_marked() -> None:
    foi_request = a_police_request()
    mail = received(a_mail(To=to(foi_request), From="Mallory <m@elsewhere.example>"))
    assert (mail.foi_request, mail.is_from_elsewhere) == (foi_request, True)


def test_an_automatic_reply_is_no_answer_and_nobody_has_to_confirm_it() -> None:
    foi_request = a_police_request()
    mail = received(
        a_mail("I am out of the office until Monday.", To=to(foi_request), Auto_Submitted="auto-replied")
    )
    message = foi_request.messages.get(direction="received")
    assert (mail.nature, message.kind, message.reading_state) == (
        Nature.AUTOMATIC,
        MessageKind.AUTOMATIC_REPLY,
        "",
    )
    assert foi_request.events.standing().filter(kind=EventKind.OTHER_CORRESPONDENCE).count() == 1
    assert not OutgoingEmail.objects.filter(to_address__icontains="ambleford").exists(), "nothing is answered"


def test_an_answer_that_a_case_system_marks_as_generated_is_an_answer() -> None:
    foi_request = a_police_request()
    mail = received(a_mail(make.REPLY, To=to(foi_request), Auto_Submitted="auto-generated"))
    assert mail.nature == Nature.LETTER
    assert mail.became is not None
    assert mail.became.reading_state == Message.ReadingState.TO_CONFIRM


def test_our_own_mail_come_back_goes_nowhere() -> None:
    foi_request = a_police_request()
    mail = received(a_mail(To=to(foi_request), From="us <FOI+22222222@example.org>"))
    assert (mail.state, mail.nature) == (State.REFUSED, Nature.LOOP)
    assert bytes(mail.raw)


def test_a_mail_for_a_request_that_was_not_sent_waits() -> None:
    foi_request = make.a_written_request()
    mail = received(a_mail(To=to(foi_request)))
    assert (mail.state, mail.campaign) == (State.TRAY, foi_request.campaign)
    assert "has not been sent yet" in mail.reasons[0]


def test_a_mail_dated_before_the_request_went_came_on_the_day_we_got_it() -> None:
    foi_request = a_police_request()
    received(a_mail(To=to(foi_request), Date="Thu, 1 Jan 2004 00:00:00 +0000"))
    assert foi_request.messages.get(direction="received").happened_on == date(2026, 11, 2)


def test_a_mail_of_an_outage_keeps_its_own_day() -> None:
    foi_request = a_police_request()
    mail = a_mail(To=to(foi_request), Date="Fri, 30 Oct 2026 09:00:00 +0000")
    received(mail, now=NOW + timedelta(days=3))
    assert foi_request.messages.get(direction="received").happened_on == date(2026, 10, 30)


def test_files_wait_for_the_confined_process_and_programs_are_not_given_out() -> None:
    foi_request = a_police_request()
    mail = a_mail(To=to(foi_request))
    for number in range(17):
        mail.add_attachment(b"the same words", maintype="text", subtype="csv", filename=f"table {number}.csv")
    mail.add_attachment(b"MZ....", maintype="application", subtype="octet-stream", filename="reply.pdf.exe")
    kept = received(mail)
    message = foi_request.messages.get(direction="received")
    assert message.reading_state == Message.ReadingState.BEING_READ
    assert message.attachments.filter(extraction="waiting").count() == 17
    refused = message.attachments.get(filename="reply.pdf.exe")
    assert (bytes(refused.content), refused.extraction) == (b"", "failed")
    assert "not given out" in refused.notes[0]["sentence"]
    assert kept.troubles == ["“reply.pdf.exe” is a program, or can hold one. It is not given out."]


def test_a_reader_that_died_three_times_leaves_the_mail_in_the_tray_with_its_bytes() -> None:
    stored = receiving.store_email(raw=b"Subject: x\n\nwords", source="pipe", now=NOW)
    for again in range(3):
        moment = NOW + timedelta(hours=again)
        assert receiving.claim(stored.pk, now=moment)
        assert receiving.give_up_lost_claims(now=moment) == 0
        assert receiving.give_up_lost_claims(now=moment + timedelta(minutes=11)) == 1
    stored.refresh_from_db()
    assert stored.state == State.TRAY
    assert "cut short 3 times" in stored.reasons[0]
    assert bytes(stored.raw) == b"Subject: x\n\nwords"


def test_what_breaks_the_reading_is_kept_and_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(receiving, "made_of", broken)
    mail = received(a_mail("The words", Subject="A reply"))
    assert (mail.state, mail.subject) == (State.TRAY, "A reply")
    assert "could not be read" in mail.reasons[0]
    assert "The words" in mail.text


def test_a_mail_for_a_withdrawn_request_is_kept_and_asks_nothing_of_anybody() -> None:
    foi_request = a_police_request()
    FoiRequest.objects.filter(pk=foi_request.pk).update(state="withdrawn")
    received(a_mail(To=to(foi_request)))
    assert foi_request.messages.get(direction="received").reading_state == ""


def test_the_day_of_a_mail_is_the_one_in_london() -> None:
    foi_request = a_police_request(sent_on=SENT_ON)
    received(a_mail(To=to(foi_request), Date="Sat, 24 Oct 2026 23:30:00 +0000"))
    assert foi_request.messages.get(direction="received").happened_on == date(2026, 10, 25)
