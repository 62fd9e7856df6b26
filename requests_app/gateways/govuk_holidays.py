"""GOV.UK's list of bank holidays, from a URL or a file, in its own JSON shape.

    {"england-and-wales": {"division": ..., "events": [{"title", "date", "notes", "bunting"}]}, "scotland": ..., ...}

Nobody's address is written here: it is given, or comes from ``BANK_HOLIDAYS_URL``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from requests_app.core.calendars import NATION_NAMES
from requests_app.core.errors import BadInput
from requests_app.core.holiday_changes import Feed

TIMEOUT = 20  # seconds
MOST_BYTES = 2 * 1024 * 1024
"""The list has some 25 kB."""
LONGEST_TITLE = 120


def read_feed(source: str) -> Feed:
    """The list at a URL (http, https) or in a file. Raises BadInput, in one sentence without a full stop."""
    raw = _fetch(source) if urlsplit(source).scheme in ("http", "https") else _read(source)
    if len(raw) > MOST_BYTES:
        raise BadInput("it is larger than any list of bank holidays")
    return parse_feed(raw)


def parse_feed(raw: bytes) -> Feed:
    """The days and titles of each division. Divisions we don't know are left out. Raises BadInput."""
    try:
        given = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadInput("it is not JSON" if raw.strip() else "it is empty") from None
    if not isinstance(given, dict):
        raise BadInput("it is not an object of divisions")
    return {division: _days(division, given) for division in NATION_NAMES}


def _days(division: str, given: Mapping[str, Any]) -> dict[date, str]:
    if division not in given:
        raise BadInput(f"it has no {division}")
    events = given[division].get("events") if isinstance(given[division], dict) else None
    if not isinstance(events, list) or not events:
        raise BadInput(f"it has no events for {division}")
    days: dict[date, str] = {}
    for event in events:
        on, title = _day(division, event)
        days.setdefault(on, title)
    return days


def _day(division: str, event: object) -> tuple[date, str]:
    found = event if isinstance(event, dict) else {}
    given, on = found.get("title"), found.get("date")
    title = " ".join(given.split()) if isinstance(given, str) else ""
    if not title or len(title) > LONGEST_TITLE:
        raise BadInput(f"an event for {division} on {on} has no title that can be used")
    try:
        return date.fromisoformat(on if isinstance(on, str) else ""), title
    except ValueError:
        raise BadInput(
            f"the date of {title} for {division} is {on!r}, where one such as 2026-06-15 is wanted"
        ) from None


def _fetch(url: str) -> bytes:
    request = Request(url, headers={"Accept": "application/json", "User-Agent": "foitracker"})  # noqa: S310 - http(s)
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:  # noqa: S310 - scheme checked by the caller
            raw: bytes = answer.read(MOST_BYTES + 1)
    except HTTPError as error:
        raise BadInput(f"the server answered {error.code} {error.reason}") from error
    except URLError as error:
        raise BadInput(f"the server can't be reached ({error.reason})") from error
    except (OSError, HTTPException, ValueError) as error:
        raise BadInput(f"the server can't be reached ({error or type(error).__name__})") from error
    return raw


def _read(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise BadInput(f"it can't be read ({getattr(error, 'strerror', None) or error})") from error
