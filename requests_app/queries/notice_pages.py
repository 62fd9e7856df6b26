"""What the pages about reminders show: a person's choices by place, and what they put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.dates import in_words
from requests_app.core.notices import Awaited
from requests_app.core.states import State
from requests_app.models import Campaign, FoiRequest, NoticeChoice, Snooze, User
from requests_app.models.campaign import Role
from requests_app.models.deadline import PENDING
from requests_app.queries.deadlines import REMINDED, deadline_label


def choice_of(
    user: User, *, campaign: Campaign | None = None, foi_request: FoiRequest | None = None
) -> NoticeChoice | None:
    """What a person chose in one place; None where they left it. One query."""
    return NoticeChoice.objects.filter(user=user, campaign=campaign, foi_request=foi_request).first()


def campaigns_told_of(user: User) -> list[Campaign]:
    """The campaigns of whose requests a person is told. One query."""
    return list(
        Campaign.objects.filter(
            memberships__user=user, memberships__role__in=[Role.OWNER, Role.EDITOR]
        ).order_by("name")
    )


@dataclass(frozen=True, slots=True)
class SnoozeShown:
    """One thing put off: of what, until when."""

    foi_request_id: int
    reference: str
    authority: str
    title: str
    what: str
    until: str
    key: str


def snoozes_shown(user: User, foi_requests: Sequence[FoiRequest] | None = None) -> list[SnoozeShown]:
    """What a person has put off of requests they may still see, or of these. One query."""
    rows = Snooze.objects.filter(user=user, ended_at=None, foi_request__campaign__memberships__user=user)
    if foi_requests is not None:
        rows = rows.filter(foi_request__in=foi_requests)
    return [
        SnoozeShown(
            foi_request_id=row.foi_request_id,
            reference=row.foi_request.reference,
            authority=row.foi_request.authority.short_name,
            title=row.foi_request.title,
            what=deadline_label(kind) if (kind := row.deadline_key.partition(":")[0]) in _LABELLED else "",
            until=row.until_words,
            key=row.deadline_key,
        )
        for row in rows.select_related("foi_request__authority").only(*_SHOWN)
    ]


_LABELLED = frozenset(REMINDED)
_SHOWN = (
    *("until_on", "until_what", "deadline_key", "user_id"),
    *("foi_request__number", "foi_request__title", "foi_request__authority__short_name"),
)


@dataclass(frozen=True, slots=True)
class SnoozePage:
    """What may be put off of a request: ``dates`` and ``offered`` (what makes sense to wait for) are values with their
    words.
    """

    snoozes: list[SnoozeShown]
    dates: list[tuple[str, str]]
    offered: list[tuple[str, str]]


def snooze_page(user: User, foi_request: FoiRequest) -> SnoozePage:
    """What the request's page about reminders shows. Two queries."""
    dates = foi_request.deadlines.filter(status__in=PENDING, kind__in=REMINDED).order_by("due_on", "pk")
    return SnoozePage(
        snoozes_shown(user, [foi_request]),
        [(each.key, f"{deadline_label(each.kind)}, {in_words(each.due_on)}") for each in dates],
        [(each.value, f"When {each.label}") for each in _to_wait_for(foi_request)],
    )


def _to_wait_for(foi_request: FoiRequest) -> list[Awaited]:
    """What can still happen in this state."""
    if foi_request.state in {State.WITH_REGULATOR, State.TRIBUNAL}:
        return [Awaited.REGULATOR]
    review = [Awaited.REVIEW] if foi_request.state == State.REVIEW_RUNNING else [Awaited.AUTHORITY]
    return [*review, Awaited.REGULATOR]
