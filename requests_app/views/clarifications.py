"""Pages for clarification."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from requests_app.forms.clarifications import ClarificationAnswerForm, ClarificationAskedForm
from requests_app.models import Clarification, Draft
from requests_app.usecases import clarifications as usecases
from requests_app.usecases.drafts import draft_clarification_reply
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def clarification_asked(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the authority asked what is meant."""
    foi_request = gate.editable(request, reference)
    form = ClarificationAskedForm(
        request.POST or None,
        asked_of=list(foi_request.questions.filter(parent=None)),
        cancel_url=foi_request.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = gate.act(
            form,
            lambda: usecases.record_clarification_asked(
                foi_request=foi_request,
                on=data["on"],
                asked=data["asked"],
                questions=form.about(),
                was_needed=data["was_needed"],
                channel=data["channel"],
                by=gate.person(request),
                now=timezone.now(),
            ),
        )
        if done is not None:
            messages.success(request, "Their question is recorded. Answer it as soon as you can.")
            return redirect(foi_request)
    context = {
        "foi_request": foi_request,
        "form": form,
        "heading": "They asked you to clarify",
        "lede": "The clock stops on the day they ask, and starts afresh when they have your answer.",
    }
    return render(request, "requests_app/foi_request/action.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def clarification_answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer their question: as a letter to be read first, or as something sent already.

    One answered meanwhile, in another tab, is refused by the use case, so that what was typed is not lost.
    """
    foi_request = gate.editable(request, reference)
    clarification = foi_request.clarifications.order_by("is_answered", "-pk").first()
    if clarification is None or (clarification.is_answered and request.method == "GET"):
        raise Http404
    form = ClarificationAnswerForm(
        request.POST or None,
        initial={"answered": clarification.answered},
        cancel_url=foi_request.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        done = gate.act(form, lambda: _answer(request, form, clarification))
        if isinstance(done, Draft):
            return redirect("draft_detail", foi_request.reference, done.pk)
        if done is not None:
            messages.success(request, "Your answer is recorded. A fresh period is running.")
            return redirect(foi_request)
    context = {"foi_request": foi_request, "form": form, "clarification": clarification}
    return render(request, "requests_app/clarification/answer.html", context)


def _answer(
    request: HttpRequest, form: ClarificationAnswerForm, clarification: Clarification
) -> Draft | Clarification:
    data, now, user = form.cleaned_data, timezone.now(), gate.person(request)
    if data["already_sent"]:
        return usecases.answer_clarification(
            clarification=clarification,
            answered=data["answered"],
            on=data["on"],
            channel=data["channel"],
            by=user,
            now=now,
        )
    return draft_clarification_reply(clarification=clarification, answered=data["answered"], by=user, now=now)
