"""The grounds a reply relies on, apart from sections it merely mentions.

A section counts when a word of reliance stands with it (exempt, withheld, refused, redacted, applies, by virtue
of) or when it heads a reason. The right of access, advice, notices and complaints (FOIA sections 1, 8 to 11, 16,
17, 45 and 50; FOISA sections 1, 15 to 21 and 47) are never grounds, and neither are sections of other Acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from requests_app.core.reading.ground_families import (
    ASKING,
    ASSERTED,
    CONDITIONAL,
    ENVIRONMENTAL,
    ESTIMATE,
    EXCEEDS,
    FOIA_GROUNDS,
    FOISA_GROUNDS,
    GENERAL,
    NEGATED_AFTER,
    NEGATED_BEFORE,
    NOT_HELD,
    NOUN,
    QUOTED,
    RELIANCE,
    SCOTTISH,
    WITHIN_HOURS,
    is_explanation,
    is_regulation_ground,
    names_another_act,
)
from requests_app.core.reading.lines import Line, Source, lower, squeeze
from requests_app.core.reading.memory import kept
from requests_app.core.reading.records import Finding

_SUB = r"\(\s?(?:\d{1,2}[A-Z]{0,2}|[a-z]{1,2}|[ivx]{1,4})\s?\)"
_SUBS = rf"(?:\s?{_SUB})*(?:(?<=\))[a-h]\b)?(?:\s?(?:,\s?and|,|&|and|or|to|-)\s?(?:{_SUB}\s?)*{_SUB})*"
_NUMBER = rf"\d{{1,2}}[A-Z]?(?!\d){_SUBS}"
_TITLE = r"(?:\s*\((?!\w{1,4}\))[A-Za-z][^()\n]{2,90}\))?"  # "(commercial interests)" after a section
_JOINED = r"(?:\s*(?:,\s*and|,|;|&|and|or|to)\s*(?:also\s+)?(?:sections?\s|s\.?|regulations?\s|regs?\.?\s?|r\.?)?\s?"
_CITE = re.compile(
    r"\b(?P<kind>sections?(?:\(s\))?|sec\.?\s|s\.\s?|ss\.\s?|(?<!')s(?=\s?\d)|regulations?|regs?\.?\s?|r\.?\s?(?=1[0-3]\()|r\.(?=13\b)|exceptions?\s+(?:at\s+|under\s+|in\s+)?"
    r"|(?:exempt\w*|withheld|refused|redacted)\s+(?:from\s+disclosure\s+)?(?:under|by|as\s+per|by\s+virtue\s+of)\s+(?=\d{2}\s?\()|by\s+virtue\s+of\s+(?=\d{2}\s?\()|FOI\w{0,2}\s+(?=\d{2}\s?\()"
    rf"|exemptions?(?:\s+(?:at|under|in|applied|used|number|no\.?))?:?\s+)\s*(?P<first>{_NUMBER}){_TITLE}(?P<more>{_JOINED}{_NUMBER}{_TITLE})*)",
    re.IGNORECASE,
)
# The letters with which a citation begins, in lower case.
_MAY_CITE = re.compile(r"s(?:ec|s?\.|\s?\d)|r(?:eg|\.|\s?1)|exc|exem|withheld|refus|redact|by\s|foi")
_DIGIT = re.compile(r"\d")
_EACH = re.compile(rf"(?<![\d\u00a3(])(?<!\d[.,]){_NUMBER}", re.IGNORECASE)
# What follows a number that is one more section, and no count of things: "sections 21 and 22 apply".
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:)&(-]|(?:and|or|to|of\s+the\s+(?:Act|FOI\w*|Freedom|Environmental|EIRs?)|of\s+(?:FOI\w*|EIR\w*|that|this)|(?:also\s+)?appl\w+|are|is|were|was|have|has|in|as|which|where|because|FOI\w*|EIRs?|exempt\w*|both|relate|cited|respectively)\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"^(?:(?:[-\u2022*]|\(?\w{{1,2}}[.)])\s*)?(?:section|regulation|s\.?)\s?{_NUMBER}(?:\s+and\s+{_NUMBER})?\s*(?:[-:(]\s*[A-Za-z]|(?-i:[A-Z])[a-z]{{2,}}(?!.*\b(?:Act|Order)\b))",
    re.IGNORECASE,
)
# A section that stands by itself at the end: "It is on our website: section 21."
_ALONE_BEFORE = re.compile(r"(?:^|[:(,\n-])\s*$")
_ALONE_AFTER = re.compile(r"^\)?[ \t]*(?:[.;\n]|$)")
_MOST = 1_000  # citations in one stretch of text


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground relied on, as printed, with its place."""

    printed: str
    number: int
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation with what stands around it in its stretch of text."""

    match: re.Match[str]
    text: str
    offset: int
    sentence: str
    scottish: bool
    environmental: bool

    @property
    def regulation(self) -> bool:
        """Whether a regulation is cited, and no section."""
        kind = self.match["kind"].lower()
        return kind.startswith(("r", "exception"))

    @property
    def before(self) -> str:
        """What stands before it in the same stretch."""
        return self.text[max(0, self.match.start() - 80) : self.match.start()]

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.text[self.match.end() : self.match.end() + 140]


def find_grounds(
    source: Source, lines: Sequence[Line], *, cost: bool, beside: Sequence[Line] = (), told: bool = False
) -> list[Ground]:
    """The grounds relied on in the given lines, each once, the bare section left out where a subsection of it
    is named. ``cost`` says that the reply refuses on cost: then section 12 is relied on wherever it is named.
    ``beside`` are lines that may be the requester's, or an annex: there a section counts where nobody but the
    authority would say so. ``told`` counts a section of which only the statute is told: the reply refuses, and names no other.
    """
    cost = cost or (bool(lines) and _says_too_long(source, lines[0].start, lines[-1].end))
    found = list(_found(source, lines, cost=cost, told=told))
    beyond = _found(source, beside, cost=cost, strict=True)
    return _once([*found, *beyond], scottish=_is_scottish(source))


def _found(
    source: Source, lines: Sequence[Line], *, cost: bool, strict: bool = False, told: bool = False
) -> Iterator[Ground]:
    scottish, environmental = _is_scottish(source), _is_environmental(source)
    for start, end in _stretches(source, lines):
        text = source.text[start:end]
        for match, sentence in _citations(text):
            cited = _Cited(match, text, start, sentence, scottish, environmental)
            if not strict or _asserted(cited):
                yield from _grounds(source, cited, cost=cost, told=told)


@kept
def _says_too_long(source: Source, start: int, end: int) -> bool:
    """Whether an estimate of hours is said to exceed a limit, or the work to be more than the limit's hours."""
    if source.low.find("hours", start, end) < 0:
        return False
    within = (source.text, source.low, start, end)
    over = ESTIMATE.search(*within) is not None and EXCEEDS.search(*within) is not None
    return over or WITHIN_HOURS.search(*within) is not None


@kept
def _citations(text: str) -> tuple[tuple[re.Match[str], str], ...]:
    """The citations of a stretch, each with the sentence around it."""
    low = lower(text)
    words = (match.start() for match in _MAY_CITE.finditer(low))
    out: list[re.Match[str]] = []
    for at in words if _DIGIT.search(low) else ():
        match = _CITE.match(text, at) if not out or at >= out[-1].end() else None
        if match is not None:
            out.append(match)
    return tuple((match, _sentence_around(text, *match.span())) for match in out[:_MOST])


@kept
def _is_scottish(source: Source) -> bool:
    return SCOTTISH.search(source.text, source.low) is not None


@kept
def _is_environmental(source: Source) -> bool:
    return ENVIRONMENTAL.search(source.text, source.low) is not None


def _asserted(cited: _Cited) -> bool:
    """Whether only the authority would say it."""
    if cited.text[cited.match.end() :].lstrip(" )")[:1] == "?" or ASKING.search(cited.sentence):
        return False
    line = _line_around(cited.text, cited.match.start())
    return ASSERTED.search(cited.sentence) is not None or _HEADING.match(line) is not None


def _stretches(source: Source, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring lines, so that a sentence may wrap and a heading keeps its own line."""
    start = end = -1
    for line in lines:
        if start >= 0 and (line.gap or line.start - end > 4):
            yield start, end
            start = -1
        if start < 0:
            start = line.start
        end = line.end
    if start >= 0:
        yield start, end


def _grounds(source: Source, cited: _Cited, *, cost: bool, told: bool) -> Iterator[Ground]:
    if _only_mentioned(cited) or (not told and QUOTED.search(cited.sentence)):
        return
    heading = _HEADING.match(_line_around(cited.text, cited.match.start())) is not None
    relied = heading or _relied(cited)
    for each in _sections(cited):
        number = int(re.match(r"\d+", each[0])[0])  # type: ignore[index]
        if not _may_be_ground(number, each[0], cited):
            continue
        limit = number == 12 and not cited.regulation
        if _limit_relied(cited, relied=relied, cost=cost) if limit else relied:
            start, end = cited.offset + each.start(), cited.offset + each.start() + len(each[0].rstrip())
            printed = squeeze(source.plain[start:end])
            name = f"Regulation {printed}" if cited.regulation else printed
            yield Ground(name, number, start, end, 0.9 if heading else 0.8)


def _only_mentioned(cited: _Cited) -> bool:
    """Whether the citation is of another Act, of an instrument named after its section, or said not to apply."""
    return (
        names_another_act(cited.before, cited.after)
        or NOUN.match(cited.after) is not None
        or NEGATED_AFTER.match(cited.after) is not None
        or NEGATED_BEFORE.search(cited.before) is not None
    )


def _relied(cited: _Cited) -> bool:
    if _is_conditional(cited.sentence):
        return False
    if _speaks_of_reliance(cited.sentence) or (cited.regulation and NOT_HELD.search(cited.sentence)):
        return True
    return bool(_ALONE_BEFORE.search(cited.before) and _ALONE_AFTER.match(cited.after))


@kept
def _is_conditional(sentence: str) -> bool:
    return CONDITIONAL.search(sentence, sentence.lower()) is not None


@kept
def _speaks_of_reliance(sentence: str) -> bool:
    return RELIANCE.search(sentence) is not None


def _limit_relied(cited: _Cited, *, relied: bool, cost: bool) -> bool:
    """Whether the cost limit is relied on: named where the reply refuses on cost, or said of this request."""
    if _is_conditional(cited.sentence):
        return False
    return cost or (relied and not GENERAL.search(cited.sentence))


def _sections(cited: _Cited) -> Iterator[re.Match[str]]:
    """The numbers of a citation. A bare number after the first counts where the sentence goes on about sections."""
    match = cited.match
    for each in _EACH.finditer(cited.text, match.start("first"), match.end()):
        first = each.start() == match.start("first")
        if first or "(" in each[0] or _GOES_ON.match(cited.text, each.end()):
            yield each


def _may_be_ground(number: int, printed: str, cited: _Cited) -> bool:
    if cited.regulation:
        return cited.environmental and is_regulation_ground(number, printed, scottish=cited.scottish)
    return number in (FOISA_GROUNDS if cited.scottish else FOIA_GROUNDS)


_STOP = re.compile(r"(?<![sS])[.?!;](?=\s+[A-Z\"'])|\n(?=\s*(?:section|regulation|s\.?\d)\b)", re.IGNORECASE)


def _sentence_around(text: str, start: int, end: int) -> str:
    begin = max(0, start - 400)
    cut = begin
    for stop in _STOP.finditer(text, begin, start):
        cut = stop.end()
    following = _STOP.search(text, end, min(len(text), end + 300))
    return text[cut : following.start() if following else min(len(text), end + 300)]


def _line_around(text: str, at: int) -> str:
    begin = text.rfind("\n", 0, at) + 1
    stop = text.find("\n", at)
    return text[begin : stop if stop >= 0 else len(text)].strip()[:300]


def _once(grounds: Sequence[Ground], *, scottish: bool) -> list[Ground]:
    out: dict[str, Ground] = {}
    for ground in grounds:
        out.setdefault(re.sub(r"\s", "", ground.printed).lower(), ground)
    keys = list(out)
    return [
        out[key]
        for key in keys
        if not any(other != key and other.startswith(key + "(") for other in keys)
        and not is_explanation(key, keys, scottish=scottish)
    ]


def as_findings(grounds: Sequence[Ground]) -> list[Finding]:
    """The grounds as findings."""
    return [
        Finding("exemption", ground.printed, ground.start, ground.end, ground.confidence)
        for ground in grounds
    ]
