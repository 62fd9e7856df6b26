"""Requests: logged, written, sent, acknowledged, withdrawn, their questions corrected."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.errors import BadInput, StaleVersion, WrongState
from requests_app.core.states import AuthorityKind, Channel, EventKind, LetterKind, Outcome, State
from requests_app.models import Event, FoiRequest, Message
from requests_app.models.campaign import Visibility
from requests_app.models.event import NOTED
from requests_app.usecases.drafts import suggest_draft
from requests_app.usecases.foi_requests import (
    QuestionAsked,
    correct_questions,
    day_sent,
    log_request,
    mark_sent,
    record_acknowledgement,
    withdraw,
    write_request,
)
from tests import factories as make
from tests.factories import DUE_ON, SENT_ON, noon, refused

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024


def logged(*, sent_on: date | None = SENT_ON, on: date = DUE_ON, **fields: Any) -> FoiRequest:
    """Log a request on a day, sent on another."""
    channel = fields.pop("channel", Channel.EMAIL)
    new = make.new_request(**fields)
    by = make.owner_of(new.campaign)
    return log_request(new=new, sent_on=sent_on, channel=channel, by=by, now=noon(on))


def acknowledged(foi_request: FoiRequest, *, on: date, **fields: Any) -> FoiRequest:
    defaults: dict[str, Any] = {
        "text": "Thank you for your request.",
        "authority_reference": "",
        "arrived_on": None,
        "channel": Channel.EMAIL,
    }
    return record_acknowledgement(
        foi_request=foi_request, on=on, by=make.requester_of(foi_request), now=noon(on), **defaults | fields
    )


# Logging and writing


def test_a_logged_request_has_a_number_questions_with_parts_a_message_an_event_and_a_running_clock() -> None:
    foi_request = logged(authority_reference=" 01/FOI/26/004 ", visibility=Visibility.PUBLIC)
    assert foi_request.reference == f"FT-{foi_request.number:05d}"
    assert foi_request.authority_reference == "01/FOI/26/004"
    assert (foi_request.state, foi_request.response_due_on) == (State.SENT, DUE_ON)
    assert (foi_request.next_deadline_kind, foi_request.next_deadline_on) == ("response_due", DUE_ON)
    assert foi_request.visibility == Visibility.PUBLIC
    assert foi_request.created_by == make.requester_of(foi_request)
    first, second = foi_request.questions.filter(parent=None)
    assert [(part.label, part.text) for part in first.parts.all()] == [
        ("(a)", "the kind of school"),
        ("(b)", "rank"),
    ]
    assert second.text == "Who was consulted before they were placed there?"
    message = foi_request.messages.get()
    assert (message.direction, message.kind) == (Message.Direction.SENT, Message.Kind.REQUEST)
    assert (message.body, message.happened_on) == (make.LETTER, SENT_ON)
    event = foi_request.events.get()
    assert (event.kind, event.on, event.message) == (EventKind.SENT, SENT_ON, message)
    assert event.sentence == "Request sent by e-mail"
    assert event.recorded_by == foi_request.created_by


def test_requests_are_numbered_one_after_the_other_across_campaigns() -> None:
    first, second, third = make.a_request(), make.a_written_request(), make.a_request()
    assert [second.number - first.number, third.number - second.number] == [1, 1]


def test_the_working_of_the_date_is_kept_with_its_section() -> None:
    due = make.due(logged())
    assert due.section.startswith("FOIA s.10(1)")
    assert (due.counted_from, due.working_days, due.due_on) == (SENT_ON, 20, DUE_ON)
    assert due.working
    assert all(step["text"] and set(step) == {"text", "section", "on"} for step in due.working)


@pytest.mark.parametrize(
    ("channel", "sentence", "due_on"),
    [
        (Channel.EMAIL, "Request sent by e-mail", date(2026, 11, 3)),
        (Channel.PORTAL, "Request sent through their website", date(2026, 11, 3)),
        (Channel.HAND, "Request sent by hand", date(2026, 11, 3)),
        # Posted on Tuesday, presumed delivered on Thursday, the second working day.
        (Channel.POST, "Request sent by post", date(2026, 11, 5)),
    ],
)
def test_the_clock_counts_from_when_each_way_of_sending_arrives(
    channel: Channel, sentence: str, due_on: date
) -> None:
    foi_request = logged(channel=channel)
    assert foi_request.response_due_on == due_on
    assert foi_request.events.get().sentence == sentence


def test_the_address_a_request_went_to_is_kept_and_named_in_a_letter_about_it() -> None:
    foi_request = make.a_written_request()
    mark_sent(
        foi_request=foi_request,
        sent_on=SENT_ON,
        channel=Channel.EMAIL,
        sent_to=" foi@ambleford.example.org\r\n\u202e ",
        by=make.requester_of(foi_request),
        now=noon(SENT_ON),
    )
    (event,) = foi_request.events.filter(kind=EventKind.SENT)
    assert event.details == {"channel": "email", "address": "foi@ambleford.example.org"}
    draft = suggest_draft(
        foi_request=make.fresh(foi_request),
        kind=LetterKind.ACKNOWLEDGEMENT_CHASER,
        cause="x",
        today=date(2026, 10, 13),
        now=noon(date(2026, 10, 13)),
    )
    assert draft is not None
    assert "by e-mail, to foi@ambleford.example.org." in draft.body


def test_a_request_sent_on_an_unknown_day_is_kept_and_no_date_is_computed() -> None:
    foi_request = logged(sent_on=None)
    assert foi_request.state == State.SENT
    assert foi_request.response_due_on is None
    assert not foi_request.deadlines.exists()
    assert any("not stated" in doubt for doubt in foi_request.clock_uncertain)
    assert day_sent(foi_request) is None


def test_a_written_request_is_a_draft_without_events_or_dates() -> None:
    foi_request = make.a_written_request()
    assert foi_request.state == State.DRAFT
    assert not foi_request.events.exists()
    assert not foi_request.messages.exists()
    assert not foi_request.deadlines.exists()
    assert foi_request.questions.filter(parent=None).count() == 2


def test_a_written_request_that_was_sent_is_as_if_logged() -> None:
    foi_request = make.a_written_request()
    sent = mark_sent(
        foi_request=foi_request,
        sent_on=SENT_ON,
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(SENT_ON),
    )
    assert (sent.state, sent.response_due_on) == (State.SENT, DUE_ON)
    assert day_sent(sent) == SENT_ON


def test_today_is_the_day_in_london_not_in_greenwich() -> None:
    """Half past midnight in London on 7 July is still 6 July in UTC."""
    foi_request = make.a_written_request(on=date(2026, 7, 1))
    sent = mark_sent(
        foi_request=foi_request,
        sent_on=date(2026, 7, 7),
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(date(2026, 7, 7)).replace(hour=0, minute=30),
    )
    assert day_sent(sent) == date(2026, 7, 7)


def test_a_request_is_sent_once() -> None:
    foi_request = make.a_request()
    with refused(WrongState, f"{foi_request.reference} was sent already."):
        mark_sent(
            foi_request=foi_request,
            sent_on=SENT_ON,
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=noon(SENT_ON),
        )


def test_a_request_somebody_changed_meanwhile_is_not_marked_as_sent() -> None:
    foi_request = make.a_written_request()
    with refused(StaleVersion, "changed since you opened this page"):
        mark_sent(
            foi_request=foi_request,
            sent_on=SENT_ON,
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=noon(SENT_ON),
            version=foi_request.version - 1,
        )


# Bad input


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"letter": ""}, "The letter is empty. Paste or type its words.", "letter"),
        ({"letter": " \n\t\r\n "}, "The letter is empty. Paste or type its words.", "letter"),
        ({"letter": "%PDF-1.7\x00\x01"}, "The letter is not text", "letter"),
        ({"letter": "x" * 30 * MEGABYTE}, "The letter is 30.0 MB long; up to 2 MB", "letter"),
        ({"title": " "}, "Give the request a title", "title"),
        ({"sent_on": date(2026, 11, 4)}, "can't be Wed 4 Nov 2026, which is still to come", "sent_on"),
        ({"sent_on": date(2004, 12, 31)}, "the right to information began on Sat 1 Jan 2005", "sent_on"),
        ({"sent_on": date(26, 10, 6)}, "Check the year.", "sent_on"),
        ({"channel": Channel.PHONE}, "Say how it was sent", "channel"),
        ({"channel": Channel.DISCLOSURE_PAGE}, "Say how it was sent", "channel"),
        ({"questions": [QuestionAsked("1", " ")]}, "Question 1 is empty.", "questions"),
        ({"questions": [QuestionAsked("1", "How many?", (("(a)", ""),))]}, "Part (a) is empty.", "questions"),
    ],
)
def test_bad_input_is_refused_in_a_sentence_and_changes_nothing(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    campaign, authority = make.a_campaign(), make.an_authority()
    with refused(BadInput, sentence, field=field):
        logged(campaign=campaign, authority=authority, **fields)


def test_no_request_is_made_to_an_authority_that_no_longer_exists() -> None:
    heir = make.an_authority("Northshire Police")
    gone = make.an_authority("Ambleford Constabulary", valid_to=date(2020, 3, 31), successor=heir)
    campaign = make.a_campaign()
    with refused(BadInput, "no longer exists: it ended on Tue 31 Mar 2020", field="authority") as refusal:
        logged(campaign=campaign, authority=gone)
    assert "Ask Northshire Police, which took over." in refusal.value.sentence
    with refused(BadInput, "no longer exists", field="authority"):
        write_request(
            new=make.new_request(campaign, authority=gone), by=make.owner_of(campaign), now=noon(SENT_ON)
        )


def test_an_authority_that_ended_without_a_known_heir_says_so() -> None:
    gone = make.an_authority(valid_to=date(2020, 3, 31))
    campaign = make.a_campaign()
    with refused(BadInput, "Ask the body that took over its work.", field="authority"):
        logged(campaign=campaign, authority=gone)


def test_a_request_sent_while_the_authority_existed_can_still_be_logged() -> None:
    gone = make.an_authority(valid_to=date(2020, 3, 31))
    foi_request = logged(authority=gone, sent_on=date(2020, 3, 31))
    assert foi_request.state == State.SENT


def test_a_request_is_not_sent_before_the_authority_began() -> None:
    campaign, new = make.a_campaign(), make.an_authority(valid_from=date(2020, 4, 1))
    with refused(BadInput, "did not exist yet on Tue 31 Mar 2020", field="authority"):
        logged(campaign=campaign, authority=new, sent_on=date(2020, 3, 31))
    assert logged(campaign=campaign, authority=new, sent_on=date(2020, 4, 1)).state == State.SENT


def test_a_written_request_is_not_sent_to_an_authority_that_ended_meanwhile() -> None:
    foi_request = make.a_written_request()
    foi_request.authority.valid_to = date(2026, 10, 5)
    foi_request.authority.save()
    with refused(BadInput, "no longer exists"):
        mark_sent(
            foi_request=foi_request,
            sent_on=SENT_ON,
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=noon(SENT_ON),
        )


def test_no_request_is_made_to_a_body_outside_the_acts() -> None:
    campaign, agency = make.a_campaign(), make.an_authority(kind=AuthorityKind.OTHER, regime="")
    with refused(BadInput, "is outside the Freedom of Information Acts", field="authority"):
        logged(campaign=campaign, authority=agency)


# Acknowledgement


def test_an_acknowledgement_never_counts_as_an_answer_and_never_moves_the_clock() -> None:
    foi_request = make.a_request()
    before = make.due(foi_request)
    foi_request = acknowledged(foi_request, on=date(2026, 10, 9), authority_reference=" FOI-77 ")
    assert foi_request.state == State.SENT
    assert foi_request.response_due_on == DUE_ON
    assert make.due(foi_request) == before
    assert not foi_request.responses.exists()
    assert not foi_request.questions.exclude(outcome="").exists()
    assert foi_request.authority_reference == "FOI-77"
    event = foi_request.events.get(message__kind=Message.Kind.ACKNOWLEDGEMENT)
    assert (event.kind, event.on) == (EventKind.OTHER_CORRESPONDENCE, date(2026, 10, 9))


def test_an_acknowledgement_without_a_reference_keeps_the_one_we_have() -> None:
    foi_request = acknowledged(make.a_request(authority_reference="FOI-1"), on=date(2026, 10, 9))
    assert make.fresh(foi_request).authority_reference == "FOI-1"


def test_an_acknowledgement_that_proves_the_day_of_arrival_moves_the_date_and_the_log_says_why() -> None:
    foi_request = make.a_request(channel=Channel.POST)
    assert foi_request.response_due_on == date(2026, 11, 5)
    foi_request = acknowledged(foi_request, on=date(2026, 10, 14), arrived_on=date(2026, 10, 12))
    assert (foi_request.state, foi_request.response_due_on) == (State.RUNNING, date(2026, 11, 9))
    note = foi_request.events.get(kind=NOTED, sentence__startswith="Reply due")
    assert note.sentence == (
        "Reply due: moved from Thu 5 Nov 2026 to Mon 9 Nov 2026 because the day it reached them is known"
    )


@pytest.mark.parametrize(
    ("days", "sentence", "field"),
    [
        ({"on": date(2026, 10, 5)}, "before the request was sent on Tue 6 Oct 2026", "on"),
        ({"on": date(2026, 10, 8), "now": date(2026, 10, 7)}, "which is still to come", "on"),
        ({"on": date(2026, 10, 8), "arrived_on": date(2026, 10, 9)}, "still to come", "arrived_on"),
        ({"on": date(2026, 10, 8), "arrived_on": date(2026, 10, 5)}, "Arrival on Mon 5 Oct", "arrived_on"),
    ],
)
def test_days_of_an_acknowledgement_that_can_not_be_are_refused(
    days: dict[str, date], sentence: str, field: str
) -> None:
    foi_request = make.a_request()
    with refused(BadInput, sentence, field=field):
        record_acknowledgement(
            foi_request=foi_request,
            on=days["on"],
            text="Thank you.",
            authority_reference="FOI-1",
            arrived_on=days.get("arrived_on"),
            channel=Channel.EMAIL,
            by=make.requester_of(foi_request),
            now=noon(days.get("now", days["on"])),
        )


@pytest.mark.parametrize(
    ("fields", "sentence", "field"),
    [
        ({"text": "x" * 30 * MEGABYTE}, "What they wrote is 30.0 MB long", "text"),
        ({"text": "GIF89a\x00"}, "What they wrote is not text", "text"),
    ],
)
def test_an_acknowledgement_holds_text_of_a_length_that_can_be_kept(
    fields: dict[str, Any], sentence: str, field: str
) -> None:
    foi_request = make.a_request()
    with refused(BadInput, sentence, field=field):
        acknowledged(foi_request, on=date(2026, 10, 9), **fields)


def test_an_acknowledgement_may_come_without_words() -> None:
    foi_request = acknowledged(make.a_request(), on=date(2026, 10, 9), text="", channel=Channel.PHONE)
    assert foi_request.messages.get(kind=Message.Kind.ACKNOWLEDGEMENT).body == ""


def test_the_same_acknowledgement_twice_is_refused_in_a_sentence() -> None:
    """A form sent twice by a double click."""
    foi_request = acknowledged(make.a_request(), on=date(2026, 10, 9))
    with refused(BadInput, "already in the record"):
        acknowledged(foi_request, on=date(2026, 10, 9))
    acknowledged(foi_request, on=date(2026, 10, 12))


# Questions


def test_questions_can_be_corrected_until_a_reply_is_held_against_them() -> None:
    foi_request = make.a_request()
    corrected = correct_questions(
        foi_request=foi_request,
        questions=[QuestionAsked("1", "How many officers?"), QuestionAsked("", "Who was asked?")],
        version=foi_request.version,
        by=make.requester_of(foi_request),
        now=noon(DUE_ON),
    )
    assert [(row.label, row.text) for row in corrected.questions.all()] == [
        ("1", "How many officers?"),
        ("", "Who was asked?"),
    ]
    assert corrected.version == foi_request.version + 1
    assert make.fresh(foi_request).changed_at == noon(DUE_ON)


def test_questions_somebody_corrected_meanwhile_are_not_overwritten() -> None:
    foi_request = make.a_request()
    by = make.requester_of(foi_request)
    version = foi_request.version
    correct_questions(
        foi_request=foi_request,
        questions=[QuestionAsked("1", "First?")],
        version=version,
        by=by,
        now=noon(DUE_ON),
    )
    with refused(StaleVersion, "Somebody changed this request while you had it open."):
        correct_questions(
            foi_request=foi_request,
            questions=[QuestionAsked("1", "Second?")],
            version=version,
            by=by,
            now=noon(DUE_ON),
        )


def test_questions_that_were_answered_or_clarified_stay() -> None:
    replied, clarifying = make.a_request(), make.a_request()
    make.answered(replied, Outcome.DISCLOSED, Outcome.REFUSED, on=DUE_ON)
    make.asked_to_clarify(clarifying, on=DUE_ON)
    for foi_request in (replied, clarifying):
        with refused(WrongState, "have been answered or clarified, so they stay as they are"):
            correct_questions(
                foi_request=foi_request,
                questions=[],
                version=make.fresh(foi_request).version,
                by=make.requester_of(foi_request),
                now=noon(DUE_ON),
            )


def test_a_correction_with_an_empty_part_changes_no_question() -> None:
    foi_request = make.a_request()
    with refused(BadInput, "Part 1 is empty.", field="questions"):
        correct_questions(
            foi_request=foi_request,
            questions=[QuestionAsked("1", "How many?", (("", " "),))],
            version=foi_request.version,
            by=make.requester_of(foi_request),
            now=noon(DUE_ON),
        )


# Withdrawal


def withdrawn(foi_request: FoiRequest, *, on: date) -> FoiRequest:
    return withdraw(foi_request=foi_request, on=on, by=make.requester_of(foi_request), now=noon(on))


def test_withdrawing_stops_every_date() -> None:
    foi_request = withdrawn(make.a_request(), on=date(2026, 10, 20))
    assert foi_request.state == State.WITHDRAWN
    assert foi_request.next_deadline_on is None
    assert foi_request.next_deadline_kind == ""
    assert not foi_request.deadlines.filter(status__in=["open", "missed"]).exists()
    assert foi_request.events.get(kind=EventKind.WITHDRAWN).on == date(2026, 10, 20)


def test_a_request_is_withdrawn_after_it_was_sent_and_not_tomorrow() -> None:
    foi_request = make.a_request()
    by = make.requester_of(foi_request)
    with refused(BadInput, "before the request was sent", field="on"):
        withdraw(foi_request=foi_request, on=date(2026, 10, 5), by=by, now=noon(DUE_ON))
    with refused(BadInput, "which is still to come", field="on"):
        withdraw(foi_request=foi_request, on=date(2026, 11, 4), by=by, now=noon(DUE_ON))


def test_nothing_happens_to_a_request_that_is_not_under_way() -> None:
    draft, gone = make.a_written_request(), withdrawn(make.a_request(), on=DUE_ON)
    for foi_request, why in ((draft, "has not been sent yet"), (gone, "was withdrawn")):
        with refused(WrongState, why):
            withdrawn(foi_request, on=DUE_ON)
        with refused(WrongState, why):
            acknowledged(foi_request, on=DUE_ON)
        with refused(WrongState, why):
            make.a_reply(foi_request, on=DUE_ON)
        with refused(WrongState, why):
            make.asked_to_clarify(foi_request, on=DUE_ON)


def test_what_happened_is_never_taken_back() -> None:
    foi_request = make.a_request()
    before = set(foi_request.events.values_list("pk", flat=True))
    withdrawn(foi_request, on=DUE_ON)
    assert before < set(Event.objects.values_list("pk", flat=True))
