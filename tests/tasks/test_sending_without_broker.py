"""The whole program sends letters while its broker and its worker are killed: none is lost, none goes twice."""

from __future__ import annotations

import os
import signal
from collections import Counter
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import pytest

from tests.gateways.test_outgoing_mail import open_office
from tests.stack import Stack, running_stack, wait_for

pytestmark = [pytest.mark.broker, pytest.mark.xdist_group("killed")]

HOW_MANY = 30
IN_THE_MIDDLE = 8
PATIENCE = 150.0  # seconds
QUEUE = """
from django.utils import timezone
from requests_app.models import User
from tests import factories as make
from tests.letters_out import a_queued_request
campaign = make.a_campaign(make.a_person(undo_minutes=0))
authority = make.an_authority()
for _ in range({how_many}):
    foi_request = make.a_written_request(campaign, authority=authority)
    a_queued_request(foi_request=foi_request, now=timezone.now())
"""
SETTLE = """
from datetime import timedelta
from django.utils import timezone
from requests_app.usecases.mail import give_up_lost_claims
give_up_lost_claims(now=timezone.now() + timedelta(hours=1))
"""


def letters(stack: Stack) -> list[tuple[Any, ...]]:
    """Message-ID and state of every letter."""
    path = f"file:{stack.data_dir / 'foitracker.sqlite3'}?mode=ro"
    with closing(connect(path, uri=True)) as database:
        query = "select message_id, state from requests_app_outgoingemail where kind = 'letter'"
        return database.execute(query).fetchall()


def test_letters_go_once_while_the_broker_and_then_the_worker_are_killed(tmp_path: Path) -> None:
    office, controller = open_office()
    settings = {
        "EMAIL_URL": f"smtp://127.0.0.1:{office.port}",
        "REPLY_ADDRESS": "foi@replies.example.org",
        "DJANGO_SETTINGS_MODULE": "tests.tasks.impatient",
        "CATCH_UP_EVERY": "2",
        "DEMO": "",
    }
    try:
        with running_stack(tmp_path, **settings) as stack:
            stack.manage("shell", "-c", QUEUE.format(how_many=HOW_MANY))
            wait_for(lambda: len(office.arrived) >= IN_THE_MIDDLE, PATIENCE)
            os.kill(stack.pids()["broker"], signal.SIGKILL)
            wait_for(lambda: len(office.arrived) >= 2 * IN_THE_MIDDLE, PATIENCE)
            stack.kill_worker()
            wait_for(lambda: all(state != "ready" for _, state in letters(stack)), PATIENCE)
            wait_for(lambda: sum(state == "sending" for _, state in letters(stack)) <= 1, PATIENCE)
            stack.manage("shell", "-c", SETTLE)
            found = dict(letters(stack))
    finally:
        controller.stop()
    taken = Counter(str(message["Message-ID"]) for message in office.arrived)
    assert len(found) == HOW_MANY
    assert max(taken.values()) == 1
    assert {taken[message_id] for message_id, state in found.items() if state == "sent"} == {1}
    assert [state for state in found.values() if state not in ("sent", "doubtful")] == []
