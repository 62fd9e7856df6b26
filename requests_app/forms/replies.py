"""Forms for replies: give us the text, then confirm what was read in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from requests_app.core.states import Channel, Decision, Outcome
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.models import Question
from requests_app.usecases.replies import AnswerConfirmed


class ReplyForm(forms.Form):
    """A reply, pasted or uploaded as plain text."""

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
    file = forms.FileField(label="Or upload it as a text file (.txt)", required=False, allow_empty_file=True)

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
            self.add_error("text", "Paste the reply, or choose a text file.")
        return data


class ReviewForm(forms.Form):
    """What the reply says as a whole."""

    authority_reference = forms.CharField(label="Their reference", required=False, max_length=100)
    received_on = DayField(
        label="When did you get it?",
        required=False,
        help_text="Empty: not stated. The time to ask for a review counts from the reply.",
    )
    issued_on = DayField(
        label="Which date is on it?", required=False, help_text="Empty: no date is printed on it."
    )
    decision = forms.TypedChoiceField(
        label="Their decision",
        required=False,
        choices=[("", "None that can be named"), *Decision.choices()],
        coerce=Decision,
        empty_value=None,
    )
    is_final = forms.TypedChoiceField(
        label="Is this everything they will send?",
        choices=[("yes", "Yes, this is their answer"), ("no", "No, more is still to come")],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("authority_reference", "received_on", "issued_on", "decision", "is_final")


class AnswerForm(forms.Form):
    """What the reply says to one question."""

    outcome = forms.TypedChoiceField(label="Outcome", choices=Outcome.choices(), coerce=Outcome)
    sections = forms.CharField(
        label="Sections relied on",
        required=False,
        max_length=300,
        help_text="Such as 31(1)(a), 40(2).",
    )
    text = forms.CharField(
        label="What they said", required=False, widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )
    note = forms.CharField(
        label="What you noticed",
        required=False,
        help_text="For example parts that were dropped.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def confirmed(self, question: Question) -> AnswerConfirmed:
        """The answer as the use case takes it."""
        data = self.cleaned_data
        sections = tuple(part.strip() for part in _split(data["sections"]) if part.strip())
        return AnswerConfirmed(
            question, data["outcome"], data["text"].strip(), sections, data["note"].strip()
        )


def _split(sections: str) -> Sequence[str]:
    return sections.replace(";", ",").split(",")


def answer_form(question: Question, *, data: Any = None, initial: dict[str, Any] | None = None) -> AnswerForm:
    """The form of one question, under a prefix of its own."""
    return AnswerForm(data, initial=initial, prefix=f"q{question.pk}")
