"""The two disclosures the product was made from, as a web page, a Word file and PDFs made from their text: each reads
exactly as its labels say.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from requests_app.core.reading import ReplyReading, read_reply
from requests_app.gateways.documents import read_document
from tests.browser.chromium import FLAGS, find_chromium

pytestmark = pytest.mark.shared

SEEDS = ("000_686bd99622577a9e", "002_652f35db160209f5")
Block = str | list[list[str]]


def blocks(text: str) -> Iterator[Block]:
    """The paragraphs of a seed, and its table."""
    rows: list[list[str]] = []
    for line in [*text.splitlines(), ""]:
        if line.count("|") > 1:
            rows.append([cell.strip() for cell in line.removesuffix("|").split("|")])
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line


def page(text: str) -> str:
    """As a web page."""
    out = []
    for block in blocks(text):
        if isinstance(block, str):
            out.append(f"<p>{escape(block)}</p>")
        else:
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block)
            out.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
    style = "table { border-collapse: collapse } td { border: 1px solid; padding: 2px 6px }"
    return (
        f"<!doctype html><meta charset='utf-8'><title>Disclosure</title><style>{style}</style>{''.join(out)}"
    )


def word_file(text: str) -> bytes:
    """As a Word file: the least that is one."""
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def paragraph(words: str) -> str:
        return f"<w:p><w:r><w:t xml:space='preserve'>{escape(words)}</w:t></w:r></w:p>"

    out = []
    for block in blocks(text):
        if isinstance(block, str):
            out.append(paragraph(block))
        else:
            rows = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in block)
            out.append(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>")
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document xmlns:w='{name}'><w:body>{''.join(out)}</w:body></w:document>"
        )
    return kept.getvalue()


def pdf_file(text: str) -> bytes:
    """As a PDF of wrapped lines, with its table drawn."""
    pdf = FPDF()
    pdf.core_fonts_encoding = "windows-1252"
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for block in blocks(text):
        if isinstance(block, str):
            pdf.multi_cell(0, 5.5, block, new_x="LMARGIN", new_y="NEXT", align="L")
            pdf.ln(2)
        else:
            with pdf.table(first_row_as_headings=False) as table:
                for cells in block:
                    row = table.row()
                    for cell in cells:
                        row.cell(cell)
            pdf.ln(4)
    return bytes(pdf.output())


def columns_pdf(text: str) -> bytes:
    """As a PDF whose table has no lines: its cells only stand under each other."""
    pdf = FPDF()
    pdf.core_fonts_encoding = "windows-1252"
    pdf.add_page()
    pdf.set_font("Times", size=12)
    for block in blocks(text):
        if isinstance(block, str):
            pdf.multi_cell(0, 6, block, new_x="LMARGIN", new_y="NEXT", align="J")
        else:
            pdf.ln(3)
            for cells in block:
                for place, cell in enumerate(cells):
                    pdf.cell(60 if place == 0 else 30, 6, cell, align="L" if place == 0 else "R")
                pdf.ln(6)
            pdf.ln(3)
    return bytes(pdf.output())


MAKERS: dict[str, Callable[[str], bytes]] = {
    "seed.html": lambda text: page(text).encode(),
    "seed.docx": word_file,
    "seed.pdf": pdf_file,
    "columns.pdf": columns_pdf,
}


def check(reading: ReplyReading, wanted: dict[str, Any]) -> None:
    assert reading.reference == wanted["reference"]
    assert (reading.date_received, reading.date_responded) == (None, None)
    assert [question.label for question in reading.questions] == [one["label"] for one in wanted["questions"]]
    for question, one in zip(reading.questions, wanted["questions"], strict=True):
        assert question.text.startswith(one["text_start"])
        assert [part.label for part in question.parts] == one["parts"]
    assert (reading.clarification is not None) == wanted["clarification"]
    assert (reading.decision, reading.decision_explicit) == (wanted["decision"], wanted["decision_explicit"])
    assert reading.per_question_outcomes == wanted["per_question_outcomes"]
    assert list(reading.exemptions) == wanted["exemptions"]
    assert reading.abbreviations == wanted["abbreviations"]
    sizes = [(len(table.rows), len(table.columns), table.total_row is not None) for table in reading.tables]
    assert sizes == [(one["rows"], one["columns"], one["has_total"]) for one in wanted["tables"]]
    assert all(done.agrees for table in reading.tables for done in table.checks)


def labels(shared: Path, seed: str) -> dict[str, Any]:
    every = json.loads((shared / "seeds/labels.json").read_text(encoding="utf-8"))
    return next(one for one in every if one["id"] == seed)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", MAKERS)
def test_a_seed_reads_as_its_labels_say_from_other_formats(shared: Path, seed: str, name: str) -> None:
    text = (shared / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")
    document = read_document(name, MAKERS[name](text))
    assert document.notes == ()
    check(read_reply(document.text), labels(shared, seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_a_seed_survives_a_pdf(shared: Path, seed: str) -> None:
    text = (shared / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")
    found = read_document("seed.pdf", pdf_file(text)).text
    assert re.findall(r"\w+", found) == re.findall(r"\w+", text)


@pytest.mark.browser
@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_reads_as_its_labels_say_from_a_page_that_chromium_printed(
    shared: Path, seed: str, tmp_path: Path
) -> None:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip("no Chromium here (on Debian: apt install chromium)")
    text = (shared / "seeds" / f"{seed}.txt").read_text(encoding="utf-8")
    (tmp_path / "page.html").write_text(page(text), encoding="utf-8")
    printed = tmp_path / "page.pdf"
    subprocess.run(
        [
            *(chromium, *FLAGS, "--headless", "--no-pdf-header-footer"),
            *(f"--print-to-pdf={printed}", (tmp_path / "page.html").as_uri()),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = read_document("page.pdf", printed.read_bytes())
    check(read_reply(document.text), labels(shared, seed))
