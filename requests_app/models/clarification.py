"""What an authority asked before it would search, and what it was told."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from requests_app.models.foi_request import FoiRequest
from requests_app.models.message import Message
from requests_app.models.question import Question


class Clarification(models.Model):
    """One round of clarification (FOIA s.1(3), FOISA s.1(3)). It changes the clock through its events."""

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.PROTECT, related_name="clarifications")
    asked_in = models.OneToOneField(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="clarification_asked"
    )
    answered_in = models.OneToOneField(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="clarification_answered"
    )
    questions: models.ManyToManyField[Question, models.Model] = models.ManyToManyField(
        Question, blank=True, related_name="clarifications", help_text="Empty: about the whole request."
    )
    asked = models.TextField(
        blank=True, help_text="What the authority asked; empty where the record does not say."
    )
    answered = models.TextField(blank=True)
    asked_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    is_answered = models.BooleanField(default=False)
    was_needed = models.BooleanField(
        default=True, help_text="No: the question was not needed to identify or locate the information."
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["foi_request"], condition=Q(is_answered=False), name="one_open_clarification"
            ),
            models.CheckConstraint(
                condition=Q(is_answered=False) | ~Q(answered=""), name="an_answer_has_words"
            ),
        ]

    def __str__(self) -> str:
        return f"Clarification: {self.asked or self.answered}"[:80]
