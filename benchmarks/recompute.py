"""How long it takes when a bank holiday is proclaimed in the middle of 10,000 running requests.

    .venv/bin/python benchmarks/recompute.py [--requests 10000] [--people 300] [--json]

Makes the record in a new SQLite file, or in the database of DATABASE_URL, which must be empty; proclaims a Scottish
holiday that every request counts; and does all that follows in one process, as one worker would: plan, batches, one
e-mail a person. Prints machine, command and figures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

SENT_ON, TODAY, PROCLAIMED = date(2026, 9, 28), date(2026, 10, 14), date(2026, 10, 19)
OF_ONE_CAMPAIGN = 25
LETTER = "Please tell me how many officers work in schools, by the kind of school and by rank."


def main() -> None:
    """Parse, make the record, proclaim, report."""
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
        report(measure(given.requests, given.people), as_json=given.json)


def measure(requests: int, people: int) -> dict[str, object]:
    """Seconds of each step, and what it did."""
    from django.core.management import call_command
    from django.db import connection

    from requests_app.gateways import queue
    from requests_app.models import BankHoliday, Deadline, Event, OutgoingEmail
    from requests_app.usecases import recomputations
    from requests_app.usecases.holidays import save_holiday

    queue._send = lambda *_: None  # type: ignore[assignment]  # no broker here: the batches are run below
    call_command("migrate", verbosity=0)
    fill(requests, people)
    now = noon(TODAY)
    began = time.perf_counter()
    first = recomputations.plan_for_rules(now=now)
    assert first is not None
    recomputations.run_all(recomputation=first, now=now)
    computed = time.perf_counter()
    dates = Deadline.objects.count()

    holiday = BankHoliday(on=PROCLAIMED, division="scotland", title="Special day")
    start = time.perf_counter()
    cause = save_holiday(holiday=holiday, now=now)
    assert cause is not None
    planned = time.perf_counter()
    for batch_id in cause.batches.values_list("pk", flat=True):
        recomputations.run_batch(batch_id=batch_id, now=now)
    moved = time.perf_counter()
    recomputations.finish(recomputation_id=cause.pk, now=now)
    told = time.perf_counter()
    cause.refresh_from_db()
    cause.batches.update(done_at=None)
    again = time.perf_counter()
    recomputations.run_all(recomputation=cause, now=now)
    return {
        "database": connection.vendor,
        "requests": requests,
        "deadlines": dates,
        "first computing": round(computed - began, 1),
        "plan": round(planned - start, 1),
        "batches": round(moved - planned, 1),
        "telling": round(told - moved, 1),
        "in all": round(told - start, 1),
        "all batches a second time": round(time.perf_counter() - again, 1),
        **{name.replace("_", " "): number for name, number in cause.counts.items() if name != "requests"},
        "log entries": Event.objects.filter(kind="noted").count(),
        "e-mails": OutgoingEmail.objects.count(),
    }


def fill(requests: int, people: int, *, spread: int = 10) -> None:
    """Running requests, each with its sending, an acknowledgement and a receipt; every fourth under FOISA.

    ``spread``: over how many days they went out.
    """
    from requests_app.core.states import AuthorityKind, EventKind, Nation, Regime
    from requests_app.models import Authority, Campaign, Event, FoiRequest, Membership, User

    users = User.objects.bulk_create(
        User(email=f"bench{n}@example.org", name=f"P {n}") for n in range(people)
    )
    campaigns = Campaign.objects.bulk_create(
        Campaign(slug=f"bench-{n}", name=f"Campaign {n}") for n in range(max(1, requests // OF_ONE_CAMPAIGN))
    )
    Membership.objects.bulk_create(
        Membership(campaign=campaign, user=users[(n * 7 + k) % people], role="owner" if k == 0 else "editor")
        for n, campaign in enumerate(campaigns)
        for k in range(min(3, people))
    )
    bodies = [
        Authority(slug="bench-e", official_name="English force", kind=AuthorityKind.POLICE_EW),
        Authority(slug="bench-s", official_name="Scottish force", kind=AuthorityKind.POLICE_SCOTLAND),
    ]
    for body, nation, regime in zip(
        bodies, (Nation.ENGLAND, Nation.SCOTLAND), (Regime.FOIA, Regime.FOISA), strict=True
    ):
        body.nation, body.regime, body.short_name = nation, regime, body.official_name
    bodies = Authority.objects.bulk_create(bodies)
    made = FoiRequest.objects.bulk_create(
        (
            FoiRequest(
                number=n + 1,
                campaign=campaigns[n % len(campaigns)],
                authority=bodies[n % 4 == 0],
                regime=bodies[n % 4 == 0].regime,
                title=f"Request {n}",
                letter=LETTER * 20,
                state="sent",
                requester_name="Robin Ashdown",
                requester_address="robin@example.org",
                created_at=noon(SENT_ON),
                changed_at=noon(SENT_ON),
            )
            for n in range(requests)
        ),
        batch_size=500,
    )
    course = (
        (EventKind.SENT, 0, {"channel": "email"}),
        (EventKind.OTHER_CORRESPONDENCE, 1, {}),
        (EventKind.RECEIVED, 1, {}),
    )
    Event.objects.bulk_create(
        (
            Event(
                foi_request=each,
                kind=kind,
                on=SENT_ON + timedelta(days=each.number % spread + later),
                details=details,
                sentence="As it happened",
                recorded_at=noon(SENT_ON),
            )
            for each in made
            for kind, later, details in course
        ),
        batch_size=500,
    )


def noon(on: date) -> datetime:
    """Twelve o'clock in London."""
    from requests_app.core.calendars import LONDON

    return datetime(on.year, on.month, on.day, 12, tzinfo=LONDON)


def report(figures: dict[str, object], *, as_json: bool) -> None:
    """Print the figures for people or as JSON."""
    from benchmarks.machine import load, machine

    if as_json:
        print(json.dumps({"machine": machine(), "load": load(), **figures}))
        return
    print(f"{machine()}; load {load()}")
    print(f"$ {' '.join(['.venv/bin/python benchmarks/recompute.py', *sys.argv[1:]])}")
    for name, figure in figures.items():
        print(f"{figure!s:>12}  {name}")


if __name__ == "__main__":
    main()
