"""Mails and faults: whatever is killed at whatever step, no mail is lost and none is there twice.

``FAULT_RUNS`` sets how many runs are made (20; by hand 200).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.stack import NOT_INHERITED, ROOT

RUNS = int(os.environ.get("FAULT_RUNS", "20"))
pytestmark = pytest.mark.xdist_group("faults")


def faults(folder: Path, *options: str) -> dict[str, Any]:
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    done = subprocess.run(
        [sys.executable, "-m", "tests.tasks.receiving_faults", "--runs", str(RUNS), *options],
        env=inherited | {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "foitracker.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def assert_none_lost_and_none_twice(figures: dict[str, Any]) -> None:
    wrong = ("lost", "doubled", "without_file", "not_recovered")
    assert {name: figures[name] for name in wrong} == dict.fromkeys(wrong, 0), figures
    assert (figures["runs"], figures["placed"]) == (RUNS, RUNS)


def test_a_receiver_killed_at_any_step_loses_no_mail_and_takes_none_in_twice(tmp_path: Path) -> None:
    figures = faults(tmp_path)
    assert_none_lost_and_none_twice(figures)
    assert figures["not_killed"] == 0
    assert len(figures["by_step"]) == min(RUNS, 8)


@pytest.mark.postgres
def test_the_same_with_postgresql_stopped_and_started_again_at_the_step(tmp_path: Path) -> None:
    assert_none_lost_and_none_twice(faults(tmp_path, "--postgres"))
