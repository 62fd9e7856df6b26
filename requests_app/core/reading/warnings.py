"""What a person should look at twice: sentences, each about one thing in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.division import Division
from requests_app.core.reading.lines import Source
from requests_app.core.reading.records import TableRead

_GLUED = re.compile(r"\b(?:19|20)\d{2}[-/]\d{2}(?:19|20)\d{2}[-/]\d{2}\b|\b(?:(?:19|20)\d{2}){2,}\b")
_FLATTENED = re.compile(
    r"(?:(?:19|20)\d{2}[-/]\d{2}\s+){2,}(?:19|20)\d{2}[-/]\d{2}\s+[A-Z][a-z]+(?:\s+\S+){0,6}?\s+(?:\*|\d+)\s"
)


def warnings_of(
    source: Source, division: Division, tables: Sequence[TableRead], *, cut: bool
) -> tuple[str, ...]:
    """Sentences for the person who confirms the reading."""
    out: list[str] = []
    if cut:
        out.append("The text is very long: only its first two million characters were read.")
    text = source.text[:200_000]
    if _GLUED.search(text):
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
