"""The form in which staff word a letter."""

from __future__ import annotations

from django import forms


class WordingForm(forms.Form):
    """The subject line and the letter; ``version`` is the one they had before them, 0 for the shipped wording.

    Lengths and syntax are the use case's matter, so that what was typed comes back with the line at fault.
    """

    subject = forms.CharField(
        label="Subject line",
        widget=forms.Textarea(attrs={"rows": 5}),
        strip=False,
        error_messages={"required": "The letter needs a subject line."},
    )
    body = forms.CharField(
        label="The letter",
        widget=forms.Textarea(attrs={"rows": 36}),
        strip=False,
        error_messages={"required": "The letter is empty. Write it, or go back to the shipped wording."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
