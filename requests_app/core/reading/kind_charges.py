"""What a fees notice charges, and by when it has to be paid."""

from __future__ import annotations

import re
from decimal import Decimal

from requests_app.core.reading.dates import day_at
from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.kind_days import BY_DAY
from requests_app.core.reading.kind_told import Details, Told
from requests_app.core.reading.passages import Passage

_POUNDS = Folded(r"£\s?(?P<n>\d[\d,]*(?:\.\d{1,2})?)(?!\s*(?:per|an?|each|/)\b)(?!\s*(?:p/h|ph)\b)")
_FEE_WORD = Folded(
    r"\b(?:fees?|charges?|charged|charging|pay|payable|payment|amount|sum|due|costs?|disbursements?|cheque)\b",
)
_NOT_FEE = Folded(
    spaced(
        r"(?:limit|threshold|per (?:hour|person|page|sheet|side|copy)|an hour|each|first £|up to £|less than £|below £|over £)"
    ),
)
_TOTAL = Folded(r"\b(?:totals?|in all|altogether|sum)\b[^£]*$")
_TO_PAY = Folded(r"\b(?:payable|due|fee|charge|pay|paid|payment)\b[^£]*$")


def find_amount(told: Told, details: Details) -> None:
    """The sum to pay: one called total or payable before one that only stands beside a word for money."""
    best: tuple[int, Passage, re.Match[str]] | None = None
    for passage in told.passages:
        if not _FEE_WORD.search(passage.text):
            continue
        for match in _POUNDS.finditer(passage.text):
            near = passage.text[max(0, match.start() - 60) : match.end() + 25]
            if _NOT_FEE.search(near[-(len(match[0]) + 40) :]):
                continue
            before = passage.text[max(0, match.start() - 60) : match.start()]
            rank = 3 if _TOTAL.search(before[-40:]) else 2 if _TO_PAY.search(before) else 1
            if best is None or rank > best[0]:
                best = rank, passage, match
    if best is not None:
        rank, passage, match = best
        at = passage.start
        value = Decimal(match["n"].replace(",", ""))
        details.put(
            "amount", value, match[0], at + match.start(), at + match.end(), round(0.6 + 0.1 * rank, 2)
        )


_BY_WORD = Folded(r"(?:by|before|no|not|on or|until|due)\b")
_PAY = Folded(r"\b(?:pay|payable|payment|paid|fee|cheque|remit\w*|receive)\b")


def find_pay_by(told: Told, details: Details) -> None:
    for passage in told.passages:
        if not _PAY.search(passage.text):
            continue
        for match in BY_DAY.finditer(passage.text):
            found = day_at(passage.text, match.end())
            if found and _BY_WORD.match(match[0]):
                at = passage.start
                details.put(
                    "pay_by",
                    found[0],
                    passage.text[match.start() : found[1]],
                    at + match.start(),
                    at + found[1],
                    0.85,
                )
                return
