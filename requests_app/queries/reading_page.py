"""The review of a reply as its page shows it: the reading, what it is held against, and where all of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from requests_app.core.reading.differences import Difference, DifferenceKind
from requests_app.core.reading.disagreements import Disagreement
from requests_app.core.reading.notice import check_notice
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.reading.records import THRESHOLD, ReplyReading, TableRead
from requests_app.core.reading.siblings import compare_tables
from requests_app.core.states import AuthorityKind, MessageKind, Regime
from requests_app.models import Message
from requests_app.queries.law import cost_limits, exemption_table
from requests_app.queries.notices import told_before
from requests_app.queries.reading_marks import (
    ASKED,
    FACT,
    GROUND,
    SAID,
    Fold,
    Found,
    Mark,
    folds_of,
    marks_of,
)
from requests_app.queries.reading_values import proposed_kind
from requests_app.queries.readings import Proposal, proposal


@dataclass(frozen=True, slots=True)
class PointShown:
    """One point of the checklist and the mark where the reply says it, if it does."""

    point: NoticePoint
    mark: Mark | None


@dataclass(frozen=True)
class ReadingPage:
    """``points`` is what a refusal has to say, ``disagreements`` where figures contradict each other."""

    read: Proposal
    points: tuple[NoticePoint, ...]
    disagreements: tuple[Disagreement, ...]
    marks: list[Mark]
    folds: list[Fold]

    @cached_property
    def places(self) -> dict[str, list[Mark]]:
        """The marks by the place of the review they belong to."""
        places: dict[str, list[Mark]] = {}
        for mark in self.marks:
            for target in mark.targets:
                places.setdefault(target, []).append(mark)
        return places

    @property
    def doubts(self) -> list[Mark]:
        """What is put to the person as a question, where the kind of message lets it be asked."""
        answers = proposed_kind(self.read.reading).answers
        return [mark for mark in self.marks if mark.unsure and (answers or mark.family == FACT)]

    @property
    def wanting(self) -> list[PointShown]:
        """The points that are not met, with their marks; what is missing or wrong stands first."""
        open_points = [point for point in self.points if point.status is not NoticeStatus.MET]
        return self._shown(sorted(open_points, key=lambda point: not point.status.is_ground))

    @property
    def met(self) -> list[PointShown]:
        """The points that are met, with their marks."""
        return self._shown([point for point in self.points if point.status is NoticeStatus.MET])

    @property
    def grounds(self) -> int:
        """How many points could be put to the authority when a review is asked for."""
        return sum(point.status.is_ground for point in self.points)

    def _shown(self, points: Sequence[NoticePoint]) -> list[PointShown]:
        return [PointShown(point, self._mark_at(point.start, point.end)) for point in points]

    def _mark_at(self, start: int | None, end: int | None) -> Mark | None:
        """The smallest mark that has to do with a passage."""
        if start is None or end is None:
            return None
        over = [mark for mark in self.marks if mark.start < end and mark.end > start]
        return min(over, key=lambda mark: mark.end - mark.start, default=None)


def reading_page(message: Message) -> ReadingPage:
    """Read a message and hold it against its request and the law. One query for the questions, and one for the
    exemptions where it may be a refusal.
    """
    read = proposal(message)
    points = _points(message, read.reading)
    disagreements = compare_tables(read.reading.tables, message.body)
    more = (*_differing(read), *_contradicting(disagreements), *_pointed(points))
    marks = marks_of(read.reading, message.body, read.places, more)
    return ReadingPage(read, points, disagreements, marks, folds_of(read.reading.findings, message.body))


def _points(message: Message, reading: ReplyReading) -> tuple[NoticePoint, ...]:
    if not (reading.kind.kind.answers or reading.kind.kind is MessageKind.EXTENSION_NOTICE):
        return ()
    foi_request = message.foi_request
    return check_notice(
        reading,
        message.body,
        regime=Regime(foi_request.regime),
        authority_kind=AuthorityKind(foi_request.authority.kind),
        exemptions=exemption_table(),
        cost_limits=cost_limits(),
        issued_on=reading.date_responded,
        due_on=foi_request.response_due_on,
        given_before=told_before(
            foi_request, message.body, before=reading.date_responded or message.happened_on
        ),
    )


def _differing(read: Proposal) -> Iterator[Found]:
    for answer in read.answers:
        yield from _differences(answer.differences, answer.target)
    yield from _differences(read.differences, "differences")


def _differences(differences: Sequence[Difference], target: str) -> Iterator[Found]:
    for each in differences:
        if each.start is not None and each.end is not None and each.kind is not DifferenceKind.RENUMBERED:
            question = f"Is it so? {each.sentence}"
            yield Found(each.start, each.end, each.kind.label, ASKED, target, each.confidence, question)


def _contradicting(disagreements: Sequence[Disagreement]) -> Iterator[Found]:
    for each in disagreements:
        if each.start is not None and each.end is not None and each.cells:
            target = f"table-{each.cells[0].table + 1}"
            question = f"Is it so? {each.sentence}"
            yield Found(each.start, each.end, "Contradiction", SAID, target, each.confidence, question)


def _pointed(points: Sequence[NoticePoint]) -> Iterator[Found]:
    """Passages that are wrong or worth knowing; what is as it should be is marked for what it is."""
    for point in points:
        if (
            point.status in (NoticeStatus.MET, NoticeStatus.MISSING)
            or point.start is None
            or point.end is None
        ):
            continue
        yield Found(point.start, point.end, f"Refusal: {point.status.label.lower()}", GROUND, "notice", 1.0)


def of_table(disagreements: Sequence[Disagreement], place: int) -> list[Disagreement]:
    """The contradictions in which the table of a place (from 0) takes part."""
    return [each for each in disagreements if any(cell.table == place for cell in each.cells)]


def cells_in(disagreements: Sequence[Disagreement], place: int) -> frozenset[tuple[int | None, int | None]]:
    """The cells of a table (from 0) that something contradicts: row and column, as in ``CellAt``."""
    return frozenset(
        (cell.row, cell.column) for each in disagreements for cell in each.cells if cell.table == place
    )


def caption_of(table: TableRead, place: int, tables: Sequence[TableRead]) -> str:
    """A name for a table that no other of the reply has."""
    if not table.title:
        return f"Table {place}"
    alone = sum(other.title == table.title for other in tables) == 1
    return table.title if alone else f"{table.title} (table {place})"


def is_sure(found: Difference | Disagreement) -> bool:
    """Whether it is shown as found, and not asked about."""
    return found.confidence >= THRESHOLD
