"""Pages of letters: read, edit, approve, take away, mark as sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from requests_app import permissions
from requests_app.core.letters.changes import changes_between, places_of
from requests_app.core.letters.gaps import check_no_gaps
from requests_app.core.letters.never import warnings_about
from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind, Regime
from requests_app.forms.drafts import DraftForm, DraftSentForm, TogetherForm, VersionForm
from requests_app.models import Draft, FoiRequest
from requests_app.models.draft import LIVE_STATES
from requests_app.queries.chasing_together import chased_elsewhere, may_join, others_of
from requests_app.queries.facts import facts_shown
from requests_app.queries.going_out import going_briefly, their_address
from requests_app.queries.letters import gaps_of, references_missing
from requests_app.queries.outbox import waiting_letter
from requests_app.queries.regulator_files import WITH_A_FILE, has_file
from requests_app.queries.taking_away import enclosed_file, mail_size, pdf_size, too_large
from requests_app.usecases import drafts as usecases
from requests_app.usecases.chasing_together import chase_together
from requests_app.usecases.sent_otherwise import letter_sent_otherwise
from requests_app.views import gate


def draft_of(request: HttpRequest, reference: str, pk: int) -> Draft:
    """The draft, for members of its campaign: to everybody else it does not exist."""
    foi_request = gate.seen(request, reference)
    if not permissions.is_member(gate.person(request), foi_request.campaign):
        return get_object_or_404(Draft.objects.none())
    return get_object_or_404(
        Draft.objects.select_related("foi_request__authority").annotate(their_address=their_address()),
        pk=pk,
        foi_request=foi_request,
    )


@login_required
@require_http_methods(["GET", "POST"])
def draft_detail(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One letter. Saving and approving are the two buttons of one form: approving saves first."""
    draft = draft_of(request, reference, pk)
    form = DraftForm(
        request.POST or None,
        initial={"subject": draft.subject, "body": draft.body, "version": draft.version},
    )
    if request.method == "POST":
        gate.editable(request, reference)
        if form.is_valid() and gate.act(form, lambda: _save(request, form, draft)) is not None:
            return redirect("draft_detail", reference, pk)
    return _page(request, draft, form=form)


def _save(request: HttpRequest, form: DraftForm, draft: Draft) -> Draft:
    data, by, now = form.cleaned_data, gate.person(request), timezone.now()
    if "approve" in request.POST:
        check_no_gaps(f"{data['subject']}\n{data['body']}")
    changed = data["subject"] != draft.subject or data["body"].strip() != draft.body.replace("\r", "").strip()
    if changed or data["version"] != draft.version:
        draft = usecases.edit_draft(
            draft=draft, subject=data["subject"], body=data["body"], version=data["version"], by=by, now=now
        )
    if "approve" in request.POST:
        draft = usecases.approve_draft(draft=draft, version=draft.version, by=by, now=now)
        messages.success(request, "Approved: the letter is ready to send.")
    else:
        messages.success(request, "Your wording is saved.")
    return draft


@login_required
@require_POST
def draft_reopen(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Take the approval back, to edit again."""
    draft = draft_of(request, reference, pk)
    gate.editable(request, reference)
    form = VersionForm(request.POST)
    if form.is_valid() and _act(usecases.reopen_draft, request, form, draft):
        return redirect("draft_detail", reference, pk)
    return _page(request, draft, form=_shown(draft), errors=form)


@login_required
@require_POST
def draft_dismiss(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Put the letter away: it is not suggested again for the same cause."""
    draft = draft_of(request, reference, pk)
    foi_request = gate.editable(request, reference)
    form = VersionForm(request.POST)
    if form.is_valid() and _act(usecases.dismiss_draft, request, form, draft):
        messages.success(request, "The letter is dismissed.")
        return redirect(foi_request)
    return _page(request, draft, form=_shown(draft), errors=form)


@login_required
@require_POST
def draft_sent(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Record that the person sent the approved letter."""
    draft = draft_of(request, reference, pk)
    foi_request: FoiRequest = gate.editable(request, reference)
    form = DraftSentForm(request.POST, request.FILES)
    if form.is_valid():
        data = form.cleaned_data | {"scans": gate.uploads(form.cleaned_data["scans"])}
        done = gate.act(
            form,
            lambda: letter_sent_otherwise(draft=draft, **data, by=gate.person(request), now=timezone.now()),
        )
        if done is not None:
            messages.success(request, "Recorded as sent.")
            return redirect(foi_request)
    return _page(request, draft, form=_shown(draft), sent_form=form, errors=form)


@login_required
@require_POST
def draft_together(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Chase further overdue requests with this letter, or this one alone again."""
    draft = draft_of(request, reference, pk)
    gate.editable(request, reference)
    form = TogetherForm(request.POST, others=may_join(draft, today=gate.today()))
    if form.is_valid():
        data = form.cleaned_data
        done = gate.act(
            form,
            lambda: chase_together(draft=draft, **data, by=gate.person(request), now=timezone.now()),
        )
        if done is not None:
            messages.success(request, "Written anew. Read it before you approve it.")
            return redirect("draft_detail", reference, pk)
    return _page(request, draft, form=_shown(draft), errors=form)


@login_required
@require_safe
def draft_text(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The letter as plain text, to take away."""
    draft = draft_of(request, reference, pk)
    response = HttpResponse(draft.body, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{draft.foi_request.reference}-{draft.kind}.txt"'
    return response


def _act(do: Callable[..., Draft], request: HttpRequest, form: VersionForm, draft: Draft) -> bool:
    """Do one thing with the draft as the person saw it. Whether it was done."""
    version, by, now = form.cleaned_data["version"], gate.person(request), timezone.now()
    return gate.act(form, lambda: do(draft=draft, version=version, by=by, now=now)) is not None


def _shown(draft: Draft) -> DraftForm:
    return DraftForm(initial={"subject": draft.subject, "body": draft.body, "version": draft.version})


def _page(
    request: HttpRequest,
    draft: Draft,
    *,
    form: DraftForm,
    sent_form: DraftSentForm | None = None,
    errors: Any = None,
) -> HttpResponse:
    draft.refresh_from_db()
    kind = LetterKind(draft.kind)
    facts = facts_shown(draft)
    is_editable = draft.state in usecases.EDITABLE
    context = {
        "draft": draft,
        "foi_request": draft.foi_request,
        "kind": kind,
        "facts": facts,
        "places": places_of(draft.body, [fact["value"] for fact in facts]),
        "changes": changes_between(draft.suggested_body, draft.body),
        "has_file": has_file(draft),
        "can_take": draft.state in WITH_A_FILE,
        "too_large": _too_large(draft),
        "form": form,
        "errors": errors or form,
        "can_edit": permissions.can_edit(gate.person(request), draft.foi_request),
        "is_editable": is_editable,
        "is_approved": draft.state == Draft.State.APPROVED,
        "sent_form": sent_form or DraftSentForm(initial={"on": gate.today(), "version": draft.version}),
        "is_stale": form.is_bound and form["version"].value() != str(draft.version),
        "gaps": gaps_of(draft),
        "warnings": [
            *warnings_about(draft.body, Regime(draft.foi_request.regime)),
            *(references_missing(draft) if draft.state in LIVE_STATES else []),
        ],
        "before_sending": LETTERS[kind].before_sending if draft.state in LIVE_STATES else "",
    }
    context |= _several(draft, is_editable=is_editable) | _by_mail(request, draft)
    return render(request, "requests_app/draft/detail.html", context)


def _by_mail(request: HttpRequest, draft: Draft) -> dict[str, object]:
    """What is said of the letter before it goes by e-mail, or where its mail is."""
    if draft.state == Draft.State.QUEUED:
        return {"waiting": waiting_letter(draft.foi_request, draft), "now": timezone.now()}
    can_go = draft.state in {*usecases.EDITABLE, Draft.State.APPROVED}
    return {"going": going_briefly(draft, gate.person(request))} if can_go else {}


def _several(draft: Draft, *, is_editable: bool) -> dict[str, object]:
    """The other overdue requests that a chaser is about, or could be about, or which letter chases this one too."""
    others = others_of(draft)
    joining = may_join(draft, today=gate.today()) if is_editable else []
    initial = {"others": [each.pk for each in others], "version": draft.version}
    return {
        "others": others,
        "together": TogetherForm(others=joining, initial=initial) if joining else None,
        "elsewhere": chased_elsewhere(draft),
    }


def _too_large(draft: Draft) -> str:
    """The sentence about a mail with this letter and its file that would not be taken."""
    file = enclosed_file(draft)
    return too_large(draft, mail_size(draft, pdf_size(file) if file is not None else 0))
