"""A scanner that speaks clamd's own protocol."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path
from struct import unpack

import pytest
from django.conf import LazySettings

from requests_app.gateways.virus_scan import ScannerAway, virus_in
from requests_app.models import IncomingEmail
from requests_app.usecases import incoming
from tests import factories as make
from tests.factories import LATE_ON, noon

BAD = b"something that a scanner knows"


class Clamd(socketserver.StreamRequestHandler):
    """INSTREAM as clamd answers it."""

    def handle(self) -> None:
        command = b""
        while not command.endswith(b"\0"):
            command += self.rfile.read(1)
        content = b""
        while length := unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        said = b"stream: Invented.Test FOUND" if BAD in content else b"stream: OK"
        if b"too much" in content:
            said = b"INSTREAM size limit exceeded. ERROR"
        self.wfile.write((said if command == b"zINSTREAM\0" else b"UNKNOWN COMMAND") + b"\0")


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[str]:
    path = tmp_path / "clamd"
    with socketserver.ThreadingUnixStreamServer(str(path), Clamd) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield f"unix://{path}"
        server.shutdown()


def test_a_scanner_says_yes_or_no(clamd: str) -> None:
    assert virus_in(b"x" * 200_000, clamd) == ""
    assert virus_in(b"x" * 200_000 + BAD, clamd) == "Invented.Test"


def test_a_scanner_that_is_away_or_says_neither_is_an_error(clamd: str) -> None:
    for content, address in ((b"x", "unix:///nowhere"), (b"x", "tcp://127.0.0.1:1"), (b"too much", clamd)):
        with pytest.raises(ScannerAway):
            virus_in(content, address)


@pytest.mark.django_db
def test_a_file_with_a_virus_is_not_given_out_and_mail_waits_for_a_scanner_that_is_away(
    clamd: str, settings: LazySettings
) -> None:
    settings.CLAMD, settings.REPLY_ADDRESS = "unix:///nowhere", "foi@example.org"
    foi_request = make.a_request()
    raw = (
        f'To: foi+{foi_request.reply_token}@example.org\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nWords\n--b\n'
        'Content-Type: text/csv; name="a.csv"\n\n'
    ).encode() + BAD
    stored = incoming.store_email(raw=raw + b"\n--b--\n", source="pipe", now=noon(LATE_ON))
    incoming.take_in(incoming_id=stored.pk, now=noon(LATE_ON))
    stored.refresh_from_db()
    assert (stored.state, stored.attempts) == (IncomingEmail.State.STORED, 0)
    settings.CLAMD = clamd
    incoming.take_in(incoming_id=stored.pk, now=noon(LATE_ON))
    file = foi_request.messages.get(direction="received").attachments.get()
    assert (bytes(file.content), file.extraction) == (b"", "failed")
    assert "Invented.Test" in file.notes[0]["sentence"]
