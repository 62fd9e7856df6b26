"""Dated law: bank holidays and exemptions."""

from __future__ import annotations

from django.contrib import admin

from requests_app.admin.base import HistoryAdmin
from requests_app.models import BankHoliday, Exemption


@admin.register(BankHoliday)
class BankHolidayAdmin(HistoryAdmin):
    """Bank holidays. A change recomputes every date it touches."""

    list_display = ("on", "title", "division", "source")
    list_filter = ("division",)
    search_fields = ("title",)
    date_hierarchy = "on"


@admin.register(Exemption)
class ExemptionAdmin(HistoryAdmin):
    """Exemptions, exceptions and procedural grounds."""

    list_display = ("regime", "section", "title", "basis", "status")
    list_filter = ("regime",)
    search_fields = ("section", "title")
