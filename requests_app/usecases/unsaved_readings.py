"""Readings that are not finished: kept for the person who works on them, and told to the others."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from requests_app import permissions
from requests_app.core.errors import BadInput
from requests_app.models import Message, Response, UnsavedReading, User

LARGEST = 4 * 1024 * 1024
"""Bytes of unfinished work on one message: twice the longest reply that can be received."""


def look_at_reading(*, message: Message, by: User, now: datetime) -> None:
    """Say that a person has the reading of a message open. Raises NotPermitted."""
    permissions.check_edit(by, message.foi_request)
    UnsavedReading.objects.bulk_create(
        [UnsavedReading(message=message, person=by, seen_at=now)],
        update_conflicts=True,
        unique_fields=["message", "person"],
        update_fields=["seen_at"],
    )


@transaction.atomic
def keep_reading(
    *,
    message: Message,
    fields: Mapping[str, Sequence[str]],
    afresh: bool = False,
    by: User,
    now: datetime,
) -> UnsavedReading:
    """Keep what a person has entered so far. ``fields`` are added to those kept before, or with ``afresh`` take their
    place. Nothing of the record changes. What arrives after its person confirmed the reading is let go: it was on its
    way already. Raises BadInput, NotPermitted.
    """
    permissions.check_edit(by, message.foi_request)
    if Response.objects.filter(message=message, confirmed_by=by).exists():
        return UnsavedReading(message=message, person=by, seen_at=now)
    work, _ = UnsavedReading.objects.select_for_update().get_or_create(
        message=message, person=by, defaults={"seen_at": now}
    )
    given = {name: [_storable(value) for value in values] for name, values in fields.items()}
    work.fields = given if afresh else {**work.fields, **given}
    if len(json.dumps(work.fields)) > LARGEST:
        raise BadInput(
            "What you entered is too long to be kept. Shorten the answers, or confirm the reading."
        )
    work.seen_at = work.saved_at = now
    work.save()
    return work


def _storable(value: str) -> str:
    """Without what no database takes: the zero byte, and halves of characters."""
    return value.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")


def drop_reading(*, message: Message, by: User) -> None:
    """Forget what a person entered: they start afresh from what the program read. Raises NotPermitted."""
    permissions.check_edit(by, message.foi_request)
    UnsavedReading.objects.filter(message=message, person=by).delete()


def settle(message: Message, by: User) -> None:
    """The reading is confirmed: what its person had entered is in the record, and who only looked is told elsewhere.

    What others entered stays, to be looked at.
    """
    UnsavedReading.objects.filter(message=message, person=by).delete()
    UnsavedReading.objects.filter(message=message, saved_at=None).delete()
