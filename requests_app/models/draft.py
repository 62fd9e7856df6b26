"""Letters suggested by the clock and sent by people."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.states import LetterKind
from requests_app.models.foi_request import FoiRequest

LIVE_STATES = ["suggested", "edited", "approved", "queued"]


class Draft(models.Model):
    """One letter for one cause. There is one live draft per request, letter kind and cause."""

    class State(models.TextChoices):
        """How far it has come."""

        SUGGESTED = "suggested", "Suggested: waiting for you"
        EDITED = "edited", "Edited: waiting for you"
        APPROVED = "approved", "Approved: ready to send"
        QUEUED = "queued", "Queued to be sent"
        SENT = "sent", "Sent"
        DISMISSED = "dismissed", "Dismissed"

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=40, choices=LetterKind.choices)
    cause = models.CharField(max_length=160, help_text="What made it due, for example the date that passed.")
    subject = models.CharField(max_length=300)
    body = models.TextField()
    suggested_body = models.TextField(help_text="As first suggested, to show what a person changed.")
    facts = models.JSONField(default=list, blank=True, help_text="List of {name, value, origin}.")
    also_about = models.ManyToManyField(
        FoiRequest, blank=True, related_name="chased_in", help_text="Further overdue requests it chases."
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUGGESTED)
    version = models.PositiveIntegerField(default=1)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at"]
        indexes = [
            models.Index(fields=["state", "created_at", "foi_request", "kind", "id"], name="draft_by_state")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["foi_request", "kind", "cause"],
                condition=Q(state__in=LIVE_STATES),
                name="one_live_draft_a_cause",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "queued", "sent"]) | Q(approved_by__isnull=False),
                name="no_letter_without_a_person",
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def sentence(self) -> str:
        """Says that there is such a letter."""
        return f"{self.title} drafted."

    @property
    def title(self) -> str:
        """What kind of letter it is, in words."""
        return LetterKind(self.kind).label
