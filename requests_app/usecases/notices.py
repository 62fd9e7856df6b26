"""Telling people of news: a reply, a question, a letter that came back, a draft, a date that moved.

The row is the truth: it says who is told of what, and whether by a mail of its own or in the morning's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from requests_app.core.calendars import london_day
from requests_app.core.dates import in_words
from requests_app.core.letters.printing import shortened
from requests_app.core.notices import OF_THE_CLOCK, NoticeKind, Timing, is_quiet
from requests_app.core.states import State
from requests_app.models import Clarification, Deadline, FoiRequest, Message, Notice, User
from requests_app.models.deadline import PENDING
from requests_app.models.event import NOTED
from requests_app.queries.deadlines import REMINDED, deadline_label
from requests_app.queries.mail_items import notice_item
from requests_app.queries.telling import Choices, choices_of, people_of, snoozes_of
from requests_app.usecases.digests import mail_items

MAY_COME_AGAIN = frozenset({NoticeKind.MENTIONED, NoticeKind.ASSIGNED, NoticeKind.WOKEN})
"""News that may truly come twice in the same words, as may what names no page of its own; of the rest nobody is told the
same thing twice.
"""


@transaction.atomic
def tell(
    *,
    kind: NoticeKind,
    foi_request: FoiRequest,
    now: datetime,
    about: str = "",
    url: str = "",
    only: Iterable[User] | None = None,
    but: User | None = None,
) -> int:
    """Tell the people who work on a request of some news, each as they chose. Returns how many are told.

    ``about`` is one sentence, ``url`` the path of the page it is about (empty: the request's). ``only``: members of
    the campaign in any role; others are never told (promise 8). ``but``: who did it, and knows. After a withdrawal
    nobody is told anything.
    """
    if foi_request.state == State.WITHDRAWN:
        return 0
    people = people_of([foi_request.campaign_id], only=only)[foi_request.campaign_id]
    people = [user for user in people if but is None or user.pk != but.pk]
    if not people:
        return 0
    about, url = " ".join(about.split())[:500], url or foi_request.get_absolute_url()
    known = _told_already(kind, foi_request, about, url)
    asleep = snoozes_of([foi_request]) if kind in OF_THE_CLOCK else {}
    choices, told = choices_of(people), 0
    for user in people:
        if user.pk in known or "" in asleep.get((user.pk, foi_request.pk), ()):
            continue
        if choices.timing(user.pk, foi_request, kind) is not Timing.NEVER:
            _tell_one(
                Notice(user=user, kind=kind, foi_request=foi_request, about=about, url=url, created_at=now),
                choices,
                now=now,
            )
            told += 1
    return told


def tell_of_reply(message: Message, *, by: User | None, now: datetime) -> int:
    """Tell the others that a reply has come, which waits to be confirmed. Returns how many are told."""
    return tell(
        kind=NoticeKind.NEW_REPLY,
        foi_request=message.foi_request,
        now=now,
        url=reverse("reply_review", args=[message.foi_request.reference, message.pk]),
        but=by,
    )


def tell_of_question(clarification: Clarification, *, by: User | None, now: datetime) -> int:
    """Tell the others what the authority asks. Returns how many are told."""
    foi_request = clarification.foi_request
    return tell(
        kind=NoticeKind.CLARIFICATION,
        foi_request=foi_request,
        now=now,
        about=f"They asked on {in_words(clarification.asked_on)}: {shortened(clarification.asked, 300)}",
        url=reverse("clarification_answer", args=[foi_request.reference]),
        but=by,
    )


def tell_of_moves(foi_request: FoiRequest, moved: Iterable[Deadline], *, now: datetime) -> int:
    """Tell of dates that an event has moved, and why; not the person who recorded it. ``moved``: the rows as they are
    now, each with the one it replaces. Returns how many are told of any.
    """
    told = 0
    pending = [row for row in moved if row.kind in REMINDED and row.status in PENDING and row.replaces]
    if not pending:
        return 0
    last = foi_request.events.exclude(kind=NOTED).order_by("-pk").select_related("recorded_by").first()
    for row in pending:
        old = row.replaces
        because = f", because {old.moved_because}" if old and old.moved_because else ""
        told += tell(
            kind=NoticeKind.DATE_MOVED,
            foi_request=foi_request,
            now=now,
            about=(
                f"{deadline_label(row.kind)}: now {in_words(row.due_on)}, "
                f"was {in_words(old.due_on if old else None)}{because}."
            ),
            but=last.recorded_by if last else None,
        )
    return told


def _told_already(kind: NoticeKind, foi_request: FoiRequest, about: str, url: str) -> set[int]:
    same = Notice.objects.filter(foi_request=foi_request, kind=kind, about=about, url=url)
    if kind in MAY_COME_AGAIN or url == foi_request.get_absolute_url():
        same = same.filter(state=Notice.State.WAITING)
    return set(same.values_list("user_id", flat=True))


def _tell_one(notice: Notice, choices: Choices, *, now: datetime) -> None:
    """Keep the row; mail it at once where the person chose that and the day is not one of their quiet ones."""
    notice.state = Notice.State.WAITING
    timing = choices.timing(notice.user_id, notice.foi_request, NoticeKind(notice.kind))
    if timing is Timing.AT_ONCE and not is_quiet(london_day(now), choices.quiet_days(notice.user_id)):
        notice.email = mail_items(user=notice.user, items=[notice_item(notice)], choices=choices, now=now)
        notice.state = Notice.State.QUEUED
    notice.save()
