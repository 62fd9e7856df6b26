"""What waits to be told one person this morning, and which of it is still true and still theirs to know."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from requests_app.core.calendars import Calendar
from requests_app.core.notices import OF_THE_CLOCK, NoticeKind, Timing
from requests_app.core.reminding import Stage, Turn, reached
from requests_app.core.states import State
from requests_app.models import Draft, FoiRequest, Membership, Message, Notice, Reminder, User
from requests_app.models.campaign import Role
from requests_app.models.deadline import PENDING
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.mail_items import Item, Pages, date_item, notice_item
from requests_app.queries.telling import Choices, Snoozed, choices_of, snoozes_of

_OF_A_REQUEST = (
    *("number", "campaign_id", "regime", "state", "title", "authority_reference"),
    *("authority__official_name", "authority__short_name"),
)
_OF_A_NOTICE = (
    *("user_id", "kind", "about", "url", "created_at"),
    *(f"foi_request__{name}" for name in _OF_A_REQUEST),
)
_OF_A_DATE = (
    *("kind", "key", "due_on", "on_whom", "section", "source", "overdue_from", "chase_from"),
    *("opens", "uncertain", "status", *(f"foi_request__{name}" for name in _OF_A_REQUEST)),
)
_OF_A_REMINDER = ("user_id", "stage", "turn", *(f"deadline__{name}" for name in _OF_A_DATE))
"""All that mail says of them: whole rows take twice as long, and the working of a date stands in single mails only."""

_LETTER = re.compile(r"/letters/(\d+)/$")
_REPLY = re.compile(r"/reply/(\d+)/$")
_NAMED = frozenset({NoticeKind.MENTIONED, NoticeKind.ASSIGNED})
"""What somebody is told by name, whatever their role."""


@dataclass
class Entry:
    """One thing to tell, with the rows that it settles."""

    item: Item
    timing: Timing
    reminders: list[Reminder] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


@dataclass
class Morning:
    """What one person is told, and the rows that have nothing to say any more."""

    user: User
    choices: Choices
    entries: list[Entry] = field(default_factory=list)
    untrue_reminders: list[Reminder] = field(default_factory=list)
    untrue_notices: list[Notice] = field(default_factory=list)


def people_with_news() -> list[int]:
    """The keys of the people for whom something waits. Two queries."""
    reminded = (
        Reminder.objects.filter(state=Reminder.State.WAITING).order_by().values_list("user_id", flat=True)
    )
    noticed = Notice.objects.filter(state=Notice.State.WAITING).order_by().values_list("user_id", flat=True)
    return sorted({*reminded.distinct(), *noticed.distinct()})


def morning_of(user: User, *, calendar_of: Callable[[str], Calendar], on: date) -> Morning:
    """Gather what one person is told. Eight queries, however much it is."""
    reminders = list(
        Reminder.objects.filter(user=user, state=Reminder.State.WAITING)
        .select_related("deadline__foi_request__authority")
        .only(*_OF_A_REMINDER)
        .order_by("deadline__due_on", "deadline_id", "pk")
    )
    notices = list(
        Notice.objects.filter(user=user, state=Notice.State.WAITING)
        .select_related("foi_request__authority")
        .only(*_OF_A_NOTICE)
        .order_by("created_at", "pk")
    )
    requests = {each.deadline.foi_request_id for each in reminders} | {
        each.foi_request_id for each in notices
    }
    live = _live_drafts(requests)
    facts = _Facts(
        user=user,
        roles=dict(Membership.objects.filter(user=user).values_list("campaign_id", "role")),
        choices=choices_of([user]),
        asleep=snoozes_of(requests),
        live=live,
        live_ids={draft.pk for draft in live},
        unread=_unread(notices),
        calendar_of=calendar_of,
        on=on,
    )
    morning = Morning(user, facts.choices)
    _take_reminders(morning, reminders, facts)
    _take_notices(morning, notices, facts)
    return morning


@dataclass
class _Facts:
    user: User
    roles: Mapping[int, str]
    choices: Choices
    asleep: Snoozed
    live: Sequence[Draft]
    live_ids: set[int]
    unread: set[int]
    calendar_of: Callable[[str], Calendar]
    on: date

    def timing(self, foi_request: FoiRequest, kind: NoticeKind, key: str = "") -> Timing:
        """When the person is to be told; NEVER where they may not know, or put it off, or it is withdrawn."""
        role = self.roles.get(foi_request.campaign_id, "")
        may_know = bool(role) and (role in {Role.OWNER, Role.EDITOR} or kind in _NAMED)
        put_off = self.asleep.get((self.user.pk, foi_request.pk), set()) if kind in OF_THE_CLOCK else set()
        is_asleep = "" in put_off or (key != "" and key in put_off)
        if not self.user.wants_reminders or not self.user.is_active:
            return Timing.NEVER
        if not may_know or is_asleep or foi_request.state == State.WITHDRAWN:
            return Timing.NEVER
        return self.choices.timing(self.user.pk, foi_request, kind)

    def is_true(self, reminder: Reminder) -> bool:
        """Whether the date still calls for something, and its stage is the one that is true today."""
        deadline = reminder.deadline
        choice = self.choices.of(self.user.pk, deadline.foi_request)
        turn, _ = reached(
            deadline.due_on,
            passed_from=deadline.chase_from or deadline.overdue_from,
            calendar=self.calendar_of(deadline.foi_request.regime),
            today=self.on,
            stages=choice.stages or (),
            weeks=choice.weeks or 0,
        )
        return deadline.status in PENDING and turn == Turn(Stage(reminder.stage), reminder.turn)


def _live_drafts(requests: Iterable[int]) -> list[Draft]:
    """The letters that wait for a person, oldest first."""
    drafts = Draft.objects.filter(foi_request__in=list(requests), state__in=LIVE_STATES)
    return list(drafts.only("foi_request_id", "kind").order_by("pk"))


def _unread(notices: Iterable[Notice]) -> set[int]:
    """The messages among those the notices are about that nobody has confirmed yet."""
    about = [int(found[1]) for each in notices if (found := _REPLY.search(each.url))]
    if not about:
        return set()
    states = [Message.ReadingState.BEING_READ, Message.ReadingState.TO_CONFIRM]
    waiting = Message.objects.filter(pk__in=about, reading_state__in=states)
    return set(waiting.values_list("pk", flat=True))


def _take_reminders(morning: Morning, reminders: Iterable[Reminder], facts: _Facts) -> None:
    pages = Pages({draft.foi_request_id: draft for draft in facts.live})
    reminders = list(reminders)
    for each in reminders:
        deadline = each.deadline
        timing = facts.timing(deadline.foi_request, NoticeKind.DATE, deadline.key)
        if timing is Timing.NEVER or not facts.is_true(each):
            morning.untrue_reminders.append(each)
            continue
        calendar = facts.calendar_of(deadline.foi_request.regime)
        item = date_item(
            deadline,
            Stage(each.stage),
            calendar=calendar,
            today=facts.on,
            pages=pages,
            in_full=timing is Timing.AT_ONCE or len(reminders) == 1,
        )
        morning.entries.append(Entry(item, timing, reminders=[each]))


def _take_notices(morning: Morning, notices: Iterable[Notice], facts: _Facts) -> None:
    """Take in the news; what a reminder of the same request says already goes with it."""
    by_url = {entry.item.url: entry for entry in morning.entries}
    by_request = {entry.item.foi_request.pk: entry for entry in morning.entries}
    for each in notices:
        kind = NoticeKind(each.kind)
        timing = facts.timing(each.foi_request, kind)
        if timing is Timing.NEVER or not _still_waits(each, facts):
            morning.untrue_notices.append(each)
            continue
        item = notice_item(each)
        said = by_url.get(item.url) if kind is NoticeKind.DRAFT_WAITING else None
        if kind is NoticeKind.WOKEN:
            said = by_request.get(each.foi_request_id)
        if said is not None:
            said.notices.append(each)
        else:
            # What could not be told at once any more goes with the rest: one mail.
            morning.entries.append(Entry(item, Timing.DIGEST, notices=[each]))


def _still_waits(notice: Notice, facts: _Facts) -> bool:
    """Whether the letter or the reply that it is about still waits for a person."""
    letter, reply = _LETTER.search(notice.url), _REPLY.search(notice.url)
    if notice.kind == NoticeKind.DRAFT_WAITING and letter:
        return int(letter[1]) in facts.live_ids
    if notice.kind == NoticeKind.NEW_REPLY and reply:
        return int(reply[1]) in facts.unread
    return True
