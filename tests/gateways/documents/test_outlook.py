"""Mails saved by Outlook (.msg), made in code: the letter, its attachments, a mail attached to it."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from requests_app.gateways.documents import NoteKind, read_document, whole_text
from requests_app.gateways.documents.outlook_rtf import unpacked
from tests.files.ole import Tree, binary, compound, fixed, moment, text

FILES = Path(__file__).resolve().parents[2] / "files"
SENT = datetime(2026, 10, 27, 16, 5, tzinfo=UTC)
TICKS = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000


def mail(*, head: int = 32, **streams: bytes) -> Tree:
    """A mail with its headers."""
    return {
        **text(0x0037, "FOI-2026-0412: your request"),
        **text(0x0C1A, "FOI Team"),
        **text(0x5D01, "foi@wexcombe.example.org"),
        **text(0x0E04, "Alex Doe"),
        **fixed(head, moment(TICKS)),
        **streams,
    }


def attachment(name: str, content: bytes) -> Tree:
    """A file attached by value."""
    return {**text(0x3707, name), **binary(0x3701, content), **fixed(8, {0x3705: (3, struct.pack("<I", 1))})}


def test_a_mail_of_outlook_is_its_letter_and_its_attachments() -> None:
    content = compound(
        {
            **mail(),
            **text(0x1000, "Dear Alex,\r\n\r\nPlease find attached our reply.\r\n"),
            "__attach_version1.0_#00000000": attachment("reply.docx", (FILES / "reply.docx").read_bytes()),
            "__attach_version1.0_#00000001": attachment(
                "figures.xlsx", (FILES / "figures.xlsx").read_bytes()
            ),
        }
    )
    document = read_document("reply.msg", content)
    assert (document.kind, document.title, document.sent_on) == (
        "msg",
        "FOI-2026-0412: your request",
        "2026-10-27",
    )
    assert document.text.startswith(
        "From: FOI Team <foi@wexcombe.example.org>\nSent: 27 October 2026 16:05\nTo: Alex Doe\n"
    )
    assert "Please find attached our reply." in document.text
    assert [part.kind for part in document.parts] == ["docx", "xlsx"]
    assert "[File: reply.docx]\nWexcombe Borough Council" in whole_text(document)


def test_markup_is_taken_where_it_has_a_table_that_the_plain_words_lost() -> None:
    markup = (
        b"<p>Here:</p><table><tr><td>Ward</td><td>2026</td></tr><tr><td>Hill</td><td>14</td></tr></table>"
    )
    content = compound({**mail(), **text(0x1000, "Here: Ward 2026 Hill 14"), **binary(0x1013, markup)})
    assert "Hill | 14 |" in read_document("a.msg", content).text


def test_a_mail_attached_to_a_mail_is_read_and_what_it_holds_in_turn_is_named() -> None:
    inner = {
        **mail(head=24),
        **text(0x1000, "We hold 14 records."),
        "__attach_version1.0_#00000000": attachment("deep.pdf", b"%PDF-"),
    }
    outer: Tree = {
        **mail(),
        **text(0x1000, "See below."),
        "__attach_version1.0_#00000000": {
            **text(0x3707, "RE: your request"),
            **fixed(8, {0x3705: (3, struct.pack("<I", 5))}),
            "__substg1.0_3701000D": inner,
        },
    }
    (part,) = read_document("outer.msg", compound(outer)).parts
    assert "We hold 14 records." in part.text
    assert part.sent_on == "2026-10-27"
    assert part.parts[0].notes[0].kind is NoteKind.UNREAD


def test_rich_text_is_unpacked_where_there_is_nothing_else() -> None:
    rich = b"{\\rtf1\\ansi We hold 14 records.\\par}"
    plain = struct.pack("<II4sI", len(rich) + 12, len(rich), b"MELA", 0) + rich
    content = compound({**mail(), **binary(0x1009, plain)})
    assert "We hold 14 records." in read_document("a.msg", content).text


def test_packed_rich_text_is_unpacked_as_the_specification_shows() -> None:
    """[MS-OXRTFCP] 4.1.1 and 4.2.1: its two examples."""
    simple = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    assert unpacked(simple) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    crossing = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert unpacked(crossing) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


@pytest.mark.parametrize("cut", [100, 600, 1500])
def test_a_damaged_mail_says_what_to_do(cut: int) -> None:
    content = compound({**mail(), **text(0x1000, "Words.")})
    document = read_document("a.msg", content[:cut])
    assert not document.is_readable
    assert document.notes[0].kind is NoteKind.UNREAD
