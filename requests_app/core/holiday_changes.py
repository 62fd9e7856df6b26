"""What a newer list of bank holidays changes in our table, whether to believe it, and how to say it.

A list may add days, past ones too. It may take a day away only where it speaks of that year and nation at all: GOV.UK
drops old years (RULES.md 3.4). Days that staff entered stay: a proclamation is known before the list has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from requests_app.core.calendars import ENGLAND_AND_WALES, NATION_NAMES, SCOTLAND, Holiday
from requests_app.core.dates import in_words, plural
from requests_app.core.errors import BadInput

FEWEST_A_YEAR, MOST_A_YEAR = 6, 20
"""Each nation has 8 to 12; a list outside these bounds is broken, not news."""
MOST_REMOVED = 3
"""One day taken from all three nations. More at once is for a person to do."""

Feed = Mapping[str, Mapping[date, str]]
"""For each division of the GOV.UK list, its days and their titles."""


class What(StrEnum):
    """What became of a day."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"


@dataclass(frozen=True, slots=True)
class HolidayChange:
    """One day of one division (``scotland`` ...) that was added, removed, or given another name."""

    on: date
    title: str
    division: str
    what: What

    @property
    def sentence(self) -> str:
        """``Mon 15 Jun 2026, World Cup, Scotland``."""
        return f"{in_words(self.on)}, {self.title}, {NATION_NAMES[self.division]}"

    def to_json(self) -> dict[str, str]:
        """The change as it is kept and printed."""
        return {
            "on": self.on.isoformat(),
            "title": self.title,
            "division": self.division,
            "what": self.what.value,
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> HolidayChange:
        """The change that ``to_json`` wrote."""
        return cls(date.fromisoformat(row["on"]), row["title"], row["division"], What(row["what"]))


class KnownHoliday(NamedTuple):
    """One row of our table. ``by_hand``: a person entered it or changed it."""

    on: date
    division: str
    title: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """What a list would add and remove; ``kept`` are days it lacks that stay because a person entered them."""

    added: tuple[HolidayChange, ...] = ()
    removed: tuple[HolidayChange, ...] = ()
    kept: tuple[KnownHoliday, ...] = ()

    @property
    def changes(self) -> tuple[HolidayChange, ...]:
        """What to apply, by day."""
        return tuple(sorted((*self.added, *self.removed), key=lambda change: (change.on, change.division)))


def difference(known: Iterable[KnownHoliday], feed: Feed, *, today: date) -> Difference:
    """Compare our table with a list. Raises BadInput, in one sentence, where the list is not to be believed."""
    years = {division: _covered_years(division, days) for division, days in feed.items()}
    _check_current(years, today=today)
    rows = list(known)
    ours = {(row.division, row.on) for row in rows}
    added = [
        HolidayChange(on, title, division, What.ADDED)
        for division, days in feed.items()
        for on, title in days.items()
        if (division, on) not in ours
    ]
    gone = [
        row
        for row in rows
        if row.on > today and row.on.year in years[row.division] and row.on not in feed[row.division]
    ]
    removed = [
        HolidayChange(row.on, row.title, row.division, What.REMOVED) for row in gone if not row.by_hand
    ]
    if len(removed) > MOST_REMOVED:
        raise BadInput(
            f"it would remove {len(removed)} days at once, the first being {removed[0].sentence}; "
            f"more than {MOST_REMOVED} are removed by hand, in the admin"
        )
    return Difference(tuple(added), tuple(removed), tuple(row for row in gone if row.by_hand))


def _covered_years(division: str, days: Mapping[date, str]) -> set[int]:
    numbers = Counter(on.year for on in days)
    if not numbers:
        raise BadInput(f"it has no bank holidays for {NATION_NAMES[division]}")
    for year, number in sorted(numbers.items()):
        if not FEWEST_A_YEAR <= number <= MOST_A_YEAR:
            raise BadInput(
                f"it has {plural(number, 'bank holiday')} for {NATION_NAMES[division]} in {year}, where 8 to 12 are usual"
            )
    return set(numbers)


def _check_current(years: Mapping[str, set[int]], *, today: date) -> None:
    last = min(max(covered) for covered in years.values())
    if last < today.year:
        raise BadInput(f"it ends with {last}")


def explain(
    changes: Iterable[HolidayChange],
    *,
    scottish: bool,
    began: date | None,
    after: date | None,
    until: date,
) -> str:
    """Which of the changes moved a date counted after one day and until another, in words that follow “because”.

    Empty where none did. ``scottish``: the date counts under Scotland's Acts. ``began`` is the day of the request's
    first event: a date may rest on an earlier count than its own, and then the changes since that day are named.
    """
    mine = [
        change
        for change in changes
        if change.what is not What.RENAMED
        and change.on <= until
        and (began is None or began <= change.on)
        and (not scottish or change.division == SCOTLAND)
    ]
    return in_short([change for change in mine if after is None or change.on > after] or mine)


def touches(change: HolidayChange, *, scottish: bool) -> bool:
    """Whether a change can matter to a clock at all: to its days, or to its comparison with England's calendar."""
    return not scottish or change.division in {SCOTLAND, ENGLAND_AND_WALES}


def in_short(changes: Sequence[HolidayChange]) -> str:
    """The changes in words that follow “because”: named up to three, else counted. Empty for none."""
    groups: dict[tuple[date, What], list[HolidayChange]] = {}
    for change in sorted(changes, key=lambda change: change.on):
        groups.setdefault((change.on, change.what), []).append(change)
    if len(groups) > 3:
        first = in_words(min(on for on, _ in groups))
        return f"{len(groups)} bank holidays changed, the first of them {first}"
    return " and ".join(_phrase(on, what, members) for (on, what), members in groups.items())


def _phrase(on: date, what: What, members: Sequence[HolidayChange]) -> str:
    where = Holiday(on, members[0].title, frozenset(change.division for change in members)).where
    match what:
        case What.ADDED:
            return f"{in_words(on)} was proclaimed a bank holiday in {where}"
        case What.REMOVED:
            return f"{in_words(on)} is no longer a bank holiday in {where}"
        case What.RENAMED:
            return f"the bank holiday of {in_words(on)} in {where} has another name"
