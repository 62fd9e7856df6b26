"""Which mornings have been swept: the row, not the broker, says whether today's sweep is done."""

from __future__ import annotations

from django.db import models


class Sweep(models.Model):
    """One day's sweep. Without ``finished_at`` it is still to be done, or to be done again."""

    on = models.DateField(unique=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-on"]

    def __str__(self) -> str:
        return f"Sweep of {self.on}"
