"""A person's dates in their own calendar: the page with the addresses, and what a calendar program fetches."""

from __future__ import annotations

from hashlib import sha256

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import parse_etags, quote_etag
from django.views.decorators.http import require_http_methods, require_safe

from requests_app.gateways.calendar_file import feed_file
from requests_app.queries.calendar_feeds import dates_of, feed_of, feeds_shown
from requests_app.usecases.calendar_feeds import end_address, make_address
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def calendar_feeds(request: HttpRequest) -> HttpResponse:
    """The calendars a person can have; POST makes, replaces or ends the address of one."""
    user = gate.person(request)
    shown = feeds_shown(user)
    if request.method == "GET":
        rows = [
            (each, f"{settings.SITE_URL}{_path(each.feed.secret)}" if each.feed else "") for each in shown
        ]
        return render(request, "requests_app/notices/calendars.html", {"rows": rows})
    slug = request.POST.get("campaign", "")
    chosen = next((each for each in shown if each.slug == slug), None)
    if chosen is None:
        raise Http404
    campaign = user.campaigns.get(slug=slug) if slug else None
    if "end" in request.POST:
        end_address(campaign=campaign, by=user)
        messages.success(request, "The address shows nothing any more.")
    else:
        make_address(campaign=campaign, by=user, now=timezone.now())
        replaced = " The one before shows nothing any more." if chosen.feed else ""
        messages.success(request, f"The calendar has a new address.{replaced}")
    return redirect("calendar_feeds")


@require_safe
def calendar_feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The dates, for a calendar program that knows the address. Signing in counts for nothing here."""
    feed = feed_of(secret)
    if feed is None:
        raise Http404
    name = f"foitracker: {feed.campaign.name}" if feed.campaign else "foitracker"
    file = feed_file(dates_of(feed, today=gate.today()), name=name)
    etag = quote_etag(sha256(file).hexdigest()[:32])
    known = parse_etags(request.headers.get("If-None-Match", ""))
    answer = (
        HttpResponseNotModified()
        if etag in known
        else HttpResponse(file, content_type="text/calendar; charset=utf-8")
    )
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, max-age=3600"
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _path(secret: str) -> str:
    return reverse("calendar_feed", args=[secret])
