"""The reply cut into stretches, each with the questions it answers: by what it says, by the question repeated, by place,
or by what it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from requests_app.core.reading.addresses import Address, Addresses, Target
from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.decisions import is_whole, states_decision
from requests_app.core.reading.families import alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, label_at
from requests_app.core.reading.lines import WORD, Line, Source, words_of
from requests_app.core.reading.outcomes import kind_of, sentences
from requests_app.core.reading.paragraphs import is_row
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.request_block import is_heading
from requests_app.core.reading.surroundings import AFTER_ANSWERS, INTRODUCTION
from requests_app.core.reading.topics import Topics
from requests_app.core.states import Outcome

_INTRODUCTION = Folded(r"^\W{0,3}(?:" + alternatives(INTRODUCTION).pattern + ")")
_AFTER = Folded(r"^\W{0,3}(?:" + alternatives(AFTER_ANSWERS).pattern + ")")


@dataclass(slots=True)
class Unit:
    """A stretch of reply with the questions, and parts of them, that it answers."""

    targets: list[Target]
    lines: list[Line] = field(default_factory=list)
    headed: bool = False  # the heading says "Answer"
    shared: bool = False  # one reply to all of several questions
    guessed: bool = False  # told by what it is about, or by its place
    ordered: bool = False  # told by the order of the questions


def is_introduction(text: str) -> bool:
    """Whether a line only announces the answers, or states the decision on the whole."""
    return len(text) < 400 and (_INTRODUCTION.match(text) is not None or states_decision(text))


def is_afterword(line: Line) -> bool:
    """Whether what follows the answers begins here: reasons for them all, boilerplate, annexes."""
    return _AFTER.match(line.body) is not None


class Cutter:
    """Cuts the reply to a block of questions."""

    def __init__(self, source: Source, found: Sequence[Found]) -> None:
        self.source = source
        self.found = found
        self.addresses = Addresses(found)
        self.starts = [words_of(question.read.text)[:8] for question in found]
        self.begins = {words[0] for words in self.starts if words}
        self.units: list[Unit] = []
        self.lead: list[Line] = []  # what stands before the first answer
        self.rest: list[Line] = []  # what belongs to no single answer
        self.paused = False
        self.labels = True  # whether a label alone says which question is answered

    def cut(self, reply: Sequence[Line]) -> None:
        """Cut the lines; ``units``, ``lead`` and ``rest`` hold them then."""
        reply = [self._unquoted(line) for line in reply]
        orders = self._in_order(reply)
        self.labels = self.addresses.labels_answers(line.body for line in reply)
        last_label = max(
            (place for place, line in enumerate(reply) if self._address(line, orders)), default=-1
        )
        for place, line in enumerate(reply):
            if self.units and place > last_label and is_closing(line):
                self.rest.extend(reply[place:])
                break
            afterword = bool(self.units) and is_afterword(line)
            self._take(line, None if afterword else self._address(line, orders), afterword=afterword)
        below = self._below_quoted()
        if below:
            self.units, self.rest = [], []
            self.cut(below)

    def _unquoted(self, line: Line) -> Line:
        """The line without a quotation mark before its label."""
        if line.body[:1] in "\"'\u201c\u2018" and len(line.body) > 1 and label_at(line.body[1:]):
            return self.source.piece(line.at + 1, line.end, gap=line.gap)
        return line

    def _below_quoted(self) -> list[Line]:
        """All questions printed again one below the other are the request once more, and no answers' headings: what
        stands below them; nothing where they are answered one by one.
        """
        if len(self.units) < 2 or len({unit.targets[0][0] for unit in self.units}) < len(self.found):
            return []
        *first, last = self.units
        if not all(len(unit.lines) == 1 and self._is_question(unit) for unit in first):
            return []
        return [*last.lines[1:], *self.rest] if last.lines and self._is_question(last) else []

    def _is_question(self, unit: Unit) -> bool:
        """Whether a stretch begins with the very question, and has nothing else in that line."""
        mine = words_of(unit.lines[0].body)
        whole = words_of(self.found[unit.targets[0][0]].read.text)
        return len(mine) > 2 and mine == whole[: len(mine)]

    def _take(self, line: Line, address: Address | None, *, afterword: bool) -> None:
        self.paused = (self.paused and address is None) or afterword
        if address is None:
            (self.rest if self.paused else self.units[-1].lines if self.units else self.lead).append(line)
            return
        unit = Unit(list(address.targets), headed=address.headed)
        if line.body[address.length :].strip():
            unit.lines.append(self.source.piece(line.at + address.length, line.end, gap=line.gap))
        self.units.append(unit)

    def _address(self, line: Line, orders: dict[int, int]) -> Address | None:
        if orders:
            index = orders.get(line.start)
            label = label_at(line.body)
            return None if index is None or label is None else Address(((index, ""),), label.length)
        last = _run_of(self.units[-1].targets) if self.units else -1
        return self.addresses.of(line.body, last, labels=self.labels) or self._repeated(line)

    def _in_order(self, reply: Sequence[Line]) -> dict[int, int]:
        """Where labels of the reply can't name questions, their order does: numbers that stand twice among the
        questions ("1, 2, 3, 3"), answers that are all "1.", as many bullets as questions. By the line's offset.
        """
        orders = [question.order for question in self.found if question.order]
        if len(set(orders)) < len(orders):
            kind = self.found[0].label.kind if self.found[0].label else None
            rows = [line for line in reply if (label := label_at(line.body)) and label.kind is kind]
            return {line.start: index for index, line in enumerate(rows[: len(self.found)])}
        if len(self.found) < 2:
            return {}
        numbers = [
            (line, label) for line in reply if (label := label_at(line.body)) and label.kind is Kind.NUMBER
        ]
        same = len(numbers) == len(self.found) and {label.order for _, label in numbers} == {1}
        if same:
            return {line.start: index for index, (line, _) in enumerate(numbers)}
        bullets = [
            line
            for line in reply
            if (label := label_at(line.body))
            and label.kind is Kind.BULLET
            and not label_at(line.body[label.length :])
        ]
        if len(bullets) == len(self.found) and not numbers:
            return {line.start: index for index, line in enumerate(bullets)}
        return {}

    def _repeated(self, line: Line) -> Address | None:
        """The question repeated without its label: its first words begin the line."""
        label = label_at(line.body)
        skipped = label.length if label and label.kind is Kind.BULLET else 0
        first = WORD.search(line.body[skipped : skipped + 200].lower())
        if first is None or first[0] not in self.begins:
            return None
        words = words_of(line.body[skipped : skipped + 200])[:8]
        if len(words) < 3:
            return None
        taken = {target[0] for unit in self.units for target in unit.targets}
        for index, start in enumerate(self.starts):
            if index not in taken and len(start) > 2 and words[: len(start)] == list(start[: len(words)]):
                return Address(((index, ""),), skipped)
        return None


def _run_of(targets: Sequence[Target]) -> int:
    """The last question of those answered together that follow each other: after 1 and 3 comes 2."""
    last = targets[0][0]
    for index, _ in targets[1:]:
        last = index if index == last + 1 else last
    return last


_TURNS = Folded(
    r"^(?:with|in)\s+(?:regards?|reference|respect|relation)\s+(?:to|of)\b|^(?:as\s+(?:to|for|regards)|regarding|concerning|turning\s+to|on\s+the)\b",
)


def turned(units: Sequence[Unit], found: Sequence[Found], missing: Sequence[int]) -> list[Unit]:
    """Answers that stand within another's lines: a paragraph that names a question nothing answers yet, that turns to
    it, or that is plainly about it. What follows such a paragraph goes with it.
    """
    topics, addresses = topics_of(found), Addresses(found)
    out: list[Unit] = []
    for unit in units:
        kept: list[Line] = []
        current = kept
        for place, line in enumerate(unit.lines):
            index, named = _turn(line, topics, addresses) if place else (None, False)
            if index is not None and index in missing and all(index != other.targets[0][0] for other in out):
                out.append(Unit([(index, "")], guessed=not named))
                current = out[-1].lines
            current.append(line)
        unit.lines = kept
    return out


def _turn(line: Line, topics: Topics, addresses: Addresses) -> tuple[int | None, bool]:
    """The question a paragraph turns to, and whether it names it."""
    named = {index for index, _ in addresses.named(line.body)}
    if len(named) == 1:
        return named.pop(), True
    return topics.best(line.body, least=1 if _TURNS.match(line.body) else 2), False


def paragraphs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The paragraphs of an answer to several questions, each with the rows, lists and afterthoughts below it; up to
    what follows the answers.
    """
    gaps = any(line.gap for line in lines[1:])
    out: list[list[Line]] = []
    for line in lines:
        if out and is_afterword(line):
            break
        below = (gaps and not line.gap) or is_row(line) or _ANAPHORA.match(line.body) or _is_cell(line.body)
        if out and below:
            out[-1].append(line)
        elif not is_heading(line) and not is_introduction(line.body):
            out.append([line])
    return out


def _is_cell(body: str) -> bool:
    """Whether a line may be the cell of a table whose cells stand below each other."""
    return len(body) < 25 and body[-1] not in ".?!:;" and not body.lower().startswith(("no", "yes", "nil"))


def topics_of(found: Sequence[Found]) -> Topics:
    """The questions by their own words, those of their parts included."""
    return Topics([" ".join([one.read.text, *(part.text for part in one.read.parts)]) for one in found])


def lost_label(units: Sequence[Unit], missing: Sequence[int]) -> list[Unit]:
    """A labelled answer may hold the next question's, whose label was lost: a paragraph that begins with another
    formula than the answer itself.
    """
    return [
        found
        for last in units
        if (following := last.targets[-1][0] + 1) in missing and len(last.lines) > 1
        for found in _split_off(last, following)
    ]


def _split_off(last: Unit, following: int) -> list[Unit]:
    said = {Outcome.DISCLOSED, Outcome.UNANSWERED, *map(kind_of, sentences(last.lines[0].body))}
    for place, line in enumerate(last.lines[1:], 1):
        first = sentences(line.body)[:1]
        if line.gap and first and kind_of(first[0]) not in said and _begins_answer(line):
            rest = last.lines[place:]
            last.lines = last.lines[:place]
            return [Unit([(following, "")], rest, guessed=True)]
    return []


def _begins_answer(line: Line) -> bool:
    """Whether a paragraph begins as an answer does: "No information held.", "We do not hold ..."."""
    return re.match(r"^(?:no|not|none|nil|n/a|this|there|we|the)\b", line.body, re.IGNORECASE) is not None


# Section 12 is of the request as a whole: its sentences are no single question's.
_EVERYBODYS = frozenset({Outcome.COST_LIMIT})


# A paragraph that speaks of what the one before it named.
_ANAPHORA = Folded(
    r"^(?:as\s+(?:this|these|it|they|such)|(?:some|most|part|parts|all|none)\s+of\s+(?:it|this|these|them|that)\b|(?:however|therefore|accordingly|consequently),?\s+(?:this|these|it|they)|this\s+(?:is|was|has|information|data|exemption|means)|these\s+(?:are|were|have|figures)|it\s+(?:is|was|has)|they\s+(?:are|were|have)|that\s+(?:is|was)|which\b|https?:|www\.)",
)


class Sharing:
    """Shares a reply out among questions by what its paragraphs are about; what is about none is everybody's."""

    def __init__(self, source: Source, found: Sequence[Found], missing: Sequence[int]) -> None:
        self.source = source
        self.missing = missing
        self.addresses = Addresses(found)
        self.topics = topics_of(found)
        self.own: dict[int, list[Line]] = {}
        self.named: set[int] = set()  # the questions that their own paragraphs name
        self.common: list[Line] = []

    def share(self, lines: Sequence[Line]) -> None:
        """Read the lines; ``own`` and ``common`` hold them then."""
        current: int | None = None
        for line in lines:
            if is_afterword(line):
                current = None
                self.common.append(line)
                continue
            index = self._about(line)
            if index is None and current is not None and not _is_everybodys(line):
                index = current
            if index is None or index not in self.missing:
                self.common.append(line)
                current = None
            else:
                self.own.setdefault(index, []).append(line)
                current = index

    def _about(self, line: Line) -> int | None:
        if is_heading(line) or _is_everybodys(line) or _ANAPHORA.match(line.body):
            return None
        named = {index for index, _ in self.addresses.named(line.body)}
        if len(named) == 1:
            self.named |= named
            return named.pop()
        return self.topics.best(line.body)


def _is_everybodys(line: Line) -> bool:
    """Whether a paragraph speaks of the request as a whole."""
    for sentence in sentences(line.body)[:3]:
        kind = kind_of(sentence)
        if kind in _EVERYBODYS or (kind is not Outcome.DISCLOSED and is_whole(sentence)):
            return True
    return False
