"""What a workbook of before 2007 (.xls) hides, from its records: [MS-XLS] 2.4, read-only and within limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from struct import unpack_from

import olefile

from requests_app.gateways.documents.sheet_secrets import Secrets

_BOF, _EOF, _BOUNDSHEET, _ROW, _COLINFO = 0x0809, 0x000A, 0x0085, 0x0208, 0x007D
_FORMULA, _SUPBOOK, _SXVIEW, _NOTE, _DCONREF, _FILEPASS = 0x0006, 0x01AE, 0x00B0, 0x001C, 0x0051, 0x002F
_FORMULAS = (_FORMULA, 0x0206, 0x0406)
_MOST_RECORDS = 5_000_000


def secrets_of_xls(content: bytes) -> Secrets:
    """Of an old workbook. What can't be read is left unsaid: calamine tells whether it can be opened at all."""
    secrets = Secrets()
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            paths = [" ".join(path) for path in ole.listdir(streams=True, storages=True)]
            secrets.pivots += sum(path.startswith("_SX_DB_CUR") for path in paths)
            secrets.macros = any(path.startswith("_VBA_PROJECT_CUR") for path in paths)
            stream = next((each for each in ("Workbook", "Book") if ole.exists(each)), "")
            data = ole.openstream(stream).read() if stream else b""
    except (OSError, ValueError, IndexError, TypeError, AttributeError):
        return secrets
    _scan(data, secrets)
    return secrets


def _records(data: bytes, at: int = 0) -> Iterator[tuple[int, int, bytes]]:
    """Offset, number and content of each record."""
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(data):
            return
        number, size = unpack_from("<HH", data, at)
        yield at, number, data[at + 4 : at + 4 + size]
        at += 4 + size


def _scan(data: bytes, secrets: Secrets) -> None:
    names: dict[int, str] = {}
    sheet = ""
    for at, number, record in _records(data):
        if number == _BOUNDSHEET and len(record) > 8:
            names[unpack_from("<I", record)[0]] = _sheet_name(record)
            if record[4] & 0x03:
                secrets.hide_sheet(_sheet_name(record))
        elif number == _BOF:
            sheet = names.get(at, sheet if at else "")
        else:
            _take(number, record, sheet, secrets)


def _sheet_name(record: bytes) -> str:
    length, wide = record[6], record[7] & 1
    raw = record[8 : 8 + length * (2 if wide else 1)]
    return raw.decode("utf-16-le" if wide else "latin-1", errors="replace")


def _take(number: int, record: bytes, sheet: str, secrets: Secrets) -> None:
    if number == _ROW and len(record) >= 16:
        row, flags = unpack_from("<H", record)[0], unpack_from("<H", record, 12)[0]
        if flags & 0x20:
            secrets.rows[sheet] |= {row}
    elif number == _COLINFO and len(record) >= 10:
        first, last, _, _, flags = unpack_from("<HHHHH", record)
        if flags & 0x01:
            secrets.columns[sheet] |= set(range(first, min(last, 255) + 1))
    else:
        secrets.formulas += number in _FORMULAS
        secrets.pivots += number == _SXVIEW
        secrets.comments = secrets.comments or number == _NOTE
        secrets.links += number == _DCONREF or (number == _SUPBOOK and _is_elsewhere(record))


def _is_elsewhere(record: bytes) -> bool:
    """A SUPBOOK names another file unless it is the mark for this workbook (0x0401) or add-ins (0x3A01)."""
    return len(record) >= 4 and unpack_from("<H", record, 2)[0] not in (0x0401, 0x3A01)
