"""Cuts a letter's text into plain and highlighted passages for components/sheet.html."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from requests_app.templatetags.strips import item


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text. ``number`` is None outside findings; numbers go up in order of where findings stand."""

    text: str
    number: int | None = None
    what: str = ""
    tone: str = ""


def passages(text: str, findings: Iterable[Any] = ()) -> list[Passage]:
    """The text cut at its findings: objects or mappings with ``start``, ``end`` (offsets into the text),
    ``what`` and, where known, ``number`` and ``tone``. Where findings overlap, the one that starts first
    keeps the ground and the rest of the later one follows it; findings outside the text are left out.
    """
    cut: list[Passage] = []
    at = 0
    found = sorted(findings, key=lambda finding: (item(finding, "start") or 0, -(item(finding, "end") or 0)))
    for place, finding in enumerate(found, start=1):
        start, end = max(item(finding, "start") or 0, at), min(item(finding, "end") or 0, len(text))
        if start >= end:
            continue
        if start > at:
            cut.append(Passage(text[at:start]))
        number = item(finding, "number") or place
        what = str(item(finding, "label") or item(finding, "what") or "")
        cut.append(Passage(text[start:end], number, what.replace("_", " "), str(item(finding, "tone") or "")))
        at = end
    if at < len(text):
        cut.append(Passage(text[at:]))
    return cut
