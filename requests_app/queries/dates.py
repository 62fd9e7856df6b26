"""Dates as pages show them: what, when, on what ground, why, and what opens after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core import clock
from requests_app.core.states import Basis, Party
from requests_app.models import Deadline
from requests_app.queries.deadlines import deadline_label


@dataclass(frozen=True, slots=True)
class DateShown:
    """One date. ``steps`` are mappings or Steps with text and section; ``uncertain`` a list of reasons."""

    name: str
    on: date
    ground: str
    who: str
    opens: str
    steps: Sequence[Mapping[str, object] | clock.Step]
    uncertain: list[str]


def from_row(row: Deadline) -> DateShown:
    """A recorded date."""
    return DateShown(
        name=deadline_label(row.kind),
        on=row.due_on,
        ground=f"{Basis(row.basis).label}, {row.section}",
        who="them" if row.on_whom == Party.AUTHORITY else "you",
        opens=row.opens,
        steps=row.working,
        uncertain=[row.uncertain] if row.uncertain else [],
    )


def from_computed(deadline: clock.Deadline) -> DateShown:
    """A date that was computed and is not recorded."""
    return DateShown(
        name=deadline.label,
        on=deadline.due_on,
        ground=f"{deadline.basis.label}, {deadline.section}",
        who="them" if deadline.on is Party.AUTHORITY else "you",
        opens=deadline.opens,
        steps=deadline.working,
        uncertain=[deadline.uncertain] if deadline.uncertain else [],
    )
