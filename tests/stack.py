"""The whole program as a subprocess, for tests that need it running: web server, worker, beat and broker."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
START_LIMIT = 90.0  # seconds
STOP_LIMIT = 30.0
NOT_INHERITED = (
    *(
        "ALLOWED_HOSTS",
        "BANK_HOLIDAYS_URL",
        "DATABASE_URL",
        "DATA_DIR",
        "DEBUG",
        "DEMO",
        "EMAIL_URL",
        "HTTPS",
        "LOG_LEVEL",
        "PORT",
    ),
    *("CLAMD", "INBOUND", "INBOX_MOVED_TO", "INBOX_URL", "TRUSTED_MAIL_SERVER"),
    *("REDIS_URL", "REPLY_ADDRESS", "REPLY_BY_TOKEN", "SECRET_KEY", "SITE_URL"),
)


@dataclass(frozen=True)
class Stack:
    """A running ``manage.py up``. ``log`` is what it and its children have printed."""

    base_url: str
    data_dir: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def logins(self) -> dict[str, str]:
        """The demo people's passwords by e-mail."""
        logins: dict[str, str] = json.loads((self.data_dir / "demo_logins.json").read_text())
        return logins

    @property
    def broker_url(self) -> str:
        """Where the embedded broker listens, as Celery writes it; nothing quoted, for test folders need none."""
        return f"redis+socket://{self.data_dir / 'broker' / 'valkey.sock'}"

    def manage(self, *args: str, stdin: str = "", check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a management command on the same data."""
        return subprocess.run(
            [sys.executable, ROOT / "manage.py", *args],
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=check,
            timeout=120,
        )

    def pids(self) -> dict[str, int]:
        """The leading process of each part: up, broker, web server, worker, beat."""
        pids: dict[str, int] = json.loads((self.data_dir / "processes.json").read_text())
        return pids

    def worker_pids(self) -> list[int]:
        """The worker's leading process and its children: what a test kills with -9. Linux only."""
        leader = self.pids()["worker"]
        return [leader, *children_of(leader)]

    def kill_worker(self) -> None:
        """Kill the worker and all its children at once, as a machine out of memory does."""
        os.killpg(self.pids()["worker"], signal.SIGKILL)

    def session(self) -> dict[int, str]:
        """Command lines of everything alive that this ``up`` started, by process number. Linux only."""
        return session_of(self.process.pid)


@contextmanager
def running_stack(data_dir: Path, **environment: str) -> Iterator[Stack]:
    """Start the program on a data folder and a free port; stop it, and see that no process is left."""
    port = free_port()
    own = {"DJANGO_SETTINGS_MODULE": "foitracker.settings"}  # not that of the tests
    own |= {"DATA_DIR": str(data_dir), "PORT": str(port), "DEMO": "1", "LOG_LEVEL": "INFO"}
    settings = own | environment
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_INHERITED}
    log = data_dir / "up.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, ROOT / "manage.py", "up"],
            env=inherited | settings,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    stack = Stack(f"http://127.0.0.1:{port}", data_dir, inherited | settings, process, log)
    try:
        wait_for(lambda: f"{stack.base_url}/" in log.read_text() or process.poll() is not None, START_LIMIT)
        assert process.poll() is None, log.read_text()
        yield stack
    finally:
        process.terminate()
        try:
            process.wait(STOP_LIMIT)
        finally:
            left = end_session(process.pid)
    assert not left, f"processes left behind: {left}"


def wait_for(ready: Callable[[], object], limit: float) -> None:
    """Wait until ``ready()`` is true. Raises AssertionError after ``limit`` seconds."""
    until = time.monotonic() + limit
    while not ready():
        assert time.monotonic() < until, f"waited {limit:g} seconds in vain"
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def children_of(pid: int) -> list[int]:
    """Process numbers of the children of a process, from Linux's /proc."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [int(number) for number in (task / "children").read_text().split()]
    return found


def session_of(leader: int) -> dict[int, str]:
    """Command lines of what lives in a session, by process number; zombies don't count."""
    found = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, session, *_ = status.read_text().rpartition(") ")[2].split()
            command = (status.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(session) == leader and state != "Z":
            found[int(status.parent.name)] = command.strip()
    return found


def end_session(leader: int) -> dict[int, str]:
    """Kill what is left of a session; returns what that was."""
    left = session_of(leader)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    return left
