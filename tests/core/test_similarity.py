"""How alike requests are: the pairs people would call alike, and laws that hold for any text."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.reading import read_reply
from requests_app.core.similarity import ALIKE, alike, fingerprint, likeness, likeness_of_requests, stem

SCHOOLS = "How many Safer Schools Officers are based in schools in your force area, by borough?"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            SCHOOLS,
            "Please provide the number of Safer Schools Officers based in schools, broken down by borough.",
        ),
        (SCHOOLS, "How many Safer Schools Officers were based in schools in 2019?"),
        (
            "How many stop and searches of children took place in 2023?",
            "The number of children stopped and searched in 2024",
        ),
        (
            "How much was spent on agency social workers in 2023/24?",
            "Total spend on agency social workers, 2019 to 2022",
        ),
        (
            "How many complaints about strip searches were upheld?",
            "Number of upheld complaints about strip search",
        ),
    ],
)
def test_the_same_question_in_other_words_or_for_another_year_is_alike(one: str, other: str) -> None:
    assert likeness(fingerprint(one), fingerprint(other)) >= ALIKE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (SCHOOLS, "How many police officers were suspended on full pay in 2023?"),
        (SCHOOLS, "How many schools were inspected in 2023?"),
        ("How many complaints were received in 2023?", "How many parking fines were issued in 2023?"),
        ("Minutes of any meetings between the two.", "Minutes of the meetings on bus delays in Dulwich"),
        ("What did it cost?", "What was the cost?"),
        ("", SCHOOLS),
    ],
)
def test_questions_about_other_things_are_not_alike(one: str, other: str) -> None:
    assert likeness(fingerprint(one), fingerprint(other)) < ALIKE


def test_each_question_of_ours_finds_its_nearest() -> None:
    ours = (
        "How many fines were issued?",
        "How many schools have a Safer Schools Officer?",
        "What did the new cameras cost?",
    )
    theirs = ("Cost of the new cameras, by station", "Schools with a Safer Schools Officer", "Number of dogs")
    assert [(pair.ours, pair.theirs) for pair in alike(ours, theirs)] == [(1, 1), (2, 0)]
    assert likeness_of_requests(ours, theirs) >= ALIKE
    assert likeness_of_requests(ours, ()) == 0


def test_endings_are_cut() -> None:
    assert {stem(word) for word in ("search", "searches", "searched", "Searching")} == {"search"}
    assert (stem("policies"), stem("stopped"), stem("class"), stem("gas")) == (
        "policy",
        "stop",
        "class",
        "gas",
    )


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_a_share_and_has_no_sides(one: str, other: str) -> None:
    a, b = fingerprint(one), fingerprint(other)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, b) == likeness(b, a)


@pytest.mark.shared
def test_hardly_any_requests_of_the_corpus_are_alike(shared: Path) -> None:
    """Forty requests to forty bodies: alike are the same request sent twice, and those on one narrow subject."""
    asked = {
        path.stem: [question.text for question in read_reply(path.read_text(errors="replace")).questions]
        for path in sorted((shared / "corpus" / "cases").glob("*.txt"))
    }
    pairs = {
        (one, other)
        for one, other in itertools.combinations(asked, 2)
        if likeness_of_requests(asked[one], asked[other]) >= ALIKE
    }
    assert ("001", "002") in pairs
    assert len(pairs) <= 8
