"""The bases of our admin pages: one that hands saves to a use case, one that only shows."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db import models
from django.forms import BaseModelForm
from django.http import HttpRequest
from django.utils import timezone
from simple_history.admin import SimpleHistoryAdmin

from requests_app.usecases import staff


class RecordAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Staff edit this record, and what depends on it is brought into line."""

    list_per_page = 25
    show_full_result_count = False
    formfield_overrides: ClassVar[Any] = {models.URLField: {"assume_scheme": "https"}}

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Hand the save to the use case."""
        staff.save_record(record=obj, now=timezone.now())

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Hand the deletion to the use case."""
        staff.delete_record(record=obj, now=timezone.now())

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        """Hand the deletions to the use case, as one change."""
        staff.delete_records(records=list(queryset), now=timezone.now())

    def save_formset(
        self, request: HttpRequest, form: BaseModelForm[Any], formset: Any, change: bool
    ) -> None:
        """Hand the rows that stand under a record to the use case."""
        rows = formset.save(commit=False)
        for gone in formset.deleted_objects:
            staff.delete_record(record=gone, now=timezone.now())
        for row in rows:
            staff.save_record(record=row, now=timezone.now())
        formset.save_m2m()


class HistoryAdmin(RecordAdmin, SimpleHistoryAdmin):
    """Staff edit this record, and every version of it is kept."""


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Staff look at this record here; it changes only through what people do on the site."""

    list_per_page = 25
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """No."""
        return False


class ReadOnlyInline(admin.TabularInline):  # type: ignore[type-arg]
    """Rows that stand under a record, to look at."""

    extra = 0
    can_delete = False
    show_change_link = False

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """No."""
        return False
