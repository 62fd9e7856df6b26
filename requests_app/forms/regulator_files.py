"""The form that asks for a regulator's file: which files that may hold more than they show go with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from requests_app.queries.regulator_files import HiddenFile


class FileForm(forms.Form):
    """Nothing is ticked to begin with: what may hold more than it shows is left out, and the file says so."""

    enclosed = forms.TypedMultipleChoiceField(
        label="Enclose these all the same?",
        help_text="They may hold data that the authority did not mean to send. The file says that you chose to enclose them.",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "One of these files is not part of the correspondence any more. Look again."
        },
    )

    def __init__(self, *args: Any, hidden: Sequence[HiddenFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hidden = hidden
        field = self.fields["enclosed"]
        if hidden:
            field.choices = [(file.pk, f"{file.filename}: {' '.join(file.why)}") for file in hidden]  # type: ignore[attr-defined]
        else:
            del self.fields["enclosed"]
