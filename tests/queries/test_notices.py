"""A refusal held against the law, with what the record knows: whether such a notice was given before (FOIA s.17(6))."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from requests_app.core.states import Outcome
from requests_app.models import Answer, Authority, Campaign, FoiRequest
from requests_app.queries.notices import told_before
from requests_app.queries.reading_page import reading_page
from requests_app.queries.record import record_of
from tests import factories as make

pytestmark = pytest.mark.django_db

VEXATIOUS = """Our reference: FOI-2026-0412

This letter serves as a Refusal Notice under section 17 of the Act.

Q1 - How many officers work in schools, by
Your request is refused under section 14(1) of the Act, as it is vexatious.

Q2 - Who was consulted before they were placed there?
Your request is refused under section 14(1) of the Act, as it is vexatious."""
FIRST_ON, SECOND_ON = date(2026, 10, 13), date(2026, 10, 30)


def told(campaign: Campaign, authority: Authority, on: date, *, section: str = "section 14(1)") -> FoiRequest:
    """A request that was refused on a day."""
    foi_request = make.a_request(campaign=campaign, authority=authority)
    response = make.answered(foi_request, Outcome.REFUSED, Outcome.REFUSED, on=on, text=VEXATIOUS)
    Answer.objects.filter(response=response).update(sections=[section])
    return make.fresh(foi_request)


@pytest.fixture
def campaign() -> Campaign:
    return make.a_campaign()


@pytest.fixture
def authority() -> Authority:
    return make.an_authority()


def points(foi_request: FoiRequest) -> set[str]:
    return {point.key for point in record_of(foi_request, today=SECOND_ON).points}


def test_a_further_notice_need_not_be_given_where_one_is_on_record(
    campaign: Campaign, authority: Authority
) -> None:
    first, second = told(campaign, authority, FIRST_ON), told(campaign, authority, SECOND_ON)
    assert "claim_again" not in points(first)
    assert "claim_again" in points(second)


def test_the_review_of_a_reply_knows_of_it_too(campaign: Campaign, authority: Authority) -> None:
    told(campaign, authority, FIRST_ON)
    message = make.a_reply(
        make.a_request(campaign=campaign, authority=authority), on=SECOND_ON, text=VEXATIOUS
    )
    assert "claim_again" in {point.key for point in reading_page(message).points}


def test_what_counts_is_a_notice_of_theirs_to_the_same_person_about_an_earlier_request(
    campaign: Campaign, authority: Authority
) -> None:
    told(campaign, make.an_authority(), FIRST_ON)
    told(make.a_campaign(), authority, FIRST_ON)
    told(campaign, authority, FIRST_ON, section="section 31(1)(a)")
    other = told(campaign, authority, FIRST_ON)
    FoiRequest.objects.filter(pk=other.pk).update(requester_name="Sam Porter")
    told(campaign, authority, date(2026, 11, 2))
    assert "claim_again" not in points(told(campaign, authority, SECOND_ON))


def test_nothing_is_asked_of_the_database_where_section_14_is_not_spoken_of() -> None:
    foi_request = make.a_request()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert not told_before(foi_request, "Exempt under section 31(1)(a), see 2014.", before=None)
    assert len(asked) == 0
