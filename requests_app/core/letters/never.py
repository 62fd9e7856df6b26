"""What no letter says, whoever wrote it: RULES.md section 6, "Never put in a letter", and section 8.25.

A person's own wording is theirs; they are told, and decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from requests_app.core.letters.wording import ALL, UK
from requests_app.core.states import Regime

_ONE_BY_ONE = r"(?:one by one|separately|individually|on (?:its|their) own|each by itself|in isolation)"
_INTERESTS = r"(?:public[- ]interests?|exemptions?|exceptions?|factors)"


@dataclass(frozen=True, slots=True)
class _Never:
    pattern: re.Pattern[str]
    sentence: str
    regimes: frozenset[Regime] = ALL


def _never(pattern: str, sentence: str, regimes: frozenset[Regime] = ALL) -> _Never:
    return _Never(re.compile(pattern, re.IGNORECASE | re.DOTALL), sentence, regimes)


_NEVER = (
    _never(
        rf"(?:public interest\w*|balanc\w+)[^.]{{0,80}}\b{_ONE_BY_ONE}"
        rf"|{_INTERESTS}[^.]{{0,80}}(?:cannot|can't|may not|must not|should not)[^.]{{0,40}}"
        r"(?:aggregat|cumulat|added? (?:up|together)|combin|lump)",
        "Where several qualified exemptions apply, the public interests against disclosure may be added together"
        " (DBT v Information Commissioner [2025] UKSC 27). Don't argue otherwise.",
    ),
    _never(
        r"\b35 (?:calendar )?days\b",
        "Decision notices give their own number of days, now mostly 30. Don't rely on 35.",
    ),
    _never(
        r"(?:must|have to|required to|obliged to|duty to)[^.]{0,40}\backnowledg\w+"
        r"|\backnowledg\w+[^.]{0,40}within \w+ (?:working )?days",
        "No law obliges an authority to acknowledge a request.",
    ),
    _never(
        r"\breviews?\b[^.]{0,80}\b(?:must|required by law|by law|statutory|legally)\b[^.]{0,60}\b(?:20|twenty) working"
        r"|\breviews?\b[^.]{0,60}\b(?:20|twenty) working days[^.]{0,40}\b(?:is the law|by law|statutory|required)\b",
        "Under this law 20 working days for a review are guidance: don't call them the law.",
        UK,
    ),
    _never(
        r"\b(?:section|s\.?)\s*77\b",
        "Section 77 is about destroying records on purpose: name it only where there is evidence of that.",
    ),
)


def warnings_about(text: str, regime: Regime) -> tuple[str, ...]:
    """What a letter says and should not, each with why; empty where there is nothing."""
    return tuple(never.sentence for never in _NEVER if regime in never.regimes and never.pattern.search(text))
