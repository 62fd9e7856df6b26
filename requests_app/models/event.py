"""What happened, append-only. The clock is a fold over these rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.base import ModelBase

from requests_app.core.states import EventKind
from requests_app.models.foi_request import FoiRequest
from requests_app.models.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable

VOIDED = "voided"
NOTED = "noted"


class AppendOnlyError(TypeError):
    """Raised when code tries to change or delete an event."""


class EventQuerySet(models.QuerySet["Event"]):
    """Events can be added and read; a correction is a further event that voids an earlier one."""

    def standing(self) -> Self:
        """Events that have not been voided, without the voiding rows and notes themselves."""
        return self.filter(voided_by__isnull=True).exclude(kind__in=[VOIDED, NOTED])

    def update(self, **_: object) -> NoReturn:
        """Refuse. Raises AppendOnlyError."""
        raise AppendOnlyError("Events are never changed: void the event and record another.")

    def delete(self) -> NoReturn:
        """Refuse. Raises AppendOnlyError."""
        raise AppendOnlyError("Events are never deleted: void the event.")


class Event(models.Model):
    """One thing that happened to one request. ``on`` is null when the record does not say which day.

    ``kind`` is an ``EventKind``, or ``voided`` (which voids ``voids`` and puts nothing in its place), or
    ``noted`` (an entry of the log that moves no clock, such as a date that moved and why).
    """

    foi_request = models.ForeignKey(FoiRequest, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(
        max_length=40, choices=[*EventKind.choices(), (VOIDED, "Voided"), (NOTED, "Noted")]
    )
    on = models.DateField(null=True, blank=True, help_text="Empty where the record does not say.")
    details = models.JSONField(default=dict, blank=True, help_text="Further fields of law/CONTRACT.md.")
    sentence = models.CharField(max_length=500, blank=True, help_text="What happened, in words.")
    source = models.CharField(max_length=200, blank=True, help_text="Who said so.")
    message = models.ForeignKey(
        Message, null=True, blank=True, on_delete=models.PROTECT, related_name="events"
    )
    voids = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="voided_by"
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Event]] = EventQuerySet.as_manager()

    class Meta:
        ordering = ["recorded_at", "pk"]
        indexes = [models.Index(fields=["foi_request", "kind"], name="event_by_request")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=VOIDED) | Q(voids__isnull=False), name="a_voiding_names_its_event"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.on or '(day not stated)'}"

    def save(
        self,
        *,
        force_insert: bool | tuple[ModelBase, ...] = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Iterable[str] | None = None,
    ) -> None:
        """Add the event. Raises AppendOnlyError for one that is already recorded."""
        if not self._state.adding:
            raise AppendOnlyError("Events are never changed: void the event and record another.")
        super().save(
            force_insert=force_insert, force_update=force_update, using=using, update_fields=update_fields
        )

    def delete(self, *_: object, **__: object) -> NoReturn:
        """Refuse. Raises AppendOnlyError."""
        raise AppendOnlyError("Events are never deleted: void the event.")
