"""A PostgreSQL server that a test stops at once and starts again on the same data."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Self

from tests.postgres import _wait_until_ready, find_binaries, server_user
from tests.stack import wait_for

DURABLE = ("listen_addresses=", "log_min_messages=panic")
"""Nothing careless: what was committed must be there after the restart."""


class Postgres:
    """Starts with the block and ends with it. ``stop`` may be called in a child process."""

    def __init__(self) -> None:
        self.binaries, self.user = find_binaries(), server_user()
        self.folder = Path(tempfile.mkdtemp(prefix="foitracker-pg-"))
        if self.user:
            shutil.chown(self.folder, self.user)
        self.url = f"postgres://postgres@/postgres?host={self.folder}"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        subprocess.run(
            [
                *(self.binaries / "initdb", "--pgdata", self.folder / "data", "--username", "postgres"),
                *("--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
            ],
            user=self.user,
            group=self.user,
            cwd=self.folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        self.start()
        return self

    def start(self) -> None:
        """Start it, and wait until it answers; recovers by itself what an abrupt stop left behind."""
        if self.process is not None:
            self.process.wait()
        settings = [f"unix_socket_directories={self.folder}", *DURABLE]
        self.process = subprocess.Popen(
            [
                *(self.binaries / "postgres", "-D", self.folder / "data"),
                *(part for setting in settings for part in ("-c", setting)),
            ],
            user=self.user,
            group=self.user,
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_until_ready(self.binaries, self.folder, self.process)

    def start_if_down(self) -> None:
        """Start it where it has ended."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        """End it at once, without a checkpoint: what it had not committed is gone."""
        if self.process is None:
            return
        os.kill(self.process.pid, signal.SIGQUIT)
        state = Path(f"/proc/{self.process.pid}/stat")
        wait_for(lambda: _has_ended(state), 20)

    def __exit__(self, *_: object) -> None:
        self.stop()
        if self.process is not None:
            self.process.wait()
        shutil.rmtree(self.folder)


def _has_ended(state: Path) -> bool:
    try:
        return " Z " in state.read_text()
    except OSError:
        return True
