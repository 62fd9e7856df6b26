"""Real files with bytes changed, cut and put in: reading never raises, and what it gives can be kept and shown.

The readers run here without their confined process; PDFium
and calamine, which could take the test's process with them, are tried through it.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from requests_app.gateways.documents import (
    Document,
    document_from_json,
    read_document,
    whole_notes,
    whole_text,
)
from requests_app.gateways.documents.reading import read

FILES = Path(__file__).resolve().parents[2] / "files"
PLAIN = ("page.html", "mail.eml", "reply.rtf", "list.csv")
PACKED = ("reply.docx", "reply.odt", "figures.xlsx", "figures.ods")
NATIVE = ("reply.pdf", "figures.xls", "scanned.pdf")
SLOW = settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from(("cut", "put", "flip", "twice")), st.binary(min_size=1, max_size=12)
    ),
    min_size=1,
    max_size=6,
)
"""Where in the file (its share), what is done there, and with which bytes."""


def changed(content: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    out = bytearray(content)
    for share, what, data in changes:
        at = int(share * len(out))
        if what == "cut":
            del out[at : at + len(data) * 40]
        elif what == "put":
            out[at:at] = data
        elif what == "flip":
            out[at : at + len(data)] = data
        else:
            out[at:at] = out[at : at + 400]
    return bytes(out)


def check(document: Document) -> None:
    """What any reading gives: text that a database takes, notes that are sentences, itself as JSON."""
    text = whole_text(document)
    assert "\x00" not in text
    text.encode()
    assert all(note.sentence.strip() for note in whole_notes(document))
    assert document.is_readable or document.is_picture or whole_notes(document)
    assert document_from_json(document.to_json()) == document


@pytest.mark.parametrize("name", PLAIN)
@SLOW
@given(changes=CHANGES)
def test_text_formats_with_changed_bytes_never_raise(
    name: str, changes: list[tuple[float, str, bytes]]
) -> None:
    check(read(name, changed((FILES / name).read_bytes(), changes), shallow=True))


@pytest.mark.parametrize("name", PACKED[:2])
@SLOW
@given(changes=CHANGES)
def test_markup_with_changed_bytes_never_raises(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    """The markup is changed, not the archive around it, whose checksums would hide all that lies behind them."""
    kept = io.BytesIO()
    with zipfile.ZipFile(FILES / name) as real, zipfile.ZipFile(kept, "w") as made:
        for each in real.namelist():
            data = real.read(each)
            made.writestr(
                each, changed(data, changes) if each in ("word/document.xml", "content.xml") else data
            )
    check(read(name, kept.getvalue()))


@settings(max_examples=200, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    content=st.one_of(
        st.binary(max_size=400),
        st.text(max_size=300).map(str.encode),
        st.tuples(
            st.sampled_from(
                (
                    b"{\\rtf1 ",
                    b"<html>",
                    b"From: a\nTo: b\n\n",
                    b"PK\x03\x04",
                    b"a,b\n",
                    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
                )
            ),
            st.binary(max_size=300),
        ).map(b"".join),
    ),
    name=st.text(max_size=30),
)
def test_any_bytes_under_any_name_never_raise(content: bytes, name: str) -> None:
    if not content.lstrip().startswith(b"%PDF"):
        check(read(name, content))


@pytest.mark.parametrize("name", [*NATIVE, *PACKED])
@settings(max_examples=6, suppress_health_check=list(HealthCheck), deadline=None)
@given(changes=CHANGES)
def test_whole_files_with_changed_bytes_end_in_a_document(
    name: str, changes: list[tuple[float, str, bytes]]
) -> None:
    check(read_document(name, changed((FILES / name).read_bytes(), changes)))
