"""Files a person puts into a letter before it goes."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from requests_app.models.draft import Draft
from requests_app.models.foi_request import FoiRequest


class Enclosure(models.Model):
    """A file to go with a letter, kept byte for byte. Without a draft it goes with the request's first letter."""

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.CASCADE, related_name="enclosures")
    draft = models.ForeignKey(
        Draft, null=True, blank=True, on_delete=models.CASCADE, related_name="enclosures"
    )
    filename = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "sha256"], name="an_enclosure_once"),
            models.UniqueConstraint(
                fields=["foi_request", "sha256"],
                condition=Q(draft__isnull=True),
                name="an_enclosure_of_a_first_letter_once",
            ),
        ]

    def __str__(self) -> str:
        return self.filename
