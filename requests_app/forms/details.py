"""The form for the details of a request that letters name."""

from __future__ import annotations

from typing import Any

from django import forms

from requests_app.forms.layout import form_helper


class DetailsForm(forms.Form):
    """Who asked, where they can be written to, and what the request is called; ``version`` is the one they saw."""

    title = forms.CharField(max_length=200, label="Title of the request")
    requester_name = forms.CharField(
        max_length=200,
        required=False,
        label="Name of the person who asked",
        help_text="Their real name: letters go out in it, and only they may ask for a review or complain.",
    )
    requester_address = forms.CharField(
        required=False,
        max_length=1000,
        label="Address for replies",
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="An e-mail address is enough.",
    )
    authority_reference = forms.CharField(max_length=100, required=False, label="Their reference")
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            "title",
            "requester_name",
            "requester_address",
            "authority_reference",
            "version",
            submit="Save the details",
            cancel_url=cancel_url,
        )
