"""The made-up record that pages are measured on is one that the program would have come to by itself."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.db.models import Count

from benchmarks import seed
from benchmarks.made import courses, threads
from benchmarks.made.dates import set_dates
from benchmarks.made.people import HEAVY, TYPICAL
from requests_app.core.calendars import HolidayTable
from requests_app.core.states import AuthorityKind, Regime, State
from requests_app.models import Authority, Deadline, Event, FoiRequest, Message
from requests_app.usecases.clock import recompute
from tests.factories import noon

ROOT = Path(__file__).resolve().parent.parent.parent
ON = date(2026, 11, 4)
CACHE = ("state", "response_due_on", "next_deadline_kind", "next_deadline_on", "clock_uncertain")


def fill(requests: int = 160) -> None:
    seed.fill(requests=requests, people=12, campaigns=4, on=ON)


def dates_of(foi_request: FoiRequest) -> list[tuple[object, ...]]:
    rows = Deadline.objects.filter(foi_request=foi_request).order_by("key", "status", "due_on")
    return list(
        rows.values_list("key", "kind", "status", "due_on", "counted_from", "working", "basis", "uncertain")
    )


@pytest.mark.django_db
def test_computing_a_made_up_request_again_changes_nothing() -> None:
    fill()
    for foi_request in FoiRequest.objects.select_related("authority"):
        before = {name: getattr(foi_request, name) for name in CACHE}, dates_of(foi_request)
        recompute(foi_request, now=noon(ON), because="nothing changed")
        foi_request.refresh_from_db()
        after = {name: getattr(foi_request, name) for name in CACHE}, dates_of(foi_request)
        assert after == before, foi_request.reference


@pytest.mark.django_db
def test_the_people_who_are_measured_have_their_share_and_the_threads_that_are_measured_are_there() -> None:
    fill(400)
    of = {
        email: FoiRequest.objects.filter(campaign__memberships__user__email=email)
        for email in (TYPICAL, HEAVY)
    }
    assert {email: found.count() for email, found in of.items()} == {TYPICAL: 50, HEAVY: 80}
    lengths = of[TYPICAL].annotate(many=Count("messages")).values_list("many", flat=True)
    assert {3, 100} <= set(lengths)
    assert FoiRequest.objects.count() == 400
    assert Message.objects.filter(body="").count() == 0
    assert Event.objects.filter(foi_request__state=State.DRAFT).count() == 0


@pytest.mark.django_db
def test_the_same_seed_and_day_make_the_same_record() -> None:
    def record() -> list[tuple[object, ...]]:
        return list(Message.objects.order_by("sha256").values_list("foi_request__number", "sha256"))

    with transaction.atomic():
        fill(100)
        first = record()
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    fill(100)
    assert record() == first


def test_the_courses_lead_to_every_state() -> None:
    table = HolidayTable.from_json(json.loads((ROOT / "requests_app/data/bank_holidays.json").read_text()))
    authority = Authority(kind=AuthorityKind.COUNCIL, regime=Regime.FOIA)
    reached = set()
    for course in (*courses.COURSES, courses.UNDATED, courses.UNSENT, courses.LONG, courses.SHORT):
        for number in range(20):
            foi_request = FoiRequest(authority=authority, regime=Regime.FOIA)
            found = courses.happenings(random.Random(number), course, on=ON, labels=["1", "2"])  # noqa: S311
            set_dates(foi_request, found, holidays=table, now=noon(ON))
            reached.add(foi_request.state)
    assert reached == set(State)


def test_threads_are_one_to_a_hundred_messages_long() -> None:
    dice = random.Random("threads")  # noqa: S311 - made up, not secret
    lengths = [threads.length(dice) for _ in range(60_000)]
    assert (min(lengths), max(lengths)) == (1, 100)
    assert 4 < sum(lengths) / len(lengths) < 7
