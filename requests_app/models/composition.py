"""Requests while they are written: every saved version of a draft, and advice that a person has decided to leave."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.foi_request import FoiRequest


class CompositionVersion(models.Model):
    """One saved version of a request that is still to be sent, as the composer's page holds it.

    ``content`` is ``core/writing`` as JSON. ``tab`` names the browser tab that saved it: what a tab saved by itself is
    never news to it. The first version of a request belongs to the tab that began it, once.
    """

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    tab = models.UUIDField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["foi_request", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["foi_request", "number"], name="one_version_a_number"),
            models.UniqueConstraint(fields=["tab"], condition=Q(number=1), name="a_tab_begins_one_request"),
        ]

    def __str__(self) -> str:
        return f"{self.foi_request_id}, version {self.number}"


class DismissedAdvice(models.Model):
    """A finding about a draft that a person decided to leave, and why. ``key`` is ``core/advice.Advice.key``."""

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="dismissed_advice")
    key = models.CharField(max_length=80)
    what = models.CharField(max_length=500, help_text="What the finding said.")
    reason = models.CharField(max_length=500, blank=True)
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField()

    class Meta:
        ordering = ["foi_request", "dismissed_at"]
        verbose_name_plural = "dismissed advice"
        constraints = [
            models.UniqueConstraint(fields=["foi_request", "key"], name="advice_is_dismissed_once")
        ]

    def __str__(self) -> str:
        return self.what
