"""What a person should look at twice: sentences, each about one thing in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.division import Division
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source
from requests_app.core.reading.records import TableRead

_GLUED = Begun(
    Folded(r"\b(?:19|20)\d{2}[-/]\d{2}(?:19|20)\d{2}[-/]\d{2}\b|\b(?:(?:19|20)\d{2}){2,}\b"),
    ("19", "20"),
)
_FLATTENED = re.compile(
    r"(?:(?:19|20)\d{2}[-/]\d{2}\s+){2,}(?:19|20)\d{2}[-/]\d{2}\s+[A-Z][a-z]+(?:\s+\S+){0,6}?\s+(?:\*|\d+)\s"
)


# Headings without a space between them, and below them labels without one before their figures.
_GLUED_HEADINGS = re.compile(r"[A-Z](?<=[a-z)].)[a-z]{2}")
_GLUED_ROW = re.compile(r"(?<=[a-z)])\u00a3?\d[\d,.\u00a3<*]{0,40}$")
_LONGEST_ROW = 150  # characters


def warnings_of(
    source: Source, division: Division, tables: Sequence[TableRead], *, cut: bool
) -> tuple[str, ...]:
    """Sentences for the person who confirms the reading."""
    out: list[str] = []
    if cut:
        out.append("The text is very long: only its first two million characters were read.")
    text = source.text[:200_000]
    if _GLUED.search(text, text) or _glued_rows(text):
        out.append(
            "Cells of a table ran together when the text was taken out: check the figures in the original."
        )
    if _FLATTENED.search(text):
        out.append("A table was flattened to one line and its empty cells are lost: read it in the original.")
    if any(not check.agrees for table in tables for check in table.checks):
        out.append("Figures printed in a table do not agree with each other: see its checks.")
    if not division.found:
        out.append("No question was found in the text.")
    return tuple(out)


def _glued_rows(text: str) -> bool:
    """Whether glued headings stand above two lines or more whose labels run into their figures."""
    below = 0
    for line in text.splitlines():
        body = line.strip()
        if not body or len(body) > _LONGEST_ROW:
            below = 0 if body else below
        elif below and _GLUED_ROW.search(body):
            below += 1
            if below > 2:
                return True
        else:
            below = int(_GLUED_HEADINGS.search(body) is not None)
    return False
