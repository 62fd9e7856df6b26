"""The law as data, for the core: exemptions as staff keep them, how a letter argues, and what a request may cost."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from requests_app.core.arguments import Phrase, phrases_from_json
from requests_app.core.cost_limits import CostLimit, cost_limits_from_json
from requests_app.core.exemptions import Exemption
from requests_app.core.states import Regime
from requests_app.models import Exemption as ExemptionRow

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


@lru_cache(maxsize=1)
def phrases() -> Mapping[str, Phrase]:
    """How each hint of the table of exemptions reads in a letter: data that ships with the program."""
    return phrases_from_json(json.loads((DATA / "arguments.json").read_text(encoding="utf-8")))
