"""Parts listed before their answers, answers under parts in any order, totals under any name; small replies, all invented."""

from __future__ import annotations

import pytest

from requests_app.core.reading import ReplyReading, read_reply
from requests_app.core.states import Decision, Outcome

LETTER = "Dear Ms Okafor\n\nThank you for your request. Your questions are below with our answers.\n\n{}\n\nYours sincerely\nA Clerk\n"


def read(body: str) -> ReplyReading:
    return read_reply(LETTER.format(body))


def outcomes(reading: ReplyReading) -> dict[str, Outcome]:
    return {answer.key: answer.outcome for answer in reading.answers}


LISTED = """1. How much has the trust spent on solicitors since 2021
   i. in total
   ii. on appeals
   iii. with each firm

(i) £84,410 excluding VAT.
(ii) £11,275 of that sum.
(iii) The split is exempt under section 43(2), and withheld.

2. How many appeals were heard?

There were 14."""


def test_parts_set_close_below_a_question_are_its_parts_and_answered_one_by_one() -> None:
    reading = read(LISTED)
    assert [[part.label for part in question.parts] for question in reading.questions] == [
        ["i", "ii", "iii"],
        [],
    ]
    assert outcomes(reading) == {
        "1i": Outcome.DISCLOSED,
        "1ii": Outcome.DISCLOSED,
        "1iii": Outcome.REFUSED,
        "2": Outcome.DISCLOSED,
    }


def test_parts_may_be_answered_together_and_out_of_order() -> None:
    reading = read(
        "1. Complaints received in 2023\n(a) by department\n(b) by ethnicity\n(c) referred to the Ombudsman\n\n"
        "(a) and (c) There were 41 in Housing and 12 in Planning; 3 were referred.\n\n"
        "(b) Ethnicity is not recorded. We do not hold it.\n\n2. Is there a policy?\n\nYes, attached."
    )
    assert outcomes(reading) == {
        "1a": Outcome.DISCLOSED,
        "1b": Outcome.NOT_HELD,
        "1c": Outcome.DISCLOSED,
        "2": Outcome.DISCLOSED,
    }


def test_answers_to_parts_may_be_led_in_by_words() -> None:
    reading = read(
        "Request 1: How many sets were lost?\n\nThere were 31.\n\n"
        "Request 2: For each one, (a) the circumstances and (b) whether the officer paid.\n\n"
        "With regard to (a), to read 407 reports would take over 100 hours, which exceeds the cost limit of section 12.\n"
        "With regard to (b), no officer is charged. The number is nil."
    )
    assert outcomes(reading)["Request 2a"] is Outcome.COST_LIMIT
    assert outcomes(reading)["Request 2b"] is Outcome.DISCLOSED


def test_dotted_parts_keep_their_own_numbers() -> None:
    reading = read(
        "1.   Incidents towards staff recorded:\n     1.1   by site\n     1.2   in which a weapon was used\n\n"
        "2.   The cost of security in 2023/24.\n\nResponse\n\n1.1  There were 41 at Annan and 12 at Criffel.\n\n"
        "1.2  We do not hold this.\n\n2.   £214,780 was paid."
    )
    assert outcomes(reading) == {
        "1.1": Outcome.DISCLOSED,
        "1.2": Outcome.NOT_HELD,
        "2": Outcome.DISCLOSED,
    }


def test_what_is_wanted_of_each_thing_is_parts_of_one_question() -> None:
    reading = read_reply(
        "I note you seek access to the following information:\n"
        "On how many occasions did the force deploy a covert vehicle in 2021?\n"
        "For each occasion please give:\n- date and start time\n- the town\n- who gave the authority\n"
        "I have today decided to refuse this request. It is exempt under section 31(1)(a).\n"
    )
    assert [[part.label for part in question.parts] for question in reading.questions] == [["-", "-", "-"]]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (
            "The supplier is Aldous & Kemp. The unit cost is exempt - section 43(2).",
            Outcome.DISCLOSED_IN_PART,
        ),
        ("We hold six submissions. They are exempt in full under section 35(1)(a).", Outcome.REFUSED),
        ("This represents a Refusal Notice for these Requests.", Outcome.REFUSED),
        (
            "It is something that we aren't obliged to provide: a statutory exemption applies.",
            Outcome.REFUSED,
        ),
        ("There is nothing that we hold for the last of your items.", Outcome.NOT_HELD),
        ("That isn't a question to which we can reply under the Act.", Outcome.NOT_FOI),
        ("There is one, of January 2024, attached. Appendix B has been removed.", Outcome.DISCLOSED_IN_PART),
        (
            "They would each have to be copied, and the names taken out. The 18 hours allowed would be exceeded.",
            Outcome.COST_LIMIT,
        ),
    ],
)
def test_what_an_answer_makes_of_its_question(answer: str, outcome: Outcome) -> None:
    reading = read(
        f"1. Please send me the papers.\n\n{answer}\n\n2. How many staff were there?\n\nThere were 12."
    )
    assert outcomes(reading)["1"] is outcome


def test_a_row_that_adds_up_those_above_it_is_the_total_whatever_it_is_called() -> None:
    table = (
        "Group | Reports | Days |\nNursing | 589 | 914 |\nSupport | 77 | 133 |\nAdministrative | 30 | 11 |\n"
    )
    (read_,) = read(f"1. How many reports were there?\n\n{table}All staff | 696 | 1,058 |").tables
    assert len(read_.rows) == 3
    assert read_.total_row == ("All staff", "696", "1,058")
    (wrong,) = read(f"1. How many reports were there?\n\n{table}Others | 12 | 5 |").tables
    assert (len(wrong.rows), wrong.total_row) == (4, None)


def test_a_refusal_of_the_whole_above_the_request_answers_each_question() -> None:
    reading = read_reply(
        "Your request below has now been considered. We estimate that the cost of complying with your request would "
        "exceed the appropriate limit under Section 12(1) of the Freedom of Information Act 2000.\n"
        "I would like to have the following:\nRequest 1\nHow many complaints were closed in 2023?\n"
        "Request 2\nHow many of these were upheld?\n"
    )
    assert reading.decision is Decision.COST_LIMIT
    assert set(outcomes(reading).values()) == {Outcome.COST_LIMIT}


def test_a_log_names_the_ground_in_its_status() -> None:
    reading = read_reply(
        "Reference,Request,Date received,Date answered,Status,Act\n"
        "FOI 12,How much was paid to consultants?,05/07/2023,29/07/2023,Refused - exemption applied (Section 43(2)),FOI\n"
    )
    assert reading.exemptions == ("43(2)",)


def test_a_count_that_looks_like_a_year_ends_no_table() -> None:
    (table,) = read(
        "1. How many were arrested?\n\nYear Boys Girls Adults\n2020 61 402 2114\n2021 58 377 1968\n2022 70 431 2230"
    ).tables
    assert [row[0] for row in table.rows] == ["2020", "2021", "2022"]
