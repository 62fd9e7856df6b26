"""A draft taken apart once, so that each rule only has to look: its layout, its sentences, its questions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from requests_app.core.advice.bodies import body_named
from requests_app.core.advice.law import Cites, cites_for
from requests_app.core.advice.layout import Layout, Span, layout_of, sentences_of
from requests_app.core.advice.periods import Range, ranges_in, without_titles
from requests_app.core.advice.records import AskedAuthority, DraftRequest, Fix, Severity
from requests_app.core.cost_limits import CostLimit
from requests_app.core.reading import QuestionRead, questions_of
from requests_app.core.states import Regime

LONGEST = 60_000
"""Characters of a draft that are looked at, some twenty pages; what lies beyond is not, and a finding says so."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question as it stands in the letter. ``head`` is where its own words begin and end: after its label, before
    its parts.
    """

    label: str
    start: int
    end: int
    head: Span
    read: QuestionRead
    place: int

    @property
    def name(self) -> str:
        """The label as printed, or the place of a question that has none."""
        return self.label or str(self.place)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the body, and the question it stands in. ``low`` is its text in lower case; what stands before
    ``lead`` only leads up to it ("Please", "And also", "Costs: ...").
    """

    start: int
    end: int
    text: str
    low: str
    lead: int
    ask: Ask | None

    @property
    def is_part(self) -> bool:
        """Whether it stands among the parts of a question: a detail wanted, not the asking."""
        return self.ask is not None and self.start >= self.ask.head.end > self.ask.head.start


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found. ``why``, ``source`` and ``severity`` where they differ from the rule's own."""

    start: int
    end: int
    what: str
    fix: Fix
    question: str = ""
    why: str = ""
    source: str = ""
    severity: Severity | None = None


@dataclass(frozen=True)
class DraftText:
    """The draft as the rules see it. ``low`` is its text in lower case, for cheap looks; its offsets are not used.
    ``plain`` is the text with the years of Acts and references blanked out, ``ranges`` the periods with both ends.
    """

    given: DraftRequest
    on: date
    limits: tuple[CostLimit, ...]
    text: str
    low: str
    plain: str
    layout: Layout
    asks: tuple[Ask, ...]
    sentences: tuple[Sentence, ...]
    authority: AskedAuthority
    regime: Regime
    ranges: tuple[Range, ...]
    is_cut: bool

    @property
    def cites(self) -> Cites:
        """The sections of the law the draft falls under."""
        return cites_for(self.regime)

    @property
    def asked(self) -> list[Sentence]:
        """The sentences of questions; all sentences where no question was made out."""
        return [sentence for sentence in self.sentences if sentence.ask] or list(self.sentences)

    def has(self, *words: str) -> bool:
        """Whether one of ``words`` (in lower case) stands anywhere: a cheap look before a dear one."""
        return any(word in self.low for word in words)

    def sentences_with(self, words: Sequence[str]) -> Iterator[Sentence]:
        """The sentences that hold one of ``words`` (in lower case)."""
        known = [word for word in words if word in self.low]
        if known:
            yield from (each for each in self.sentences if any(word in each.low for word in known))

    def matches(
        self, pattern: re.Pattern[str], sentences: Sequence[Sentence] | None = None
    ) -> Iterator[tuple[Sentence, re.Match[str]]]:
        """The first place of ``pattern`` in each sentence; offsets of the match are those of the letter."""
        for sentence in self.sentences if sentences is None else sentences:
            match = pattern.search(self.text, sentence.start, sentence.end)
            if match is not None:
                yield sentence, match

    def question_at(self, at: int) -> str:
        """The name of the question that stands at ``at``, or nothing."""
        ask = _at(self.asks, [ask.start for ask in self.asks], at)
        return ask.name if ask else ""


Finder = Callable[[DraftText], Iterator[Hit]]


def read_draft(given: DraftRequest, *, on: date, limits: Sequence[CostLimit]) -> DraftText:
    """Take a draft apart. Any text can be."""
    text = given.letter[:LONGEST]
    layout = layout_of(text)
    read = questions_of(text) if given.questions is None else given.questions
    asks = tuple(_asks(text, layout, read))
    spans = sentences_of(layout.lines, text, layout.body_start, layout.body_end)
    starts = [ask.start for ask in asks]
    sentences = tuple(
        sentence_of(span.start, span.end, span.text, _at(asks, starts, span.start))
        for span in spans
        if not any(block.start <= span.start < block.end for block in layout.chrome)
    )
    authority = _authority(given.authority, layout)
    return DraftText(
        given=given,
        on=on,
        limits=tuple(limits),
        text=text,
        low=text.lower(),
        plain=without_titles(text),
        layout=layout,
        asks=asks,
        sentences=sentences,
        authority=authority,
        regime=given.regime or authority.regime or Regime.FOIA,
        ranges=tuple(ranges_in(text)),
        is_cut=len(given.letter) > LONGEST,
    )


_LEAD = re.compile(
    r"(?:[A-Z][\w&,/'’ -]{2,50}:\s+)?(?:(?:and|also|but|so|then|now|finally|lastly|further(?:more)?|in\s+addition|please|kindly|secondly|thirdly)\b[\s,]*){0,3}",
    re.IGNORECASE,
)


def sentence_of(start: int, end: int, text: str, ask: Ask | None) -> Sentence:
    """A sentence with what rules need to look at it quickly."""
    lead = _LEAD.match(text)
    return Sentence(start, end, text, text.lower(), lead.end() if lead else 0, ask)


def _asks(text: str, layout: Layout, read: Sequence[QuestionRead]) -> Iterator[Ask]:
    place = 0
    for question in read:
        start, end = question.start, question.end
        if start is None or end is None or not 0 <= start < end <= len(text):
            continue
        if start >= layout.body_end and layout.closing is not None:
            continue
        place += 1
        yield Ask(question.label, start, end, _head(text, question, start, end), question, place)


def _head(text: str, question: QuestionRead, start: int, end: int) -> Span:
    begin = start
    if question.label:
        at = text.find(question.label, start, min(end, start + len(question.label) + 12))
        begin = at + len(question.label) if at >= 0 else start
        while begin < end and (text[begin].isspace() or text[begin] in ".):/-–"):
            begin += 1
    stops = [part.start for part in question.parts if part.start is not None and begin < part.start < end]
    stop = min(stops, default=end)
    if stop < end:
        first = next(part for part in question.parts if part.start == stop)
        bare = text[begin:stop].rstrip()
        # A part's own label stands before the place where its words begin, or at it.
        if first.label and bare.endswith(first.label):
            bare = bare[: -len(first.label)].rstrip()
        stop = begin + len(bare)
    return Span(begin, max(begin, stop), text[begin : max(begin, stop)])


def _at(asks: Sequence[Ask], starts: Sequence[int], at: int) -> Ask | None:
    place = bisect_right(starts, at) - 1
    return asks[place] if place >= 0 and at < asks[place].end else None


_TO = re.compile(
    r"(?:to|fao|for the attention of)\s*:?\s+(?=\S)|dear\s+(?:sirs?\s*(?:/|or|and)?\s*(?:madam)?,?\s*)?",
    re.IGNORECASE,
)
_HEAD_LINES = 6


def _authority(given: AskedAuthority, layout: Layout) -> AskedAuthority:
    """What is known of the body: from the record and its name there, or else from the name the letter greets."""
    for name in [given.name] if given.name else _addressed(layout):
        known = body_named(_TO.sub("", name, count=1) if _TO.match(name) else name)
        if known is not None:
            return AskedAuthority(
                name=given.name or known.name,
                kind=given.kind or known.kind,
                nation=given.nation or known.nation,
                regime=given.regime or known.regime,
                covered=known.covered if given.covered is None else given.covered,
            )
    return given


def _addressed(layout: Layout) -> list[str]:
    """The lines that may name the body: the greeting and what stands above it, or a first line "To: ..."."""
    if layout.greeting is None:
        return [line.text for line in layout.lines[:1] if _TO.match(line.text) and len(line.text) <= 90]
    greeting = layout.greeting
    above = [line.text for line in layout.lines[:_HEAD_LINES] if line.end <= greeting.start]
    return [greeting.text, *above]
