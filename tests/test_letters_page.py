"""What docs/letters.md says of the letters is what the program has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind, Regime

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "letters.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in row.strip("|").split("|")]
    for row in re.findall(r"^\| L\d+ \|.*\|$", PAGE, re.MULTILINE)
]
IS = {
    LetterKind.CLARIFICATION_REPLY: "the answer: the time starts afresh",
    LetterKind.ICO_COMPLAINT: "a complaint",
    LetterKind.SIC_APPLICATION: "an application",
}


def test_every_letter_has_its_row() -> None:
    assert [row[0] for row in ROWS] == [kind.number for kind in LetterKind]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_what_the_letter_is(row: list[str]) -> None:
    kind = LetterKind(row[2].strip("`"))
    regimes = (Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR)
    assert row[:2] == [kind.number, kind.label]
    assert row[3:7] == ["yes" if regime in LETTERS[kind].regimes else "-" for regime in regimes]
    review = "a request for a review" if kind.asks_for_review else "a letter"
    assert row[7] == IS.get(kind, review)
