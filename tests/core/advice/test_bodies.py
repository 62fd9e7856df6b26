"""Bodies told by their names: which law they answer under, and which are outside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from requests_app.core.advice.bodies import body_named
from requests_app.core.states import AuthorityKind, Regime

K = AuthorityKind


@pytest.mark.parametrize(
    ("name", "kind", "regime"),
    [
        ("Police Scotland", K.POLICE_SCOTLAND, Regime.FOISA),
        ("Glasgow City Council", K.COUNCIL_SCOT, Regime.FOISA),
        ("NHS Lothian", K.NHS, Regime.FOISA),
        ("Heriot-Watt University", K.UNIVERSITY, Regime.FOISA),
        ("Scottish Water", None, Regime.FOISA),
        ("Office of the Secretary of State for Scotland", None, Regime.FOIA),
        ("Dear Essex Police,", K.POLICE_EW, Regime.FOIA),
        ("British Transport Police", K.BTP, Regime.FOIA),
        ("Nottinghamshire Office of the Police and Crime Commissioner", K.PCC, Regime.FOIA),
        ("London Borough of Hackney", K.COUNCIL, Regime.FOIA),
        ("Information Governance Team, Anytown Borough Council", K.COUNCIL, Regime.FOIA),
        ("Department for Education", K.CENTRAL_GOV, Regime.FOIA),
        ("Thames Water Utilities Ltd", None, Regime.EIR),
    ],
)
def test_a_name_tells_kind_and_law(name: str, kind: AuthorityKind | None, regime: Regime) -> None:
    body = body_named(name)
    assert body is not None
    assert (body.kind, body.regime, body.covered) == (kind, regime, None)


@pytest.mark.parametrize(
    "name",
    [
        "National Crime Agency",
        "the NCA",
        "MI5",
        "GCHQ",
        "Serco Group plc",
        "Acme Services Limited",
        "Jersey Police",
        "Keir Hardie MP",
        "Crown Court at Leeds",
    ],
)
def test_a_body_outside_the_acts_is_known_with_the_reason(name: str) -> None:
    body = body_named(name)
    assert body is not None
    assert body.covered is False
    assert body.note


@pytest.mark.parametrize(
    "name",
    ["", "Sir or Madam", "FOI team", "House of Commons", "House of Lords", "Network Rail Infrastructure Limited", "HS2 Ltd", "Post Office Ltd",
     "Council", "Crown Prosecution Service", "British Transport Police Authority", "National Police Chiefs' Council", "x" * 500],
)  # fmt: skip
def test_of_other_names_nothing_is_claimed(name: str) -> None:
    assert body_named(name) is None


@pytest.mark.shared
def test_no_police_body_of_the_table_is_told_wrongly(shared: Path) -> None:
    for force in json.loads((shared / "law" / "police_forces.json").read_text())["forces"]:
        body = body_named(force["official_name"])
        if body is None:
            continue
        assert (body.covered is False) == (not force["regime"]), force["official_name"]
        assert body.regime in (None, force["regime"]), force["official_name"]
