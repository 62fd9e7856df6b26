"""People: what they say of themselves."""

from __future__ import annotations

from django.db import transaction

from requests_app.core.errors import BadInput
from requests_app.models import User


@transaction.atomic
def change_profile(*, user: User, name: str, correspondence_address: str, wants_reminders: bool) -> User:
    """Change a person's own details. Raises BadInput without a name."""
    name = " ".join(name.split())
    if not name:
        raise BadInput("Give your real name: letters are signed with it.", field="name")
    user.name = name[:200]
    user.correspondence_address = correspondence_address.strip()
    user.wants_reminders = wants_reminders
    user.save(update_fields=["name", "correspondence_address", "wants_reminders"])
    return user
