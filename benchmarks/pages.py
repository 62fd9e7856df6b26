"""How fast the pages are on a database of 10,000 requests, on SQLite and on PostgreSQL.

    .venv/bin/python benchmarks/pages.py [--requests 10000] [--database sqlite|postgres|both] [--times 60] [--json]

Each database is filled by seed.py in a folder of its own. Pages are asked for through Django's test client, in this
process, with DEBUG off, templates and static files as on a server, after five rounds to warm up; the pages take turns,
and between two of them connections are treated as a server treats them. Exits 1 where a budget is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import machine  # noqa: E402

WARM_UP = 5  # rounds
MOST_QUERIES = 12
MOST_MS, MOST_MS_LONG = 25.0, 60.0
LONG, SHORT = 100, 3
SCRIPT = Path(__file__).resolve()


@dataclass(frozen=True, slots=True)
class Measured:
    """One page for one person: milliseconds from request to response, queries, bytes of the page."""

    page: str
    who: str
    median_ms: float
    p95_ms: float
    queries: int
    kilobytes: float
    budget_ms: float

    @property
    def broken(self) -> list[str]:
        """The budgets this page breaks, in words."""
        said = []
        if self.queries > MOST_QUERIES:
            said.append(f"{self.queries} queries, {MOST_QUERIES} are allowed")
        if self.median_ms > self.budget_ms:
            said.append(f"median {self.median_ms:.1f} ms, {self.budget_ms:.0f} are allowed")
        return said


@dataclass(frozen=True, slots=True)
class Page:
    """One thing to measure: its name, whose login, where."""

    name: str
    who: str
    url: str
    budget_ms: float = MOST_MS


def main() -> None:
    """Fill, measure, print, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--times", type=int, default=60, help="how often each page is asked for, at least 50")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--here", action="store_true", help="measure the database of the environment, filled already"
    )
    given = parser.parse_args()
    if given.times < 50:
        parser.error("a median of fewer than 50 says little")
    if given.here:
        print(json.dumps([asdict(row) for row in measure(given.times)]))
        return
    databases = ("sqlite", "postgres") if given.database == "both" else (given.database,)
    report: dict[str, Any] = {"machine": machine.machine(), "command": command(), "databases": {}}
    for name in databases:
        report["databases"][name] = measure_on(name, requests=given.requests, times=given.times)
    print(json.dumps(report) if given.json else as_text(report))
    broken = breaches(report)
    for line in broken:
        print(f"Over budget: {line}", file=sys.stderr)
    sys.exit(1 if broken else 0)


def command() -> str:
    """The command line as a person would type it."""
    return " ".join([".venv/bin/python benchmarks/pages.py", *(a for a in sys.argv[1:] if a != "--json")])


def measure_on(name: str, *, requests: int, times: int) -> dict[str, Any]:
    """Fill a database of this kind and measure its pages, in processes of their own."""
    with environment(name) as env:
        filled = printed_by(env, str(ROOT / "benchmarks" / "seed.py"), "--requests", str(requests), "--json")
        before = machine.load()
        rows = printed_by(env, str(SCRIPT), "--here", "--times", str(times))
    return {"filled": filled, "load": before, "pages": rows}


@contextmanager
def environment(name: str) -> Iterator[dict[str, str]]:
    """The environment of an empty database and data folder, both gone after the block."""
    from tests.postgres import server
    from tests.stack import NOT_INHERITED

    env = {key: value for key, value in os.environ.items() if key not in NOT_INHERITED}
    with tempfile.TemporaryDirectory(prefix="foitracker-bench-") as folder:
        env |= {"DATA_DIR": folder, "SECRET_KEY": secrets.token_urlsafe(64)}
        if name == "sqlite":
            yield env
            return
        with server() as url:
            yield env | {"DATABASE_URL": url}


def printed_by(env: dict[str, str], *args: str) -> Any:
    """What a script of ours prints as JSON, run in a process of its own."""
    done = subprocess.run([sys.executable, *args], env=env, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def measure(times: int) -> list[Measured]:
    """Measure every page on the database of the environment."""
    from benchmarks import seed

    seed.set_up()
    from requests_app.management.static_files import collect

    Path(os.environ["DATA_DIR"], "static").mkdir(exist_ok=True)
    collect()
    quiet()
    pages = pages_to_measure()
    clients = {page.who: signed_in(page.who) for page in pages}
    spent: dict[Page, list[float]] = {page: [] for page in pages}
    for round_number in range(WARM_UP + times):
        for page in pages:
            took = ask(clients[page.who], page.url)
            if round_number >= WARM_UP:
                spent[page].append(took)
    return [_measured(page, clients[page.who], spent[page]) for page in pages]


def quiet() -> None:
    """Let the log be made as on a server, and thrown away."""
    import logging

    bin_ = Path(os.devnull).open("w")  # noqa: SIM115 - open as long as the process
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setStream(bin_)


def pages_to_measure() -> list[Page]:
    """The pages of the budget, for a person with a typical load and for one with 2,000 requests."""
    from benchmarks.made.people import HEAVY, STAFF, TYPICAL

    lists = "/requests/"
    pages = [
        Page(f"{name} ({load})", who, url)
        for who, load in ((TYPICAL, "150"), (HEAVY, "2,000"))
        for name, url in (
            ("Today", "/"),
            ("Requests", lists),
            ("Requests, overdue", f"{lists}?show=overdue"),
            ("Requests, search", f"{lists}?q=council+schools"),
        )
    ]
    return [
        *pages,
        Page(f"A request of {SHORT} messages", TYPICAL, _request_of(SHORT)),
        Page(f"A request of {LONG} messages", TYPICAL, _request_of(LONG), MOST_MS_LONG),
        Page("Admin, list of requests", STAFF, "/admin/requests_app/foirequest/"),
    ]


def _request_of(messages: int) -> str:
    from django.db.models import Count

    from benchmarks.made.people import TYPICAL
    from requests_app.models import FoiRequest

    found = (
        FoiRequest.objects.filter(campaign__memberships__user__email=TYPICAL)
        .annotate(many=Count("messages"))
        .filter(many=messages)
    )
    return found.order_by("number")[0].get_absolute_url()


def signed_in(email: str) -> Any:
    """A client with this person's session. Not set up for tests: templates are rendered as on a server."""
    from django.test import Client

    from requests_app.models import User

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(User.objects.get(email=email), "django.contrib.auth.backends.ModelBackend")
    return client


def ask(client: Any, url: str) -> float:
    """Milliseconds from request to response, the closing of connections that a server does included."""
    from django.db import close_old_connections

    began = time.perf_counter()
    response = client.get(url)
    close_old_connections()
    took = (time.perf_counter() - began) * 1000
    assert response.status_code == 200, (url, response.status_code)
    return took


def _measured(page: Page, client: Any, spent: list[float]) -> Measured:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        size = len(client.get(page.url).content)
    return Measured(
        page=page.name,
        who=page.who,
        median_ms=round(statistics.median(spent), 1),
        p95_ms=round(statistics.quantiles(spent, n=20)[-1], 1),
        queries=len(queries),
        kilobytes=round(size / 1024, 1),
        budget_ms=page.budget_ms,
    )


def breaches(report: dict[str, Any]) -> list[str]:
    """Every broken budget, a line each."""
    return [
        f"{row['page']} on {name}: {said}"
        for name, found in report["databases"].items()
        for row in found["pages"]
        for said in Measured(**row).broken
    ]


def as_text(report: dict[str, Any]) -> str:
    """The report as a person reads it: a table, the machine and the command."""
    lines = [f"machine: {report['machine']}", f"command: {report['command']}"]
    for name, found in report["databases"].items():
        rows, seconds = sum(found["filled"]["rows"].values()), found["filled"]["seconds"]["fill"]
        lines += [
            "",
            f"{name}: {rows:,} rows, filled in {seconds} s; load before measuring {found['load']}",
            f"{'page':36}{'median ms':>10}{'95th ms':>9}{'budget':>8}{'queries':>9}{'kB':>8}",
        ]
        lines += [
            f"{row['page']:36}{row['median_ms']:>10.1f}{row['p95_ms']:>9.1f}{row['budget_ms']:>8.0f}"
            f"{row['queries']:>9}{row['kilobytes']:>8.1f}"
            for row in found["pages"]
        ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
