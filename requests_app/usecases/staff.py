"""What staff do in the admin: keep records, and the people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import models, transaction

from requests_app.core.calendars import london_day
from requests_app.core.states import State
from requests_app.models import Authority, BankHoliday, Event, FoiRequest, Recomputation, User
from requests_app.models.event import NOTED
from requests_app.usecases.holidays import delete_holidays, save_holiday
from requests_app.usecases.recomputations import plan_for_authority


@transaction.atomic
def save_record(*, record: models.Model, now: datetime) -> None:
    """Save what staff edited. Where dates depend on it, every affected date is recomputed (promise 1)."""
    if isinstance(record, BankHoliday):
        save_holiday(holiday=record, now=now)
    elif isinstance(record, Authority):
        save_authority(authority=record, now=now)
    else:
        record.save()


@transaction.atomic
def delete_record(*, record: models.Model, now: datetime) -> None:
    """Delete what staff removed. Raises ProtectedError where other records stand on it."""
    delete_records(records=[record], now=now)


@transaction.atomic
def delete_records(*, records: Sequence[models.Model], now: datetime) -> None:
    """Delete what staff removed together. Raises ProtectedError where other records stand on it."""
    holidays = [record for record in records if isinstance(record, BankHoliday)]
    for record in records:
        if not isinstance(record, BankHoliday):
            record.delete()
    if holidays:
        delete_holidays(holidays=holidays, now=now)


@transaction.atomic
def save_authority(*, authority: Authority, now: datetime) -> Recomputation | None:
    """Save an authority. Its requests follow a corrected kind or regime; their clocks are computed again.

    A request that was switched to another regime by itself stays there.
    """
    before = Authority.objects.filter(pk=authority.pk).first()
    authority.save()
    corrected = _corrected(before, authority) if before else []
    if before is None or not corrected:
        return None
    because = f"the record of {authority.official_name} was corrected: {', '.join(corrected)}"
    for old, new in (
        (before.regime, authority.regime),
        (before.environmental_regime, authority.environmental_regime),
    ):
        _switch_regime(authority, old, new, because=because, now=now)
    return plan_for_authority(authority_id=authority.pk, because=because, now=now)


def _corrected(before: Authority, after: Authority) -> list[str]:
    """What clocks depend on, in words, where it is another than before."""
    shown = [
        (before.get_kind_display(), after.get_kind_display()),
        (before.regime, after.regime),
        (before.environmental_regime, after.environmental_regime),
    ]
    return [f"{new or 'none'}, not {old or 'none'}" for old, new in shown if old != new]


def _switch_regime(authority: Authority, old: str, new: str, *, because: str, now: datetime) -> None:
    if not (old and new and old != new):
        return
    affected = FoiRequest.objects.filter(authority=authority, regime=old)
    sent = list(affected.exclude(state=State.DRAFT).values_list("pk", flat=True))
    affected.update(regime=new)
    Event.objects.bulk_create(
        Event(
            foi_request_id=pk,
            kind=NOTED,
            on=london_day(now),
            sentence=f"Now under {new}, not {old}, because {because}"[:500],
            recorded_at=now,
        )
        for pk in sent
    )


@transaction.atomic
def save_person(*, user: User) -> None:
    """Save a person. The address is taken as confirmed: staff vouch for it. It is kept in small letters, as the
    one it is compared with at sign-in.
    """
    user.email = user.email.lower()
    user.save()
    EmailAddress.objects.filter(user=user).exclude(email__iexact=user.email).delete()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
