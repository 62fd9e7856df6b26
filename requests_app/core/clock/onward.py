"""What happens after the reply, or after silence: review, regulator, decision, appeal (RULES.md 2.2, 2.4)."""

from __future__ import annotations

from datetime import date

from requests_app.core.clock.case import Case, Review
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.reply_days import plain_span
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.states import EventKind


def on_internal_review_requested(case: Case, event: ClockEvent) -> None:
    """There must be something to review: a reply, part of one, a stop, or silence after the last day."""
    if (
        case.reply is None
        and not case.partials
        and not case.stopped
        and not case.transfer
        and not _silent(case, event.on)
    ):
        span = plain_span(case, case.period)
        until = f" before {in_words(span.latest)} has passed" if span else ""
        raise ClockError(
            f"{event_in_words(event)} is a review of nothing: there is no reply, and silence can't be reviewed{until}.",
            field=str(event.kind),
        )
    if case.rules.review_request is None:
        case.doubt(
            "Subject access requests have no internal review in law; the complaint goes to the regulator."
        )
    case.review = Review(event)


def on_review_progress(case: Case, event: ClockEvent) -> None:
    """Acknowledged or extended: a promised day is kept beside the law's; only FOIA's code knows a longer time."""
    review = _review_of(case, event)
    if event.target is not None and event.target not in {promise.target for promise in review.promises}:
        review.promises.append(event)
    if event.kind is EventKind.REVIEW_EXTENDED and case.rules.review_answer is not None:
        limit = case.rules.review_answer_latest
        case.note(
            f"They extended the review: the code's outer limit is {limit}, exceptionally."
            if limit
            else f"They extended the review, but {case.rules.regime} gives no power to: the day stands.",
            (limit or case.rules.review_answer).rule.section,
            event.on,
        )


def on_review_outcome(case: Case, event: ClockEvent) -> None:
    """The review is answered, once."""
    review = _review_of(case, event)
    if review.outcome is not None:
        raise ClockError(
            f"{event_in_words(event)}: the review was already answered ({event_in_words(review.outcome)}).",
            field=str(event.kind),
        )
    review.outcome = event


def on_ico_event(case: Case, event: ClockEvent) -> None:
    """A complaint to, case of or decision by the Information Commissioner: not for Scottish authorities."""
    if case.rules.scottish:
        raise ClockError(
            f"{event_in_words(event)}: under {case.rules.regime} the regulator is the Scottish Information Commissioner; use "
            "sic_application or sic_decision.",
            field=str(event.kind),
        )
    if event.kind is EventKind.ICO_CASE_OPENED:
        case.case_opened = event
    elif event.kind is EventKind.ICO_DECISION_NOTICE:
        case.decision = event


def on_sic_event(case: Case, event: ClockEvent) -> None:
    """An application to or decision by the Scottish Information Commissioner, who wants a review first."""
    if not case.rules.scottish:
        raise ClockError(
            f"{event_in_words(event)}: under {case.rules.regime} the regulator is the Information Commissioner; use "
            "ico_complaint or ico_decision_notice.",
            field=str(event.kind),
        )
    if event.kind is EventKind.SIC_DECISION:
        case.decision = event
    elif case.review is None:
        case.doubt(
            "You applied to the Scottish Information Commissioner without a review, which comes first, always."
        )


def on_tribunal_appeal(case: Case, event: ClockEvent) -> None:
    """An appeal against a decision."""
    case.appeal = event


def on_second_request_planned(case: Case, event: ClockEvent) -> None:
    """Ask when similar requests no longer add up (Fees Regulations reg 5)."""
    case.planned = event


def _silent(case: Case, on: date | None) -> bool:
    """Whether the time to reply may have ended before ``on``, as far as anybody can tell."""
    span = plain_span(case, case.period)
    return span is None or on is None or on > span.earliest


def _review_of(case: Case, event: ClockEvent) -> Review:
    if case.review is None:
        raise ClockError(
            f"{event_in_words(event)}: nobody asked for a review; accepted after internal_review_requested.",
            field=str(event.kind),
        )
    return case.review
