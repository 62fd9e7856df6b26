"""Forms for letters: edit, and mark as sent."""

from __future__ import annotations

from typing import Any

from django import forms

from requests_app.core.states import Channel
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.usecases.foi_requests import SENDABLE


class DraftForm(forms.Form):
    """The letter as a person edits it; ``version`` is the one they had before them."""

    subject = forms.CharField(max_length=300, error_messages={"required": "The letter needs a subject."})
    body = forms.CharField(
        label="The letter",
        widget=forms.Textarea,
        strip=False,
        error_messages={"required": "The letter is empty. Write what you want to say, or dismiss it."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("subject", letter_field("body", rows=24))


class VersionForm(forms.Form):
    """A button that acts on the thing as the person saw it."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DraftSentForm(forms.Form):
    """An approved letter went out by a person's hand."""

    on = DayField(label="When did you send it?")
    channel = ChannelField(SENDABLE, label="How did you send it?", initial=Channel.EMAIL)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("on", "channel")
