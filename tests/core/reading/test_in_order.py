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


SPACED = """Request

You requested the following information:

How much has each office spent on taxis since it opened?

The criteria used to choose a firm; and any weighting

Advice given to the board by officials on taxis

Response

£4,100 was spent on taxis by each office.

The criteria are published and section 21 applies.

The advice to the board is withheld under section 36(2)(b)(i).
"""


def test_items_between_empty_lines_are_questions_though_they_do_not_ask() -> None:
    assert [question.text.split()[0] for question in read_reply(SPACED).questions] == ["How", "The", "Advice"]
    assert outcomes(SPACED) == ["disclosed", "refused", "refused"]


def test_1a_and_1b_with_a_response_each_are_questions_of_their_own() -> None:
    text = (
        "We have considered your request for the following information:\n\nQuestion 1a. How many repairs were reported?\n\n"
        "Our response:\n\n9,412\n\nQuestion 1b. How many of these were about damp?\n\nOur response:\n\nWe do not hold this.\n\n"
        "Question 2. What did they cost?\n\nOur response:\n\nSection 43(2) Commercial Interests\n\nThe contract will go to tender.\n"
    )
    answers = read_reply(text).per_question_outcomes
    assert [value.value for value in answers.values()] == ["disclosed", "not held", "refused"]
    assert [question.label for question in read_reply(text).questions] == [
        "Question 1a",
        "Question 1b",
        "Question 2",
    ]


def test_finally_alone_is_no_label() -> None:
    text = (
        "I note you seek access to the following information:\nPlease tell me how many officers were off work.\n"
        "Also, please tell me how many have left.\nFinally, please tell me what was spent on doctors.\n"
        "I have today decided to disclose the located information to you in full.\nSee attached.\n"
    )
    assert [(question.label, question.text[:7]) for question in read_reply(text).questions] == [
        ("", "Please "),
        ("", "Also, p"),
        ("", "Finally"),
    ]


def test_please_include_names_parts_of_what_was_asked() -> None:
    text = (
        "I note you seek access to the following information:\nPlease send details of each search since 2021.\nPlease include:\n"
        "\u2022 date\n\u2022 borough\n\u2022 age of the child\nI have today decided to disclose some of the requested information.\n"
    )
    (question,) = read_reply(text).questions
    assert [part.text for part in question.parts] == ["date", "borough", "age of the child"]


def test_bullets_further_in_or_of_another_form_are_parts() -> None:
    text = "Please send:\n\u2022 The number of meals\n\u2022 The contractor\n  \u25e6 Start date\n  \u25e6 End date\n\u2022 The waste\nResponse\nSee attached.\n"
    assert [len(question.parts) for question in read_reply(text).questions] == [0, 2, 0]
    text = "You asked:\n- how many there are\n- how many scans, split by:\n - year\n - borough\nResponse\nSee attached.\n"
    assert [len(question.parts) for question in read_reply(text).questions] == [0, 2]


def test_q1_and_q2_in_brackets_are_addressed_together_and_a_quarter_is_no_question() -> None:
    asked = "You asked:\n(1.) How many visits?\n(2.) How many arrests?\n(3.) Which addresses?\nResponse\n"
    reply = "(1.) and (3.) The table shows both.\nQuarter    Visits    Addresses\nQ1 2021      31      22\nQ2 2021      18      87\n(2.) We do not hold this.\n"
    assert outcomes(asked + reply) == ["disclosed", "not held", "disclosed"]


def test_a_sentence_in_another_answer_tells_what_became_of_a_question() -> None:
    text = (
        "You asked for -\n- The number of visits to farms in Powys\n- The draft plan on badgers\n- The advice given to the Minister\n"
        "Our response\nThe first of these is held by the Agency and not by us.\n"
        "We are withholding the draft plan on badgers under Section 22(1) of the Act. The advice is being withheld under Section 35(1)(a).\n"
    )
    assert outcomes(text) == ["not held", "refused", "refused"]


def test_age_bands_are_labels_of_rows_in_a_table_of_figures() -> None:
    text = (
        "Response\n\n      Age / Year           2021 2022 2023\n        Under 18            5   11    6\n"
        "         18 - 24           26   57   39\n         25 - 34            8   15   12\n          Total            39   83   57\n"
    )
    (table,) = read_reply(text).tables
    assert [row[0] for row in table.rows] == ["Under 18", "18 - 24", "25 - 34"]


def test_section_38_2_neither_confirms_under_foia_and_only_explains_in_scotland() -> None:
    text = "Response\nWe neither confirm nor deny this under Section 30(3) and Section 38(2) of the {}.\nThe rest is exempt under section 38(1).\n"
    assert "38(2)" in read_reply(text.format("Freedom of Information Act 2000")).exemptions
    assert "38(2)" not in read_reply(text.format("Freedom of Information (Scotland) Act 2002")).exemptions


def test_parts_answered_together_and_apart_under_one_number() -> None:
    text = (
        "You requested the following:\n\n2. For each year please provide:\n\n(a) the number rated 0\n\n(b) the number rated again\n\n(c) the name of each officer\n\n"
        "Response:\n\n2. (a) and (b) The figures are 31 and 12.\n\n(c) The names are exempt under Section 40(2).\n"
    )
    answers = read_reply(text).per_question_outcomes
    assert {key: value.value for key, value in answers.items()} == {
        "2a": "disclosed",
        "2b": "disclosed",
        "2c": "refused",
    }


def test_questions_run_on_in_one_line_with_q_before_their_numbers_are_told_apart() -> None:
    text = (
        "I note you seek access to the following information:\nQ1. How many drones are there? Q2. How often was one flown? Q3. What did they cost? Q4. Was any lost?\n"
        "I have today decided to disclose the located information to you in full.\n"
    )
    assert [question.label for question in read_reply(text).questions] == ["Q1", "Q2", "Q3", "Q4"]


def test_a_statute_told_is_the_ground_of_a_refusal_that_names_no_other() -> None:
    text = ASKED + (
        "The Council has decided to refuse your request.\n\nUnder section 14(1) of the Act an authority need not comply where a request is vexatious.\n"
    )
    assert read_reply(text).exemptions == ("14(1)",)
    given = (
        ASKED
        + "See the attached file.\n\nUnder section 14(1) of the Act an authority need not comply with some requests.\n"
    )
    assert read_reply(given).exemptions == ()


def test_labels_that_a_table_wraps_around_its_figures_say_nothing() -> None:
    text = (
        "You asked:\n\n1. How many thefts by make?\n2. How many e-scooters?\n\nResponse\n\nQ1\nMake           2021 2022 2023\nFord             96  104  121\n"
        "Other makes and\n                 61   72   69\nnot recorded\nTotal           157  176  190\nQ2\nWe do not hold this.\n"
    )
    assert outcomes(text) == ["disclosed", "not held"]


def test_answers_in_the_sentences_of_one_paragraph_go_to_their_questions() -> None:
    text = (
        "You asked:\n\nHow many staff are on the roster at each station?\n\nWhat would it cost to put one more person there?\n\nResponse\n\n"
        "The roster of staff at each station has 212 names. We do not hold a cost for one more person.\n"
    )
    assert outcomes(text) == ["disclosed", "not held"]


def test_hours_beyond_the_limit_are_a_refusal_on_cost_though_no_limit_is_named() -> None:
    text = "You asked:\n\n1. How many parents?\n2. How many schools?\n\nResponse\n\n1. At three minutes a record this would take approximately 463 hours.\n2. Six.\n"
    assert outcomes(text) == ["cost limit", "disclosed"]


def test_marks_before_quoted_lines_are_no_bullets() -> None:
    text = (
        "Dear Jo\n\nPlease find our response below.\n\nQ1. How many cases are there?\n\nThere are 14.\n\nQ2. What did they cost?\n\nWe do not hold this.\n\n"
        "Yours sincerely\nInformation Team\n\n-----Original Message-----\nFrom: Jo Smith\nSent: 6 October 2025 09:00\nTo: FOI\n\n"
        "> 1. How many cases are there?\n> 2. What did they\n> cost?\n>\n> I have looked at your publication scheme and did not find it there.\n> Thank you\n> Jo\n"
    )
    reading = read_reply(text)
    assert [question.text for question in reading.questions] == [
        "How many cases are there?",
        "What did they cost?",
    ]
    assert outcomes(text) == ["disclosed", "not held"]


def test_a_request_quoted_with_marks_is_read_without_them_where_it_stands_nowhere_else() -> None:
    text = (
        "Dear Jo\n\nPlease see our answers.\n\n1. There are 14.\n2. We do not hold this.\n\nYours sincerely\nInformation Team\n\n"
        "On 6 October 2025 Jo Smith wrote:\n> Dear Council\n>\n> 1. How many cases are there?\n> 2. What did they\n> cost?\n>\n> Yours faithfully\n> Jo\n"
    )
    assert [question.label for question in read_reply(text).questions] == ["1", "2"]
    assert outcomes(text) == ["disclosed", "not held"]
