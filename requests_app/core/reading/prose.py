"""Requests without labels: which sentences ask, and what only belongs to the question before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import label_at
from requests_app.core.reading.lines import Line, Source
from requests_app.core.reading.outcomes import is_formula
from requests_app.core.reading.question_builder import Builder, Found, Row
from requests_app.core.reading.question_lists import names_a_thing
from requests_app.core.reading.records import QuestionRead
from requests_app.core.reading.request_block import is_reply_start
from requests_app.core.reading.wording import ANNOUNCES, SUBSTANTIVE, asks, courtesy, depends, tells, tied

_LONGEST_PARAGRAPH = 5_000  # characters
# From the first character after the stop on: few characters can be it.
_SENTENCE_END = re.compile(r"[\"')\s](?<=[.?!][\s\S])(?:(?<=\s)\s*|(?<!\s)[\"')]*\s+)(?=[\"'(]?[A-Z])")
_JOINED = Folded(
    r"^(?:and|also|or|but|then|finally|lastly|secondly|next)\b,?\s+(?=(?:how|what|which|who|when|where|why|has|have|is|are|do|does|did|was|were|can|could|will|please\s+(?:give|tell|provide|supply|send|state|list|confirm))\b)",
)
# A sentence that only says how the one before it should be answered.
_MANNER = Folded(
    r"^(?:please|can|could|would|if|i(?:\s+would|'d)?\s+like)\b[^.?]{0,40}\b(?:this|these|it|them|that|those|each|the\s+(?:figures|data|answers?|information))\b[^.?]{0,60}\b(?:by|in|into|as|broken|split|for|per|from|with)\b",
)
_GREETING = Folded(r"^\s*[\"']?(?:dear|hello|hi|good\s+(?:morning|afternoon))\b[^,.?!]{0,40},\s+(?=\S)")
_LEAST = 4  # words of a sentence that is a question of its own: "What fields?" is none
_EACH_PERIOD = Folded(
    r"^for\s+(?:each|every)\s+(?:of\s+the\s+)?(?:\w+\s+){0,3}?(?:years?|months?|quarters?|weeks?|days?)\b",
)


def asked_apart(source: Source, row: Row) -> list[Row]:
    """Several whole questions in one unlabelled paragraph are several questions; what leads up to the first, and what
    says how to answer, stand apart from them.
    """
    line = row.line
    if row.label is not None or len(line.text) > _LONGEST_PARAGRAPH:
        return [row]
    greeting = _GREETING.match(line.text)
    if greeting:
        line = source.piece(line.start + greeting.end(), line.end, gap=line.gap)
        row = Row(line, label_at(line.body))
    cuts = [
        line.start + m.end() for m in _SENTENCE_END.finditer(line.text) if _own(_sentence(line.text, m.end()))
    ]
    if not cuts:
        return [row]
    bounds = [line.start, *cuts, line.end]
    return [
        Row(source.piece(a, b, gap=line.gap and a == line.start), None, apart=a != line.start)
        for a, b in pairwise(bounds)
    ]


def _sentence(text: str, at: int) -> str:
    stop = _SENTENCE_END.search(text, at)
    return text[at : stop.start() if stop else len(text)].strip(" \"'")


def _own(sentence: str) -> bool:
    """Whether a sentence in the middle of a paragraph is a question of its own."""
    bare = _JOINED.sub("", sentence)
    bare = bare[:1].upper() + bare[1:]
    if len(bare.split()) < _LEAST or _MANNER.match(sentence) or courtesy(bare):
        return False
    period = _EACH_PERIOD.match(bare) is not None
    if not period and (tied(bare) or (bare == sentence and depends(sentence))):
        return False
    return asks(bare)


_ASKED_IN_PASSING = Begun(
    Folded(
        r"\b(?:in\s+which\s+)?you\s+(?:have\s+)?(?:ask(?:ed)?|request(?:ed)?|sought|seek|wish(?:ed)?|want(?:ed)?)(?:\s+(?:for|to\s+know|us\s+for|to\s+see))?\s+"
        r"(?=(?:the|a|an|any|all|how|what|which|whether|copies|details|information)\b)(?P<what>[^.?!]{15,500})"
    ),
    ("in", "you"),
)


def asked_in_passing(source: Source, start: int, end: int) -> list[Found]:
    """A request that the reply only tells: "in which you ask for the number of visas refused in 2014"."""
    match = _ASKED_IN_PASSING.search(source.text, source.low, start, end)
    if match is None:
        return []
    at, stop = match.span("what")
    return [Found(QuestionRead("", source.printed(at, stop), (), at, stop, 0.5), None, at, stop)]


def only_question(source: Source, lines: Sequence[Line], *, width: int) -> list[Found]:
    """A request that asks in words no pattern knows: its first paragraph that is no courtesy, taken as it is."""
    for place, line in enumerate(lines):
        if courtesy(line.body) or len(line.body.split()) < 4:
            continue
        builder = Builder(source, line, pairs=False, width=width)
        for following in lines[place + 1 :]:
            if not builder.take(Row(following, label_at(following.body))):
                break
        return [builder.found(None, line.at)]
    return []


_ITEM_WORDS = 30
_REMARK = Folded(r"^\W*(?:i|we|you|my|our|your|he|she|they|it|this|these|thank|please\s+note|note)\b")
_BARE_LEAD = re.compile(r"^.{0,160}[:-]$")


_ANSWER_ON_LINE = Folded(
    r"(?<=[.?])\s{2,}(?=(?:yes|no|none|nil|n/?a|see|attached|please\s+(?:see|find)|not|we|there|this|\d|\u00a3\d)\b)"
    r"|(?<=\?)\s+(?=\S)(?!(?:if|and|please(?!\s+(?:see|find|refer))|where|also|how|what|which|can|could|is|are|do|does|\()\b)"
    r"|(?<=[.])\s+(?=(?:\d[\d,.]*%?|yes|no|none|nil|\u00a3[\d,.]+[km]?)\.?$)"
    r"|\s+[-=:]\s+(?=(?:\d[\d,.]*%?|yes|no|none|nil|n/a|not\s+held|please\s+see|\u00a3[\d,.]+|we\s+(?:can|do|are|have|hold))\b.{0,60}$)",
)


def cut_answer(source: Source, line: Line) -> tuple[Line, Line | None]:
    """An answer typed on the question's own line, after its question mark or a dash."""
    match = _ANSWER_ON_LINE.search(line.text)
    while match is not None and asks(line.text[match.end() :]) and not _answered(line.text[match.end() :]):
        match = _ANSWER_ON_LINE.search(line.text, match.end())
    if match is None or len(line.text[: match.start()].split()) < 3:
        return line, None
    return source.piece(line.start, line.start + match.start()), source.piece(
        line.start + match.end(), line.end
    )


def _answered(text: str) -> bool:
    """Whether a sentence says what became of something, though it begins as questions do: "Whether ... is not held." """
    first = _SENTENCE_END.split(text, maxsplit=1)[0]
    return "?" not in first and is_formula(first)


class Prose:
    """Reads rows one after the other: every paragraph that asks is a question; what depends on it, and lists under it,
    belong to it. What does not, stands in ``rest``: with ``pairs`` that is its answer.
    """

    def __init__(
        self, source: Source, rows: Sequence[Row], *, width: int, pairs: bool, listed: bool = False
    ) -> None:
        self.source = source
        self.rows = rows
        self.width = width
        self.pairs = pairs
        self.out: list[Found] = []
        self.builder: Builder | None = None
        self.start = 0
        self.led = False  # the line before introduced a question: "I want:"
        self.spaced = len(rows) > 2 and all(
            row.line.gap for row in rows[1:]
        )  # an empty line before every line
        self.listed = listed and not pairs  # every line of the block is an item of what was introduced

    def questions(self) -> list[Found]:
        """The questions in order."""
        for index, row in enumerate(self.rows):
            if self.pairs and is_closing(row.line):
                break
            self._read(index, row)
        self._close()
        return self.out

    def _read(self, index: int, row: Row) -> None:
        self.listed = self.listed and (self.spaced or not (index and row.line.gap))
        if self._is_taken(row):
            return
        listing = self.builder is not None and self.builder.listing()
        if not self._opens(row, led=self.led or listing or self._is_item(row)) or _is_heading(
            self.rows, index
        ):
            self._leave(row)
            return
        self._close()
        if self._leads_on(index):
            self.led = self.listed = True
        else:
            line, answer = cut_answer(self.source, row.line) if self.pairs else (row.line, None)
            self.builder = Builder(self.source, line, pairs=False, width=self.width)
            self.start, self.led = row.line.at, False
            if answer is not None:
                self.builder.paused = True
                self.builder.rest.append(answer)

    def _close(self) -> None:
        if self.builder is not None:
            self.out.append(self.builder.found(None, self.start))
            self.builder = None

    def _leave(self, row: Row) -> None:
        """What is no question: the answer to the one before, a remark, or words that introduce the next."""
        body = row.line.body
        if self.builder is not None:
            self.builder.paused = self.builder.paused or not (row.label or courtesy(body))
            self.builder.rest.append(row.line)
        elif not self.out and len(body) < 200 and ANNOUNCES.match(body):
            self.led = True
            self.listed = not self.pairs

    def _is_item(self, row: Row) -> bool:
        """Whether the row is one of several lines that an introduction asks for, each a question."""
        builder = self.builder
        if not self.listed or builder is None:
            return False
        # Where empty lines part the items, one that is a sentence tells.
        parted = not row.line.body.endswith(".") if self.spaced else builder.last.body.endswith((".", "?"))
        if not parted:
            return False
        return (
            len(row.line.body.split()) <= _ITEM_WORDS
            and not _REMARK.match(row.line.body)
            and not tells(row.line.body)
        )

    def _is_taken(self, row: Row) -> bool:
        builder = self.builder
        if builder is None or row.apart or (not row.label and self._begins(row, builder)):
            return False
        body = row.line.body
        if builder.paused and (self.pairs or (row.label is None and not tied(body))):
            return False
        if self.pairs and (
            is_reply_start(row.line) or not (row.label or tied(body) or builder.continues(row.line))
        ):
            return False
        return not (row.label is None and courtesy(body)) and builder.take(row)

    def _begins(self, row: Row, builder: Builder) -> bool:
        """Whether an unlabelled line is a question of its own while another is open."""
        body = row.line.body
        if builder.listing():
            return True
        if builder.in_list(row.line) or builder.continues(row.line):
            return False
        if depends(body):
            joined = _JOINED.match(body) is not None
            return (
                (row.line.gap or joined)
                and _SENTENCE_END.split(body, maxsplit=1)[0].endswith("?")
                and not tied(body)
            )
        return asks(body) or self._is_item(row)

    def _opens(self, row: Row, *, led: bool) -> bool:
        """Whether a line begins a question, or introduces one."""
        body = row.line.body
        if row.label is not None or courtesy(body) or (self.pairs and is_reply_start(row.line)):
            return False
        return asks(body) or asks(_JOINED.sub("", body)) or led

    def _leads_on(self, index: int) -> bool:
        """Whether a line only introduces the next: "Please tell me:" with no list below it."""
        body = self.rows[index].line.body
        following = self.rows[index + 1].label if index + 1 < len(self.rows) else None
        if "?" in body or SUBSTANTIVE.search(body) or names_a_thing(body):
            return False
        return _BARE_LEAD.match(body) is not None and following is None


def _is_heading(rows: Sequence[Row], index: int) -> bool:
    """Whether a few words only head the question on the next line."""
    body = rows[index].line.body
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following is None or following.label is not None or body.endswith("?") or len(body.split()) > 5:
        return False
    return following.line.body.endswith("?") and body[-1].isalnum()


def rows_of(lines: Sequence[Line]) -> Iterator[Row]:
    """Lines with the labels they begin with."""
    return (Row(line, label_at(line.body)) for line in lines)
