"""Rich text (.rtf): words as printed, with list labels, headers, footnotes and tables.

Read from its own control words: striprtf prints words that were deleted, and drops headers, where authorities print
their reference (docs/adr/0004).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.blocks import Blocks, Cell
from requests_app.gateways.documents.limits import NODES
from requests_app.gateways.documents.records import Document, Note, NoteKind

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "tab": "\t", "emdash": "\u2014", "endash": "\u2013",
    "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "bullet": "\u2022",
    "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_LEFT_OUT = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "object",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "generator",
        "listtable",
        "listoverridetable",
        "rsidtbl",
        "xmlnstbl",
        "mmathPr",
        "fldinst",
        "filetbl",
        "revtbl",
        "pgdsctbl",
        "bkmkstart",
        "bkmkend",
        "shpinst",
        "nonshppict",
        "objdata",
        "annotation",
        "atnid",
        "atnauthor",
        "atndate",
        "atnref",
        "atntime",
        "atnicn",
        "userprops",
    ]
)
_OPENED_AGAIN = frozenset(
    ("shptxt", "listtext", "pntext", "footnote", "header", "headerf", "headerl", "headerr", "footer")
)
_OPENED_AGAIN |= {"footerf", "footerl", "footerr", "fldrslt", "nesttableprops", "nonesttables"}
_ASIDE = {f"{what}{side}": what for what in ("header", "footer") for side in ("", "f", "l", "r")}
_ASIDE["footnote"] = "footnote"
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    161: "cp1253",
    162: "cp1254",
    177: "cp1255",
    178: "cp1256",
}
_CHARSETS |= {186: "cp1257", 204: "cp1251", 238: "cp1250"}


@dataclass(slots=True)
class _State:
    """What a group has changed, undone when it ends."""

    skipped: bool = False
    aside: str = ""
    deleted: bool = False
    hidden: bool = False
    after_unicode: int = 1
    encoding: str = "cp1252"
    in_table: bool = False
    fonts: bool = False


@dataclass(slots=True)
class _Reader:
    """Walks the control words once."""

    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    body: Blocks = field(default_factory=Blocks)
    asides: dict[str, list[str]] = field(default_factory=dict)
    line: list[str] = field(default_factory=list)
    cell: Cell = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    codepage: str = "cp1252"
    skip: int = 0
    starred: bool = False
    found: Counter[str] = field(default_factory=Counter)
    raw: bytearray = field(default_factory=bytearray)

    def read(self, content: bytes) -> None:
        for place, match in enumerate(_TOKEN.finditer(content)):
            if place > NODES * 5:
                break
            word, number, code, sign, brace, text = match.groups()
            if code is not None:
                self._bytes(bytes([int(code, 16)]))
                continue
            if text is not None:
                self._bytes(text)
                continue
            self._flush()
            if word is not None:
                self._word(word.decode("ascii"), int(number) if number else None)
            elif brace is not None:
                self._brace(brace)
            elif sign is not None:
                self._sign(sign)
        self._flush()
        self._end_paragraph()
        self._end_table()

    # Text

    def _bytes(self, data: bytes) -> None:
        while data and self.skip:
            data, self.skip = data[1:], self.skip - 1
        self.raw += data

    def _flush(self) -> None:
        if self.raw:
            self._write(self.raw.decode(self.state.encoding, errors="replace"))
            self.raw = bytearray()

    def _write(self, text: str) -> None:
        state = self.state
        self.starred = False
        if state.skipped or state.fonts:
            return
        if state.deleted or state.hidden:
            self.found["deleted" if state.deleted else "hidden"] += bool(text.strip())
        elif state.aside:
            self.asides.setdefault(state.aside, []).append(text)
        else:
            self.line.append(text)

    def _end_paragraph(self) -> None:
        text = "".join(self.line)
        self.line = []
        if self.state.in_table or self.row:
            self.cell.extend(text.split("\n"))
        else:
            self._end_table()
            if text.strip():
                self.body.line(text)
            else:
                self.body.gap()

    def _end_table(self) -> None:
        if self.rows:
            self.body.gap()
            self.body.table(self.rows)
            self.body.gap()
            self.rows = []

    # Control words

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            self.stack.append(replace(self.state))
        elif self.stack:
            self.state = self.stack.pop()
        self.starred = False

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self.starred = True
        elif sign in (b"~", b"_"):
            self._write(" " if sign == b"~" else "-")
        elif sign in (b"\\", b"{", b"}"):
            self._write(sign.decode())
        elif sign in (b"\n", b"\r"):
            self._word("par", None)

    def _word(self, word: str, number: int | None) -> None:
        starred, self.starred = self.starred, False
        if word in _LEFT_OUT or (starred and word not in _OPENED_AGAIN):
            self.found["annotation"] += word == "annotation"
            self.state.skipped = True
            self.state.fonts = word == "fonttbl"
        elif word == "u" and number is not None:
            self._write(chr(number % 65536) if not 0xD800 <= number % 65536 < 0xE000 else "\ufffd")
            self.skip = self.state.after_unicode
        elif word in _SIGNS:
            self._sign_word(word)
        elif word in _ASIDE:
            self.state.aside = _ASIDE[word]
            self.asides.setdefault(_ASIDE[word], []).append("\n")
        else:
            self._table_word(word)
            self._setting(word, number)

    def _sign_word(self, word: str) -> None:
        if _SIGNS[word] == "\n" and word != "line" and not self._is_aside():
            self._end_paragraph()
        else:
            self._write(_SIGNS[word])

    def _is_aside(self) -> bool:
        return bool(self.state.aside) or self.state.skipped

    def _table_word(self, word: str) -> None:
        if self._is_aside():
            return
        if word == "intbl":
            self.state.in_table = True
        elif word in ("cell", "nestcell"):
            self.cell.extend("".join(self.line).split("\n"))
            self.row.append([line for line in self.cell if line.strip()])
            self.line, self.cell = [], []
        elif word in ("row", "nestrow"):
            self.rows.append(self.row)
            self.row, self.cell, self.line = [], [], []
        elif word == "pard":
            self.state.in_table = False

    def _setting(self, word: str, number: int | None) -> None:
        state = self.state
        if word == "uc" and number is not None:
            state.after_unicode = max(0, min(number, 10))
        elif word == "ansicpg" and number:
            self.codepage = state.encoding = _known(f"cp{number}")
        elif word == "fcharset" and number is not None:
            self.fonts[self.font] = _CHARSETS.get(number, "")
        elif word == "f" and number is not None:
            self.font = number
            state.encoding = self.fonts.get(number) or self.codepage
        elif word in ("deleted", "v"):
            setattr(state, "deleted" if word == "deleted" else "hidden", number != 0)
        elif word == "plain":
            state.hidden = state.deleted = False

    # What is beside the text

    def lines_of(self, aside: str) -> Iterator[str]:
        """The lines of all headers, footers or footnotes, each once."""
        lines = "".join(self.asides.get(aside, [])).split("\n")
        yield from dict.fromkeys(line.strip() for line in lines if line.strip())

    def told(self) -> Iterator[Note]:
        """What a person must know before publishing the file."""
        said = {"deleted": "words that were deleted", "hidden": "hidden text", "annotation": "comments"}
        found = [words for what, words in said.items() if self.found[what]]
        if found:
            yield Note(
                NoteKind.HIDDEN,
                f"The file holds {' and '.join(found)} that its pages don't show: left out of the text. They may hold "
                "personal data: do not publish the file.",
            )


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding


def read_rtf(name: str, content: bytes) -> Document:
    """A rich text file. Raises BadInput where there is nothing but its head."""
    reader = _Reader()
    reader.read(content)
    blocks = Blocks()
    for line in reader.lines_of("header"):
        blocks.line(line)
    blocks.gap()
    blocks.lines.extend(reader.body.lines)
    for place, line in enumerate(reader.lines_of("footnote"), start=1):
        blocks.line(f"[{place}] {line}")
    for line in reader.lines_of("footer"):
        blocks.line(line)
    if not content.rstrip(b"\x00 \r\n").endswith(b"}") and not blocks.text.strip():
        raise BadInput(
            f"“{name}” is damaged: it can't be read. Ask for it again, or paste its words instead."
        )
    return Document(name, "rtf", blocks.text, tables=tuple(reader.body.tables), notes=tuple(reader.told()))
