"""Laws of taking mail apart: nothing raises, nothing is lost, no header ends within a value."""

from __future__ import annotations

import base64

from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.core.calendars import LONDON
from requests_app.core.mail_in import read_mail
from requests_app.core.mail_in.alphabets import words_of
from requests_app.core.mail_in.headers import as_words, from_base64, moment_of, person_of

PIECES = st.sampled_from(
    [
        *(b"\r\n", b"\n", b"\r", b"\r\n\r\n", b" ", b"\t", b"\0", b"\xff", b"\xa3", b"=?utf-8?B?", b"=?utf-8?Q?", b"?=", b"=3D"),
        *(b"From: ", b"Subject: ", b"Date: ", b"Message-ID: ", b"Content-Type: ", b"text/plain", b"multipart/mixed", b"; boundary=x"),
        *(b"--x", b"--x--", b"multipart/report; report-type=delivery-status", b"message/delivery-status", b"message/rfc822"),
        *(b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: quoted-printable", b"; charset=utf-7", b"; charset=utf-16"),
        *(b"application/ms-tnef", b"\x78\x9f\x3e\x22\x01\x00", b"begin 644 x\n", b"end", b"a@b.example", b"<", b">", b'"', b",", b"(", b"words"),
    ]
)  # fmt: skip
MAILS = st.lists(st.one_of(PIECES, st.binary(max_size=12)), max_size=60).map(b"".join)


@given(MAILS)
@settings(max_examples=400)
def test_any_bytes_are_read(raw: bytes) -> None:
    read = read_mail(raw)
    assert isinstance(read.text, str)
    for value in (read.subject, read.sender.name, read.sender.address, *read.headers.values()):
        assert not set(value) & {"\r", "\n", "\0"}
    for file in read.files:
        assert "/" not in file.name
        assert "\0" not in file.name


@given(st.binary(max_size=3000), st.text(max_size=300))
def test_what_was_put_in_a_mail_comes_out_of_it(content: bytes, words: str) -> None:
    mark = b"==a mark that nothing holds=="
    raw = (
        b"Subject: =?utf-8?B?" + base64.b64encode(words.encode("utf-8", "replace"))
        + b"?=\r\nContent-Type: multipart/mixed; boundary=\"" + mark + b"\"\r\n\r\n--" + mark
        + b"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nwords\r\n--" + mark
        + b"\r\nContent-Type: application/octet-stream; name=file.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(content) + b"\r\n--" + mark + b"--\r\n"
    )  # fmt: skip
    read = read_mail(raw)
    assert [file.content for file in read.files] == [content]
    assert read.text.strip() == "words"


@given(MAILS, st.integers(min_value=0, max_value=400))
def test_a_mail_cut_anywhere_is_read(raw: bytes, at: int) -> None:
    read_mail(b"Subject: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + raw[:at])


@given(st.text(max_size=400))
def test_headers_of_any_words(value: str) -> None:
    words = as_words(value)
    assert words == " ".join(words.split())
    person = person_of(value)
    assert not set(person.name + person.address) & {"\r", "\n"}
    moment_of(value, LONDON)


@given(st.binary(max_size=200), st.text(max_size=30))
def test_words_of_any_bytes_in_any_alphabet(data: bytes, claimed: str) -> None:
    assert isinstance(words_of(data, claimed), str)


@given(st.text(max_size=200))
def test_words_in_utf8_are_never_changed(words: str) -> None:
    plain = words.replace("\ufeff", "")
    data = plain.encode("utf-8", "replace")
    if (data.isascii() and b"+" in data) or data.startswith((b"\xff", b"\xfe")):
        return
    for claimed in ("utf-8", "iso-8859-1", "us-ascii", "", "windows-1252"):
        assert words_of(data, claimed) == data.decode()


@given(st.binary(max_size=300))
def test_base64_gives_back_its_bytes(data: bytes) -> None:
    assert from_base64(base64.encodebytes(data)) == data
