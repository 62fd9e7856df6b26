"""What stops the reply clock and starts it again: clarification and fees (RULES.md 1.4, 2.2, 2.3)."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.case import Case, Opening, Period
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.reply_days import disregarded, plain_span
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.regimes import SAR_PAUSE_IN_FORCE, Limit
from requests_app.core.states import EventKind, Regime

LATE_QUESTION = (
    "Whether clarification asked after the last day restarts the clock is disputed: we count afresh, as an authority "
    "would, and record that it was late."
)
PART_QUESTION = (
    "They asked about some questions only: we keep the day for the others. An authority may say that all of them start "
    "afresh."
)
FRESH_AFTER_EXTENSION = "That clarification gives a fresh 20 working days after an extension notice is the cautious reading, not settled law."
EARLY_SAR_PAUSE = (
    "The pause for clarification of a subject access request is in the Act only from Thu 5 Feb 2026; before that it was "
    "the ICO's practice."
)
_Value = TypeVar("_Value")

SAR_FEE = "Whether a fee stops the time for a subject access request was not checked against the text."


def on_clarification_requested(case: Case, event: ClockEvent) -> None:
    """The clock stops; the day that ran until now is kept. Asked after that day, it is late (RULES.md 2.2)."""
    _mark_late_question(case, event)
    if case.rules.regime is Regime.UKGDPR:
        if event.on is not None and event.on < SAR_PAUSE_IN_FORCE:
            case.doubt(EARLY_SAR_PAUSE)
        if case.question is None:
            _pause(case, event)
            case.question = event
    elif event.covers:
        asked = {name for covers in case.part_questions for name in covers}
        case.part_questions |= _without({event.covers: event}, asked)
        case.part_periods = _without(case.part_periods, set(event.covers))
        case.doubt(PART_QUESTION)
    elif case.question is None:
        case.question = event


def on_clarification_received(case: Case, event: ClockEvent) -> None:
    """A fresh period from that day (FOIA s.10(6)(b)); under the UK GDPR a pause ends; for some parts only, theirs."""
    if case.question is not None:
        if case.rules.clarification_restarts:
            _restart(case, event)
        else:
            _end_pause(case, event)
        case.question = None
        case.part_questions.clear()
        return
    asked = {name for covers in case.part_questions for name in covers}
    answered = asked & set(event.covers) if event.covers else asked
    if not answered:
        raise ClockError(_nothing_asked(case, event), field=str(event.kind))
    for covers in _without(case.part_questions, asked - answered):
        case.part_periods[covers] = _fresh(case, event)
    case.part_questions = _without(case.part_questions, answered)


def on_fee_notice(case: Case, event: ClockEvent) -> None:
    """The clock pauses from that day; FOIA s.9(2), EIR reg 8."""
    if case.fee_open and case.fee is not None:
        raise ClockError(
            f"{event_in_words(event)}: the fees notice of {in_words(case.fee.on)} is not paid yet; void one of the two, or "
            "record the payment first.",
            field=str(event.kind),
        )
    span = plain_span(case, case.period)
    if span is not None and event.on is not None and event.on > span.latest:
        case.doubt(
            f"The fees notice of {in_words(event.on)} came after the last day, {in_words(span.latest)}: it is late, and "
            "paying does not move that day."
        )
    case.fee, case.fee_settled = event, False
    case.fee_pay_by = _try(case, case.rules.fee, event.on)
    if case.rules.fee is None:
        case.doubt(SAR_FEE)
    _pause(case, event)


def on_fee_paid(case: Case, event: ClockEvent) -> None:
    """The pause ends, its days disregarded (FOIA s.10(2)); paid after the last day, the request has lapsed."""
    if not case.fee_open:
        raise ClockError(
            f"{event_in_words(event)}: no fees notice is unpaid then; accepted after a fee_notice.",
            field=str(event.kind),
        )
    if event.on is not None and case.fee_pay_by is not None and event.on > case.fee_pay_by:
        case.doubt(
            f"The fee was paid on {in_words(event.on)}, after the last day {in_words(case.fee_pay_by)}: the authority need not "
            "go on with the request."
        )
        return
    _end_pause(case, event)
    case.fee_settled = True


def _mark_late_question(case: Case, event: ClockEvent) -> None:
    span = plain_span(case, case.period) if case.question is None else None
    if span is None or event.on is None:
        return
    late = event.on > span.latest
    case.late_clarification = bool(case.late_clarification) or late
    if late:
        case.working_days_late = _try_count(case, span.latest, event.on)
        case.doubt(LATE_QUESTION)
        case.note(
            f"They asked for clarification on {in_words(event.on)}, after the last day, {in_words(span.latest)}.",
            case.rules.reply.rule.section,
            event.on,
        )


def _restart(case: Case, event: ClockEvent) -> None:
    if case.period is not None and case.period.extensions:
        case.doubt(FRESH_AFTER_EXTENSION)
    case.restarts += 1
    case.promises.clear()
    case.part_periods.clear()
    case.period = _fresh(case, event)


def _fresh(case: Case, answer: ClockEvent) -> Period:
    """A new period from the day of the answer; an unpaid fee pauses it at once."""
    period = Period(answer.on, Opening.CLARIFIED, answer.key)
    if case.fee_open and case.fee is not None:
        period.pause(case.fee.on)
    return period


def _without(parts: dict[tuple[str, ...], _Value], names: set[str]) -> dict[tuple[str, ...], _Value]:
    """``parts`` without the questions named; what is left of each keeps its value."""
    left = {tuple(name for name in covers if name not in names): value for covers, value in parts.items()}
    left.pop((), None)
    return left


def _pause(case: Case, event: ClockEvent) -> None:
    for period in (case.period, *case.part_periods.values()):
        if period is not None:
            period.pause(event.on)


def _end_pause(case: Case, event: ClockEvent) -> None:
    for part in case.part_periods.values():
        part.resume(event.on)
    pause = case.period.resume(event.on) if case.period else None
    if pause is None:
        return
    if event.kind is EventKind.FEE_PAID and pause.first is not None and event.on is not None:
        try:
            days = disregarded(case.calendar, pause.first, event.on)
        except OutsideTable as outside:
            case.doubt(str(outside))
            return
        case.working_days_disregarded = (case.working_days_disregarded or 0) + days


def _try(case: Case, limit: Limit | None, trigger: date | None) -> date | None:
    if limit is None or trigger is None:
        return None
    try:
        return limit.after(trigger, case.calendar)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def _try_count(case: Case, after: date, until: date) -> int | None:
    try:
        return case.calendar.count(after, until)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def _nothing_asked(case: Case, event: ClockEvent) -> str:
    if case.part_questions:
        asked = "; ".join(", ".join(covers) for covers in case.part_questions)
        return f"{event_in_words(event)} covers {', '.join(event.covers)}, but they asked about {asked}."
    return (
        f"{event_in_words(event)} answers a question nobody asked; accepted after a clarification_requested."
    )
