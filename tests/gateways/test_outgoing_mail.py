"""Mail over a real connection to a real SMTP server that answers as each test says: yes, later, never, or not at all."""

from __future__ import annotations

import sqlite3
from asyncio import WriteTransport
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from pytest_django import Settings

from foitracker import env
from requests_app.core.calendars import london_day
from requests_app.models import OutgoingEmail, Reminder
from requests_app.usecases.delivery import RETRY_AFTER, deliver
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import LATE_ON, SENT_ON, noon
from tests.letters_out import a_queued_request
from tests.stack import Stack, free_port, running_stack, wait_for

NOW = noon(SENT_ON)
State = OutgoingEmail.State
INJECTED = "Kent\r\nBcc: everybody@example.org\r\n\r\nAnother letter"


@dataclass
class PostOffice:
    """Keeps what arrives. ``at_rcpt`` and ``at_data`` are the next answers there; without one it says yes."""

    port: int
    at_rcpt: list[str] = field(default_factory=list)
    at_data: list[str] = field(default_factory=list)
    drops: int = 0
    arrived: list[EmailMessage] = field(default_factory=list)
    envelopes: list[tuple[str | None, list[str]]] = field(default_factory=list)
    handed_over: list[str] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if self.at_rcpt:
            return self.at_rcpt.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.handed_over.append(str(message["Message-ID"]))
        if self.drops:
            self.drops -= 1
            assert isinstance(server.transport, WriteTransport)
            server.transport.abort()
            return "421 gone"
        if self.at_data:
            return self.at_data.pop(0)
        self.arrived.append(message)
        self.envelopes.append((envelope.mail_from, list(envelope.rcpt_tos)))
        return "250 OK"


def open_office(**options: Any) -> tuple[PostOffice, Controller]:
    office = PostOffice(free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port, **options)
    controller.start()
    return office, controller


@pytest.fixture
def office() -> Iterator[PostOffice]:
    """A mail server that takes everything unless told otherwise."""
    office, controller = open_office()
    yield office
    controller.stop()


@pytest.fixture
def use(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Set the mail server as a deployment does: by its EMAIL_URL."""

    def with_url(url: str) -> None:
        monkeypatch.setenv("EMAIL_URL", url)
        email = env.read().email
        assert email is not None
        for name, value in email.items():
            setattr(settings, name, value)
        settings.MAIL_CONFIGURED = True
        settings.DEFAULT_FROM_EMAIL = "foitracker <foi@example.org>"

    return with_url


@pytest.fixture
def connected(office: PostOffice, use: Callable[[str], None], db: None) -> PostOffice:
    """The post office, and the program told to use it."""
    use(f"smtp://127.0.0.1:{office.port}")
    return office


def fresh(email: OutgoingEmail) -> OutgoingEmail:
    return OutgoingEmail.objects.get(pk=email.pk)


def part(message: EmailMessage, kind: str) -> str:
    """The text of the one part of a kind."""
    (found,) = [each for each in message.walk() if each.get_content_type() == kind]
    assert isinstance(found, EmailMessage)
    return str(found.get_content())


def test_one_mail_arrives_as_text_and_html_with_its_stable_id(connected: PostOffice) -> None:
    person = make.a_person(email="robin@example.org")
    email = make.an_email(
        person, subject="Réponse due – £5", text="Voilà, the reply is due.", html="<p>Voilà</p>"
    )
    deliver(email_id=email.pk, now=NOW)

    (message,) = connected.arrived
    assert message["Message-ID"] == email.message_id
    assert message["Subject"] == "Réponse due – £5"
    assert (message["From"], message["To"]) == ("foitracker <foi@example.org>", "robin@example.org")
    assert message["Date"].datetime == email.created_at.replace(microsecond=0)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "multipart/alternative"
    assert part(message, "text/plain").strip() == "Voilà, the reply is due."
    assert part(message, "text/html").strip() == "<p>Voilà</p>"
    assert connected.envelopes == [("foi@example.org", ["robin@example.org"])]
    assert (fresh(email).state, fresh(email).sent_at, fresh(email).attempts) == (State.SENT, NOW, 1)


def test_a_second_delivery_of_the_same_row_sends_nothing(connected: PostOffice) -> None:
    email = make.an_email()
    for hours in range(3):
        deliver(email_id=email.pk, now=NOW + timedelta(hours=hours))
    assert [message["Message-ID"] for message in connected.arrived] == [email.message_id]


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
def test_a_temporary_no_is_tried_again_later_with_the_same_id(connected: PostOffice, where: str) -> None:
    getattr(connected, where).append("451 4.7.1 Greylisted, come back later")
    email = make.an_email()
    deliver(email_id=email.pk, now=NOW)
    row = fresh(email)
    assert (row.state, row.try_at) == (State.READY, NOW + RETRY_AFTER[0])
    assert row.last_error == "451 4.7.1 Greylisted, come back later"

    deliver(email_id=email.pk, now=NOW + RETRY_AFTER[0] / 2)
    assert connected.arrived == []
    deliver(email_id=email.pk, now=NOW + RETRY_AFTER[0])
    assert [message["Message-ID"] for message in connected.arrived] == [email.message_id]
    assert (fresh(email).state, fresh(email).last_error) == (State.SENT, "")


@pytest.mark.parametrize("where", ["at_rcpt", "at_data"])
def test_a_final_no_stops_with_the_servers_own_words(connected: PostOffice, where: str) -> None:
    getattr(connected, where).append("550 5.1.1 Nobody of that name lives here")
    email = make.an_email()
    deliver(email_id=email.pk, now=NOW)
    row = fresh(email)
    assert (row.state, row.try_at) == (State.FAILED, None)
    assert row.last_error == "550 5.1.1 Nobody of that name lives here"
    deliver(email_id=email.pk, now=NOW + timedelta(days=2))
    assert connected.arrived == []


def test_a_connection_dropped_before_the_answer_is_tried_again_as_the_same_mail(
    connected: PostOffice,
) -> None:
    connected.drops = 1
    email = make.an_email()
    deliver(email_id=email.pk, now=NOW)
    assert (fresh(email).state, fresh(email).try_at) == (State.READY, NOW + RETRY_AFTER[0])
    deliver(email_id=email.pk, now=NOW + RETRY_AFTER[0])
    assert fresh(email).state == State.SENT
    assert connected.handed_over == [email.message_id] * 2
    assert len(connected.arrived) == 1


def test_a_letter_whose_connection_broke_after_it_was_handed_over_is_in_doubt_and_not_sent_again(
    connected: PostOffice,
) -> None:
    connected.drops = 1
    letter = a_queued_request()
    now = NOW + timedelta(hours=1)
    deliver(email_id=letter.pk, now=now)
    assert fresh(letter).state == State.DOUBTFUL
    assert "The connection broke before the server answered" in fresh(letter).last_error
    deliver(email_id=letter.pk, now=now + timedelta(days=1))
    assert connected.handed_over == [letter.message_id]


def test_a_letter_goes_as_plain_text_with_its_files_from_its_own_address(
    connected: PostOffice, settings: Settings
) -> None:
    settings.REPLY_ADDRESS = "foi@replies.example.org"
    letter = a_queued_request(requester_name="Zoë Ångström")
    deliver(email_id=letter.pk, now=NOW + timedelta(hours=1))
    (message,) = connected.arrived
    assert message.get_content_type() == "text/plain"
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Zoë Ångström", letter.from_address)
    assert connected.envelopes == [(letter.from_address, [letter.to_address])]
    assert message["Date"].datetime == NOW + timedelta(hours=1)
    assert message["Auto-Submitted"] is None


def test_a_server_that_is_away_is_tried_again(use: Callable[[str], None], db: None) -> None:
    use(f"smtp://127.0.0.1:{free_port()}")
    email = make.an_email()
    deliver(email_id=email.pk, now=NOW)
    assert (fresh(email).state, fresh(email).try_at) == (State.READY, NOW + RETRY_AFTER[0])
    assert "Connection refused" in fresh(email).last_error


def test_the_name_and_password_of_the_address_are_used(use: Callable[[str], None], db: None) -> None:
    def check(_server: object, _session: object, _envelope: object, _way: object, data: Any) -> AuthResult:
        return AuthResult(success=(data.login, data.password) == (b"foi", b"opensesame"), handled=False)

    office, controller = open_office(authenticator=check, auth_require_tls=False)
    try:
        use(f"smtp://foi:opensesame@127.0.0.1:{office.port}")
        right = make.an_email()
        deliver(email_id=right.pk, now=NOW)
        use(f"smtp://foi:guessed@127.0.0.1:{office.port}")
        wrong = make.an_email()
        deliver(email_id=wrong.pk, now=NOW)
    finally:
        controller.stop()
    assert fresh(right).state == State.SENT
    assert (fresh(wrong).state, fresh(wrong).last_error[:10]) == (State.FAILED, "535 5.7.8 ")
    assert "guessed" not in fresh(wrong).last_error


def test_names_and_titles_with_line_breaks_put_no_header_in(connected: PostOffice) -> None:
    campaign = make.a_campaign(make.a_person(INJECTED, email="robin@example.org"))
    authority = make.an_authority(short_name=INJECTED)
    make.a_request(campaign, authority=authority, title=INJECTED)
    sweep(on=LATE_ON, now=noon(LATE_ON))
    (reminder,) = Reminder.objects.filter(state=Reminder.State.QUEUED)
    assert reminder.email is not None
    deliver(email_id=reminder.email.pk, now=noon(LATE_ON))

    (message,) = connected.arrived
    assert connected.envelopes == [("foi@example.org", ["robin@example.org"])]
    assert message["Bcc"] is None
    assert message.get_all("To") == ["robin@example.org"]
    assert "Kent Bcc: everybody@example.org Another letter" in message["Subject"]
    assert part(message, "text/plain").startswith("Reply due")


@pytest.mark.parametrize("address", [f"robin@example.org{INJECTED}", "nobody"])
def test_an_address_that_is_none_fails_for_good_and_reaches_nobody(
    connected: PostOffice, address: str
) -> None:
    connected.at_rcpt.append("501 5.1.3 Bad recipient address syntax")
    email = make.an_email(to_address=address)
    deliver(email_id=email.pk, now=NOW)
    assert fresh(email).state == State.FAILED
    assert fresh(email).last_error
    assert connected.arrived == []


# The whole program


def rows(stack: Stack, query: str) -> list[tuple[Any, ...]]:
    with closing(
        sqlite3.connect(f"file:{stack.data_dir / 'foitracker.sqlite3'}?mode=ro", uri=True)
    ) as database:
        return database.execute(query).fetchall()


def unsent(stack: Stack) -> int:
    (count,) = rows(stack, "select count(*) from requests_app_outgoingemail where state != 'sent'")[0]
    return int(count)


@pytest.mark.broker
def test_the_running_program_sends_each_reminder_to_a_real_server_once(
    office: PostOffice, tmp_path: Path
) -> None:
    url = f"smtp://127.0.0.1:{office.port}"
    with running_stack(tmp_path, EMAIL_URL=url, DEFAULT_FROM_EMAIL="foi@example.org") as stack:
        wait_for(lambda: office.arrived and not unsent(stack), 60)
        first = len(office.arrived)
        assert {message["To"] for message in office.arrived} == {"campaigner@example.org"}
        day = london_day(datetime.now(UTC)) + timedelta(days=7)
        for _ in range(2):
            stack.manage("sweep", "--on", day.isoformat())
        wait_for(lambda: not unsent(stack), 60)
        ids = [
            message_id for (message_id,) in rows(stack, "select message_id from requests_app_outgoingemail")
        ]

    assert len(ids) > first
    assert Counter(message["Message-ID"] for message in office.arrived) == Counter(ids)
    assert all(f"{stack.base_url}/requests/FT-" in part(message, "text/plain") for message in office.arrived)
