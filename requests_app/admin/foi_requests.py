"""Requests, for staff who help somebody: all of it to see, nothing to change behind the clock's back."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from requests_app.admin.base import ReadOnlyAdmin, ReadOnlyInline
from requests_app.core.states import State
from requests_app.models import Deadline, Event, FoiRequest, Question


class QuestionInline(ReadOnlyInline):
    """Questions and parts."""

    model = Question
    fields = ("position", "level", "label", "text", "outcome")


class EventInline(ReadOnlyInline):
    """What happened."""

    model = Event
    fields = ("recorded_at", "kind", "on", "sentence", "source")


class DeadlineInline(ReadOnlyInline):
    """Dates, those that moved included."""

    model = Deadline
    fields = ("kind", "due_on", "status", "basis", "section", "moved_because")


@admin.register(FoiRequest)
class FoiRequestAdmin(ReadOnlyAdmin):
    """Requests of every campaign."""

    list_display = ("number", "title", "authority", "standing", "response_due_on", "next_deadline_on", "page")
    list_display_links = ("number", "title")
    list_filter = ("state", "regime", "visibility")
    list_select_related = ("authority",)
    search_fields = ("title", "authority__official_name", "authority_reference")
    inlines: ClassVar[Any] = (QuestionInline, EventInline, DeadlineInline)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Without the long texts in the list."""
        rows: QuerySet[Any] = super().get_queryset(request)
        match = request.resolver_match
        in_list = match is not None and (match.url_name or "").endswith("changelist")
        return rows.defer("letter", "requester_address") if in_list else rows

    @admin.display(description="state", ordering="state")
    def standing(self, foi_request: FoiRequest) -> str:
        """The state in words. The admin's own way builds the list of all states anew for every row."""
        return State(foi_request.state).label

    @admin.display(description="page")
    def page(self, foi_request: FoiRequest) -> str:
        """A link to the request's page."""
        return format_html('<a href="{}">{}</a>', foi_request.get_absolute_url(), foi_request.reference)
