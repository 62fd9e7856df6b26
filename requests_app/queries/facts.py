"""The facts of one request as letters take them, each with the event or message it comes from (promise 6)."""

from __future__ import annotations

from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.letters.facts import Facts
from requests_app.core.states import EventKind, Regime
from requests_app.models import Clarification, Deadline, Draft, Event, FoiRequest
from requests_app.queries.clock import arrived_on
from requests_app.queries.holidays import calendar_of

DAYS_TO_REPLY_TO_A_CHASER = 5
"""Working days a chaser asks for (RULES.md section 6, L2): a wish, not a limit of law."""


def facts_of(foi_request: FoiRequest, *, today: date, clarification: Clarification | None = None) -> Facts:
    """Gather what the record says. Missing days and texts stay missing: the letter says what it lacks."""
    calendar = calendar_of(foi_request.regime)
    standing = list(Event.objects.standing().filter(foi_request=foi_request))
    events = {event.kind: event for event in standing}
    due = foi_request.deadlines.filter(kind="response_due").exclude(status__in=["moved", "lapsed"]).first()
    origins = {
        "sent_on": _origin(events.get(EventKind.SENT)),
        "received_on": _origin(events.get(EventKind.RECEIVED) or events.get(EventKind.SENT)),
        "clock_restarted_on": _origin(events.get(EventKind.CLARIFICATION_RECEIVED)),
        "response_due_on": f"deadline {due.pk}" if due else "",
    }
    restarted = events.get(EventKind.CLARIFICATION_RECEIVED)
    questions = foi_request.questions.filter(parent=None)
    return Facts(
        authority_name=foi_request.authority.official_name,
        our_reference=foi_request.reference,
        their_reference=foi_request.authority_reference,
        regime=Regime(foi_request.regime),
        title=foi_request.title,
        requester_name=foi_request.requester_name,
        requester_address=foi_request.requester_address,
        sent_on=_day(events.get(EventKind.SENT)),
        received_on=arrived_on(foi_request, standing),
        response_due_on=due.due_on if due else None,
        chase_from=due.chase_from if due else None,
        working_days_late=_late(due, calendar, today),
        clock_restarted_on=restarted.on if restarted else None,
        days_skipped=_skipped(due, calendar),
        questions=tuple((question.label, question.text) for question in questions),
        clarification_asked_on=clarification.asked_on if clarification else None,
        clarification_question=clarification.asked if clarification else "",
        clarification_answers=_answers(clarification),
        clarification_needed=clarification.was_needed if clarification else True,
        ask_by_on=_ask_by(calendar, today),
        today=today,
        origins={name: origin for name, origin in origins.items() if origin},
    )


def _origin(event: Event | None) -> str:
    return f"event {event.pk}" if event else ""


def _day(event: Event | None) -> date | None:
    return event.on if event else None


def _late(due: Deadline | None, calendar: Calendar, today: date) -> int | None:
    if due is None or today <= due.due_on:
        return None
    try:
        return calendar.count(due.due_on, today)
    except ClockError:
        return None


def _skipped(due: Deadline | None, calendar: Calendar) -> tuple[tuple[date, str], ...]:
    if due is None or due.counted_from is None:
        return ()
    return tuple(
        (mark.on, mark.why_skipped)
        for mark in calendar.strip(due.counted_from, due.due_on)
        if mark.why_skipped and not mark.is_weekend
    )


def _answers(clarification: Clarification | None) -> tuple[tuple[str, str], ...]:
    if clarification is None or not clarification.answered:
        return ()
    labels = ", ".join(question.label for question in clarification.questions.all() if question.label)
    return ((labels, clarification.answered),)


def _ask_by(calendar: Calendar, today: date) -> date | None:
    try:
        return calendar.add_working_days(today, DAYS_TO_REPLY_TO_A_CHASER)
    except ClockError:
        return None


def facts_shown(draft: Draft) -> list[dict[str, str]]:
    """The facts a letter states, each with where it comes from in words. One query."""
    events = {f"event {event.pk}": event for event in draft.foi_request.events.all()}
    shown = []
    for fact in draft.facts:
        event = events.get(fact["origin"])
        origin = f"{event.sentence}, {in_words(event.on)}" if event else "the request's own record"
        name = fact["name"].replace("_", " ").capitalize()
        shown.append({"name": name, "value": fact["value"], "origin": origin})
    return shown
