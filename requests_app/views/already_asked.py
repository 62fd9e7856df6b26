"""The page that says whether something was asked already."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from requests_app.forms.already_asked import AlreadyAskedForm
from requests_app.models import User
from requests_app.queries.already_asked import AlreadyAsked, already_asked
from requests_app.queries.authorities import authority_choices

MOST = 12


@require_safe
def already_asked_page(request: HttpRequest) -> HttpResponse:
    """Requests like what was typed, among those the person may see."""
    form = AlreadyAskedForm(request.GET or None)
    user = request.user if isinstance(request.user, User) else AnonymousUser()
    asked: list[AlreadyAsked] = []
    if form.is_valid():
        data = form.cleaned_data
        asked = already_asked(user, [data["q"]], authority=data["authority"], most=MOST)
    context = {
        "form": form,
        "asked": asked,
        "looked": form.is_bound and form.is_valid(),
        "authorities": authority_choices(),
    }
    return render(request, "requests_app/asked/search.html", context)
