"""What docs/clock.md says is what the clock does: its examples are run, its table is the rules', its doubts are all of them."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import QueryDict

from requests_app.core import clock, regimes
from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import clock_from_json
from requests_app.core.errors import ClockError
from requests_app.core.regimes import RULES, Limit, Rule
from requests_app.core.states import Basis, EventKind, Regime
from requests_app.forms.clock_query import ClockQuery

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "clock.md").read_text(encoding="utf-8")
TABLE = HolidayTable.from_json(json.loads((ROOT / "requests_app/data/bank_holidays.json").read_text()))
EXAMPLES = [
    (json.loads(block), link)
    for block, link in re.findall(r"```json\n(.*?)\n```\n`/clock/\?([^`]+)`\n", PAGE, re.DOTALL)
]


def name(example: object) -> str:
    """The test of an example is named by its link."""
    return example if isinstance(example, str) else ""


def answered(given: object) -> dict[str, Any]:
    """What the clock says to an object, or that it refuses it."""
    try:
        return clock_from_json(given, TABLE)
    except ClockError as error:
        return {"error": error.sentence}


@pytest.mark.parametrize(("example", "link"), EXAMPLES, ids=name)
def test_an_example_gives_what_the_page_expects(example: dict[str, Any], link: str) -> None:
    answer = answered(example)
    assert {name: answer[name] for name in example["expect"]} == example["expect"]


@pytest.mark.parametrize(("example", "link"), EXAMPLES, ids=name)
def test_the_link_under_an_example_asks_the_calculator_the_same(example: dict[str, Any], link: str) -> None:
    asked = ClockQuery(QueryDict(link))
    assert [problem.sentence for problem in asked.problems()] == []
    assert answered(asked.to_contract()) == answered(example)


def test_every_block_is_an_example_with_its_link() -> None:
    assert len(EXAMPLES) == PAGE.count("```json") == PAGE.count("`/clock/?")
    assert all(example["expect"] for example, _ in EXAMPLES)


def test_the_examples_cover_every_regime_and_every_limit_of_the_table() -> None:
    assert {example["regime"] for example, _ in EXAMPLES} == set(Regime)
    kinds = {
        deadline["kind"] for example, _ in EXAMPLES for deadline in answered(example).get("deadlines", [])
    }
    steps = {
        "response_due",
        "fee_pay_by",
        "review_request_by",
        "review_due",
        "review_due_latest",
        "complaint_by",
    }
    assert steps | {"compliance_by", "tribunal_appeal_by", "court_of_session_by", "promised_reply"} <= kinds


ROWS = {
    "what a working day is": "working_day",
    "reply": "reply",
    "clarification": "clarification",
    "pay a fee": "fee",
    "longer for the public interest": "public_interest_extension",
    "longer for complexity and volume": "complexity_extension",
    "longer for a complex request": "further_months",
    "ask for a review": "review_request",
    "answer a review": "review_answer",
    "answer a review, at the latest": "review_answer_latest",
    "complain to the regulator": "complaint",
    "comply with a decision": "compliance",
    "appeal": "appeal",
}
BASES = {Basis.CODE: " (code)", Basis.REGULATOR_GUIDANCE: " (guidance)", Basis.NOTICE: " (notice)"}
COLUMNS = (Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR, Regime.UKGDPR)


def cell(value: Limit | Rule | None) -> str:
    """A limit or rule as the table of the page prints it."""
    if value is None:
        return "-"
    rule = value.rule if isinstance(value, Limit) else value
    number = f"{value}, " if isinstance(value, Limit) else ""
    return f"{number}{rule.section}{BASES.get(rule.basis, '')}{' **?**' if rule.doubt else ''}"


@pytest.mark.parametrize(("row", "attribute"), ROWS.items())
def test_the_table_of_limits_is_the_rules(row: str, attribute: str) -> None:
    expected = " | ".join(cell(getattr(RULES[regime], attribute)) for regime in COLUMNS)
    assert f"| {row} | {expected} |" in PAGE


def test_every_event_stands_in_the_order_in_which_several_on_a_day_take_effect() -> None:
    listed = PAGE.split("and on one day in this order:\n")[1].split("\nAn event whose day")[0]
    assert re.findall(r"`(\w+)`", listed) == list(EventKind)


def doubts() -> Iterator[str]:
    """Every sentence by which the program marks a date as uncertain: named ones, and those of single rules."""
    modules = [regimes]
    modules += [
        importlib.import_module(f"{clock.__name__}.{found.name}")
        for found in pkgutil.iter_modules(clock.__path__)
    ]
    for module in modules:
        for name, value in vars(module).items():
            if name.strip("_").isupper() and isinstance(value, str) and " " in value and value.endswith("."):
                yield value
    yield from (rules.clarification.doubt for rules in RULES.values() if rules.clarification.doubt)


@pytest.mark.parametrize("doubt", sorted(set(doubts())))
def test_every_doubt_the_program_prints_stands_on_the_page(doubt: str) -> None:
    assert f"- {doubt}" in PAGE


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"
