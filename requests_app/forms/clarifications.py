"""Forms for clarification: what they asked, and what we answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from requests_app.core.states import Channel
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.models import Question


class ClarificationAskedForm(forms.Form):
    """The authority asked what is meant."""

    on = DayField(label="When did they ask?")
    channel = ChannelField(
        [Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.PHONE],
        label="How did they ask?",
        initial=Channel.EMAIL,
    )
    asked = forms.CharField(
        label="What did they ask?",
        widget=forms.Textarea,
        strip=False,
        error_messages={"required": "Paste or type what they asked."},
    )
    questions = forms.MultipleChoiceField(
        label="Which of your questions is it about?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="None ticked: the whole request.",
    )
    was_needed = forms.TypedChoiceField(
        label="Do they need it to find what you asked for?",
        choices=[
            ("yes", "Yes: the clock stops until you answer"),
            ("no", "No: for example they ask why you want it. The clock keeps running"),
        ],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, asked_of: Sequence[Question], cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions_by_pk = {str(question.pk): question for question in asked_of}
        self.fields["questions"].choices = [  # type: ignore[attr-defined]
            (pk, str(question)) for pk, question in self.questions_by_pk.items()
        ]
        self.helper = form_helper(
            "on",
            "channel",
            letter_field("asked", rows=8),
            *(["questions"] if asked_of else []),
            "was_needed",
            submit="Record their question",
            cancel_url=cancel_url,
        )

    def about(self) -> list[Question]:
        """The questions ticked."""
        return [self.questions_by_pk[pk] for pk in self.cleaned_data["questions"]]


class ClarificationAnswerForm(forms.Form):
    """Our answer: as a letter still to be sent, or as something sent already."""

    answered = forms.CharField(
        label="Your answer",
        widget=forms.Textarea,
        strip=False,
        help_text="Answer every point they raised.",
        error_messages={"required": "Your answer is empty. Type what you want to tell them."},
    )
    already_sent = forms.TypedChoiceField(
        label="Have you sent it already?",
        choices=[("no", "No: put it in a letter for me to read first"), ("yes", "Yes: only record it")],
        coerce=lambda value: value == "yes",
        initial="no",
        widget=forms.RadioSelect,
    )
    on = DayField(label="When did you send it?", required=False, help_text="Only if it was sent already.")
    channel = ChannelField(
        [Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.PHONE],
        label="How?",
        initial=Channel.EMAIL,
        required=False,
    )

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            letter_field("answered", rows=10),
            "already_sent",
            "on",
            "channel",
            submit="Go on",
            cancel_url=cancel_url,
        )

    def clean(self) -> dict[str, Any]:
        """A day where it was sent already."""
        data = super().clean() or {}
        if data.get("already_sent") and not data.get("on") and "on" not in self.errors:
            self.add_error("on", "Give the day on which you sent it, such as 6/12/2022.")
        return data
