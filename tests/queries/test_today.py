"""The first page: what is to be done by those who may do it, the most pressing first."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from requests_app.core.states import Outcome
from requests_app.models import Deadline, FoiRequest, User
from requests_app.models.campaign import Role
from requests_app.queries.today import MOST_SHOWN, TodayPage, today_page
from requests_app.usecases.campaigns import join
from requests_app.usecases.foi_requests import withdraw
from requests_app.usecases.sweep import sweep
from tests import factories as make
from tests.factories import DUE_ON, LATE_ON, SENT_ON, noon

pytestmark = pytest.mark.django_db


def page_of(user: User, on: date = LATE_ON) -> TodayPage:
    return today_page(User.objects.get(pk=user.pk), today=on)


def to_do(user: User, on: date = LATE_ON) -> list[tuple[str, str]]:
    return [(item.when, item.action_label) for item in page_of(user, on).todo]


def test_an_overdue_reply_says_how_many_working_days_it_is_late() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    assert to_do(owner, DUE_ON) == []
    assert to_do(owner, date(2026, 11, 7)) == [("3 working days late", "Open the request")]
    item = page_of(owner, date(2026, 11, 7)).todo[0]
    assert item.why == "The reply was due by Tue 3 Nov 2026."
    assert item.url == foi_request.get_absolute_url()


def test_a_drafted_chaser_takes_the_place_of_the_overdue_reply() -> None:
    foi_request = make.a_request()
    sweep(on=LATE_ON, now=noon(LATE_ON))
    assert to_do(make.requester_of(foi_request)) == [("Letter drafted", "Read the letter")]


def test_a_reply_to_check_takes_the_place_of_the_overdue_reply() -> None:
    foi_request = make.a_request()
    make.a_reply(foi_request, on=LATE_ON)
    assert to_do(make.requester_of(foi_request)) == [("New reply", "Check the reading")]


def test_their_question_waits_for_an_answer_however_long_ago_it_was_asked() -> None:
    foi_request = make.a_request()
    make.asked_to_clarify(foi_request, on=date(2026, 10, 13))
    owner = make.requester_of(foi_request)
    assert to_do(owner, date(2026, 10, 14)) == [("They ask", "Answer")]
    assert to_do(owner, date(2027, 3, 1)) == [("They ask", "Answer")]


def test_a_right_that_ends_soon_comes_first_and_one_that_ended_is_gone() -> None:
    campaign = make.a_campaign()
    foi_request = make.a_request(campaign)
    make.answered(foi_request, Outcome.REFUSED, Outcome.REFUSED, on=date(2026, 10, 20))
    review_by = foi_request.deadlines.get(kind="review_request_by").due_on
    make.a_request(campaign, sent_on=SENT_ON)
    owner = make.owner_of(campaign)
    page = page_of(owner, review_by)
    assert [item.tone for item in page.todo] == ["risk", "due"]
    assert page.todo[0].when.startswith("Ends ")
    assert [item.tone for item in page_of(owner, review_by + timedelta(days=1)).todo] == ["due"]


def _copy_of(row: Deadline, **fields: object) -> Deadline:
    copy = Deadline.objects.get(pk=row.pk)
    copy.pk = None
    for name, value in fields.items():
        setattr(copy, name, value)
    return copy


def test_dates_passed_long_ago_hide_no_right_that_ends_tomorrow() -> None:
    campaign = make.a_campaign()
    passed = make.due(make.a_request(campaign))
    Deadline.objects.bulk_create(
        _copy_of(passed, key=f"response_due {place}", status=Deadline.Status.MISSED)
        for place in range(2 * MOST_SHOWN + 1)
    )
    recent = make.a_request(campaign)
    make.answered(recent, Outcome.REFUSED, Outcome.REFUSED, on=date(2026, 10, 20))
    review_by = recent.deadlines.get(kind="review_request_by").due_on
    page = page_of(make.owner_of(campaign), review_by - timedelta(days=1))
    assert page.todo[0].tone == "risk"
    assert [ahead.on for ahead in page.ahead] == [review_by]
    assert len(page.todo) <= 2 * MOST_SHOWN


def test_what_is_to_be_done_is_not_a_viewers() -> None:
    """The buttons lead to pages a viewer may not use."""
    foi_request = make.a_request()
    other = make.a_request(foi_request.campaign, sent_on=date(2026, 10, 9))
    make.a_reply(other, on=LATE_ON)
    sweep(on=LATE_ON, now=noon(LATE_ON))
    viewer = make.a_member(foi_request.campaign, Role.VIEWER)
    page = page_of(viewer)
    assert page.todo == []
    assert {ahead.url for ahead in page.ahead} == {other.get_absolute_url()}
    assert {each.reference for each in page.requests} == {foi_request.reference, other.reference}
    join(campaign=foi_request.campaign, user=viewer, role=Role.EDITOR)
    assert len(page_of(viewer).todo) == 2


def test_nothing_of_other_campaigns_is_there_not_even_what_is_public() -> None:
    make.a_public_request()
    make.a_request()
    sweep(on=LATE_ON, now=noon(LATE_ON))
    page = page_of(make.a_person())
    assert (page.todo, page.ahead, page.requests, page.total) == ([], [], [], 0)


def test_a_withdrawn_request_asks_for_nothing() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    withdraw(foi_request=foi_request, on=DUE_ON, by=owner, now=noon(DUE_ON))
    assert to_do(owner) == []


def test_the_dates_ahead_say_how_far_they_are() -> None:
    foi_request = make.a_request()
    owner = make.requester_of(foi_request)
    assert [ahead.distance for ahead in page_of(owner, date(2026, 10, 30)).ahead] == ["in 2 working days"]
    assert [ahead.distance for ahead in page_of(owner, DUE_ON).ahead] == ["today"]
    assert page_of(owner, LATE_ON).ahead == []


def test_the_latest_requests_and_how_many_there_are() -> None:
    campaign, authority = make.a_campaign(), make.an_authority()
    for place in range(12):
        make.a_request(campaign, authority=authority, sent_on=SENT_ON + timedelta(days=place))
    page = page_of(make.owner_of(campaign))
    newest = FoiRequest.objects.order_by("-changed_at")[:10]
    assert (len(page.requests), page.total) == (10, 12)
    assert [each.reference for each in page.requests] == [each.reference for each in newest]


def test_the_page_says_when_more_is_to_be_done_than_it_shows() -> None:
    campaign = make.a_campaign()
    passed = make.due(make.a_request(campaign))
    copies = [_copy_of(passed, key=f"response_due {place}") for place in range(MOST_SHOWN - 1)]
    Deadline.objects.bulk_create(copies)
    owner, day = make.owner_of(campaign), passed.due_on + timedelta(days=1)
    assert (len(page_of(owner, day).todo), page_of(owner, day).more) == (MOST_SHOWN, False)
    Deadline.objects.bulk_create([_copy_of(passed, key="response_due once more")])
    assert (len(page_of(owner, day).todo), page_of(owner, day).more) == (MOST_SHOWN, True)
