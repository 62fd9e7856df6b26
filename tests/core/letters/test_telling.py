"""What the record says, in the lines that letters print; and which letters a day calls for."""

from __future__ import annotations

from datetime import date

import pytest

from requests_app.core.letters import telling
from requests_app.core.letters.complaint_grounds import complaint_grounds
from requests_app.core.letters.suggesting import overtaken_in
from requests_app.core.letters.telling import Happened, Said
from requests_app.core.states import EventKind, LetterKind, MessageKind, Outcome, Regime, State
from tests.core.letters.records import FOIA, calendar, grounds

E, K, O = EventKind, LetterKind, Outcome  # noqa: E741 - outcomes


def told(*events: Happened, received_on: date | None = date(2026, 3, 2)) -> list[str]:
    return [line.text for line in telling.chronology(events, calendar(FOIA), received_on=received_on)]


def test_working_days_are_counted_afresh_after_a_clarification_and_during_a_review() -> None:
    lines = told(
        Happened(E.REVIEW_OUTCOME, date(2026, 5, 12), "event 6"),
        Happened(E.RECEIVED, date(2026, 3, 2), "event 1"),
        Happened(E.CLARIFICATION_REQUESTED, date(2026, 3, 9), "event 2"),
        Happened(E.CLARIFICATION_RECEIVED, date(2026, 3, 10), "event 3"),
        Happened(E.REFUSAL, date(2026, 4, 10), "event 4"),
        Happened(E.INTERNAL_REVIEW_REQUESTED, date(2026, 4, 14), "event 5"),
        Happened(E.ICO_CASE_OPENED, date(2026, 5, 13), "event 7"),
    )
    assert lines == [
        "Monday 2 March 2026: the request reached the authority",
        "Monday 9 March 2026 (working day 5): the authority asked me to clarify the request",
        "Tuesday 10 March 2026 (working day 6): my answer reached the authority",
        "Friday 10 April 2026 (working day 20): the authority refused the request",
        "Tuesday 14 April 2026: I asked for a review",
        "Tuesday 12 May 2026 (working day 19 of the review): the authority told me the outcome of the review",
    ]


def test_each_side_is_told_in_the_requesters_voice_and_what_has_no_day_says_so() -> None:
    day = date(2026, 3, 5)
    lines = told(
        Happened(E.OTHER_CORRESPONDENCE, day, "event 1", message=MessageKind.ACKNOWLEDGEMENT, ours=False),
        Happened(E.OTHER_CORRESPONDENCE, day, "event 2", ours=True),
        Happened(E.OTHER_CORRESPONDENCE, None, "event 3", ours=False),
        Happened(E.OTHER_CORRESPONDENCE, day, "event 4", letter=K.FEE_QUERY),
        Happened(E.PIT_EXTENSION, day, "event 5", sections=("s31", "s24"), target=date(2026, 4, 20)),
        received_on=None,
    )
    assert [line.partition(": ")[2] for line in lines] == [
        "the authority acknowledged the request",
        "I wrote to the authority",
        "I asked how the fee was made up",
        "the authority took more time to weigh the public interest, naming s31 and s24, and named Monday 20 April 2026",
        "the authority wrote to me",
    ]
    assert lines[-1].startswith("on a day that my record does not give")
    assert not any(" you " in f" {line.lower()} " for line in lines)


@pytest.mark.parametrize("kind", EventKind)
def test_no_event_is_told_in_the_programs_voice(kind: EventKind) -> None:
    for line in told(Happened(kind, date(2026, 3, 5), "event 1")):
        assert "You " not in line
        assert "They " not in line


def an_answer(outcome: Outcome, *, missing: str = "", which: str = "") -> Said:
    return Said("1", "How many?", outcome, "Two.", grounds(FOIA, which) if which else (), missing, "answer 1")


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (an_answer(O.UNANSWERED), "an answer"),
        (an_answer(O.UNANSWERED, missing="Nothing on 2024."), "Nothing on 2024."),
        (an_answer(O.DISCLOSED), ""),
        (an_answer(O.DISCLOSED, missing="Part (b) is left out."), "Part (b) is left out."),
        (an_answer(O.DISCLOSED_IN_PART), "the rest of it"),
        (an_answer(O.DISCLOSED_IN_PART, which="withheld"), ""),
        (an_answer(O.REFUSED, which="withheld"), ""),
        (an_answer(O.NOT_HELD), ""),
    ],
)
def test_what_is_missing_is_what_nobody_answered_or_what_was_noted(said: Said, missing: str) -> None:
    [part] = telling.parts_table([said])
    assert part.missing == missing
    assert bool(missing) == ("1: I find" in " ".join(line.text for line in telling.disputed([said])))


def test_each_letter_asks_to_review_what_it_is_not_itself_about() -> None:
    said = [an_answer(O.REFUSED, which="withheld"), an_answer(O.NOT_HELD), an_answer(O.UNANSWERED)]
    also = {kind: len(telling.also_to_review(said, kind)) for kind in LetterKind if kind.asks_for_review}
    assert also == {
        K.REVIEW_SILENCE: 3,
        K.REVIEW_EXEMPTION: 2,
        K.REVIEW_INCOMPLETE: 2,
        K.REVIEW_NOT_HELD: 2,
        K.REVIEW_NCND: 3,
        K.REVIEW_NO_BALANCING: 2,
        K.VEXATIOUS_REPLY: 3,
    }


def test_a_late_reply_is_a_ground_and_a_timely_one_is_none() -> None:
    due = date(2026, 3, 31)

    def first(reply_on: date | None, late: int | None) -> list[str]:
        lines = complaint_grounds(
            Regime.FOIA,
            (),
            response_due_on=due,
            response_section="section 10(1)",
            reply_on=reply_on,
            working_days_late=late,
        )
        return [line.text for line in lines]

    assert first(date(2026, 4, 8), 40) == [
        "1. Section 10(1): the reply was due by Tuesday 31 March 2026 and is dated Wednesday 8 April 2026."
    ]
    assert first(date(2026, 3, 31), 40) == []
    assert first(None, None) == []
    assert first(None, 2)[0].endswith(
        "Today is 2 working days after that day and the request is not answered on my record."
    )


@pytest.mark.parametrize("state", State)
def test_what_an_event_has_overtaken_is_put_away_and_the_answer_to_a_question_never_is(state: State) -> None:
    overtaken = overtaken_in(state)
    assert K.CLARIFICATION_REPLY not in overtaken
    chasers = {K.OVERDUE_CHASER, K.SECOND_CHASER, K.EXTENSION_OVERDUE, K.REVIEW_SILENCE}
    owed = state in {State.SENT, State.RUNNING, State.EXTENDED, State.PARTIALLY_ANSWERED}
    assert chasers.isdisjoint(overtaken) if owed else chasers <= overtaken
    if state is State.WITHDRAWN:
        assert overtaken == set(LetterKind) - {K.CLARIFICATION_REPLY}
