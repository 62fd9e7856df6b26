"""Requests for information, and what may be read of them by whom."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from requests_app.core.reply_addresses import new_token
from requests_app.core.standing import WAITING
from requests_app.core.states import DeadlineKind, Regime, State
from requests_app.models.authority import Authority
from requests_app.models.campaign import Campaign, Visibility

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from requests_app.models.user import User


def reference_of(number: int) -> str:
    """The reference of the request of this number, for example ``FT-00012``."""
    return f"FT-{number:05d}"


_PUBLIC = Q(visibility=Visibility.PUBLIC) & ~Q(state=State.DRAFT)


class FoiRequestQuerySet(models.QuerySet["FoiRequest"]):
    """Reads of requests. ``visible_to`` is the one gate for every page, feed and export (promise 8)."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Requests this person may see: public ones, and those of their campaigns."""
        if not user.is_authenticated:
            return self.filter(_PUBLIC)
        return self.filter(_PUBLIC | Q(campaign__in=_campaigns_of(user)))

    def public(self) -> Self:
        """Requests that anyone may see: meant to be public, and sent."""
        return self.filter(_PUBLIC)

    def get_by_natural_key(self, uid: str) -> FoiRequest:
        """Find a request by its uid, which no other installation gives again."""
        return self.get(uid=uid)

    def worked_on_by(self, user: User) -> Self:
        """Requests of the campaigns this person belongs to."""
        return self.filter(campaign__in=_campaigns_of(user))


def _campaigns_of(user: User) -> models.QuerySet[Campaign]:
    return Campaign.objects.filter(memberships__user=user).values("pk")  # type: ignore[return-value]


class FollowsAs(models.TextChoices):
    """Why one request comes after another. Each has a clock of its own (RULES.md 2.3)."""

    NARROWED = "narrowed", "A narrower request after a refusal"
    TRANSFERRED = "transferred", "The same request, passed to another authority"


class FoiRequest(models.Model):
    """A request for information to one authority, in one campaign.

    ``state``, ``response_due_on``, ``next_deadline_kind`` and ``next_deadline_on`` are a cache of the clock,
    rebuilt from events by ``usecases.recompute``; nothing else writes them (promise 1).
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveIntegerField(unique=True, editable=False)
    reply_token = models.CharField(
        max_length=12,
        unique=True,
        default=new_token,
        editable=False,
        help_text="In the address that replies go to.",
    )
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="foi_requests")
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="foi_requests")
    title = models.CharField(max_length=200)
    letter = models.TextField()
    regime = models.CharField(max_length=10, choices=Regime.choices)
    authority_reference = models.CharField("the authority's reference", max_length=100, blank=True)
    requester_name = models.CharField(max_length=200, blank=True)
    requester_address = models.TextField(blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PRIVATE)
    follows = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    follows_as = models.CharField(max_length=12, choices=FollowsAs.choices, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    state = models.CharField(max_length=30, choices=State.choices, default=State.DRAFT.value)
    response_due_on = models.DateField(null=True, blank=True)
    next_deadline_kind = models.CharField(max_length=40, blank=True)
    next_deadline_on = models.DateField(null=True, blank=True)
    clock_uncertain = models.JSONField(default=list, blank=True)
    clock_notes = models.JSONField(default=list, blank=True)

    objects = FoiRequestQuerySet.as_manager()

    class Meta:
        verbose_name = "FOI request"
        ordering = ["-number"]
        indexes = [
            # Lists sort by these alone and read whole rows, with their letters, only for what they show. PostgreSQL
            # needs the key in an index to do without the rows; SQLite has it there.
            models.Index(
                fields=["next_deadline_on", "-number", "visibility", "campaign", "state", "response_due_on"],
                include=["id", "authority", "authority_reference", "title"],
                name="request_soonest_first",
            ),
            models.Index(
                fields=["campaign", "state", "next_deadline_on", "number", "response_due_on", "id"],
                name="request_by_campaign",
            ),
            models.Index(
                fields=["visibility", "state", "next_deadline_on", "number", "response_due_on"],
                name="request_by_visibility",
            ),
            models.Index(fields=["visibility", "number"], name="request_by_number"),
            models.Index(fields=["campaign", "changed_at", "id"], name="request_by_change"),
            models.Index(fields=["authority", "authority_reference"], name="request_by_their_ref"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="a_request_has_a_title"),
            models.CheckConstraint(condition=~Q(letter=""), name="a_request_has_a_letter"),
            models.CheckConstraint(
                condition=Q(follows__isnull=True, follows_as="")
                | Q(follows__isnull=False) & ~Q(follows_as=""),
                name="what_follows_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        """The request's page."""
        return reverse("request_detail", args=[self.reference])

    @property
    def reference(self) -> str:
        """Our own reference, for example ``FT-00012``."""
        return reference_of(self.number)

    @property
    def is_public(self) -> bool:
        """Whether anyone may see it. What is not sent yet is its campaign's own, whatever it is meant to become."""
        return self.visibility == Visibility.PUBLIC and self.state != State.DRAFT

    @property
    def is_waiting(self) -> bool:
        """Whether the authority owes a reply, and the record says by when."""
        return self.response_due_on is not None and self.state in WAITING

    @property
    def next_deadline_label(self) -> str:
        """What the next date is called; empty where none runs."""
        return DeadlineKind(self.next_deadline_kind).label if self.next_deadline_kind else ""

    def natural_key(self) -> tuple[str]:
        """The uid."""
        return (str(self.uid),)
