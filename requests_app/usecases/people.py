"""People: what they say of themselves."""

from __future__ import annotations

from django.db import transaction

from requests_app.core.errors import BadInput
from requests_app.models import User

LONGEST_UNDO = 1440
"""Minutes: a letter that waits longer than a day is a draft."""


@transaction.atomic
def change_profile(
    *,
    user: User,
    name: str,
    correspondence_address: str,
    wants_reminders: bool,
    undo_minutes: int | None = None,
) -> User:
    """Change a person's own details; ``undo_minutes`` None leaves that as it is. Raises BadInput without a name."""
    name = " ".join(name.split())
    if not name:
        raise BadInput("Give your real name: letters are signed with it.", field="name")
    user.name = name[:200]
    user.correspondence_address = correspondence_address.strip()
    user.wants_reminders = wants_reminders
    if undo_minutes is not None:
        if not 0 <= undo_minutes <= LONGEST_UNDO:
            raise BadInput(f"Give whole minutes, from 0 to {LONGEST_UNDO}.", field="undo_minutes")
        user.undo_minutes = undo_minutes
    user.save(update_fields=["name", "correspondence_address", "wants_reminders", "undo_minutes"])
    return user
