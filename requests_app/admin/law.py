"""Dated law: bank holidays and exemptions; and what became of the clocks when it changed."""

from __future__ import annotations

from django.contrib import admin

from requests_app.admin.base import HistoryAdmin, ReadOnlyAdmin
from requests_app.models import BankHoliday, Exemption, HolidayRefresh, Recomputation


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


@admin.register(HolidayRefresh)
class HolidayRefreshAdmin(ReadOnlyAdmin):
    """When the bank holidays were compared with GOV.UK's list, and what came of it."""

    list_display = ("at", "ok", "sentence", "source")
    list_filter = ("ok",)


@admin.register(Recomputation)
class RecomputationAdmin(ReadOnlyAdmin):
    """Why many clocks were computed again, and what that did."""

    list_display = ("planned_at", "because", "finished_at", "counts")
    list_filter = ("cause",)
