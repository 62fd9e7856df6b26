"""Mails saved by Outlook (.msg): [MS-OXMSG], read with olefile. extract-msg is GPL and reads far more than is needed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from struct import unpack_from

import olefile

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.html import document_of
from requests_app.gateways.documents.limits import PARTS
from requests_app.gateways.documents.mail import headers
from requests_app.gateways.documents.names import safe_name
from requests_app.gateways.documents.outlook_rtf import unpacked
from requests_app.gateways.documents.plain import decoded
from requests_app.gateways.documents.records import Document, Note, NoteKind
from requests_app.gateways.documents.rtf import read_rtf

_SUBJECT, _SENDER, _SENDER_ADDRESS, _TO = 0x0037, 0x0C1A, 0x5D01, 0x0E04
_BODY, _HTML, _RTF = 0x1000, 0x1013, 0x1009
_DATA, _SHORT_NAME, _LONG_NAME, _METHOD = 0x3701, 0x3704, 0x3707, 0x3705
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_ATTACHED = "__attach_version1.0_#"
_WIDE, _NARROW, _BINARY = "001F", "001E", "0102"
_EMBEDDED = 5  # the attachment is a mail itself, kept as a storage
_MOST_STREAM = 30 * 1024 * 1024
_BEGAN = datetime(1601, 1, 1, tzinfo=UTC)


def read_msg(name: str, content: bytes, read: Callable[[str, bytes], Document]) -> Document:
    """A mail saved by Outlook. ``read`` reads one attachment. Raises BadInput where it is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return _Mail(ole, ()).document(name, read)
    except (OSError, IndexError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInput(
            f"“{name}” can't be opened. Open it in Outlook, save it as .eml (or print it to PDF), and upload that."
        ) from error


class _Mail:
    """One mail within the file: the file's own, or one attached to it."""

    def __init__(self, ole: olefile.OleFileIO, path: tuple[str, ...]) -> None:
        self.ole = ole
        self.path = path
        self.streams = {
            tuple(entry[len(path) :])
            for entry in ole.listdir(streams=True, storages=False)
            if tuple(entry[: len(path)]) == path
        }

    def document(self, name: str, read: Callable[[str, bytes], Document]) -> Document:
        """The mail with its attachments."""
        subject = self._text(_SUBJECT)
        sent_on = self._moment()
        sender, address = self._text(_SENDER), self._text(_SENDER_ADDRESS)
        if address and "@" in address and address not in sender:
            sender = f"{sender} <{address}>".strip()
        head = headers(sender=sender, sent_on=sent_on, to=self._text(_TO), subject=subject)
        body = self._body()
        parts, notes = self._parts(read)
        return Document(
            name,
            "msg",
            f"{head}\n\n{body.text}" if head and body.text else head or body.text,
            title=subject[:300],
            tables=body.tables,
            notes=(*body.notes, *notes),
            parts=tuple(parts),
            sent_on=sent_on.date().isoformat() if sent_on else "",
        )

    # Streams

    def _stream(self, *path: str) -> bytes:
        full = [*self.path, *path]
        if tuple(path) not in self.streams or self.ole.get_size(full) > _MOST_STREAM:
            return b""
        data: bytes = self.ole.openstream(full).read()
        return data

    def _text(self, number: int, *within: str) -> str:
        wide = self._stream(*within, f"__substg1.0_{number:04X}{_WIDE}")
        if wide:
            return wide.decode("utf-16-le", errors="replace").rstrip("\x00")
        return decoded(self._stream(*within, f"__substg1.0_{number:04X}{_NARROW}")).rstrip("\x00")

    def _binary(self, number: int, *within: str) -> bytes:
        return self._stream(*within, f"__substg1.0_{number:04X}{_BINARY}")

    def _fixed(self, number: int, *within: str) -> bytes:
        """A property of fixed length: 16 bytes each, after a head of 8, 24 or 32."""
        data = self._stream(*within, "__properties_version1.0")
        head = 8 if within else (24 if self.path else 32)
        for at in range(head, len(data) - 15, 16):
            if unpack_from("<H", data, at + 2)[0] == number:
                return data[at + 8 : at + 16]
        return b""

    def _moment(self) -> datetime | None:
        for number in (_SUBMITTED, _DELIVERED):
            value = self._fixed(number)
            if len(value) == 8:
                ticks = unpack_from("<Q", value)[0]
                if 0 < ticks < 2_650_467_744_000_000_000:  # hundreds of nanoseconds, to the year 9999
                    return _BEGAN + timedelta(microseconds=ticks // 10)
        return None

    # Words

    def _body(self) -> Document:
        markup = self._binary(_HTML)
        plain = self._text(_BODY)
        if markup and (not plain.strip() or b"<table" in markup.lower()):
            return document_of("", decoded(markup))
        if plain.strip():
            return Document("", "msg", plain.replace("\r\n", "\n").strip("\n"))
        rich = unpacked(self._binary(_RTF))
        return read_rtf("", rich) if rich else Document("", "msg")

    # Attachments

    def _parts(self, read: Callable[[str, bytes], Document]) -> tuple[list[Document], list[Note]]:
        found = sorted({path[0] for path in self.streams if path and path[0].startswith(_ATTACHED)})
        parts: list[Document] = []
        for attached in found[:PARTS]:
            name = safe_name(
                self._text(_LONG_NAME, attached) or self._text(_SHORT_NAME, attached) or "attachment"
            )
            method = self._fixed(_METHOD, attached)
            if method and unpack_from("<I", method)[0] == _EMBEDDED:
                parts.append(self._embedded(name, attached))
            else:
                parts.append(read(name, self._binary(_DATA, attached)))
        notes = []
        if len(found) > PARTS:
            notes.append(
                Note(NoteKind.LEFT_OUT, f"It has {len(found)} attachments; the first {PARTS} were read.")
            )
        return parts, notes

    def _embedded(self, name: str, attached: str) -> Document:
        """A mail attached to the mail: its words; what is attached to it in turn is only named."""
        inner = _Mail(self.ole, (*self.path, attached, f"__substg1.0_{_DATA:04X}000D"))

        def named(part: str, _: bytes) -> Document:
            note = Note(
                NoteKind.UNREAD, f"“{part}” lies too deep in other files. Save it and upload it by itself."
            )
            return Document(part, "unreadable", notes=(note,))

        if len(self.path) > 2:
            return Document(
                name, "msg", notes=(Note(NoteKind.UNREAD, f"“{name}” lies too deep in other mails."),)
            )
        return inner.document(name if "." in name else f"{name}.msg", named)
