"""Replies: kept as they came, confirmed by a person, question by question."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

import pytest

from requests_app.core.errors import BadInput, ClockError, StaleVersion
from requests_app.core.reading import TableRead, read_reply
from requests_app.core.states import Channel, Decision, EventKind, LetterKind, Outcome, State
from requests_app.models import Deadline, Draft, FoiRequest, Message
from requests_app.usecases.foi_requests import record_acknowledgement, withdraw
from requests_app.usecases.replies import (
    AnswerConfirmed,
    UploadedFile,
    confirm_reading,
    receive_reply,
    reply_event_kind,
)
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon, refused

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
REPLIED_ON = date(2026, 10, 27)


def received(foi_request: FoiRequest, **fields: Any) -> Message:
    defaults: dict[str, Any] = {"text": make.REPLY, "received_on": REPLIED_ON, "channel": Channel.EMAIL}
    return receive_reply(
        foi_request=foi_request, by=make.requester_of(foi_request), now=noon(DUE_ON), **defaults | fields
    )


def confirmed(message: Message, *outcomes: Outcome, on: date | None = REPLIED_ON, **reading: Any) -> Any:
    foi_request = message.foi_request
    return confirm_reading(
        message=message,
        confirmed=make.a_reading(foi_request, *outcomes, on=on, **reading),
        by=make.requester_of(foi_request),
        now=noon(DUE_ON),
    )


# Receiving


def test_a_reply_is_kept_as_it_came_and_moves_nothing_until_a_person_confirms_it() -> None:
    foi_request = make.a_request()
    message = received(foi_request)
    assert (message.direction, message.kind) == (Message.Direction.RECEIVED, Message.Kind.REPLY)
    assert (message.body, message.happened_on) == (make.REPLY, REPLIED_ON)
    assert message.reading_state == Message.ReadingState.TO_CONFIRM
    assert message.sha256 == sha256(make.REPLY.encode()).hexdigest()
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.SENT, DUE_ON)
    assert not foi_request.questions.exclude(outcome="").exists()


def test_an_uploaded_file_is_kept_byte_for_byte_beside_its_text() -> None:
    raw = "Dear Alex,\r\n\r\nCaf\xe9 figures: 14.\r\n".encode("cp1252")
    upload = UploadedFile("reply.txt", "text/plain", raw)
    message = received(make.a_request(), text=raw.decode("cp1252"), upload=upload)
    attachment = message.attachments.get()
    assert bytes(attachment.content) == raw
    assert (attachment.filename, attachment.size) == ("reply.txt", len(raw))
    assert attachment.sha256 == message.sha256 == sha256(raw).hexdigest()
    assert attachment.extracted_text == message.body == "Dear Alex,\n\nCafé figures: 14."


def test_a_reply_may_have_come_on_an_unknown_day_or_before_anybody_knows_when_the_request_went() -> None:
    assert received(make.a_request(), received_on=None).happened_on is None
    assert received(make.a_request(sent_on=None), received_on=REPLIED_ON).happened_on == REPLIED_ON


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"text": ""}, "The reply is empty. Paste or type its words.", "text"),
        ({"text": "\n \t"}, "The reply is empty. Paste or type its words.", "text"),
        ({"text": "PK\x03\x04\x00\x00"}, "The reply is not text: it holds bytes that no letter has.", "text"),
        (
            {"text": "x" * 30 * MEGABYTE},
            "The reply is 30.0 MB long; up to 2 MB of text can be taken.",
            "text",
        ),
        ({"received_on": date(2026, 11, 4)}, "which is still to come", "received_on"),
        ({"received_on": date(2004, 12, 31)}, "the right to information began", "received_on"),
        (
            {"received_on": date(2026, 10, 5)},
            "A reply on Mon 5 Oct 2026 would be before the request was sent on Tue 6 Oct 2026.",
            "received_on",
        ),
    ],
)
def test_bad_input_is_refused_in_a_sentence_and_changes_nothing(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    foi_request = make.a_request()
    with refused(BadInput, sentence, field=field):
        received(foi_request, **fields)


def test_the_same_reply_twice_is_one_message() -> None:
    foi_request = make.a_request()
    received(foi_request)
    with refused(BadInput, "This very reply is already in the record.", field="text"):
        received(foi_request, received_on=DUE_ON)
    received(make.a_request())


# Confirming


def test_a_confirmed_reply_gives_each_question_its_outcome_and_ends_the_clock() -> None:
    foi_request = make.a_request()
    response = confirmed(
        received(foi_request),
        Outcome.DISCLOSED_IN_PART,
        Outcome.REFUSED,
        decision=Decision.IN_PART,
        authority_reference="FOI-2026-0412",
        abbreviations={"SSO": "Safer Schools Officer"},
    )
    now = make.fresh(foi_request)
    assert now.state == State.ANSWERED
    assert now.authority_reference == "FOI-2026-0412"
    assert [question.outcome for question in now.questions.filter(parent=None)] == [
        Outcome.DISCLOSED_IN_PART,
        Outcome.REFUSED,
    ]
    assert (response.decision, response.decision_explicit) == (Decision.IN_PART, True)
    assert (response.issued_on, response.received_on) == (REPLIED_ON, REPLIED_ON)
    assert response.abbreviations == {"SSO": "Safer Schools Officer"}
    assert response.confirmed_by == make.requester_of(foi_request)
    due = make.due(foi_request)
    assert (due.due_on, due.status) == (DUE_ON, Deadline.Status.MET)
    event = now.events.get(kind=EventKind.FINAL_RESPONSE)
    assert (event.on, event.message, event.source) == (REPLIED_ON, response.message, "the authority")
    response.message.refresh_from_db()
    assert response.message.reading_state == Message.ReadingState.CONFIRMED


def test_after_a_reply_the_next_date_is_the_one_to_ask_for_a_review_by() -> None:
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.REFUSED, Outcome.REFUSED)
    now = make.fresh(foi_request)
    assert now.state == State.REFUSED
    assert now.next_deadline_kind == "review_request_by"
    assert now.next_deadline_on is not None
    assert now.next_deadline_on > REPLIED_ON


def test_a_reply_after_its_day_is_met_late() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=date(2026, 11, 10))
    assert make.due(foi_request).status == Deadline.Status.MET_LATE


def test_a_reply_on_an_unknown_day_ends_the_clock_and_gives_no_date() -> None:
    foi_request = make.a_request()
    confirmed(received(foi_request, received_on=None), on=None)
    now = make.fresh(foi_request)
    assert now.state == State.ANSWERED
    assert now.next_deadline_on is None


def test_answers_keep_the_words_the_sections_and_what_the_reader_noticed() -> None:
    foi_request = make.a_request()
    first, second = foi_request.questions.filter(parent=None)
    response = confirmed(
        received(foi_request),
        answers=[
            AnswerConfirmed(first, Outcome.REFUSED, "Exempt.", ("31(1)(a)", "40(2)"), "Rank was dropped."),
            AnswerConfirmed(second, Outcome.UNANSWERED),
        ],
    )
    answer = response.answers.get(question=first)
    assert (answer.text, answer.sections, answer.note) == (
        "Exempt.",
        ["31(1)(a)", "40(2)"],
        "Rank was dropped.",
    )
    assert response.answers.get(question=second).outcome == Outcome.UNANSWERED


def test_tables_are_kept_in_order_as_printed_with_what_the_checker_found() -> None:
    text = "Year | Officers\n2020 | 10\n2021 | 4\nTotal | 15\n"
    found = read_reply(text).tables
    tables = [*found, TableRead("Second", ("A",), (("1",),))]
    response = confirmed(received(make.a_request(), text=text), tables=tables)
    rows = list(response.tables.all())
    assert [row.position for row in rows] == list(range(1, len(tables) + 1))
    assert rows[-1].title == "Second"
    assert (rows[-1].columns, rows[-1].rows, rows[-1].total_row) == (["A"], [["1"]], None)
    for row, table in zip(rows, tables, strict=True):
        assert row.rows == [list(cells) for cells in table.rows]
        assert [check["agrees"] for check in row.checks] == [check.agrees for check in table.checks]


def test_a_second_confirmation_of_the_same_reading_is_refused_and_changes_nothing() -> None:
    foi_request = make.a_request()
    message = received(foi_request)
    in_the_other_tab = Message.objects.get(pk=message.pk)
    confirmed(message, Outcome.DISCLOSED, Outcome.DISCLOSED)
    with refused(StaleVersion, "This reply has been confirmed already, in another tab or by somebody else."):
        confirmed(in_the_other_tab, Outcome.REFUSED, Outcome.REFUSED)
    assert [question.outcome for question in foi_request.questions.filter(parent=None)] == [
        Outcome.DISCLOSED,
        Outcome.DISCLOSED,
    ]


@pytest.mark.parametrize(
    ("days", "sentence", "field"),
    [
        ({"issued_on": date(2026, 11, 4)}, "The date of the reply can't be Wed 4 Nov 2026", "issued_on"),
        ({"received_on": date(2026, 11, 4)}, "which is still to come", "received_on"),
        ({"issued_on": date(2004, 10, 6)}, "the right to information began", "issued_on"),
        ({"issued_on": date(2026, 10, 5)}, "would be before the request was sent", "issued_on"),
        ({"received_on": date(2026, 10, 26)}, "would be before it was written on Tue 27 Oct", "received_on"),
    ],
)
def test_days_of_a_reply_that_can_not_be_are_refused_and_it_stays_to_be_confirmed(
    days: dict[str, date], sentence: str, field: str
) -> None:
    message = received(make.a_request())
    with refused(BadInput, sentence, field=field):
        confirmed(message, **days)
    message.refresh_from_db()
    assert message.reading_state == Message.ReadingState.TO_CONFIRM


def test_a_reading_answers_the_questions_of_its_own_request_only() -> None:
    message, other = received(make.a_request()), make.a_request()
    with refused(BadInput, "belongs to another request"):
        confirmed(message, answers=[AnswerConfirmed(make.question(other), Outcome.REFUSED)])


# Replies in several parts


def test_an_answer_to_some_questions_keeps_the_clock_running_for_the_rest() -> None:
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.DISCLOSED, Outcome.UNANSWERED, is_final=False)
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.PARTIALLY_ANSWERED, DUE_ON)
    assert make.due(now).status == Deadline.Status.OPEN
    event = now.events.get(kind=EventKind.PARTIAL_RESPONSE)
    assert event.details["covers"] == ["1"]


def test_the_rest_of_an_answer_ends_the_clock_and_keeps_what_was_said_before() -> None:
    """The second letter says nothing to the first question: it stays answered as it was."""
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.DISCLOSED, Outcome.UNANSWERED, is_final=False)
    confirmed(received(foi_request, text="The rest."), Outcome.UNANSWERED, Outcome.NOT_HELD)
    now = make.fresh(foi_request)
    assert [question.outcome for question in now.questions.filter(parent=None)] == [
        Outcome.DISCLOSED,
        Outcome.NOT_HELD,
    ]
    assert now.state in {State.ANSWERED, State.NOT_HELD}
    assert now.responses.count() == 2


def test_a_later_answer_replaces_an_earlier_one() -> None:
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.REFUSED, Outcome.UNANSWERED, is_final=False)
    confirmed(received(foi_request, text="The rest."), Outcome.DISCLOSED, Outcome.DISCLOSED)
    assert make.question(foi_request).outcome == Outcome.DISCLOSED


def test_a_question_nobody_answers_is_recorded_as_unanswered() -> None:
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.DISCLOSED, Outcome.UNANSWERED)
    assert make.question(foi_request, 2).outcome == Outcome.UNANSWERED


def test_a_further_reply_after_the_final_one_is_recorded_and_moves_no_date() -> None:
    """Authorities send corrections: they must not stay unread for ever."""
    foi_request = make.a_request()
    confirmed(received(foi_request), Outcome.REFUSED, Outcome.DISCLOSED)
    review_by = make.fresh(foi_request).next_deadline_on
    later = received(foi_request, text="We can now send you the first part as well.", received_on=DUE_ON)
    confirmed(later, Outcome.DISCLOSED, Outcome.UNANSWERED, on=DUE_ON)
    now = make.fresh(foi_request)
    assert now.state == State.ANSWERED
    assert now.next_deadline_on == review_by
    assert [question.outcome for question in now.questions.filter(parent=None)] == [
        Outcome.DISCLOSED,
        Outcome.DISCLOSED,
    ]
    assert later.events.get().kind == EventKind.OTHER_CORRESPONDENCE
    assert later.events.get().sentence == "They sent a further reply"


def test_an_acknowledgement_pasted_as_a_reply_answers_nothing_and_ends_no_clock() -> None:
    foi_request = make.a_request()
    message = received(foi_request, text="Thank you for your request. We will reply within 20 working days.")
    for is_final in (True, False):
        reading = make.a_reading(
            foi_request, Outcome.UNANSWERED, Outcome.UNANSWERED, on=REPLIED_ON, is_final=is_final
        )
        assert reply_event_kind(reading) is EventKind.OTHER_CORRESPONDENCE
    confirmed(message, Outcome.UNANSWERED, Outcome.UNANSWERED)
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.SENT, DUE_ON)
    assert message.events.get().sentence == "They wrote, and answered none of the questions"


@pytest.mark.parametrize(
    ("outcomes", "decision", "kind"),
    [
        ((Outcome.DISCLOSED, Outcome.DISCLOSED), None, EventKind.FINAL_RESPONSE),
        ((Outcome.DISCLOSED, Outcome.REFUSED), Decision.MIXED, EventKind.FINAL_RESPONSE),
        ((Outcome.REFUSED, Outcome.NCND), None, EventKind.REFUSAL),
        ((Outcome.COST_LIMIT, Outcome.COST_LIMIT), None, EventKind.REFUSAL),
        ((Outcome.REFUSED, Outcome.UNANSWERED), None, EventKind.REFUSAL),
        ((Outcome.NOT_HELD, Outcome.NOT_HELD), None, EventKind.NOT_HELD),
        ((Outcome.NOT_HELD, Outcome.NOT_FOI), None, EventKind.NOT_HELD),
        ((Outcome.NOT_HELD, Outcome.REFUSED), None, EventKind.FINAL_RESPONSE),
        ((Outcome.UNANSWERED, Outcome.UNANSWERED), Decision.REFUSED, EventKind.REFUSAL),
        ((Outcome.UNANSWERED, Outcome.UNANSWERED), Decision.NCND, EventKind.REFUSAL),
        ((Outcome.UNANSWERED, Outcome.UNANSWERED), Decision.NOT_HELD, EventKind.NOT_HELD),
        ((Outcome.UNANSWERED, Outcome.UNANSWERED), Decision.IN_FULL, EventKind.FINAL_RESPONSE),
        ((Outcome.NOT_FOI, Outcome.NOT_FOI), None, EventKind.FINAL_RESPONSE),
    ],
)
def test_what_was_confirmed_says_which_kind_of_reply_it_is(
    outcomes: tuple[Outcome, ...], decision: Decision | None, kind: EventKind
) -> None:
    foi_request = make.a_request()
    reading = make.a_reading(foi_request, *outcomes, on=REPLIED_ON, decision=decision)
    assert reply_event_kind(reading) is kind


def test_a_reply_to_a_request_without_questions_is_an_answer() -> None:
    foi_request = make.a_request(questions=())
    confirmed(received(foi_request))
    assert make.fresh(foi_request).state == State.ANSWERED


# What cannot be


def test_events_that_contradict_each_other_are_undone_wholly() -> None:
    """A reply on 27 October, then an acknowledgement that says the request came on the 29th."""
    foi_request = make.a_request()
    confirmed(received(foi_request), on=REPLIED_ON)
    with refused(ClockError, "Thu 29 Oct 2026"):
        record_acknowledgement(
            foi_request=foi_request,
            on=DUE_ON,
            text="It reached us on 29 October.",
            authority_reference="FOI-9",
            arrived_on=date(2026, 10, 29),
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=noon(DUE_ON),
        )


def test_a_reply_that_came_before_the_request_was_withdrawn_can_still_be_confirmed() -> None:
    """Else it would wait to be checked for ever. The request stays withdrawn."""
    foi_request = make.a_request()
    messages = [received(foi_request), received(foi_request, text="The rest.", received_on=None)]
    withdraw(foi_request=foi_request, on=DUE_ON, by=make.requester_of(foi_request), now=noon(DUE_ON))
    confirmed(messages[0])
    confirmed(messages[1], on=None)
    now = make.fresh(foi_request)
    assert now.state == State.WITHDRAWN
    assert now.next_deadline_on is None
    assert make.question(now).outcome == Outcome.DISCLOSED


def test_confirming_a_reply_puts_away_the_chaser_it_overtakes() -> None:
    foi_request = make.a_request()
    draft = make.a_chaser(foi_request)
    make.answered(foi_request, on=LATE_ON)
    draft.refresh_from_db()
    assert (draft.kind, draft.state) == (LetterKind.OVERDUE_CHASER, Draft.State.DISMISSED)


def test_an_answer_in_part_leaves_the_chaser_for_the_rest() -> None:
    foi_request = make.a_request()
    draft = make.a_chaser(foi_request)
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.UNANSWERED, on=LATE_ON, is_final=False)
    draft.refresh_from_db()
    assert draft.state == Draft.State.SUGGESTED


def test_a_table_belongs_to_the_question_in_whose_answer_it_stands() -> None:
    foi_request = make.a_request()
    first, second = foi_request.questions.filter(parent=None).order_by("position")[:2]
    text = (
        f"You asked:\n{first.label}. {first.text}\n{second.label}. {second.text}\n\nOur response\n\n"
        f"{first.label}. See below.\n\nYear | Officers\n2020 | 10\n2021 | 4\n\n{second.label}. We do not hold this.\n"
    )
    (table,) = read_reply(text).tables
    response = confirmed(
        received(foi_request, text=text), tables=[table, TableRead("Typed", ("A",), (("1",),))]
    )
    assert [row.question for row in response.tables.order_by("position")] == [first, None]
