"""What people work on together. Permission has one home: every request is in exactly one campaign."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models


class Visibility(models.TextChoices):
    """Who may see a thing."""

    PRIVATE = "private", "Private: only people in the campaign"
    PUBLIC = "public", "Public: anyone"


class Role(models.TextChoices):
    """What a member may do."""

    OWNER = "owner", "Owner"
    EDITOR = "editor", "Editor"
    VIEWER = "viewer", "Viewer"


class CampaignManager(models.Manager["Campaign"]):
    """Finds campaigns by their natural key."""

    def get_by_natural_key(self, slug: str) -> Campaign:
        """Find a campaign by slug."""
        return self.get(slug=slug)


class Campaign(models.Model):
    """People, an aim, and the requests made for it. A person's own campaign has ``personal_of``."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    aim = models.TextField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE)
    personal_of = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="own_campaign",
        help_text="Set where this is one person's own campaign.",
    )
    members: models.ManyToManyField[models.Model, models.Model] = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="campaigns"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[CampaignManager] = CampaignManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)


class Membership(models.Model):
    """One person's part in one campaign."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.VIEWER)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "user"], name="one_membership_each")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
