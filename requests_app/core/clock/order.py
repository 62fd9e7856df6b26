"""The order in which events take effect: by day, on one day by the contract's table, whatever order they were entered in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from requests_app.core.clock.records import ClockEvent
from requests_app.core.states import EventKind

RANK = {kind: place for place, kind in enumerate(EventKind)}


def effect_order(events: Iterable[ClockEvent]) -> list[ClockEvent]:
    """Events as they take effect.

    An event whose day is not stated is put before the first dated event of a later row of the table (a question
    before its answer, a reply before the review of it), else at the end.
    """
    given = list(events)
    dated = _in_order([event for event in given if event.on is not None])
    if len(dated) == len(given):
        return dated
    undated = sorted((event for event in given if event.on is None), key=_undated_key)
    ordered: list[ClockEvent] = []
    for event in dated:
        while undated and RANK[undated[0].kind] < RANK[event.kind]:
            ordered.append(undated.pop(0))
        ordered.append(event)
    return ordered + undated


def _in_order(dated: list[ClockEvent]) -> list[ClockEvent]:
    keys = {(event.on, event.kind) for event in dated}
    # Details break ties between events of one kind on one day, which few records hold.
    return sorted(dated, key=_day_and_rank if len(keys) == len(dated) else _day_rank_and_details)


def _day_and_rank(event: ClockEvent) -> tuple[date, int]:
    assert event.on is not None  # noqa: S101 - sorted out by the caller
    return event.on, RANK[event.kind]


def _day_rank_and_details(event: ClockEvent) -> tuple[tuple[date, int], str]:
    return _day_and_rank(event), repr(event)


def _undated_key(event: ClockEvent) -> tuple[int, str]:
    return RANK[event.kind], repr(event)
