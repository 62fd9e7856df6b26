"""The demo record: the fixtures added where they are missing, and a campaign that is alive on the day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps
from django.core import serializers
from django.db import models, transaction
from django.db.models import Max

from requests_app.models import FoiRequest, User
from requests_app.usecases.clock import recompute
from requests_app.usecases.search_texts import index_requests

Row = Mapping[str, Any]
AS_LOADED = 1
"""The version of a request with which nothing has been done since its fixture was loaded."""


@transaction.atomic
def add_missing(*, rows: Iterable[Row]) -> int:
    """Add the rows of a fixture that are not in the database yet, and return how many.

    What has a natural key and exists already is left exactly as it is, with everything that hangs on it: staff
    may have edited it. Primary keys of the file are never used, so that nobody else's row is overwritten.
    """
    fresh: dict[tuple[str, object], object] = {}
    skipped: set[tuple[str, str]] = set()
    added = 0
    for row in rows:
        model: type[models.Model] = apps.get_model(row["model"])
        fields = _rewired(model, dict(row["fields"]), fresh, skipped)
        if fields is None:
            continue
        if model is FoiRequest:
            fields["number"] = (FoiRequest.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        made = next(iter(serializers.deserialize("python", [{"model": row["model"], "fields": fields}])))
        if made.object.pk is not None:
            skipped.add((model._meta.label_lower, str(_natural_key(made.object))))
            continue
        made.save()
        added += 1
        fresh[model._meta.label_lower, row.get("pk")] = made.object.pk
    return added


def _natural_key(record: Any) -> tuple[str, ...]:
    key: tuple[str, ...] = record.natural_key()
    return key


def _rewired(
    model: type[models.Model],
    fields: dict[str, Any],
    fresh: Mapping[tuple[str, object], object],
    skipped: set[tuple[str, str]],
) -> dict[str, Any] | None:
    """The fields with primary keys of the file replaced by ours; None where what the row hangs on was skipped."""
    for name, value in fields.items():
        field = model._meta.get_field(name)
        if not isinstance(field, models.ForeignKey | models.ManyToManyField) or value is None:
            continue
        label = field.related_model._meta.label_lower  # type: ignore[union-attr]
        if isinstance(field, models.ManyToManyField):
            fields[name] = [fresh[label, each] for each in value]
        elif isinstance(value, int):
            if (label, value) not in fresh:
                return None
            fields[name] = fresh[label, value]
        elif (label, str(tuple(value))) in skipped and not hasattr(model, "natural_key"):
            return None  # it hangs on something that was there before, and so was this
    return fields


@transaction.atomic
def add_demo_person(
    *, email: str, name: str, password: str | None, is_staff: bool = False
) -> tuple[User, bool]:
    """A demo person with a confirmed address. ``password`` None leaves that of an existing person alone.

    Returns the person and whether they were made just now.
    """
    user = User.objects.filter(email__iexact=email).first()
    made = user is None
    if user is None:
        user = User.objects.create_user(email, password, name=name, correspondence_address=email)
        user.is_staff = user.is_superuser = is_staff
    elif password is not None and not user.check_password(password):
        user.set_password(password)  # only then: a new hash would sign them out
    user.save()
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    return user, made


@transaction.atomic
def recompute_fixtures(*, now: datetime) -> None:
    """Bring the clocks of requests that came without one into line with their events: once, so that a second run
    leaves everything as it is.
    """
    untouched = FoiRequest.objects.filter(created_by=None, version=AS_LOADED)
    index_requests(list(untouched.values_list("pk", flat=True)))
    for foi_request in untouched.select_related("authority"):
        recompute(foi_request, now=now, because="the record was loaded")
