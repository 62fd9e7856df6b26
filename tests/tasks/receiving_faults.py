"""Mails taken in by processes that are killed at every step, with no broker at all.

Run by ``test_receiving_faults.py``, or by hand: ``python -m tests.tasks.receiving_faults --runs 200`` (``--postgres`` to
stop and start PostgreSQL under it as well). Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from typing import Any

from tests.postgres_server import Postgres
from tests.stack import free_port
from tests.tasks.sending_faults import Die, in_a_process, killed

AGAIN = 4
"""How often the clock comes round after a fault."""


def changed(owner: Any, name: str, *, before: Die | None = None, after: Die | None = None) -> None:
    """One function in which the process dies."""
    original = getattr(owner, name)

    def dying(*args: Any, **kwargs: Any) -> Any:
        if before is not None:
            before()
        result = original(*args, **kwargs)
        if after is not None:
            after()
        return result

    setattr(owner, name, dying)


def steps() -> dict[str, Callable[[Die], None]]:
    """What is killed where. Called in the process that is to die."""
    from requests_app.models import IncomingEmail
    from requests_app.usecases import incoming, incoming_recording

    return {
        "before the store": lambda die: changed(incoming, "_known", after=die),
        "before the store's commit": lambda die: changed(IncomingEmail, "save_base", after=die),
        "after the store": lambda die: changed(incoming.queue, "take_in_email", before=die),
        "before the claim": lambda die: changed(incoming, "claim", before=die),
        "after the claim": lambda die: changed(incoming, "claim", after=die),
        "after the reading": lambda die: changed(incoming, "record", before=die),
        "before the commit": lambda die: changed(incoming_recording, "tell", after=die),
        "after the commit": lambda die: changed(incoming, "record", after=die),
    }


def a_mail(to: str, number: int) -> bytes:
    """A reply with a file."""
    return (
        f"From: FOI <foi@ambleford.example.org>\r\nTo: {to}\r\nSubject: Reply {number}\r\nMessage-ID: <{number}@ambleford>\r\n"
        f'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nOur answer {number}\r\n'
        f'--b\r\nContent-Type: text/csv; name="table.csv"\r\n\r\nyear,officers\r\n2025,{number}\r\n--b--\r\n'
    ).encode()


def one_run(step: str, number: int, *, die: Die, restart: Callable[[], None]) -> dict[str, Any]:
    """Pipe one mail in, killed at this step; pipe it again while nobody said yes; come round; say what became of it."""
    from django.utils import timezone

    from requests_app.models import IncomingEmail, Message
    from requests_app.queries.incoming import waiting_emails
    from requests_app.usecases import incoming
    from tests import factories as make

    foi_request = make.a_request()
    now = timezone.now()
    raw = a_mail(f"foi+{foi_request.reply_token}@replies.example.org", number)

    def dying() -> None:
        steps()[step](die)
        stored = incoming.store_email(raw=raw, source="pipe", now=now)
        incoming.take_in(incoming_id=stored.pk, now=now)

    ended = in_a_process(dying, restart)

    def coming_round() -> None:
        incoming.store_email(
            raw=raw, source="pipe", now=now
        )  # the mail server heard no yes, and brings it again
        for hours in range(1, AGAIN + 1):
            later = now + timedelta(hours=hours)
            incoming.give_up_lost_claims(now=later)
            for pk in waiting_emails(later):
                incoming.take_in(incoming_id=pk, now=later)

    recovered = in_a_process(coming_round)
    kept = list(IncomingEmail.objects.filter(message_id=f"<{number}@ambleford>"))
    messages = Message.objects.filter(foi_request=foi_request, direction=Message.Direction.RECEIVED)
    return {
        "step": step,
        "ended": ended,
        "recovered": recovered,
        "kept": len(kept),
        "bytes": all(bytes(each.raw) == raw for each in kept),
        "state": kept[0].state if kept else "",
        "messages": messages.count(),
        "files": sum(message.attachments.count() for message in messages),
    }


def summary(results: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures."""
    by_step: dict[str, Counter[str]] = {}
    for each in results:
        by_step.setdefault(each["step"], Counter())[f"{each['state']}, {each['messages']} message"] += 1
    return {
        "runs": len(results),
        "lost": sum(not each["kept"] or not each["bytes"] or not each["messages"] for each in results),
        "doubled": sum(each["kept"] > 1 or each["messages"] > 1 or each["files"] > 1 for each in results),
        "placed": sum(each["state"] == "placed" for each in results),
        "without_file": sum(each["files"] != 1 for each in results),
        "not_killed": sum(each["ended"] == 0 for each in results),
        "not_recovered": sum(each["recovered"] != 0 for each in results),
        "by_step": by_step,
    }


def main() -> None:
    """Make the runs and print their figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--postgres", action="store_true", help="restart PostgreSQL at the step, too")
    options = parser.parse_args()
    started = time.monotonic()
    postgres = Postgres() if options.postgres else None
    with tempfile.TemporaryDirectory(prefix="foitracker-faults-") as folder, postgres or nullcontext():
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "foitracker.settings",
            "DATA_DIR": os.environ.get("DATA_DIR") or folder,
            "REPLY_ADDRESS": "foi@replies.example.org",
            "LOG_LEVEL": "ERROR",
            "REDIS_URL": f"redis://127.0.0.1:{free_port()}",
        }
        if postgres is not None:
            os.environ |= {"DATABASE_URL": postgres.url, "SECRET_KEY": "for faults alone " + "abcdefghij" * 5}
        figures = summary(_runs(options.runs, postgres))
    sys.stdout.write(json.dumps(figures | {"seconds": round(time.monotonic() - started, 1)}) + "\n")


def _runs(how_many: int, postgres: Postgres | None) -> list[dict[str, Any]]:
    import django
    from django.core.management import call_command
    from django.urls import reverse

    django.setup()
    call_command("migrate", verbosity=0)
    reverse("today")  # what every process needs is loaded once, here
    names = list(steps())
    results = []
    for number in range(how_many):
        die, restart = killed, lambda: None
        if postgres is not None and number % 2:
            die, restart = postgres.stop, postgres.start_if_down
        results.append(one_run(names[number % len(names)], number, die=die, restart=restart))
    return results


if __name__ == "__main__":
    main()
