"""The thread of one made-up request: its events, the messages they came in, and the talk in between."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import pairwise

from benchmarks.made import words
from benchmarks.made.courses import Happening
from requests_app.core.states import Channel
from requests_app.core.states import EventKind as E
from requests_app.models import Attachment, Event, FoiRequest, Message, User
from requests_app.models.event import VOIDED

Kind, Direction = Message.Kind, Message.Direction
OURS, THEIRS = Direction.SENT, Direction.RECEIVED
LENGTHS = (1, 2, 3, 4, 5, 6, 8, 12, 20, 40, 101)
ODDS = (10, 16, 20, 16, 13, 12, 7, 4, 1.5, 0.5)
"""How long threads are: of 100, 1.5 have 20 to 39 messages and one in 200 has 40 to 100."""

IN_A_MESSAGE = {
    E.SENT: (OURS, Kind.REQUEST, "Request sent by e-mail", ""),
    E.RECEIVED: (THEIRS, Kind.ACKNOWLEDGEMENT, "The request reached the authority", "the acknowledgement"),
    E.CLARIFICATION_REQUESTED: (
        THEIRS,
        Kind.CLARIFICATION_QUESTION,
        "They asked you to clarify",
        "the authority",
    ),
    E.CLARIFICATION_RECEIVED: (
        OURS,
        Kind.CLARIFICATION_ANSWER,
        "You answered their question",
        "presumed received the same day",
    ),
    E.FEE_NOTICE: (THEIRS, Kind.OTHER, "They asked for a fee", "the authority"),
    E.PIT_EXTENSION: (
        THEIRS,
        Kind.OTHER,
        "They took more time to weigh the public interest",
        "the authority",
    ),
    E.PARTIAL_RESPONSE: (THEIRS, Kind.REPLY, "They answered some of the questions", "the authority"),
    E.FINAL_RESPONSE: (THEIRS, Kind.REPLY, "They replied", "the authority"),
    E.REFUSAL: (THEIRS, Kind.REPLY, "They refused the request", "the authority"),
    E.NOT_HELD: (THEIRS, Kind.REPLY, "They say they hold nothing", "the authority"),
    E.TRANSFERRED: (THEIRS, Kind.OTHER, "They passed the request on", "the authority"),
    E.INTERNAL_REVIEW_REQUESTED: (OURS, Kind.OTHER, "You asked for an internal review", ""),
    E.REVIEW_OUTCOME: (THEIRS, Kind.OTHER, "They answered your request for a review", "the authority"),
}
WITHOUT_MESSAGE = {
    E.ICO_COMPLAINT: "You complained to the regulator",
    E.ICO_DECISION_NOTICE: "The regulator decided",
    E.TRIBUNAL_APPEAL: "You appealed to the tribunal",
    E.WITHDRAWN: "You withdrew the request",
}


@dataclass(slots=True)
class Thread:
    """Rows to be inserted: messages first, then events, then the rows that void one of them."""

    messages: list[Message] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    voidings: list[Event] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)


def length(dice: random.Random) -> int:
    """How many messages a thread has: 1 to 100, most of them a handful."""
    first, after = dice.choices(list(pairwise(LENGTHS)), ODDS)[0]
    return dice.randrange(first, after)


def make_thread(
    dice: random.Random,
    foi_request: FoiRequest,
    found: Sequence[Happening],
    *,
    unread: bool,
    wanted: int,
    by: User,
    now: datetime,
) -> Thread:
    """Events and messages, in order of their days, with talk in between until there are ``wanted`` messages.

    ``unread``: the last message is a reply that nobody has confirmed. Fewer than ``wanted`` never, more only
    where the events alone need more.
    """
    thread = Thread()
    carried = sum(each.kind in IN_A_MESSAGE for each in found) + unread
    first = found[0].on or now.date() - timedelta(days=60)
    talk = [
        Happening(E.OTHER_CORRESPONDENCE, day) for day in _days(dice, first, now.date(), wanted - carried)
    ]
    clerk = Clerk(dice, foi_request, by, now, thread)
    for each in _in_order([*found, *talk], first):
        clerk.enter(each)
    if unread:
        day = now.date() - timedelta(days=dice.randrange(1, 5))
        clerk.message(THEIRS, Kind.REPLY, max(day, first), state=Message.ReadingState.TO_CONFIRM)
    return thread


def _days(dice: random.Random, first: date, last: date, number: int) -> list[date]:
    span = min((last - first).days, 200)
    return [first + timedelta(days=dice.randint(0, span)) for _ in range(max(number, 0))]


def _in_order(found: list[Happening], first: date) -> list[Happening]:
    """By day; talk comes after what else happened on a day. An event without a day is the first."""
    return sorted(found, key=lambda each: (each.on or first, each.kind is E.OTHER_CORRESPONDENCE))


@dataclass(slots=True)
class Clerk:
    """Enters one thing after the other, each a minute later than the one before on its day."""

    dice: random.Random
    foi_request: FoiRequest
    by: User
    now: datetime
    thread: Thread

    def enter(self, happening: Happening) -> None:
        """One event, with the message it came in and, now and then, its correction."""
        message: Message | None = None
        if happening.kind in IN_A_MESSAGE:
            direction, kind, sentence, source = IN_A_MESSAGE[happening.kind]
            message = self.message(direction, kind, happening.on)
        elif happening.kind is E.OTHER_CORRESPONDENCE:
            theirs = self.dice.random() < 0.5
            sentence, source = ("They wrote", "the authority") if theirs else ("You wrote", "")
            message = self.message(THEIRS if theirs else OURS, Kind.OTHER, happening.on)
        else:
            sentence, source = WITHOUT_MESSAGE[happening.kind], ""
        event = self.event(happening.kind, happening.on, sentence, source, message, dict(happening.details))
        self.thread.events.append(event)
        if happening.kind is E.OTHER_CORRESPONDENCE and self.dice.random() < 0.01:
            voiding = self.event(VOIDED, None, "Entered by mistake", "", None, {})
            voiding.voids = event
            self.thread.voidings.append(voiding)

    def event(
        self,
        kind: str,
        on: date | None,
        sentence: str,
        source: str,
        message: Message | None,
        details: dict[str, object],
    ) -> Event:
        """The row of one event."""
        return Event(
            foi_request=self.foi_request,
            kind=str(kind),
            on=on,
            details=details,
            sentence=sentence,
            source=source,
            message=message,
            recorded_by=self.by,
            recorded_at=self._moment(on),
        )

    def message(
        self,
        direction: Message.Direction,
        kind: Message.Kind,
        on: date | None,
        *,
        state: Message.ReadingState | None = None,
    ) -> Message:
        """The row of one message; every tenth reply comes as a file."""
        body = self.foi_request.letter
        if kind != Kind.REQUEST:
            body = words.body(self.dice, theirs=direction == THEIRS)
        if state is None:
            is_reply = kind == Kind.REPLY
            state = Message.ReadingState.CONFIRMED if is_reply else Message.ReadingState.NONE
        message = Message(
            foi_request=self.foi_request,
            direction=direction,
            kind=kind,
            channel=Channel.EMAIL,
            subject=self.foi_request.title,
            body=body,
            happened_on=on,
            reading_state=state,
            sha256=sha256(f"{len(self.thread.messages)}{on}{body}".encode()).hexdigest(),
            recorded_by=self.by,
            recorded_at=self._moment(on),
        )
        self.thread.messages.append(message)
        if kind == Kind.REPLY and self.dice.random() < 0.1:
            content = body.encode() * 5
            self.thread.attachments.append(
                Attachment(
                    message=message,
                    filename="reply.txt",
                    content_type="text/plain",
                    size=len(content),
                    sha256=sha256(content).hexdigest(),
                    content=content,
                    extracted_text=body,
                )
            )
        return message

    def _moment(self, on: date | None) -> datetime:
        day = on or self.now.date() - timedelta(days=60)
        minutes = timedelta(minutes=len(self.thread.messages) + len(self.thread.events))
        return min(datetime.combine(day, self.now.timetz()).replace(hour=8) + minutes, self.now)
