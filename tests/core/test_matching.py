"""Which answer belongs to which question of ours, whatever the authority made of the numbers."""

from __future__ import annotations

import pytest

from requests_app.core.matching import Asked, bare, match_answers
from requests_app.core.reading import AnswerRead
from requests_app.core.states import Outcome

ASKED = (Asked("1", ("(a)", "(b)")), Asked("2"))


def answer(label: str, part: str = "", outcome: Outcome = Outcome.DISCLOSED, **more: object) -> AnswerRead:
    return AnswerRead(label, part, outcome, f"Answer to {label}{part}", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Q1 -", "1"), ("Question 1", "1"), ("1)", "1"), ("(ii)", "ii"), ("A)", "a"), ("•", "")],
)
def test_a_label_is_known_however_it_is_printed(label: str, expected: str) -> None:
    assert bare(label) == expected


def test_answers_go_by_their_labels() -> None:
    first, second = answer("Question 1"), answer("Q2.")
    matched, rest = match_answers(ASKED, [second, first])
    assert [each.whole for each in matched] == [first, second]
    assert rest == []


def test_questions_without_labels_go_by_their_place() -> None:
    matched, _ = match_answers([Asked(""), Asked("")], [answer("1"), answer("2")])
    assert [each.whole.label for each in matched if each.whole] == ["1", "2"]


def test_where_the_authority_numbered_afresh_the_order_decides_if_the_numbers_agree() -> None:
    first, second, third = answer("A"), answer("B"), answer("C")
    assert [each.whole for each in match_answers(ASKED, [first, second])[0]] == [first, second]
    matched, rest = match_answers(ASKED, [first, second, third])
    assert [each.whole for each in matched] == [None, None]
    assert rest == [first, second, third]


def test_a_question_known_under_another_number_is_found_under_it() -> None:
    first, third = answer("1"), answer("3")
    matched, rest = match_answers(ASKED, [first, third], {1: "Q3"})
    assert ([each.whole for each in matched], rest) == ([first, third], [])


def test_an_answer_nobody_asked_for_is_not_lost() -> None:
    extra = answer("7")
    assert match_answers(ASKED, [answer("1"), extra])[1] == [extra]


def test_parts_answered_by_themselves_stand_with_their_part() -> None:
    of_b = answer("1", "b)", Outcome.REFUSED, sections=("31(1)",))
    matched, rest = match_answers(ASKED, [answer("1"), of_b])
    assert matched[0].parts == (None, of_b)
    assert matched[0].whole is not None
    assert matched[0].whole.outcome is Outcome.DISCLOSED
    assert rest == []


def test_a_question_answered_only_in_its_parts_has_what_they_make_of_it() -> None:
    of_a = answer("1", "(a)", confidence=0.9)
    of_b = answer("1", "(b)", Outcome.REFUSED, sections=("31(1)",), confidence=0.5)
    whole = match_answers(ASKED, [of_a, of_b])[0][0].whole
    assert whole is not None
    assert (whole.outcome, whole.text, whole.sections) == (Outcome.DISCLOSED_IN_PART, "", ("31(1)",))
    assert (whole.start, whole.confidence) == (None, 0.5)
    both = match_answers(ASKED, [of_b, answer("1", "(a)", Outcome.REFUSED)])[0][0].whole
    assert both is not None
    assert both.outcome is Outcome.REFUSED


def test_parts_without_labels_go_by_their_order() -> None:
    asked = [Asked("1", ("•", "•"))]
    first, second = answer("1", "-"), answer("1", "–")
    assert match_answers(asked, [first, second])[0][0].parts == (first, second)
