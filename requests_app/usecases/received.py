"""What a received message is, confirmed by a person: an acknowledgement, a fees notice, a bounce; the right event follows.

Replies are confirmed question by question in ``replies``. Everything else that an authority or a mail program sends is
here: one table says which use case records it, and none of them writes the event a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from requests_app.core.corrections import Made
from requests_app.core.errors import BadInput
from requests_app.core.states import Channel, EventKind, MessageKind, Regime, State
from requests_app.models import Event, FoiRequest, Message, Question, User
from requests_app.queries.readings import proposal
from requests_app.usecases.clarifications import record_clarification_asked
from requests_app.usecases.corrections import keep_corrections
from requests_app.usecases.events import record_event
from requests_app.usecases.foi_requests import record_acknowledgement
from requests_app.usecases.record import claim_reading, open_for_change
from requests_app.usecases.unsaved_readings import settle


@dataclass(frozen=True, slots=True)
class KindConfirmed:
    """What a person confirmed of a message that answers nothing. Only what its kind has counts.

    ``issued_on`` is the date printed on it, ``received_on`` the day we got it. ``their_received_on`` is the day on which
    they say our request came, ``consented`` whether we agreed to a transfer, None where nobody asked. ``spans`` says
    where words were chosen for a value, by the name of its field here.
    """

    kind: MessageKind
    authority_reference: str = ""
    issued_on: date | None = None
    received_on: date | None = None
    their_received_on: date | None = None
    promised_on: date | None = None
    about_review: bool = False
    asked: str = ""
    asked_about: Sequence[Question] = ()
    was_needed: bool = True
    amount: Decimal | None = None
    pay_by: date | None = None
    extension_grounds: tuple[str, ...] = ()
    extended_to: date | None = None
    transferred_to: str = ""
    asks_consent: bool = False
    consented: bool | None = None
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def on(self) -> date | None:
        """The day of what they did: the date on it, else the day it came."""
        return self.issued_on or self.received_on


@dataclass(frozen=True, slots=True)
class _Told:
    """A message with what was confirmed of it, on the way to its use case."""

    foi_request: FoiRequest
    message: Message
    said: KindConfirmed
    on: date
    by: User
    now: datetime

    def event(self, kind: EventKind, details: Mapping[str, object], sentence: str = "") -> None:
        """Record one event of which the message tells."""
        record_event(
            foi_request=self.foi_request,
            kind=kind,
            on=self.on,
            details=details,
            text="",
            channel=Channel(self.message.channel),
            message=self.message,
            sentence=sentence,
            by=self.by,
            now=self.now,
        )


@transaction.atomic
def confirm_kind(*, message: Message, confirmed: KindConfirmed, by: User, now: datetime) -> Event:
    """Record what a message is that answers nothing, and let the clock follow. Returns the event that it is.

    Raises BadInput, ClockError where the state of the request does not admit it, NotPermitted, StaleVersion where it
    was confirmed already, WrongState.
    """
    recorded = RECORDED.get(confirmed.kind)
    if recorded is None:
        raise BadInput("A reply is confirmed question by question. Say what it answers.", field="kind")
    foi_request = open_for_change(message.foi_request, by)
    if confirmed.on is None:
        raise BadInput(
            "Say on which day it came, or which date is on it: what follows counts from it.",
            field="received_on",
        )
    claim_reading(message, confirmed.kind)
    recorded(_Told(foi_request, message, confirmed, confirmed.on, by, now))
    _keep_reference(foi_request, confirmed.authority_reference)
    keep_corrections(message, proposal(message), confirmed.kind, _made(confirmed), by=by, now=now)
    settle(message, by)
    first: Event = message.events.order_by("pk")[0]
    return first


def _keep_reference(foi_request: FoiRequest, reference: str) -> None:
    """Their reference, where none is known yet: the first they gave is the one they answer to."""
    if reference.strip():
        FoiRequest.objects.filter(pk=foi_request.pk, authority_reference="").update(
            authority_reference=reference.strip()[:100]
        )


# What each kind is recorded as


def _acknowledged(told: _Told) -> None:
    said = told.said
    if said.about_review:
        told.event(EventKind.REVIEW_ACKNOWLEDGED, {"target": said.promised_on})
        return
    record_acknowledgement(
        foi_request=told.foi_request,
        on=told.on,
        text="",
        authority_reference=said.authority_reference,
        arrived_on=None,
        claimed_on=said.their_received_on,
        promised_on=said.promised_on,
        channel=Channel(told.message.channel),
        message=told.message,
        by=told.by,
        now=told.now,
    )


def _automatic(told: _Told) -> None:
    told.event(EventKind.OTHER_CORRESPONDENCE, {}, "An automatic reply came")


def _asked(told: _Told) -> None:
    said = told.said
    record_clarification_asked(
        foi_request=told.foi_request,
        on=told.on,
        asked=said.asked or told.message.body,
        questions=said.asked_about,
        was_needed=said.was_needed,
        channel=Channel(told.message.channel),
        message=told.message,
        by=told.by,
        now=told.now,
    )


def _charged(told: _Told) -> None:
    amount = told.said.amount
    details = {"amount": "" if amount is None else f"{amount:f}", "pay_by": told.said.pay_by}
    asked = "" if amount is None else f"They asked for a fee of £{amount:.2f}"
    told.event(EventKind.FEE_NOTICE, details, asked)


def _extended(told: _Told) -> None:
    said, regime = told.said, Regime(told.foi_request.regime)
    if said.about_review or told.foi_request.state == State.REVIEW_RUNNING:
        told.event(EventKind.REVIEW_EXTENDED, {"target": said.extended_to})
        return
    grounds = [cited for ground in said.extension_grounds if (cited := _cited(ground))]
    kind = EXTENSIONS.get(regime)
    if kind is None:
        details = {"target": said.extended_to, "exemptions": grounds}
        told.event(
            EventKind.OTHER_CORRESPONDENCE, details, f"They took longer, for which {regime} has no provision"
        )
        return
    told.event(kind, {"exemptions": grounds, "target": said.extended_to})


EXTENSIONS = {
    Regime.FOIA: EventKind.PIT_EXTENSION,
    Regime.EIR: EventKind.EIR_EXTENSION,
    Regime.EISR: EventKind.EIR_EXTENSION,
}
"""What gives more time under each regime; FOISA has nothing that does (RULES.md 1.4)."""

_CITED = re.compile(r"\d{1,2}[A-Za-z]?(?:\s*\(\s*\w{1,4}\s*\))*")


def _cited(ground: str) -> str:
    """A ground as the clock takes it: ``section 31 (1)(a) and (b)`` is ``31(1)(a)``; empty where it names no section."""
    found = _CITED.search(ground)
    return re.sub(r"\s", "", found[0]) if found else ""


def _transferred(told: _Told) -> None:
    said = told.said
    to = said.transferred_to.strip()
    if said.asks_consent and said.consented is None:
        named = f" to {to}" if to else ""
        told.event(
            EventKind.OTHER_CORRESPONDENCE,
            {"to": to},
            f"They asked whether they may pass the request on{named}",
        )
        return
    passed = f"They passed the request to {to}" if to else ""
    told.event(EventKind.TRANSFERRED, {"to": to, "consent": said.consented}, passed)


def _reviewed(told: _Told) -> None:
    told.event(EventKind.REVIEW_OUTCOME, {"received_on": told.said.received_on})


def _bounced(told: _Told) -> None:
    told.event(EventKind.DELIVERY_FAILED, {})


def _other(told: _Told) -> None:
    promised = told.said.promised_on
    told.event(
        EventKind.OTHER_CORRESPONDENCE,
        {"target": promised},
        "They wrote, and promised an answer" if promised else "They wrote",
    )


RECORDED: Mapping[MessageKind, Callable[[_Told], None]] = {
    MessageKind.ACKNOWLEDGEMENT: _acknowledged,
    MessageKind.AUTOMATIC_REPLY: _automatic,
    MessageKind.CLARIFICATION_QUESTION: _asked,
    MessageKind.FEES_NOTICE: _charged,
    MessageKind.EXTENSION_NOTICE: _extended,
    MessageKind.TRANSFER: _transferred,
    MessageKind.REVIEW_OUTCOME: _reviewed,
    MessageKind.BOUNCE: _bounced,
    MessageKind.OTHER: _other,
}
"""Every kind of message that answers nothing, and what records it."""


def _made(said: KindConfirmed) -> Iterator[Made]:
    """What was confirmed, value by value, under the names under which it was read."""
    amount = "" if said.amount is None else f"{said.amount:f}"
    values: dict[str, date | str | None] = {
        "kind": said.kind.value,
        "reference": said.authority_reference,
        "issued_on": said.issued_on,
        "their_received_on": said.their_received_on,
        "promised_on": said.promised_on,
        "asked": said.asked,
        "amount": amount,
        "pay_by": said.pay_by,
        "extension_grounds": ", ".join(said.extension_grounds),
        "extended_to": said.extended_to,
        "transferred_to": said.transferred_to,
    }
    for name, value in values.items():
        text = value.isoformat() if isinstance(value, date) else value or ""
        yield Made(name, "", text, *said.spans.get(name, (None, None)))
