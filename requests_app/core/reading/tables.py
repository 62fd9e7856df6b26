"""Tables as printed, and whether their figures agree. A checker reports; it never corrects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.records import TableCheck

_NUMBER = re.compile(r"^[£€$]?\s?(-?\d{1,3}(?:,\d{3})+|-?\d+)(\.\d+)?\s?%?$")
_ZERO = ("", "-", "–", "—", "nil", "none", "0")
_TOTAL = re.compile(r"\btotals?\b", re.IGNORECASE)


def check_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]], total_row: Sequence[str] | None
) -> tuple[TableCheck, ...]:
    """Check a table's totals, its row lengths and cells that look glued together.

    ``columns`` are the headings, the label column's included; ``rows`` the body; ``total_row`` the printed
    totals or ``None``. A sum that holds a cell which is no number ("<5", "*") is not checked and said so.
    """
    checks = [*_lengths(columns, rows)]
    if total_row is not None:
        checks.append(_column_check(columns, rows, total_row))
    across = _row_check(columns, rows, total_row)
    if across is not None:
        checks.append(across)
    return tuple(checks)


def number(cell: str) -> float | None:
    """The cell as a number; blank and dash are nought; ``None`` for anything else."""
    if cell.strip().lower() in _ZERO:
        return 0.0
    match = _NUMBER.match(cell.strip())
    return float(match[1].replace(",", "") + (match[2] or "")) if match else None


def is_total(label: str) -> bool:
    """Whether a row's or column's heading says that it is a total."""
    return len(label) < 40 and _TOTAL.search(label) is not None


def is_sum(last: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a row, whatever it is called ("All staff"), adds up those above it in every column of figures."""
    if len(rows) < 3:
        return False
    summed = 0
    for place in range(1, len(last)):
        printed = number(last[place])
        cells = [number(row[place]) if place < len(row) else None for row in rows]
        figures = [cell for cell in cells if cell is not None]
        if printed is None or len(figures) < len(cells):
            continue
        if abs(sum(figures) - printed) > 0.005 or sum(cell > 0 for cell in figures) < 2:
            return False
        summed += 1
    return summed > 0


def _lengths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[TableCheck]:
    odd = [str(place) for place, row in enumerate(rows, 1) if len(row) != len(columns)]
    if not odd:
        return []
    return [
        TableCheck(
            "cells", False, f"{len(columns)} columns, another number of cells in row {', '.join(odd[:5])}"
        )
    ]


def _column_check(
    columns: Sequence[str], rows: Sequence[Sequence[str]], total_row: Sequence[str]
) -> TableCheck:
    wrong: list[str] = []
    unchecked = 0
    for place in range(1, min(len(columns), len(total_row))):
        printed = number(total_row[place])
        cells = [number(row[place]) if place < len(row) else None for row in rows]
        if printed is None or any(cell is None for cell in cells):
            unchecked += 1
            continue
        total = sum(cell for cell in cells if cell is not None)
        if abs(total - printed) > 0.005:
            wrong.append(
                f"{columns[place] or place}: the rows add up to {total:g}, printed {total_row[place]}"
            )
    return _verdict("column totals", wrong, unchecked, "every column adds up to its printed total")


def _row_check(
    columns: Sequence[str], rows: Sequence[Sequence[str]], total_row: Sequence[str] | None
) -> TableCheck | None:
    if len(columns) < 4 or not is_total(columns[-1]):
        return None
    wrong: list[str] = []
    unchecked = 0
    for row in [*rows, *([total_row] if total_row else [])]:
        cells = [number(cell) for cell in row[1:]]
        if len(row) != len(columns) or any(cell is None for cell in cells):
            unchecked += 1
            continue
        values = [cell for cell in cells if cell is not None]
        if abs(sum(values[:-1]) - values[-1]) > 0.005:
            wrong.append(f"{row[0]}: the cells add up to {sum(values[:-1]):g}, printed {row[-1]}")
    return _verdict("row totals", wrong, unchecked, "every row adds up to its printed total")


def _verdict(what: str, wrong: Sequence[str], unchecked: int, fine: str) -> TableCheck:
    if wrong:
        return TableCheck(what, False, "; ".join(wrong[:5]))
    if unchecked:
        return TableCheck(
            what, True, f"no contradiction; {unchecked} could not be checked, cells are no numbers"
        )
    return TableCheck(what, True, fine)
