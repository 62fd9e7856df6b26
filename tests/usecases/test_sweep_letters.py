"""Which letters the morning sweep suggests, and when: one a day, with a gap between chasers, none after withdrawal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from requests_app.core.states import AuthorityKind, Channel, EventKind, LetterKind, Outcome
from requests_app.models import Draft, FoiRequest
from requests_app.usecases.drafts import approve_draft, dismiss_draft, mark_draft_sent
from requests_app.usecases.events import record_event
from requests_app.usecases.foi_requests import record_acknowledgement, withdraw
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

K = LetterKind
ASK_ON = date(2026, 10, 13)
"""The fifth working day after ``SENT_ON``."""


def swept(on: date) -> None:
    sweep(on=on, now=noon(on))


def letters(foi_request: FoiRequest) -> list[tuple[str, str]]:
    rows = foi_request.drafts.order_by("pk")
    return [(LetterKind(row.kind).number, row.state) for row in rows]


def days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def send(foi_request: FoiRequest, kind: LetterKind, on: date) -> None:
    draft = foi_request.drafts.get(kind=kind, state=Draft.State.SUGGESTED)
    by = make.requester_of(foi_request)
    draft = approve_draft(draft=draft, version=draft.version, by=by, now=noon(on))
    mark_draft_sent(draft=draft, on=on, channel=Channel.EMAIL, version=draft.version, by=by, now=noon(on))


def happened(foi_request: FoiRequest, kind: EventKind, on: date, **details: object) -> None:
    record_event(
        foi_request=make.fresh(foi_request),
        kind=kind,
        on=on,
        details=details,
        text="",
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(on),
    )


def test_after_five_working_days_without_a_word_it_is_asked_whether_the_request_arrived() -> None:
    foi_request = make.a_request()
    for on in days(SENT_ON, ASK_ON - timedelta(days=1)):
        swept(on)
    assert letters(foi_request) == []
    swept(ASK_ON)
    swept(ASK_ON + timedelta(days=1))
    assert letters(foi_request) == [("L1", "suggested")]


def test_nobody_is_asked_who_has_acknowledged() -> None:
    foi_request = make.a_request()
    record_acknowledgement(
        foi_request=foi_request,
        on=SENT_ON,
        text="We have it.",
        authority_reference="",
        arrived_on=None,
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(SENT_ON),
    )
    for on in days(ASK_ON, DUE_ON):
        swept(on)
    assert letters(foi_request) == []


def test_weeks_later_nobody_asks_any_more_whether_it_arrived() -> None:
    foi_request = make.a_request()
    swept(ASK_ON + timedelta(days=8))
    assert letters(foi_request) == []


def test_the_question_whether_it_arrived_makes_way_for_the_chaser() -> None:
    foi_request = make.a_request()
    for on in days(ASK_ON, LATE_ON):
        swept(on)
    assert letters(foi_request) == [("L1", "dismissed"), ("L2", "suggested")]


def test_a_chaser_waits_five_working_days_after_the_question_whether_it_arrived() -> None:
    foi_request = make.a_request()
    swept(ASK_ON)
    send(foi_request, K.ACKNOWLEDGEMENT_CHASER, on=DUE_ON)
    for on in days(LATE_ON, date(2026, 11, 9)):
        swept(on)
    assert letters(foi_request) == [("L1", "sent")]
    swept(date(2026, 11, 10))
    assert letters(foi_request) == [("L1", "sent"), ("L2", "suggested")]


def test_silence_is_chased_twice_and_then_a_complaint_is_drafted() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    send(foi_request, K.OVERDUE_CHASER, LATE_ON)
    for on in days(LATE_ON, date(2026, 11, 10)):
        swept(on)
    assert letters(foi_request) == [("L2", "sent")]
    swept(date(2026, 11, 11))
    assert letters(foi_request) == [("L2", "sent"), ("L3", "suggested")]
    send(foi_request, K.SECOND_CHASER, date(2026, 11, 11))
    for on in days(date(2026, 11, 12), date(2026, 11, 18)):
        swept(on)
    assert letters(foi_request) == [("L2", "sent"), ("L3", "sent")]
    swept(date(2026, 11, 19))
    assert letters(foi_request)[2:] == [("L12", "suggested")]


def test_a_second_chaser_that_nobody_wanted_is_followed_by_the_complaint_and_none_is_suggested_twice() -> (
    None
):
    foi_request = make.a_request()
    swept(LATE_ON)
    send(foi_request, K.OVERDUE_CHASER, LATE_ON)
    swept(date(2026, 11, 11))
    second = foi_request.drafts.get(kind=K.SECOND_CHASER)
    dismiss_draft(
        draft=second, version=second.version, by=make.requester_of(foi_request), now=noon(date(2026, 11, 11))
    )
    for on in days(date(2026, 11, 12), date(2026, 12, 31)):
        swept(on)
    assert letters(foi_request) == [("L2", "sent"), ("L3", "dismissed"), ("L12", "suggested")]


def test_in_scotland_silence_calls_for_a_review_and_its_silence_for_the_commissioner() -> None:
    foi_request = make.a_request(authority=make.a_scottish_authority())
    swept(LATE_ON)
    assert letters(foi_request) == [("L6", "suggested")]
    send(foi_request, K.REVIEW_SILENCE, LATE_ON)
    for on in days(LATE_ON, date(2026, 12, 3)):
        swept(on)
    assert letters(foi_request) == [("L6", "sent")]
    swept(date(2026, 12, 4))
    assert letters(foi_request) == [("L6", "sent"), ("L15", "suggested")]
    send(foi_request, K.REVIEW_OVERDUE, date(2026, 12, 4))
    for on in days(date(2026, 12, 5), date(2026, 12, 11)):
        swept(on)
    assert letters(foi_request)[2:] == [("L16", "suggested")]


def test_a_reply_put_off_for_the_public_interest_is_chased_when_that_time_is_over() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.PIT_EXTENSION, date(2026, 11, 2), exemptions=["s31"], target="2026-11-20")
    for on in days(DUE_ON, date(2026, 11, 22)):
        swept(on)
    assert "L14" not in dict(letters(foi_request))
    swept(date(2026, 11, 23))
    assert letters(foi_request)[-1] == ("L14", "suggested")


def test_a_school_is_chased_when_both_its_limits_are_over_and_the_letter_names_no_twentieth_day() -> None:
    school = make.an_authority("Ambleford School", kind=AuthorityKind.SCHOOL_MAINTAINED)
    foi_request = make.a_request(authority=school)
    latest = foi_request.deadlines.get(kind="response_due_latest")
    swept(latest.due_on)
    assert letters(foi_request) == []
    assert latest.chase_from is not None
    swept(latest.chase_from)
    [draft] = foi_request.drafts.all()
    assert draft.kind == K.OVERDUE_CHASER
    assert "(SI 2004/3364 regulation 3)" in draft.body
    assert "20th" not in draft.body


def test_a_review_is_chased_after_twenty_and_again_after_forty_working_days() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.REFUSED, Outcome.REFUSED, on=date(2026, 10, 30))
    happened(foi_request, EventKind.INTERNAL_REVIEW_REQUESTED, LATE_ON)
    swept(date(2026, 12, 3))
    assert letters(foi_request) == []
    swept(date(2026, 12, 4))
    assert letters(foi_request) == [("L15", "suggested")]
    send(foi_request, K.REVIEW_OVERDUE, date(2026, 12, 4))
    for on in days(date(2026, 12, 31), date(2027, 1, 6)):
        swept(on)
    assert letters(foi_request) == [("L15", "sent")]
    swept(date(2027, 1, 7))
    assert letters(foi_request) == [("L15", "sent"), ("L15", "suggested")]


def test_nothing_is_suggested_after_a_withdrawal() -> None:
    foi_request = make.a_request()
    swept(ASK_ON)
    withdraw(foi_request=foi_request, on=ASK_ON, by=make.requester_of(foi_request), now=noon(ASK_ON))
    for on in (DUE_ON, LATE_ON, date(2026, 12, 1), date(2027, 2, 1)):
        swept(on)
    assert letters(foi_request) == [("L1", "dismissed")]


def test_nobody_is_chased_while_a_reply_lies_unread() -> None:
    foi_request = make.a_request()
    make.a_reply(foi_request, on=DUE_ON)
    swept(LATE_ON)
    assert letters(foi_request) == []


def test_a_letter_that_rests_on_a_date_that_moved_is_put_away() -> None:
    foi_request = make.a_request()
    swept(LATE_ON)
    send(foi_request, K.OVERDUE_CHASER, LATE_ON)
    swept(date(2026, 11, 11))
    happened(foi_request, EventKind.RECEIVED, date(2026, 10, 12))
    assert letters(foi_request) == [("L2", "sent"), ("L3", "dismissed")]


def test_a_second_sweep_of_a_day_suggests_nothing_more() -> None:
    foi_request = make.a_request(authority=make.a_scottish_authority())
    for on in days(ASK_ON, LATE_ON):
        swept(on)
        before = make.everything()
        swept(on)
        assert make.everything() == before
    assert letters(foi_request) == [("L1", "dismissed"), ("L6", "suggested")]


def test_what_the_mail_promises_is_what_is_drafted() -> None:
    english, scottish = make.a_request(), make.a_request(authority=make.a_scottish_authority())
    swept(LATE_ON)
    for foi_request, promised, number in (
        (english, "a short chaser is drafted for you", "L2"),
        (scottish, "a request for a review is drafted for you", "L6"),
    ):
        mail = make.OutgoingEmail.objects.filter(foi_request=foi_request).last()
        assert mail is not None
        assert promised in " ".join(mail.text.split())
        assert letters(foi_request) == [(number, "suggested")]
