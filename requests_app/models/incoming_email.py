"""Mail that came: its bytes first, then what was made of it. Nothing is read before it is safe here (promise 5)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.campaign import Campaign
from requests_app.models.foi_request import FoiRequest
from requests_app.models.message import Message
from requests_app.models.outgoing_email import OutgoingEmail


class IncomingEmail(models.Model):
    """One mail as it came. Claimed before it is read, so that it is taken in once."""

    class State(models.TextChoices):
        """Where it is. What is placed or refused keeps its bytes."""

        STORED = "stored", "Kept, not read yet"
        READING = "reading", "Being read"
        PLACED = "placed", "With its request"
        TRAY = "tray", "In the tray"
        REFUSED = "refused", "Not ours"

    class Nature(models.TextChoices):
        """What kind of mail it is, as mail. What a letter says is read elsewhere."""

        UNREAD = "", "Not known yet"
        LETTER = "letter", "A letter"
        AUTOMATIC = "automatic", "An automatic reply"
        BOUNCE = "bounce", "A report that mail could not be delivered"
        LOOP = "loop", "Our own mail, come back"
        REPEATED = "repeated", "Came twice"

    class Source(models.TextChoices):
        """How it came."""

        PIPE = "pipe", "From a mail server"
        MAILBOX = "mailbox", "From a mailbox"
        WEBHOOK = "webhook", "From a mail provider"
        UPLOAD = "upload", "Given by a person"

    raw = models.BinaryField(help_text="Byte for byte as it came.")
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64, unique=True, help_text="Of the bytes.")
    fingerprint = models.CharField(
        max_length=64,
        blank=True,
        help_text="Of its Message-ID and all below its headers: the same mail by another way. Empty without a Message-ID.",
    )
    message_id = models.CharField(max_length=255, blank=True, db_index=True)
    source = models.CharField(max_length=10, choices=Source.choices)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who uploaded it; empty where it came by mail.",
    )
    received_at = models.DateTimeField(help_text="When it was kept here.")
    state = models.CharField(max_length=10, choices=State.choices)
    nature = models.CharField(max_length=10, choices=Nature.choices, blank=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)

    subject = models.CharField(max_length=300, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    sender_address = models.CharField(max_length=320, blank=True)
    happened_at = models.DateTimeField(
        null=True, blank=True, help_text="When it arrived, as far as its headers can be believed."
    )
    text = models.TextField(blank=True)
    html = models.TextField(
        blank=True, help_text="As its sender formatted it, made harmless; nothing is fetched."
    )
    files = models.JSONField(default=list, blank=True, help_text="Of each file its name, type and size.")
    troubles = models.JSONField(default=list, blank=True, help_text="What was broken in it, in sentences.")
    authentication = models.JSONField(
        default=dict, blank=True, help_text="SPF, DKIM and DMARC, where our own server says."
    )
    is_from_elsewhere = models.BooleanField(
        default=False, help_text="Its sender's domain is not the authority's."
    )

    reasons = models.JSONField(default=list, blank=True, help_text="Why it is where it is, in sentences.")
    guesses = models.JSONField(
        default=list, blank=True, help_text="Requests it may belong to, the likeliest first: key and reasons."
    )
    campaign = models.ForeignKey(
        Campaign,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Whose editors may see it in the tray; empty: staff alone.",
    )
    foi_request = models.ForeignKey(
        FoiRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="incoming_emails"
    )
    became = models.OneToOneField(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="incoming_email"
    )
    about = models.ForeignKey(
        OutgoingEmail,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
        help_text="The mail of ours that it reports on.",
    )

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(
                fields=["state", "id"],
                condition=Q(state__in=["stored", "reading"]),
                name="incoming_to_be_read",
            ),
            models.Index(fields=["state", "campaign", "-happened_at"], name="incoming_tray"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="placed") | Q(foi_request__isnull=False) | Q(nature="bounce"),
                name="what_is_placed_has_its_request",
            ),
            models.UniqueConstraint(
                fields=["fingerprint"], condition=~Q(fingerprint=""), name="the_same_mail_once"
            ),
        ]

    def __str__(self) -> str:
        return self.subject or f"Mail {self.pk}"
