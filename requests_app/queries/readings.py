"""What the program reads in a reply, set beside the questions of the request, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from requests_app.core.matching import Asked, Matched, bare, match_answers
from requests_app.core.reading import AnswerRead, ReplyReading, read_reply
from requests_app.core.reading.differences import Difference, DifferenceKind, QuestionAsked
from requests_app.core.reading.held_against import hold_against
from requests_app.core.reading.records import THRESHOLD, TableRead
from requests_app.core.states import Outcome
from requests_app.models import FoiRequest, Message, Question
from requests_app.queries.reading_marks import Places

KEPT = 8
"""Readings a process keeps: a page that comes back with a mistake in it need not be read again."""


@dataclass(frozen=True, slots=True)
class AnswerProposed:
    """What the reply says to one question of ours, or to one part (``read`` None: nothing found).

    ``name`` is what people call it: "1", "1(ii)".
    """

    question: Question
    name: str
    read: AnswerRead | None
    parts: tuple[AnswerProposed, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def target(self) -> str:
        """Its place on the page."""
        return f"q{self.question.pk}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """``answers`` has every question of ours in order; ``others`` are answers of the reply to none of them, and
    ``differences`` how it differs from the request as a whole. ``places`` says what of it belongs to which question.
    """

    reading: ReplyReading
    answers: list[AnswerProposed]
    others: list[AnswerRead]
    differences: tuple[Difference, ...]
    places: Places

    @property
    def with_parts(self) -> Iterator[AnswerProposed]:
        """Every question, each followed by its parts."""
        for answer in self.answers:
            yield answer
            yield from answer.parts


@lru_cache(maxsize=KEPT)
def reading_of(text: str) -> ReplyReading:
    """The reading of a text. A pure function of it: what was read before is given again."""
    return read_reply(text)


@lru_cache(maxsize=KEPT)
def _held_against(asked: tuple[QuestionAsked, ...], text: str) -> tuple[Difference, ...]:
    """How a text differs from what was asked: a pure function too."""
    return hold_against(asked, reading_of(text), text)


def proposal(message: Message) -> Proposal:
    """Read a reply against its request. One query, for the questions."""
    reading = reading_of(message.body)
    questions = questions_of(message.foi_request)
    differences = _held_against(tuple(_asked(*each) for each in questions), message.body)
    matched, others = match_answers(
        [Asked(question.label, tuple(part.label for part in parts)) for question, parts in questions],
        reading.answers,
        {each.question: each.reply_label for each in differences if _renumbered(each)},  # type: ignore[misc]
    )
    answers = [
        _proposed(*both, [each for each in differences if each.question == place])
        for place, both in enumerate(zip(questions, matched, strict=True))
    ]
    general = tuple(each for each in differences if each.question is None)
    return Proposal(reading, answers, others, general, _places(reading, answers))


def _asked(question: Question, parts: Sequence[Question]) -> QuestionAsked:
    return QuestionAsked(
        question.label, question.text, tuple(QuestionAsked(part.label, part.text) for part in parts)
    )


def _renumbered(difference: Difference) -> bool:
    return (
        difference.kind is DifferenceKind.RENUMBERED
        and difference.part is None
        and difference.question is not None
        and bool(difference.reply_label)
        and difference.confidence >= THRESHOLD
    )


def questions_of(foi_request: FoiRequest) -> list[tuple[Question, list[Question]]]:
    """The questions in order, each with its parts. One query."""
    rows = list(foi_request.questions.order_by("position", "pk"))
    parts: dict[int, list[Question]] = {}
    for row in rows:
        if row.parent_id is not None:
            parts.setdefault(row.parent_id, []).append(row)
    return [(row, parts.get(row.pk, [])) for row in rows if row.parent_id is None]


def _proposed(
    asked: tuple[Question, list[Question]], matched: Matched, differences: Sequence[Difference]
) -> AnswerProposed:
    question, parts = asked
    name = question.label or str(question.position)
    return AnswerProposed(
        question,
        name,
        matched.whole,
        tuple(
            AnswerProposed(part, _part_name(name, part), read)
            for part, read in zip(parts, matched.parts, strict=True)
        ),
        tuple(differences),
    )


def _part_name(name: str, part: Question) -> str:
    """ "1(ii)", or "1, part 2" where the part has no label that could be spoken."""
    return f"{name}{part.label}" if bare(part.label) else f"{name}, part {part.position}"


def _places(reading: ReplyReading, answers: Sequence[AnswerProposed]) -> Places:
    """Which of our questions each question, part and answer of the reply belongs to."""
    whole = {
        bare(read.label): answer
        for answer in answers
        for read in (answer.read, *(part.read for part in answer.parts))
        if read
    }
    found = {id(part.read): part.target for answer in answers for part in answer.parts if part.read}
    by_answer: dict[int, str] = {}
    for place, read in enumerate(reading.answers):
        of_question = whole.get(bare(read.label))
        if id(read) in found or of_question:
            by_answer[place] = found.get(id(read)) or of_question.target  # type: ignore[union-attr]
    questions: dict[int, str] = {}
    parts: dict[tuple[int, int], str] = {}
    ours = {bare(answer.name): answer for answer in answers}
    for place, question in enumerate(reading.questions):
        label = bare(question.label) or str(place + 1)
        answer = whole.get(label) or ours.get(label)
        if answer is None:
            continue
        questions[place] = answer.target
        by_label = {bare(part.question.label): part.target for part in answer.parts}
        for number, part in enumerate(question.parts):
            parts[place, number] = by_label.get(bare(part.label), answer.target)
    return Places(questions, parts, by_answer)


def question_of(read: Proposal, table: TableRead) -> Question | None:
    """The question, or the part, in whose answer a table stands; nothing where several share that answer, or none has it."""
    if table.start is None:
        return None
    around = [
        (each.read.end - each.read.start, each.question)
        for each in read.with_parts
        if each.read and each.read.start is not None and each.read.end is not None
        if each.read.start <= table.start < each.read.end
    ]
    least = min((length for length, _ in around), default=0)
    closest = [question for length, question in around if length == least]
    return closest[0] if len(closest) == 1 else None


def initial_answer(answer: AnswerProposed) -> dict[str, str]:
    """One answer as its form begins: unanswered where nothing was found, a part with its question; noted what differs
    from the request beyond doubt.
    """
    read = answer.read
    note = "\n".join(each.sentence for each in answer.differences if _notable(each))
    if read is None:
        outcome = "" if answer.question.parent_id else Outcome.UNANSWERED.value
        return {"outcome": outcome, "text": "", "sections": "", "note": note}
    return {
        "outcome": read.outcome.value,
        "text": read.text,
        "sections": ", ".join(read.sections),
        "note": note,
    }


def _notable(difference: Difference) -> bool:
    """Whether it belongs in the record: what is only numbered otherwise takes nothing from anybody."""
    return difference.confidence >= THRESHOLD and difference.kind is not DifferenceKind.RENUMBERED
