"""Letters as files: a mail that any program opens, a Word file, a PDF, an archive."""

from __future__ import annotations

import email
import email.policy
import io
import subprocess
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage

import docx
import pypdfium2 as pdfium
import pytest
import typst

from requests_app.core.paper import Heading, Pairs, Paper, Points, Rows, Words
from requests_app.gateways import typeset
from requests_app.gateways.archive_file import Archive
from requests_app.gateways.mail_file import Enclosed, address_in, eml_of
from requests_app.gateways.typeset import NotSetError, pages_in, pdf_of, worker
from requests_app.gateways.word_file import docx_of

NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
HOSTILE = 'Dear "Ŵŷ" 😀,\r\n\r\n#import "x"\n<b>\x07&amp; \u202eabc\u202c\n' + "w" * 300


def a_mail(**fields: object) -> EmailMessage:
    defaults: dict[str, object] = {
        "sender": ("Alex Penrose", "alex@example.org"),
        "to": ("Ambleford Constabulary", "foi@ambleford.example.org"),
        "subject": "Overdue",
        "body": "Please reply.\n",
        "at": NOW,
    }
    raw = eml_of(**defaults | fields)  # type: ignore[arg-type]
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def test_a_mail_has_the_headers_it_needs_and_its_words_as_plain_text() -> None:
    mail = a_mail()
    assert mail["From"] == "Alex Penrose <alex@example.org>"
    assert mail["To"] == "Ambleford Constabulary <foi@ambleford.example.org>"
    assert mail["Subject"] == "Overdue"
    assert mail["Date"] == "Wed, 04 Nov 2026 12:00:00 +0000"
    assert mail["MIME-Version"] == "1.0"
    assert mail["X-Unsent"] == "1"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content() == "Please reply.\r\n"


def test_without_an_address_of_theirs_nobody_is_written_to() -> None:
    assert a_mail(to=("Ambleford Constabulary", ""))["To"] is None


def test_no_word_becomes_a_header() -> None:
    mail = a_mail(
        subject="Overdue\r\nBcc: everybody@example.org", sender=('A\r\nBcc: x "y"', "alex@example.org")
    )
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Overdue Bcc: everybody@example.org"
    assert mail["From"].addresses[0].addr_spec == "alex@example.org"


def test_what_was_typed_arrives_without_what_can_not_be_printed() -> None:
    mail = a_mail(body=HOSTILE, subject="Ŵŷ 😀")
    assert mail["Subject"] == "Ŵŷ 😀"
    text = mail.get_content()
    assert 'Dear "Ŵŷ" 😀,' in text
    assert "w" * 300 in text
    assert not set(text) & {"\x07", "\u202e"}
    raw = eml_of(sender=("A", "a@example.org"), to=("B", ""), subject="x" * 300, body=HOSTILE, at=NOW)
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert raw.isascii()


def test_files_go_with_it() -> None:
    mail = a_mail(enclosed=[Enclosed("file\r\n.pdf", "application/pdf", b"%PDF-")])
    (file,) = mail.iter_attachments()
    assert file.get_filename() == "file .pdf"
    assert file.get_content() == b"%PDF-"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content() == "Please reply.\r\n"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("12 Mill Lane\nalex.p+foi@example.org", "alex.p+foi@example.org"),
        ("<alex@example.org>", "alex@example.org"),
        ("12 Mill Lane", ""),
        ("alex@localhost", ""),
        ("a@b..example.org", ""),
        (".alex@example.org", "alex@example.org"),
        ("alex.@example.org", ""),
        ("write to o'neill@example.org.", "o'neill@example.org"),
    ],
)
def test_an_address_is_found_where_one_stands(text: str, address: str) -> None:
    assert address_in(text) == address


def test_a_word_file_keeps_the_lines_of_the_letter() -> None:
    document = docx.Document(io.BytesIO(docx_of(subject="S\x00", body=HOSTILE, author="Ŵ", made_at=NOW)))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == 'Dear "Ŵŷ" 😀,'
    assert texts[1].startswith('#import "x"\n<b>&amp; abc\nwww')
    assert document.core_properties.title == "S"
    assert document.core_properties.author == "Ŵ"


def test_an_archive_holds_its_files_in_order_and_none_leads_out_of_it() -> None:
    archive = Archive(made_at=NOW)
    archive.put("b.txt", "Ŵ", "words")
    archive.put("a/b.bin", b"\x00", "bytes")
    for path in ("b.txt", "/etc/passwd", "../x", "a/../../x"):
        with pytest.raises(ValueError, match=r"x|b\.txt|passwd"):
            archive.put(path, "x", "x")
    held = zipfile.ZipFile(io.BytesIO(archive.close()))
    assert held.namelist() == ["b.txt", "a/b.bin"]
    assert held.read("b.txt").decode() == "Ŵ"
    assert held.infolist()[0].date_time == (2026, 11, 4, 12, 0, 0)


def words_of(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    return " ".join("".join(page.get_textpage().get_text_range() for page in document).split())


def test_a_pdf_says_every_kind_of_block_and_is_tagged() -> None:
    blocks = (
        Heading("A heading"),
        Words("A paragraph.\nIts second line.\n\n\u05e9\u05dc\u05d5\u05dd"),
        Pairs((("Name", "Value"),)),
        Rows(("Day", "What"), (("Monday", "It\nwent"),), (1, 3)),
        Points(("first", "second"), numbered=True),
        Words("a    b    c\nd    e    f", quoted=True),
    )
    pdf = pdf_of(Paper("Title", blocks, author="Alex", running="FT-1", contents=True), made_at=NOW)
    words = words_of(pdf)
    for wanted in ("A heading", "Its second line.", "Name Value", "Monday It went", "1. first", "FT-1"):
        assert wanted in words
    assert pdfium.raw.FPDFCatalog_IsTagged(pdfium.PdfDocument(pdf))
    assert b"pdfuaid" in pdf
    assert pages_in(pdf) == 2


def test_the_same_paper_is_the_same_file() -> None:
    paper = Paper("Title", (Words("Hello"),))
    assert pdf_of(paper, made_at=NOW) == pdf_of(paper, made_at=NOW)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A sign \U0001f600.", "A sign [grinning face]."),
        ("\U0001f468\u200d\U0001f469 wave", "[man][woman] wave"),
        ("the word \u4e2d\u6587 here", "the word [U+4E2D][U+6587] here"),
        ("all " + "\u4e2d" * 40, "all [40 characters for which there is no font here, from U+4E2D]"),
        ("Cafe\u0301 Ŵŷ \u0928\u092e\u0938\u094d\u0924\u0947", "Caf"),
    ],
)
def test_letters_without_a_font_are_named(text: str, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    monkeypatch.setattr(worker, "_fonts", lambda: bare)
    pdf = worker.pdf_of(typeset._data(Paper("T", (Words(text),))), 0)
    assert shown in words_of(pdf)
    assert b"pdfuaid" in pdf


def test_what_the_standard_refuses_is_set_all_the_same_and_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def refuse_once(data: dict[str, object], made_at: int, standards: list[str]) -> bytes:
        asked.append(standards)
        if standards:
            raise typst.TypstError("PDF/UA-1 error: something new", "PDF/UA-1 error: something new")
        return setting(data, made_at, standards)

    setting = worker._set
    monkeypatch.setattr(worker, "_set", refuse_once)
    pdf = worker.pdf_of(typeset._data(Paper("T", (Words("Hello"),))), 0)
    assert asked == [["ua-1"], []]
    assert pdfium.raw.FPDFCatalog_IsTagged(pdfium.PdfDocument(pdf))


def test_a_paper_that_can_not_be_set_is_refused_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("typeset", 1, output=b"secret")

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(NotSetError) as refusal:
        pdf_of(Paper("T", (Words("secret"),)), made_at=NOW)
    assert "secret" not in str(refusal.value)
    assert refusal.value.__cause__ is None
