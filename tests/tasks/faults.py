"""Running a table of faults in a process of its own, as ``test_sending_faults`` and ``test_receiving_faults`` do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.stack import NOT_INHERITED, ROOT

RUNS = int(os.environ.get("FAULT_RUNS", "20"))


def faults(driver: str, folder: Path, *options: str) -> dict[str, Any]:
    """The figures that ``tests.tasks.<driver>`` prints for ``RUNS`` runs on the data of a folder."""
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    done = subprocess.run(
        [sys.executable, "-m", f"tests.tasks.{driver}", "--runs", str(RUNS), *options],
        env=inherited | {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "foitracker.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures
