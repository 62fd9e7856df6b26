"""The form that gives us a reply."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from requests_app.core.states import Channel
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.forms.uploads import WHAT_FITS, FilesField


class ReplyForm(forms.Form):
    """A reply, pasted or uploaded as the files it came as."""

    received_on = DayField(
        label="When did you get it?",
        required=False,
        help_text="Leave it empty if you don't know: then no date is computed from it.",
    )
    channel = ChannelField(
        [Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.DISCLOSURE_PAGE],
        label="How did it come?",
        initial=Channel.EMAIL,
    )
    text = forms.CharField(
        label="The reply",
        required=False,
        help_text="Paste all of it, as it stands. Headings and footers do no harm.",
        widget=forms.Textarea,
        strip=False,
    )
    file = FilesField(
        label="Or upload the files",
        required=False,
        help_text="The mail with its attachments, or the letter and its spreadsheets: " + WHAT_FITS,
    )

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            "received_on",
            "channel",
            letter_field("text"),
            "file",
            submit="Read the reply",
            cancel_url=cancel_url,
        )

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        data = super().clean() or {}
        typed, file = (data.get("text") or "").strip(), data.get("file")
        if file and typed:
            raise ValidationError("You pasted a text and chose a file. Clear one of the two.")
        if not file and not typed and "text" not in self.errors and "file" not in self.errors:
            self.add_error("text", "Paste the reply, or choose its files.")
        return data
