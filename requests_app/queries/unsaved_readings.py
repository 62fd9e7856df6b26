"""Who works on a reading that is not confirmed: what this person had entered, and who else has it open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from requests_app.core.calendars import LONDON
from requests_app.models import Message, Response, UnsavedReading, User

LATELY = timedelta(minutes=10)
"""How long ago somebody may have looked to count as being there."""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else at the same reading. ``changed_at`` None: they only looked."""

    name: str
    seen_at: datetime
    changed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Work:
    """``fields`` is what the person entered before, empty where nothing; ``saved_at`` when that was."""

    fields: dict[str, list[str]]
    saved_at: datetime | None
    others: list[Other]


def work_on(message: Message, person: User, *, now: datetime) -> Work:
    """One person's unfinished work on a message and who else is there. One query."""
    rows = UnsavedReading.objects.filter(message=message).select_related("person").order_by("-seen_at")
    fields: dict[str, list[str]] = {}
    saved_at = None
    others = []
    for row in rows:
        if row.person_id == person.pk:
            fields, saved_at = row.fields, row.saved_at
        elif row.seen_at >= now - LATELY or (row.saved_at and row.saved_at >= now - LATELY):
            others.append(Other(row.person.name or row.person.email, row.seen_at, row.saved_at))
    return Work(fields, saved_at, others)


def other_sentence(other: Other) -> str:
    """Says that somebody else is at the same reading."""
    if other.changed_at is not None:
        return f"{other.name} is working on this reply too, and last changed something at {clock_time(other.changed_at)}."
    return f"{other.name} has this reply open too, last seen at {clock_time(other.seen_at)}."


def confirmed_sentence(message: Message) -> str:
    """Says who confirmed the reading, or nothing while nobody has. Asks nothing where the response came along."""
    if message.reading_state != Message.ReadingState.CONFIRMED:
        return ""
    response: Response | None = getattr(message, "response", None)
    who = response.confirmed_by if response else None
    name = (who.name or who.email) if who else "Somebody"
    return f"{name} has confirmed this reading. What you entered is kept here and is not in the record."


def clock_time(at: datetime) -> str:
    """The time of day in London: "14:05"."""
    return f"{at.astimezone(LONDON):%H:%M}"
