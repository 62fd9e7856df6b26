"""The dates of the reply itself: due, range, grace, extension notice, nudges, fees, and the parts that run apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.book import ONE_DAY, Book, Entry
from requests_app.core.clock.case import Case, Opening, Period
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.clock.reply_days import (
    ReplyDay,
    Span,
    corresponding_date,
    disregarded,
    grace_span,
    plain_span,
    reply_day,
)
from requests_app.core.clock.wording import in_words, opening_step, pause_step, steps_of_count
from requests_app.core.regimes import Limit, Rule, Unit, add_months, variant_for
from requests_app.core.states import AuthorityKind, Basis, DeadlineKind, Party, ResponseBasis, State

NUDGE_DAYS = 14
ACKNOWLEDGEMENT = Limit(
    5, Unit.WORKING_DAYS, Rule("", "foitracker's advice: no law obliges anybody to acknowledge", Basis.OURS)
)
NUDGE = Limit(NUDGE_DAYS, Unit.DAYS, Rule("", "foitracker's advice", Basis.OURS))
CLOSES = Limit(
    2,
    Unit.MONTHS,
    Rule(
        "",
        "general knowledge",
        Basis.REGULATOR_GUIDANCE,
        "That an authority may close a request after about two months without your answer was not checked.",
    ),
)
TERM_DATES = "A school has 20 school days or 60 working days, whichever ends first; without its term dates there is only a range."
GRACE = (
    "The 2018 section 45 code treats a weekend or holiday arrival as received on the next working day: some authorities count "
    "one day later. We hold the chaser until then."
)


def enter_reply_dates(book: Book) -> ReplyDay | None:
    """Enter everything about the reply; return the day it is due under the period now running, if it can be told."""
    case = book.case
    _original(book)
    found = reply_day(case, case.period)
    running = found if not case.stopped else None
    if running is not None and case.period is not None:
        _reply_due(book, case.period, running)
        _extension_notice(book, case.period)
    _parts(book)
    _facts(book, found)
    _nudges(book)
    _fees(book)
    _children(book)
    return running


def _original(book: Book) -> None:
    """The first date computed, before any restart, pause or extension."""
    case = book.case
    if case.first_trigger is None:
        return
    span = plain_span(case, Period(case.first_trigger, Opening.RECEIVED))
    if span is not None:
        book.flat["original_response_due"] = span.day
    if case.rules.reply.unit is Unit.MONTHS:
        book.flat["corresponding_date"] = corresponding_date(case.first_trigger)


def _reply_due(book: Book, period: Period, due: ReplyDay) -> None:
    """The day itself, or the two ends of its range."""
    case, span = book.case, due.span
    grace = _grace(book, period, due)
    book.flat |= {
        "response_due": span.day,
        "overdue_from": span.day + ONE_DAY if span.day else None,
        "response_basis": due.basis,
        "school_day_20": span.school_day,
        "working_day_60": span.working_day_cap,
        "grace_until": grace,
    }
    entry = _entry(case, due, period)
    doubts = [*period.doubts, *_doubts_of_period(case, period)]
    if grace is not None:
        doubts.append(GRACE)
    if span.day is not None:
        steps = _steps(book, period, due)
        deadline = book.enter(
            entry,
            span.day,
            steps=steps,
            trigger=period.trigger,
            working_days=_working_days(case, period, span.day),
            doubts=doubts,
            chase_after=grace,
        )
        book.flat["chase_from"] = deadline.chase_from
    else:
        _range(book, period, span, entry, doubts)
    if due.later_promise is not None:
        _promise(book, due.later_promise, period)


def _range(book: Book, period: Period, span: Span, entry: Entry, doubts: list[str]) -> None:
    """A school without term dates, an archive: nothing is overdue before the later end (RULES.md 8, no. 18)."""
    case, variant = book.case, book.case.variant
    assert variant is not None  # noqa: S101 - only a variant has a range
    doubts.append(TERM_DATES if variant.school else variant.rule.doubt)
    earliest = replace(
        entry, kind=DeadlineKind.RESPONSE_DUE_EARLIEST, key="response_due_earliest", chase=False
    )
    latest = replace(
        entry, kind=DeadlineKind.RESPONSE_DUE_LATEST, key="response_due_latest", rule=variant.upper.rule
    )
    book.enter(
        earliest, span.earliest, trigger=period.trigger, working_days=case.rules.reply.number, doubts=doubts
    )
    steps = _count_steps(book, period, variant.upper.number, variant.upper.rule.section)
    last = book.enter(
        latest,
        span.latest,
        steps=steps,
        trigger=period.trigger,
        working_days=variant.upper.number,
        doubts=doubts,
    )
    book.flat |= {
        "response_due_earliest": span.earliest,
        "response_due_latest": span.latest,
        "needs": variant.needs,
        "chase_from": last.chase_from,
    }


def _entry(case: Case, due: ReplyDay, period: Period) -> Entry:
    rule = case.rules.reply.rule
    if due.basis is ResponseBasis.STATUTORY_MAX_40WD and case.rules.complexity_extension is not None:
        rule = case.rules.complexity_extension.rule
    elif due.basis is ResponseBasis.ICO_GUIDELINE_40WD and case.rules.public_interest_extension is not None:
        rule = case.rules.public_interest_extension.rule
    elif (
        due.basis is ResponseBasis.TARGET_WITHIN_GUIDELINE
        and case.rules.public_interest_extension is not None
    ):
        rule = replace(case.rules.public_interest_extension.rule, basis=Basis.AUTHORITY_PROMISE)
    elif case.variant is not None and due.span.day is not None:
        rule = case.variant.rule
    return Entry(
        DeadlineKind.RESPONSE_DUE,
        Party.AUTHORITY,
        rule,
        opens=_opens(case),
        met_on=case.reply.on if case.reply else None,
        closed=case.reply is not None or case.state is State.TRANSFERRED,
        caused_by=period.key,
    )


def _opens(case: Case) -> str:
    if case.rules.review_before_regulator:
        return (
            "After it: ask for a review, because no reply came. The Commissioner comes only after the review."
        )
    return "After it: chase. After a chaser, complain to the regulator directly."


def _grace(book: Book, period: Period, due: ReplyDay) -> date | None:
    """The day to which an authority that follows the 2018 code may count, where that is later (RULES.md 0, no. 2)."""
    if due.basis is not ResponseBasis.STATUTE:
        return None
    later = grace_span(book.case, period)
    return (
        later.day if later is not None and due.span.day is not None and later.latest > due.span.day else None
    )


def _steps(book: Book, period: Period, due: ReplyDay) -> tuple[Step, ...]:
    case, day = book.case, due.span.day
    if day is None or period.trigger is None:
        return ()
    if case.rules.reply.unit is Unit.MONTHS:
        return _month_steps(case, period, day)
    if due.span.school_day is not None:
        return _school_steps(book, period, due.span)
    if due.basis is ResponseBasis.TARGET_WITHIN_GUIDELINE:
        promised = f"They named {in_words(day)} themselves, within the regulator's 40 working days."
        return (*_count_steps(book, period, 20, "FOIA s.10(1)"), Step(promised, "FOIA s.17(2)", day))
    limit = case.rules.reply
    if due.guideline == day:
        limit = case.rules.public_interest_extension or case.rules.complexity_extension or limit
    return _count_steps(book, period, limit.number, limit.rule.section)


def _count_steps(book: Book, period: Period, days: int, section: str) -> tuple[Step, ...]:
    """The working of a plain count; of a paused one, with its pauses and without comparison."""
    case, trigger = book.case, period.trigger
    if trigger is None:
        return ()
    if not period.pauses:
        return steps_of_count(
            case.rules, case.calendar, case.holidays, period.opening, trigger, days, section
        )
    steps = [opening_step(case.calendar, period.opening, trigger, section)]
    fee = case.rules.fee.rule.section if case.rules.fee else section
    steps += [
        pause_step(pause.first, pause.last, disregarded(case.calendar, pause.first, pause.last), fee)
        for pause in period.pauses
        if pause.first and pause.last
    ]
    span = plain_span(case, period)
    if span is not None and span.day is not None and days == case.rules.reply.number:
        steps.append(Step(f"Day {days} is {in_words(span.day)}.", section, span.day))
    return tuple(steps)


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
        steps.append(Step(f"The last day is {in_words(day)}: no weekend or holiday ends it.", section, day))
    return tuple(steps)


def _school_steps(book: Book, period: Period, span: Span) -> tuple[Step, ...]:
    case, trigger = book.case, period.trigger
    assert case.variant is not None  # noqa: S101
    assert span.school_day is not None  # noqa: S101
    assert span.working_day_cap is not None  # noqa: S101
    assert trigger is not None  # noqa: S101
    section = case.variant.rule.section
    return (
        opening_step(case.calendar, period.opening, trigger, section),
        Step(f"The 20th school day is {in_words(span.school_day)}.", section, span.school_day),
        Step(f"The 60th working day is {in_words(span.working_day_cap)}.", section, span.working_day_cap),
        Step(f"The earlier of the two counts: {in_words(span.earliest)}.", section, span.earliest),
    )


def _working_days(case: Case, period: Period, day: date) -> int | None:
    """The number a strip picture ends with; None for months and where a pause makes plain counting wrong."""
    if case.rules.reply.unit is Unit.MONTHS or period.pauses or period.trigger is None:
        return None
    return case.calendar.count(period.trigger, day)


def _doubts_of_period(case: Case, period: Period) -> list[str]:
    doubts = []
    if period.opening is Opening.CLARIFIED or (period.pauses and case.rules.regime.value == "UKGDPR"):
        doubts.append(case.rules.clarification.doubt)
    if case.fee is not None and period.pauses and case.rules.fee is not None:
        doubts.append(case.rules.fee.rule.doubt)
    if case.rules.regime.value == "UKGDPR" and case.kind in POLICE:
        doubts.append(POLICE_SAR)
    return doubts


POLICE = frozenset(
    {AuthorityKind.POLICE_EW, AuthorityKind.POLICE_PSNI, AuthorityKind.POLICE_SCOTLAND, AuthorityKind.BTP}
)
POLICE_SAR = (
    "For law enforcement data (DPA 2018 Part 3) the ICO has said to count from the day after receipt; the record does not say "
    "which data these are."
)


def _promise(book: Book, promised: date, period: Period) -> None:
    """A promise beyond the guideline is kept beside it; the 40th day stays the day that counts."""
    rule = Rule("FOIA s.17(2)", "the authority's extension notice", Basis.AUTHORITY_PROMISE)
    reply = book.case.reply
    book.enter(
        Entry(
            DeadlineKind.PROMISED_REPLY,
            Party.AUTHORITY,
            rule,
            met_on=reply.on if reply else None,
            closed=reply is not None,
            caused_by=period.extensions[-1].event.key,
        ),
        promised,
        steps=(
            Step(
                f"They promised a reply by {in_words(promised)}, after the 40th working day.",
                rule.section,
                promised,
            ),
        ),
    )


def _extension_notice(book: Book, period: Period) -> None:
    """An extension has to be notified within the plain time (FOIA s.17(2), EIR reg 7(3), UK GDPR art 12(3))."""
    case = book.case
    limit = (
        case.rules.public_interest_extension or case.rules.complexity_extension or case.rules.further_months
    )
    span = plain_span(case, period)
    if limit is None or span is None or span.day is None or period.trigger is None:
        return
    book.flat["extension_notice_due"] = span.day
    given = period.extensions[0].event.on if period.extensions else None
    entry = Entry(
        DeadlineKind.EXTENSION_NOTICE_DUE,
        Party.AUTHORITY,
        replace(limit.rule, basis=Basis.STATUTE),
        chase=False,
        met_on=given,
        closed=bool(period.extensions) or case.reply is not None or case.state is State.TRANSFERRED,
        caused_by=period.key,
    )
    steps = _steps(book, period, ReplyDay(span, ResponseBasis.STATUTE))
    days = _working_days(case, period, span.day)
    book.enter(entry, span.day, steps=steps, trigger=period.trigger, working_days=days)


def _parts(book: Book) -> None:
    """Questions that a clarification about them alone started afresh run beside the rest (RULES.md 2.3)."""
    case = book.case
    for covers, period in case.part_periods.items():
        names = ",".join(covers)
        answered = next((p for p in case.partials if set(covers) <= set(p.covers)), case.reply)
        due = reply_day(case, period)
        if due is None or due.span.day is None:
            continue
        entry = replace(
            _entry(case, due, period),
            key=f"response_due:{names}",
            met_on=answered.on if answered else None,
            closed=answered is not None,
        )
        book.enter(
            entry,
            due.span.day,
            steps=_steps(book, period, due),
            trigger=period.trigger,
            working_days=_working_days(case, period, due.span.day),
            doubts=_doubts_of_period(case, period),
        )


def _facts(book: Book, found: ReplyDay | None) -> None:
    """What the record shows about lateness and extensions."""
    case = book.case
    book.flat |= {
        "restarts": case.restarts,
        "late_clarification": case.late_clarification,
        "working_days_late": case.working_days_late,
        "extension_valid": case.extension_valid,
        "extension_notice_late": case.extension_notice_late,
        "fee_pay_by": case.fee_pay_by,
        "working_days_disregarded": case.working_days_disregarded,
        "response_late": _late(book, found),
    }


def _late(book: Book, found: ReplyDay | None) -> bool | None:
    """Whether the reply came after its day; issuing counts (FOISA s.74). None where the days don't tell."""
    case = book.case
    if case.reply is None or case.reply.on is None:
        return None
    if case.stopped:
        return bool(case.late_clarification)
    if found is None or found.span.earliest < case.reply.on <= found.span.latest:
        return None
    late = case.reply.on > found.span.latest
    if late:
        _note_lateness(case, found.span.latest, case.reply.on)
    return late


def _note_lateness(case: Case, due_on: date, replied_on: date) -> None:
    try:
        days = case.calendar.count(due_on, replied_on)
    except OutsideTable:
        return
    plural = "" if days == 1 else "s"
    case.note(
        f"The reply of {in_words(replied_on)} came {days} working day{plural} after {in_words(due_on)}.",
        case.rules.reply.rule.section,
        replied_on,
    )


def _nudges(book: Book) -> None:
    """Reminders to the requester that are ours, not the law's."""
    case = book.case
    question = case.question or next(iter(case.part_questions.values()), None)
    if question is not None and case.reply is None:
        _open_question(book, question)
    if case.state is State.SENT:
        first = next((sending for sending in case.sendings if sending.on is not None), None)
        if first is not None:
            entry = Entry(
                DeadlineKind.ACKNOWLEDGEMENT_NUDGE, Party.REQUESTER, ACKNOWLEDGEMENT.rule, caused_by=first.key
            )
            book.count(entry, ACKNOWLEDGEMENT, first.on, Opening.SENT)


def _open_question(book: Book, question: ClockEvent) -> None:
    if question.on is None:
        return
    nudge_on = question.on + timedelta(days=NUDGE_DAYS)
    book.flat["nudge_on"] = nudge_on
    asked = f"They asked for clarification on {in_words(question.on)}; the clock waits for your answer."
    entry = Entry(DeadlineKind.CLARIFICATION_NUDGE, Party.REQUESTER, NUDGE.rule, caused_by=question.key)
    book.enter(
        entry,
        nudge_on,
        steps=(Step(asked, book.case.rules.clarification.section, question.on),),
        trigger=question.on,
    )
    closes = Entry(DeadlineKind.CLARIFICATION_CLOSES, Party.REQUESTER, CLOSES.rule, caused_by=question.key)
    closes_on = add_months(question.on, CLOSES.number)
    text = f"About two months after their question, on {in_words(closes_on)}, they may close the request."
    book.enter(closes, closes_on, steps=(Step(text, "", closes_on),), trigger=question.on)


def _fees(book: Book) -> None:
    """Until when the fee can be paid; after that day the request lapses (FOIA s.9(2))."""
    case, fee = book.case, book.case.rules.fee
    if case.fee is None or case.fee_pay_by is None or fee is None:
        return
    if case.fee_open:
        book.flat["lapses_on"] = case.fee_pay_by + ONE_DAY
    entry = Entry(
        DeadlineKind.FEE_PAY_BY,
        Party.REQUESTER,
        fee.rule,
        opens="After it the request lapses: the authority need not go on with it.",
        closed=case.fee_settled or case.reply is not None,
        caused_by=case.fee.key,
    )
    book.count(entry, fee, case.fee.on, Opening.FEE_NOTICE)


def _children(book: Book) -> None:
    """The transferee's or the narrowed request's own date, counted from its own receipt."""
    for place, event in enumerate(book.case.children):
        child = _child_case(book.case, event)
        period = Period(event.on, Opening.CHILD, event.key)
        due = reply_day(child, period)
        if due is None or due.span.day is None:
            book.doubts.update(child.doubts)
            continue
        book.flat["child_response_due"] = due.span.day
        entry = Entry(
            DeadlineKind.CHILD_RESPONSE_DUE,
            Party.AUTHORITY,
            child.rules.reply.rule,
            key=f"child_response_due:{place + 1}" if place else "child_response_due",
            opens="It has a clock of its own.",
            caused_by=event.key,
        )
        days = _working_days(child, period, due.span.day)
        book.enter(entry, due.span.day, steps=_steps(book, period, due), trigger=event.on, working_days=days)


def _child_case(case: Case, event: ClockEvent) -> Case:
    kind = case.kind
    named = case.transfer.to if case.transfer and event.kind.value == "received_by_transferee" else None
    if named is not None:
        kind = AuthorityKind(named) if named in set(AuthorityKind) else AuthorityKind.OTHER
    variant = variant_for(case.rules.regime, kind)
    closures = (
        event.non_school_days
        if event.non_school_days is not None
        else (case.closures if named is None else None)
    )
    return Case(case.rules, kind, variant, case.calendar, case.holidays, [], closures=closures)
