"""OpenDocument texts (.odt): words as printed, with the labels of lists, headers and footnotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.archive import Archive
from requests_app.gateways.documents.blocks import Blocks, Cell
from requests_app.gateways.documents.limits import COLUMNS
from requests_app.gateways.documents.odt_numbers import OFFICE, STYLE, TABLE, TEXT, Numbers
from requests_app.gateways.documents.records import Document, Note, NoteKind

_XLINK = "{http://www.w3.org/1999/xlink}href"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_GONE = {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}sequence-decls"}
_GONE |= {f"{OFFICE}forms", f"{TEXT}list-header"}
_HEADERS = {f"{STYLE}header", f"{STYLE}header-first", f"{STYLE}header-left"}
_FOOTERS = {f"{STYLE}footer", f"{STYLE}footer-first", f"{STYLE}footer-left"}
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_DEEPEST = 40


def read_odt(name: str, content: bytes) -> Document:
    """An OpenDocument text. Raises BadInput where it is damaged, locked or a bomb."""
    archive = Archive(name, content)
    if not archive.has("content.xml"):
        raise BadInput(
            f"“{name}” is damaged: it has no text in it. Ask for it again, or paste its words instead."
        )
    root = archive.xml("content.xml")
    styles = archive.xml("styles.xml") if archive.has("styles.xml") else None
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    reader = _Reader(Numbers([root, *([styles] if styles is not None else [])]))
    reader.furniture(styles, _HEADERS)
    if body is not None:
        reader.blocks_of(body)
    reader.notes_at_foot()
    reader.furniture(styles, _FOOTERS)
    has_pictures = any(path.startswith("Pictures/") for path in archive.names)
    return Document(
        name,
        "odt",
        reader.blocks.text,
        tables=tuple(reader.blocks.tables),
        notes=tuple(reader.told(has_pictures=has_pictures)),
        is_picture=has_pictures and not reader.blocks.text.strip(),
    )


class _Reader:
    """Walks the markup of one file and writes ``blocks``."""

    def __init__(self, numbers: Numbers) -> None:
        self.blocks = Blocks()
        self.found: Counter[str] = Counter()
        self.footnotes: list[str] = []
        self.numbers = numbers

    def furniture(self, styles: Element | None, tags: set[str]) -> None:
        """Headers or footers of all page styles, each line once."""
        seen: set[str] = set()
        for element in styles.iter() if styles is not None else ():
            if element.tag in tags:
                for line in self._inner(element):
                    if line and line not in seen:
                        seen.add(line)
                        self.blocks.line(line)
        if seen:
            self.blocks.gap()

    def notes_at_foot(self) -> None:
        """Footnotes, under the text."""
        for note in self.footnotes:
            self.blocks.line(note)

    def blocks_of(self, parent: Element, depth: int = 0) -> None:
        """The paragraphs, lists and tables in an element."""
        for child in parent:
            if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                self._paragraph(child, "")
            elif child.tag in _GONE:
                self.found["changes"] += child.tag == f"{TEXT}tracked-changes"
                self.found["comments"] += child.tag == f"{OFFICE}annotation"
            elif child.tag == f"{TEXT}list":
                self._list(child, child.get(f"{TEXT}style-name", ""), 1)
            elif child.tag == f"{TABLE}table" and depth < _DEEPEST:
                self._table(child, depth)
            elif depth < _DEEPEST:
                self.blocks_of(child, depth + 1)

    def _paragraph(self, paragraph: Element, label: str) -> None:
        boxes: list[Element] = []
        text = "".join(self._pieces(paragraph, boxes))
        if text.strip():
            self.blocks.line(f"{label} {text.strip()}" if label else text)
        elif not boxes:
            self.blocks.gap()
        for box in boxes[:100]:
            for line in self._inner(box):
                self.blocks.line(line)

    def _pieces(self, parent: Element, boxes: list[Element], depth: int = 0) -> Iterator[str]:
        yield " ".join((parent.text or "").split("\n"))
        for child in parent:
            yield from self._piece(child, boxes, depth)
            yield " ".join((child.tail or "").split("\n"))

    def _piece(self, child: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        tag = child.tag
        if tag == f"{TEXT}s":
            yield " " * min(_count(child, f"{TEXT}c"), 100)
        elif tag in _SIGNS:
            yield _SIGNS[tag]
        elif tag == f"{TEXT}note":
            self._footnote(child)
        elif tag in _GONE:
            self.found["comments"] += tag == f"{OFFICE}annotation"
        elif tag == f"{_DRAW}text-box":
            boxes.append(child)
        elif depth < _DEEPEST:
            inner = self._link if tag == f"{TEXT}a" else self._pieces
            yield from inner(child, boxes, depth + 1)

    def _footnote(self, note: Element) -> None:
        body, citation = note.find(f"{TEXT}note-body"), note.find(f"{TEXT}note-citation")
        if body is not None:
            mark = "".join(citation.itertext()) if citation is not None else ""
            self.footnotes.append(f"[{mark}] {' '.join(self._inner(body))}")

    def _link(self, link: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        words = "".join(self._pieces(link, boxes, depth))
        target = link.get(_XLINK, "")
        yield words
        bare = target.rstrip("/").partition("//")[2]
        if target.startswith(("http://", "https://")) and len(target) < 300 and words and bare not in words:
            yield f" ({target})"

    def _list(self, element: Element, style: str, level: int) -> None:
        if level > _DEEPEST:
            return
        self.numbers.begin(element, style, level)
        for item in element:
            if item.tag != f"{TEXT}list-item":
                continue
            label = self.numbers.label(item, style, level)
            for child in item:
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    self._paragraph(child, label)
                    label = ""
                elif child.tag == f"{TEXT}list":
                    self._list(child, child.get(f"{TEXT}style-name", style), level + 1)

    def _inner(self, element: Element) -> list[str]:
        outer, self.blocks = self.blocks, Blocks()
        self.blocks_of(element)
        inner, self.blocks = self.blocks, outer
        return inner.lines

    def _table(self, table: Element, depth: int) -> None:
        rows: list[list[Cell]] = []
        self.blocks.gap()
        for row in _rows(table):
            cells: list[Cell] = []
            for cell in row:
                if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
                    continue
                outer, self.blocks = self.blocks, Blocks()
                self.blocks_of(cell, depth + 1)
                inner, self.blocks = self.blocks, outer
                cells.extend([inner.lines] * min(_count(cell, f"{TABLE}number-columns-repeated"), COLUMNS))
            rows.append(cells[:COLUMNS])
        self.blocks.table([row for row in rows if row])
        self.blocks.gap()

    def told(self, *, has_pictures: bool) -> Iterator[Note]:
        """What a person must know before publishing the file."""
        said = {"changes": "changes that were tracked", "comments": "comments"}
        found = [words for what, words in said.items() if self.found[what]]
        if found:
            yield Note(
                NoteKind.HIDDEN,
                f"The file holds {' and '.join(found)} that its pages don't show: left out of the text. They may hold "
                "personal data: do not publish the file.",
            )
        if has_pictures:
            yield Note(
                NoteKind.PICTURE,
                "The file holds pictures. If one of them shows words or a table, look at it in the file itself.",
            )


def _count(element: Element, attribute: str) -> int:
    count = element.get(attribute, "1")
    return int(count) if count.isdigit() and len(count) < 8 else 1


def _rows(table: Element, depth: int = 0) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif depth < 5 and child.tag in (
            f"{TABLE}table-header-rows",
            f"{TABLE}table-rows",
            f"{TABLE}table-row-group",
        ):
            yield from _rows(child, depth + 1)
