"""Reads a file in a process of its own that may do nothing else: a file made to break it breaks that process only."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

from requests_app.gateways.documents.limits import ANSWER_BYTES, FILE_BYTES, MEGABYTE, WALL_SECONDS
from requests_app.gateways.documents.names import safe_name
from requests_app.gateways.documents.recognise import kind_of
from requests_app.gateways.documents.records import Document, Note, NoteKind, document_from_json

_ROOT = Path(__file__).resolve().parents[3]
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "TESSDATA_PREFIX", "TESSERACT")
_OUT_OF_MEMORY = 3
_HOLDERS = ("eml", "msg", "zip")


class _Ended(Exception):
    """The process gave no answer; the words say why."""


def read_document(name: str, content: bytes, *, seconds: float = WALL_SECONDS) -> Document:
    """Read a file. Never raises for what is in it: what can't be read is a document whose notes say why.

    Takes up to ``seconds``, twice where a mail or archive has to be read without what is attached to it.
    """
    shown = safe_name(name)
    if len(content) > FILE_BYTES:
        return _unread(
            shown, f"“{shown}” is larger than {FILE_BYTES // MEGABYTE} MB: it was kept, and not read."
        )
    try:
        return _ask(name, content, shallow=False, seconds=seconds)
    except _Ended as ended:
        if kind_of(shown, content) not in _HOLDERS:
            return _unread(shown, f"“{shown}” {ended}")
    note = Note(
        NoteKind.UNREAD,
        "One of the files in it stopped the reading: none of them was read. Upload them one by one.",
    )
    try:
        return _ask(name, content, shallow=True, seconds=seconds).with_notes(note)
    except _Ended as ended:
        return _unread(shown, f"“{shown}” {ended}")


def _unread(name: str, sentence: str) -> Document:
    return Document(name, "unreadable", notes=(Note(NoteKind.UNREAD, sentence),))


def _ask(name: str, content: bytes, *, shallow: bool, seconds: float) -> Document:
    deadline = time.monotonic() + seconds
    with TemporaryDirectory(prefix="reading-") as folder, TemporaryFile() as given:
        given.write(json.dumps({"name": name[-1000:], "shallow": shallow}).encode() + b"\n")
        given.write(content)
        given.seek(0)
        with subprocess.Popen(
            [sys.executable, "-P", "-B", "-X", "utf8", "-m", "requests_app.gateways.documents.worker"],
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=_environment(folder),
            start_new_session=True,
        ) as process:
            try:
                answer = _answer(process, deadline)
            finally:
                _end(process)
    return _understood(process.returncode, answer)


def _environment(folder: str) -> dict[str, str]:
    """Nothing of ours but where programs are: no keys, no addresses."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | {
        "PYTHONPATH": str(_ROOT),
        "TMPDIR": folder,
        "HOME": folder,
        "LC_ALL": "C.UTF-8",
        "MALLOC_ARENA_MAX": "2",
    }


def _answer(process: subprocess.Popen[bytes], deadline: float) -> bytes:
    """What it prints, up to the limit. Raises _Ended where it takes too long or prints too much."""
    pieces: list[bytes] = []
    length = 0
    pipe = process.stdout
    while pipe is not None:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise _Ended(
                "took too long to read. It is kept: paste its words instead, or upload a shorter part of it."
            )
        piece = os.read(pipe.fileno(), 1 << 16)
        if not piece:
            break
        pieces.append(piece)
        length += len(piece)
        if length > ANSWER_BYTES:
            raise _Ended("holds too much to be read. It is kept: upload a shorter part of it.")
    return b"".join(pieces)


def _end(process: subprocess.Popen[bytes]) -> None:
    """It, and what it started. One that has closed its pipe is given a moment to say how it ended."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=1)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _understood(code: int, answer: bytes) -> Document:
    if code == _OUT_OF_MEMORY:
        raise _Ended(
            "needs more memory than a file is given. It is kept: upload a shorter part of it, or paste its words."
        )
    if code in (-signal.SIGXCPU, -signal.SIGALRM):
        raise _Ended(
            "took too long to read. It is kept: paste its words instead, or upload a shorter part of it."
        )
    try:
        return document_from_json(json.loads(answer))
    except (ValueError, KeyError, TypeError):
        pass
    raise _Ended(
        "could not be read: it is damaged, or made to stop the program that reads it. It is kept: paste its words instead."
    )
