"""A tree of markup as the lines a reader sees: paragraphs, list labels as shown, tables as rows between bars."""

from __future__ import annotations

import re

from requests_app.gateways.documents.blocks import Blocks, Cell
from requests_app.gateways.documents.html_tree import Element
from requests_app.gateways.documents.limits import COLUMNS
from requests_app.gateways.documents.numbering import label_of

_BLOCK = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "caption",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "nav",
        "aside",
        "figure",
        "figcaption",
        "address",
        "blockquote",
        "pre",
        "hr",
        "center",
        "form",
        "fieldset",
        "legend",
        "details",
        "summary",
        "body",
        "thead",
        "tbody",
        "tfoot",
    ]
)
_GAP_BEFORE = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_QUOTE = re.compile(r"gmail_quote|moz-cite|yahoo_quoted", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower", "A": "upper", "i": "roman", "I": "Roman"}


class Renderer:
    """Walks a tree once and writes ``blocks``."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._line: list[str] = []
        self._prefix = ""
        self._quoted = 0
        self._pre = 0

    def render(self, root: Element) -> None:
        """Write the whole tree."""
        self._children(root)
        self._end_line()

    # Lines

    def _end_line(self) -> None:
        text = "".join(self._line)
        self._line = []
        if not self._pre:
            text = "\n".join(" ".join(piece.split(" ")) for piece in text.split("\n"))
            text = re.sub(r"[ \t]{2,}", " ", text)
        if not text.strip():
            if "\n" in text or "\xa0" in text:
                self.blocks.gap()
            return
        text = f"{self._prefix}{text.strip(' ')}"
        self._prefix = ""
        if self._quoted:
            text = "\n".join(f"> {piece}" for piece in text.split("\n"))
        self.blocks.line(text.removesuffix("\n"))

    def _children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._text(child)
            else:
                self._element(child)

    def _text(self, text: str) -> None:
        if self._pre:
            self._line.append(text)
        else:
            self._line.append(re.sub(r"[ \t\r\n\f]+", " ", text))

    # Elements

    def _element(self, element: Element) -> None:
        if (
            element.tag == "nav"
            or "hidden" in element.attributes
            or _HIDDEN.search(element.attributes.get("style", ""))
        ):
            return
        tag = element.tag
        if tag == "br":
            self._line.append("\n")
        elif tag == "table":
            self._end_line()
            self._table(element)
        elif tag in ("ol", "ul"):
            self._end_line()
            self._list(element)
        elif tag == "a":
            self._link(element)
        elif tag in _BLOCK:
            self._block(element)
        else:
            self._children(element)

    def _block(self, element: Element) -> None:
        self._end_line()
        if element.tag in _GAP_BEFORE:
            self.blocks.gap()
        quoted = element.tag == "blockquote" and (
            element.attributes.get("type") == "cite" or _QUOTE.search(element.attributes.get("class", ""))
        )
        self._quoted += bool(quoted)
        self._pre += element.tag == "pre"
        self._children(element)
        self._end_line()
        self._quoted -= bool(quoted)
        self._pre -= element.tag == "pre"

    def _list(self, element: Element) -> None:
        number = _number(element.attributes.get("start"), 1)
        style = _TYPES.get(element.attributes.get("type", "1"), "decimal")
        for child in element.children:
            if isinstance(child, str):
                self._text(child)
                continue
            if child.tag != "li":
                self._element(child)
                continue
            self._end_line()
            number = _number(child.attributes.get("value"), number)
            self._prefix = f"{label_of(style, number)}. " if element.tag == "ol" else "\u2022 "
            number += 1
            self._children(child)
            self._end_line()
            self._prefix = ""
        self._end_line()

    def _link(self, element: Element) -> None:
        begun = len(self._line)
        self._children(element)
        target = element.attributes.get("href", "")
        words = "".join(self._line[begun:]).strip()
        beside = "".join(self._line[:begun]).strip()
        if beside and words and target.startswith(("http://", "https://")) and len(target) < 300:
            bare = target.rstrip("/").partition("//")[2]
            if bare not in words and "." in bare:
                self._line.append(f" ({target})")

    # Tables

    def _table(self, element: Element) -> None:
        rows = _rows_of(element)
        self.blocks.gap()
        if any(cell.find_all("table") for row in rows for cell in row):
            for row in rows:  # a frame: what is in it is laid out by itself
                for cell in row:
                    self._children(cell)
                    self._end_line()
        else:
            caption = " ".join(next((each.text() for each in element.find_all("caption")), "").split())
            self.blocks.table(spread(rows), title=caption)
        self.blocks.gap()


def _rows_of(table: Element) -> list[list[Element]]:
    """The rows of this table, not of tables in it."""
    rows: list[list[Element]] = []
    for child in table.elements:
        if child.tag == "tr":
            rows.append([cell for cell in child.elements if cell.tag in ("td", "th")])
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(_rows_of(child))
    return [row for row in rows if row]


def spread(rows: list[list[Element]]) -> list[list[Cell]]:
    """The cells at their places: those that take several columns are followed by empty ones, those that take
    several rows are said again below where they are words (a figure said twice would be counted twice).
    """
    out: list[list[Cell]] = []
    below: dict[int, tuple[int, Cell]] = {}
    for row in rows:
        cells: list[Cell] = []
        for element in row:
            _fill(cells, below)
            cell = _paragraphs(element)
            wide = min(_number(element.attributes.get("colspan"), 1), COLUMNS)
            high = min(_number(element.attributes.get("rowspan"), 1), 1000)
            for place in range(max(wide, 1)):
                if high > 1:
                    below[len(cells)] = (high - 1, cell if place == 0 and _is_words(cell) else [])
                cells.append(cell if place == 0 else [])
        _fill(cells, below)
        out.append(cells)
    return out


def _fill(cells: list[Cell], below: dict[int, tuple[int, Cell]]) -> None:
    while len(cells) in below and below[len(cells)][0] > 0:
        left, cell = below[len(cells)]
        below[len(cells)] = (left - 1, cell)
        cells.append(cell)


def _is_words(cell: Cell) -> bool:
    return not any(character.isdigit() for character in "".join(cell))


def _paragraphs(cell: Element) -> Cell:
    inner = Renderer()
    inner.render(cell)
    return inner.blocks.lines


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,5}", text.strip()) else otherwise
