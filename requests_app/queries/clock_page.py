"""What the public calculator shows of one clock: the date first, then everything else that follows, said to neither side.

Nothing is read from the database here: the clock and the holiday table are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from requests_app.core.calendars import Calendar, HolidayTable, OutsideTable, calendar_for
from requests_app.core.clock import Clock, ClockEvent, Deadline, Step
from requests_app.core.dates import in_words, plural
from requests_app.core.headline import STATE_WORDS, Headline, headline
from requests_app.core.impersonal import impersonal
from requests_app.core.states import Basis, DeadlineKind, Party, Regime, State
from requests_app.queries.clock_facts import Fact, facts_of
from requests_app.queries.clock_strip import DayShown, excluded_days, strip_of

SOON = 5
"""Working days from which a date is shown as near."""


SUBJECT_ACCESS = (
    "Whoever asks for information about themselves makes a subject access request, whatever the letter calls it. It is not "
    "answered under freedom of information, and these are its own dates."
)
NO_SCHOOL_DAYS = "The days on which the school is closed change nothing here: only a school's time under FOIA depends on them."


@dataclass(frozen=True, slots=True)
class DateShown:
    """One date: ``distance`` from today in words, ``who`` has to act, the ``ground`` it rests on."""

    label: str
    on: date
    distance: str
    tone: str
    who: str
    ground: str
    source: str
    chase_from: date | None
    opens: str
    steps: Sequence[Step]
    uncertain: str


@dataclass(frozen=True, slots=True)
class ClockPage:
    """The answer as the page shows it. ``england`` is what an England-only calendar would have said, or empty."""

    headline: Headline
    state: State
    state_label: str
    move: str
    distance: str
    tone: str
    uncertain: list[str]
    strip: list[DayShown]
    strip_label: str
    steps: Sequence[Step]
    notes: list[Step]
    england: str
    dates: list[DateShown]
    facts: list[Fact]
    asides: list[str]
    ground: str
    has_open_dates: bool


_MOVES = {
    Party.AUTHORITY: "The authority’s move",
    Party.REQUESTER: "The requester’s move",
    None: "Open to the requester",
}


def clock_page(
    clock: Clock, *, regime: Regime, events: Sequence[ClockEvent], table: HolidayTable, today: date
) -> ClockPage:
    """Arrange one clock for reading on ``today``; ``events`` are those it was computed from."""
    first = headline(clock, regime, today=today)
    calendar = calendar_for(regime, table)
    due = first.deadline
    excluded = excluded_days(events, clock)
    strip = strip_of(due, calendar, excluded, today) if due else []
    return ClockPage(
        headline=first,
        state=clock.state,
        state_label=STATE_WORDS[clock.state],
        move=_move(first, today),
        distance=_range_distance(first, calendar, today) if due else "",
        tone=_tone(due, calendar, today) if due else "",
        uncertain=_doubts(clock, due),
        strip=strip,
        strip_label=f"Working days up to {in_words(due.due_on)}" if due else "",
        steps=_said(due.working) if due else (),
        notes=_said(clock.notes),
        england="" if excluded else _england(due, table),
        dates=[_shown(each, calendar, today) for each in sorted(clock.deadlines, key=_by_day)],
        facts=facts_of(clock, regime),
        asides=_asides(clock, regime, events),
        ground=_ground(due) if due else "",
        has_open_dates=any(not each.closed for each in clock.deadlines),
    )


def _move(first: Headline, today: date) -> str:
    """Whose move it is in words; of a right that can still be used, whose it is."""
    if first.move is None and (first.deadline is None or first.deadline.overdue_at(today)):
        return "Nobody has to act"
    return _MOVES[first.move]


def _by_day(deadline: Deadline) -> tuple[date, bool]:
    return deadline.due_on, deadline.on is Party.REQUESTER


def _shown(deadline: Deadline, calendar: Calendar, today: date) -> DateShown:
    return DateShown(
        label=impersonal(deadline.label),
        on=deadline.due_on,
        distance=distance(deadline, calendar, today),
        tone=_tone(deadline, calendar, today),
        who="the authority" if deadline.on is Party.AUTHORITY else "the requester",
        ground=_ground(deadline),
        source=deadline.source,
        chase_from=deadline.chase_from,
        opens="" if deadline.closed else impersonal(deadline.opens),
        steps=_said(deadline.working),
        uncertain=impersonal(deadline.uncertain),
    )


def _said(steps: Sequence[Step]) -> list[Step]:
    """Steps of the working, said to neither side."""
    return [replace(step, text=impersonal(step.text)) for step in steps]


def _ground(deadline: Deadline) -> str:
    """Hard or soft, and what it rests on."""
    return f"{'Hard' if deadline.hard else 'Soft'}: {deadline.basis.label}, {deadline.section}"


# The last day to announce an extension, and what the regulator usually asks for: nothing is late after them.
_OWED_BY_NOBODY = {DeadlineKind.EXTENSION_NOTICE_DUE, DeadlineKind.REGULATOR_PROMPT}


def distance(deadline: Deadline, calendar: Calendar, today: date) -> str:
    """How far a date is from ``today``, or what became of it."""
    if deadline.closed:
        return _settled(deadline)
    if today == deadline.due_on:
        return "today"
    if today < deadline.due_on:
        return f"in {_days_between(today, deadline.due_on, calendar)}"
    past = _days_between(deadline.due_on, today, calendar)
    if deadline.on is Party.AUTHORITY and deadline.kind not in _OWED_BY_NOBODY:
        return f"overdue since {in_words(deadline.overdue_from)}, {past}"
    return f"passed {past} ago"


def _settled(deadline: Deadline) -> str:
    if deadline.met_on is None:
        return "settled"
    late = "" if deadline.met_on <= deadline.due_on else ", after that day"
    return f"settled on {in_words(deadline.met_on)}{late}"


def _days_between(first: date, last: date, calendar: Calendar) -> str:
    """Working days where there are some and the table holds them, else days."""
    try:
        working = calendar.count(first, last)
    except OutsideTable:
        working = 0
    return plural(working, "working day") if working else plural((last - first).days, "day")


def _range_distance(first: Headline, calendar: Calendar, today: date) -> str:
    """For a range, the distance of each end that still lies ahead."""
    assert first.deadline is not None  # noqa: S101 - the caller has one
    last = distance(first.deadline, calendar, today)
    if first.until is None or first.on is None or today >= first.on or first.deadline.closed:
        return last
    return f"the earlier day {_days_ahead(today, first.on, calendar)}, the later {last}"


def _days_ahead(today: date, on: date, calendar: Calendar) -> str:
    return f"in {_days_between(today, on, calendar)}"


def _tone(deadline: Deadline, calendar: Calendar, today: date) -> str:
    """``due`` when a date is near or what the authority owes is late; ``risk`` when a right is about to be lost."""
    owed = deadline.on is Party.AUTHORITY and deadline.kind not in _OWED_BY_NOBODY
    if deadline.closed or (today > deadline.due_on and not owed):
        return ""
    if today > deadline.due_on:
        return "due"
    try:
        near = calendar.count(today, deadline.due_on) <= SOON
    except OutsideTable:
        return ""
    return ("risk" if deadline.on is Party.REQUESTER and deadline.hard else "due") if near else ""


def _doubts(clock: Clock, due: Deadline | None) -> list[str]:
    """Beside the date, its own doubts and those of no date in particular; a date in the list has its own beside it."""
    elsewhere = " ".join(each.uncertain for each in clock.deadlines if each is not due)
    own = due.uncertain if due else ""
    return [impersonal(reason) for reason in clock.uncertain if reason in own or reason not in elsewhere]


def _asides(clock: Clock, regime: Regime, events: Sequence[ClockEvent]) -> list[str]:
    """What the facts given mean, where somebody may have expected something else."""
    said = [SUBJECT_ACCESS] if regime is Regime.UKGDPR else []
    if any(event.non_school_days for event in events) and clock.school_day_20 is None:
        said.append(NO_SCHOOL_DAYS)
    return said


def _england(due: Deadline | None, table: HolidayTable) -> str:
    """That a calendar of England and Wales alone would say the same; where it would not, the working says so."""
    counted = due is not None and due.basis is not Basis.AUTHORITY_PROMISE
    if due is None or not counted or due.trigger_on is None or due.working_days is None:
        return ""
    try:
        same = table.england_only.add_working_days(due.trigger_on, due.working_days) == due.due_on
    except OutsideTable:
        return ""
    return "An England-only calendar would say the same day." if same else ""
