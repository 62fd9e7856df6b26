"""``read_reply`` as those who call it see it: JSON or a summary, and one line with exit 2 for bad input."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

REPLY = (
    "Freedom of information request reference no: 01.FOI.22.024173\nI note you seek access to the following information:\n"
    "1. How many officers (i) in schools and (ii) elsewhere?\n2. What do they cost?\nI have today decided to disclose some of the requested information.\n"
    "Q1 - 45\nYear Officers Schools\n2021 40 12\n2022 45 13\nQ2 - The cost is exempt under section 43(2).\n"
)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("read_reply", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def reply(tmp_path: Path) -> Path:
    path = tmp_path / "reply.txt"
    path.write_text(REPLY, encoding="utf-8")
    return path


def test_one_file_is_one_object_with_the_promised_fields(reply: Path) -> None:
    printed = json.loads(run(str(reply), "--json"))
    assert set(printed) >= {
        "reference", "date_received", "date_responded", "questions", "clarification", "decision", "decision_explicit",
        "per_question_outcomes", "answers", "exemptions", "tables", "abbreviations", "warnings", "findings",
    }  # fmt: skip
    assert printed["reference"] == "01.FOI.22.024173"
    assert [part["label"] for part in printed["questions"][0]["parts"]] == ["(i)", "(ii)"]
    assert printed["per_question_outcomes"] == {"1": "disclosed", "2": "refused"}
    assert printed["decision"] == "disclosed in part"
    assert set(printed["tables"][0]) >= {"title", "columns", "rows", "total_row", "checks"}
    assert set(printed["findings"][0]) >= {"what", "start", "end", "confidence"}


def test_several_files_are_a_list_in_their_order(reply: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Our Ref: FOI/99999\nNothing else.")
    printed = json.loads(run(str(other), str(reply), "--json"))
    assert [one["reference"] for one in printed] == ["FOI/99999", "01.FOI.22.024173"]


def test_without_json_a_person_reads_a_summary(reply: Path) -> None:
    printed = run(str(reply))
    assert "Reference: 01.FOI.22.024173" in printed
    assert "Decision: Disclosed in part" in printed
    assert "Answer 2: Refused" in printed


def words(question: dict[str, Any]) -> tuple[object, ...]:
    """A question without where it stands: a mail has its headers above it."""
    parts = [(part["label"], part["text"]) for part in question["parts"]]
    return question["label"], question["text"], parts


def test_a_web_page_and_a_mail_read_as_their_text_does(reply: Path, tmp_path: Path) -> None:
    page = tmp_path / "reply.html"
    lines = "".join(f"<p>{line}</p>" for line in REPLY.splitlines())
    page.write_text(
        f"<html><head><style>p {{color: red}}</style><script>alert('1. Not a question?')</script></head><body>{lines}</body></html>"
    )
    mail = tmp_path / "reply.eml"
    mail.write_text(
        f"From: foi@example.org\nTo: someone@example.org\nSubject: Reply\nContent-Type: text/plain\n\n{REPLY}"
    )
    text, html, eml = json.loads(run(str(reply), str(page), str(mail), "--json"))
    for other in (html, eml):
        assert [words(one) for one in other["questions"]] == [words(one) for one in text["questions"]]
        assert other["per_question_outcomes"] == text["per_question_outcomes"]


def test_text_in_the_old_windows_alphabet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reply.txt"
    path.write_bytes(REPLY.replace("cost?", "cost – in £?").encode("cp1252"))
    assert "– in £?" in json.loads(run(str(path), "--json"))["questions"][1]["text"]


FILES = Path(__file__).resolve().parent.parent / "files"


def test_files_of_every_format_are_read_in_their_order() -> None:
    names = ["reply.docx", "reply.odt", "reply.rtf", "reply.pdf", "page.html", "page.pdf"]
    printed = json.loads(run(*(str(FILES / name) for name in names), "--json"))
    assert [one["reference"] for one in printed] == ["FOI-2026-0412"] * len(names)
    assert [len(one["tables"]) for one in printed] == [1] * len(names)


def test_what_a_person_must_know_of_a_file_is_among_the_warnings() -> None:
    printed = json.loads(run(str(FILES / "figures.xlsx"), "--json"))
    assert printed["warnings"][0].startswith("Hidden sheet “People”")
    assert printed["tables"][0]["total_row"] == ["Total", "23", "24", "47"]
    assert "Hidden sheet “People”" in run(str(FILES / "figures.xlsx"))


def test_a_picture_is_no_bad_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSERACT", "")
    printed = json.loads(run(str(FILES / "scanned.pdf"), "--json"))
    assert "Page 1 is a picture" in printed["warnings"][0]


def test_a_file_without_ending_is_read_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "reply"
    path.write_bytes((FILES / "reply.docx").read_bytes())
    assert json.loads(run(str(path), "--json"))["reference"] == "FOI-2026-0412"


BAD = {
    "missing.txt": (None, "No such file"),
    "reply.docx": (b"PK\x03\x04", "is damaged"),
    "reply.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as .docx"),
    "binary.txt": (b"\x00\x01" * 500, "is not text, whatever its name says"),
    "empty.txt": (b"", "is empty"),
    "big.txt": (b"a" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
    "broken.pdf": (b"%PDF-1.7 no more", "is damaged"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_two(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError) as error:
        run(str(path), "--json")
    assert error.value.returncode == 2
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_a_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    with pytest.raises(CommandError, match="directory") as error:
        run(str(folder))
    assert error.value.returncode == 2
