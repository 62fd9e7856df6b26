"""Every format from a file that a real program made (tests/files), read as the worker reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from requests_app.core.reading import read_reply
from requests_app.core.states import Outcome
from requests_app.gateways.documents import Document, NoteKind, read_document, whole_notes, whole_text
from tests.files import words

FILES = Path(__file__).resolve().parents[2] / "files"
LETTERS = ("reply.docx", "reply.odt", "reply.rtf", "reply.pdf", "page.html", "page.pdf")
SHEETS = ("figures.xlsx", "figures.xls", "figures.ods")


def read(name: str, *, called: str = "") -> Document:
    return read_document(called or name, (FILES / name).read_bytes())


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_reads_alike_in_every_format(name: str) -> None:
    document = read(name)
    reading = read_reply(document.text)
    assert document.kind == name.rpartition(".")[2]
    assert reading.reference == words.REFERENCE
    assert [question.label.strip("().") for question in reading.questions] == ["1", "2", "3"]
    assert reading.questions[0].text == words.QUESTIONS[0]
    assert [part.text for part in reading.questions[1].parts] == list(words.PARTS)
    assert list(reading.per_question_outcomes.values()) == [
        Outcome.DISCLOSED,
        Outcome.REFUSED,
        Outcome.NOT_HELD,
    ]
    assert reading.exemptions == ("40(2)",)
    (table,) = reading.tables
    assert (table.columns, table.rows, table.total_row) == (
        words.HEADINGS,
        words.ROWS[:-1],
        words.ROWS[-1],
    )
    assert all(check.agrees for check in table.checks)


@pytest.mark.parametrize("name", LETTERS)
def test_the_table_is_kept_cell_by_cell_too(name: str) -> None:
    (table,) = read(name).tables
    assert table.rows == (words.HEADINGS, *words.ROWS)


@pytest.mark.parametrize("name", ["reply.docx", "reply.odt", "reply.rtf", "reply.pdf"])
def test_headers_labels_and_footnotes_that_the_program_prints_are_in_the_text(name: str) -> None:
    lines = read(name).text.splitlines()
    assert words.REFERENCE in lines[0]
    assert f"(b) {words.PARTS[1]}" in lines
    assert f"3. {words.QUESTIONS[2]}" in lines
    assert any(words.FOOTNOTE in line for line in lines[-3:])


@pytest.mark.parametrize("name", ["reply.docx", "reply.odt", "reply.rtf"])
def test_deleted_words_and_comments_are_told_and_not_in_the_text(name: str) -> None:
    document = read(name)
    assert "struck out" not in document.text
    assert "Sam Sample" not in document.text
    (note,) = [note for note in document.notes if note.kind is NoteKind.HIDDEN]
    assert "deleted" in note.sentence or "tracked" in note.sentence
    assert "comments" in note.sentence
    assert "do not publish the file" in note.sentence


@pytest.mark.parametrize("name", ["reply.docx", "reply.odt", "page.html"])
def test_where_a_link_leads_is_in_the_text(name: str) -> None:
    assert "disclosure log (https://wexcombe.example.org/foi-log)" in read(name).text


def test_a_page_loses_what_runs_what_is_hidden_and_what_stands_around_it() -> None:
    document = read("page.html")
    for gone in (
        "Not a question",
        "search words",
        "Search the site",
        "Freedom of information\n",
        "Seen by nobody",
    ):
        assert gone not in document.text
    assert document.title == f"Anti-social behaviour orders ({words.REFERENCE})"
    told = " ".join(note.sentence for note in document.notes)
    assert "programs (scripts), form fields and pictures kept on other computers" in told
    assert "Nothing was run and nothing was fetched." in told


# Workbooks


@pytest.mark.parametrize("name", SHEETS)
def test_each_sheet_is_a_table_without_what_it_hides(name: str) -> None:
    document = read(name)
    orders, summary = document.tables
    assert orders.title == "Applications by ward"
    assert orders.rows == (
        ("Ward", "2024/25", "2025/26", "Total"),
        ("Castle Hill", "9", "4", "13"),
        ("Millfield", "8", "7", "15"),
        ("St Mary’s", "6", "13", "19"),
        ("Total", "23", "24", "47"),
    )
    assert summary.rows[-1] == ("Total Result", "6")
    assert "Sample" not in document.text
    assert "Clerk" not in document.text
    tables = read_reply(document.text).tables
    assert tables[0].title == "Applications by ward"
    assert tables[0].total_row == ("Total", "23", "24", "47")
    assert all(check.agrees for check in tables[0].checks)


@pytest.mark.parametrize("name", SHEETS)
def test_what_a_workbook_hides_is_told(name: str) -> None:
    notes = read(name).notes
    hidden = [note.sentence for note in notes if note.kind is NoteKind.HIDDEN]
    assert len(hidden) == 4
    assert hidden[0].startswith("Hidden sheet “People”, left out of the text.")
    assert hidden[1].startswith("Sheet “Orders”: hidden row 6, left out")
    assert hidden[2].startswith("Sheet “Orders”: hidden column B, left out")
    assert hidden[3].startswith("A pivot table: behind its totals the file may keep every record")
    assert all("do not publish the file" in sentence for sentence in hidden)
    assert any(note.sentence.startswith("7 cells are computed by formulas.") for note in notes)


def test_a_csv_in_the_old_windows_alphabet_is_a_table() -> None:
    document = read("list.csv")
    (table,) = document.tables
    assert table.rows == (
        ("Ward", "Cost", "Note"),
        ("St Mary’s", "£1,200", "paid"),
        ("Millfield", "£800", "=not a formula"),
    )
    assert "Some cells begin as formulas do." in document.notes[0].sentence


# What holds other files


def test_a_mail_is_its_letter_then_its_attachments_then_what_it_quotes() -> None:
    document = read("mail.eml")
    assert document.title == f"{words.REFERENCE}: your request"
    assert document.sent_on == "2026-10-27"
    assert [(part.name, part.kind) for part in document.parts] == [
        ("reply.docx", "docx"),
        ("figures.xlsx", "xlsx"),
    ]
    text = whole_text(document)
    places = [
        text.index(piece)
        for piece in (
            "From: FOI Team <foi@wexcombe.example.org>\nSent: 27 October 2026 16:05\n",
            "Please find attached our reply",
            "[File: reply.docx]\nWexcombe Borough Council",
            "[File: figures.xlsx]\nSheet: Orders",
            "-----Original Message-----",
        )
    ]
    assert places == sorted(places)
    assert any(
        note.sentence.startswith("“figures.xlsx”: Hidden sheet “People”") for note in whole_notes(document)
    )


def test_an_archive_is_its_files_without_their_folders() -> None:
    document = read("bundle.zip")
    assert [part.name for part in document.parts] == ["reply.docx", "figures.xlsx", "list.csv"]
    assert "[File: list.csv]\nWard | Cost | Note |" in whole_text(document)


# Content before name


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("reply.docx", "reply.pdf"),
        ("reply.pdf", "reply.docx"),
        ("figures.xls", "figures.doc"),
        ("figures.ods", "figures"),
        ("page.html", "page.aspx"),
        ("mail.eml", "message"),
        ("bundle.zip", "bundle.docx"),
        ("reply.rtf", "reply.doc"),
    ],
)
def test_a_file_is_what_its_content_says_whatever_it_is_called(name: str, called: str) -> None:
    document = read(name, called=called)
    assert document.kind == name.rpartition(".")[2]
    assert document.is_readable


# Pictures


@pytest.mark.parametrize("name", ["scanned.pdf", "photo.png"])
def test_the_words_of_a_scanned_page_are_recognised(name: str) -> None:
    document = read(name)
    assert document.is_picture
    assert words.REFERENCE in document.text
    assert words.QUESTIONS[0] in document.text
    (note,) = document.notes
    assert note.kind is NoteKind.UNSURE
    assert "Check them, figures above all, against the file." in note.sentence


@pytest.mark.parametrize("name", ["scanned.pdf", "photo.png"])
def test_without_tesseract_a_picture_says_that_it_is_one_and_what_to_do(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TESSERACT", "")
    document = read(name)
    assert document.is_picture
    assert not document.is_readable
    (note,) = document.notes
    assert note.kind is NoteKind.PICTURE
    assert "is a picture: its words can't be read here." in note.sentence
    assert "type or paste its words" in note.sentence
    assert "install Tesseract" in note.sentence
