"""``advise_request`` as those who call it see it: JSON or lines, and one line with exit 2 for bad input."""

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
DRAFT = """Dear Anyshire Police,

1. How many complaints about Safer Schools Officers were received in 2024?
2. Why was the scheme changed in 2024?

Yours faithfully,
Jo Smith
"""


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("advise_request", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def findings(*arguments: str) -> list[dict[str, Any]]:
    printed = json.loads(run(*arguments, "--json"))
    assert set(printed) == {"findings"}
    found: list[dict[str, Any]] = printed["findings"]
    return found


def test_a_draft_gives_an_object_of_findings(draft: Path) -> None:
    found = findings(str(draft), "--on", "2026-11-22")
    assert [(each["rule"], each["question"]) for each in found] == [("why_question", "2")]
    assert set(found[0]) == {
        "rule", "what", "why", "source", "start", "end", "severity", "question", "fix",
    }  # fmt: skip
    assert DRAFT[found[0]["start"] : found[0]["end"]] == "Why was the scheme changed in 2024?"


def test_a_draft_in_good_order_gives_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "draft"
    path.write_text(
        DRAFT.replace("2. Why was the scheme changed in 2024?\n", "").replace(
            "received?", "received in 2024?"
        )
    )
    assert findings(str(path)) == []
    assert run(str(path)).strip() == "Nothing to say."


def test_the_fix_for_a_period_follows_the_day(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("Dear Sir,\n\n1. How many complaints were received?\n\nYours,\nJo Smith")
    (early,) = findings(str(path), "--on", "2024-05-01")
    assert early["fix"]["replacement"] == " between 1 January 2021 and 31 December 2023"
    assert early["fix"]["start"] == early["fix"]["end"]


def test_what_is_known_beside_the_text_counts(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text("1. How many arrests were made in 2024?")
    assert {each["rule"] for each in findings(str(path))} == {"no_name"}
    assert findings(str(path), "--name", "Jo Smith") == []
    known = findings(str(path), "--name", "Jo Smith", "--kind", "council")
    assert {each["rule"] for each in known} == {"held_elsewhere"}
    scottish = findings(str(path), "--name", "Jo Smith", "--authority", "Police Scotland")
    assert {each["rule"] for each in scottish} == {"scottish_body"}
    assert (
        findings(str(path), "--name", "Jo Smith", "--authority", "Police Scotland", "--regime", "foisa") == []
    )
    by_post = findings(str(path), "--name", "Jo Smith", "--channel", "post")
    assert {each["rule"] for each in by_post} == {"no_address"}
    assert findings(str(path), "--name", "Jo Smith", "--channel", "post", "--address", "1 Mill Lane") == []


def test_offsets_are_those_of_the_text_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"\xef\xbb\xbf" + DRAFT.replace("\n", "\r\n").encode())
    (found,) = findings(str(path))
    assert DRAFT[found["start"] : found["end"]] == "Why was the scheme changed in 2024?"


def test_a_person_reads_lines(draft: Path) -> None:
    printed = run(str(draft), "--on", "2026-11-22")
    assert printed.startswith("line 4, question 2: A 'why' can only be answered")
    assert "(FOIA s.1(1), s.84)" in printed


BAD: dict[str, tuple[bytes | None, tuple[str, ...], str]] = {
    "missing": (None, (), "No such file"),
    "empty": (b" \n ", (), "is empty"),
    "binary": (b"PK\x03\x04\x00\x00", (), "is not text"),
    "large": (b"a" * 2_200_000, (), "up to 2 MB"),
    "kind": (b"text", ("--kind", "castle"), "--kind castle: there is no such thing"),
    "regime": (b"text", ("--regime", "UKGDPR"), "--regime UKGDPR: there is no such thing"),
    "day": (b"text", ("--on", "tomorrow"), "give a day such as 2026-11-22"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_two(tmp_path: Path, name: str) -> None:
    content, options, sentence = BAD[name]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as error:
        run(str(path), "--json", *options)
    assert error.value.returncode == 2
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="directory") as error:
        run(str(tmp_path))
    assert error.value.returncode == 2


def test_standard_input_is_read_without_a_database() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "advise_request", "-", "--json"],
        cwd=ROOT,
        input=DRAFT.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "DATABASE_URL": "sqlite:////nowhere/at/all.sqlite3", "DEBUG": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert [each["rule"] for each in json.loads(done.stdout)["findings"]] == ["why_question"]
