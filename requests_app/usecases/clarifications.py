"""Clarification: what the authority asks before it searches, and the answer that starts the clock afresh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.errors import WrongState
from requests_app.core.states import Channel, EventKind, State
from requests_app.models import Clarification, FoiRequest, Message, Question, User
from requests_app.usecases.clock import recompute
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.record import append_event, keep_message, open_for_change

WAITING_FOR_THEM = {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED}


@transaction.atomic
def record_clarification_asked(
    *,
    foi_request: FoiRequest,
    on: date,
    asked: str,
    questions: Sequence[Question] = (),
    was_needed: bool = True,
    channel: Channel,
    by: User,
    now: datetime,
) -> Clarification:
    """Record that the authority asked what is meant (FOIA s.1(3), FOISA s.1(3)).

    The clock stops, unless the question was not needed to identify or locate the information
    (``was_needed`` false): then nothing moves (RULES.md 2.2). Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    if foi_request.state not in WAITING_FOR_THEM:
        raise WrongState(
            f"{foi_request.reference} is not waiting for the authority, so there is nothing to clarify now."
        )
    asked = check_text(asked, field="asked", what="What they asked")
    check_day(on, today=london_day(now), field="on", what="The day they asked")
    check_not_before(
        on, day_sent(foi_request), field="on", what="Their question", than="the request was sent"
    )
    message = keep_message(
        foi_request,
        Message.Direction.RECEIVED,
        Message.Kind.CLARIFICATION_QUESTION,
        body=asked,
        field="asked",
        on=on,
        channel=channel,
        by=by,
        now=now,
    )
    clarification = Clarification.objects.create(
        foi_request=foi_request, asked_in=message, asked=asked, asked_on=on, was_needed=was_needed
    )
    clarification.questions.set(questions)
    append_event(
        foi_request,
        EventKind.CLARIFICATION_REQUESTED if was_needed else EventKind.OTHER_CORRESPONDENCE,
        on,
        sentence="They asked you to clarify"
        if was_needed
        else "They asked something they did not need to know",
        by=by,
        now=now,
        source="the authority",
        message=message,
    )
    recompute(foi_request, now=now, because="the authority asked for clarification")
    return clarification


@transaction.atomic
def answer_clarification(
    *,
    clarification: Clarification,
    answered: str,
    on: date,
    channel: Channel,
    by: User,
    now: datetime,
) -> Clarification:
    """Record our answer. Where the question was needed, a fresh period runs from its receipt
    (FOIA s.10(6)(b), FOISA s.10(1)(b)). E-mail and portal presume receipt the same day.

    Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(clarification.foi_request, by)
    clarification = Clarification.objects.get(pk=clarification.pk)
    if clarification.is_answered:
        raise WrongState("This question has been answered already. Look at the request as it is now.")
    answered = check_text(answered, field="answered", what="Your answer")
    check_day(on, today=london_day(now), field="on", what="The day you answered")
    check_not_before(on, clarification.asked_on, field="on", what="Your answer", than="they asked")
    message = keep_message(
        foi_request,
        Message.Direction.SENT,
        Message.Kind.CLARIFICATION_ANSWER,
        body=answered,
        on=on,
        channel=channel,
        by=by,
        now=now,
    )
    clarification.answered_in = message
    clarification.answered = answered
    clarification.answered_on = on
    clarification.is_answered = True
    clarification.save()
    append_event(
        foi_request,
        EventKind.CLARIFICATION_RECEIVED if clarification.was_needed else EventKind.OTHER_CORRESPONDENCE,
        on,
        sentence="You answered their question",
        by=by,
        now=now,
        message=message,
        source="presumed received the same day",
    )
    recompute(foi_request, now=now, because="you answered their question")
    return clarification
