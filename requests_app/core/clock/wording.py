"""The working in words: what was counted from, what was skipped and why, and what the usual mistake would say."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from requests_app.core import dates
from requests_app.core.calendars import Calendar, Holiday, HolidayTable, OutsideTable
from requests_app.core.clock.case import Opening
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.regimes import Limit, RegimeRules, Unit

in_words = lru_cache(maxsize=16384)(dates.in_words)


def event_in_words(event: ClockEvent) -> str:
    """The event as an error names it: ``final_response on 2026-03-31``."""
    return f"{event.kind} on {event.on.isoformat()}" if event.on else f"{event.kind} (day not stated)"


def steps_of_count(
    rules: RegimeRules,
    calendar: Calendar,
    table: HolidayTable,
    opening: Opening,
    trigger: date,
    days: int,
    section: str,
) -> tuple[Step, ...]:
    """The working of ``days`` working days counted from ``trigger``. Raises OutsideTable.

    Many requests are counted from the same day: sentences are made once for each calendar.
    """
    key = (rules.regime, opening, trigger, days, section)
    known: tuple[Step, ...] | None = calendar.remembered.get(key)
    if known is None:
        last = calendar.add_working_days(trigger, days)
        known = calendar.remembered[key] = (
            opening_step(rules, calendar, opening, trigger, section),
            *skipped_steps(rules, calendar)[calendar.skipped(trigger, last)],
            Step(f"Day {days} is {in_words(last)}.", section, last),
            *england_only_step(table, calendar, trigger, days, last),
        )
    return known


def steps_of_limit(limit: Limit, opening: Opening, trigger: date, due_on: date) -> tuple[Step, ...]:
    """The working of a limit in days or months."""
    since = "beginning with that day" if limit.unit is Unit.MONTHS_BEGINNING_WITH else "from then"
    text = f"{opening.value} on {in_words(trigger)}; {limit} {since} end on {in_words(due_on)}."
    return (Step(text, limit.rule.section, due_on),)


def opening_step(
    rules: RegimeRules, calendar: Calendar, opening: Opening, trigger: date, section: str
) -> Step:
    """From which day the count runs, and which day is day 1."""
    if opening is Opening.CLARIFIED:
        section = rules.clarification.section
    if calendar.is_working_day(trigger):
        return Step(
            f"{opening.value} on {in_words(trigger)}; the next working day is day 1.", section, trigger
        )
    first = calendar.next_working_day(trigger)
    kind = "weekend" if trigger.weekday() > 4 else "holiday"
    return Step(
        f"{opening.value} on {in_words(trigger)}: a {kind}, but that day all the same. "
        f"The next working day, {in_words(first)}, is day 1.",
        section,
        trigger,
    )


def skipped_steps(rules: RegimeRules, calendar: Calendar) -> tuple[Step, ...]:
    """A sentence for each of the calendar's closures: passed over, with its name and the nations that keep it."""
    known: tuple[Step, ...] | None = calendar.remembered.get(rules.regime)
    if known is None:
        known = calendar.remembered[rules.regime] = tuple(
            Step(
                f"{in_words(holiday.on)} is skipped: {holiday.title}, {_where(rules, holiday)}.",
                rules.working_day.section,
                holiday.on,
            )
            for holiday in calendar.closures
        )
    return known


def _where(rules: RegimeRules, holiday: Holiday) -> str:
    if holiday.everywhere:
        return "a bank holiday everywhere in the United Kingdom"
    if rules.scottish:
        return "a bank holiday in Scotland"
    return f"a bank holiday in {holiday.where}, is one for every UK authority"


def england_only_step(
    table: HolidayTable, calendar: Calendar, trigger: date, days: int, last: date
) -> tuple[Step, ...]:
    """What a calendar of England and Wales alone would say, where that differs."""
    key = (trigger, days)
    known: tuple[Step, ...] | None = calendar.remembered.get(key)
    if known is None:
        try:
            wrong = table.england_only.add_working_days(trigger, days)
        except OutsideTable:
            wrong = last
        known = calendar.remembered[key] = () if wrong == last else (_comparison(calendar, wrong, last),)
    return known


def _comparison(calendar: Calendar, wrong: date, last: date) -> Step:
    between = abs(calendar.count(wrong, last))
    unit = "day" if abs((last - wrong).days) == between else "working day"
    number = "one" if between == 1 else str(between)
    plural = "" if between == 1 else "s"
    side = "early" if wrong < last else "late"
    text = f"An England-only calendar would say {in_words(wrong)}, {number} {unit}{plural} {side}."
    return Step(text, "", wrong)


def pause_step(first: date, last: date, working_days: int | None, section: str) -> Step:
    """Days taken out of the count."""
    counted = f" ({dates.plural(working_days, 'working day')})" if working_days is not None else ""
    return Step(
        f"From {in_words(first)} to {in_words(last)} the clock was paused{counted}; those days don't count.",
        section,
        first,
    )
