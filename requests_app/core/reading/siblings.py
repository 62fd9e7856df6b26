"""Tables of one reply held against each other and against its words. What contradicts is reported, never corrected.

Two tables may have the same rows and columns and count different things: figures count as the same only where the tables
are about the same, by their titles and headings, or where most of what they share agrees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from requests_app.core.reading.clauses import sentences_holding
from requests_app.core.reading.disagreements import CellAt, Disagreement, DisagreementKind
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.likeness import content
from requests_app.core.reading.lines import words_of
from requests_app.core.reading.records import TableRead
from requests_app.core.reading.tables import is_total, number

K = DisagreementKind
MOST_TABLES = 60  # of one reply held against each other
MOST_REPORTED = 40
_SLACK = 0.005
_LEAD = 300  # characters before a table in which it is introduced
# Headings that name no subject: two tables may both count a "number" of quite different things.
_NUMBERS = "number numbers no nos total totals count counts figure figures amount quantity value values volume sum percentage percent proportion all"
_TIMES = "year years month months quarter date period q1 q2 q3 q4 jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august"
_GENERIC = frozenset({*_NUMBERS.split(), *_TIMES.split(), "september", "october", "november", "december"})


@dataclass(frozen=True, slots=True)
class _Figure:
    """A printed number with its place and the words that say what it counts."""

    value: float
    printed: str
    at: CellAt
    row: str
    column: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A table as it is held against others: its place, the words it is about, its figures by row and column, its totals
    and, the last of each heading, by heading.
    """

    place: int
    subject: frozenset[str]
    title: str
    cells: Mapping[tuple[str, str], _Figure]
    totals: Sequence[tuple[str, _Figure]]
    by_heading: Mapping[str, _Figure]


def _known(table: TableRead, place: int, text: str) -> _Known:
    headed = [(_key(figure.column), figure) for figure in _printed_totals(table, place)]
    times = Counter(heading for heading, _ in headed)
    # A heading that stands twice, or has no word, names no total.
    totals = [(heading, figure) for heading, figure in headed if heading and times[heading] == 1]
    cells = _by_labels(table, place)
    return _Known(place, _subject(table, text), _key(table.title), cells, totals, dict(totals))


def compare_tables(tables: Sequence[TableRead], text: str = "") -> tuple[Disagreement, ...]:
    """Every contradiction between the tables of one reply, and between a table and the ``text`` around it.

    Places count from 0 in ``tables`` as they were read. Without the text, tables are told apart by their titles and
    headings alone.
    """
    tables = tables[:MOST_TABLES]
    known = [_known(table, place, text) for place, table in enumerate(tables)]
    found: list[Disagreement] = []
    for one, other in combinations(known, 2):
        alike = _alike(one.subject, other.subject)
        found.extend(_cells(tables, one, other, alike))
        found.extend(_totals(tables, one, other, alike))
    for place in range(len(tables)):
        found.extend(_counted_once(tables[place], place, text))
    found.extend(_prose(tables, text))
    return tuple(found[:MOST_REPORTED])


_DIGIT = re.compile(r"\d")


def _figure(cell: str) -> float | None:
    """The cell's number; None for a blank, a dash and whatever is no number."""
    return number(cell) if _DIGIT.search(cell) else None


def _key(label: str) -> str:
    return " ".join(words_of(label))


# What a table is about


def _subject(table: TableRead, text: str) -> frozenset[str]:
    """The words of its title, of its headings and of the line that introduces it, those for numbers and times left out."""
    words = [*content(table.title), *(word for column in table.columns for word in content(column))]
    if table.start is not None:
        words += content(_introduction(text, table.start))
    return frozenset(word for word in words if word not in _GENERIC and not word.isdigit())


def _introduction(text: str, start: int) -> str:
    """The last line with words before the table."""
    before = text[max(0, start - _LEAD) : start].rstrip().rsplit("\n", 1)
    return before[-1] if "|" not in before[-1] else ""


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of what two tables are about is the same, from 0 to 1; two that say nothing may be about anything."""
    if not one or not other:
        return 0.0
    return len(one & other) / min(len(one), len(other))


# The same cell in two tables


def _cells(tables: Sequence[TableRead], one: _Known, other: _Known, alike: float) -> Iterator[Disagreement]:
    """Cells with the same row and column: where most agree, or the tables are about the same, the rest contradict."""
    shared = [(mine, other.cells[key]) for key, mine in one.cells.items() if key in other.cells]
    differ = [(mine, its) for mine, its in shared if abs(mine.value - its.value) > _SLACK]
    if not differ:
        return
    agreeing = len(shared) - len(differ)
    mostly = len(shared) >= 3 and agreeing * 2 >= len(shared)
    same_title = bool(one.title) and one.title == other.title
    if not mostly and not (same_title and (agreeing or len(shared) == 1)):
        return
    sure = 0.8 if mostly and alike >= 0.5 else 0.65
    for mine, its in differ:
        yield Disagreement(
            K.CELLS,
            f"{_named(mine)} is {mine.printed} in {_table(tables, one.place)} and {its.printed} in {_table(tables, other.place).rstrip(',')}.",
            sure,
            (mine.at, its.at),
        )


def _by_labels(table: TableRead, place: int) -> dict[tuple[str, str], _Figure]:
    """The figures of the body by row and column; a label that stands twice names nothing."""
    out: dict[tuple[str, str], _Figure] = {}
    twice: set[tuple[str, str]] = set()
    for row_place, row in enumerate(table.rows):
        for column_place in range(1, min(len(row), len(table.columns))):
            value = _figure(row[column_place])
            key = _key(row[0]), _key(table.columns[column_place])
            if value is None or not all(key):
                continue
            if key in out:
                twice.add(key)
            out[key] = _Figure(
                value,
                row[column_place].strip(),
                CellAt(place, row_place, column_place),
                row[0].strip(),
                table.columns[column_place].strip(),
            )
    return {key: figure for key, figure in out.items() if key not in twice}


def _named(figure: _Figure) -> str:
    return f"“{figure.row}”, “{figure.column}”,"


def _table(tables: Sequence[TableRead], place: int) -> str:
    title = " ".join(tables[place].title.split())
    return f"table {place + 1}, “{title[:80]}”," if title else f"table {place + 1}"


# The same total in two tables


def _totals(tables: Sequence[TableRead], one: _Known, other: _Known, alike: float) -> Iterator[Disagreement]:
    """Totals under the same heading, of the same things divided in two ways."""
    shared = [(mine, other.by_heading[key]) for key, mine in one.totals if key in other.by_heading]
    agreeing = sum(abs(each.value - its.value) <= _SLACK for each, its in shared)
    for each, its in shared:
        if abs(each.value - its.value) <= _SLACK:
            continue
        if not _same_things(each, alike, others_agree=agreeing > 0):
            continue
        yield Disagreement(
            K.TOTALS,
            f"The total of “{each.column}” is {each.printed} in {_table(tables, one.place)} and {its.printed} in {_table(tables, other.place).rstrip(',')}.",
            0.7 if agreeing or alike >= 0.75 else 0.55,
            (each.at, its.at),
        )


def _printed_totals(table: TableRead, place: int) -> Iterator[_Figure]:
    total = table.total_row
    if total is None:
        return
    for column_place in range(1, min(len(total), len(table.columns))):
        value = _figure(total[column_place])
        if value is not None and table.columns[column_place].strip():
            yield _Figure(
                value,
                total[column_place].strip(),
                CellAt(place, None, column_place),
                total[0].strip(),
                table.columns[column_place].strip(),
            )


def _same_things(figure: _Figure, alike: float, *, others_agree: bool) -> bool:
    """Whether two totals count the same: their heading names it, or all else that the tables share says so."""
    words = [word for word in content(figure.column) if word not in _GENERIC and not word.isdigit()]
    if words:
        return alike >= 0.3 or others_agree
    return alike >= 0.6 or (others_agree and alike >= 0.3)


# A total that is smaller than its groups

_OVERLAP = Folded(
    r"\b(?:more\s+than\s+one|(?:may|might|can|could|will|do|does)\s+(?:\w+\s+)?(?:not\s+(?:add|sum|equal|tally|match)|appear\s+(?:in|more|twice)|be\s+(?:counted|included|recorded|listed)\s+(?:more|twice|under|in\s+(?:several|more|both)))|counted\s+(?:only\s+)?(?:once|twice|more)|multiple\s+(?:categories|times|entries|groups|reasons|types)|several\s+(?:categories|groups|reasons|types)|double[\s-]count\w*|(?:unique|distinct|individual)\s+(?:\w+\s+){0,2}(?:count|number|people|persons|pupils|officers|individuals|cases|records)|not\s+mutually\s+exclusive|overlap\w*)\b",
)


def _counted_once(table: TableRead, place: int, text: str) -> Iterator[Disagreement]:
    """Where every total that does not agree is smaller than its groups, things in two groups are likely counted once."""
    short = []
    for total in _printed_totals(table, place):
        column = total.at.column or 0
        cells = [_figure(row[column]) if column < len(row) else None for row in table.rows]
        if len(cells) < 2 or any(cell is None for cell in cells) or "%" in total.printed:
            continue
        groups = sum(cell for cell in cells if cell is not None)
        largest = max(cell for cell in cells if cell is not None)
        if abs(groups - total.value) <= _SLACK:
            continue
        if not largest <= total.value < groups:
            return  # a total larger than its groups, or smaller than one of them, is a misprint or leaves rows out
        short.append((total, groups))
    note = _note(table, text) if short else None
    for total, groups in short:
        said = f"; the reply says: “{' '.join(text[note].split())[:160]}”" if note else ""
        yield Disagreement(
            K.COUNTED_ONCE,
            f"The total of “{total.column}” in table {place + 1} is {total.printed}, less than the {groups:g} that its rows add up to: "
            f"something that stands in two rows may be counted once{said}.",
            0.8 if note else 0.45,
            (total.at,),
            note.start if note else None,
            note.stop if note else None,
        )


def _note(table: TableRead, text: str) -> slice | None:
    """Where the sentence near the table stands that says why it does not add up."""
    start, end = 0, len(text)
    if table.start is not None and table.end is not None:
        start, end = max(0, table.start - 1_000), table.end + 1_500
    return next(sentences_holding(_OVERLAP, text, start, end), None)


# The words around a table

_SAID = Folded(
    r"\b(?:(?:a|the|in)\s+)?(?:grand\s+|overall\s+)?total\s+(?:(?:number|figure|amount|cost)\s+)?(?:of\s+|was\s+|is\s+|were\s+|came\s+to\s+|:\s*)+(?:\w+\s+){0,4}?(?P<a>£?\s?\d[\d,]*(?:\.\d+)?)(?!\s?(?:%|hours|working|days|minutes))"
    r"|(?P<b>£?\s?\d[\d,]*(?:\.\d+)?)\s+(?:\w+\s+){0,3}(?:in\s+total|in\s+all|altogether|overall)\b"
    r"|\b(?:totall?(?:ed|ing|s)|amount(?:ed|s|ing)\s+to|came\s+to|altogether)\s+(?:a\s+total\s+of\s+)?(?P<c>£?\s?\d[\d,]*(?:\.\d+)?)",
)
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\n\s*\n")
NEAR = 2_500  # characters between words and the table they sum up
_CLOSE = 0.1


def _prose(tables: Sequence[TableRead], text: str) -> Iterator[Disagreement]:
    """A sum in words that is none of the tables' totals, beside a table it must be of."""
    spans = [
        (table.start, table.end) for table in tables if table.start is not None and table.end is not None
    ]
    known = {round(figure.value, 2) for place, table in enumerate(tables) for figure in _sums(table, place)}
    for match in _SAID.finditer(text):
        if any(start <= match.start() < end for start, end in spans):
            continue
        printed = (match["a"] or match["b"] or match["c"]).strip()
        value = _figure(printed)
        if value is None or round(value, 2) in known or re.fullmatch(r"(?:19|20)\d\d", printed):
            continue
        sentence = _sentence(text, match)
        of = _summed(tables, sentence, value, match.start())
        if of is None:
            continue
        figure, sure = of
        what = (
            f"the total of “{figure.column}”"
            if figure.at.row is None
            else f"what “{figure.column}” adds up to"
        )
        yield Disagreement(
            K.PROSE,
            f"The text says {printed}; {what} in {_table(tables, figure.at.table)} is {figure.printed}.",
            sure,
            (figure.at,),
            match.start(),
            match.end(),
        )


def _sentence(text: str, match: re.Match[str]) -> str:
    begin = max(
        (each.end() for each in _SENTENCE_END.finditer(text, max(0, match.start() - 300), match.start())),
        default=max(0, match.start() - 300),
    )
    stop = _SENTENCE_END.search(text, match.end(), match.end() + 300)
    return text[begin : stop.start() if stop else match.end() + 100]


def _sums(table: TableRead, place: int) -> Iterator[_Figure]:
    """Every total a table prints in its total row or its total column, and what its columns and rows add up to."""
    yield from _printed_totals(table, place)
    yield from _column_sums(table, place)
    for row_place, row in enumerate(table.rows):
        for column_place in range(1, min(len(row), len(table.columns))):
            value = _figure(row[column_place])
            if value is not None:
                yield _Figure(
                    value,
                    row[column_place],
                    CellAt(place, row_place, column_place),
                    row[0],
                    table.columns[column_place],
                )
        cells = [value for cell in row[1:] if (value := _figure(cell)) is not None]
        if len(cells) > 1:
            yield _Figure(sum(cells), f"{sum(cells):g}", CellAt(place, row_place, None), row[0], row[0])


def _column_sums(table: TableRead, place: int) -> Iterator[_Figure]:
    for column_place in range(1, len(table.columns)):
        cells = [_figure(row[column_place]) if column_place < len(row) else None for row in table.rows]
        values = [cell for cell in cells if cell is not None]
        if len(values) == len(cells) > 1:
            total = sum(values)
            yield _Figure(
                total,
                f"{total:,g}",
                CellAt(place, len(table.rows) - 1, column_place),
                "",
                table.columns[column_place].strip(),
            )


def _summed(
    tables: Sequence[TableRead], sentence: str, value: float, at: int
) -> tuple[_Figure, float] | None:
    """The total that a sentence means: near, and of a column or table whose subject it names, or so close in value that
    it can hardly be another. None where several may be meant.
    """
    words = frozenset(content(sentence))
    best: tuple[float, _Figure, float] | None = None
    for place, table in enumerate(tables):
        if (
            table.start is not None
            and table.end is not None
            and not table.start - NEAR <= at <= table.end + NEAR
        ):
            continue
        for figure in _grand_totals(table, place):
            named = frozenset(content(figure.column)) - _GENERIC | frozenset(content(table.title)) - _GENERIC
            close = abs(figure.value - value) <= _CLOSE * max(abs(figure.value), abs(value))
            common = len(words & named)
            if not common and not close:
                continue
            if common and not close and abs(figure.value - value) > 0.5 * max(abs(figure.value), abs(value)):
                continue
            rank = (
                common
                + (2 if close else 0)
                - abs(figure.value - value) / max(abs(figure.value), abs(value), 1)
            )
            if best is None or rank > best[0]:
                best = rank, figure, 0.75 if common and close else 0.6
    return (best[1], best[2]) if best else None


def _grand_totals(table: TableRead, place: int) -> list[_Figure]:
    """The printed totals, the last of them first where it is headed as the total of all; else what columns add up to."""
    printed = list(_printed_totals(table, place))
    if printed:
        grand = [figure for figure in printed if is_total(figure.column)]
        return grand or printed
    return list(_column_sums(table, place))
