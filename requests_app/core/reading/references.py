"""The authority's reference: the right one where several numbers stand in the text.

Shapes and labels are data by family of authority; a candidate is weighed by its label, its shape and the
words before it, so that an earlier case that is merely mentioned does not win.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.beginnings import Begun, places
from requests_app.core.reading.dates import day_at
from requests_app.core.reading.families import alternatives, spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import Finding
from requests_app.core.reading.reference_families import (
    EARLIER,
    ELSEWHERE,
    IN_SHAPES,
    LABELS,
    SHAPES,
    TITLES,
    UNLABELLED,
    VALUES,
)

_LEAST = 0.45  # a candidate that weighs less is somebody else's number
_BEFORE = 60  # characters before a number that say whose it is
_SHAPE = re.compile(
    r"(?<![\w./-])(?:" + "|".join(f"(?:{spaced(row.pattern)})" for row in SHAPES) + r")(?!\w|[/_-]\d)",
    re.IGNORECASE,
)
_T_NUMBER = re.compile(r"t\d{4,5}/")
_LONGEST_LEAD = 10  # characters of a reference before the letters that every shape has, and one more
_VALUES = tuple(re.compile(spaced(row.pattern), re.IGNORECASE) for row in (*SHAPES, *VALUES))
# What may stand between a label and its number: a colon, a bar, a bracket, an end of line.
_SEPARATOR = r"(?:\s+(?:is|was)\b)?[\s:;#.|(\[-]{1,60}(?:(?:FOIA?|EIR)(?::\s*|\s+(?:request|case|review)\s+(?:no\.?|number)?\s*))?"
_LABELS = tuple(
    (weight, Begun(Folded(rf"(?<![\w@])(?:{spaced(row.pattern)}){_SEPARATOR}"), begins))
    for weight, row, begins in LABELS
)
_UNLABELLED = re.compile(
    rf"^[ \t|]*(?:{alternatives(UNLABELLED).pattern})[\s:;#.|(\[-]{{1,6}}", re.IGNORECASE | re.MULTILINE
)
_TITLE = alternatives(TITLES).pattern
_TITLES = re.compile(
    rf"^\s*(?P<first>\d{{3,5}}[A-Z]?/\d{{2}})(?=\s)|(?:[(\[](?P<bracket>{_TITLE})[)\]]|\s-\s?(?P<dash>{_TITLE})|\s(?P<bare>\d{{3,5}}[A-Z]?_\d{{2}}))\s*$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^\(?(\d{2,5}[A-Z]?[/_]\d{2})\)?$")  # at the foot of a disclosure page
_ELSEWHERE = re.compile(
    rf"(?<!\w)(?:(?:{alternatives(ELSEWHERE).pattern})|(?:{alternatives(EARLIER).pattern})(?:[^\w.;\n]+\w+){{0,4}})[^\w.;]*$",
    re.IGNORECASE,
)
_YOURS = re.compile(r"\byour\W{1,3}(?:ref(?:erence)?\W{0,3}(?:no|number)?\W{0,9})?$", re.IGNORECASE)
_AFTER = re.compile(r"\s*(?:refers|regarding|concerning|\(?(?:previous|earlier))\b", re.IGNORECASE)
_ADDRESS = re.compile(r"@|https?:|www\.|#\d|^\W*request-\d+-\w", re.IGNORECASE)
_LEFT, _RIGHT = re.compile(r"\S{0,120}$"), re.compile(r"\S{0,120}")
_NAVIGATION = re.compile(r"\W*(?:previous|next|related|see also)\b", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)(\d{2})[/_-](?:19|20)?(\d{2})")
# Years and Acts, numbers of regulators and courts, and what else only looks like a reference.
_NO_REFERENCE = re.compile(
    r"(?:19[5-9]|20[0-4])\d|(?:FOI|FOIA|FOISA|EIRs?|DPA)[ -]?(?:1998|2000|2002|2004|2005|2018)|F[SE]R?\d{7,8}|IC-\d.*|EA[/-]20.*|UKUT.*"
    r"|SAR\W?\d+|\d{1,2}[/.-](?:0?\d|1[0-2])[/.-]\d{2,4}|\d{1,3}(?:,\d{3})+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A number, how much it weighs, and how much less where the requester's words hold it."""

    start: int
    end: int
    weight: float
    asked: float = 0.5


def find_reference(
    source: Source, lines: Sequence[Line], quoted: Sequence[tuple[int, int]]
) -> Finding | None:
    """The reference with its place, or ``None``. ``quoted`` are the spans of the questions, whose numbers are
    the requester's and seldom the authority's.
    """
    candidates = [
        replace(one, weight=one.weight - one.asked) if _within(one, quoted) else one
        for one in _candidates(source, lines)
    ]
    candidates = [one for one in candidates if one.weight >= _LEAST and not _in_address(source.text, one)]
    if not candidates:
        return None
    best = max(candidates, key=lambda one: (round(one.weight, 2), -one.start))
    best = replace(best, end=max(one.end for one in candidates if one.start == best.start))
    chosen = _twin(source, candidates, best)
    return Finding(
        "reference",
        source.printed(chosen.start, chosen.end),
        chosen.start,
        chosen.end,
        round(min(best.weight, 0.99), 2),
    )


def _candidates(source: Source, lines: Sequence[Line]) -> Iterator[_Candidate]:
    yield from _labelled(source)
    yield from _unlabelled(source)
    yield from _shaped(source)
    yield from _titles(source, lines)


def _within(one: _Candidate, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= one.start < end for start, end in spans)


def _in_address(text: str, one: _Candidate) -> bool:
    """Whether the number is a part of an address of mail or of the web, or of a case on a site for requests."""
    left = _LEFT.search(text, max(0, one.start - 120), one.start)
    right = _RIGHT.match(text, one.end)
    token = (left[0] if left else "") + text[one.start : one.end] + (right[0] if right else "")
    return _ADDRESS.search(token) is not None


def _twin(source: Source, candidates: Sequence[_Candidate], best: _Candidate) -> _Candidate:
    """The same number may be printed twice, with FOI and with FOIA before it, with the clerk's initials and without:
    the first printing without initials is the reference, letters before it where the best has them.
    """

    def text(one: _Candidate) -> str:
        return source.text[one.start : one.end]

    digits = re.sub(r"\D", "", text(best))
    twins = [
        one
        for one in candidates
        if one.weight > 0.5
        and re.sub(r"\D", "", text(one)) == digits
        and text(one)[0].isalpha() == text(best)[0].isalpha()
    ]
    plain = [one for one in twins if not re.search(r"\d/[A-Z]{2,3}$", text(one))]
    return min(plain or twins, key=lambda one: one.start, default=best)


def _labelled(source: Source) -> Iterator[_Candidate]:
    """Numbers behind a label."""
    for weight, pattern in _LABELS:
        for label in pattern.finditer(source.text, source.low):
            end = _value(source.text, label.end(), digits=2 if weight > 0.75 else 3)
            if end is None:
                continue
            own = label[0][:3].lower() in ("our", "my ")
            yours = label[0][:3].lower() == "ref"  # "your reference", and not "your request, number ..."
            foreign = not own and _foreign(source.text, label.start(), yours=yours)
            less = 0.5 if foreign else 0.0
            shaped = 0.1 if _SHAPE.fullmatch(source.text, label.end(), end) else 0.0
            yield _Candidate(label.end(), end, weight + shaped - less, 0.3 if weight > 0.7 else 0.5)


def _foreign(text: str, position: int, *, yours: bool = True) -> bool:
    """Whether the words before a place make the number there somebody else's or an earlier case's."""
    before = text[max(0, position - _BEFORE) : position]
    return (yours and _YOURS.search(before) is not None) or _ELSEWHERE.search(before) is not None


def _value(text: str, position: int, *, digits: int) -> int | None:
    """Where the number that begins at a place ends, or ``None`` when none does."""
    ends = [match.end() for pattern in _VALUES if (match := pattern.match(text, position))]
    if not ends:
        return None
    end = max(ends)
    value = text[position:end]
    follows = text[end : end + 1]
    if sum(character.isdigit() for character in value) < digits or follows.isalnum() or follows == "@":
        return None
    return None if _is_other(value) or day_at(text, position) else end


def _is_other(value: str) -> bool:
    years = _YEARS.fullmatch(value)
    return _NO_REFERENCE.fullmatch(value) is not None or (
        years is not None and (int(years[1]) + 1) % 100 == int(years[2])
    )


def _unlabelled(source: Source) -> Iterator[_Candidate]:
    """Numbers that end a line which says no more than what they number: "Request 101000190178"."""
    for label in _UNLABELLED.finditer(source.text):
        end = _value(source.text, label.end(), digits=4)
        if end is None or not re.match(r"[)\]]?[ \t]*(?:[-,;:|.]|\r?\n|$)", source.text[end : end + 20]):
            continue
        weight = 0.85 if _SHAPE.fullmatch(source.text, label.end(), end) else 0.7
        less = 0.4 if _foreign(source.text, label.start()) else 0.0
        yield _Candidate(label.end(), end, weight - less)


def _shapes(text: str, low: str) -> Iterator[re.Match[str]]:
    """What has a shape of a reference: looked for where letters or figures stand that every shape has, from the
    beginning of their word on.
    """
    begins = set()
    for at in (*places(low, IN_SHAPES, 0, len(low)), *(match.start() for match in _T_NUMBER.finditer(low))):
        begin = at
        while begin and at - begin < _LONGEST_LEAD and (low[begin - 1].isalnum() or low[begin - 1] in "_./-"):
            begin -= 1
        begins.add(begin)
    after = 0
    for begin in sorted(begins):
        match = _SHAPE.match(text, begin) if begin >= after else None
        if match is not None:
            yield match
            after = match.end()


def _shaped(source: Source) -> Iterator[_Candidate]:
    """Numbers of a shape that is a reference wherever it stands."""
    for match in _shapes(source.text, source.low):
        if _is_other(match[0]):
            continue
        weight = 0.7 if match.start() < 1500 else 0.6
        if _foreign(source.text, match.start()) or _AFTER.match(source.text, match.end()):
            weight -= 0.4
        yield _Candidate(match.start(), match.end(), weight)


def _titles(source: Source, lines: Sequence[Line]) -> Iterator[_Candidate]:
    """Numbers that end a title, and a number alone at the foot of a page."""
    for line in lines[-6:]:
        alone = _ALONE.match(line.body)
        if alone and not _is_other(alone[1]):
            yield _Candidate(line.at + alone.start(1), line.at + alone.end(1), 0.55)
    for line in lines[:12]:
        match = _TITLES.search(line.text) if len(line.text) < 200 else None
        if match is None or _NAVIGATION.match(line.text):
            continue
        group = next(name for name in ("first", "bracket", "dash", "bare") if match[name])
        if not _is_other(match[group]) and not _ELSEWHERE.search(line.text[: match.start()]):
            yield _Candidate(line.start + match.start(group), line.start + match.end(group), 0.8)
