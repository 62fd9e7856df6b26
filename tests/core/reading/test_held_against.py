"""A reply held against the request: what is dropped, put otherwise, added, renumbered, unanswered or narrowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.core.reading import questions_of, read_reply
from requests_app.core.reading.differences import Difference, DifferenceKind, QuestionAsked
from requests_app.core.reading.held_against import hold_against
from requests_app.core.reading.likeness import changed, likeness
from requests_app.core.reading.scope import years_in

K = DifferenceKind


def request(*questions: str | tuple[str, ...]) -> list[QuestionAsked]:
    """Questions labelled 1, 2, 3; a tuple is a question with parts (a), (b) ..."""
    out = []
    for place, question in enumerate(questions, 1):
        text, *parts = (question,) if isinstance(question, str) else question
        asked = tuple(QuestionAsked(f"({chr(96 + number)})", part) for number, part in enumerate(parts, 1))
        out.append(QuestionAsked(str(place), text, asked))
    return out


def held(asked: list[QuestionAsked], text: str) -> tuple[Difference, ...]:
    return hold_against(asked, read_reply(text), text)


def kinds(found: tuple[Difference, ...]) -> list[DifferenceKind]:
    return [each.kind for each in found]


OFFICERS = "How many officers work in schools in Northshire?"
VEHICLES = "How many vehicles did the force own on 1 April 2024?"
COST = "What was the total cost of overtime in 2023/24?"
THREE = request(OFFICERS, VEHICLES, COST)


def reply(*pairs: tuple[str, str]) -> str:
    body = "\n\n".join(f"{question}\n{answer}" for question, answer in pairs)
    return f"Dear Ms Penrose\n\nPlease find our response to your request set out below:\n\n{body}\n\nYours sincerely\nInformation Officer\n"


ANSWERED = reply(
    (f"1. {OFFICERS}", "There are 14 officers."),
    (f"2. {VEHICLES}", "The force owned 212 vehicles."),
    (f"3. {COST}", "£1,204,000"),
)


def test_a_reply_that_repeats_and_answers_everything_differs_in_nothing() -> None:
    assert held(THREE, ANSWERED) == ()


def test_a_question_without_an_answer_is_told_with_its_words() -> None:
    text = reply(
        (f"1. {OFFICERS}", "There are 14 officers."), (f"2. {VEHICLES}", ""), (f"3. {COST}", "£1,204,000")
    )
    (only,) = held(THREE, text)
    assert (only.kind, only.question, only.asked_label, only.asked_text) == (
        K.QUESTION_UNANSWERED,
        1,
        "2",
        VEHICLES,
    )
    assert only.sentence == f"Question 2, “{VEHICLES}”, is not answered."


def test_a_question_that_the_reply_does_not_even_repeat_is_dropped() -> None:
    text = reply((f"1. {OFFICERS}", "There are 14 officers."), (f"3. {COST}", "£1,204,000"))
    (only,) = held(THREE, text)
    assert (only.kind, only.question) == (K.QUESTION_DROPPED, 1)
    assert only.start is None


def test_questions_numbered_afresh_are_told_by_their_words_and_still_answered() -> None:
    text = reply(
        (f"1. {COST}", "£1,204,000"),
        (f"2. {OFFICERS}", "There are 14 officers."),
        (f"3. {VEHICLES}", "The force owned 212 vehicles."),
    )
    found = held(THREE, text)
    assert [(each.kind, each.asked_label, each.reply_label) for each in found] == [
        (K.RENUMBERED, "1", "2"),
        (K.RENUMBERED, "2", "3"),
        (K.RENUMBERED, "3", "1"),
    ]


@pytest.mark.parametrize("label", ["Q1", "Question 1", "1)", "(1)"])
def test_another_way_of_printing_a_number_is_no_renumbering(label: str) -> None:
    text = reply((f"{label} {OFFICERS}", "There are 14 officers."))
    assert K.RENUMBERED not in kinds(held(request(OFFICERS), text))


def test_a_question_put_in_other_words_shows_which() -> None:
    other = "How many civilian volunteers work in schools in Northshire?"
    text = reply((f"1. {other}", "There are 14."), (f"2. {VEHICLES}", "The force owned 212 vehicles."))
    found = held(request(OFFICERS, VEHICLES), text)
    (only,) = [each for each in found if each.kind is K.QUESTION_REWORDED]
    assert (
        only.sentence
        == "Question 1 is restated in other words: it leaves out “officers” and it puts in “civilian volunteers”."
    )
    assert only.start is not None
    assert only.end is not None
    assert "civilian volunteers" in text[only.start : only.end]


def test_a_slip_of_the_pen_or_a_courtesy_is_no_other_wording() -> None:
    text = reply(
        (
            "1. Please could you tell me how many officer's work in schools in Northshire",
            "There are 14 officers.",
        )
    )
    assert held(request(OFFICERS), text) == ()


def test_a_question_nobody_asked_is_told() -> None:
    text = reply(
        (f"1. {OFFICERS}", "There are 14."),
        (f"2. {VEHICLES}", "The force owned 212."),
        ("3. What is the name of the canteen contractor?", "Alder Catering."),
    )
    found = held(request(OFFICERS, VEHICLES), text)
    (only,) = found
    assert (only.kind, only.question) == (K.QUESTION_ADDED, None)
    assert only.reply_text == "What is the name of the canteen contractor?"


PARTED = request(("How many dogs did the force keep, broken down by:", "breed", "age in years", "station"))


def parted(*parts: str) -> str:
    listed = "\n".join(f"({chr(96 + number)}) {part}" for number, part in enumerate(parts, 1))
    return (
        "Dear Ms Penrose\n\nYou asked:\n\n1. How many dogs did the force keep, broken down by:\n(a) breed\n(b) age in years\n(c) station\n\n"
        f"Our response\n\nI have decided to disclose the located information to you in full.\n\nQ1 - How many dogs did the force keep, broken down by:\n{listed}\n\n"
        "Breed | Number |\nAlsatian | 12 |\nSpaniel | 9 |\nTotal | 21 |\n\nYours sincerely\nInformation Officer\n"
    )


def test_parts_restated_as_they_were_asked_are_no_difference() -> None:
    assert held(PARTED, parted("breed", "age in years", "station")) == ()


def test_a_part_left_out_of_the_restatement_is_dropped_and_full_disclosure_is_doubted() -> None:
    text = parted("breed", "age in years")
    dropped, full = held(PARTED, text)
    assert (dropped.kind, dropped.part, dropped.asked_label, dropped.asked_text) == (
        K.PART_DROPPED,
        2,
        "(c)",
        "station",
    )
    assert full.kind is K.CALLED_FULL
    assert full.start is not None
    assert full.end is not None
    assert "in full" in text[full.start : full.end]


def test_a_part_replaced_by_another_is_reworded_and_shown_in_the_reply() -> None:
    text = parted("breed", "handler's rank", "station")
    found = held(PARTED, text)
    (only,) = [each for each in found if each.kind is K.PART_REWORDED]
    assert (only.asked_text, only.reply_text) == ("age in years", "handler's rank")
    assert only.start is not None
    assert text[only.start : only.end] == "handler's rank"


def test_a_part_nobody_asked_is_added() -> None:
    found = held(PARTED, parted("breed", "age in years", "station", "cost of food"))
    (only,) = [each for each in found if each.kind is K.PART_ADDED]
    assert only.reply_text == "cost of food"


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        # The period
        ("How many complaints were made from 2018 to 2022?", "In 2022 there were 14 complaints.", K.OTHER_PERIOD),
        ("How many complaints were made from 2018 to 2022?", "From 2018 to 2022 there were 70 complaints.", None),
        ("How many complaints were made from 2018 to 2022?", "There were 70 complaints.", None),
        ("How many complaints were made in 2019 and 2020?", "2019: 12\n2020: 15", None),
        ("How many complaints were made in 2019/20, 2020/21 and 2021/22?", "2019/20: 12\n2020/21: 15", K.OTHER_PERIOD),
        ("How many complaints were made in 2021?", "In 2020/21 there were 9 and in 2021/22 there were 11.", None),
        ("How many complaints were made in 2021?", "In 2017 there were 9.", K.OTHER_PERIOD),
        ("How many complaints were made in the last five years?", "2022: 12\n2023: 15", K.OTHER_PERIOD),
        ("How many complaints were made in the last two years?", "2022: 12\n2023: 15", None),
        ("How many complaints were made?", "We only hold figures from April 2021. There were 15.", K.OTHER_PERIOD),
        # The place
        ("How many patients waited over four hours?", "812 patients. These figures relate only to Northshire General Hospital.", K.OTHER_PLACE),
        ("How many patients waited over four hours at Northshire General Hospital?", "812 patients. These figures relate only to Northshire General Hospital.", None),
        # The unit
        ("What was the cost of agency staff?", "Agency staff were 12% of the workforce.", K.OTHER_UNIT),
        ("What was the cost of agency staff?", "£312,000", None),
        ("How many pupils were excluded?", "2.1% of pupils.", K.OTHER_UNIT),
        ("How many pupils were excluded?", "41 pupils, or 2.1%.", None),
        ("What percentage of calls were answered?", "1,204 calls were answered.", K.OTHER_UNIT),
        ("How many pupils were excluded?", "None.", None),
        # The breakdown
        ("How many stops were made, broken down by ward?", "There were 371 stops.", K.TOTAL_FOR_BREAKDOWN),
        ("How many stops were made, broken down by ward?", "Abbey: 120\nCastle: 251", None),
        ("How many stops were made, broken down by ward?", "There were 371 stops; the attached spreadsheet has the rest.", None),
        ("How many stops were made, broken down by ward?", "The figures are exempt under section 31(1)(a).", None),
    ],
)  # fmt: skip
def test_an_answer_that_covers_less_or_other_than_was_asked(
    question: str, answer: str, kind: DifferenceKind | None
) -> None:
    text = reply((f"1. {question}", answer), (f"2. {VEHICLES}", "The force owned 212 vehicles."))
    found = held(request(question, VEHICLES), text)
    assert kinds(found) == ([] if kind is None else [kind])
    for each in found:
        assert each.question == 0
        assert each.sentence.startswith(("Question 1 ", "The answer to question 1 "))
        assert each.start is not None


def test_an_acknowledgement_is_held_against_nothing() -> None:
    text = "Thank you for your request, received on 3 June 2025. You will receive a response by 1 July 2025."
    assert held(THREE, text) == ()


def test_a_covering_letter_leaves_no_question_unanswered() -> None:
    assert held(THREE, "Please find attached our response to your request.\n\nYours sincerely\n") == ()


@pytest.mark.shared
def test_the_seed_that_drops_a_part_and_calls_it_full(shared: Path) -> None:
    text = (shared / "seeds" / "000_686bd99622577a9e.txt").read_text(encoding="utf-8")
    reading = read_reply(text)
    asked = [
        QuestionAsked(
            each.label, each.text, tuple(QuestionAsked(part.label, part.text) for part in each.parts)
        )
        for each in reading.questions
    ]
    found = hold_against(asked, reading, text)
    of_first = [
        (each.kind, each.asked_label, each.asked_text, each.reply_text)
        for each in found
        if each.question == 0
    ]
    assert of_first == [
        (K.PART_REWORDED, "(i)", "The name of the school", "BCU(Borough Command Unit)"),
        (K.PART_DROPPED, "(ii)", "The number of officers based at the school currently", ""),
    ]
    rest = [each for each in found if each.question != 0]
    assert [(each.kind, each.question) for each in rest] == [
        (K.QUESTION_UNANSWERED, 1),
        (K.CALLED_FULL, None),
    ]
    put, full = found[0], rest[-1]
    assert put.start is not None
    assert text[put.start : put.end] == "BCU(Borough Command Unit)"
    assert full.start is not None
    assert "in full" in text[full.start : full.end]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("from January 2019 to December 2021", {"2019", "2020", "2021"}),
        ("2019/20 and 2020-21", {"2019/20", "2020/21"}),
        ("1 April 2023 to 31 March 2024", {"2023", "2024"}),
        ("the year 2022/2023", {"2022/23"}),
        ("reference 01.FOI.22.024173", set()),
        ("between 1066 and 2066 and 1999 to 2450", {"2066", "1999"}),
    ],
)
def test_the_years_that_a_text_names(text: str, years: set[str]) -> None:
    assert years_in(text) == years


def test_words_that_differ_are_told_in_order() -> None:
    assert changed("How many red lorries and blue vans?", "How many blue vans and green cars?") == changed(
        "red lorries", "green cars"
    )
    assert not changed("organisation's programmes", "Organization’s programme")


PIECES = st.sampled_from(
    [
        "1. How many officers?", "2) What cost in 2019/20?", "(a) by ward", "(i) by age", "Q1 - How many officers?", "You asked:", "Our response", "There were 14.", "In 2021: 12%",
        "£1,000", "only from April 2020", "in full", "I have decided to disclose", "| a | 1 |", "section 40(2)", "not held", "Question 2", "Dear Sir", "Yours sincerely", "to 2450",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=20).map("\n".join)


@settings(max_examples=100)
@given(TEXTS, TEXTS)
def test_any_reply_can_be_held_against_any_request(letter: str, text: str) -> None:
    asked = [
        QuestionAsked(
            each.label, each.text, tuple(QuestionAsked(part.label, part.text) for part in each.parts)
        )
        for each in questions_of(letter)
    ]
    for each in held(asked, text):
        assert each.sentence
        assert 0 < each.confidence <= 1
        assert each.question is None or 0 <= each.question < len(asked)
        assert each.start is None or (each.end is not None and 0 <= each.start <= each.end <= len(text))


WORDS = st.lists(st.sampled_from(["officers", "schools", "vehicles", "dogs", "overtime", "drones", "cameras", "custody", "interpreters", "tasers"]), min_size=2, max_size=4, unique=True)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=2, max_size=5, unique_by=tuple))
def test_a_request_repeated_word_for_word_is_restated_as_it_was_asked(asked: list[list[str]]) -> None:
    questions = [f"How many {' and '.join(words)} did the force have?" for words in asked]
    text = reply(
        *(
            (f"{place}. {question}", f"There were {place + 40}.")
            for place, question in enumerate(questions, 1)
        )
    )
    assert held(request(*questions), text) == ()


@given(st.text(max_size=80), st.text(max_size=80))
def test_likeness_is_mutual_and_a_text_is_like_itself(one: str, other: str) -> None:
    assert abs(likeness(one, other) - likeness(other, one)) < 0.35
    assert likeness(one, one) in {0.0, 1.0}
    assert 0 <= likeness(one, other) <= 1
