"""Already asked: what is found, in which order, by whom, and that nothing typed breaks the search."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from requests_app.core.states import Outcome
from requests_app.models import FoiRequest, SearchText
from requests_app.models.campaign import Role, Visibility
from requests_app.queries.already_asked import already_asked
from requests_app.usecases.details import correct_details
from requests_app.usecases.foi_requests import QuestionAsked, correct_questions
from requests_app.usecases.search_texts import rebuild_index
from tests import factories as make
from tests.factories import SENT_ON, noon

pytestmark = pytest.mark.django_db

ANYBODY = AnonymousUser()
TASERS = "How many times was a Taser drawn in 2023, and how often was it fired?"
PARKING = "How much was paid for parking permits of staff in each year?"


def asked(*questions: str, title: str = "Something", **fields: Any) -> FoiRequest:
    """A public request with these questions."""
    labelled = [QuestionAsked(str(place), text) for place, text in enumerate(questions, 1)]
    fields.setdefault("visibility", Visibility.PUBLIC)
    return make.a_request(title=title, questions=labelled, letter="Please see below.", **fields)


def found(*texts: str, user: Any = ANYBODY, **options: Any) -> list[str]:
    return [each.reference for each in already_asked(user, texts, **options)]


def test_the_same_question_in_other_words_and_for_another_year_is_found_with_what_became_of_it() -> None:
    asked(PARKING)
    request = asked(PARKING, TASERS)
    make.answered(request, Outcome.DISCLOSED, Outcome.REFUSED, on=date(2026, 10, 20))
    (first, *_) = already_asked(ANYBODY, ["The number of times that Tasers were drawn or fired during 2025"])
    assert (first.reference, first.url) == (request.reference, request.get_absolute_url())
    assert first.authority == request.authority.short_name
    assert (first.asked_on, first.answered_on) == (SENT_ON, date(2026, 10, 20))
    assert first.questions[0].text == TASERS
    assert first.questions[0].outcome == Outcome.REFUSED
    assert first.questions[0].outcome_label == "Refused"


def test_the_most_alike_comes_first_and_what_shares_nothing_is_not_found() -> None:
    near, nearer, other = asked("Is there a policy on Tasers?"), asked(TASERS), asked(PARKING)
    assert found(TASERS) == [nearer.reference, near.reference]
    assert found("permits for parking") == [other.reference]
    assert found("allotments") == []


def test_a_question_is_found_by_the_title_it_stands_under() -> None:
    request = asked("How many were there, by age?", title="Strip searches of children")
    assert found("strip search") == [request.reference]


def test_a_request_without_questions_is_found_by_its_letter() -> None:
    letter = "Dear force, please send your policy on drones over beaches."
    request = make.a_public_request(title="A policy", letter=letter, questions=())
    (only,) = already_asked(ANYBODY, ["drones over beaches"])
    assert (only.reference, only.questions) == (request.reference, [])


def test_the_word_being_typed_is_found_by_its_beginning() -> None:
    request = asked(PARKING)
    assert found("perm") == found("parking perm") == [request.reference]
    assert found("perm ") == []


def test_private_requests_and_drafts_are_seen_by_their_campaign_alone() -> None:
    campaign = make.a_campaign()
    private = asked(TASERS, campaign=campaign, visibility=Visibility.PRIVATE)
    draft = make.a_written_request(
        campaign, questions=[QuestionAsked("1", TASERS)], visibility=Visibility.PUBLIC
    )
    staff = make.a_person(is_staff=True, is_superuser=True)
    for outsider in (ANYBODY, make.a_person(), staff):
        assert found(TASERS, user=outsider) == []
    member = make.a_member(campaign, Role.VIEWER)
    assert set(found(TASERS, user=member)) == {private.reference, draft.reference}
    assert found(TASERS, user=member, except_for=draft) == [private.reference]


def test_many_private_matches_hide_no_public_one() -> None:
    campaign = make.a_campaign()
    for _ in range(45):
        make.a_written_request(campaign, title=TASERS, questions=[QuestionAsked("1", TASERS)])
    public = asked(f"{TASERS} {PARKING}")
    assert found(TASERS) == [public.reference]


def test_what_an_authority_was_asked_comes_first_or_alone() -> None:
    here, elsewhere = asked("Is there a policy on Tasers?"), asked(TASERS)
    assert found(TASERS, authority=here.authority) == [here.reference, elsewhere.reference]
    assert found(TASERS, authority=here.authority, only_there=True) == [here.reference]


def test_changed_questions_and_titles_are_found_as_they_are_now() -> None:
    campaign = make.a_campaign()
    request, by, now = make.a_written_request(campaign), make.owner_of(campaign), noon(SENT_ON)
    request = correct_questions(
        foi_request=request, questions=[QuestionAsked("1", TASERS)], version=request.version, by=by, now=now
    )
    assert found(TASERS, user=by) == [request.reference]
    assert found("consulted before they were placed", user=by) == []
    correct_details(
        foi_request=request,
        title="Allotments",
        requester_name="Alex Penrose",
        requester_address="alex@example.org",
        authority_reference="",
        version=request.version,
        by=by,
        now=now,
    )
    assert found("allotment", user=by) == [request.reference]


def test_what_came_in_by_another_door_is_found_after_a_rebuild() -> None:
    request = asked(TASERS)
    SearchText.objects.all().delete()
    assert found(TASERS) == []
    assert rebuild_index() == 1
    assert found(TASERS) == [request.reference]


def test_the_command_rebuilds_and_says_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    asked(TASERS)
    call_command("rebuild_search")
    assert capsys.readouterr().out == "The words of 1 request are indexed.\n"


def test_the_index_is_in_place_after_all_migrations() -> None:
    """A later migration that remakes the table on SQLite drops its triggers: it has to make the index again."""
    request = asked(TASERS)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            names = {name for (name,) in cursor.fetchall()}
            assert {f"requests_app_search_{what}" for what in ("add", "gone", "other")} <= names
            cursor.execute("INSERT INTO requests_app_search(requests_app_search) VALUES ('integrity-check')")
        else:
            cursor.execute("SELECT indexname FROM pg_indexes WHERE tablename = 'requests_app_searchtext'")
            assert "requests_app_search" in {name for (name,) in cursor.fetchall()}
    SearchText.objects.filter(pk=request.pk).update(words="drones")
    assert found("drone") == [request.reference]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  \n",
        "?!",
        '"',
        'taser" OR "',
        "NEAR(taser fired, 2)",
        "words: taser*",
        "taser AND NOT fired",
        "^taser - + ( ) {x} : & | ! <-> ' \\",
        "taser:*",
        "%s %d {visible}",
        "\x00taser\x00",
        "\u202etaser\u202c",
        "\ud800 taser",
        "2023 14.5",
        "the of and",
        "x" * 5000,
        "ﬁred İstanbul ß Ωmega 東京 ½ taser",
        "'; DROP TABLE requests_app_foirequest; --",
    ],
    ids=lambda typed: ascii(typed[:24]),
)
def test_nothing_that_can_be_typed_breaks_the_search(typed: str) -> None:
    request = asked(TASERS)
    assert found(typed) in ([], [request.reference])
    assert found(typed, "fired Tasers") == [request.reference]


def test_a_megabyte_is_looked_at_from_its_beginning() -> None:
    request = asked(TASERS)
    assert found(f"{TASERS} " + "lorem ipsum dolor " * 60_000) == [request.reference]
    assert found(*["unheard of words"] * 5000) == []
    assert found(*["", " "] * 50_000, TASERS) == [request.reference]


def test_a_request_as_long_as_one_can_be_is_found_by_its_beginning() -> None:
    long = f"{TASERS} {'lorem ipsum dolor ' * 50_000}"
    by_question, by_letter = asked(long), make.a_public_request(title="x", letter=long, questions=())
    assert set(found(TASERS)) == {by_question.reference, by_letter.reference}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_texts_can_be_looked_for(typed: list[str]) -> None:
    assert isinstance(already_asked(ANYBODY, typed), list)


def test_three_queries_however_many_are_found(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(12):
        last = asked(TASERS, PARKING)
    with django_assert_num_queries(3):
        assert len(already_asked(ANYBODY, [TASERS], most=20)) == 12
    with django_assert_num_queries(4):
        already_asked(ANYBODY, [TASERS], authority=last.authority)
    with django_assert_num_queries(0):
        already_asked(ANYBODY, ["?"])
