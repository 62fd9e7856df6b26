"""The records of many requests at once, for the sweep: what ``record_of`` reads one by one, in a few queries for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model, QuerySet

from requests_app.core.calendars import calendar_for
from requests_app.core.errors import ClockError
from requests_app.core.states import Regime
from requests_app.models import (
    AuthorityAddress,
    Clarification,
    Deadline,
    Event,
    FoiRequest,
    Message,
    Question,
    Response,
)
from requests_app.queries.clock import clock_of
from requests_app.queries.holidays import holiday_table
from requests_app.queries.record import Record, by_position

Row = TypeVar("Row", bound=Model)


def records_of(foi_requests: Sequence[FoiRequest], *, today: date) -> dict[int, Record | ClockError]:
    """The record of each request by its key, or why its clock can't be computed. Eight queries for all of them.

    What only few requests have (replies, questions of theirs) is read for those, when it is asked for.
    """
    ids = [each.pk for each in foi_requests]
    holidays = holiday_table()
    events = _of_request(
        Event.objects.standing()
        .filter(foi_request__in=ids)
        .select_related("message")
        .defer("message__body")
        .order_by("recorded_at", "pk")
    )
    questions = _of_request(Question.objects.filter(foi_request__in=ids).order_by("position", "pk"))
    dates = Deadline.objects.filter(foi_request__in=ids).exclude(status=Deadline.Status.MOVED)
    keys: dict[int, dict[str, int]] = defaultdict(dict)
    for foi_request_id, key, pk in dates.values_list("foi_request_id", "key", "pk"):
        keys[foi_request_id][key] = pk
    unread = _having(Message.objects.filter(reading_state=Message.ReadingState.TO_CONFIRM), ids)
    replied = _having(Response.objects.all(), ids)
    asked = _having(Clarification.objects.all(), ids)
    addresses: dict[int, list[AuthorityAddress]] = defaultdict(list)
    for address in AuthorityAddress.objects.filter(
        authority__in={each.authority_id for each in foi_requests}, checked_on__isnull=False
    ).order_by("pk"):
        addresses[address.authority_id].append(address)
    found: dict[int, Record | ClockError] = {}
    for each in foi_requests:
        mine: list[Event] = events[each.pk]
        try:
            clock = clock_of(each, today=today, events=mine, holidays=holidays)
        except ClockError as error:
            found[each.pk] = error
            continue
        record = Record(each, today, mine, clock, calendar_for(Regime(each.regime), holidays), holidays)
        record.questions = by_position(questions[each.pk])
        record.keys_of_dates = keys[each.pk]
        record.unread = each.pk in unread
        record.addresses = addresses[each.authority_id]
        if each.pk not in replied:
            record.responses = []
        if each.pk not in asked:
            record.clarification = None
        found[each.pk] = record
    return found


def _of_request(rows: Iterable[Row]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.foi_request_id].append(row)  # type: ignore[attr-defined]
    return found


def _having(rows: QuerySet[Any], ids: Sequence[int]) -> set[int]:
    return set(rows.filter(foi_request__in=ids).order_by().values_list("foi_request_id", flat=True))


def in_batches(ids: Sequence[int], size: int) -> Iterator[Sequence[int]]:
    """The keys in runs of at most ``size``."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]
