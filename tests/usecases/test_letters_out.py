"""Letters by e-mail: on their way when a person says so, taken back in time, and in the record once they have gone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core import mail as djangos
from pytest_django import Settings

from requests_app.core.errors import BadInput, NotPermitted, StaleVersion, WrongState
from requests_app.core.states import Channel, EventKind, State
from requests_app.gateways import outgoing_mail, queue
from requests_app.gateways.outgoing_mail import SendFailure
from requests_app.models import CompositionVersion, Draft, Event, FoiRequest, Message, OutgoingEmail, User
from requests_app.models.campaign import Role
from requests_app.usecases.clarifications import record_clarification_asked
from requests_app.usecases.compositions import save_composition
from requests_app.usecases.delivery import RETRY_AFTER, deliver
from requests_app.usecases.drafts import approve_draft, draft_clarification_reply, mark_draft_sent
from requests_app.usecases.enclosures import enclose, take_out
from requests_app.usecases.foi_requests import mark_sent, withdraw
from requests_app.usecases.letters_out import letter_went, queue_first_letter, queue_letter, undo_letter
from requests_app.usecases.mail import (
    CLAIM_IS_LOST_AFTER,
    claim_email,
    discard_email,
    give_up_lost_claims,
    release_email,
)
from requests_app.usecases.replies import UploadedFile
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, fresh, noon, refused
from tests.letters_out import THEIRS, a_queued_chaser, a_queued_request, an_address, queued

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)
LATER = noon(LATE_ON)
TEN = timedelta(minutes=10)
Mail = OutgoingEmail.State


@pytest.fixture(autouse=True)
def server(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mail server is set up, with reply addresses; what it is handed lands in ``django.core.mail.outbox``."""
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.REPLY_ADDRESS = "foi@replies.example.org"
    monkeypatch.setattr(queue, "send_email", lambda _pk: None)


def again(email: OutgoingEmail) -> OutgoingEmail:
    return OutgoingEmail.objects.get(pk=email.pk)


def of(email: OutgoingEmail) -> FoiRequest:
    assert email.foi_request is not None
    return FoiRequest.objects.get(pk=email.foi_request.pk)


def by(email: OutgoingEmail) -> User:
    return make.requester_of(of(email))


def draft_of(email: OutgoingEmail) -> Draft:
    assert email.draft is not None
    return Draft.objects.get(pk=email.draft.pk)


def fails(monkeypatch: pytest.MonkeyPatch, failure: SendFailure) -> None:
    def send(_email: OutgoingEmail) -> None:
        raise failure

    monkeypatch.setattr(outgoing_mail, "send", send)


# A request's first letter


def test_a_request_sent_by_mail_goes_after_ten_minutes_and_its_clock_starts_then() -> None:
    email = a_queued_request()
    assert (email.state, email.try_at) == (Mail.READY, NOW + TEN)
    deliver(email_id=email.pk, now=NOW + TEN - timedelta(seconds=1))
    assert djangos.outbox == []
    assert of(email).state == State.DRAFT

    deliver(email_id=email.pk, now=NOW + TEN)
    (sent,) = djangos.outbox
    assert sent.to == [THEIRS]
    assert (sent.subject, sent.body.strip()) == ("Officers in schools", make.LETTER)
    foi_request = of(email)
    assert (foi_request.state, foi_request.response_due_on) == (State.SENT, make.DUE_ON)
    (event,) = foi_request.events.filter(kind=EventKind.SENT)
    assert (event.on, event.details) == (SENT_ON, {"channel": "email", "address": THEIRS})
    message = foi_request.messages.get()
    assert (message.kind, message.message_id) == (Message.Kind.REQUEST, email.message_id)
    assert (again(email).state, again(email).sent_message) == (Mail.SENT, message)


def test_a_letter_is_from_the_requester_at_an_address_of_the_request() -> None:
    email = a_queued_request(requester_name='Alex "Al" Penrose')
    deliver(email_id=email.pk, now=NOW + TEN)
    (sent,) = djangos.outbox
    assert sent.from_email == f"\"Alex 'Al' Penrose\" <foi+{of(email).reply_token}@replies.example.org>"
    assert sent.reply_to == []
    assert email.message_id.endswith("@replies.example.org>")
    assert "Auto-Submitted" not in sent.extra_headers
    assert sent.alternatives == []


def test_without_reply_addresses_replies_go_to_the_person_who_sends(settings: Settings) -> None:
    settings.REPLY_ADDRESS, settings.DEFAULT_FROM_EMAIL = "", "foitracker <mail@site.example.org>"
    email = a_queued_request()
    deliver(email_id=email.pk, now=NOW + TEN)
    (sent,) = djangos.outbox
    assert sent.from_email == '"Alex Penrose" <mail@site.example.org>'
    assert sent.reply_to == [by(email).email]


def test_without_tokens_all_letters_are_from_the_one_mailbox(settings: Settings) -> None:
    settings.REPLY_BY_TOKEN = False
    email = a_queued_request()
    assert (email.from_address, email.reply_to) == ("foi@replies.example.org", "")


def test_somebody_who_wants_no_time_to_think_again_has_none() -> None:
    campaign = make.a_campaign(make.a_person(undo_minutes=0))
    email = a_queued_request(campaign=campaign)
    assert email.try_at == NOW
    deliver(email_id=email.pk, now=NOW)
    assert again(email).state == Mail.SENT


def test_sent_at_half_past_midnight_in_summer_counts_as_that_day_in_london() -> None:
    now = datetime.fromisoformat("2026-07-14T23:25:00+00:00")
    email = a_queued_request(now=now)
    deliver(email_id=email.pk, now=now + TEN)
    assert of(email).events.get(kind=EventKind.SENT).on == date(2026, 7, 15)


def test_without_a_mail_server_a_letter_is_held_and_the_clock_stands_still(settings: Settings) -> None:
    settings.MAIL_CONFIGURED = False
    email = a_queued_request()
    assert (email.state, email.try_at) == (Mail.HELD, None)
    settings.MAIL_CONFIGURED = True
    deliver(email_id=email.pk, now=NOW + TEN)
    assert djangos.outbox == []
    release_email(email=email, by=by(email), now=LATER)
    deliver(email_id=email.pk, now=LATER)
    assert of(email).events.get(kind=EventKind.SENT).on == LATE_ON


def test_a_request_on_its_way_is_not_sent_marked_or_rewritten_meanwhile() -> None:
    foi_request = make.a_composition()
    address = an_address(foi_request)
    person = make.requester_of(foi_request)
    first = {"foi_request": foi_request, "address": address, "by": person, "now": NOW}
    queue_first_letter(**first, version=fresh(foi_request).version)
    with refused(WrongState, "on its way by e-mail already"):
        queue_first_letter(**first, version=fresh(foi_request).version)
    with refused(WrongState, "on its way by e-mail already"):
        mark_sent(foi_request=foi_request, sent_on=SENT_ON, channel=Channel.POST, by=person, now=NOW)
    version = CompositionVersion.objects.get(foi_request=foi_request)
    with refused(WrongState, "its letter stays as it is"):
        save_composition(
            foi_request=foi_request,
            written=make.written(title="Other"),
            authority=foi_request.authority,
            number=version.number,
            seen=foi_request.version,
            tab=version.tab,
            by=person,
            now=NOW,
        )


def test_a_request_that_changed_since_the_page_was_opened_is_not_sent() -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request)
    with refused(StaleVersion, "read it, then send it"):
        queue_first_letter(
            foi_request=foi_request,
            address=address,
            version=foi_request.version + 1,
            by=make.requester_of(foi_request),
            now=NOW,
        )


# Taken back


def test_a_letter_taken_back_in_time_never_goes_and_can_be_sent_again() -> None:
    email = a_queued_request()
    undo_letter(email=email, by=by(email), now=NOW + TEN - timedelta(seconds=1))
    deliver(email_id=email.pk, now=NOW + TEN)
    assert djangos.outbox == []
    assert (again(email).state, of(email).state) == (Mail.TAKEN_BACK, State.DRAFT)
    foi_request = of(email)
    address = foi_request.authority.addresses.get()
    second = queue_first_letter(
        foi_request=foi_request, address=address, version=foi_request.version, by=by(email), now=LATER
    )
    deliver(email_id=second.pk, now=LATER + TEN)
    assert len(djangos.outbox) == 1


def test_a_draft_taken_back_is_approved_again() -> None:
    email = a_queued_chaser()
    assert draft_of(email).state == Draft.State.QUEUED
    undo_letter(email=email, by=by(email), now=LATER)
    assert draft_of(email).state == Draft.State.APPROVED
    assert queued(draft_of(email)).state == Mail.READY


def test_a_letter_that_is_being_sent_or_has_gone_is_not_taken_back() -> None:
    email = a_queued_request()
    assert claim_email(email_id=email.pk, now=NOW + TEN)
    with refused(WrongState, "too late"):
        undo_letter(email=email, by=by(email), now=NOW + TEN)
    other = a_queued_request()
    deliver(email_id=other.pk, now=NOW + TEN)
    with refused(WrongState, "too late"):
        undo_letter(email=other, by=by(other), now=LATER)


# Letters from drafts


def test_a_chaser_that_went_is_in_the_record_as_if_marked_by_hand() -> None:
    by_mail = a_queued_chaser()
    deliver(email_id=by_mail.pk, now=LATER + TEN)
    by_hand = make.an_approved_chaser(make.a_request())
    mark_draft_sent(
        draft=by_hand,
        on=LATE_ON,
        channel=Channel.EMAIL,
        version=by_hand.version,
        by=make.requester_of(by_hand.foi_request),
        now=LATER,
    )

    def record(foi_request: FoiRequest) -> list[object]:
        event = foi_request.events.order_by("-pk").first()
        message = foi_request.messages.order_by("-pk").first()
        assert event is not None
        assert message is not None
        return [
            event.kind,
            event.on,
            event.sentence,
            event.details["letter"],
            message.kind,
            message.channel,
            message.happened_on,
            message.direction,
        ]

    assert record(of(by_mail)) == record(by_hand.foi_request)
    assert draft_of(by_mail).state == Draft.State.SENT


def test_an_answer_to_their_question_sent_by_mail_restarts_the_clock_that_day() -> None:
    foi_request = make.a_request()
    person = make.requester_of(foi_request)
    asked = record_clarification_asked(
        foi_request=foi_request,
        on=date(2026, 10, 13),
        asked="Which schools?",
        channel=Channel.EMAIL,
        by=person,
        now=noon(date(2026, 10, 13)),
    )
    on = date(2026, 10, 15)
    draft = draft_clarification_reply(clarification=asked, answered="All.", by=person, now=noon(on))
    draft = approve_draft(draft=draft, version=draft.version, by=person, now=noon(on))
    email = queued(draft, now=noon(on))
    deliver(email_id=email.pk, now=noon(on) + TEN)
    asked.refresh_from_db()
    assert (asked.is_answered, asked.answered_on) == (True, on)
    assert asked.answered_in == again(email).sent_message
    assert fresh(foi_request).response_due_on == date(2026, 11, 12)


def test_letters_of_a_thread_name_the_messages_before_them() -> None:
    first = a_queued_request()
    deliver(email_id=first.pk, now=NOW + TEN)
    foi_request = of(first)
    make.a_reply(foi_request, on=date(2026, 10, 7), text="Thank you for your request.")
    received = foi_request.messages.order_by("-pk")[0]
    Message.objects.filter(pk=received.pk).update(message_id="<theirs@authority.example.org>")
    chaser = queued(make.an_approved_chaser(foi_request))
    deliver(email_id=chaser.pk, now=LATER + TEN)
    headers = djangos.outbox[1].extra_headers
    assert headers["Message-ID"] == chaser.message_id
    assert headers["In-Reply-To"] == "<theirs@authority.example.org>"
    assert headers["References"] == f"{first.message_id} <theirs@authority.example.org>"


def test_a_complaint_to_the_regulator_is_not_mailed_to_the_authority() -> None:
    draft = make.an_approved_chaser(make.a_request())
    Draft.objects.filter(pk=draft.pk).update(kind="ico_complaint")
    an_address(draft.foi_request)
    with refused(WrongState, "their own form"):
        queued(Draft.objects.get(pk=draft.pk))


def test_a_letter_nobody_approved_is_not_sent() -> None:
    draft = make.a_chaser(make.a_request())
    an_address(draft.foi_request)
    with refused(WrongState, "waiting for you"):
        queued(draft)


# Addresses, files, sizes


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"checked_on": None}, "Nobody has checked"),
        ({"bad_since": NOW}, "came back"),
        ({"channel": Channel.POST}, "Nobody has checked"),
    ],
)
def test_letters_go_only_to_an_address_somebody_checked(fields: dict[str, object], sentence: str) -> None:
    foi_request = make.a_written_request()
    address = an_address(foi_request, **fields)
    with refused(BadInput, sentence, field="address"):
        queue_first_letter(
            foi_request=foi_request,
            address=address,
            version=foi_request.version,
            by=make.requester_of(foi_request),
            now=NOW,
        )


def test_letters_do_not_go_to_the_address_of_another_authority() -> None:
    foi_request = make.a_written_request()
    address = an_address(make.a_written_request())
    with refused(BadInput, "one of the addresses of this authority", field="address"):
        queue_first_letter(
            foi_request=foi_request,
            address=address,
            version=foi_request.version,
            by=make.requester_of(foi_request),
            now=NOW,
        )


def test_files_go_with_the_letter_and_stay_with_its_message() -> None:
    foi_request = make.a_written_request()
    person = make.requester_of(foi_request)
    files = [
        UploadedFile("map.png", "image/png", b"\x89PNG map"),
        UploadedFile("x.html", "text/html", b"<p>"),
    ]
    enclose(foi_request=foi_request, draft=None, uploads=[*files, files[0]], by=person, now=NOW)
    email = queue_first_letter(
        foi_request=foi_request,
        address=an_address(foi_request),
        version=foi_request.version,
        by=person,
        now=NOW,
    )
    with refused(WrongState, "files stay as they are"):
        take_out(enclosure=foi_request.enclosures.all()[0], by=person)
    deliver(email_id=email.pk, now=NOW + TEN)
    (sent,) = djangos.outbox
    assert [each[0] for each in sent.attachments] == ["map.png", "x.html"]
    message = foi_request.messages.get()
    assert [bytes(each.content) for each in message.attachments.all()] == [files[0].content, files[1].content]


def test_a_mail_larger_than_they_take_is_refused_with_the_figures() -> None:
    foi_request = make.a_written_request(authority=make.an_authority(mail_limit_mb=1))
    person = make.requester_of(foi_request)
    enclose(
        foi_request=foi_request,
        draft=None,
        uploads=[UploadedFile("scan.pdf", "application/pdf", b"%PDF" + b"x" * 900_000)],
        by=person,
        now=NOW,
    )
    address = an_address(foi_request)
    with refused(BadInput, "takes mail of up to 1 MB", field="enclosures"):
        queue_first_letter(
            foi_request=foi_request, address=address, version=foi_request.version, by=person, now=NOW
        )


# Stopped, doubtful, settled by a person


def test_a_temporary_no_is_tried_again_and_a_final_no_stops_with_their_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    email = a_queued_request()
    fails(monkeypatch, SendFailure("451 later", temporary=True))
    deliver(email_id=email.pk, now=NOW + TEN)
    assert (again(email).state, again(email).try_at) == (Mail.READY, NOW + TEN + RETRY_AFTER[0])
    fails(monkeypatch, SendFailure("550 5.1.1 Nobody here", temporary=False))
    deliver(email_id=email.pk, now=LATER)
    assert (again(email).state, again(email).last_error) == (Mail.FAILED, "550 5.1.1 Nobody here")
    assert of(email).state == State.DRAFT
    undo_letter(email=email, by=by(email), now=LATER)


def test_a_letter_handed_over_without_an_answer_is_doubtful_and_not_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    email = a_queued_request()
    fails(monkeypatch, SendFailure("Connection unexpectedly closed", temporary=True, doubtful=True))
    deliver(email_id=email.pk, now=NOW + TEN)
    assert again(email).state == Mail.DOUBTFUL
    monkeypatch.undo()
    deliver(email_id=email.pk, now=LATER)
    assert djangos.outbox == []


def in_doubt() -> OutgoingEmail:
    email = a_queued_chaser()
    claim_email(email_id=email.pk, now=LATER + TEN)
    assert give_up_lost_claims(now=LATER + TEN + CLAIM_IS_LOST_AFTER * 2) == 1
    return again(email)


def test_it_went_puts_a_doubtful_letter_into_the_record_on_the_day_it_was_tried() -> None:
    email = in_doubt()
    settled = letter_went(email=email, by=by(email), now=noon(date(2026, 11, 9)))
    assert (settled.state, settled.sent_at) == (Mail.SENT, LATER + TEN)
    assert settled.sent_message is not None
    assert settled.sent_message.happened_on == LATE_ON
    assert draft_of(email).state == Draft.State.SENT
    with refused(WrongState, "no longer in doubt"):
        letter_went(email=email, by=by(email), now=LATER)


def test_it_did_not_go_sends_a_doubtful_letter_again_as_the_same_mail() -> None:
    email = in_doubt()
    release_email(email=email, by=by(email), now=LATER + timedelta(hours=2))
    deliver(email_id=email.pk, now=LATER + timedelta(hours=2))
    assert [each.extra_headers["Message-ID"] for each in djangos.outbox] == [email.message_id]
    assert draft_of(email).state == Draft.State.SENT


def test_a_slow_sender_that_knows_better_settles_the_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    email = a_queued_chaser()
    real = outgoing_mail.send

    def slow(claimed: OutgoingEmail) -> None:
        give_up_lost_claims(now=LATER + timedelta(hours=1))
        real(claimed)

    monkeypatch.setattr(outgoing_mail, "send", slow)
    deliver(email_id=email.pk, now=LATER + TEN)
    assert again(email).state == Mail.SENT
    assert Event.objects.filter(foi_request=of(email), details__letter="overdue_chaser").count() == 1


def test_what_can_not_be_recorded_though_it_went_is_left_to_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    email = a_queued_chaser()
    real = outgoing_mail.send

    def withdrawn_meanwhile(claimed: OutgoingEmail) -> None:
        real(claimed)
        withdraw(foi_request=of(email), on=LATE_ON, by=by(email), now=LATER)

    monkeypatch.setattr(outgoing_mail, "send", withdrawn_meanwhile)
    deliver(email_id=email.pk, now=LATER + TEN)
    assert again(email).state == Mail.DOUBTFUL
    assert "The server took it" in again(email).last_error
    assert again(email).sent_message is None


def test_a_letter_of_a_request_withdrawn_meanwhile_does_not_go() -> None:
    email = a_queued_chaser()
    withdraw(foi_request=of(email), on=LATE_ON, by=by(email), now=LATER)
    deliver(email_id=email.pk, now=LATER + TEN)
    assert djangos.outbox == []
    assert again(email).state == Mail.TAKEN_BACK


def test_a_letter_that_a_reply_overtook_does_not_go() -> None:
    email = a_queued_chaser()
    make.answered(of(email), on=LATE_ON)
    deliver(email_id=email.pk, now=LATER + TEN)
    assert djangos.outbox == []
    assert "put away" in again(email).last_error


def test_a_letter_whose_sender_left_the_campaign_or_whose_address_went_bad_stops() -> None:
    left, bad = a_queued_chaser(), a_queued_chaser()
    of(left).campaign.memberships.all().delete()
    address = of(bad).authority.addresses.get()
    address.bad_since = NOW
    address.save()
    for email in (left, bad):
        deliver(email_id=email.pk, now=LATER + TEN)
        assert again(email).state == Mail.FAILED
    assert djangos.outbox == []
    assert "may not send letters" in again(left).last_error
    assert "choose another address" in again(bad).last_error


# Who may


def test_only_editors_take_a_file_out_or_send_a_request() -> None:
    foi_request = make.a_written_request()
    address, person = an_address(foi_request), make.requester_of(foi_request)
    file = UploadedFile("map.png", "image/png", b"png")
    (enclosed,) = enclose(foi_request=foi_request, draft=None, uploads=[file], by=person, now=NOW)
    for other in (make.a_member(foi_request.campaign, Role.VIEWER), make.a_person(is_staff=True)):
        with refused(NotPermitted, "only editors"):
            take_out(enclosure=enclosed, by=other)
        with refused(NotPermitted, "only editors"):
            queue_first_letter(
                foi_request=foi_request, address=address, version=foi_request.version, by=other, now=NOW
            )
    take_out(enclosure=enclosed, by=person)
    assert not foi_request.enclosures.exists()


def test_only_editors_of_the_campaign_send_take_back_and_settle_letters() -> None:
    email = a_queued_chaser()
    viewer = make.a_member(of(email).campaign, Role.VIEWER)
    staff = make.a_person(is_staff=True)
    for person in (viewer, staff):
        for act in (undo_letter, letter_went, release_email):
            with refused(NotPermitted, "only editors"):
                act(email=email, by=person, now=LATER)
    with refused(WrongState, "taken back, not discarded"):
        discard_email(email=email, by=by(email))
    draft = make.an_approved_chaser(make.a_request())
    address = an_address(draft.foi_request)
    with refused(NotPermitted, "only editors"):
        queue_letter(draft=draft, address=address, version=draft.version, by=staff, now=LATER)
