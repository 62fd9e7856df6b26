"""Pages of letters before there is one: which can be written now, and starting one."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from requests_app.core.errors import ClockError
from requests_app.core.letters.registry import availability
from requests_app.core.states import LetterKind
from requests_app.forms.clock_words import in_record_words
from requests_app.forms.letters import StartLetterForm
from requests_app.models import FoiRequest
from requests_app.queries.arguments import arguments_of
from requests_app.queries.letters import letters_page, own_words_of
from requests_app.queries.record import record_of, situation_of
from requests_app.usecases.drafts import start_draft
from requests_app.views import gate


@login_required
@require_safe
def letter_choose(request: HttpRequest, reference: str) -> HttpResponse:
    """Which letters can be written now, which not, and when."""
    foi_request = gate.editable(request, reference)
    try:
        page = letters_page(record_of(foi_request, today=gate.today()))
    except ClockError as refusal:
        return _without_clock(request, foi_request, refusal)
    return render(request, "requests_app/letter/choose.html", {"foi_request": foi_request, "page": page})


@login_required
@require_http_methods(["GET", "POST"])
def letter_start(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Start one letter: what to know before writing it, what only the person can say, the arguments to tick."""
    foi_request = gate.editable(request, reference)
    if kind not in set(LetterKind):
        raise Http404
    letter = LetterKind(kind)
    if letter is LetterKind.CLARIFICATION_REPLY:
        return redirect("clarification_answer", foi_request.reference)
    try:
        record = record_of(foi_request, today=gate.today())
    except ClockError as refusal:
        return _without_clock(request, foi_request, refusal)
    possible = availability(letter, situation_of(record))
    gaps, own = own_words_of(record, letter)
    form = StartLetterForm(
        request.POST if request.method == "POST" else None,
        arguments=arguments_of(record, letter) if possible.available else (),
        gaps=gaps,
        own=own,
    )
    if request.method == "POST" and form.is_valid():
        draft = gate.act(
            form,
            lambda: start_draft(
                foi_request=foi_request,
                kind=letter,
                ticked=form.cleaned_data.get("ticked"),
                own_words=form.own_words,
                by=gate.person(request),
                now=timezone.now(),
            ),
        )
        if draft is not None:
            messages.success(request, "Drafted. Read it, change it, approve it: nothing leaves without you.")
            return redirect("draft_detail", foi_request.reference, draft.pk)
    context = {"foi_request": foi_request, "kind": letter, "possible": possible, "form": form}
    return render(request, "requests_app/letter/start.html", context)


def _without_clock(request: HttpRequest, foi_request: FoiRequest, refusal: ClockError) -> HttpResponse:
    """Letters state dates: where the history gives none, it has to be put right first."""
    sentence = in_record_words(refusal.sentence)
    messages.error(request, f"No letter can be drafted until the history is put right. {sentence}")
    return redirect(foi_request)
