"""People. Sign-up is closed: staff add people here, with a first password to hand over."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.http import HttpRequest

from requests_app.admin.base import RecordAdmin
from requests_app.models import User
from requests_app.usecases import staff


class SmallLetters:
    """One address is one person however it is written, and the form says so before the database does."""

    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        """The address in small letters, as it is kept."""
        return str(self.cleaned_data["email"]).lower()


class PersonCreationForm(SmallLetters, AdminUserCreationForm):
    """A new person: address, name, first password."""

    class Meta:
        model = User
        fields = ("email", "name")


class PersonChangeForm(SmallLetters, UserChangeForm):  # type: ignore[type-arg]
    """A person who is here already."""


@admin.register(User)
class PersonAdmin(RecordAdmin, UserAdmin):  # type: ignore[type-arg]
    """People who work with the program."""

    form = PersonChangeForm
    add_form = PersonCreationForm
    ordering = ("email",)
    list_display = ("email", "name", "is_staff", "is_active", "wants_reminders")
    list_filter = ("is_staff", "is_active")
    search_fields = ("email", "name")
    readonly_fields = ("date_joined", "last_login")
    fieldsets = (
        (None, {"fields": ("email", "password")}),
        ("Person", {"fields": ("name", "correspondence_address", "wants_reminders")}),
        ("Rights", {"fields": ("is_active", "is_staff", "is_superuser", "groups", "user_permissions")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets: Any = (
        (None, {"classes": ("wide",), "fields": ("email", "name", "password1", "password2")}),
    )

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Hand the save to the use case, which also confirms the address staff typed."""
        staff.save_person(user=obj)
