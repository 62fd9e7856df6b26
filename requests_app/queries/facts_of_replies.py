"""What the replies, the review and the history say, as letters state it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from requests_app.core.letters import telling
from requests_app.core.letters.complaint_grounds import complaint_grounds
from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import in_full, one_line
from requests_app.core.letters.regulator import regulator_for
from requests_app.core.letters.review_overdue import overdue_review
from requests_app.core.letters.situation import Situation
from requests_app.core.letters.telling import Happened, Said
from requests_app.core.relied_on import Ground
from requests_app.core.states import DeadlineKind, EventKind, LetterKind, MessageKind, Outcome, Regime, State
from requests_app.models import DataTable, Event, FoiRequest, Message
from requests_app.queries.clock import arrived_on
from requests_app.queries.facts_of_days import (
    Found,
    day_in,
    days_between,
    in_prose,
    origin_of,
)
from requests_app.queries.readings import reading_of
from requests_app.queries.record import Record

_K = LetterKind
_WANTED: dict[LetterKind, Callable[[Ground], bool]] = {
    _K.NARROWING: lambda ground: ground.is_cost,
    _K.REVIEW_EXEMPTION: lambda ground: ground.withholds or ground.is_cost,
    _K.VEXATIOUS_REPLY: lambda ground: ground.is_conduct,
}
_REASONS: dict[LetterKind, tuple[Outcome, ...]] = {
    _K.REVIEW_EXEMPTION: (Outcome.REFUSED, Outcome.COST_LIMIT),
    _K.REVIEW_NOT_HELD: (Outcome.NOT_HELD,),
    _K.REVIEW_NCND: (Outcome.NCND,),
    _K.VEXATIOUS_REPLY: (Outcome.REFUSED,),
}


def _withholds(ground: Ground) -> bool:
    return ground.withholds


def of_reply(record: Record, kind: LetterKind, _situation: Situation) -> Found:
    """What the reply withholds, gives, denies and leaves out."""
    found = Found()
    said, reply = record.said, record.reply
    if reply is not None:
        found.take("reply_on", reply.issued_on or reply.received_on, f"message {reply.message_id}")
    grounds = record.grounds_of(kind)
    wanted = _WANTED.get(kind, _withholds)
    found.take("refused", _refused(said, kind, wanted))
    found.take("qualified_grounds", _lines(grounds, lambda each: each.is_qualified and wanted(each)))
    found.take("denied_qualified", _lines(grounds, lambda each: each.is_qualified and each.denies))
    found.take("reasons_given", telling.reasons(said, *_REASONS.get(kind, ())))
    found.take("parts", telling.parts_table(said))
    found.take("not_held", telling.with_outcome(said, Outcome.NOT_HELD))
    found.take("denied", telling.with_outcome(said, Outcome.NCND))
    found.take("also_to_review", telling.also_to_review(said, kind))
    found.take("relies_on_cost", any(ground.is_cost for ground in grounds))
    return found


def _refused(said: tuple[Said, ...], kind: LetterKind, wanted: Callable[[Ground], bool]) -> tuple[Line, ...]:
    """The questions withheld on the grounds a letter is about; those refused for cost on no section as well."""
    lines = telling.refused(said, wanted)
    if lines or kind not in {_K.NARROWING, _K.REVIEW_EXEMPTION}:
        return lines
    bare = (Outcome.COST_LIMIT,) if kind is _K.NARROWING else (Outcome.COST_LIMIT, Outcome.REFUSED)
    return telling.with_outcome(said, *bare)


def _lines(grounds: tuple[Ground, ...], wanted: Callable[[Ground], bool]) -> tuple[Line, ...]:
    return tuple(
        Line(ground.cited, f"exemption {ground.exemption.id}" if ground.exemption else "")
        for ground in grounds
        if wanted(ground)
    )


def of_cost(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """What the reply says of the work, in its own words."""
    found = Found()
    reply = record.reply
    if reply is not None:
        estimates = reading_of(reply.message.body).cost_estimates
        lines = {one_line(each.text): f"message {reply.message_id}" for each in estimates}
        found.take("cost_estimate", tuple(Line(text, origin) for text, origin in lines.items()))
    return found


def of_gift(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """What was received. One query."""
    found = Found()
    tables = DataTable.objects.filter(response__foi_request=record.foi_request).exclude(title="")
    named = [Line(f"a table, “{one_line(table.title)}”", f"table {table.pk}") for table in tables]
    found.take("given", telling.given(record.said, named))
    return found


def of_balance(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """The qualified grounds that were not weighed."""
    found = Found()
    found.take("unbalanced", record.unbalanced)
    return found


def of_purpose(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """What the campaign is for, where it says so."""
    found = Found()
    campaign = record.foi_request.campaign
    found.take("purpose", campaign.aim, f"campaign {campaign.pk}")
    return found


def of_conduct(record: Record, kind: LetterKind, _situation: Situation) -> Found:
    """Whether the request was called repeated, and what the same person asked this authority before. One query."""
    found = Found()
    foi_request = record.foi_request
    found.take(
        "called_repeated",
        any(ground.is_conduct and "(2)" in ground.cited for ground in record.grounds_of(kind)),
    )
    earlier = FoiRequest.objects.filter(
        authority=foi_request.authority_id,
        campaign=foi_request.campaign_id,
        requester_name=foi_request.requester_name,
        number__lt=foi_request.number,
        events__kind=EventKind.SENT,
        events__voided_by__isnull=True,
    ).exclude(state__in=[State.DRAFT, State.WITHDRAWN])
    rows = earlier.order_by("number").values_list("pk", "number", "title", "events__on")
    lines = {
        pk: Line(
            f"{FoiRequest(number=number).reference}{f' of {in_full(on)}' if on else ''}: {title}",
            f"request {pk}",
        )
        for pk, number, title, on in rows
    }
    found.take("earlier_requests", tuple(lines.values()))
    return found


def of_fee(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """The fees notice, and the amount it asks for."""
    found = Found()
    notice = record.last(EventKind.FEE_NOTICE)
    if notice is not None:
        found.take("fee_notice_on", notice.on, origin_of(notice))
        found.take("fee_amount", _pounds(notice.details.get("amount")), origin_of(notice))
    return found


def _pounds(amount: object) -> str:
    try:
        return f"£{Decimal(str(amount)):,.2f}" if amount else ""
    except InvalidOperation:
        return ""


def of_review(record: Record, kind: LetterKind, situation: Situation) -> Found:
    """When a review can be asked for, was asked for, was due and was answered."""
    found = Found()
    clock = record.clock
    found.take("review_request_by_on", clock.review_request_by_safe or clock.review_request_by)
    asked = record.last(EventKind.INTERNAL_REVIEW_REQUESTED)
    if asked is None:
        return found
    found.take("review_asked_on", asked.on, origin_of(asked))
    due = overdue_review(situation) or clock.deadline(DeadlineKind.REVIEW_DUE)
    if due is not None:
        late = days_between(record, due.due_on, record.today)
        found.take("review_due_on", due.due_on, record.origin_of_date(due.key))
        found.take("review_working_days_late", late, record.origin_of_date(due.key))
    latest = clock.review_due_latest
    if record.regime is Regime.FOIA and latest is not None and latest >= record.today:
        found.take("review_due_latest_on", latest, record.origin_of_date(DeadlineKind.REVIEW_DUE_LATEST))
    outcome = record.last(EventKind.REVIEW_OUTCOME)
    if outcome is not None:
        found.take("review_outcome_on", outcome.on, origin_of(outcome))
    return found


def of_regulator(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """Who decides on complaints."""
    found = Found()
    regulator = regulator_for(record.regime)
    found.take("regulator_name", regulator.name)
    found.take("regulator_address", regulator.address)
    return found


def of_history(record: Record, kind: LetterKind, situation: Situation) -> Found:
    """What happened, and what a regulator is asked about."""
    found = Found()
    received_on = arrived_on(record.foi_request, record.events)
    happened = [_happened(event) for event in record.events]
    found.take("chronology", telling.chronology(happened, record.calendar, received_on=received_on))
    due = situation.reply_deadline
    reply = record.reply if record.clock.state is not State.PARTIALLY_ANSWERED else None
    asked = record.last(EventKind.INTERNAL_REVIEW_REQUESTED)
    silent = asked is not None and record.last(EventKind.REVIEW_OUTCOME) is None
    overdue = overdue_review(situation) if silent else None
    found.take(
        "complaint_grounds",
        complaint_grounds(
            record.regime,
            record.said,
            response_due_on=due.due_on if due else None,
            response_section=in_prose(due.section) if due else "",
            reply_on=(reply.issued_on or reply.received_on) if reply else None,
            working_days_late=days_between(record, due.due_on, record.today) if due else None,
            review_asked_on=asked.on if asked and silent else None,
            review_due_on=overdue.due_on if overdue else None,
            late_origin=record.origin_of_date(due.key) if due else "",
        ),
    )
    found.take("review_grounds", _why_a_review(record, situation, asked))
    return found


def _why_a_review(record: Record, situation: Situation, asked: Event | None) -> tuple[Line, ...]:
    """Why a review was asked for: silence, or what the reply withholds, denies or leaves out."""
    due = situation.reply_deadline
    replied = any(
        response.issued_on is not None
        and asked is not None
        and asked.on is not None
        and response.issued_on <= asked.on
        for response in record.responses
    )
    if replied or due is None:
        return telling.disputed(record.said)
    words = (
        f"I had had no response within the time allowed, which on my record ended on {in_full(due.due_on)}"
    )
    return (Line(words, record.origin_of_date(due.key)), *telling.disputed(record.said))


def _happened(event: Event) -> Happened:
    letter, message = event.details.get("letter"), event.message
    return Happened(
        kind=EventKind(event.kind),
        on=event.on,
        origin=origin_of(event),
        letter=LetterKind(letter)
        if letter in set(LetterKind) and event.kind == EventKind.OTHER_CORRESPONDENCE
        else None,
        message=MessageKind(message.kind) if message is not None else None,
        ours=message.direction == Message.Direction.SENT if message is not None else None,
        sections=tuple(str(each) for each in event.details.get("exemptions", ())),
        target=day_in(event, "target"),
    )
