"""Deciding who is reminded of which date, once for each stage. The morning's mails are made of these rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.notices import Choice, NoticeKind, Timing
from requests_app.core.reminding import Turn, reached
from requests_app.models import Deadline, FoiRequest, Reminder, User
from requests_app.queries.telling import Choices, Snoozed, choices_of, people_of, snoozes_of

Told = dict[tuple[int, int, str, date], set[tuple[str, int]]]
"""Stages and turns by person, request, and the key and day of the date."""


@dataclass
class Audience:
    """Who hears of some requests, what each chose, what they put off, and what they were told."""

    people: dict[int, list[User]]
    choices: Choices
    asleep: Snoozed

    def of(self, foi_request: FoiRequest, kind: NoticeKind, key: str = "") -> Iterator[tuple[User, Choice]]:
        """The people to tell of one kind of thing, with what they chose. ``key``: the date it is about."""
        for user in self.people.get(foi_request.campaign_id, ()):
            put_off = self.asleep.get((user.pk, foi_request.pk), ())
            choice = self.choices.of(user.pk, foi_request)
            if (
                choice.timings[kind] is not Timing.NEVER
                and "" not in put_off
                and (not key or key not in put_off)
            ):
                yield user, choice


def audience_of(foi_requests: Sequence[FoiRequest]) -> Audience:
    """Gather whom to tell of these requests. Three queries."""
    people = people_of({each.campaign_id for each in foi_requests})
    everyone = {user.pk for users in people.values() for user in users}
    return Audience(people, choices_of(everyone), snoozes_of(foi_requests))


def remind(
    *,
    deadlines: Iterable[Deadline],
    audience: Audience,
    calendar_of: Callable[[str], Calendar],
    today: date,
) -> int:
    """Keep the reminder that is true today for each person who has not had it; it goes with the morning's mail.

    Stages missed on the way are kept as passed over. Unique per person, date, stage and turn (promise: nobody is
    told the same thing twice), and a date that comes back to a day it had before is told no second time. Returns
    how many were passed over. The requests of the dates must be those of the audience.
    """
    deadlines = list(deadlines)
    told = _told_before(deadlines)
    rows: list[Reminder] = []
    for deadline in deadlines:
        calendar = calendar_of(deadline.foi_request.regime)
        turns: dict[int, tuple[Turn | None, tuple[Turn, ...]]] = {}
        for user, choice in audience.of(deadline.foi_request, NoticeKind.DATE, deadline.key):
            known = told.get((user.pk, deadline.foi_request_id, deadline.key, deadline.due_on), set())
            if id(choice) not in turns:
                turns[id(choice)] = turns_of(deadline, choice, calendar=calendar, today=today)
            rows += _rows(deadline, user, turns[id(choice)], known, today=today)
    Reminder.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)
    return sum(row.state == Reminder.State.PASSED_OVER for row in rows)


def turns_of(
    deadline: Deadline, choice: Choice, *, calendar: Calendar, today: date
) -> tuple[Turn | None, tuple[Turn, ...]]:
    """The stage of a date that is true today by what somebody chose, and the earlier ones."""
    return reached(
        deadline.due_on,
        passed_from=deadline.chase_from or deadline.overdue_from,
        calendar=calendar,
        today=today,
        stages=choice.stages or (),
        weeks=choice.weeks or 0,
    )


def _rows(
    deadline: Deadline,
    user: User,
    turns: tuple[Turn | None, tuple[Turn, ...]],
    known: set[tuple[str, int]],
    *,
    today: date,
) -> Iterator[Reminder]:
    now, overtaken = turns
    if now is None or now in known:
        return
    for turn in (*overtaken, now):
        if turn not in known:
            state = Reminder.State.WAITING if turn == now else Reminder.State.PASSED_OVER
            yield Reminder(
                user=user, deadline=deadline, stage=turn.stage, turn=turn.number, state=state, on=today
            )


def _told_before(deadlines: Sequence[Deadline]) -> Told:
    """What people were told of these dates, or of earlier rows of the same date on the same day. One query."""
    told: dict[tuple[int, int, str, date], set[tuple[str, int]]] = defaultdict(set)
    rows = Reminder.objects.filter(
        deadline__foi_request__in={deadline.foi_request_id for deadline in deadlines}
    ).values_list(
        "user_id",
        "deadline__foi_request_id",
        "deadline__key",
        "deadline__due_on",
        "stage",
        "turn",
    )
    for user_id, foi_request_id, key, due_on, stage, turn in rows.order_by():
        told[user_id, foi_request_id, key, due_on].add((stage, turn))
    return told
