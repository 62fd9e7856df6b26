"""The outbox: what waits, what went, and why nothing goes by itself."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from requests_app.core.errors import FoiError
from requests_app.models import OutgoingEmail
from requests_app.queries.outbox import outbox_of
from requests_app.usecases import mail
from requests_app.views import gate

WAITING = {OutgoingEmail.State.HELD, OutgoingEmail.State.FAILED, OutgoingEmail.State.DOUBTFUL}


@login_required
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Mail for this person (for staff: all of it), newest first."""
    emails = outbox_of(gate.person(request)).defer("text", "html")
    page = Paginator(emails, 25).get_page(request.GET.get("page"))
    return render(request, "requests_app/outbox/list.html", {"page_obj": page})


@login_required
@require_safe
def outbox_email(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as it will be read."""
    email = get_object_or_404(outbox_of(gate.person(request)), pk=pk)
    return render(
        request, "requests_app/outbox/detail.html", {"email": email, "is_waiting": email.state in WAITING}
    )


@login_required
@require_POST
def outbox_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Release or discard one waiting mail."""
    user = gate.person(request)
    email = get_object_or_404(outbox_of(user), pk=pk)
    try:
        if "release" in request.POST:
            mail.release_email(email=email, by=user, now=timezone.now())
            messages.success(request, "The e-mail is on its way.")
        elif "discard" in request.POST:
            mail.discard_email(email=email, by=user)
            messages.success(request, "The e-mail is discarded.")
    except FoiError as refusal:
        messages.error(request, refusal.sentence)
    return redirect("outbox_email", pk)
