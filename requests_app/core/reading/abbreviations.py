"""Abbreviations a reply explains: in a block of their own, or in brackets after the long form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.lines import Line, Source

_BLOCK = re.compile(r"^(?:abbreviations?|glossary|key|acronyms?)(?: used)?\s*:?$", re.IGNORECASE)
_ENTRY = re.compile(r"^(?P<short>[A-Z][A-Za-z0-9&/]{1,9})\s*(?:[-=:]|\s{2,})\s*(?P<long>[A-Za-z].{2,90})$")
_BRACKETED = re.compile(r"\((?P<short>[A-Z][A-Z&]{1,7})\)")
_BEFORE = 120  # characters in which the long form is looked for


def find_abbreviations(source: Source, lines: Sequence[Line]) -> dict[str, str]:
    """Short forms with their long forms. An explanation in brackets counts when the short form is used again."""
    found: dict[str, str] = {}
    inside = False
    for line in lines:
        if _BLOCK.match(line.body):
            inside = True
            continue
        entry = (
            _ENTRY.match(source.plain[line.start : line.end].strip().replace("–", "-")) if inside else None
        )
        if entry:
            found.setdefault(entry["short"], entry["long"].strip())
        else:
            inside = False
    return found | _bracketed(source, lines, found)


def _bracketed(source: Source, lines: Sequence[Line], known: dict[str, str]) -> dict[str, str]:
    text = source.joined(lines)
    counts: dict[str, int] = {}
    for word in re.findall(r"\b[A-Z][A-Z&]{1,7}\b", text):
        counts[word] = counts.get(word, 0) + 1
    found: dict[str, str] = {}
    for match in _BRACKETED.finditer(text):
        short = match["short"]
        long_form = _long_form(short, text[max(0, match.start() - _BEFORE) : match.start()])
        if long_form and short not in known and counts.get(short, 0) > 1:
            found.setdefault(short, long_form)
    return found


def _long_form(short: str, before: str) -> str:
    """The fewest words before the bracket whose initials hold the short form's letters in order."""
    words = before.split()
    letters = re.sub(r"[^A-Z]", "", short).lower()
    place = len(letters) - 1
    for index in range(len(words) - 1, -1, -1):
        if words[index][:1].lower() == letters[place]:
            place -= 1
            if place < 0:
                return " ".join(words[index:])
        if len(words) - index > len(letters) + 3:
            break
    return ""
