"""The forty labelled replies: what score.py measures, held to floors a little under what was reached."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from requests_app.core.reading import read_reply, reading_to_json

pytestmark = pytest.mark.shared

FLOORS = {
    "reference": 0.97,
    "date_responded": 0.97,
    "questions": 0.96,
    "parts": 0.95,
    "decision": 0.96,
    "outcomes": 0.95,
    "exemptions": 0.97,
    "clarification": 0.97,
    "tables": 0.95,
}


def scorer(shared: Path) -> dict[str, Any]:
    """The scoring functions of score.py, without the part that runs the command."""
    source = (shared / "corpus/score.py").read_text()
    functions = source[source.index("def plain(") : source.index("scores = {}")]
    names: dict[str, Any] = {}
    exec("import re\n" + functions, names)  # noqa: S102 - the judge's own rules, not a copy of them
    return names


def test_the_corpus_scores_stay_above_their_floors(shared: Path) -> None:
    fields = scorer(shared)["FIELDS"]
    found: dict[str, list[float]] = defaultdict(list)
    for path in sorted((shared / "corpus/cases").glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        reading = reading_to_json(read_reply(path.with_suffix(".txt").read_text(encoding="utf-8")))
        for name, score in fields.items():
            value = score(label, reading)
            if value is not None:
                found[name].append(value)
    means = {name: sum(values) / len(values) for name, values in found.items()}
    assert {name: mean for name, mean in means.items() if mean < FLOORS[name]} == {}
    assert sum(means.values()) / len(means) >= 0.97
