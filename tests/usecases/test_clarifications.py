"""Clarification: the clock stops when they ask and starts afresh with the answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.errors import BadInput, WrongState
from requests_app.core.states import Channel, EventKind, LetterKind, Outcome, State
from requests_app.models import Clarification, Deadline, Draft, FoiRequest, Message
from requests_app.models.event import NOTED
from requests_app.usecases.clarifications import answer_clarification, record_clarification_asked
from requests_app.usecases.drafts import approve_draft, draft_clarification_reply, edit_draft, mark_draft_sent
from requests_app.usecases.foi_requests import withdraw
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon, refused

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
ASKED_ON = date(2026, 10, 13)
ANSWERED_ON = date(2026, 10, 16)
NEW_DUE_ON = date(2026, 11, 13)


def asked(foi_request: FoiRequest, *, now: date = ASKED_ON, **fields: Any) -> Clarification:
    defaults: dict[str, Any] = {
        "on": ASKED_ON,
        "asked": "Which kinds of school do you mean?",
        "channel": Channel.EMAIL,
    }
    return record_clarification_asked(
        foi_request=foi_request, by=make.requester_of(foi_request), now=noon(now), **defaults | fields
    )


def answered(clarification: Clarification, **fields: Any) -> Clarification:
    defaults: dict[str, Any] = {"answered": "All schools.", "on": ANSWERED_ON, "channel": Channel.EMAIL}
    by = make.requester_of(clarification.foi_request)
    return answer_clarification(
        clarification=clarification, by=by, now=noon(fields.get("on", ANSWERED_ON)), **defaults | fields
    )


# They ask


def test_their_question_stops_the_clock() -> None:
    foi_request = make.a_request()
    first = make.question(foi_request)
    clarification = asked(foi_request, questions=[first])
    now = make.fresh(foi_request)
    assert now.state == State.AWAITING_REQUESTER
    assert now.response_due_on is None
    assert make.due(now).status == Deadline.Status.LAPSED
    assert now.next_deadline_kind == "clarification_nudge"
    assert list(clarification.questions.all()) == [first]
    assert (clarification.asked_on, clarification.is_answered) == (ASKED_ON, False)
    event = now.events.get(kind=EventKind.CLARIFICATION_REQUESTED)
    assert (event.on, event.message) == (ASKED_ON, clarification.asked_in)
    assert clarification.asked_in is not None
    assert clarification.asked_in.body == "Which kinds of school do you mean?"


def test_a_question_they_did_not_need_stops_nothing() -> None:
    """Why do you want it? is no question of FOIA s.1(3)."""
    foi_request = make.a_request()
    asked(foi_request, asked="Why do you want to know?", was_needed=False)
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.SENT, DUE_ON)
    assert not now.events.filter(kind=EventKind.CLARIFICATION_REQUESTED).exists()
    assert now.events.filter(sentence="They asked something they did not need to know").exists()


@pytest.mark.parametrize("was_needed", [True, False])
def test_a_second_question_while_one_is_open_is_refused_in_a_sentence(was_needed: bool) -> None:
    foi_request = make.a_request()
    asked(foi_request, was_needed=was_needed)
    for asked_again in ("Which kinds of school do you mean?", "Which year do you mean?"):
        with refused(WrongState, ""):
            asked(foi_request, asked=asked_again)


def test_the_same_question_may_be_asked_again_on_another_day() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request))
    again = asked(foi_request, on=date(2026, 10, 20), now=date(2026, 10, 20))
    assert again.asked == "Which kinds of school do you mean?"
    assert make.fresh(foi_request).state == State.AWAITING_REQUESTER


def test_the_same_question_of_the_same_day_is_recorded_once() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request))
    with refused(BadInput, "already in the record", field="asked"):
        asked(foi_request, now=DUE_ON)


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"asked": " \n"}, "What they asked is empty.", "asked"),
        ({"asked": "\x00"}, "What they asked is not text", "asked"),
        ({"asked": "x" * 30 * MEGABYTE}, "What they asked is 30.0 MB long", "asked"),
        ({"on": date(2026, 10, 14)}, "can't be Wed 14 Oct 2026, which is still to come", "on"),
        ({"on": date(2004, 12, 31)}, "the right to information began", "on"),
        ({"on": date(2026, 10, 5)}, "Their question on Mon 5 Oct 2026 would be before the request", "on"),
    ],
)
def test_a_question_that_can_not_be_is_refused_and_changes_nothing(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    foi_request = make.a_request()
    with refused(BadInput, sentence, field=field):
        asked(foi_request, **fields)


def test_nobody_asks_for_clarification_after_the_reply() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, on=date(2026, 10, 12))
    with refused(WrongState, "is not waiting for the authority"):
        asked(foi_request)


def test_a_question_concerns_the_questions_of_its_own_request_only() -> None:
    foi_request, other = make.a_request(), make.a_request()
    with refused(BadInput, "belongs to another request"):
        asked(foi_request, questions=[make.question(other)])


# We answer


def test_the_answer_starts_the_clock_afresh_and_the_log_says_from_where_to_where_and_why() -> None:
    foi_request = make.a_request()
    clarification = answered(asked(foi_request))
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.RUNNING, NEW_DUE_ON)
    due = make.due(now)
    assert (due.counted_from, due.working_days) == (ANSWERED_ON, 20)
    note = now.events.get(kind=NOTED, sentence__startswith="Reply due")
    assert note.sentence == (
        "Reply due: moved from Tue 3 Nov 2026 to Fri 13 Nov 2026 because you answered their question"
    )
    old = now.deadlines.get(key="response_due", status=Deadline.Status.MOVED)
    assert (old.due_on, old.moved_because) == (DUE_ON, "you answered their question")
    assert due.replaces == old
    assert (clarification.answered, clarification.answered_on) == ("All schools.", ANSWERED_ON)
    assert clarification.is_answered
    assert clarification.answered_in is not None
    assert clarification.answered_in.direction == Message.Direction.SENT


def test_a_clarification_answered_on_a_saturday_restarts_the_clock_that_day() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request), on=date(2026, 10, 17))
    due = make.due(foi_request)
    assert due.counted_from == date(2026, 10, 17)
    assert due.due_on == NEW_DUE_ON
    assert due.chase_from is not None
    assert due.chase_from > date(2026, 11, 16)  # the grace day of a weekend receipt


def test_each_round_of_clarification_keeps_its_place_in_the_history_of_the_date() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request))
    second = asked(foi_request, on=date(2026, 10, 20), now=date(2026, 10, 20), asked="Which year?")
    answered(second, on=date(2026, 10, 22))
    days = [row.due_on for row in foi_request.deadlines.filter(key="response_due").order_by("pk")]
    assert days == [DUE_ON, NEW_DUE_ON, date(2026, 11, 19)]
    statuses = [row.status for row in foi_request.deadlines.filter(key="response_due").order_by("pk")]
    assert statuses == [Deadline.Status.MOVED, Deadline.Status.MOVED, Deadline.Status.OPEN]


def test_answering_a_question_they_did_not_need_keeps_the_day() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request, was_needed=False))
    now = make.fresh(foi_request)
    assert (now.state, now.response_due_on) == (State.SENT, DUE_ON)


def test_a_question_is_answered_once() -> None:
    clarification = answered(asked(make.a_request()))
    with refused(WrongState, "This question has been answered already."):
        answered(clarification, answered="Only primary schools.")
    with refused(WrongState, "This question has been answered already."):
        draft_clarification_reply(
            clarification=clarification,
            answered="Only primary schools.",
            by=make.requester_of(clarification.foi_request),
            now=noon(DUE_ON),
        )


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"answered": ""}, "Your answer is empty. Paste or type its words.", "answered"),
        ({"answered": "x" * 3 * MEGABYTE}, "Your answer is 3.0 MB long", "answered"),
        ({"on": date(2026, 10, 12)}, "would be before they asked on Tue 13 Oct 2026", "on"),
    ],
)
def test_an_answer_that_can_not_be_is_refused_and_changes_nothing(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    clarification = asked(make.a_request())
    with refused(BadInput, sentence, field=field):
        answered(clarification, **fields)


def test_an_answer_of_tomorrow_is_refused() -> None:
    clarification = asked(make.a_request())
    with refused(BadInput, "which is still to come", field="on"):
        answer_clarification(
            clarification=clarification,
            answered="All.",
            on=LATE_ON,
            channel=Channel.EMAIL,
            by=make.requester_of(clarification.foi_request),
            now=noon(DUE_ON),
        )


def test_nothing_is_answered_once_the_request_is_withdrawn() -> None:
    clarification = asked(make.a_request())
    foi_request, by = clarification.foi_request, make.requester_of(clarification.foi_request)
    withdraw(foi_request=foi_request, on=ANSWERED_ON, by=by, now=noon(ANSWERED_ON))
    with refused(WrongState, f"{foi_request.reference} was withdrawn"):
        answered(clarification)
    with refused(WrongState, f"{foi_request.reference} was withdrawn"):
        draft_clarification_reply(clarification=clarification, answered="All.", by=by, now=noon(DUE_ON))


# Our answer as a letter


def a_letter(clarification: Clarification, answer: str = "All schools, please.") -> Draft:
    return draft_clarification_reply(
        clarification=clarification,
        answered=answer,
        by=make.requester_of(clarification.foi_request),
        now=noon(ANSWERED_ON),
    )


def sent(draft: Draft, *, on: date = ANSWERED_ON) -> Draft:
    by = make.requester_of(draft.foi_request)
    draft = approve_draft(draft=draft, version=draft.version, by=by, now=noon(on))
    return mark_draft_sent(
        draft=draft, on=on, channel=Channel.EMAIL, version=draft.version, by=by, now=noon(on)
    )


def test_the_answer_is_put_into_a_letter_and_nothing_restarts_until_it_is_sent() -> None:
    clarification = asked(make.a_request())
    draft = a_letter(clarification)
    assert draft.kind == LetterKind.CLARIFICATION_REPLY
    assert "All schools, please." in draft.body
    assert "Which kinds of school do you mean?" in draft.body
    assert make.fresh(clarification.foi_request).state == State.AWAITING_REQUESTER
    sent(draft)
    now = make.fresh(clarification.foi_request)
    assert (now.state, now.response_due_on) == (State.RUNNING, NEW_DUE_ON)


def test_the_record_of_the_answer_is_what_was_answered_and_the_message_is_the_letter_that_was_sent() -> None:
    """The letter holds the requester's address: the answer is shown on public pages, the letter is not."""
    clarification = asked(make.a_request())
    draft = a_letter(clarification)
    assert "12 Mill Lane" in draft.body
    sent(draft)
    clarification.refresh_from_db()
    assert clarification.answered == "All schools, please."
    assert clarification.answered_in is not None
    assert clarification.answered_in.body == draft.body
    assert clarification.answered_in.subject == draft.subject


def test_another_answer_takes_the_place_of_the_letter_drafted_before() -> None:
    clarification = asked(make.a_request())
    first = a_letter(clarification)
    second = a_letter(clarification, "State schools only.")
    first.refresh_from_db()
    assert first.state == Draft.State.DISMISSED
    assert second.state == Draft.State.SUGGESTED


def test_a_question_answered_by_other_means_needs_no_letter_any_more() -> None:
    clarification = asked(make.a_request())
    draft = a_letter(clarification)
    answered(clarification)
    draft.refresh_from_db()
    assert draft.state == Draft.State.DISMISSED


def test_a_withdrawn_request_needs_no_letter_any_more() -> None:
    clarification = asked(make.a_request())
    draft = a_letter(clarification)
    foi_request = clarification.foi_request
    withdraw(
        foi_request=foi_request,
        on=ANSWERED_ON,
        by=make.requester_of(foi_request),
        now=noon(ANSWERED_ON),
    )
    draft.refresh_from_db()
    assert draft.state == Draft.State.DISMISSED


def test_the_letter_that_was_edited_is_the_one_that_is_kept() -> None:
    clarification = asked(make.a_request())
    draft = a_letter(clarification)
    by = make.requester_of(clarification.foi_request)
    draft = edit_draft(
        draft=draft, subject="Our answer", body="All of them.", version=1, by=by, now=noon(ANSWERED_ON)
    )
    sent(draft)
    message = clarification.foi_request.messages.get(kind=Message.Kind.CLARIFICATION_ANSWER)
    assert (message.subject, message.body) == ("Our answer", "All of them.")


def test_a_letter_that_lacks_a_fact_keeps_no_half_of_an_answer() -> None:
    """A request whose day of sending nobody knows: the letter would have to name it."""
    clarification = asked(make.a_request(sent_on=None))
    before = make.everything()
    with pytest.raises(Exception, match="sent"):
        a_letter(clarification)
    assert make.everything() == before


def test_a_clarification_that_was_answered_leaves_the_questions_open() -> None:
    foi_request = make.a_request()
    answered(asked(foi_request, questions=[make.question(foi_request)]))
    assert not foi_request.questions.exclude(outcome="").exists()
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.DISCLOSED, on=DUE_ON)
    assert make.fresh(foi_request).state == State.ANSWERED
