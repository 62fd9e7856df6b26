"""Rows of a council's disclosure log: a table of requests in which the status column is the decision.

Such a row holds the request and what became of it, and no answer. Columns are known by their headings, so
any council's log that names them is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core.reading.dates import day_at
from requests_app.core.reading.families import LOG_STATUS, spaced
from requests_app.core.reading.lines import Source
from requests_app.core.states import Decision

_COLUMNS = {
    "reference": re.compile(
        r"^(?:(?:foi|case|request|our) )?(?:ref(?:erence)?|id|no|number)(?: (?:no|number|id))?\.?$",
        re.IGNORECASE,
    ),
    "request": re.compile(
        r"^(?:request|question|details?|description|summary|request (?:details?|text|description|summary)|information requested|foi request)s?$",
        re.IGNORECASE,
    ),
    "status": re.compile(
        r"^(?:status|outcome|decision|result|response(?: type)?|disclosure)$", re.IGNORECASE
    ),
    "received": re.compile(r"^(?:date )?(?:received|of request)(?: (?:on|date))?$|^received$", re.IGNORECASE),
    "responded": re.compile(
        r"^(?:date )?(?:closed|responded|response|replied|completed|answered|of response|sent|issued)(?: date)?$",
        re.IGNORECASE,
    ),
}
_STATUS = tuple(
    (re.compile(rf"^(?:{spaced(pattern)})$", re.IGNORECASE), Decision(decision))
    for _, pattern, decision in LOG_STATUS
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of a log. ``start`` and ``end`` bound the request in the text."""

    reference: str
    received: date | None
    responded: date | None
    status: str
    decision: Decision | None
    start: int
    end: int


def find_log_row(source: Source) -> LogRow | None:
    """The first row of a log, or ``None`` when the text does not begin with a log's headings."""
    head = source.plain.lstrip()[:2000].split("\n", 1)[0]
    if head.count(",") < 4 or len(source.plain) > 200_000:
        return None
    headings = [heading.strip() for heading in head.split(",")]
    places = {name: _place(headings, pattern) for name, pattern in _COLUMNS.items()}
    if places["request"] is None or places["status"] is None:
        return None
    try:
        rows = list(csv.reader(io.StringIO(source.plain.lstrip())))[1:]
    except csv.Error:
        return None
    row = next(
        (row for row in rows if len(row) >= max(p for p in places.values() if p is not None) + 1), None
    )
    return _row(source, row, places) if row else None


def _place(headings: Sequence[str], pattern: re.Pattern[str]) -> int | None:
    return next((place for place, heading in enumerate(headings) if pattern.match(heading)), None)


def _row(source: Source, row: Sequence[str], places: dict[str, int | None]) -> LogRow:
    def cell(name: str) -> str:
        place = places[name]
        return row[place].strip() if place is not None else ""

    request = cell("request")
    start = source.plain.find(request.split("\n", 1)[0].replace('"', '""')) if request else 0
    status = cell("status")
    decision = next((decision for pattern, decision in _STATUS if pattern.match(status)), None)
    received, responded = day_at(cell("received"), 0), day_at(cell("responded"), 0)
    return LogRow(
        cell("reference"),
        received[0] if received else None,
        responded[0] if responded else None,
        status,
        decision,
        max(start, 0),
        max(start, 0) + len(request) + request.count('"'),
    )
