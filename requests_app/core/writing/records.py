"""What a request consists of while it is written, so that it can be kept, compared and turned into its letter.

Nothing here is refused: a draft may be as unfinished as it likes. What no letter can hold is taken out of every text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from requests_app.core.composing import AskedFor, QuestionSet, from_read
from requests_app.core.errors import BadInput
from requests_app.core.reading import QuestionRead

SALUTATION = "Dear {{ authority }},"
OPENING = "Under the {{ act }}, please send me the following information held by {{ authority }}."
IF_TOO_COSTLY = (
    "If answering all of this would be too costly, please answer the questions in their order as far as you can, and "
    "tell me what else could be given."
)
CLOSING = "Yours faithfully,"

MOST_QUESTIONS = 60
"""Questions of one request: five times what one request carries well."""

LONGEST = 20_000
"""Characters of one field; a plain letter may be as long as any letter."""

# What shows nothing and has no place in a letter: control characters, halves of characters, overrides of direction.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_ID = re.compile(r"q[1-9]\d{0,5}")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``id`` stays with it however it is moved or reworded, so that versions can be compared."""

    id: str
    text: str = ""
    parts: tuple[str, ...] = ()
    format_wanted: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self.text.strip() and not any(part.strip() for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Everything on the composer's page. ``letter`` is the text of those who prefer a plain letter (``is_plain``).

    Texts may have fields (``{{ period }}``), which the letter fills. ``work`` is what was entered in the cost
    estimator, as typed. ``address`` is printed in the letter with ``print_address`` alone.
    """

    title: str = ""
    authority: str = ""
    requester_name: str = ""
    address: str = ""
    print_address: bool = False
    channel: str = "email"
    is_environmental: bool = False
    is_plain: bool = False
    letter: str = ""
    salutation: str = SALUTATION
    opening: str = OPENING
    period: str = ""
    place: str = ""
    topic: str = ""
    questions: tuple[Asked, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    as_spreadsheet: bool = False
    as_held: bool = False
    totals_first: bool = False
    breakdowns: str = ""
    format_other: str = ""
    if_too_costly: str = IF_TOO_COSTLY
    closing: str = CLOSING
    work: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_begun(self) -> bool:
        """Whether anything is asked yet, so that advice has something to speak of."""
        if self.is_plain:
            return bool(self.letter.strip())
        return any(not question.is_empty for question in self.questions)

    def place_of(self, question_id: str) -> int:
        """Where a question stands, from 0; -1 where there is none of this id."""
        return next((place for place, one in enumerate(self.questions) if one.id == question_id), -1)


TEXTS = tuple(each.name for each in fields(Written) if each.type == "str")
SWITCHES = tuple(each.name for each in fields(Written) if each.type == "bool")


def cleaned(text: str) -> str:
    """A text as it can be kept: line ends made alike, without what shows nothing."""
    return _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def free_id(questions: Iterable[Asked]) -> str:
    """An id that no question has."""
    used = [int(question.id[1:]) for question in questions if _ID.fullmatch(question.id)]
    return f"q{max(used, default=0) + 1}"


def numbered(questions: Iterable[Asked]) -> tuple[Asked, ...]:
    """The questions with an id each, new ones for those that have none or one that stands before."""
    given = list(questions)
    done: list[Asked] = []
    for question in given:
        known = {each.id for each in done}
        if not _ID.fullmatch(question.id) or question.id in known:
            question = replace(question, id=free_id([*given, *done]))
        done.append(question)
    return tuple(done)


def asked_of(questions: Iterable[AskedFor], beside: Iterable[Asked] = ()) -> tuple[Asked, ...]:
    """Questions of a set or of a letter, with ids that those ``beside`` don't have."""
    taken = list(beside)
    added: list[Asked] = []
    for one in questions:
        added.append(Asked(free_id([*taken, *added]), one.text, one.parts, one.format_wanted))
    return tuple(added)


def check_size(written: Written) -> Written:
    """The same. Raises BadInput where there are more questions, or longer texts, than can be kept."""
    if len(written.questions) > MOST_QUESTIONS:
        raise BadInput(
            f"{len(written.questions)} questions are more than one request can hold; up to {MOST_QUESTIONS} can be kept. "
            "Put the rest into another request.",
            field="questions",
        )
    texts = [getattr(written, name) for name in TEXTS if name != "letter"]
    texts += [text for pair in written.definitions for text in pair]
    texts += [text for one in written.questions for text in (one.text, *one.parts)]
    longest = max(map(len, texts), default=0)
    if longest > LONGEST:
        raise BadInput(
            f"One of the fields has {longest:,} characters; up to {LONGEST:,} can be kept. Shorten it, or write a plain letter.",
            field="questions",
        )
    return written


def from_set(chosen: QuestionSet, start: Written) -> Written:
    """A set of questions as the beginning of a request; its fields stay in the texts until the letter is made."""
    return replace(
        start,
        title=start.title or chosen.title,
        opening=chosen.opening,
        questions=asked_of(chosen.questions),
        definitions=chosen.definitions,
        format_other=chosen.format_wanted,
        if_too_costly=chosen.if_too_costly,
    )


def with_read(written: Written, questions: Iterable[QuestionRead]) -> Written:
    """The questions read in a pasted letter, added to those there are; empty ones make way."""
    kept = tuple(question for question in written.questions if not question.is_empty)
    found = [one for one in from_read(questions) if one.text.strip() or one.parts]
    return replace(written, questions=(*kept, *asked_of(found, kept)))


def written_to_json(written: Written) -> dict[str, Any]:
    """As it is kept in the database."""
    return asdict(written) | {"work": dict(written.work)}


def written_from_json(obj: Mapping[str, Any]) -> Written:
    """As it was kept. What is missing or of the wrong shape is as on an empty page: fields come and go with versions."""
    texts = {name: obj[name] for name in TEXTS if isinstance(obj.get(name), str)}
    work = obj.get("work")
    switches = {name: obj[name] for name in SWITCHES if isinstance(obj.get(name), bool)}
    return Written(
        **texts,
        **switches,
        questions=numbered(_asked(one) for one in _rows(obj, "questions") if isinstance(one, Mapping)),
        definitions=tuple(
            (str(pair[0]), str(pair[1]))
            for pair in _rows(obj, "definitions")
            if isinstance(pair, list | tuple) and len(pair) == 2
        ),
        work={str(name): str(value) for name, value in work.items()} if isinstance(work, Mapping) else {},
    )


def _rows(obj: Mapping[str, Any], name: str) -> list[Any]:
    rows = obj.get(name)
    return list(rows) if isinstance(rows, list | tuple) else []


def _asked(obj: Mapping[str, Any]) -> Asked:
    return Asked(
        str(obj.get("id", "")),
        str(obj.get("text", "")),
        tuple(map(str, _rows(obj, "parts"))),
        str(obj.get("format_wanted", "")),
    )
