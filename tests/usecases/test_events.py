"""What else happens to a request, and the correction of what was recorded wrongly."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.errors import BadInput, ClockError, FoiError, NotPermitted, StaleVersion, WrongState
from requests_app.core.states import AuthorityKind, Channel, EventKind, State
from requests_app.models import Deadline, Event, FoiRequest
from requests_app.models.campaign import Role
from requests_app.models.event import NOTED
from requests_app.queries.clock import what_if
from requests_app.usecases.events import correct_event, record_event, void_event
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db

NOW = date(2026, 11, 20)


def happened(foi_request: FoiRequest, kind: EventKind, on: date, **fields: Any) -> Event:
    defaults: dict[str, Any] = {"details": {}, "text": "", "channel": Channel.EMAIL}
    return record_event(
        foi_request=foi_request,
        kind=kind,
        on=on,
        by=make.requester_of(foi_request),
        now=noon(NOW),
        **defaults | fields,
    )


def corrected(event: Event, on: date | None, **fields: Any) -> Event:
    by = fields.pop("by", None) or make.requester_of(event.foi_request)
    return correct_event(event=event, on=on, reason="I misread it", by=by, now=noon(NOW))


def live(foi_request: FoiRequest) -> dict[str, date]:
    rows = foi_request.deadlines.exclude(status__in=[Deadline.Status.MOVED, Deadline.Status.LAPSED])
    return {row.kind: row.due_on for row in rows}


def test_a_fees_notice_pauses_the_clock_and_payment_moves_the_day_by_the_days_between() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.FEE_NOTICE, date(2026, 10, 13))
    foi_request.refresh_from_db()
    assert (foi_request.state, foi_request.response_due_on) == (State.AWAITING_FEE, None)
    happened(foi_request, EventKind.FEE_PAID, date(2026, 10, 16))
    foi_request.refresh_from_db()
    assert (foi_request.state, foi_request.response_due_on) == (State.RUNNING, date(2026, 11, 9))


def test_an_extension_for_an_absolute_exemption_moves_nothing_and_says_so() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.PIT_EXTENSION, date(2026, 10, 30), details={"exemptions": ["s44"]})
    foi_request.refresh_from_db()
    assert foi_request.response_due_on == DUE_ON
    assert foi_request.clock_notes == [
        "Their extension does not move the day. It names s44: only a qualified exemption has a public interest to weigh."
    ]
    happened(
        foi_request,
        EventKind.PIT_EXTENSION,
        date(2026, 11, 2),
        details={"exemptions": ["s31"], "target": date(2026, 11, 24)},
    )
    foi_request.refresh_from_db()
    assert (foi_request.state, foi_request.response_due_on) == (State.EXTENDED, date(2026, 11, 24))
    assert foi_request.events.filter(kind=NOTED, sentence__contains="moved from Tue 3 Nov 2026").exists()


def test_what_was_written_is_kept_with_the_event() -> None:
    foi_request = make.a_request()
    event = happened(
        foi_request, EventKind.OTHER_CORRESPONDENCE, date(2026, 10, 20), text="We hope to reply soon."
    )
    assert event.message is not None
    assert event.message.body == "We hope to reply soon."
    foi_request.refresh_from_db()
    assert foi_request.response_due_on == DUE_ON


def test_a_day_promised_in_a_holding_reply_is_a_date_of_its_own() -> None:
    foi_request = make.a_request()
    promised = {"target": date(2026, 11, 18)}
    happened(foi_request, EventKind.OTHER_CORRESPONDENCE, date(2026, 10, 30), details=promised)
    assert live(foi_request)["promised_reply"] == date(2026, 11, 18)
    assert live(foi_request)["response_due"] == DUE_ON


def test_a_request_that_came_back_has_no_clock_until_it_is_sent_again() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.DELIVERY_FAILED, SENT_ON)
    foi_request.refresh_from_db()
    assert foi_request.response_due_on is None


@pytest.mark.parametrize(
    ("kind", "on", "field"),
    [
        (EventKind.FEE_NOTICE, date(2026, 11, 21), "on"),
        (EventKind.FEE_NOTICE, date(2026, 10, 5), "on"),
    ],
)
def test_a_day_to_come_and_a_day_before_the_request_are_refused(
    kind: EventKind, on: date, field: str
) -> None:
    foi_request = make.a_request()
    with pytest.raises(BadInput) as refusal:
        happened(foi_request, kind, on)
    assert refusal.value.field == field


def test_an_event_that_contradicts_the_record_leaves_nothing_behind() -> None:
    foi_request = make.a_request()
    before = Event.objects.count()
    with pytest.raises(ClockError):
        happened(foi_request, EventKind.REVIEW_OUTCOME, date(2026, 11, 10), text="The review is done.")
    assert Event.objects.count() == before
    assert not foi_request.messages.filter(body="The review is done.").exists()


def test_replies_are_not_recorded_past_their_reading() -> None:
    with pytest.raises(WrongState):
        happened(make.a_request(), EventKind.FINAL_RESPONSE, date(2026, 10, 20))


def test_a_viewer_records_and_corrects_nothing() -> None:
    foi_request = make.a_request()
    viewer = make.a_member(foi_request.campaign, Role.VIEWER)
    sent = foi_request.events.get(kind=EventKind.SENT)
    with pytest.raises(NotPermitted):
        record_event(
            foi_request=foi_request,
            kind=EventKind.FEE_NOTICE,
            on=date(2026, 10, 13),
            details={},
            text="",
            channel=Channel.EMAIL,
            by=viewer,
            now=noon(NOW),
        )
    with pytest.raises(NotPermitted):
        corrected(sent, date(2026, 10, 7), by=viewer)


def test_a_corrected_day_replaces_the_old_one_and_both_stay_in_the_history() -> None:
    foi_request = make.a_request()
    sent = foi_request.events.get(kind=EventKind.SENT)
    replacement = corrected(sent, date(2026, 10, 7))
    foi_request.refresh_from_db()
    assert foi_request.response_due_on == date(2026, 11, 4)
    assert replacement.voids == sent
    assert list(Event.objects.standing().filter(foi_request=foi_request)) == [replacement]
    moved = foi_request.deadlines.get(kind="response_due", status=Deadline.Status.MOVED)
    assert moved.due_on == DUE_ON
    assert "corrected" in moved.moved_because
    assert foi_request.events.filter(kind=NOTED, sentence__contains="because I misread it").exists()


def test_a_corrected_day_may_be_one_the_record_does_not_state_and_then_gives_no_date() -> None:
    foi_request = make.a_request()
    corrected(foi_request.events.get(kind=EventKind.SENT), None)
    foi_request.refresh_from_db()
    assert foi_request.response_due_on is None
    assert live(foi_request) == {}


def test_a_second_correction_of_the_same_entry_is_refused_as_stale() -> None:
    foi_request = make.a_request()
    sent = foi_request.events.get(kind=EventKind.SENT)
    corrected(sent, date(2026, 10, 7))
    with pytest.raises(StaleVersion):
        corrected(sent, date(2026, 10, 8))


def test_correcting_to_the_same_day_is_no_correction() -> None:
    sent = make.a_request().events.get(kind=EventKind.SENT)
    with pytest.raises(BadInput):
        corrected(sent, SENT_ON)


def test_a_struck_event_leaves_the_dates_as_if_it_had_never_been() -> None:
    foi_request = make.a_request()
    before = live(foi_request)
    notice = happened(foi_request, EventKind.FEE_NOTICE, date(2026, 10, 13))
    void_event(event=notice, reason="", by=make.requester_of(foi_request), now=noon(NOW))
    foi_request.refresh_from_db()
    assert foi_request.response_due_on == DUE_ON
    assert live(foi_request) == before


def test_an_event_that_later_ones_stand_on_is_not_struck() -> None:
    foi_request = make.a_request()
    notice = happened(foi_request, EventKind.FEE_NOTICE, date(2026, 10, 13))
    happened(foi_request, EventKind.FEE_PAID, date(2026, 10, 16))
    with pytest.raises(ClockError):
        void_event(event=notice, reason="", by=make.requester_of(foi_request), now=noon(NOW))
    assert Event.objects.standing().filter(pk=notice.pk).exists()


def test_the_only_sending_is_not_struck() -> None:
    foi_request = make.a_request()
    with pytest.raises(WrongState):
        void_event(
            event=foi_request.events.get(kind=EventKind.SENT),
            reason="",
            by=make.requester_of(foi_request),
            now=noon(NOW),
        )


def test_a_note_of_the_program_is_nothing_to_correct() -> None:
    foi_request = make.a_request()
    corrected(foi_request.events.get(kind=EventKind.SENT), date(2026, 10, 7))
    note = foi_request.events.filter(kind=NOTED).first()
    assert note is not None
    with pytest.raises(WrongState):
        corrected(note, date(2026, 10, 8))


def test_what_if_says_how_late_a_reply_would_be_and_what_would_follow_and_saves_nothing() -> None:
    foi_request = make.a_request()
    before = Event.objects.count()
    answer = what_if(foi_request, on=LATE_ON)
    assert answer.sentence == "That would be 1 working day late: the reply is due by Tue 3 Nov 2026."
    assert [each.name for each in answer.dates] == ["Ask for a review by"]
    assert what_if(foi_request, on=DUE_ON).sentence.startswith("That would be in time")
    assert Event.objects.count() == before


def test_what_if_is_asked_only_while_a_reply_is_owed() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.FEE_NOTICE, date(2026, 10, 13))
    foi_request.refresh_from_db()
    with pytest.raises(FoiError):
        what_if(foi_request, on=LATE_ON)


def test_what_if_says_of_a_range_whether_a_day_lies_before_in_or_after_it() -> None:
    school = make.an_authority("Brook School", kind=AuthorityKind.SCHOOL_MAINTAINED)
    foi_request = make.a_request(authority=school)
    within = "Whether that would be in time can't be told: the last day lies between Tue 3 Nov 2026 and Tue 5 Jan 2027."
    assert (
        what_if(foi_request, on=DUE_ON).sentence
        == "That would be in time: the reply is due by Tue 3 Nov 2026."
    )
    assert what_if(foi_request, on=LATE_ON).sentence == within
    late = "That would be 1 working day late: the reply is due by Tue 5 Jan 2027."
    assert what_if(foi_request, on=date(2027, 1, 6)).sentence == late


def test_what_if_shows_the_windows_a_reply_in_scotland_leaves_as_they_are() -> None:
    foi_request = make.a_request(authority=make.a_scottish_authority())
    shown = [(each.name, each.on) for each in what_if(foi_request, on=date(2026, 10, 20)).dates]
    assert shown == [
        ("Ask for a review by, to be safe", date(2026, 12, 16)),
        ("Ask for a review by", date(2027, 1, 5)),
    ]


def test_what_if_far_ahead_is_late_without_a_number_of_days() -> None:
    answer = what_if(make.a_request(), on=date(2030, 1, 7))
    assert answer.sentence == "That would be late: the reply is due by Tue 3 Nov 2026."


def test_the_closed_days_of_a_school_make_one_day_of_its_range() -> None:
    school = make.an_authority("Mill School", kind=AuthorityKind.ACADEMY)
    foi_request = make.a_request(authority=school)
    assert foi_request.response_due_on is None
    closed = {"non_school_days": [["2026-10-26", "2026-10-30"]]}
    happened(foi_request, EventKind.RECEIVED, SENT_ON, details=closed)
    foi_request.refresh_from_db()
    assert foi_request.response_due_on == date(2026, 11, 10)
