"""Who is told of what: the people who work on requests, what each of them chose, and what they put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from requests_app.core.notices import Choice, NoticeKind, Timing, settled
from requests_app.core.reminding import Stage
from requests_app.models import Campaign, Event, FoiRequest, Membership, NoticeChoice, Snooze, User
from requests_app.models.campaign import Role


def people_of(
    campaigns: Iterable[Campaign | int], *, only: Iterable[User] | None = None
) -> dict[int, list[User]]:
    """Who is told of the requests of each campaign: its owners and editors who want e-mail, or those named of its
    members in any role. One query.
    """
    memberships = Membership.objects.filter(
        campaign__in=list(campaigns), user__is_active=True, user__wants_reminders=True
    )
    if only is None:
        memberships = memberships.filter(role__in=[Role.OWNER, Role.EDITOR])
    else:
        memberships = memberships.filter(user__in=list(only))
    people: dict[int, list[User]] = defaultdict(list)
    for membership in memberships.select_related("user").order_by("pk"):
        people[membership.campaign_id].append(membership.user)
    return people


@dataclass
class Choices:
    """What people chose, by place. Whoever chose nothing gets the program's own choice."""

    _own: dict[int, NoticeChoice] = field(default_factory=dict)
    _of_campaign: dict[tuple[int, int], NoticeChoice] = field(default_factory=dict)
    _of_request: dict[tuple[int, int], NoticeChoice] = field(default_factory=dict)
    _settled: dict[tuple[int, ...], Choice] = field(default_factory=dict)

    def keep(self, row: NoticeChoice) -> None:
        """Take in one row."""
        if row.foi_request_id is not None:
            self._of_request[row.user_id, row.foi_request_id] = row
        elif row.campaign_id is not None:
            self._of_campaign[row.user_id, row.campaign_id] = row
        else:
            self._own[row.user_id] = row

    def of(self, user_id: int, foi_request: FoiRequest) -> Choice:
        """What counts for one person and one request."""
        rows = self._rows(user_id, foi_request)
        key = tuple(row.pk for row in rows)
        if key not in self._settled:
            self._settled[key] = settled(*(choice_in(row) for row in rows))
        return self._settled[key]

    def _rows(self, user_id: int, foi_request: FoiRequest) -> list[NoticeChoice]:
        """The narrowest place first."""
        rows = (
            self._of_request.get((user_id, foi_request.pk)),
            self._of_campaign.get((user_id, foi_request.campaign_id)),
            self._own.get(user_id),
        )
        return [row for row in rows if row]

    def timing(self, user_id: int, foi_request: FoiRequest, kind: NoticeKind) -> Timing:
        """When the person hears of this kind of news of the request."""
        return self.of(user_id, foi_request).timings[kind]

    def said(self, user_id: int, foi_request: FoiRequest, kind: NoticeKind) -> Timing | None:
        """What the person themself chose, in the narrowest place; None where they left it to the program."""
        chosen = (choice_in(row).timings.get(kind) for row in self._rows(user_id, foi_request))
        return next((timing for timing in chosen if timing), None)

    def quiet_days(self, user_id: int) -> list[int]:
        """The days of the week on which the person gets no mail."""
        row = self._own.get(user_id)
        return row.quiet_days if row else []

    def replies_to(self, user_id: int) -> str:
        """Whom an answer to a mail of ours reaches."""
        row = self._own.get(user_id)
        return row.replies_to if row else NoticeChoice.RepliesTo.SELF


def choices_of(people: Iterable[User | int]) -> Choices:
    """All that these people chose. One query."""
    choices = Choices()
    for row in NoticeChoice.objects.filter(user__in=list(people)):
        choices.keep(row)
    return choices


def choice_in(row: NoticeChoice) -> Choice:
    """A row as the core takes it; what a later version of the program no longer knows is left out."""
    known_stages, known_kinds, known_timings = set(Stage), set(NoticeKind), set(Timing)
    return Choice(
        stages=None
        if row.stages is None
        else frozenset(Stage(each) for each in row.stages if each in known_stages),
        weeks=row.weeks,
        timings={
            NoticeKind(kind): Timing(timing)
            for kind, timing in row.timings.items()
            if kind in known_kinds and timing in known_timings
        },
    )


Snoozed = dict[tuple[int, int], set[str]]
"""By person and request: the keys of the dates that are put off, "" for all of them."""


def snoozes_of(foi_requests: Iterable[FoiRequest | int]) -> Snoozed:
    """What is put off of these requests and by whom. One query."""
    rows = Snooze.objects.filter(foi_request__in=list(foi_requests), ended_at=None)
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for user_id, foi_request_id, key in rows.values_list("user_id", "foi_request_id", "deadline_key"):
        found[user_id, foi_request_id].add(key)
    return found


def happened_since(snoozes: Iterable[Snooze]) -> set[int]:
    """The keys of those snoozes that wait for something which has been recorded since they began. One query."""
    waiting = [each for each in snoozes if each.until_what]
    if not waiting:
        return set()
    events = Event.objects.standing().filter(
        foi_request__in={each.foi_request_id for each in waiting},
        recorded_at__gt=min(each.created_at for each in waiting),
    )
    recorded: dict[int, list[tuple[str, object]]] = defaultdict(list)
    for foi_request_id, kind, at in events.values_list("foi_request_id", "kind", "recorded_at"):
        recorded[foi_request_id].append((kind, at))
    return {
        each.pk
        for each in waiting
        if any(
            kind in each.awaited.events and at > each.created_at  # type: ignore[operator]
            for kind, at in recorded[each.foi_request_id]
        )
    }
