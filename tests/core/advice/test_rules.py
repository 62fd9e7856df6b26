"""Every rule speaks where it should and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from requests_app.core.advice import RULES
from tests.core.advice import cases_asking, cases_more, cases_people
from tests.core.advice.drafts import rules

FIRES = {**cases_asking.FIRES, **cases_people.FIRES}
SILENT = {**cases_asking.SILENT, **cases_people.SILENT}
LEAST = 3


@pytest.mark.parametrize(("rule", "words"), [(rule, words) for rule, all_ in FIRES.items() for words in all_])
def test_a_rule_speaks_where_it_should(rule: str, words: str) -> None:
    assert rule in rules(words)


@pytest.mark.parametrize(
    ("rule", "words"), [(rule, words) for rule, all_ in SILENT.items() for words in all_]
)
def test_a_rule_is_silent_where_it_should_be(rule: str, words: str) -> None:
    assert rule not in rules(words)


@pytest.mark.parametrize("question", cases_more.GOOD)
def test_a_question_in_good_order_is_left_alone(question: str) -> None:
    assert rules(f"1. {question}") == set()


@pytest.mark.parametrize(("rule", "words"), cases_more.WRONG)
def test_a_rule_knows_other_words_for_the_same(rule: str, words: str) -> None:
    beside = rule in cases_more.BESIDE_A_QUESTION
    assert rule in rules(f"1. {cases_more.AFTER}\n\n{words}" if beside else f"1. {words}")


def test_every_rule_stands_in_the_documentation_with_its_weight() -> None:
    page = (Path(__file__).resolve().parents[3] / "docs" / "advice.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .+ \| (\w+) \|$", page, re.MULTILINE)
    assert rows == [(rule.name, rule.severity.value) for rule in RULES]


def test_every_rule_has_three_cases_that_fire_and_three_that_do_not() -> None:
    names = {rule.name for rule in RULES}
    assert set(FIRES) == set(SILENT) == names
    assert all(len(cases[name]) >= LEAST for cases in (FIRES, SILENT) for name in names)
