"""GOV.UK's list of bank holidays as it would stand if it said what our table says, to be changed by tests."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from requests_app.core.calendars import NATION_NAMES

TABLE = Path(__file__).resolve().parent.parent / "requests_app" / "data" / "bank_holidays.json"

Feed = dict[str, dict[str, Any]]


def a_feed(*years: int) -> Feed:
    """The list for these years (2024 to 2028 when none is given), as our own table has them."""
    wanted = years or range(2024, 2029)
    rows = json.loads(TABLE.read_text())["holidays"]
    return {
        division: {
            "division": division,
            "events": [
                {"title": _title(row, division), "date": row["date"], "notes": "", "bunting": True}
                for row in rows
                if division in row["nations"] and date.fromisoformat(row["date"]).year in wanted
            ],
        }
        for division in NATION_NAMES
    }


def _title(row: dict[str, Any], division: str) -> str:
    title = row["title"]
    return str(title[division]) if isinstance(title, dict) else str(title)


def with_day(feed: Feed, division: str, on: date, title: str = "Special day") -> Feed:
    """The list with one more day."""
    feed[division]["events"].append({"title": title, "date": on.isoformat(), "notes": "", "bunting": True})
    return feed


def without_day(feed: Feed, division: str, on: date) -> Feed:
    """The list without a day it had."""
    events = feed[division]["events"]
    kept = [event for event in events if event["date"] != on.isoformat()]
    assert len(kept) == len(events) - 1
    feed[division]["events"] = kept
    return feed


def saved(feed: object, folder: Path) -> str:
    """The list in a file; the file's name."""
    path = folder / "bank-holidays.json"
    path.write_text(feed if isinstance(feed, str) else json.dumps(feed))
    return str(path)
