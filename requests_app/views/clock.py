"""The public calculator: a link in, dates out, as a page, JSON or a calendar file. Nothing is stored."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from requests_app.core.calendars import HolidayTable
from requests_app.core.clock import Clock, ClockEvent, run_clock
from requests_app.core.clock.json_contract import event_from_json
from requests_app.core.errors import ClockError
from requests_app.forms.clock_query import ClockQuery
from requests_app.gateways.calendar_file import calendar_file
from requests_app.queries.clock_page import ClockPage, clock_page
from requests_app.queries.holidays import holiday_table
from requests_app.views import gate


@require_safe
def clock(request: HttpRequest) -> HttpResponse:
    """The form and, once it says enough, the answer. ``format=json`` gives the answer alone."""
    if request.GET.get("format") == "json":
        return clock_json(request)
    asked = ClockQuery(request.GET)
    page = _page(asked) if asked.is_valid else None
    context = {
        "asked": asked,
        "form": asked.facts,
        "page": page,
        "problems": list(asked.problems()),
        "link": asked.link(),
        "events_to_add": asked.events_to_add(),
        "today": _day(asked) if page else None,
    }
    return render(request, "requests_app/clock/clock.html", context)


@require_safe
def clock_json(request: HttpRequest) -> HttpResponse:
    """The object that the ``clock`` command prints, or what is wrong, with status 400."""
    asked = ClockQuery(request.GET, demanded=True)
    try:
        answer, _ = _answer(asked, holiday_table())
    except ClockError as error:
        return _refused(error)
    return JsonResponse(
        {"id": None, **answer.to_json()}, json_dumps_params={"ensure_ascii": False, "indent": 2}
    )


@require_safe
def clock_calendar(request: HttpRequest) -> HttpResponse:
    """The dates as a calendar file, or what is wrong as JSON, with status 400."""
    asked = ClockQuery(request.GET, demanded=True)
    try:
        answer, _ = _answer(asked, holiday_table())
    except ClockError as error:
        return _refused(error)
    if all(deadline.closed for deadline in answer.deadlines):
        reasons = " ".join(answer.uncertain)
        return _refused(
            ClockError(f"No open date follows, so there is nothing to put into a calendar. {reasons}".strip())
        )
    link = request.build_absolute_uri(f"{reverse('clock')}?{asked.link()}")
    file = calendar_file(answer, name=asked.name, identity=asked.identity, link=link, now=timezone.now())
    return HttpResponse(
        file,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="foi-dates.ics"'},
    )


def _answer(asked: ClockQuery, table: HolidayTable) -> tuple[Clock, list[ClockEvent]]:
    """The clock a link asks for, and its events. Raises ClockError, with a sentence for each thing wrong."""
    if not asked.is_valid:
        raise ClockError(" ".join(problem.named for problem in asked.problems()))
    events = [
        event_from_json(event, place) for place, event in enumerate(asked.to_contract()["events"], start=1)
    ]
    clock = run_clock(
        regime=asked.regime_known,
        authority_kind=asked.authority_kind,
        events=events,
        holidays=table,
        today=_day(asked),
    )
    return clock, events


def _page(asked: ClockQuery) -> ClockPage | None:
    """The answer arranged for reading; None where events contradict each other, which the form then says."""
    table = holiday_table()
    try:
        answer, events = _answer(asked, table)
    except ClockError as error:
        asked.refuse(error)
        return None
    return clock_page(answer, regime=asked.regime_known, events=events, table=table, today=_day(asked))


def _day(asked: ClockQuery) -> date:
    """The day on which the clock is read: today in London, unless the link names one. Only for a valid query."""
    return asked.facts.cleaned_data["today"] or gate.today()


def _refused(error: ClockError) -> JsonResponse:
    return JsonResponse({"error": error.sentence}, status=400, json_dumps_params={"ensure_ascii": False})
