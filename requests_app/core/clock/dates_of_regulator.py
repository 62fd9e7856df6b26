"""The regulator, the decision and the tribunal or court: from when, until when; and similar requests in a campaign."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.book import ONE_DAY, Book, Entry
from requests_app.core.clock.case import Case, Opening, Review
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.clock.wording import in_words
from requests_app.core.regimes import Limit, Rule, Unit
from requests_app.core.states import Basis, DeadlineKind, EventKind, Party, State

if TYPE_CHECKING:
    from requests_app.core.clock.reply_days import ReplyDay

PROMPT = Limit(
    10,
    Unit.WORKING_DAYS,
    Rule("FOIA s.50", "WhatDoTheyKnow help pages (23 Jul 2026)", Basis.REGULATOR_GUIDANCE),
)
RULE_12 = (
    "That a tribunal time limit ending on a non-working day moves to the next working day (GRC Rules rule 12) was not checked; "
    "don't rely on it."
)


def enter_regulator_dates(book: Book, due: ReplyDay | None) -> None:
    """Enter complaint, decision and appeal; ``due``: when the reply is due under the period now running, if known."""
    case = book.case
    book.flat["regulator_direct"] = regulator_direct(case)
    if case.review is not None and case.review.outcome is not None:
        _complaint_after_outcome(book, case.review.outcome)
    elif case.review is not None:
        _complaint_after_silent_review(book, case.review)
    elif due is not None and case.reply is None and book.flat["regulator_direct"]:
        last = max(due.span.latest, book.flat.get("grace_until") or due.span.latest)
        book.flat["complaint_from"] = last + ONE_DAY
    if case.case_opened is not None and case.reply is None:
        entry = Entry(
            DeadlineKind.REGULATOR_PROMPT,
            Party.AUTHORITY,
            PROMPT.rule,
            chase=False,
            caused_by=case.case_opened.key,
        )
        book.count(entry, PROMPT, case.case_opened.on, Opening.CASE_OPENED)
    if case.decision is not None:
        _decision(book, case.decision)
    if case.planned is not None:
        _aggregation(book)


def regulator_direct(case: Case) -> bool | None:
    """Whether the requester may go to the regulator without a review: after silence yes, after a reply it is expected.

    In Scotland never (RULES.md 0, no. 5). None where there is no request to complain about.
    """
    if case.period is None or case.state is State.DRAFT:
        return None
    if case.rules.review_before_regulator:
        return False
    return case.rules.review_request is None or (
        case.reply is None and case.review is None and not case.handed_over
    )


def _complaint_after_outcome(book: Book, outcome: ClockEvent) -> None:
    case, limit = book.case, book.case.rules.complaint
    # FOISA s.47(4)(a) runs from receipt of the outcome; the ICO's six weeks from the letter itself.
    since = outcome.reached_requester_on if case.rules.scottish else outcome.on
    book.flat["complaint_from"] = since
    if limit is not None:
        entry = _complaint(book, limit)
        book.flat["complaint_by"] = _count_from(
            book, entry, limit, since, f"The review was answered on {in_words(since)}"
        )


def _complaint_after_silent_review(book: Book, review: Review) -> None:
    """No answer: from the day after the outer limit; in Scotland six months run from the end of the time (s.47(4)(b))."""
    case, limit = book.case, book.case.rules.complaint
    last = book.flat.get("review_due_latest") or book.flat.get("review_due")
    if last is None or review.outcome is not None:
        return
    book.flat["complaint_from"] = max(last, review.grace_until or last) + ONE_DAY
    if case.rules.scottish and limit is not None:
        words = f"The time for answering the review ended on {in_words(last)}"
        book.flat["complaint_by"] = _count_from(book, _complaint(book, limit), limit, last, words)


def _complaint(book: Book, limit: Limit) -> Entry:
    regulated = (EventKind.ICO_COMPLAINT, EventKind.SIC_APPLICATION, EventKind.ICO_CASE_OPENED)
    made = next((event for event in book.case.events if event.kind in regulated), None)
    return Entry(
        DeadlineKind.COMPLAINT_BY,
        Party.REQUESTER,
        limit.rule,
        opens="After it the regulator may refuse the complaint as late.",
        met_on=made.on if made else None,
        closed=made is not None or book.case.decision is not None,
    )


def _decision(book: Book, decision: ClockEvent) -> None:
    """Comply within the days the notice gives; appeal within 28 days of sending, or 42 of intimation in Scotland."""
    case, since = book.case, decision.reached_requester_on if book.case.rules.scottish else decision.on
    words = f"The decision is dated {in_words(since)}"
    _compliance(book, decision)
    limit = case.rules.appeal
    if limit is None or since is None:
        return
    kind = DeadlineKind.COURT_OF_SESSION_BY if case.rules.scottish else DeadlineKind.TRIBUNAL_APPEAL_BY
    entry = Entry(
        kind,
        Party.REQUESTER,
        limit.rule,
        opens="After it an appeal needs leave to be late.",
        met_on=case.appeal.on if case.appeal else None,
        closed=case.appeal is not None,
        caused_by=decision.key,
    )
    by = _count_from(book, entry, limit, since, words)
    if by is None:
        return
    book.flat[str(kind)] = by
    if not case.rules.scottish:
        _outer_limit(book, by)


def _compliance(book: Book, decision: ClockEvent) -> None:
    usual = book.case.rules.compliance
    days = decision.compliance_days or (usual.number if usual else None)
    if days is None or decision.on is None:
        return
    rule = usual.rule if usual else Rule("FOISA s.49(6)", "the decision notice", Basis.NOTICE)
    limit = Limit(days, Unit.DAYS, rule)
    entry = Entry(
        DeadlineKind.COMPLIANCE_BY,
        Party.AUTHORITY,
        rule,
        opens="After it: report it to the regulator.",
        caused_by=decision.key,
    )
    stated = (
        "the notice says"
        if decision.compliance_days
        else "the notice's own number is not on record; the usual is"
    )
    words = f"The decision is dated {in_words(decision.on)}; {stated} {days} days"
    book.flat["compliance_by"] = _count_from(book, entry, limit, decision.on, words)


def _outer_limit(book: Book, by: date) -> None:
    """GRC rule 12: a limit that ends on a non-working day moves on. We remind for the working day before."""
    calendar = book.case.calendar
    try:
        if calendar.is_working_day(by):
            return
        outer, before = calendar.next_working_day(by), calendar.previous_working_day(by)
    except OutsideTable as outside:
        book.doubts[str(outside)] = None
        return
    book.flat["tribunal_outer_limit"] = outer
    book.doubts[RULE_12] = None
    book.case.note(
        f"{in_words(by)} is not a working day: let the appeal arrive by {in_words(before)}. The tribunal's rules move the limit "
        f"to {in_words(outer)}.",
        "GRC Rules rule 12",
        outer,
    )


def _aggregation(book: Book) -> None:
    """Fees Regulations reg 5(2)(b): 60 consecutive working days of which the first receipt is the first."""
    case, limit, received = book.case, book.case.rules.aggregation, book.case.first_trigger
    if limit is None:
        case.note(f"Under {case.rules.regime} requests are not added up for a cost limit.", "", None)
        return
    if received is None:
        return
    try:
        days = limit.number - case.calendar.is_working_day(received)
        until = case.calendar.add_working_days(received, days)
        book.flat |= {
            "aggregation_until": until,
            "aggregation_clear_from": case.calendar.next_working_day(until),
        }
    except OutsideTable as outside:
        book.doubts[str(outside)] = None
        return
    case.note(
        f"Similar requests that reach this authority up to {in_words(until)}, 60 working days counting the day of receipt, may be "
        "added together against the cost limit.",
        limit.rule.section,
        until,
    )


def _count_from(book: Book, entry: Entry, limit: Limit, since: date | None, words: str) -> date | None:
    """A limit in days or months counted from ``since``, its working in words of its own."""
    if since is None:
        return None
    due_on = limit.after(since, book.case.calendar)
    step = Step(f"{words}; {limit} from then end on {in_words(due_on)}.", limit.rule.section, due_on)
    book.enter(entry, due_on, steps=(step,), trigger=since)
    return due_on
