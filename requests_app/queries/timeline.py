"""What happened to a request, newest first, and how far along the line from asking to tribunal it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Length, Substr

from requests_app.core.dates import short
from requests_app.core.states import EventKind, State
from requests_app.models import Attachment, Event, FoiRequest, Message
from requests_app.models.event import NOTED, VOIDED
from requests_app.queries.links import row_urls

EXCERPT = 240
"""Characters of a message shown in the timeline; the whole of it is one link away."""

_REPLIED = (EventKind.FINAL_RESPONSE, EventKind.REFUSAL, EventKind.NOT_HELD)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. ``url`` leads to the whole message, where there is one to read."""

    on: date | None
    title: str
    who: str
    note: str
    url: str
    link_text: str
    is_void: bool
    correct_url: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One station on the line from asking to tribunal; ``state`` is done, now or todo."""

    label: str
    date_text: str
    state: str


def events_of(foi_request: FoiRequest) -> list[Event]:
    """All events with the beginnings of their messages, in the order in which they were recorded. One query."""
    return list(
        Event.objects.filter(foi_request=foi_request)
        .select_related("message")
        .only("kind", "on", "sentence", "source", "details", "message__kind", "message__direction")
        .annotate(
            voiding=F("voided_by"),
            excerpt=Substr("message__body", 1, EXCERPT),
            length=Length("message__body"),
            has_file=Exists(Attachment.objects.filter(message=OuterRef("message"))),
        )
        .order_by("recorded_at", "pk")
    )


def entries(
    foi_request: FoiRequest, events: list[Event], *, is_member: bool, can_edit: bool = False
) -> list[Entry]:
    """The timeline, newest first. A day the record does not state keeps the place in which it was recorded.

    Letters sent after the request carry the requester's address: outsiders see that they went, not what they say.
    """
    shown = [event for event in events if event.kind != VOIDED]
    order: list[tuple[date, int, Event]] = []
    latest = date.min
    for place, event in enumerate(shown):
        latest = event.on or latest
        order.append((latest, place, event))
    order.sort(key=lambda item: item[:2], reverse=True)
    reference = foi_request.reference
    read_url = partial(row_urls("message_detail"), reference)
    correct_url = partial(row_urls("event_correct"), reference) if can_edit else None
    return [_entry(event, read_url, correct_url, is_member=is_member) for _, _, event in order]


def _who(event: Event, *, is_member: bool) -> str:
    """Who said so; for members also what shows that something went."""
    source = f"Source: {event.source}" if event.source else ""
    proof = str(event.details.get("proof") or "") if is_member else ""
    return ". ".join(part for part in (source, f"Proof: {proof}" if proof else "") if part)


def _entry(
    event: Event, read_url: Callable[[int], str], correct_url: Callable[[int], str] | None, *, is_member: bool
) -> Entry:
    message = event.message
    readable = message is not None and bool(message_readable(message, is_member=is_member))
    excerpt = str(getattr(event, "excerpt", "") or "") if readable else ""
    cut = int(getattr(event, "length", 0) or 0) > EXCERPT
    has_file = bool(getattr(event, "has_file", False)) and readable
    return Entry(
        on=event.on,
        title=event.sentence or event.get_kind_display(),
        who=_who(event, is_member=is_member),
        note=f"{excerpt.rstrip()}…" if cut and excerpt else excerpt,
        url=read_url(message.pk) if message is not None and readable and (cut or has_file) else "",
        link_text="Read it all" if not has_file else "Read it all, with its file",
        is_void=_is_void(event),
        correct_url=correct_url(event.pk)
        if correct_url and not _is_void(event) and event.kind != NOTED
        else "",
    )


def message_readable(message: Message, *, is_member: bool) -> bool:
    """Whether the words of a message may be shown to somebody who may see the request."""
    return (
        is_member or message.direction == Message.Direction.RECEIVED or message.kind == Message.Kind.REQUEST
    )


def _is_void(event: Event) -> bool:
    return getattr(event, "voiding", None) is not None


def process(state: State, events: list[Event], *, due_on: date | None, court: bool = False) -> list[Step]:
    """The line from asking to tribunal, and where this request stands on it. ``court``: in Scotland it ends there."""
    last = {event.kind: event for event in events if not _is_void(event)}
    steps = [_asked(last), *_clarified(state, last), _reply(state, last, due_on=due_on)]
    onward = (*_ONWARD, _COURT if court else _TRIBUNAL)
    return [*steps, *(_onward(stage, state, last) for stage in onward)]


@dataclass(frozen=True, slots=True)
class _Stage:
    """A station after the reply: the states in which it is where things stand, and what begins and ends it."""

    label: str
    states: frozenset[State]
    begins: tuple[EventKind, ...]
    ends: tuple[EventKind, ...] = ()


_ONWARD = (
    _Stage(
        "Internal review",
        frozenset({State.REVIEW_RUNNING}),
        (EventKind.INTERNAL_REVIEW_REQUESTED,),
        (EventKind.REVIEW_OUTCOME,),
    ),
    _Stage(
        "Regulator",
        frozenset({State.WITH_REGULATOR}),
        (EventKind.ICO_COMPLAINT, EventKind.ICO_CASE_OPENED, EventKind.SIC_APPLICATION),
        (EventKind.ICO_DECISION_NOTICE, EventKind.SIC_DECISION),
    ),
)
_TRIBUNAL = _Stage("Tribunal", frozenset({State.TRIBUNAL}), (EventKind.TRIBUNAL_APPEAL,))
_COURT = replace(_TRIBUNAL, label="Court of Session")


def _onward(stage: _Stage, state: State, last: dict[str, Event]) -> Step:
    ended = next((last[kind] for kind in stage.ends if kind in last), None)
    begun = next((last[kind] for kind in stage.begins if kind in last), None)
    if state in stage.states and begun is not None:
        return Step(stage.label, f"since {short(begun.on)}", "now")
    if ended is not None:
        return Step(stage.label, short(ended.on), "done")
    return Step(stage.label, short(begun.on) if begun else "", "done" if begun else "todo")


def _asked(last: dict[str, Event]) -> Step:
    asked = last.get(EventKind.SENT)
    return Step("Asked", short(asked.on), "done") if asked else Step("Asked", "not sent yet", "now")


def _clarified(state: State, last: dict[str, Event]) -> list[Step]:
    if state == State.AWAITING_REQUESTER:
        return [Step("Clarification", "your move", "now")]
    answered = last.get(EventKind.CLARIFICATION_RECEIVED)
    return [Step("Clarified", short(answered.on), "done")] if answered else []


def _reply(state: State, last: dict[str, Event], *, due_on: date | None) -> Step:
    reply = next((last[kind] for kind in _REPLIED if kind in last), None)
    if reply:
        return Step("Reply", short(reply.on), "done")
    owed = state in {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED}
    return Step("Reply", f"due {short(due_on)}" if due_on else "", "now" if owed else "todo")
