"""``manage.py read_reply``: what replies say, as JSON or for people. Needs no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from requests_app.core.checks import MAX_TEXT_BYTES
from requests_app.core.errors import BadInput
from requests_app.core.reading import ReplyReading, read_reply, reading_to_json
from requests_app.gateways.documents import ending_of, read_document, text_of, whole_notes, whole_text
from requests_app.gateways.documents.limits import FILE_BYTES, MEGABYTE


class Command(BaseCommand):
    """Reads each file and prints what it says."""

    help = (
        "Read replies: reference, questions, decision, answers, sections, tables. Takes .txt, .html, .eml, .msg, .pdf, "
        ".docx, .rtf, .odt, .xlsx, .xls, .ods, .csv, pictures, and a .zip of these."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="a reply, in any format a reply comes in"
        )
        parser.add_argument(
            "--json", action="store_true", help="print one JSON object, or a list for several files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        readings = [reading_of(Path(name)) for name in options["files"]]
        if options["json"]:
            shaped = [reading_to_json(reading) for reading in readings]
            self.stdout.write(
                json.dumps(shaped[0] if len(shaped) == 1 else shaped, ensure_ascii=False, indent=2)
            )
            return
        for name, reading in zip(options["files"], readings, strict=True):
            self.stdout.write(summary(Path(name).name, reading))


def reading_of(path: Path) -> ReplyReading:
    """What a file says; what a person must know of the file stands among the warnings.

    Raises CommandError (exit 2) with one line that says what to do.
    """
    content = _content(path)
    if ending_of(path.name) in ("txt", "text"):
        try:
            return read_reply(text_of(path.name, content))
        except BadInput as refusal:
            raise _bad(path, refusal.sentence) from refusal
    document = read_document(path.name, content)
    told = [note.sentence for note in whole_notes(document)]
    if not document.is_readable and not document.is_picture:
        raise _bad(path, " ".join(told) or "There are no words in it.")
    reading = read_reply(whole_text(document))
    return replace(reading, warnings=(*told, *reading.warnings))


def _content(path: Path) -> bytes:
    most = MAX_TEXT_BYTES if ending_of(path.name) in ("txt", "text") else FILE_BYTES
    try:
        if path.stat().st_size > most:
            raise _bad(
                path, f"larger than {most // MEGABYTE} MB; split it, or save only the part that matters."
            )
        return path.read_bytes()
    except OSError as error:
        raise _bad(path, f"{error.strerror or 'cannot be opened'}.") from error


def _bad(path: Path, sentence: str) -> CommandError:
    return CommandError(" ".join(f"{path}: {sentence}".split()), returncode=2)


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
