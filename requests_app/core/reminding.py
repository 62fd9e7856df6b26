"""When a person is told of a date: the stages before and after it, and which of them is true today."""

from __future__ import annotations

from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.errors import ClockError
from requests_app.core.states import Labelled

EARLY_NOTICE_WORKING_DAYS = 5
"""How long before a date the first reminder goes, in working days: time to write a letter."""


class Stage(Labelled):
    """The stages of a date, in order."""

    FIVE_BEFORE = "five_before"
    ONE_BEFORE = "one_before"
    ON_THE_DAY = "on_the_day"
    PASSED = "passed"

    @property
    def label(self) -> str:
        """The stage in words."""
        return {
            "five_before": "5 working days before",
            "one_before": "1 working day before",
            "on_the_day": "On the day",
            "passed": "The day has passed",
        }[self.value]


def stage_days(due_on: date, *, passed_from: date, calendar: Calendar) -> dict[Stage, date]:
    """The first day of each stage. ``passed_from`` is the day after, or after the grace day where one is given.

    A stage that would need days outside the holiday table is left out.
    """
    days: dict[Stage, date] = {}
    try:
        early = due_on
        for _ in range(EARLY_NOTICE_WORKING_DAYS):
            early = calendar.previous_working_day(early)
        days[Stage.FIVE_BEFORE] = early
        days[Stage.ONE_BEFORE] = calendar.previous_working_day(due_on)
    except ClockError:
        pass
    days[Stage.ON_THE_DAY] = due_on
    days[Stage.PASSED] = passed_from
    return days


def reached(
    due_on: date, *, passed_from: date, calendar: Calendar, today: date
) -> tuple[Stage | None, tuple[Stage, ...]]:
    """The latest stage that is true today (None before the first), and the earlier ones it overtakes."""
    begun = [
        stage
        for stage, first in stage_days(due_on, passed_from=passed_from, calendar=calendar).items()
        if first <= today
    ]
    return (begun[-1], tuple(begun[:-1])) if begun else (None, ())
