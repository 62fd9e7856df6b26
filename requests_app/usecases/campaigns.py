"""Campaigns and who is in them."""

from __future__ import annotations

from django.db import transaction

from requests_app.models import Campaign, Membership, User
from requests_app.models.campaign import Role


@transaction.atomic
def own_campaign(user: User) -> Campaign:
    """The person's own campaign, made when it is first needed rather than by a signal."""
    campaign, made = Campaign.objects.get_or_create(
        personal_of=user, defaults={"slug": f"own-{user.pk}", "name": f"{user}: own requests"}
    )
    if made:
        Membership.objects.create(campaign=campaign, user=user, role=Role.OWNER)
    return campaign


@transaction.atomic
def join(*, campaign: Campaign, user: User, role: Role) -> Membership:
    """Put a person into a campaign, or change their role there."""
    membership, _ = Membership.objects.update_or_create(campaign=campaign, user=user, defaults={"role": role})
    return membership


@transaction.atomic
def start_campaign(*, slug: str, name: str, aim: str, owner: User) -> Campaign:
    """Start a campaign with its owner. A campaign of this slug that exists already is returned as it is."""
    campaign, made = Campaign.objects.get_or_create(slug=slug, defaults={"name": name, "aim": aim})
    if made:
        Membership.objects.create(campaign=campaign, user=owner, role=Role.OWNER)
    return campaign
