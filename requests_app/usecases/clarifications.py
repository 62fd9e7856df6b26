"""Clarification: what the authority asks before it searches, and the answer that starts the clock afresh."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from requests_app.core.calendars import london_day
from requests_app.core.checks import check_day, check_not_before, check_text
from requests_app.core.errors import BadInput, WrongState
from requests_app.core.states import Channel, EventKind, LetterKind, State
from requests_app.models import Clarification, Draft, FoiRequest, Message, Question, User
from requests_app.models.draft import LIVE_STATES
from requests_app.usecases.clock import recompute
from requests_app.usecases.foi_requests import check_under_way, day_sent
from requests_app.usecases.notices import tell_of_question
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
    message: Message | None = None,
    by: User,
    now: datetime,
) -> Clarification:
    """Record that the authority asked what is meant (FOIA s.1(3), FOISA s.1(3)), in ``message`` where that is in the
    record already.

    The clock stops, unless the question was not needed to identify or locate the information
    (``was_needed`` false): then nothing moves (RULES.md 2.2). Raises BadInput, NotPermitted, WrongState.
    """
    foi_request = open_for_change(foi_request, by)
    check_under_way(foi_request)
    if foi_request.state not in WAITING_FOR_THEM:
        raise WrongState(
            f"{foi_request.reference} is not waiting for the authority, so there is nothing to clarify now."
        )
    if foi_request.clarifications.filter(is_answered=False).exists():
        raise WrongState(
            "They asked something before that is not answered yet. Record your answer to it first."
        )
    if any(question.foi_request_id != foi_request.pk for question in questions):
        raise BadInput("One of these questions belongs to another request. Load the page again.")
    asked = check_text(asked, field="asked", what="What they asked")
    check_day(on, today=london_day(now), field="on", what="The day they asked")
    check_not_before(
        on, day_sent(foi_request), field="on", what="Their question", than="the request was sent"
    )
    message = message or keep_message(
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
    if was_needed:
        tell_of_question(clarification, by=by, now=now)
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
    letter: tuple[str, str] | None = None,
) -> Clarification:
    """Record our answer, and the letter it went in: its subject and words, where that is more than the answer.

    Where the question was needed, a fresh period runs from its receipt
    (FOIA s.10(6)(b), FOISA s.10(1)(b)), which is presumed the same day. Letters drafted with another answer
    are put away. Raises BadInput, NotPermitted, WrongState.
    """
    foi_request, clarification = open_clarification(clarification, by)
    answered = check_text(answered, field="answered", what="Your answer")
    check_day(on, today=london_day(now), field="on", what="The day you answered")
    check_not_before(on, clarification.asked_on, field="on", what="Your answer", than="they asked")
    subject, body = letter or ("", answered)
    message = keep_message(
        foi_request,
        Message.Direction.SENT,
        Message.Kind.CLARIFICATION_ANSWER,
        subject=subject,
        body=body,
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
    live_letters(clarification).update(state=Draft.State.DISMISSED, changed_at=now)
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


def open_clarification(clarification: Clarification, by: User) -> tuple[FoiRequest, Clarification]:
    """Lock the request of a question that waits for our answer; both fresh. Raises NotPermitted, WrongState."""
    foi_request = open_for_change(clarification.foi_request, by)
    check_under_way(foi_request)
    clarification = Clarification.objects.get(pk=clarification.pk)
    if clarification.is_answered:
        raise WrongState("This question has been answered already. Look at the request as it is now.")
    return foi_request, clarification


def cause_of_letter(clarification: Clarification) -> str:
    """What makes the letter with our answer due: this question."""
    return f"clarification {clarification.pk}"


def live_letters(clarification: Clarification) -> QuerySet[Draft]:
    """Letters with our answer that are neither sent nor dismissed."""
    return Draft.objects.filter(
        foi_request=clarification.foi_request_id,
        kind=LetterKind.CLARIFICATION_REPLY,
        cause=cause_of_letter(clarification),
        state__in=LIVE_STATES,
    )
