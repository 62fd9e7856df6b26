"""Texts of one's own to use again: whole requests, and clauses; a person's, or a campaign's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from requests_app.models.campaign import Campaign

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from requests_app.models.user import User


class TextTemplateQuerySet(models.QuerySet["TextTemplate"]):
    """Reads of templates. ``visible_to`` is the one gate."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Templates of the person's campaigns, their own campaign among them; nobody else's."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(campaign__in=Campaign.objects.filter(memberships__user=user).values("pk"))


class TextTemplate(models.Model):
    """A text with fields such as ``{{ authority }}``. It belongs to a campaign: to a person's own, where it is theirs alone.

    ``body`` is the newest of its ``versions``.
    """

    class Kind(models.TextChoices):
        """What it is for."""

        REQUEST = "request", "A whole request"
        CLAUSE = "clause", "A clause, to put into a letter"

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="text_templates")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    body = models.TextField()
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = TextTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title="") & ~Q(body=""), name="a_template_has_words"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page on which it is used."""
        return reverse("template_use", args=[self.pk])


class TextTemplateVersion(models.Model):
    """A template as it stood once. Never changed."""

    template = models.ForeignKey(TextTemplate, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    body = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["template", "-number"]
        constraints = [models.UniqueConstraint(fields=["template", "number"], name="one_text_a_version")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"
