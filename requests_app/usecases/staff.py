"""What staff do in the admin: keep records, and the people."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.db import models, transaction

from requests_app.gateways import queue
from requests_app.models import Authority, BankHoliday, User


@transaction.atomic
def save_record(*, record: models.Model) -> None:
    """Save what staff edited. Where dates depend on it, every affected date is recomputed (promise 1)."""
    record.save()
    _follow_up(record)


@transaction.atomic
def delete_record(*, record: models.Model) -> None:
    """Delete what staff removed. Raises ProtectedError where other records stand on it."""
    record.delete()
    _follow_up(record)


def _follow_up(record: models.Model) -> None:
    if isinstance(record, BankHoliday):
        queue.recompute_all(f"the bank holiday table changed: {record.title} on {record.on.isoformat()}")
    elif isinstance(record, Authority):
        queue.recompute_all(f"the record of {record.official_name} changed")


@transaction.atomic
def save_person(*, user: User) -> None:
    """Save a person. The address is taken as confirmed: staff vouch for it."""
    user.save()
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
