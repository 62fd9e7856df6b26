"""Printed sections are recognised in the table of exemptions, and nothing is guessed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core import exemptions
from requests_app.core.errors import BadInput
from requests_app.core.states import Regime

DATA = Path(__file__).parents[2] / "requests_app" / "data" / "exemptions.json"
TABLE = exemptions.load(json.loads(DATA.read_text(encoding="utf-8")))
BY_ID = {exemption.id: exemption for exemption in TABLE}

ENTRY: dict[str, Any] = {
    "id": "foia-99",
    "regime": "FOIA",
    "section": "99",
    "title": "Sample",
    "basis": "class",
    "status": "qualified",
    "public_interest_test": "yes",
}


@pytest.mark.parametrize(
    ("regime", "printed", "expected"),
    [
        (Regime.FOIA, "Sections 31(1)(a)(b)", "foia-31"),
        (Regime.FOIA, "s.40 (2)", "foia-40-2"),
        (Regime.FOIA, "Section 40(2)&(3A)(a)", "foia-40-2"),
        (Regime.FOIA, "40(2)(3)&(4)", "foia-40-2"),
        (Regime.FOIA, "s40(2)", "foia-40-2"),
        (Regime.FOIA, "S12", "foia-12"),
        (Regime.FOIA, "section 12(1)", "foia-12"),
        (Regime.FOIA, "30(b)(i) and (ii)", "foia-30"),
        (Regime.FOIA, "Section 21 & 22", "foia-21"),
        (Regime.FOIA, "section 22a", "foia-22a"),
        (Regime.FOIA, "section 22", "foia-22"),
        (Regime.FOIA, "FOIA 2000, s.23(5)", "foia-23"),
        (Regime.FOIA, "section 38 (health and safety)", "foia-38"),
        (Regime.FOIA, "31(3)", "foia-31"),
        (Regime.FOIA, "s.40(5B)(a)(i)", "foia-40-2"),
        (Regime.FOIA, "s.40(5A)", "foia-40-1"),
        (Regime.FOIA, "s.43(3)", "foia-43-2"),
        (Regime.FOIA, "Section 14 (1)", "foia-14-1"),
        (Regime.EIR, "Regulation 12(4)(e)", "eir-12-4-e"),
        (Regime.EIR, "reg. 12 (5) (B)", "eir-12-5-b"),
        (Regime.EIR, "Regulation 12(6)", "eir-12-5-a"),
        (Regime.EIR, "Regulations 13(1) and 13(2)(a)", "eir-13"),
        (Regime.FOISA, "section 17(1)", "foisa-17"),
        (Regime.FOISA, "s.38(1)(b)", "foisa-38"),
        (Regime.FOISA, "section 36(2)", "foisa-36-2"),
        (Regime.FOISA, "section 30(b)(i)", "foisa-30"),
    ],
)
def test_a_printed_section_names_its_exemption(regime: Regime, printed: str, expected: str) -> None:
    found = exemptions.find(TABLE, regime, printed)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize(
    ("regime", "printed"),
    [
        (Regime.FOIA, ""),
        (Regime.FOIA, "the Freedom of Information Act 2000"),
        (Regime.FOIA, "section 40"),
        (Regime.FOIA, "section 14"),
        (Regime.FOIA, "section 17(1)"),
        (Regime.FOIA, "section 106"),
        (Regime.FOIA, "section 99"),
        (Regime.FOIA, "Regulation 12(4)(b)"),
        (Regime.EIR, "Regulation 12"),
        (Regime.EIR, "section 40(2)"),
        (Regime.FOISA, "section 18"),
        (Regime.EISR, "regulation 10(4)(a)"),
    ],
)
def test_what_names_no_exemption_or_two_is_not_guessed(regime: Regime, printed: str) -> None:
    assert exemptions.find(TABLE, regime, printed) is None


@pytest.mark.parametrize("exemption", TABLE, ids=lambda exemption: exemption.id)
def test_every_exemption_is_found_by_its_own_section(exemption: exemptions.Exemption) -> None:
    word = "regulation" if exemption.regime is Regime.EIR else "section"
    assert exemptions.find(TABLE, exemption.regime, f"{word} {exemption.section}") is exemption


@pytest.mark.parametrize("exemption", TABLE, ids=lambda exemption: exemption.id)
def test_every_exemption_is_absolute_or_qualified_or_procedural(exemption: exemptions.Exemption) -> None:
    kinds = [exemptions.is_absolute, exemptions.is_qualified, exemptions.is_procedural]
    assert [kind(exemption) for kind in kinds].count(True) == 1


def test_the_limbs_that_differ_are_said_to() -> None:
    assert {e.id for e in TABLE if exemptions.depends_on_limb(e)} == {"foia-36", "foia-37", "foia-40-2"}
    assert exemptions.is_qualified(BY_ID["foia-36"])
    assert exemptions.is_absolute(BY_ID["foia-40-2"])
    assert exemptions.is_absolute(BY_ID["foia-23"])
    assert exemptions.is_procedural(BY_ID["foia-12"])


def test_the_shipped_table_is_loaded_whole() -> None:
    assert len(TABLE) == 67
    assert {e.regime for e in TABLE} == {Regime.FOIA, Regime.EIR, Regime.FOISA}
    cost = BY_ID["foia-12"]
    assert cost.authority_must_show
    assert cost.counter_arguments
    assert (cost.ico_complaints_decided, cost.ico_upheld_pct) == (1491, 12)
    assert cost.equivalents == {"EIR": "12(4)(b)", "FOISA": "12"}
    assert BY_ID["foia-21"].ico_complaints_decided is not None


@pytest.mark.parametrize(
    ("obj", "sentence"),
    [
        ([], 'a list called "exemptions"'),
        ({"exemptions": {}}, 'a list called "exemptions"'),
        ({"exemptions": ["x"]}, "Entry 1 of the table of exemptions is not an object"),
        ({"exemptions": [ENTRY, ENTRY]}, "foia-99: FOIA 99 stands twice"),
        ({"exemptions": [{**ENTRY, "title": " "}]}, "foia-99 in the table of exemptions has no title"),
        ({"exemptions": [{**ENTRY, "id": None}]}, "entry 1 in the table of exemptions has no id"),
        ({"exemptions": [{**ENTRY, "section": 99}]}, "foia-99: section must be text"),
        ({"exemptions": [{**ENTRY, "regime": "GDPR"}]}, "foia-99: GDPR is none of FOIA, EIR"),
        ({"exemptions": [{**ENTRY, "status": "maybe"}]}, "the status must begin with absolute, qualified"),
        ({"exemptions": [{**ENTRY, "counter_arguments": "x"}]}, "counter_arguments must be a list of texts"),
        ({"exemptions": [{**ENTRY, "authority_must_show": [1]}]}, "authority_must_show must be a list"),
        ({"exemptions": [{**ENTRY, "equivalents": ["12"]}]}, "equivalents must be an object of texts"),
        ({"exemptions": [{**ENTRY, "ico_upheld_pct": True}]}, "ico_upheld_pct must be a whole number"),
        ({"exemptions": [{**ENTRY, "ico_upheld_pct": "12"}]}, "ico_upheld_pct must be a whole number"),
    ],
)
def test_a_bad_table_is_refused_by_the_name_of_its_entry(obj: object, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        exemptions.load(obj)
    assert sentence in refused.value.sentence


def test_an_entry_needs_no_more_than_its_law() -> None:
    [exemption] = exemptions.load({"exemptions": [ENTRY]})
    assert exemption.counter_arguments == ()
    assert exemption.equivalents == {}
    assert exemption.ico_upheld_pct is None


@given(st.sampled_from(list(Regime)), st.text(max_size=60))
def test_any_text_at_all_is_a_section_or_is_not(regime: Regime, printed: str) -> None:
    found = exemptions.find(TABLE, regime, printed)
    assert found is None or found.regime is regime
