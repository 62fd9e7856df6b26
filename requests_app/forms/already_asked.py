"""The form that looks for questions asked already."""

from __future__ import annotations

from typing import Any

from django import forms

from requests_app.forms.fields import AuthorityField
from requests_app.forms.layout import form_helper

LONGEST = 1000
"""Characters: it stands in the address of the page."""


class AlreadyAskedForm(forms.Form):
    """A question or a few words, and the authority to begin with."""

    q = forms.CharField(
        label="Question, or a few words",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Type a question, or a few words of it.",
            "max_length": "That is longer than can be looked for at once. Take its most important question.",
        },
    )
    authority = AuthorityField(
        label="Authority",
        required=False,
        help_text="What this authority was asked comes first. May stay empty.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("q", "authority")
