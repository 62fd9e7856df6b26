"""Dates and distances as people read them: "Tue 6 Dec 2022", "in 3 working days", "5 working days late"."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from requests_app.core.dates import in_words, short

NOT_STATED = "not stated"


def _london(value: date) -> date:
    """A moment is read as the day and hour in London (settings.TIME_ZONE); a day is itself."""
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


def day_of(value: object) -> str:
    """``Tue 6 Dec 2022``; "not stated" for None. What is no date is given back as text."""
    return in_words(_london(value)) if isinstance(value, date) else _no_day(value)


def short_day_of(value: object) -> str:
    """``Tue 6 Dec``, for where the year is plain."""
    return short(_london(value)) if isinstance(value, date) else _no_day(value)


def moment_of(value: object) -> str:
    """``Tue 6 Dec 2022, 14:05`` in London; a plain day has no hour."""
    return f"{day_of(value)}, {_london(value):%H:%M}" if isinstance(value, datetime) else day_of(value)


def _no_day(value: object) -> str:
    return str(value) if value else NOT_STATED


def iso_of(value: object) -> str:
    """``2022-12-06``, for the ``datetime`` attribute; "" when there is no date."""
    return _london(value).strftime("%Y-%m-%d") if isinstance(value, date) else ""


def counted(number: int, unit: str = "working day") -> str:
    """``1 working day``, ``3 working days``."""
    return f"{number} {unit}{'' if number == 1 else 's'}"


def distance_of(number: int | None, unit: str = "working day") -> str:
    """How far off a day is: positive ``in 3 working days``, 0 ``today``, negative ``5 working days late``."""
    if number is None:
        return NOT_STATED
    if number == 0:
        return "today"
    return f"in {counted(number, unit)}" if number > 0 else f"{counted(-number, unit)} late"
