"""The private addresses of calendars: whoever has one sees its dates, so each can be replaced by another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.campaign import Campaign


class CalendarFeed(models.Model):
    """One person's calendar: of all their requests, or of one campaign they are in."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(campaign__isnull=True), name="one_calendar_a_person"
            ),
            models.UniqueConstraint(
                fields=["user", "campaign"],
                condition=Q(campaign__isnull=False),
                name="one_calendar_a_campaign",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.campaign or 'all requests'}"
