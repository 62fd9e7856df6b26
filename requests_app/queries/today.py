"""The first page: what needs doing, most pressing first, then the dates ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words, plural, short
from requests_app.core.errors import ClockError
from requests_app.core.standing import WAITING
from requests_app.core.states import DeadlineKind, LetterKind, Party, State
from requests_app.models import Deadline, Draft, FoiRequest, Message, User
from requests_app.models.deadline import PENDING
from requests_app.queries.deadlines import REMINDED, deadline_label
from requests_app.queries.foi_requests import editable_campaigns
from requests_app.queries.holidays import calendars

LOOK_AHEAD = timedelta(days=14)
MOST_SHOWN = 50
"""Items of one kind on the page; the list of requests has the rest."""
STILL_TO_DO = Q(kind=DeadlineKind.RESPONSE_DUE, foi_request__state__in=list(WAITING)) | Q(
    kind=DeadlineKind.CLARIFICATION_NUDGE, foi_request__state=State.AWAITING_REQUESTER
)
"""What a date that has passed can still call for. A right that ended calls for nothing any more."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: when, what, why, and the one button. ``tone`` is quiet, due or risk."""

    when: str
    title: str
    why: str
    url: str
    action_label: str
    action_url: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """One date ahead."""

    on: date
    what: str
    foi_request: FoiRequest
    distance: str


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What the first page shows."""

    todo: list[ToDo]
    ahead: list[Ahead]
    requests: list[FoiRequest]
    total: int


def today_page(user: User, *, today: date) -> TodayPage:
    """Gather the page for one person: seven queries and those of the holiday table, whatever their number of
    requests. Viewers see dates and requests; what is to be done is for those who may do it.
    """
    mine = FoiRequest.objects.worked_on_by(user)
    editable = {membership.campaign_id for membership in editable_campaigns(user)}
    own = mine.filter(campaign__in=editable)
    calendar_of = calendars()
    replies = list(
        Message.objects.filter(foi_request__in=own, reading_state=Message.ReadingState.TO_CONFIRM)
        .select_related("foi_request__authority")
        .defer("body", "foi_request__letter")[:MOST_SHOWN]
    )
    drafts = list(
        Draft.objects.filter(
            foi_request__in=own, state__in=[Draft.State.SUGGESTED, Draft.State.EDITED, Draft.State.APPROVED]
        )
        .select_related("foi_request__authority")
        .defer("body", "suggested_body", "facts", "foi_request__letter")[:MOST_SHOWN]
    )
    ahead = list(_pending(mine).filter(due_on__range=(today, today + LOOK_AHEAD))[:MOST_SHOWN])
    passed = list(_pending(own).filter(STILL_TO_DO, due_on__lt=today)[:MOST_SHOWN])
    deadlines = [*passed, *(row for row in ahead if row.foi_request.campaign_id in editable)]
    drafted = {draft.foi_request_id for draft in drafts}
    unread = {message.foi_request_id for message in replies}
    todo = [
        *_rights(deadlines, today=today),
        *(_draft_item(draft) for draft in drafts),
        *_overdue(deadlines, drafted | unread, calendar_of, today=today),
        *(_reply_item(message) for message in replies),
        *_clarifications(deadlines),
    ]
    shown = list(
        mine.select_related("authority").defer("letter", "clock_uncertain").order_by("-changed_at")[:10]
    )
    return TodayPage(
        todo=todo,
        ahead=[_ahead(row, calendar_of(row.foi_request.regime), today=today) for row in ahead[:12]],
        requests=shown,
        total=mine.count() if len(shown) == 10 else len(shown),
    )


def _pending(foi_requests: QuerySet[FoiRequest]) -> QuerySet[Deadline]:
    """Dates that people are told of, the soonest or most overdue first. The two sides of today are read apart: else
    a hundred overdue replies would hide the right that ends tomorrow.
    """
    rows = Deadline.objects.filter(foi_request__in=foi_requests, status__in=PENDING, kind__in=REMINDED)
    return (
        rows.select_related("foi_request__authority")
        .defer("working", "foi_request__letter")
        .order_by("due_on")
    )


def _rights(deadlines: list[Deadline], *, today: date) -> list[ToDo]:
    """Rights that end soon, and are lost if nothing is done."""
    return [
        ToDo(
            when=f"Ends {short(row.due_on)}",
            title=f"{row.foi_request.authority.short_name}: {row.foi_request.title}",
            why=f"{deadline_label(row.kind)}: {in_words(row.due_on)}.",
            url=row.foi_request.get_absolute_url(),
            action_label="Look at the reply",
            action_url=row.foi_request.get_absolute_url(),
            tone="risk",
        )
        for row in deadlines
        if row.on_whom == Party.REQUESTER and row.kind == "review_request_by" and row.due_on >= today
    ]


def _draft_item(draft: Draft) -> ToDo:
    ready = draft.state == Draft.State.APPROVED
    return ToDo(
        when="Ready to send" if ready else "Letter drafted",
        title=f"{draft.foi_request.authority.short_name}: {draft.foi_request.title}",
        why=(
            f"{LetterKind(draft.kind).label} approved. Send it, then mark it as sent."
            if ready
            else f"{LetterKind(draft.kind).label} drafted from the record. Read it, change it, approve it."
        ),
        url=draft.foi_request.get_absolute_url(),
        action_label="Send the letter" if ready else "Read the letter",
        action_url=reverse("draft_detail", args=[draft.foi_request.reference, draft.pk]),
        tone="due",
    )


def _overdue(
    deadlines: list[Deadline], handled: set[int], calendar_of: Callable[[str], Calendar], *, today: date
) -> list[ToDo]:
    items = []
    for row in deadlines:
        foi_request = row.foi_request
        if (
            row.kind == "response_due"
            and row.due_on < today
            and row.foi_request_id not in handled
            and foi_request.state in WAITING
        ):
            items.append(
                ToDo(
                    when=_late(calendar_of(foi_request.regime), row.due_on, today),
                    title=f"{foi_request.authority.short_name}: {foi_request.title}",
                    why=f"The reply was due by {in_words(row.due_on)}.",
                    url=foi_request.get_absolute_url(),
                    action_label="Open the request",
                    action_url=foi_request.get_absolute_url(),
                    tone="due",
                )
            )
    return items


def _reply_item(message: Message) -> ToDo:
    foi_request = message.foi_request
    return ToDo(
        when="New reply",
        title=f"{foi_request.authority.short_name}: {foi_request.title}",
        why="Check what we read in it, then confirm: the questions and the clock follow from it.",
        url=foi_request.get_absolute_url(),
        action_label="Check the reading",
        action_url=reverse("reply_review", args=[foi_request.reference, message.pk]),
    )


def _clarifications(deadlines: list[Deadline]) -> list[ToDo]:
    return [
        ToDo(
            when="They ask",
            title=f"{row.foi_request.authority.short_name}: {row.foi_request.title}",
            why="Their clock is stopped until you answer.",
            url=row.foi_request.get_absolute_url(),
            action_label="Answer",
            action_url=reverse("clarification_answer", args=[row.foi_request.reference]),
        )
        for row in deadlines
        if row.kind == "clarification_nudge" and row.foi_request.state == State.AWAITING_REQUESTER
    ]


def _ahead(row: Deadline, calendar: Calendar, *, today: date) -> Ahead:
    try:
        days = calendar.count(today, row.due_on)
    except ClockError:
        days = None
    distance = "today" if row.due_on == today else f"in {plural(days, 'working day')}" if days else ""
    return Ahead(row.due_on, deadline_label(row.kind), row.foi_request, distance)


def _late(calendar: Calendar, due_on: date, today: date) -> str:
    try:
        days = calendar.count(due_on, today)
    except ClockError:
        return "Overdue"
    return f"{plural(days, 'working day')} late" if days else "Just overdue"
