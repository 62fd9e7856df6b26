"""When a person is told of a date: the stages before and after it, and which of them is true today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from requests_app.core.calendars import Calendar
from requests_app.core.errors import ClockError
from requests_app.core.states import Labelled

EARLY_NOTICE_WORKING_DAYS = 5
"""How long before a date the first reminder goes, in working days: time to write a letter."""
WEEK = timedelta(days=7)
NEWS_FOR = timedelta(days=28)
"""How long after it passed people are told of a date. Somebody who joins a campaign with years of requests behind
it would else be told of all of them at once; the first page shows what is still to be done.
"""


class Stage(Labelled):
    """The stages of a date, in order."""

    FIVE_BEFORE = "five_before"
    ONE_BEFORE = "one_before"
    ON_THE_DAY = "on_the_day"
    PASSED = "passed"
    WEEKLY = "weekly"

    @property
    def label(self) -> str:
        """The stage in words."""
        return {
            "five_before": "5 working days before",
            "one_before": "1 working day before",
            "on_the_day": "On the day",
            "passed": "The day has passed",
            "weekly": "Each week after that",
        }[self.value]

    @property
    def is_past(self) -> bool:
        """Whether the date is over by then."""
        return self in {Stage.PASSED, Stage.WEEKLY}


DEFAULT_STAGES = frozenset(Stage)
DEFAULT_WEEKS = 3
"""How often a person is told again, a week apart, of a date that has passed."""
MOST_WEEKS = 12


class Turn(NamedTuple):
    """One time of telling: the stage and, of those that repeat, which one (1 is a week after the first)."""

    stage: Stage
    number: int = 0


def turns(due_on: date, *, passed_from: date, calendar: Calendar, weeks: int) -> Iterator[tuple[Turn, date]]:
    """Each time of telling with its first day, in order. ``passed_from`` is the day after, or after the grace day.

    Days before that would need days outside the holiday table are left out. ``weeks``: how many weekly ones follow.
    """
    try:
        early = due_on
        for _ in range(EARLY_NOTICE_WORKING_DAYS):
            early = calendar.previous_working_day(early)
        before = calendar.previous_working_day(due_on)
    except ClockError:
        pass
    else:
        yield Turn(Stage.FIVE_BEFORE), early
        yield Turn(Stage.ONE_BEFORE), before
    yield Turn(Stage.ON_THE_DAY), due_on
    yield Turn(Stage.PASSED), passed_from
    for number in range(1, weeks + 1):
        yield Turn(Stage.WEEKLY, number), passed_from + number * WEEK


def reached(
    due_on: date,
    *,
    passed_from: date,
    calendar: Calendar,
    today: date,
    stages: Iterable[Stage] = DEFAULT_STAGES,
    weeks: int = DEFAULT_WEEKS,
) -> tuple[Turn | None, tuple[Turn, ...]]:
    """The latest of the chosen times that is true and news today (None where there is none), and the earlier ones.

    Once the day is over nobody is told any more that it is near; nobody is told of what passed ``NEWS_FOR`` ago.
    """
    chosen = frozenset(stages)
    begun = [
        (turn, first)
        for turn, first in turns(due_on, passed_from=passed_from, calendar=calendar, weeks=weeks)
        if first <= today and turn.stage in chosen
    ]
    if not begun:
        return None, ()
    (latest, first), earlier = begun[-1], tuple(turn for turn, _ in begun[:-1])
    is_over = today >= passed_from and not latest.stage.is_past
    news_for = WEEK if latest.stage is Stage.WEEKLY else NEWS_FOR
    return (None, ()) if is_over or today - first > news_for else (latest, earlier)
