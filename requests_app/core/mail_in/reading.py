"""One mail, from its bytes to what a person would say of it."""

from __future__ import annotations

import email.parser
import email.policy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import Message

from requests_app.core.calendars import LONDON
from requests_app.core.mail_in import parts
from requests_app.core.mail_in.alphabets import words_of
from requests_app.core.mail_in.delivery_reports import delivery_report
from requests_app.core.mail_in.flowed import unflowed
from requests_app.core.mail_in.headers import addresses_in, as_words, ids_in, moment_of, person_of
from requests_app.core.mail_in.records import Body, File, MailRead
from requests_app.core.mail_in.repairing import boundary_of, repaired
from requests_app.core.mail_in.tnef import unwrapped

MOST_BOUNDARIES = 100
"""Boundaries named in a mail beyond which its parts are not taken apart: each line is held against each of them."""
LONGEST_TEXT = 2_000_000
_DELIVERED = (
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Forwarded-To",
    "Resent-To",
    "To",
    "Cc",
)
_CUT = "It ends before its end: something of it is missing."
_OF_A_REPORT = frozenset(
    f"{kind}{name}"
    for kind, names in (
        (
            "message/",
            (
                "rfc822",
                "global",
                "delivery-status",
                "global-delivery-status",
                "rfc822-headers",
                "global-headers",
            ),
        ),
        ("text/", ("rfc822-headers",)),
    )
    for name in names
)
_NAMES_OF_MAIL = ("message/rfc822", "message/global", "message/news")


def read_mail(raw: bytes) -> MailRead:
    """Read a mail. Never raises, whatever the bytes are."""
    if not raw.strip():
        return MailRead(troubles=("It is empty: neither headers nor words came.",))
    try:
        return _read(raw)
    except Exception as error:  # noqa: BLE001 - bytes made to break it break this reading only; they are kept
        return _unread(
            raw, f"It could not be taken apart ({type(error).__name__}): what it says is shown as it came."
        )


def _unread(raw: bytes, trouble: str) -> MailRead:
    """The mail with its headers only, and everything else as words."""
    head, _, rest = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    try:
        message = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(
            head + b"\n\n", headersonly=True
        )
        found = _headers(message)
    except Exception:  # noqa: BLE001 - see read_mail
        found = MailRead()
    body = Body("plain", words_of((rest or head)[:LONGEST_TEXT]))
    return replace(found, bodies=(body,), troubles=(*found.troubles, trouble))


def _read(raw: bytes) -> MailRead:
    data = repaired(raw)
    if data.lower().count(b"boundary=") > MOST_BOUNDARIES:
        return _unread(
            data, "It is made of more parts within parts than any mail program makes: it was not taken apart."
        )
    message = _parsed(data)
    letter = _Letter()
    for part, around in parts.leaves(message):
        letter.take(part, around)
    letter.take_from_words()
    troubles = [*_defects(message, data), *letter.troubles]
    found = _headers(message)
    read = replace(
        found,
        bodies=tuple(letter.bodies),
        html=letter.html[:LONGEST_TEXT],
        files=tuple(letter.files),
        troubles=(*found.troubles, *dict.fromkeys(troubles)),
    )
    report = delivery_report(message, read)
    if report is None:
        return read
    # What a report returns is our own letter, or fields that are read: no file of anybody's.
    return replace(
        read, report=report, files=tuple(each for each in read.files if each.content_type not in _OF_A_REPORT)
    )


def _parsed(data: bytes) -> Message:
    """By ``compat32``: the newer policies parse each header by its grammar while taking a mail apart, and some that are
    sent make them raise.
    """
    parser = email.parser.BytesParser(policy=email.policy.compat32)
    message = parser.parsebytes(data)
    for _ in range(2):  # the boundary is missing, or another than the one that was announced
        body = getattr(message, "_payload", None)
        if not isinstance(body, str):
            break
        mark = boundary_of(body.encode("utf-8", "surrogateescape"))
        if not mark:
            break
        kind = (
            parts.type_of(message) if parts.type_of(message).startswith("multipart/") else "multipart/mixed"
        )
        if parts.header(message, "Content-Type") and not parts.type_of(message).startswith("multipart/"):
            break
        del message["Content-Type"], message["Content-Transfer-Encoding"]
        message["Content-Type"] = f'{kind}; boundary="{mark}"'
        message = parser.parsebytes(parts.as_bytes(message))
    return message


def _defects(message: Message, data: bytes) -> Iterator[str]:
    if message.is_multipart() and parts.type_of(message).startswith("multipart/"):
        mark = parts.parameter(parts.header(message, "Content-Type"), "boundary")
        if mark and f"--{mark}--".encode("utf-8", "replace") not in data:
            yield _CUT


def _headers(message: Message) -> MailRead:
    """What the headers say."""
    values: dict[str, list[str]] = {}
    for name, value in message.raw_items():
        values.setdefault(name.lower(), []).append(str(value))

    def first(name: str) -> str:
        return next((each for each in values.get(name, []) if each.strip()), "")

    sender = next(
        (found for name in ("from", "sender", "reply-to", "return-path", "x-envelope-from")
         if (found := person_of(first(name))).address),
        person_of(first("from")),
    )  # fmt: skip
    delivered = [as_words(each) for name in _DELIVERED for each in values.get(name.lower(), [])]
    ids = ids_in(values.get("message-id", []) + values.get("message-i", []))
    date = first("date") or first("resent-date")
    return MailRead(
        subject=as_words(first("subject"))[:1000],
        sender=sender,
        reply_to=person_of(first("reply-to")),
        delivered_to=tuple(each for each in delivered if each),
        message_ids=ids,
        answers=ids_in([*values.get("in-reply-to", []), *reversed(values.get("references", []))]),
        sent_at=moment_of(date, LONDON) if date else None,
        arrived_at=_arrived(first("received")),
        headers={name: as_words(each[0])[:2000] for name, each in list(values.items())[:200]},
        results=tuple(as_words(each)[:4000] for each in values.get("authentication-results", [])[:10]),
        troubles=tuple(_header_troubles(values, date)),
    )


def _arrived(received: str) -> datetime | None:
    return moment_of(received.rpartition(";")[2], LONDON) if ";" in received else None


def _header_troubles(values: Mapping[str, list[str]], date: str) -> Iterator[str]:
    for name, label in (("from", "senders"), ("subject", "subjects"), ("message-id", "Message-IDs")):
        told = {each.strip() for each in values.get(name, []) if each.strip()}
        if len(told) > 1:
            yield f"It names {len(told)} {label}; the first is shown."
    if not any(each.strip() for each in values.get("message-id", [])):
        yield "It has no Message-ID."
    if not any("@" in each for each in values.get("from", [])):
        yield (
            "It does not say who sent it."
            if not values.get("from")
            else "The address of its sender can't be read."
        )
    if not date:
        yield "It has no date."
    elif moment_of(date, LONDON) is None:
        yield f"Its date can't be right: “{as_words(date)[:60]}”."


@dataclass(slots=True)
class _Letter:
    """What has been found so far of the letter and of its files."""

    bodies: list[Body] = field(default_factory=list)
    html: str = ""
    files: list[File] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    alternatives: dict[int, int] = field(default_factory=dict)

    def take(self, part: Message, around: tuple[Message, ...]) -> None:
        """Put one part where it belongs."""
        kind, name = parts.type_of(part), parts.name_of(part)
        if kind in _NAMES_OF_MAIL:
            self._take_mail(part, name)
            return
        data = parts.content(part)
        if kind.startswith("multipart/"):
            kind = "text/plain"
        if kind in ("application/ms-tnef", "application/vnd.ms-tnef") or name.lower() == "winmail.dat":
            self._take_tnef(name, kind, data)
        elif kind in ("text/plain", "text/html") and parts.disposition(part) != "attachment" and not name:
            self._take_words(part, around, kind, data)
        elif not parts.is_seal(part) and not parts.is_logo(part, around, len(data)):
            self.files.append(File(_shown(name) or _default_name(kind), kind, data))

    def _take_words(self, part: Message, around: tuple[Message, ...], kind: str, data: bytes) -> None:
        claimed = parts.header(part, "Content-Type")
        text = words_of(data, parts.parameter(claimed, "charset")).replace("\r\n", "\n").replace("\r", "\n")
        text = text.replace("\0", "")[:LONGEST_TEXT]
        if "\ufffd" in text:
            self.troubles.append("Some of its letters could not be decoded.")
        if kind == "text/plain":
            if parts.parameter(claimed, "format").lower() == "flowed":
                text = unflowed(text, joined=parts.parameter(claimed, "delsp").lower() == "yes")
        else:
            self.html = self.html or text
        self._put(Body("html" if kind == "text/html" else "plain", text), around)

    def _put(self, body: Body, around: tuple[Message, ...]) -> None:
        """Of the same words twice, the plain ones, unless the page says what they don't."""
        choice = next(
            (id(each) for each in reversed(around) if parts.type_of(each) == "multipart/alternative"), 0
        )
        if not choice or choice not in self.alternatives:
            if choice:
                self.alternatives[choice] = len(self.bodies)
            self.bodies.append(body)
        elif _is_better(body, self.bodies[self.alternatives[choice]]):
            self.bodies[self.alternatives[choice]] = body

    def _take_mail(self, part: Message, name: str) -> None:
        data = parts.content(part)
        inner = getattr(part, "_payload", None)
        subject = ""
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            subject = as_words(parts.header(inner[0], "Subject"))
        self.files.append(
            File(_shown(name) or f"{_shown(subject[:80]) or 'forwarded'}.eml", "message/rfc822", data)
        )

    def _take_tnef(self, name: str, kind: str, data: bytes) -> None:
        found = unwrapped(data)
        if found is None:
            self.troubles.append("It holds a winmail.dat that could not be opened.")
            self.files.append(File(_shown(name) or "winmail.dat", kind, data))
            return
        has_words = any(body.text.strip() for body in self.bodies)
        if not has_words and found.html:
            self.html = words_of(found.html)
            self.bodies.append(Body("html", self.html))
        elif not has_words and found.text:
            self.bodies.append(Body("plain", found.text))
        elif not has_words and found.rtf:
            self.bodies.append(Body("rtf", "", found.rtf))
        self.files += [File(_shown(own) or "attachment.bin", given or "application/octet-stream", inner)
                       for own, given, inner in found.files]  # fmt: skip

    def take_from_words(self) -> None:
        """Files that stand in the words themselves, as uuencode."""
        for place, body in enumerate(self.bodies):
            if body.kind != "plain" or "\nbegin" not in f"\n{body.text}":
                continue
            data = body.text.encode("utf-8", "replace")
            left, at = [], 0
            for name, inner, start, end in parts.uuencoded(data):
                self.files.append(File(_shown(name) or "attachment.bin", "application/octet-stream", inner))
                left.append(data[at:start])
                at = end
            if left:
                self.bodies[place] = Body("plain", b"".join([*left, data[at:]]).decode("utf-8", "replace"))


_NOT_SHOWN = re.compile(
    r"(?:not (?:support|display|read)|can ?not|unable to)[^.]{0,60}html|html[^.]{0,40}(?:required|only)",
    re.IGNORECASE,
)


def _is_better(body: Body, than: Body) -> bool:
    """HTML has the tables that plain text lost, and the words where the plain ones only say that it is HTML."""
    if body.kind == than.kind or body.kind != "html":
        return (
            body.kind == "plain"
            and than.kind == "html"
            and bool(body.text.strip())
            and "<table" not in than.text.lower()
        )
    words = than.text.strip()
    return not words or "<table" in body.text.lower() or (len(words) < 300 and bool(_NOT_SHOWN.search(words)))


def _shown(name: str) -> str:
    bare = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    bare = "".join(ch for ch in bare if ch.isprintable()).strip().lstrip(".")
    return bare if len(bare) <= 120 else f"{bare[:100]}…{bare[-19:]}"


_ENDINGS = {"text/plain": "txt", "text/html": "html", "application/pdf": "pdf", "text/calendar": "ics", "text/csv": "csv",
            "image/jpeg": "jpg", "image/png": "png", "text/rtf": "rtf", "application/rtf": "rtf"}  # fmt: skip


def _default_name(kind: str) -> str:
    return f"attachment.{_ENDINGS.get(kind, 'bin')}"


def tokens_stand_in(read: MailRead) -> tuple[str, ...]:
    """Every header text in which an address of ours may stand, with what a report says of the mail it is about."""
    report = read.report
    about = (*report.recipients, *report.addresses) if report else ()
    return (*read.delivered_to, *about)


def all_addresses(read: MailRead) -> tuple[str, ...]:
    """Every address it was delivered or addressed to."""
    return addresses_in(" , ".join(read.delivered_to))
