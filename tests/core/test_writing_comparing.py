"""Two at one request: what the other one changed, and the two put together without losing a word of either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.writing.comparing import differences, merged_version
from requests_app.core.writing.editing import done
from requests_app.core.writing.records import Asked, Written, written_to_json

BASE = Written(
    title="Officers",
    period="2024",
    questions=(Asked("q1", "How many?"), Asked("q2", "What cost?"), Asked("q3", "Which policy?")),
)
Change = Callable[[Written], Written]


def worded(question: str, text: str) -> Change:
    return lambda written: replace(
        written,
        questions=tuple(replace(one, text=text) if one.id == question else one for one in written.questions),
    )


def added(text: str) -> Change:
    return lambda written: replace(written, questions=(*written.questions, Asked("q4", text)))


def pressed(button: str) -> Change:
    return lambda written: done(written, button)


def fields(**values: object) -> Change:
    return lambda written: replace(written, **values)  # type: ignore[arg-type]


def same(written: Written) -> Written:
    return written


def texts(written: Written) -> list[str]:
    return [one.text for one in written.questions]


MERGES: list[tuple[str, Change, Change, list[str], str]] = [
    ("only they changed the period", fields(period="2025"), same, ["How many?", "What cost?", "Which policy?"], "2025"),
    ("only I changed the period", same, fields(period="2025"), ["How many?", "What cost?", "Which policy?"], "2025"),
    ("both changed the period", fields(period="2023"), fields(period="2025"), ["How many?", "What cost?", "Which policy?"], "2025"),
    ("each reworded another question", worded("q1", "Theirs?"), worded("q2", "Mine?"), ["Theirs?", "Mine?", "Which policy?"], "2024"),
    ("they took one out", pressed("remove:q2"), same, ["How many?", "Which policy?"], "2024"),
    ("they took out what I reworded", pressed("remove:q2"), worded("q2", "Mine?"), ["How many?", "Mine?", "Which policy?"], "2024"),
    ("I took out what they reworded", worded("q2", "Theirs?"), pressed("remove:q2"), ["How many?", "Theirs?", "Which policy?"], "2024"),
    ("both added one", added("Theirs?"), added("Mine?"), ["How many?", "What cost?", "Which policy?", "Mine?", "Theirs?"], "2024"),
    ("they moved one", pressed("up:q3"), same, ["How many?", "Which policy?", "What cost?"], "2024"),
    ("I moved one, they reworded it", worded("q3", "Theirs?"), pressed("up:q3"), ["How many?", "Theirs?", "What cost?"], "2024"),
    ("they added one in the middle", lambda written: worded("q4", "New?")(pressed("add:q1")(written)), same, ["How many?", "New?", "What cost?", "Which policy?"], "2024"),
]  # fmt: skip


@pytest.mark.parametrize(("theirs", "mine", "expected", "period"), [row[1:] for row in MERGES], ids=[row[0] for row in MERGES])  # fmt: skip
def test_two_versions_go_together_as_suggested(
    theirs: Change, mine: Change, expected: list[str], period: str
) -> None:
    merged = merged_version(BASE, theirs(BASE), mine(BASE), {})
    assert texts(merged) == expected
    assert merged.period == period
    assert len({one.id for one in merged.questions}) == len(merged.questions)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [("mine", ["Mine?"]), ("theirs", ["Theirs?"]), ("both", ["Mine?", "Theirs?"]), ("<script>", ["Mine?"])],
)
def test_a_person_chooses_of_a_question_that_both_changed(chosen: str, expected: list[str]) -> None:
    base = Written(questions=(Asked("q1", "How many?"),))
    theirs, mine = worded("q1", "Theirs?")(base), worded("q1", "Mine?")(base)
    assert texts(merged_version(base, theirs, mine, {"q1": chosen})) == expected


def test_only_what_the_other_one_changed_is_told() -> None:
    theirs = fields(period="2025", totals_first=True)(worded("q2", "What did they cost?")(BASE))
    mine = fields(title="Mine")(BASE)
    found = {one.name: one for one in differences(BASE, theirs, mine)}
    assert set(found) == {"period", "totals_first", "q2"}
    assert found["q2"].label == "Question 2"
    assert [(piece.kind, piece.text) for piece in found["q2"].pieces] == [
        ("same", "What "),
        ("added", "did they "),
        ("same", "cost?"),
    ]
    assert found["totals_first"].theirs == "yes"


def test_without_what_it_began_from_everything_that_differs_is_told() -> None:
    found = differences(None, fields(period="2025")(BASE), fields(title="Mine")(BASE))
    assert {one.name for one in found} == {"period", "title"}
    assert all(one.both_changed for one in found)


def test_the_order_is_taken_from_them_where_it_is_chosen() -> None:
    theirs, mine = pressed("up:q3")(BASE), pressed("down:q1")(BASE)
    (order,) = differences(BASE, theirs, mine)
    assert order.name == "order"
    assert texts(merged_version(BASE, theirs, mine, {"order": "theirs"})) == ["How many?", "Which policy?", "What cost?"]  # fmt: skip
    assert texts(merged_version(BASE, theirs, mine, {"order": "mine"})) == texts(mine)


def test_very_long_letters_are_compared_whole() -> None:
    theirs, mine = Written(letter="a " * 50_000), Written(letter="b " * 50_000)
    (letter,) = differences(None, theirs, mine)
    assert [piece.kind for piece in letter.pieces] == ["taken", "added"]


BUTTONS = st.sampled_from(
    ["add", "add:q1", "remove:q2", "up:q3", "down:q1", "split:q1", "merge:q1", "totals:q3"]
)
WORDS = st.tuples(st.sampled_from(["q1", "q2", "q3"]), st.sampled_from(["Alpha?", "Beta?"]))
CHANGES = st.lists(BUTTONS.map(pressed) | WORDS.map(lambda pair: worded(*pair)), max_size=4)


def through(changes: list[Change], written: Written) -> Written:
    for change in changes:
        written = change(written)
    return written


@given(CHANGES, CHANGES)
def test_whatever_two_people_do_merges_into_questions_with_ids_of_their_own(
    first: list[Change], second: list[Change]
) -> None:
    theirs, mine = through(first, BASE), through(second, BASE)
    merged = merged_version(BASE, theirs, mine, {})
    assert len({one.id for one in merged.questions}) == len(merged.questions)
    assert merged_version(BASE, theirs, theirs, {}) == theirs
    assert merged_version(BASE, BASE, mine, {}) == mine


@given(CHANGES, CHANGES)
def test_taking_theirs_throughout_says_what_they_say(first: list[Change], second: list[Change]) -> None:
    theirs, mine = through(first, BASE), through(second, BASE)
    chosen = {one.name: "theirs" for one in differences(None, theirs, mine)}
    merged = merged_version(None, theirs, mine, chosen)
    assert sorted(filter(None, texts(merged))) == sorted(filter(None, texts(theirs)))
    assert written_to_json(replace(merged, questions=())) == written_to_json(replace(theirs, questions=()))
