"""The review as its page shows it: held against the request, the law and itself."""

from __future__ import annotations

from datetime import date

import pytest

from requests_app.core.reading.records import TableRead
from requests_app.core.states import Outcome
from requests_app.models import Message
from requests_app.queries.reading_page import ReadingPage, caption_of, is_sure, of_table, reading_page
from requests_app.queries.readings import initial_answer, proposal
from requests_app.usecases.foi_requests import QuestionAsked
from tests import factories as make

pytestmark = pytest.mark.django_db

CAME_ON = date(2026, 10, 20)
RESTATED = """Our reference: FOI-2026-0412

Dear Alex Penrose

You asked:

1. How many officers work in schools, by
(a) the kind of school
2. Who was consulted before they were placed there?

Our response:

I have decided to disclose the located information to you in full.

1. 14 officers work in schools, all in secondary schools.

2. This information is exempt under section 31(1)(a) of the Act.

Officers | 2024 | 2025
Secondary | 10 | 14
Primary | 2 | 0
Total | 12 | 14

In all, 15 officers worked in schools in 2025.

Yours sincerely

A. Records"""


def page_of(text: str, **fields: object) -> ReadingPage:
    return reading_page(reply(text, **fields))


def reply(text: str, **fields: object) -> Message:
    return make.a_reply(make.a_request(**fields), on=CAME_ON, text=text)


def test_a_part_the_reply_leaves_out_is_noted_with_its_question() -> None:
    page = page_of(RESTATED)
    first = page.read.answers[0]
    assert any("(b)" in difference.sentence for difference in first.differences)
    note = initial_answer(first)["note"]
    assert all(difference.sentence in note for difference in first.differences if is_sure(difference))
    assert all(mark.targets for mark in page.marks)


def test_a_refusal_is_held_against_the_law_and_leads_to_its_words() -> None:
    page = page_of(RESTATED)
    assert page.grounds == sum(shown.point.status.is_ground for shown in page.wanting) > 0
    grounds = [shown.point.status.is_ground for shown in page.wanting]
    assert grounds == sorted(grounds, reverse=True)
    marks = {mark.number: mark for mark in page.marks}
    shown = [each for each in (*page.wanting, *page.met) if each.point.start is not None]
    assert shown
    for each in shown:
        assert each.mark is not None
        assert each.point.end is not None
        assert each.mark.start < each.point.end
        assert marks[each.mark.number] is each.mark


def test_a_message_that_refuses_nothing_is_held_against_no_such_law() -> None:
    page = page_of("Thank you for your request. You can expect our response by 3 November 2026.")
    assert (page.points, page.grounds, page.wanting, page.met) == ((), 0, [], [])


def test_places_gather_the_marks_and_doubts_the_unsure_ones() -> None:
    page = page_of(RESTATED)
    assert [mark.number for mark in page.marks if mark.unsure] == [mark.number for mark in page.doubts]
    assert set(page.places) == {target for mark in page.marks for target in mark.targets}


def test_a_contradiction_stands_with_every_table_that_takes_part_in_it() -> None:
    text = RESTATED.replace(
        "Total | 12 | 14", "Total | 12 | 14\n\nOfficers | 2024 | 2025\nSecondary | 11 | 14"
    )
    page = page_of(text)
    for each in page.disagreements:
        for cell in each.cells:
            assert each in of_table(page.disagreements, cell.table)
    assert of_table(page.disagreements, 99) == []


def test_tables_are_told_apart_by_name() -> None:
    named, other, bare = TableRead("Rank", (), ()), TableRead("Year", (), ()), TableRead("", (), ())
    tables = [named, named, other, bare]
    assert [caption_of(table, place, tables) for place, table in enumerate(tables, start=1)] == [
        "Rank (table 1)",
        "Rank (table 2)",
        "Year",
        "Table 4",
    ]


def test_parts_are_called_as_people_would_call_them() -> None:
    asked = [
        QuestionAsked("1", "How many?", (("(a)", "by rank"), ("•", "by year"))),
        QuestionAsked("", "Who?"),
    ]
    answers = proposal(reply("We hold nothing.", questions=asked)).answers
    assert [each.name for answer in answers for each in (answer, *answer.parts)] == [
        "1",
        "1(a)",
        "1, part 2",
        "2",
    ]
    assert initial_answer(answers[0].parts[0])["outcome"] == ""
    assert initial_answer(answers[1])["outcome"] in {Outcome.UNANSWERED.value, Outcome.NOT_HELD.value}
