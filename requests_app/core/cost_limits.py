"""What an authority may spend on a request before it may refuse for cost: dated data, never a constant (RULES.md 1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, Regime


@dataclass(frozen=True, slots=True)
class CostLimit:
    """The appropriate limit under s.12 in pounds, the hourly rate, and the days between which they apply."""

    cost_class: str
    pounds: int
    hourly_rate: int
    applies_from: date
    applies_until: date | None
    section: str

    @property
    def hours(self) -> int:
        """The hours of work the limit buys."""
        return self.pounds // self.hourly_rate


def cost_limits_from_json(obj: Mapping[str, Any]) -> tuple[CostLimit, ...]:
    """The limits of ``data/cost_limits.json``. Raises ClockError naming what is wrong."""
    try:
        return tuple(
            CostLimit(
                cost_class=row["class"],
                pounds=int(row["pounds"]),
                hourly_rate=int(row["hourly_rate"]),
                applies_from=date.fromisoformat(row["applies_from"]),
                applies_until=date.fromisoformat(row["applies_until"]) if row["applies_until"] else None,
                section=row["section"],
            )
            for row in obj["limits"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ClockError(f"The cost limits can't be read: {error!r}; see data/cost_limits.json.") from error


def cost_limit_for(limits: Iterable[CostLimit], cost_class: str, on: date) -> CostLimit | None:
    """The limit of ``cost_class`` in force on ``on``; None where none is (the EIR have no cost limit)."""
    return next(
        (
            limit
            for limit in limits
            if limit.cost_class == cost_class
            and limit.applies_from <= on
            and (limit.applies_until is None or on <= limit.applies_until)
        ),
        None,
    )


def cost_class_for(regime: Regime, kind: AuthorityKind) -> str | None:
    """Which cost limit an authority has: ``central``, ``other``, ``scotland``, or None (EIR, EI(S)R, subject access).

    Fees Regulations reg 3: 600 pounds for Schedule 1 Part I, 450 for all others (RULES.md 1.5).
    """
    if regime is Regime.FOISA:
        return "scotland"
    if regime is not Regime.FOIA:
        return None
    return "central" if kind is AuthorityKind.CENTRAL_GOV else "other"
