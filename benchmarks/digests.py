"""How long the morning takes on which the dates of 10,000 requests have passed, for 300 people: one e-mail each.

    .venv/bin/python benchmarks/digests.py [--requests 10000] [--people 300] [--json]

Makes the record in a new SQLite file, or in the database of DATABASE_URL, which must be empty; then sweeps in one
process, as one worker would: dates noticed, reminders decided, letters drafted, everybody told in one mail. Sweeps
again, and counts who is told twice. Exits 1 over the budget, or where anybody is told twice or not at all.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.recompute import TODAY, fill, noon  # noqa: E402

BUDGET = 60.0
"""Seconds for 10,000 requests and 300 people."""


def main() -> int:
    """Parse, make the record, sweep twice, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="foitracker-bench-") as folder:
        os.environ["DATA_DIR"] = folder
        os.environ["LOG_LEVEL"] = "ERROR"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")
        import django

        django.setup()
        figures = measure(given.requests, given.people)
        report(figures, as_json=given.json)
    in_time = float(str(figures["in all"])) <= BUDGET or given.requests < 10_000
    return 0 if in_time and figures["wrong"] == 0 else 1


def measure(requests: int, people: int) -> dict[str, object]:
    """Seconds of both sweeps, what they did, and how many were told wrongly."""
    from django.core.management import call_command
    from django.db import connection

    from requests_app.gateways import queue
    from requests_app.models import Deadline, Draft, OutgoingEmail, Reminder
    from requests_app.usecases import recomputations
    from requests_app.usecases.sweep import sweep

    queue._send = lambda *_: None  # type: ignore[assignment]  # no broker here, and no mail server
    call_command("migrate", verbosity=0)
    fill(requests, people, spread=1)
    first = recomputations.plan_for_rules(now=noon(TODAY))
    assert first is not None
    recomputations.run_all(recomputation=first, now=noon(TODAY))
    days = Counter(row.chase_from or row.overdue_from for row in Deadline.objects.filter(kind="response_due"))
    (on, passed), *_ = days.most_common()
    began = time.perf_counter()
    counts = sweep(on=on, now=noon(on))
    swept = time.perf_counter()
    again = sweep(on=on, now=noon(on))
    seconds_again = time.perf_counter() - swept
    mails = Counter(OutgoingEmail.objects.values_list("user_id", flat=True))
    told = Counter(Reminder.objects.filter(state=Reminder.State.QUEUED).values_list("user_id", "deadline_id"))
    texts = {mail.user_id: mail.text for mail in OutgoingEmail.objects.all()}
    urls = dict(Deadline.objects.values_list("pk", "foi_request__number"))
    twice = sum(texts[user].count(f"(FT-{urls[deadline]:05d})") != 1 for user, deadline in told)
    wrong = (
        sum(number != 1 for number in (*mails.values(), *told.values()))
        + twice
        + again.mails_queued
        + again.reminders_queued
    )
    return {
        "database": connection.vendor,
        "requests": requests,
        "people": people,
        "whose day passed": passed,
        "in all": round(swept - began, 1),
        "a second sweep": round(seconds_again, 1),
        "mails": counts.mails_queued,
        "reminders in them": counts.reminders_queued,
        "reminders passed over": counts.reminders_passed_over,
        "letters drafted": Draft.objects.count(),
        "longest mail, characters": max((len(text) for text in texts.values()), default=0),
        "mails the second time": again.mails_queued,
        "wrong": wrong,
    }


def report(figures: dict[str, object], *, as_json: bool) -> None:
    """Print the figures for people or as JSON."""
    from benchmarks import machine

    if as_json:
        import json

        print(json.dumps({"machine": machine.machine(), "load": machine.load(), **figures}))
        return
    print(f"{machine.machine()}; load {machine.load()}")
    print(f"$ {' '.join(['.venv/bin/python benchmarks/digests.py', *sys.argv[1:]])}")
    for name, figure in figures.items():
        print(f"{figure!s:>12}  {name}")


if __name__ == "__main__":
    sys.exit(main())
