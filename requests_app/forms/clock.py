"""The forms of the public calculator: the request itself, and one form for each further event. They read a link."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from requests_app.core.clock.extensions import exemption_status
from requests_app.core.clock.json_contract import EARLIEST, LATEST
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, EventKind
from requests_app.forms.clock_choices import (
    HAPPENING_OF,
    HOWS,
    LAWS,
    Choices,
    Happening,
    accepted,
    body_choices,
    event_choices,
)
from requests_app.forms.fields import DayField

CLOSURES = 24
"""How many ranges of closed days a link may carry."""
_BETWEEN = re.compile(r"\s*(?:\.\.|–|—)\s*|\s+(?:to|until|-)\s+")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class NamedChoice(forms.ChoiceField):
    """A choice that may come from a link somebody wrote: a wrong one is named, with what would be accepted."""

    def __init__(self, choices: Choices, **options: Any) -> None:
        super().__init__(choices=choices, **options)
        self.accepted = list(accepted(choices))

    def validate(self, value: str) -> None:
        """Raise ValidationError naming the value, what is accepted, and what may have been meant."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")
        if value and value not in self.accepted:
            near = get_close_matches(value, self.accepted, n=1)
            meant = f" Did you mean {near[0]}?" if near else ""
            raise ValidationError(f"“{value}” is not one of: {', '.join(self.accepted)}.{meant}")


class LinkDayField(DayField):
    """A day from 2005 to 2100; the bank holiday table covers less, which the answer says."""

    def to_python(self, value: Any) -> date | None:
        """The day. Raises ValidationError naming what was typed."""
        try:
            on = super().to_python(value)
        except ValidationError as error:
            raise ValidationError(
                f"“{value}” is no day of the calendar. Type it as 6/12/2022 or 2022-12-06."
            ) from error
        if on is not None and not EARLIEST <= on <= LATEST:
            raise ValidationError(
                f"{in_words(on)} is outside what we count: days from {in_words(EARLIEST)} to {in_words(LATEST)}."
            )
        return on


class ClosuresField(forms.CharField):
    """Days on which a school is closed, a range on each line. Gives a list of pairs of days."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> list[tuple[date, date]]:
        """The ranges in the order given. Raises ValidationError naming the first that can't be read."""
        text = str(super().clean(value))
        given = [part.strip() for part in re.split(r"[\n;,]", text) if part.strip()]
        if len(given) > CLOSURES:
            raise ValidationError(f"{len(given)} ranges are given; {CLOSURES} at most are accepted.")
        return [_closure(part) for part in given]


def _closure(part: str) -> tuple[date, date]:
    ends = [_day_in(part, end) for end in _BETWEEN.split(part)]
    if len(ends) > 2:
        raise ValidationError(f"“{part}” has more than two days; give the first and the last day closed.")
    if ends[-1] < ends[0]:
        raise ValidationError(f"“{part}”: the last day lies before the first.")
    return ends[0], ends[-1]


def _day_in(part: str, end: str) -> date:
    try:
        on = LinkDayField().to_python(end)
    except ValidationError as error:
        raise ValidationError(f"“{part}”: {error.messages[0]}") from error
    if on is None:
        raise ValidationError(f"“{part}”: a day is missing; give, for example, 24/7/2026 - 1/9/2026.")
    return on


class SectionsField(forms.CharField):
    """Exemptions as people cite them, separated by commas. Gives a list of texts, each with a section in it."""

    def clean(self, value: Any) -> list[str]:
        """The exemptions. Raises ValidationError naming the first that cites nothing."""
        cited = _listed(str(super().clean(value)))
        for each in cited:
            try:
                exemption_status(each)
            except ClockError as error:
                raise ValidationError(
                    f"“{each}” names no section; give, for example, s31 or s40(2)."
                ) from error
        return cited


class LabelsField(forms.CharField):
    """Labels of questions, separated by commas. Gives a list of texts."""

    def clean(self, value: Any) -> list[str]:
        """The labels."""
        return _listed(str(super().clean(value)))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


class LinkForm(forms.Form):
    """A form filled by a link. Days are shown again as the browser's own day field takes them; one that can't be
    read is shown as it was typed. ``filling_in``: what is missing is no mistake yet.
    """

    filling_in = False

    def add_error(self, field: str | None, error: Any) -> None:
        """Note what is wrong, but not what is missing while the form is being filled in."""
        if not (self.filling_in and getattr(error, "code", "") == "required"):
            super().add_error(field, error)

    def full_clean(self) -> None:
        """Clean, then put each day that was understood in the form the browser shows."""
        super().full_clean()
        for name, field in self.fields.items():
            typed = str(self.data.get(self.add_prefix(name), ""))
            if not isinstance(field, LinkDayField) or not typed:
                continue
            on = self.cleaned_data.get(name) if hasattr(self, "cleaned_data") else None
            if on is not None:
                self.data[self.add_prefix(name)] = on.isoformat()  # type: ignore[index]
            elif not _ISO.fullmatch(typed):
                field.widget.input_type = "text"


class RequestFacts(LinkForm):
    """The request: to whom, for what, which day, how."""

    kind = NamedChoice(
        body_choices(),
        label="What kind of authority?",
        error_messages={"required": "Choose the kind of authority. The law and the holidays follow from it."},
    )
    law = NamedChoice(LAWS, label="What was asked for?", widget=forms.RadioSelect)
    on = LinkDayField(label="Which day?", error_messages={"required": "Give the day, such as 6/12/2022."})
    how = NamedChoice(HOWS, label="What happened that day?", widget=forms.RadioSelect)
    closed = ClosuresField(
        label="When is the school closed?",
        required=False,
        max_length=1500,
        help_text="Holidays and INSET days: first day - last day, a range on each line, such as 24/7/2026 - 1/9/2026. "
        "A school has 20 school days or 60 working days, whichever end first.",
    )
    name = forms.CharField(
        label="A name for it",
        required=False,
        max_length=80,
        help_text="Stands in the calendar file, to tell requests apart.",
    )
    today = LinkDayField(label="As it stands on", required=False)


class EventForm(LinkForm):
    """One further event: its day and what its kind needs. ``happening`` is None where the link names no kind we know."""

    def __init__(self, *args: Any, happening: Happening | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.happening = happening
        self.fields["what"] = NamedChoice(
            event_choices(None),
            label="What happened?",
            widget=forms.HiddenInput if happening else forms.Select,
            error_messages={"required": "Choose what happened."},
        )
        self.fields["on"] = LinkDayField(
            label=happening.day if happening else "Which day?",
            error_messages={"required": "Give the day, such as 6/12/2022, or remove this event."},
        )
        for name in happening.asks if happening else ():
            self.fields[name] = _FURTHER[name]()

    @property
    def names(self) -> list[str]:
        """What a link may say of this event, without its prefix."""
        return list(self.fields)

    def shown(self) -> list[forms.BoundField]:
        """The fields a person sees."""
        return self.visible_fields()

    def to_contract(self) -> dict[str, Any]:
        """The event as law/CONTRACT.md has it. Only for a valid form."""
        data = self.cleaned_data
        event: dict[str, Any] = {"type": str(EventKind(data["what"])), "date": data["on"].isoformat()}
        for name in self.happening.asks if self.happening else ():
            value = data[name]
            if value not in ("", None, []):
                event[name] = value.isoformat() if isinstance(value, date) else value
        return event


class YesNoField(NamedChoice):
    """Yes, no, or not stated. Gives True, False or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__([("", "not stated"), ("yes", "Yes"), ("no", "No")], required=False, **options)

    def clean(self, value: Any) -> bool | None:
        """What was chosen."""
        return {"yes": True, "no": False}.get(super().clean(value))


_SENDINGS: Choices = [(value, label) for value, label in HOWS if value != "received"]
_OTHER_KINDS: Choices = [("", "not stated"), *((kind.value, kind.label) for kind in AuthorityKind)]

_FURTHER: dict[str, Any] = {
    "source": lambda: NamedChoice(
        [("ours", "It is proved"), ("authority", "The authority says so")],
        label="How is that known?",
        initial="ours",
        required=False,
    ),
    "channel": lambda: NamedChoice(_SENDINGS, label="How?", initial="email"),
    "covers": lambda: LabelsField(
        label="Which questions?",
        required=False,
        max_length=100,
        help_text="Their numbers, such as 1, 2(a). Empty: all of them.",
    ),
    "exemptions": lambda: SectionsField(
        label="Which exemptions does the notice name?",
        required=False,
        max_length=100,
        help_text="Such as s31, s40(2). Only a qualified exemption has a public interest to weigh.",
    ),
    "target": lambda: LinkDayField(
        label="Until when?", required=False, help_text="The day it names, if it names one."
    ),
    "received_on": lambda: LinkDayField(
        label="When did the requester get it?", required=False, help_text="If that was another day."
    ),
    "consent": lambda: YesNoField(label="Did the requester agree?"),
    "to": lambda: NamedChoice(_OTHER_KINDS, label="To what kind of authority?", required=False),
    "compliance_days": lambda: forms.IntegerField(
        label="How many days does it give the authority?",
        required=False,
        min_value=1,
        max_value=3650,
        help_text="Calendar days, as printed in the notice.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"),
            "Give a whole number of days from 1 to 3650, such as 35, or leave it empty.",
        ),
    ),
}


def happening_of(what: str) -> Happening | None:
    """How the calculator names an event of this kind, or None."""
    return HAPPENING_OF.get(EventKind(what)) if what in set(EventKind) else None
