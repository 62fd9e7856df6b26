"""``manage.py up`` as a person meets it: the address, the logins, what it refuses, and that nothing stays behind."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings

from requests_app.management.commands.up import start_broker
from requests_app.management.processes import Supervisor
from tests.stack import Stack, running_stack, wait_for

pytestmark = [pytest.mark.broker, pytest.mark.xdist_group("up")]


@pytest.fixture(scope="module")
def own_stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """A program of this module's own, whose parts may be killed."""
    with running_stack(tmp_path_factory.mktemp("own")) as running:
        yield running


def status_of(url: str) -> int:
    with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310 - ours, on this machine
        return int(answer.status)


def answers(url: str) -> bool:
    """Whether anybody answers there: a test before this one may have killed the web server."""
    try:
        return status_of(url) == 200
    except OSError:
        return False


def up(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run ``manage.py up`` where it should refuse."""
    return subprocess.run(
        [sys.executable, "manage.py", "up"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_page_answers_at_the_address_it_prints(own_stack: Stack) -> None:
    assert f"foitracker is running at {own_stack.base_url}/\n" in own_stack.log.read_text()
    wait_for(lambda: answers(f"{own_stack.base_url}/"), 60)
    assert status_of(f"{own_stack.base_url}/") == 200


def test_the_demo_logins_are_printed_one_a_line(own_stack: Stack) -> None:
    printed = dict(
        re.findall(r"^(\S+@example\.org) password: (\S+)$", own_stack.log.read_text(), re.MULTILINE)
    )
    assert set(printed) == {"campaigner@example.org", "staff@example.org"}
    assert printed == own_stack.logins
    assert stat.S_IMODE((own_stack.data_dir / "demo_logins.json").stat().st_mode) == 0o600


def test_the_database_is_its_owners_alone(own_stack: Stack) -> None:
    database = own_stack.data_dir / "foitracker.sqlite3"
    assert stat.S_IMODE(database.stat().st_mode) == 0o600
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_second_one_on_the_same_data_is_refused(own_stack: Stack) -> None:
    refused = up(own_stack.environment)
    assert refused.returncode == 2
    running = own_stack.pids()["up"]
    assert f"already runs on {own_stack.data_dir} (process {running}): stop that one, or" in refused.stderr
    assert refused.stderr.count("\n") == 1


def test_a_port_in_use_is_refused_with_another_to_try(own_stack: Stack, tmp_path: Path) -> None:
    refused = up(own_stack.environment | {"DATA_DIR": str(tmp_path)})
    port = int(own_stack.environment["PORT"])
    assert refused.returncode == 2
    assert (
        f"Port {port} is in use by another program. Choose another, for example PORT={port + 1}."
        in refused.stderr
    )
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["0", "eighty", "65536"])
def test_a_port_that_is_none_is_refused(own_stack: Stack, tmp_path: Path, port: str) -> None:
    refused = up(own_stack.environment | {"DATA_DIR": str(tmp_path), "PORT": port})
    assert refused.returncode == 2
    assert refused.stderr == (
        f"foitracker can't start: PORT is '{port}': set it to a number from 1 to 65535, such as 8000.\n"
    )


@pytest.mark.parametrize("part", ["worker", "beat", "web server", "broker"])
def test_a_part_that_dies_comes_back(own_stack: Stack, part: str) -> None:
    before = own_stack.pids()[part]
    os.kill(before, signal.SIGKILL)
    wait_for(lambda: own_stack.pids()[part] != before, 90)
    assert f"The {part} ended (signal SIGKILL); it starts again in" in own_stack.log.read_text()
    assert before not in own_stack.session()


def test_the_worker_answers_again_after_broker_and_worker_died(own_stack: Stack) -> None:
    ready = own_stack.log.read_text().count(" ready.")
    for part in ("broker", "worker"):
        before = own_stack.pids()[part]
        os.kill(before, signal.SIGKILL)
        wait_for(lambda part=part, before=before: own_stack.pids()[part] != before, 90)
    wait_for(lambda: own_stack.log.read_text().count(" ready.") > ready, 120)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends the children of a killed process")
def test_killed_it_takes_its_children_along_and_started_again_it_stops_at_ctrl_c(tmp_path: Path) -> None:
    with running_stack(tmp_path) as first:
        logins = first.logins
        assert len(first.session()) > 4
        first.process.kill()
        first.process.wait()
        wait_for(lambda: not first.session(), 60)
    with running_stack(tmp_path) as second:
        assert second.logins == logins
        assert status_of(f"{second.base_url}/") == 200
        os.kill(second.process.pid, signal.SIGINT)
        assert second.process.wait(20) == 0
        assert not second.session()
        assert not (tmp_path / "processes.json").exists()


def test_a_broker_that_is_given_is_used_instead_of_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "EMBEDDED_BROKER", False)
    supervisor = Supervisor(tell=lambda _sentence: None, pid_file=tmp_path / "processes.json")
    start_broker(supervisor, tmp_path)
    assert not supervisor.children
