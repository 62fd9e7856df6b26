"""Archives: what lies in them, within limits, with paths stripped and nothing written to a disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from struct import error as struct_error
from xml.etree.ElementTree import Element
from xml.parsers import expat

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.limits import MEGABYTE, MEMBER_BYTES, MEMBERS, PARTS, UNPACKED_BYTES
from requests_app.gateways.documents.names import safe_name
from requests_app.gateways.documents.records import Document, Note, NoteKind

Attributes = dict[str, str]


class Archive:
    """A .zip, or a format made of one. Raises BadInput where it is a bomb, locked or no archive."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.members = [info for info in self._zip.infolist() if not info.is_dir()]
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, struct_error) as error:
            raise _damaged(name) from error
        if len(self.members) > MEMBERS:
            raise BadInput(f"“{name}” holds {len(self.members)} files; up to {MEMBERS} are read.")
        if sum(info.file_size for info in self.members) > UNPACKED_BYTES:
            raise _bomb(name)
        self._left = UNPACKED_BYTES
        self.names = [info.filename for info in self.members]

    def has(self, path: str) -> bool:
        """Whether there is a file of this path."""
        return path in self.names

    def read(self, path: str | zipfile.ZipInfo, *, limit: int = UNPACKED_BYTES) -> bytes:
        """One file. The size it claims is not believed: no more than ``limit`` and what is left is unpacked."""
        most = min(limit, self._left)
        try:
            with self._zip.open(path) as opened:
                data = opened.read(most + 1)
        except RuntimeError as error:
            raise BadInput(
                f"“{self.name}” is locked with a password. Unpack it and upload what is in it."
            ) from error
        except (
            zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError, NotImplementedError, struct_error,
        ) as error:  # fmt: skip
            raise _damaged(self.name) from error
        if len(data) > most:
            raise _bomb(self.name)
        self._left -= len(data)
        return data

    def xml(self, path: str) -> Element:
        """One file of markup, parsed. No entities, nothing fetched. Raises BadInput."""
        return parsed(self.name, self.read(path, limit=MEMBER_BYTES))

    def walk(self, path: str, take: Callable[[str, Attributes], None]) -> None:
        """Give each element of a file of markup to ``take``, its name and attributes without their namespaces.

        For files too large to be kept as a tree. Raises BadInput.
        """
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True

        def start(tag: str, given: Attributes) -> None:
            take(tag.rpartition("}")[2], {name.rpartition("}")[2]: value for name, value in given.items()})

        def entity(*_: object) -> None:
            raise _chokes(self.name)

        parser.StartElementHandler = start
        parser.EntityDeclHandler = entity
        try:
            parser.Parse(self.read(path), True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise _damaged(self.name) from error


def parsed(name: str, markup: bytes) -> Element:
    """Markup as a tree. A document type with entities of its own is refused: that is how bombs are made."""
    try:
        root: Element = fromstring(markup, forbid_dtd=False)
    except DefusedXmlException as error:
        raise _chokes(name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise _damaged(name) from error
    return root


def _chokes(name: str) -> BadInput:
    return BadInput(
        f"“{name}” defines words of its own inside its markup, as files do that are made to choke a program. It "
        "was not read. Open it, save it as PDF, and upload that."
    )


def _damaged(name: str) -> BadInput:
    return BadInput(f"“{name}” is damaged: it can't be opened. Ask for it again, or paste its words instead.")


def _bomb(name: str) -> BadInput:
    return BadInput(
        f"“{name}” unpacks to more than {UNPACKED_BYTES // MEGABYTE} MB. It was not read: open it and upload what "
        "you need of it."
    )


def read_zip(name: str, content: bytes, read: Callable[[str, bytes], Document]) -> Document:
    """An archive of documents. ``read`` reads one of them, and refuses an archive within it."""
    archive = Archive(name, content)
    members = [info for info in archive.members if not _is_litter(info.filename)]
    notes, parts = [], []
    if len(members) > PARTS:
        notes.append(
            Note(
                NoteKind.LEFT_OUT,
                f"It holds {len(members)} files; the first {PARTS} were read. Upload the others by themselves.",
            )
        )
    if any(".." in info.filename.split("/") or info.filename.startswith(("/", "\\")) for info in members):
        notes.append(
            Note(
                NoteKind.LEFT_OUT,
                "Names of files in it pointed to folders elsewhere. Only the names were kept.",
            )
        )
    for info in members[:PARTS]:
        part = safe_name(info.filename)
        try:
            data = archive.read(info)
        except BadInput as error:
            parts.append(Document(part, "unreadable", notes=(Note(NoteKind.UNREAD, error.sentence),)))
            continue
        parts.append(read(part, data))
    if not members:
        notes.append(Note(NoteKind.UNREAD, f"“{name}” is empty."))
    return Document(name, "zip", notes=tuple(notes), parts=tuple(parts))


def _is_litter(path: str) -> bool:
    """What a Mac or Windows puts beside files."""
    return path.startswith("__MACOSX/") or path.rsplit("/", 1)[-1] in (
        ".DS_Store",
        "Thumbs.db",
        "desktop.ini",
    )
