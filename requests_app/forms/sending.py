"""Forms for a letter that goes by e-mail: to which address, with which files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from requests_app.forms.layout import form_helper
from requests_app.forms.uploads import FilesField
from requests_app.models import AuthorityAddress


class SendForm(forms.Form):
    """Send the letter to one of the addresses that may be mailed."""

    address = forms.TypedChoiceField(
        label="To which address?",
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the address it goes to.",
            "invalid_choice": "This address can't be mailed any more. Look at the list again.",
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, addresses: Sequence[AuthorityAddress], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].choices = [(each.pk, each.address) for each in addresses]  # type: ignore[attr-defined]
        if addresses:
            self.initial.setdefault("address", addresses[0].pk)
        self.helper = form_helper("address")


class AddressForm(forms.Form):
    """An address a person found."""

    address = forms.CharField(
        label="Their e-mail address for requests",
        max_length=254,
        widget=forms.EmailInput,
        error_messages={"required": "Give the address, such as foi@example.org."},
    )
    source = forms.CharField(
        label="Where did you find it?",
        max_length=500,
        help_text="Such as the page of their website, or a letter of theirs.",
        error_messages={"required": "Say where you found it: others will want to know."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("address", "source")


class EncloseForm(forms.Form):
    """Files to go with the letter."""

    file = FilesField(
        label="Files to go with it",
        error_messages={"required": "Choose a file first."},
        help_text="They go as they are. Take out what the authority need not see.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("file")
