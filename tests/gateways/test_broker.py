"""The embedded broker: where it listens, who may, and what becomes of the one before it."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from celery import Celery

from foitracker.env import MAX_SOCKET_PATH, broker_socket
from requests_app.gateways import broker
from tests.stack import wait_for

pytestmark = pytest.mark.broker


@contextmanager
def running(data_dir: Path) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(broker.prepare(data_dir))
    try:
        wait_for(lambda: broker.answers(broker_socket(data_dir)), 10)
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    folder = tmp_path / "its data"
    folder.mkdir(mode=0o700)
    return folder


def test_the_broker_listens_on_a_socket_that_only_its_owner_can_reach(data_dir: Path) -> None:
    with running(data_dir):
        listens = broker_socket(data_dir)
        assert stat.S_IMODE(listens.stat().st_mode) == 0o700
        assert stat.S_IMODE(listens.parent.stat().st_mode) == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's list of sockets")
def test_the_broker_has_no_tcp_port(data_dir: Path) -> None:
    with running(data_dir) as process:
        own = {str(link.readlink()) for link in Path(f"/proc/{process.pid}/fd").iterdir()}
        lines = [
            line.split()
            for name in ("tcp", "tcp6")
            for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
        ]
        assert not [line for line in lines if f"socket:[{line[9]}]" in own]


def test_a_task_queued_before_a_restart_is_there_after_it(data_dir: Path) -> None:
    queue = Celery(broker=f"redis+socket://{broker_socket(data_dir)}".replace(" ", "%20"))
    with running(data_dir) as process, queue.connection() as connection:
        queue.send_task("anything", connection=connection)
        process.terminate()
        process.wait(10)
    with running(data_dir), queue.connection() as connection:
        assert connection.SimpleQueue("celery").qsize() == 1


def test_a_broker_left_behind_is_stopped_before_another_takes_its_files(data_dir: Path) -> None:
    with running(data_dir) as left_behind:
        broker.prepare(data_dir)
        assert left_behind.wait(10) == 0
        assert not broker.answers(broker_socket(data_dir))


def test_a_stale_socket_is_in_nobodys_way(data_dir: Path) -> None:
    with running(data_dir) as process:
        process.kill()
        process.wait()
    assert broker_socket(data_dir).exists()
    with running(data_dir):
        assert broker.answers(broker_socket(data_dir))


def test_a_data_folder_too_deep_for_a_socket_gets_one_in_the_temporary_folder(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 60) / ("e" * 60)
    deep.mkdir(parents=True)
    listens = broker_socket(deep)
    assert len(os.fsencode(listens)) <= MAX_SOCKET_PATH
    assert listens != broker_socket(tmp_path)
    try:
        with running(deep):
            assert stat.S_IMODE(listens.parent.stat().st_mode) == 0o700
    finally:
        shutil.rmtree(listens.parent)


def test_a_folder_that_others_can_enter_is_refused(data_dir: Path) -> None:
    (data_dir / "broker").mkdir(mode=0o755)
    with pytest.raises(broker.NoBroker, match="closed to others"):
        broker.prepare(data_dir)


def test_a_link_in_place_of_the_folder_is_refused(data_dir: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (data_dir / "broker").symlink_to(elsewhere)
    with pytest.raises(broker.NoBroker, match="must be yours"):
        broker.prepare(data_dir)


def test_a_server_on_path_serves_where_the_wheel_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broker, "find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(broker.NoBroker, match="install valkey-server or redis-server, or set REDIS_URL"):
        broker.find_server()
    program = tmp_path / "redis-server"
    program.touch(mode=0o755)
    assert broker.find_server() == program


def test_something_else_on_the_socket_is_no_broker(data_dir: Path) -> None:
    path = data_dir / "other.sock"
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(str(path))
        assert not broker.answers(path)
