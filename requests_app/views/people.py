"""A person's own page."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from requests_app.forms.people import ProfileForm
from requests_app.usecases.people import change_profile
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """Name, address, reminders."""
    user = gate.person(request)
    form = ProfileForm(
        request.POST or None,
        initial={
            "name": user.name,
            "correspondence_address": user.correspondence_address,
            "wants_reminders": user.wants_reminders,
            "undo_minutes": user.undo_minutes,
        },
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and gate.act(form, lambda: change_profile(user=user, **form.cleaned_data)) is not None
    ):
        messages.success(request, "Saved.")
        return redirect("profile")
    return render(request, "requests_app/people/profile.html", {"form": form})
