"""What a person has typed into a reading that is not confirmed yet: it survives a reload, and tells the others."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from requests_app.models.message import Message


class UnsavedReading(models.Model):
    """One person's unfinished work on one message, and when they last had it open.

    ``fields`` maps names of the page's fields to lists of what was entered, and holds only what differs from what the
    program proposed. Without ``saved_at`` the person only looked.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="unsaved_readings")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="unsaved_readings"
    )
    fields = models.JSONField(default=dict, blank=True)
    seen_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-seen_at"]
        constraints = [
            models.UniqueConstraint(fields=["message", "person"], name="one_unsaved_reading_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.message_id}"
