"""A request's page after the reply and where there is a range: until when, how late, what is uncertain, how it ends in Scotland."""

from __future__ import annotations

from datetime import date

import pytest
from django.db.models import CharField

from requests_app.core.states import AuthorityKind, Channel, EventKind, Outcome
from requests_app.models import Deadline, FoiRequest
from requests_app.queries.request_page import RequestPage, request_page
from requests_app.usecases.events import record_event
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, noon

pytestmark = pytest.mark.django_db


def page_of(foi_request: FoiRequest, on: date = LATE_ON) -> RequestPage:
    return request_page(make.fresh(foi_request), today=on, is_member=True, can_edit=True)


def happened(foi_request: FoiRequest, kind: EventKind, on: date, **details: object) -> None:
    record_event(
        foi_request=foi_request,
        kind=kind,
        on=on,
        details=details,
        text="",
        channel=Channel.EMAIL,
        by=make.requester_of(foi_request),
        now=noon(date(2026, 11, 20)),
    )


def test_after_a_late_reply_the_page_says_how_late_and_until_when_a_review_can_be_asked_for() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.REFUSED, Outcome.REFUSED, on=date(2026, 11, 6))
    page = page_of(foi_request, date(2026, 11, 9))
    assert page.came == ""
    assert page.foi_request.clock_notes == [
        "The reply of Fri 6 Nov 2026 came 3 working days after Tue 3 Nov 2026."
    ]
    assert page.standing.detail == "You can ask for an internal review until Fri 8 Jan 2027."


def test_after_a_reply_in_time_it_says_so() -> None:
    foi_request = make.a_request()
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.DISCLOSED, on=DUE_ON)
    assert page_of(foi_request).came == "The reply was due by Tue 3 Nov 2026 and came in time."


def test_while_a_reply_is_owed_nothing_has_come() -> None:
    assert page_of(make.a_request()).came == ""


def test_a_school_without_term_dates_has_the_later_end_of_its_range_and_is_asked_for_them() -> None:
    school = make.an_authority("Brook School", kind=AuthorityKind.SCHOOL_MAINTAINED)
    foi_request = make.a_request(authority=school)
    page = page_of(foi_request)
    assert page.standing.headline == "Their move: a reply is due by Tue 5 Jan 2027 at the latest"
    assert page.standing.detail == "in 39 working days"
    assert page.needs_closed_days
    assert page.steps[1].date_text == "due Tue 5 Jan"
    happened(
        foi_request, EventKind.RECEIVED, date(2026, 10, 6), non_school_days=[["2026-10-26", "2026-10-30"]]
    )
    page = page_of(foi_request)
    assert page.standing.headline == "Their move: a reply is due by Tue 10 Nov 2026"
    assert not page.needs_closed_days


def test_an_archive_is_not_asked_for_term_dates() -> None:
    archive = make.an_authority("County Archive", kind=AuthorityKind.ARCHIVES)
    page = page_of(make.a_request(authority=archive))
    assert page.standing.headline.endswith("at the latest")
    assert not page.needs_closed_days


def test_what_is_uncertain_about_another_date_is_said_beside_that_one() -> None:
    page = page_of(make.a_request(authority=make.a_scottish_authority()))
    (window,) = [each for each in page.dates if each.name == "Ask for a review by"]
    assert page.doubts == []
    assert "FOISA sections 18 to 20" in window.uncertain[0]


def test_what_is_uncertain_about_no_date_in_particular_is_said_beside_the_day_of_the_reply() -> None:
    foi_request = make.a_request()
    happened(foi_request, EventKind.FEE_NOTICE, date(2026, 11, 6))
    happened(foi_request, EventKind.FEE_PAID, date(2026, 11, 9))
    (doubt,) = page_of(foi_request).doubts
    assert doubt.startswith("The fees notice of Fri 6 Nov 2026 came after the last day")


def test_in_scotland_the_line_ends_at_the_court() -> None:
    scottish = page_of(make.a_request(authority=make.a_scottish_authority()))
    assert [step.label for step in scottish.steps][-1] == "Court of Session"
    assert [step.label for step in page_of(make.a_request()).steps][-1] == "Tribunal"


def test_all_that_is_uncertain_about_one_date_finds_room() -> None:
    keeper = make.a_scottish_authority(kind=AuthorityKind.KEEPER)
    foi_request = make.a_request(authority=keeper, sent_on=date(2022, 8, 18), channel=Channel.POST)
    row = foi_request.deadlines.get(kind="response_due_latest")
    longest = {
        field.name: field.max_length for field in Deadline._meta.fields if isinstance(field, CharField)
    }
    assert len(row.uncertain) > 500
    assert [name for name, most in longest.items() if len(getattr(row, name)) > (most or 0)] == []
