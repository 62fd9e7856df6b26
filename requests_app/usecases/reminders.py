"""Telling people of dates, once for each stage, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.template.loader import render_to_string

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words, plural
from requests_app.core.errors import ClockError
from requests_app.core.regimes import rules_for
from requests_app.core.reminding import Stage, reached
from requests_app.core.states import Party, Regime
from requests_app.models import Deadline, FoiRequest, OutgoingEmail, Reminder, User
from requests_app.queries.deadlines import deadline_label
from requests_app.usecases.mail import queue_email

NEWS_FOR = timedelta(days=28)
"""How long after it passed people are told of a date. Somebody who joins a campaign with years of requests behind
it would else be told of all of them at once; the first page shows what is still to be done.
"""


@dataclass(slots=True)
class Told:
    """How many were told, and how many stages a later one overtook."""

    queued: int = 0
    passed_over: int = 0


def remind(
    *, deadline: Deadline, people: Iterable[User], calendar: Calendar, today: date, now: datetime
) -> Told:
    """Queue the reminder that is true today for each person who has not had it.

    Stages missed on the way are kept as passed over. Unique per person, date and stage (promise: nobody is
    told the same thing twice). A date that passed longer than ``NEWS_FOR`` ago is told to nobody.
    """
    told = Told()
    passed_from = deadline.chase_from or deadline.overdue_from
    stage, overtaken = reached(deadline.due_on, passed_from=passed_from, calendar=calendar, today=today)
    if stage is None or today - passed_from > NEWS_FOR:
        return told
    known = set(deadline.reminders.values_list("user_id", "stage"))
    for user in people:
        if (user.pk, stage) in known:
            continue
        told.passed_over += len(_pass_over(deadline, user, overtaken, known, today=today))
        email = _queue(deadline, user, stage, calendar=calendar, today=today, now=now)
        Reminder.objects.create(
            user=user, deadline=deadline, stage=stage, state=Reminder.State.QUEUED, on=today, email=email
        )
        told.queued += 1
    return told


def _pass_over(
    deadline: Deadline, user: User, stages: Iterable[Stage], known: set[tuple[int, str]], *, today: date
) -> list[Reminder]:
    return Reminder.objects.bulk_create(
        Reminder(user=user, deadline=deadline, stage=stage, state=Reminder.State.PASSED_OVER, on=today)
        for stage in stages
        if (user.pk, stage) not in known
    )


def _queue(
    deadline: Deadline, user: User, stage: Stage, *, calendar: Calendar, today: date, now: datetime
) -> OutgoingEmail:
    foi_request = deadline.foi_request
    context = {
        "deadline": deadline,
        "foi_request": foi_request,
        "what": deadline_label(deadline.kind),
        "when": when_in_words(deadline.due_on, calendar=calendar, today=today),
        "advice": advice(deadline, stage),
        "url": f"{settings.SITE_URL}{foi_request.get_absolute_url()}",
        "settings_url": f"{settings.SITE_URL}/profile/",
        "user": user,
    }
    return queue_email(
        kind=OutgoingEmail.Kind.REMINDER,
        to_address=user.email,
        subject=subject_of(deadline, stage, foi_request),
        text=render_to_string("requests_app/mail/reminder.txt", context),
        html=render_to_string("requests_app/mail/reminder.html", context),
        user=user,
        foi_request=foi_request,
        now=now,
    )


def subject_of(deadline: Deadline, stage: Stage, foi_request: FoiRequest) -> str:
    """The subject line: what, when, which request."""
    what = deadline_label(deadline.kind)
    when = {
        Stage.ON_THE_DAY: "today",
        Stage.PASSED: f"passed on {in_words(deadline.due_on)}",
    }.get(stage, f"on {in_words(deadline.due_on)}")
    return f"{what} {when}: {foi_request.authority.short_name}, {foi_request.reference}"


def when_in_words(due_on: date, *, calendar: Calendar, today: date) -> str:
    """The distance that matters: ``in 3 working days``, ``today``, ``2 working days ago``; days of the week where
    no working day lies between, or nobody knows which days beyond the holiday table are.
    """
    if due_on == today:
        return "today"
    try:
        working_days = abs(calendar.count(today, due_on))
    except ClockError:
        working_days = 0
    distance = (
        plural(working_days, "working day") if working_days else plural(abs((due_on - today).days), "day")
    )
    return f"in {distance}" if due_on > today else f"{distance} ago"


def advice(deadline: Deadline, stage: Stage) -> str:
    """What the person can do now, in one or two sentences."""
    if deadline.on_whom == Party.AUTHORITY:
        if stage is Stage.PASSED:
            letter = (
                "a request for a review"
                if rules_for(Regime(deadline.foi_request.regime)).review_before_regulator
                else "a short chaser"
            )
            return (
                "Look in your spam folder and on the authority's website first. If nothing has come, "
                f"{letter} is drafted for you to read and approve."
            )
        return "There is nothing you need to do yet. If a reply comes, record it on the request's page."
    if stage is Stage.PASSED:
        return "Open the request to see what is still possible."
    return deadline.opens or "Open the request to see what to do."
