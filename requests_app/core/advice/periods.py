"""Days, months, years and ranges in the words of a letter: what a period is, and where one runs backwards."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
YEAR = r"(?:19[4-9]\d|20\d\d)"
_NUMBER = r"(?:\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|few|several|couple\s+of)"
_UNIT = r"(?:years?|months?|weeks?|quarters?|terms?|winters?|summers?|seasons?|decades?|days?|hours?)"
_OF = r"(?:(?:full|complete|whole|calendar|financial|fiscal|academic|school|tax|rolling|consecutive|reporting)\s+){0,2}"

PERIOD = re.compile(
    rf"\b{YEAR}(?:\s?[-/–]\s?(?:{YEAR}|\d\d))?(?![\d/-])|\bFY\s?\d\d"
    rf"|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}\b|\b{MONTH}\s?['’]?\d{{1,4}}(?:st|nd|rd|th)?\b"
    rf"|\b(?:in|of|since|until|till|during|from|to|between|and|by|before|after|each|every|last|this|next)\s+{MONTH}\b"
    rf"|\b(?:last|past|previous|preceding|prior|latest|recent|first|most\s+recent)\s+(?:{_NUMBER}\s+)?(?:\(\w+\)\s+)?{_OF}{_UNIT}\b"
    rf"|\b(?:this|current|present|last|previous|that|same|whole)\s+{_OF}(?:year|month|week|quarter|term|winter|summer|decade|period)\b"
    rf"|\b{_NUMBER}\s+(?:\(\w+\)\s+)?{_OF}(?:years?|months?|weeks?)\s+(?:to|up\s+to|ending|ended|before|prior|preceding|from|of)\b"
    r"|\b(?:since|to\s+date|time\s*(?:frame|scale|period)\s*[:=]|the\s+(?:relevant|following|same|above)\s+period|the\s+period\s+(?:from|of|between|in|in\s+question|above)|period:|during\s+(?:the\s+)?(?:covid|pandemic|lockdown|olympic|commonwealth|games|war|election))\b",
    re.IGNORECASE,
)
"""Words that bound what is asked for in time."""

VAGUE_PERIOD = re.compile(
    r"\b(?:in\s+)?(?:recent(?:ly|\s+(?:years|times|months))|(?:the\s+)?(?:last|past)\s+(?:few|several|couple\s+of)\s+(?:years|months)|over\s+(?:the\s+years|time)|in\s+the\s+past|historically|of\s+late|lately)\b",
    re.IGNORECASE,
)

PRESENT = re.compile(
    r"\b(?:currently|current|at\s+present|presently|at\s+the\s+moment|now|today|nowadays|existing|latest|most\s+recent|as\s+(?:of|at)|so\s+far|still|at\s+any\s+(?:one\s+)?time)\b",
    re.IGNORECASE,
)
"""Words that ask for things as they stand: no period is needed."""

_ACTS = re.compile(
    rf"\b(?:act|regulations?|order|bill|rules|code|directive|convention|gdpr|fois?a|eirs?)\b[^.;?\n]{{0,24}}?\b{YEAR}\b|\b[a-z][\w.]{{1,12}}[-/.](?:19|20)\d\d[-/.]?\d*|\b[\w.]{{0,12}}(?:19|20)\d\d[-/.]\d{{4,}}",
    re.IGNORECASE,
)


def without_titles(text: str) -> str:
    """The text without years that belong to the title of an Act or to a reference number; same length."""
    return _ACTS.sub(lambda match: re.sub(r"\d", "_", match[0]), text)


_DAY = rf"(?:(?P<d{{n}}>\d{{{{1,2}}}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<m{{n}}>{MONTH})\.?,?\s+(?P<y{{n}}>{YEAR})"
_ONLY_YEAR = rf"(?P<o{{n}}>{YEAR})(?![\d/])"
_NUMERIC = rf"(?P<a{{n}}>\d{{{{1,2}}}})[./-](?P<b{{n}}>\d{{{{1,2}}}})[./-](?P<c{{n}}>{YEAR}|\d\d)(?!\d)"


def _one(number: int) -> str:
    return "(?:" + "|".join(each.format(n=number) for each in (_DAY, _NUMERIC, _ONLY_YEAR)) + ")"


_RANGE = re.compile(
    rf"(?<![\w./-])(?P<lead>(?:from|between)\s+(?:the\s+)?)?{_one(1)}\s*(?P<join>to|and|until|till|through|up\s+to|-|–|—)\s*(?:the\s+)?{_one(2)}(?![\w/-])",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"(?<![\w./-]){_NUMERIC.format(n=1)}(?![\w/-])|(?<![\w./-])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{MONTH})\.?,?\s+(?P<y2>{YEAR})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Range:
    """A period with both ends printed. ``first`` and ``second`` are the words of each end."""

    start: int
    end: int
    begins: date
    ends: date
    first: tuple[int, int]
    second: tuple[int, int]

    @property
    def runs_backwards(self) -> bool:
        """Whether it ends before it begins."""
        return self.ends < self.begins


def ranges_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Range]:
    """The ranges between two places whose ends can be understood."""
    for match in _RANGE.finditer(text, start, len(text) if end is None else end):
        if match["join"].lower() == "and" and not (match["lead"] or "").lower().startswith("between"):
            continue
        first, second = _bounds(match, 1), _bounds(match, 2)
        if first is None or second is None:
            continue
        yield Range(match.start(), match.end(), first[0], second[1], _place(match, 1), _place(match, 2))


@dataclass(frozen=True, slots=True)
class WrongDay:
    """A day no calendar has. ``swapped`` is the same with day and month changed over, where that makes one."""

    start: int
    end: int
    text: str
    swapped: date | None


def wrong_days_in(text: str) -> Iterator[WrongDay]:
    """Days such as 31 June 2024 or 12/25/2024."""
    for match in _SINGLE.finditer(text):
        if match["m2"]:
            if _made(match["y2"], _month(match["m2"]), int(match["d2"])) is None:
                yield WrongDay(match.start(), match.end(), match[0], None)
            continue
        day, month, year = int(match["a1"]), int(match["b1"]), match["c1"]
        if _made(year, month, day) is None and 0 < max(day, month) <= 31 and len(year) == 4:
            yield WrongDay(match.start(), match.end(), match[0], _made(year, day, month))


def _place(match: re.Match[str], number: int) -> tuple[int, int]:
    names = [f"{name}{number}" for name in "dmyabco"]
    spans = [match.span(name) for name in names if match[name]]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _bounds(match: re.Match[str], number: int) -> tuple[date, date] | None:
    """The first and the last day of one end of a range."""
    if match[f"o{number}"]:
        year = int(match[f"o{number}"])
        return date(year, 1, 1), date(year, 12, 31)
    if match[f"a{number}"]:
        day = _made(match[f"c{number}"], int(match[f"b{number}"]), int(match[f"a{number}"]))
        return (day, day) if day else None
    year, month = int(match[f"y{number}"]), _month(match[f"m{number}"])
    if match[f"d{number}"]:
        day = _made(match[f"y{number}"], month, int(match[f"d{number}"]))
        return (day, day) if day else None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month(name: str) -> int:
    return next(place for place, full in enumerate(_MONTHS, 1) if full.startswith(name.lower()[:3]))


def _made(year: str, month: int, day: int) -> date | None:
    try:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    except ValueError:
        return None


def last_full_years(on: date, number: int) -> tuple[date, date]:
    """The last ``number`` calendar years that have ended by ``on``."""
    return date(on.year - number, 1, 1), date(on.year, 1, 1) - timedelta(days=1)


def day_in_words(on: date) -> str:
    """``1 January 2024``, as a letter has it."""
    return f"{on.day} {_MONTHS[on.month - 1].capitalize()} {on.year}"
