"""Child processes that are watched: restarted when they die, and none left when we go.

Every child leads a process group of its own, so that Ctrl-C reaches only us and a stop reaches its children too.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

TICK = 0.2  # seconds between two looks at the children
GRACE = 10.0  # seconds from being asked to stop to being killed
FIRST_DELAY, LONGEST_DELAY = 0.5, 30.0  # seconds before a restart; doubled each time
STEADY = 60.0  # seconds of life after which a child's death counts as its first
PR_SET_PDEATHSIG = 1


def _on_parent_death() -> Callable[[], None] | None:
    """What a child does before it starts: ask Linux to end it when we die, even by ``kill -9``."""
    if sys.platform != "linux":
        return None
    prctl, parent = ctypes.CDLL(None).prctl, os.getpid()

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return ask


@dataclass
class Child:
    """One program that should be running."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0  # monotonic seconds, as is restart_at
    restart_at: float | None = None
    delay: float = FIRST_DELAY
    group_ended: bool = False

    def start(self) -> None:
        """Start the program, with our output and environment."""
        self.process = subprocess.Popen(  # noqa: S603 - the command is ours
            self.command,
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=_on_parent_death(),  # safe here: we have one thread
        )
        self.started_at, self.restart_at, self.group_ended = time.monotonic(), None, False

    def is_running(self) -> bool:
        """Whether it lives. Where it has died, what it left in its group is ended too."""
        if self.process is None:
            return False
        if self.process.poll() is None:
            return True
        self._end_group(self.process.pid)
        return False

    def ask_to_stop(self) -> None:
        """Ask the program, and only it: it knows best how to end its own children."""
        if self.is_running() and self.process is not None:
            self.process.terminate()

    def kill(self) -> None:
        """End the program and its descendants now, and wait until it is gone."""
        if self.process is not None:
            self._end_group(self.process.pid)
            self.process.wait()

    def _end_group(self, group: int) -> None:
        if self.group_ended:
            return  # the number may be another's by now
        self.group_ended = True
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)

    def plan_restart(self, now: float) -> str:
        """Decide when to start again: the oftener it dies, the later. Returns a sentence that says so."""
        if now - self.started_at > STEADY:
            self.delay = FIRST_DELAY
        self.restart_at, wait = now + self.delay, self.delay
        self.delay = min(self.delay * 2, LONGEST_DELAY)
        return f"The {self.name} ended{self._how()}; it starts again in {wait:g} s."

    def _how(self) -> str:
        code = self.process.returncode if self.process is not None else 0
        return f" (signal {signal.Signals(-code).name})" if code < 0 else f" (exit code {code})"


@dataclass
class Supervisor:
    """All children of one ``up``. Signals only leave a note: ``asked_to_stop``; loops look at it."""

    tell: Callable[[str], None]
    pid_file: Path
    children: list[Child] = field(default_factory=list)
    asked_to_stop: int = 0

    def listen(self) -> None:
        """Take Ctrl-C, SIGTERM and a closed terminal as the wish to stop; a second one as hurry."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup stays in force
                signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: object) -> None:
        self.asked_to_stop += 1

    def add(self, child: Child) -> None:
        """Start a child and watch it from now on. They are stopped in reverse order."""
        child.start()
        self.children.append(child)
        self._write_pids()

    def dead(self) -> Child | None:
        """A child that has ended, or None."""
        return next((child for child in self.children if not child.is_running()), None)

    def watch(self) -> None:
        """Restart what dies until somebody asks us to stop."""
        while not self.asked_to_stop:
            self.look_after_all()
            time.sleep(TICK)

    def look_after_all(self) -> None:
        """Notice who has died, and start again whose time has come."""
        for child in self.children:
            self._look_after(child, time.monotonic())

    def _look_after(self, child: Child, now: float) -> None:
        if child.restart_at is not None and now >= child.restart_at:
            child.start()
            self._write_pids()
        elif child.restart_at is None and not child.is_running():
            self.tell(child.plan_restart(now))

    def stop(self) -> None:
        """Ask all but the first child to end, then the first, which the others use; kill what takes too long."""
        for group in (self.children[1:], self.children[:1]):
            for child in group:
                child.ask_to_stop()
            until = time.monotonic() + GRACE
            while (
                any(child.is_running() for child in group)
                and time.monotonic() < until
                and self.asked_to_stop < 2
            ):
                time.sleep(TICK / 4)
            for child in group:
                child.kill()
        self.children.clear()
        self.pid_file.unlink(missing_ok=True)

    def _write_pids(self) -> None:
        pids = {child.name: child.process.pid for child in self.children if child.process is not None}
        draft = self.pid_file.with_suffix(".new")
        draft.write_text(json.dumps({"up": os.getpid()} | pids))
        draft.replace(self.pid_file)
