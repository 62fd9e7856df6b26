"""What a received message is, confirmed by a person: each kind becomes its event, once, and the message stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from requests_app.core.errors import BadInput, ClockError, StaleVersion, WrongState
from requests_app.core.states import Channel, Decision, EventKind, MessageKind, Outcome, State
from requests_app.models import Correction, Deadline, Event, FoiRequest, Message
from requests_app.usecases.events import correct_event, record_event
from requests_app.usecases.received import RECORDED, KindConfirmed, confirm_kind
from requests_app.usecases.replies import confirm_reading, receive_reply
from tests import factories as make
from tests.factories import DUE_ON, SENT_ON, noon, refused

pytestmark = pytest.mark.django_db

K = MessageKind
CAME_ON = date(2026, 10, 13)
NOW = noon(date(2026, 11, 20))
ACKNOWLEDGED = """Thank you for your request for information, which was received on 7 October 2026.

Your reference is FOI-2026-0412. You will receive a response by 4 November 2026."""


def confirmed(
    foi_request: FoiRequest, kind: K, *, text: str = "", on: date = CAME_ON, **said: Any
) -> Message:
    message = make.a_reply(foi_request, on=on, text=text or f"A message: {kind}.")
    defaults: dict[str, Any] = {"received_on": on}
    confirm_kind(
        message=message,
        confirmed=KindConfirmed(kind, **defaults | said),
        by=make.requester_of(foi_request),
        now=NOW,
    )
    message.refresh_from_db()
    foi_request.refresh_from_db()
    return message


def event_of(message: Message) -> Event:
    event: Event = message.events.get()
    return event


def deadlines(foi_request: FoiRequest) -> dict[str, date]:
    rows = foi_request.deadlines.exclude(status__in=[Deadline.Status.MOVED, Deadline.Status.LAPSED])
    return {row.kind: row.due_on for row in rows}


def under_review(**fields: Any) -> FoiRequest:
    foi_request = make.a_request(**fields)
    make.answered(foi_request, on=date(2026, 10, 7))
    record_event(
        foi_request=foi_request,
        kind=EventKind.INTERNAL_REVIEW_REQUESTED,
        on=date(2026, 10, 8),
        details={},
        text="",
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=NOW,
    )
    return foi_request


def test_every_kind_that_can_be_received_is_recorded_here_or_question_by_question() -> None:
    sent = {K.REQUEST, K.CLARIFICATION_ANSWER, K.CHASER}
    assert set(RECORDED) == {kind for kind in K if kind not in sent and not kind.answers}


@pytest.mark.parametrize("kind", [kind for kind in RECORDED if kind is not K.REVIEW_OUTCOME])
def test_a_message_stays_with_its_kind_and_one_event_that_tells_of_it(kind: K) -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, kind)
    assert (message.kind, message.reading_state) == (kind, Message.ReadingState.CONFIRMED)
    assert message.body == f"A message: {kind}."
    assert event_of(message).source == "the authority"
    assert foi_request.messages.filter(direction=Message.Direction.RECEIVED).count() == 1


def test_an_acknowledgement_is_an_event_with_what_it_says_and_moves_no_date() -> None:
    foi_request = make.a_request()
    message = confirmed(
        foi_request,
        K.ACKNOWLEDGEMENT,
        text=ACKNOWLEDGED,
        authority_reference="FOI-2026-0412",
        their_received_on=date(2026, 10, 7),
        promised_on=date(2026, 11, 4),
    )
    acknowledged, claimed = message.events.order_by("pk")
    assert (acknowledged.kind, acknowledged.on) == (EventKind.OTHER_CORRESPONDENCE, CAME_ON)
    assert acknowledged.sentence == "They acknowledged the request"
    assert acknowledged.details == {
        "reference": "FOI-2026-0412",
        "received_on_claimed": "2026-10-07",
        "target": "2026-11-04",
    }
    assert (claimed.kind, claimed.on) == (EventKind.RECEIVED, date(2026, 10, 7))
    assert claimed.sentence == "They say that the request reached them"
    assert foi_request.authority_reference == "FOI-2026-0412"
    assert foi_request.response_due_on == DUE_ON
    assert not foi_request.responses.exists()


def test_a_day_of_receipt_that_cannot_be_is_kept_as_what_they_say_and_counted_from_by_nobody() -> None:
    foi_request = make.a_request()
    for their_day in (date(2026, 9, 1), date(2026, 10, 20)):
        message = confirmed(
            foi_request, K.ACKNOWLEDGEMENT, text=f"Received on {their_day}.", their_received_on=their_day
        )
        assert event_of(message).details == {"received_on_claimed": their_day.isoformat()}
    assert foi_request.response_due_on == DUE_ON


def test_their_day_counts_where_nobody_knows_how_the_request_went() -> None:
    foi_request = make.a_request(channel=Channel.POST)
    confirmed(foi_request, K.ACKNOWLEDGEMENT, their_received_on=date(2026, 10, 7))
    assert foi_request.response_due_on == date(2026, 11, 4)


def test_a_reference_that_is_known_is_kept_against_a_later_one() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.AUTOMATIC_REPLY, authority_reference="CASE-1")
    confirmed(foi_request, K.OTHER, authority_reference="CASE-2")
    assert foi_request.authority_reference == "CASE-1"


def test_a_review_acknowledged_keeps_the_promised_day_beside_the_laws() -> None:
    foi_request = under_review()
    message = confirmed(foi_request, K.ACKNOWLEDGEMENT, about_review=True, promised_on=date(2026, 11, 2))
    assert event_of(message).kind == EventKind.REVIEW_ACKNOWLEDGED
    assert deadlines(foi_request)["promised_review"] == date(2026, 11, 2)


def test_a_clarification_sought_stops_the_clock_and_is_held_against_its_questions() -> None:
    foi_request = make.a_request()
    question = make.question(foi_request)
    message = confirmed(
        foi_request, K.CLARIFICATION_QUESTION, asked="Which kinds of school?", asked_about=[question]
    )
    assert (foi_request.state, foi_request.response_due_on) == (State.AWAITING_REQUESTER, None)
    clarification = foi_request.clarifications.get()
    assert clarification.asked_in == message
    assert (clarification.asked, clarification.asked_on) == ("Which kinds of school?", CAME_ON)
    assert list(clarification.questions.all()) == [question]


def test_what_they_ask_is_the_whole_message_where_nobody_says_which_words() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.CLARIFICATION_QUESTION, text="Which schools do you mean?")
    assert foi_request.clarifications.get().asked == "Which schools do you mean?"


def test_a_question_they_did_not_need_stops_nothing() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.CLARIFICATION_QUESTION, was_needed=False)
    assert foi_request.response_due_on == DUE_ON


def test_a_fees_notice_pauses_the_clock_and_keeps_the_sum() -> None:
    foi_request = make.a_request()
    message = confirmed(
        foi_request,
        K.FEES_NOTICE,
        amount=Decimal("37.50"),
        pay_by=date(2027, 1, 12),
        issued_on=date(2026, 10, 12),
    )
    event = event_of(message)
    assert (event.kind, event.on) == (EventKind.FEE_NOTICE, date(2026, 10, 12))
    assert event.details == {"amount": "37.50", "pay_by": "2027-01-12"}
    assert event.sentence == "They asked for a fee of £37.50"
    assert foi_request.state == State.AWAITING_FEE


def test_an_extension_moves_the_day_to_what_they_say_where_a_qualified_exemption_is_named() -> None:
    foi_request = make.a_request()
    message = confirmed(
        foi_request,
        K.EXTENSION_NOTICE,
        extension_grounds=("section 31 (1)(a) and (b)", "no section"),
        extended_to=date(2026, 11, 24),
    )
    event = event_of(message)
    assert event.kind == EventKind.PIT_EXTENSION
    assert event.details == {"exemptions": ["31(1)(a)"], "target": "2026-11-24"}
    assert (foi_request.state, foi_request.response_due_on) == (State.EXTENDED, date(2026, 11, 24))


def test_an_extension_in_scotland_has_no_law_behind_it_and_moves_nothing() -> None:
    foi_request = make.a_request(authority=make.a_scottish_authority())
    before = foi_request.response_due_on
    message = confirmed(foi_request, K.EXTENSION_NOTICE, extended_to=date(2026, 11, 30))
    event = event_of(message)
    assert event.kind == EventKind.OTHER_CORRESPONDENCE
    assert event.sentence == "They took longer, for which FOISA has no provision"
    assert foi_request.response_due_on == before


@pytest.mark.parametrize("about_review", [True, False])
def test_an_extension_while_a_review_runs_is_of_the_review(about_review: bool) -> None:
    message = confirmed(
        under_review(), K.EXTENSION_NOTICE, about_review=about_review, extended_to=date(2026, 12, 1)
    )
    assert event_of(message).kind == EventKind.REVIEW_EXTENDED


def test_a_transfer_names_the_other_authority_and_ends_the_request_here() -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, K.TRANSFER, transferred_to="Northshire Council", consented=True)
    event = event_of(message)
    assert event.details == {"to": "Northshire Council", "consent": True}
    assert event.sentence == "They passed the request to Northshire Council"
    assert foi_request.state == State.TRANSFERRED


def test_a_transfer_nobody_agreed_to_ends_nothing() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.TRANSFER, transferred_to="Northshire Council", consented=False)
    assert foi_request.response_due_on == DUE_ON
    assert foi_request.state == State.SENT


@pytest.mark.parametrize(("to", "named"), [("Northshire Council", " to Northshire Council"), ("", "")])
def test_asking_whether_they_may_pass_it_on_passes_nothing_on(to: str, named: str) -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, K.TRANSFER, transferred_to=to, asks_consent=True)
    event = event_of(message)
    assert event.kind == EventKind.OTHER_CORRESPONDENCE
    assert event.sentence == f"They asked whether they may pass the request on{named}"
    assert foi_request.state == State.SENT


def test_the_outcome_of_a_review_starts_the_time_for_the_regulator() -> None:
    foi_request = under_review()
    message = confirmed(foi_request, K.REVIEW_OUTCOME, on=date(2026, 11, 4), issued_on=date(2026, 11, 3))
    event = event_of(message)
    assert (event.on, event.details) == (date(2026, 11, 3), {"received_on": "2026-11-04"})
    assert foi_request.state == State.REVIEW_DONE


def test_the_outcome_of_a_review_nobody_asked_for_changes_nothing() -> None:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=CAME_ON)
    with refused(ClockError, "Nobody asked for a review"):
        confirm_kind(
            message=message,
            confirmed=KindConfirmed(K.REVIEW_OUTCOME, received_on=CAME_ON),
            by=make.requester_of(foi_request),
            now=NOW,
        )


def test_a_bounce_leaves_the_request_to_be_sent_again() -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, K.BOUNCE)
    assert event_of(message).kind == EventKind.DELIVERY_FAILED
    assert (foi_request.state, foi_request.response_due_on) == (State.DRAFT, None)


@pytest.mark.parametrize(
    ("kind", "promised_on", "sentence", "details"),
    [
        (K.OTHER, None, "They wrote", {}),
        (K.OTHER, date(2026, 11, 9), "They wrote, and promised an answer", {"target": "2026-11-09"}),
        (K.AUTOMATIC_REPLY, None, "An automatic reply came", {}),
    ],
)
def test_what_answers_nothing_moves_nothing(
    kind: K, promised_on: date | None, sentence: str, details: dict[str, str]
) -> None:
    foi_request = make.a_request()
    event = event_of(confirmed(foi_request, kind, promised_on=promised_on))
    assert (event.kind, event.sentence, event.details) == (EventKind.OTHER_CORRESPONDENCE, sentence, details)
    assert (foi_request.state, foi_request.response_due_on) == (State.SENT, DUE_ON)


@pytest.mark.parametrize("kind", [K.REPLY, K.PARTIAL_REPLY, K.REFUSAL, K.CHASER])
def test_a_reply_is_not_confirmed_as_a_mere_kind(kind: K) -> None:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=CAME_ON)
    with refused(BadInput, "question by question", field="kind"):
        confirm_kind(
            message=message,
            confirmed=KindConfirmed(kind, received_on=CAME_ON),
            by=make.requester_of(foi_request),
            now=NOW,
        )


def test_a_message_without_a_day_is_not_confirmed() -> None:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=None)
    with refused(BadInput, "on which day it came", field="received_on"):
        confirm_kind(
            message=message, confirmed=KindConfirmed(K.OTHER), by=make.requester_of(foi_request), now=NOW
        )


def test_a_message_is_confirmed_once() -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, K.ACKNOWLEDGEMENT)
    with refused(StaleVersion, "has been confirmed already"):
        confirm_kind(
            message=message,
            confirmed=KindConfirmed(K.OTHER, received_on=CAME_ON),
            by=make.requester_of(foi_request),
            now=NOW,
        )
    assert event_of(message).sentence == "They acknowledged the request"


def test_the_same_text_is_received_once_whatever_it_was_confirmed_to_be() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.ACKNOWLEDGEMENT, text=ACKNOWLEDGED)
    with refused(BadInput, "already in the record", field="text"):
        receive_reply(
            foi_request=foi_request,
            text=ACKNOWLEDGED,
            received_on=CAME_ON,
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=NOW,
        )


def test_the_day_of_what_was_confirmed_can_be_corrected_like_any_other() -> None:
    foi_request = make.a_request()
    message = confirmed(foi_request, K.FEES_NOTICE)
    correct_event(event=event_of(message), on=SENT_ON, reason="", by=make.requester_of(foi_request), now=NOW)
    assert foi_request.events.standing().get(kind=EventKind.FEE_NOTICE).on == SENT_ON


def test_what_a_person_corrects_of_a_kind_is_kept() -> None:
    foi_request = make.a_request()
    confirmed(
        foi_request,
        K.ACKNOWLEDGEMENT,
        text=ACKNOWLEDGED,
        authority_reference="FOI-2026-0412",
        their_received_on=date(2026, 10, 7),
        promised_on=date(2026, 11, 5),
    )
    correction = Correction.objects.get()
    assert (correction.what, correction.proposed, correction.made) == (
        "promised_on",
        "2026-11-04",
        "2026-11-05",
    )


@pytest.mark.parametrize(
    ("reading", "outcomes", "kind"),
    [
        ({}, (), K.REPLY),
        ({"is_final": False}, (Outcome.DISCLOSED, Outcome.UNANSWERED), K.PARTIAL_REPLY),
        ({"decision": Decision.REFUSED}, (Outcome.REFUSED, Outcome.NCND), K.REFUSAL),
        ({}, (Outcome.NOT_HELD, Outcome.NOT_HELD), K.REPLY),
        ({"is_final": False}, (Outcome.UNANSWERED, Outcome.UNANSWERED), K.OTHER),
    ],
)
def test_a_confirmed_reply_has_the_kind_of_what_it_answers(
    reading: dict[str, Any], outcomes: tuple[Outcome, ...], kind: K
) -> None:
    foi_request = make.a_request()
    message = make.a_reply(foi_request, on=CAME_ON)
    confirm_reading(
        message=message,
        confirmed=make.a_reading(foi_request, *outcomes, on=CAME_ON, **reading),
        by=make.requester_of(foi_request),
        now=NOW,
    )
    message.refresh_from_db()
    assert message.kind == kind


def test_a_question_of_theirs_that_is_open_leaves_no_room_for_a_second() -> None:
    foi_request = make.a_request()
    confirmed(foi_request, K.CLARIFICATION_QUESTION)
    with pytest.raises(WrongState, match="not waiting for the authority"):
        confirmed(foi_request, K.CLARIFICATION_QUESTION, text="And another thing?")
