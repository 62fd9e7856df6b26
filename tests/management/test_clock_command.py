"""The ``clock`` command: contract of law/CONTRACT.md, exit codes of HOUSE.md section 5, no database."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "id": "good",
    "regime": "FOIA",
    "authority_kind": "police_ew",
    "events": [{"type": "received", "date": "2026-03-02"}],
}
BAD = {**GOOD, "id": "bad", "regime": "FIOA"}


def answer(tmp_path: Path, given: object, *arguments: str) -> str:
    """What the command prints for ``given`` from a file."""
    file = tmp_path / "events.json"
    file.write_text(given if isinstance(given, str) else json.dumps(given))
    out = io.StringIO()
    call_command("clock", str(file), *arguments, stdout=out)
    return out.getvalue()


def refusal(tmp_path: Path, given: object) -> CommandError:
    """How the command refuses ``given``."""
    with pytest.raises(CommandError) as refused:
        answer(tmp_path, given, "--json")
    return refused.value


def test_an_object_gives_an_object(tmp_path: Path) -> None:
    printed = json.loads(answer(tmp_path, GOOD, "--json"))
    assert (printed["id"], printed["state"], printed["response_due"]) == ("good", "running", "2026-03-31")


def test_a_list_gives_a_list_in_the_same_order(tmp_path: Path) -> None:
    printed = json.loads(answer(tmp_path, [BAD, GOOD, 7], "--json"))
    assert [item["id"] for item in printed] == ["bad", "good", None]
    assert set(printed[0]) == {"id", "error"}
    assert "accepted: FOIA, EIR" in printed[0]["error"]
    assert "An object is needed" in printed[2]["error"]


def test_an_empty_list_gives_an_empty_list(tmp_path: Path) -> None:
    assert json.loads(answer(tmp_path, [], "--json")) == []


def test_standard_input_is_read_when_no_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(GOOD)))
    out = io.StringIO()
    call_command("clock", "--json", stdout=out)
    assert json.loads(out.getvalue())["response_due"] == "2026-03-31"


def test_a_single_object_that_cannot_be_computed_exits_2_with_one_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, BAD)
    assert error.returncode == 2
    assert "regime is unknown" in str(error)
    assert "\n" not in str(error)


@pytest.mark.parametrize("text", ["", "{", "{'id': 1}", '{"id": NaN}', "\x00", "[" * 100_000], ids=range(6))
def test_what_is_not_json_is_said_not_to_be(tmp_path: Path, text: str) -> None:
    error = refusal(tmp_path, text)
    assert error.returncode == 2
    assert "is not JSON" in str(error)
    assert "\n" not in str(error)


def test_a_file_that_is_not_text_is_said_not_to_be_json(tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_bytes(b"\xff\xfe\x80")
    with pytest.raises(CommandError, match="is not JSON"):
        call_command("clock", str(file), "--json")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.json can't be read"):
        call_command("clock", str(tmp_path / "nowhere.json"), "--json")


def test_without_json_it_prints_lines_for_people(tmp_path: Path) -> None:
    printed = answer(tmp_path, [{**GOOD, "events": [{"type": "received", "date": "2026-03-08"}]}, BAD])
    assert "good: running" in printed
    assert "2026-04-08  Reply due (FOIA s.10(1))" in printed
    assert "Day 20 is Wed 8 Apr 2026. [FOIA s.10(1)]" in printed
    assert "uncertain: The 2018 section 45 code" in printed
    assert "bad: regime is unknown" in printed


def run(given: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it."""
    command = [sys.executable, "manage.py", "clock", *arguments]
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
    )


def test_it_runs_as_a_program_without_a_database_and_keeps_its_exit_codes() -> None:
    nowhere: dict[str, Any] = {"DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing"}
    listed = run(json.dumps([GOOD, BAD]), "--json", **nowhere)
    assert (listed.returncode, len(json.loads(listed.stdout))) == (0, 2), listed.stderr
    single = run(json.dumps(BAD), "--json", **nowhere)
    assert (single.returncode, single.stdout, single.stderr.count("\n")) == (2, "", 1)


def test_its_help_names_kinds_events_and_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        call_command("clock", "--help")
    assert left.value.code == 0
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("police_ew", "second_request_planned", "--json", "example"))
