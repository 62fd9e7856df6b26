"""The clock's refusals as pages say them: events by their names on the page, days in words.

The ``clock`` command keeps the contract's names, which mean nothing to somebody with a browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from requests_app.core.dates import in_words
from requests_app.core.headline import STATE_WORDS
from requests_app.core.impersonal import impersonal
from requests_app.core.recording import RECORDABLE
from requests_app.core.states import EventKind, State
from requests_app.forms.clock_choices import HAPPENING_OF

# The first sending has no name of its own among the events that can be added.
_ON_CALCULATOR = {kind: each.label for kind, each in HAPPENING_OF.items()} | {
    EventKind.SENT: "The request was sent"
}
_IN_RECORD = {each.kind: each.sentence for each in RECORDABLE} | {
    EventKind.SENT: "Request sent",
    EventKind.CLARIFICATION_REQUESTED: "They asked you to clarify",
    EventKind.CLARIFICATION_RECEIVED: "You answered their question",
    EventKind.PARTIAL_RESPONSE: "They answered some of the questions",
    EventKind.FINAL_RESPONSE: "They replied",
    EventKind.REFUSAL: "They refused the request",
    EventKind.NOT_HELD: "They say they hold nothing",
    EventKind.RECEIVED_BY_TRANSFEREE: "The other authority received the request",
    EventKind.NEW_REQUEST_RECEIVED: "They received your narrower request",
    EventKind.SAR_EXTENDED: "They extended the time by two months",
    EventKind.SECOND_REQUEST_PLANNED: "A similar request is planned",
    EventKind.WITHDRAWN: "You withdrew the request",
}
"""What the history of a request calls each kind of event."""

_FIELDS = {"received_on": "the day of receipt"}

_EVENT_ON_DAY = re.compile(rf"\b({'|'.join(EventKind)}) on (\d{{4}}-\d\d-\d\d)")
_EVENT_NO_DAY = re.compile(rf"\b({'|'.join(EventKind)}) \(day not stated\)")
_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
_STATE = re.compile(rf"(?<=the request is )({'|'.join(State)})\b|(?<=while it is: ).*?(?=\.)")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def in_page_words(sentence: str) -> str:
    """A refusal on the public calculator: ``refusal on 2026-03-31 ...`` becomes ``“Refusal” on Tue 31 Mar 2026 ...``."""
    states = {state: words.lower() for state, words in STATE_WORDS.items()}
    return _said(impersonal(sentence), _ON_CALCULATOR, states, "remove")


def in_record_words(sentence: str) -> str:
    """A refusal on a page of a request, whose history can be corrected."""
    states = {state: f"“{state.label}”" for state in State}
    return _said(sentence, _IN_RECORD, states, "correct")


def _said(
    sentence: str, names: Mapping[EventKind, str], states: Mapping[State, str], instead_of_void: str
) -> str:
    def name(code: str) -> str:
        if code in set(State):
            return states[State(code)]
        return f"“{names[EventKind(code)]}”" if code in set(EventKind) else _FIELDS.get(code, code)

    said = _STATE.sub(lambda found: _several(found[0], states), sentence)
    said = _EVENT_ON_DAY.sub(lambda found: f"“{names[EventKind(found[1])]}” on {found[2]}", said)
    said = _EVENT_NO_DAY.sub(lambda found: f"“{names[EventKind(found[1])]}” (day not stated)", said)
    said = _CODE.sub(lambda found: name(found[0]), said)
    said = _DAY.sub(lambda found: in_words(date.fromisoformat(found[0])), said)
    said = said.replace(", or correct its day", "") if instead_of_void == "correct" else said
    said = said.replace("Void ", f"{instead_of_void.capitalize()} ").replace("void ", f"{instead_of_void} ")
    return said[0].upper() + said[1:]


def _several(codes: str, states: Mapping[State, str]) -> str:
    """``sent, running`` in the words of the page, each said once."""
    return ", ".join(dict.fromkeys(states[State(code)] for code in codes.split(", ")))
