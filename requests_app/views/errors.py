"""What a request that can't be taken gets: a sentence, not a stack trace."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import bad_request as plain_bad_request


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say so where the browser sent more than can be taken; otherwise Django's own answer, in our template."""
    if isinstance(exception, RequestDataTooBig):
        limit = (settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0) // 1024 // 1024
        return render(request, "413.html", {"limit": f"{limit} MB"}, status=413)
    return plain_bad_request(request, exception)
