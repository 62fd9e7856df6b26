"""The tasks behind recomputing: what the broker lost is queued again, and the list is asked once a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as django_settings

from requests_app import tasks
from requests_app.gateways import queue
from requests_app.models import BankHoliday, HolidayRefresh, Recomputation
from requests_app.usecases import recomputations
from requests_app.usecases.holidays import save_holiday
from tests import factories as make
from tests.factories import SENT_ON, noon
from tests.feeds import a_feed, saved

pytestmark = pytest.mark.django_db

PROCLAIMED = date(2026, 10, 19)


@pytest.fixture(autouse=True)
def _now() -> Iterator[None]:
    with time_machine.travel(noon(SENT_ON), tick=False):
        yield


@pytest.fixture
def queued(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What is asked of the queue."""
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(queue, "_send", lambda name, *args: asked.append((name, args[0] if args else None)))
    return asked


def planned() -> Recomputation:
    make.a_request()
    recomputation = save_holiday(
        holiday=BankHoliday(on=PROCLAIMED, division="scotland", title="Special day"), now=noon(SENT_ON)
    )
    assert recomputation is not None
    return recomputation


def names(queued: list[tuple[str, object]]) -> list[str]:
    return [name for name, _ in queued if name != "sweep"]


def test_a_change_queues_its_batches_and_the_last_one_finishes(queued: list[tuple[str, object]]) -> None:
    recomputation = planned()
    batch = recomputation.batches.get()
    assert ("recompute_batch", batch.pk) in queued
    tasks.recompute_batch(batch.pk)
    recomputation.refresh_from_db()
    assert recomputation.finished_at == noon(SENT_ON)
    tasks.recompute_batch(batch.pk)
    tasks.finish_recomputation(recomputation.pk)
    assert recomputation.announcements.count() == 1


def test_a_batch_the_broker_lost_is_queued_again_after_a_while(queued: list[tuple[str, object]]) -> None:
    recomputations.plan_for_rules(now=noon(SENT_ON))
    batch = planned().batches.get()
    queued.clear()
    tasks.catch_up()
    assert names(queued) == []
    with time_machine.travel(noon(SENT_ON) + timedelta(minutes=3)):
        tasks.catch_up()
    assert [each for each in queued if each[0] == "recompute_batch"] == [("recompute_batch", batch.pk)]


def test_a_cause_whose_people_were_never_told_is_finished_later(queued: list[tuple[str, object]]) -> None:
    recomputations.plan_for_rules(now=noon(SENT_ON))
    recomputation = planned()
    recomputations.run_batch(batch_id=recomputation.batches.get().pk, now=noon(SENT_ON))
    queued.clear()
    with time_machine.travel(noon(SENT_ON) + timedelta(minutes=3)):
        tasks.catch_up()
    assert ("finish_recomputation", recomputation.pk) in queued


def test_other_rules_are_found_by_the_first_catch_up_of_a_new_version(
    queued: list[tuple[str, object]],
) -> None:
    make.a_request()
    tasks.catch_up()
    tasks.catch_up()
    assert Recomputation.objects.get().cause == Recomputation.Cause.RULES


def test_without_an_address_nobody_is_asked(queued: list[tuple[str, object]]) -> None:
    assert django_settings.BANK_HOLIDAYS_URL == ""
    tasks.refresh_holidays()
    tasks.catch_up()
    assert HolidayRefresh.objects.count() == 0
    assert "refresh_holidays" not in names(queued)


def test_with_an_address_the_list_is_asked_and_asked_again_after_a_week(
    queued: list[tuple[str, object]], tmp_path: Path, settings: Any
) -> None:
    settings.BANK_HOLIDAYS_URL = saved(a_feed(), tmp_path)
    tasks.catch_up()
    assert names(queued).count("refresh_holidays") == 1
    tasks.refresh_holidays()
    assert HolidayRefresh.objects.get().ok
    for days, asked in ((7, 1), (8, 2)):
        with time_machine.travel(noon(SENT_ON) + timedelta(days=days)):
            tasks.catch_up()
        assert names(queued).count("refresh_holidays") == asked


def test_a_list_that_fails_leaves_its_sentence_and_no_exception(tmp_path: Path, settings: Any) -> None:
    settings.BANK_HOLIDAYS_URL = saved("{", tmp_path)
    tasks.refresh_holidays()
    refresh = HolidayRefresh.objects.get()
    assert not refresh.ok
    assert "it is not JSON" in refresh.sentence


def test_beat_asks_every_monday() -> None:
    entry = django_settings.CELERY_BEAT_SCHEDULE["the bank holidays, weekly"]
    assert entry["task"] == tasks.refresh_holidays.name
    assert entry["schedule"].day_of_week == {1}
