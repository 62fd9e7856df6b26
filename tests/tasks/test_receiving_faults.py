"""Mails and faults: whatever is killed at whatever step, no mail is lost and none is there twice.

``FAULT_RUNS`` sets how many runs are made (20; by hand 200).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tasks.faults import RUNS, faults

pytestmark = pytest.mark.xdist_group("faults")


def assert_none_lost_and_none_twice(figures: dict[str, Any]) -> None:
    wrong = ("lost", "doubled", "without_file", "not_recovered")
    assert {name: figures[name] for name in wrong} == dict.fromkeys(wrong, 0), figures
    assert (figures["runs"], figures["placed"]) == (RUNS, RUNS)


def test_a_receiver_killed_at_any_step_loses_no_mail_and_takes_none_in_twice(tmp_path: Path) -> None:
    figures = faults("receiving_faults", tmp_path)
    assert_none_lost_and_none_twice(figures)
    assert figures["not_killed"] == 0
    assert len(figures["by_step"]) == min(RUNS, 8)


@pytest.mark.postgres
def test_the_same_with_postgresql_stopped_and_started_again_at_the_step(tmp_path: Path) -> None:
    assert_none_lost_and_none_twice(faults("receiving_faults", tmp_path, "--postgres"))
