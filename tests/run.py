"""``make test``: everything on SQLite and the embedded broker, then the records again on PostgreSQL.

Says at the end what was not run, and why; with CI=true that is a failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.postgres import NoPostgres, server

ROOT = Path(__file__).resolve().parent.parent
# A third quicker on two cores. Tests of one running program stay together; ARGS="-n 0" runs all in one process.
SIDE_BY_SIDE = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadgroup")
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
NOTHING_CHOSEN = 5  # pytest's exit code where -k or a path leaves no test


def main(arguments: list[str]) -> int:
    """Run both passes with the arguments for pytest. Returns an exit code."""
    codes = [run_pytest("SQLite", "not postgres", arguments, {})]
    missing = ""
    try:
        with server() as url:
            codes.append(
                run_pytest("PostgreSQL", "postgres and not browser", arguments, {"DATABASE_URL": url})
            )
    except NoPostgres as error:
        missing = f"Not run on PostgreSQL: {error}."
        say(missing)
    if all(code == NOTHING_CHOSEN for code in codes):
        return NOTHING_CHOSEN
    return int(any(code not in (0, NOTHING_CHOSEN) for code in codes) or (IN_CI and bool(missing)))


def run_pytest(database: str, chosen: str, arguments: list[str], environment: dict[str, str]) -> int:
    """One pass. Returns pytest's exit code."""
    say(f"Tests on {database}:")
    started = time.monotonic()
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    # Processes side by side must find the same tests in the same order, those named by a set among them.
    inherited.setdefault("PYTHONHASHSEED", "0")
    # CI judges the change; chance is for developers' machines.
    in_order = ["-p", "no:randomly"] if IN_CI else []
    command = [sys.executable, "-m", "pytest", "-q", "-m", chosen, *SIDE_BY_SIDE, *in_order, *arguments]
    code = subprocess.call(command, cwd=ROOT, env=inherited | environment)
    say(f"{database}: {time.monotonic() - started:.0f} s\n")
    return code


def say(sentence: str) -> None:
    """Print at once, so that it stands in order with what pytest prints."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
