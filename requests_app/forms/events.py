"""Forms for what happened, and for its correction."""

from __future__ import annotations

from typing import Any

from django import forms

from requests_app.core.recording import Recordable
from requests_app.core.states import Channel, EventKind, Party
from requests_app.forms.clock import ClosuresField
from requests_app.forms.fields import ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.usecases.foi_requests import SENDABLE

_CHANNELS = [*SENDABLE, Channel.PHONE]


def _extra_fields() -> dict[str, forms.Field]:
    return {
        "exemptions": forms.CharField(
            label="Which exemptions does the notice name?",
            max_length=200,
            help_text="Such as s31, s40(2). Separate several with commas.",
        ),
        "target": DayField(
            label="Until when, do they say?", required=False, help_text="Empty: they give no day."
        ),
        "to": forms.CharField(label="To whom?", max_length=200, required=False),
        "consent": forms.BooleanField(label="You agreed that they pass it on", required=False),
        "compliance_days": forms.IntegerField(
            label="How many calendar days does the notice give the authority?",
            required=False,
            min_value=1,
            max_value=400,
            help_text="Empty: it does not say. Then 30 are assumed.",
        ),
        "received_on": DayField(
            label="When did you get it?", required=False, help_text="If that was another day."
        ),
        "non_school_days": ClosuresField(
            label="When is the school closed?",
            required=False,
            max_length=1500,
            help_text="Holidays and INSET days: first day - last day, a range on each line, such as 24/7/2026 - 1/9/2026. "
            "With them there is one date: a school has 20 school days or 60 working days, whichever end first.",
        ),
    }


class EventForm(forms.Form):
    """One thing that happened: the day, what its kind needs, and what was written."""

    on = DayField(label="When was it?")
    channel = ChannelField(_CHANNELS, label="How?", initial=Channel.EMAIL)
    text = forms.CharField(
        label="What was written or said", required=False, widget=forms.Textarea, strip=False
    )

    def __init__(
        self, *args: Any, what: Recordable, cancel_url: str, of_school: bool = False, **kwargs: Any
    ) -> None:
        """``of_school``: its closed days decide the date, and its receipt is where they are told."""
        super().__init__(*args, **kwargs)
        self.extra = [name for name in what.asks if name != "channel"]
        if of_school and what.kind is EventKind.RECEIVED:
            self.extra.append("non_school_days")
        made = _extra_fields()
        self.fields.update({name: made[name] for name in self.extra})
        self.fields["on"].label = "When was it?" if what.who is Party.REQUESTER else "Which day was it?"
        self.helper = form_helper(
            "on",
            *self.extra,
            "channel",
            letter_field("text", rows=8),
            submit="Record it",
            cancel_url=cancel_url,
        )
        self.what = what

    def details(self) -> dict[str, object]:
        """The further fields as the clock takes them."""
        data = {name: self.cleaned_data[name] for name in self.extra}
        if "exemptions" in data:
            data["exemptions"] = [part.strip() for part in data["exemptions"].split(",") if part.strip()]
        if "non_school_days" in data:
            data["non_school_days"] = [
                [first.isoformat(), last.isoformat()] for first, last in data["non_school_days"]
            ]
        if "channel" in self.what.asks:
            data["channel"] = self.cleaned_data["channel"].value
        return data


class CorrectionForm(forms.Form):
    """The right day of an event, or that it never happened."""

    on = DayField(label="Which day was it?", required=False, help_text="Empty: the record does not say.")
    reason = forms.CharField(
        label="Why do you correct it?",
        max_length=200,
        required=False,
        help_text="Kept in the history, for whoever wonders later.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("on", "reason")


class WhatIfForm(forms.Form):
    """A day on which they might reply."""

    on = DayField(label="What if they reply on")
