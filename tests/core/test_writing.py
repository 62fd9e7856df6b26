"""A request while it is written: what is kept of it, and what the composer's buttons do."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.composing import question_sets_from_json
from requests_app.core.errors import BadInput
from requests_app.core.reading import questions_of
from requests_app.core.writing.editing import ACTIONS, ANSWER_EACH, TOTALS, done
from requests_app.core.writing.records import (
    LONGEST,
    MOST_QUESTIONS,
    Asked,
    Written,
    check_size,
    cleaned,
    from_set,
    numbered,
    with_read,
    written_from_json,
    written_to_json,
)

DATA = Path(__file__).resolve().parents[2] / "requests_app" / "data"
SETS = question_sets_from_json(json.loads((DATA / "question_sets.json").read_text(encoding="utf-8")))
ONE = Asked("q1", "How many officers work in schools?", ("by rank", "by school"), "number")
TWO = Asked("q2", "What did they cost?")
THREE = Asked("q3", "Please send the policy.")


def a_request(*questions: Asked) -> Written:
    return Written(questions=questions or (ONE, TWO, THREE))


def ids(written: Written) -> list[str]:
    return [one.id for one in written.questions]


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("add", ["q1", "q2", "q3", "q4"]),
        ("add:q1", ["q1", "q4", "q2", "q3"]),
        ("remove:q2", ["q1", "q3"]),
        ("up:q2", ["q2", "q1", "q3"]),
        ("down:q2", ["q1", "q3", "q2"]),
        ("up:q1", ["q1", "q2", "q3"]),
        ("down:q3", ["q1", "q2", "q3"]),
        ("totals:q2", ["q1", "q4", "q2", "q3"]),
        ("split:q1", ["q1", "q4", "q2", "q3"]),
        ("merge:q1", ["q1", "q3"]),
        ("merge:q3", ["q1", "q2", "q3"]),
        ("remove:q9", ["q1", "q2", "q3"]),
        ("explode:q1", ["q1", "q2", "q3"]),
        ("up", ["q1", "q2", "q3"]),
        ("up:q2:3:4", ["q1", "q2", "q3"]),
    ],
)
def test_a_button_adds_takes_out_and_moves_questions(button: str, expected: list[str]) -> None:
    assert ids(done(a_request(), button)) == expected


@pytest.mark.parametrize(
    ("button", "parts"),
    [
        ("add-part:q1", ("by rank", "by school", "")),
        ("remove-part:q1:0", ("by school",)),
        ("part-up:q1:1", ("by school", "by rank")),
        ("part-down:q1:0", ("by school", "by rank")),
        ("part-down:q1:1", ("by rank", "by school")),
        ("remove-part:q1:9", ("by rank", "by school")),
        ("remove-part:q1:-1", ("by rank", "by school")),
        ("part-up:q1:x", ("by rank", "by school")),
        ("remove-part:q1:٣", ("by rank", "by school")),
    ],
)
def test_a_button_adds_takes_out_and_moves_parts(button: str, parts: tuple[str, ...]) -> None:
    assert done(a_request(), button).questions[0].parts == parts


def test_a_question_is_split_by_its_parts_and_put_together_again() -> None:
    split = done(a_request(ONE), "split:q1")
    assert [one.text for one in split.questions] == [
        "How many officers work in schools, by rank?",
        "How many officers work in schools, by school?",
    ]
    merged = done(split, "merge:q1")
    assert ids(merged) == ["q1"]
    assert merged.questions[0].parts == tuple(one.text for one in split.questions)
    assert [one.text for one in done(merged, "split:q1").questions] == [one.text for one in split.questions]


def test_parts_that_stand_by_themselves_are_split_without_what_leads_to_them() -> None:
    several = Asked("q1", ANSWER_EACH, ("How many?", "Why?"))
    assert [one.text for one in done(a_request(several), "split:q1").questions] == ["How many?", "Why?"]


def test_a_question_without_parts_is_split_by_its_lines() -> None:
    lines = Asked("q1", "How many?\n\nWhat did they cost?")
    assert [one.text for one in done(a_request(lines), "split:q1").questions] == [
        "How many?",
        "What did they cost?",
    ]
    assert done(a_request(TWO), "split:q2") == a_request(TWO)


def test_an_empty_question_merged_makes_way() -> None:
    assert done(a_request(Asked("q1"), TWO), "merge:q1").questions == (TWO,)


def test_totals_come_before_the_detail_once() -> None:
    written = done(done(a_request(), "totals:q1"), "totals:q1")
    assert [one.text for one in written.questions][:2] == [TOTALS, ONE.text]
    assert len(written.questions) == 4
    assert written.totals_first
    assert "totals first" in written.if_too_costly


def test_definitions_are_added_and_taken_out() -> None:
    written = replace(a_request(), definitions=(("a", "b"), ("c", "d")))
    assert done(written, "add-definition").definitions[-1] == ("", "")
    assert done(written, "remove-definition:0").definitions == (("c", "d"),)
    assert done(written, "remove-definition:7").definitions == written.definitions


def test_a_pasted_letter_becomes_questions_behind_those_there_are() -> None:
    letter = (
        "Dear Sirs,\n\nPlease tell me:\n1. How many dogs?\n(a) by breed\n(b) by age\n2. How many cats?\n\nJo"
    )
    written = with_read(a_request(ONE, Asked("q2")), questions_of(letter))
    assert [one.text for one in written.questions] == [ONE.text, "How many dogs?", "How many cats?"]
    assert written.questions[1].parts == ("by breed", "by age")
    assert len(set(ids(written))) == 3


@pytest.mark.parametrize("chosen", SETS, ids=lambda each: each.slug)
def test_a_set_becomes_a_request_and_keeps_its_fields(chosen: object) -> None:
    written = from_set(chosen, Written(title="Mine"))  # type: ignore[arg-type]
    assert written.title == "Mine"
    assert len(written.questions) >= 2
    assert "{{ act }}" in written.opening


def test_ids_are_given_where_they_are_missing_or_used_twice() -> None:
    given_ids = ["q2", "", "q2", "<script>", "q00"]
    assert len({one.id for one in numbered(Asked(each) for each in given_ids)}) == 5
    assert numbered([Asked("q7"), Asked("q7")])[0].id == "q7"


def test_what_shows_nothing_is_taken_out_of_a_text() -> None:
    assert cleaned("a\x00b\r\nc\u202ed\ud800e\tf") == "ab\ncde\tf"


def test_more_than_can_be_kept_is_told() -> None:
    many = tuple(Asked(f"q{number}", "x") for number in range(1, MOST_QUESTIONS + 2))
    with pytest.raises(BadInput, match="61 questions"):
        check_size(Written(questions=many))
    with pytest.raises(BadInput, match="20,001 characters"):
        check_size(Written(opening="x" * (LONGEST + 1)))
    assert check_size(Written(letter="x" * (LONGEST + 1)))


TEXT = st.text(max_size=30)
ASKED = st.builds(Asked, st.just(""), TEXT, st.lists(TEXT, max_size=3).map(tuple), TEXT)
WRITTEN = st.builds(
    Written,
    title=TEXT,
    letter=TEXT,
    opening=TEXT,
    period=TEXT,
    is_plain=st.booleans(),
    totals_first=st.booleans(),
    questions=st.lists(ASKED, max_size=4).map(numbered),
    definitions=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    work=st.dictionaries(TEXT, TEXT, max_size=2),
)


@given(WRITTEN)
def test_what_is_kept_comes_back_as_it_was(written: Written) -> None:
    assert written_from_json(json.loads(json.dumps(written_to_json(written)))) == written


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "parts", "questions"]) | TEXT, inner, max_size=3)
    ),
)


@given(st.dictionaries(st.sampled_from(["title", "questions", "definitions", "work", "is_plain"]), JSON))
def test_whatever_was_kept_can_be_opened(kept: dict[str, object]) -> None:
    assert written_to_json(written_from_json(kept))


@given(
    WRITTEN,
    st.sampled_from(sorted(ACTIONS)),
    st.lists(st.sampled_from(["q1", "q2", "0", "1", "x"]), max_size=3),
)
def test_no_button_breaks_a_request_or_names_two_questions_alike(
    written: Written, name: str, about: list[str]
) -> None:
    after = done(written, ":".join([name, *about]))
    assert len(set(ids(after))) == len(after.questions)
