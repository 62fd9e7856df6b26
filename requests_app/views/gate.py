"""What every view begins with: the day, the request if the person may see it, and errors turned into sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile as File
from django.http import Http404, HttpRequest
from django.utils import timezone

from requests_app import permissions
from requests_app.core.calendars import london_day
from requests_app.core.errors import BadInput, ClockError, FoiError
from requests_app.forms.clock_words import in_record_words
from requests_app.gateways.documents import safe_name
from requests_app.models import FoiRequest, User
from requests_app.models.foi_request import FollowsAs
from requests_app.queries.foi_requests import by_reference
from requests_app.usecases.replies import UploadedFile

Result = TypeVar("Result")


def today() -> date:
    """The day in London."""
    return london_day(timezone.now())


def person(request: HttpRequest) -> User:
    """The signed-in person, in views that only signed-in people reach."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def seen(request: HttpRequest, reference: str) -> FoiRequest:
    """The request with this reference. Raises Http404 where there is none the person may see (promise 8)."""
    user = request.user if isinstance(request.user, User) else AnonymousUser()
    foi_request = by_reference(user, reference)
    if foi_request is None:
        raise Http404
    permissions.know_role(request.user, foi_request.campaign_id, getattr(foi_request, "my_role", ""))
    return foi_request


def editable(request: HttpRequest, reference: str) -> FoiRequest:
    """The request, for somebody who may change it. Raises Http404, or PermissionDenied for mere readers."""
    foi_request = seen(request, reference)
    if not permissions.can_edit(person(request), foi_request):
        raise PermissionDenied
    return foi_request


def followed(request: HttpRequest) -> tuple[FoiRequest | None, FollowsAs | None]:
    """The request that a new one follows (?follows=FT-00012&as=narrowed), if the person may change it."""
    reference, why = request.GET.get("follows", ""), request.GET.get("as", "")
    if not reference or why not in set(FollowsAs):
        return None, None
    return editable(request, reference), FollowsAs(why)


def uploads(files: Iterable[File]) -> list[UploadedFile]:
    """Files of a form, read: their names without folders, their types as the browser said."""
    return [
        UploadedFile(safe_name(file.name or ""), file.content_type or "application/octet-stream", file.read())
        for file in files
    ]


def act(form: forms.Form, do: Callable[[], Result]) -> Result | None:
    """Run one use case. What it refuses becomes an error of the form, beside the field at fault where it
    names one; what was typed stays.
    """
    try:
        return do()
    except FoiError as refusal:
        field = refusal.field if isinstance(refusal, BadInput) else ""
        sentence = in_record_words(refusal.sentence) if isinstance(refusal, ClockError) else refusal.sentence
        form.add_error(field if field in form.fields else None, sentence)
        return None
