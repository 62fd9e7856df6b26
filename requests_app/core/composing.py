"""A request as a composer builds it: numbered questions with parts, definitions, wishes, and the letter they make.

The letter says where each question stands in it, so that advice (``core/advice``) and the record speak of the same
words. Sets of questions that ship with the program (``data/question_sets.json``) are read here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from requests_app.core.errors import BadInput
from requests_app.core.reading import PartRead, QuestionRead
from requests_app.core.states import AuthorityKind
from requests_app.core.templates_text import fill, fill_known

MOST_PARTS = 26
"""Parts of one question: as many as there are letters to label them."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A question as it is written: its words, its parts, the form the answer is wanted in."""

    text: str
    parts: tuple[str, ...] = ()
    format_wanted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Everything a request says. Empty texts are left out of the letter; ``definitions`` are pairs of term and meaning."""

    salutation: str
    opening: str
    questions: tuple[AskedFor, ...]
    definitions: tuple[tuple[str, str], ...] = ()
    format_wanted: str = ""
    if_too_costly: str = ""
    closing: str = "Yours faithfully,"
    requester_name: str = ""
    requester_address: str = ""


@dataclass(frozen=True, slots=True)
class ComposedLetter:
    """The letter, and its questions with the places where they stand in it."""

    text: str
    questions: tuple[QuestionRead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSet:
    """A set of questions that ships with the program. ``kinds`` are the authorities it is for; empty: any."""

    slug: str
    title: str
    summary: str
    kinds: frozenset[AuthorityKind]
    opening: str
    questions: tuple[AskedFor, ...]
    definitions: tuple[tuple[str, str], ...]
    format_wanted: str
    if_too_costly: str

    def is_for(self, kind: AuthorityKind) -> bool:
        """Whether it can be sent to this kind of authority."""
        return not self.kinds or kind in self.kinds


def question_sets_from_json(obj: Mapping[str, Any]) -> tuple[QuestionSet, ...]:
    """The sets of ``data/question_sets.json``. Raises BadInput naming what is wrong."""
    try:
        return tuple(_set(row) for row in obj["sets"])
    except (KeyError, TypeError, ValueError) as error:
        raise BadInput(f"The question sets can't be read: {error!r}; see data/question_sets.json.") from error


def _set(row: Mapping[str, Any]) -> QuestionSet:
    return QuestionSet(
        slug=str(row["slug"]),
        title=str(row["title"]),
        summary=str(row["summary"]),
        kinds=frozenset(AuthorityKind(kind) for kind in row["kinds"]),
        opening=str(row["opening"]),
        questions=tuple(
            AskedFor(str(one["text"]), tuple(str(part) for part in one["parts"]), str(one["format"]))
            for one in row["questions"]
        ),
        definitions=tuple((str(one["term"]), str(one["meaning"])) for one in row["definitions"]),
        format_wanted=str(row["format"]),
        if_too_costly=str(row["if_too_costly"]),
    )


def composition_of(
    chosen: QuestionSet, values: Mapping[str, str], *, salutation: str, preview: bool = False
) -> Composition:
    """A set made out to one authority: its fields filled, once each. Raises MissingFact for a value that is absent,
    unless it is only a preview.
    """
    put = fill_known if preview else fill
    return Composition(
        salutation=salutation,
        opening=put(chosen.opening, values),
        questions=tuple(
            replace(one, text=put(one.text, values), parts=tuple(put(part, values) for part in one.parts))
            for one in chosen.questions
        ),
        definitions=tuple((put(term, values), put(meaning, values)) for term, meaning in chosen.definitions),
        format_wanted=put(chosen.format_wanted, values),
        if_too_costly=put(chosen.if_too_costly, values),
        requester_name=values.get("requester", ""),
        requester_address=values.get("address", ""),
    )


def compose(composition: Composition) -> ComposedLetter:
    """The letter, with numbered questions and lettered parts. Raises BadInput where a question has no words, or more
    parts than there are letters.
    """
    letter = _Letter()
    letter.paragraph(composition.salutation)
    letter.paragraph(composition.opening)
    questions = [letter.question(place, one) for place, one in enumerate(composition.questions, 1)]
    for term, meaning in composition.definitions:
        letter.paragraph(f"By {term.strip()} I mean {meaning.strip().rstrip('.')}.")
    letter.paragraph(composition.format_wanted)
    letter.paragraph(composition.if_too_costly)
    letter.paragraph(composition.closing)
    letter.paragraph(
        "\n".join(filter(None, (composition.requester_name.strip(), composition.requester_address.strip())))
    )
    return ComposedLetter(letter.text + "\n", tuple(questions))


class _Letter:
    """The text so far."""

    def __init__(self) -> None:
        self.text = ""

    def paragraph(self, words: str) -> None:
        """Add a paragraph, unless it is empty."""
        if words.strip():
            self.text += ("\n\n" if self.text else "") + words.strip()

    def question(self, place: int, asked: AskedFor) -> QuestionRead:
        """Add a question under its number, and say where it stands."""
        words = " ".join(asked.text.split())
        if not words:
            raise BadInput(
                f"Question {place} has no words. Write it, or take it out.", field=f"question_{place}"
            )
        if len(asked.parts) > MOST_PARTS:
            raise BadInput(
                f"Question {place} has {len(asked.parts)} parts; up to {MOST_PARTS} can be lettered. Split it in two.",
                field=f"question_{place}",
            )
        self.text += ("\n\n" if place == 1 else "\n") if self.text else ""
        start = len(self.text)
        self.text += f"{place}. {words}"
        parts = [
            self._part(chr(ord("a") + number), part)
            for number, part in enumerate(filter(str.strip, asked.parts))
        ]
        return QuestionRead(str(place), words, tuple(parts), start, len(self.text))

    def _part(self, letter: str, words: str) -> PartRead:
        bare = " ".join(words.split())
        self.text += f"\n   ({letter}) "
        start = len(self.text)
        self.text += bare
        return PartRead(f"({letter})", bare, start, len(self.text))


def merged(first: AskedFor, second: AskedFor) -> AskedFor:
    """Two questions as one: the words of both become its parts, where they have none of their own."""
    return AskedFor(
        "Please provide the following:",
        (*_as_parts(first), *_as_parts(second)),
        first.format_wanted or second.format_wanted,
    )


def _as_parts(asked: AskedFor) -> Sequence[str]:
    return [f"{asked.text} {part}" for part in asked.parts] or [asked.text]


def split(asked: AskedFor) -> tuple[AskedFor, ...]:
    """A question with parts as one question for each part."""
    if not asked.parts:
        return (asked,)
    lead = asked.text.rstrip().rstrip(":").rstrip()
    if lead.endswith("?"):
        whole = [f"{lead[:-1].rstrip()}, {part.rstrip(' ?.')}?" for part in asked.parts]
    else:
        whole = [f"{lead}: {part}" for part in asked.parts]
    return tuple(AskedFor(text, (), asked.format_wanted) for text in whole)


def from_read(questions: Iterable[QuestionRead]) -> tuple[AskedFor, ...]:
    """Questions read in a pasted letter (``core/reading.questions_of``) as a composer takes them."""
    return tuple(AskedFor(one.text, tuple(part.text for part in one.parts)) for one in questions)
