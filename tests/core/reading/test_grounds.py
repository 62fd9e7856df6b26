"""Grounds relied on apart from sections merely mentioned, clarifications, abbreviations, furniture."""

from __future__ import annotations

import pytest

from requests_app.core.reading import read_reply

ASKED = "I note you seek access to the following information:\n1. How many officers are there under section 106 agreements?\n"

GROUNDS = {
    "serves as a Refusal Notice under Section 17 of the Act by virtue of the following exemptions:\nSection 31(1)(a)(b) – Law Enforcement\n"
    "Section 40(2)(3)&(4) – Personal Information": ["31(1)(a)(b)", "40(2)(3)&(4)"],
    "The rest is exempt by virtue of Section 21 & 22.": ["21", "22"],
    "There are redactions under Section 25(1), Section 38(1)(a) and Section 30(b)(ii).": ["25(1)", "38(1)(a)", "30(b)(ii)"],
    "We are refusing your request under Regulation 12(4)(b) of the Environmental Information Regulations 2004.": ["Regulation 12(4)(b)"],
    "It is withheld under Regulation 12(4)(e) – internal communications, and Regulation 13, personal data.": ["Regulation 12(4)(e)", "Regulation 13"],
    "We rely on s.38(1)(b) of the Act.": ["38(1)(b)"],
    "S21 is therefore relevant.\nSection 21 (1) - Information accessible by other means": ["21 (1)"],
    "The cost would exceed the appropriate limit (FOIA, s.12). However, under Section 16 I must advise you.": ["12"],
    "We can neither confirm nor deny that we hold it by virtue of Section 23(5) and Section 40(5).": ["23(5)", "40(5)"],
    "Section 1 of the Act gives you a right. Section 17 requires a notice. Section 50 lets you complain.": [],
    "Under Section 12(1) authorities need not comply beyond the appropriate limit. It is exempt under section 21.": ["21"],
    "Fees are set under section 41 of the Local Government (Miscellaneous Provisions) Act 1982 and apply to all.": [],
    "There are 45 of them.": [],
}  # fmt: skip


@pytest.mark.parametrize("reply", GROUNDS)
def test_grounds_relied_on(reply: str) -> None:
    assert list(read_reply(f"{ASKED}Our response\n{reply}").exemptions) == GROUNDS[reply]


def test_a_section_named_by_the_requester_is_no_ground() -> None:
    text = "You asked\n1. Why was section 31 relied on to refuse this last year?\nWe said\n1. It was a mistake.\n"
    assert read_reply(text).exemptions == ()


def test_an_answer_carries_its_own_sections() -> None:
    text = "You asked\n1. How many?\n2. Who?\nWe said\n1. 45\n2. The names are exempt under section 40(2).\n"
    assert [answer.sections for answer in read_reply(text).answers] == [(), ("40(2)",)]


CLARIFIED = {
    "You asked\nPlease send the e-mails. Clarification: from April to June 2021.\nWe said\nAttached.": True,
    "Request 1\nMay I visit?\nClarification sought\nDo you mean the public?\nClarification Received\nYes.\nRequest 2\nHow many do?\n": True,
    "You asked\nHow many?\nWe said\n45. Please contact us for clarification.": False,
    "You asked\nHow many?\nWe said\nWe cannot answer without further clarification.": False,
    "Dear A Person,\nThank you for your clarification which we received on 06/10/2023.\nYou asked\nHow many?\nWe said\n45": True,
}  # fmt: skip


@pytest.mark.parametrize("text", CLARIFIED)
def test_a_clarification_was_exchanged_or_only_named(text: str) -> None:
    assert (read_reply(text).clarification is not None) == CLARIFIED[text]


def test_both_sides_of_a_clarification_between_requests_are_kept_apart() -> None:
    text = (
        "Request 1\nHow many drones are there?\nClarification Requested:\nOn Request 1, do you mean all kinds?\nClarification Received:\nYes, all.\n"
        "Answer\nEight\nRequest 2\nHow many pilots?\nAnswer\n25\n"
    )
    reading = read_reply(text)
    assert reading.clarification is not None
    assert (reading.clarification.about, reading.clarification.asked) == (
        "1",
        "On Request 1, do you mean all kinds?",
    )
    assert reading.clarification.answered == "Yes, all."
    assert [question.text for question in reading.questions] == [
        "How many drones are there?",
        "How many pilots?",
    ]


def test_a_clarification_by_letters_has_question_and_answer() -> None:
    text = (
        "[outgoing 2020-06-01]\nDear Northshire Council,\n1) How many trees were felled?\nYours faithfully,\n\n[incoming 2020-06-09]\nDear A Person,\n"
        "Thank you for your request. Could you please clarify whether you mean street trees?\nYours sincerely,\n\n[outgoing 2020-06-10]\nDear FOI,\n"
        "Street trees only please.\nYours sincerely,\n\n[incoming 2020-07-08]\nDear A Person,\nThank you for your clarification which we received on 10/06/2020.\n"
        "Please find our response to your request set out below:\n1) How many trees were felled?\n45\nKind Regards,\n"
    )
    reading = read_reply(text)
    assert reading.clarification is not None
    assert reading.clarification.asked == "Could you please clarify whether you mean street trees?"
    assert reading.clarification.answered == "Street trees only please."


def test_an_abbreviation_explained_in_brackets_counts_when_it_is_used() -> None:
    text = "You asked\nHow many?\nWe said\nNational Records Scotland (NRS) count them. NRS publish in July, as does the London Ambulance Service (LAS).\n"
    assert read_reply(text).abbreviations == {"NRS": "National Records Scotland"}


def test_complaint_rights_and_signatures_are_in_no_answer() -> None:
    text = "You asked\nHow many?\nWe said\n45\nIf you are dissatisfied you may ask for a review under section 50, which applies.\nYours sincerely\nA Person\n"
    reading = read_reply(text)
    assert [answer.text for answer in reading.answers] == ["45"]
    assert reading.exemptions == ()
