"""What one reply decided, and what it said to each question."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.states import Decision, Outcome
from requests_app.models.foi_request import FoiRequest
from requests_app.models.message import Message
from requests_app.models.question import Question


class Response(models.Model):
    """A reply as a person confirmed it. One message is confirmed once, whatever two tabs say."""

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.PROTECT, related_name="responses")
    message = models.OneToOneField(Message, on_delete=models.PROTECT, related_name="response")
    is_final = models.BooleanField(default=True)
    decision = models.CharField(max_length=20, choices=Decision.choices, blank=True)
    decision_explicit = models.BooleanField(default=False, help_text="Said in so many words, or inferred.")
    authority_reference = models.CharField(max_length=100, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    abbreviations = models.JSONField(default=dict, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_decision_display() or "Reply"


class Answer(models.Model):
    """What a reply said to one question or part. Corrections by people win over the program's reading."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    text = models.TextField(blank=True)
    sections = models.JSONField(default=list, blank=True, help_text="Sections relied on, as printed.")
    note = models.TextField(blank=True, help_text="What a careful reader notices, such as parts dropped.")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["response", "question"], name="one_answer_a_question"),
            models.CheckConstraint(condition=~Q(outcome=""), name="an_answer_has_an_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.question.label}: {self.outcome}"


class DataTable(models.Model):
    """A table out of a reply, as printed. ``checks`` report on the printed totals and never correct them."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="tables")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.PROTECT, related_name="tables"
    )
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=300, blank=True)
    columns = models.JSONField(help_text="List of column headings, the label column included.")
    rows = models.JSONField(help_text="List of rows, each a list of cells as printed.")
    total_row = models.JSONField(null=True, blank=True, help_text="The printed total row, or null.")
    checks = models.JSONField(default=list, blank=True, help_text="List of {what, agrees, detail}.")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["response", "position"], name="one_table_a_place")]

    def __str__(self) -> str:
        return self.title or f"Table {self.position}"
