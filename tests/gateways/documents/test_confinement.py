"""The process that reads a file can do nothing else, and when it dies the person gets a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from requests_app.gateways.documents import NoteKind, limits, read_document, sandbox

ROOT = Path(__file__).resolve().parents[3]
CONFINED = (
    "from requests_app.gateways.documents.confine import confine; confine(programs=frozenset(['/bin/true']));"
)


def confined(code: str) -> subprocess.CompletedProcess[str]:
    """Run a line of Python in a confined process."""
    return subprocess.run(
        [sys.executable, "-c", f"import os, socket, subprocess, tempfile\n{CONFINED}\n{code}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('example.org', 80)",
        "open('/tmp/reading-test', 'w')",
        "tempfile.TemporaryFile()",
        "os.mkdir('/tmp/reading-test')",
        "os.remove('manage.py')",
        "os.rename('manage.py', 'x')",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/sh', ['sh'])",
        "subprocess.run(['/bin/sh', '-c', 'true'])",
        "os.kill(os.getppid(), 15)",
    ],
)
def test_it_can_reach_no_network_write_no_file_and_start_no_program(code: str) -> None:
    done = confined(code)
    assert done.returncode == 1
    assert "Error" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a filter of the kernel's")
def test_the_kernel_itself_refuses_it_a_socket() -> None:
    code = "import ctypes; print(ctypes.CDLL(None, use_errno=True).socket(2, 1, 0), ctypes.get_errno())"
    assert confined(code).stdout.split() == ["-1", "1"]


def test_it_may_read_what_its_libraries_need_and_start_the_one_program_it_was_allowed() -> None:
    done = confined("import json, csv; print(subprocess.run(['/bin/true']).returncode)")
    assert done.stdout.strip() == "0"


def test_it_gets_no_more_memory_than_its_limit() -> None:
    assert limits.ADDRESS_SPACE < 500 * limits.MEGABYTE
    done = confined("x = bytearray(600_000_000)")
    assert "MemoryError" in done.stderr


def test_it_sees_none_of_our_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setenv("DATABASE_URL", "postgres://user:password@host/name")
    seen = sandbox._environment("/somewhere")
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(seen)


# How it ends


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A worker of the test's own in place of ours."""
    package = tmp_path / "requests_app" / "gateways" / "documents"
    package.mkdir(parents=True)
    for folder in (package, package.parent, package.parent.parent):
        (folder / "__init__.py").touch()
    monkeypatch.setattr(sandbox, "_ROOT", tmp_path)
    return package / "worker.py"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import os; os.abort()", "could not be read: it is damaged, or made to stop the program"),
        ("import sys; sys.exit(3)", "needs more memory than a file is given"),
        ("print('{')", "could not be read"),
        ("print('[]')", "could not be read"),
        ("while True: print('x' * 1_000_000)", "holds too much to be read"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "took too long to read"),
    ],
)
def test_however_it_dies_there_is_a_sentence_and_no_exception(worker: Path, code: str, sentence: str) -> None:
    worker.write_text(code)
    document = read_document("reply.pdf", b"%PDF-")
    assert not document.is_readable
    (note,) = document.notes
    assert note.kind is NoteKind.UNREAD
    assert sentence in note.sentence
    assert "It is kept" in note.sentence


def test_one_that_hangs_is_ended_with_what_it_started(worker: Path, tmp_path: Path) -> None:
    worker.write_text(
        "import subprocess, time, sys\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(tmp_path / 'child')!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    began = time.monotonic()
    document = read_document("reply.pdf", b"%PDF-", seconds=2)
    assert time.monotonic() - began < 10
    assert "took too long to read" in document.notes[0].sentence
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not is_running(child):
            break
        time.sleep(0.1)
    assert not is_running(child)


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rpartition(") ")[2][:1] != "Z"


def test_a_mail_whose_attachment_stops_the_reading_keeps_its_own_words(worker: Path) -> None:
    real = ROOT / "requests_app" / "gateways" / "documents"
    worker.write_text(
        "import json, os, sys\n"
        "given = json.loads(sys.stdin.buffer.readline())\n"
        "if not given['shallow']: os.abort()\n"
        f"sys.path.insert(0, {str(real.parents[2])!r})\n"
        "for name in [each for each in sys.modules if each.startswith('requests_app')]: del sys.modules[name]\n"
        "from requests_app.gateways.documents.reading import read\n"
        "sys.stdout.write(json.dumps(read(given['name'], sys.stdin.buffer.read(), shallow=True).to_json()))\n"
    )
    content = (ROOT / "tests" / "files" / "mail.eml").read_bytes()
    document = read_document("mail.eml", content)
    assert "Please find attached our reply" in document.text
    assert [part.name for part in document.parts] == ["reply.docx", "figures.xlsx"]
    assert "One of the files in it stopped the reading" in document.notes[-1].sentence


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    read_document("bundle.zip", (ROOT / "tests" / "files" / "bundle.zip").read_bytes())
    assert list(tmp_path.iterdir()) == []
