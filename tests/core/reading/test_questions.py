"""Questions in the ways people label them, and what in a request is no question."""

from __future__ import annotations

import pytest

from requests_app.core.reading import questions_of, read_reply

LABELS = {
    "1. How many?\n2. Which ones?": ["1", "2"],
    "1) How many?\n2) Which ones?": ["1)", "2)"],
    "(1) How many are there?\n(2) Which ones are new?": ["(1)", "(2)"],
    "(1.) How many are there?\n(2.) Which ones are new?": ["(1.)", "(2.)"],
    "1 - How many?\n2 - Which ones?": ["1 -", "2 -"],
    "1- How many?\n5 - Which ones?\n": ["1-"],
    "1/ How many?\n2/ Which ones?": ["1/", "2/"],
    "1.How many?\n2.Which ones?": ["1", "2"],
    "1.        How many?\n2.        Which ones?": ["1", "2"],
    "Q1 How many?\nQ2 Which ones?": ["Q1", "Q2"],
    "Q1. How many?\nQ2. Which ones?": ["Q1", "Q2"],
    "Q1) How many?\nQ2) Which ones?": ["Q1", "Q2"],
    "Q1 - How many?\nQ2 - Which ones?": ["Q1", "Q2"],
    "A) How many?\nB) Which ones?": ["A", "B"],
    "Question 1 How many?\nQuestion 2 Which ones?": ["Question 1", "Question 2"],
    "Question 1. How many?\nQuestion 2. Which ones?": ["Question 1", "Question 2"],
    "REQUEST 1: How many?\nREQUEST 2: Which ones?": ["REQUEST 1", "REQUEST 2"],
    "• How many?\n• Which ones?": ["•", "•"],
    "- How many?\n- Which ones?": ["-", "-"],
    "Please answer: 1. How many? 2. Which ones? 3. Why?": ["1", "2", "3"],
    "1. Provide all logs about me 2. Provide all video 3. Explain the stop": ["1", "2", "3"],
    "How many are there?\nWhich ones are new?": ["", ""],
    '"a) a copy of the report\nb) a copy of the reply"': ["a)", "b)"],
}  # fmt: skip


@pytest.mark.parametrize("letter", LABELS)
def test_labels_are_read_as_printed(letter: str) -> None:
    assert [question.label for question in questions_of(letter)] == LABELS[letter]


PARTS = {
    "1. Of these, how many:\na. were constables\nb. were sergeants\n2. Why?": [["a", "b"], []],
    "1. How many children were (a) suspended, and (b) excluded?\n2. Why?": [["(a)", "(b)"], []],
    "1. Please state how many i) under 10s, ii) 10-13 and iii) 14-17 year olds there were": [["i)", "ii)", "iii)"]],
    "1. Spend on agency staff in 2023-24, b) the cap, and c) the cap for 2024-25": [["b)", "c)"]],
    "1. a) How many were suspended\nb) By rank\nc) For how long\n2. Why?": [["a)", "b)", "c)"], []],
    "1. How many vehicles are there?\n  1. cars\n  2. vans\n  3. lorries\n2. How many are electric?": [["1", "2", "3"], []],
    "How often was a search carried out in 2022?\nFor every one please list:\n- sex\n- age\n- result": [["-", "-", "-"]],
    "Has anybody consulted any of the listed:\nGovernors\nParents\nPupils": [["", "", ""]],
    "1. How many dogs were handled in each period?\nFrom 1 October to 31 December 2013\nFrom 1 January to 31 March 2014\n"
    "2. How many of them did you\na) return\nb) sell": [[], ["a)", "b)"]],
    "I ask for data:\n- For five years\n- Out of the custody database\nPlease send it as a spreadsheet.\n"
    "For each person the variables are:\n(1) Year.\n(2) Sex.\n(3) Age band.": [["(1)", "(2)", "(3)"]],
}  # fmt: skip


@pytest.mark.parametrize("letter", PARTS)
def test_parts_belong_to_their_question(letter: str) -> None:
    assert [[part.label for part in question.parts] for question in questions_of(letter)] == PARTS[letter]


COURTESIES = [
    "Please send the reply as a spreadsheet in Excel format.",
    "Please note that I ask about officers and not about staff.",
    "If this request exceeds the cost limit, please let me know how to refine it.",
    "To be clear, I am not asking about restricted duties.",
    "I look forward to hearing from you.",
    "Please use the layout of the linked example for 2020 and 2021?",
    "I want to study how search rates vary with age.",
    "Thank you for your help.",
    "You replied to the same request in 2019.",
]


@pytest.mark.parametrize("courtesy", COURTESIES)
def test_form_scope_and_manners_are_no_questions(courtesy: str) -> None:
    letter = f"Dear Council,\n1. How many are there?\n2. Why is that so?\n\n{courtesy}\n\nYours faithfully,\nA Person"
    assert [question.label for question in questions_of(letter)] == ["1", "2"]


def test_what_depends_on_a_question_stays_with_it() -> None:
    letter = (
        "1. Will more be added?\n2. Were these groups consulted?\n\nIf they were, give details and minutes."
    )
    assert [q.text for q in questions_of(letter)][1].endswith("If they were, give details and minutes.")


def test_an_unlabelled_question_after_the_list_is_one_more() -> None:
    letter = "1. How many?\n2. Which ones?\n\nAlso, under section 16, please say how this is recorded."
    assert [question.label for question in questions_of(letter)] == ["1", "2", ""]


def test_lines_that_a_mail_program_wrapped_are_one_question() -> None:
    letter = (
        "Dear Council,\nI am writing to you about the parking permits which were\nissued in our road and should like to learn from\n"
        "you some of the following things about those permits:\n\n1) How many resident parking permits have been issued to the\n"
        "Residents Association of Harcourt Road in each year since\n2019\n2) How many were refused\n"
    )
    texts = [question.text for question in questions_of(letter)]
    assert texts[0].endswith("in each year since 2019")
    assert texts[1] == "How many were refused"


def test_lines_of_a_page_are_each_a_question() -> None:
    page = "Request\nThe number of searches carried out in 2018 by ethnicity\nThe number that led to an arrest\nResponse\nSee attached."
    assert [q.text for q in read_reply(page).questions] == [
        "The number of searches carried out in 2018 by ethnicity",
        "The number that led to an arrest",
    ]


def test_a_polite_request_is_a_request() -> None:
    letter = "I would be grateful if you could provide me with copies of all submissions to the Minister."
    assert len(questions_of(letter)) == 1


def test_a_request_in_unknown_words_is_taken_whole_where_it_is_announced() -> None:
    reading = read_reply(
        "I note you seek access to the following information:\nThose blue files from the cellar, all nine.\n"
    )
    assert [q.text for q in reading.questions] == ["Those blue files from the cellar, all nine."]


def test_notes_under_a_table_are_no_questions() -> None:
    text = (
        "Please give exclusions for the last three years:\n\n• How many pupils were excluded\n\n2016/17 2017/18 2018/19 *\n\n"
        "Notes: (1) Some more than once (2) Page 4 explains the asterisks\n\n• Please also give the reason for each\n"
    )
    assert [question.label for question in read_reply(text).questions] == ["•", "•"]


def test_a_request_given_twice_is_read_once() -> None:
    text = (
        "Request ID: FOI-0451-2223\nYou asked\n1. How many complaints?\n2. Any reports?\nWe answered\nTfL Ref: FOI-0451-2223\n"
        "Specifically you asked the following:\n1. How many complaints?\n2. Any reports?\nI can confirm that we hold it.\n1. 56\n2. Attached.\n"
    )
    assert [question.label for question in read_reply(text).questions] == ["1", "2"]


def test_two_cases_answered_together_are_labelled_by_their_references() -> None:
    text = (
        "Request ID: FOI-0539-2122\nYou asked\nPlease may we have the minutes.\nWe answered\nSpecifically you asked the following:\n"
        "Case ref FOI-0539-2122\nPlease may we have the minutes.\nCase ref FOI-0575-2122\nCould you send the letters?\nI can confirm that we hold them."
    )
    assert [question.label for question in read_reply(text).questions] == ["FOI-0539-2122", "FOI-0575-2122"]


def test_the_requesters_own_letter_wins_over_a_quotation_with_answers_between() -> None:
    text = (
        "[outgoing 2024-03-04]\nDear Northshire Council,\nPlease provide for 2023:\n- The number of reports received\n- How much was spent\n"
        "Yours faithfully,\nA Person\n\n[incoming 2024-03-28]\nDear A Person,\nPlease find Northshire Council's response to your request set out\nbelow:\n"
        "- The number of reports received\n12,345\n- How much was spent\nWe do not hold this information.\nKind Regards,\n"
    )
    reading = read_reply(text)
    assert [question.text for question in reading.questions] == [
        "The number of reports received",
        "How much was spent",
    ]
    assert list(reading.per_question_outcomes.values()) == ["disclosed", "not held"]


def test_a_quoted_original_below_the_reply_is_the_request() -> None:
    text = (
        "Dear A Person,\nOur reference: FOI/440/2015\nPlease see our answers below.\n1) 45\n2) We do not hold this information.\nRegards\nFOI Officer\n\n"
        "-----Original Message-----\nFrom: A Person\nSent: 12 May 2015 10:00\nTo: FOI\nDear Northshire Council,\n1) How many licences are in force?\n"
        "2) How many drivers had points?\nYours faithfully,\n"
    )
    reading = read_reply(text)
    assert [question.text for question in reading.questions] == [
        "How many licences are in force?",
        "How many drivers had points?",
    ]
    assert reading.per_question_outcomes == {"1": "disclosed", "2": "not held"}


def test_a_row_of_a_disclosure_log_is_a_request_with_a_status() -> None:
    row = (
        "Reference,Received,Service,Request,Status,Date Logged,Date closed,\n"
        '2477396,29/01/2015,Roads,"1- How many potholes?\n2- What did they cost?\n",Information not held,03/02/2015,25/02/2015,\n'
    )
    reading = read_reply(row)
    assert (reading.reference, str(reading.date_received), str(reading.date_responded)) == (
        "2477396",
        "2015-01-29",
        "2015-02-25",
    )
    assert [question.label for question in reading.questions] == ["1-", "2-"]
    assert (reading.decision, reading.decision_explicit, reading.answers) == ("not held", True, ())
