"""Mail and sweeps, to look at."""

from __future__ import annotations

from django.contrib import admin

from requests_app.admin.base import ReadOnlyAdmin
from requests_app.models import OutgoingEmail, Sweep


@admin.register(OutgoingEmail)
class OutgoingEmailAdmin(ReadOnlyAdmin):
    """Outgoing mail. It is released and discarded in the outbox."""

    list_display = ("subject", "to_address", "kind", "state", "attempts", "created_at")
    list_filter = ("state", "kind")
    search_fields = ("subject", "to_address")


@admin.register(Sweep)
class SweepAdmin(ReadOnlyAdmin):
    """Which mornings were swept."""

    list_display = ("on", "started_at", "finished_at", "counts")
