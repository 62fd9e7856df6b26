"""The ``clock`` command's input read strictly (law/CONTRACT.md): every error names what is wrong and what would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from requests_app.core.calendars import HolidayTable, london_day
from requests_app.core.clock.records import ClockEvent
from requests_app.core.clock.run import run_clock
from requests_app.core.errors import ClockError
from requests_app.core.states import AuthorityKind, Channel, EventKind, Regime

EARLIEST, LATEST = date(2005, 1, 1), date(2100, 12, 31)

_ITEM_NAMES = ("id", "regime", "authority_kind", "events", "today")
_IGNORED_ON_ITEM = frozenset({"expect", "why"})
_IGNORED_ON_EVENT = frozenset({"time", "tz", "note"})
_CHANNELS = (Channel.EMAIL, Channel.POST, Channel.PORTAL, Channel.HAND)

_REPLY_FIELDS = ("outcome", "sections", "received_on")
_FIELDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.SENT: ("channel",),
    EventKind.RECEIVED: ("source", "non_school_days"),
    EventKind.CLARIFICATION_REQUESTED: ("covers",),
    EventKind.CLARIFICATION_RECEIVED: ("covers",),
    EventKind.PIT_EXTENSION: ("exemptions", "target"),
    EventKind.PARTIAL_RESPONSE: ("covers", *_REPLY_FIELDS),
    EventKind.FINAL_RESPONSE: _REPLY_FIELDS,
    EventKind.REFUSAL: _REPLY_FIELDS,
    EventKind.NOT_HELD: _REPLY_FIELDS,
    EventKind.TRANSFERRED: ("to", "consent"),
    EventKind.RECEIVED_BY_TRANSFEREE: ("to", "consent", "non_school_days"),
    EventKind.NEW_REQUEST_RECEIVED: ("narrows", "non_school_days"),
    EventKind.REVIEW_ACKNOWLEDGED: ("target",),
    EventKind.REVIEW_EXTENDED: ("target",),
    EventKind.REVIEW_OUTCOME: _REPLY_FIELDS,
    EventKind.ICO_DECISION_NOTICE: ("compliance_days",),
    EventKind.SIC_DECISION: ("compliance_days", "received_on"),
}
"""The names an event of each type may carry beside ``type`` and ``date``."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")
_Member = TypeVar("_Member", bound=StrEnum)


def clock_from_json(obj: object, holidays: HolidayTable) -> dict[str, Any]:
    """The answer to one object of the ``clock`` command, as law/CONTRACT.md has it. Raises ClockError."""
    if not isinstance(obj, Mapping):
        raise ClockError(f"An object is needed, with {', '.join(_ITEM_NAMES)}; this is {_what(obj)}.")
    _check_names(obj, _ITEM_NAMES, _IGNORED_ON_ITEM, "")
    name = obj.get("id")
    if name is not None and not isinstance(name, str):
        raise ClockError(f"id must be text; this is {_what(name)}.", field="id")
    regime = _member(Regime, obj.get("regime"), "regime")
    kind = _member(AuthorityKind, obj.get("authority_kind"), "authority_kind")
    events = obj.get("events")
    if not isinstance(events, list):
        raise ClockError(f"events must be a list; this is {_what(events)}.", field="events")
    clock = run_clock(
        regime=regime,
        authority_kind=kind,
        events=[event_from_json(event, place) for place, event in enumerate(events, start=1)],
        holidays=holidays,
        today=_day(obj["today"], "today") if obj.get("today") is not None else None,
    )
    return {"id": name, **clock.to_json()}


def event_from_json(obj: object, place: int = 1) -> ClockEvent:
    """One event of the ``events`` list; ``place`` counts from 1 and is named in errors. Raises ClockError."""
    where = f"event {place}"
    if not isinstance(obj, Mapping):
        raise ClockError(
            f"{where}: an object with type and date is needed; this is {_what(obj)}.", field="events"
        )
    kind = _member(EventKind, obj.get("type"), f"{where}: type")
    where = f"{where} ({kind})"
    fields = _FIELDS.get(kind, ())
    _check_names(obj, ("type", "date", *fields), _IGNORED_ON_EVENT, f"{where}: ")
    if "date" not in obj:
        raise ClockError(
            f"{where}: date is missing; give YYYY-MM-DD, or null where the record does not say.", field="date"
        )
    given = {
        name: _READERS[name](obj[name], f"{where}: {name}") for name in fields if obj.get(name) is not None
    }
    on = _day(obj["date"], f"{where}: date") if obj["date"] is not None else None
    return ClockEvent(kind=kind, on=on, **given)


def _check_names(obj: Mapping[Any, Any], known: Iterable[str], ignored: Iterable[str], where: str) -> None:
    accepted = list(known)
    for name in obj:
        if name not in accepted and name not in ignored:
            near = get_close_matches(str(name), accepted, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise ClockError(
                f"{where}unknown name {name!r}; accepted: {', '.join(accepted)}.{hint}", field=str(name)
            )


def _member(enum: type[_Member], value: object, where: str) -> _Member:
    if isinstance(value, str) and value in set(enum):
        return enum(value)
    said = "missing" if value is None else f"unknown: {value!r}"
    near = get_close_matches(value, list(enum), n=1) if isinstance(value, str) else []
    hint = f" Did you mean {str(near[0])!r}?" if near else ""
    raise ClockError(
        f"{where} is {said}; accepted: {', '.join(enum)}.{hint}", field=where.rpartition(": ")[2]
    )


def _day(value: object, where: str) -> date:
    """An ISO date, or a moment with offset, which becomes the day in London."""
    accepted = "accepted: a date as YYYY-MM-DD, or a moment with offset as 2026-06-29T23:30:00Z"
    field = where.rpartition(": ")[2]
    if not isinstance(value, str):
        raise ClockError(f"{where} is {_what(value)}; {accepted}.", field=field)
    try:
        if _ISO_DAY.fullmatch(value):
            on = date.fromisoformat(value)
        elif _MOMENT.fullmatch(value):
            on = london_day(datetime.fromisoformat(value))
        else:
            raise ClockError(f"{where} is {value!r}; {accepted}.", field=field)
    except (ValueError, OverflowError) as error:
        raise ClockError(
            f"{where} is {value!r}, which is no day of the calendar; {accepted}.", field=field
        ) from error
    if not EARLIEST <= on <= LATEST:
        raise ClockError(f"{where} is {value}; accepted: days from {EARLIEST} to {LATEST}.", field=field)
    return on


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise ClockError(f"{where} must be text; this is {_what(value)}.", field=where.rpartition(": ")[2])
    return value


def _channel(value: object, where: str) -> Channel:
    if isinstance(value, str) and value in _CHANNELS:
        return Channel(value)
    raise ClockError(f"{where} is unknown: {value!r}; accepted: {', '.join(_CHANNELS)}.", field="channel")


def _texts(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ClockError(
            f"{where} must be a list of texts; this is {_what(value)}.", field=where.rpartition(": ")[2]
        )
    return tuple(value)


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise ClockError(
            f"{where} must be true or false; this is {_what(value)}.", field=where.rpartition(": ")[2]
        )
    return value


def _number_of_days(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 3650:
        raise ClockError(
            f"{where} must be a whole number of days from 1 to 3650; this is {value!r}.",
            field="compliance_days",
        )
    return value


def _narrows(value: object, where: str) -> str | bool:
    if not isinstance(value, str | bool):
        raise ClockError(f"{where} must be text or true; this is {_what(value)}.", field="narrows")
    return value


def _ranges(value: object, where: str) -> tuple[tuple[date, date], ...]:
    accepted = f'{where} must be a list of ranges as ["2026-07-24", "2026-09-01"]'
    if not isinstance(value, list):
        raise ClockError(f"{accepted}; this is {_what(value)}.", field="non_school_days")
    ranges = []
    for item in value:
        if not isinstance(item, list) or len(item) != 2:
            raise ClockError(f"{accepted}; this has {item!r}.", field="non_school_days")
        first, last = _day(item[0], where), _day(item[1], where)
        if last < first:
            raise ClockError(
                f"{where}: {last} lies before {first}; give the first day first.", field="non_school_days"
            )
        ranges.append((first, last))
    return tuple(ranges)


_READERS: dict[str, Callable[[object, str], Any]] = {
    "channel": _channel,
    "source": _text,
    "covers": _texts,
    "exemptions": _texts,
    "sections": _texts,
    "target": _day,
    "received_on": _day,
    "outcome": _text,
    "to": _text,
    "consent": _truth,
    "narrows": _narrows,
    "compliance_days": _number_of_days,
    "non_school_days": _ranges,
}


def _what(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "missing"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "text",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), type(value).__name__)
