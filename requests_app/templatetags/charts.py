"""Pictures made on the server: numbers in, places on a drawing out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_ROW = 26
_WIDEST = 460


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, in the units of the drawing (640 wide)."""

    label: str
    shown: str
    about: bool
    width: int
    y: int

    @property
    def text_y(self) -> int:
        """Where the words of the row stand."""
        return self.y + 14

    @property
    def value_x(self) -> int:
        """Where the number stands: after the bar."""
        return 88 + self.width + 8


def bars_of(figures: Iterable[Any]) -> tuple[list[Bar], int]:
    """Bars for figures (``value``, ``shown``, ``period``, ``is_approximate``), and the drawing's height."""
    rows = list(figures)
    largest = max((float(row.value) for row in rows), default=0) or 1
    drawn = [
        Bar(
            label=str(row.period or "no date"),
            shown=row.shown,
            about=row.is_approximate,
            width=max(1, round(float(row.value) / largest * _WIDEST)),
            y=place * _ROW + 4,
        )
        for place, row in enumerate(rows)
    ]
    return drawn, len(rows) * _ROW + 8
