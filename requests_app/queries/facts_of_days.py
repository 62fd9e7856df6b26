"""The days of a request as letters state them: sent, received, due, late, extended, asked back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from requests_app.core.clock import Deadline
from requests_app.core.errors import ClockError
from requests_app.core.letters import telling
from requests_app.core.letters.facts import Line
from requests_app.core.letters.printing import one_line
from requests_app.core.letters.situation import DAYS_BETWEEN_CHASERS, DAYS_FOR_A_DECISION, Situation
from requests_app.core.states import Channel, EventKind, LetterKind, Outcome, Regime, ResponseBasis, State
from requests_app.models import Event
from requests_app.queries.clock import arrived_on
from requests_app.queries.record import Record

_HOW: dict[str, str] = {
    Channel.EMAIL: "by e-mail",
    Channel.POST: "by post",
    Channel.PORTAL: "through your website",
    Channel.HAND: "by hand",
}
_PLAIN_WORKING_DAYS = 20
_REVIEW_WORKING_DAYS = 20
_EIR_REVIEW_WORKING_DAYS = 40


@dataclass(slots=True)
class Found:
    """Some facts, and for those that come from an event, a message or a date, which."""

    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, value: Any, origin: str = "") -> None:
        """Take one fact up."""
        self.values[name] = value
        if origin:
            self.origins[name] = origin


def of_sending(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """When and how the request went, and when it reached them."""
    found = Found()
    sent = record.last(EventKind.SENT)
    received = record.last(EventKind.RECEIVED) or sent
    if sent is not None:
        found.take("sent_on", sent.on, origin_of(sent))
        found.take("sent_how", _HOW.get(str(sent.details.get("channel", "")), ""), origin_of(sent))
        found.take("address_used", str(sent.details.get("address", "")), origin_of(sent))
    found.take(
        "received_on",
        arrived_on(record.foi_request, record.events, holidays=record.holidays),
        origin_of(received),
    )
    return found


def of_authority(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """Where the authority is written to: an address that somebody has checked. One query."""
    found = Found()
    by_channel = {address.channel: address for address in record.addresses}
    address = by_channel.get(Channel.POST) or by_channel.get(Channel.EMAIL)
    if address is not None:
        found.take("authority_address", address.address, f"address {address.pk}")
    return found


def of_asking(record: Record, kind: LetterKind, _situation: Situation) -> Found:
    """By when the letter asks for something: a wish, and for a review the time that law or guidance gives."""
    found = Found()
    days = DAYS_FOR_A_DECISION if kind is LetterKind.EXTENSION_OVERDUE else DAYS_BETWEEN_CHASERS
    found.take("ask_by_on", after(record, record.today, days))
    review = _EIR_REVIEW_WORKING_DAYS if record.regime is Regime.EIR else _REVIEW_WORKING_DAYS
    found.take("review_ask_by_on", after(record, record.today, review))
    return found


def of_reply_day(record: Record, _kind: LetterKind, situation: Situation) -> Found:
    """When the reply was due, on what law, and how late it is."""
    found = Found()
    due = situation.reply_deadline
    restarted = record.last(EventKind.CLARIFICATION_RECEIVED)
    if restarted is not None and not restarted.details.get("covers"):
        found.take("clock_restarted_on", restarted.on, origin_of(restarted))
    if due is None:
        return found
    origin = record.origin_of_date(due.key)
    found.take("response_due_on", due.due_on, origin)
    found.take("response_section", in_prose(due.section), origin)
    found.take("counted_plainly", _counted_plainly(record, due))
    found.take("chase_from", due.chase_from)
    found.take("working_days_late", days_between(record, due.due_on, record.today), origin)
    found.take("days_skipped", _skipped(record, due), origin)
    if record.clock.response_basis is ResponseBasis.TARGET_WITHIN_GUIDELINE:
        found.take("estimate_on", due.due_on, origin)
    return found


def of_part_answered(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """What was answered of a request that is still open, and what was not."""
    found = Found()
    reply = record.reply
    if record.clock.state is not State.PARTIALLY_ANSWERED or reply is None:
        return found
    found.take("partly_answered_on", reply.issued_on or reply.received_on, f"message {reply.message_id}")
    said = {each.name: each for each in record.said}
    lines = []
    for question, parts in record.questions:
        name = question.label or str(question.position)
        answered = name in said or any(f"{name}{part.label}" in said for part in parts)
        if not answered or (name in said and said[name].outcome is Outcome.UNANSWERED):
            words = one_line(question.text)
            lines.append(Line(f"question {name}: {words}", f"question {question.pk}"))
    found.take("unanswered", tuple(lines))
    return found


def of_chaser(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """When the first chaser went."""
    found = Found()
    sent = [event for event in record.events if event.details.get("letter") == LetterKind.OVERDUE_CHASER]
    if sent:
        found.take("chaser_sent_on", sent[-1].on, origin_of(sent[-1]))
    return found


def of_clarification(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """What they asked, and our answer."""
    found = Found()
    clarification = record.clarification
    if clarification is None:
        return found
    origin = f"message {clarification.asked_in_id}" if clarification.asked_in_id else ""
    found.take("clarification_asked_on", clarification.asked_on, origin)
    found.take("clarification_question", clarification.asked, origin)
    found.take("clarification_needed", clarification.was_needed)
    if clarification.answered:
        labels = ", ".join(question.label for question in clarification.questions.all() if question.label)
        found.take("clarification_answers", ((labels, clarification.answered),))
    return found


def of_extension(record: Record, _kind: LetterKind, _situation: Situation) -> Found:
    """The notices in which they took more time to weigh the public interest."""
    found = Found()
    notices = [event for event in record.events if event.kind == EventKind.PIT_EXTENSION]
    found.take(
        "extension_notices",
        tuple(
            telling.extension_notice(
                event.on,
                [f"section {_bare(str(each))}" for each in event.details.get("exemptions", ())],
                day_in(event, "target"),
                origin=origin_of(event),
            )
            for event in notices
        ),
    )
    return found


def day_in(event: Event, name: str) -> date | None:
    """A day among the details of an event."""
    value = event.details.get(name)
    return date.fromisoformat(str(value)) if value else None


def origin_of(event: Event | None) -> str:
    """How a fact names the event it comes from."""
    return f"event {event.pk}" if event else ""


def in_prose(section: str) -> str:
    """``FOIA s.10(3), s.17(2)`` as a letter cites it: ``section 10(3), section 17(2)``."""
    bare = re.sub(r"^(?:FOIA|FOISA|EIR|EI\(S\)R)\s+", "", section)
    return re.sub(r"\breg (?=\d)", "regulation ", re.sub(r"\bs\.(?=\d)", "section ", bare))


def after(record: Record, on: date, number: int) -> date | None:
    """So many working days after a day; None beyond the table of bank holidays."""
    try:
        return record.calendar.add_working_days(on, number)
    except ClockError:
        return None


def days_between(record: Record, after_day: date, until: date) -> int | None:
    """Working days after one day up to another; None where there are none or nobody can count them."""
    if until <= after_day:
        return None
    try:
        return record.calendar.count(after_day, until)
    except ClockError:
        return None


def _counted_plainly(record: Record, due: Deadline) -> bool:
    """Whether the day is the 20th working day after receipt, and nothing more need be said of how it came about."""
    clock = record.clock
    plain = (
        clock.response_basis is ResponseBasis.STATUTE
        and clock.school_day_20 is None
        and not clock.working_days_disregarded
        and due.trigger_on is not None
    )
    counted = days_between(record, due.trigger_on, due.due_on) if plain and due.trigger_on else None
    return counted == _PLAIN_WORKING_DAYS


def _skipped(record: Record, due: Deadline) -> tuple[tuple[date, str], ...]:
    if due.trigger_on is None:
        return ()
    return tuple(
        (mark.on, mark.why_skipped)
        for mark in record.calendar.strip(due.trigger_on, due.due_on)
        if mark.why_skipped and not mark.is_weekend
    )


def _bare(cited: str) -> str:
    return re.sub(r"^(?:sections?|ss?\.?)\s*", "", cited.strip(), flags=re.IGNORECASE)
