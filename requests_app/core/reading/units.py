"""The units of a table's columns, where they are printed: in a heading, in the title, or beside every figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.folding import Folded

_THOUSANDS = r"(?:'?000s?|,000s?|k\b|thousands?|millions?|m\b|bn\b|billions?)"
_UNIT = Folded(
    rf"(?P<money>[\u00a3\u20ac$]\s?{_THOUSANDS}?)|(?P<percent>%|\bper\s?cent(?:age)?\b)"
    r"|(?P<rate>\bper\s+(?:1,?000|10,?000|100,?000|head|pupil|capita|person|hour|day|week|month|year|annum|mile|km)\b(?:\s+(?:population|people|residents|pupils|\w+))?)"
    r"|\((?:in\s+)?(?P<measure>hours?|hrs|minutes?|mins|days?|working\s+days|weeks?|months?|years?|tonnes?|kgs?|kilograms?|grams?|g|litres?|l|km|miles?|metres?|m|sq\.?\s?m|m2|hectares?|ha|kwh|mwh|fte|ftes|wte|000s?|'000s?|thousands?|millions?|pounds?|pence)\)"
    r"|\b(?P<word>fte|wte|kwh|mwh|tonnes|kgs?|litres|hectares|km|miles)\b",
)
_CELL = Folded(
    r"^(?P<before>[\u00a3\u20ac$])?\s?-?\d[\d,]*(?:\.\d+)?\s?(?P<after>%|k|m|bn|kgs?|g|l|km|miles?|hours?|hrs|days?|mins?|tonnes?|fte)?$",
)
_EMPTY = {"", "-", "*", "n/a", "nil"}


def units_of(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One unit for each column. A heading's own unit wins over what stands beside the figures, and both over the
    title's, which holds for every column of figures that has no other.
    """
    shared = unit_in(title)
    out = []
    for place, name in enumerate(columns):
        cells = [row[place] for row in rows if place < len(row)]
        own = unit_in(name) or _beside(cells)
        out.append(own or (shared if place and _figures(cells) else ""))
    return tuple(out)


def unit_in(text: str) -> str:
    """The unit that a heading names, as printed; empty where it names none."""
    match = _UNIT.search(text.replace("\u2019", "'"))
    if match is None:
        return ""
    return re.sub(r"\s+", " ", next(group for group in match.groups() if group)).strip()


def _beside(cells: Sequence[str]) -> str:
    """The unit that every figure of a column carries."""
    found = set()
    for cell in cells:
        if cell.strip().lower() in _EMPTY:
            continue
        match = _CELL.match(cell.strip())
        if match is None:
            return ""
        found.add(match["before"] or match["after"] or "")
    return found.pop() if len(found) == 1 else ""


def _figures(cells: Sequence[str]) -> bool:
    return any(_CELL.match(cell.strip()) for cell in cells)
