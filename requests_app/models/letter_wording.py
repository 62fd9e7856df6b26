"""How staff have worded a letter under one regime: every version, the newest in force."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.core.states import LetterKind, Regime


class LetterWording(models.Model):
    """One version. It is never changed; a version without a body puts the shipped wording back in force."""

    kind = models.CharField(max_length=40, choices=LetterKind.choices)
    regime = models.CharField(max_length=10, choices=Regime.choices)
    version = models.PositiveIntegerField()
    subject = models.TextField(blank=True)
    body = models.TextField(blank=True, help_text="Empty: the shipped wording.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["kind", "regime", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "regime", "version"], name="one_wording_a_version"),
            models.CheckConstraint(
                condition=Q(subject="", body="") | ~Q(subject="") & ~Q(body=""), name="a_wording_is_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.regime}, version {self.version}"

    @property
    def is_shipped(self) -> bool:
        """Whether this version is the wording that ships with the program."""
        return not self.body
