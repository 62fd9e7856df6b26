"""The dates of the internal review: until when to ask, and by when it must be answered."""

from __future__ import annotations

from datetime import date

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.book import Book, Entry, names_of
from requests_app.core.clock.case import Case, Opening, Review
from requests_app.core.clock.dates_of_reply import SCOTTISH_GRACE
from requests_app.core.clock.records import ClockEvent, Step
from requests_app.core.clock.reply_days import ReplyDay
from requests_app.core.clock.wording import in_words
from requests_app.core.regimes import KEEPER_REVIEW, Limit, Rule, WindowFrom
from requests_app.core.states import AuthorityKind, Basis, DeadlineKind, EventKind, Party, Regime

SAFE = "The Commissioner's guidance counts from receipt of the reply: ask by this earlier day to be safe."
NO_WINDOW = "The record does not tell when the time to reply ended, so the window is counted from the reply."
_WHERE_PROMISED = {
    EventKind.REVIEW_ACKNOWLEDGED: "the authority's acknowledgement",
    EventKind.REVIEW_EXTENDED: "the authority's notice of extension",
    EventKind.OTHER_CORRESPONDENCE: "the authority's letter",
}
LATE_REQUEST = (
    "The review was asked for after the time to ask; it may still be accepted, but count on nothing."
)


def enter_review_dates(book: Book, due: ReplyDay | None) -> None:
    """Enter the windows to ask for a review and the days for its answer. ``due``: when the reply was due, if known."""
    case = book.case
    limit = case.rules.review_request
    if limit is None:
        return
    seen: set[str] = set()
    for place, partial in enumerate(case.partials, start=1):
        names = names_of(partial.covers) or f"part {place}"
        _window(book, limit, partial, due, key=f":{names}" if names not in seen else f":{names}:{place}")
        seen.add(names)
    if case.reply is not None:
        book.flat["review_request_by"] = _window(book, limit, case.reply, due)
    elif due is not None and not case.handed_over:
        _window_after_silence(book, limit, due)
    if case.review is not None:
        _note_late_request(book, case.review)
        _answer(book, case.review)


def _window(book: Book, limit: Limit, reply: ClockEvent, due: ReplyDay | None, key: str = "") -> date | None:
    """40 working days from the reply; in Scotland from the end of the time to reply, or from a late reply."""
    case = book.case
    entry = _request_entry(case, limit, key, caused_by=reply.key)
    if case.rules.review_request_from is WindowFrom.REPLY:
        return book.count(entry, limit, reply.on, Opening.REPLY)
    if due is None or due.span.day is None:
        if reply.on is not None:
            book.doubts[NO_WINDOW] = None
        return book.count(entry, limit, reply.reached_requester_on, Opening.REPLY_REACHED_YOU)
    if reply.on is None:
        return None
    if reply.on > due.span.day:
        return book.count(entry, limit, reply.reached_requester_on, Opening.LATE_REPLY)
    by = book.count(entry, limit, due.span.day, Opening.END_OF_TIME)
    _safe_day(book, limit, reply, by, key)
    return by


def _safe_day(book: Book, limit: Limit, reply: ClockEvent, by: date | None, key: str) -> None:
    """Guidance of the Scottish Commissioner counts from receipt of the reply; the earlier of the two is safe."""
    rule = Rule(
        limit.rule.section, "Scottish Information Commissioner's guidance", Basis.REGULATOR_GUIDANCE, SAFE
    )
    kind = DeadlineKind.REVIEW_REQUEST_BY_SAFE
    entry = Entry(
        kind,
        Party.REQUESTER,
        rule,
        f"{kind}{key}",
        met_on=_asked_on(book.case),
        closed=book.case.review is not None,
        caused_by=reply.key,
    )
    safe = book.count(entry, limit, reply.reached_requester_on, Opening.REPLY_REACHED_YOU)
    if safe is None:
        return
    if by is not None and safe >= by:
        book.deadlines.pop(entry.key)
        book.doubts.pop(SAFE, None)
    elif not key:
        book.flat["review_request_by_safe"] = safe


def _window_after_silence(book: Book, limit: Limit, due: ReplyDay) -> None:
    """Where review is a right, silence can be reviewed too: 40 working days from the day that was missed."""
    case = book.case
    if case.rules.regime is Regime.FOIA or due.span.day is None:
        return
    key = ":silence" if case.partials else ""
    by = book.count(_request_entry(case, limit, key), limit, due.span.day, Opening.END_OF_TIME)
    if not case.partials:
        book.flat["review_request_by"] = by


def _request_entry(case: Case, limit: Limit, key: str, caused_by: str = "") -> Entry:
    return Entry(
        DeadlineKind.REVIEW_REQUEST_BY,
        Party.REQUESTER,
        limit.rule,
        key=f"{DeadlineKind.REVIEW_REQUEST_BY}{key}",
        opens="After it a review may be refused."
        if not case.rules.review_before_regulator
        else ("After it a review may be refused, and without a review there is no way to the Commissioner."),
        met_on=_asked_on(case),
        closed=case.review is not None,
        caused_by=caused_by,
    )


def _asked_on(case: Case) -> date | None:
    return case.review.asked.on if case.review else None


def _note_late_request(book: Book, review: Review) -> None:
    by = book.flat.get("review_request_by")
    if by is not None and review.asked.on is not None and review.asked.on > by:
        book.doubts[LATE_REQUEST] = None


def _answer(book: Book, review: Review) -> None:
    """FOIA 20 and exceptionally 40 (code); EIR 40, FOISA and EI(S)R 20 (statute); from receipt."""
    case, limit = book.case, book.case.rules.review_answer
    if limit is None:
        return
    opens = (
        "After it: go to the Commissioner." if case.rules.scottish else "After it: chase, then the regulator."
    )
    book.flat["review_due"] = _review_day(book, review, limit, DeadlineKind.REVIEW_DUE, opens)
    latest = case.rules.review_answer_latest
    if case.kind is AuthorityKind.KEEPER and case.rules.regime is Regime.FOISA:
        latest = KEEPER_REVIEW
    if latest is not None:
        book.flat["review_due_latest"] = _review_day(
            book, review, latest, DeadlineKind.REVIEW_DUE_LATEST, opens
        )
    for place, promise in enumerate(review.promises):
        _promised(book, review, promise, limit.rule.section, place)


def _review_day(book: Book, review: Review, limit: Limit, kind: DeadlineKind, opens: str) -> date | None:
    outcome = review.outcome
    entry = Entry(
        kind,
        Party.AUTHORITY,
        limit.rule,
        opens=opens,
        met_on=outcome.on if outcome else None,
        closed=outcome is not None,
        caused_by=review.asked.key,
    )
    grace = _grace_of_review(book.case, review, limit)
    if grace is None:
        return book.count(entry, limit, review.trigger, Opening.REVIEW)
    review.grace_until = grace
    if outcome is None:
        book.flat["grace_until"] = max(book.flat.get("grace_until") or grace, grace)
    return book.count(
        entry, limit, review.trigger, Opening.REVIEW, doubts=(SCOTTISH_GRACE,), chase_after=grace
    )


def _grace_of_review(case: Case, review: Review, limit: Limit) -> date | None:
    """In Scotland, what came on a day off is given the day the Commissioner seems to give it (RULES.md 1.3)."""
    trigger, calendar = review.trigger, case.calendar
    if trigger is None or not case.rules.scottish:
        return None
    try:
        if calendar.is_working_day(trigger):
            return None
        return limit.after(calendar.next_working_day(trigger), calendar)
    except OutsideTable:
        return None


def _promised(book: Book, review: Review, promise: ClockEvent, section: str, place: int) -> None:
    """A day named for the answer; each that was named stays on record."""
    if promise.target is None:
        return
    rule = Rule(section, _WHERE_PROMISED[promise.kind], Basis.AUTHORITY_PROMISE)
    outcome, kind = review.outcome, DeadlineKind.PROMISED_REVIEW
    entry = Entry(
        kind,
        Party.AUTHORITY,
        rule,
        key=f"{kind}:{place + 1}" if place else str(kind),
        met_on=outcome.on if outcome else None,
        closed=outcome is not None,
        caused_by=promise.key,
    )
    text = f"They promised an answer to the review by {in_words(promise.target)}."
    book.enter(entry, promise.target, steps=(Step(text, rule.section, promise.target),))
