"""Which questions a line of the reply says it answers: "Questions 2 & 3", "1 (a) and (b)", "your second point", "4.".

A line addresses questions by a heading, by the beginning of a sentence, by an ordinal, or by a label alone; what it
names may be a list, a range, or parts of a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from requests_app.core.reading.cues import holds
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import ORDINALS, ROMANS, Kind, Label, label_at
from requests_app.core.reading.question_builder import Found

Target = tuple[int, str]  # index of the question, letter of the part or ""

_WORDS = r"(?:questions?|requests?|points?|parts?|items?|quer(?:y|ies)|bullets?(?:\s+points?)?|sentences?|sections?\s+of\s+your\s+request|q)"
_YOURS = r"(?:your|the|this|our|my)"
_LED = (
    r"(?:(?:and\s+)?(?:as\s+(?:to|for|regards?)|(?:in|with|by\s+way\s+of)\s+(?:relation|regards?|respect|reference|response|answer|reply|connection)\s+(?:to|of|with)|in\s+respect\s+of|in\s+regard\s+to"
    r"|regarding|concerning|for|to|on|turning\s+to|looking\s+at|(?:the\s+)?(?:answers?|responses?|reply|information)\s+(?:to|for))\s+)"
)
_HEADING = Folded(
    rf"^(?P<word>answers?|responses?|reply|decision|a(?=\.?\s?\d))?(?:\s+(?:to|for|on))?\s*(?P<q>{_WORDS}\.?)?\s{{0,2}}(?:numbers?\s*|nos?\.?\s*)?(?=\(?[\dA-Z]|\(?[a-z]{{1,4}}\))",
)
_SENTENCE = Folded(rf"^{_LED}(?:{_YOURS}\s+)?{_WORDS}\.?\s*(?:numbers?\s*|nos?\.?\s*)?(?=\(?\d|\([a-z])")
_LETTERED = Folded(rf"^{_LED}(?:{_YOURS}\s+)?(?=\(?[a-h]\)|\(\d{{1,2}}\)|\d{{1,2}}\))")
PART_LED = Folded(rf"^{_LED}(?:{_YOURS}\s+)?(?:(?:part|item|point)\s+)?(?=\(?[a-z]{{1,4}}\))")
_NUMBERS = re.compile(
    r"\(?\d{1,2}\.?\)(?:\s*(?:,|&|and|to|-)\s*\(?\d{1,2}\.?\))+\s*[.:-]*\s*(?=\S)|\d{1,2}(?:\s*(?:,|&|and|to|-)\s*\d{1,2})+\s*[.):-]+\s*(?=\D)"
)
_ORDER = "|".join((*ORDINALS, "last", "final", "1st", "2nd", "3rd", "4th", "5th", "6th"))
_ORDINAL = Folded(
    rf"\b{_YOURS}\s+(?P<list>(?:{_ORDER})(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+)(?:{_ORDER}))*)\s+(?:{_WORDS}|part\s+of\s+(?:your|the)\s+(?:request|question))\b(?!\s+part\b)",
)
_ASKED_FOR = Folded(
    rf"\byou\s+(?:ask(?:ed)?|request(?:ed)?|seek|sought)\s+(?:for\s+)?(?:it\s+)?(?P<list>{_ORDER})\b(?!\s+\w+\s+of)",
)
_ORDER_WORDS = (*ORDINALS, "last", "final", "1st", "2nd", "3rd", "4th", "5th", "6th")
_NAMING_WORDS = (
    "ask",
    "seek",
    "sought",
    "question",
    "request",
    "point",
    "part",
    "item",
    "quer",
    "bullet",
    "sentence",
    "q",
)
_NAMED = Folded(rf"\b{_WORDS}\.?\s*(?:numbers?\s+|nos?\.?\s+)?(?=\d|\(?[a-z]{{1,2}}\))")
_NUMBERED = re.compile(r"[\d)]")
# Part 1 of the Vehicles (Crime) Act 2001 is no part of the request.
_OF_A_LAW = re.compile(
    r"\w{1,3}(?:\(\w+\))*\s+(?:of|to)\s+(?:the\s+|that\s+)?(?:[A-Z(][\w()&,'-]*\s+|of\s+|and\s+|the\s+|etc\.?\s+|for\s+){0,9}(?:Act|Regulations|Schedule|Code|Order|Rules|GDPR|FOIA|FOISA)\b"
)
_FIRST_OF = Folded(rf"\b(?:the|your)\s+first\s+(?P<count>two|three|four|five)\s+(?:{_WORDS}|parts?\s+of)")
_ORDINAL_FIRST = Folded(rf"^(?P<list>(?:{_ORDER}))\s+(?:{_WORDS})\s*[-:.]")
_ORDINAL_LED = Folded(rf"^(?:{_LED}|we\s+|i\s+|figures\s+for\s+|information\s+(?:for|on)\s+)?.{{0,24}}$")
_TOKEN = Folded(
    r"\s*(?:\(?(?P<number>\d{1,2})(?P<letter>[a-h])?(?![\w%])(?![.,:/]\d)(?!-\d{3})(?:\.?\)(?=\s*(?:,|&|and\b|to\b|-\s?\(?\d)))?|\(?(?P<part>[a-z]{1,4})\)|(?P<range>to\b|-(?=\s?\d))|(?P<sep>,|&|and\b|/)|(?P<again>questions?\s*(?=\d)|q\.?\s?(?=\d)|requests?\s+(?=\d)|parts?\s*(?=[\d(])))",
)
_QUARTER = Folded(r"q[1-4]\s*(?:[-/]\s*)?(?:19|20)\d\d\b")  # of a year
_END = re.compile(r"\s*(?:[.):/-]+\s*|$)")
_DOTTED = re.compile(r"^(?P<printed>(?P<number>\d{1,2})\.\d{1,2})\.?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Address:
    """The questions and parts a line addresses, and how many characters of it do so (0: they stand in a sentence).
    ``headed`` says that the line calls itself an answer.
    """

    targets: tuple[Target, ...]
    length: int
    headed: bool = False


class Addresses:
    """Finds what lines address, for the questions of one reading."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.found = found
        self.by_order = {place: place - 1 for place, question in enumerate(found, 1) if not question.order}
        self.by_order |= {question.order: place for place, question in enumerate(found) if question.order}
        labelled = [question.label for question in found if question.label and question.order]
        self.kinds = {Kind.NUMBER, Kind.CAPITAL, Kind.ORDINAL} | {label.kind for label in labelled}
        self.kinds |= {Kind.WORD} if found and found[0].order else set()
        self.labelled = {label.kind for label in labelled}
        self.led: dict[str, Address | None] = {}  # what the beginnings of lines address
        self.bracketed = False  # (1), (2) and (3) are questions, 1., 2. and 3. notes
        self.lettered = self.labelled & {Kind.CAPITAL, Kind.LETTER, Kind.ROMAN}

    def of(self, body: str, last: int, *, labels: bool = True) -> Address | None:
        """What a line addresses; ``last`` is the index of the question answered before it, -1 for none. ``labels`` says
        whether a label alone addresses a question.
        """
        if _QUARTER.match(body):
            return None
        address = self._by_heading(body, last) or self._led(body)
        if address is None:
            address = self._by_label(body, last) if labels else None
        return self._whole(address) if address else None

    def _led(self, body: str) -> Address | None:
        """What the beginning of a sentence addresses; every line is asked twice."""
        if body not in self.led:
            self.led[body] = self._by_sentence(body) or self._by_ordinal(body)
        return self.led[body]

    def _whole(self, address: Address) -> Address:
        """All parts of a question addressed together are the question."""
        indexes = {index for index, _ in address.targets}
        if len(indexes) != 1:
            return address
        index = indexes.pop()
        named = {part for _, part in address.targets}
        parts = {part.label.strip("(). ").lower() for part in self.found[index].read.parts}
        return replace(address, targets=((index, ""),)) if len(named) > 1 and parts <= named else address

    def labels_answers(self, lines: Iterable[str]) -> bool:
        """Whether labels alone address questions in these lines. Where the questions have none of their own, all of them
        must be there: fewer are notes under a table.
        """
        first = self.found[0].label if self.found else None
        if first is not None and first.order:
            self._keep_to(first.kind, list(lines))
            return True
        orders: set[int] = set()
        for body in lines:
            label = label_at(body)
            joint = _NUMBERS.match(body)
            if joint:
                orders |= {int(number) for number in re.findall(r"\d+", joint[0])}
            elif label is not None and label.kind is Kind.NUMBER:
                orders.add(label.order)
        return orders >= set(range(1, len(self.found) + 1))

    def _labels(self, kind: Kind) -> list[Label]:
        return [question.label for question in self.found if question.label and question.label.kind is kind]

    def _keep_to(self, kind: Kind, lines: Sequence[str]) -> None:
        """Where answers stand under the questions' own form of label, a label of another form is no question's."""
        orders: dict[Kind, set[int]] = {}
        for body in lines:
            label = label_at(body)
            if label is not None and label.order in self.by_order:
                orders.setdefault(label.kind, set()).add(label.order)
        marked = [
            label.style.startswith("(") for body in lines if (label := label_at(body)) and label.kind is kind
        ]
        self.bracketed = any(marked) and all(label.style.startswith("(") for label in self._labels(kind))
        own = len(orders.pop(kind, ()))
        if own > 1 and own >= max(map(len, orders.values()), default=0):
            self.kinds = {kind}

    def _by_heading(self, body: str, last: int) -> Address | None:
        match = _HEADING.match(body)
        if match is None or not (match["word"] or match["q"]):
            return self._by_parts(body)
        word = (match["word"] or "").lower()
        if not word and (match["q"] or "").lower().strip(".") in ("section", "sections"):
            return None
        targets, end = self._list(body, match.end(), last)
        if not targets:
            return None
        stop = _END.match(body, end)
        length = stop.end() if stop else end
        if stop is None and not word and body[end:].lstrip()[:1].islower():
            length = 0  # a sentence: "Questions 1 and 2 are answered in ..."
        return Address(tuple(targets), length, headed=bool(word))

    def _by_parts(self, body: str) -> Address | None:
        """ "1 (a) and (b)", "1 and 2." at the beginning of a line."""
        match = re.match(r"\d{1,2}\s?\([a-h]\)", body) or _NUMBERS.match(body)
        if match is None:
            return None
        targets, end = self._list(body, 0, -1)
        stop = _END.match(body, end)
        return Address(tuple(targets), stop.end() if stop else end) if targets else None

    def _by_sentence(self, body: str) -> Address | None:
        match = _SENTENCE.match(body) or _LETTERED.match(body)
        if match is None:
            return None
        targets, end = self._list(body, match.end(), -1)
        tail = re.compile(r"\W*").match(body, end)
        return Address(tuple(targets), tail.end() if tail else end) if targets else None

    def _by_ordinal(self, body: str) -> Address | None:
        """Your first and third points, this last question: where the sentence begins with it."""
        low = body[:200].lower()
        if not holds(low, _ORDER_WORDS):
            return None
        match = _ORDINAL_FIRST.match(body) or _ORDINAL.search(body, 0, 160)
        if match is None or not (
            match.re is _ORDINAL_FIRST.exact or _ORDINAL_LED.match(body[: match.start()])
        ):
            return None
        targets = [
            target
            for word in re.findall(_ORDER, match["list"], re.IGNORECASE)
            for target in self._ordinal(word)
        ]
        return (
            Address(tuple(targets), match.end() if match.re is _ORDINAL_FIRST.exact else 0)
            if targets
            else None
        )

    def named(self, sentence: str) -> list[Target]:
        """The questions that a sentence names anywhere in it, by number or by ordinal."""
        out: list[Target] = []
        low = sentence.lower()
        if not holds(low, _NAMING_WORDS):
            return out
        for match in _NAMED.finditer(sentence) if _NUMBERED.search(sentence) else ():
            if not _OF_A_LAW.match(sentence, match.end()):
                out.extend(self._list(sentence, match.end(), -1)[0])
        if holds(low, _ORDER_WORDS):
            out.extend(self._by_ordinals(sentence))
        return list(dict.fromkeys(out))

    def _by_ordinals(self, sentence: str) -> Iterator[Target]:
        """Your second point, the first two questions."""
        for match in (*_ORDINAL.finditer(sentence), *_ASKED_FOR.finditer(sentence)):
            for word in re.findall(_ORDER, match["list"], re.IGNORECASE):
                yield from self._ordinal(word)
        for match in _FIRST_OF.finditer(sentence):
            count = ("two", "three", "four", "five").index(match["count"].lower()) + 2
            yield from ((place, "") for place in range(min(count, len(self.found))))

    def _ordinal(self, word: str) -> list[Target]:
        low = word.lower()
        if low in ("last", "final"):
            return [(len(self.found) - 1, "")]
        place = ORDINALS.index(low) if low in ORDINALS else int(low[0]) - 1
        return [(place, "")] if place < len(self.found) else []

    def _by_label(self, body: str, last: int) -> Address | None:
        dotted = _DOTTED.match(body)
        if dotted and int(dotted["number"]) in self.by_order:
            index = self.by_order[int(dotted["number"])]
            own = any(part.label == dotted["printed"] for part in self.found[index].read.parts)
            return Address(((index, dotted["printed"] if own else ""),), dotted.end())
        label = label_at(body)
        if label is None or label.kind not in self.kinds or label.order not in self.by_order:
            return None
        # Where the questions have no labels, "(1)" begins a quoted subsection and no answer.
        if (body.startswith("(") and not self.labelled) or (
            self.bracketed and not label.style.startswith("(")
        ):
            return None
        index = self.by_order[label.order]
        follows = index > last or (index == last and bool(label.part))
        return Address(((index, label.part),), label.length) if follows else None

    def _list(self, body: str, at: int, last: int) -> tuple[list[Target], int]:
        """The targets listed from a place on, and where the list ends."""
        letter = re.compile(r"([A-Z])(?=\s*[-.):]|\s*$)").match(body, at) if self.lettered else None
        if letter and ord(letter[1].lower()) - 96 in self.by_order:
            return [(self.by_order[ord(letter[1].lower()) - 96], "")], letter.end()
        current = last if last >= 0 else (0 if len(self.found) == 1 else -1)
        reader = _List(
            self.by_order, current, lettered=bool(self.lettered), roman=Kind.ROMAN in self.lettered
        )
        end = at
        while True:
            match = _TOKEN.match(body, end)
            if match is None or not reader.take(match):
                break
            end = match.end()
        return reader.targets(), reader.end or end


class _List:
    """Reads "1 (a) and (b)", "2 to 4", "4, 5 and 6" token by token."""

    def __init__(self, by_order: dict[int, int], current: int, *, lettered: bool, roman: bool) -> None:
        self.by_order = by_order
        self.lettered = lettered  # the questions themselves are (a), (b), (c)
        self.roman = roman  # or (i), (ii), (iii)
        self.current = current  # the question to which a bare "(a)" belongs
        self.out: list[list[object]] = []
        self.open_range = False
        self.end = 0

    def take(self, match: re.Match[str]) -> bool:
        if match["number"]:
            return self._number(match)
        if match["part"]:
            return self._part(match)
        self.open_range = bool(match["range"])
        return bool(self.out) or bool(match["again"])

    def _number(self, match: re.Match[str]) -> bool:
        order = int(match["number"])
        if order not in self.by_order:
            return False
        index = self.by_order[order]
        first = self.out[-1][0] if self.out else index
        if self.open_range and isinstance(first, int) and index > first:
            self.out.extend([between, ""] for between in range(first + 1, index))
        self.out.append([index, (match["letter"] or "").lower()])
        self.current, self.open_range, self.end = index, False, match.end()
        return True

    def _part(self, match: re.Match[str]) -> bool:
        part = match["part"].lower()
        if self.lettered:
            if self.roman:
                order = ROMANS.index(part) + 1 if part in ROMANS else 0
            else:
                order = ord(part) - 96 if len(part) == 1 else 0
            if order in self.by_order:
                self.out.append([self.by_order[order], ""])
                self.end = match.end()
            return order in self.by_order
        if self.current < 0 or not (len(part) == 1 or part in ROMANS):
            return False
        if self.out and self.out[-1] == [self.current, ""]:
            self.out[-1][1] = part
        else:
            self.out.append([self.current, part])
        self.end = match.end()
        return True

    def targets(self) -> list[Target]:
        return [(int(str(index)), str(part)) for index, part in self.out]
