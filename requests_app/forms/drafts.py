"""Forms for letters: edit, and mark as sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from requests_app.core.dates import in_words
from requests_app.core.states import Channel
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.forms.proofs import proof_field, scans_field
from requests_app.models import FoiRequest
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


class TogetherForm(forms.Form):
    """Which other overdue requests to the same authority the letter chases as well."""

    others = forms.TypedMultipleChoiceField(
        label="Chase these with it",
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "One of these requests can't be chased any more: it was answered, or chased, meanwhile."
            " Look at the list again."
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, others: Sequence[FoiRequest], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["others"].choices = [  # type: ignore[attr-defined]
            (each.pk, f"{each.reference}: {each.title}, due {in_words(each.response_due_on)}")
            for each in others
        ]
        self.helper = form_helper("others")


class VersionForm(forms.Form):
    """A button that acts on the thing as the person saw it."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class DraftSentForm(forms.Form):
    """An approved letter went out by a person's hand."""

    on = DayField(label="When did you send it?")
    channel = ChannelField([*SENDABLE, Channel.PHONE], label="How did you send it?", initial=Channel.EMAIL)
    proof = proof_field()
    scans = scans_field()
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("on", "channel", "proof", "scans")
