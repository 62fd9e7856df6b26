"""The law as data, for the core: exemptions as staff keep them, how a letter argues, and what a request may cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from requests_app.core.arguments import Phrase, phrases_from_json
from requests_app.core.cost_limits import CostLimit, cost_class_for, cost_limit_for, cost_limits_from_json
from requests_app.core.exemptions import Exemption
from requests_app.core.states import AuthorityKind, Regime
from requests_app.models import Authority
from requests_app.models import Exemption as ExemptionRow
from requests_app.models.authority import CostLimitClass

DATA = Path(__file__).resolve().parent.parent / "data"


def exemption_table() -> tuple[Exemption, ...]:
    """Every exemption as it stands in the admin. One query."""
    return tuple(
        Exemption(
            id=row.key,
            regime=Regime(row.regime),
            section=row.section,
            title=row.title,
            basis=row.basis,
            status=row.status,
            public_interest_test=row.public_interest_test,
            ncnd=row.ncnd,
            police_usage=row.practice,
            counter_arguments=tuple(row.counter_arguments),
            authority_must_show=tuple(row.must_show),
            notes=row.notes,
        )
        for row in ExemptionRow.objects.all()
    )


@lru_cache(maxsize=1)
def cost_limits() -> tuple[CostLimit, ...]:
    """What a request may cost before it can be refused: data that ships with the program."""
    return cost_limits_from_json(json.loads((DATA / "cost_limits.json").read_text(encoding="utf-8")))


def limit_of(authority: Authority, regime: Regime, *, on: date) -> CostLimit | None:
    """What this authority may spend on a request before it may refuse for cost (Fees Regulations reg 3), as its record
    says, or by its kind where that says nothing. None where the law knows no such limit.
    """
    by_kind = cost_class_for(regime, AuthorityKind(authority.kind))
    recorded = _COST_CLASS.get(authority.cost_limit_class) if authority.regime == regime else None
    cost_class = recorded if by_kind and recorded else by_kind
    return cost_limit_for(cost_limits(), cost_class, on) if cost_class else None


_COST_CLASS = {
    CostLimitClass.CENTRAL.value: "central",
    CostLimitClass.OTHER.value: "other",
    CostLimitClass.SCOTLAND.value: "scotland",
}
"""How ``data/cost_limits.json`` calls what the record of an authority says."""


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Phrase]:
    """How each hint of the table of exemptions reads in a letter: data that ships with the program."""
    return phrases_from_json(json.loads((DATA / "arguments.json").read_text(encoding="utf-8")))
