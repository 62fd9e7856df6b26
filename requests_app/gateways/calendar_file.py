"""Dates as calendar files (RFC 5545), to import once or to subscribe to: all-day entries with an alarm each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, Protocol

from icalendar import Alarm, Calendar, Event, vDuration, vText

from requests_app.core.clock import Clock, Deadline
from requests_app.core.dates import in_words
from requests_app.core.impersonal import impersonal
from requests_app.core.states import Party

ALARM = timedelta(hours=-15)
"""Before the day begins: nine in the morning of the day before."""
FETCH_AGAIN = timedelta(hours=6)
"""How often a calendar program is asked to fetch a feed."""


class Entry(NamedTuple):
    """One day of the file. ``key`` tells it from the others of the same clock."""

    key: str
    on: date
    title: str
    text: str


def calendar_file(clock: Clock, *, name: str, identity: str, link: str, now: datetime) -> bytes:
    """The open dates of ``clock``, and the days to chase from.

    ``name`` stands in front of each title, ``identity`` makes the entries of one clock unlike those of every other:
    the same identity gives the same UIDs, so that a file made later moves entries and doubles none. ``link`` leads
    back to the working. ``now`` is aware: the moment the file is made.
    """
    calendar = _calendar(f"{name}: dates" if name else "Dates of a request")
    for entry in _entries(clock.deadlines):
        calendar.add_component(_event(entry, name=name, identity=identity, link=link, now=now))
    return bytes(calendar.to_ical())


class FeedEntry(Protocol):
    """One date of a calendar that is fetched again and again. ``moves``: how often it has moved so far."""

    @property
    def identity(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def on(self) -> date: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def moves(self) -> int: ...
    @property
    def changed_at(self) -> datetime: ...


def feed_file(entries: Iterable[FeedEntry], *, name: str) -> bytes:
    """A calendar that programs subscribe to. The same dates give the same bytes.

    A date that moved keeps its UID and its SEQUENCE grows (RFC 5545 3.8.7.4), so that it moves and doubles nothing.
    """
    calendar = _calendar(name)
    calendar.add("refresh-interval", FETCH_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(FETCH_AGAIN))
    for entry in entries:
        plain = Entry(entry.key, entry.on, entry.title, entry.text)
        event = _event(plain, name="", identity=entry.identity, link=entry.link, now=entry.changed_at)
        event.add("sequence", entry.moves)
        event.add("last-modified", entry.changed_at)
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//foitracker//clock//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    return calendar


def _entries(deadlines: Iterable[Deadline]) -> Iterator[Entry]:
    for deadline in deadlines:
        if deadline.closed:
            continue
        label = impersonal(deadline.label)
        yield Entry(deadline.key, deadline.due_on, label, _text(deadline))
        if deadline.chase_from is not None:
            what = f"{label} {in_words(deadline.due_on)}: chase if nothing has come."
            yield Entry(f"{deadline.key}:chase", deadline.chase_from, f"Chase from ({label})", what)


def _text(deadline: Deadline) -> str:
    who = "the authority" if deadline.on is Party.AUTHORITY else "the requester"
    force = "Hard" if deadline.hard else "Soft"
    said = [step.text for step in deadline.working]
    if deadline.uncertain:
        said.append(f"Uncertain: {deadline.uncertain}")
    if deadline.opens:
        said.append(deadline.opens)
    ground = f"On {who}. {force}: {deadline.basis.label}, {deadline.section}. Source: {deadline.source}."
    return "\n".join([ground, *map(impersonal, said)])


def _event(entry: Entry, *, name: str, identity: str, link: str, now: datetime) -> Event:
    title = f"{name}: {entry.title}" if name else entry.title
    event = Event()
    # A key may hold what somebody typed (labels of questions), a UID only plain signs.
    event.add("uid", f"{sha256(f'{identity} {entry.key}'.encode()).hexdigest()[:32]}@foitracker")
    event.add("dtstamp", now)
    event.add("dtstart", entry.on)
    event.add("dtend", entry.on + timedelta(days=1))
    event.add("summary", title)
    event.add("description", f"{entry.text}\n{link}")
    event.add("url", link)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", ALARM)
    event.add_component(alarm)
    return event
