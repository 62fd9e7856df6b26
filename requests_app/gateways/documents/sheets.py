"""Workbooks (.xlsx, .xls, .ods) and .csv: each sheet a table of what it shows. What it hides is told and left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from requests_app.core.errors import BadInput
from requests_app.gateways.documents.archive import Archive
from requests_app.gateways.documents.blocks import Blocks
from requests_app.gateways.documents.limits import CELLS, COLUMNS
from requests_app.gateways.documents.plain import decoded
from requests_app.gateways.documents.records import Document, Note, NoteKind
from requests_app.gateways.documents.sheet_secrets import Secrets, secrets_of_ods, secrets_of_xlsx
from requests_app.gateways.documents.xls_secrets import secrets_of_xls

Value = int | float | str | bool | time | date | datetime | timedelta


def read_xlsx(name: str, content: bytes) -> Document:
    """An Excel workbook. Raises BadInput where it is damaged, locked or a bomb."""
    return _workbook(name, content, "xlsx", secrets_of_xlsx(Archive(name, content)))


def read_ods(name: str, content: bytes) -> Document:
    """An OpenDocument workbook. Raises BadInput where it is damaged, locked or a bomb."""
    return _workbook(name, content, "ods", secrets_of_ods(Archive(name, content)))


def read_xls(name: str, content: bytes) -> Document:
    """An Excel workbook of before 2007. Raises BadInput where it is damaged or locked."""
    return _workbook(name, content, "xls", secrets_of_xls(content))


def _workbook(name: str, content: bytes, kind: str, secrets: Secrets) -> Document:
    """Each visible sheet as a table."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise BadInput(
            f"“{name}” is locked with a password. Open it, save it without one, and upload that."
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise BadInput(f"“{name}” is damaged: it can't be opened. Ask for it again.") from error
    blocks = Blocks()
    notes: list[Note] = []
    left = CELLS
    for sheet in book.sheets_metadata:
        if sheet.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            continue
        if sheet.visible != SheetVisibleEnum.Visible:
            secrets.hide_sheet(sheet.name)
            continue
        rows, cut = _rows(book, sheet.name, secrets, left)
        left -= sum(map(len, rows))
        if cut:
            notes.append(_too_long(sheet.name))
        _write(blocks, sheet.name, rows)
    return Document(name, kind, blocks.text, tables=tuple(blocks.tables), notes=(*secrets.notes(), *notes))


def _rows(book: CalamineWorkbook, title: str, secrets: Secrets, left: int) -> tuple[list[list[str]], bool]:
    """The visible cells as printed, and whether some lie beyond the limits."""
    try:
        sheet = book.get_sheet_by_name(title)
        top, begin = sheet.start or (0, 0)
    except (CalamineError, OSError, ValueError) as error:
        raise BadInput(
            f"The sheet “{title}” is damaged: it can't be read. Ask for the file again."
        ) from error
    hidden_rows, hidden_columns = secrets.rows.get(title, set()), secrets.columns.get(title, set())
    rows: list[list[str]] = []
    for place, values in enumerate(_values(sheet.iter_rows(), title), top):
        if place in hidden_rows:
            continue
        cells = [
            printed(value)
            for column, value in enumerate(values, begin)
            if column not in hidden_columns and column < begin + COLUMNS
        ]
        left -= len(cells)
        if left < 0:
            return rows, True
        rows.append(cells)
    return rows, sheet.width > COLUMNS


def _values(rows: Iterable[Sequence[Value]], title: str) -> Iterator[Sequence[Value]]:
    try:
        yield from rows
    except (CalamineError, OSError, ValueError) as error:
        raise BadInput(
            f"The sheet “{title}” is damaged: it can't be read. Ask for the file again."
        ) from error


def _too_long(title: str) -> Note:
    return Note(
        NoteKind.LEFT_OUT,
        f"The sheet “{title}” is longer than the {CELLS:,} cells of a file, or wider than the {COLUMNS} columns, that are "
        "put in the text. All of it is in the file.",
    )


def printed(value: Value | None) -> str:
    """A cell as a reader sees it, as far as that can be known: days as 14/02/2023, 45.0 as 45."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{round(value, 10):.10g}"
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return " ".join(str(value).split())


def _write(blocks: Blocks, title: str, rows: Sequence[Sequence[str]]) -> None:
    """A sheet: its name, then its runs of filled rows. A row with one cell is a line of words or a table's title."""
    if not any(any(row) for row in rows):
        return
    blocks.gap()
    if title:
        blocks.line(f"Sheet: {title}")
    run: list[Sequence[str]] = []
    for row in [*rows, ()]:
        if any(row):
            run.append(row)
            continue
        _run(blocks, run)
        run = []
        blocks.gap()


def _run(blocks: Blocks, run: Sequence[Sequence[str]]) -> None:
    begin = 0
    while begin < len(run) and len(_filled(run[begin])) == 1 and len(run[begin:]) != 1:
        if begin + 1 < len(run) and len(_filled(run[begin + 1])) > 1:
            break  # the last line of words is the title of the table below it
        blocks.line(_filled(run[begin])[0])
        begin += 1
    table = _trimmed(run[begin:])
    if not table:
        return
    if max(map(len, table)) < 2 or len(table) < 2:
        for row in table:
            blocks.line(" ".join(_filled(row)))
        return
    title = ""
    if len(_filled(table[0])) == 1 and len(table) > 2:
        title, table = _filled(table[0])[0], _trimmed(table[1:])
    blocks.grid(table, title=title)


def _filled(row: Sequence[str]) -> list[str]:
    return [cell for cell in row if cell]


def _trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Without the empty columns on both sides."""
    used = [place for row in rows for place, cell in enumerate(row) if cell]
    if not used:
        return []
    first, last = min(used), max(used)
    return [list(row[first : last + 1]) for row in rows]


def read_csv(name: str, content: bytes) -> Document:
    """A .csv file: one table. Commas, semicolons and tabs are told apart."""
    text = decoded(content)
    rows: list[list[str]] = []
    notes: list[Note] = []
    left = CELLS
    formulas = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)):
            cells = [" ".join(cell.split()) for cell in row[:COLUMNS]]
            left -= len(cells)
            if left < 0 or len(row) > COLUMNS:
                notes.append(_too_long(name))
            if left < 0:
                break
            formulas += sum(cell.startswith(("=", "@", "+")) and len(cell) > 1 for cell in cells)
            rows.append(cells)
    except csv.Error:
        return Document(name, "csv", text)
    if formulas:
        notes.append(
            Note(
                NoteKind.LEFT_OUT,
                "Some cells begin as formulas do. Nothing was computed: they stand as they were written.",
            )
        )
    blocks = Blocks()
    _write(blocks, "", rows)
    return Document(name, "csv", blocks.text, tables=tuple(blocks.tables), notes=tuple(dict.fromkeys(notes)))


def _delimiter(text: str) -> str:
    """The one that parts most of the first lines into the same number of cells."""
    lines = [line for line in text[:20_000].splitlines()[:50] if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max((",", "\t", ";"), key=evenness)
