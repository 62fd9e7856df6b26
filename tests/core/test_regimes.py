"""The rules as data: cited, dated, and in step with the list of exemptions."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from requests_app.core.clock.extensions import ABSOLUTE, EITHER, QUALIFIED, QUALIFIED_FOIA, exemption_status
from requests_app.core.cost_limits import cost_class_for, cost_limit_for, cost_limits_from_json
from requests_app.core.errors import ClockError
from requests_app.core.regimes import (
    RULES,
    VARIANTS,
    Limit,
    Rule,
    add_months,
    last_day_of_months_beginning_with,
    mismatch,
    statutory,
    variant_for,
)
from requests_app.core.states import AuthorityKind, Basis, Regime

DATA = Path(__file__).resolve().parents[2] / "requests_app/data"
COST_LIMITS = json.loads((DATA / "cost_limits.json").read_text())


def rules_of(holder: Any) -> list[Rule]:
    """Every Rule that stands in a record, directly or in a limit."""
    values = [getattr(holder, f.name) for f in fields(holder)]
    return [value for value in values if isinstance(value, Rule)] + [
        value.rule for value in values if isinstance(value, Limit)
    ]


@pytest.mark.parametrize("holder", [*RULES.values(), *VARIANTS.values()])
def test_every_rule_cites_a_section_and_a_source(holder: object) -> None:
    rules = rules_of(holder)
    assert rules
    assert all(rule.section and rule.source for rule in rules)


def test_what_was_not_checked_against_the_text_says_so() -> None:
    unchecked = [
        rule for rules in RULES.values() for rule in rules_of(rules) if rule.source == "general knowledge"
    ]
    assert unchecked
    assert all(rule.doubt for rule in unchecked)


@pytest.mark.parametrize(
    ("regime", "reply", "ask", "answer", "latest"),
    [
        (Regime.FOIA, 20, 40, 20, 40),
        (Regime.EIR, 20, 40, 40, None),
        (Regime.FOISA, 20, 40, 20, None),
        (Regime.EISR, 20, 40, 20, None),
    ],
)
def test_the_limits_are_those_of_rules_1_4_and_2_4(
    regime: Regime, reply: int, ask: int, answer: int, latest: int | None
) -> None:
    rules = RULES[regime]
    assert rules.reply.number == reply
    assert rules.review_request is not None
    assert rules.review_request.number == ask
    assert rules.review_answer is not None
    assert rules.review_answer.number == answer
    assert (rules.review_answer_latest and rules.review_answer_latest.number) == latest


def test_only_foia_knows_the_public_interest_extension_and_only_the_regulations_complexity() -> None:
    assert {r for r in RULES if RULES[r].public_interest_extension} == {Regime.FOIA}
    assert {r for r in RULES if RULES[r].complexity_extension} == {Regime.EIR, Regime.EISR}


def test_only_statute_and_notices_are_hard() -> None:
    assert Rule("s", "t", Basis.STATUTE).hard
    assert Rule("s", "t", Basis.NOTICE).hard
    assert not any(
        Rule("s", "t", b).hard
        for b in (Basis.CODE, Basis.REGULATOR_GUIDANCE, Basis.AUTHORITY_PROMISE, Basis.OURS)
    )
    assert statutory(Rule("s", "t", Basis.CODE)).hard


@pytest.mark.parametrize(
    ("regime", "kind", "needs"),
    [
        (Regime.FOIA, AuthorityKind.SCHOOL_MAINTAINED, "term_dates"),
        (Regime.FOIA, AuthorityKind.ACADEMY, "term_dates"),
        (Regime.FOIA, AuthorityKind.ARCHIVES, "transferred_records"),
        (Regime.FOISA, AuthorityKind.KEEPER, "transferred_records"),
    ],
)
def test_some_kinds_of_authority_have_a_range(regime: Regime, kind: AuthorityKind, needs: str) -> None:
    variant = variant_for(regime, kind)
    assert variant is not None
    assert variant.needs == needs


def test_a_school_gets_the_plain_20_for_environmental_information() -> None:
    assert variant_for(Regime.EIR, AuthorityKind.SCHOOL_MAINTAINED) is None


@pytest.mark.parametrize(
    ("cited", "status"),
    [
        ("s31", QUALIFIED), ("s.31(1)(a)", QUALIFIED), ("Section 31(1)(a)(b)", QUALIFIED), ("31", QUALIFIED), ("s22A", QUALIFIED),
        ("s40(2)", ABSOLUTE), ("s.12", ABSOLUTE), ("s14(1)", ABSOLUTE), ("s21", ABSOLUTE), ("s23(5)", ABSOLUTE),
        ("s40(3B)", QUALIFIED), ("s40(4A)", QUALIFIED), ("s41", ABSOLUTE), ("s44", ABSOLUTE), ("s32", ABSOLUTE),
        ("s37(1)(a)", ABSOLUTE), ("s37(1)(aa)", ABSOLUTE), ("s37(1)(ab)", ABSOLUTE), ("s37(1)(ac)", QUALIFIED), ("s37(1)(b)", QUALIFIED), ("s37", EITHER),
        ("s2", ABSOLUTE), ("s311", ABSOLUTE),
    ],
)  # fmt: skip
def test_only_qualified_exemptions_have_a_balance(cited: str, status: str) -> None:
    assert exemption_status(cited) == status


@pytest.mark.parametrize("cited", ["law enforcement", "", "s", "s31 and s40"])
def test_an_exemption_without_a_section_is_refused_by_name(cited: str) -> None:
    with pytest.raises(ClockError, match="s31"):
        exemption_status(cited)


def test_the_qualified_sections_are_those_of_the_list_of_exemptions() -> None:
    listed = {
        entry["section"].split("(")[0]
        for entry in json.loads((DATA / "exemptions.json").read_text())["exemptions"]
        if entry["regime"] == "FOIA"
        and "qualified" in entry["status"]
        and not entry["section"].startswith("40")
    }
    assert listed == QUALIFIED_FOIA


@pytest.mark.parametrize(
    ("on", "months", "then"),
    [
        ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-09-03", 3, "2026-12-03"),
        ("2026-11-30", 3, "2027-02-28"), ("2026-12-31", 1, "2027-01-31"), ("2026-06-02", 6, "2026-12-02"),
    ],
)  # fmt: skip
def test_the_corresponding_date_or_the_last_day_of_the_month(on: str, months: int, then: str) -> None:
    assert add_months(date.fromisoformat(on), months) == date.fromisoformat(then)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        ("2026-02-09", "2026-05-08"),
        ("2026-11-30", "2027-02-28"),
        ("2026-03-01", "2026-05-31"),
        ("2027-11-30", "2028-02-29"),
    ],
)
def test_three_months_beginning_with_a_day_end_the_day_before_its_like(on: str, last: str) -> None:
    assert last_day_of_months_beginning_with(date.fromisoformat(on), 3) == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("regime", "kind", "said"),
    [
        (Regime.FOIA, AuthorityKind.POLICE_SCOTLAND, True),
        (Regime.FOISA, AuthorityKind.POLICE_EW, True),
        (Regime.EISR, AuthorityKind.COUNCIL, True),
        (Regime.FOISA, AuthorityKind.NHS, False),
        (Regime.FOIA, AuthorityKind.BTP, False),
        (Regime.UKGDPR, AuthorityKind.COUNCIL_SCOT, False),
    ],
)
def test_an_authority_under_the_wrong_act_is_said_to_be(
    regime: Regime, kind: AuthorityKind, said: bool
) -> None:
    assert bool(mismatch(regime, kind)) is said


@pytest.mark.parametrize(
    ("regime", "kind", "pounds", "hours"),
    [
        (Regime.FOIA, AuthorityKind.CENTRAL_GOV, 600, 24),
        (Regime.FOIA, AuthorityKind.POLICE_EW, 450, 18),
        (Regime.FOISA, AuthorityKind.POLICE_SCOTLAND, 600, 40),
    ],
)
def test_the_cost_limit_follows_from_class_and_day(
    regime: Regime, kind: AuthorityKind, pounds: int, hours: int
) -> None:
    cost_class = cost_class_for(regime, kind)
    assert cost_class is not None
    limit = cost_limit_for(cost_limits_from_json(COST_LIMITS), cost_class, date(2026, 11, 22))
    assert limit is not None
    assert (limit.pounds, limit.hours) == (pounds, hours)


def test_environmental_requests_have_no_cost_limit() -> None:
    assert cost_class_for(Regime.EIR, AuthorityKind.COUNCIL) is None


def test_a_new_cost_limit_is_an_edit_of_data_with_its_first_day() -> None:
    rows = [
        {**COST_LIMITS["limits"][1], "applies_until": "2026-12-31"},
        {**COST_LIMITS["limits"][1], "pounds": 300, "applies_from": "2027-01-01"},
    ]
    limits = cost_limits_from_json({"limits": rows})
    found = [
        cost_limit_for(limits, "other", on) for on in (date(2026, 12, 31), date(2027, 1, 1), date(2004, 1, 1))
    ]
    assert [limit and limit.pounds for limit in found] == [450, 300, None]


def test_a_damaged_list_of_cost_limits_is_refused() -> None:
    with pytest.raises(ClockError, match=r"cost_limits\.json"):
        cost_limits_from_json({"limits": [{"class": "other"}]})
