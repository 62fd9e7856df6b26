"""Everything one request's page shows, gathered in a fixed number of queries whatever the thread's length."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Q

from requests_app.core.calendars import Calendar
from requests_app.core.dates import in_words
from requests_app.core.errors import ClockError
from requests_app.core.regimes import rules_for, variant_for
from requests_app.core.standing import Standing, standing
from requests_app.core.states import AuthorityKind, DeadlineKind, EventKind, Outcome, Regime, State
from requests_app.models import (
    Answer,
    Clarification,
    DataTable,
    Deadline,
    Draft,
    Event,
    FoiRequest,
    Message,
    OutgoingEmail,
    Question,
    Response,
)
from requests_app.models.deadline import PENDING
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.dates import DateShown, from_row
from requests_app.queries.deadlines import REMINDED
from requests_app.queries.holidays import calendar_of
from requests_app.queries.outbox import letters_to_see
from requests_app.queries.timeline import Entry, Step, entries, events_of, process

_CLARIFYING = {
    EventKind.CLARIFICATION_REQUESTED,
    EventKind.CLARIFICATION_RECEIVED,
    EventKind.OTHER_CORRESPONDENCE,
}
_RUNNING = {
    State.SENT,
    State.RUNNING,
    State.EXTENDED,
    State.PARTIALLY_ANSWERED,
    State.AWAITING_REQUESTER,
}


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a careful reader notices."""

    text: str
    tone: str = ""


@dataclass(slots=True)
class QuestionShown:
    """A question as the page shows it, with its parts, its answer and what is to be noticed."""

    label: str
    text: str
    outcome: str
    parts: list[Question] = field(default_factory=list)
    answer: str = ""
    answer_note: str = ""
    flags: list[Flag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ClarificationShown:
    """One round of clarification; ``about`` is empty where it is about the whole request."""

    asked_on: date | None
    asked: str
    is_answered: bool
    answered_on: date | None
    answered: str
    about: list[Question] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class DayShown:
    """One day of the strip, as the page draws it."""

    on: date
    number: int | None
    why_skipped: str | None
    is_weekend: bool
    done: bool
    is_last: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class TableShown:
    """A table that a reply gave, and what it is called: the question it answers, its title."""

    table: DataTable
    caption: str


@dataclass(slots=True)
class RequestPage:
    """What the page shows. ``strip`` is empty where no date runs; ``day_number`` is None then."""

    foi_request: FoiRequest
    standing: Standing
    steps: list[Step]
    questions: list[QuestionShown]
    clarifications: list[ClarificationShown]
    responses: list[Response]
    tables: list[TableShown]
    timeline: list[Entry]
    dates: list[DateShown]
    drafts: list[Draft]
    letters: list[OutgoingEmail]
    unread: list[Message]
    due: Deadline | None
    follows: FoiRequest | None
    doubts: list[str]
    came: str
    needs_closed_days: bool
    strip: list[DayShown]
    day_number: int | None
    abbreviations: dict[str, str]

    @property
    def is_going(self) -> bool:
        """Whether the request itself is on its way by e-mail."""
        return any(
            letter.draft_id is None and letter.state != OutgoingEmail.State.BOUNCED for letter in self.letters
        )


def request_page(foi_request: FoiRequest, *, today: date, is_member: bool, can_edit: bool) -> RequestPage:
    """Gather the page: at most eight queries and that of the holiday table, and none that grows with the number of messages."""
    events = events_of(foi_request)
    deadlines = list(
        foi_request.deadlines.exclude(status__in=[Deadline.Status.LAPSED, Deadline.Status.MOVED])
    )
    due = _reply_due(deadlines)
    due_on = foi_request.response_due_on or (due.due_on if due and due.status in PENDING else None)
    running = foi_request.state in _RUNNING
    calendar = calendar_of(foi_request.regime) if due and running else None
    rows, answers = _questions_and_answers(foi_request)
    clarifications = _clarifications(foi_request, events, rows)
    unread, responses = _replies(foi_request)
    strip = _strip(calendar, due, today) if due and calendar else []
    return RequestPage(
        foi_request=foi_request,
        standing=standing(
            State(foi_request.state),
            response_due_on=due_on,
            chase_from=due.chase_from if due else None,
            today=today,
            working_days_away=_away(calendar, due_on, today),
            has_unread_reply=bool(unread),
            is_range=due is not None and due.kind == DeadlineKind.RESPONSE_DUE_LATEST,
            pending={row.key: row.due_on for row in deadlines if row.status in PENDING},
        ),
        steps=process(
            State(foi_request.state),
            events,
            due_on=due_on,
            court=rules_for(Regime(foi_request.regime)).scottish,
        ),
        questions=_questions(rows, answers, clarifications),
        clarifications=clarifications,
        responses=responses,
        tables=_tables(responses, rows),
        timeline=entries(foi_request, events, is_member=is_member, can_edit=can_edit),
        dates=[from_row(row) for row in deadlines if _matters(row)],
        drafts=list(foi_request.drafts.filter(state__in=LIVE_STATES)) if is_member else [],
        letters=letters_to_see(foi_request) if is_member and getattr(foi_request, "has_mail", True) else [],
        unread=unread,
        due=due,
        follows=_followed(foi_request, is_member=is_member),
        needs_closed_days=_needs_closed_days(foi_request, due),
        doubts=_doubts(foi_request.clock_uncertain, due, deadlines),
        came=_came(due),
        strip=strip,
        day_number=max((day.number or 0 for day in strip if day.done), default=0) if strip else None,
        abbreviations={
            short: long for response in responses for short, long in response.abbreviations.items()
        },
    )


def _reply_due(deadlines: list[Deadline]) -> Deadline | None:
    """The day of the reply; where there is a range, its later end. Days of single questions stand among the dates."""
    by_key = {row.key: row for row in deadlines}
    return by_key.get(DeadlineKind.RESPONSE_DUE) or by_key.get(DeadlineKind.RESPONSE_DUE_LATEST)


def _doubts(reasons: list[str], due: Deadline | None, deadlines: list[Deadline]) -> list[str]:
    """What is uncertain about the day of the reply, or about no date in particular; other dates have their own beside them."""
    own = due.uncertain if due else ""
    elsewhere = " ".join(row.uncertain for row in deadlines if row is not due)
    return [reason for reason in reasons if reason in own or reason not in elsewhere]


def _needs_closed_days(foi_request: FoiRequest, due: Deadline | None) -> bool:
    """Whether the days on which a school is closed would make one day of a range."""
    variant = variant_for(Regime(foi_request.regime), AuthorityKind(foi_request.authority.kind))
    is_range = due is not None and due.kind == DeadlineKind.RESPONSE_DUE_LATEST
    return is_range and variant is not None and variant.school and foi_request.state in _NOT_YET_TOLD


_NOT_YET_TOLD = {State.SENT, State.RUNNING}


def _came(due: Deadline | None) -> str:
    """That the reply came in time; how late it was stands among the notes of the clock."""
    if due is None or due.status != Deadline.Status.MET:
        return ""
    return f"The reply was due by {in_words(due.due_on)} and came in time."


def _followed(foi_request: FoiRequest, *, is_member: bool) -> FoiRequest | None:
    """The request this one follows, where the reader may see it: a public one may follow a private one."""
    earlier = foi_request.follows
    if earlier is None:
        return None
    shared = is_member and earlier.campaign_id == foi_request.campaign_id
    return earlier if shared or earlier.is_public else None


def _matters(row: Deadline) -> bool:
    """Dates still ahead, and of those that passed the ones that call for something."""
    return row.status == Deadline.Status.OPEN or (
        row.status == Deadline.Status.MISSED and row.kind in REMINDED
    )


def _clarifications(
    foi_request: FoiRequest, events: list[Event], questions: list[Question]
) -> list[ClarificationShown]:
    """Rounds of clarification with the questions they are about. One query, where there can be any."""
    if not any(event.kind in _CLARIFYING for event in events):
        return []
    by_pk = {question.pk: question for question in questions}
    shown: dict[int, ClarificationShown] = {}
    rounds = Clarification.objects.filter(foi_request=foi_request).annotate(one_about=F("questions"))
    for row in rounds.order_by("pk", "questions__position"):
        round_of_it = shown.setdefault(
            row.pk,
            ClarificationShown(row.asked_on, row.asked, row.is_answered, row.answered_on, row.answered),
        )
        if row.one_about is not None:
            round_of_it.about.append(by_pk[row.one_about])
    return list(shown.values())


def _replies(foi_request: FoiRequest) -> tuple[list[Message], list[Response]]:
    """Replies that nobody has confirmed, and what was recorded of those that somebody has. One query."""
    waiting = Q(reading_state=Message.ReadingState.TO_CONFIRM)
    messages = foi_request.messages.filter(waiting | Q(response__isnull=False))
    rows = list(messages.select_related("response").defer("body"))
    unread = [row for row in rows if row.reading_state == Message.ReadingState.TO_CONFIRM]
    responses = [row.response for row in rows if hasattr(row, "response")]
    return unread, sorted(responses, key=lambda response: response.pk)


def _tables(responses: list[Response], questions: list[Question]) -> list[TableShown]:
    if not responses:
        return []
    tables = DataTable.objects.filter(response__in=responses).order_by("response_id", "position")
    names = _names(questions)
    return [
        TableShown(
            table, ": ".join(part for part in (names.get(table.question_id), table.title or "Table") if part)
        )
        for table in tables
    ]


def _names(questions: list[Question]) -> dict[int | None, str]:
    """What each question and part is called: "Question 2", "Question 2(b)"."""
    labels = {row.pk: row.label or str(row.position) for row in questions}
    return {
        row.pk: f"Question {labels.get(row.parent_id, '')}{labels[row.pk]}"
        if row.parent_id
        else f"Question {labels[row.pk]}"
        for row in questions
    }


def _questions_and_answers(foi_request: FoiRequest) -> tuple[list[Question], dict[int, Answer]]:
    """All questions and parts in order, and what was last said to each. One query.

    A later reply that is silent about a question takes nothing back of what an earlier one said.
    """
    names = ("outcome", "text", "sections", "note")
    rows: dict[int, Question] = {}
    answers: dict[int, Answer] = {}
    joined = foi_request.questions.annotate(
        reply=F("answers__response"), **{f"said_{name}": F(f"answers__{name}") for name in names}
    )
    for row in joined.order_by("position", "pk", "reply"):
        rows.setdefault(row.pk, row)
        said = {name: getattr(row, f"said_{name}") for name in names}
        if said["outcome"] and (said["outcome"] != Outcome.UNANSWERED or row.pk not in answers):
            answers[row.pk] = Answer(**said)
    return list(rows.values()), answers


def _questions(
    rows: list[Question], answers: dict[int, Answer], clarifications: list[ClarificationShown]
) -> list[QuestionShown]:
    clarified: dict[int, list[ClarificationShown]] = defaultdict(list)
    for clarification in clarifications:
        for question in clarification.about:
            clarified[question.pk].append(clarification)
    shown = {
        row.pk: _question(row, answers.get(row.pk), clarified[row.pk])
        for row in rows
        if row.parent_id is None
    }
    for row in rows:
        if row.parent_id is not None:
            shown[row.parent_id].parts.append(row)
    return list(shown.values())


def _question(row: Question, answer: Answer | None, clarified: list[ClarificationShown]) -> QuestionShown:
    shown = QuestionShown(row.label or str(row.position), row.text, row.outcome)
    if answer is not None:
        shown.answer = answer.text
        shown.answer_note = f"Relied on: {', '.join(answer.sections)}" if answer.sections else ""
        if answer.note:
            shown.flags.append(Flag(answer.note))
        elif answer.outcome == Outcome.UNANSWERED:
            shown.flags.append(Flag("The reply does not answer this, nor say whether they hold it."))
    shown.notes = [f"Clarified: {each.answered}" for each in clarified if each.is_answered]
    return shown


def _away(calendar: Calendar | None, due_on: date | None, today: date) -> int | None:
    try:
        return calendar.count(today, due_on) if calendar and due_on else None
    except ClockError:
        return None


def _strip(calendar: Calendar, due: Deadline, today: date) -> list[DayShown]:
    if due.counted_from is None:
        return []
    try:
        marks = calendar.strip(due.counted_from, due.due_on)
    except ClockError:
        return []
    return [
        DayShown(
            on=mark.on,
            number=mark.number,
            why_skipped=mark.why_skipped,
            is_weekend=mark.is_weekend,
            done=mark.on <= today,
            is_last=mark.on == due.due_on,
            is_today=mark.on == today,
        )
        for mark in marks
    ]
