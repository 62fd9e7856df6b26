"""``manage.py createsuperuser``: Django's own, for somebody who can sign in at once.

Signing in asks for a confirmed address, and on a new installation the mail that confirms one is shown to staff alone:
the first of them would never get in. Whoever sits at the terminal vouches for the address.
"""

from __future__ import annotations

from django.contrib.auth.management.commands import createsuperuser

from requests_app.models import User
from requests_app.usecases.staff import save_person


class Command(createsuperuser.Command):
    """Makes the person, then takes the address as confirmed."""

    def handle(self, *args: object, **options: object) -> str | None:
        """Raises CommandError as Django's does."""
        known = set(User.objects.values_list("pk", flat=True))
        said: str | None = super().handle(*args, **options)
        for user in User.objects.exclude(pk__in=known):
            save_person(user=user)
        return said
