"""Mails saved as files (.eml): the letter, its quoted text, its attachments."""

from __future__ import annotations

import email
import email.policy
import email.utils
from collections.abc import Callable, Iterator
from datetime import datetime
from email.errors import MessageError
from email.message import EmailMessage

from requests_app.gateways.documents.html import document_of
from requests_app.gateways.documents.limits import PARTS
from requests_app.gateways.documents.names import safe_name
from requests_app.gateways.documents.plain import decoded
from requests_app.gateways.documents.records import Document, Note, NoteKind, Table

_MOST_PARTS = 500
_BROKEN = (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError)


def read_mail(name: str, content: bytes, read: Callable[[str, bytes], Document]) -> Document:
    """A mail. ``read`` reads one attachment. Its headers stand above its words, as they would be quoted."""
    message = email.message_from_bytes(content.lstrip(b"\r\n"), policy=email.policy.default)
    bodies, attached = _sorted_parts(message)
    words, tables, notes = _words(bodies)
    parts: list[Document] = []
    for place, part in enumerate(attached):
        if place == PARTS:
            notes.append(
                Note(NoteKind.LEFT_OUT, f"It has {len(attached)} attachments; the first {PARTS} were read.")
            )
            break
        parts.append(read(*_attachment(part)))
    sent_on = _sent_on(_header(message, "Date"))
    head = headers(
        sender=_header(message, "From"),
        sent_on=sent_on,
        to=_header(message, "To"),
        subject=_header(message, "Subject"),
    )
    text = f"{head}\n\n{words}" if head and words else head or words
    return Document(
        name,
        "eml",
        text,
        title=_header(message, "Subject")[:300],
        tables=tuple(tables),
        notes=tuple(notes),
        parts=tuple(parts),
        sent_on=sent_on.date().isoformat() if sent_on else "",
    )


def headers(*, sender: str, sent_on: datetime | None, to: str, subject: str) -> str:
    """The head of a mail as mail programs print it."""
    day = f"{sent_on.day} {sent_on:%B %Y %H:%M}" if sent_on else ""
    rows = (("From", sender), ("Sent", day), ("To", to), ("Subject", subject))
    return "\n".join(f"{label}: {value}" for label, value in rows if value)


def _header(message: EmailMessage, label: str) -> str:
    try:
        value = message[label]
    except _BROKEN:
        return ""
    return " ".join(str(value).split())[:1000] if value is not None else ""


def _sent_on(header: str) -> datetime | None:
    try:
        return email.utils.parsedate_to_datetime(header) if header else None
    except _BROKEN:
        return None


def _sorted_parts(message: EmailMessage) -> tuple[list[EmailMessage], list[EmailMessage]]:
    """What is the letter and what is attached to it. Of the same words twice, the plain ones."""
    bodies: list[EmailMessage] = []
    attached: list[EmailMessage] = []
    alternatives: dict[int, EmailMessage] = {}
    for place, (part, parent) in enumerate(_leaves(message)):
        if place >= _MOST_PARTS:
            break
        is_text = part.get_content_type() in ("text/plain", "text/html")
        if not is_text or part.get_content_disposition() == "attachment" or _filename(part):
            if not _is_decoration(part):
                attached.append(part)
        elif parent is None or parent.get_content_type() != "multipart/alternative":
            bodies.append(part)
        elif id(parent) not in alternatives:
            alternatives[id(parent)] = part
            bodies.append(part)
        elif _is_better(part, alternatives[id(parent)]):
            bodies[bodies.index(alternatives[id(parent)])] = part
            alternatives[id(parent)] = part
    return bodies, attached


def _leaves(message: EmailMessage) -> Iterator[tuple[EmailMessage, EmailMessage | None]]:
    """The parts that hold something, each with what it is one of. A mail within a mail is one part."""
    waiting: list[tuple[EmailMessage, EmailMessage | None]] = [(message, None)]
    while waiting:
        part, parent = waiting.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            children = [child for child in part.iter_parts() if isinstance(child, EmailMessage)]
            # Word's web pages and pictures come as a multipart/related within the alternatives.
            inside = parent if part.get_content_type() == "multipart/related" and parent is not None else part
            waiting.extend((child, inside) for child in reversed(children))
        else:
            yield part, parent


def _is_better(part: EmailMessage, than: EmailMessage) -> bool:
    """HTML has the tables and lists that plain text lost."""
    return (
        part.get_content_type() == "text/html"
        and than.get_content_type() == "text/plain"
        and ("<table" in _content(part).lower() or not _content(than).strip())
    )


def _filename(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except _BROKEN:
        return ""


def _is_decoration(part: EmailMessage) -> bool:
    """A logo of a signature, a signed mail's seal."""
    if part.get_content_type() in (
        "application/pkcs7-signature",
        "application/pgp-signature",
        "application/ms-tnef",
    ):
        return part.get_content_type() != "application/ms-tnef"
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"


def _attachment(part: EmailMessage) -> tuple[str, bytes]:
    if part.get_content_type() == "message/rfc822":
        return safe_name(_filename(part) or "forwarded.eml"), _inner_mail(part)
    try:
        data = part.get_payload(decode=True)
    except _BROKEN:
        data = None
    name = _filename(part) or f"attachment.{'txt' if part.get_content_maintype() == 'text' else 'bin'}"
    return safe_name(name), data if isinstance(data, bytes) else b""


def _inner_mail(part: EmailMessage) -> bytes:
    inner = part.get_payload()
    message = inner[0] if isinstance(inner, list) and inner else None
    try:
        return message.as_bytes() if isinstance(message, EmailMessage) else b""
    except (*_BROKEN, UnicodeError):
        return b""


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except _BROKEN:
        data = part.get_payload(decode=True)
        return decoded(data) if isinstance(data, bytes) else str(data or "")


def _words(bodies: list[EmailMessage]) -> tuple[str, list[Table], list[Note]]:
    words: list[str] = []
    tables: list[Table] = []
    notes: list[Note] = []
    for part in bodies:
        content = _content(part)
        if part.get_content_type() == "text/html":
            page = document_of("", content)
            tables.extend(page.tables)
            notes.extend(note for note in page.notes if note not in notes)
            content = page.text
        if content.strip():
            words.append(content.replace("\r\n", "\n").strip("\n"))
    return "\n\n".join(words), tables, notes
