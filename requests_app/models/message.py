"""Everything sent and received, by any channel. Messages are never edited."""

from __future__ import annotations

from typing import TypeAlias

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.states import Channel, MessageKind
from requests_app.models.foi_request import FoiRequest


class Message(models.Model):
    """One thing said by one side to the other. ``happened_on`` is null where the record does not say."""

    class Direction(models.TextChoices):
        """Who spoke."""

        SENT = "sent", "Sent to the authority"
        RECEIVED = "received", "Received from the authority"

    Kind: TypeAlias = MessageKind

    class ReadingState(models.TextChoices):
        """Whether a person has confirmed what the program read (promise 7)."""

        NONE = "", "Nothing to read"
        BEING_READ = "being_read", "Being read"
        TO_CONFIRM = "to_confirm", "To be confirmed"
        CONFIRMED = "confirmed", "Confirmed"

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.PROTECT, related_name="messages")
    direction = models.CharField(max_length=10, choices=Direction.choices)
    kind = models.CharField(max_length=30, choices=MessageKind.choices)
    channel = models.CharField(max_length=20, choices=Channel.choices)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True, help_text="The text as it came, or as extracted from what came.")
    happened_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it was sent or received; empty where the record does not say.",
    )
    written_on = models.DateField(
        null=True, blank=True, help_text="The date the authority put on it, where that is another day."
    )
    reading_state = models.CharField(max_length=12, choices=ReadingState.choices, blank=True)
    sha256 = models.CharField(max_length=64, help_text="Of the bytes as they came.")
    message_id = models.CharField(
        max_length=500,
        blank=True,
        db_index=True,
        help_text="The Message-ID header with its angle brackets, for what went or came by e-mail.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ["recorded_at", "pk"]
        indexes = [
            models.Index(
                fields=["foi_request", "reading_state", "recorded_at", "id"],
                condition=Q(reading_state="to_confirm"),
                name="message_to_confirm",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["foi_request", "sha256", "kind"],
                condition=Q(direction="received"),
                name="the_same_thing_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject or self.body[:60]}"


class Attachment(models.Model):
    """A file that came with a message, kept byte for byte.

    Its words are read by the worker after it is kept: a row, not a queue, says what is still to be read.
    """

    class Extraction(models.TextChoices):
        """How far reading its words is."""

        NONE = "", "Read when it came"
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        READ = "read", "Read"
        FAILED = "failed", "Could not be read"

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="attachments")
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    extracted_text = models.TextField(blank=True)
    kind = models.CharField(
        max_length=20, blank=True, help_text="What its content is, by the usual ending of such files."
    )
    pages = models.PositiveIntegerField(default=0, help_text="0 where the format has none.")
    notes = models.JSONField(
        default=list,
        blank=True,
        help_text="What a person must know of it, each with its kind and a sentence: hidden sheets, pages not read.",
    )
    extraction = models.CharField(max_length=10, choices=Extraction.choices, blank=True)
    extraction_claimed_at = models.DateTimeField(null=True, blank=True)
    extraction_attempts = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["extraction", "id"],
                condition=Q(extraction__in=["waiting", "reading"]),
                name="attachment_to_be_read",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["message", "sha256", "filename"], name="an_attachment_once"),
        ]

    def __str__(self) -> str:
        return self.filename
