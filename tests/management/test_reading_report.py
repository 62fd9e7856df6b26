"""``reading_report``: which findings fail, as a person reads it and as a program does."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from requests_app.core.states import AuthorityKind, Outcome
from requests_app.models import Correction
from tests import factories as make

pytestmark = pytest.mark.django_db

EARLY, LATE = date(2026, 10, 12), date(2026, 10, 20)


def printed(*arguments: str) -> str:
    out = StringIO()
    call_command("reading_report", *arguments, stdout=out)
    return out.getvalue()


def in_json(*arguments: str) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(printed("--json", *arguments))
    return shape


def corrected(on: date, kind: AuthorityKind = AuthorityKind.POLICE_EW, **reading: Any) -> None:
    """A reply of an authority of this kind of which a person confirmed something else than was read."""
    foi_request = make.a_request(authority=make.an_authority("Northshire", kind=kind))
    make.answered(foi_request, Outcome.DISCLOSED, Outcome.REFUSED, on=on, **reading)


def test_nothing_confirmed_is_nothing_to_report() -> None:
    assert "nothing to report" in printed()
    assert in_json()["messages"] == 0


def test_findings_that_fail_most_stand_first_with_their_rates() -> None:
    corrected(EARLY, authority_reference="FOI-2026-0412")
    corrected(LATE, AuthorityKind.COUNCIL, authority_reference="FOI 412")
    found = in_json()
    assert found["messages"] == 2
    rates = {rate["what"]: rate for rate in found["by_what"]}
    assert (rates["reference"]["right"], rates["reference"]["changed"], rates["reference"]["failed"]) == (
        1,
        1,
        0.5,
    )
    assert rates["outcome"] | {"confidence_when_wrong": 0} == {
        "what": "outcome",
        "right": 2,
        "changed": 2,
        "added": 0,
        "dropped": 0,
        "failed": 0.5,
        "confidence_when_wrong": 0,
    }
    assert [rate["failed"] for rate in found["by_what"]] == sorted(
        (rate["failed"] for rate in found["by_what"]), reverse=True
    )
    by_kind = {(rate["what"], rate["authority_kind"]) for rate in found["by_authority_kind"]}
    assert ("reference", "council") in by_kind
    assert ("reference", "police_ew") not in by_kind


def test_only_what_was_confirmed_since_a_day_counts() -> None:
    corrected(EARLY, authority_reference="FOI 1")
    corrected(LATE, authority_reference="FOI 2")
    found = in_json("--since", LATE.isoformat())
    assert (found["since"], found["messages"]) == ("2026-10-20", 1)
    (example,) = [example for example in found["examples"] if example["what"] == "reference"]
    assert (example["proposed"], example["made"], example["authority"]) == (
        "FOI-2026-0412",
        "FOI 2",
        "Northshire",
    )


def test_as_many_examples_of_each_finding_are_shown_as_are_asked_for() -> None:
    for place in range(3):
        corrected(EARLY, authority_reference=f"FOI {place}")
    for number in (0, 1, 2):
        examples = [
            one for one in in_json("--examples", str(number))["examples"] if one["what"] == "reference"
        ]
        assert len(examples) == number


def test_a_person_reads_rates_and_examples_in_lines() -> None:
    corrected(LATE, authority_reference="FOI 412")
    text = printed("--since", "2026-10-20")
    assert text.startswith("1 message confirmed since 20 Oct 2026")
    assert "reference, Police force in England or Wales" in text
    correction = Correction.objects.get(what="reference")
    assert (
        f"reference changed: “FOI-2026-0412” -> “FOI 412” (Northshire, message {correction.message_id}"
        in text
    )


def test_a_day_that_is_none_is_refused_in_one_line() -> None:
    with pytest.raises(CommandError, match="yesterday is no day; write it as 2026-12-06") as refusal:
        printed("--since", "yesterday")
    assert refusal.value.returncode == 2
