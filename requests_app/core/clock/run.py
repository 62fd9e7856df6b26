"""Events in; state, deadlines and the working out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from requests_app.core.calendars import HolidayTable, calendar_for
from requests_app.core.clock.book import Book
from requests_app.core.clock.case import Case
from requests_app.core.clock.dates_beside_reply import enter_dates_beside_reply
from requests_app.core.clock.dates_of_regulator import enter_regulator_dates
from requests_app.core.clock.dates_of_reply import enter_reply_dates
from requests_app.core.clock.dates_of_review import enter_review_dates
from requests_app.core.clock.happenings import happen
from requests_app.core.clock.order import effect_order
from requests_app.core.clock.records import Clock, ClockEvent, Deadline, Step, frozen
from requests_app.core.regimes import mismatch, rules_for, variant_for
from requests_app.core.states import AuthorityKind, DeadlineKind, Regime, State


def run_clock(
    *,
    regime: Regime,
    authority_kind: AuthorityKind,
    events: Iterable[ClockEvent],
    holidays: HolidayTable,
    today: date | None = None,
) -> Clock:
    """The clock of one request: its state and every date that follows from its events.

    ``events`` may come in any order and ``on`` may be None where a day is not stated. Only ``overdue`` depends on
    ``today``. Raises ClockError where events contradict each other.
    """
    case = Case(
        rules=rules_for(regime),
        kind=authority_kind,
        variant=variant_for(regime, authority_kind),
        calendar=calendar_for(regime, holidays),
        holidays=holidays,
        events=effect_order(events),
    )
    case.doubt(mismatch(regime, authority_kind))
    for event in case.events:
        happen(case, event)
    book = _dates(case)
    deadlines = tuple(book.deadlines.values())
    return frozen(
        Clock,
        {
            "state": case.state,
            "deadlines": deadlines,
            "working": _working(deadlines, case.notes),
            "notes": tuple(case.notes),
            "uncertain": tuple({**case.doubts, **book.doubts}),
            "overdue": _overdue(deadlines, today),
            **book.flat,
        },
    )


def _dates(case: Case) -> Book:
    book = Book(case)
    if case.state is State.WITHDRAWN:
        book.flat["restarts"] = case.restarts
        return book
    due = enter_reply_dates(book)
    enter_dates_beside_reply(book)
    enter_review_dates(book, due)
    enter_regulator_dates(book, due)
    return book


def _working(deadlines: tuple[Deadline, ...], notes: list[Step]) -> tuple[Step, ...]:
    """The working of every deadline, each count told once, then what else the record shows."""
    told: dict[int, tuple[Step, ...]] = {id(deadline.working): deadline.working for deadline in deadlines}
    steps = [step for working in told.values() for step in working]
    return (*steps, *notes)


_AWAITED = frozenset(
    {
        DeadlineKind.RESPONSE_DUE,
        DeadlineKind.RESPONSE_DUE_LATEST,
        DeadlineKind.REVIEW_DUE,
        DeadlineKind.REVIEW_DUE_LATEST,
    }
)


def _overdue(deadlines: tuple[Deadline, ...], today: date | None) -> bool | None:
    """Whether what the authority owes, reply or review, is past its day at ``today``."""
    if today is None:
        return None
    return any(deadline.kind in _AWAITED and deadline.overdue_at(today) for deadline in deadlines)
