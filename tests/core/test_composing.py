"""A request from its questions, and the sets that ship with the program: each ready to send."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.advice import AskedAuthority, DraftRequest, advise
from requests_app.core.composing import (
    AskedFor,
    Composition,
    compose,
    composition_of,
    from_read,
    merged,
    question_sets_from_json,
    split,
)
from requests_app.core.errors import BadInput, MissingFact
from requests_app.core.reading import questions_of
from requests_app.core.states import AuthorityKind, Regime

ON = date(2026, 11, 22)
DATA = Path(__file__).resolve().parents[2] / "requests_app" / "data"
SETS = question_sets_from_json(json.loads((DATA / "question_sets.json").read_text(encoding="utf-8")))
VALUES = {
    "act": Regime.FOIA.label,
    "authority": "Anyshire Police",
    "period": "1 January 2023 to 31 December 2025",
    "topic": "officers in schools",
    "requester": "Jo Smith",
    "address": "jo@example.org",
}


def letter_of(slug: str) -> tuple[str, DraftRequest]:
    chosen = next(one for one in SETS if one.slug == slug)
    composed = compose(composition_of(chosen, VALUES, salutation="Dear Sir or Madam,"))
    kind = next(iter(sorted(chosen.kinds)), AuthorityKind.POLICE_EW)
    draft = DraftRequest(
        letter=composed.text,
        questions=composed.questions,
        authority=AskedAuthority(kind=kind, regime=Regime.FOIA),
    )
    return composed.text, draft


def test_the_safer_schools_set_is_a_letter_any_force_can_answer() -> None:
    text, _ = letter_of("safer-schools-officers")
    assert text.startswith(
        "Dear Sir or Madam,\n\nUnder the Freedom of Information Act 2000, please send me the following information held by "
        "Anyshire Police.\n\n1. How many school-based officers are there on the day you receive this request?\n   (a) in all,"
    )
    assert "By school-based officer I mean any police officer" in text
    assert text.endswith("Yours faithfully,\n\nJo Smith\njo@example.org\n")
    assert "{{" not in text


@pytest.mark.parametrize("slug", [one.slug for one in SETS])
def test_every_set_is_ready_to_send(slug: str) -> None:
    """Advice finds nothing in it, and the reader finds its questions and parts again."""
    text, draft = letter_of(slug)
    assert advise(draft, on=ON) == ()
    found, written = questions_of(text), draft.questions or ()
    assert [question.label for question in found] == [question.label for question in written]
    assert [question.text for question in found] == [question.text for question in written]
    assert [len(question.parts) for question in found] == [len(question.parts) for question in written]


def test_a_set_is_offered_to_the_kinds_it_is_for() -> None:
    names = {one.slug for one in SETS if one.is_for(AuthorityKind.COUNCIL)}
    assert names == {"exclusions-of-a-council", "disclosure-log"}
    assert "safer-schools-officers" in {one.slug for one in SETS if one.is_for(AuthorityKind.POLICE_PSNI)}


def test_a_set_without_a_period_asks_for_it_and_can_be_previewed() -> None:
    values = {**VALUES, "period": ""}
    with pytest.raises(MissingFact) as missing:
        composition_of(SETS[0], values, salutation="Dear Sir,")
    assert missing.value.fact == "period"
    assert (
        "{{ period }}" in compose(composition_of(SETS[0], values, salutation="Dear Sir,", preview=True)).text
    )


def test_an_authority_with_braces_in_its_name_is_not_expanded_again() -> None:
    composed = compose(
        composition_of(SETS[0], {**VALUES, "authority": "{{ period }} Police"}, salutation="Dear Sir,")
    )
    assert "held by {{ period }} Police." in composed.text


def test_questions_stand_where_the_letter_says() -> None:
    text, draft = letter_of("stop-and-search-in-schools")
    for question in draft.questions or ():
        assert text[question.start : question.end].startswith(f"{question.label}. {question.text}")
        for part in question.parts:
            assert text[part.start : part.end] == part.text


def test_a_pasted_letter_becomes_questions() -> None:
    pasted = "Dear Sir,\n\n1. How many fines were issued in 2024?\na) by month\nb) by ward\n2. What did they bring?\n\nJo Smith"
    assert from_read(questions_of(pasted)) == (
        AskedFor("How many fines were issued in 2024?", ("by month", "by ward")),
        AskedFor("What did they bring?"),
    )


def test_questions_can_be_merged_and_split() -> None:
    fines, cost = (
        AskedFor("How many fines were issued in 2024?"),
        AskedFor("What did they bring?", (), "number"),
    )
    both = merged(fines, cost)
    assert both.parts == ("How many fines were issued in 2024?", "What did they bring?")
    assert split(AskedFor("Number of fines in 2024:", ("by month", "by ward"))) == (
        AskedFor("Number of fines in 2024: by month"),
        AskedFor("Number of fines in 2024: by ward"),
    )
    assert split(fines) == (fines,)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (AskedFor("  "), "Question 1 has no words"),
        (AskedFor("Which?", ("x",) * 27), "Question 1 has 27 parts"),
    ],
)
def test_a_question_that_cannot_stand_is_refused_by_name(asked: AskedFor, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as refused:
        compose(Composition(salutation="Dear Sir,", opening="Please:", questions=(asked,)))
    assert refused.value.field == "question_1"


@pytest.mark.parametrize(
    "broken", [{}, {"sets": [{}]}, {"sets": [{"slug": "x", "kinds": ["castle"]}]}, {"sets": 7}]
)
def test_broken_data_are_named(broken: dict[str, object]) -> None:
    with pytest.raises(BadInput, match=r"data/question_sets\.json"):
        question_sets_from_json(broken)


WORDS = st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=60).filter(
    str.strip
)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=4)), min_size=1, max_size=6))
def test_every_question_is_in_the_letter_whole(asked: list[tuple[str, list[str]]]) -> None:
    questions = tuple(AskedFor(text, tuple(parts)) for text, parts in asked)
    composed = compose(Composition(salutation="Dear Sir,", opening="Please:", questions=questions))
    for question, (text, _) in zip(composed.questions, asked, strict=True):
        assert question.text == " ".join(text.split())
        assert composed.text[question.start : question.end].startswith(f"{question.label}. {question.text}")
        for part in question.parts:
            assert composed.text[part.start : part.end] == part.text
