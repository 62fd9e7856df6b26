"""Whether an answer covers what was asked: the period, the place, the unit, the breakdown.

Only what both sides say in words or figures is compared. An answer that names no period may cover all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from requests_app.core.reading.clauses import sentences_holding
from requests_app.core.reading.differences import DifferenceKind
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.records import AnswerRead, ReplyReading, TableRead
from requests_app.core.states import Outcome

K = DifferenceKind
Narrowed = tuple[DifferenceKind, str, float, AnswerRead]
_GIVES = {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}

_YEAR = r"(?:19|20)\d{2}"
_FINANCIAL = re.compile(rf"\b({_YEAR})\s?[/-]\s?(?:19|20)?(\d{{2}})\b")
_RANGE = re.compile(
    rf"\b(?:from|between|since|for)?\s*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]+\s+)?({_YEAR})\s*(?:to|and|until|till|through|up\s+to|-|–)\s*(?:the\s+)?(?:end\s+of\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]+\s+)?({_YEAR})\b"
)
_SINGLE = re.compile(rf"\b({_YEAR})\b(?!\s?[/-]\s?\d{{2}}\b)")
_LAST_YEARS = re.compile(
    r"\b(?:last|past|previous|preceding|each\s+of\s+the\s+(?:last|past))\s+(?P<n>\d{1,2}|two|three|four|five|six|seven|eight|ten)\s+(?:financial\s+|calendar\s+|academic\s+|complete\s+|full\s+)?years\b",
    re.IGNORECASE,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10}
MOST_YEARS = 30
_GLUED = re.compile(
    r"\d{4}[/-]\d{2}\d{4}|(?:19|20)\d{2}(?:19|20)\d{2}"
)  # cells that ran together are no years


def narrowed(
    name: str, asked: str, answers: Sequence[AnswerRead], reading: ReplyReading
) -> Iterator[Narrowed]:
    """What an answer leaves out of the question's scope, each as kind, sentence, how sure, and the answer."""
    for answer in answers:
        shared = sum(each.start == answer.start for each in reading.answers) > 1
        if answer.outcome not in _GIVES or not answer.text or shared:
            continue
        tables = _tables_of(answer, reading)
        said = " ".join([answer.text, *(_words_of(table) for table in tables)])
        yield from _period(name, asked, said, answer)
        yield from _limited(name, asked, answer)
        yield from _unit(name, asked, said, answer)
        yield from _breakdown(name, asked, answer, tables)


def _tables_of(answer: AnswerRead, reading: ReplyReading) -> list[TableRead]:
    if answer.start is None or answer.end is None:
        return []
    return [
        table
        for table in reading.tables
        if table.start is not None and answer.start <= table.start < answer.end
    ]


def _words_of(table: TableRead) -> str:
    return " ".join([table.title, *table.columns, *(row[0] for row in table.rows if row)])


# The period


def years_in(text: str) -> set[str]:
    """The years and financial years a text names, those of its ranges included: {"2021", "2022/23"}."""
    found: set[str] = set()
    rest = text
    for match in _FINANCIAL.finditer(text):
        first, second = int(match[1]), int(match[2])
        if (first + 1) % 100 == second:
            found.add(f"{first}/{second:02d}")
            rest = rest.replace(match[0], " ")
    for match in _RANGE.finditer(rest):
        first, last = int(match[1]), int(match[2])
        if first <= last <= first + MOST_YEARS:
            found.update(str(year) for year in range(first, last + 1))
    found.update(match[1] for match in _SINGLE.finditer(rest))
    return found


def financial_range(years: set[str]) -> set[str]:
    """Financial years between the first and the last that are named, where at least two are: a range of them."""
    firsts = sorted(int(year[:4]) for year in years if "/" in year)
    if len(firsts) < 2 or firsts[-1] - firsts[0] > MOST_YEARS:
        return set()
    return {f"{first}/{(first + 1) % 100:02d}" for first in range(firsts[0], firsts[-1] + 1)}


def _period(name: str, asked: str, said: str, answer: AnswerRead) -> Iterator[Narrowed]:
    if _GLUED.search(said):
        return
    wanted, given = years_in(asked), years_in(said)
    if re.search(r"\b(?:from|between|to|until|-|–)\b", asked):
        wanted |= financial_range(wanted)
    if not given:
        return
    if wanted:
        missing = {year for year in wanted if not _covered(year, given)}
        if missing and (len(wanted) > 1 or not given & wanted):
            kept = sorted(given & wanted) or sorted(given)[:4]
            sentence = f"{name[0].upper()}{name[1:]} asks about {_listed(wanted)}; the answer names {_listed(set(kept))} and not {_listed(missing)}."
            sure = 0.7 if given & wanted else 0.5
            yield K.OTHER_PERIOD, sentence, sure, answer
        return
    count = _LAST_YEARS.search(asked)
    if count is None:
        return
    number = _NUMBERS.get(count["n"].lower()) or int(count["n"])
    distinct = len({year for year in given if "/" in year} or given)
    if 0 < distinct < number and re.search(r"\d", answer.text):
        sentence = f"{name[0].upper()}{name[1:]} asks about {number} years; the answer names {distinct}: {_listed(given)}."
        yield K.OTHER_PERIOD, sentence, 0.45, answer


def _covered(year: str, given: set[str]) -> bool:
    """A calendar year is covered by itself or by the two financial years it lies in; a financial year by both its years."""
    if year in given:
        return True
    first = int(year[:4])
    if "/" in year:
        return {str(first), str(first + 1)} <= given
    spans = {f"{first - 1}/{first % 100:02d}", f"{first}/{(first + 1) % 100:02d}"}
    return bool(spans & given)


def _listed(years: set[str]) -> str:
    ordered = sorted(years)
    plain = [int(year) for year in ordered if "/" not in year]
    if len(plain) > 2 and len(plain) == len(ordered) and plain == list(range(plain[0], plain[-1] + 1)):
        return f"{plain[0]} to {plain[-1]}"
    return ", ".join(ordered[:8])


# What the answer says it is limited to

_LIMITED = Folded(
    r"\b(?:(?:only|solely)\s+(?:\w+\s+){0,3}?(?:for|from|to|in|at|since|available|cover\w*|relat\w*|held|hold|includ\w*|record\w*)|relat\w*\s+(?:only|solely)\s+to|limited\s+to|(?:cover|relate|refer|apply|applie)s?\s+(?:only|solely)|do(?:es)?\s+not\s+(?:include|cover)|exclud(?:es?|ing)|prior\s+to\s+\w+\s+\d{4}\s+(?:\w+\s+){0,3}not)\b",
)
_DATE_IN = re.compile(
    rf"\b{_YEAR}\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_NAMES = re.compile(r"(?<![.?!]\s)(?<!^)\b[A-Z][a-z]{2,}(?:\s+(?:[A-Z][a-z]+|and|of|&))*\b")
_NO_PLACE = re.compile(
    r"^(?:Act|Section|Regulation|Freedom|Information|Council|Trust|Police|Force|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)\b"
)


def _limited(name: str, asked: str, answer: AnswerRead) -> Iterator[Narrowed]:
    """A sentence in which the answer itself says that it covers less: a time, or a place that the question does not."""
    for sentence in sentences_holding(_LIMITED, answer.text):
        words = " ".join(answer.text[sentence].split())
        if _DATE_IN.search(words) and not _same_limit(words, asked):
            yield K.OTHER_PERIOD, f"The answer to {name} limits itself: “{words[:200]}”.", 0.6, answer
            return
        places = [each[0] for each in _NAMES.finditer(words) if not _NO_PLACE.match(each[0])]
        if any(place.lower() not in asked.lower() for place in places):
            yield K.OTHER_PLACE, f"The answer to {name} limits itself: “{words[:200]}”.", 0.55, answer
            return


def _same_limit(words: str, asked: str) -> bool:
    """Whether the limit is the question's own."""
    years = set(re.findall(_YEAR, words))
    return bool(years) and years <= set(re.findall(_YEAR, asked))


# The unit

_MONEY_ASKED = re.compile(
    r"\bhow\s+much\b(?!\s+(?:time|of))|\b(?:cost|costs|spend|spent|expenditure|paid|amount\s+of\s+money|budget|value|price|salar(?:y|ies)|£)(?!\w)",
    re.IGNORECASE,
)
_PERCENT_ASKED = re.compile(r"\b(?:percentage|proportion|per\s?cent)\b|%", re.IGNORECASE)
_TIME_ASKED = re.compile(
    r"\bhow\s+(?:long|many\s+(?:hours|days|minutes|weeks))\b|\bnumber\s+of\s+(?:hours|days)\b", re.IGNORECASE
)
_COUNT_ASKED = re.compile(r"\bhow\s+many\b|\b(?:the\s+)?(?:total\s+)?number\s+of\b", re.IGNORECASE)
_MONEY = re.compile(
    r"£\s?\d|\b\d[\d,.]*\s?(?:pounds|million|billion|k\b)|\bfree\b|\bno\s+(?:cost|charge)\b|\bnil\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\d\s?%|\bper\s?cent|\bpercentage\b", re.IGNORECASE)
_TIME = re.compile(r"\b\d[\d,.]*\s?(?:hours?|days?|weeks?|minutes?|months?|years?)\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?<![£\d.,/-])\b(?!(?:19|20)\d\d\b)\d[\d,]*\b(?![\d.,]*\s?%)(?!\s?(?:hours?|days?|per\s?cent))|\bnone\b|\bzero\b|\bno\s+\w+\b|\bone\b|\btwo\b",
    re.IGNORECASE,
)


def _unit(name: str, asked: str, said: str, answer: AnswerRead) -> Iterator[Narrowed]:
    """Money asked for and none given, a count asked for and only shares given: one unit asked, another answered."""
    wants = [
        unit
        for unit, pattern in (
            ("an amount of money", _MONEY_ASKED),
            ("a percentage", _PERCENT_ASKED),
            ("a length of time", _TIME_ASKED),
        )
        if pattern.search(asked)
    ]
    if not wants and _COUNT_ASKED.search(asked):
        wants = ["a number"]
    if len(wants) != 1:
        return
    wanted = wants[0]
    has = {
        "an amount of money": bool(_MONEY.search(said)),
        "a percentage": bool(_PERCENT.search(said)),
        "a length of time": bool(_TIME.search(said)),
        "a number": bool(_PLAIN.search(_without(said))),
    }
    if (
        has[wanted]
        or (wanted == "an amount of money" and has["a number"])
        or (wanted == "a length of time" and has["a number"])
    ):
        return
    given = [unit for unit, present in has.items() if present and unit != wanted]
    if given:
        sentence = f"{name[0].upper()}{name[1:]} asks for {wanted}; the answer gives {given[0]}."
        yield K.OTHER_UNIT, sentence, 0.5, answer


def _without(said: str) -> str:
    """Without sums of money, shares and dates, in which a plain number is no count."""
    return re.sub(
        rf"£\s?[\d,.]+|\d[\d,.]*\s?%|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b{_YEAR}(?:[/-]\d\d)?\b",
        " ",
        said,
    )


# The breakdown

_BREAKDOWN = re.compile(
    r"\b(?:broken?\s*down|break\s*down|breakdown|split|divided|separated|by\s+(?:month|year|ward|borough|school|area|type|category|gender|sex|age|ethnicity|rank|grade|department|site|ward|offence|quarter|week|financial\s+year|calendar\s+year)|for\s+each|in\s+each|per\s+(?:year|month|school|ward|borough|department)|each\s+(?:year|month|school|ward|borough|of\s+the))\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?<![\w./-])(?:£\s?)?(?!(?:19|20)\d\d\b)\d[\d,]*(?:\.\d+)?%?(?![\w/])")
_LAW = re.compile(
    r"\b(?:sections?|s\.|regulations?|reg\.?|schedule|part|question|q)\s?\d+[\w()]*", re.IGNORECASE
)
_ATTACHED = re.compile(
    r"\b(?:attached|enclosed|spreadsheet|annex|appendix|link|https?://|www\.|below|table)\b", re.IGNORECASE
)


def _breakdown(name: str, asked: str, answer: AnswerRead, tables: Sequence[TableRead]) -> Iterator[Narrowed]:
    """One figure, and no table or list, where the question asks for one by year or by kind."""
    if tables or not _BREAKDOWN.search(asked) or _ATTACHED.search(answer.text):
        return
    figures = _FIGURE.findall(_LAW.sub(" ", answer.text))
    lines = [line for line in answer.text.splitlines() if re.search(r"\d", line)]
    if len(figures) == 1 and len(lines) == 1:
        sentence = f"{name[0].upper()}{name[1:]} asks for a breakdown; the answer gives one figure, {figures[0].rstrip(',')}."
        yield K.TOTAL_FOR_BREAKDOWN, sentence, 0.65, answer
