"""Names of answers, and answers without the question they repeat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.labels import Kind, label_at
from requests_app.core.reading.lines import Line, Source, words_of
from requests_app.core.reading.records import QuestionRead


def keys_of(questions: Sequence[QuestionRead]) -> list[str]:
    """The name of each question in a reading: its label without punctuation, or its place in the list where
    it has no label, a bullet, or one that stands twice.
    """
    bare = [re.sub(r"^[\s(]+|[\s.):/-]+$", "", question.label).lstrip("\u2022*-") for question in questions]
    return [name if name and bare.count(name) == 1 else str(place) for place, name in enumerate(bare, 1)]


@dataclass(frozen=True, slots=True)
class Stripped:
    """An answer without the question it repeats. ``restated`` says that the question stood there;
    ``changed`` that its parts were restated differently or left out.
    """

    lines: tuple[Line, ...]
    restated: bool
    changed: bool


_HEADED = re.compile(
    r"^(?:(?:our|the|my)\s+)?(?:response|reply|answer|a(?=\s*:)|ans)\.?\s*[:-]\s+(?=\S)", re.IGNORECASE
)


def _without_heading(source: Source, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without "Response:" before the first."""
    match = _HEADED.match(lines[0].body) if lines else None
    if match is None:
        return lines
    first = lines[0]
    return [source.piece(first.at + match.end(), first.end, gap=first.gap), *lines[1:]]


def strip_question(source: Source, question: QuestionRead, lines: Sequence[Line]) -> Stripped:
    """Take the repeated question off the beginning of an answer."""
    lines = _without_heading(source, lines)
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
        words = words_of(body)
        matched, total = _matching(words, wanted, position), len(words)
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


_PUNCTUATION = re.compile(r"[\s?.:;,)\]'\"-]*")


def _after_words(line: Line, count: int) -> int:
    matches = list(re.finditer(r"[a-z0-9]+", line.text.lower()))
    after = _PUNCTUATION.match(line.text, matches[count - 1].end())
    return line.start + (after.end() if after else 0)
