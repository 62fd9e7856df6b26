"""The dates of a private calendar: those that still call for something, of requests its person works on now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from requests_app.core.dates import in_words
from requests_app.core.states import DeadlineKind, Party, State
from requests_app.models import CalendarFeed, Campaign, Deadline, FoiRequest, User
from requests_app.models.deadline import PENDING
from requests_app.queries.deadlines import REMINDED, deadline_label
from requests_app.queries.links import request_urls

IN_CALENDARS = [
    *REMINDED,
    DeadlineKind.RESPONSE_DUE_LATEST.value,
    DeadlineKind.FEE_PAY_BY.value,
    DeadlineKind.REVIEW_DUE.value,
    DeadlineKind.REVIEW_DUE_LATEST.value,
    DeadlineKind.COMPLAINT_BY.value,
    DeadlineKind.TRIBUNAL_APPEAL_BY.value,
    DeadlineKind.COURT_OF_SESSION_BY.value,
]
"""The dates that stand in calendars: what is owed, and the rights that end. Not what only explains others."""
STAYS = timedelta(days=60)
"""How long a day that has passed stays in the calendar while it still calls for something."""
MOST = 2000
"""Dates of one calendar, the soonest first: calendar programs choke on more."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of a calendar. ``identity`` and ``key`` stay when it moves; ``moves`` counts how often it has."""

    identity: str
    key: str
    on: date
    title: str
    text: str
    link: str
    moves: int
    changed_at: datetime


def feed_of(secret: str) -> CalendarFeed | None:
    """The calendar of this address, while its person is there and, for a campaign's, is in it. One query."""
    still_in = Q(campaign=None) | Q(
        campaign__in=Campaign.objects.filter(memberships__user=OuterRef("user")).values("pk")
    )
    feeds = CalendarFeed.objects.filter(still_in, secret=secret, user__is_active=True)
    return feeds.select_related("user", "campaign").first()


def dates_of(feed: CalendarFeed, *, today: date) -> list[Dated]:
    """What stands in a calendar on a day: nothing of a request that its person does not work on now. One query."""
    requests = FoiRequest.objects.worked_on_by(feed.user).exclude(state=State.WITHDRAWN)
    if feed.campaign_id is not None:
        requests = requests.filter(campaign=feed.campaign_id)
    moved = (
        Deadline.objects.filter(
            foi_request=OuterRef("foi_request"), key=OuterRef("key"), status=Deadline.Status.MOVED
        )
        .order_by()
        .values("key")
        .annotate(number=Count("pk"))
        .values("number")
    )
    rows = (
        Deadline.objects.filter(
            foi_request__in=requests.values("pk"),
            kind__in=IN_CALENDARS,
            status__in=PENDING,
            due_on__gte=today - STAYS,
        )
        .select_related("foi_request__authority")
        .defer("foi_request__letter", "working")
        .annotate(moves=Coalesce(Subquery(moved), 0))
        .order_by("due_on", "pk")[:MOST]
    )
    url = request_urls()
    return [_dated(row, link=f"{settings.SITE_URL}{url(row.foi_request.reference)}") for row in rows]


def _dated(row: Deadline, *, link: str) -> Dated:
    foi_request = row.foi_request
    authority = foi_request.authority.short_name or foi_request.authority.official_name
    who = "the authority" if row.on_whom == Party.AUTHORITY else "you"
    said = [f"{foi_request.title} ({foi_request.reference}).", f"On {who}: {row.section} ({row.source})."]
    if row.chase_from is not None:
        said.append(f"Chase from {in_words(row.chase_from)}.")
    said += [each for each in (row.opens, row.uncertain and f"Uncertain: {row.uncertain}") if each]
    return Dated(
        identity=str(foi_request.uid),
        key=row.key,
        on=row.due_on,
        title=f"{deadline_label(row.kind)}: {authority}, {foi_request.reference}",
        text="\n".join(said),
        link=link,
        moves=int(row.moves),  # type: ignore[attr-defined]
        changed_at=row.computed_at,
    )


@dataclass(frozen=True, slots=True)
class FeedShown:
    """One calendar a person can have: of all their requests (``slug`` empty), or of one campaign."""

    name: str
    slug: str
    feed: CalendarFeed | None


def feeds_shown(user: User) -> list[FeedShown]:
    """Every calendar a person can have, with its address where there is one. Two queries."""
    feeds = {feed.campaign_id: feed for feed in CalendarFeed.objects.filter(user=user)}
    campaigns: Sequence[Campaign] = list(Campaign.objects.filter(memberships__user=user).order_by("name"))
    return [
        FeedShown("All your requests", "", feeds.get(None)),
        *(FeedShown(each.name, each.slug, feeds.get(each.pk)) for each in campaigns),
    ]
