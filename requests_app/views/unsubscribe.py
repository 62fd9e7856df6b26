"""Stopping one kind of mail from the mail itself, without signing in: a page with a button, and one click (RFC 8058)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from requests_app.queries.unsubscribing import read_token
from requests_app.usecases.notice_choices import stop_mail


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks, and changes nothing: mail programs look at addresses by themselves. POST stops the mail.

    No cookie, no session and no form token: a mail program posts ``List-Unsubscribe=One-Click`` alone.
    """
    stopped = read_token(token)
    if stopped is None:
        raise Http404
    if request.method == "POST":
        stop_mail(user_id=stopped.user_id, kinds=stopped.kinds)
    return render(
        request,
        "requests_app/notices/unsubscribe.html",
        {"kinds": stopped.kinds, "is_done": request.method == "POST"},
    )
