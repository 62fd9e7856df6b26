"""System checks: what must hold before the program starts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DatabaseError, transaction
from django.utils import timezone

from requests_app.core.calendars import london_day
from requests_app.queries.holidays import horizon_warnings


@checks.register(checks.Tags.database)
def holiday_table_reaches_ahead(
    databases: Sequence[str] | None = None, **_: Any
) -> list[checks.CheckMessage]:
    """Warn of a table of bank holidays that ends within a year. Runs with ``migrate`` and ``check --database``."""
    if "default" not in (databases or ()):
        return []
    today = london_day(timezone.now())  # noqa: TID251 - a check is where a run begins
    try:
        with transaction.atomic():
            warnings = horizon_warnings(today=today)
    except DatabaseError:
        return []  # not migrated yet: there is no table to speak of
    return [checks.Warning(sentence, id="requests_app.W001") for sentence in warnings]
