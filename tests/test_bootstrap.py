"""The environment comes from the locks, and whoever can't have it is told why in a sentence."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

PINNED = re.compile(r"^([a-z0-9._-]+(?:\[[a-z,-]+\])?)==([^ ;\\]+)", re.MULTILINE)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout that holds its locks and nothing else."""
    for lock in bootstrap.LOCKS["dev"]:
        shutil.copy(bootstrap.ROOT / lock, tmp_path)
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path


@pytest.fixture
def installed(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the locks that were installed, by an installer that only makes the folder."""
    done: list[str] = []

    def install(lock: Path) -> int:
        bootstrap.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        bootstrap.PYTHON.touch()
        done.append(lock.name)
        return 0

    monkeypatch.setattr(bootstrap, "installers", lambda: [install])
    return done


def test_the_lock_is_installed_once(installed: list[str]) -> None:
    bootstrap.make_environment("run")
    bootstrap.make_environment("run")
    assert installed == ["requirements.lock"]


def test_a_developers_environment_serves_for_running_but_not_the_other_way_round(
    installed: list[str],
) -> None:
    bootstrap.make_environment("run")
    bootstrap.make_environment("dev")
    bootstrap.make_environment("run")
    assert installed == ["requirements.lock", "requirements-dev.lock"]


def test_a_changed_lock_is_installed_again(installed: list[str], checkout: Path) -> None:
    bootstrap.make_environment("run")
    with (checkout / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    bootstrap.make_environment("run")
    assert installed == ["requirements.lock"] * 2


def test_what_failed_half_way_is_not_taken_for_done(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / ".venv").mkdir()
    monkeypatch.setattr(bootstrap, "installers", lambda: [lambda _lock: 1, lambda _lock: 2])
    with pytest.raises(SystemExit, match="could not be installed"):
        bootstrap.make_environment("run")
    assert not (checkout / ".venv" / "foitracker-locks").exists()


def test_an_old_python_says_which_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and python3 here is 3\.9"):
        bootstrap.find_python(["run"])


def test_a_python_without_ensurepip_says_what_to_install(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        bootstrap.make_environment("run")


def test_a_wrong_word_gets_the_usage() -> None:
    told = subprocess.run(
        [sys.executable, "bootstrap.py", "walk"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stderr) == (1, "usage: bootstrap.py run | dev\n")


@pytest.mark.parametrize("lock", bootstrap.LOCKS["dev"])
def test_a_lock_pins_and_hashes_everything_and_names_no_index(lock: str) -> None:
    text = (bootstrap.ROOT / lock).read_text()
    packages = PINNED.findall(text)
    assert len(packages) > 30
    assert text.count("--hash=sha256:") >= len(packages)
    assert "://" not in text


def test_both_locks_pin_the_same_versions() -> None:
    running, developing = (
        dict(PINNED.findall((bootstrap.ROOT / lock).read_text())) for lock in reversed(bootstrap.LOCKS["dev"])
    )
    assert running.items() <= developing.items()
