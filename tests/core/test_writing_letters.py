"""The letter of the composer: filled once, left as it is where nobody knows, and fixes carried back to its fields."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.advice import Advice, DraftRequest, Fix, Severity, advise
from requests_app.core.errors import BadInput
from requests_app.core.states import Regime
from requests_app.core.writing.editing import ANSWER_EACH
from requests_app.core.writing.letters import WrittenLetter, filled, letter_of, uses, with_fix
from requests_app.core.writing.records import Asked, Written

ON = date(2026, 11, 22)
VALUES = {"authority": "Anyshire Police", "act": Regime.FOIA.label}
WHOLE = Written(
    requester_name="Jo Smith",
    address="jo@example.org",
    print_address=True,
    period="1 January 2023 to 31 December 2025",
    place="Ambleford.",
    questions=(
        Asked("q1", "How many officers\nwork in schools?", ("by rank", "", "by school")),
        Asked("q2"),
        Asked("q3", "", ("How many dogs?",)),
    ),
    definitions=(("officer", "anybody with a badge."), ("", "nothing")),
    as_spreadsheet=True,
    totals_first=True,
    breakdowns="borough.",
)
LETTER = """Dear Anyshire Police,

Under the Freedom of Information Act 2000, please send me the following information held by Anyshire Police.

Unless a question says otherwise, please answer for 1 January 2023 to 31 December 2025 and for Ambleford.

1. How many officers work in schools?
   (a) by rank
   (b) by school
2. Please answer each of these:
   (a) How many dogs?

By officer I mean anybody with a badge.

Please send figures as a spreadsheet (.xlsx or .csv). Please break the figures down by borough. Please give the totals first and the breakdowns after them.

If answering all of this would be too costly, please answer the questions in their order as far as you can, and tell me what else could be given.

Yours faithfully,

Jo Smith
jo@example.org"""


def test_a_whole_request_is_this_letter() -> None:
    letter = letter_of(WHOLE, VALUES)
    assert letter.text == LETTER
    assert letter.questions is not None
    assert [(one.label, len(one.parts)) for one in letter.questions] == [("1", 2), ("2", 1)]


def test_each_field_is_known_by_where_it_stands() -> None:
    letter = letter_of(WHOLE, VALUES)
    places = {one.field: letter.text[one.start : one.end] for one in letter.standing}
    assert places["question:q1"] == "How many officers work in schools?"
    assert places["part:q1:2"] == "by school"
    assert places["period"] == "1 January 2023 to 31 December 2025"
    assert places["place"] == "Ambleford"
    assert places["definition:0:1"] == "anybody with a badge"
    assert places["breakdowns"] == "borough"
    assert places["address"] == "jo@example.org"
    at = letter.text.index("spreadsheet")
    assert letter.field_at(at, at + 3) == ""


def test_the_address_stands_in_the_letter_only_where_it_is_wanted() -> None:
    assert "jo@example.org" not in letter_of(replace(WHOLE, print_address=False), VALUES).text


def test_what_nobody_knows_stays_a_field_and_a_value_is_never_looked_at_again() -> None:
    text, _ = filled(
        "{{ authority }} {{period}} {{ nonsense }} {{", {"authority": "{{ period }}", "period": ""}
    )
    assert text == "{{ period }} {{period}} {{ nonsense }} {{"


def test_a_period_that_stands_in_a_question_is_not_said_twice() -> None:
    written = replace(WHOLE, questions=(Asked("q1", "How many in {{ period }}?"),), place="")
    text = letter_of(written, VALUES).text
    assert "1. How many in 1 January 2023 to 31 December 2025?" in text
    assert "Unless a question says otherwise" not in text
    assert uses(written, "period")
    assert not uses(written, "topic")


def test_a_plain_letter_goes_as_it_stands() -> None:
    written = replace(WHOLE, is_plain=True, letter=" Dear Sirs,\r\n{{ authority }}\n")
    letter = letter_of(written, VALUES)
    assert letter.text == "Dear Sirs,\n{{ authority }}"
    assert letter.questions is None
    assert letter.field_at(0, 4) == "letter"


def test_more_parts_than_letters_is_told() -> None:
    with pytest.raises(BadInput, match="27 parts"):
        letter_of(Written(questions=(Asked("q1", "What?", tuple("x" * 27)),)), VALUES)


def finding(start: int | None, end: int | None, replacement: str | None) -> Advice:
    return Advice(
        "made_up", "", "", "", start or 0, end or 0, Severity.NOTE, "", Fix("", start, end, replacement)
    )


def fixed(written: Written, words: str, replacement: str) -> Written | None:
    letter = letter_of(written, VALUES)
    at = letter.text.index(words)
    return with_fix(written, letter, finding(at, at + len(words), replacement))


@pytest.mark.parametrize(
    ("words", "replacement", "field", "expected"),
    [
        ("by school", "by each school", "part", "by each school"),
        ("officers work", "dogs sleep", "question", "How many dogs sleep in schools?"),
        ("anybody", "somebody", "definition", "somebody with a badge"),
        ("borough", "ward", "breakdowns", "ward"),
        ("2025", "2024", "period", "1 January 2023 to 31 December 2024"),
        ("Ambleford.", "Marlsby", "place", None),
        (
            "please send me",
            "I ask for",
            "opening",
            "Under the {{ act }}, I ask for the following information held by {{ authority }}.",
        ),
        (
            "Information Act 2000, please",
            "X, please",
            "opening",
            "Under the X, please send me the following information held by {{ authority }}.",
        ),
        ("Jo Smith\njo", "nobody", "", None),
    ],
)
def test_a_fix_is_made_in_the_field_it_speaks_of(
    words: str, replacement: str, field: str, expected: str | None
) -> None:
    after = fixed(WHOLE, words, replacement)
    if expected is None:
        assert after is None
        return
    assert after is not None
    found = {
        "part": after.questions[0].parts[2],
        "question": after.questions[0].text,
        "definition": after.definitions[0][1],
        "breakdowns": after.breakdowns,
        "period": after.period,
        "opening": after.opening,
    }
    assert found[field] == expected


def test_an_insertion_stands_where_it_was_meant_behind_a_filled_field() -> None:
    written = Written(questions=(Asked("q1", "How many did {{ authority }} have?"),))
    letter = letter_of(written, VALUES)
    at = letter.text.index(" have?")
    after = with_fix(written, letter, finding(at, at, " really"))
    assert after is not None
    assert after.questions[0].text == "How many did {{ authority }} really have?"


def test_a_question_that_asks_several_things_gets_parts() -> None:
    written = Written(
        questions=(
            Asked(
                "q1",
                "How many complaints were received and how many officers were dismissed and why was the scheme started?",
            ),
        )
    )
    letter = letter_of(written, VALUES)
    advice = next(each for each in advice_on(letter) if each.rule == "several_in_one")
    after = with_fix(written, letter, advice)
    assert after is not None
    assert after.questions[0].text == ANSWER_EACH
    assert after.questions[0].parts[0] == "How many complaints were received?"
    assert len(after.questions[0].parts) == 3


def advice_on(letter: WrittenLetter) -> tuple[Advice, ...]:
    return advise(DraftRequest(letter=letter.text, questions=letter.questions), on=ON)


def test_a_plain_letter_is_fixed_in_place_and_a_mere_sentence_fixes_nothing() -> None:
    written = Written(is_plain=True, letter="Call 07700 900123 now.")
    letter = letter_of(written, VALUES)
    after = with_fix(written, letter, finding(5, 17, "me"))
    assert after is not None
    assert after.letter == "Call me now."
    assert with_fix(written, letter, finding(None, None, None)) is None


TEXT = st.text(st.sampled_from("ab {}.\n?é"), max_size=20) | st.sampled_from(
    ["{{ authority }}", "x {{ act }} y", "{{ period }}"]
)
WRITTEN = st.builds(
    Written,
    salutation=TEXT,
    opening=TEXT,
    period=TEXT.map(lambda text: text.rstrip(" .\n")),  # a full stop at its end is the sentence's
    place=TEXT,
    questions=st.lists(st.tuples(TEXT, st.lists(TEXT, max_size=3)), max_size=3).map(
        lambda rows: tuple(Asked(f"q{n}", text, tuple(parts)) for n, (text, parts) in enumerate(rows, 1))
    ),
    definitions=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple),
    breakdowns=TEXT,
    format_other=TEXT,
    closing=TEXT,
    requester_name=TEXT,
)


@given(WRITTEN, st.data())
def test_a_fix_anywhere_in_the_letter_of_anything_changes_one_field_or_none(
    written: Written, data: st.DataObject
) -> None:
    letter = letter_of(written, VALUES)
    for one in letter.standing:
        assert 0 <= one.start < one.end <= len(letter.text)
    start = data.draw(st.integers(0, len(letter.text)))
    end = data.draw(st.integers(start, len(letter.text)))
    after = with_fix(written, letter, finding(start, end, "QQ"))
    if after is not None:
        assert "QQ" in letter_of(after, VALUES).text


@given(WRITTEN)
def test_replacing_what_stands_in_a_field_by_itself_changes_no_letter(written: Written) -> None:
    letter = letter_of(written, VALUES)
    for one in letter.standing:
        after = with_fix(written, letter, finding(one.start, one.start, ""))
        assert after is not None
        assert letter_of(after, VALUES).text == letter.text
