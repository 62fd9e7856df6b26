"""What a person confirmed, held against what the program read: which findings were right, changed, added or dropped.

So it shows which patterns fail, without anything being tuned by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_SPACE = re.compile(r"\s+")
_SETS = {"sections", "extension_grounds"}
"""What is a list written in a row: its order says nothing."""


@dataclass(frozen=True, slots=True)
class Read:
    """One thing as the program read it. ``what`` is its kind, ``about`` the question or table it belongs to.

    ``text`` is its value as the page shows it, empty where nothing was found; then there is no confidence either.
    """

    what: str
    about: str = ""
    text: str = ""
    start: int | None = None
    end: int | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The same thing as a person confirmed it; ``start`` and ``end`` where they chose the words."""

    what: str
    about: str = ""
    text: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing read and made. ``change`` is "" (right), "changed", "added" or "dropped"."""

    read: Read
    made: Made
    change: str


def compare(read: Iterable[Read], made: Iterable[Made], text: str) -> list[Compared]:
    """Every thing that was read or made, in the order in which it was read.

    Spaces and letter case of a value make no difference; what was neither read nor made is left out. Where a person
    typed words that stand in ``text`` exactly once, that is where they stand.
    """
    by_key = {(each.what, each.about): each for each in made}
    keys: dict[tuple[str, str], Read] = {(each.what, each.about): each for each in read}
    for what, about in by_key:
        keys.setdefault((what, about), Read(what, about))
    compared = []
    for key, was in keys.items():
        now = by_key.get(key, Made(*key))
        before, after = _plain(was.what, was.text), _plain(now.what, now.text)
        if not before and not after:
            continue
        change = "" if before == after else "added" if not before else "dropped" if not after else "changed"
        compared.append(Compared(was, _placed(now, text) if change else now, change))
    return compared


def _plain(what: str, value: str) -> str:
    squeezed = _SPACE.sub(" ", value).strip().casefold()
    if what in _SETS:
        return ",".join(sorted(part.strip() for part in squeezed.split(",") if part.strip()))
    return squeezed


def _placed(made: Made, text: str) -> Made:
    if made.start is not None or len(made.text) < 3:
        return made
    start = text.find(made.text)
    if start < 0 or text.find(made.text, start + 1) >= 0:
        return made
    return Made(made.what, made.about, made.text, start, start + len(made.text))
