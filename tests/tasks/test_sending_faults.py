"""Letters and faults: whatever is killed at whatever step, no letter is lost, none goes twice, and doubt is said.

``FAULT_RUNS`` sets how many runs are made (20; by hand 200).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tasks.faults import RUNS, faults

pytestmark = pytest.mark.xdist_group("faults")


def assert_none_lost_and_none_twice(figures: dict[str, Any]) -> None:
    wrong = ("lost", "doubled", "recorded_wrongly", "unsettled", "not_recovered")
    assert {name: figures[name] for name in wrong} == dict.fromkeys(wrong, 0), figures
    assert figures["runs"] == RUNS
    assert figures["sent"] + figures["doubtful"] == RUNS


def test_a_sender_killed_at_any_step_loses_no_letter_and_sends_none_twice(tmp_path: Path) -> None:
    figures = faults("sending_faults", tmp_path)
    assert_none_lost_and_none_twice(figures)
    assert figures["not_killed"] == 0
    by_step = figures["by_step"]
    assert set(by_step["before the claim"]) == {"sent, taken 1"}
    assert set(by_step["after the claim"]) == {"doubtful, taken 0"}
    for step in ("before the server's yes", "after the server's yes", "before the commit"):
        assert set(by_step[step]) == {"doubtful, taken 1"}
    assert set(by_step["after the commit"]) == {"sent, taken 1"}


@pytest.mark.postgres
def test_the_same_with_postgresql_stopped_and_started_again_at_the_step(tmp_path: Path) -> None:
    assert_none_lost_and_none_twice(faults("sending_faults", tmp_path, "--postgres"))
