"""A worker killed with -9 in the middle of a sweep: nothing lost, nothing doubled, however the work comes back.

It comes back in three ways, each tried by itself: the broker hands the task out again after a while, ``catch_up``
sees that today's sweep has no end, and a worker that outlives its child takes the task back at once.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from celery import Celery

from requests_app.core.calendars import london_day
from tests.stack import ROOT, Stack, running_stack, wait_for

pytestmark = [pytest.mark.broker, pytest.mark.xdist_group("killed")]

HOW_MANY = 200
"""Requests overdue today, and as many that are overdue on ``LATER``."""
IN_THE_MIDDLE = 10
"""Requests done before the kill."""
PATIENCE = 120.0  # seconds
TODAY = london_day(datetime.now(UTC))
LATER = TODAY + timedelta(days=36)
SENT_ON = (TODAY - timedelta(days=40), TODAY)
"""Twenty working days later is passed on the one day and on the other, whatever the holidays, and still news."""
FILL = """
from datetime import date
from requests_app.models import Authority, Campaign
from tests import factories as make
campaign = make.a_campaign(make.a_person(email="robin@example.org"))
authority = make.an_authority()
for day in {days}:
    for _ in range({how_many}):
        make.a_request(campaign, authority=authority, sent_on=date.fromisoformat(day))
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with requests that are overdue, logged by the use case people use."""
    folder = tmp_path_factory.mktemp("filled")
    code = FILL.format(how_many=HOW_MANY, days=[day.isoformat() for day in SENT_ON])
    settings = {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "foitracker.settings"}
    for command in (["migrate", "--verbosity", "0"], ["shell", "--command", code]):
        subprocess.run(
            [sys.executable, ROOT / "manage.py", *command], env=os.environ | settings, cwd=ROOT, check=True
        )
    return folder


@contextmanager
def impatient(filled: Path, folder: Path, **impatience: str) -> Iterator[Stack]:
    """The program on a copy of the filled folder, with a worker that is ready."""
    data_dir = folder / "data"
    shutil.copytree(filled, data_dir)
    settings = {"DJANGO_SETTINGS_MODULE": "tests.tasks.impatient", "DEMO": ""}
    with running_stack(data_dir, **settings, **impatience) as stack:
        yield stack


def ask(stack: Stack, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Read the program's database beside it."""
    with closing(
        sqlite3.connect(f"file:{stack.data_dir / 'foitracker.sqlite3'}?mode=ro", uri=True)
    ) as database:
        return database.execute(query, values).fetchall()


def done(stack: Stack) -> int:
    """How many requests have been swept: the draft is the last thing the sweep makes for one."""
    return int(ask(stack, "select count(*) from requests_app_draft")[0][0])


def start_sweep(stack: Stack, on: date) -> None:
    """Hand the sweep of a day to the worker, as beat does in the morning."""
    with Celery(broker=stack.broker_url) as app:
        app.send_task("requests_app.tasks.sweep", args=[on.isoformat()])


def wait_for_the_middle(stack: Stack, *, before: int) -> None:
    """Wait until some of this sweep's requests are done."""
    wait_for(lambda: done(stack) >= before + IN_THE_MIDDLE, PATIENCE)


def is_finished(stack: Stack, on: date) -> bool:
    query = 'select 1 from requests_app_sweep where "on" = ? and finished_at is not null'
    return ask(stack, query, on.isoformat()) != []


def assert_each_once(stack: Stack, how_many: int) -> None:
    """Every overdue request has its one draft and its one reminder, each morning one mail, and no row is too many."""
    each_once = [(1, how_many)]
    per_request = "select each, count(*) from (select count(*) as each from {} group by {}) group by each"
    drafts = per_request.format("requests_app_draft", "foi_request_id")
    told = "requests_app_reminder r join requests_app_deadline d on d.id = r.deadline_id where r.state = 'queued'"
    reminders = per_request.format(told, "d.foi_request_id")
    assert [ask(stack, query) for query in (drafts, reminders)] == [each_once] * 2
    mornings = how_many // HOW_MANY
    assert ask(stack, "select count(*) from requests_app_outgoingemail") == [(mornings,)]
    told = "select count(distinct email_id), count(*) from requests_app_reminder where state = 'queued'"
    assert ask(stack, told) == [(mornings, how_many)]
    missed = "select count(*) from requests_app_deadline where kind = 'response_due' and status = 'missed'"
    assert ask(stack, missed) == [(how_many,)]
    passed_over = (
        "select stage, count(*) from requests_app_reminder where state = 'passed_over' group by stage"
    )
    over = dict(ask(stack, passed_over))
    stages = ("five_before", "on_the_day", "one_before")
    assert [over[stage] for stage in stages] == [how_many] * 3
    assert set(over) <= {*stages, "passed"}
    (user_ids,) = ask(stack, "select count(distinct user_id) from requests_app_reminder")
    assert user_ids == (1,)


def assert_nothing_is_left(stack: Stack, on: date) -> None:
    counts = json.loads(stack.manage("sweep", "--on", on.isoformat(), "--json").stdout)
    assert {name for name, count in counts.items() if count} == {"on"}


def kill_the_worker_in_the_middle(stack: Stack) -> None:
    """Sweep today, and kill the worker with its children when some requests are done and most are not."""
    start_sweep(stack, TODAY)
    wait_for_the_middle(stack, before=0)
    stack.kill_worker()
    assert IN_THE_MIDDLE <= done(stack) < HOW_MANY
    assert not is_finished(stack, TODAY)


def assert_today_is_finished(stack: Stack) -> None:
    wait_for(lambda: is_finished(stack, TODAY), PATIENCE)
    assert "The worker ended (signal SIGKILL); it starts again in" in stack.log.read_text()
    assert_each_once(stack, HOW_MANY)
    assert_nothing_is_left(stack, TODAY)


def test_the_broker_hands_the_sweep_of_a_killed_worker_out_again(filled: Path, tmp_path: Path) -> None:
    with impatient(filled, tmp_path, REDELIVER_AFTER="5", CATCH_UP_EVERY="3600") as stack:
        kill_the_worker_in_the_middle(stack)
        assert_today_is_finished(stack)


def test_a_sweep_cut_short_is_started_again_and_that_of_a_killed_child_taken_back(
    filled: Path, tmp_path: Path
) -> None:
    with impatient(filled, tmp_path, CATCH_UP_EVERY="2") as stack:
        kill_the_worker_in_the_middle(stack)
        assert_today_is_finished(stack)

        start_sweep(stack, LATER)
        wait_for_the_middle(stack, before=HOW_MANY)
        for child in stack.worker_pids()[1:]:
            os.kill(child, signal.SIGKILL)
        assert HOW_MANY < done(stack) < 2 * HOW_MANY
        assert not is_finished(stack, LATER)
        wait_for(lambda: is_finished(stack, LATER), PATIENCE)
        assert stack.log.read_text().count("The worker ended") == 1
        assert_each_once(stack, 2 * HOW_MANY)
        assert_nothing_is_left(stack, LATER)
