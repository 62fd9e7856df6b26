"""Mail that leaves, or waits: the row is the truth about it, not the broker."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.foi_request import FoiRequest


class OutgoingEmail(models.Model):
    """One e-mail to one person. Claimed before it is sent, so that it is sent once (promise 4)."""

    class Kind(models.TextChoices):
        """What it is, which decides who may see it while it is held."""

        REMINDER = "reminder", "Reminder"
        ACCOUNT = "account", "Account mail"

    class State(models.TextChoices):
        """Where it is. Held mail is never let go by itself (promise 9)."""

        HELD = "held", "Held: no mail server is set up"
        READY = "ready", "Ready to go"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        DOUBTFUL = "doubtful", "May have gone: check"
        DISCARDED = "discarded", "Discarded"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    message_id = models.CharField(
        max_length=200, unique=True, help_text="Stable: a second try is the same mail."
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="outgoing_emails",
        help_text="Whom it is for; empty where the address belongs to nobody we know.",
    )
    foi_request = models.ForeignKey(
        FoiRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="outgoing_emails"
    )
    to_address = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(blank=True)
    try_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state="ready"), name="email_ready"),
            models.Index(fields=["user", "-created_at"], name="email_by_user"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="sent_mail_has_its_moment"
            )
        ]

    def __str__(self) -> str:
        return self.subject
