"""The first page, and the public record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from requests_app.models import FoiRequest, User
from requests_app.queries.evidence import evidence
from requests_app.queries.today import today_page
from requests_app.views import gate


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """What needs doing; for a visitor, what this is, with public requests to look at."""
    if not isinstance(request.user, User):
        public = FoiRequest.objects.public().select_related("authority").order_by("number")[:3]
        return render(request, "requests_app/today/welcome.html", {"public": public})
    day = gate.today()
    return render(
        request, "requests_app/today/today.html", {"page": today_page(request.user, today=day), "today": day}
    )


@require_safe
def evidence_page(request: HttpRequest) -> HttpResponse:
    """What the public record says, by metric and year, with its sources."""
    return render(request, "requests_app/evidence/list.html", {"evidence": evidence()})
