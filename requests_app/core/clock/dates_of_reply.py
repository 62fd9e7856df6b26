"""The dates of the reply itself: due, range, grace, extension notice, nudges, fees, and the parts that run apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.book import ONE_DAY, Book, Entry, names_of
from requests_app.core.clock.case import Case, Opening, Period
from requests_app.core.clock.records import Deadline, Step
from requests_app.core.clock.reply_days import (
    ReplyDay,
    corresponding_date,
    grace_span,
    plain_span,
    reply_day,
    working_days_of,
)
from requests_app.core.clock.wording import in_words
from requests_app.core.clock.words_of_reply import steps_of_reply
from requests_app.core.regimes import Rule, Unit, statutory
from requests_app.core.states import AuthorityKind, Basis, DeadlineKind, Party, Regime, ResponseBasis

TERM_DATES = "A school has 20 school days or 60 working days, whichever ends first; without its term dates there is only a range."
SCOTTISH_GRACE = (
    "In Decision 092/2026 the Scottish Commissioner seems to have counted what came on a Sunday from the Monday (the full text "
    "was not seen). We hold the chaser for that day."
)
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
    if not case.stopped:
        _parts(book)
    for place, promise in enumerate(case.promises, start=1):
        if promise.target is not None:
            rule = Rule(case.rules.reply.rule.section, "the authority's letter", Basis.AUTHORITY_PROMISE)
            text = f"They promised a reply by {in_words(promise.target)}; the day the law sets stands."
            _promise(book, rule, promise.target, text, promise.key, key=f":{place}")
    _facts(book, found)
    return running


def _original(book: Book) -> None:
    """The first date computed, before any restart, pause or extension."""
    case = book.case
    if case.first_trigger is None:
        return
    period = case.period
    if period is None or period.trigger != case.first_trigger or period.pauses:
        period = Period(case.first_trigger, Opening.RECEIVED)
    span = plain_span(case, period)
    if span is not None:
        book.flat["original_response_due"] = span.day
    if case.rules.reply.unit is Unit.MONTHS:
        book.flat["corresponding_date"] = corresponding_date(case.first_trigger)


def _reply_due(book: Book, period: Period, due: ReplyDay) -> None:
    """The day itself, or the two ends of its range."""
    case, span = book.case, due.span
    grace = grace_day(case, period, due)
    deadline = enter_due(book, due_entry(case, period, due), case, period, due, grace)
    book.flat |= {
        "response_due": span.day,
        "overdue_from": span.day + ONE_DAY if span.day else None,
        "response_basis": due.basis,
        "school_day_20": span.school_day,
        "working_day_60": span.working_day_cap,
        "grace_until": grace,
        "chase_from": deadline.chase_from,
    }
    if span.day is None and case.variant is not None:
        book.flat |= {
            "response_due_earliest": span.earliest,
            "response_due_latest": span.latest,
            "needs": case.variant.needs,
        }
    if due.later_promise is not None:
        rule = Rule("FOIA s.17(2)", "the authority's extension notice", Basis.AUTHORITY_PROMISE)
        text = f"They promised a reply by {in_words(due.later_promise)}, after the 40th working day."
        _promise(book, rule, due.later_promise, text, period.extensions[-1].event.key)


def enter_due(
    book: Book, entry: Entry, case: Case, period: Period, due: ReplyDay, grace: date | None
) -> Deadline:
    """Enter the day a reply is due under ``period``; of a range its later end, with the earlier one in the working.

    Nothing is overdue before the later end (RULES.md 8, no. 18). ``case`` is another than the book's for a linked
    request.
    """
    span = due.span
    doubts = [*period.doubts, *_doubts_of_period(case, period)]
    if grace is not None:
        doubts.append(SCOTTISH_GRACE if case.rules.scottish else GRACE)
    if span.day is None and case.variant is not None:
        doubts.append(TERM_DATES if case.variant.school else case.variant.rule.doubt)
    return book.enter(
        entry,
        span.latest,
        steps=steps_of_reply(case, period, due),
        trigger=period.trigger,
        working_days=working_days_of(case, period, span.latest),
        by_holidays=True,
        doubts=doubts,
        chase_after=grace,
    )


def due_entry(case: Case, period: Period, due: ReplyDay, *, part: str = "") -> Entry:
    """What the day of a reply is and rests on; of a range, its later end. ``part`` names the questions it is about."""
    kind = DeadlineKind.RESPONSE_DUE if due.span.day else DeadlineKind.RESPONSE_DUE_LATEST
    return Entry(
        kind,
        Party.AUTHORITY,
        _rule_of(case, due),
        key=f"{kind}:{part}" if part else str(kind),
        opens=_opens(case),
        met_on=case.reply.on if case.reply else None,
        closed=case.reply is not None or case.handed_over,
        caused_by=period.key,
    )


def _rule_of(case: Case, due: ReplyDay) -> Rule:
    """The variant's rule for a school or archive, the extension's where one stands, else that of the plain limit."""
    public_interest, complexity = case.rules.public_interest_extension, case.rules.complexity_extension
    if due.span.day is None and case.variant is not None:
        return case.variant.rule
    if due.basis is ResponseBasis.STATUTORY_MAX_40WD and complexity is not None:
        return complexity.rule
    if due.basis is ResponseBasis.ICO_GUIDELINE_40WD and public_interest is not None:
        return public_interest.rule
    if due.basis is ResponseBasis.TARGET_WITHIN_GUIDELINE and public_interest is not None:
        return replace(public_interest.rule, basis=Basis.AUTHORITY_PROMISE)
    return case.variant.rule if case.variant is not None else case.rules.reply.rule


def _opens(case: Case) -> str:
    if case.rules.review_before_regulator:
        return (
            "After it: ask for a review, because no reply came. The Commissioner comes only after the review."
        )
    return "After it: chase. After a chaser, complain to the regulator directly."


def grace_day(case: Case, period: Period, due: ReplyDay) -> date | None:
    """The day to which an authority that follows the 2018 code may count, where that is later (RULES.md 0, no. 2)."""
    if due.basis is not ResponseBasis.STATUTE:
        return None
    later = grace_span(case, period)
    return later.latest if later is not None and later.latest > due.span.latest else None


def _doubts_of_period(case: Case, period: Period) -> list[str]:
    doubts = []
    if period.opening is Opening.CLARIFIED or (period.pauses and case.rules.regime is Regime.UKGDPR):
        doubts.append(case.rules.clarification.doubt)
    if case.fee is not None and period.pauses and case.rules.fee is not None:
        doubts.append(case.rules.fee.rule.doubt)
    if case.rules.regime is Regime.UKGDPR and case.kind in POLICE:
        doubts.append(POLICE_SAR)
    return doubts


POLICE = frozenset(
    {AuthorityKind.POLICE_EW, AuthorityKind.POLICE_PSNI, AuthorityKind.POLICE_SCOTLAND, AuthorityKind.BTP}
)
POLICE_SAR = (
    "For law enforcement data (DPA 2018 Part 3) the ICO has said to count from the day after receipt; the record does not say "
    "which data these are."
)


def _promise(book: Book, rule: Rule, promised: date, text: str, caused_by: str, *, key: str = "") -> None:
    """A day they named themselves is kept beside the one that counts."""
    reply, kind = book.case.reply, DeadlineKind.PROMISED_REPLY
    entry = Entry(
        kind,
        Party.AUTHORITY,
        rule,
        key=f"{kind}{key}",
        met_on=reply.on if reply else None,
        closed=reply is not None,
        caused_by=caused_by,
    )
    book.enter(entry, promised, steps=(Step(text, rule.section, promised),))


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
        statutory(limit.rule),
        chase=False,
        met_on=given,
        closed=bool(period.extensions) or case.reply is not None or case.handed_over,
        caused_by=period.key,
    )
    reply = book.deadlines.get("response_due")
    if reply is not None and reply.due_on == span.day:
        steps = reply.working
    else:
        steps = steps_of_reply(case, period, ReplyDay(span, ResponseBasis.STATUTE))
    days = working_days_of(case, period, span.day)
    book.enter(entry, span.day, steps=steps, trigger=period.trigger, working_days=days, by_holidays=True)


def _parts(book: Book) -> None:
    """Questions that a clarification about them alone started afresh run beside the rest (RULES.md 2.3)."""
    case = book.case
    for covers, period in case.part_periods.items():
        due = reply_day(case, period)
        if due is None:
            continue
        entry = due_entry(case, period, due, part=names_of(covers))
        answered = next((partial for partial in case.partials if set(covers) <= set(partial.covers)), None)
        if answered is not None:
            entry = entry._replace(met_on=answered.on, closed=True)
        enter_due(book, entry, case, period, due, grace_day(case, period, due))


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
