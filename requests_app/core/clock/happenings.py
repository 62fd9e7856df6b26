"""What each event does to the facts of a request, an event a function, with its rule (RULES.md 2.2 and 2.3).

Contradictions are refused here, by name: ClockError says what is wrong and what would be accepted.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.arrivals import on_delivery_failed, on_received, on_sent
from requests_app.core.clock.case import Case, Extension, Opening, Pause, Period, Review
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.reply_days import disregarded, plain_span
from requests_app.core.clock.wording import event_in_words
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.regimes import ABSOLUTE, SAR_PAUSE_IN_FORCE, Limit, exemption_status
from requests_app.core.states import EventKind, Regime
from requests_app.core.transitions import accepts, next_state, states_that_accept

LATE_QUESTION = (
    "Whether clarification asked after the last day restarts the clock is disputed: we count afresh, as an authority "
    "would, and record that it was late."
)
PART_QUESTION = (
    "They asked about some questions only: we keep the day for the others. An authority may say that all of them start "
    "afresh."
)
FRESH_AFTER_EXTENSION = "That clarification gives a fresh 20 working days after an extension notice is the cautious reading, not settled law."
EARLY_SAR_PAUSE = (
    "The pause for clarification of a subject access request is in the Act only from Thu 5 Feb 2026; before that it was "
    "the ICO's practice."
)
SAR_FEE = "Whether a fee stops the time for a subject access request was not checked against the text."


def happen(case: Case, event: ClockEvent) -> None:
    """Let one event take effect. Raises ClockError where it contradicts what stands."""
    kind = event.kind
    if not accepts(case.state, kind):
        raise ClockError(_refusal(case, event), field=str(kind))
    if event.on is None and kind is not EventKind.OTHER_CORRESPONDENCE:
        case.doubt(f'The day of "{kind.label}" is not stated, so no date is counted from it.')
    handler = HANDLERS.get(kind)
    if handler is not None:
        handler(case, event)
    case.state = next_state(case.state, kind, case.holds)


def on_clarification_requested(case: Case, event: ClockEvent) -> None:
    """The clock stops; the day that ran until now is kept. Asked after that day, it is late (RULES.md 2.2)."""
    _mark_late_question(case, event)
    if case.rules.regime is Regime.UKGDPR:
        if event.on is not None and event.on < SAR_PAUSE_IN_FORCE:
            case.doubt(EARLY_SAR_PAUSE)
        if case.question is None:
            _pause(case, event)
            case.question = event
    elif event.covers:
        case.part_questions.setdefault(event.covers, event)
        case.doubt(PART_QUESTION)
    elif case.question is None:
        case.question = event


def on_clarification_received(case: Case, event: ClockEvent) -> None:
    """A fresh period from that day (FOIA s.10(6)(b)); under the UK GDPR a pause ends; for some parts only, theirs."""
    if case.question is not None:
        if case.rules.clarification_restarts:
            _restart(case, event)
        else:
            _end_pause(case, event)
        case.question = None
        case.part_questions.clear()
        return
    answered = [
        covers for covers in case.part_questions if not event.covers or set(covers) & set(event.covers)
    ]
    if not answered:
        raise ClockError(_nothing_asked(case, event), field=str(event.kind))
    for covers in answered:
        del case.part_questions[covers]
        case.part_periods[covers] = Period(event.on, Opening.CLARIFIED, event.key)


def on_fee_notice(case: Case, event: ClockEvent) -> None:
    """The clock pauses from that day; FOIA s.9(2), EIR reg 8."""
    if case.fee_open and case.fee is not None:
        raise ClockError(
            f"{event_in_words(event)}: the fees notice of {in_words(case.fee.on)} is not paid yet; void one of the two, or "
            "record the payment first.",
            field=str(event.kind),
        )
    span = plain_span(case, case.period)
    if span is not None and event.on is not None and event.on > span.latest:
        case.note(
            f"The fees notice of {in_words(event.on)} came after the last day, {in_words(span.latest)}: it is late and does "
            "not move that day.",
            case.rules.reply.rule.section,
            event.on,
        )
    case.fee, case.fee_settled = event, False
    case.fee_pay_by = _try(case, case.rules.fee, event.on)
    if case.rules.fee is None:
        case.doubt(SAR_FEE)
    _pause(case, event)


def on_fee_paid(case: Case, event: ClockEvent) -> None:
    """The pause ends, its days disregarded (FOIA s.10(2)); paid after the last day, the request has lapsed."""
    if not case.fee_open:
        raise ClockError(
            f"{event_in_words(event)}: no fees notice is unpaid then; accepted after a fee_notice.",
            field=str(event.kind),
        )
    if event.on is not None and case.fee_pay_by is not None and event.on > case.fee_pay_by:
        case.doubt(
            f"The fee was paid on {in_words(event.on)}, after the last day {in_words(case.fee_pay_by)}: the authority need not "
            "go on with the request."
        )
        return
    _end_pause(case, event)
    case.fee_settled = True


def on_pit_extension(case: Case, event: ClockEvent) -> None:
    """FOIA s.10(3): only to weigh the public interest of a qualified exemption, whatever the notice calls itself."""
    if event.target is not None and event.on is not None and event.target < event.on:
        raise ClockError(
            f"{event_in_words(event)}: its target, {in_words(event.target)}, lies before the notice; give a later day, or none.",
            field="target",
        )
    if case.rules.public_interest_extension is None:
        _invalid(case, event, f"{case.rules.regime} has no extension for the public interest.")
        return
    if all(exemption_status(cited) == ABSOLUTE for cited in event.exemptions):
        named = ", ".join(event.exemptions) or "no exemption"
        _invalid(case, event, f"It names {named}: only a qualified exemption has a public interest to weigh.")
        return
    late = _extend(case, event)
    if late:
        case.note(
            "The notice came after day 20, which is a breach of section 17(1); the day moves all the same.",
            "FOIA s.17(1)-(2)",
            event.on,
        )


def on_eir_extension(case: Case, event: ClockEvent) -> None:
    """EIR reg 7, EI(S)R reg 7: to day 40 for complexity and volume, if the notice is given by day 20."""
    if case.rules.complexity_extension is None:
        _invalid(case, event, f"{case.rules.regime} has no extension for complexity and volume.")
        return
    span = plain_span(case, case.period)
    if span is not None and event.on is not None and event.on > span.latest:
        case.extension_notice_late = True
        _invalid(case, event, f"The notice had to be given by {in_words(span.latest)}.")
        return
    _extend(case, event, certain=event.on is not None)


def on_sar_extended(case: Case, event: ClockEvent) -> None:
    """UK GDPR art 12(3): two further months, if the person is told within the first."""
    if case.rules.further_months is None:
        raise ClockError(
            f"{event_in_words(event)}: only a subject access request (UKGDPR) has that; under {case.rules.regime} use "
            "pit_extension or eir_extension.",
            field=str(event.kind),
        )
    if _extend(case, event):
        case.doubt(
            "The notice of two further months came after the first month; whether it still counts is not settled."
        )


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
    if event.target is not None:
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


HANDLERS: dict[EventKind, Callable[[Case, ClockEvent], None]] = {
    EventKind.SENT: on_sent,
    EventKind.RECEIVED: on_received,
    EventKind.DELIVERY_FAILED: on_delivery_failed,
    EventKind.CLARIFICATION_REQUESTED: on_clarification_requested,
    EventKind.CLARIFICATION_RECEIVED: on_clarification_received,
    EventKind.FEE_NOTICE: on_fee_notice,
    EventKind.FEE_PAID: on_fee_paid,
    EventKind.PIT_EXTENSION: on_pit_extension,
    EventKind.EIR_EXTENSION: on_eir_extension,
    EventKind.PARTIAL_RESPONSE: on_partial_response,
    EventKind.FINAL_RESPONSE: on_reply,
    EventKind.REFUSAL: on_reply,
    EventKind.NOT_HELD: on_reply,
    EventKind.TRANSFERRED: on_transferred,
    EventKind.RECEIVED_BY_TRANSFEREE: on_received_by_transferee,
    EventKind.NEW_REQUEST_RECEIVED: on_new_request_received,
    EventKind.INTERNAL_REVIEW_REQUESTED: on_internal_review_requested,
    EventKind.REVIEW_ACKNOWLEDGED: on_review_progress,
    EventKind.REVIEW_EXTENDED: on_review_progress,
    EventKind.REVIEW_OUTCOME: on_review_outcome,
    EventKind.ICO_COMPLAINT: on_ico_event,
    EventKind.ICO_CASE_OPENED: on_ico_event,
    EventKind.ICO_DECISION_NOTICE: on_ico_event,
    EventKind.SIC_APPLICATION: on_sic_event,
    EventKind.SIC_DECISION: on_sic_event,
    EventKind.TRIBUNAL_APPEAL: on_tribunal_appeal,
    EventKind.SAR_EXTENDED: on_sar_extended,
    EventKind.SECOND_REQUEST_PLANNED: on_second_request_planned,
}


def _mark_late_question(case: Case, event: ClockEvent) -> None:
    span = plain_span(case, case.period) if case.question is None else None
    if span is None or event.on is None:
        return
    late = event.on > span.latest
    case.late_clarification = bool(case.late_clarification) or late
    if late:
        case.working_days_late = _try_count(case, span.latest, event.on)
        case.doubt(LATE_QUESTION)
        case.note(
            f"They asked for clarification on {in_words(event.on)}, after the last day, {in_words(span.latest)}.",
            case.rules.reply.rule.section,
            event.on,
        )


def _restart(case: Case, event: ClockEvent) -> None:
    if case.period is not None and case.period.extensions:
        case.doubt(FRESH_AFTER_EXTENSION)
    case.restarts += 1
    case.part_periods.clear()
    case.period = Period(event.on, Opening.CLARIFIED, event.key)
    if case.fee_open and case.fee is not None:
        case.period.pauses.append(Pause(case.fee.on))


def _pause(case: Case, event: ClockEvent) -> None:
    if case.period is not None:
        case.period.pauses.append(Pause(event.on))


def _end_pause(case: Case, event: ClockEvent) -> None:
    pause = next((p for p in reversed(case.period.pauses) if p.last is None), None) if case.period else None
    if pause is None:
        return
    pause.last = event.on
    if event.kind is EventKind.FEE_PAID and pause.first is not None and event.on is not None:
        try:
            days = disregarded(case.calendar, pause.first, event.on)
        except OutsideTable as outside:
            case.doubt(str(outside))
            return
        case.working_days_disregarded = (case.working_days_disregarded or 0) + days


def _extend(case: Case, event: ClockEvent, *, certain: bool = True) -> bool:
    """Let an extension stand; return whether its notice came after the last day."""
    span = plain_span(case, case.period)
    late = None if span is None or event.on is None else event.on > span.latest
    period = case.period
    assert period is not None  # noqa: S101 - the table accepts extensions only once the clock has begun
    if period.extensions:
        case.note(
            f"This is notice {len(period.extensions) + 1} of an extension: it does not move the 40th working day.",
            "FOIA s.10(3)" if case.rules.public_interest_extension else case.rules.reply.rule.section,
            event.on,
        )
    else:
        case.extension_notice_late = late
    case.extension_valid = True if certain else None
    period.extensions.append(Extension(event, late, certain))
    return bool(late)


def _invalid(case: Case, event: ClockEvent, reason: str) -> None:
    case.extension_valid = bool(case.extension_valid and case.period and case.period.extensions)
    case.note(f"Their extension does not move the day. {reason}", case.rules.reply.rule.section, event.on)


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


def _try(case: Case, limit: Limit | None, trigger: date | None) -> date | None:
    if limit is None or trigger is None:
        return None
    try:
        return limit.after(trigger, case.calendar)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def _try_count(case: Case, after: date, until: date) -> int | None:
    try:
        return case.calendar.count(after, until)
    except OutsideTable as outside:
        case.doubt(str(outside))
        return None


def _nothing_asked(case: Case, event: ClockEvent) -> str:
    if case.part_questions:
        asked = "; ".join(", ".join(covers) for covers in case.part_questions)
        return f"{event_in_words(event)} covers {', '.join(event.covers)}, but they asked about {asked}."
    return (
        f"{event_in_words(event)} answers a question nobody asked; accepted after a clarification_requested."
    )


def _refusal(case: Case, event: ClockEvent) -> str:
    """Why an event can't happen now, in a sentence."""
    what = event_in_words(event)
    accepted = ", ".join(str(state) for state in states_that_accept(event.kind))
    if case.state.value == "draft":
        later = next(
            (e for e in case.events if e.kind in (EventKind.RECEIVED, EventKind.SENT) and e.on), None
        )
        since = f"; the first is {event_in_words(later)}" if later else ""
        return f"{what} comes before the request was sent or received{since}. Accepted after a sent or received event."
    if case.state.value == "withdrawn":
        return f"{what} comes after the request was withdrawn. Void the withdrawal, or record it as other_correspondence."
    if event.kind in REPLIES and case.reply is not None:
        return (
            f"{what}: a final reply ({event_in_words(case.reply)}) already stands; void one of the two, or record this one as "
            "review_outcome or other_correspondence."
        )
    reason = REFUSALS.get(event.kind, "")
    return f"{what} can't happen while the request is {case.state}.{reason} Accepted while it is: {accepted}."


REPLIES = frozenset(
    {EventKind.FINAL_RESPONSE, EventKind.REFUSAL, EventKind.NOT_HELD, EventKind.PARTIAL_RESPONSE}
)
REFUSALS = {
    EventKind.REVIEW_OUTCOME: " Nobody asked for a review that is still open.",
    EventKind.REVIEW_ACKNOWLEDGED: " Nobody asked for a review that is still open.",
    EventKind.REVIEW_EXTENDED: " Nobody asked for a review that is still open.",
    EventKind.INTERNAL_REVIEW_REQUESTED: " A review was already asked for, or the regulator has decided.",
    EventKind.TRIBUNAL_APPEAL: " There is no decision to appeal against.",
    EventKind.DELIVERY_FAILED: " The authority has already acted on the request, so it arrived.",
}
