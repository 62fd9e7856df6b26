"""The form for a person's own page."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django import forms

from requests_app.forms.layout import form_helper
from requests_app.usecases.people import LONGEST_UNDO


class SignInForm(LoginForm):  # type: ignore[misc]
    """allauth's form, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-mail address"
        self.fields["login"].widget.attrs.pop("placeholder", None)
        self.fields["password"].widget.attrs.pop("placeholder", None)


class ProfileForm(forms.Form):
    """What a person says of themself."""

    name = forms.CharField(
        label="Your real name",
        max_length=200,
        help_text="Letters are signed with it. A request under a made-up name is not valid (FOIA section 8).",
        error_messages={"required": "Give your real name: letters are signed with it."},
    )
    correspondence_address = forms.CharField(
        label="Address for correspondence",
        required=False,
        help_text="Where authorities may write to. An e-mail address is enough.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    wants_reminders = forms.BooleanField(
        label="E-mail me about my requests", required=False, help_text="What of, and when, is chosen below."
    )

    undo_minutes = forms.IntegerField(
        label="Minutes to take a letter back",
        required=False,
        min_value=0,
        max_value=LONGEST_UNDO,
        help_text="A letter you send by e-mail waits this long before it goes. 0: it goes at once.",
        error_messages={
            "invalid": f"Give whole minutes, from 0 to {LONGEST_UNDO}.",
            "min_value": f"Give whole minutes, from 0 to {LONGEST_UNDO}.",
            "max_value": f"Give whole minutes, from 0 to {LONGEST_UNDO}: that is a day.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            "name", "correspondence_address", "wants_reminders", "undo_minutes", submit="Save"
        )
