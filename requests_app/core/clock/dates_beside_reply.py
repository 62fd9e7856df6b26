"""Dates beside the reply: reminders of ours to the requester, the fee, and the clocks of linked requests."""

from __future__ import annotations

from datetime import date, timedelta

from requests_app.core.clock.book import ONE_DAY, Book, Entry
from requests_app.core.clock.case import Case, Opening, Period
from requests_app.core.clock.dates_of_reply import due_entry, enter_due, grace_day
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.clock.reply_days import reply_day
from requests_app.core.clock.wording import in_words
from requests_app.core.regimes import GENERAL_KNOWLEDGE, Limit, Rule, Unit, add_months, variant_for
from requests_app.core.states import AuthorityKind, Basis, DeadlineKind, EventKind, Party, State

NUDGE_DAYS = 14
ACKNOWLEDGEMENT_WORKING_DAYS = 5
CLOSES_AFTER_MONTHS = 2
MAY_CLOSE = (
    "That an authority may close a request after about two months without your answer was not checked."
)


def enter_dates_beside_reply(book: Book) -> None:
    """Enter what the requester is reminded of, the fee, and the clocks of linked requests."""
    case = book.case
    question = case.question or next(iter(case.part_questions.values()), None)
    if question is not None and question.on is not None and case.reply is None:
        _open_question(book, question, question.on)
    if case.state is State.SENT:
        _acknowledgement(book)
    _fees(book)
    _children(book)


def _acknowledgement(book: Book) -> None:
    """Five working days after sending, with no word of its arrival: ask (RULES.md 6, L1)."""
    first = next((sending for sending in book.case.sendings if sending.on is not None), None)
    if first is None:
        return
    rule = Rule(
        book.case.rules.reply.rule.section, "our advice: no law obliges anybody to acknowledge", Basis.OURS
    )
    entry = Entry(DeadlineKind.ACKNOWLEDGEMENT_NUDGE, Party.REQUESTER, rule, caused_by=first.key)
    limit = Limit(ACKNOWLEDGEMENT_WORKING_DAYS, Unit.WORKING_DAYS, rule)
    book.count(entry, limit, first.on, Opening.SENT)


def _open_question(book: Book, question: ClockEvent, asked_on: date) -> None:
    """Their question waits for the requester: our reminder after two weeks, and when they may give up."""
    section = book.case.rules.clarification.section
    nudge_on = asked_on + timedelta(days=NUDGE_DAYS)
    book.flat["nudge_on"] = nudge_on
    asked = f"They asked for clarification on {in_words(asked_on)}; the clock waits for your answer."
    nudge = Rule(section, "our advice", Basis.OURS)
    entry = Entry(DeadlineKind.CLARIFICATION_NUDGE, Party.REQUESTER, nudge, caused_by=question.key)
    book.enter(entry, nudge_on, steps=(Step(asked, section, asked_on),), trigger=asked_on)
    practice = Rule(section, GENERAL_KNOWLEDGE, Basis.REGULATOR_GUIDANCE, MAY_CLOSE)
    closes = Entry(DeadlineKind.CLARIFICATION_CLOSES, Party.REQUESTER, practice, caused_by=question.key)
    closes_on = add_months(asked_on, CLOSES_AFTER_MONTHS)
    text = f"About two months after their question, on {in_words(closes_on)}, they may close the request."
    book.enter(closes, closes_on, steps=(Step(text, section, closes_on),), trigger=asked_on)


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
        book.doubts.update(child.doubts)
        if due is None:
            continue
        if due.span.day is not None:
            book.flat["child_response_due"] = due.span.day
        kind = DeadlineKind.CHILD_RESPONSE_DUE
        entry = due_entry(child, period, due)._replace(
            kind=kind, key=f"{kind}:{place + 1}" if place else str(kind), opens="It has a clock of its own."
        )
        enter_due(book, entry, child, period, due, grace_day(child, period, due))


def _child_case(case: Case, event: ClockEvent) -> Case:
    kind = case.kind
    named = case.transfer.to if case.transfer and event.kind is EventKind.RECEIVED_BY_TRANSFEREE else None
    if named is not None:
        kind = AuthorityKind(named) if named in set(AuthorityKind) else AuthorityKind.OTHER
    variant = variant_for(case.rules.regime, kind)
    closures = (
        event.non_school_days
        if event.non_school_days is not None
        else (case.closures if named is None else None)
    )
    return Case(case.rules, kind, variant, case.calendar, case.holidays, [], closures=closures)
