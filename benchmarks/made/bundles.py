"""Made-up requests with all that hangs on them, a few hundred at a time, and the order of their bulk inserts."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db import models, transaction

from benchmarks.made import courses, words
from benchmarks.made.courses import Course, Happening
from benchmarks.made.dates import live_dates, set_dates
from benchmarks.made.people import TYPICAL, Circle, World
from benchmarks.made.telling import Telling, tell
from benchmarks.made.threads import Thread, length, make_thread
from requests_app.core.calendars import LONDON, HolidayTable
from requests_app.core.states import Decision, LetterKind, Outcome
from requests_app.core.states import EventKind as E
from requests_app.models import (
    Answer,
    Attachment,
    Authority,
    Clarification,
    DataTable,
    Deadline,
    Draft,
    Event,
    FoiRequest,
    Message,
    OutgoingEmail,
    Question,
    Reminder,
    Response,
)
from requests_app.models.campaign import Visibility
from requests_app.usecases.deadlines import Alterations
from requests_app.usecases.search_texts import index_requests

PER_BATCH = 250  # requests
REPLIES = {
    E.FINAL_RESPONSE: (Decision.IN_FULL, (Outcome.DISCLOSED, Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART)),
    E.PARTIAL_RESPONSE: (Decision.IN_PART, (Outcome.DISCLOSED, Outcome.UNANSWERED)),
    E.REFUSAL: (Decision.REFUSED, (Outcome.REFUSED, Outcome.COST_LIMIT)),
    E.NOT_HELD: (Decision.NOT_HELD, (Outcome.NOT_HELD,)),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One request to be made: whose it is, and where it is one of the two that are measured, its course."""

    circle: Circle
    number: int
    course: Course | None = None
    messages: int | None = None


@dataclass(slots=True)
class Bundle:
    """Rows that hang together, in lists by kind."""

    requests: list[FoiRequest] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    parts: list[Question] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    clarifications: list[tuple[Clarification, list[Question]]] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    tables: list[DataTable] = field(default_factory=list)
    dates: list[Alterations] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    told: Telling = field(default_factory=Telling)


def wanted(world: World, dice: random.Random, *, first_number: int) -> list[Wanted]:
    """Every request to be made, those of all campaigns mixed, as they come in life.

    The typical campaign has one with a long thread and one with a short one, which are measured.
    """
    places = [(circle, place) for circle in world.circles for place in range(circle.size)]
    dice.shuffle(places)
    typical = world.circle_of(TYPICAL)
    special = {0: (courses.LONG, 100), 1: (courses.SHORT, 3)}
    return [
        Wanted(circle, number, *(special.get(place, ()) if circle is typical else ()))
        for number, (circle, place) in enumerate(places, start=first_number)
    ]


def add_request(
    bundle: Bundle, each: Wanted, *, authorities: list[Authority], seed: str, on: date, holidays: HolidayTable
) -> None:
    """Make one request and put its rows into the bundle. The same seed and number make the same request."""
    dice = random.Random(f"{seed} {each.number}")
    now = datetime.combine(on, time(9), tzinfo=LONDON)
    authority = dice.choice(authorities)
    asked = words.questions(dice)
    foi_request = _foi_request(dice, each, authority, asked, now=now)
    course = each.course or courses.choose(dice, authority.regime)
    found = courses.happenings(dice, course, on=on, labels=[question.label for question in asked])
    dates = set_dates(foi_request, found, holidays=holidays, now=now)
    bundle.requests.append(foi_request)
    bundle.dates.append(dates)
    questions = _questions(bundle, foi_request, asked)
    if not found:
        return
    members = each.circle.members
    size = each.messages or length(dice)
    thread = make_thread(dice, foi_request, found, unread=course.unread, wanted=size, by=members[0], now=now)
    thread.events += dates.log
    thread.events.sort(key=lambda event: event.recorded_at)
    bundle.threads.append(thread)
    _clarify(bundle, foi_request, found, thread, questions, dice)
    _respond(bundle, foi_request, thread, questions, dice)
    foi_request.version = 1 + len(found)
    foi_request.changed_at = max(event.recorded_at for event in thread.events)
    live = live_dates(dates)
    _draft(bundle, foi_request, live.get("response_due"), dice, now=now)
    tell(bundle.told, foi_request, live.values(), members, dice, now=now)


def _foi_request(
    dice: random.Random, each: Wanted, authority: Authority, asked: list[words.Asked], *, now: datetime
) -> FoiRequest:
    title = words.title(dice, authority.short_name.split()[0])
    owner = each.circle.members[0]
    return FoiRequest(
        number=each.number,
        campaign=each.circle.campaign,
        authority=authority,
        title=title,
        letter=words.letter(dice, title, asked),
        regime=authority.regime,
        authority_reference=f"FOI/{dice.randrange(10**5)}/{dice.randrange(19, 27)}"
        if dice.random() < 0.8
        else "",
        requester_name=owner.name,
        requester_address=owner.email,
        visibility=Visibility.PUBLIC if dice.random() < 0.1 else Visibility.PRIVATE,
        created_by=owner,
        created_at=now,
        changed_at=now - timedelta(days=dice.randrange(30), minutes=dice.randrange(600)),
    )


def _questions(bundle: Bundle, foi_request: FoiRequest, asked: list[words.Asked]) -> list[Question]:
    questions = []
    for place, each in enumerate(asked, start=1):
        question = Question(foi_request=foi_request, position=place, label=each.label, text=each.text)
        questions.append(question)
        bundle.parts += [
            Question(
                foi_request=foi_request,
                level=Question.Level.PART,
                parent=question,
                position=at,
                label=label,
                text=text,
            )
            for at, (label, text) in enumerate(each.parts, start=1)
        ]
    bundle.questions += questions
    return questions


def _clarify(
    bundle: Bundle,
    foi_request: FoiRequest,
    found: Sequence[Happening],
    thread: Thread,
    questions: list[Question],
    dice: random.Random,
) -> None:
    asked = next((each for each in found if each.kind is E.CLARIFICATION_REQUESTED), None)
    if asked is None:
        return
    answered = next((each for each in found if each.kind is E.CLARIFICATION_RECEIVED), None)
    by_kind = {message.kind: message for message in thread.messages}
    clarification = Clarification(
        foi_request=foi_request,
        asked_in=by_kind[Message.Kind.CLARIFICATION_QUESTION],
        answered_in=by_kind.get(Message.Kind.CLARIFICATION_ANSWER),
        asked="Please tell us which area and which years you mean.",
        answered="The whole area, and the years in the letter." if answered else "",
        asked_on=asked.on,
        answered_on=answered.on if answered else None,
        is_answered=answered is not None,
    )
    bundle.clarifications.append((clarification, questions[: dice.randrange(0, 3)]))


def _respond(
    bundle: Bundle, foi_request: FoiRequest, thread: Thread, questions: list[Question], dice: random.Random
) -> None:
    for event in thread.events:
        if event.kind not in REPLIES or event.message is None:
            continue
        decision, outcomes = REPLIES[E(event.kind)]
        response = Response(
            foi_request=foi_request,
            message=event.message,
            is_final=event.kind != E.PARTIAL_RESPONSE,
            decision=decision,
            decision_explicit=dice.random() < 0.7,
            authority_reference=foi_request.authority_reference,
            issued_on=event.on,
            received_on=event.on,
            abbreviations={"FY": "financial year", "BCU": "Basic Command Unit"},
            confirmed_by=event.recorded_by,
            confirmed_at=event.recorded_at,
        )
        bundle.responses.append(response)
        for question in questions:
            question.outcome = dice.choice(outcomes)
            bundle.answers.append(_answer(response, question, dice))
        if event.kind in {E.FINAL_RESPONSE, E.PARTIAL_RESPONSE} and dice.random() < 0.5:
            columns, rows, total = words.table(dice, foi_request.authority.short_name.split()[0])
            bundle.tables.append(
                DataTable(
                    response=response,
                    question=questions[0],
                    title="Cases by area and year",
                    columns=columns,
                    rows=rows,
                    total_row=total,
                    checks=[{"what": "column totals", "agrees": True, "detail": ""}],
                )
            )


def _answer(response: Response, question: Question, dice: random.Random) -> Answer:
    refused = question.outcome in {Outcome.REFUSED, Outcome.COST_LIMIT}
    unanswered = question.outcome == Outcome.UNANSWERED
    return Answer(
        response=response,
        question=question,
        outcome=question.outcome,
        text="" if unanswered else words.prose(dice, words.AUTHORITY, dice.randrange(60, 500)),
        sections=["12" if question.outcome == Outcome.COST_LIMIT else "31(1)"] if refused else [],
    )


def _draft(
    bundle: Bundle, foi_request: FoiRequest, due: Deadline | None, dice: random.Random, *, now: datetime
) -> None:
    """A chaser for most replies that are overdue; a sent one for some that were late once."""
    if due is None or due.status not in {"missed", "met_late"} or dice.random() < 0.4:
        return
    state = Draft.State.SENT if due.status == "met_late" else dice.choice(("suggested", "edited", "approved"))
    letter = words.prose(dice, words.REQUESTER, 600)
    at = min(datetime.combine(due.overdue_from, time(7), tzinfo=LONDON), now)
    bundle.drafts.append(
        Draft(
            foi_request=foi_request,
            kind=LetterKind.OVERDUE_CHASER,
            cause=f"{due.key}:{due.due_on.isoformat()}",
            subject=f"Overdue: {foi_request.title}"[:300],
            body=letter,
            suggested_body=letter,
            facts=[{"name": "title", "value": foi_request.title, "origin": ""}],
            state=state,
            approved_by=foi_request.created_by if state != "suggested" else None,
            created_at=at,
            changed_at=at,
        )
    )


@transaction.atomic
def insert(bundle: Bundle) -> Counter[str]:
    """Write the bundle in bulk, what others point at first. Returns rows by record."""
    rows: Counter[str] = Counter()

    def add(model: type[models.Model], made: Sequence[models.Model]) -> None:
        model._default_manager.bulk_create(made)
        rows[str(model._meta.verbose_name_plural)] += len(made)

    add(FoiRequest, bundle.requests)
    add(Question, bundle.questions)
    add(Question, bundle.parts)
    index_requests([foi_request.pk for foi_request in bundle.requests])
    threads = bundle.threads
    add(Message, [message for thread in threads for message in thread.messages])
    add(Attachment, [attachment for thread in threads for attachment in thread.attachments])
    add(Event, [event for thread in threads for event in thread.events])
    add(Event, [event for thread in threads for event in thread.voidings])
    add(Clarification, [clarification for clarification, _ in bundle.clarifications])
    about = Clarification.questions.through
    add(
        about,
        [
            about(clarification_id=clarification.pk, question_id=question.pk)
            for clarification, questions in bundle.clarifications
            for question in questions
        ],
    )
    add(Response, bundle.responses)
    add(Answer, bundle.answers)
    add(DataTable, bundle.tables)
    for generation in _generations(bundle.dates):
        add(Deadline, generation)
    add(Draft, bundle.drafts)
    add(OutgoingEmail, bundle.told.emails)
    add(Reminder, bundle.told.reminders)
    return rows


def _generations(dates: list[Alterations]) -> list[list[Deadline]]:
    """Dates that replace none, then those that replace them, and so on: a row is inserted after what it replaces."""
    generations: list[list[Deadline]] = []
    depth: dict[int, int] = {}
    for row in (row for each in dates for row in each.added):
        depth[id(row)] = depth[id(row.replaces)] + 1 if row.replaces else 0
        while len(generations) <= depth[id(row)]:
            generations.append([])
        generations[depth[id(row)]].append(row)
    return generations
