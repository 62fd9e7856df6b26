"""Expressions with the plain words without which they can't match: most sentences hold none, and few are searched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.memory import kept


@dataclass(frozen=True, slots=True)
class Cue:
    """``hints`` are in lower case; one of them stands wherever the pattern matches."""

    pattern: Folded
    hints: tuple[str, ...]

    def search(self, text: str, low: str) -> re.Match[str] | None:
        """The first match; ``low`` is the text in lower case, with a space before and after it."""
        return self.pattern.search(text) if holds(low, self.hints) else None


def cues(rows: Sequence[Pattern]) -> tuple[Cue, ...]:
    """The rows as expressions, those with the same hints as one."""
    groups: dict[tuple[str, ...], list[Pattern]] = {}
    for row in rows:
        groups.setdefault(row.hints, []).append(row)
    return tuple(Cue(alternatives(tuple(group)), hints) for hints, group in groups.items())


@kept
def lowered(text: str) -> str:
    """The text as hints are looked for in it."""
    return f" {' '.join(text.lower().split())} "


def holds(low: str, hints: Iterable[str]) -> bool:
    """Whether any of the hints stands in a text in lower case; a loop, since it is asked of every sentence."""
    for hint in hints:  # noqa: SIM110
        if hint in low:
            return True
    return False


def found(all_of: Sequence[Cue], text: str, low: str) -> bool:
    """Whether any of the expressions matches."""
    for cue in all_of:  # noqa: SIM110
        if holds(low, cue.hints) and cue.pattern.search(text) is not None:
            return True
    return False


def shortest(hints: Iterable[str]) -> tuple[str, ...]:
    """The hints without those that hold another."""
    every = sorted(set(hints), key=len)
    return tuple(
        hint for place, hint in enumerate(every) if not any(other in hint for other in every[:place])
    )
