"""By which day the authority has to reply: limits, pauses and extensions applied to one period of the clock."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from requests_app.core.calendars import Calendar, OutsideTable
from requests_app.core.clock.case import Case, Pause, Period, Span
from requests_app.core.regimes import Unit, add_months
from requests_app.core.states import ResponseBasis

ONE_DAY = timedelta(days=1)


class ReplyDay(NamedTuple):
    """The span of a period and what it rests on. ``guideline`` is day 40 where an extension stands."""

    span: Span
    basis: ResponseBasis
    guideline: date | None = None
    later_promise: date | None = None


def plain_span(case: Case, period: Period | None) -> Span | None:
    """When the reply is due under ``period`` before any extension; None where it can't be told, with the reason noted."""
    if period is None or period.trigger is None:
        return None
    if period.measured is not None:
        return period.measured
    if _unmeasured(period):
        return None
    try:
        period.measured = _span_from(case, period, period.trigger)
    except OutsideTable as outside:
        case.doubt(str(outside))
    return period.measured


def grace_span(case: Case, period: Period) -> Span | None:
    """For a weekend or holiday receipt: the span as an authority following the 2018 code counts it (RULES.md 1.3)."""
    trigger = period.trigger
    if trigger is None or case.rules.reply.unit is not Unit.WORKING_DAYS:
        return None
    try:
        if case.calendar.is_working_day(trigger):
            return None
        return _span_from(case, period, case.calendar.next_working_day(trigger))
    except OutsideTable:
        return None


def reply_day(case: Case, period: Period | None) -> ReplyDay | None:
    """When the reply is due under ``period``, extensions included."""
    span = plain_span(case, period)
    if span is None or period is None or period.trigger is None:
        return None
    if not period.extensions:
        return ReplyDay(span, ResponseBasis.STATUTE)
    if not all(extension.certain for extension in period.extensions):
        return None
    try:
        return extended(case, period, period.trigger, span)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def extended(case: Case, period: Period, trigger: date, span: Span) -> ReplyDay:
    """The span moved by the extensions that stand. Raises OutsideTable."""
    rules = case.rules
    if rules.further_months is not None:
        day = _months_on(case.calendar, trigger, rules.further_months.number, period.pauses)
        return ReplyDay(Span(day, day), ResponseBasis.STATUTE)
    limit = rules.public_interest_extension or rules.complexity_extension
    assert limit is not None  # noqa: S101 - an extension only stands where the regime has one
    last = counted(case.calendar, trigger, limit.number, period.pauses)
    if rules.public_interest_extension is None:
        return ReplyDay(span.no_earlier_than(last), ResponseBasis.STATUTORY_MAX_40WD, guideline=last)
    return _public_interest(span, last, target=period.extensions[-1].event.target)


def _public_interest(span: Span, last: date, *, target: date | None) -> ReplyDay:
    """FOIA s.10(3): a reasonable time; the ICO's 40 working days, or the authority's own day if that is earlier."""
    until = last if target is None else min(target, last)
    promise = target if target is not None and target > last else None
    # A day before the law's own extends nothing; a school may have longer than 40 working days by law.
    if until < span.latest:
        basis = ResponseBasis.STATUTE
    elif until == last:
        basis = ResponseBasis.ICO_GUIDELINE_40WD
    else:
        basis = ResponseBasis.TARGET_WITHIN_GUIDELINE
    return ReplyDay(span.no_earlier_than(until), basis, last, promise)


def counted(calendar: Calendar, trigger: date, days: int, pauses: Iterable[Pause]) -> date:
    """The ``days``-th working day after ``trigger``, leaving out those of each pause, first and last day included.

    A pause that begins after the last day changes nothing. Every pause must be over and measured.
    """
    used, start = 0, trigger
    for pause in pauses:
        if pause.first is None or pause.last is None or pause.last <= start:
            continue
        before = calendar.count(start, max(start, pause.first - ONE_DAY))
        if used + before >= days:
            break
        used += before
        start = pause.last
    return calendar.add_working_days(start, days - used)


def corresponding_date(trigger: date) -> date:
    """One month on, before rolling to a working day (UK GDPR art 12(3))."""
    return add_months(trigger, 1)


def disregarded(calendar: Calendar, first: date, last: date) -> int:
    """How many working days a pause takes out, its first and last day included (FOIA s.10(2))."""
    return calendar.count(first, last) + calendar.is_working_day(first)


def working_days_of(case: Case, period: Period, day: date) -> int | None:
    """The number a strip picture ends with; None for months and where a pause makes plain counting wrong."""
    if case.rules.reply.unit is Unit.MONTHS or period.pauses or period.trigger is None:
        return None
    return case.calendar.count(period.trigger, day)


def _unmeasured(period: Period) -> bool:
    """Whether a pause runs, or ended on a day nobody knows."""
    return bool(period.pauses) and any(pause.first is None or pause.last is None for pause in period.pauses)


def _span_from(case: Case, period: Period, trigger: date) -> Span:
    reply = case.rules.reply
    if reply.unit is Unit.MONTHS:
        day = _months_on(case.calendar, trigger, reply.number, period.pauses)
        return Span(day, day)
    plain = counted(case.calendar, trigger, reply.number, period.pauses)
    if case.variant is None:
        return Span(plain, plain)
    cap = counted(case.calendar, trigger, case.variant.working_days, period.pauses)
    if case.variant.school and case.closures is not None:
        return _school_span(case, period, trigger, cap)
    return Span(plain, cap, working_day_cap=cap if case.variant.school else None)


def _school_span(case: Case, period: Period, trigger: date, cap: date) -> Span:
    """SI 2004/3364 reg 3: 20 school days or 60 working days, whichever ends first."""
    paused = tuple((pause.first, pause.last) for pause in period.pauses if pause.first and pause.last)
    school_day = case.calendar.add_school_days(
        trigger, case.rules.reply.number, (*(case.closures or ()), *paused)
    )
    day = min(school_day, cap)
    return Span(day, day, school_day, cap)


def _months_on(calendar: Calendar, trigger: date, months: int, pauses: Iterable[Pause]) -> date:
    """The corresponding date, later by the days of each pause, rolled to a working day (UK GDPR art 12(3), 12A)."""
    paused, counted_until = 0, date.min
    for pause in pauses:
        if pause.first and pause.last and pause.last > counted_until:
            first = max(pause.first, counted_until + ONE_DAY) if counted_until > date.min else pause.first
            paused += (pause.last - first).days + 1
            counted_until = pause.last
    return calendar.on_or_after(add_months(trigger, months) + timedelta(days=paused))
