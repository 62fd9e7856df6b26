"""What each event does to a request: its rule, then the state (RULES.md 2.2 and 2.3).

Contradictions are refused here, by name: ClockError says what is wrong and what would be accepted.
"""

from __future__ import annotations

from collections.abc import Callable

from requests_app.core.clock import extensions, onward, stops
from requests_app.core.clock.arrivals import REPLIES, on_delivery_failed, on_received, on_sent
from requests_app.core.clock.case import Case
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.states import EventKind, State
from requests_app.core.transitions import next_state, rows_for, states_that_accept


def happen(case: Case, event: ClockEvent) -> None:
    """Let one event take effect. Raises ClockError where it contradicts what stands."""
    kind = event.kind
    rows = rows_for(case.state, kind)
    if not rows:
        raise ClockError(_refusal(case, event), field=str(kind))
    if event.on is None and kind is not EventKind.OTHER_CORRESPONDENCE:
        case.doubt(f'The day of "{kind.label}" is not stated, so no date is counted from it.')
    handler = HANDLERS.get(kind)
    if handler is not None:
        handler(case, event)
    case.state = next_state(case.state, rows, case.holds)


def on_other_correspondence(case: Case, event: ClockEvent) -> None:
    """Nothing moves. A day they promise in it, for the review or the reply, is kept beside the law's (RULES.md 2.2)."""
    if event.target is None or (event.on is not None and event.target < event.on):
        return
    kept = case.review.promises if case.review is not None else case.promises
    if event.target not in {promise.target for promise in kept}:
        kept.append(event)


def on_partial_response(case: Case, event: ClockEvent) -> None:
    """Some questions are answered; the clock runs on for the rest."""
    case.partials.append(event)


def on_reply(case: Case, event: ClockEvent) -> None:
    """A final reply, refusal or not-held notice: there is only one."""
    if case.reply is not None:
        raise ClockError(
            f"{event_in_words(event)}: a final reply ({event_in_words(case.reply)}) already stands; void one of the two, or "
            "record this one as review_outcome or other_correspondence.",
            field=str(event.kind),
        )
    if event.received_on is not None and event.on is not None and event.received_on < event.on:
        raise ClockError(
            f"{event_in_words(event)}: received_on {in_words(event.received_on)} lies before it was issued.",
            field="received_on",
        )
    case.reply = event


def on_transferred(case: Case, event: ClockEvent) -> None:
    """Closed here where the requester agreed, or the regime needs no consent (RULES.md 1.4)."""
    case.transfer = event
    if case.rules.transfer_needs_consent and event.consent is False:
        case.note(
            "You did not agree to the transfer, so it ends nothing here: the reply is still owed.",
            case.rules.reply.rule.section,
            event.on,
        )


def on_received_by_transferee(case: Case, event: ClockEvent) -> None:
    """The other authority's own clock starts on its receipt."""
    if case.transfer is None:
        raise ClockError(
            f"{event_in_words(event)}: nothing was transferred before it; accepted after a transferred event.",
            field=str(event.kind),
        )
    case.children.append(event)


def on_new_request_received(case: Case, event: ClockEvent) -> None:
    """A narrowed request is a new one with a clock of its own (ICO LTT137); the old one keeps its review window."""
    case.children.append(event)


HANDLERS: dict[EventKind, Callable[[Case, ClockEvent], None]] = {
    EventKind.SENT: on_sent,
    EventKind.RECEIVED: on_received,
    EventKind.DELIVERY_FAILED: on_delivery_failed,
    EventKind.OTHER_CORRESPONDENCE: on_other_correspondence,
    EventKind.CLARIFICATION_REQUESTED: stops.on_clarification_requested,
    EventKind.CLARIFICATION_RECEIVED: stops.on_clarification_received,
    EventKind.FEE_NOTICE: stops.on_fee_notice,
    EventKind.FEE_PAID: stops.on_fee_paid,
    EventKind.PIT_EXTENSION: extensions.on_pit_extension,
    EventKind.EIR_EXTENSION: extensions.on_eir_extension,
    EventKind.PARTIAL_RESPONSE: on_partial_response,
    EventKind.FINAL_RESPONSE: on_reply,
    EventKind.REFUSAL: on_reply,
    EventKind.NOT_HELD: on_reply,
    EventKind.TRANSFERRED: on_transferred,
    EventKind.RECEIVED_BY_TRANSFEREE: on_received_by_transferee,
    EventKind.NEW_REQUEST_RECEIVED: on_new_request_received,
    EventKind.INTERNAL_REVIEW_REQUESTED: onward.on_internal_review_requested,
    EventKind.REVIEW_ACKNOWLEDGED: onward.on_review_progress,
    EventKind.REVIEW_EXTENDED: onward.on_review_progress,
    EventKind.REVIEW_OUTCOME: onward.on_review_outcome,
    EventKind.ICO_COMPLAINT: onward.on_ico_event,
    EventKind.ICO_CASE_OPENED: onward.on_ico_event,
    EventKind.ICO_DECISION_NOTICE: onward.on_ico_event,
    EventKind.SIC_APPLICATION: onward.on_sic_event,
    EventKind.SIC_DECISION: onward.on_sic_event,
    EventKind.TRIBUNAL_APPEAL: onward.on_tribunal_appeal,
    EventKind.SAR_EXTENDED: extensions.on_sar_extended,
    EventKind.SECOND_REQUEST_PLANNED: onward.on_second_request_planned,
}


def _refusal(case: Case, event: ClockEvent) -> str:
    """Why an event can't happen now, in a sentence."""
    what = event_in_words(event)
    accepted = ", ".join(str(state) for state in states_that_accept(event.kind))
    if case.state is State.DRAFT:
        later = next(
            (e for e in case.events if e.kind in (EventKind.RECEIVED, EventKind.SENT) and e.on), None
        )
        since = f"; the first is {event_in_words(later)}" if later else ""
        return f"{what} comes before the request was sent or received{since}. Accepted after a sent or received event."
    if case.state is State.WITHDRAWN:
        return f"{what} comes after the request was withdrawn. Void the withdrawal, or record it as other_correspondence."
    if event.kind in REPLIES and case.reply is not None:
        return (
            f"{what}: a final reply ({event_in_words(case.reply)}) already stands; void one of the two, or record this one as "
            "review_outcome or other_correspondence."
        )
    reason = REFUSALS.get(event.kind, "")
    return f"{what} can't happen while the request is {case.state}.{reason} Accepted while it is: {accepted}."


REFUSALS = {
    EventKind.REVIEW_OUTCOME: " Nobody asked for a review that is still open.",
    EventKind.REVIEW_ACKNOWLEDGED: " Nobody asked for a review that is still open.",
    EventKind.REVIEW_EXTENDED: " Nobody asked for a review that is still open.",
    EventKind.INTERNAL_REVIEW_REQUESTED: " A review was already asked for, or the regulator has decided.",
    EventKind.TRIBUNAL_APPEAL: " There is no decision to appeal against.",
    EventKind.DELIVERY_FAILED: " The authority has already acted on the request, so it arrived.",
}
