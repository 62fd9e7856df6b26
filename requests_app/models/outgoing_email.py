"""Mail that leaves, or waits: the row is the truth about it, not the broker."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.draft import Draft
from requests_app.models.enclosure import Enclosure
from requests_app.models.foi_request import FoiRequest
from requests_app.models.message import Message

LIVE_LETTER = ["held", "ready", "sending", "sent", "failed", "doubtful"]
"""States in which a letter has gone or may yet go: no second mail is made of it meanwhile."""


class OutgoingEmail(models.Model):
    """One e-mail to one person. Claimed before it is sent, so that it is sent once (promise 4)."""

    class Kind(models.TextChoices):
        """What it is, which decides who may see it while it is held."""

        REMINDER = "reminder", "Reminder"
        ACCOUNT = "account", "Account mail"
        LETTER = "letter", "Letter to an authority"

    class State(models.TextChoices):
        """Where it is. Held mail is never let go by itself (promise 9)."""

        HELD = "held", "Held: no mail server is set up"
        READY = "ready", "Ready to go"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        DOUBTFUL = "doubtful", "May have gone: check"
        DISCARDED = "discarded", "Discarded"
        TAKEN_BACK = "taken_back", "Taken back before it went"
        BOUNCED = "bounced", "Came back undelivered"

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
        help_text="Whom it is for, or who sends the letter; empty where the address belongs to nobody we know.",
    )
    foi_request = models.ForeignKey(
        FoiRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="outgoing_emails"
    )
    draft = models.ForeignKey(
        Draft,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="outgoing_emails",
        help_text="The letter it carries; empty for a request's first letter, and for what is no letter.",
    )
    sent_message = models.ForeignKey(
        Message,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="outgoing_emails",
        help_text="What it became in the record once it went.",
    )
    enclosures = models.ManyToManyField(Enclosure, blank=True, related_name="outgoing_emails")
    from_name = models.CharField(max_length=200, blank=True)
    from_address = models.EmailField(blank=True, help_text="Empty: the installation's own.")
    reply_to = models.EmailField(blank=True)
    in_reply_to = models.CharField(max_length=500, blank=True)
    references = models.TextField(blank=True, help_text="Message-IDs, oldest first, apart by spaces.")
    headers = models.JSONField(
        default=dict, blank=True, help_text="Further headers: how to unsubscribe (RFC 8058)."
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
    bounced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["try_at"], condition=Q(state="ready"), name="email_ready"),
            models.Index(fields=["user", "-created_at"], name="email_by_user"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False), name="sent_mail_has_its_moment"
            ),
            models.CheckConstraint(
                condition=~Q(kind="letter") | Q(foi_request__isnull=False, user__isnull=False),
                name="a_letter_has_its_sender",
            ),
            models.UniqueConstraint(
                fields=["draft"],
                condition=Q(kind="letter", draft__isnull=False, state__in=LIVE_LETTER),
                name="a_letter_goes_once",
            ),
            models.UniqueConstraint(
                fields=["foi_request"],
                condition=Q(kind="letter", draft__isnull=True, state__in=LIVE_LETTER),
                name="a_first_letter_goes_once",
            ),
        ]

    def __str__(self) -> str:
        return self.subject
