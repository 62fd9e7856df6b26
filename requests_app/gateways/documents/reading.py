"""Bytes to a document, by kind. Runs in the confined process only: see sandbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.limits import TEXT_CHARACTERS
from requests_app.gateways.documents.names import safe_name
from requests_app.gateways.documents.plain import TURNED, cleaned, turns
from requests_app.gateways.documents.recognise import PICTURES, kind_of, refusal
from requests_app.gateways.documents.records import Document, Note, NoteKind, Table

_DEEPEST = 2
"""A file, what is attached to it, and what is attached to a mail that is attached to it."""


def read(name: str, content: bytes, *, depth: int = 0, shallow: bool = False) -> Document:
    """Read a file and what is in it. Never raises for what the file holds: what can't be read says so in a note.

    ``shallow``: the attachments of a mail and the files of an archive are only named.
    """
    name = safe_name(name)
    if not content:
        return unread(name, f"“{name}” is empty.")
    kind = kind_of(name, content)
    try:
        document = _read(name, content, kind, depth=depth, shallow=shallow)
    except BadInput as error:
        return unread(name, error.sentence, kind=kind)
    except (MemoryError, RecursionError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  libraries raise what they like on files made to break them; Rust's panics too
        return unread(
            name,
            f"“{name}” can't be read: it is damaged, or of a form we don't know. Paste its words instead.",
            kind=kind,
        )
    return _tidy(document)


def unread(name: str, sentence: str, *, kind: str = "unreadable") -> Document:
    """A document that says why it could not be read."""
    return Document(name, kind, notes=(Note(NoteKind.UNREAD, sentence),))


_READERS = {
    "txt": ("plain", "read_plain"),
    "html": ("html", "read_html"),
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "rtf": ("rtf", "read_rtf"),
    "odt": ("odt", "read_odt"),
    "csv": ("sheets", "read_csv"),
    "xlsx": ("sheets", "read_xlsx"),
    "xls": ("sheets", "read_xls"),
    "ods": ("sheets", "read_ods"),
    **dict.fromkeys(PICTURES, ("picture", "read_picture")),
}
_HOLDERS = {"eml": ("mail", "read_mail"), "msg": ("outlook", "read_msg"), "zip": ("archive", "read_zip")}
_PACKAGE = __name__.rpartition(".")[0]


def _read(name: str, content: bytes, kind: str, *, depth: int, shallow: bool) -> Document:
    """By the reader of its kind, imported when it is needed: one file needs one of them."""
    if kind in _HOLDERS:
        return _holder(name, content, kind, depth=depth, shallow=shallow)
    if kind not in _READERS:
        raise BadInput(refusal(name, kind))
    document: Document = _reader(_READERS[kind])(name, content)
    return document


def _reader(place: tuple[str, str]) -> Callable[..., Document]:
    module, function = place
    found: Callable[..., Document] = getattr(import_module(f"{_PACKAGE}.{module}"), function)
    return found


def _holder(name: str, content: bytes, kind: str, *, depth: int, shallow: bool) -> Document:
    """A mail or an archive, with what is in it."""
    if kind == "zip" and depth:
        raise BadInput(
            f"“{name}” is an archive within another. It was not opened: unpack it and upload what is in it."
        )
    if depth >= _DEEPEST:
        raise BadInput(f"“{name}” lies too deep in other files. Save it and upload it by itself.")

    def part(inner: str, data: bytes) -> Document:
        if shallow:
            return unread(inner, f"“{inner}” was not read. Save it and upload it by itself.")
        return read(inner, data, depth=depth + 1)

    return _reader(_HOLDERS[kind])(name, content, part)


def _tidy(document: Document) -> Document:
    """Text that can be kept and shown: no control characters, nothing that turns its direction, within the limit."""
    notes = list(document.notes)
    if turns(document.text):
        notes.append(TURNED)
    text = cleaned(document.text)
    if len(text) > TEXT_CHARACTERS:
        text = text[:TEXT_CHARACTERS]
        notes.append(
            Note(
                NoteKind.LEFT_OUT,
                f"Its text is longer than {TEXT_CHARACTERS:,} characters; what lies beyond is left out. All of it is in the "
                "file.",
            )
        )
    if not text.strip() and not document.parts and not document.is_picture and not notes:
        notes.append(Note(NoteKind.UNREAD, f"There are no words in “{document.name}”."))
    return replace(
        document,
        text=text,
        title=cleaned(document.title),
        notes=tuple(notes),
        tables=tuple(
            Table(cleaned(table.title), tuple(tuple(cleaned(cell) for cell in row) for row in table.rows))
            for table in document.tables
        ),
    )
