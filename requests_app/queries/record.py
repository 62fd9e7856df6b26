"""One request as letters see it: its clock, what happened, and what was last said to each question. Few queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch

from requests_app.core.arguments import OUTCOMES_OF
from requests_app.core.calendars import Calendar, HolidayTable, calendar_for
from requests_app.core.clock import Clock
from requests_app.core.exemptions import Exemption
from requests_app.core.letters.facts import Line
from requests_app.core.letters.situation import Situation
from requests_app.core.letters.telling import Said
from requests_app.core.reading.notice_points import NoticePoint
from requests_app.core.relied_on import Ground, grounds_in
from requests_app.core.states import Decision, EventKind, LetterKind, MessageKind, Outcome, Regime
from requests_app.models import (
    Answer,
    AuthorityAddress,
    Clarification,
    Deadline,
    Event,
    FoiRequest,
    Message,
    Question,
    Response,
)
from requests_app.queries.clock import clock_of
from requests_app.queries.holidays import holiday_table
from requests_app.queries.law import exemption_table
from requests_app.queries.notices import lacking_of, points_of, unbalanced

_CLAIMED = "acknowledgement"
_OF_A_DECISION = {
    Decision.IN_FULL: Outcome.DISCLOSED,
    Decision.IN_PART: Outcome.DISCLOSED_IN_PART,
    Decision.MIXED: Outcome.DISCLOSED_IN_PART,
    Decision.REFUSED: Outcome.REFUSED,
    Decision.NOT_HELD: Outcome.NOT_HELD,
    Decision.NCND: Outcome.NCND,
    Decision.COST_LIMIT: Outcome.COST_LIMIT,
}
_GIVEN = {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}


@dataclass
class Record:
    """A request on a day. What only some letters need is read when it is asked for, once."""

    foi_request: FoiRequest
    today: date
    events: list[Event]
    clock: Clock
    calendar: Calendar
    holidays: HolidayTable | None = None

    @property
    def regime(self) -> Regime:
        """The law it is under."""
        return Regime(self.foi_request.regime)

    @cached_property
    def exemptions(self) -> tuple[Exemption, ...]:
        """The table of exemptions. One query."""
        return exemption_table()

    @cached_property
    def responses(self) -> list[Response]:
        """The confirmed replies with their messages and answers, in order. Two queries."""
        answers = Answer.objects.order_by("pk")
        rows = Response.objects.filter(foi_request=self.foi_request).select_related("message")
        return list(rows.prefetch_related(Prefetch("answers", queryset=answers)).order_by("pk"))

    @cached_property
    def reply(self) -> Response | None:
        """The final reply, or the last one of a part."""
        final = [response for response in self.responses if response.is_final]
        return next(reversed(final or self.responses), None)

    @cached_property
    def questions(self) -> list[tuple[Question, list[Question]]]:
        """The questions, each with its parts. One query."""
        return by_position(list(self.foi_request.questions.order_by("position", "pk")))

    @cached_property
    def addresses(self) -> list[AuthorityAddress]:
        """The addresses of the authority that somebody has checked. One query."""
        checked = AuthorityAddress.objects.filter(
            authority=self.foi_request.authority_id, checked_on__isnull=False
        )
        return list(checked.order_by("pk"))

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """What was last said to each question: part by part where parts have answers of their own.

        A later reply that is silent about a question takes nothing back of what an earlier one said.
        """
        last: dict[int, Answer] = {}
        for response in self.responses:
            for answer in response.answers.all():
                if answer.outcome != Outcome.UNANSWERED or answer.question_id not in last:
                    last[answer.question_id] = answer
        found = [said for question, parts in self.questions for said in self._said(question, parts, last)]
        return tuple(found) or self._said_of_the_whole()

    def _said(self, question: Question, parts: list[Question], last: dict[int, Answer]) -> Iterator[Said]:
        name = question.label or str(question.position)
        answered = [part for part in parts if part.pk in last]
        for part in answered:
            called = f"{name}{part.label or f' part {part.position}'}"
            yield self._one(called, part.text, last[part.pk], [part.pk])
        if not answered and question.pk in last:
            every = [question.pk, *(part.pk for part in parts)]
            yield self._one(name, whole_text(question, parts), last[question.pk], every)

    def _one(self, name: str, asked: str, answer: Answer, of_questions: list[int]) -> Said:
        outcome = Outcome(answer.outcome)
        missing = [answer.note]
        if self.reply is not None and answer.response_id == self.reply.pk:
            missing += [sentence for pk in of_questions for sentence in self.lacking.get(pk, ())]
        return Said(
            name=name,
            asked=asked,
            outcome=outcome,
            text=answer.text,
            grounds=grounds_in(answer.sections, self.exemptions, self.regime, denied=outcome is Outcome.NCND),
            missing=" ".join(each for each in missing if each) if outcome in _GIVEN else "",
            origin=f"answer {answer.pk}",
        )

    @cached_property
    def lacking(self) -> dict[int, list[str]]:
        """What the reply was read to leave out of each question or part, by its key."""
        return lacking_of(self.reply, self.questions)

    def _said_of_the_whole(self) -> tuple[Said, ...]:
        """What the reply decided, where nobody set down what it says to each question."""
        reply = self.reply
        outcome = _OF_A_DECISION.get(Decision(reply.decision)) if reply and reply.decision else None
        if reply is None or outcome is None:
            return ()
        return (Said("", self.foi_request.title, outcome, origin=f"message {reply.message_id}"),)

    @cached_property
    def points(self) -> tuple[NoticePoint, ...]:
        """What the last confirmed refusal was held against."""
        return points_of(self.reply, self.foi_request, self.exemptions, due_on=self.clock.response_due)

    @cached_property
    def unbalanced(self) -> tuple[Line, ...]:
        """The qualified grounds on which something is withheld without a balance of the public interest."""
        return unbalanced(self.reply, self.grounds_of(LetterKind.REVIEW_NO_BALANCING), self.points)

    @cached_property
    def keys_of_dates(self) -> dict[str, int]:
        """The rows of the live dates by their key. One query."""
        live = self.foi_request.deadlines.exclude(status=Deadline.Status.MOVED)
        return dict(live.values_list("key", "pk"))

    def origin_of_date(self, key: str) -> str:
        """How a fact names the date it comes from."""
        return f"deadline {self.keys_of_dates.get(key, key)}"

    @cached_property
    def clarification(self) -> Clarification | None:
        """The question of theirs that waits for an answer, else the last one. One query."""
        rounds = Clarification.objects.filter(foi_request=self.foi_request).prefetch_related("questions")
        return rounds.order_by("is_answered", "-pk").first()

    @cached_property
    def unread(self) -> bool:
        """Whether something that came waits for a person to confirm what it is. One query."""
        waiting = self.foi_request.messages.filter(reading_state=Message.ReadingState.TO_CONFIRM)
        return waiting.exists()

    @property
    def letters_sent(self) -> dict[LetterKind, date]:
        """The last day on which a letter of each kind went out."""
        sent: dict[LetterKind, date] = {}
        for event in self.events:
            kind = event.details.get("letter")
            if kind in set(LetterKind) and event.on is not None:
                sent[LetterKind(kind)] = max(event.on, sent.get(LetterKind(kind), event.on))
        return sent

    def last(self, *kinds: EventKind) -> Event | None:
        """The last event of these kinds that was recorded; a receipt that they only claim is none."""
        found = [
            event
            for event in self.events
            if event.kind in kinds
            and not (event.kind == EventKind.RECEIVED and event.details.get("source") == _CLAIMED)
        ]
        return found[-1] if found else None

    def grounds_of(self, kind: LetterKind) -> tuple[Ground, ...]:
        """The grounds that the questions a letter is about were answered on."""
        about = OUTCOMES_OF.get(kind, frozenset(Outcome))
        found = [ground for each in self.said if each.outcome in about for ground in each.grounds]
        return tuple({ground.cited: ground for ground in found}.values())


def by_position(rows: list[Question]) -> list[tuple[Question, list[Question]]]:
    """The questions of one request, each with its parts."""
    return [
        (row, [part for part in rows if part.parent_id == row.pk]) for row in rows if row.parent_id is None
    ]


def whole_text(question: Question, parts: list[Question]) -> str:
    """A question with its parts, as it was asked."""
    return " ".join([question.text, *(f"{part.label} {part.text}".strip() for part in parts)])


def record_of(foi_request: FoiRequest, *, today: date) -> Record:
    """Gather a request: its events, and the clock that follows from them. Two queries. Raises ClockError."""
    holidays = holiday_table()
    events = list(
        Event.objects.standing()
        .filter(foi_request=foi_request)
        .select_related("message")
        .defer("message__body")
        .order_by("recorded_at", "pk")
    )
    clock = clock_of(foi_request, today=today, events=events, holidays=holidays)
    return Record(
        foi_request, today, events, clock, calendar_for(Regime(foi_request.regime), holidays), holidays
    )


def situation_of(record: Record) -> Situation:
    """Where the request stands, as far as it decides which letters can be written. At most six queries."""
    sent = record.last(EventKind.SENT)
    replied = any(event.kind in _REPLIES for event in record.events)
    said = record.said if replied else ()
    grounds = [ground for each in said for ground in each.grounds]
    clarification = record.clarification if _may_have_asked(record) else None
    return Situation(
        regime=record.regime,
        today=record.today,
        clock=record.clock,
        calendar=record.calendar,
        sent_on=sent.on if sent else None,
        acknowledged=any(_acknowledges(event) for event in record.events),
        unread_reply=record.unread,
        open_question=clarification is not None and not clarification.is_answered,
        letters_sent=record.letters_sent,
        outcomes=frozenset(each.outcome for each in said),
        relies_on_cost=_relies_on_cost(said, grounds),
        relies_on_conduct=any(ground.is_conduct for ground in grounds),
        relies_on_exemptions=_withholds(said, grounds),
        unbalanced=bool(said) and bool(record.unbalanced),
        parts_missing=any(each.what_is_missing for each in said),
    )


_REPLIES = {
    EventKind.PARTIAL_RESPONSE,
    EventKind.FINAL_RESPONSE,
    EventKind.REFUSAL,
    EventKind.NOT_HELD,
}


def _may_have_asked(record: Record) -> bool:
    """Whether there can be a question of theirs: one that was not needed is mere correspondence."""
    asking = {EventKind.CLARIFICATION_REQUESTED, EventKind.OTHER_CORRESPONDENCE}
    return any(event.kind in asking for event in record.events)


def _acknowledges(event: Event) -> bool:
    return event.message is not None and event.message.kind == MessageKind.ACKNOWLEDGEMENT


def _relies_on_cost(said: tuple[Said, ...], grounds: list[Ground]) -> bool:
    return any(each.outcome is Outcome.COST_LIMIT for each in said) or any(
        ground.is_cost for ground in grounds
    )


def _withholds(said: tuple[Said, ...], grounds: list[Ground]) -> bool:
    """Information is withheld: under an exemption that is named, or refused on grounds nobody set down."""
    bare = any(each.outcome is Outcome.REFUSED and not each.grounds for each in said)
    return bare or any(ground.withholds for ground in grounds)
