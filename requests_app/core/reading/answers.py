"""Which words of a reply answer which question: by label, by the question repeated, by place, or together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.labels import ORDINALS, Kind, label_at
from requests_app.core.reading.lines import Line, Source, words_of
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.records import QuestionRead

_LIST = r"(?P<list>(?:\d{1,2}[a-h]?|[A-Z](?=\s*[-.):]))(?:\s*(?:,|&|and|to|-(?=\d))\s*(?:questions?\s*|q)?\d{1,2}[a-h]?)*)"
_HEADING = re.compile(
    rf"^(?P<word>answers?|responses?|reply|questions?|requests?|points?|parts?|items?|q|a)(?:\s?(?:to|for)?\s?(?:questions?|q|requests?))?\s{{0,2}}(?:nos?\.?\s*)?{_LIST}(?P<end>\s*[.):/-]+\s*|\s*$|\s+(?=\S))",
    re.IGNORECASE,
)
_SENTENCE_HEADING = re.compile(
    rf"^(?:as\s+(?:to|for|regards)|(?:in|with)\s+(?:relation|regards?|respect|reference|response|answer)\s+to|regarding|concerning|for|to|on)\s+(?:your\s+)?(?:questions?|requests?|points?|parts?|q)\s*(?:numbers?\s*)?{_LIST}\W*",
    re.IGNORECASE,
)
_ORDINAL_HEADING = re.compile(
    rf"^(?:as\s+to|on|in\s+relation\s+to|in\s+answer\s+to|regarding)\s+.{{0,30}}?(?:your|the)\s+(?P<ordinal>{'|'.join(ORDINALS)})\s+(?:question|request|point|part\s+of\s+your\s+request)",
    re.IGNORECASE,
)
# What is said of the request as a whole after the last answer.
_DOTTED = re.compile(r"^(?P<list>\d{1,2})\.\d{1,2}\.?\s+(?=\S)")
_BESIDES = re.compile(
    r"^in\s+addition(?:\s+to\s+the\s+above)?,?\s.{0,80}(?:neither|nor|confirm|exempt)", re.IGNORECASE
)
_ANSWER_WORD = re.compile(r"^(?:answers?|responses?|reply)\b", re.IGNORECASE)
_ITEM = re.compile(r"(\d{1,2})([a-h]?)|([A-Z])", re.IGNORECASE)


# Labels that begin an answer whatever the questions' own; theirs come on top.
_PLAIN = frozenset({Kind.NUMBER, Kind.CAPITAL, Kind.ORDINAL})


@dataclass(slots=True)
class Unit:
    """A stretch of reply with the questions, and parts of them, that its heading names."""

    targets: list[tuple[int, str]]  # index of the question, letter of the part or ""
    lines: list[Line] = field(default_factory=list)
    headed: bool = False  # the heading says "Answer"
    shared: bool = False  # one reply to all of several questions


def keys_of(questions: Sequence[QuestionRead]) -> list[str]:
    """The name of each question in a reading: its label without punctuation, or its place in the list where
    it has no label, a bullet, or one that stands twice.
    """
    bare = [re.sub(r"^[\s(]+|[\s.):/-]+$", "", question.label).lstrip("\u2022*-") for question in questions]
    return [name if name and bare.count(name) == 1 else str(place) for place, name in enumerate(bare, 1)]


def units_of(source: Source, found: Sequence[Found], reply: Sequence[Line]) -> list[Unit]:
    """The answers that a reply labels, in its order."""
    by_order = {place: place - 1 for place, question in enumerate(found, 1) if not question.order}
    by_order |= {question.order: place for place, question in enumerate(found) if question.order}
    kinds = _PLAIN | {question.label.kind for question in found if question.label and question.order}
    kinds |= {Kind.WORD} if found and found[0].order else frozenset()
    units: list[Unit] = []
    orders = [question.order for question in found if question.order]
    renumbered = len(set(orders)) < len(orders)
    starts = [words_of(question.read.text)[:8] for question in found]
    for line in reply:
        if units and (is_closing(line) or _BESIDES.match(line.body)):
            break
        if renumbered:
            heading = _next_of(line, found, units)
        else:
            heading = _targets(line, by_order, units, kinds) or _repeated(line, starts, units)
        if heading:
            targets, length = heading
            units.append(Unit(targets, headed=_ANSWER_WORD.match(line.body) is not None))
            if line.body[length:].strip():
                units[-1].lines.append(source.piece(line.at + length, line.end, gap=line.gap))
        elif units:
            units[-1].lines.append(line)
    return units


def _targets(
    line: Line, by_order: dict[int, int], units: Sequence[Unit], kinds: frozenset[Kind]
) -> tuple[list[tuple[int, str]], int] | None:
    body = line.body
    match = _HEADING.match(body)
    if (
        match
        and (match["end"].strip() or match["word"].lower() not in ("a", "q"))
        and not _running(body, match)
    ):
        return _listed(match["list"], by_order, match.end())
    match = _SENTENCE_HEADING.match(body)
    if match:
        return _listed(match["list"], by_order, match.end())
    match = _DOTTED.match(body)
    if match and any(int(match["list"]) - 1 == index for index in by_order.values()):
        return _listed(match["list"], by_order, match.end())
    match = _ORDINAL_HEADING.match(body)
    if match:
        order = ORDINALS.index(match["ordinal"].lower()) + 1
        return ([(by_order[order], "")], 0) if order in by_order else None
    # Where the questions have no labels, "(1)" begins a quoted subsection and no answer.
    return None if body.startswith("(") and len(kinds) == 3 else _plain_label(body, by_order, units, kinds)


def _next_of(
    line: Line, found: Sequence[Found], units: Sequence[Unit]
) -> tuple[list[tuple[int, str]], int] | None:
    """Where numbers stand twice ("1, 2, 3, 3", every item "1."), answers follow in the questions' order."""
    label = label_at(line.body)
    kind = found[0].label.kind if found[0].label else None
    if label is None or label.kind is not kind or len(units) >= len(found):
        return None
    return [(len(units), "")], label.length


def _running(body: str, match: re.Match[str]) -> bool:
    """Whether "Request 2 ..." goes on as a sentence instead of heading one."""
    return not match["end"].strip() and bool(body[match.end() :]) and body[match.end() :][:1].islower()


def _listed(text: str, by_order: dict[int, int], length: int) -> tuple[list[tuple[int, str]], int] | None:
    targets = []
    for number, part, letter in _ITEM.findall(text):
        order = int(number) if number else ord(letter.lower()) - 96
        if order in by_order:
            targets.append((by_order[order], part.lower()))
    return (targets, length) if targets else None


def _plain_label(
    body: str, by_order: dict[int, int], units: Sequence[Unit], kinds: frozenset[Kind]
) -> tuple[list[tuple[int, str]], int] | None:
    label = label_at(body)
    if label is None or label.kind not in kinds or label.order not in by_order:
        return None
    index = by_order[label.order]
    last = units[-1].targets[-1][0] if units else -1
    return ([(index, label.part)], label.length) if index > last or (index == last and label.part) else None


def _repeated(
    line: Line, starts: Sequence[Sequence[str]], units: Sequence[Unit]
) -> tuple[list[tuple[int, str]], int] | None:
    """The question repeated without its label: its first words begin the line."""
    label = label_at(line.body)
    skipped = label.length if label and label.kind is Kind.BULLET else 0
    words = words_of(line.body[skipped : skipped + 200])[:8]
    if not words:
        return None
    taken = {target[0] for unit in units for target in unit.targets}
    for index, start in enumerate(starts):
        if (
            index not in taken
            and len(start) > 2
            and words[: len(start)] == list(start[: len(words)])
            and len(words) > 2
        ):
            return [(index, "")], skipped
    return None


@dataclass(frozen=True, slots=True)
class Stripped:
    """An answer without the question it repeats. ``restated`` says that the question stood there;
    ``changed`` that its parts were restated differently or left out.
    """

    lines: tuple[Line, ...]
    restated: bool
    changed: bool


def strip_question(source: Source, question: QuestionRead, lines: Sequence[Line]) -> Stripped:
    """Take the repeated question off the beginning of an answer."""
    wanted = words_of(question.text + " " + " ".join(part.text for part in question.parts))
    position = 0
    index = 0
    seen: list[tuple[str, bool]] = []
    rest: list[Line] = []
    while index < len(lines):
        line = lines[index]
        label = label_at(line.body)
        part = label is not None and label.kind in (Kind.LETTER, Kind.ROMAN, Kind.BULLET)
        body = line.body[label.length :] if label and part else line.body
        matched = _matching(words_of(body), wanted, position)
        total = len(words_of(body))
        if total and matched >= total:
            position += matched
            seen.append((label.printed if label and part else "", True))
        elif (
            part and label and position and label.printed in {p.label for p in question.parts} and total < 12
        ):
            seen.append((label.printed, False))
        elif matched >= 3 and position + matched >= min(len(wanted), 6):
            position += matched
            rest = [source.piece(_after_words(line, matched), line.end)]
            index += 1
            break
        else:
            break
        index += 1
    restated = position >= min(4, len(wanted)) and position > 0
    labels = {part.label for part in question.parts if part.label}
    repeated = {label for label, _ in seen if label}
    changed = (
        restated and bool(repeated & labels) and (repeated != labels or any(not same for _, same in seen))
    )
    return Stripped((*rest, *lines[index:]), restated, changed)


def _matching(words: Sequence[str], wanted: Sequence[str], position: int) -> int:
    count = 0
    while count < len(words) and position + count < len(wanted) and words[count] == wanted[position + count]:
        count += 1
    return count


def _after_words(line: Line, count: int) -> int:
    matches = list(re.finditer(r"[a-z0-9]+", line.text.lower()))
    return line.start + matches[count - 1].end()
