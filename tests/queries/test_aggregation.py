"""Regulation 5 over the record: who is warned of what, until when, and of nothing they may not see."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from requests_app.core.states import AuthorityKind, Channel, Regime
from requests_app.models import Authority, Campaign, FoiRequest
from requests_app.models.authority import CostLimitClass
from requests_app.models.campaign import Role
from requests_app.queries.aggregation import AggregationShown, aggregation_of_draft, aggregation_with
from requests_app.queries.holidays import holiday_table
from requests_app.queries.law import limit_of
from requests_app.usecases.foi_requests import QuestionAsked, withdraw
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

TASERS = "How many times was a Taser drawn in 2023?"
LIKE_IT = "The number of times Tasers were drawn in 2025"
ON = date(2026, 11, 2)


@pytest.fixture
def authority() -> Authority:
    return make.an_authority(cost_limit_class=CostLimitClass.OTHER)


@pytest.fixture
def campaign() -> Campaign:
    return make.a_campaign()


def asked(campaign: Campaign, authority: Authority, text: str = TASERS, **fields: Any) -> FoiRequest:
    return make.a_request(
        campaign, authority=authority, questions=[QuestionAsked("1", text)], letter="See below.", **fields
    )


def warned(campaign: Campaign, authority: Authority, **options: Any) -> AggregationShown | None:
    member = make.a_member(campaign, Role.EDITOR)
    defaults: dict[str, Any] = {"questions": [LIKE_IT], "on": ON}
    return aggregation_with(member, authority=authority, campaign=campaign, **defaults | options)


def test_a_campaign_is_told_who_asked_what_when_until_when_and_for_how_much(
    campaign: Campaign, authority: Authority
) -> None:
    request = asked(campaign, authority)
    found = warned(campaign, authority)
    assert found is not None
    assert [(row.reference, row.who, row.received_on) for row in found.requests] == [
        (request.reference, "Alex Penrose", SENT_ON)
    ]
    assert (found.until, found.clear_from) == (date(2026, 12, 31), date(2027, 1, 5))
    assert found.sentence.startswith("Your campaign asked this authority something similar")
    assert found.limit_sentence.startswith("Together they may cost up to £450: 18 hours at £25 an hour")
    assert found.section == "SI 2004/3244 reg 5(2)"


def test_the_day_it_is_clear_nobody_is_warned(campaign: Campaign, authority: Authority) -> None:
    asked(campaign, authority)
    assert warned(campaign, authority, on=date(2026, 12, 31)) is not None
    assert warned(campaign, authority, on=date(2027, 1, 5)) is None


def test_another_authority_another_subject_another_campaign_or_a_withdrawn_request_count_for_nothing(
    campaign: Campaign, authority: Authority
) -> None:
    asked(campaign, make.an_authority())
    asked(campaign, authority, "How much was paid for parking permits?")
    asked(make.a_campaign(), authority)
    gone = asked(campaign, authority)
    withdraw(foi_request=gone, on=SENT_ON, by=make.owner_of(campaign), now=noon(SENT_ON))
    make.a_written_request(campaign, authority=authority, questions=[QuestionAsked("1", TASERS)])
    assert warned(campaign, authority) is None


def test_one_person_is_warned_of_what_they_asked_in_another_campaign(authority: Authority) -> None:
    first = make.a_campaign()
    person = make.owner_of(first)
    asked(first, authority)
    second = make.a_campaign(owner=person)
    found = aggregation_with(person, authority=authority, campaign=second, questions=[LIKE_IT], on=ON)
    assert found is not None
    assert found.sentence.startswith("You asked this authority something similar")
    other = make.a_member(second, Role.EDITOR)
    assert (
        aggregation_with(
            other, authority=authority, campaign=second, questions=[LIKE_IT], on=ON, requester_id=person.pk
        )
        is None
    ), "what one may not see is not told"


def test_receipt_counts_as_recorded_or_as_presumed_of_a_letter_by_post(
    campaign: Campaign, authority: Authority
) -> None:
    asked(campaign, authority, channel=Channel.POST)
    found = warned(campaign, authority)
    assert found is not None
    assert found.requests[0].received_on > SENT_ON


def test_scotland_and_environmental_requests_add_nothing_up(campaign: Campaign) -> None:
    scottish = make.a_scottish_authority()
    asked(campaign, scottish)
    assert warned(campaign, scottish) is None
    english = make.an_authority()
    asked(campaign, english)
    assert warned(campaign, english, regime=Regime.EIR) is None


def test_nothing_asked_or_no_campaign_yet_is_no_error(campaign: Campaign, authority: Authority) -> None:
    asked(campaign, authority)
    assert warned(campaign, authority, questions=["  "]) is None
    stranger = make.a_person()
    assert aggregation_with(stranger, authority=authority, campaign=None, questions=[TASERS], on=ON) is None


def test_a_draft_is_warned_of_on_its_page_and_a_request_sent_is_not(
    campaign: Campaign, authority: Authority
) -> None:
    before = asked(campaign, authority)
    draft = make.a_written_request(campaign, authority=authority, questions=[QuestionAsked("1", LIKE_IT)])
    found = aggregation_of_draft(draft, make.owner_of(campaign), on=ON)
    assert found is not None
    assert [row.url for row in found.requests] == [before.get_absolute_url()]
    assert aggregation_of_draft(before, make.owner_of(campaign), on=ON) is None


def test_queries_do_not_grow_with_what_was_asked(
    campaign: Campaign, authority: Authority, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    member = make.owner_of(campaign)
    holiday_table()
    for many in (1, 8):
        for _ in range(many):
            asked(campaign, authority)
        with django_assert_num_queries(4):
            found = aggregation_with(
                member, authority=authority, campaign=campaign, questions=[LIKE_IT], on=ON
            )
        assert found is not None
    assert len(found.requests) == 9


@pytest.mark.parametrize(
    ("recorded", "kind", "regime", "pounds"),
    [
        (CostLimitClass.CENTRAL, AuthorityKind.OTHER, Regime.FOIA, 600),
        (CostLimitClass.OTHER, AuthorityKind.CENTRAL_GOV, Regime.FOIA, 450),
        (CostLimitClass.NONE, AuthorityKind.CENTRAL_GOV, Regime.FOIA, 600),
        (CostLimitClass.NONE, AuthorityKind.COUNCIL, Regime.FOIA, 450),
        (CostLimitClass.SCOTLAND, AuthorityKind.POLICE_SCOTLAND, Regime.FOISA, 600),
        (CostLimitClass.OTHER, AuthorityKind.COUNCIL, Regime.EIR, None),
    ],
)
def test_the_limit_is_the_one_on_record_or_that_of_the_kind(
    recorded: CostLimitClass, kind: AuthorityKind, regime: Regime, pounds: int | None
) -> None:
    foi = regime if regime in {Regime.FOIA, Regime.FOISA} else Regime.FOIA
    authority = make.an_authority(kind=kind, cost_limit_class=recorded, regime=foi)
    limit = limit_of(authority, regime, on=ON)
    assert (limit.pounds if limit else None) == pounds
