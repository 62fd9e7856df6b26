"""A mailbox on a real IMAP server: nothing skipped, nothing marked before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from requests_app.gateways import inbox
from requests_app.models import IncomingEmail, Mailbox
from requests_app.usecases import mailbox
from tests.dovecot import PASSWORD, PROGRAM, Server, running_dovecot
from tests.factories import noon

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not PROGRAM, reason="no Dovecot on this machine: apt-get install dovecot-imapd"),
]
NOW = noon(date(2026, 11, 4))


@pytest.fixture(scope="module")
def dovecot() -> Iterator[Server]:
    with running_dovecot() as server:
        yield server


@pytest.fixture
def folder(request: pytest.FixtureRequest) -> str:
    return f"Box{abs(hash(request.node.name)) % 10**9}"


def mail(number: int) -> bytes:
    return f"From: a@example.org\r\nSubject: {number}\r\nMessage-ID: <{number}@box>\r\n\r\nWords £{number}\r\n".encode()


def fetch(server: Server, folder: str, **more: Any) -> int:
    return mailbox.fetch_mail(url=server.url(folder), now=more.pop("now", NOW), **more)


def kept() -> list[bytes]:
    return [bytes(each.raw) for each in IncomingEmail.objects.order_by("pk")]


def test_mails_are_kept_byte_for_byte_in_their_order_and_then_marked(dovecot: Server, folder: str) -> None:
    dovecot.deliver(mail(1), mail(2), mail(3), folder=folder)
    assert fetch(dovecot, folder) == 3
    assert kept() == [mail(1), mail(2), mail(3)]
    assert dovecot.flags(folder) == [True, True, True]
    assert fetch(dovecot, folder) == 0


def test_what_came_during_an_outage_is_fetched_though_somebody_has_read_it(
    dovecot: Server, folder: str
) -> None:
    dovecot.deliver(mail(1), folder=folder)
    fetch(dovecot, folder)
    dovecot.deliver(mail(2), mail(3), folder=folder)
    with dovecot.client(folder) as client:
        client.store("2", "+FLAGS", r"(\Seen)")
    assert fetch(dovecot, folder, now=NOW + timedelta(days=3)) == 2
    assert kept() == [mail(1), mail(2), mail(3)]


def test_a_fetch_that_dies_before_keeping_marks_nothing_and_is_made_up_for(
    dovecot: Server, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(mail(1), mail(2), folder=folder)

    def dies(**given: Any) -> IncomingEmail:
        if b"Subject: 2" in given["raw"]:
            raise RuntimeError
        return store(**given)

    store = mailbox.store_email
    monkeypatch.setattr(mailbox, "store_email", dies)
    with pytest.raises(RuntimeError):
        fetch(dovecot, folder)
    assert dovecot.flags(folder) == [True, False]
    monkeypatch.undo()
    assert fetch(dovecot, folder) == 1
    assert kept() == [mail(1), mail(2)]


def test_a_server_that_numbers_its_mails_anew_loses_and_doubles_nothing(dovecot: Server, folder: str) -> None:
    dovecot.deliver(mail(1), mail(2), folder=folder)
    fetch(dovecot, folder)
    before = Mailbox.objects.get().validity
    with dovecot.client() as client:
        client.delete(folder)
    dovecot.deliver(mail(2), mail(3), folder=folder)
    fetch(dovecot, folder)
    assert Mailbox.objects.get().validity != before
    assert kept() == [mail(1), mail(2), mail(3)]


def test_mails_are_moved_once_they_are_kept(dovecot: Server, folder: str) -> None:
    dovecot.deliver(mail(1), mail(2), folder=folder)
    assert fetch(dovecot, folder, moved_to=f"{folder}Done") == 2
    assert dovecot.flags(folder) == []
    assert len(dovecot.flags(f"{folder}Done")) == 2
    assert kept() == [mail(1), mail(2)]


def test_a_mail_the_server_would_not_give_blocks_nobody_and_is_asked_for_again(
    dovecot: Server, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dovecot.deliver(mail(1), mail(2), mail(3), folder=folder)
    whole = inbox._bytes_of
    monkeypatch.setattr(inbox, "_bytes_of", lambda box, uid: None if uid == 2 else whole(box, uid))
    assert fetch(dovecot, folder) == 2
    assert Mailbox.objects.get().left_out == [2]
    monkeypatch.undo()
    assert fetch(dovecot, folder) == 1
    assert sorted(kept()) == [mail(1), mail(2), mail(3)]
    assert Mailbox.objects.get().left_out == []


def test_a_wrong_password_is_told_and_not_shown(dovecot: Server) -> None:
    assert mailbox.fetch_mail(url=dovecot.url(password="a wrong one"), now=NOW) == 0
    told = Mailbox.objects.get()
    assert "inbox@127.0.0.1" in told.last_error
    assert "a wrong one" not in told.last_error
    assert told.claimed_at is None


def test_a_server_that_is_away_is_told(dovecot: Server) -> None:
    away = dovecot.url().replace(f":{dovecot.port}/", ":1/")
    assert mailbox.fetch_mail(url=away, now=NOW) == 0
    assert "ConnectionRefusedError" in Mailbox.objects.get().last_error


def test_two_do_not_fetch_at_once_but_a_dead_one_is_passed_by(dovecot: Server, folder: str) -> None:
    dovecot.deliver(mail(1), folder=folder)
    fetch(dovecot, folder)
    Mailbox.objects.update(claimed_at=NOW)
    dovecot.deliver(mail(2), folder=folder)
    assert fetch(dovecot, folder, now=NOW + timedelta(minutes=1)) == 0
    assert fetch(dovecot, folder, now=NOW + timedelta(minutes=16)) == 1


def test_the_parts_of_an_address() -> None:
    place = inbox.place_of(
        f"imaps://foi%40example.org:{PASSWORD.replace('/', '%2F')}@mail.example.org/Replies%2FNew"
    )
    assert (place.host, place.port, place.user, place.folder) == (
        "mail.example.org",
        993,
        "foi@example.org",
        "Replies/New",
    )
    assert place.password == PASSWORD
    assert inbox.place_of("imap://u:p@localhost").folder == "INBOX"
