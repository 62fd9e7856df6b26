"""Authorities, their names and addresses; campaigns; the public record."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin

from requests_app.admin.base import HistoryAdmin, RecordAdmin
from requests_app.models import (
    Authority,
    AuthorityAddress,
    AuthorityAlias,
    Campaign,
    Figure,
    Membership,
    Source,
)


class AliasInline(admin.TabularInline):  # type: ignore[type-arg]
    """Other names."""

    model = AuthorityAlias
    extra = 1


class AddressInline(admin.TabularInline):  # type: ignore[type-arg]
    """Addresses, and who checked them when."""

    model = AuthorityAddress
    extra = 0
    raw_id_fields = ("checked_by",)


@admin.register(Authority)
class AuthorityAdmin(HistoryAdmin):
    """Public authorities."""

    list_display = ("official_name", "short_name", "kind", "nation", "regime", "valid_to")
    list_filter = ("regime", "nation", "kind")
    search_fields = ("official_name", "short_name", "aliases__name")
    prepopulated_fields = {"slug": ("short_name",)}
    autocomplete_fields = ("successor",)
    inlines: ClassVar[Any] = (AliasInline, AddressInline)


class MembershipInline(admin.TabularInline):  # type: ignore[type-arg]
    """Who is in a campaign."""

    model = Membership
    extra = 1
    autocomplete_fields = ("user",)


@admin.register(Campaign)
class CampaignAdmin(RecordAdmin):
    """Campaigns and their people."""

    list_display = ("name", "visibility", "created_at")
    search_fields = ("name",)
    prepopulated_fields = {"slug": ("name",)}
    raw_id_fields = ("personal_of",)
    inlines: ClassVar[Any] = (MembershipInline,)


class FigureInline(admin.TabularInline):  # type: ignore[type-arg]
    """The figures of one source."""

    model = Figure
    extra = 0
    fields = ("position", "metric", "value", "is_approximate", "unit", "place", "period", "year")


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """The public record."""

    list_display = ("title", "publisher", "published_on")
    search_fields = ("title", "publisher")
    prepopulated_fields = {"slug": ("title",)}
    inlines: ClassVar[Any] = (FigureInline,)
