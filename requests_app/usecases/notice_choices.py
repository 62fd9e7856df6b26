"""What a person chooses to be told of: for themself, for a campaign, for a request; and stopping a kind from its mail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from requests_app import permissions
from requests_app.core.errors import BadInput, NotPermitted
from requests_app.core.notices import NoticeKind, Timing
from requests_app.core.reminding import MOST_WEEKS, Stage
from requests_app.models import Campaign, FoiRequest, NoticeChoice, User


@dataclass(frozen=True, slots=True)
class Chosen:
    """A person's choice in one place. ``stages`` and ``weeks``: None, and kinds left out of ``timings``: as the place
    above. ``quiet_days`` (0 is Monday) and ``replies_to`` count for the person alone.
    """

    stages: frozenset[Stage] | None = None
    weeks: int | None = None
    timings: Mapping[NoticeKind, Timing] = field(default_factory=dict)
    quiet_days: frozenset[int] = frozenset()
    replies_to: str = NoticeChoice.RepliesTo.SELF.value


@transaction.atomic
def choose(
    *,
    chosen: Chosen,
    campaign: Campaign | None = None,
    foi_request: FoiRequest | None = None,
    by: User,
) -> NoticeChoice:
    """Keep what a person chose for a place. Raises BadInput, NotPermitted for who is not in the campaign."""
    home = foi_request.campaign if foi_request else campaign
    if home is not None and not permissions.is_member(by, home):
        raise NotPermitted("Only people of the campaign are told of its requests.")
    if chosen.weeks is not None and not 0 <= chosen.weeks <= MOST_WEEKS:
        raise BadInput(f"Choose between 0 and {MOST_WEEKS} weeks.", field="weeks")
    if len(chosen.quiet_days) >= 7:
        raise BadInput(
            "Leave at least one day of the week, or nothing is ever sent: to stop mail, choose “Not by e-mail”.",
            field="quiet_days",
        )
    row, _ = NoticeChoice.objects.update_or_create(
        user=by,
        campaign=campaign if foi_request is None else None,
        foi_request=foi_request,
        defaults={
            "stages": None
            if chosen.stages is None
            else [each.value for each in Stage if each in chosen.stages],
            "weeks": chosen.weeks,
            "timings": {kind.value: timing.value for kind, timing in chosen.timings.items()},
            "quiet_days": sorted(chosen.quiet_days) if home is None else [],
            "replies_to": chosen.replies_to if home is None else NoticeChoice.RepliesTo.SELF,
        },
    )
    return row


@transaction.atomic
def stop_mail(*, user_id: int, kinds: Iterable[NoticeKind]) -> int:
    """Stop some kinds of mail to a person, wherever they chose them. Returns how many kinds; 0 where nobody is there.

    Whoever holds the signed address of a mail acts for the person it was sent to.
    """
    user = User.objects.select_for_update(of=("self",)).filter(pk=user_id).first()
    stopped = list(kinds)
    if user is None:
        return 0
    NoticeChoice.objects.get_or_create(user=user, campaign=None, foi_request=None)
    for row in NoticeChoice.objects.filter(user=user):
        is_own = row.campaign_id is None and row.foi_request_id is None
        kept = {kind: timing for kind, timing in row.timings.items() if kind not in stopped}
        row.timings = kept | ({kind.value: Timing.NEVER.value for kind in stopped} if is_own else {})
        row.save(update_fields=["timings"])
    return len(stopped)
