"""How fast the clock is: 100,000 requests of 8 events each, one core, pure Python.

    .venv/bin/python benchmarks/clock.py [--requests 100000]

The requests differ in regime, kind of authority, days and course. Every deadline comes with its working, as the
program stores it. Prints the machine, the command and the figures.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import load, machine  # noqa: E402
from requests_app.core.calendars import HolidayTable  # noqa: E402
from requests_app.core.clock import ClockEvent, run_clock  # noqa: E402
from requests_app.core.states import AuthorityKind, Channel, EventKind, Regime  # noqa: E402

E = EventKind
SLICE = 1000
FIRST, LAST = date(2015, 1, 5), date(2027, 6, 30)
BODIES = (
    (Regime.FOIA, AuthorityKind.POLICE_EW),
    (Regime.FOIA, AuthorityKind.COUNCIL),
    (Regime.EIR, AuthorityKind.COUNCIL),
    (Regime.FOISA, AuthorityKind.POLICE_SCOTLAND),
    (Regime.EISR, AuthorityKind.COUNCIL_SCOT),
)
COURSES = (
    (
        E.SENT,
        E.RECEIVED,
        E.CLARIFICATION_REQUESTED,
        E.CLARIFICATION_RECEIVED,
        E.OTHER_CORRESPONDENCE,
        E.PARTIAL_RESPONSE,
        E.REFUSAL,
        E.INTERNAL_REVIEW_REQUESTED,
    ),
    (
        E.SENT,
        E.RECEIVED,
        E.OTHER_CORRESPONDENCE,
        E.FEE_NOTICE,
        E.FEE_PAID,
        E.FINAL_RESPONSE,
        E.INTERNAL_REVIEW_REQUESTED,
        E.REVIEW_OUTCOME,
    ),
    (
        E.SENT,
        E.RECEIVED,
        E.CLARIFICATION_REQUESTED,
        E.CLARIFICATION_RECEIVED,
        E.CLARIFICATION_REQUESTED,
        E.CLARIFICATION_RECEIVED,
        E.OTHER_CORRESPONDENCE,
        E.NOT_HELD,
    ),
)


def make_request(dice: random.Random) -> tuple[Regime, AuthorityKind, list[ClockEvent]]:
    """One request: a body, a course of 8 events and its days, in the order of entry of a careless clerk."""
    regime, kind = dice.choice(BODIES)
    on = FIRST + timedelta(days=dice.randrange((LAST - FIRST).days))
    events = []
    for event in dice.choice(COURSES):
        details: dict[str, object] = {"channel": Channel.EMAIL} if event is E.SENT else {}
        if event is E.PARTIAL_RESPONSE:
            details = {"covers": ("Q1", "Q2")}
        events.append(ClockEvent(event, on, **details))  # type: ignore[arg-type]
        on += timedelta(days=dice.randrange(1, 12) if event is not E.SENT else 0)
    dice.shuffle(events)
    return regime, kind, events


def main() -> None:
    """Make the requests, time them, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=100_000)
    number = parser.parse_args().requests
    table = HolidayTable.from_json(json.loads((ROOT / "requests_app/data/bank_holidays.json").read_text()))
    dice = random.Random(20261122)
    deadlines, slices, wall = 0, [], 0.0
    for start in range(0, number, SLICE):
        made = [make_request(dice) for _ in range(min(SLICE, number - start))]
        began, worked = time.perf_counter(), time.process_time()
        for regime, kind, events in made:
            clock = run_clock(regime=regime, authority_kind=kind, events=events, holidays=table)
            deadlines += len(clock.deadlines)
        slices.append((time.process_time() - worked) / len(made) * 1e6)
        wall += time.perf_counter() - began
    print(f"machine: {machine()}; one core used, load {load()}")
    print(f"command: .venv/bin/python benchmarks/clock.py --requests {number}")
    print(f"{number} requests of 8 events, {deadlines} deadlines with their working: {wall:.2f} s")
    print(
        f"one request: {statistics.mean(slices):.0f} µs of processor time in the mean, "
        f"{statistics.median(slices):.0f} µs in the median slice of {SLICE}, {slices[0]:.0f} µs in the first"
    )


if __name__ == "__main__":
    main()
