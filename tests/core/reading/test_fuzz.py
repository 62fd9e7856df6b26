"""Any text gives a reading: whatever is pasted, nothing is raised and nothing takes for ever."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from requests_app.core.reading import questions_of, read_reply, reading_to_json

PIECES = st.sampled_from(
    [
        "Dear Sir", "Yours sincerely", "1. How many?", "1) What", "2) Which", "Q1 - ", "QA -", "(a) one (b) two", "i) x, ii) y", "• item",
        "- item", "You asked", "In Response:", "Response", "Request 1", "Answers 2 & 3", "Clarification:", "Clarification sought",
        "Section 40(2)", "Regulation 12(4)(b)", "s.12", "exempt under section 21 & 22", "We do not hold", "neither confirm nor deny",
        "| a | 1 |", "a | b |", "2019 2020 2021", "Total 1 2 3", "label      12     13", "01.FOI.22.024173", "FOI / 1680", "Our Ref: 4415",
        "[incoming 2023-02-30]", "[outgoing 2023-01-01]", "From: x", "Sent: y", "> quoted", "Date: 31/02/2020", "12.01.17", "2021: (June)",
        "Abbreviations:", "AB - Alpha Beta", "Alpha Beta (AB)", "as above", "Reference,Received,Request,Status,Date closed", '1,2,"x', "\u202e", "\x00", "\ufeff", "\xa0", "\ud800",
    ]
)  # fmt: skip
ODD = st.one_of(PIECES, st.text(max_size=40))
TEXTS = st.lists(
    st.tuples(ODD, st.sampled_from(["\n", " ", "\n\n", "\r\n", "\f", "   ", ""])), max_size=40
).map(lambda pairs: "".join(part for pair in pairs for part in pair))


@settings(max_examples=150)
@given(TEXTS)
def test_any_text_gives_a_reading(text: str) -> None:
    reading = read_reply(text)
    json.dumps(reading_to_json(reading))
    for finding in reading.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
    for answer in reading.answers:
        assert answer.start is None or (
            answer.end is not None and 0 <= answer.start <= answer.end <= len(text)
        )


@settings(max_examples=60)
@given(TEXTS)
def test_any_letter_gives_its_questions(text: str) -> None:
    for question in questions_of(text):
        assert question.text or question.parts


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_any_characters_give_a_reading(text: str) -> None:
    read_reply(text)


@settings(max_examples=40)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read_reply(text) == read_reply(text)


HOSTILE = {
    "one letter": "a" * 50_000,
    "one word": "the word " * 20_000,
    "brackets": "(" * 50_000,
    "sections": "section 40(2) and " * 5_000,
    "subsections": "section 40" + "(2)" * 15_000,
    "bars": "| a | 1 |\n" * 2_000,
    "years": "2019 2020 2021\n" * 2_000,
    "years that end in a word": ("2019 " * 70 + "word\n") * 200,
    "figures that end in a word": ("12 - " * 70 + "word\n") * 200,
    "roman parts": "(i) a (ii) b " * 4_000,
    "politeness": "also, in ab, " * 60 + "x\n",
    "headings": "Question\n1\nand\n2,\n" * 500,
    "leads": "your\nrequest\nof\nthe\nfor\n" * 500,
    "quotes": "\"'\u201c" * 20_000,
    "requests": "you asked for the " * 5_000,
    "received": "received by a b c " * 5_000,
    "initials": "Alpha Beta (AB) " * 5_000,
    "labels in a line": "1. a 2. b 3. c " * 5_000,
    "questions": "1. How many?\n" * 2_000,
    "headers": "From: a\nSent: b\n" * 2_000,
    "letters": "Dear x\nYours sincerely\n" * 2_000,
    "columns": ("x    " + "12    " * 8 + "\n") * 2_000,
    "a broken log": "Reference,Received,Request,Status,Date closed\n" + 'a,b,"' + "x" * 50_000,
    "nothing printable": "\x00\u202e\u200b" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_seconds(name: str) -> None:
    begun = time.process_time()
    read_reply(HOSTILE[name])
    assert time.process_time() - begun < 5


def test_what_lies_beyond_two_million_characters_is_not_read_and_said_so() -> None:
    reading = read_reply("Freedom of information request reference no: 01.FOI.22.024173\n" + " " * 2_000_001)
    assert reading.reference == "01.FOI.22.024173"
    assert any("very long" in warning for warning in reading.warnings)


def test_an_empty_text_says_that_there_is_nothing_to_read() -> None:
    assert read_reply(" \n ").warnings == ("There is no text to read.",)
    assert questions_of("") == ()
