"""The days of a clock as a picture: counted, skipped, paused, closed, and which of them is the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from requests_app.core.calendars import Calendar
from requests_app.core.clock import Clock, ClockEvent, Deadline
from requests_app.core.states import DeadlineKind, EventKind

LONGEST = 190
"""Calendar days a picture may show: a school's 60 working days over the summer, and no more."""


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of the picture, as the tag ``strip`` takes it. ``number`` is None where the day does not count."""

    on: date
    number: int | None
    why_skipped: str | None
    is_weekend: bool
    done: bool
    is_last: bool
    is_today: bool


class Excluded(NamedTuple):
    """Days that are not counted, ``first`` to ``last`` inclusive, and why."""

    first: date
    last: date
    why: str


def excluded_days(events: Sequence[ClockEvent], clock: Clock) -> list[Excluded]:
    """Days taken out of the count of the reply: paused for a fee, or the school closed where its days decide."""
    days = []
    notices = sorted(event.on for event in events if event.kind is EventKind.FEE_NOTICE and event.on)
    payments = sorted(event.on for event in events if event.kind is EventKind.FEE_PAID and event.on)
    days += [Excluded(*pair, "a fee was awaited") for pair in zip(notices, payments, strict=False)]
    if clock.school_day_20 is not None and clock.response_due == clock.school_day_20:
        for event in events:
            days += [Excluded(*closed, "the school is closed") for closed in event.non_school_days or ()]
    return days


def strip_of(
    deadline: Deadline, calendar: Calendar, excluded: Sequence[Excluded], today: date
) -> list[DayShown]:
    """The day it is counted from and every day up to the last; nothing where months or calendar days are counted.

    ``excluded`` only bears on the reply: other counts are never paused.
    """
    trigger, replies = deadline.trigger_on, deadline.kind is DeadlineKind.RESPONSE_DUE
    excluded = excluded if replies else ()
    plain = deadline.working_days is not None or bool(excluded)
    if trigger is None or not plain or (deadline.due_on - trigger).days > LONGEST:
        return []
    number = 0
    shown = [_shown(trigger, None, None, today, deadline.due_on)]
    for mark in calendar.strip(trigger, deadline.due_on):
        why = mark.why_skipped
        if mark.number is not None:
            why = next((each.why for each in excluded if each.first <= mark.on <= each.last), None)
        counts = mark.number is not None and why is None
        number += counts
        shown.append(
            _shown(mark.on, number if counts else None, why, today, deadline.due_on, mark.is_weekend)
        )
    return shown


def _shown(
    on: date, number: int | None, why: str | None, today: date, last: date, is_weekend: bool = False
) -> DayShown:
    return DayShown(
        on=on,
        number=number,
        why_skipped=why,
        is_weekend=is_weekend,
        done=on <= today,
        is_last=on == last,
        is_today=on == today,
    )
