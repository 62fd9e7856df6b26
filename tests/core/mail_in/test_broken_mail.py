"""Mail as it is broken in the world: subject, sender, words and files that a person would expect, one by one."""

from __future__ import annotations

import base64
import binascii
import struct
from dataclasses import dataclass, field

import pytest

from requests_app.core.mail_in import read_mail


@dataclass(frozen=True)
class Case:
    """A broken mail and what is expected of it; ``text`` None: not looked at."""

    raw: bytes
    subject: str = "Your request"
    sender: tuple[str, str] = ("FOI Team", "foi@ambleford.example.org")
    text: str | None = "Please find our reply."
    files: dict[str, bytes] = field(default_factory=dict)
    trouble: str = ""


HEAD = (
    b"From: FOI Team <foi@ambleford.example.org>\r\nTo: foi+2abc3def@example.org\r\nSubject: Your request\r\n"
    b"Date: Mon, 2 Nov 2026 09:00:00 +0000\r\nMessage-ID: <1@ambleford.example.org>\r\n"
)
WORDS = b"\r\nPlease find our reply.\r\n"
PDF = b"%PDF-1.4 invented"
IN_BASE64 = base64.encodebytes(PDF).replace(b"\n", b"\r\n")


def mixed(*parts: bytes, end: bytes = b"--cut--\r\n", boundary: bytes = b'boundary="cut"') -> bytes:
    return (
        HEAD
        + b"Content-Type: multipart/mixed; "
        + boundary
        + b"\r\n\r\n"
        + b"".join(b"--cut\r\n" + part for part in parts)
        + end
    )


LETTER = b"Content-Type: text/plain; charset=utf-8\r\n\r\nPlease find our reply.\r\n"


def a_file(name: bytes = b'filename="reply.pdf"', data: bytes = IN_BASE64) -> bytes:
    return (
        b"Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; "
        + name + b"\r\n\r\n" + data + b"\r\n"
    )  # fmt: skip


def without(header: bytes) -> bytes:
    return b"".join(line + b"\r\n" for line in HEAD.split(b"\r\n") if line and not line.startswith(header))


def subject(value: bytes) -> bytes:
    return without(b"Subject") + b"Subject: " + value + b"\r\n" + WORDS


def sender(value: bytes) -> bytes:
    return without(b"From") + b"From: " + value + b"\r\n" + WORDS


def body(kind: bytes, words: bytes, how: bytes = b"8bit") -> bytes:
    return HEAD + b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + how + b"\r\n\r\n" + words


def tnef() -> bytes:
    def attribute(level: int, kind: int, width: int, data: bytes) -> bytes:
        return (
            struct.pack("<BHHI", level, kind, width, len(data)) + data + struct.pack("<H", sum(data) % 65536)
        )

    title, text = b"reply.pdf\0", b"Please find our reply.\0"
    return (
        b"\x78\x9f\x3e\x22\x01\x00"
        + attribute(1, 0x9007, 6, struct.pack("<II", 1252, 0))
        + attribute(1, 0x800C, 2, text)
        + attribute(2, 0x9002, 6, b"\0" * 14)
        + attribute(2, 0x8010, 1, title)
        + attribute(2, 0x800F, 6, PDF)
    )


UU = b"begin 644 reply.pdf\r\n" + binascii.b2a_uu(PDF).replace(b"\n", b"\r\n") + b"`\r\nend\r\n"

CASES = {
    "no Message-ID": Case(without(b"Message-ID") + WORDS, trouble="no Message-ID"),
    "two Message-IDs": Case(HEAD + b"Message-ID: <2@elsewhere>\r\n" + WORDS, trouble="2 Message-IDs"),
    "two subjects": Case(HEAD + b"Subject: Another\r\n" + WORDS, trouble="2 subjects"),
    "two senders": Case(HEAD + b"From: other@example.org\r\n" + WORDS, trouble="2 senders"),
    "UTF-8 said to be Latin-1": Case(
        body(b"text/plain; charset=iso-8859-1", "It cost £5 – café".encode()), text="It cost £5 – café"
    ),
    "Windows-1252 said to be UTF-8": Case(
        body(b"text/plain; charset=utf-8", "It cost £5 – “café”".encode("cp1252")), text="It cost £5 – “café”"
    ),
    "Windows-1252 said to be ASCII": Case(
        body(b"text/plain; charset=us-ascii", b"It cost \xa35"), text="It cost £5"
    ),
    "an alphabet nobody knows": Case(
        body(b"text/plain; charset=x-unheard-of", "It cost £5".encode()), text="It cost £5"
    ),
    "no alphabet": Case(body(b"text/plain", "It cost £5".encode()), text="It cost £5"),
    "no alphabet, eight bits": Case(HEAD + b"\r\nIt cost \xa35", text="It cost £5"),
    "no type, no anything": Case(HEAD + b"\r\nIt cost \xc2\xa35", text="It cost £5"),
    "UTF-7": Case(
        body(b"text/plain; charset=utf-7", b"It cost +AKM-5 +IBM- caf+AOk-"), text="It cost £5 – café"
    ),
    "UTF-7 that does not say so": Case(
        body(b"text/plain; charset=us-ascii", b"It cost +AKM-5 +IBM- caf+AOk-"), text="It cost £5 – café"
    ),
    "sums that look like UTF-7": Case(body(b"text/plain", b"1 +1-2 and +44-20"), text="1 +1-2 and +44-20"),
    "UTF-16 that is ASCII": Case(
        body(b"text/plain; charset=utf-16", b"Please find our reply."), text="Please find our reply."
    ),
    "no final boundary": Case(
        mixed(LETTER, a_file(), end=b""), files={"reply.pdf": PDF}, trouble="ends before its end"
    ),
    "cut within a file": Case(
        mixed(LETTER, a_file(data=IN_BASE64[:13]), end=b"")[:-2],
        files={"reply.pdf": PDF[:9]},
        trouble="ends before",
    ),
    "cut within the headers": Case(HEAD[:-30], text=""),
    "another boundary than announced": Case(
        mixed(LETTER, a_file(), boundary=b'boundary="other"'), files={"reply.pdf": PDF}
    ),
    "no boundary announced": Case(mixed(LETTER, a_file(), boundary=b"x=y"), files={"reply.pdf": PDF}),
    "a mail within a mail": Case(
        mixed(
            LETTER,
            b"Content-Type: message/rfc822\r\n\r\nSubject: Within\r\nFrom: a@example.org\r\n\r\nInner words\r\n",
        ),
        files={"Within.eml": b"Subject: Within\r\nFrom: a@example.org\r\n\r\nInner words"},
    ),
    "three mails deep": Case(
        mixed(
            LETTER,
            b'Content-Type: message/rfc822; name="outer.eml"\r\n\r\nSubject: A\r\nContent-Type: message/rfc822\r\n\r\nSubject: B\r\n\r\nDeep\r\n',
        ),
        files={"outer.eml": b"Subject: A\r\nContent-Type: message/rfc822\r\n\r\nSubject: B\r\n\r\nDeep"},
    ),
    "winmail.dat": Case(
        HEAD
        + b'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        + base64.encodebytes(tnef()),
        files={"reply.pdf": PDF},
    ),
    "winmail.dat beside the words": Case(
        mixed(
            LETTER,
            b'Content-Type: application/octet-stream; name="WINMAIL.DAT"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
            + base64.encodebytes(tnef()),
        ),
        files={"reply.pdf": PDF},
    ),
    "a winmail.dat that is none": Case(
        mixed(LETTER, b'Content-Type: application/ms-tnef; name="winmail.dat"\r\n\r\nrubbish\r\n'),
        files={"winmail.dat": b"rubbish"},
        trouble="winmail.dat",
    ),
    "uuencode in the words": Case(
        HEAD + WORDS + b"\r\n" + UU + b"\r\nKind regards",
        text="Please find our reply.\n\n\nKind regards",
        files={"reply.pdf": PDF},
    ),
    "uuencode cut short": Case(HEAD + WORDS + b"\r\n" + UU[: UU.index(b"`")], files={"reply.pdf": PDF}),
    "a part in uuencode": Case(
        mixed(
            LETTER,
            b'Content-Type: application/pdf; name="reply.pdf"\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n'
            + UU,
        ),
        files={"reply.pdf": PDF},
    ),
    "seventeen attachments": Case(
        mixed(LETTER, *(a_file(f'filename="reply {n}.pdf"'.encode()) for n in range(17))),
        files={f"reply {n}.pdf": PDF for n in range(17)},
    ),
    "empty": Case(b"", subject="", sender=("", ""), text="", trouble="empty"),
    "only line ends": Case(b"\r\n\r\n\r\n", subject="", sender=("", ""), text="", trouble="empty"),
    "no headers": Case(b"\r\nPlease find our reply.\r\n", subject="", sender=("", "")),
    "no body": Case(HEAD, text=""),
    "bare CR throughout": Case((HEAD + WORDS).replace(b"\r\n", b"\r")),
    "bare CR in the words": Case(HEAD + b"\r\nOne\rTwo", text="One\nTwo"),
    "bare CR in a header": Case(subject(b"Your\rrequest")),
    "doubled CR": Case((HEAD + WORDS).replace(b"\r\n", b"\r\r\n")),
    "a bare LF": Case((HEAD + WORDS).replace(b"\r\n", b"\n")),
    "a line of an mbox first": Case(b"From foi@ambleford Mon Nov  2 09:00:00 2026\n" + HEAD + WORDS),
    "blank lines and a mark first": Case(b"\xef\xbb\xbf\r\n\r\n" + HEAD + WORDS),
    "a broken line among the headers": Case(
        without(b"Subject").replace(
            b"\r\nDate", b"\r\nX-Long: some\r\nthing cut off\r\nSubject: Your request\r\nDate"
        )
        + WORDS
    ),
    "no angle at the end": Case(sender(b"FOI Team <foi@ambleford.example.org")),
    "a comma without quotes": Case(
        sender(b"Team, FOI <foi@ambleford.example.org>"), sender=("Team, FOI", "foi@ambleford.example.org")
    ),
    "an address without angles": Case(sender(b"FOI Team foi@ambleford.example.org")),
    "a name in brackets": Case(sender(b"foi@ambleford.example.org (FOI Team)")),
    "an address in the name": Case(
        sender(b'"chief@police.uk" <foi@ambleford.example.org>'),
        sender=("chief@police.uk", "foi@ambleford.example.org"),
    ),
    "angles within angles": Case(sender(b"FOI Team <<foi@ambleford.example.org>>")),
    "an address of mailto": Case(sender(b"FOI Team <mailto:foi@ambleford.example.org>")),
    "no address": Case(sender(b"FOI Team"), sender=("FOI Team", ""), trouble="sender can't be read"),
    "no From": Case(without(b"From") + WORDS, sender=("", ""), trouble="who sent it"),
    "From missing, Return-Path there": Case(
        without(b"From") + b"Return-Path: <foi@ambleford.example.org>\r\n" + WORDS,
        sender=("", "foi@ambleford.example.org"),
    ),
    "encoded words cut in the middle of a letter": Case(
        subject(b"=?utf-8?B?WW91ciDi?=\r\n =?utf-8?B?gJxyZXF1ZXN04oCd?="), subject="Your “request”"
    ),
    "encoded words cut in the middle of base64": Case(
        subject(b"=?utf-8?B?WW91c?= =?utf-8?B?iByZXF1ZXN0?="), subject="Your request"
    ),
    "an encoded word without its end": Case(subject(b"=?utf-8?Q?Your_request"), subject="Your request"),
    "an encoded word in another alphabet": Case(subject(b"=?iso-8859-1?Q?Caf=E9_=A35?="), subject="Café £5"),
    "an encoded word with blanks": Case(subject(b"=?utf-8?Q?Your request?="), subject="Your request"),
    "an encoded word of no known alphabet": Case(
        subject(b"=?x-none?B?WW91ciByZXF1ZXN0?="), subject="Your request"
    ),
    "an encoded word within words": Case(
        subject(b"Re: =?utf-8?Q?caf=C3=A9?= figures"), subject="Re: café figures"
    ),
    "eight bits in the subject": Case(subject("Your request – café".encode()), subject="Your request – café"),
    "eight bits of Windows in the subject": Case(subject(b"Caf\xe9 \x96 \xa35"), subject="Café – £5"),
    "a header injected by a name": Case(
        sender(b"=?utf-8?Q?FOI_Team=0D=0ABcc:_all@example.org?= <foi@ambleford.example.org>"),
        sender=("FOI Team Bcc: all@example.org", "foi@ambleford.example.org"),
    ),
    "a header injected by the subject": Case(
        subject(b"=?utf-8?B?WW91cg0KQmNjOiByZXF1ZXN0?="), subject="Your Bcc: request"
    ),
    "a name turned round": Case(sender("FOI\u202e Team".encode() + b" <foi@ambleford.example.org>")),
    "base64 with strays": Case(body(b"text/plain", b"UGxl!!YXNlIGZpbmQg\r\n b3VyIHJlcGx5Lg", b"base64")),
    "base64 with a foot below": Case(
        body(
            b"text/plain",
            b"UGxlYXNlIGZpbmQgb3VyIHJlcGx5Lg==\r\n-- \r\nThis mail was scanned by a machine\r\n",
            b"base64",
        )
    ),
    "words said to be base64": Case(
        body(b"text/plain", b"Please find our reply, dear Ms Penrose: it's here.", b"base64"),
        text="Please find our reply, dear Ms Penrose: it's here.",
    ),
    "quoted-printable cut short": Case(
        body(b"text/plain; charset=utf-8", b"Please find our repl=\r\ny.=", b"quoted-printable")
    ),
    "a name of a file in several pieces": Case(
        mixed(LETTER, a_file(b"filename*0*=utf-8''Our%20; filename*1*=r%C3%A9ply; filename*2=.pdf")),
        files={"Our réply.pdf": PDF},
    ),
    "a name of a file as an encoded word": Case(
        mixed(LETTER, a_file(b'filename="=?utf-8?B?csOpcGx5LnBkZg==?="')), files={"réply.pdf": PDF}
    ),
    "a name with folders": Case(
        mixed(LETTER, a_file(b'filename="../../etc/reply.pdf"')), files={"reply.pdf": PDF}
    ),
    "a file without a name": Case(mixed(LETTER, a_file(b"")), files={"attachment.pdf": PDF}),
    "plain words that only say it is HTML": Case(
        HEAD
        + b'Content-Type: multipart/alternative; boundary="cut"\r\n\r\n--cut\r\nContent-Type: text/plain\r\n\r\nYour program does not support HTML.'
        b"\r\n--cut\r\nContent-Type: text/html\r\n\r\n<p>The words</p>\r\n--cut--\r\n",
        text="",
    ),
    "lines broken for old screens": Case(
        body(b"text/plain; format=flowed", b"Please find \r\nour reply."), text="Please find our reply."
    ),
    "a NUL": Case(HEAD + b"\r\nPlease find\0 our reply."),
}


@pytest.mark.parametrize("name", CASES)
def test_a_broken_mail_reads_as_a_person_would_expect(name: str) -> None:
    case = CASES[name]
    read = read_mail(case.raw)
    assert read.subject == case.subject
    assert (read.sender.name, read.sender.address) == case.sender
    if case.text is not None:
        assert read.text.strip() == case.text
    assert {file.name: file.content.rstrip(b"\r\n") for file in read.files} == case.files
    assert case.trouble in " ".join(read.troubles)


DATES = {
    "Mon, 2 Nov 2026 09:00:00 +0000": "2026-11-02T09:00:00+00:00",
    "Mon, 2 Nov 2026 09:00:00 +0100 (BST)": "2026-11-02T08:00:00+00:00",
    "2 Nov 26 09:00:00 GMT": "2026-11-02T09:00:00+00:00",
    "Thu, 2 Jul 2026 09:00:00": "2026-07-02T08:00:00+00:00",  # no zone: a clock in London, in summer
    "Mon, 2 Nov 2026 09:00:00": "2026-11-02T09:00:00+00:00",
    "Thu, 2 Jul 2026 09:00:00 BST": "2026-07-02T08:00:00+00:00",
    "02/11/2026 09:00": "2026-11-02T09:00:00+00:00",
    "2026-11-02T09:00:00Z": "2026-11-02T09:00:00+00:00",
    "Thu, 1 Jan 1970 00:00:00 +0000": "",
    "Mon, 99 Foo 2026 99:99:99": "",
    "Mon, 2 Nov 99999 09:00:00 +9999": "",
    "yesterday": "",
    "": "",
}


@pytest.mark.parametrize("date", DATES)
def test_a_date_is_believed_where_it_can_be_one(date: str) -> None:
    read = read_mail(b"Date: " + date.encode() + b"\r\nSubject: x\r\n\r\nwords")
    assert (read.sent_at.isoformat() if read.sent_at else "") == DATES[date]
    assert any("date" in each for each in read.troubles) == (not DATES[date])


def test_a_mail_of_sixty_megabytes_is_read_whole() -> None:
    data = bytes(range(256)) * (45 * 4096)
    raw = mixed(LETTER, a_file(data=base64.encodebytes(data)))
    assert len(raw) > 60 * 1024 * 1024
    read = read_mail(raw)
    assert [(file.name, file.content == data) for file in read.files] == [("reply.pdf", True)]
    assert read.text.strip() == "Please find our reply."
