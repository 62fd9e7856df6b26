"""The authority's reference: the right one where several numbers stand in the text.

Shapes and labels are data by family of authority; a candidate is weighed by its label, its shape and the
words before it, so that an earlier case that is merely mentioned does not win.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.families import Pattern, spaced
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.records import Finding

# Shapes that are a reference wherever they stand, most particular first.
SHAPES = (
    Pattern("Met page, 2022-", r"\d{2}\.FOI\.\d{2}\.\d{6}"),
    Pattern("Met and Humberside, inside texts", r"\d{2}/FOI/\d{2}/\d{6}(?:/[A-Z])?"),
    Pattern("Police Scotland", r"IM-FOI-\d{4}-\d{3,5}"),
    Pattern("gov.scot", r"FOI/(?:\d{2}/\d{5}|20\d{10})"),
    Pattern("PSNI", r"F-\d{4}-\d{5}|F-\d{6}|FOI/\d{5,8}"),
    Pattern("Welsh Government", r"ATISN \d{4,5}"),
    Pattern("TfL", r"FOI-\d{4}-\d{4}(?:/[A-Z]{2})?"),
    Pattern("ONS", r"FOI[/-]20\d{2}[/-]\d{3,6}"),
    Pattern(
        "HMRC, DfE, Home Office", r"FOI20\d{2}/\d{4,6}|20\d{2}[/-]00\d{5}|T\d{4,5}/\d{2}|IR\.\d{2}\.\d{1,4}"
    ),
    Pattern("councils", r"(?:FOIA?|EIR|LBH|RFI|IR|EIRA?) ?/ ?\d{2,8}(?: ?/ ?\d{2,8})?"),
    Pattern("police letters", r"(?:FOIA?|EIR)[ -]\d{2,5}[A-Z]?[-/]\d{2,4}|FOI[_-]\d{2}[_-]\d{2,4}"),
    Pattern("NHS, councils", r"FOIA? ?\d{4,8}|FOIA?-\d{3,8}"),
)
# Shapes that are a reference only behind a label or in a title: too like other numbers.
WEAK = (
    Pattern("Met, 2010-2018; HSE; Moray", r"20\d{11}|20\d{7}|\d{12}"),
    Pattern("West Midlands, Northumbria, Avon and Somerset", r"\d{2,5}[A-Z]?[/_]\d{2,4}"),
    Pattern("Cleveland, Warwickshire", r"\d{2,5} ?- ?\d{2,4}"),
    Pattern("Durham, CPS, councils", r"\d{4,8}"),
    Pattern("any", r"[A-Z]{1,6}[ /._-]{0,3}\d{2,8}(?:[/._-]\d{1,8}){0,3}(?:/[A-Z]{1,3})?"),
)
LABELS = (
    Pattern("any", r"(?:Our|My|TfL|ONS|Trust|Council) (?:Ref(?:erence)?)(?: (?:No|Number))?\.?[ :-]*"),
    Pattern("Met", r"request reference (?:no|number)\.?[ :-]*"),
    Pattern(
        "any",
        r"(?:FOI|FOIA|EIR|Enquiry|Case|Request|Freedom of Information|Unique|Internal)(?: (?:Act|Request))?(?: 2000)? (?:ref(?:erence)?|ID|number|No)\b\.?(?: (?:no|number|ID))?\.?[ :-]*",
    ),
    Pattern("PSNI, NHS", r"(?:Request|Freedom of Information(?: Act)?(?: 2000)? request)[ :-]*[:-] *"),
    Pattern(
        "Moray",
        r"(?:Freedom of|Environmental) Information(?: Act| Regulations)?(?: 20\d\d)? request[ :-]+(?=\d{5,12}\b)",
    ),
    Pattern("Sheffield", r"Reference [:-]\s*"),
    Pattern("any", r"\bRef(?:erence)?(?: (?:no|number))?\.?[ :-]*[:-] *"),
    Pattern("any", r"(?:quote|quoting) (?:the )?(?:above )?reference(?: number)?[ :-]*"),
    Pattern(
        "Welsh Government, police letters",
        r"(?:Request for Information|INFORMATION (?:ACT )?REQUEST)[^\n]{0,12}?[ :-]+",
    ),
)
# Words before a number that make it somebody else's, or an earlier case's.
ELSEWHERE = re.compile(
    r"(?:your\s+ref(?:erence)?\.?(?:\s+(?:no|number))?[\s:.-]*|further\s+to(?:\s+case\s+reference)?\s*|relating\s+to\s+(?:FOI\s*)?|regarding\s+(?:FOI\s*)?|(?:on|about|see)\s+(?:an?\s+)?(?:earlier\s+)?FOI\s*"
    r"|previous(?:ly)?\s+(?:\w+\s+){0,4}|earlier\s+(?:\w+\s+){0,3}|as\s+per\s+(?:\w+\s+){0,4}|follow[\s-]*up\s+to\s*|complaint\s+(?:\w+\s+){0,2}|(?:ICO|Commissioner)(?:'s)?\s+(?:\w+\s+){0,3}|refers?\s+to\s+|SAR/?\s*|Statutory\s+Instrument\s*|SI\s*|S\.I\.\s*|section\s*)$",
    re.IGNORECASE,
)
AFTER = re.compile(r"\s*(?:refers|regarding|concerning|\(?(?:previous|earlier))\b", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?<![\w./-])(?:" + "|".join(spaced(row.pattern) for row in SHAPES) + r")(?!\w|[/_-]\d)", re.IGNORECASE
)
_ANY_SHAPE = re.compile("|".join(spaced(row.pattern) for row in (*SHAPES, *WEAK)))
_LABEL = re.compile(r"(?<![\w])(?:" + "|".join(spaced(row.pattern) for row in LABELS) + ")", re.IGNORECASE)
_TITLE_END = re.compile(
    r"(?:\((?P<bracket>\d{2,5}[A-Z]?[/_]\d{2})\)|\s-\s(?P<dash>\d{2,5}[A-Z]?[/_]\d{2,4}))\s*$"
)
_ALONE = re.compile(r"^\d{2,5}[A-Z]?[/_]\d{2}$")  # at the foot of a disclosure page
_DATE_LIKE = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|^(?:19|20)\d{2}[/-]\d{2}$")


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    weight: float


def find_reference(
    source: Source, lines: Sequence[Line], quoted: Sequence[tuple[int, int]]
) -> Finding | None:
    """The reference with its place, or ``None``. ``quoted`` are the spans of the questions, whose numbers are
    the requester's and seldom the authority's.
    """
    candidates = [*_labelled(source), *_shaped(source), *_titles(source, lines)]
    candidates = [
        _Candidate(c.start, c.end, c.weight - 0.5)
        if any(start <= c.start < end for start, end in quoted)
        else c
        for c in candidates
    ]
    candidates = [c for c in candidates if c.weight >= 0.45]
    if not candidates:
        return None
    best = max(candidates, key=lambda c: (round(c.weight, 2), -c.start))
    digits = re.sub(r"\D", "", source.text[best.start : best.end])
    # The same number printed twice, with FOI and with FOIA before it: the first printing is the reference.
    twins = [
        c for c in candidates if re.sub(r"\D", "", source.text[c.start : c.end]) == digits and c.weight > 0.5
    ]
    first = min(twins, key=lambda c: c.start, default=best)
    if source.text[best.start].isalpha() and not source.text[first.start].isalpha():
        first = best
    return Finding(
        "reference",
        source.printed(first.start, first.end),
        first.start,
        first.end,
        round(min(best.weight, 0.99), 2),
    )


def _labelled(source: Source) -> list[_Candidate]:
    out = []
    for label in _LABEL.finditer(source.text):
        value = _ANY_SHAPE.match(source.text, label.end())
        if value is None or not re.search(r"\d{2}", value[0]) or _DATE_LIKE.match(value[0]):
            continue
        follows = source.text[value.end() : value.end() + 1]
        if follows.isalnum():
            continue
        weight = 0.9 if _SHAPE.fullmatch(value[0]) else 0.75
        if ELSEWHERE.search(source.text[max(0, label.start() - 40) : label.end()]) and not label[
            0
        ].lower().startswith(("our", "my")):
            weight -= 0.5
        out.append(_Candidate(value.start(), value.end(), weight))
    return out


def _shaped(source: Source) -> list[_Candidate]:
    out = []
    for match in _SHAPE.finditer(source.text):
        before = source.text[max(0, match.start() - 50) : match.start()]
        weight = 0.7 if match.start() < 1500 else 0.6
        if ELSEWHERE.search(before) or AFTER.match(source.text, match.end()):
            weight -= 0.4
        out.append(_Candidate(match.start(), match.end(), weight))
    return out


def _titles(source: Source, lines: Sequence[Line]) -> list[_Candidate]:
    foot = [line for line in lines[-6:] if _ALONE.match(line.body)]
    out = [_Candidate(line.at, line.at + len(line.body), 0.55) for line in foot]
    for line in lines[:12]:
        match = _TITLE_END.search(line.text) if len(line.text) < 200 else None
        if match:
            group = "bracket" if match["bracket"] else "dash"
            out.append(_Candidate(line.start + match.start(group), line.start + match.end(group), 0.8))
    return out
