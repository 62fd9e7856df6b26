"""Forms for texts to use again: write one, fill one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from requests_app.core.templates_text import FIELDS
from requests_app.forms.fields import AuthorityField
from requests_app.forms.layout import form_helper, letter_field
from requests_app.models import Campaign, Membership, TextTemplate, User
from requests_app.queries.text_templates import meaning_of
from requests_app.usecases.text_templates import LONGEST_TITLE

OWN = "own"
LONGEST_VALUE = 300
_NAMES = ", ".join(f"{{{{ {name} }}}}" for name in FIELDS)


class TemplateForm(forms.Form):
    """A text and whose it is; ``version`` is the one they had before them."""

    title = forms.CharField(
        label="Title",
        max_length=LONGEST_TITLE,
        error_messages={"required": "Give the text a title to find it by."},
    )
    kind = forms.ChoiceField(
        label="What is it?",
        choices=TextTemplate.Kind.choices,
        initial=TextTemplate.Kind.REQUEST,
        widget=forms.RadioSelect,
    )
    campaign = forms.ChoiceField(
        label="Whose is it?", help_text="Everybody in the campaign can use it; its editors can change it."
    )
    body = forms.CharField(
        label="The text",
        help_text=f"Where something differs each time, write a field: {_NAMES}.",
        widget=forms.Textarea,
        strip=False,
        error_messages={"required": "The text is empty. Type its words."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: User, memberships: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shared = [each.campaign for each in memberships if each.campaign.personal_of_id != user.pk]
        self.campaigns = {str(campaign.pk): campaign for campaign in shared}
        self.fields["campaign"].choices = [  # type: ignore[attr-defined]
            (OWN, "Mine alone"),
            *((key, campaign.name) for key, campaign in self.campaigns.items()),
        ]
        self.fields["campaign"].initial = OWN
        self.helper = form_helper("title", "kind", "campaign", letter_field("body", rows=22))

    def clean_campaign(self) -> Campaign | None:
        """The campaign; None for oneself."""
        return self.campaigns.get(self.cleaned_data["campaign"])

    def clean_kind(self) -> TextTemplate.Kind:
        """What it is."""
        return TextTemplate.Kind(self.cleaned_data["kind"])


class FillForm(forms.Form):
    """What stands in the fields of one text. Every one may stay empty: the field then stays as it is."""

    def __init__(self, *args: Any, names: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in names:
            self.fields[name] = (
                AuthorityField(label="Authority", required=False)
                if name == "authority"
                else forms.CharField(label=meaning_of(name), required=False, max_length=LONGEST_VALUE)
            )
        self.helper = form_helper(*self.fields)


class DeleteForm(forms.Form):
    """The version of what is to be deleted."""

    version = forms.IntegerField(widget=forms.HiddenInput)
