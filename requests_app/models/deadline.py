"""Dates that follow from events, with their working; a moved date keeps its history and its reason."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from requests_app.core.states import Basis, Party
from requests_app.models.foi_request import FoiRequest
from requests_app.models.recomputation import Recomputation

PENDING = ["open", "missed"]
"""The statuses of dates that still call for something."""


class Deadline(models.Model):
    """One date of one request. The live row of a key is the one whose status is not ``moved``."""

    class Status(models.TextChoices):
        """What became of it. An open date becomes missed when its day is over, and stays pending."""

        OPEN = "open", "Open"
        MISSED = "missed", "Missed"
        MET = "met", "Met"
        MET_LATE = "met_late", "Met late"
        MOVED = "moved", "Moved"
        LAPSED = "lapsed", "No longer applies"

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, help_text="What it is among the dates of one request.")
    due_on = models.DateField()
    basis = models.CharField(max_length=30, choices=Basis.choices)
    on_whom = models.CharField(max_length=10, choices=Party.choices)
    section = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    hard = models.BooleanField(default=True)
    overdue_from = models.DateField()
    chase_from = models.DateField(null=True, blank=True)
    opens = models.CharField(max_length=300, blank=True)
    uncertain = models.CharField(max_length=1000, blank=True)
    working = models.JSONField(default=list, blank=True, help_text="List of {text, section, on}.")
    counted_from = models.DateField(null=True, blank=True)
    working_days = models.PositiveSmallIntegerField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaced_by"
    )
    moved_because = models.CharField(max_length=500, blank=True)
    moved_by = models.ForeignKey(
        Recomputation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="moved_deadlines",
        help_text="Empty where an event of the request moved it.",
    )
    computed_at = models.DateTimeField()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["kind", "status", "due_on", "foi_request", "id"], name="deadline_by_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["foi_request", "key"], condition=~Q(status="moved"), name="one_live_date_a_key"
            ),
            models.CheckConstraint(condition=~Q(section="") & ~Q(source=""), name="a_date_cites_its_law"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
