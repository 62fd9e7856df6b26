"""Every finding is marked where it stands, beside the field it belongs to, and what is unsure is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from requests_app.core.reading.records import (
    AnswerRead,
    Finding,
    KindRead,
    PartRead,
    QuestionRead,
    ReplyReading,
    TableRead,
)
from requests_app.core.states import MessageKind, Outcome
from requests_app.queries.reading_marks import FACT, SAID, Found, Mark, Places, excerpt, folds_of, marks_of

TEXT = "Our ref: 7/26. You asked: 1. How many? (a) by rank. We hold 14, section 31(1) aside. Two tables."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def finding(what: str, words: str, confidence: float = 0.9) -> Finding:
    return Finding(what, words, *at(words), confidence)


def by_label(reading: ReplyReading, places: Places | None = None, *more: Found) -> dict[str, Mark]:
    return {mark.label: mark for mark in marks_of(reading, TEXT, places or Places(), more)}


ANSWER = AnswerRead(
    "1", "", Outcome.DISCLOSED, "We hold 14", (), *at("We hold 14, section 31(1) aside."), 0.9
)
QUESTION = QuestionRead(
    "1", "How many?", (PartRead("(a)", "by rank", *at("(a) by rank")),), *at("1. How many?")
)
REPLY = ReplyReading(
    questions=(QUESTION,),
    answers=(ANSWER,),
    tables=(TableRead("", ("a", "b"), (("x", "1"),), start=at("Two tables")[0], end=len(TEXT)),),
    findings=(
        finding("reference", "7/26"),
        finding("exemption", "31(1)"),
        finding("decision", "We hold", 0.4),
        finding("nothing anybody knows", "aside"),
    ),
    kind=KindRead(
        MessageKind.REPLY, 0.9, (finding("reply", "We hold 14", 0.3), finding("reply", "Two tables"))
    ),
)
OURS = Places({0: "q5"}, {(0, 0): "q6"}, {0: "q5"})


def test_marks_are_numbered_in_the_order_of_the_text_and_lead_to_their_fields() -> None:
    marks = marks_of(REPLY, TEXT, OURS)
    assert [mark.number for mark in marks] == list(range(1, len(marks) + 1))
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    targets = {mark.label: mark.targets for mark in marks}
    assert targets == {
        "Reference": ("reference",),
        "Question 1": ("q5",),
        "Part (a)": ("q6",),
        "Answer 1": ("q5",),
        "Decision": ("decision",),
        "Kind": ("kind",),
        "Ground": ("q5",),
        "Table 1": ("table-1",),
    }


def test_what_is_read_below_the_threshold_is_asked_about() -> None:
    marks = by_label(REPLY)
    assert (marks["Decision"].unsure, marks["Decision"].question) == (True, "Is this what they decided?")
    assert not marks["Reference"].unsure
    assert marks["Answer 1"].question == "Is this the answer to 1?"


def test_what_belongs_to_no_question_of_ours_has_a_place_all_the_same() -> None:
    marks = by_label(REPLY)
    assert marks["Question 1"].targets == ("restated",)
    assert marks["Answer 1"].targets == ("others",)
    outside = replace(REPLY, answers=())
    assert by_label(outside)["Ground"].targets == ("grounds",)


def test_one_answer_to_two_questions_is_one_mark_that_leads_to_both() -> None:
    joint = replace(REPLY, answers=(ANSWER, replace(ANSWER, label="2")))
    mark = by_label(joint, Places(answers={0: "q5", 1: "q7"}))["Answer 1, 2"]
    assert mark.targets == ("q5", "q7")


def test_silence_stands_nowhere() -> None:
    silent = replace(ANSWER, outcome=Outcome.UNANSWERED)
    assert "Answer 1" not in by_label(replace(REPLY, answers=(silent,)))
    nowhere = replace(ANSWER, start=None, end=None)
    assert "Answer 1" not in by_label(replace(REPLY, answers=(nowhere,)))


def test_questions_and_parts_whose_place_is_not_known_are_left_out() -> None:
    unplaced = QuestionRead("", "How many?", (PartRead("", "by rank"),))
    assert not {"Question 1", "Part 1"} & set(by_label(replace(REPLY, questions=(unplaced,))))


@pytest.mark.parametrize(
    ("label", "expected"), [("", "Question 1"), ("Q1", "Question Q1"), ("Question 4", "Question 4")]
)
def test_a_question_is_called_by_its_own_label(label: str, expected: str) -> None:
    assert expected in by_label(replace(REPLY, questions=(replace(QUESTION, label=label, parts=()),)))


def test_a_message_that_answers_nothing_shows_what_its_kind_says_and_each_thing_once() -> None:
    kind = KindRead(
        MessageKind.ACKNOWLEDGEMENT,
        0.9,
        (finding("acknowledgement", "Our ref"),),
        (finding("reference", "7/26"), finding("promised_on", "Two tables"), Finding("asked", "", 0, 0, 0.9)),
    )
    marks = marks_of(ReplyReading(findings=(finding("reference", "7/26"),), kind=kind), TEXT, Places())
    assert [(mark.label, mark.targets[0]) for mark in marks] == [
        ("Kind", "kind"),
        ("Reference", "reference"),
        ("Promised", "promised"),
    ]


def test_what_was_found_beside_the_reading_is_marked_too() -> None:
    more = Found(*at("14"), "Contradiction", SAID, "table-1", 0.5, "Is it so?")
    mark = by_label(REPLY, OURS, more)["Contradiction"]
    assert (mark.targets, mark.unsure, mark.text) == (("table-1",), True, "14")


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (5, 2), (0, 10_000)])
def test_a_place_outside_the_text_is_no_place(span: tuple[int, int]) -> None:
    assert marks_of(ReplyReading(), TEXT, Places(), [Found(*span, "Date", FACT, "issued", 0.9)]) == []


def test_a_passage_is_quoted_on_one_line_and_cut_between_words() -> None:
    assert excerpt("One\n two", 0, 8) == "One two"
    long = "word " * 100
    assert excerpt(long, 0, len(long)).endswith("word…")
    assert len(excerpt(long, 0, len(long))) <= 121


def test_what_is_set_apart_is_folded_once_and_joined_where_nothing_stands_between() -> None:
    text = "menu\n\nmore menu\nDear Alex\nYours\n> quoted"
    findings = [
        Finding("furniture", "", 0, 4, 0.9),
        Finding("furniture", "", 6, 15, 0.9),
        Finding("signature", "", 26, 35, 0.9),
        Finding("quoted", "", 32, len(text), 0.9),
        Finding("reference", "", 0, 4, 0.9),
        Finding("header", "", 50, 60, 0.9),
    ]
    folds = [(fold.start, fold.end, fold.label) for fold in folds_of(findings, text)]
    assert folds == [(0, 15, "Page furniture"), (26, 35, "Signature"), (35, len(text), "Quoted letter")]
