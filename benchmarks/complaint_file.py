"""How long the worker takes for a regulator's file: 60 messages, 40 attachments, a refusal to check, a year of days.

    .venv/bin/python benchmarks/complaint_file.py [--requests 3] [--messages 60] [--attachments 40] [--json]

Makes the record in a new SQLite file and does what the worker's task does: gather, set the PDF, put the archive
together, record both. Prints machine, command and figures. Exits 1 where a file takes longer than its budget.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import machine  # noqa: E402

BUDGET = 20.0  # seconds
SENT_ON, TODAY = date(2026, 3, 27), date(2026, 11, 20)
SENTENCES = (
    "Thank you for your letter about officers in schools.",
    "The information is held by three teams, and each keeps its own spreadsheet.",
    "We are still consulting the schools, and hope to write again within ten working days.",
    "Please find the documents attached; the figures are those at the end of each financial year.",
    "Mae’r wybodaeth ar gael yn Gymraeg hefyd: cysylltwch â ni.",
)
REFUSAL = """Our reference: FOI-2026-0412

This letter serves as a Refusal Notice under section 17 of the Freedom of Information Act 2000.

Q1 - How many officers work in schools?
It would take about 40 hours to find this, which exceeds the appropriate limit of 18 hours under section 12(1).

Q2 - Who was consulted?
This is exempt under section 31(1)(a) of the Act, since disclosure would be likely to prejudice the prevention of crime.

You can ask for an internal review, and complain to the Information Commissioner."""


def main() -> None:
    """Parse, make the record, make the files, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=3)
    parser.add_argument("--messages", type=int, default=60)
    parser.add_argument("--attachments", type=int, default=40)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="foitracker-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "ERROR"}
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")
        import django

        django.setup()
        figures = measure(given.requests, given.messages, given.attachments)
    print(json.dumps(figures) if given.json else as_text(figures))
    sys.exit(1 if figures["slowest_s"] > BUDGET else 0)


def measure(requests: int, messages: int, attachments: int) -> dict[str, Any]:
    """Seconds for each file, its pages and bytes, and the most memory."""
    from django.core.management import call_command

    from requests_app.gateways import queue
    from requests_app.models import RegulatorFile
    from requests_app.usecases.regulator_files import ask_for_file, make_file

    mock.patch.object(queue, "_send").start()  # no broker here: the task is done below
    call_command("migrate", verbosity=0)
    load, spent, files = machine.load(), [], []
    for number in range(requests):
        draft, by = a_complaint(number, messages, attachments)
        asked = ask_for_file(draft=draft, enclosed=(), by=by, now=moment(TODAY))
        began = time.perf_counter()
        make_file(file_id=asked.pk, now=moment(TODAY))
        spent.append(time.perf_counter() - began)
        files.append(RegulatorFile.objects.get(pk=asked.pk))
        assert files[-1].state == RegulatorFile.State.MADE
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "machine": machine.machine(),
        "load": load,
        "command": " ".join(
            [".venv/bin/python benchmarks/complaint_file.py", *(a for a in sys.argv[1:] if a != "--json")]
        ),
        "messages": messages,
        "attachments": attachments,
        "files": requests,
        "slowest_s": max(spent),
        "median_s": sorted(spent)[len(spent) // 2],
        "pages": files[-1].pages,
        "pdf_kb": len(bytes(files[-1].pdf or b"")) // 1024,
        "archive_kb": len(bytes(files[-1].archive or b"")) // 1024,
        "most_mb": most // 1024,
    }


def as_text(figures: dict[str, Any]) -> str:
    """The figures as a person reads them."""
    return "\n".join(
        (
            f"machine: {figures['machine']}; one core used, load {figures['load']}",
            f"command: {figures['command']}",
            (
                f"{figures['messages']} messages and {figures['attachments']} attachments: {figures['pages']} pages,"
                f" {figures['pdf_kb']:,} kB of PDF, {figures['archive_kb']:,} kB of archive"
            ),
            (
                f"one file: {figures['median_s']:.1f} s in the median of {figures['files']}, {figures['slowest_s']:.1f} s the"
                f" slowest; budget {BUDGET:.0f} s; {figures['most_mb']} MB at most in one process"
            ),
        )
    )


def moment(on: date) -> datetime:
    """Noon in London."""
    from requests_app.core.calendars import LONDON

    return datetime(on.year, on.month, on.day, 12, tzinfo=LONDON)


def a_complaint(number: int, messages: int, attachments: int) -> tuple[Any, Any]:
    """An approved complaint about a request with this many messages, and the person who approved it."""
    from requests_app.core.states import Channel, EventKind, LetterKind
    from requests_app.models import Authority, Draft, User
    from requests_app.usecases import drafts
    from requests_app.usecases.campaigns import start_campaign
    from requests_app.usecases.events import record_event
    from requests_app.usecases.foi_requests import NewRequest, QuestionAsked, log_request

    by = User.objects.create(email=f"person{number}@example.org", name="Alex Penrose")
    campaign = start_campaign(slug=f"c{number}", name=f"Campaign {number}", aim="Find out.", owner=by)
    authority = Authority.objects.create(
        slug=f"a{number}",
        official_name="Ambleford Constabulary",
        short_name="Ambleford",
        kind="police_ew",
        nation="england",
        regime="FOIA",
    )
    new = NewRequest(
        authority=authority,
        campaign=campaign,
        title="Officers in schools",
        letter="Please tell me:\n\n1. How many officers work in schools?\n2. Who was consulted?",
        questions=[
            QuestionAsked("1", "How many officers work in schools?"),
            QuestionAsked("2", "Who was consulted?"),
        ],
        requester_name="Alex Penrose",
        requester_address="12 Mill Lane, Ambleford",
    )
    foi_request = log_request(new=new, sent_on=SENT_ON, channel=Channel.EMAIL, by=by, now=moment(SENT_ON))
    correspond(foi_request, by, messages - 2, attachments)
    record_event(
        foi_request=foi_request,
        kind=EventKind.INTERNAL_REVIEW_REQUESTED,
        on=date(2026, 8, 3),
        details={},
        text="",
        channel=Channel.EMAIL,
        by=by,
        now=moment(date(2026, 8, 3)),
    )
    draft = drafts.start_draft(
        foi_request=foi_request, kind=LetterKind.ICO_COMPLAINT, by=by, now=moment(TODAY)
    )
    Draft.objects.filter(pk=draft.pk).update(body=draft.body.replace("[[", "").replace("]]", ""))
    draft.refresh_from_db()
    return drafts.approve_draft(draft=draft, version=draft.version, by=by, now=moment(TODAY)), by


def correspond(foi_request: Any, by: Any, messages: int, attachments: int) -> None:
    """A refusal, and letters to and fro of 500 to 4,000 characters, the later ones with files."""
    from requests_app.core.states import Channel, EventKind
    from requests_app.models import Message
    from requests_app.usecases.events import record_event

    chance = random.Random(foi_request.pk)
    refused_on = date(2026, 5, 5)
    refuse(foi_request, by, refused_on)
    for place in range(messages - 1):
        on = refused_on + timedelta(days=1 + place)
        text = " ".join(chance.choices(SENTENCES, k=chance.randint(8, 55)))
        record_event(
            foi_request=foi_request,
            kind=EventKind.OTHER_CORRESPONDENCE,
            on=on,
            details={},
            text=f"{text} ({place})",
            channel=Channel.EMAIL,
            by=by,
            now=moment(on),
        )
    kept = list(Message.objects.filter(foi_request=foi_request).order_by("-pk")[:messages])
    enclose(kept, attachments, chance)


def refuse(foi_request: Any, by: Any, on: date) -> None:
    """A reply that refuses both questions, confirmed."""
    from requests_app.core.states import Channel, Decision, Outcome
    from requests_app.usecases import replies

    message = replies.receive_reply(
        foi_request=foi_request,
        text=REFUSAL,
        received_on=on,
        channel=Channel.EMAIL,
        upload=None,
        by=by,
        now=moment(on),
    )
    answers = [
        replies.AnswerConfirmed(question, outcome, text="Refused.", sections=[section])
        for question, outcome, section in zip(
            foi_request.questions.order_by("position"),
            (Outcome.COST_LIMIT, Outcome.REFUSED),
            ("section 12(1)", "section 31(1)(a)"),
            strict=True,
        )
    ]
    replies.confirm_reading(
        message=message,
        confirmed=replies.ReadingConfirmed(
            is_final=True,
            decision=Decision.REFUSED,
            decision_explicit=True,
            authority_reference="FOI-2026-0412",
            issued_on=on,
            received_on=on,
            answers=answers,
            tables=[],
            abbreviations={},
        ),
        by=by,
        now=moment(on),
    )


def enclose(messages: list[Any], attachments: int, chance: random.Random) -> None:
    """Files of 20 to 400 kB, of which every tenth hides something."""
    from requests_app.models import Attachment

    for place in range(attachments):
        content = chance.randbytes(chance.randint(20_000, 400_000))
        Attachment.objects.create(
            message=messages[place % len(messages)],
            filename=f"Document {place} – figures.pdf",
            content_type="application/pdf",
            size=len(content),
            sha256=f"{place:064d}",
            content=content,
            extracted_text=" ".join(chance.choices(SENTENCES, k=60)) + f" [{place}]",
            extraction=Attachment.Extraction.READ,
            kind="pdf",
            notes=[{"kind": "hidden", "sentence": "It has a hidden sheet."}] if place % 10 == 9 else [],
        )


if __name__ == "__main__":
    main()
