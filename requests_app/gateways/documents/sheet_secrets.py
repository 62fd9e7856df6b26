"""What a workbook holds and does not show: hidden sheets, rows and columns, the data behind pivot tables, formulas.

Authorities have published people's names, addresses and health in this way, and campaigners have published it again.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.archive import Archive, Attributes
from requests_app.gateways.documents.limits import COLUMNS
from requests_app.gateways.documents.records import Note, NoteKind

_ROWS_TOLD = 1_048_576


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

    def take(tag: str, given: Attributes) -> None:
        nonlocal place
        if tag == "row":
            number = given.get("r", "")
            place = int(number) - 1 if number.isdigit() and len(number) < 8 else place + 1
            if _is_true(given.get("hidden")) and place < _ROWS_TOLD:
                secrets.rows[name] |= {place}
        elif tag == "col" and (_is_true(given.get("hidden")) or given.get("width") == "0"):
            secrets.columns[name] |= set(_span(given.get("min", ""), given.get("max", "")))
        elif tag == "f":
            secrets.formulas += 1

    archive.walk(path, take)


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
    archive.walk("content.xml", _OdsScan(secrets).take)
    return secrets


class _OdsScan:
    """Takes the elements of a workbook in their order."""

    def __init__(self, secrets: Secrets) -> None:
        self.secrets = secrets
        self.sheet = self.style = ""
        self.row = self.column = 0
        self.hidden_styles: set[str] = set()

    def take(self, tag: str, given: Attributes) -> None:
        """One element, by its name without its namespace; so are its attributes."""
        if tag == "style":
            self.style = given.get("name", "")
        elif tag == "table-properties":
            if given.get("display") == "false":
                self.hidden_styles.add(self.style)
        elif tag == "table" and given.get("name"):
            self.sheet = given["name"]
            self.row = self.column = 0
            if given.get("style-name", "") in self.hidden_styles:
                self.secrets.hide_sheet(self.sheet)
        elif tag in ("table-row", "table-column"):
            self._line(tag, given)
        else:
            self._count(tag, given)

    def _line(self, tag: str, given: Attributes) -> None:
        """A row or a column, or several that are alike."""
        hidden = given.get("visibility") in ("collapse", "filter")
        if tag == "table-row":
            begin, self.row = self.row, self.row + _repeated(given, "rows")
            if hidden:
                self.secrets.rows[self.sheet] |= set(range(begin, min(self.row, _ROWS_TOLD)))
        else:
            begin, self.column = self.column, self.column + _repeated(given, "columns")
            if hidden:
                self.secrets.columns[self.sheet] |= set(range(begin, min(self.column, begin + COLUMNS)))

    def _count(self, tag: str, given: Attributes) -> None:
        if tag in ("table-cell", "covered-table-cell"):
            self.secrets.formulas += "formula" in given
        elif tag == "data-pilot-table":
            self.secrets.pivots += 1
        elif tag == "annotation":
            self.secrets.comments = True
        elif tag in ("table-source", "dde-source", "dde-link"):
            self.secrets.links += 1


def _repeated(given: Attributes, what: str) -> int:
    count = given.get(f"number-{what}-repeated", "1")
    return int(count) if count.isdigit() and len(count) < 8 else 1
