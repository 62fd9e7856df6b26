"""Word's files (.docx): words as printed, with the labels of lists that Word counts by itself, headers and footnotes.

Read from its own markup, not through mammoth: that drops the labels of numbered paragraphs ("(a)", "Q1"), headers and
footers, where authorities print their reference (docs/adr/0004).
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.archive import Archive
from requests_app.gateways.documents.blocks import Blocks, Cell
from requests_app.gateways.documents.docx_numbers import Numbers
from requests_app.gateways.documents.limits import COLUMNS
from requests_app.gateways.documents.records import Document, Note, NoteKind

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HOLDERS = {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo", f"{W}body"}
_HOLDERS |= {f"{_MC}AlternateContent", f"{_MC}Choice"}
_GONE = {f"{W}del", f"{W}moveFrom", f"{W}delText", f"{W}instrText", f"{_MC}Fallback"}
_GONE |= {f"{W}pPr", f"{W}rPr"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_DEEPEST = 40


def read_docx(name: str, content: bytes) -> Document:
    """A Word file. Raises BadInput where it is damaged, locked or a bomb."""
    archive = Archive(name, content)
    main = _main_part(archive)
    reader = _Reader(archive, main)
    reader.header("header")
    reader.blocks_of(_body(archive.xml(main)))
    reader.notes_at_foot()
    reader.header("footer")
    blocks = reader.blocks
    return Document(
        name,
        "docx",
        blocks.text,
        title=_title(archive),
        tables=tuple(blocks.tables),
        notes=tuple(reader.told()),
        is_picture=not blocks.text.strip() and _has_pictures(archive),
    )


def _main_part(archive: Archive) -> str:
    for path in ("word/document.xml", *archive.names):
        if archive.has(path) and path.startswith("word/document") and path.endswith(".xml"):
            return path
    raise BadInput(
        f"“{archive.name}” is damaged: it has no text in it. Ask for it again, or paste its words instead."
    )


def _body(root: Element) -> Element:
    for element in root.iter():
        if element.tag.startswith(_STRICT):
            element.tag = W + element.tag.removeprefix(_STRICT)
            element.attrib = {key.replace(_STRICT, W): value for key, value in element.attrib.items()}
    body = root.find(f"{W}body")
    return root if body is None else body


def _has_pictures(archive: Archive) -> bool:
    return any(path.startswith("word/media/") for path in archive.names)


def _title(archive: Archive) -> str:
    if not archive.has("docProps/core.xml"):
        return ""
    title = archive.xml("docProps/core.xml").find("{http://purl.org/dc/elements/1.1/}title")
    return " ".join((title.text or "").split())[:300] if title is not None else ""


class _Reader:
    """Walks the markup of one file and writes ``blocks``."""

    def __init__(self, archive: Archive, main: str) -> None:
        self.archive = archive
        self.blocks = Blocks()
        self.found: Counter[str] = Counter()
        self.numbers = Numbers(
            self._optional("word/numbering.xml"),
            self._optional("word/styles.xml"),
        )
        self.links = self._links(main)
        self.footnotes: list[str] = []

    def _optional(self, path: str) -> Element | None:
        return _body(self.archive.xml(path)) if self.archive.has(path) else None

    def _links(self, main: str) -> dict[str, str]:
        folder, base = posixpath.split(main)
        path = f"{folder}/_rels/{base}.rels"
        if not self.archive.has(path):
            return {}
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in self.archive.xml(path).iter(_RELATION)
            if each.get("TargetMode") == "External"
        }

    # Headers, footers, notes

    def header(self, what: str) -> None:
        """Headers or footers, each line once, however many pages repeat it."""
        seen: set[str] = set()
        for path in sorted(self.archive.names):
            if path.startswith(f"word/{what}") and path.endswith(".xml"):
                inner = self._inner(_body(self.archive.xml(path)))
                for line in inner:
                    if line and line not in seen:
                        seen.add(line)
                        self.blocks.line(line)
        if seen:
            self.blocks.gap()

    def notes_at_foot(self) -> None:
        """Footnotes and endnotes, under the text."""
        for path in ("word/footnotes.xml", "word/endnotes.xml"):
            root = self._optional(path)
            for note in root if root is not None else ():
                lines = [line for line in self._inner(note) if line.strip()]
                if lines and note.get(f"{W}type") is None:
                    self.blocks.line(f"[{note.get(f'{W}id', '')}] {' '.join(lines)}")

    def _inner(self, element: Element) -> list[str]:
        outer, self.blocks = self.blocks, Blocks()
        self.blocks_of(element)
        inner, self.blocks = self.blocks, outer
        outer.tables.extend(inner.tables)
        return inner.lines

    # Blocks

    def blocks_of(self, parent: Element, depth: int = 0) -> None:
        """The paragraphs and tables directly in an element, and in what merely holds them."""
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag == f"{W}tbl" and depth < _DEEPEST:
                self._table(child, depth)
            elif child.tag in _HOLDERS and depth < _DEEPEST:
                self.blocks_of(child, depth + 1)
            else:
                self._is_left_out(child)

    def _paragraph(self, paragraph: Element) -> None:
        label = self.numbers.label(paragraph)
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
        for child in parent:
            tag = child.tag
            if tag == f"{W}t":
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag.endswith("}txbxContent"):
                boxes.append(child)
            elif not self._is_left_out(child) and depth < _DEEPEST:
                inner = self._link if tag == f"{W}hyperlink" else self._pieces
                yield from inner(child, boxes, depth + 1)

    def _is_left_out(self, child: Element) -> bool:
        """Whether its words are not printed; remembered, where a person has to know."""
        tag = child.tag
        self.found["del"] += tag in (f"{W}del", f"{W}moveFrom")
        self.found["comment"] += tag == f"{W}commentReference"
        if tag == f"{W}r" and _is_hidden(child):
            self.found["hidden text"] += 1
            return True
        return tag in _GONE

    def _link(self, link: Element, boxes: list[Element], depth: int) -> Iterator[str]:
        words = "".join(self._pieces(link, boxes, depth))
        target = self.links.get(link.get(_R_ID, ""), "")
        yield words
        bare = target.rstrip("/").partition("//")[2]
        if target.startswith(("http://", "https://")) and len(target) < 300 and words and bare not in words:
            yield f" ({target})"

    # Tables

    def _table(self, table: Element, depth: int) -> None:
        rows: list[list[Cell]] = []
        self.blocks.gap()
        for row in _within(table, f"{W}tr"):
            cells: list[Cell] = [[] for _ in range(_number(row, f"{W}trPr/{W}gridBefore"))]
            for cell in _within(row, f"{W}tc"):
                wide = max(1, min(_number(cell, f"{W}tcPr/{W}gridSpan"), COLUMNS))
                cells.append(
                    self._cell(
                        cell, depth, above=rows[-1][len(cells)] if _goes_on(cell, rows, cells) else None
                    )
                )
                cells.extend([] for _ in range(wide - 1))
            rows.append(cells)
        self.blocks.table([row for row in rows if row])
        self.blocks.gap()

    def _cell(self, cell: Element, depth: int, *, above: Cell | None) -> Cell:
        """A cell that goes on from above says its words again, and figures not: they would be counted twice."""
        if above is not None:
            return [] if any(ch.isdigit() for ch in "".join(above)) else above
        outer, self.blocks = self.blocks, Blocks()
        self.blocks_of(cell, depth + 1)
        inner, self.blocks = self.blocks, outer
        return inner.lines

    def told(self) -> Iterator[Note]:
        """What a person must know before publishing the file."""
        said = {
            "del": "changes that were tracked and words that were deleted",
            "comment": "comments",
            "hidden text": "hidden text",
        }
        found = [words for what, words in said.items() if self.found[what]]
        if self.archive.has("word/comments.xml") and "comments" not in found:
            found.append("comments")
        if found:
            yield Note(
                NoteKind.HIDDEN,
                f"The file holds {' and '.join(found)} that its pages don't show: left out of the text. They may hold "
                "personal data: do not publish the file.",
            )
        if any(path.endswith("vbaProject.bin") for path in self.archive.names):
            yield Note(NoteKind.LEFT_OUT, "The file holds programs (macros). Nothing was run.")
        if _has_pictures(self.archive):
            yield Note(
                NoteKind.PICTURE,
                "The file holds pictures. If one of them shows words or a table, look at it in the file itself.",
            )


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val", "true") not in ("0", "false", "off")


def _within(parent: Element, tag: str, depth: int = 0) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS and depth < _DEEPEST:
            yield from _within(child, tag, depth + 1)


def _goes_on(cell: Element, rows: list[list[Cell]], cells: list[Cell]) -> bool:
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    is_continued = merge is not None and merge.get(f"{W}val", "continue") == "continue"
    return is_continued and bool(rows) and len(cells) < len(rows[-1])


def _number(element: Element, path: str) -> int:
    found = element.find(path)
    value = found.get(f"{W}val", "") if found is not None else ""
    return min(int(value), COLUMNS) if value.isdigit() and len(value) < 5 else 0
