"""What a reply says that answering would take or cost, and whether its arithmetic holds.

A checker reports and never corrects: an estimate that does not add up is a ground for review, not a figure to mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from requests_app.core.reading.cues import Cue
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source
from requests_app.core.reading.passages import Passage, joined, runs
from requests_app.core.reading.records import CostEstimateRead, Sum

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-four": 24, "thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "half an": 0.5,
}  # fmt: skip
_N = r"(?:\d[\d,]*(?:\.\d+)?|\b(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r"))"
_THING = (
    r"records?|files?|cases?|crimes?|reports?|incidents?|entries|entry|documents?|e-?mails?|logs?|occurrences?|invoices?|complaints?|applications?|enquir(?:y|ies)|contracts?"
    r"|notices?|tickets?|pupils?|schools?|patients?|notes|forms?|accounts?|offences?|properties|property|claims?|prosecutions?|arrests?|statements?|transactions?|payments?|individuals?|people|officers?|employees?|items?|referrals?|requests?|jobs?|visits?|assessments?|tenancies|tenancy|investigations?|letters?|permits?|messages?|calls?|photographs?|images?|pages?|folders?|boxes|submissions?|vehicles?|orders?|warrants?|policies|texts?|minutes|mailboxes|mailbox"
)
_EACH = Folded(
    rf"(?P<n>{_N})(?:\s*(?:-|to)\s*(?P<to>{_N}))?\s*(?P<unit>minutes?|mins?|hours?|seconds?)\s+(?:\w+\s+){{0,3}}?(?:per\s+(?!hour|week|day|year|annum|working)|for\s+(?:each|every)|(?:to\s+\w+(?:\s+\w+){{0,3}}\s+)?(?:each|every|one)\b|an?\s+(?:{_THING}))",
)
_EACH_BEFORE = Folded(
    rf"\b(?:each|every|per|one)\b[^.;]{{0,80}}?\b(?:tak(?:e|es|ing)|require[sd]?|need(?:s|ed)?|at|of|average[sd]?|spend(?:ing)?|is|be)\s+(?:\w+\s+){{0,4}}?(?P<n>{_N})(?:\s*(?:-|to)\s*(?P<to>{_N}))?\s*(?P<unit>minutes?|mins?|seconds?)",
)
_MINUTES = Folded(rf"(?P<n>{_N})\s*(?P<unit>minutes|mins)\b")
_HOURS = Folded(
    rf"(?P<n>{_N})\s*(?:staff\s+|person\s+|working\s+|officer\s+)?hours?\b(?!\s*(?:a|per|each)\b)",
)
_RATE = Folded(
    r"\u00a3\s?(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?:per|an?|/|each)\s*(?:staff\s+|person\s+|working\s+)?hour|(?:hourly\s+rate|rate\s+of|charge\s+of)\s+(?:\w+\s+){0,3}\u00a3\s?(?P<m>\d[\d,]*(?:\.\d+)?)",
)
_POUNDS = re.compile(r"\u00a3\s?(?P<n>\d[\d,]*(?:\.\d+)?)")
_COUNT = Folded(
    rf"(?<![\u00a3\d.,/])(?P<n>\d[\d,]*)(?!\s*(?:minutes?|mins?|hours?|seconds?|(?:working\s+)?days?|weeks?|months?|years?)\b)\s*(?:\+|plus)?\s+(?:\w[\w'-]*\s+){{0,4}}?(?:{_THING})\b",
)
_ESTIMATES = Folded(
    r"\b(?:estimat\w+|would\s+(?:\w+\s+){0,2}(?:take|need|require|cost|total|equate|amount|exceed|mean)|take\s+(?:\w+\s+){0,3}(?:in\s+excess|over|more|approximately|around|about|at\s+least|up\s+to)|approximately|average|equat\w+|limit|threshold|excess|exceed\w*|manual\w*|search\w*|review\w*|per\s+(?:record|file|case|hour)|calculat\w+|based\s+on|section\s+12|total\w*|work)\b",
)
_MEASURE = Folded(rf"{_N}\s*(?:\w+\s+)?(?:hours?|minutes?|mins?)\b|\u00a3\s?\d")
_LIMIT = Folded(r"limit|threshold|level|regulations|section\s+12|s\.?\s?12\b|ceiling")
_STATUTORY = re.compile(
    r"\u00a3\s?(?:450|600)\b.*\b(?:18|24|40)\s+hours|\b(?:18|24|40)\s+hours.*\u00a3\s?(?:450|600)\b"
)
_LIMIT_HOURS = {18.0, 24.0, 40.0}
_LIMIT_POUNDS = {450.0, 600.0}
_TOLERANCE = 0.05  # estimates are printed round


def find_cost_estimates(source: Source, passages: Sequence[Passage]) -> list[CostEstimateRead]:
    """The estimates in the authority's own words, each with what can be worked out from its figures."""
    chosen = [_speaks_of_work(passage) for passage in passages]
    return [
        read
        for run in _together(runs(passages, chosen, apart=2), passages)
        if (read := _estimate(source, run))
    ]


_HINT = Cue(
    Folded(r"hour|minute|\bmins\b|\u00a3|manual|search|record|file"),
    ("hour", "minute", "mins", "\u00a3", "manual", "search", "record", "file"),
)
_WORK = Folded(r"\bmanual|search|review|open|read|check|examin")


def _speaks_of_work(passage: Passage) -> bool:
    text = passage.text
    if not _HINT.search(text, passage.low) or not _ESTIMATES.search(text):
        return False
    return _MEASURE.search(text) is not None or bool(_WORK.search(text) and _COUNT.search(text))


def _together(found: Sequence[list[Passage]], passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Runs in neighbouring paragraphs are one estimate: its steps stand below each other."""
    place = {passage.start: number for number, passage in enumerate(passages)}
    current: list[Passage] = []
    for run in found:
        near = current and place[run[0].start] - place[current[-1].start] <= 3
        if current and not (near and run[0].paragraph - current[-1].paragraph <= 2):
            yield current
            current = []
        current = [*current, *run]
    if current:
        yield current


def _number(text: str) -> float:
    low = text.lower().strip()
    return float(_WORDS[low]) if low in _WORDS else float(low.replace(",", "").rstrip("."))


def _estimate(source: Source, run: Sequence[Passage]) -> CostEstimateRead | None:
    printed, start, end = joined(source, run)
    text = " ".join(passage.text for passage in run)
    rate = _first(_RATE, text)
    each, each_spans = _each(text)
    hours, limit_hours = _hours(run, each_spans)
    cost, limit = _pounds(run, rate)
    if each is None and hours is None and limit_hours is None and limit is None:
        return None
    records = _records(text) if each is not None or hours is not None else None
    sums = _sums(each, records, hours, rate, cost, limit_hours, limit)
    figures = sum(value is not None for value in (each, records, hours, cost))
    return CostEstimateRead(
        printed,
        start,
        end,
        (0.45, 0.65, 0.8, 0.9, 0.95)[figures],
        hours,
        each,
        records,
        rate,
        cost,
        limit_hours,
        limit,
        sums,
    )


def _first(pattern: Folded, text: str) -> float | None:
    match = pattern.search(text)
    return _number(next(group for group in match.groups() if group)) if match else None


def _each(text: str) -> tuple[float | None, list[str]]:
    """Minutes for one thing, and the hours that this takes from the text; a range counts with its middle."""
    match = _EACH.search(text) or _EACH_BEFORE.search(text)
    if match is None:
        single = _MINUTES.findall(text)
        return (_number(single[0][0]), []) if len(single) == 1 else (None, [])
    value = _number(match["n"])
    if match["to"]:
        value = (value + _number(match["to"])) / 2
    unit = match["unit"].lower()
    factor = 60.0 if unit.startswith("hour") else 1 / 60 if unit.startswith("sec") else 1.0
    return value * factor, [match[0]] if unit.startswith("hour") else []


def _hours(run: Sequence[Passage], taken: Sequence[str]) -> tuple[float | None, float | None]:
    """The hours estimated, and those of the limit: 18, 24 or 40 where the sentence speaks of a limit, or where
    they are only said to be exceeded.
    """
    estimated: list[float] = []
    limit: float | None = None
    for passage in run:
        text = passage.text
        for span in taken:
            text = text.replace(span, " ")
        for match in _HOURS.finditer(text):
            value = _number(match["n"])
            before = text[max(0, match.start() - 40) : match.start()].lower()
            beyond = re.search(
                r"(?:excess of|exceeds?(?: the)?|over|more than|than|beyond|within)\s*(?:the\s+)?$", before
            )
            if value in _LIMIT_HOURS and (
                _LIMIT.search(passage.text) or beyond or _STATUTORY.search(passage.text)
            ):
                limit = limit or value
            else:
                estimated.append(value)
    return (max(estimated) if estimated else None), limit


def _pounds(run: Sequence[Passage], rate: float | None) -> tuple[float | None, float | None]:
    cost: list[float] = []
    limit: float | None = None
    for passage in run:
        for match in _POUNDS.finditer(passage.text):
            value = _number(match["n"])
            named = re.match(r"\s+(?:\w+\s+)?(?:limit|threshold)", passage.text[match.end() :], re.IGNORECASE)
            if named or (
                value in _LIMIT_POUNDS and (_LIMIT.search(passage.text) or _STATUTORY.search(passage.text))
            ):
                limit = limit or value
            elif value != rate:
                cost.append(value)
    return (max(cost) if cost else None), limit


def _records(text: str) -> int | None:
    counts = [
        int(match["n"].replace(",", ""))
        for match in _COUNT.finditer(text)
        if match["n"].strip(",") and not re.fullmatch(r"(?:19|20)\d\d", match["n"])
    ]
    return max(counts, default=None)


def _sums(
    each: float | None,
    records: int | None,
    hours: float | None,
    rate: float | None,
    cost: float | None,
    limit_hours: float | None,
    limit: float | None,
) -> tuple[Sum, ...]:
    out: list[Sum] = []
    if each is not None and records is not None and hours is not None:
        out.append(_sum(f"{records:,} at {each:g} minutes, in hours", records * each / 60, hours))
    if hours is not None and rate is not None and cost is not None:
        out.append(_sum(f"{hours:g} hours at £{rate:g}, in pounds", hours * rate, cost))
    if limit_hours is not None and rate is not None and limit is not None:
        out.append(
            _sum(f"the limit: {limit_hours:g} hours at £{rate:g}, in pounds", limit_hours * rate, limit)
        )
    return tuple(out)


def _sum(what: str, worked_out: float, printed: float) -> Sum:
    agrees = abs(worked_out - printed) <= max(_TOLERANCE * max(printed, worked_out), 0.5)
    return Sum(what, round(worked_out, 2), printed, agrees)
