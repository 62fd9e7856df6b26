"""Pages for what happened: record it, correct it, and ask what would follow."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from requests_app.core.recording import possible_now, recordable
from requests_app.core.regimes import variant_for
from requests_app.core.states import AuthorityKind, EventKind, Regime, State
from requests_app.forms.events import CorrectionForm, EventForm, WhatIfForm
from requests_app.models import Event
from requests_app.queries.clock import what_if
from requests_app.usecases import events as usecases
from requests_app.views import gate


@login_required
@require_safe
def event_choose(request: HttpRequest, reference: str) -> HttpResponse:
    """What can have happened, in this state and under this Act."""
    foi_request = gate.editable(request, reference)
    choices = possible_now(State(foi_request.state), Regime(foi_request.regime))
    return render(request, "requests_app/event/choose.html", {"foi_request": foi_request, "choices": choices})


@login_required
@require_http_methods(["GET", "POST"])
def event_record(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Record one thing that happened."""
    foi_request = gate.editable(request, reference)
    what = recordable(EventKind(kind)) if kind in set(EventKind) else None
    if what is None:
        raise Http404
    variant = variant_for(Regime(foi_request.regime), AuthorityKind(foi_request.authority.kind))
    form = EventForm(
        request.POST or None,
        what=what,
        cancel_url=foi_request.get_absolute_url(),
        of_school=variant is not None and variant.school,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = gate.act(
            form,
            lambda: usecases.record_event(
                foi_request=foi_request,
                kind=what.kind,
                on=data["on"],
                details=form.details(),
                text=data["text"],
                channel=data["channel"],
                by=gate.person(request),
                now=timezone.now(),
            ),
        )
        if done is not None:
            messages.success(request, f"Recorded: {what.sentence[0].lower()}{what.sentence[1:]}.")
            return redirect(foi_request)
    context = {"foi_request": foi_request, "form": form, "heading": what.label, "lede": what.hint}
    return render(request, "requests_app/foi_request/action.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def event_correct(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Put the right day in place of a wrong one, or strike the entry."""
    foi_request = gate.editable(request, reference)
    event = get_object_or_404(Event, pk=pk, foi_request=foi_request)
    event.foi_request = foi_request
    form = CorrectionForm(request.POST or None, initial={"on": event.on})
    if request.method == "POST" and form.is_valid():
        data, by, now = form.cleaned_data, gate.person(request), timezone.now()
        if "strike" in request.POST:
            done = gate.act(
                form, lambda: usecases.void_event(event=event, reason=data["reason"], by=by, now=now)
            )
        else:
            done = gate.act(
                form,
                lambda: usecases.correct_event(
                    event=event, on=data["on"], reason=data["reason"], by=by, now=now
                ),
            )
        if done is not None:
            messages.success(request, "Corrected. The old entry stays in the history, and the dates follow.")
            return redirect(foi_request)
    context = {"foi_request": foi_request, "event": event, "form": form}
    return render(request, "requests_app/event/correct.html", context)


@require_safe
def request_what_if(request: HttpRequest, reference: str) -> HttpResponse:
    """What would follow if they replied on a certain day. Nothing is saved."""
    foi_request = gate.seen(request, reference)
    form = WhatIfForm(request.GET or None)
    answer = None
    if form.is_bound and form.is_valid():
        answer = gate.act(form, lambda: what_if(foi_request, on=form.cleaned_data["on"]))
    context = {"foi_request": foi_request, "form": form, "answer": answer}
    return render(request, "requests_app/foi_request/what_if.html", context)
