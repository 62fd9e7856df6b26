"""The first page: what needs doing, most pressing first, then the dates ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words, plural, short
from requests_app.core.errors import ClockError
from requests_app.core.standing import WAITING
from requests_app.core.states import DeadlineKind, LetterKind, State
from requests_app.models import Deadline, Draft, FoiRequest, Message, User
from requests_app.models.campaign import Role
from requests_app.models.deadline import PENDING
from requests_app.models.foi_request import reference_of
from requests_app.queries.deadlines import REMINDED, deadline_label
from requests_app.queries.holidays import calendars
from requests_app.queries.links import request_urls, row_urls
from requests_app.queries.notice_pages import SnoozeShown, snoozes_shown

LOOK_AHEAD = timedelta(days=14)
MOST_SHOWN = 12
"""Items of one kind on the page, which says when there are more; the list of requests has the rest."""
MOST_AHEAD, MOST_REQUESTS = 12, 10


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
    """One date ahead, and the request it belongs to."""

    on: date
    what: str
    distance: str
    title: str
    authority: str
    url: str


class About(NamedTuple):
    """What the page says of a request: letters and replies stay unread."""

    pk: int
    campaign_id: int
    number: int
    title: str
    regime: str
    state: str
    authority: str
    response_due_on: date | None

    @property
    def reference(self) -> str:
        """Our own reference."""
        return reference_of(self.number)


class Line(NamedTuple):
    """One row that calls for something. ``kind``, ``state`` and ``on`` are the row's own, where it has any."""

    about: About
    pk: int
    kind: str = ""
    state: str = ""
    on: date = date.max

    @property
    def is_right(self) -> bool:
        """A right of the requester that ends on the day."""
        return self.kind == DeadlineKind.REVIEW_REQUEST_BY

    @property
    def is_owed(self) -> bool:
        """A reply that the authority owes by the day."""
        return self.kind == DeadlineKind.RESPONSE_DUE and self.about.state in WAITING

    @property
    def is_asked(self) -> bool:
        """A question of theirs that nobody has answered."""
        return self.kind == DeadlineKind.CLARIFICATION_NUDGE and self.about.state == State.AWAITING_REQUESTER


@dataclass(frozen=True, slots=True)
class Changed:
    """A request on which something was done lately. ``state`` is a State, ``is_overdue`` that its reply is."""

    title: str
    authority: str
    reference: str
    state: str
    is_overdue: bool
    url: str


@dataclass(frozen=True, slots=True)
class TodayPage:
    """What the first page shows. ``more``: things to do of some kind are not all shown."""

    todo: list[ToDo]
    more: bool
    ahead: list[Ahead]
    requests: list[Changed]
    total: int
    put_off: list[SnoozeShown]


def today_page(user: User, *, today: date) -> TodayPage:
    """Gather the page for one person: nine queries and that of the holiday table, whatever their number of
    requests. Viewers see dates and requests; what is to be done is for those who may do it. What was put off stands
    apart, but for replies, which are news, and rights that end.
    """
    roles = dict(user.memberships.values_list("campaign_id", "role"))
    editable = {pk for pk, role in roles.items() if role in {Role.OWNER, Role.EDITOR}}
    mine = FoiRequest.objects.filter(campaign__in=list(roles))
    own = FoiRequest.objects.filter(campaign__in=list(editable))
    calendar_of = calendars()
    last = list(mine.order_by("-changed_at", "-pk").values_list("pk", flat=True)[:MOST_REQUESTS])
    read, about = _lines(
        _replies(own),
        _drafts(own),
        _passed(own, today=today),
        _dates(mine, REMINDED, due_on__range=(today, today + LOOK_AHEAD)),
        besides=last,
    )
    more = any(len(lines) > MOST_SHOWN for lines in read[:3])
    replies, drafts, passed, ahead = (lines[:MOST_SHOWN] for lines in read)
    dates = [*passed, *(line for line in ahead if line.about.campaign_id in editable)]
    handled = {line.about.pk for line in (*drafts, *replies)}
    put_off = snoozes_shown(user)
    asleep = {each.foi_request_id for each in put_off if not each.key}
    desk = Desk()
    return TodayPage(
        todo=[
            *(desk.right(line) for line in dates if line.is_right and line.on >= today),
            *(desk.letter(line) for line in drafts if line.about.pk not in asleep),
            *(
                desk.overdue(line, calendar_of(line.about.regime), today)
                for line in passed
                if line.is_owed and line.about.pk not in handled | asleep
            ),
            *(desk.reply(line) for line in replies),
            *(desk.clarification(line) for line in dates if line.is_asked and line.about.pk not in asleep),
        ],
        more=more,
        ahead=[desk.ahead(line, calendar_of(line.about.regime), today) for line in ahead[:MOST_AHEAD]],
        requests=[desk.changed(about[pk], today) for pk in last],
        total=mine.count() if len(last) == MOST_REQUESTS else len(last),
        put_off=put_off,
    )


Rows = QuerySet[Any, tuple[Any, ...]]
"""Rows that call for something: their key, that of their request, then what ``Line`` has of them besides."""


def _replies(own: QuerySet[FoiRequest]) -> Rows:
    """Replies that nobody has confirmed."""
    unread = Message.objects.filter(foi_request__in=own, reading_state=Message.ReadingState.TO_CONFIRM)
    return unread.order_by("recorded_at", "pk").values_list("pk", "foi_request_id")


def _drafts(own: QuerySet[FoiRequest]) -> Rows:
    """Letters that wait for a person."""
    states = [Draft.State.SUGGESTED, Draft.State.EDITED, Draft.State.APPROVED]
    live = Draft.objects.filter(foi_request__in=own, state__in=states)
    return live.order_by("-created_at", "-pk").values_list("pk", "foi_request_id", "kind", "state")


def _passed(own: QuerySet[FoiRequest], *, today: date) -> Rows:
    """Days that are over and still call for something: a reply that is owed, a question that waits for an answer.

    Read apart from the days ahead, and of open requests alone: else a hundred overdue replies, or the passed dates
    of years of settled requests, would hide the right that ends tomorrow.
    """
    still = own.filter(state__in=[*WAITING, State.AWAITING_REQUESTER])
    return _dates(still, [DeadlineKind.RESPONSE_DUE, DeadlineKind.CLARIFICATION_NUDGE], due_on__lt=today)


def _dates(of: QuerySet[FoiRequest], kinds: Sequence[str], **days: object) -> Rows:
    """Pending dates of these kinds, soonest first."""
    pending = Deadline.objects.filter(foi_request__in=of, kind__in=kinds, status__in=PENDING, **days)
    return pending.order_by("due_on", "pk").values_list("pk", "foi_request_id", "kind", "status", "due_on")


def _lines(*found: Rows, besides: Sequence[int]) -> tuple[list[list[Line]], dict[int, About]]:
    """The first of each kind of row, and one more to tell that there are more; and what is said of their requests and
    of those ``besides``, by their keys: one query a kind, and one for all requests.

    The rows come from indexes alone; the requests are read once each, however many rows they have.
    """
    read = [list(rows[: MOST_SHOWN + 1]) for rows in found]
    wanted = {foi_request_id for rows in read for _, foi_request_id, *_ in rows} | set(besides)
    fields = ("pk", "campaign_id", "number", "title", "regime", "state", "authority__short_name")
    requests = FoiRequest.objects.filter(pk__in=wanted).order_by()
    about = {row[0]: About(*row) for row in requests.values_list(*fields, "response_due_on")}
    return [[Line(about[of], pk, *own) for pk, of, *own in rows] for rows in read], about


class Desk:
    """Words the things to do and the dates ahead. The URLs of all of them are cut from one pattern each."""

    def __init__(self) -> None:
        self.request_url = request_urls()
        self.letter_url = row_urls("draft_detail")
        self.reading_url = row_urls("reply_review")
        self.answer_url = request_urls("clarification_answer")

    def item(
        self, line: Line, when: str, why: str, action: str, action_url: str = "", tone: str = ""
    ) -> ToDo:
        """One thing to do; without ``action_url`` the button leads to the request."""
        url = self.request_url(line.about.reference)
        return ToDo(
            when, f"{line.about.authority}: {line.about.title}", why, url, action, action_url or url, tone
        )

    def right(self, line: Line) -> ToDo:
        """A right that ends soon, and is lost if nothing is done."""
        why = f"{deadline_label(line.kind)}: {in_words(line.on)}."
        return self.item(line, f"Ends {short(line.on)}", why, "Look at the reply", tone="risk")

    def letter(self, line: Line) -> ToDo:
        """A letter to be read, or to be sent."""
        kind = LetterKind(line.kind).label
        url = self.letter_url(line.about.reference, line.pk)
        if line.state == Draft.State.APPROVED:
            why = f"{kind} approved. Send it, then mark it as sent."
            return self.item(line, "Ready to send", why, "Send the letter", url, "due")
        why = f"{kind} drafted from the record. Read it, change it, approve it."
        return self.item(line, "Letter drafted", why, "Read the letter", url, "due")

    def overdue(self, line: Line, calendar: Calendar, today: date) -> ToDo:
        """A reply that has not come in time."""
        why = f"The reply was due by {in_words(line.on)}."
        return self.item(line, _late(calendar, line.on, today), why, "Open the request", tone="due")

    def reply(self, line: Line) -> ToDo:
        """A reply whose reading is to be confirmed."""
        why = "Check what we read in it, then confirm: the questions and the clock follow from it."
        url = self.reading_url(line.about.reference, line.pk)
        return self.item(line, "New reply", why, "Check the reading", url)

    def clarification(self, line: Line) -> ToDo:
        """A question of theirs that stops their clock."""
        why = "Their clock is stopped until you answer."
        return self.item(line, "They ask", why, "Answer", self.answer_url(line.about.reference))

    def changed(self, about: About, today: date) -> Changed:
        """A request on which something was done."""
        due_on, url = about.response_due_on, self.request_url(about.reference)
        late = about.state in WAITING and due_on is not None and due_on < today
        return Changed(about.title, about.authority, about.reference, about.state, late, url)

    def ahead(self, line: Line, calendar: Calendar, today: date) -> Ahead:
        """A date that is still to come."""
        days = _count(calendar, today, line.on)
        distance = "today" if line.on == today else f"in {plural(days, 'working day')}" if days else ""
        url = self.request_url(line.about.reference)
        return Ahead(
            line.on, deadline_label(line.kind), distance, line.about.title, line.about.authority, url
        )


def _late(calendar: Calendar, due_on: date, today: date) -> str:
    days = _count(calendar, due_on, today)
    if days is None:
        return "Overdue"
    return f"{plural(days, 'working day')} late" if days else "Just overdue"


def _count(calendar: Calendar, first: date, last: date) -> int | None:
    """Working days between two days; None where the holiday table does not reach."""
    try:
        return calendar.count(first, last)
    except ClockError:
        return None
