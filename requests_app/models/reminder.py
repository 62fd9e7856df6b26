"""Who was told of which date at which stage. Nobody is told the same thing twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.reminding import Stage
from requests_app.models.deadline import Deadline
from requests_app.models.outgoing_email import OutgoingEmail


class Reminder(models.Model):
    """One person, one date, one stage; ``turn`` counts the weeks of the stage that repeats."""

    class State(models.TextChoices):
        """Whether the person was told."""

        WAITING = "waiting", "Waits for the morning's e-mail"
        QUEUED = "queued", "Mailed"
        PASSED_OVER = "passed_over", "Passed over: no longer true, or a later stage was"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="reminders")
    stage = models.CharField(max_length=15, choices=Stage.choices)
    turn = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12, choices=State.choices)
    on = models.DateField(help_text="The day of the sweep that decided it.")
    email = models.ForeignKey(
        OutgoingEmail, null=True, blank=True, on_delete=models.SET_NULL, related_name="reminders"
    )

    class Meta:
        ordering = ["-on", "-pk"]
        indexes = [
            models.Index(fields=["user"], condition=Q(state="waiting"), name="reminder_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["user", "deadline", "stage", "turn"], name="nobody_is_told_twice")
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()}: {self.deadline}"
