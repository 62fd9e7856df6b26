"""News for people beside the dates, what each of them chose to be told of, and what they put off."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.dates import in_words
from requests_app.core.notices import Awaited, NoticeKind
from requests_app.models.campaign import Campaign
from requests_app.models.foi_request import FoiRequest
from requests_app.models.outgoing_email import OutgoingEmail


class Notice(models.Model):
    """One piece of news for one person: mailed at once, or waiting for the morning."""

    class State(models.TextChoices):
        """Whether the person was told."""

        WAITING = "waiting", "Waits for the morning's e-mail"
        QUEUED = "queued", "Mailed"
        DROPPED = "dropped", "No longer true, or no longer theirs"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=15, choices=NoticeKind.choices)
    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="notices")
    about = models.CharField(max_length=500, blank=True)
    url = models.CharField(max_length=300, blank=True, help_text="The page of ours it is about: a path.")
    state = models.CharField(max_length=10, choices=State.choices)
    created_at = models.DateTimeField()
    email = models.ForeignKey(
        OutgoingEmail, null=True, blank=True, on_delete=models.SET_NULL, related_name="notices"
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["user"], condition=Q(state="waiting"), name="notice_waiting"),
            models.Index(fields=["foi_request", "kind"], name="notice_by_request"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "foi_request", "kind", "url", "about"],
                condition=Q(state="waiting"),
                name="no_news_waits_twice",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about or self.foi_request}"


class NoticeChoice(models.Model):
    """What one person chose: for themself (no campaign, no request), for one campaign, or for one request."""

    class RepliesTo(models.TextChoices):
        """Whom an answer to one of our mails reaches: never a mailbox that nobody reads."""

        SELF = "self", "Myself, as a note"
        OWNER = "owner", "The owner of the request’s campaign"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choices"
    )
    campaign = models.ForeignKey(Campaign, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    foi_request = models.ForeignKey(
        FoiRequest, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    stages = models.JSONField(
        null=True, blank=True, help_text="List of stages of dates. Empty: as the place above."
    )
    weeks = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many weekly reminders follow a date that has passed."
    )
    timings = models.JSONField(default=dict, blank=True, help_text="By kind: at_once, digest or never.")
    quiet_days = models.JSONField(
        default=list,
        blank=True,
        help_text="Days of the week without mail; 0 is Monday. For the person alone.",
    )
    replies_to = models.CharField(max_length=5, choices=RepliesTo.choices, default=RepliesTo.SELF)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(campaign__isnull=True, foi_request__isnull=True),
                name="one_choice_for_oneself",
            ),
            models.UniqueConstraint(
                fields=["user", "campaign"],
                condition=Q(campaign__isnull=False),
                name="one_choice_a_campaign",
            ),
            models.UniqueConstraint(
                fields=["user", "foi_request"],
                condition=Q(foi_request__isnull=False),
                name="one_choice_a_request",
            ),
            models.CheckConstraint(
                condition=Q(campaign__isnull=True) | Q(foi_request__isnull=True),
                name="a_choice_has_one_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.foi_request or self.campaign or 'everything'}"


class Snooze(models.Model):
    """One person wants to hear nothing of a request, or of one date of it, until a day or until something happens."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="snoozes")
    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="snoozes")
    deadline_key = models.CharField(
        max_length=120, blank=True, help_text="The date among those of the request; empty: all of them."
    )
    until_on = models.DateField(null=True, blank=True)
    until_what = models.CharField(max_length=10, choices=Awaited.choices, blank=True)
    created_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["until_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "foi_request", "deadline_key"],
                condition=Q(ended_at__isnull=True),
                name="one_snooze_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=False) ^ ~Q(until_what=""), name="a_snooze_ends_somehow"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.foi_request}: {self.until_on or self.until_what}"

    @property
    def until_words(self) -> str:
        """The day or the happening, as it follows "until"."""
        return self.awaited.label if self.until_what else in_words(self.until_on)

    @property
    def awaited(self) -> Awaited:
        """What it waits for, where it waits for something that happens."""
        return Awaited(self.until_what)
