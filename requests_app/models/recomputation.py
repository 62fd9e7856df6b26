"""Why many clocks are computed again at once, what is still to be done of it, and who was told of the dates that moved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.outgoing_email import OutgoingEmail


class Recomputation(models.Model):
    """One cause: the holiday table, the record of an authority, or our rules changed.

    Without ``finished_at`` it is still to be done, or to be done again: its batches say which requests.
    """

    class Cause(models.TextChoices):
        """What changed."""

        HOLIDAYS = "holidays", "The bank holiday table"
        AUTHORITY = "authority", "The record of an authority"
        RULES = "rules", "The rules of the program"

    cause = models.CharField(max_length=10, choices=Cause.choices)
    because = models.CharField(max_length=300, help_text="The cause in words; what follows “because”.")
    changes = models.JSONField(
        default=list, blank=True, help_text="Days: list of {on, title, division, what}."
    )
    rules = models.CharField(
        max_length=64, blank=True, help_text="The fingerprint of the rules counted with."
    )
    planned_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-planned_at", "-pk"]
        indexes = [
            models.Index(
                fields=["planned_at"], condition=Q(finished_at__isnull=True), name="recomputation_unfinished"
            )
        ]

    def __str__(self) -> str:
        return self.because


class RecomputationBatch(models.Model):
    """Some of the requests of one recomputation, done together. Safe to do twice."""

    recomputation = models.ForeignKey(Recomputation, on_delete=models.CASCADE, related_name="batches")
    foi_request_ids = models.JSONField()
    done_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["recomputation"], condition=Q(done_at__isnull=True), name="batch_not_done")
        ]

    def __str__(self) -> str:
        return f"{len(self.foi_request_ids)} requests: {self.recomputation}"


class Announcement(models.Model):
    """One person told of one cause: of all their dates that it moved, in one e-mail."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="announcements")
    recomputation = models.ForeignKey(Recomputation, on_delete=models.CASCADE, related_name="announcements")
    email = models.OneToOneField(
        OutgoingEmail, null=True, blank=True, on_delete=models.SET_NULL, related_name="announcement"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "recomputation"], name="nobody_is_told_of_a_cause_twice")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.recomputation}"
