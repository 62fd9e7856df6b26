"""Making, replacing and ending the private address of a calendar. Whoever has the address sees the dates."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from requests_app import permissions
from requests_app.core.errors import NotPermitted
from requests_app.models import CalendarFeed, Campaign, User


@transaction.atomic
def make_address(*, campaign: Campaign | None = None, by: User, now: datetime) -> CalendarFeed:
    """Give a person's calendar an address, or another one: the one before then shows nothing any more.

    Raises NotPermitted for a campaign they are not in.
    """
    if campaign is not None and not permissions.is_member(by, campaign):
        raise NotPermitted("Only people of the campaign can have its dates in their calendar.")
    # A digit in front: the log prints words of a path, and stars in place of everything else.
    secret = f"1{secrets.token_urlsafe(32)}"
    feed, _ = CalendarFeed.objects.update_or_create(
        user=by, campaign=campaign, defaults={"secret": secret, "made_at": now}
    )
    return feed


@transaction.atomic
def end_address(*, campaign: Campaign | None = None, by: User) -> int:
    """End the address of a person's calendar. Returns how many ended."""
    ended, _ = CalendarFeed.objects.filter(user=by, campaign=campaign).delete()
    return ended
