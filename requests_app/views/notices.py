"""What a person is told of: for themself, for a campaign, for a request; and putting a request off."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from requests_app.core.calendars import london_day
from requests_app.core.errors import FoiError
from requests_app.forms.notices import NoticeChoiceForm, SnoozeForm
from requests_app.models import Campaign, FoiRequest
from requests_app.queries.notice_pages import campaigns_told_of, choice_of, snooze_page, snoozes_shown
from requests_app.usecases.notice_choices import choose
from requests_app.usecases.snoozes import snooze, wake
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def notice_settings(request: HttpRequest, slug: str = "") -> HttpResponse:
    """What a person is told of, and when: of everything, or of the requests of one campaign of theirs."""
    user = gate.person(request)
    campaigns = campaigns_told_of(user)
    campaign = next((each for each in campaigns if each.slug == slug), None)
    if slug and campaign is None:
        raise Http404
    form = _form(request, campaign=campaign)
    if _saved(request, form, campaign=campaign):
        return redirect(request.path)
    context = {
        "form": form,
        "campaign": campaign,
        "campaigns": campaigns,
        "snoozes": snoozes_shown(user) if campaign is None else [],
    }
    return render(request, "requests_app/notices/settings.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def request_reminders(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a request off, and choose what one is told of it."""
    foi_request = gate.editable(request, reference)
    form = _form(request, foi_request=foi_request)
    if _saved(request, form, foi_request=foi_request):
        return redirect(request.path)
    context = {
        "form": form,
        "foi_request": foi_request,
        "page": snooze_page(gate.person(request), foi_request),
    }
    return render(request, "requests_app/notices/request.html", context)


@login_required
@require_POST
def request_snooze(request: HttpRequest, reference: str) -> HttpResponse:
    """Put a request off, or one date of it; or wake what was put off."""
    foi_request = gate.editable(request, reference)
    user, now = gate.person(request), timezone.now()
    form = SnoozeForm(request.POST)
    if "wake" in request.POST:
        wake(foi_request=foi_request, deadline_key=request.POST.get("deadline_key", ""), by=user, now=now)
        messages.success(request, "It is awake: you are reminded of it again.")
        return redirect(foi_request)
    if not form.is_valid():
        messages.error(request, "Say until when: a day, or what must happen first.")
        return redirect("request_reminders", foi_request.reference)
    until_on, until_what = form.until_when(today=london_day(now))
    try:
        kept = snooze(
            foi_request=foi_request,
            until_on=until_on,
            until_what=until_what,
            deadline_key=form.cleaned_data["deadline_key"],
            by=user,
            now=now,
        )
    except FoiError as refusal:
        messages.error(request, refusal.sentence)
        return redirect("request_reminders", foi_request.reference)
    messages.success(request, f"Put off until {kept.until_words}. News still reaches you.")
    return redirect(foi_request)


def _form(
    request: HttpRequest, *, campaign: Campaign | None = None, foi_request: FoiRequest | None = None
) -> NoticeChoiceForm:
    row = choice_of(gate.person(request), campaign=campaign, foi_request=foi_request)
    is_own = campaign is None and foi_request is None
    return NoticeChoiceForm(request.POST or None, row=row, is_own=is_own)


def _saved(
    request: HttpRequest,
    form: NoticeChoiceForm,
    *,
    campaign: Campaign | None = None,
    foi_request: FoiRequest | None = None,
) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    user = gate.person(request)
    done = gate.act(
        form, lambda: choose(chosen=form.chosen(), campaign=campaign, foi_request=foi_request, by=user)
    )
    if done is None:
        return False
    messages.success(request, "Saved.")
    return True
