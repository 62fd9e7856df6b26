"""The grounds a reply relies on, apart from sections it merely mentions.

A section counts when a word of reliance stands with it (exempt, withheld, refused, redacted, applies, by virtue
of) or when it heads a reason. The right of access, advice, notices and complaints (sections 1, 8 to 11, 16,
17, 45 and 50) are never grounds, and neither are sections of other Acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from requests_app.core.reading.lines import Line, Source, squeeze
from requests_app.core.reading.records import Finding

_SUBS = r"(?:\s?\(\s?\w{1,4}\s?\))*(?:\s?(?:&|and)\s?\(\w{1,4}\)(?:\(\w{1,4}\))*)*"
_NUMBER = rf"\d{{1,2}}[A-Z]?(?!\d){_SUBS}"
_TITLE = r"(?:\s*\((?!\w{1,4}\))[A-Za-z][^()\n]{2,90}\))?"  # "(commercial interests)" after a section
_CITE = re.compile(
    rf"\b(?P<kind>sections?|s\.\s?|ss\.\s?|s(?=\d)|regulations?|regs?\.?\s?|exemptions?\s+(?:at\s+|under\s+)?)\s*(?P<first>{_NUMBER}){_TITLE}(?P<more>(?:\s*(?:,|&|and|or|,\s*and)\s*(?:s\.?|sections?\s|regulations?\s)?{_NUMBER}{_TITLE})*)",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"(?<![\d\u00a3(]){_NUMBER}(?!\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
_RELIANCE = re.compile(
    r"\bexempt|withh[eo]ld|refus(?:e|al|ed|ing)\b|redact|except(?:ed|ion)|by\s+virtue\s+of|\bappl(?:y|ies|ied|ying)\b|engaged|rel(?:y|ies|ied|ying)\b|vexatious|neither\s+confirm|NCND|is\s+(?:therefore\s+)?relevant|not\s+obliged|(?:not|n't)\s+(?:have|required|need)\s+to|need\s+not|invok|exceed|\bused?\b|cit(?:ed|ing)\b|claim|uph[eo]ld|as\s+above|prejudic|protect",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(r"\bnot\s+(?:\w+\s+)?(?:held|hold)\b", re.IGNORECASE)  # regulation 12(4)(a)
_OTHER_ACT = re.compile(
    r"^[^.;\n]{0,12}\bof\s+the\s+(?!freedom|act\b|FOIA?\b|environmental|data\s+protection\s+act\s+\d{4}\s+exempt)(?:[A-Z][\w()']*\s+|and\s+|of\s+|\()+(?:Act|Order|Regulations)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    rf"^(?:[-\u2022*]\s*)?(?:section|regulation|s\.?)\s?{_NUMBER}(?:\s+and\s+{_NUMBER})?\s*(?:[-:]|\()\s*[A-Z]",
    re.IGNORECASE,
)
# Another Act named just before: "Children Act 1989, s.31".
_ACT_BEFORE = re.compile(
    r"(?<!Information )(?<!the )(?<!this )(?<!FOI )\bAct(?:\s+\d{4})?\)?,?\s*\(?$|\b(?:PACE|RTA|RIPA|MHA|CJA|HTMA)\b,?\s*(?:\d{4},?\s*)?$"
)
_SHORT_ACT = re.compile(
    r"^\s*(?:of\s+)?(?:the\s+)?(?:PACE|RTA|RIPA|MHA|CJA|DPA|GDPR|HTMA|LGA|(?:[A-Z][a-z]+\s+){1,4}Act)\b"
)
FOIA_GROUNDS = frozenset({12, 14, *range(21, 45)})
EIR_GROUNDS = frozenset({6, 10, 11, 12, 13})


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground relied on, as printed, with its place."""

    printed: str
    number: int
    start: int
    end: int
    confidence: float


def find_grounds(source: Source, lines: Sequence[Line], *, cost: bool) -> list[Ground]:
    """The grounds relied on in the given lines, each once, the bare section left out where a subsection of it
    is named. ``cost`` says that the reply refuses on cost: then section 12 is relied on wherever it is named.
    """
    found: list[Ground] = []
    for start, end in _stretches(source, lines):
        text = source.text[start:end]
        for match in _CITE.finditer(text):
            found.extend(_grounds(source, match, text, start, cost=cost))
    return _once(found)


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


def _grounds(source: Source, match: re.Match[str], text: str, offset: int, *, cost: bool) -> Iterator[Ground]:
    regulation = match["kind"].lower().startswith("reg")
    following = text[match.end() : match.end() + 120]
    before = text[max(0, match.start() - 60) : match.start()]
    if _OTHER_ACT.match(following) or _SHORT_ACT.match(following) or _ACT_BEFORE.search(before):
        return
    sentence = _sentence_around(text, match.start(), match.end())
    heading = _HEADING.match(_line_around(text, match.start()))
    relied = _RELIANCE.search(sentence) is not None or (regulation and _NOT_HELD.search(sentence) is not None)
    for each in _EACH.finditer(text, match.start("first"), match.end()):
        number = int(re.match(r"\d+", each[0])[0])  # type: ignore[index]
        allowed = EIR_GROUNDS if regulation else FOIA_GROUNDS
        if number not in allowed:
            continue
        fits = cost if number == 12 and not regulation else (relied or heading is not None)
        if fits:
            start, end = offset + each.start(), offset + each.end()
            printed = squeeze(source.plain[start:end])
            yield Ground(
                f"Regulation {printed}" if regulation else printed,
                number,
                start,
                end,
                0.9 if heading else 0.8,
            )


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


def _once(grounds: Sequence[Ground]) -> list[Ground]:
    out: dict[str, Ground] = {}
    for ground in grounds:
        out.setdefault(re.sub(r"\s", "", ground.printed).lower(), ground)
    keys = list(out)
    return [
        out[key] for key in keys if not any(other != key and other.startswith(key + "(") for other in keys)
    ]


def as_findings(grounds: Sequence[Ground]) -> list[Finding]:
    """The grounds as findings."""
    return [
        Finding("exemption", ground.printed, ground.start, ground.end, ground.confidence)
        for ground in grounds
    ]
