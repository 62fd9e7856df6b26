"""Paragraphs and tables of any format, as lines of text: a table's row is a line with its cells between bars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from requests_app.gateways.documents.records import Table

LONG_CELL = 350
"""Characters. A cell with more is a paragraph, and its table a frame put around letters."""

_LABEL_TAB = re.compile(r"^(\S{1,6})\t+")
"""A label and the tab that sets its paragraph in. Other tabs part columns."""

Cell = list[str]
"""The paragraphs of a cell."""


@dataclass(slots=True)
class Blocks:
    """What a page shows, from top to bottom."""

    lines: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def line(self, text: str) -> None:
        """One paragraph, with the line breaks it has itself."""
        for piece in text.split("\n"):
            tidy = _LABEL_TAB.sub(r"\1 ", piece.replace("\xa0", " ").strip())
            if tidy:
                self.lines.append(tidy.replace("\t", "    "))
            else:
                self.gap()

    def gap(self) -> None:
        """An empty line, once."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def table(self, rows: Sequence[Sequence[Cell]], *, title: str = "") -> None:
        """A table of figures or words; a frame used to lay out letters becomes their lines."""
        filled = [row for row in rows if any(any(line.strip() for line in cell) for cell in row)]
        if not filled:
            return
        if is_frame(filled):
            self._frame(filled)
        elif _is_list_of_facts(filled):
            for row in filled:
                self.line(" ".join(squeezed(cell) for cell in row if squeezed(cell)))
        else:
            self.grid([[squeezed(cell) for cell in row] for row in filled], title=title)

    def grid(self, rows: Sequence[Sequence[str]], *, title: str = "") -> None:
        """A table whose cells are known to be cells."""
        width = max(len(row) for row in rows)
        even = [tuple(row) + ("",) * (width - len(row)) for row in rows]
        while width > 1 and not any(row[-1] for row in even):
            even = [row[:-1] for row in even]
            width -= 1
        self._part_from_table_above()
        if title:
            self.lines.append(pipes((title, *[""] * (width - 1))))
        self.lines.extend(pipes(row) for row in even)
        self.tables.append(Table(title, tuple(even)))

    def more_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Go on with the last table, on another page. Its headings, where they are printed again, are not repeated."""
        last = self.tables[-1]
        width = len(last.rows[0])
        even = [tuple(row)[:width] + ("",) * (width - len(row)) for row in rows]
        if even and even[0] == last.rows[0]:
            even = even[1:]
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        self.lines.extend(pipes(row) for row in even)
        self.tables[-1] = Table(last.title, last.rows + tuple(even))

    def _part_from_table_above(self) -> None:
        """Two tables with nothing between them would be read as one: room makes them two."""
        above = next((line for line in reversed(self.lines[-3:]) if line), "")
        if above.endswith(" |"):
            while not self.lines[-1]:
                self.lines.pop()
            self.lines.extend(["", "", ""])

    def _frame(self, rows: Sequence[Sequence[Cell]]) -> None:
        for row in rows:
            for cell in row:
                for line in cell:
                    if line.strip():
                        self.line(line)
            self.gap()

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self.lines).strip("\n")


def is_frame(rows: Sequence[Sequence[Cell]], *, least: int = 2) -> bool:
    """Whether a table only puts paragraphs side by side or in a box. A table has ``least`` rows."""
    if max(len(row) for row in rows) < 2 or len(rows) < least:
        return True
    cells = [cell for row in rows for cell in row]
    return any(len(squeezed(cell)) > LONG_CELL for cell in cells) or any(
        sum(bool(line.strip()) for line in cell) > 6 for cell in cells
    )


def _is_list_of_facts(rows: Sequence[Sequence[Cell]]) -> bool:
    """Such as “Our ref:” beside its value: two columns, the left one ending in colons."""
    pairs = [[squeezed(cell) for cell in row if squeezed(cell)] for row in rows]
    if any(len(pair) > 2 for pair in pairs):
        return False
    return sum(bool(pair) and pair[0].endswith(":") for pair in pairs) * 2 > len(pairs)


def squeezed(cell: Iterable[str]) -> str:
    """A cell on one line."""
    return " ".join(" ".join(cell).split())


def pipes(cells: Sequence[str]) -> str:
    """A row as a line. A bar within a cell would make two of it; an empty cell at the beginning needs a bar before it,
    or the row would seem to begin with the next one.
    """
    row = " | ".join(cell.replace("|", "¦") for cell in cells) + " |"
    return row if cells[0] else f"|{row}"
