"""When a request counts as received: sent, presumed, received, claimed to be received, bounced (RULES.md 1.3)."""

from __future__ import annotations

from datetime import date, timedelta

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.case import Case, Opening, Period
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.states import Channel, EventKind

SAME_DAY = frozenset({Channel.EMAIL, Channel.PORTAL, Channel.HAND, Channel.PHONE})
"""Phone: where the law takes a request in any form (EIR reg 5(1))."""
POST_WORKING_DAYS = 2
FOISA_POST_DAYS = 3  # FOISA s.74

CLAIMED = frozenset({"authority", "claimed", "theirs", "acknowledgement"})
"""Values of a receipt's ``source`` that mean: so the authority says (``received_on_claimed``)."""

REPLIES = frozenset(
    {EventKind.PARTIAL_RESPONSE, EventKind.FINAL_RESPONSE, EventKind.REFUSAL, EventKind.NOT_HELD}
)
ACTS_OF_THE_AUTHORITY = REPLIES | {
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.FEE_NOTICE,
    EventKind.PIT_EXTENSION,
    EventKind.EIR_EXTENSION,
    EventKind.SAR_EXTENDED,
    EventKind.TRANSFERRED,
}

UNKNOWN_CHANNEL = "How the request was sent is not stated, so nothing says when it reached the authority."


def on_sent(case: Case, event: ClockEvent) -> None:
    """Sent: receipt is presumed from how it went, until a receipt says otherwise."""
    receipt = case.receipt
    if receipt is not None and not case.sendings and receipt.on and event.on and event.on > receipt.on:
        raise ClockError(
            f"{event_in_words(event)}: it was received on {in_words(receipt.on)}, before it was sent; void one of the two.",
            field="sent",
        )
    case.sendings.append(event)
    if receipt is None and case.receipt_claimed is None and case.restarts == 0:
        _presume(case)


def on_received(case: Case, event: ClockEvent) -> None:
    """Received: the request itself, or the review request where a review is open. The first receipt of ours counts.

    An acknowledgement never moves it; nor does a later day claimed by the authority, unless the request went by
    post, where actual delivery is what counts.
    """
    if case.review is not None:
        if case.review.outcome is None and case.review.received_on is None:
            case.review.received_on = event.on
        return
    _close_school(case, event)
    claimed = (event.source or "").casefold() in CLAIMED
    if not claimed and case.receipt is None:
        _check_nothing_came_before(case, event)
    if case.reply is not None:
        return
    if claimed:
        _claimed(case, event)
    elif case.receipt is None or case.receipt.on is None:
        case.receipt = event
        _begin(case, event)
    elif case.receipt.on != event.on:
        _note_difference(case, event, case.receipt.on)


def on_delivery_failed(case: Case, event: ClockEvent) -> None:
    """The last sending did not arrive: void, unless another sending stands."""
    if case.sendings:
        case.sendings.pop()
    if not case.sendings:
        case.receipt = case.receipt_claimed = case.period = case.first_trigger = None
        case.closures = None
        case.note(
            f"What was sent did not arrive ({in_words(event.on)}), so nothing counts until it is sent again.",
            case.rules.reply.rule.section,
            event.on,
        )
    elif case.receipt is None:
        _presume(case)


def presumed_receipt(case: Case, sending: ClockEvent) -> date | None:
    """The day a sending counts as received: e-mail, portal, hand and phone the same day, post as the regime has it."""
    if sending.on is None:
        return None
    if sending.channel in SAME_DAY:
        return sending.on
    if sending.channel != Channel.POST:
        case.doubt(UNKNOWN_CHANNEL)
        return None
    if case.rules.scottish:
        return sending.on + timedelta(days=FOISA_POST_DAYS)
    try:
        return case.calendar.add_working_days(sending.on, POST_WORKING_DAYS)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def _presume(case: Case) -> None:
    days = [day for sending in case.sendings if (day := presumed_receipt(case, sending)) is not None]
    trigger = min(days, default=None)
    period = _start(case, Period(trigger, Opening.PRESUMED, case.sendings[0].key))
    if trigger is not None and any(sending.channel == Channel.POST for sending in case.sendings):
        period.doubts.append(
            "Receipt is presumed from the day of posting; the actual day of delivery counts."
        )


def _begin(case: Case, event: ClockEvent) -> None:
    """The clock begins on a receipt. One on an unknown day leaves a presumption standing."""
    if case.restarts:
        return
    if event.on is None and case.period is not None and case.period.trigger is not None:
        return
    _start(case, Period(event.on, Opening.RECEIVED, event.key))


def _start(case: Case, period: Period) -> Period:
    """Count from another day of receipt. What paused or extended the time until now still does."""
    if case.period is not None:
        period.pauses, period.extensions = case.period.pauses, case.period.extensions
    case.period, case.first_trigger = period, period.trigger
    return period


def _close_school(case: Case, receipt: ClockEvent) -> None:
    """The days on which the school is closed: whichever receipt tells them first."""
    if receipt.non_school_days is None or case.closures is not None:
        return
    case.closures = receipt.non_school_days
    if case.period is not None:
        case.period.measured = None


def _claimed(case: Case, event: ClockEvent) -> None:
    case.receipt_claimed = event
    presumed = case.period is not None and case.period.trigger is not None
    by_post = bool(case.sendings) and all(sending.channel == Channel.POST for sending in case.sendings)
    if case.receipt is None and (not presumed or by_post):
        _begin(case, event)
        if event.on is not None and case.period is not None:
            case.period.doubts.append("The day of receipt is what the authority says.")
    elif case.period is not None and case.period.trigger != event.on:
        _note_difference(case, event, case.period.trigger)


def _note_difference(case: Case, event: ClockEvent, ours: date | None) -> None:
    if event.on is None or case.restarts:
        return
    case.note(
        f"A receipt on {in_words(event.on)} is also on record; we count from {in_words(ours)}.",
        case.rules.reply.rule.section,
        event.on,
    )


def _check_nothing_came_before(case: Case, receipt: ClockEvent) -> None:
    """Nobody asks about, charges for or answers what has not reached them."""
    for event in case.events:
        if event is receipt:
            return
        if event.kind in ACTS_OF_THE_AUTHORITY and event.on and receipt.on and event.on < receipt.on:
            what = "a reply" if event.kind in REPLIES else "an act of the authority"
            raise ClockError(
                f"{event_in_words(event)} is {what} before receipt: the request was received on {in_words(receipt.on)}. "
                "Void one of the two, or correct its day.",
                field=str(event.kind),
            )
