"""Turns Django's stock error messages, which say what is wrong, into sentences that say what to do."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.forms import BoundField, Field

_TO_DO = {
    ("required", "plain"): "Please fill this in.",
    ("required", "group"): "Please choose.",
    ("required", "checkbox"): "Please tick this before going on.",
    ("invalid_choice", "plain"): "Please choose one from the list.",
    ("invalid_choice", "group"): "Please choose one from the list.",
}


def _is_stock(error: ValidationError, field: Field) -> bool:
    """Whether the message is Django's own for its code: the wording of a form of ours is left alone."""
    return any(
        error.message == getattr(kind, "default_error_messages", {}).get(error.code)
        for kind in type(field).__mro__
    )


def wrongs(field: BoundField, layout: str) -> list[str]:
    """What is wrong with a field, a sentence each. ``layout`` is plain, group, checkbox or hidden."""
    said: list[str] = []
    for error in field.errors.as_data():
        to_do = _TO_DO.get((error.code or "", layout))
        if to_do and _is_stock(error, field.field):
            said.append(to_do)
        else:
            said += [str(message) for message in error.messages]
    return said
