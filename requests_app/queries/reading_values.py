"""What was read in a message, value by value, as its review proposes it: the forms begin with these, and what a person
confirms is held against them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from requests_app.core.corrections import Read
from requests_app.core.reading.records import AnswerRead, Finding, KindRead, ReplyReading
from requests_app.core.states import MessageKind
from requests_app.queries.readings import Proposal

DETAILS: dict[str, str] = {
    "their_received_on": "received_on",
    "promised_on": "promised_on",
    "asked": "asked",
    "amount": "amount",
    "pay_by": "pay_by",
    "extension_grounds": "exemptions",
    "extended_to": "extended_to",
    "transferred_to": "transferred_to",
}
"""Fields of the review of messages that answer nothing, and the values of ``KindRead`` they begin with."""


def proposed_kind(reading: ReplyReading) -> MessageKind:
    """The kind the page begins with: what was read, or a reply where nothing was."""
    return reading.kind.kind if reading.kind.confidence else MessageKind.REPLY


def detail(kind: KindRead, field: str) -> str:
    """One of ``DETAILS`` as it is shown."""
    value: object = getattr(kind, DETAILS[field])
    if isinstance(value, tuple):
        return ("\n" if field == "asked" else ", ").join(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def reference_read(reading: ReplyReading) -> str:
    """Their reference, from the letter or from what tells its kind."""
    return reading.reference or reading.kind.reference


def values_read(read: Proposal, kind: MessageKind) -> Iterator[Read]:
    """Every value read that the review of a message of this kind shows."""
    reading = read.reading
    if reading.kind.confidence:
        yield _kind(reading.kind)
    findings = {finding.what: finding for finding in reversed(reading.findings)}
    yield _value("reference", reference_read(reading), findings.get("reference"))
    responded = reading.date_responded
    yield _value("issued_on", responded.isoformat() if responded else "", findings.get("date_responded"))
    if not kind.answers:
        yield from _details(reading.kind)
        return
    yield _value("decision", reading.decision.value if reading.decision else "", findings.get("decision"))
    for answer in read.with_parts:
        if answer.read is not None:
            yield from _answer(answer.name, answer.read)
    for place, table in enumerate(reading.tables, start=1):
        yield Read("table", str(place), "kept", table.start, table.end, table.confidence)


def _kind(kind: KindRead) -> Read:
    why = next(iter(kind.why), None)
    start, end = (why.start, why.end) if why else (None, None)
    return Read("kind", "", kind.kind.value, start, end, kind.confidence)


def _value(what: str, text: str, finding: Finding | None) -> Read:
    if not text or finding is None:
        return Read(what, "", text)
    return Read(what, "", text, finding.start, finding.end, finding.confidence)


def _details(kind: KindRead) -> Iterator[Read]:
    found = {finding.what: finding for finding in reversed(kind.details)}
    for field, name in DETAILS.items():
        yield _value(field, detail(kind, field), found.get(name))


def _answer(about: str, read: AnswerRead) -> Iterator[Read]:
    place = (read.start, read.end, read.confidence)
    yield Read("outcome", about, read.outcome.value, *place)
    yield Read("answer", about, read.text, *place)
    yield Read("sections", about, ", ".join(read.sections), *place)
