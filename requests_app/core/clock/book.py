"""Where the dates of one request are entered as they are worked out: deadlines, flat names, doubts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from requests_app.core.calendars import OutsideTable
from requests_app.core.clock.case import Case, Opening
from requests_app.core.clock.records import Deadline, Step, frozen
from requests_app.core.clock.wording import in_words, steps_of_count, steps_of_limit
from requests_app.core.regimes import Limit, Rule, Unit
from requests_app.core.states import DeadlineKind, Party

ONE_DAY = timedelta(days=1)

# Proclaimed on 10 September 2022 for the State Funeral; whether it counts for requests already running is doubted.
FUNERAL, FUNERAL_PROCLAIMED = date(2022, 9, 19), date(2022, 9, 10)
FUNERAL_DOUBT = (
    "Whether Mon 19 Sep 2022 (State Funeral) counts for requests already running when it was proclaimed is disputed; we count "
    "it as a bank holiday."
)


LONGEST_NAMES = 60


def names_of(covers: tuple[str, ...]) -> str:
    """Questions as the key of a date names them; many are told apart by a digest, for a key has to be stored."""
    names = ",".join(covers)
    if len(names) <= LONGEST_NAMES:
        return names
    return f"{names[:40]}~{sha256(names.encode()).hexdigest()[:12]}"


class Entry(NamedTuple):
    """What a date is and whose it is; the rest of a ``Deadline`` follows from the count."""

    kind: DeadlineKind
    on: Party
    rule: Rule
    key: str = ""
    opens: str = ""
    chase: bool = True
    met_on: date | None = None
    closed: bool = False
    caused_by: str = ""


@dataclass(slots=True)
class Book:
    """The dates of one request. ``flat`` are the names of law/CONTRACT.md."""

    case: Case
    flat: dict[str, Any] = field(default_factory=dict)
    deadlines: dict[str, Deadline] = field(default_factory=dict)
    doubts: dict[str, None] = field(default_factory=dict)

    def count(
        self,
        entry: Entry,
        limit: Limit,
        trigger: date | None,
        opening: Opening,
        *,
        doubts: Iterable[str] = (),
        chase_after: date | None = None,
    ) -> date | None:
        """Enter the day that ends ``limit`` counted from ``trigger``, with its working; None where it can't be told."""
        if trigger is None:
            return None
        case = self.case
        try:
            due_on = limit.after(trigger, case.calendar)
            if limit.unit is Unit.WORKING_DAYS:
                section = limit.rule.section
                steps = steps_of_count(
                    case.rules, case.calendar, case.holidays, opening, trigger, limit.number, section
                )
            else:
                steps = steps_of_limit(limit, opening, trigger, due_on)
        except OutsideTable as outside:
            self.doubts[str(outside)] = None
            return None
        by_holidays = limit.unit is Unit.WORKING_DAYS
        self.enter(
            entry,
            due_on,
            steps=steps,
            trigger=trigger,
            working_days=limit.number if by_holidays else None,
            doubts=doubts,
            chase_after=chase_after,
            by_holidays=by_holidays,
        )
        return due_on

    def enter(
        self,
        entry: Entry,
        due_on: date,
        *,
        steps: tuple[Step, ...] = (),
        trigger: date | None = None,
        working_days: int | None = None,
        doubts: Iterable[str] = (),
        chase_after: date | None = None,
        by_holidays: bool = False,
    ) -> Deadline:
        """Enter a deadline on a day already known.

        ``chase_after``: hold the chaser until after that day. ``by_holidays``: the day depends on bank holidays, so
        what is uncertain about them is uncertain about it.
        """
        reasons = self._reasons(entry.rule, doubts, trigger if by_holidays else None, due_on)
        chase = entry.chase and entry.on is Party.AUTHORITY and not entry.closed
        rule = entry.rule
        deadline = frozen(
            Deadline,
            {
                "kind": entry.kind,
                "key": entry.key or str(entry.kind),
                "due_on": due_on,
                "on": entry.on,
                "basis": rule.basis,
                "section": rule.section,
                "source": rule.source,
                "hard": rule.hard,
                "overdue_from": due_on + ONE_DAY,
                "chase_from": self.next_working_day(chase_after or due_on) if chase else None,
                "opens": entry.opens,
                "working": steps,
                "uncertain": " ".join(reasons),
                "trigger_on": trigger,
                "working_days": working_days,
                "met_on": entry.met_on,
                "closed": entry.closed,
                "caused_by": entry.caused_by,
            },
        )
        self.deadlines[deadline.key] = deadline
        return deadline

    def next_working_day(self, on: date) -> date | None:
        """The first working day after ``on``, or None with the reason noted."""
        try:
            return self.case.calendar.next_working_day(on)
        except OutsideTable as outside:
            self.doubts[str(outside)] = None
            return None

    def _reasons(
        self, rule: Rule, doubts: Iterable[str], counted_from: date | None, due_on: date
    ) -> Iterable[str]:
        """Why a date is uncertain: its rule, what the caller adds, and the holidays it was counted with."""
        reasons = dict.fromkeys(doubts)
        if rule.doubt:
            reasons = {rule.doubt: None, **reasons}
        if counted_from is not None and due_on >= FUNERAL:
            if counted_from <= FUNERAL_PROCLAIMED:
                reasons[FUNERAL_DOUBT] = None
            provisional_from = self.case.holidays.provisional_from
            if due_on >= provisional_from:
                reasons[f"Bank holidays from {in_words(provisional_from)} on are provisional."] = None
        if reasons:
            reasons.pop("", None)
            self.doubts.update(reasons)
        return reasons
