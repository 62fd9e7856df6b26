"""Letters sent by processes that are killed at every step, against a mail server that counts what it took.

Run by ``test_sending_faults.py``, or by hand: ``python -m tests.tasks.sending_faults --runs 200`` (with ``DATA_DIR``
set to an empty folder, and ``--postgres`` to restart PostgreSQL under it as well). Prints one JSON object.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import smtplib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any, NoReturn

from tests.postgres_server import Postgres
from tests.stack import free_port, wait_for

Die = Callable[[], None]
AGAIN = 3
"""How often the clock comes round after a fault: each time everything due is tried, as ``catch_up`` does."""


def killed() -> NoReturn:
    """End this process as a machine out of memory does."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("unreachable")


# The steps: each changes one function so that the process dies there.


def _before(owner: Any, name: str, die: Die) -> None:
    original = getattr(owner, name)

    def dying(*args: Any, **kwargs: Any) -> Any:
        die()
        return original(*args, **kwargs)

    setattr(owner, name, dying)


def _after(owner: Any, name: str, die: Die) -> None:
    original = getattr(owner, name)

    def dying(*args: Any, **kwargs: Any) -> Any:
        result = original(*args, **kwargs)
        die()
        return result

    setattr(owner, name, dying)


def _while_the_server_reads(die: Die) -> None:
    send = smtplib.SMTP.send

    def dying(self: smtplib.SMTP, content: Any) -> None:
        send(self, content)
        if isinstance(content, bytes) and content.endswith(b"\r\n.\r\n"):
            die()

    smtplib.SMTP.send = dying  # type: ignore[assignment, method-assign]


def steps() -> dict[str, Callable[[Die], None]]:
    """What is killed where. Called in the process that is to die."""
    from requests_app.gateways import outgoing_mail
    from requests_app.usecases import delivery

    return {
        "before the claim": lambda die: _before(delivery, "claim_email", die),
        "after the claim": lambda die: _after(delivery, "claim_email", die),
        "before the server's yes": _while_the_server_reads,
        "after the server's yes": lambda die: _after(outgoing_mail, "send", die),
        "before the commit": lambda die: _after(delivery, "record_letter", die),
        "after the commit": lambda die: _after(delivery, "record_sent", die),
    }


# The mail server


class Counting:
    """Writes down each mail it takes, then says yes."""

    def __init__(self, taken: Path) -> None:
        self.taken = taken

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content, policy=default)
        with self.taken.open("a") as file:
            file.write(f"{message['Message-ID']}\n")
        return "250 OK"


@contextmanager
def counting_server(taken: Path) -> Iterator[int]:
    """A mail server in a process of its own; yields its port."""
    from aiosmtpd.smtp import SMTP

    port = free_port()
    taken.touch()
    pid = os.fork()
    if pid == 0:

        async def serve() -> None:
            loop = asyncio.get_running_loop()
            server = await loop.create_server(
                lambda: SMTP(Counting(taken), hostname="mail.example.org"), "127.0.0.1", port
            )
            await server.serve_forever()

        asyncio.run(serve())
        os._exit(0)
    try:
        wait_for(lambda: _answers(port), 20)
        yield port
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _answers(port: int) -> bool:
    try:
        with smtplib.SMTP("127.0.0.1", port, timeout=5):
            return True
    except OSError:
        return False


# The runs


def in_a_process(do: Callable[[], None], meanwhile: Callable[[], None] = lambda: None) -> int:
    """Do it in a process of its own, and ``meanwhile`` here again and again; returns how that ended (negative: the
    signal).
    """
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # type: ignore[attr-defined]
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            do()
            code = 0
        except BaseException as error:  # noqa: BLE001 - whatever it is, the process ends here
            sys.stderr.write(f"{type(error).__name__}: {error}\n"[:300])
        finally:
            os._exit(code)
    ended, status = os.waitpid(pid, os.WNOHANG)
    while not ended:
        meanwhile()
        time.sleep(0.01)
        ended, status = os.waitpid(pid, os.WNOHANG)
    meanwhile()
    return os.waitstatus_to_exitcode(status)


def one_run(step: str, *, first: bool, die: Die, restart: Callable[[], None]) -> dict[str, Any]:
    """Send one letter, killed at this step; come round until nothing is due; say what became of it."""
    from django.utils import timezone

    from requests_app.models import OutgoingEmail
    from requests_app.queries.outbox import due_emails
    from requests_app.usecases.delivery import deliver
    from requests_app.usecases.mail import give_up_lost_claims
    from tests import letters_out

    now = timezone.now()
    made = letters_out.a_queued_request() if first else letters_out.a_queued_chaser()
    OutgoingEmail.objects.filter(pk=made.pk).update(try_at=now)

    def dying() -> None:
        steps()[step](die)
        deliver(email_id=made.pk, now=now)

    ended = in_a_process(dying, restart)

    def coming_round() -> None:
        for hours in range(1, AGAIN + 1):
            later = now + timedelta(hours=hours)
            give_up_lost_claims(now=later)
            for pk in due_emails(later):
                deliver(email_id=pk, now=later)

    recovered = in_a_process(coming_round)
    email = OutgoingEmail.objects.get(pk=made.pk)
    assert email.foi_request is not None
    kind = "sent" if first else "other_correspondence"
    return {
        "step": step,
        "ended": ended,
        "recovered": recovered,
        "message_id": email.message_id,
        "state": email.state,
        "recorded": email.foi_request.events.filter(kind=kind, message__message_id=email.message_id).count(),
        "draft": email.draft.state if email.draft else email.foi_request.state,
    }


def summary(results: list[dict[str, Any]], taken: Counter[str]) -> dict[str, Any]:
    """The figures: what was lost, what doubled, what is marked as doubtful, what the record has wrong."""
    for each in results:
        each["taken"] = taken[each["message_id"]]
    figures = {
        "runs": len(results),
        "lost": sum(not each["taken"] and each["state"] != "doubtful" for each in results),
        "doubled": sum(each["taken"] > 1 for each in results),
        "doubtful": sum(each["state"] == "doubtful" for each in results),
        "sent": sum(each["state"] == "sent" for each in results),
        "recorded_wrongly": sum(each["recorded"] != (each["state"] == "sent") for each in results),
        "unsettled": sum(each["state"] not in {"sent", "doubtful"} for each in results),
        "not_killed": sum(each["ended"] == 0 for each in results),
        "not_recovered": sum(each["recovered"] != 0 for each in results),
    }
    by_step: dict[str, dict[str, int]] = {}
    for each in results:
        row = by_step.setdefault(each["step"], Counter())
        row[f"{each['state']}, taken {each['taken']}"] += 1
    return figures | {"by_step": by_step}


def main() -> None:
    """Make the runs and print their figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--postgres", action="store_true", help="restart PostgreSQL at the step, too")
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="foitracker-faults-") as folder:
        taken = Path(folder) / "taken"
        postgres = Postgres() if options.postgres else None
        with counting_server(taken) as port, postgres or nullcontext():
            os.environ |= {
                "DJANGO_SETTINGS_MODULE": "foitracker.settings",
                "DATA_DIR": os.environ.get("DATA_DIR") or folder,
                "EMAIL_URL": f"smtp://127.0.0.1:{port}",
                "REPLY_ADDRESS": "foi@replies.example.org",
                "LOG_LEVEL": "ERROR",
                "REDIS_URL": f"redis://127.0.0.1:{free_port()}",
            }
            if postgres is not None:
                os.environ |= {
                    "DATABASE_URL": postgres.url,
                    "SECRET_KEY": "for faults alone " + "abcdefghij" * 5,
                }
            results = _runs(options.runs, postgres)
        figures = summary(results, Counter(taken.read_text().split()))
    sys.stdout.write(json.dumps(figures | {"seconds": round(time.monotonic() - started, 1)}) + "\n")


def _runs(how_many: int, postgres: Postgres | None) -> list[dict[str, Any]]:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    names = list(steps())
    results = []
    for number in range(how_many):
        die, restart = killed, lambda: None
        if postgres is not None and number % 2:
            die, restart = postgres.stop, postgres.start_if_down
        results.append(
            one_run(names[number % len(names)], first=number // len(names) % 2 == 0, die=die, restart=restart)
        )
    return results


if __name__ == "__main__":
    main()
