"""Forms for requests: log, write, send, questions, acknowledgement, withdrawal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from requests_app.core.states import Channel
from requests_app.forms.fields import AuthorityField, ChannelField, DayField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.forms.proofs import proof_field, scans_field
from requests_app.models import Membership, Question
from requests_app.models.campaign import Visibility
from requests_app.usecases.foi_requests import LONGEST_ADDRESS, SENDABLE, QuestionAsked

NO_TITLE = {"required": "Give the request a title, such as what it is about."}
NO_LETTER = {"required": "The letter is empty. Paste or type its words."}


OWN = "own"


class RequestForm(forms.Form):
    """What every request needs: whom, what about, the letter, for which campaign, in whose name."""

    authority = AuthorityField(
        label="Which authority?",
        help_text="By any name you know it by, such as “Met” or “Kent Police”.",
        error_messages={"required": "Say which authority it is for."},
    )
    title = forms.CharField(
        label="What is it about?",
        help_text="A short title for your own list.",
        max_length=200,
        error_messages=NO_TITLE,
    )
    letter = forms.CharField(
        label="The letter",
        help_text="Paste or type all of it. We look for its questions and number them; you can correct that next.",
        widget=forms.Textarea,
        strip=False,
        error_messages=NO_LETTER,
    )
    requester_name = forms.CharField(
        label="In whose name?",
        help_text="The real name of the person who asks: the law wants one, and only they can ask for a review.",
        max_length=200,
        error_messages={"required": "Give the real name of the person who asks."},
    )
    campaign = forms.ChoiceField(label="Which campaign is it for?")
    visibility = forms.ChoiceField(
        label="Who may see it?",
        choices=Visibility.choices,
        initial=Visibility.PRIVATE,
        widget=forms.RadioSelect,
    )
    layout_fields: Sequence[str] = ("requester_name", "campaign", "visibility")
    submit = "Save request"

    def __init__(self, *args: Any, memberships: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.memberships = {str(each.campaign.pk): each.campaign for each in memberships}
        choices = [(pk, each.name) for pk, each in self.memberships.items()]
        if all(each.personal_of_id is None for each in self.memberships.values()):
            choices.append((OWN, "None: it is my own"))
        self.fields["campaign"].choices = choices  # type: ignore[attr-defined]
        self.helper = form_helper(
            "authority", "title", letter_field("letter"), *self.layout_fields, submit=self.submit
        )

    def clean_campaign(self) -> object:
        """The campaign itself; None for the person's own, which is made when it is first needed."""
        return self.memberships.get(self.cleaned_data["campaign"])


def sent_to_field() -> forms.CharField:
    """Where a request went. Letters about it name the address where the record has it."""
    return forms.CharField(
        label="To which address?",
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text="An e-mail address, a web page or a postal address, if you know it. A chaser then names it.",
    )


class LogRequestForm(RequestForm):
    """A request that was sent already, anywhere and in any way."""

    sent_on = DayField(label="When was it sent?")
    channel = ChannelField(SENDABLE, label="How was it sent?", initial=Channel.EMAIL)
    sent_to = sent_to_field()
    authority_reference = forms.CharField(
        label="Their reference",
        required=False,
        max_length=100,
        help_text="If they have given one, as they print it.",
    )
    layout_fields = (
        "sent_on",
        "channel",
        "sent_to",
        "authority_reference",
        "requester_name",
        "campaign",
        "visibility",
    )
    submit = "Log request"


class MarkSentForm(forms.Form):
    """A written request went out."""

    sent_on = DayField(label="When did you send it?")
    channel = ChannelField(SENDABLE, label="How did you send it?", initial=Channel.EMAIL)
    sent_to = sent_to_field()
    proof = proof_field()
    scans = scans_field()
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, cancel_url: str, by_phone: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if by_phone:
            channels = [*SENDABLE, Channel.PHONE]
            self.fields["channel"].choices = [(each.value, each.label) for each in channels]  # type: ignore[attr-defined]
        self.helper = form_helper(
            *("sent_on", "channel", "sent_to", "proof", "scans", "version"),
            submit="Mark as sent",
            cancel_url=cancel_url,
        )

    def seen_anew(self, version: int) -> None:
        """The letter is shown as it is now: the next try is about this version."""
        self.data = {**dict(self.data.items()), "version": str(version)}


class AcknowledgementForm(forms.Form):
    """The authority confirmed receipt."""

    on = DayField(label="When did they acknowledge it?")
    channel = ChannelField(
        [Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.PHONE], label="How?", initial=Channel.EMAIL
    )
    authority_reference = forms.CharField(label="Their reference", required=False, max_length=100)
    arrived_on = DayField(
        label="Does it prove on which day your request reached them?",
        required=False,
        help_text="Only if it says so and you agree. An acknowledgement by itself never moves the clock.",
    )
    text = forms.CharField(label="What they wrote", required=False, widget=forms.Textarea, strip=False)

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            "on",
            "channel",
            "authority_reference",
            "arrived_on",
            letter_field("text", rows=8),
            submit="Record acknowledgement",
            cancel_url=cancel_url,
        )


class WithdrawForm(forms.Form):
    """The requester gives the request up."""

    on = DayField(label="When did you tell them?")

    def __init__(self, *args: Any, cancel_url: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = form_helper("on", submit="Withdraw request", cancel_url=cancel_url)


class QuestionForm(forms.Form):
    """One question; without text it is left out. Parts stand one a line, each with its label first."""

    label = forms.CharField(label="Label", required=False, max_length=20)
    text = forms.CharField(
        label="Question", required=False, widget=forms.Textarea(attrs={"rows": 3}), strip=True
    )
    parts = forms.CharField(
        label="Parts, one a line",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Begin each with its label and a space, such as “(i) the name of the school”.",
    )

    def asked(self) -> QuestionAsked | None:
        """The question as use cases take it, or None for an empty row."""
        data = self.cleaned_data
        if not data.get("text"):
            return None
        lines = [line.strip() for line in data.get("parts", "").splitlines() if line.strip()]
        return QuestionAsked(data.get("label", ""), data["text"], tuple(_part(line) for line in lines))


def _part(line: str) -> tuple[str, str]:
    """``(i) the name`` is the label ``(i)`` and its text; a first word that can't be a label is text."""
    label, _, rest = line.partition(" ")
    bare = label.strip("().:-–")
    is_label = bool(rest) and label != bare and len(bare) <= 4 and bare.isalnum()
    if label in {"•", "-", "–", "*"} and rest:
        return "", rest.strip()
    return (label, rest.strip()) if is_label else ("", line)


QuestionFormSet = forms.formset_factory(QuestionForm, extra=2, max_num=200, absolute_max=250)


def questions_initial(questions: Sequence[Question]) -> list[dict[str, str]]:
    """Recorded questions as the formset shows them; ``questions`` holds parts too."""
    parts: dict[int, list[str]] = {}
    for row in questions:
        if row.parent_id is not None:
            parts.setdefault(row.parent_id, []).append(f"{row.label} {row.text}".strip())
    return [
        {"label": row.label, "text": row.text, "parts": "\n".join(parts.get(row.pk, []))}
        for row in questions
        if row.parent_id is None
    ]
