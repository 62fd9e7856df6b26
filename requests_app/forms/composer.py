"""The composer's page as a form: what was typed, as ``core/writing`` takes it, and the few fields that must be right.

Typing is never refused: whatever came is read, without what no letter can hold, and shown again as it was.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict

from requests_app.core.costing import Activity
from requests_app.core.states import Channel
from requests_app.core.writing.records import (
    SWITCHES,
    TEXTS,
    Asked,
    Written,
    cleaned,
    numbered,
    written_from_json,
    written_to_json,
)
from requests_app.forms.foi_requests import RequestForm
from requests_app.usecases.foi_requests import SENDABLE

WORK = (
    "records",
    "years",
    "hourly_rate",
    *(f"{name}_{activity}" for name in ("minutes", "once") for activity in Activity),
)
"""What can be entered in the cost estimator."""

_LONGEST_FIGURE = 30
_MOST_ROWS = 200  # questions, parts of one question, definitions: more than a page can have


class ComposerForm(RequestForm):
    """What has to be right before a request can be kept: whom, what about, in whose name, and for a new one whose it is."""

    letter = None  # type: ignore[assignment]
    address = forms.CharField(
        label="Your address for the reply",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="An e-mail address is one. It stands in the letter only if you say so below.",
    )
    channel = forms.ChoiceField(
        label="How will you send it?",
        choices=[(channel.value, channel.label) for channel in SENDABLE],
        initial=Channel.EMAIL,
        required=False,
    )

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(
            ["authority", "title", "requester_name", "address", "channel", "campaign", "visibility"]
        )
        if not is_new:
            del self.fields["campaign"], self.fields["visibility"]


@dataclass(frozen=True, slots=True)
class Posted:
    """What a page sent. ``number`` is the saved version it had before it, ``seen`` the record's; 0 where it had none."""

    written: Written
    button: str
    tab: UUID
    number: int
    seen: int
    against: int

    @property
    def is_save(self) -> bool:
        """Whether the person asked for it to be saved, and not the page by itself."""
        return self.button in ("", "save")


def posted(data: QueryDict) -> Posted:
    """Everything of one POST. What is not there is as on an empty page."""
    return Posted(
        written=read_written(data),
        button=data.get("do", "")[:200],
        tab=_uuid(data.get("tab", "")),
        number=_whole(data.get("number", "")),
        seen=_whole(data.get("seen", "")),
        against=_whole(data.get("against", "")),
    )


def read_written(data: QueryDict) -> Written:
    """The request as it was typed. A POST with a letter and no word of the way it is written is a plain letter.

    A page with a plain letter has no fields for questions: what they held comes along in ``kept``, so that nothing is
    lost on the way there and back.
    """
    given: dict[str, Any] = {name: cleaned(data.get(name, "")) for name in TEXTS if name in data}
    if data.get("way", "letter" if data.get("letter") else "questions") == "letter":
        given |= {name: name in data for name in ("print_address", "is_environmental")}
        return replace(_kept(data), **given, is_plain=True, work=_work(data))
    if "way" in data:
        given |= {name: name in data for name in SWITCHES}
    given["is_plain"] = False
    return Written(**given, questions=_questions(data), definitions=_definitions(data), work=_work(data))


def kept_json(written: Written) -> str:
    """What a page with a plain letter brings along of the questions."""
    return json.dumps(written_to_json(replace(written, letter="")))


def _kept(data: QueryDict) -> Written:
    try:
        kept = json.loads(cleaned(data.get("kept", "")) or "{}")
        found = written_from_json(kept if isinstance(kept, dict) else {})
    except (ValueError, TypeError, RecursionError):
        return Written()
    texts: dict[str, Any] = {name: cleaned(getattr(found, name)) for name in TEXTS}
    questions = [
        replace(one, text=cleaned(one.text), parts=tuple(map(cleaned, one.parts)))
        for one in found.questions[:_MOST_ROWS]
    ]
    pairs = [(cleaned(term), cleaned(meaning)) for term, meaning in found.definitions[:_MOST_ROWS]]
    return replace(found, **texts, questions=tuple(questions), definitions=tuple(pairs))


def initial_of(written: Written) -> dict[str, object]:
    """What the form of an opened request shows."""
    names = ("authority", "title", "requester_name", "address", "channel")
    return {name: getattr(written, name) for name in names}


def _questions(data: QueryDict) -> tuple[Asked, ...]:
    rows = data.getlist("q")[:_MOST_ROWS]
    return numbered(
        Asked(
            row[:8],
            cleaned(data.get(f"question-{row}", "")),
            tuple(map(cleaned, data.getlist(f"part-{row}")[:_MOST_ROWS])),
            cleaned(data.get(f"form-{row}", ""))[:200],
        )
        for row in rows
    )


def _definitions(data: QueryDict) -> tuple[tuple[str, str], ...]:
    terms = [cleaned(text) for text in data.getlist("term")[:_MOST_ROWS]]
    meanings = [cleaned(text) for text in data.getlist("meaning")[:_MOST_ROWS]]
    return tuple(zip(terms, meanings, strict=False))


def _work(data: QueryDict) -> dict[str, str]:
    found = {name: cleaned(data.get(f"work-{name}", "")).strip()[:_LONGEST_FIGURE] for name in WORK}
    return {name: text for name, text in found.items() if text}


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _uuid(text: str) -> UUID:
    """The tab's name; a page that gives none is a tab of its own."""
    try:
        return UUID(text[:40])
    except ValueError:
        return uuid4()
