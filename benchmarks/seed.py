"""Fill a database with made-up requests, to see how pages hold up when there are many.

    .venv/bin/python benchmarks/seed.py [--requests 10000] [--people 300] [--campaigns 60] [--on DATE] [--json]

Writes into the database of DATABASE_URL, or of DATA_DIR, and migrates it first. The same numbers, seed and day make
the same record. Dates are those of the clock; ``bench-typical@example.org`` works on about 150 requests,
``bench-heavy@example.org`` on 2,000, ``bench-staff@example.org`` may use the admin. None of them has a password.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = "foitracker 2026"


def fill(
    *,
    requests: int,
    people: int,
    campaigns: int,
    on: date,
    seed: str = SEED,
    report: Callable[[str], None] = lambda _: None,
) -> Counter[str]:
    """Make the record and insert it in bulk. Returns rows by record. Django must be set up, the database migrated."""
    from django.db.models import Max

    from benchmarks.made import bundles
    from benchmarks.made.people import make_world
    from requests_app.core.calendars import LONDON
    from requests_app.models import FoiRequest
    from requests_app.queries.holidays import holiday_table

    dice = random.Random(seed)
    now = datetime.combine(on, datetime.min.time(), tzinfo=LONDON)
    world = make_world(dice, people=people, campaigns=campaigns, requests=requests, now=now)
    rows = Counter(authorities=len(world.authorities), people=people, campaigns=len(world.circles))
    holidays = holiday_table()
    last = FoiRequest.objects.aggregate(last=Max("number"))["last"] or 0
    bundle = bundles.Bundle()
    for made, each in enumerate(bundles.wanted(world, dice, first_number=last + 1), start=1):
        bundles.add_request(bundle, each, authorities=world.authorities, seed=seed, on=on, holidays=holidays)
        if len(bundle.requests) == bundles.PER_BATCH or made == requests:
            rows += bundles.insert(bundle)
            bundle = bundles.Bundle()
            report(f"{made} of {requests} requests")
    return rows


def main() -> None:
    """Parse, fill, report rows and time. Exits 2 where the database was filled before."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=300, help="at least 10")
    parser.add_argument("--campaigns", type=int, default=60, help="shared ones, at least 3")
    parser.add_argument("--on", type=date.fromisoformat, default=None, help="the day it is; today")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.requests < 100 or given.people < 10 or given.campaigns < 3:
        parser.error("at least 100 requests, 10 people and 3 campaigns are needed")
    set_up()
    from django.core.management import call_command

    from requests_app.models import Authority

    began = time.perf_counter()
    call_command("migrate", verbosity=0)
    if Authority.objects.filter(slug="bench-0").exists():
        print(
            "This database has been filled before: choose an empty DATA_DIR or DATABASE_URL.", file=sys.stderr
        )
        sys.exit(2)
    migrated = time.perf_counter()
    rows = fill(
        requests=given.requests,
        people=given.people,
        campaigns=given.campaigns,
        on=given.on or today(),
        report=lambda line: print(f"\r{line}", end="", file=sys.stderr, flush=True),
    )
    print(file=sys.stderr)
    _finish()
    seconds = {"migrate": migrated - began, "fill": time.perf_counter() - migrated}
    _print(rows, seconds, as_json=given.json)


def set_up() -> None:
    """Set Django up for the database of the environment."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")
    import django

    django.setup()


def today() -> date:
    """The day in London."""
    from django.utils import timezone

    from requests_app.core.calendars import london_day

    return london_day(timezone.now())


def _finish() -> None:
    """PostgreSQL tidies up and gathers what its planner goes by within minutes; SQLite never does, and so it is not
    done there.
    """
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")


def _print(rows: Counter[str], seconds: dict[str, float], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"rows": dict(rows), "seconds": {k: round(v, 1) for k, v in seconds.items()}}))
        return
    for record, number in sorted(rows.items()):
        print(f"{number:>9,} {record}")
    print(
        f"{sum(rows.values()):>9,} rows: migrated in {seconds['migrate']:.1f} s, filled in {seconds['fill']:.1f} s"
    )


if __name__ == "__main__":
    main()
