"""Lays counted days out as weeks for components/strip.html, and says the same in a sentence.

A strip is drawn a week at a time, Monday to Friday in their columns, so that it wraps between weeks and
reads as a small calendar at any width. The sentence is what a screen reader hears instead of the drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from requests_app.templatetags.days import counted as counted_days
from requests_app.templatetags.days import day_of, short_day_of


def item(thing: Any, name: str, default: Any = None) -> Any:
    """``thing.name`` or ``thing["name"]``: strips come from core as objects and from JSON as mappings."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


@dataclass(slots=True)
class DayMark:
    """One day as drawn. ``kind`` is start, done, todo, late, skipped or weekend; ``column`` is 1 (Monday) to 7."""

    on: date
    kind: str
    number: int | None
    why: str
    is_last: bool
    is_today: bool

    @property
    def column(self) -> int:
        """The weekday, 1 for Monday."""
        return self.on.isoweekday()

    @property
    def title(self) -> str:
        """The day in words, for a pointer that rests on it."""
        said = {
            "start": "the day it arrived; counting starts after it",
            "skipped": f"not counted: {self.why}",
            "weekend": "weekend, not counted",
        }.get(self.kind, f"day {self.number}")
        return f"{day_of(self.on)}: {said}{', the last day' if self.is_last else ''}"


@dataclass(slots=True)
class Week:
    """The marks of one calendar week."""

    starts_on: date
    days: list[DayMark] = field(default_factory=list)


def _kind(day: Any, *, after_last: bool) -> str:
    number = item(day, "number")
    if number:
        if after_last:
            return "late"
        return "done" if item(day, "done", default=False) else "todo"
    if item(day, "is_weekend", default=False):
        return "weekend"
    return "skipped" if item(day, "why_skipped") else "start"


def marks(days: Iterable[Any]) -> list[DayMark]:
    """Day marks in order of their dates, from objects or mappings with ``on``, ``number`` (None or 0 when the
    day does not count), ``why_skipped``, ``is_weekend`` and, where known, ``done``, ``is_last``, ``is_today``.
    """
    drawn: list[DayMark] = []
    after_last = False
    for day in days:
        is_last = bool(item(day, "is_last", default=False))
        drawn.append(
            DayMark(
                on=item(day, "on"),
                kind=_kind(day, after_last=after_last),
                number=item(day, "number") or None,
                why=str(item(day, "why_skipped") or ""),
                is_last=is_last,
                is_today=bool(item(day, "is_today", default=False)),
            )
        )
        after_last = after_last or is_last
    return drawn


def weeks(drawn: list[DayMark]) -> list[Week]:
    """The marks grouped by calendar week. Weekend marks are left out unless a weekend day counts."""
    found: dict[date, Week] = {}
    for mark in drawn:
        monday = mark.on - timedelta(days=mark.on.weekday())
        week = found.setdefault(monday, Week(monday))
        if mark.kind != "weekend":
            week.days.append(mark)
    return [week for week in found.values() if week.days]


def _skipped(drawn: list[DayMark]) -> list[str]:
    """Days not counted and why, those in a row that share their reason in one sentence."""
    weekdays = [mark for mark in drawn if mark.kind != "weekend"]
    said = []
    for (kind, why), run in groupby(weekdays, key=lambda mark: (mark.kind, mark.why)):
        days = [short_day_of(mark.on) for mark in run]
        if kind == "skipped":
            which = f"{days[0]} is" if len(days) == 1 else f"{days[0]} to {days[-1]} are"
            said.append(f"{which} not counted: {why}.")
    return said


def sentence(drawn: list[DayMark]) -> str:
    """What the strip shows, in words: days counted, days skipped and why, the last day."""
    counted = [mark for mark in drawn if mark.number]
    if not counted:
        return "No days are counted yet."
    in_time = [mark for mark in counted if mark.kind != "late"]
    done = sum(mark.kind == "done" for mark in in_time)
    parts = [f"{done} of {len(in_time)} working days have been counted."]
    parts += _skipped(drawn)
    last = next((mark for mark in counted if mark.is_last), None)
    if last:
        parts.append(f"The last day is {day_of(last.on)}.")
    late = len(counted) - len(in_time)
    if late:
        parts.append(f"{counted_days(late)} {'has' if late == 1 else 'have'} passed since.")
    return " ".join(parts)
