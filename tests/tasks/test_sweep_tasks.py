"""The morning's sweep by the clock of the tasks: begun from six, finished at any hour, and not done again for nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from requests_app import tasks
from requests_app.gateways import queue
from requests_app.models import Draft, Sweep
from tests import factories as make
from tests.factories import LATE_ON, noon

pytestmark = pytest.mark.django_db

NIGHT, MORNING = noon(LATE_ON) - timedelta(hours=9), noon(LATE_ON) - timedelta(hours=6)


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The days whose sweep catch_up asks for."""
    days: list[str] = []
    monkeypatch.setattr(queue, "sweep", days.append)
    return days


def test_a_day_is_not_begun_before_six_in_the_morning(asked_for: list[str]) -> None:
    with time_machine.travel(NIGHT, tick=False):
        tasks.catch_up()
    assert asked_for == []
    with time_machine.travel(MORNING, tick=False):
        tasks.catch_up()
    assert asked_for == [LATE_ON.isoformat()]


def test_a_sweep_cut_short_is_asked_for_at_any_hour(asked_for: list[str]) -> None:
    Sweep.objects.create(on=LATE_ON, started_at=NIGHT)
    with time_machine.travel(NIGHT, tick=False):
        tasks.catch_up()
    assert asked_for == [LATE_ON.isoformat()]


def test_a_day_asked_for_twice_is_swept_once() -> None:
    with time_machine.travel(MORNING, tick=False):
        tasks.sweep(LATE_ON.isoformat())
        make.a_request()
        tasks.sweep(LATE_ON.isoformat())
        assert not Draft.objects.exists()
        tasks.sweep()
    assert Draft.objects.count() == 1
