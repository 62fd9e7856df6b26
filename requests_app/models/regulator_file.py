"""The file for a regulator: the letter with everything it needs, as one PDF and one archive, made by the worker."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.draft import Draft


class RegulatorFile(models.Model):
    """What was made of one letter. ``record_mark`` says of which state of the record: another one makes it stale."""

    class State(models.TextChoices):
        """How far it has come."""

        WAITING = "waiting", "Waiting to be made"
        MAKING = "making", "Being made"
        MADE = "made", "Made"
        FAILED = "failed", "Could not be made"

    draft = models.OneToOneField(Draft, on_delete=models.CASCADE, related_name="regulator_file")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    enclosed = models.JSONField(
        default=list, blank=True, help_text="Files that hide something and a person chose to enclose, by key."
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    record_mark = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    pages = models.PositiveIntegerField(default=0)
    pdf = models.BinaryField(null=True, blank=True)
    archive = models.BinaryField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["state", "asked_at"],
                condition=Q(state__in=["waiting", "making"]),
                name="regulator_file_to_make",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="made")
                | Q(pdf__isnull=False, archive__isnull=False, made_at__isnull=False),
                name="what_is_made_is_there",
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft}: {self.get_state_display()}"
