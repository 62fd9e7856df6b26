"""The forms of the review: what kind of message it is, what it says as a whole, and what it says to each question."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from requests_app.core.states import Decision, MessageKind, Outcome
from requests_app.forms.fields import DayField
from requests_app.models import Message, Question
from requests_app.queries.reading_values import detail, proposed_kind, reference_read
from requests_app.queries.readings import Proposal
from requests_app.usecases.replies import AnswerConfirmed

KINDS: tuple[tuple[MessageKind, str], ...] = (
    (MessageKind.REPLY, "Reply: their answer to the request"),
    (MessageKind.PARTIAL_REPLY, "Part of their answer: more is to come"),
    (MessageKind.REFUSAL, "Refusal of the whole request"),
    (MessageKind.ACKNOWLEDGEMENT, "Acknowledgement: they have the request"),
    (MessageKind.AUTOMATIC_REPLY, "Automatic reply"),
    (MessageKind.CLARIFICATION_QUESTION, "They ask you to clarify"),
    (MessageKind.FEES_NOTICE, "Fees notice: they ask for money"),
    (MessageKind.EXTENSION_NOTICE, "Extension: they need longer"),
    (MessageKind.TRANSFER, "Transfer: they pass it to another authority"),
    (MessageKind.REVIEW_OUTCOME, "Outcome of the internal review"),
    (MessageKind.BOUNCE, "It came back undelivered"),
    (MessageKind.OTHER, "Something else, such as a holding reply"),
)
"""What a message from an authority can be, as the person chooses it."""

ALWAYS = ("kind", "authority_reference", "received_on", "issued_on", "spans")
FIELDS_OF: Mapping[MessageKind, tuple[str, ...]] = {
    MessageKind.REPLY: ("decision",),
    MessageKind.PARTIAL_REPLY: ("decision",),
    MessageKind.REFUSAL: ("decision",),
    MessageKind.ACKNOWLEDGEMENT: ("their_received_on", "promised_on", "about_review"),
    MessageKind.CLARIFICATION_QUESTION: ("asked", "asked_about", "was_needed"),
    MessageKind.FEES_NOTICE: ("amount", "pay_by"),
    MessageKind.EXTENSION_NOTICE: ("extension_grounds", "extended_to", "about_review"),
    MessageKind.TRANSFER: ("transferred_to", "asks_consent", "consented"),
    MessageKind.OTHER: ("promised_on",),
}
"""What is asked about a message of each kind, beside what is asked about every one."""

LONGEST_NOTE = 2000


_USES = {
    "authority_reference": ("Their reference", "line"),
    "issued_on": ("Date on it", "date"),
    "their_received_on": ("Day they had it", "date"),
    "promised_on": ("Day they promise", "date"),
    "asked": ("What they ask", "words"),
    "amount": ("Fee", "money"),
    "pay_by": ("Pay by", "date"),
    "extension_grounds": ("Exemptions named", "section"),
    "extended_to": ("Extended to", "date"),
    "transferred_to": ("Passed to", "line"),
}
"""Fields that words of the reply can be chosen for: what to call them, and what they take of the words."""


class WordsField(forms.CharField):
    """Words as they stand, with line ends made alike: browsers send others than a page was given."""

    def __init__(self, *, rows: int, css: str = "", **options: Any) -> None:
        attrs = {"rows": rows, **({"class": css} if css else {})}
        super().__init__(widget=forms.Textarea(attrs=attrs), strip=False, required=False, **options)

    def to_python(self, value: object) -> str:
        """The words, each line ended by one sign."""
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class ReadingForm(forms.Form):
    """What the message is, and what it says as a whole. What its kind does not ask for is left out of account."""

    kind = forms.TypedChoiceField(
        label="What is it?", choices=[(kind.value, label) for kind, label in KINDS], coerce=MessageKind
    )
    authority_reference = forms.CharField(label="Their reference", required=False, max_length=100)
    received_on = DayField(
        label="When did you get it?",
        required=False,
        help_text="Empty: not stated. Your time to act counts from that day.",
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
    their_received_on = DayField(
        label="When do they say your request came?",
        required=False,
        help_text="Empty: they don't say. Their clock starts with the day it came.",
    )
    promised_on = DayField(
        label="By when do they promise the answer?",
        required=False,
        help_text="Empty: they give no day. A promise moves no date of the law.",
    )
    about_review = forms.BooleanField(label="It is about the internal review", required=False)
    asked = WordsField(label="What do they ask?", rows=4, css="words")
    asked_about = forms.TypedMultipleChoiceField(
        label="About which questions?",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="None: about the whole request.",
    )
    was_needed = forms.BooleanField(
        label="They need it to find the information",
        required=False,
        initial=True,
        help_text="Only then does the clock stop until you answer (FOIA s.1(3)).",
    )
    amount = forms.DecimalField(
        label="How much, in pounds?", required=False, min_value=0, max_digits=9, decimal_places=2
    )
    pay_by = DayField(label="By when do they want it paid?", required=False, help_text="Empty: no day given.")
    extension_grounds = forms.CharField(
        label="Which exemptions does it name?",
        required=False,
        max_length=200,
        help_text="Such as s31, s40(2). Separate several with commas.",
    )
    extended_to = DayField(
        label="Until when, do they say?", required=False, help_text="Empty: they give no day."
    )
    transferred_to = forms.CharField(label="To whom?", required=False, max_length=200)
    asks_consent = forms.BooleanField(
        label="They only ask whether they may pass it on",
        required=False,
        help_text="Then nothing has been passed on yet, and their own clock runs.",
    )
    consented = forms.TypedChoiceField(
        label="Did you agree that they pass it on?",
        required=False,
        choices=[("", "Nobody asked me"), ("yes", "Yes"), ("no", "No")],
        coerce=lambda value: value == "yes",
        empty_value=None,
    )
    spans = forms.CharField(required=False, widget=forms.TextInput(attrs={"hidden": True}), max_length=20_000)

    def __init__(self, *args: Any, questions: Sequence[tuple[int, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asked_about"].choices = list(questions)  # type: ignore[attr-defined]
        for name, (words, takes) in _USES.items():
            self.fields[name].widget.attrs |= {"data-use": words, "data-takes": takes}

    def clean(self) -> dict[str, Any]:
        """Forget what the kind does not ask for, mistakes in it included. ``spans`` comes as offsets in the text by the
        name of the field for which the words there were chosen.
        """
        data = super().clean() or {}
        data["spans"] = spans_of(data.get("spans", ""))
        kind = data.get("kind")
        if isinstance(kind, MessageKind):
            asked = {*ALWAYS, *FIELDS_OF.get(kind, ())}
            for name in set(self.fields) - asked:
                self.errors.pop(name, None)
                data.setdefault(name, self.fields[name].to_python(None))
        return data

    @property
    def shown_kind(self) -> MessageKind:
        """The kind that the page shows fields for."""
        value = self["kind"].value()
        return MessageKind(value) if value in set(MessageKind) else MessageKind.OTHER


def spans_of(written: str) -> dict[str, tuple[int, int]]:
    """``{"authority_reference": [12, 20]}`` as the page's script writes it. Raises ValidationError."""
    try:
        read = json.loads(written or "{}")
        spans = {str(name): (int(start), int(end)) for name, (start, end) in read.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise ValidationError("Where you chose words got lost. Choose them again, or type them.") from error
    return {name: span for name, span in spans.items() if 0 <= span[0] < span[1] < 2**31}


class AnswerForm(forms.Form):
    """What the reply says to one question."""

    outcome = forms.TypedChoiceField(label="Outcome", choices=Outcome.choices(), coerce=Outcome)
    sections = forms.CharField(label="Sections relied on", required=False, max_length=300)
    text = WordsField(label="What they said", rows=4, css="words")
    note = WordsField(label="What you noticed", rows=2, max_length=LONGEST_NOTE)

    def confirmed(self, question: Question) -> AnswerConfirmed | None:
        """The answer as the use case takes it."""
        data = self.cleaned_data
        sections = tuple(part.strip() for part in _split(data["sections"]) if part.strip())
        return AnswerConfirmed(
            question, data["outcome"], data["text"].strip(), sections, data["note"].strip()
        )


class PartForm(AnswerForm):
    """What the reply says to one part by itself, if it does."""

    outcome = forms.TypedChoiceField(
        label="Outcome",
        choices=[("", "As the whole question"), *Outcome.choices()],
        coerce=Outcome,
        required=False,
        empty_value=None,
    )

    def clean(self) -> dict[str, Any]:
        """Words without an outcome would be lost."""
        data = super().clean() or {}
        if not data.get("outcome") and any(data.get(name) for name in ("sections", "text", "note")):
            self.add_error("outcome", "Choose what became of this part, or clear what you wrote about it.")
        return data

    def confirmed(self, question: Question) -> AnswerConfirmed | None:
        """The answer to the part, or None where it goes with the question."""
        return super().confirmed(question) if self.cleaned_data["outcome"] else None


def _split(sections: str) -> Sequence[str]:
    return sections.replace(";", ",").split(",")


def initial_reading(message: Message, read: Proposal) -> dict[str, Any]:
    """What the form of a message begins with: what was read in it."""
    reading, kind = read.reading, read.reading.kind
    return {
        "kind": proposed_kind(reading).value,
        "authority_reference": reference_read(reading) or message.foi_request.authority_reference,
        "received_on": message.happened_on,
        "issued_on": reading.date_responded,
        "decision": reading.decision.value if reading.decision else "",
        "their_received_on": kind.received_on,
        "promised_on": kind.promised_on,
        "about_review": kind.about_review,
        "asked": detail(kind, "asked"),
        "was_needed": True,
        "amount": kind.amount,
        "pay_by": kind.pay_by,
        "extension_grounds": detail(kind, "extension_grounds"),
        "extended_to": kind.extended_to,
        "transferred_to": kind.transferred_to,
        "asks_consent": kind.asks_consent,
    }


def answer_form(
    question: Question, name: str, *, data: Any = None, initial: dict[str, Any] | None = None
) -> AnswerForm:
    """The form of one question or part, under a prefix of its own. ``name`` is what people call it."""
    made = PartForm if question.parent_id else AnswerForm
    form = made(data, initial=initial, prefix=f"q{question.pk}")
    form.fields["text"].widget.attrs |= {"data-use": f"Answer to {name}", "data-takes": "words"}
    form.fields["sections"].widget.attrs |= {"data-use": f"Sections for {name}", "data-takes": "section"}
    return form


def restore(form: forms.Form, fields: Mapping[str, list[str]]) -> None:
    """Begin a form with what a person entered before: ``fields`` maps names in the page to what was entered."""
    data = MultiValueDict(fields)
    for name, field in form.fields.items():
        key = form.add_prefix(name)
        if key in fields:
            form.initial[name] = field.widget.value_from_datadict(data, MultiValueDict(), key)
