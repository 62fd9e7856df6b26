"""Takes from this process what reading a file doesn't need: memory, time, the network, and the disk.

On Linux the kernel refuses sockets (seccomp) and Python itself refuses to open files for writing; on other systems
Python's refusal stands alone. None of it can be taken back by the process, or by what it starts.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import signal
import struct
import sys
from contextlib import suppress
from typing import Any

from requests_app.gateways.documents.limits import ADDRESS_SPACE, CPU_SECONDS, WALL_SECONDS

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 1, 38, 22, 2
_SOCKET_CALLS = {  # machine: its audit number, and its numbers of socket and socketpair
    "x86_64": (0xC000003E, (41, 53)),
    "aarch64": (0xC00000B7, (198, 199)),
}
_REFUSED_EVENTS = frozenset(
    f"{module}.{name}"
    for module, names in {
        "socket": "__new__ connect bind getaddrinfo gethostbyname",
        "os": "remove rename rmdir mkdir chmod chown link symlink truncate exec fork forkpty posix_spawn system kill",
        "shutil": "rmtree move copyfile",
    }.items()
    for name in names.split()
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(*, programs: frozenset[str]) -> None:
    """Do so. ``programs`` are the only ones that may be started. The limits hold for them too."""
    for what, most in (
        (resource.RLIMIT_AS, ADDRESS_SPACE),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        _, hard = resource.getrlimit(what)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # macOS has no limit of memory
            resource.setrlimit(what, (least, least))
    signal.alarm(WALL_SECONDS + 5)
    if sys.platform == "linux":
        _refuse_sockets()
    _refuse_in_python(programs)


def _refuse_sockets() -> None:
    """A filter of the kernel: socket() and socketpair() fail. Where there is none, Python's own refusal has to do."""
    known = _SOCKET_CALLS.get(platform.machine())
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if known is None or libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return
    machine, calls = known
    load, equal, answer = 0x20, 0x15, 0x06  # BPF: load a word, jump if equal, return
    refuse, allow = 0x00050000 | 1, 0x7FFF0000  # SECCOMP_RET_ERRNO with EPERM, SECCOMP_RET_ALLOW
    program = [(load, 0, 0, 4), (equal, 0, len(calls) + 1, machine), (load, 0, 0, 0)]
    program += [(equal, len(calls) - place, 0, call) for place, call in enumerate(calls)]
    program += [(answer, 0, 0, allow), (answer, 0, 0, refuse)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in program))
    wanted = struct.pack("@HP", len(program), ctypes.addressof(code))
    libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.create_string_buffer(wanted), 0, 0)


def _refuse_in_python(programs: frozenset[str]) -> None:
    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _REFUSED_EVENTS or (event == "open" and _writes(*arguments)):
            raise PermissionError(f"{event} is refused here")
        if event == "subprocess.Popen" and not {str(arguments[0]), arguments[1][0]} <= programs:
            raise PermissionError("programs are refused here")

    sys.addaudithook(refuse)


def _writes(path: object, _: object, flags: object) -> bool:
    """Whether a file is opened for writing by its name. What is open already, such as a pipe, is only wrapped."""
    return (
        isinstance(path, str | bytes)
        and path != os.devnull
        and isinstance(flags, int)
        and bool(flags & _WRITING)
    )
