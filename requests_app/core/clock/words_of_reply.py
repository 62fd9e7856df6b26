"""Why a reply is due on its day, in sentences: counted, paused, promised, in months, in school days."""

from __future__ import annotations

from datetime import date

from requests_app.core.clock.case import Case, Period, Span
from requests_app.core.clock.records import Step
from requests_app.core.clock.reply_days import ReplyDay, counted, disregarded
from requests_app.core.clock.wording import in_words, opening_step, pause_step, steps_of_count
from requests_app.core.regimes import Unit, add_months
from requests_app.core.states import ResponseBasis


def steps_of_reply(case: Case, period: Period, due: ReplyDay) -> tuple[Step, ...]:
    """The working of the day a reply is due: counted, paused, promised, in months, in school days, or as a range."""
    day = due.span.day
    if period.trigger is None:
        return ()
    if day is None:
        return _range_steps(case, period, due.span)
    if case.rules.reply.unit is Unit.MONTHS:
        return _month_steps(case, period, day)
    if due.span.school_day is not None and due.basis is ResponseBasis.STATUTE:
        return _school_steps(case, period, due.span)
    if due.basis is ResponseBasis.TARGET_WITHIN_GUIDELINE:
        promised = f"They named {in_words(day)} themselves, within the regulator's 40 working days."
        return (*steps_of_period(case, period, 20, "FOIA s.10(1)"), Step(promised, "FOIA s.17(2)", day))
    limit = case.rules.reply
    if due.guideline == day:
        limit = case.rules.public_interest_extension or case.rules.complexity_extension or limit
    return steps_of_period(case, period, limit.number, limit.rule.section)


def steps_of_period(case: Case, period: Period, days: int, section: str) -> tuple[Step, ...]:
    """The working of a plain count; of a paused one, with its pauses and without comparison."""
    trigger = period.trigger
    if trigger is None:
        return ()
    if not period.pauses:
        return steps_of_count(
            case.rules, case.calendar, case.holidays, period.opening, trigger, days, section
        )
    last = counted(case.calendar, trigger, days, period.pauses)
    return (
        opening_step(case.rules, case.calendar, period.opening, trigger, section),
        *_pause_steps(case, period),
        Step(f"Day {days} is {in_words(last)}.", section, last),
    )


def _pause_steps(case: Case, period: Period) -> list[Step]:
    section = case.rules.fee.rule.section if case.rules.fee else case.rules.reply.rule.section
    return [
        pause_step(pause.first, pause.last, disregarded(case.calendar, pause.first, pause.last), section)
        for pause in period.pauses
        if pause.first and pause.last
    ]


def _range_steps(case: Case, period: Period, span: Span) -> tuple[Step, ...]:
    """To the later end, then what is known of the earlier one."""
    variant, section = case.variant, case.rules.reply.rule.section
    assert variant is not None  # noqa: S101 - only a variant has a range
    steps = steps_of_period(case, period, variant.working_days, variant.rule.section)
    earliest = f"It may be due from {in_words(span.earliest)} on; nothing is called late before {in_words(span.latest)} is over."
    return (*steps, Step(earliest, section, span.earliest))


def _month_steps(case: Case, period: Period, day: date) -> tuple[Step, ...]:
    trigger, section = period.trigger, case.rules.reply.rule.section
    assert trigger is not None  # noqa: S101 - a day was computed from it
    limit = case.rules.further_months if period.extensions and case.rules.further_months else case.rules.reply
    corresponding = add_months(trigger, limit.number)
    steps = [
        Step(
            f"{period.opening.value} on {in_words(trigger)}; {limit} on is {in_words(corresponding)}.",
            section,
            corresponding,
        )
    ]
    steps += [
        pause_step(p.first, p.last, None, case.rules.clarification.section)
        for p in period.pauses
        if p.first and p.last
    ]
    if day != corresponding:
        steps.append(Step(f"The last day is {in_words(day)}; a weekend or holiday never is.", section, day))
    return tuple(steps)


def _school_steps(case: Case, period: Period, span: Span) -> tuple[Step, ...]:
    trigger = period.trigger
    assert case.variant is not None  # noqa: S101
    assert span.school_day is not None  # noqa: S101
    assert span.working_day_cap is not None  # noqa: S101
    assert trigger is not None  # noqa: S101
    section = case.variant.rule.section
    return (
        opening_step(case.rules, case.calendar, period.opening, trigger, section),
        *_pause_steps(case, period),
        Step(f"The 20th school day is {in_words(span.school_day)}.", section, span.school_day),
        Step(f"The 60th working day is {in_words(span.working_day_cap)}.", section, span.working_day_cap),
        Step(f"The earlier of the two counts: {in_words(span.earliest)}.", section, span.earliest),
    )
