"""The letter that the composer's page makes, where each of its fields stands in it, and fixes carried back to them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from requests_app.core.advice import Advice
from requests_app.core.composing import AskedFor, Composition, compose
from requests_app.core.reading import QuestionRead
from requests_app.core.templates_text import FIELDS
from requests_app.core.writing.editing import ANSWER_EACH
from requests_app.core.writing.records import Asked, Written, cleaned

PERIOD_AND_PLACE = "Unless a question says otherwise, please answer for {about}."
SPREADSHEET = "Please send figures as a spreadsheet (.xlsx or .csv)."
AS_HELD = "Documents can be sent in the form in which they are held."
BREAKDOWNS = "Please break the figures down by {by}."
TOTALS_FIRST = "Please give the totals first and the breakdowns after them."

_FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_PART_LINE = re.compile(r"\([a-z]\) (?P<text>\S.*)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of the letter and the stretch of the field it comes from; the same characters where it is ``literal``."""

    start: int
    end: int
    source_start: int
    source_end: int
    literal: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one field stands in the letter. ``field`` is a name of ``Written``, ``question:q1`` or ``part:q1:0``."""

    field: str
    start: int
    end: int
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class WrittenLetter:
    """The letter as the authority will get it. ``questions`` is ``None`` where they have to be read from a plain letter."""

    text: str
    questions: tuple[QuestionRead, ...] | None
    standing: tuple[Standing, ...]

    def field_at(self, start: int, end: int) -> str:
        """The field that a stretch of the letter comes from, or nothing."""
        found = _standing_at(self, start, end)
        return found.field if found else ""


def letter_of(written: Written, values: Mapping[str, str]) -> WrittenLetter:
    """The letter. ``values`` fill the fields the record knows (``core/templates_text``); what nobody knows yet stays as
    a field. Empty questions and parts are left out. Raises BadInput where a question has more parts than there are letters.
    """
    if written.is_plain:
        text = cleaned(written.letter).strip()
        return WrittenLetter(
            text, None, (Standing("letter", 0, len(text), (Chunk(0, len(text), 0, len(text), True),)),)
        )
    own = {"period": written.period, "place": written.place, "topic": written.topic}
    known = {
        name: " ".join(value.split()) for name, value in (*values.items(), *own.items()) if value.strip()
    }
    printed = _Printed(written, known)
    composed = compose(printed.composition)
    text = composed.text.rstrip("\n")
    return WrittenLetter(text, composed.questions, tuple(printed.standing(text, composed.questions)))


def filled(text: str, known: Mapping[str, str]) -> tuple[str, tuple[Chunk, ...]]:
    """A text with its fields filled, once each, and which stretch of it comes from where. A field without a value, and
    braces that are no field, stay.
    """
    out, chunks, at, length = [], [], 0, 0
    for match in _FIELD.finditer(text):
        value = known.get(match[1].strip(), "") if match[1].strip() in FIELDS else ""
        if not value:
            continue
        before = text[at : match.start()]
        chunks.append(Chunk(length, length + len(before), at, match.start(), literal=True))
        length += len(before)
        chunks.append(Chunk(length, length + len(value), match.start(), match.end(), literal=False))
        length += len(value)
        out += [before, value]
        at = match.end()
    chunks.append(Chunk(length, length + len(text) - at, at, len(text), literal=True))
    return "".join((*out, text[at:])), tuple(chunks)


def uses(written: Written, name: str) -> bool:
    """Whether a field such as ``period`` stands anywhere in the request."""
    texts = [
        written.salutation,
        written.opening,
        written.if_too_costly,
        written.format_other,
        written.closing,
    ]
    texts += [text for one in written.questions for text in (one.text, *one.parts)]
    texts += [text for pair in written.definitions for text in pair]
    return any(match[1].strip() == name for text in texts for match in _FIELD.finditer(text))


def _unended(text: str) -> str:
    """Words that a sentence of the letter takes in, without a full stop of their own."""
    return text.rstrip(" .\n\t").lstrip()


class _Printed:
    """The composition of a written request, and what each of its texts was made from, in the letter's order."""

    def __init__(self, written: Written, known: Mapping[str, str]) -> None:
        self.written = written
        self.known = known
        self.pieces: list[tuple[str, str, str, tuple[Chunk, ...]]] = []
        opening = [self._field("salutation"), self._field("opening"), *self._period_and_place()]
        asked = [one for one in written.questions if not one.is_empty]
        questions = tuple(self._asked(one, number) for number, one in enumerate(asked, 1))
        definitions = tuple(
            (
                self._own(f"definition:{place}:0", term, lead="By "),
                self._own(f"definition:{place}:1", _unended(meaning), lead=" I mean "),
            )
            for place, (term, meaning) in enumerate(written.definitions)
            if term.strip() and _unended(meaning)
        )
        form = "\n\n".join(filter(None, (" ".join(filter(None, self._form())), self._field("format_other"))))
        if_too_costly, closing = self._field("if_too_costly"), self._field("closing")
        self.composition = Composition(
            salutation=opening[0],
            opening="\n\n".join(filter(None, opening[1:])),
            questions=questions,
            definitions=definitions,
            format_wanted=form,
            if_too_costly=if_too_costly,
            closing=closing,
            requester_name=self._field("requester_name"),
            requester_address=self._field("address") if written.print_address else "",
        )

    def standing(self, text: str, questions: tuple[QuestionRead, ...]) -> Iterator[Standing]:
        """Where each field stands: every text comes after the one before it."""
        at = 0
        for name, lead, printed, chunks in self.pieces:
            if not printed:
                continue
            start = text.find(lead + printed, at)
            if start < 0:
                continue
            start += len(lead)
            at = start + len(printed)
            moved = tuple(
                Chunk(one.start + start, one.end + start, one.source_start, one.source_end, one.literal)
                for one in chunks
            )
            yield Standing(name, start, at, moved)

    def _field(self, name: str) -> str:
        return self._own(name, getattr(self.written, name))

    def _own(self, name: str, source: str, *, lead: str = "", squeezed: bool = False) -> str:
        """A field's own words as they are printed, behind ``lead``. Chunks count from the words as they are kept."""
        bare = " ".join(source.split()) if squeezed else source.strip()
        printed, chunks = filled(bare, self.known)
        self.pieces.append((name, lead, printed, chunks))
        return printed

    def _asked(self, one: Asked, number: int) -> AskedFor:
        text = self._own(f"question:{one.id}", one.text, lead=f"{number}. ", squeezed=True) or ANSWER_EACH
        parts = tuple(
            self._own(f"part:{one.id}:{place}", part, lead=") ", squeezed=True)
            for place, part in enumerate(one.parts)
            if part.strip()
        )
        return AskedFor(text, parts, one.format_wanted)

    def _period_and_place(self) -> list[str]:
        """The sentence for those that stand in no text of their own."""
        about: list[str] = []
        for name in ("period", "place"):
            source = str(getattr(self.written, name))
            if _unended(source) and not uses(self.written, name):
                about.append(self._own(name, _unended(source), lead="for ", squeezed=True))
        return [PERIOD_AND_PLACE.format(about=" and for ".join(about))] if about else []

    def _form(self) -> Iterator[str]:
        written = self.written
        yield SPREADSHEET if written.as_spreadsheet else ""
        yield AS_HELD if written.as_held else ""
        if _unended(written.breakdowns):
            yield BREAKDOWNS.format(by=self._own("breakdowns", _unended(written.breakdowns), lead="down by "))
        yield TOTALS_FIRST if written.totals_first else ""


def with_fix(written: Written, letter: WrittenLetter, advice: Advice) -> Written | None:
    """The request with the fix of a finding made in the field it speaks of; ``None`` where the fix is only a sentence,
    or would reach over several fields.
    """
    fix = advice.fix
    if fix.replacement is None or fix.start is None or fix.end is None:
        return None
    if written.is_plain:
        return replace(written, letter=fix.apply(letter.text))
    found = _standing_at(letter, fix.start, fix.end)
    if found is None:
        return None
    kind, _, about = found.field.partition(":")
    lines = fix.replacement.split("\n")
    parts = [match["text"] for match in map(_PART_LINE.fullmatch, lines) if match]
    if kind == "question" and len(parts) == len(lines) > 1:
        return _in_parts(written, about, parts)
    source = _source(written, found.field)
    start, end = _source_place(found, fix.start, ends=False), _source_place(found, fix.end, ends=True)
    return _put(written, found.field, source[:start] + " ".join(lines) + source[end:])


def _standing_at(letter: WrittenLetter, start: int, end: int) -> Standing | None:
    place = bisect_right([one.start for one in letter.standing], start) - 1
    if place < 0 or end > letter.standing[place].end:
        return None
    return letter.standing[place]


def _source_place(found: Standing, at: int, *, ends: bool) -> int:
    """Where a place of the letter is in the field's own words; inside a field that was filled, before or behind it."""
    for chunk in found.chunks:
        if chunk.start <= at < chunk.end or (at == chunk.end and (ends or chunk is found.chunks[-1])):
            if chunk.literal:
                return chunk.source_start + at - chunk.start
            return chunk.source_end if ends and at > chunk.start else chunk.source_start
    return found.chunks[-1].source_end


def _in_parts(written: Written, question: str, parts: list[str]) -> Written:
    place = written.place_of(question)
    split = replace(written.questions[place], text=ANSWER_EACH, parts=tuple(parts))
    return replace(written, questions=(*written.questions[:place], split, *written.questions[place + 1 :]))


def _source(written: Written, field: str) -> str:
    """The words of a field as ``_Printed`` took them."""
    kind, *about = field.split(":")
    if kind == "definition":
        text = written.definitions[int(about[0])][int(about[1])]
        return _unended(text) if about[1] == "1" else text.strip()
    if kind in ("question", "part"):
        one = written.questions[written.place_of(about[0])]
        return " ".join((one.text if kind == "question" else one.parts[int(about[1])]).split())
    text = str(getattr(written, field))
    if field in ("period", "place"):
        return " ".join(_unended(text).split())
    return _unended(text) if field == "breakdowns" else text.strip()


def _put(written: Written, field: str, text: str) -> Written:
    kind, *about = field.split(":")
    if kind == "definition":
        row, side = int(about[0]), int(about[1])
        pairs = [list(pair) for pair in written.definitions]
        pairs[row][side] = text
        return replace(written, definitions=tuple((term, meaning) for term, meaning in pairs))
    if kind not in ("question", "part"):
        return replace(written, **{field: text})  # type: ignore[arg-type]
    place = written.place_of(about[0])
    one = written.questions[place]
    if kind == "question":
        one = replace(one, text=text)
    else:
        number = int(about[1])
        one = replace(one, parts=(*one.parts[:number], text, *one.parts[number + 1 :]))
    return replace(written, questions=(*written.questions[:place], one, *written.questions[place + 1 :]))
