"""A refusal with everything it is held against: its sentences, its grounds, the law, and the points as they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from requests_app.core.cost_limits import CostLimit
from requests_app.core.exemptions import Exemption, find
from requests_app.core.reading.correspondence import clean, is_sign_off
from requests_app.core.reading.grounds import as_findings, find_grounds
from requests_app.core.reading.lines import Source, lines_of, source_of
from requests_app.core.reading.notice_law import NoticeLaw
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.reading.passages import Passage, passages_of
from requests_app.core.reading.records import ReplyReading
from requests_app.core.states import AuthorityKind, Decision, Outcome, Regime

_ENVIRONMENTAL = (Regime.EIR, Regime.EISR)
NEAR = 6  # sentences after a ground in which it is explained
_EXCEPTION = re.compile(r"(?:12|10)\s*\(\s*[456]\s*\)|1[13]\b|6\s*\(")  # as the Regulations number theirs
_NUMBER = re.compile(r"(\d{1,2}[A-Za-z]?)")
_STEPS = re.compile(r"\(\s*(\w{1,4})\s*\)")


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground relied on, as printed, with what the table of exemptions says of it and where it is named first."""

    printed: str
    number: str
    steps: tuple[str, ...]
    exemption: Exemption | None
    start: int | None
    end: int | None
    is_regulation: bool

    @property
    def name(self) -> str:
        """How a letter names it."""
        bare = re.sub(r"^\s*(?:regulation|reg\.?)\s*", "", self.printed, flags=re.IGNORECASE)
        return f"regulation {bare}" if self.is_regulation else f"section {bare}"


@dataclass(slots=True)
class Case:
    """What the checks look at, and the points they make."""

    reading: ReplyReading
    source: Source
    passages: Sequence[Passage]
    law: NoticeLaw
    authority_kind: AuthorityKind
    exemptions: tuple[Exemption, ...]
    cost_limits: Sequence[CostLimit]
    issued_on: date | None
    due_on: date | None
    given_before: bool
    is_whole: bool
    grounds: Sequence[Ground] = ()
    points: list[NoticePoint] = field(default_factory=list)

    @property
    def denies(self) -> bool:
        """Whether it will neither confirm nor deny."""
        outcomes = {answer.outcome for answer in self.reading.answers}
        return (
            self.reading.decision is Decision.NCND
            or Outcome.NCND in outcomes
            or self.saying(DENIAL) is not None
        )

    def saying(self, pattern: re.Pattern[str], passages: Sequence[Passage] | None = None) -> Passage | None:
        """The first sentence that a pattern is met in."""
        among = self.passages if passages is None else passages
        return next((passage for passage in among if pattern.search(passage.text)), None)

    def near(self, ground: Ground) -> list[Passage]:
        """The sentences that name a ground, and those that follow them."""
        out: dict[int, Passage] = {}
        for place, passage in enumerate(self.passages):
            if names(passage.text, ground):
                out.update({each.start: each for each in self.passages[place : place + NEAR]})
        return list(out.values())

    def add(
        self,
        key: str,
        status: NoticeStatus,
        what: str,
        sentence: str,
        section: str,
        *,
        ground: Ground | None = None,
        at: Passage | tuple[int, int] | None = None,
        doubt: str = "",
        source: str = "",
    ) -> None:
        """Make a point. ``at`` is where the reply says it; the law's own doubt is shown with every point.

        Of a text that may be a piece of the letter, such as a page of a disclosure log, nothing is said to be missing.
        """
        if status is NoticeStatus.MISSING and not self.is_whole:
            status, doubt = NoticeStatus.UNCLEAR, f"{NOT_WHOLE} {doubt}".strip()
        start, end = (at.start, at.end) if isinstance(at, Passage) else at or (None, None)
        text = self.source.printed(start, end)[:400] if start is not None and end is not None else ""
        self.points.append(
            NoticePoint(
                key=key,
                status=status,
                what=what,
                sentence=sentence,
                section=section,
                source=source or self.law.source,
                ground=ground.printed if ground else "",
                doubt=" ".join(dict.fromkeys(each for each in (self.law.doubt, doubt) if each)),
                text=text,
                start=start,
                end=end,
            )
        )


NOT_WHOLE = "The text may not be the whole letter: what is missing here may stand in the rest of it."
DENIAL = re.compile(
    r"neither\s+(?:be\s+)?confirm(?:ed|s|ing)?\s+(?:n?or)\s+den|\bNCND\b|(?:exempt|exclud\w+|relieved)\s+from\s+(?:the\s+)?duty\s+to\s+confirm",
    re.IGNORECASE,
)


def letter_of(reading: ReplyReading, text: str) -> tuple[Source, list[Passage], bool]:
    """The sentences that are the authority's, not those of the request it quotes or of other letters; and whether they
    look like a whole letter: signed, or begun with a salutation and ended with a sentence.
    """
    source = source_of(text)
    lines, _ = clean(lines_of(source))
    apart = [
        (each.start, each.end)
        for each in reading.findings
        if each.what in {"quoted", "other letter", "question", "part", "clarification"}
    ]
    own = [line for line in lines if not any(start <= line.at < end for start, end in apart)]
    passages = passages_of(source, own)
    signed = any(is_sign_off(line) for line in own)
    begun = any(line.body.lower().startswith("dear ") for line in own)
    ended = bool(passages) and passages[-1].text.endswith((".", "?", "!", ")", '"'))
    return source, passages, signed or (begun and ended)


_FOR_COST = re.compile(r"\bexceed|appropriate\s+limit|cost\s+limit|\b(?:18|24)\s+hours\b", re.IGNORECASE)


def grounds_of(
    reading: ReplyReading, regime: Regime, exemptions: tuple[Exemption, ...], source: Source
) -> Iterator[Ground]:
    """The grounds as printed, each once; a regulation is looked up among the Regulations, whatever Act was asked under."""
    if not reading.exemptions:
        reading = _with_grounds(reading, source)
    places = {
        each.text: (each.start, each.end) for each in reversed(reading.findings) if each.what == "exemption"
    }
    for printed in reading.exemptions:
        is_regulation = printed.lower().startswith("reg") or (
            regime in _ENVIRONMENTAL and _EXCEPTION.match(printed.strip()) is not None
        )
        number = _NUMBER.search(printed)
        if number is None:
            continue
        start, end = places.get(printed, (None, None))
        yield Ground(
            printed=printed,
            number=number[1].upper(),
            steps=tuple(step.lower() for step in _STEPS.findall(printed)),
            exemption=_looked_up(exemptions, regime, printed, is_regulation=is_regulation),
            start=start,
            end=end,
            is_regulation=is_regulation,
        )


def _with_grounds(reading: ReplyReading, source: Source) -> ReplyReading:
    """What was read without its grounds, as from a short letter taken for a request, with those it relies on."""
    lines, _ = clean(lines_of(source))
    found = find_grounds(source, lines, cost=_FOR_COST.search(source.text) is not None)
    return replace(
        reading,
        exemptions=tuple(ground.printed for ground in found),
        findings=(*reading.findings, *as_findings(found)),
    )


def _looked_up(
    exemptions: tuple[Exemption, ...], regime: Regime, printed: str, *, is_regulation: bool
) -> Exemption | None:
    if not is_regulation:
        return find(exemptions, regime, printed)
    if regime in {Regime.EISR, Regime.FOISA}:
        return find(exemptions, Regime.EIR, in_english_numbers(printed))
    return find(exemptions, Regime.EIR, printed)


def in_english_numbers(printed: str) -> str:
    """An exception of the EI(S)R as the EIR number it: regulation 10(4) and (5) are 12(4) and (5), 11 is 13."""
    return re.sub(
        r"\b(10(?=\s*\(\s*[45]\s*\))|11\b)", lambda m: {"10": "12", "11": "13"}[m[1]], printed, count=1
    )


def names(text: str, ground: Ground) -> bool:
    """Whether a sentence names the ground's section or regulation."""
    return (
        re.search(
            rf"(?:sections?|s\.?|ss\.?|regulations?|reg\.?|exemptions?|exceptions?|and|,|&)\s*{ground.number}\b(?!\s*(?:working|days|hours|,?\d))",
            text,
            re.IGNORECASE,
        )
        is not None
    )
