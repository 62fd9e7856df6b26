"""What people corrected in readings, to look at. ``manage.py reading_report`` adds it up."""

from __future__ import annotations

from django.contrib import admin

from requests_app.admin.base import ReadOnlyAdmin
from requests_app.models import Correction


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    """One thing confirmed otherwise than it was read, and where it stands in the message."""

    list_display = ("what", "about", "change", "was", "became", "confidence", "authority", "at")
    list_filter = ("what", "change", "message__foi_request__authority__kind")
    list_select_related = ("message__foi_request__authority",)
    search_fields = ("proposed", "made", "message__foi_request__authority__official_name")
    date_hierarchy = "at"

    @admin.display(description="proposed")
    def was(self, correction: Correction) -> str:
        """What was read, in short."""
        return correction.proposed[:80]

    @admin.display(description="made")
    def became(self, correction: Correction) -> str:
        """What the person made of it, in short."""
        return correction.made[:80]

    @admin.display(description="authority")
    def authority(self, correction: Correction) -> str:
        """Whose message it is."""
        return correction.message.foi_request.authority.official_name
