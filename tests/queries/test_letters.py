"""What letters are made from: few queries, public facts that bear on a question, and nothing of others' private things."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from requests_app.core.arguments import ArgumentKind
from requests_app.core.letters.registry import availability
from requests_app.core.states import LetterKind, Outcome
from requests_app.models import Figure, FoiRequest, Source
from requests_app.models.campaign import Visibility
from requests_app.queries.arguments import arguments_of
from requests_app.queries.facts import facts_of
from requests_app.queries.facts_of_days import in_prose
from requests_app.queries.letters import letters_page
from requests_app.queries.public_facts import alike, public_facts, words_of
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.foi_requests import QuestionAsked
from tests import factories as make
from tests.factories import LATE_ON
from tests.management.test_draft_letter import RECORDS, answered

pytestmark = pytest.mark.django_db

K = LetterKind
MOST_QUERIES = 20
"""Of a letter with everything that can be in it: no page makes one with more."""


@pytest.mark.parametrize("kind", LetterKind)
def test_the_facts_of_a_letter_take_few_queries_and_as_many_for_much_as_for_little(kind: LetterKind) -> None:
    counts = []
    for more in (0, 30):
        foi_request, on = RECORDS[kind]()
        _crowd(foi_request, more)
        foi_request = FoiRequest.objects.select_related("authority", "campaign").get(pk=foi_request.pk)
        record_of(foi_request, today=on)
        with CaptureQueriesContext(connection) as captured:
            record = record_of(foi_request, today=on)
            situation = situation_of(record)
            assert availability(kind, situation).available
            facts_of(record, kind, situation=situation)
        counts.append(len(captured))
    assert counts[0] == counts[1] <= MOST_QUERIES


def _crowd(foi_request: FoiRequest, number: int) -> None:
    """Much else on the record: questions nobody answered, and others' requests."""
    last = foi_request.questions.filter(parent=None).count()
    for place in range(number):
        foi_request.questions.create(
            position=last + place + 1, label=str(last + place + 1), text=f"And {place}?"
        )


def test_the_page_of_letters_takes_few_queries() -> None:
    foi_request, on = RECORDS[K.REVIEW_EXEMPTION]()
    foi_request = FoiRequest.objects.select_related("authority", "campaign").get(pk=foi_request.pk)
    letters_page(record_of(foi_request, today=on))
    with CaptureQueriesContext(connection) as captured:
        letters_page(record_of(foi_request, today=on))
    assert len(captured) <= 10


# Public facts


def of_kind(foi_request: FoiRequest, kind: ArgumentKind) -> list[str]:
    record = record_of(make.fresh(foi_request), today=LATE_ON)
    return [fact.what for fact in public_facts(record, K.REVIEW_EXEMPTION) if fact.kind is kind]


def test_another_authoritys_answer_to_the_same_question_in_the_campaign_is_offered() -> None:
    foi_request = answered(Outcome.DISCLOSED, Outcome.REFUSED, sections=("31(1)(a)",))
    other = make.a_request(foi_request.campaign, authority=make.an_authority("Otherton Police"))
    make.answered(other, on=date(2026, 10, 28))
    assert of_kind(foi_request, ArgumentKind.OTHER_AUTHORITY) == ["Answer to 2"]
    record = record_of(make.fresh(foi_request), today=LATE_ON)
    offered = [
        each for each in arguments_of(record, K.REVIEW_EXEMPTION) if each.kind is ArgumentKind.OTHER_AUTHORITY
    ]
    assert [each.paragraph for each in offered] == [
        "Otherton Police disclosed what my question 2 asks for on Wednesday 28 October 2026: “Answer to 2”."
    ]
    assert not offered[0].proposed


def test_what_others_refused_and_what_they_were_asked_otherwise_is_not() -> None:
    foi_request = answered(Outcome.DISCLOSED, Outcome.REFUSED, sections=("31(1)(a)",))
    refusing = make.a_request(foi_request.campaign)
    make.answered(refusing, Outcome.REFUSED, Outcome.REFUSED, on=date(2026, 10, 28))
    asking = make.a_request(
        foi_request.campaign, questions=[QuestionAsked("1", "How many dogs were trained last year?")]
    )
    make.answered(asking, on=date(2026, 10, 28))
    assert of_kind(foi_request, ArgumentKind.OTHER_AUTHORITY) == []


def test_what_this_authority_said_before_is_offered_from_the_campaign_and_from_public_requests_only() -> None:
    foi_request = answered(Outcome.DISCLOSED, Outcome.REFUSED, sections=("31(1)(a)",))
    for visibility in (Visibility.PRIVATE, Visibility.PUBLIC):
        elsewhere = make.a_request(authority=foi_request.authority, visibility=visibility)
        make.answered(elsewhere, on=date(2026, 10, 28), text=f"A {visibility} reply")
    record = record_of(make.fresh(foi_request), today=LATE_ON)
    said = [
        fact for fact in public_facts(record, K.REVIEW_EXEMPTION) if fact.kind is ArgumentKind.SAID_BEFORE
    ]
    assert len(said) == 1
    ours = make.a_request(foi_request.campaign, authority=foi_request.authority)
    make.answered(ours, on=date(2026, 10, 29))
    assert len(of_kind(foi_request, ArgumentKind.SAID_BEFORE)) == 2


def test_a_figure_of_the_public_record_on_what_was_asked_is_offered() -> None:
    foi_request = answered(Outcome.REFUSED, Outcome.REFUSED, sections=("31(1)(a)",))
    source = Source.objects.create(slug="s", title="Inspection", publisher="The Inspectorate")
    rows = (("Officers in schools", ""), ("Officers in schools", "Elsewhere"), ("Knives found", ""))
    for position, (metric, place) in enumerate(rows, start=1):
        Figure.objects.create(
            source=source,
            position=position,
            metric=metric,
            value=44,
            unit="officers",
            place=place,
            period="2025",
        )
    assert of_kind(foi_request, ArgumentKind.PUBLIC_RECORD) == ["Officers in schools, 2025: 44 officers"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("How many officers are based in schools?", "How many officers were based in schools, please?", True),
        ("How many officers are based in schools?", "How many officers carry firearms in schools?", False),
        ("Who was consulted before officers were placed?", "Which groups did you consult?", False),
    ],
)
def test_questions_are_the_same_by_their_words(first: str, second: str, same: bool) -> None:
    assert (alike(words_of(first), words_of(second)) >= 0.6) is same


# How law is cited


@pytest.mark.parametrize(
    ("section", "prose"),
    [
        ("FOIA s.10(1)", "section 10(1)"),
        ("FOIA s.10(3), s.17(2)", "section 10(3), section 17(2)"),
        ("EIR reg 7(1), 7(3)", "regulation 7(1), 7(3)"),
        ("EI(S)R reg 5(2)(a)", "regulation 5(2)(a)"),
        ("SI 2004/3364 reg 3", "SI 2004/3364 regulation 3"),
    ],
)
def test_sections_are_cited_in_prose(section: str, prose: str) -> None:
    assert in_prose(section) == prose
