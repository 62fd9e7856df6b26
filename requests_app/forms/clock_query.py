"""What a link to the public calculator asks: read from the query string, and written back as a short one.

Nothing is stored: the query string is the whole record. Its names are ``kind``, ``law``, ``on``, ``how``, ``closed``,
``name``, ``today``, and for each further event ``e1-what``, ``e1-on`` and what its kind needs, up to ``e8``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, cast
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict

from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, EventKind, Regime
from requests_app.forms.clock import EventForm, RequestFacts, happening_of
from requests_app.forms.clock_choices import BODY_OF, FOI, RECEIVED, event_choices, regime_of
from requests_app.forms.clock_words import in_page_words

MOST_EVENTS = 8
DEFAULTS = {"law": FOI, "how": RECEIVED}
DECISIONS = {EventKind.ICO_DECISION_NOTICE, EventKind.SIC_DECISION}
SAME_DAY = ("email", "portal", "hand")

_EVENT_NAME = re.compile(r"(e[1-9]\d*)-(\w+)")
_PAGE_NAMES = ("format", "next", "remove")
# Added to links by the places people share them in; they say nothing about the request.
_FOREIGN = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid")


class Problem(NamedTuple):
    """One thing wrong: where (a name of the query, or empty), what to do, and the id of the control to go to."""

    name: str
    sentence: str
    target: str

    @property
    def named(self) -> str:
        """The sentence led by the name at fault, for those who write links."""
        return (
            f"{self.name}: {self.sentence}" if self.name and self.name not in self.sentence else self.sentence
        )


class ClockQuery:
    """One query string: its forms, what is wrong with it, and what it asks of the clock.

    ``fresh`` is the number of the event that was just added and waits to be filled, or None: it is shown and not
    counted with.
    """

    def __init__(self, query: QueryDict, *, demanded: bool = False) -> None:
        """``demanded``: an answer is due even to a link that asks nothing: what is missing is then an error."""
        given = {name: str(value).strip() for name, value in query.items()}
        self.stray = list(_stray(query))
        self.asked = demanded or any(
            name not in _PAGE_NAMES and not _FOREIGN.fullmatch(name) for name in given
        )
        if demanded:
            given.pop("next", None)
        self.rows, self.fresh = _rows(given)
        said = DEFAULTS | {name: value for name, value in given.items() if value}
        self.facts = RequestFacts(said if self.asked else None, initial=DEFAULTS)
        # A decision has dates of its own, whatever came before it.
        kinds = {row.happening.kind for row in self.rows if row.happening}
        self.facts.fields["on"].required = not kinds & DECISIONS
        for form in (self.facts, *self.rows):
            form.filling_in = self.fresh is not None
        self.stray += _stray_of_rows(self.rows)
        if given.get("next") and self.fresh is None:
            self.stray.append(Problem("next", _cannot_add(given["next"], len(self.rows)), "id_next"))
        if self.asked:
            self._check()

    @property
    def regime(self) -> Regime | None:
        """The regime, once it is known who was asked for what."""
        data = self.facts.cleaned_data if self.asked else {}
        if not data.get("kind") or not data.get("law"):
            return None
        return regime_of(BODY_OF[data["kind"]], data["law"])

    @property
    def regime_known(self) -> Regime:
        """The regime. Only for a valid query, which has one."""
        return cast("Regime", self.regime)

    @property
    def authority_kind(self) -> AuthorityKind:
        """The kind of authority. Only for a valid query."""
        return BODY_OF[self.facts.cleaned_data["kind"]].kind

    @property
    def counted(self) -> list[EventForm]:
        """The events that are counted with: all but a fresh one."""
        return [row for place, row in enumerate(self.rows, start=1) if place != self.fresh]

    @property
    def is_valid(self) -> bool:
        """Whether there is something to count, complete, with nothing wrong in it."""
        if not self.asked or next(self.problems(), None) is not None:
            return False
        data = self.facts.cleaned_data
        days = [row.cleaned_data.get("on") for row in self.counted]
        return bool(data.get("kind") and (data.get("on") or days) and all(days))

    def problems(self) -> Iterator[Problem]:
        """Everything wrong, from top to bottom of the page."""
        if not self.asked:
            return
        yield from self.stray
        yield from _problems_of(self.facts)
        for row in self.counted:
            yield from _problems_of(row)

    def refuse(self, error: ClockError) -> None:
        """Put a contradiction found by the clock beside the event its sentence begins with."""
        sentence = in_page_words(error.sentence)
        for row in self.counted:
            event = f"{row.cleaned_data['what']} on {row.cleaned_data['on'].isoformat()}"
            if error.sentence.startswith(event):
                row.add_error(error.field if error.field in row.fields else "on", sentence)
                return
        self.facts.add_error("on" if error.field == "sent" else None, sentence)

    def to_contract(self) -> dict[str, Any]:
        """The object the ``clock`` command takes (law/CONTRACT.md). Only for a valid query."""
        data = self.facts.cleaned_data
        events = [*self._first_events(), *(row.to_contract() for row in self.counted)]
        self._close_school(events)
        return {
            "regime": str(self.regime),
            "authority_kind": str(self.authority_kind),
            "events": events,
            **({"today": data["today"].isoformat()} if data["today"] else {}),
        }

    def link(self, *, without: tuple[str, ...] = ()) -> str:
        """The query string that asks the same in as few words as do; names in ``without`` left out."""
        said = {name: self.facts.data.get(name, "") for name in self.facts.fields} if self.asked else {}
        for place, row in enumerate(self.counted, start=1):
            said |= {f"e{place}-{name}": row.data.get(row.add_prefix(name), "") for name in row.names}
        return urlencode(
            {
                name: value
                for name, value in said.items()
                if value and DEFAULTS.get(name) != value and name not in without
            }
        )

    @property
    def name(self) -> str:
        """What the requester or officer calls it, on one line; empty where it has no name."""
        return " ".join(self.facts.cleaned_data["name"].split())

    @property
    def identity(self) -> str:
        """What makes this request unlike others, for entries of calendars. Only for a valid query.

        With a name: the name and the request itself, so that a file made after a further event moves the entries.
        Without one: the whole link, since two requests of one day to like authorities can't be told apart by less.
        """
        data = self.facts.data
        if not self.name:
            return self.link(without=("today",))
        return urlencode(
            [("name", self.name), *((key, data.get(key, "")) for key in ("kind", "law", "on", "how"))]
        )

    def events_to_add(self) -> str:
        """The list of events to add one from, as HTML; empty when there are as many as are taken."""
        if len(self.rows) >= MOST_EVENTS:
            return ""
        select = forms.Select(choices=event_choices(self.regime))
        return select.render("next", "", {"id": "id_next", "aria-describedby": "id_next_helptext"})

    @property
    def next_number(self) -> int:
        """The number the next event will have."""
        return len(self.counted) + 1

    @property
    def asks_closures(self) -> bool:
        """Whether the field for days a school is closed is shown: for a school, or where a link gives some."""
        kinds = {AuthorityKind.SCHOOL_MAINTAINED, AuthorityKind.ACADEMY}
        is_school = self.regime is Regime.FOIA and self.authority_kind in kinds
        return is_school or bool(self.facts.data.get("closed") if self.asked else "")

    def _check(self) -> None:
        """Clean every form, then what no single field can tell."""
        for form in (self.facts, *self.counted):
            form.full_clean()
        data = self.facts.cleaned_data
        if data.get("closed") and data.get("how") == "post" and data.get("on") and not self._has_receipt():
            self.facts.add_error(
                "how",
                "School days are counted from the day of receipt, and the day of posting does not prove one. Give the day "
                "the school received it.",
            )

    def _has_receipt(self) -> bool:
        return any(row.data.get(row.add_prefix("what")) == "received" for row in self.counted)

    def _first_events(self) -> list[dict[str, Any]]:
        data = self.facts.cleaned_data
        if data.get("on") is None:
            return []
        day = data["on"].isoformat()
        if data["how"] == RECEIVED:
            return [{"type": "received", "date": day}]
        sent: dict[str, Any] = {"type": "sent", "date": day, "channel": data["how"]}
        if data["closed"] and data["how"] in SAME_DAY and not self._has_receipt():
            # The contract knows closed days on a receipt alone; what is not posted counts as received that day.
            return [sent, {"type": "received", "date": day}]
        return [sent]

    def _close_school(self, events: list[dict[str, Any]]) -> None:
        closed = [[first.isoformat(), last.isoformat()] for first, last in self.facts.cleaned_data["closed"]]
        receipt = next((event for event in events if event["type"] == "received"), None)
        if closed and receipt is not None:
            receipt["non_school_days"] = closed


def _rows(given: Mapping[str, str]) -> tuple[list[EventForm], int | None]:
    """The events of the link renumbered from 1, without the one to be removed; and the number of a fresh one."""
    said: dict[int, dict[str, str]] = {}
    for name, value in given.items():
        match = _EVENT_NAME.fullmatch(name)
        if match and value and int(match[1][1:]) <= MOST_EVENTS:
            said.setdefault(int(match[1][1:]), {})[match[2]] = value
    said.pop(int(given["remove"]) if given.get("remove", "").isdecimal() else 0, None)
    rows = [_row(place, said[number]) for place, number in enumerate(sorted(said), start=1)]
    added = happening_of(given.get("next", ""))
    if added is None or len(rows) >= MOST_EVENTS:
        return rows, None
    place = len(rows) + 1
    initial = {"what": str(added.kind)}
    return [*rows, EventForm(None, prefix=f"e{place}", happening=added, initial=initial)], place


def _row(place: int, said: Mapping[str, str]) -> EventForm:
    data = {f"e{place}-{name}": value for name, value in said.items()}
    return EventForm(data, prefix=f"e{place}", happening=happening_of(said.get("what", "")))


def _stray(query: QueryDict) -> Iterator[Problem]:
    """Names nobody knows, and names given twice."""
    facts = list(RequestFacts.base_fields)
    for name, values in query.lists():
        if len(values) > 1:
            yield Problem(name, f"{name} is given {len(values)} times; give it once.", "")
        if name == "format" and values[-1] != "json":
            yield Problem(name, f"“{values[-1]}” is no format we give; accepted: json.", "")
        match = _EVENT_NAME.fullmatch(name)
        if match and int(match[1][1:]) > MOST_EVENTS:
            yield Problem(
                name, f"{name}: at most {MOST_EVENTS} further events are taken, e1 to e{MOST_EVENTS}.", ""
            )
        elif not match and name not in (*facts, *_PAGE_NAMES) and not _FOREIGN.fullmatch(name):
            near = get_close_matches(name, facts, n=1)
            meant = f" Did you mean {near[0]}?" if near else ""
            known = f"{', '.join(facts)}, and e1-what, e1-on and so on for further events"
            yield Problem(name, f"“{name}” is not a name we know; accepted: {known}.{meant}", "")


def _stray_of_rows(rows: list[EventForm]) -> Iterator[Problem]:
    """What a link says of an event that its kind does not take. Events are numbered as on the page."""
    for row in rows:
        if row.happening is None:
            continue
        for full in row.data:
            name = full.removeprefix(f"{row.prefix}-")
            if name not in row.names:
                takes = ", ".join(f"{row.prefix}-{each}" for each in row.names)
                said = f"{full} says nothing about “{row.happening.label}”; accepted: {takes}."
                yield Problem(full, said, f"id_{row.prefix}-on")


def _cannot_add(what: str, count: int) -> str:
    if count >= MOST_EVENTS and happening_of(what):
        return f"No more than {MOST_EVENTS} further events are taken. Remove one first."
    return f"“{what}” is no event we know. Choose one from the list."


def _problems_of(form: forms.Form) -> Iterator[Problem]:
    yield from (Problem("", str(said), "") for said in form.non_field_errors())
    for field in form:
        target = f"{field.auto_id}_0" if field.use_fieldset else str(field.auto_id)
        yield from (Problem(field.html_name, str(said), target) for said in field.errors)
