"""Mail as it comes to an installation: replies, acknowledgements, bounces, strangers; one in twenty broken."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.made.replies import replies

PDF = base64.encodebytes(b"%PDF-1.4 " + bytes(range(256)) * 80)


@dataclass(frozen=True, slots=True)
class Known:
    """What mail is made from: a request's address, its authority's reference, and its domain."""

    address: str
    reference: str
    domain: str


Break = Callable[[bytes, random.Random], bytes]


def _head_and_body(raw: bytes) -> tuple[bytes, bytes]:
    head, _, body = raw.partition(b"\r\n\r\n")
    return head, body


def _without(raw: bytes, name: bytes) -> bytes:
    head, body = _head_and_body(raw)
    return (
        b"\r\n".join(line for line in head.split(b"\r\n") if not line.startswith(name)) + b"\r\n\r\n" + body
    )


def _put(raw: bytes, name: bytes, value: bytes) -> bytes:
    return name + b": " + value + b"\r\n" + _without(raw, name + b":")


BROKEN: tuple[Break, ...] = (
    lambda raw, _: _without(raw, b"Message-ID"),
    lambda raw, dice: b"Message-ID: <%d@second>\r\n" % dice.randrange(10**12) + raw,
    lambda raw, _: raw.replace(b"utf-8", b"x-unheard-of"),
    lambda raw, _: raw.replace(b"charset=utf-8", b"charset=utf-7"),
    lambda raw, _: raw.replace(b"charset=utf-8", b""),
    lambda raw, _: raw[: raw.rfind(b"--")],
    lambda raw, dice: raw[: dice.randrange(200, len(raw))],
    lambda raw, _: raw.replace(b"\r\n", b"\r"),
    lambda raw, _: raw.replace(b"\r\n", b"\r\r\n"),
    lambda raw, _: _put(raw, b"From", b"FOI Team foi(at)nowhere <<>"),
    lambda raw, _: _put(raw, b"Subject", b"=?utf-8?B?UsOpcG9uc2Ug4o?= =?utf-8?B?Cc?= =?utf-8?Q?cut"),
    lambda raw, _: _put(raw, b"Date", b"Thu, 1 Jan 1970 00:00:00"),
    lambda raw, _: _put(raw, b"From", b"=?utf-8?Q?A=0D=0ABcc:_all@example.org?= <a@example.org>"),
    lambda raw, _: raw.replace(b"boundary=", b"boundary=another"),
    lambda raw, _: raw + b"\r\nbegin 644 data.bin\r\n#8V%T\r\n`\r\nend\r\n",
    lambda _, dice: dice.randbytes(dice.randrange(1, 4000)),
)


def mails(seed: int, number: int, known: Sequence[Known]) -> Iterator[bytes]:
    """So many mails: most to the address of a request, some by reference, some that name nothing; 5 % broken."""
    dice = random.Random(seed)
    texts = [text for _, _, text in replies(seed, 4, 600)]
    for place in range(number):
        raw = _mail(place, dice, known[place % len(known)], dice.choice(texts))
        yield BROKEN[place // 20 % len(BROKEN)](raw, dice) if place % 20 == 7 else raw


def _mail(place: int, dice: random.Random, known: Known, text: str) -> bytes:
    chance = dice.random()
    to = known.address if chance < 0.7 else "foi@replies.example.org"
    subject = f"Your request {known.reference}" if 0.7 <= chance < 0.85 else "Your request for information"
    sender = f"foi@{known.domain}" if chance < 0.9 else f"person{place}@elsewhere.example"
    more = "Auto-Submitted: auto-replied\r\n" if dice.random() < 0.05 else ""
    head = (
        f"From: FOI Team <{sender}>\r\nTo: <{to}>\r\nSubject: {subject}\r\nDate: Tue, 3 Nov 2026 09:00:00 +0000\r\n"
        f"Message-ID: <{place}.{seed_of(dice)}@{known.domain}>\r\n{more}MIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="part"\r\n\r\n'
    )
    words = (
        f"--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\r\nNumber {place}\r\n".replace(
            "\r\n", "\n"
        )
    )
    file = (
        b"--part\nContent-Type: application/pdf; name=reply.pdf\nContent-Transfer-Encoding: base64\n\n" + PDF
    )
    body = words.encode() + (file if dice.random() < 0.3 else b"") + b"--part--\n"
    return head.encode() + body.replace(b"\n", b"\r\n")


def seed_of(dice: random.Random) -> int:
    """A number that no other mail has."""
    return dice.randrange(10**9)
