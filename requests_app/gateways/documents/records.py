"""What is read out of a file: its text, its tables, and what a person must be told about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class NoteKind(StrEnum):
    """What a note is about."""

    HIDDEN = "hidden"
    """Something in the file that its pages do not show, and that must not be published unseen."""
    LEFT_OUT = "left_out"
    """Something in the file that is not in the text: beyond a limit, of a kind we don't run or fetch."""
    PICTURE = "picture"
    """Words that stand in a picture."""
    UNSURE = "unsure"
    """Words recognised in a picture, or whose alphabet was guessed."""
    UNREAD = "unread"
    """The file, or a part of it, could not be read."""


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence for a person about a file."""

    kind: NoteKind
    sentence: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as its file holds it, cell by cell. The text has it too, a row a line, cells between bars."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file read.

    ``name`` has no folders. ``kind`` is what the content is, by the usual ending without its dot, whatever the
    name says. ``pages`` is 0 where a format has none. ``sent_on`` is the ISO day a mail says it was sent on.
    ``parts`` are the attachments of a mail and the files of an archive.
    """

    name: str
    kind: str
    text: str = ""
    title: str = ""
    tables: tuple[Table, ...] = ()
    pages: int = 0
    notes: tuple[Note, ...] = ()
    parts: tuple[Document, ...] = ()
    is_picture: bool = False
    sent_on: str = ""

    @property
    def is_readable(self) -> bool:
        """Whether it, or one of its parts, has words."""
        return bool(self.text.strip()) or any(part.is_readable for part in self.parts)

    def with_notes(self, *notes: Note) -> Document:
        """The same with more to be told."""
        return replace(self, notes=(*self.notes, *(note for note in notes if note not in self.notes)))

    def walk(self) -> Iterator[Document]:
        """It and all its parts, in their order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def to_json(self) -> dict[str, Any]:
        """As JSON types."""
        return asdict(self)


def document_from_json(data: Mapping[str, Any]) -> Document:
    """What ``to_json`` gave. Raises KeyError, TypeError or ValueError where it is something else."""
    return Document(
        name=str(data["name"]),
        kind=str(data["kind"]),
        text=str(data["text"]),
        title=str(data["title"]),
        tables=tuple(
            Table(str(table["title"]), tuple(tuple(map(str, row)) for row in table["rows"]))
            for table in data["tables"]
        ),
        pages=int(data["pages"]),
        notes=tuple(Note(NoteKind(note["kind"]), str(note["sentence"])) for note in data["notes"]),
        parts=tuple(document_from_json(part) for part in data["parts"]),
        is_picture=bool(data["is_picture"]),
        sent_on=str(data["sent_on"]),
    )


_QUOTE = re.compile(
    r"^(?:-{2,}\s*(?:original|forwarded) message.*|_{10,}|On .{6,120} wrote:|begin forwarded message:|>.*"
    r"|From: .*\n(?:.*\n){0,2}?(?:Sent|Date): .*)$",
    re.IGNORECASE | re.MULTILINE,
)


def whole_text(document: Document) -> str:
    """The words of a file and of its parts. Each part stands under a line that names it; what a mail quotes stands
    after its attachments, so that they follow the letter they came with.
    """
    words, quoted = split_quoted(document.text) if document.parts else (document.text, "")
    pieces = [words.strip("\n")] if words.strip() else []
    for part in document.parts:
        inner = whole_text(part)
        if inner:
            pieces.append(f"{marker(part.name)}\n{inner}")
    return "\n\n".join([*pieces, quoted] if quoted else pieces)


def split_quoted(mail: str) -> tuple[str, str]:
    """A mail's own words, headers included, and what it quotes below them. Nothing is quoted where all would be."""
    head = mail.partition("\n\n")[0] if mail.startswith("From: ") else ""
    found = _QUOTE.search(mail, len(head))
    if found is None or not mail[len(head) : found.start()].strip():
        return mail, ""
    return mail[: found.start()].rstrip("\n"), mail[found.start() :].strip("\n")


def marker(name: str) -> str:
    """The line above the words of one file among several."""
    return f"[File: {name}]"


def whole_notes(document: Document) -> list[Note]:
    """What is to be told about a file and its parts, each part named."""
    told = list(document.notes)
    for part in document.parts:
        told.extend(Note(note.kind, _of(part.name, note.sentence)) for note in whole_notes(part))
    return told


def _of(name: str, sentence: str) -> str:
    return sentence if f"“{name}”" in sentence else f"“{name}”: {sentence}"
