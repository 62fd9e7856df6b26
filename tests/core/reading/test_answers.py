"""Which words answer which question, what became of it, and the decision on the whole."""

from __future__ import annotations

import pytest

from requests_app.core.reading import read_reply
from requests_app.core.reading.outcomes import outcome_of
from requests_app.core.states import Decision, Outcome

ANSWERS = {
    "There are 412.": Outcome.DISCLOSED,
    "Please see attached leaflet.": Outcome.DISCLOSED,
    "No": Outcome.DISCLOSED,
    "0": Outcome.DISCLOSED,
    "": Outcome.UNANSWERED,
    "We await the publication of the plan.": Outcome.UNANSWERED,
    "To be confirmed": Outcome.UNANSWERED,
    "We do not hold this information.": Outcome.NOT_HELD,
    "The Council does not hold or collate the information.": Outcome.NOT_HELD,
    "No information held. On that day none was.": Outcome.NOT_HELD,
    "As a result, we do not have a figure for the costs incurred.": Outcome.NOT_HELD,
    "This is formal notice under section 17(1) of FOISA that we do not have it.": Outcome.NOT_HELD,
    "This information is exempt from disclosure under Section 43(2).": Outcome.REFUSED,
    "We are refusing your request under Regulation 12(4)(b).": Outcome.REFUSED,
    "Your request is deemed to be vexatious.": Outcome.REFUSED,
    "It is already reasonably accessible to you by other means.": Outcome.REFUSED,
    "We can neither confirm nor deny that it is held.": Outcome.NCND,
    "To answer would exceed the appropriate limit of £450.": Outcome.COST_LIMIT,
    "It is not held in a readily retrievable format.": Outcome.COST_LIMIT,
    "We estimate that this would take more than 18 hours.": Outcome.COST_LIMIT,
    "The minutes are attached; names have been redacted under section 40(2).": Outcome.DISCLOSED_IN_PART,
    "It is not possible to provide the information in the detail requested.": Outcome.DISCLOSED_IN_PART,
    "2020 2021 2022\n7,069 8,275 8,726\nWe are refusing your request under Regulation 12(4)(b) for the rest.": Outcome.DISCLOSED_IN_PART,
    "This question falls under normal business, and is not dealt with under FOIA.": Outcome.NOT_FOI,
    "This is normal business, but no we did not.": Outcome.NOT_FOI,
    "The spend was £412,660. An opinion on it is not a request for recorded information.": Outcome.DISCLOSED,
    "Section 43": Outcome.REFUSED,
    "Section 12(1).": Outcome.COST_LIMIT,
    "We cannot say without opening each file.": Outcome.COST_LIMIT,
    "We are not able to confirm this within the 18 hours allowed.": Outcome.COST_LIMIT,
    "Dog on four occasions (Barton 3). The reasons could not be given within the 18 hours allowed.": Outcome.DISCLOSED_IN_PART,
    "There are 2,809 crimes. To read each would exceed the appropriate limit.": Outcome.COST_LIMIT,
    "It cannot be disclosed in whole for the following reasons.": Outcome.DISCLOSED_IN_PART,
    "We do not therefore hold a count of them.": Outcome.NOT_HELD,
    "It is on our jobs page and is therefore exempt under section 21.": Outcome.REFUSED,
    "Month      Crimes      Cars\nNot recorded       2          1": Outcome.DISCLOSED,
}  # fmt: skip


@pytest.mark.parametrize("text", ANSWERS)
def test_the_outcome_of_an_answer(text: str) -> None:
    assert outcome_of(text) is ANSWERS[text]


ASKED = "I note you seek access to the following information:\n1. How many officers are there?\n2. What do they cost each year?\n3. Which schools have one?\n"


def outcomes(reply: str, asked: str = ASKED) -> dict[str, str]:
    return {key: value.value for key, value in read_reply(asked + reply).per_question_outcomes.items()}


REPLIES = {
    "Our response\n1. 45\n2. We do not hold this information.\n3. All are exempt under section 31(1)(a).\n": ["disclosed", "not held", "refused"],
    "Our response\nQ1 - How many officers are there?\n45\nQ2 - What do they cost each year?\n£3,000\nQ3 - Which schools have one?\nSee above answer.\n": [
        "disclosed",
        "disclosed",
        "disclosed",
    ],
    "Our response\nAnswer 1\n45\nAnswers 2 & 3\nWe can neither confirm nor deny that we hold this.\n": ["disclosed", "NCND", "NCND"],
    "Our response\nAs to question 2, we do not hold the cost.\nIn relation to questions 1 and 3, see the attached list.\n": [
        "disclosed",
        "not held",
        "disclosed",
    ],
    "Our response\nHow many officers are there?\n45\nWhat do they cost each year?\nNot held.\nWhich schools have one?\nAbbey and Mill.\n": [
        "disclosed",
        "not held",
        "disclosed",
    ],
    "Our response\n1. We do not hold this.\n2. As above.\n3. See Q1.\n": ["not held", "not held", "not held"],
    "Our response\n1. 45\n": ["disclosed", "unanswered", "unanswered"],
    "Our response\nI estimate that to answer would exceed the appropriate limit of 18 hours.\n": ["cost limit", "cost limit", "cost limit"],
}  # fmt: skip


@pytest.mark.parametrize("reply", REPLIES)
def test_answers_find_their_questions(reply: str) -> None:
    assert list(outcomes(reply).values()) == REPLIES[reply]


def test_the_last_answer_that_lost_its_label_is_told_by_its_formula() -> None:
    asked = "You asked:\n1. How many schools have one?\n2. And will there be more?\n"
    reply = "In Response:\n1. I rely on Section 21 since you can reach this by other means.\n\nNo information held. On that day none was.\n"
    assert outcomes(reply, asked) == {"1": "refused", "2": "not held"}


def test_parts_answered_under_headings_of_their_own_have_their_own_outcomes() -> None:
    asked = "I note you seek access to the following information:\n1. The number of crimes, please, broken down:\n   a. For each year\n   b. By nature\n   c. By outcome\n"
    reply = "I have today decided to disclose the located information to you in full.\nQuestion 1a.\n635\nQuestions 1b and 1c.\nSee the attached.\n"
    assert outcomes(reply, asked) == {"1a": "disclosed", "1b": "disclosed", "1c": "disclosed"}


def test_parts_answered_below_their_question_make_one_outcome() -> None:
    text = "1. How many were (a) suspended, and (b) excluded?\na) 13 pupils.\nb) 1 pupil.\n2. Who were the victims?\nWe do not hold this information.\n"
    assert read_reply(text).per_question_outcomes == {"1": "disclosed", "2": "not held"}


def test_an_answer_on_the_questions_own_line_is_read() -> None:
    text = "Please find our response to each question below.\nQ1 How many complaints were received?   213\nQ2 How many prosecutions?    None\n"
    reading = read_reply(text)
    assert [answer.text for answer in reading.answers] == ["213", "None"]
    assert reading.questions[0].text == "How many complaints were received?"


def test_outcomes_given_up_front_by_number_are_the_questions() -> None:
    text = (
        "Your request for information has now been considered.\nWe consider that the information in relation to Request numbers 2 and 3 is exempt by virtue of Section 21.\n"
        "Request 1\nHow many are open?\nAnswer 1\n325\nRequest 2\nWhere are they?\nRequest 3\nWhen will they be done?\n"
    )
    assert list(read_reply(text).per_question_outcomes.values()) == ["disclosed", "refused", "refused"]


def test_answers_say_where_they_stand() -> None:
    text = ASKED + "Our response\n1. 45\n2. £3,000\n3. Abbey\n"
    for answer in read_reply(text).answers:
        assert answer.start is not None
        assert text[answer.start : answer.end] == answer.text


DECISIONS = {
    "I have today decided to disclose the located information to you in full.": (Decision.IN_FULL, True),
    "The decision has been taken to disclose the located information to you in full.": (Decision.IN_FULL, True),
    "I have today decided to disclose some of the requested information. Some data has been withheld": (Decision.IN_PART, True),
    "I enclose a copy of some of the information you requested.": (Decision.IN_PART, True),
    "I can confirm that the information you have requested is held in part.": (Decision.IN_PART, True),
    "I have concluded that your requests are vexatious under Section 14(1) of the Act.": (Decision.REFUSED, True),
    "Northshire does not hold the information you have requested.": (Decision.NOT_HELD, True),
    "The cost of complying with your request would exceed the appropriate limit.": (Decision.COST_LIMIT, True),
    "I can neither confirm nor deny that the information you requested is held.": (Decision.NCND, True),
    "There are 45 officers in 12 schools and they cost nothing.": (Decision.IN_FULL, False),
    "1. 45\n2. We do not hold this.\n3. Abbey": (Decision.MIXED, True),
    "I have today decided to disclose this in part. Point 3 is refused.": (Decision.IN_PART, True),
    "The information is held, however it cannot be disclosed in whole.": (Decision.IN_PART, True),
    "We have decided to disclose Questions 1 and 2 in full.\n1. 45\n2. £3\n3. It is exempt under section 31(1).": (Decision.MIXED, True),
    "We hold some of the information.\n1. 45\n2. We do not hold this.\n3. It is exempt under section 31(1).": (Decision.MIXED, True),
    "Question 2 exceeds the limit of section 12 and the whole of the request is therefore refused.": (Decision.COST_LIMIT, True),
}  # fmt: skip


@pytest.mark.parametrize("reply", DECISIONS)
def test_the_decision_is_written_down_or_inferred_and_says_which(reply: str) -> None:
    reading = read_reply(ASKED + "Our response\n" + reply)
    assert (reading.decision, reading.decision_explicit) == DECISIONS[reply]


def test_a_request_without_reply_has_no_decision() -> None:
    reading = read_reply(ASKED)
    assert (reading.decision, reading.decision_explicit, reading.answers) == (None, False, ())
