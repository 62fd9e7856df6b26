"""Forms for what a person is told of, and for putting a request off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from requests_app.core.notices import DEFAULT_TIMINGS, Awaited, NoticeKind, Timing
from requests_app.core.reminding import DEFAULT_WEEKS, MOST_WEEKS, Stage
from requests_app.forms.fields import DayField
from requests_app.forms.layout import form_helper
from requests_app.models import NoticeChoice
from requests_app.queries.telling import choice_in
from requests_app.usecases.notice_choices import Chosen

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
AS_ABOVE = ("above", "As for all your requests")
THREE_WEEKS = timedelta(days=21)


class NoticeChoiceForm(forms.Form):
    """What a person is told of, and when, in one place: for themself, a campaign, a request."""

    stages = forms.TypedMultipleChoiceField(
        label="Remind me of a date",
        coerce=Stage,
        choices=Stage.choices(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    weeks = forms.IntegerField(
        label="At most this many weeks after a date has passed",
        min_value=0,
        max_value=MOST_WEEKS,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    quiet_days = forms.TypedMultipleChoiceField(
        label="Days without e-mail",
        coerce=int,
        choices=list(enumerate(DAYS)),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="What comes up on such a day waits for the next morning.",
    )
    replies_to = forms.ChoiceField(
        label="If you answer one of these e-mails, the answer goes to",
        choices=NoticeChoice.RepliesTo.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, row: NoticeChoice | None, is_own: bool, **kwargs: Any) -> None:
        kwargs["initial"] = _initial(row, is_own=is_own)
        super().__init__(*args, **kwargs)
        self.is_own = is_own
        kinds = [f"when_{kind}" for kind in NoticeKind]
        choices = [] if is_own else [AS_ABOVE]
        for kind in NoticeKind:
            self.fields[f"when_{kind}"] = forms.ChoiceField(
                label=kind.label, choices=[*choices, *Timing.choices()]
            )
        first: list[str] = ["stages", "weeks"]
        if not is_own:
            self.fields["own_stages"] = forms.BooleanField(
                label="Choose the days here, apart from your other requests", required=False
            )
            first.insert(0, "own_stages")
            del self.fields["quiet_days"], self.fields["replies_to"]
        last = [Fieldset("Quiet days and answers", "quiet_days", "replies_to")] if is_own else []
        self.helper = form_helper(
            Fieldset("What you are told of, and when", *kinds),
            Fieldset("When you are reminded of a date", *first),
            *last,
            submit="Save",
        )

    def chosen(self) -> Chosen:
        """What was chosen, for the use case. Only of a valid form."""
        said = self.cleaned_data
        own = self.is_own or said["own_stages"]
        return Chosen(
            stages=frozenset(said["stages"]) if own else None,
            weeks=said["weeks"] if own else None,
            timings={
                kind: Timing(value) for kind in NoticeKind if (value := said[f"when_{kind}"]) != AS_ABOVE[0]
            },
            quiet_days=frozenset(said.get("quiet_days") or ()),
            replies_to=said.get("replies_to") or NoticeChoice.RepliesTo.SELF.value,
        )


def _initial(row: NoticeChoice | None, *, is_own: bool) -> dict[str, Any]:
    said = choice_in(row) if row else None
    stages = said.stages if said and said.stages is not None else frozenset(Stage)
    timings = dict(DEFAULT_TIMINGS if is_own else {}) | dict(said.timings if said else {})
    return {
        "stages": [each for each in Stage if each in stages],
        "weeks": row.weeks if row and row.weeks is not None else DEFAULT_WEEKS,
        "own_stages": bool(said and said.stages is not None),
        "quiet_days": row.quiet_days if row else [],
        "replies_to": row.replies_to if row else NoticeChoice.RepliesTo.SELF,
        **{f"when_{kind}": timing for kind, timing in timings.items()},
    }


class SnoozeForm(forms.Form):
    """Until when a person wants to hear nothing of a request: a button, or a day of their own."""

    until = forms.ChoiceField(
        choices=[("weeks", "In three weeks"), *Awaited.choices(), ("day", "A day")], required=False
    )
    until_on = DayField(label="Until", required=False)
    deadline_key = forms.CharField(max_length=120, required=False, widget=forms.HiddenInput)

    def until_when(self, *, today: date) -> tuple[date | None, Awaited | None]:
        """The day, or what must happen. Only of a valid form."""
        said = self.cleaned_data["until"]
        if said in set(Awaited):
            return None, Awaited(said)
        if said == "weeks":
            return today + THREE_WEEKS, None
        return self.cleaned_data["until_on"], None
