"""The page for the details of a request that letters name."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from requests_app.forms.details import DetailsForm
from requests_app.usecases.details import correct_details
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def request_details(request: HttpRequest, reference: str) -> HttpResponse:
    """Correct who asked, where they can be written to, their reference and the title."""
    foi_request = gate.editable(request, reference)
    names = ("title", "requester_name", "requester_address", "authority_reference", "version")
    form = DetailsForm(
        request.POST or None,
        initial={name: getattr(foi_request, name) for name in names},
        cancel_url=foi_request.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        done = gate.act(
            form,
            lambda: correct_details(
                foi_request=foi_request,
                **form.cleaned_data,
                by=gate.person(request),
                now=timezone.now(),
            ),
        )
        if done is not None:
            messages.success(request, "The details are saved. Letters drafted from now on use them.")
            return redirect(foi_request)
    context = {
        "foi_request": foi_request,
        "form": form,
        "heading": "Details of the request",
        "lede": "Letters name these. The request itself stays as it was sent.",
    }
    return render(request, "requests_app/foi_request/action.html", context)
