"""What the tests of advice share: a letter around a few words, and the rules that speak about it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from requests_app.core.advice import Advice, AskedAuthority, DraftRequest, advise
from requests_app.core.cost_limits import cost_limits_from_json
from requests_app.core.states import AuthorityKind, Nation, Regime

ON = date(2026, 11, 22)
LIMITS = cost_limits_from_json(
    json.loads(
        (Path(__file__).resolve().parents[3] / "requests_app" / "data" / "cost_limits.json").read_text()
    )
)

POLICE = AskedAuthority(
    name="Anyshire Police", kind=AuthorityKind.POLICE_EW, nation=Nation.ENGLAND, regime=Regime.FOIA
)
COUNCIL = AskedAuthority(
    name="Anytown Council", kind=AuthorityKind.COUNCIL, nation=Nation.ENGLAND, regime=Regime.FOIA
)
COMMISSIONER = AskedAuthority(name="Anyshire PCC", kind=AuthorityKind.PCC, regime=Regime.FOIA)
POLICE_SCOTLAND = AskedAuthority(
    name="Police Scotland", kind=AuthorityKind.POLICE_SCOTLAND, nation=Nation.SCOTLAND, regime=Regime.FOISA
)


def letter(words: str) -> str:
    """A plain letter with these words in it; what greets somebody is a letter already."""
    if words.startswith(("Dear", "To ", "Hello", "Hi", "FAO")):
        return words
    return f"Dear Sir or Madam,\n\n{words}\n\nYours faithfully,\nJo Smith\n"


def findings(words: str, **facts: Any) -> tuple[Advice, ...]:
    """What is found about a letter with these words."""
    return advise(DraftRequest(letter=letter(words), **facts), on=ON, limits=LIMITS)


def rules(words: str, **facts: Any) -> set[str]:
    """The names of the rules that speak."""
    return {advice.rule for advice in findings(words, **facts)}


def one(rule: str, words: str, **facts: Any) -> Advice:
    """The one finding of this rule."""
    (advice,) = [advice for advice in findings(words, **facts) if advice.rule == rule]
    return advice
