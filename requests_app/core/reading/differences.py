"""How a reply differs from the request it answers: the record of ``held_against``."""

from __future__ import annotations

from dataclasses import dataclass

from requests_app.core.states import Labelled


class DifferenceKind(Labelled):
    """What became of a question, or of a part of one, other than being answered as it was asked."""

    QUESTION_UNANSWERED = "question_unanswered"
    PART_UNANSWERED = "part_unanswered"
    QUESTION_DROPPED = "question_dropped"
    QUESTION_REWORDED = "question_reworded"
    QUESTION_ADDED = "question_added"
    PART_DROPPED = "part_dropped"
    PART_REWORDED = "part_reworded"
    PART_ADDED = "part_added"
    RENUMBERED = "renumbered"
    OTHER_PERIOD = "other_period"
    OTHER_PLACE = "other_place"
    OTHER_UNIT = "other_unit"
    TOTAL_FOR_BREAKDOWN = "total_for_breakdown"
    CALLED_FULL = "called_full"

    @property
    def label(self) -> str:
        """The difference in words."""
        return _LABELS.get(self) or super().label


_LABELS = {
    DifferenceKind.OTHER_PERIOD: "Answered for another period",
    DifferenceKind.OTHER_PLACE: "Answered for another place",
    DifferenceKind.OTHER_UNIT: "Answered in another unit",
    DifferenceKind.TOTAL_FOR_BREAKDOWN: "A total where a breakdown was asked for",
    DifferenceKind.CALLED_FULL: "Called full disclosure",
}


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question as the request has it; ``parts`` are its parts, which have none of their own.

    ``label`` is as printed, empty where there is none.
    """

    label: str
    text: str
    parts: tuple[QuestionAsked, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between what was asked and what the reply restates or answers.

    ``question`` is the place of the question in the request, from 0, and ``part`` that of its part; None where the
    reply adds what nobody asked. ``asked_label`` and ``asked_text`` are the request's, ``reply_label`` and
    ``reply_text`` the reply's, empty where there is none on that side. ``start`` and ``end`` stand in the reply.
    """

    kind: DifferenceKind
    sentence: str
    confidence: float
    question: int | None = None
    part: int | None = None
    asked_label: str = ""
    asked_text: str = ""
    reply_label: str = ""
    reply_text: str = ""
    start: int | None = None
    end: int | None = None
