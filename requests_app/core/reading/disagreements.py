"""Where figures of one reply contradict each other: the record of ``siblings``. Nothing is corrected."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.states import Labelled


class DisagreementKind(Labelled):
    """What contradicts what."""

    CELLS = "cells"
    TOTALS = "totals"
    PROSE = "prose"
    COUNTED_ONCE = "counted_once"

    @property
    def label(self) -> str:
        """The disagreement in words."""
        return _LABELS[self]


_LABELS = {
    DisagreementKind.CELLS: "Two tables print different figures for the same thing",
    DisagreementKind.TOTALS: "Two tables print different totals for the same thing",
    DisagreementKind.PROSE: "The text names another figure than the table",
    DisagreementKind.COUNTED_ONCE: "A total is smaller than what it is made of",
}


@dataclass(frozen=True, slots=True)
class CellAt:
    """A cell: which of the reply's tables, which row of ``TableRead.rows``, which column, all from 0.

    ``row`` is None for the printed total row, ``column`` None for a whole row.
    """

    table: int
    row: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One contradiction, with every cell that takes part in it.

    ``start`` and ``end`` stand in the reply's text where words are a side of it; otherwise they are None.
    """

    kind: DisagreementKind
    sentence: str
    confidence: float
    cells: tuple[CellAt, ...]
    start: int | None = None
    end: int | None = None
