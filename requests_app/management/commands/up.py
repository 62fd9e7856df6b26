"""The whole program with one command: broker, database, static files, worker, beat and web server.

It stays in front, restarts what dies, and leaves nothing behind when it stops.
"""

from __future__ import annotations

import errno
import fcntl
import http.client
import json
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from foitracker.env import broker_socket
from requests_app.gateways import broker
from requests_app.management.processes import TICK, Child, Supervisor
from requests_app.management.static_files import collect

HOST = "127.0.0.1"
START_LIMIT = 60.0  # seconds until the first page must have answered


class Command(BaseCommand):
    """Run everything until Ctrl-C. Exit code 2 where it can't start, 1 where a part failed while starting."""

    help = "Run the whole program: broker, worker, beat and web server. PORT and DATA_DIR choose where."

    def handle(self, *_args: object, **_options: object) -> None:
        """Start all parts in order, tell where they are, watch them until asked to stop."""
        os.umask(0o077)  # letters are private: files we make are their owner's alone
        data_dir, port = Path(settings.DATA_DIR), int(settings.PORT)
        with only_one(data_dir):
            check_port(port)
            supervisor = Supervisor(tell=self._tell, pid_file=data_dir / "processes.json")
            supervisor.listen()
            try:
                self._start(supervisor, data_dir, port)
                supervisor.watch()
                self._tell("Stopping ...")
            finally:
                supervisor.stop()

    def _start(self, supervisor: Supervisor, data_dir: Path, port: int) -> None:
        steps: list[Callable[[], None]] = [
            lambda: start_broker(supervisor, data_dir),
            prepare_data,
            lambda: start_web(supervisor, port),
            lambda: start_tasks(supervisor),
            lambda: self._say_where(data_dir, port),
        ]
        for step in steps:
            if supervisor.asked_to_stop:
                return
            step()

    def _say_where(self, data_dir: Path, port: int) -> None:
        self._tell(f"foitracker is running at http://{HOST}:{port}/")
        logins = data_dir / "demo_logins.json"
        if settings.DEMO and logins.exists():
            for email, password in json.loads(logins.read_text()).items():
                self._tell(f"{email} password: {password}")
        self._tell(f"Its data is in {data_dir}. Ctrl-C stops it.")

    def _tell(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


@contextmanager
def only_one(data_dir: Path) -> Iterator[None]:
    """Hold the data folder. Raises CommandError where another ``up`` does."""
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data_dir / "up.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise CommandError(
                f"foitracker already runs on {data_dir} (process {lock.read().strip()}): "
                "stop that one, or choose another folder with DATA_DIR.",
                returncode=2,
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def check_port(port: int) -> None:
    """Raises CommandError with a sentence where the port can't be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            why = (
                "is in use by another program"
                if error.errno == errno.EADDRINUSE
                else f"can't be used: {error.strerror}"
            )
            raise CommandError(
                f"Port {port} {why}. Choose another, for example PORT={other_port(port)}.", returncode=2
            ) from error


def other_port(port: int) -> int:
    """A number worth trying instead."""
    return port + 1 if 1024 <= port < 65535 else 8001


def start_broker(supervisor: Supervisor, data_dir: Path) -> None:
    """Start the embedded broker, unless REDIS_URL names another."""
    if not settings.EMBEDDED_BROKER:
        return
    try:
        supervisor.add(Child("broker", broker.prepare(data_dir)))
    except broker.NoBroker as error:
        raise CommandError(str(error), returncode=2) from error
    listens = broker_socket(data_dir)
    wait_until(supervisor, lambda: broker.answers(listens), f"broker (see {broker.log_file(data_dir)})")


def prepare_data() -> None:
    """Bring database and static files up to date; on the first demo start, load the demo record."""
    call_command("migrate", interactive=False, verbosity=0)
    collect()
    if settings.DEMO and not get_user_model().objects.exists():
        call_command("seed_demo", verbosity=0)
    for connection in connections.all():
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()  # its threads would be in the way of starting children


def start_web(supervisor: Supervisor, port: int) -> None:
    """Start the web server and wait for its first page. Preloading shares one copy of the code in memory."""
    gunicorn = (sys.executable, "-m", "gunicorn", "foitracker.wsgi", "--preload", "--log-level", "warning")
    where = ("--bind", f"{HOST}:{port}", "--workers", "2", "--threads", "4", "--graceful-timeout", "8")
    supervisor.add(Child("web server", (*gunicorn, *where)))
    wait_until(supervisor, lambda: web_answers(port), "first page")


def start_tasks(supervisor: Supervisor) -> None:
    """Start Celery's worker and beat: after the first page, for which somebody waits."""
    quiet_for_root = ("-W", "ignore:You're running the worker with superuser privileges")
    celery = (sys.executable, *quiet_for_root, "-m", "celery", "--quiet", "--app", "foitracker")
    level = ("--loglevel", settings.LOG_LEVEL.lower())
    alone = ("--without-gossip", "--without-mingle")
    supervisor.add(Child("worker", (*celery, "worker", "--concurrency", "2", *alone, *level)))
    supervisor.add(Child("beat", (*celery, "beat", "--pidfile", "", *level)))


def wait_until(supervisor: Supervisor, ready: Callable[[], bool], what: str) -> None:
    """Wait for a part to be ready. Raises CommandError where a child dies or time runs out before."""
    until = time.monotonic() + START_LIMIT
    while not ready() and not supervisor.asked_to_stop:
        if dead := supervisor.dead():
            raise CommandError(f"The {dead.name} ended while starting: its own words stand above.")
        if time.monotonic() > until:
            raise CommandError(f"The {what} didn't answer within {START_LIMIT:g} seconds.")
        time.sleep(TICK / 4)


def web_answers(port: int) -> bool:
    """Whether the web server answers the first page, with whatever status."""
    connection = http.client.HTTPConnection(HOST, port, timeout=START_LIMIT)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
