"""What the tests of the clock share: the shipped holiday table, short ways to write events, a clock whole."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import Clock, ClockEvent, Deadline, run_clock
from requests_app.core.states import AuthorityKind, EventKind, Regime

BANK_HOLIDAYS = json.loads(
    (Path(__file__).resolve().parents[2] / "requests_app/data/bank_holidays.json").read_text()
)
TABLE = HolidayTable.from_json(BANK_HOLIDAYS)
KIND_OF = {
    Regime.FOIA: AuthorityKind.POLICE_EW,
    Regime.EIR: AuthorityKind.COUNCIL,
    Regime.FOISA: AuthorityKind.POLICE_SCOTLAND,
    Regime.EISR: AuthorityKind.COUNCIL_SCOT,
    Regime.UKGDPR: AuthorityKind.COUNCIL,
}


def day(text: str | None) -> date | None:
    """An ISO day, or None for a day the record does not state."""
    return date.fromisoformat(text) if text else None


def event(kind: str, on: str | None, **details: Any) -> ClockEvent:
    """An event in the names of the contract; days as ISO text."""
    for name in ("target", "received_on"):
        if name in details:
            details[name] = day(details[name])
    if "non_school_days" in details:
        details["non_school_days"] = tuple(
            (date.fromisoformat(first), date.fromisoformat(last))
            for first, last in details["non_school_days"]
        )
    return ClockEvent(EventKind(kind), day(on), **details)


def clock(
    regime: str,
    *events: tuple[Any, ...],
    kind: AuthorityKind | None = None,
    today: str | None = None,
    table: HolidayTable = TABLE,
) -> Clock:
    """The clock of events written as ``("received", "2026-03-02")`` or ``(kind, day, {details})``."""
    made = [event(given[0], given[1], **(given[2] if len(given) > 2 else {})) for given in events]
    under = Regime(regime)
    return run_clock(
        regime=under,
        authority_kind=kind or KIND_OF[under],
        events=made,
        holidays=table,
        today=day(today),
    )


def in_a_line(deadline: Deadline) -> str:
    """A deadline whole: key, day, whose, on what basis, when we chase, when it was met, whether it is over."""
    parts = [
        f"{deadline.key} {deadline.due_on} {deadline.on} {deadline.basis} {'hard' if deadline.hard else 'soft'}",
        f"chase {deadline.chase_from}" if deadline.chase_from else "",
        f"met {deadline.met_on}" if deadline.met_on else "",
        "closed" if deadline.closed else "",
    ]
    return ", ".join(part for part in parts if part)


def assert_whole(made: Clock, state: str, facts: tuple[str, ...], deadlines: tuple[str, ...]) -> None:
    """A clock has this state, these dates and facts, these deadlines, and no others."""
    elsewhere = {"state", "deadlines", "working", "uncertain", "overdue_from"}
    found = {
        name: value for name, value in made.to_json().items() if value is not None and name not in elsewhere
    }
    assert made.state == state
    assert ", ".join(f"{name} {value}" for name, value in found.items()) == ", ".join(facts)
    assert tuple(in_a_line(deadline) for deadline in made.deadlines) == deadlines
    for deadline in made.deadlines:
        assert deadline.key.partition(":")[0] == deadline.kind
        assert deadline.overdue_from == deadline.due_on + timedelta(days=1)
        written = deadline.to_json()
        for name in ("due_on", "overdue_from", "chase_from", "met_on"):
            assert day(written[name]) == getattr(deadline, name)
