"""Replies: kept as they came, then confirmed by a person, question by question (promises 5 and 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.corrections import Made
from requests_app.core.errors import BadInput
from requests_app.core.reading.records import TableRead
from requests_app.core.states import Channel, Decision, EventKind, MessageKind, Outcome
from requests_app.models import Answer, Attachment, DataTable, FoiRequest, Message, Question, Response, User
from requests_app.queries.readings import Proposal, proposal, question_of
from requests_app.usecases.clock import recompute
from requests_app.usecases.corrections import keep_corrections
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.notices import tell_of_reply
from requests_app.usecases.record import append_event, check_new, claim_reading, open_for_change
from requests_app.usecases.unsaved_readings import settle


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came: its name without folders, its declared type, its bytes."""

    filename: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class AnswerConfirmed:
    """What a person confirmed for one question. ``span`` is where in the reply they chose its words, if they did."""

    question: Question
    outcome: Outcome
    text: str = ""
    sections: tuple[str, ...] = ()
    note: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ReadingConfirmed:
    """What a person confirmed of one reply. ``is_final`` false: more is still to come.

    ``spans`` says where they chose the words of a value ("reference", "issued_on"), if they did.
    """

    is_final: bool
    decision: Decision | None
    decision_explicit: bool
    authority_reference: str
    issued_on: date | None
    received_on: date | None
    answers: Sequence[AnswerConfirmed]
    tables: Sequence[TableRead]
    abbreviations: Mapping[str, str]
    kind: MessageKind = MessageKind.REPLY
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@transaction.atomic
def receive_reply(
    *,
    foi_request: FoiRequest,
    text: str,
    received_on: date | None,
    channel: Channel,
    upload: UploadedFile | None = None,
    by: User,
    now: datetime,
) -> Message:
    """Keep a reply as it came, to be confirmed. The clock does not move until a person confirms what it says.

    ``received_on`` is None where nobody knows. The same text twice is one message.
    Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    text = check_text(text, field="text", what="The reply")
    if received_on is not None:
        check_day(received_on, today=london_day(now), field="received_on", what="The day the reply came")
        check_not_before(
            received_on,
            day_sent(foi_request),
            field="received_on",
            what="A reply",
            than="the request was sent",
        )
    raw = upload.content if upload else text.encode()
    digest = sha256(raw).hexdigest()
    check_new(foi_request, kind=Message.Kind.REPLY, digest=digest, field="text")
    message = Message.objects.create(
        foi_request=foi_request,
        direction=Message.Direction.RECEIVED,
        kind=Message.Kind.REPLY,
        channel=channel,
        body=text,
        happened_on=received_on,
        reading_state=Message.ReadingState.TO_CONFIRM,
        sha256=digest,
        recorded_by=by,
        recorded_at=now,
    )
    if upload:
        Attachment.objects.create(
            message=message,
            filename=upload.filename[:200],
            content_type=upload.content_type[:100],
            size=len(raw),
            sha256=digest,
            content=raw,
            extracted_text=text,
        )
    tell_of_reply(message, by=by, now=now)
    return message


@transaction.atomic
def confirm_reading(*, message: Message, confirmed: ReadingConfirmed, by: User, now: datetime) -> Response:
    """Record what a reply says, question by question, and let the clock follow.

    Raises BadInput, NotPermitted, and StaleVersion where the reply was confirmed already (in another tab, or
    by another person).
    """
    foi_request = open_for_change(message.foi_request, by)
    claim_reading(message, message_kind(confirmed))
    _check_days(foi_request, confirmed, now=now)
    if any(given.question.foi_request_id != foi_request.pk for given in confirmed.answers):
        raise BadInput("One of these questions belongs to another request. Load the page again.")
    response = Response.objects.create(
        foi_request=foi_request,
        message=message,
        is_final=confirmed.is_final,
        decision=confirmed.decision or "",
        decision_explicit=confirmed.decision_explicit,
        authority_reference=confirmed.authority_reference.strip()[:100],
        issued_on=confirmed.issued_on,
        received_on=confirmed.received_on,
        abbreviations=dict(confirmed.abbreviations),
        confirmed_by=by,
        confirmed_at=now,
    )
    read = proposal(message)
    _write_answers(response, confirmed.answers)
    _write_tables(response, confirmed.tables, read)
    if response.authority_reference and not foi_request.authority_reference:
        foi_request.authority_reference = response.authority_reference
    keep_corrections(message, read, confirmed.kind, _made(confirmed, read), by=by, now=now)
    settle(message, by)
    _append_reply_event(foi_request, response, confirmed, by=by, now=now)
    recompute(foi_request, now=now, because="a reply was confirmed")
    return response


def _made(confirmed: ReadingConfirmed, read: Proposal) -> Iterator[Made]:
    """What was confirmed, value by value, under the names under which it was read."""
    values = {
        "kind": confirmed.kind.value,
        "reference": confirmed.authority_reference,
        "issued_on": confirmed.issued_on.isoformat() if confirmed.issued_on else "",
        "decision": confirmed.decision.value if confirmed.decision else "",
    }
    for what, value in values.items():
        yield Made(what, "", value, *confirmed.spans.get(what, (None, None)))
    names = {answer.question.pk: answer.name for answer in read.with_parts}
    for given in confirmed.answers:
        about = names.get(given.question.pk, "")
        yield Made("outcome", about, given.outcome.value)
        yield Made("answer", about, given.text, *(given.span or (None, None)))
        yield Made("sections", about, ", ".join(given.sections))
    for place, table in enumerate(read.reading.tables, start=1):
        if table in confirmed.tables:
            yield Made("table", str(place), "kept")


def _check_days(foi_request: FoiRequest, confirmed: ReadingConfirmed, *, now: datetime) -> None:
    sent_on = day_sent(foi_request)
    for on, name, what in (
        (confirmed.issued_on, "issued_on", "The date of the reply"),
        (confirmed.received_on, "received_on", "The day the reply came"),
    ):
        if on is not None:
            check_day(on, today=london_day(now), field=name, what=what)
            check_not_before(on, sent_on, field=name, what="A reply", than="the request was sent")
    if confirmed.received_on is not None:
        check_not_before(
            confirmed.received_on,
            confirmed.issued_on,
            field="received_on",
            what="Receiving the reply",
            than="it was written",
        )


def _write_answers(response: Response, answers: Sequence[AnswerConfirmed]) -> None:
    for given in answers:
        Answer.objects.create(
            response=response,
            question=given.question,
            outcome=given.outcome,
            text=given.text,
            sections=list(given.sections),
            note=given.note,
        )
        said = Question.objects.filter(pk=given.question.pk)
        if given.outcome is Outcome.UNANSWERED:
            said = said.filter(outcome="")  # silence takes nothing back of what an earlier reply said
        said.update(outcome=given.outcome)


def _write_tables(response: Response, tables: Sequence[TableRead], read: Proposal) -> None:
    DataTable.objects.bulk_create(
        DataTable(
            response=response,
            question=question_of(read, table),
            position=position,
            title=table.title[:300],
            columns=list(table.columns),
            rows=[list(row) for row in table.rows],
            total_row=list(table.total_row) if table.total_row else None,
            checks=[
                {"what": check.what, "agrees": check.agrees, "detail": check.detail} for check in table.checks
            ],
        )
        for position, table in enumerate(tables, start=1)
    )


def _append_reply_event(
    foi_request: FoiRequest, response: Response, confirmed: ReadingConfirmed, *, by: User, now: datetime
) -> None:
    """The event that follows from what was confirmed: the clock closes only when every question is dealt with."""
    kind, sentence = reply_event_kind(confirmed), ""
    if kind in _CLOSING | {EventKind.PARTIAL_RESPONSE} and _is_closed(foi_request):
        kind, sentence = EventKind.OTHER_CORRESPONDENCE, "They sent a further reply"
    issued_on = confirmed.issued_on or confirmed.received_on
    details: dict[str, object] = {}
    if confirmed.received_on is not None:
        details["received_on"] = confirmed.received_on.isoformat()
    if kind is EventKind.PARTIAL_RESPONSE:
        details["covers"] = [
            given.question.label or str(given.question.position)
            for given in confirmed.answers
            if given.outcome is not Outcome.UNANSWERED and given.question.parent_id is None
        ]
    append_event(
        foi_request,
        kind,
        issued_on,
        sentence=sentence or _REPLY_SENTENCES[kind],
        by=by,
        now=now,
        source="the authority",
        message=response.message,
        details=details,
    )


def _is_closed(foi_request: FoiRequest) -> bool:
    """Whether a final reply stands. The law knows one: what comes after it answers questions and moves no date."""
    return foi_request.events.standing().filter(kind__in=_CLOSING).exists()


def message_kind(confirmed: ReadingConfirmed) -> MessageKind:
    """What a message is by what was confirmed of it, whatever it was called: the record contradicts itself nowhere."""
    kinds = {
        EventKind.PARTIAL_RESPONSE: MessageKind.PARTIAL_REPLY,
        EventKind.REFUSAL: MessageKind.REFUSAL,
        EventKind.OTHER_CORRESPONDENCE: MessageKind.OTHER,
    }
    return kinds.get(reply_event_kind(confirmed), MessageKind.REPLY)


def reply_event_kind(confirmed: ReadingConfirmed) -> EventKind:
    """Which event a confirmed reply is: part of an answer, a refusal, nothing held, or an answer.

    One that decides nothing and answers none of the questions, such as an acknowledgement, is none of these,
    whatever was said about more to come: the clock runs on.
    """
    if (
        confirmed.answers
        and confirmed.decision is None
        and all(given.outcome is Outcome.UNANSWERED for given in confirmed.answers)
    ):
        return EventKind.OTHER_CORRESPONDENCE
    if not confirmed.is_final:
        return EventKind.PARTIAL_RESPONSE
    outcomes = {given.outcome for given in confirmed.answers} - {Outcome.NOT_FOI, Outcome.UNANSWERED}
    refused = {Outcome.REFUSED, Outcome.NCND, Outcome.COST_LIMIT}
    if outcomes == {Outcome.NOT_HELD} or (not outcomes and confirmed.decision is Decision.NOT_HELD):
        return EventKind.NOT_HELD
    if outcomes and outcomes <= refused:
        return EventKind.REFUSAL
    if not outcomes and confirmed.decision in {Decision.REFUSED, Decision.NCND, Decision.COST_LIMIT}:
        return EventKind.REFUSAL
    return EventKind.FINAL_RESPONSE


_REPLY_SENTENCES = {
    EventKind.PARTIAL_RESPONSE: "They answered some of the questions",
    EventKind.REFUSAL: "They refused the request",
    EventKind.NOT_HELD: "They say they hold nothing",
    EventKind.FINAL_RESPONSE: "They replied",
    EventKind.OTHER_CORRESPONDENCE: "They wrote, and answered none of the questions",
}
_CLOSING = {EventKind.FINAL_RESPONSE, EventKind.REFUSAL, EventKind.NOT_HELD}
