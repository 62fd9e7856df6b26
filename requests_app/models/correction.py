"""What people corrected in what the program read: so that it shows which of its findings fail, and where."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.message import Message


class Correction(models.Model):
    """One thing that a person confirmed otherwise than it was read.

    ``proposed`` and ``made`` are words of the reply or of its reading, empty where nothing was proposed or nothing was
    left of it. The places count characters of the message's text, ends excluded; they are null where the words stand
    nowhere in it, or nobody knows where.
    """

    class Change(models.TextChoices):
        """What the person did with the finding."""

        CHANGED = "changed", "Changed"
        ADDED = "added", "Added: it was not found"
        DROPPED = "dropped", "Dropped: it was none"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="corrections")
    what = models.CharField(max_length=30, help_text="The kind of finding: reference, decision, outcome ...")
    about = models.CharField(max_length=60, blank=True, help_text="The question or table it belongs to.")
    change = models.CharField(max_length=10, choices=Change.choices)
    proposed = models.TextField(blank=True)
    proposed_start = models.PositiveIntegerField(null=True, blank=True)
    proposed_end = models.PositiveIntegerField(null=True, blank=True)
    confidence = models.FloatField(
        null=True,
        blank=True,
        help_text="How sure the program was, from 0 to 1; empty where it found nothing.",
    )
    made = models.TextField(blank=True)
    made_start = models.PositiveIntegerField(null=True, blank=True)
    made_end = models.PositiveIntegerField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "pk"]
        indexes = [models.Index(fields=["at", "what"], name="correction_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["message", "what", "about"], name="one_correction_a_finding"),
            models.CheckConstraint(
                condition=~Q(change="dropped", made__gt="") & ~Q(change="added", proposed__gt=""),
                name="a_correction_says_what_it_changed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.about}: {self.get_change_display()}".replace(" :", ":")


class ReadRight(models.Model):
    """How many findings of one kind in one message were confirmed as they were read: without these, no rate."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="read_right")
    what = models.CharField(max_length=30)
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["at", "what"], name="read_right_by_day")]
        constraints = [models.UniqueConstraint(fields=["message", "what"], name="one_count_a_kind")]
        verbose_name_plural = "read right"

    def __str__(self) -> str:
        return f"{self.what}: {self.number} confirmed as read"
