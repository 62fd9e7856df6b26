"""Fields our forms share: days as people type them, channels, authorities by any name they go by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from requests_app.core.states import Channel
from requests_app.models import Authority
from requests_app.queries.authorities import find_authorities

DAY_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%a %d %b %Y"]


class DayField(forms.DateField):
    """A day, typed or picked. Gives a ``date`` or None."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("input_formats", DAY_FORMATS)
        options.setdefault("widget", forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
        options.setdefault(
            "error_messages",
            {
                "required": "Give the day, such as 6/12/2022.",
                "invalid": "This is no day of the calendar. Type it as 6/12/2022.",
            },
        )
        super().__init__(**options)


class ChannelField(forms.TypedChoiceField):
    """How something was sent or came. Gives a ``Channel``."""

    def __init__(self, channels: Iterable[Channel], **options: Any) -> None:
        super().__init__(
            choices=[(channel.value, channel.label) for channel in channels],
            coerce=Channel,
            widget=forms.RadioSelect,
            **options,
        )


class SuggestingInput(forms.TextInput):
    """A text box with suggestions that the page prints as a ``<datalist>``: works without JavaScript."""

    def __init__(self, list_id: str) -> None:
        super().__init__(attrs={"list": list_id, "autocomplete": "off", "spellcheck": "false"})


class AuthorityField(forms.CharField):
    """An authority by its official name, short name or alias. Gives an ``Authority``, or None where it may be empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("max_length", 250)
        super().__init__(widget=SuggestingInput("authorities"), **options)

    def clean(self, value: object) -> Authority | None:
        """Find the one authority meant. Raises ValidationError saying what to type instead."""
        name = super().clean(value)
        if not name and not self.required:
            return None
        found = find_authorities(name)
        if not found:
            raise ValidationError(
                f"No authority in the list is called “{name}”. Try the official name, or ask staff to add it."
            )
        if len(found) > 1:
            names = "; ".join(authority.official_name for authority in found[:6])
            raise ValidationError(
                f"“{name}” could be more than one authority: {names}. Type the full name of the one you mean."
            )
        return found[0]

    def prepare_value(self, value: object) -> object:
        """Show an authority by its official name."""
        return value.official_name if isinstance(value, Authority) else value
