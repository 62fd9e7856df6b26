"""A letter whole: when it can be written, what must be true of its facts, and its wording. One module makes one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from requests_app.core.letters.facts import Facts
from requests_app.core.letters.situation import Availability, Situation
from requests_app.core.letters.wording import Wording
from requests_app.core.states import LetterKind, Regime


@dataclass(frozen=True)
class LetterSpec:
    """One letter of RULES.md section 6.

    ``available`` is asked for regimes the letter is written for, and for a request that was sent and not withdrawn;
    ``elsewhere`` says to everybody else what there is instead, ``before_sending`` what to see to first. ``check`` raises WrongState where the facts
    contradict each other.
    """

    kind: LetterKind
    wording: Wording
    available: Callable[[Situation], Availability]
    check: Callable[[Facts], None]
    elsewhere: str = ""
    before_sending: str = ""

    @property
    def regimes(self) -> frozenset[Regime]:
        """The regimes that have this letter."""
        return frozenset(self.wording.law)
