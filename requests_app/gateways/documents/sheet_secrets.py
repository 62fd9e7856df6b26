"""What a workbook holds and does not show: hidden sheets, rows and columns, the data behind pivot tables, formulas.

Authorities have published people's names, addresses and health in this way, and campaigners have published it again.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.archive import Archive
from requests_app.gateways.documents.limits import COLUMNS, UNPACKED_BYTES
from requests_app.gateways.documents.records import Note, NoteKind

_ROWS_TOLD = 1_048_576
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@dataclass(slots=True)
class Secrets:
    """Places count from nought. ``rows`` and ``columns`` are the hidden ones of each visible sheet."""

    sheets: list[str] = field(default_factory=list)
    rows: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    columns: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    pivots: int = 0
    formulas: int = 0
    links: int = 0
    macros: bool = False
    comments: bool = False
    connections: bool = False

    def hide_sheet(self, name: str) -> None:
        """Remember a sheet that is not shown."""
        if name not in self.sheets:
            self.sheets.append(name)

    def notes(self) -> Iterator[Note]:
        """One sentence for each thing a person must know."""
        warning = "It may hold personal data: do not publish the file."
        for name in self.sheets:
            yield Note(NoteKind.HIDDEN, f"Hidden sheet “{name}”, left out of the text. {warning}")
        for name, places in self._shown(self.rows):
            said = _runs({place + 1 for place in places})
            yield Note(
                NoteKind.HIDDEN,
                f"Sheet “{name}”: hidden {_many('row', places)} {said}, left out of the text. {warning}",
            )
        for name, places in self._shown(self.columns):
            said = ", ".join(column_name(place) for place in sorted(places)[:20])
            yield Note(
                NoteKind.HIDDEN,
                f"Sheet “{name}”: hidden {_many('column', places)} {said}, left out of the text. {warning}",
            )
        if self.pivots:
            yield Note(
                NoteKind.HIDDEN,
                "A pivot table: behind its totals the file may keep every record they were counted from. "
                "Such records are often about people: do not publish the file.",
            )
        if self.comments:
            yield Note(NoteKind.HIDDEN, f"Comments on cells, left out of the text. {warning}")
        yield from self._harmless()

    def _harmless(self) -> Iterator[Note]:
        if self.formulas:
            yield Note(
                NoteKind.LEFT_OUT,
                f"{self.formulas:,} {'cell is' if self.formulas == 1 else 'cells are'} computed by formulas. The text has "
                "the values the file was saved with; nothing was computed here.",
            )
        if self.links or self.connections:
            yield Note(
                NoteKind.LEFT_OUT,
                "The workbook refers to other files or to data elsewhere. Nothing was fetched; the values are those it was "
                "saved with.",
            )
        if self.macros:
            yield Note(NoteKind.LEFT_OUT, "The workbook holds programs (macros). Nothing was run.")

    def _shown(self, hidden: dict[str, set[int]]) -> Iterator[tuple[str, set[int]]]:
        return ((name, places) for name, places in hidden.items() if places and name not in self.sheets)


def _many(what: str, places: set[int]) -> str:
    return what if len(places) == 1 else f"{what}s"


def _runs(places: set[int]) -> str:
    """Numbers as “3, 5-9”; the first ten runs."""
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    said = [str(first) if first == last else f"{first}-{last}" for first, last in runs[:10]]
    return ", ".join(said) + (" ..." if len(runs) > 10 else "")


def column_name(place: int) -> str:
    """A, B ... Z, AA ..., from nought."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


# Excel


def secrets_of_xlsx(archive: Archive) -> Secrets:
    """Of an Excel workbook, from its markup. Raises BadInput."""
    secrets = Secrets()
    names = archive.names
    secrets.pivots = sum(
        bool(re.search(r"pivot(?:Cache(?:Definition|Records)|Table)\d*\.(?:xml|bin)$", path))
        for path in names
    )
    secrets.links = sum("externalLink" in path and path.endswith((".xml", ".bin")) for path in names)
    secrets.macros = any(path.endswith("vbaProject.bin") for path in names)
    secrets.comments = any(
        re.search(r"(?:^|/)(?:threadedC|c)omments?\d*\.(?:xml|bin)$", path) for path in names
    )
    secrets.connections = any(path.endswith(("connections.xml", "connections.bin")) for path in names)
    if archive.has("xl/workbook.xml"):
        for name, path in _sheet_paths(archive, secrets):
            if archive.has(path):
                _scan_sheet(archive, name, path, secrets)
    return secrets


def _sheet_paths(archive: Archive, secrets: Secrets) -> Iterator[tuple[str, str]]:
    targets = {}
    relations = "xl/_rels/workbook.xml.rels"
    for each in archive.xml(relations) if archive.has(relations) else ():
        target = each.get("Target", "")
        targets[each.get("Id", "")] = posixpath.normpath(
            target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        )
    for sheet in archive.xml("xl/workbook.xml").iter():
        if _local(sheet) != "sheet":
            continue
        name = sheet.get("name", "")
        if sheet.get("state", "visible") != "visible":
            secrets.hide_sheet(name)
        number = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        if number in targets:
            yield name, targets[number]


def _scan_sheet(archive: Archive, name: str, path: str, secrets: Secrets) -> None:
    place = -1
    for element in _elements(archive, path):
        tag = _local(element)
        if tag == "row":
            number = element.get("r", "")
            place = int(number) - 1 if number.isdigit() and len(number) < 8 else place + 1
            if _is_true(element.get("hidden")) and place < _ROWS_TOLD:
                secrets.rows[name].add(place)
            element.clear()
        elif tag == "col" and (_is_true(element.get("hidden")) or element.get("width") == "0"):
            secrets.columns[name].update(_span(element.get("min", ""), element.get("max", "")))
        elif tag == "f":
            secrets.formulas += 1


def _elements(archive: Archive, path: str) -> Iterator[Element]:
    """The elements of a large file as they end, so that they can be let go."""
    data = archive.read(path, limit=UNPACKED_BYTES)
    try:
        for _, element in iterparse(BytesIO(data), events=("end",), forbid_dtd=False):
            yield element
    except DefusedXmlException as error:
        raise BadInput(
            f"“{archive.name}” defines words of its own inside its markup, as files do that are made to choke a program. "
            "It was not read."
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise BadInput(f"“{archive.name}” is damaged: it can't be read. Ask for it again.") from error


def _span(first: str, last: str) -> range:
    if not (first.isdigit() and last.isdigit() and len(first) < 8 and len(last) < 8):
        return range(0)
    return range(int(first) - 1, min(int(last), int(first) - 1 + 16_384))


def _is_true(value: str | None) -> bool:
    return value in ("1", "true")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


# OpenDocument


def secrets_of_ods(archive: Archive) -> Secrets:
    """Of an OpenDocument workbook, from its markup. Raises BadInput."""
    secrets = Secrets()
    if not archive.has("content.xml"):
        raise BadInput(f"“{archive.name}” is damaged: it can't be opened. Ask for it again.")
    secrets.macros = any(path.startswith(("Basic/", "Scripts/")) for path in archive.names)
    scan = _OdsScan(secrets)
    for element in _ods_events(archive):
        scan.take(*element)
    return secrets


def _ods_events(archive: Archive) -> Iterator[tuple[str, Element]]:
    data = archive.read("content.xml", limit=UNPACKED_BYTES)
    try:
        yield from iterparse(BytesIO(data), events=("start", "end"), forbid_dtd=False)
    except DefusedXmlException as error:
        raise BadInput(f"“{archive.name}” is made to choke a program. It was not read.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise BadInput(f"“{archive.name}” is damaged: it can't be read. Ask for it again.") from error


class _OdsScan:
    def __init__(self, secrets: Secrets) -> None:
        self.secrets = secrets
        self.sheet = ""
        self.row = self.column = 0
        self.hidden_styles: set[str] = set()

    def take(self, event: str, element: Element) -> None:
        tag = _local(element)
        if event == "start":
            self._start(tag, element)
        elif tag == "style" and any(
            child.get(f"{_TABLE}display") == "false"
            for child in element
            if _local(child) == "table-properties"
        ):
            self.hidden_styles.add(next((v for k, v in element.attrib.items() if k.endswith("}name")), ""))
        elif tag == "table-row":
            element.clear()

    def _start(self, tag: str, element: Element) -> None:
        if tag == "table" and element.get(f"{_TABLE}name"):
            self.sheet = element.get(f"{_TABLE}name", "")
            self.row = self.column = 0
            if element.get(f"{_TABLE}style-name", "") in self.hidden_styles:
                self.secrets.hide_sheet(self.sheet)
        elif tag == "table-row":
            begin, self.row = self.row, self.row + _repeated(element, "rows")
            if self._is_hidden(element):
                self.secrets.rows[self.sheet].update(range(begin, min(self.row, _ROWS_TOLD)))
        elif tag == "table-column":
            begin, self.column = self.column, self.column + _repeated(element, "columns")
            if self._is_hidden(element):
                self.secrets.columns[self.sheet].update(range(begin, min(self.column, begin + COLUMNS)))
        else:
            self._count(tag, element)

    def _count(self, tag: str, element: Element) -> None:
        if tag in ("table-cell", "covered-table-cell"):
            self.secrets.formulas += element.get(f"{_TABLE}formula") is not None
        elif tag == "data-pilot-table":
            self.secrets.pivots += 1
        elif tag == "annotation":
            self.secrets.comments = True
        elif tag in ("table-source", "dde-source", "dde-link"):
            self.secrets.links += 1

    @staticmethod
    def _is_hidden(element: Element) -> bool:
        return element.get(f"{_TABLE}visibility") in ("collapse", "filter")


def _repeated(element: Element, what: str) -> int:
    count = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(count) if count.isdigit() and len(count) < 8 else 1
