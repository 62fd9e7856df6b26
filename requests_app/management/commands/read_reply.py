"""``manage.py read_reply``: what replies say, as JSON or for people. Needs no database."""

from __future__ import annotations

import email
import email.policy
import json
from argparse import ArgumentParser
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.core.reading import ReplyReading, read_reply, reading_to_json

LARGEST = 2_000_000  # bytes; a thousand pages of text
READABLE = (".txt", ".html", ".htm", ".eml")


class Command(BaseCommand):
    """Reads each file and prints what it says."""

    help = "Read replies (.txt, .html, .eml): reference, questions, decision, answers, sections, tables."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="a reply as .txt, .html or .eml")
        parser.add_argument(
            "--json", action="store_true", help="print one JSON object, or a list for several files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        readings = [read_reply(text_of(Path(name))) for name in options["files"]]
        if options["json"]:
            shaped = [reading_to_json(reading) for reading in readings]
            self.stdout.write(
                json.dumps(shaped[0] if len(shaped) == 1 else shaped, ensure_ascii=False, indent=2)
            )
            return
        for name, reading in zip(options["files"], readings, strict=True):
            self.stdout.write(summary(Path(name).name, reading))


def text_of(path: Path) -> str:
    """The text of a file. Raises CommandError (exit 2) with one line that says what to do."""
    if path.suffix.lower() not in READABLE:
        raise _bad(
            f"{path}: {path.suffix or 'a file without ending'} can't be read here; save it as .txt and try again."
        )
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise _bad(f"{path}: {error.strerror or 'cannot be opened'}.") from error
    if size > LARGEST:
        raise _bad(f"{path}: larger than 2 MB; split it, or save only its text.")
    return _decoded(path, data)


def _decoded(path: Path, data: bytes) -> str:
    if path.suffix.lower() == ".eml":
        return _mail_text(data)
    if data.count(0) > len(data) // 100:
        raise _bad(f"{path}: this is no text; save the reply as text and try again.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return text_of_html(text) if path.suffix.lower() in (".html", ".htm") else text


def _bad(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=2)


def _mail_text(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    content = str(body.get_content())
    return text_of_html(content) if body.get_content_type() == "text/html" else content


class _Text(HTMLParser):
    """Keeps what a reader sees: blocks as lines, table cells between bars."""

    blocks = frozenset(
        [
            "p",
            "div",
            "br",
            "li",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "table",
            "ul",
            "ol",
            "section",
            "article",
            "header",
            "footer",
            "dt",
            "dd",
        ]
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "template"):
            self.hidden += 1
        elif tag == "li":
            self.out.append("\n\u2022 ")
        elif tag in self.blocks:
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "template"):
            self.hidden = max(0, self.hidden - 1)
        elif tag in ("td", "th"):
            self.out.append(" | ")
        elif tag in self.blocks:
            self.out.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.out.append(" ".join(data.split()) + (" " if data[-1:].isspace() else ""))


def text_of_html(markup: str) -> str:
    """The text of a page. Nothing in it runs and nothing is fetched."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    return "".join(parser.out)


def summary(name: str, reading: ReplyReading) -> str:
    """The reading in lines for a person."""
    decision = reading.decision.label if reading.decision else "none stated"
    how = "" if reading.decision is None or reading.decision_explicit else " (inferred from the answers)"
    lines = [
        name,
        f"  Reference: {reading.reference or 'not stated'}",
        f"  Received: {reading.date_received or 'not stated'}. Answered: {reading.date_responded or 'not stated'}.",
        f"  Decision: {decision}{how}",
    ]
    outcomes = reading.per_question_outcomes
    for place, question in enumerate(reading.questions, 1):
        lines.append(f"  Question {question.label or place}: {question.text[:100]}")
        lines.extend(f"    part {part.label or '-'} {part.text[:90]}" for part in question.parts)
    lines.extend(f"  Answer {key}: {outcome.label}" for key, outcome in outcomes.items())
    if reading.clarification:
        lines.append(f"  Clarification: {reading.clarification.text[:120]}")
    if reading.exemptions:
        lines.append(f"  Grounds: {', '.join(reading.exemptions)}")
    for table in reading.tables:
        wrong = [check.detail for check in table.checks if not check.agrees]
        state = "; ".join(wrong) or ("totals agree" if table.checks else "no totals to check")
        lines.append(
            f"  Table {table.title or '(no title)'}: {len(table.rows)} rows, {len(table.columns)} columns; {state}"
        )
    return "\n".join([*lines, *(f"  Note: {warning}" for warning in reading.warnings)])
