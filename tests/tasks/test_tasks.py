"""The tasks of each day: ids in, one use case; the rows, not the messages, say what is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
import time_machine
from celery import current_app
from django.core import mail as djangos
from kombu.exceptions import OperationalError
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from requests_app import tasks
from requests_app.core.calendars import LONDON
from requests_app.gateways import queue
from requests_app.models import Draft, OutgoingEmail, RegulatorFile, Sweep
from requests_app.usecases.mail import CLAIM_IS_LOST_AFTER
from requests_app.usecases.regulator_files import ask_for_file
from tests import factories as make
from tests.factories import LATE_ON, noon
from tests.usecases.test_regulator_files import a_complaint

pytestmark = pytest.mark.django_db

State = OutgoingEmail.State


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    """Noon in London on the day on which a reply is first late."""
    with time_machine.travel(noon(LATE_ON), tick=False) as traveller:
        yield traveller


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What is asked of the queue."""
    found: list[tuple[str, object]] = []
    monkeypatch.setattr(queue, "_send", lambda name, *args: found.append((name, args[0])))
    return found


@pytest.fixture
def server(settings: Settings) -> None:
    settings.MAIL_CONFIGURED = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


# The sweep


def test_the_morning_sweep_sweeps_the_day_in_london() -> None:
    make.a_request()
    tasks.sweep()
    assert Sweep.objects.get().on == LATE_ON
    assert Draft.objects.count() == 1


def test_shortly_after_midnight_in_summer_it_is_the_new_day_in_london(
    clock: time_machine.Coordinates,
) -> None:
    clock.move_to(datetime(2026, 7, 7, 0, 30, tzinfo=LONDON))
    tasks.sweep()
    assert Sweep.objects.get().on == date(2026, 7, 7)


def test_a_sweep_asked_for_twice_by_its_day_is_done_once() -> None:
    make.a_request()
    for _ in range(3):
        tasks.sweep("2026-11-04")
    assert Sweep.objects.get().on == LATE_ON
    assert OutgoingEmail.objects.count() == 1


# Mail


def test_a_mail_is_sent_by_its_id_and_once(server: None) -> None:
    email = make.an_email(now=noon(LATE_ON))
    tasks.send_email(email.pk)
    tasks.send_email(email.pk)
    assert len(djangos.outbox) == 1
    assert OutgoingEmail.objects.get(pk=email.pk).state == State.SENT


def test_a_mail_that_is_gone_is_no_fault() -> None:
    tasks.send_email(987654)
    assert djangos.outbox == []


# Catching up


def test_what_is_due_and_not_done_is_queued_again(server: None, asked: list[tuple[str, object]]) -> None:
    lost = make.an_email(now=noon(LATE_ON))
    later = make.an_email(now=noon(LATE_ON))
    OutgoingEmail.objects.filter(pk=later.pk).update(try_at=noon(LATE_ON) + timedelta(minutes=1))
    asked.clear()
    tasks.catch_up()
    assert ("send_email", lost.pk) in asked
    assert ("send_email", later.pk) not in asked
    assert ("sweep", "2026-11-04") in asked


def test_held_mail_is_never_queued(settings: Settings, asked: list[tuple[str, object]]) -> None:
    make.an_email()
    settings.MAIL_CONFIGURED = True
    tasks.catch_up()
    assert "send_email" not in {name for name, _ in asked}


def test_a_day_that_was_swept_is_not_swept_again(asked: list[tuple[str, object]]) -> None:
    tasks.sweep()
    tasks.catch_up()
    assert "sweep" not in {name for name, _ in asked}


def test_nobody_is_woken_before_six(clock: time_machine.Coordinates, asked: list[tuple[str, object]]) -> None:
    clock.move_to(datetime(2026, 11, 4, 5, 59, tzinfo=LONDON))
    tasks.catch_up()
    assert "sweep" not in {name for name, _ in asked}
    clock.move_to(datetime(2026, 11, 4, 6, 0, tzinfo=LONDON))
    tasks.catch_up()
    assert ("sweep", "2026-11-04") in asked


def test_mail_whose_sender_died_is_settled_as_doubtful(server: None) -> None:
    email = make.an_email()
    OutgoingEmail.objects.filter(pk=email.pk).update(
        state=State.SENDING, claimed_at=noon(LATE_ON) - CLAIM_IS_LOST_AFTER - timedelta(seconds=1)
    )
    tasks.catch_up()
    assert OutgoingEmail.objects.get(pk=email.pk).state == State.DOUBTFUL


# The queue


@pytest.fixture
def broker(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[object, ...]]]:
    """What reaches the broker."""
    sent: list[tuple[str, tuple[object, ...]]] = []

    def send_task(name: str, args: tuple[object, ...], **_: object) -> None:
        sent.append((name, args))

    monkeypatch.setattr(current_app._get_current_object(), "send_task", send_task)
    return sent


def test_a_task_is_asked_for_after_the_commit_and_by_a_name_that_exists(
    broker: list[tuple[str, tuple[object, ...]]],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        queue.send_email(7)
        queue.sweep("2026-11-04")
        assert broker == []
    assert broker == [
        ("requests_app.tasks.send_email", (7,)),
        ("requests_app.tasks.sweep", ("2026-11-04",)),
    ]
    assert {name for name, _ in broker} <= set(current_app.tasks)


@pytest.mark.parametrize("ask", [lambda: queue.send_email(7), lambda: queue.sweep("2026-11-04")])
def test_a_broker_that_is_away_loses_nothing_and_stops_nobody(
    ask: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def away(*_: object, **__: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(current_app._get_current_object(), "send_task", away)
    with django_capture_on_commit_callbacks(execute=True):
        ask()


def test_every_task_is_one_that_the_queue_or_the_schedule_names(settings: Settings) -> None:
    scheduled = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    asked_for = {f"requests_app.tasks.{name}" for name, function in vars(queue).items() if callable(function)}
    ours = {name for name in current_app.tasks if name.startswith("requests_app.")}
    assert scheduled <= ours
    assert ours <= scheduled | asked_for


# Files for regulators


def test_a_file_that_was_asked_for_is_queued_made_once_and_queued_again_where_it_was_lost(
    asked: list[tuple[str, object]], clock: time_machine.Coordinates
) -> None:
    draft, on = a_complaint()
    clock.move_to(noon(on))
    file = ask_for_file(draft=draft, enclosed=(), by=make.requester_of(draft.foi_request), now=noon(on))
    assert asked == [("make_regulator_file", file.pk)]
    asked.clear()
    tasks.catch_up()
    assert ("make_regulator_file", file.pk) not in asked
    clock.move_to(noon(on) + timedelta(minutes=2))
    tasks.catch_up()
    assert ("make_regulator_file", file.pk) in asked
    tasks.make_regulator_file(file.pk)
    made = RegulatorFile.objects.get()
    assert made.state == RegulatorFile.State.MADE
    tasks.make_regulator_file(file.pk)
    assert RegulatorFile.objects.get().made_at == made.made_at
