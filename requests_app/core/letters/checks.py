"""What must be true of the facts before a letter may state them: days in order, counts that can be counted again.

What is not known is no contradiction: the merge asks for it.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from requests_app.core.dates import in_words, plural
from requests_app.core.errors import WrongState
from requests_app.core.letters.facts import Facts

WORKING_DAYS_TO_REPLY = 20
"""FOIA s.10(1), FOISA s.10(1), EIR reg 5(2) and EI(S)R reg 5(2)(a), as the letters state them."""

_SATURDAY = 5


def check_order(*days: tuple[str, date | None]) -> None:
    """Raise WrongState where a day lies before one that came earlier."""
    known = [(what, on) for what, on in days if on is not None]
    for (earlier, first), (later, second) in pairwise(known):
        if second < first:
            raise WrongState(
                f"The record says that {later} on {in_words(second)}, before {earlier} on {in_words(first)}."
                " Correct one of the two days."
            )


def check_ask(facts: Facts) -> None:
    """Raise WrongState where the letter would ask for something by a day that has come."""
    for ask_by_on in (facts.ask_by_on, facts.review_ask_by_on):
        if ask_by_on is not None and ask_by_on <= facts.today:
            raise WrongState(
                f"The letter would ask for an answer by {in_words(ask_by_on)}. Choose a day after"
                f" {in_words(facts.today)}."
            )


def check_clarification_is_answered(facts: Facts) -> None:
    """Raise WrongState while a question of theirs that was needed waits for an answer."""
    asked, answered = facts.clarification_asked_on, facts.clock_restarted_on
    if asked and facts.clarification_needed and (answered is None or answered < asked):
        raise WrongState(
            f"The authority asked on {in_words(asked)} what the request means, and the clock waits for your answer."
            " Answer that first."
        )


def check_overdue(facts: Facts) -> None:
    """Raise WrongState unless what is known makes the reply overdue today, and by as much as is said."""
    check_clarification_is_answered(facts)
    check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("the clarification was received", facts.clock_restarted_on),
        ("the reply was due", facts.response_due_on),
    )
    if facts.response_due_on is not None:
        _check_late(facts, facts.response_due_on)
        if facts.counted_plainly:
            _check_count(facts, facts.response_due_on)
    check_ask(facts)


def check_reply(facts: Facts) -> None:
    """Raise WrongState where the days of request, reply and letter contradict each other."""
    check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("the reply was written", facts.reply_on),
        ("this letter is written", facts.today),
    )
    check_ask(facts)


def check_review(facts: Facts) -> None:
    """Raise WrongState where the days of request, reply and review contradict each other."""
    check_order(
        ("the request was sent", facts.sent_on),
        ("it was received", facts.received_on),
        ("the review was asked for", facts.review_asked_on),
        ("its outcome came", facts.review_outcome_on),
        ("this letter is written", facts.today),
    )
    check_ask(facts)


def check_review_overdue(facts: Facts) -> None:
    """Raise WrongState unless the outcome of the review is overdue today, and by as much as is said."""
    check_review(facts)
    if facts.review_due_on is not None:
        late = facts.review_working_days_late
        if facts.today <= facts.review_due_on or late == 0:
            raise WrongState(
                f"The outcome of the review is due by {in_words(facts.review_due_on)}: it is not overdue yet."
            )
        _check_number(late, facts.review_due_on, facts.today)


def _check_late(facts: Facts, due: date) -> None:
    first = max(facts.chase_from or due, due + timedelta(days=1))
    late = facts.working_days_late
    if facts.today < first or late == 0:
        raise WrongState(
            f"The reply was due on {in_words(due)}: a chaser can be written from the first working day after"
            f" that, and not before {in_words(first)}."
        )
    _check_number(late, due, facts.today)


def _check_number(late: int | None, due: date, today: date) -> None:
    if late is not None and not 0 < late <= _weekdays(due, today):
        raise WrongState(
            f"{in_words(today)} is not {plural(late, 'working day')} after {in_words(due)}."
            " Recompute the clock."
        )


def _check_count(facts: Facts, due: date) -> None:
    """Count again without a calendar: weekdays less the days said to be skipped."""
    counted_from = facts.clock_restarted_on or facts.received_on
    if counted_from is None:
        return
    skipped = {on for on, _ in facts.days_skipped}
    if stray := sorted(on for on in skipped if not counted_from < on <= due or on.weekday() >= _SATURDAY):
        raise WrongState(
            f"{in_words(stray[0])} can't be a skipped day between {in_words(counted_from)} and {in_words(due)}."
            " Recompute the clock."
        )
    counted = _weekdays(counted_from, due) - len(skipped)
    if counted != WORKING_DAYS_TO_REPLY:
        raise WrongState(
            f"{in_words(due)} is working day {counted} after {in_words(counted_from)}, and this letter is for a"
            f" reply that was due on working day {WORKING_DAYS_TO_REPLY}. Check the clock and its bank holidays."
        )


def _weekdays(after: date, until: date) -> int:
    """Weekdays after the first day, up to and including the second."""
    days = (until - after).days
    return sum((after + timedelta(days=n)).weekday() < _SATURDAY for n in range(1, days + 1))
