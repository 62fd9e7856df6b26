"""The questions of a request, and their parts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from requests_app.core.states import Outcome
from requests_app.models.foi_request import FoiRequest


class Question(models.Model):
    """One question, or one part of a question, labelled as it was printed."""

    class Level(models.TextChoices):
        """Whether this stands by itself or belongs to another."""

        QUESTION = "question", "Question"
        PART = "part", "Part of a question"

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="questions")
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.QUESTION)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=20, blank=True, help_text="As printed; empty where none is printed.")
    text = models.TextField()
    format_wanted = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(
        max_length=20, choices=Outcome.choices, blank=True, help_text="Empty until a reply has been read."
    )

    class Meta:
        ordering = ["foi_request", "position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level="question", parent__isnull=True) | Q(level="part", parent__isnull=False),
                name="a_part_has_its_question",
            ),
            models.UniqueConstraint(
                fields=["foi_request", "position"],
                condition=Q(parent__isnull=True),
                name="one_question_a_place",
            ),
            models.UniqueConstraint(
                fields=["parent", "position"], condition=Q(parent__isnull=False), name="one_part_a_place"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_question_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.text}"[:80].strip()
