"""Mail that leaves: queued as a row, claimed, sent, recorded. Only the sending itself is replaced here."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core import mail as djangos
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from requests_app.core.errors import NotPermitted, WrongState
from requests_app.gateways import outgoing_mail, queue
from requests_app.gateways.outgoing_mail import SendFailure
from requests_app.models import OutgoingEmail, User
from requests_app.models.campaign import Role
from requests_app.usecases.delivery import RETRY_AFTER, deliver, record_failure, record_sent
from requests_app.usecases.mail import (
    CLAIM_IS_LOST_AFTER,
    claim_email,
    discard_email,
    give_up_lost_claims,
    release_email,
)
from tests import factories as make
from tests.factories import SENT_ON, noon, refused

pytestmark = pytest.mark.django_db

NOW = noon(SENT_ON)
State = OutgoingEmail.State


@pytest.fixture
def server(settings: Settings) -> None:
    """A mail server is set up; what it is handed lands in ``django.core.mail.outbox``."""
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which mails were handed to the queue."""
    ids: list[int] = []
    monkeypatch.setattr(queue, "send_email", ids.append)
    return ids


def fails(monkeypatch: pytest.MonkeyPatch, sentence: str, *, temporary: bool) -> None:
    def send(_email: OutgoingEmail) -> None:
        raise SendFailure(sentence, temporary=temporary)

    monkeypatch.setattr(outgoing_mail, "send", send)


def fresh(email: OutgoingEmail) -> OutgoingEmail:
    return OutgoingEmail.objects.get(pk=email.pk)


# Queued


def test_without_a_server_mail_is_held_and_nothing_is_queued(queued: list[int]) -> None:
    email = make.an_email()
    assert (email.state, email.try_at) == (State.HELD, None)
    assert queued == []
    deliver(email_id=email.pk, now=NOW)
    assert fresh(email).state == State.HELD
    assert claim_email(email_id=email.pk, now=NOW + timedelta(days=365)) is None


def test_held_mail_is_not_let_go_when_a_server_appears(server: None) -> None:
    email = make.an_email()
    OutgoingEmail.objects.filter(pk=email.pk).update(state=State.HELD, try_at=None)
    deliver(email_id=email.pk, now=NOW)
    assert djangos.outbox == []
    assert fresh(email).state == State.HELD


def test_with_a_server_mail_is_ready_and_queued_once_the_row_is_there(
    server: None, queued: list[int]
) -> None:
    email = make.an_email()
    assert (email.state, email.try_at) == (State.READY, NOW)
    assert queued == [email.pk]


def test_every_mail_has_a_stable_id_of_its_own() -> None:
    first, second = make.an_email(), make.an_email()
    assert first.message_id != second.message_id
    assert first.message_id.startswith("<")
    assert first.message_id.endswith("@foitracker.invalid>")


def test_a_subject_is_one_line_of_a_length_that_can_be_kept() -> None:
    email = make.an_email(subject="Reply due\r\nBcc: everybody@example.org " + "x" * 400)
    assert email.subject.startswith("Reply due Bcc: everybody@example.org xxx")
    assert len(email.subject) == 300


# Sent


def test_mail_is_sent_once_however_often_it_is_delivered(server: None) -> None:
    email = make.an_email(html="<p>The reply is due.</p>")
    for _ in range(3):
        deliver(email_id=email.pk, now=NOW)
    (sent,) = djangos.outbox
    assert sent.to == [email.to_address]
    assert sent.extra_headers["Message-ID"] == email.message_id
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"
    assert sent.alternatives[0][0] == "<p>The reply is due.</p>"
    row = fresh(email)
    assert (row.state, row.sent_at, row.attempts, row.last_error) == (State.SENT, NOW, 1, "")


def test_mail_is_claimed_by_one_of_two(server: None) -> None:
    email = make.an_email()
    first = claim_email(email_id=email.pk, now=NOW)
    assert first is not None
    assert (first.state, first.claimed_at, first.attempts) == (State.SENDING, NOW, 1)
    assert claim_email(email_id=email.pk, now=NOW) is None


def test_mail_is_not_claimed_before_its_time(server: None) -> None:
    email = make.an_email()
    assert claim_email(email_id=email.pk, now=NOW - timedelta(seconds=1)) is None
    assert claim_email(email_id=email.pk, now=NOW) is not None


def test_mail_that_is_gone_is_nobodys_to_claim(server: None) -> None:
    assert claim_email(email_id=987654, now=NOW) is None
    deliver(email_id=987654, now=NOW)
    assert djangos.outbox == []


# Failures


def test_a_temporary_failure_is_tried_again_later_and_later_and_then_given_up(
    server: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = make.an_email()
    fails(monkeypatch, "(451, 'Try again')", temporary=True)
    now = NOW
    for attempt, wait in enumerate(RETRY_AFTER, start=1):
        deliver(email_id=email.pk, now=now)
        row = fresh(email)
        assert (row.state, row.attempts, row.try_at) == (State.READY, attempt, now + wait)
        assert row.last_error == "(451, 'Try again')"
        deliver(email_id=email.pk, now=now + wait - timedelta(seconds=1))
        assert fresh(email).attempts == attempt
        now += wait
    deliver(email_id=email.pk, now=now)
    row = fresh(email)
    assert (row.state, row.try_at, row.attempts) == (State.FAILED, None, len(RETRY_AFTER) + 1)


def test_a_permanent_failure_is_not_tried_again(server: None, monkeypatch: pytest.MonkeyPatch) -> None:
    email = make.an_email()
    fails(monkeypatch, "(550, 'No such person')", temporary=False)
    deliver(email_id=email.pk, now=NOW)
    row = fresh(email)
    assert (row.state, row.try_at, row.last_error) == (State.FAILED, None, "(550, 'No such person')")


def test_mail_that_went_on_the_second_try_keeps_its_id_and_no_error(
    server: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    email = make.an_email()
    fails(monkeypatch, "away", temporary=True)
    deliver(email_id=email.pk, now=NOW)
    monkeypatch.undo()
    deliver(email_id=email.pk, now=NOW + RETRY_AFTER[0])
    row = fresh(email)
    assert (row.state, row.last_error, row.attempts) == (State.SENT, "", 2)
    assert [sent.extra_headers["Message-ID"] for sent in djangos.outbox] == [email.message_id]


@pytest.mark.parametrize(
    ("error", "temporary"),
    [
        (smtplib.SMTPServerDisconnected("gone"), True),
        (smtplib.SMTPDataError(451, b"later"), True),
        (smtplib.SMTPDataError(554, b"never"), False),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (450, b"busy")}), True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"unknown")}), False),
        (smtplib.SMTPAuthenticationError(535, b"no"), False),
        (TimeoutError("slow"), True),
        (ConnectionRefusedError("closed"), True),
    ],
)
def test_what_the_server_says_tells_temporary_from_permanent(
    server: None, monkeypatch: pytest.MonkeyPatch, error: Exception, temporary: bool
) -> None:
    email = make.an_email()

    def send(_message: object) -> int:
        raise error

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", send)
    deliver(email_id=email.pk, now=NOW)
    assert fresh(email).state == (State.READY if temporary else State.FAILED)


# Lost on the way


def test_a_claim_whose_sender_died_is_doubtful_and_never_resent_by_itself(server: None) -> None:
    email = make.an_email()
    claim_email(email_id=email.pk, now=NOW)
    assert give_up_lost_claims(now=NOW + CLAIM_IS_LOST_AFTER) == 0
    assert give_up_lost_claims(now=NOW + CLAIM_IS_LOST_AFTER + timedelta(seconds=1)) == 1
    row = fresh(email)
    assert (row.state, row.last_error) == (
        State.DOUBTFUL,
        "The program stopped while this was being sent.",
    )
    deliver(email_id=email.pk, now=NOW + timedelta(days=1))
    assert djangos.outbox == []


def test_what_became_of_mail_is_not_overwritten_by_a_late_word(server: None) -> None:
    """The sender was only slow: the row was settled meanwhile, and a person may have acted on it."""
    email = make.an_email()
    claimed = claim_email(email_id=email.pk, now=NOW)
    assert claimed is not None
    OutgoingEmail.objects.filter(pk=email.pk).update(state=State.DISCARDED)
    record_sent(email=claimed, now=NOW)
    record_failure(email=claimed, failure=SendFailure("away", temporary=True), now=NOW)
    assert fresh(email).state == State.DISCARDED


# Released and discarded by people

WAITING = [State.HELD, State.FAILED, State.DOUBTFUL]
NOT_WAITING = [state for state in State if state not in WAITING]


def in_state(email: OutgoingEmail, state: str) -> OutgoingEmail:
    OutgoingEmail.objects.filter(pk=email.pk).update(state=state, sent_at=NOW)
    return fresh(email)


def whose(email: OutgoingEmail) -> User:
    assert email.user is not None
    return email.user


@pytest.mark.parametrize("state", WAITING)
def test_waiting_mail_goes_when_a_person_lets_it_go(server: None, queued: list[int], state: str) -> None:
    email = in_state(make.an_email(), state)
    queued.clear()
    later = NOW + timedelta(hours=3)
    released = release_email(email=email, by=whose(email), now=later)
    assert (released.state, released.try_at) == (State.READY, later)
    assert queued == [email.pk]


def test_nothing_is_released_without_a_server() -> None:
    email = make.an_email()
    with refused(WrongState, "No mail server is set up on this installation"):
        release_email(email=email, by=whose(email), now=NOW)


@pytest.mark.parametrize("state", WAITING)
def test_waiting_mail_can_be_discarded_with_or_without_a_server(state: str) -> None:
    email = in_state(make.an_email(), state)
    assert discard_email(email=email, by=whose(email)).state == State.DISCARDED


@pytest.mark.parametrize("state", NOT_WAITING)
def test_mail_that_does_not_wait_is_neither_released_nor_discarded(server: None, state: str) -> None:
    email = in_state(make.an_email(), state)
    with refused(WrongState, "This e-mail is no longer waiting"):
        release_email(email=email, by=whose(email), now=NOW)
    with refused(WrongState, "This e-mail is no longer waiting"):
        discard_email(email=email, by=whose(email))


@pytest.mark.parametrize(
    "act",
    [
        lambda email, by: release_email(email=email, by=by, now=NOW),
        lambda email, by: discard_email(email=email, by=by),
    ],
    ids=["release", "discard"],
)
def test_a_reminder_is_its_persons_and_staffs_and_account_mail_is_staffs_alone(
    server: None, act: Callable[[OutgoingEmail, User], OutgoingEmail]
) -> None:
    person, staff, other = make.a_person(), make.a_person(is_staff=True), make.a_person()
    for kind, by, may in (
        (OutgoingEmail.Kind.REMINDER, person, True),
        (OutgoingEmail.Kind.REMINDER, staff, True),
        (OutgoingEmail.Kind.REMINDER, other, False),
        (OutgoingEmail.Kind.ACCOUNT, person, False),
        (OutgoingEmail.Kind.ACCOUNT, staff, True),
        (OutgoingEmail.Kind.ACCOUNT, other, False),
    ):
        email = in_state(make.an_email(person, kind=kind), State.HELD)
        if may:
            assert act(email, by).pk == email.pk
        else:
            with refused(NotPermitted, "Only the person it is for, or staff"):
                act(email, by)


def test_a_reminder_of_a_private_request_is_not_for_somebody_who_has_left_its_campaign(server: None) -> None:
    foi_request = make.a_request()
    gone = make.a_member(foi_request.campaign, Role.EDITOR)
    email = in_state(make.an_email(gone, foi_request=foi_request), State.HELD)
    foi_request.campaign.memberships.filter(user=gone).delete()
    gone = User.objects.get(pk=gone.pk)
    with refused(NotPermitted, "Only the person it is for"):
        release_email(email=email, by=gone, now=NOW)


def test_a_released_mail_is_queued_after_the_commit_only(
    server: None,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    sent: list[tuple[str, tuple[object, ...]]] = []
    monkeypatch.setattr(
        queue.current_app, "send_task", lambda name, args, retry: sent.append((name, args)), raising=False
    )
    email = in_state(make.an_email(), State.HELD)
    with django_capture_on_commit_callbacks(execute=True):
        release_email(email=email, by=whose(email), now=NOW)
        assert sent == []
    assert sent == [("requests_app.tasks.send_email", (email.pk,))]
