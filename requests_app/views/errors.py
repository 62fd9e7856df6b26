"""What a request that can't be taken gets: a sentence, not a stack trace."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request as plain_bad_request

from requests_app.gateways.uploads import UploadTooBig


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say so where the browser sent more than can be taken; otherwise Django's own answer, in our template."""
    if isinstance(exception, RequestDataTooBig):
        limit = f"{(settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 1024 // 1024} MB"
        if isinstance(exception, UploadTooBig):
            limit = str(exception)
        return render(request, "413.html", {"limit": limit}, status=413)
    return plain_bad_request(request, exception)
