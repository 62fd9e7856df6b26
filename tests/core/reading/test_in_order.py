"""Answers without labels: told by the order of the questions, by the words only one of them uses, and by nothing else."""

from __future__ import annotations

import pytest

from requests_app.core.reading import read_reply
from requests_app.core.reading.in_order import in_order
from requests_app.core.reading.lines import Line
from requests_app.core.reading.topics import Topics

ASKED = """You asked

How many swimming lessons did the Council pay for last year?

What did the new minibuses cost?

Which company repairs the playground?

Our response

"""


def outcomes(text: str) -> list[str]:
    """What became of each question, in order."""
    return [answer.outcome.value for answer in read_reply(text).answers]


def lines(*texts: str) -> list[list[Line]]:
    """Paragraphs of one line each."""
    return [[Line(text, 0, len(text))] for text in texts]


TOPICS = Topics(["swimming lessons paid for", "cost of new minibuses", "company that repairs the playground"])


def test_paragraphs_that_use_the_words_of_the_questions_answer_them_in_order() -> None:
    found = in_order(
        lines(
            "We are glad to help.",
            "Swimming: 4,100.",
            "The minibuses were 62,000.",
            "And more.",
            "Playground: Bloggs.",
        ),
        TOPICS,
        [None] * 5,
    )
    assert found is not None
    assert [[line.text for line in answer] for answer in found] == [
        ["Swimming: 4,100."],
        ["The minibuses were 62,000.", "And more."],
        ["Playground: Bloggs."],
    ]


def test_as_many_paragraphs_as_questions_answer_one_each_though_one_uses_no_word_of_its_question() -> None:
    found = in_order(lines("4,100 lessons.", "About 62,000.", "Playground: Bloggs."), TOPICS, [None] * 3)
    assert found is not None
    assert [answer[0].text for answer in found] == ["4,100 lessons.", "About 62,000.", "Playground: Bloggs."]


@pytest.mark.parametrize(
    "texts",
    [
        ("The playground is repaired by Bloggs.", "The minibuses were 62,000.", "Swimming lessons: 4,100."),
        ("We hold this.", "It is with the team.", "They will write."),
        ("Swimming: 4,100.", "The minibuses were 62,000."),
        ("One.", "Two.", "Three.", "Four."),
    ],
)
def test_paragraphs_in_another_order_or_about_nothing_asked_are_not_shared_out(
    texts: tuple[str, ...],
) -> None:
    assert in_order(lines(*texts), TOPICS, [None] * len(texts)) is None


def test_a_paragraph_that_names_a_question_answers_it_whatever_words_it_uses() -> None:
    found = in_order(lines("Swimming: 4,100.", "It was 62,000.", "Bloggs."), TOPICS, [None, 1, 2])
    assert found is not None
    assert found[1][0].text == "It was 62,000."


def test_unlabelled_answers_below_a_response_heading_go_to_their_questions() -> None:
    text = (
        ASKED
        + "4,100 lessons were paid for.\n\nThe cost is exempt under section 43(2) of the Act.\n\nWe do not hold the name of the company.\n"
    )
    assert outcomes(text) == ["disclosed", "refused", "not held"]


def test_a_request_quoted_again_below_the_response_heading_is_no_list_of_answers() -> None:
    asked = ASKED.split("Our response")[0]
    quoted = asked.removeprefix("You asked\n\n")
    text = (
        f"{asked}We answered\n\nThank you. You asked:\n\n{quoted}"
        "4,100 swimming lessons were paid for.\n\nThe minibuses were 62,000.\n\nWe hold no name of a company for the playground.\n"
    )
    assert outcomes(text) == ["disclosed", "disclosed", "not held"]


def test_reasons_below_a_refusal_of_the_whole_are_no_answers() -> None:
    text = ASKED + (
        "The Council neither confirms nor denies that it holds the information you requested, by virtue of section 31(3).\n\n"
        "To say how many swimming lessons there are would be likely to help those who prey on children. The exemption applies.\n"
    )
    assert outcomes(text) == ["NCND", "NCND", "NCND"]


PARTS = """You requested the following:

1. How many fines were (a) paid and (b) appealed?

2. A list of the streets.

Response:

1. a) 742 were paid.

   b) We do not hold this information.

2. See the attached list.
"""


def test_parts_answered_differently_under_their_letters_are_answers_of_their_own() -> None:
    answers = read_reply(PARTS).per_question_outcomes
    assert {key: value.value for key, value in answers.items()} == {
        "1a": "disclosed",
        "1b": "not held",
        "2": "disclosed",
    }


def test_parts_answered_alike_are_one_answer() -> None:
    answers = read_reply(
        PARTS.replace("We do not hold this information.", "31 were appealed.")
    ).per_question_outcomes
    assert {key: value.value for key, value in answers.items()} == {"1": "disclosed", "2": "disclosed"}


def test_a_label_lost_between_two_others_is_found_by_the_formula_that_begins_there() -> None:
    text = (
        "You asked:\n\n1. How many?\n2. How old is the youngest?\n3. Are they ill?\n4. Who are they?\n\nIn Response:\n\n"
        "1 & 2. 61, youngest 13.\n\nNo information held. There is no flag.\n\n4. The names are exempt under section 40(2).\n"
    )
    assert outcomes(text)[:3] == ["disclosed", "disclosed", "not held"]


def test_names_withheld_where_names_were_asked_for_are_refused_and_elsewhere_given_in_part() -> None:
    text = "You asked:\n\n1. {}\n2. How many are there?\n\nResponse\n\n1. The names are exempt under section 40(2).\n\n2. Six.\n"
    assert outcomes(text.format("The names of the officers."))[0] == "refused"
    assert outcomes(text.format("The letter of 3 May."))[0] == "disclosed in part"


def test_a_row_of_counts_called_not_recorded_is_no_refusal() -> None:
    text = (
        "You asked:\n\n1. How many crimes by month?\n2. How many cars?\n\nResponse\n\n"
        "1. Month      Crimes      Cars\nJanuary           14          3\nNot recorded       2          1\n\n2. Four.\n"
    )
    assert outcomes(text) == ["disclosed", "disclosed"]


def test_part_1_of_an_act_is_no_part_of_the_request() -> None:
    text = (
        ASKED
        + "4,100.\n\nTwo are licensed under Part 1 of the Vehicles (Crime) Act 2001 and the minibuses cost 5,000.\n\nBloggs repairs it.\n"
    )
    assert [answer.text[:5] for answer in read_reply(text).answers] == ["4,100", "Two a", "Blogg"]
