"""PDF, by PDFium: words with their places, tables drawn with lines, pages that are pictures."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator, Sequence

import pypdfium2

from requests_app.core.errors import BadInput
from requests_app.gateways.documents import ocr
from requests_app.gateways.documents.limits import (
    OCR_PAGES,
    OCR_SECONDS,
    PAGES,
    PICTURE_PIXELS,
    TEXT_CHARACTERS,
)
from requests_app.gateways.documents.page_grids import grids_of
from requests_app.gateways.documents.page_words import Word
from requests_app.gateways.documents.pages import Page, page_of, written
from requests_app.gateways.documents.pdf_page import drawn_on, words_on
from requests_app.gateways.documents.records import Document, Note, NoteKind

_FEW_LETTERS = 20
"""A page with fewer, and a picture over most of it, is a scan."""

_DOTS = 300
"""An inch, for text recognition."""


def read_pdf(name: str, content: bytes) -> Document:
    """A PDF. Pages that are pictures go through text recognition where Tesseract is installed. Raises BadInput."""
    try:
        pdf = pypdfium2.PdfDocument(content)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        raise _refusal(name, error) from error
    reader = _Reader(pdf)
    read = 0
    for place in range(min(pages, PAGES)):
        reader.page(place)
        read = place + 1
        if reader.length > TEXT_CHARACTERS:
            break
    notes = list(reader.notes())
    if read < pages:
        notes.append(
            Note(
                NoteKind.LEFT_OUT,
                f"It has {pages:,} pages; the first {read:,} were read. All of it is in the file.",
            )
        )
    blocks = written(reader.pages)
    return Document(
        name,
        "pdf",
        blocks.text,
        title=_title(pdf),
        tables=tuple(blocks.tables),
        pages=pages,
        notes=tuple(notes),
        is_picture=bool(reader.scanned) and len(reader.scanned) * 2 > read,
    )


def _refusal(name: str, error: pypdfium2.PdfiumError) -> BadInput:
    if "assword" in str(error):
        return BadInput(f"“{name}” is locked with a password. Open it, save it without one, and upload that.")
    return BadInput(f"“{name}” is damaged: it can't be opened. Ask for it again, or paste its words instead.")


def _title(pdf: pypdfium2.PdfDocument) -> str:
    try:
        return " ".join(pdf.get_metadata_value("Title").split())[:300]
    except (pypdfium2.PdfiumError, UnicodeError, ValueError):
        return ""


class _Reader:
    """Reads page after page."""

    def __init__(self, pdf: pypdfium2.PdfDocument) -> None:
        self.pdf = pdf
        self.pages: list[Page] = []
        self.scanned: list[int] = []
        self.recognised: list[int] = []
        self.broken: list[int] = []
        self.covered: list[int] = []
        self.length = 0
        self.ocr_seconds = 0.0

    def page(self, place: int) -> None:
        """Add one page. One that can't be read is told of and leaves the others alone."""
        try:
            page = self.pdf[place]
        except pypdfium2.PdfiumError:
            self.broken.append(place + 1)
            return
        try:
            self._page(page, place)
        finally:
            page.close()

    def _page(self, page: pypdfium2.PdfPage, place: int) -> None:
        drawn = drawn_on(page)
        words, covered = words_on(page, drawn.black)
        if covered:
            self.covered.append(place + 1)
        if sum(len(word.text) for word in words) < _FEW_LETTERS and drawn.covered > 0.4:
            self.scanned.append(place + 1)
            found = self._recognise(page)
            if found:
                self.recognised.append(place + 1)
                words = found
        self.length += sum(len(word.text) + 1 for word in words)
        self.pages.append(page_of(words, grids_of(drawn), width=page.get_width()))

    def _recognise(self, page: pypdfium2.PdfPage) -> list[Word]:
        if not ocr.is_installed() or len(self.scanned) > OCR_PAGES or self.ocr_seconds > OCR_SECONDS:
            return []
        began = time.monotonic()
        found = ocr.words_of(_picture(page), dots=_DOTS)
        self.ocr_seconds += time.monotonic() - began
        return found

    def notes(self) -> Iterator[Note]:
        """What a person must be told about the pages."""
        if self.broken:
            yield Note(NoteKind.UNREAD, f"{_pages(self.broken)} can't be read: the file is damaged there.")
        if self.covered:
            yield Note(
                NoteKind.HIDDEN,
                f"{_pages(self.covered)}: words stand under black boxes, where anybody can copy them. They were meant to be "
                "taken out: left out of the text. They may hold personal data: do not publish the file, and tell the authority.",
            )
        unread = [page for page in self.scanned if page not in self.recognised]
        if self.recognised:
            yield Note(
                NoteKind.UNSURE,
                f"{_pages(self.recognised)}: words recognised in a picture. Check them, figures above all, against the file.",
            )
        if unread:
            yield ocr.picture_note(_pages(unread))


def _pages(places: Sequence[int]) -> str:
    listed = ", ".join(map(str, places[:10])) + (" ..." if len(places) > 10 else "")
    return f"Page {listed}" if len(places) == 1 else f"Pages {listed}"


def _picture(page: pypdfium2.PdfPage) -> ocr.Picture:
    """The page in greys, no larger than the limit."""
    wide, high = page.get_size()
    scale = _DOTS / 72
    pixels = max(wide * high * scale * scale, 1.0)
    if pixels > PICTURE_PIXELS:
        scale *= (PICTURE_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        rows = bytes(ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height))
        if bitmap.stride != bitmap.width:
            rows = b"".join(
                rows[begin : begin + bitmap.width] for begin in range(0, len(rows), bitmap.stride)
            )
        return ocr.Picture(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + rows, scale)
    finally:
        bitmap.close()
