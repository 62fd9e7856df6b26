#!/usr/bin/env python3
"""Make the environment in .venv from the locks, with the standard library alone, and start the program.

    python3 bootstrap.py run    what running needs, then manage.py up with the demo record
    python3 bootstrap.py dev    what developing needs

A second run finds the environment as it left it and installs nothing. Written so that an old Python can
read it and say what is missing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
LOCKS = {"run": ("requirements.lock",), "dev": ("requirements-dev.lock", "requirements.lock")}


def main(arguments: list[str]) -> None:
    """Make the environment that the first argument names; after ``run``, become the program."""
    what = arguments[0] if len(arguments) == 1 else ""
    if what not in LOCKS:
        sys.exit("usage: bootstrap.py run | dev")
    find_python(arguments)
    make_environment(what)
    if what == "run":
        # The demo's terminal is for the address and what goes wrong; LOG_LEVEL=INFO shows every request.
        settings = {"DEMO": "1", "LOG_LEVEL": "WARNING", **os.environ}
        os.execve(str(PYTHON), [str(PYTHON), str(ROOT / "manage.py"), "up"], settings)  # noqa: S606 - ours


def find_python(arguments: list[str]) -> None:
    """Go on in a Python that is new enough, or say that there is none."""
    if sys.version_info >= OLDEST:
        return
    for minor in range(20, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, str(ROOT / "bootstrap.py"), *arguments])  # noqa: S606 - ours
    here = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"foitracker needs Python 3.11 or newer, and python3 here is {here}: install a newer one.")


def make_environment(what: str) -> None:
    """Install the lock unless .venv holds it already, which its stamp says."""
    stamp, held = VENV / "foitracker-locks", [mark(lock) for lock in LOCKS[what]]
    if PYTHON.exists() and stamp.exists() and held[0] in stamp.read_text().splitlines():
        return
    sys.stderr.write(f"Making the environment in {VENV}: this needs the network, once.\n")
    stamp.unlink(missing_ok=True)
    lock = ROOT / LOCKS[what][0]
    if not any(install(lock) == 0 for install in installers()):
        sys.exit(
            "The packages could not be installed: what went wrong stands above. Run the same command again."
        )
    stamp.write_text("\n".join(held) + "\n")


def mark(lock: str) -> str:
    """What a stamp says of a lock: its content, the Python, and the place, which scripts in .venv hold."""
    digest = hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()
    return f"{lock} {digest} {sys.version_info[0]}.{sys.version_info[1]} {ROOT}"


def installers() -> Iterator[Callable[[Path], int]]:
    """The ways to install, the quickest first: uv where it is installed, then pip."""
    uv = shutil.which("uv")
    if uv or importlib.util.find_spec("uv"):
        yield lambda lock: with_uv([uv] if uv else [sys.executable, "-m", "uv"], lock)
    yield with_pip


def with_uv(uv: list[str], lock: Path) -> int:
    """Install by uv. Returns an exit code."""
    return run(*uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV) or run(
        *(*uv, "pip", "install", "--quiet", "--python", PYTHON, "--no-deps", "--require-hashes", "-r", lock)
    )


def with_pip(lock: Path) -> int:
    """Install by pip. Returns an exit code."""
    if not importlib.util.find_spec("ensurepip"):
        sys.exit(
            "This Python can't make an environment, since its ensurepip is missing: on Debian and Ubuntu, "
            "apt install python3-venv; or install uv, which needs none. Then run the same command again."
        )
    return run(sys.executable, "-m", "venv", VENV) or run(
        *(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"),
        *("--require-hashes", "-r", lock),
    )


def run(*command: object) -> int:
    """Run a command in the project's folder. Returns its exit code."""
    return subprocess.call([str(part) for part in command], cwd=str(ROOT))  # noqa: S603 - ours


if __name__ == "__main__":
    main(sys.argv[1:])
