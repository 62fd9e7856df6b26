"""A letter as .docx, for people who write in a word processor."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from requests_app.core.paper import (
    paragraphs,
    printable,
)

_SERIF = "Georgia"


def docx_of(*, subject: str, body: str, author: str, made_at: datetime) -> bytes:
    """A letter as a Word file of A4 pages; its subject line is the file's title."""
    document = docx.Document()
    _prepare(document, subject, author, made_at)
    for lines in paragraphs(body):
        _lines(document, lines)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _prepare(document: Document, subject: str, author: str, made_at: datetime) -> None:
    about = document.core_properties
    about.title, about.author = printable(subject)[:250], printable(author)[:250]
    about.comments, about.language = "", "en-GB"
    about.created = about.modified = made_at.astimezone(UTC).replace(tzinfo=None)
    about.last_modified_by, about.revision = "", 1
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _SERIF, Pt(11)
    language = normal.element.get_or_add_rPr().makeelement(qn("w:lang"), {qn("w:val"): "en-GB"})
    normal.element.get_or_add_rPr().append(language)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)


def _lines(document: Document, lines: list[str]) -> None:
    paragraph = document.add_paragraph()
    for place, line in enumerate(lines):
        run = paragraph.add_run()
        if place:
            run.add_break()
        run.add_text(line)
