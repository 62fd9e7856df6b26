"""How fast mail is taken in: 10,000 mails, 5 % of them broken, kept, read, placed and recorded by one process.

    .venv/bin/python benchmarks/mail_in.py [--requests 10000]

Makes 500 requests in a new SQLite file, or in the database of DATABASE_URL, which must be empty; then keeps and takes in
each mail by the use cases that a mail server and the worker call. Reading files is the worker's, in a confined process each
(benchmarks/documents.py). Budget: 20 mails a second; every mail is placed, in the tray, or refused, its bytes are kept, and
the sums agree. Prints the machine, the command and the figures; exits 1 where something of it is broken.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.made.mails import Known

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import load, machine  # noqa: E402

BUDGET = 20.0  # mails a second, issue 6
REQUESTS = 500
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)


def main() -> int:
    """Make the requests, take the mails in, report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000, help="mails")
    number = parser.parse_args().requests
    with tempfile.TemporaryDirectory(prefix="foitracker-bench-") as folder:
        os.environ |= {
            "DATA_DIR": folder,
            "LOG_LEVEL": "CRITICAL",
            "REPLY_ADDRESS": "foi@replies.example.org",
            "EMAIL_URL": "",
        }
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "foitracker.settings")
        import django
        from django.core.management import call_command

        django.setup()
        from requests_app.gateways import queue

        queue._send = lambda *_: None  # type: ignore[assignment]  # no broker here: mails are taken in below
        call_command("migrate", verbosity=0)
        return report(number)


def report(number: int) -> int:
    """Take them in and say what became of them."""
    from benchmarks.made.mails import mails
    from requests_app.models import IncomingEmail, Message
    from requests_app.usecases.incoming import store_email, take_in

    made = list(mails(20261122, number, known()))
    times: list[float] = []
    began = time.perf_counter()
    for raw in made:
        start = time.perf_counter()
        kept = store_email(raw=raw, source="pipe", now=NOW)
        take_in(incoming_id=kept.pk, now=NOW)
        times.append(time.perf_counter() - start)
    seconds = time.perf_counter() - began
    states = Counter(IncomingEmail.objects.values_list("state", flat=True))
    natures = Counter(IncomingEmail.objects.values_list("nature", flat=True))
    messages = Message.objects.filter(direction="received").count()
    lost = {sha256(raw).hexdigest() for raw in made} - set(
        IncomingEmail.objects.values_list("sha256", flat=True)
    )
    rate = number / seconds
    print(f"machine: {machine()}; load {load()}")
    print(f"command: .venv/bin/python benchmarks/mail_in.py --requests {number}")
    print(f"{number:,} mails, {sum(map(len, made)) / 1e6:,.0f} MB, in {seconds:.0f} s")
    print(
        f"one mail: {statistics.median(times) * 1000:.1f} ms in the median, {max(times) * 1000:.0f} ms at most"
    )
    print(", ".join(f"{count:,} {name}" for name, count in sorted(states.items())), end="; ")
    print(", ".join(f"{count:,} {name or 'not known'}" for name, count in sorted(natures.items())))
    print(f"{messages:,} messages of requests; mails whose bytes are not kept: {len(lost)}")
    print(f"{rate:.1f} mails a second; budget {BUDGET:.0f}")
    agrees = (
        states["placed"] == messages
        and sum(states.values()) == states["placed"] + states["tray"] + states["refused"]
    )
    return int(rate < BUDGET or bool(lost) or not agrees)


def known() -> list[Known]:
    """Requests of 25 authorities, each with a reference of theirs."""
    from benchmarks.made.mails import Known
    from requests_app.models import AuthorityAddress, FoiRequest
    from tests import factories as make

    found = []
    campaign, sent_on = make.a_campaign(), date(2026, 10, 6)
    for place in range(25):
        authority = make.an_authority()
        domain = f"authority{place}.example.net"
        AuthorityAddress.objects.create(authority=authority, address=f"foi@{domain}")
        for number in range(REQUESTS // 25):
            foi_request = make.a_request(campaign, authority=authority, sent_on=sent_on)
            reference = f"FOI-2026-{place:02}{number:04}"
            FoiRequest.objects.filter(pk=foi_request.pk).update(authority_reference=reference)
            found.append(Known(f"foi+{foi_request.reply_token}@replies.example.org", reference, domain))
    return found


if __name__ == "__main__":
    sys.exit(main())
