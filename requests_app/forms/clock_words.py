"""The clock's refusals as the calculator's page says them: events by their names on the page, days in words."""

from __future__ import annotations

import re
from datetime import date

from requests_app.core.dates import in_words
from requests_app.core.headline import STATE_WORDS
from requests_app.core.states import EventKind, State
from requests_app.forms.clock_choices import HAPPENING_OF

# The first sending has no name of its own among the events that can be added.
_NAMES = {kind: each.label for kind, each in HAPPENING_OF.items()} | {EventKind.SENT: "The request was sent"}
_EVENT_ON_DAY = re.compile(rf"\b({'|'.join(EventKind)}) on (\d{{4}}-\d\d-\d\d)")
_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def in_page_words(sentence: str) -> str:
    """``refusal on 2026-03-31 ...`` becomes ``“Refusal” on Tue 31 Mar 2026 ...``; plain English words stay."""
    said = _EVENT_ON_DAY.sub(lambda found: f"“{_NAMES[EventKind(found[1])]}” on {found[2]}", sentence)
    said = _CODE.sub(lambda found: _name_of(found[0]), said)
    said = _DAY.sub(lambda found: in_words(date.fromisoformat(found[0])), said)
    said = said.replace("Void one of the two", "Remove one of the two").replace(
        "void one of the two", "remove one of the two"
    )
    return said[0].upper() + said[1:]


def _name_of(code: str) -> str:
    if code in set(State):
        return STATE_WORDS[State(code)].lower()
    return f"“{_NAMES[EventKind(code)]}”" if code in set(EventKind) else code
