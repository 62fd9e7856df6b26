"""The worked examples of the law folder: every name they expect, and the wrong answers they guard against."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from requests_app.core.clock import clock_from_json
from tests.core.clocks import BANK_HOLIDAYS, TABLE


@pytest.mark.shared
def test_every_worked_example_holds(shared: Path) -> None:
    examples = json.loads((shared / "law/worked_examples.json").read_text())
    assert len(examples) >= 63
    wrong = []
    for example in examples:
        answer = clock_from_json(example, TABLE)
        expected = {name: value for name, value in example["expect"].items() if name != "not"}
        found = {name: answer[name] for name in expected}
        if found != expected or answer["response_due"] in example["expect"].get("not", []):
            wrong.append((example["id"], expected, found))
    assert wrong == []


@pytest.mark.shared
def test_the_shipped_holidays_are_those_of_the_law_folder(shared: Path) -> None:
    assert (
        json.loads((shared / "law/bank_holidays.json").read_text())["holidays"] == BANK_HOLIDAYS["holidays"]
    )
