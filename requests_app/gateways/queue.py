"""The one way to Celery: tasks are reached by name, after commit.

A broker that is away loses nothing: the rows are the truth, and ``catch_up`` queues again each minute what
is due and not done.
"""

from __future__ import annotations

import structlog
from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = structlog.get_logger(__name__)


def _send(name: str, *args: object) -> None:
    def after_commit() -> None:
        try:
            current_app.send_task(f"requests_app.tasks.{name}", args=args, retry=False)
        except OperationalError:
            log.warning("broker_away", task=name)

    transaction.on_commit(after_commit)


def send_email(email_id: int) -> None:
    """Ask for one outgoing mail to be sent."""
    _send("send_email", email_id)


def sweep(on: str) -> None:
    """Ask for the sweep of one day (ISO date)."""
    _send("sweep", on)


def recompute_batch(batch_id: int) -> None:
    """Ask for the clocks of one batch of requests to be computed again."""
    _send("recompute_batch", batch_id)


def finish_recomputation(recomputation_id: int) -> None:
    """Ask for the people concerned to be told of the dates one cause has moved."""
    _send("finish_recomputation", recomputation_id)


def refresh_holidays() -> None:
    """Ask for the holiday table to be compared with GOV.UK's list."""
    _send("refresh_holidays")


def read_attachment(attachment_id: int) -> None:
    """Ask for one file of a message to be read."""
    _send("read_attachment", attachment_id)


def make_regulator_file(file_id: int) -> None:
    """Ask for one file for a regulator to be made."""
    _send("make_regulator_file", file_id)


def take_in_email(incoming_id: int) -> None:
    """Ask for one mail that came to be read and placed."""
    _send("take_in_email", incoming_id)
