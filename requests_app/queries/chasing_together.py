"""Overdue requests to one authority that one letter may chase, and whether each still may be."""

from __future__ import annotations

from datetime import date

from requests_app.core.errors import ClockError
from requests_app.core.letters.facts import Line
from requests_app.core.letters.overdue_chaser import also_overdue
from requests_app.core.letters.registry import availability
from requests_app.core.letters.situation import OWED, Situation
from requests_app.core.letters.suggesting import chased_lately
from requests_app.core.states import EventKind, LetterKind
from requests_app.models import Draft, FoiRequest
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.facts_of_days import days_between, in_prose
from requests_app.queries.record import record_of, situation_of

MOST_TOGETHER = 10
"""Further requests in one letter: more would be no letter, and each is looked at whole."""


def may_join(draft: Draft, *, today: date) -> list[FoiRequest]:
    """The other requests of the campaign to the same authority that may be chased today. None for other letters.

    One query, and some eight for each that is overdue.
    """
    if draft.kind != LetterKind.OVERDUE_CHASER:
        return []
    foi_request = draft.foi_request
    overdue = FoiRequest.objects.filter(
        campaign=foi_request.campaign_id,
        authority=foi_request.authority_id,
        regime=foi_request.regime,
        requester_name=foi_request.requester_name,
        state__in=OWED,
        response_due_on__lt=today,
    ).exclude(pk=foi_request.pk)
    rows = overdue.select_related("authority", "campaign").order_by("number")[: 2 * MOST_TOGETHER]
    return [each for each in rows if not why_not(each, today=today)][:MOST_TOGETHER]


def why_not(foi_request: FoiRequest, *, today: date) -> str:
    """Why a request may not be chased today; empty where it may."""
    try:
        situation = situation_of(record_of(foi_request, today=today))
    except ClockError:
        return "its dates can't be worked out."
    possible = availability(LetterKind.OVERDUE_CHASER, situation)
    if not possible.available:
        return possible.why
    return "It was chased within the last five working days." if chased_lately(situation) else ""


def overdue_lines(foi_requests: list[FoiRequest], *, today: date) -> tuple[Line, ...]:
    """Each further request as the letter names it, with its row."""
    return tuple(line for each in foi_requests if (line := _line(each, today)) is not None)


def _line(foi_request: FoiRequest, today: date) -> Line | None:
    record = record_of(foi_request, today=today)
    situation: Situation = situation_of(record)
    due, sent = situation.reply_deadline, record.last(EventKind.SENT)
    late = days_between(record, due.due_on, today) if due is not None else None
    if due is None or late is None:
        return None
    words = also_overdue(
        title=foi_request.title,
        our_reference=foi_request.reference,
        their_reference=foi_request.authority_reference,
        sent_on=sent.on if sent else None,
        due_on=due.due_on,
        section=in_prose(due.section),
        late=late,
    )
    return Line(words, f"request {foi_request.pk}")


def others_of(draft: Draft) -> list[FoiRequest]:
    """The further requests that a letter is about, by number. One query; none for letters that are about one."""
    if draft.kind != LetterKind.OVERDUE_CHASER:
        return []
    return list(draft.also_about.select_related("authority", "campaign").order_by("number"))


def chased_elsewhere(draft: Draft) -> Draft | None:
    """The letter of another request that chases this one too and is not sent yet. One query."""
    if draft.kind != LetterKind.OVERDUE_CHASER:
        return None
    waiting = Draft.objects.filter(also_about=draft.foi_request_id, state__in=LIVE_STATES)
    return waiting.select_related("foi_request").first()
