"""Documents: bytes as they came, in any format authorities send, to text.

``read_document`` reads a file in a confined process; nothing else here should meet bytes from elsewhere, but for
``text_of``, which decodes plain text.
"""

from __future__ import annotations

from requests_app.core.checks import MAX_TEXT_BYTES
from requests_app.core.errors import BadInput
from requests_app.gateways.documents.names import ending_of, safe_name
from requests_app.gateways.documents.plain import decoded, is_binary
from requests_app.gateways.documents.recognise import kind_of, looks_like_markup, refusal
from requests_app.gateways.documents.records import (
    Document,
    Note,
    NoteKind,
    Table,
    document_from_json,
    marker,
    split_quoted,
    whole_notes,
    whole_text,
)
from requests_app.gateways.documents.sandbox import read_document

__all__ = [
    "Document",
    "Note",
    "NoteKind",
    "Table",
    "document_from_json",
    "ending_of",
    "kind_of",
    "looks_like_markup",
    "marker",
    "read_document",
    "refusal",
    "safe_name",
    "split_quoted",
    "text_of",
    "whole_notes",
    "whole_text",
]


def text_of(filename: str, content: bytes) -> str:
    """The text of a plain text file. Raises BadInput (field ``file``) with a sentence that says what to do.

    UTF-8 and UTF-16 are recognised; anything else is read as Windows-1252, the usual one in old UK files.
    """
    name = safe_name(filename)
    if len(content) > MAX_TEXT_BYTES:
        raise BadInput(
            f"“{name}” is {len(content) / 1024 / 1024:.1f} MB; text files up to 2 MB can be taken. "
            "Paste the reply itself instead.",
            field="file",
        )
    text = decoded(content)
    if is_binary(text):
        raise BadInput(refusal(name, "unknown"), field="file")
    if not text.strip():
        raise BadInput(f"“{name}” is empty. Choose another file, or paste the reply.", field="file")
    return text
