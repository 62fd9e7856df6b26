"""Children that die are restarted, later each time; children that won't end are ended."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from requests_app.management import processes
from requests_app.management.processes import Child, Supervisor
from tests.stack import wait_for

SLEEPER = (sys.executable, "-S", "-c", "import time; time.sleep(60)")
STUBBORN = (
    *(sys.executable, "-S", "-c"),
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)",
)
# Starts a grandchild, tells its number, and dies at once.
PARENT = (
    *(sys.executable, "-S", "-c"),
    "import subprocess as s, sys; open(sys.argv[1], 'w').write(str(s.Popen(['sleep', '60']).pid))",
)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def supervisor(tmp_path: Path, told: list[str]) -> Supervisor:
    return Supervisor(tell=told.append, pid_file=tmp_path / "processes.json")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
        if sys.platform == "linux"
        else True
    )


def test_all_children_end_when_asked(supervisor: Supervisor, tmp_path: Path) -> None:
    for name in ("one", "two"):
        supervisor.add(Child(name, SLEEPER))
    pids = json.loads((tmp_path / "processes.json").read_text())
    assert pids["up"] == os.getpid()
    assert is_alive(pids["one"])
    supervisor.stop()
    assert not is_alive(pids["one"])
    assert not is_alive(pids["two"])
    assert not (tmp_path / "processes.json").exists()


def test_a_child_that_ignores_the_wish_is_killed_when_its_time_is_up(
    supervisor: Supervisor, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(processes, "GRACE", 0.5)
    child = Child("stubborn", STUBBORN)
    supervisor.add(child)
    wait_for(lambda: "ready" in capfd.readouterr().out, 10)
    started = time.monotonic()
    supervisor.stop()
    assert 0.5 <= time.monotonic() - started < 3
    assert child.process is not None
    assert child.process.returncode == -signal.SIGKILL


def test_a_second_wish_to_stop_waits_for_nobody(
    supervisor: Supervisor, capfd: pytest.CaptureFixture[str]
) -> None:
    supervisor.add(Child("stubborn", STUBBORN))
    wait_for(lambda: "ready" in capfd.readouterr().out, 10)
    supervisor.asked_to_stop = 2
    started = time.monotonic()
    supervisor.stop()
    assert time.monotonic() - started < 3


def test_what_a_dead_child_leaves_in_its_group_is_ended(supervisor: Supervisor, tmp_path: Path) -> None:
    left = tmp_path / "pid"
    child = Child("parent", (*PARENT, str(left)))
    supervisor.add(child)
    wait_for(lambda: not child.is_running(), 10)
    wait_for(lambda: not is_alive(int(left.read_text())), 5)


def test_a_dead_child_starts_again(supervisor: Supervisor, told: list[str]) -> None:
    child = Child("worker", SLEEPER, delay=0.1)
    supervisor.add(child)
    assert child.process is not None
    first = child.process.pid
    child.process.kill()

    def back() -> bool:
        supervisor.look_after_all()
        return child.process is not None and child.process.pid != first

    wait_for(back, 10)
    assert told == ["The worker ended (signal SIGKILL); it starts again in 0.1 s."]
    supervisor.stop()


def test_a_child_that_keeps_dying_is_left_alone_longer_each_time() -> None:
    child = Child("worker", SLEEPER)
    waits = []
    for now in (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0):
        child.plan_restart(now)
        assert child.restart_at is not None
        waits.append(child.restart_at - now)
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_a_child_that_ran_for_long_is_restarted_at_once_again() -> None:
    child = Child("worker", SLEEPER, delay=30.0, started_at=0.0)
    child.plan_restart(processes.STEADY + 1)
    assert child.restart_at == processes.STEADY + 1 + processes.FIRST_DELAY
