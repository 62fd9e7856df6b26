"""Approved letters to take away: as a mail, a Word file, a PDF; and the file that a regulator asks for."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from requests_app import permissions
from requests_app.core.paper import Paper, Words
from requests_app.core.states import LetterKind
from requests_app.forms.regulator_files import FileForm
from requests_app.gateways.mail_file import Enclosed, address_in, eml_of
from requests_app.gateways.typeset import NotSetError, pdf_of
from requests_app.gateways.word_file import docx_of
from requests_app.models import Draft, RegulatorFile
from requests_app.queries.regulator_files import WITH_A_FILE, file_of, has_file, hidden_files, is_stale
from requests_app.queries.taking_away import enclosed_file, mail_size, recipient_of, too_large
from requests_app.usecases.regulator_files import ask_for_file
from requests_app.views import gate
from requests_app.views.drafts import draft_of

AGAIN_AFTER = 4
"""Seconds until a page looks again, without JavaScript."""
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BEING_MADE = (RegulatorFile.State.WAITING, RegulatorFile.State.MAKING)


@login_required
@require_safe
def draft_take(request: HttpRequest, reference: str, pk: int, form: str) -> HttpResponse:
    """An approved letter as .eml, .docx or .pdf."""
    draft = draft_of(request, reference, pk)
    if form not in {"eml", "docx", "pdf"}:
        raise Http404
    if draft.state not in WITH_A_FILE:
        messages.error(
            request, "Approve the letter first: what is taken away is the letter as it was approved."
        )
        return redirect("draft_detail", reference, pk)
    author, now = draft.foi_request.requester_name, timezone.now()
    if form == "eml":
        return _download(_eml(request, draft), "message/rfc822", draft, "eml")
    if form == "docx":
        made = docx_of(subject=draft.subject, body=draft.body, author=author, made_at=now)
        return _download(made, _WORD, draft, "docx")
    try:
        pdf = pdf_of(Paper(draft.subject, (Words(draft.body),), author=author), made_at=now)
    except NotSetError:
        messages.error(request, "The PDF could not be made just now. Try again, or take the Word file.")
        return redirect("draft_detail", reference, pk)
    return _download(pdf, "application/pdf", draft, "pdf")


def _eml(request: HttpRequest, draft: Draft) -> bytes:
    """The mail, with the regulator's file where it is made and not too large to go by mail."""
    foi_request, person = draft.foi_request, gate.person(request)
    to = recipient_of(draft)
    enclosed = []
    file = enclosed_file(draft)
    if file is not None and not too_large(draft, mail_size(draft, len(bytes(file.pdf or b"")))):
        name = f"{foi_request.reference}-{draft.kind}-file.pdf"
        enclosed.append(Enclosed(name, "application/pdf", bytes(file.pdf or b"")))
    return eml_of(
        sender=(foi_request.requester_name, address_in(foi_request.requester_address) or person.email),
        to=(to.name, address_in(to.address)),
        subject=draft.subject,
        body=draft.body,
        at=timezone.now(),
        enclosed=enclosed,
    )


@login_required
@require_http_methods(["GET", "POST"])
def regulator_file(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The file that goes with a complaint or an application: asked for, being made, to take away, out of date."""
    draft = draft_of(request, reference, pk)
    if not has_file(draft):
        raise Http404
    file = file_of(draft) if draft.state in WITH_A_FILE else None
    form = FileForm(
        request.POST if request.method == "POST" else None,
        hidden=hidden_files(draft),
        initial={"enclosed": file.enclosed if file else []},
    )
    if request.method == "POST":
        gate.editable(request, reference)
        if form.is_valid():
            enclosed, by = form.cleaned_data.get("enclosed", []), gate.person(request)
            asked = gate.act(
                form, lambda: ask_for_file(draft=draft, enclosed=enclosed, by=by, now=timezone.now())
            )
            if asked is not None:
                return redirect("regulator_file", reference, pk)
    return _file_page(request, draft, file, form)


def _file_page(
    request: HttpRequest, draft: Draft, file: RegulatorFile | None, form: FileForm
) -> HttpResponse:
    """The page of a file; 202 for as long as it is being made, so that the page knows to look again."""
    being_made = file is not None and file.state in _BEING_MADE
    context = {
        "draft": draft,
        "foi_request": draft.foi_request,
        "kind": LetterKind(draft.kind),
        "file": file,
        "form": form,
        "hidden": form.hidden,
        "can_edit": permissions.can_edit(gate.person(request), draft.foi_request),
        "is_possible": draft.state in WITH_A_FILE,
        "being_made": being_made,
        "stale": file is not None and file.state == RegulatorFile.State.MADE and is_stale(file, draft),
        "again_after": AGAIN_AFTER,
    }
    status = 202 if being_made else 200
    return render(request, "requests_app/regulator_file/detail.html", context, status=status)


@login_required
@require_safe
def regulator_file_take(request: HttpRequest, reference: str, pk: int, form: str) -> HttpResponse:
    """The file as PDF or archive. One that the record has left behind is not given: it would say what is not so."""
    draft = draft_of(request, reference, pk)
    if form not in {"pdf", "zip"} or not has_file(draft):
        raise Http404
    file = RegulatorFile.objects.filter(draft=draft, state=RegulatorFile.State.MADE)
    made = file.defer("archive" if form == "pdf" else "pdf").first() if draft.state in WITH_A_FILE else None
    if made is None or is_stale(made, draft):
        messages.error(request, "The file is not made, or the record has changed since. Make it again.")
        return redirect("regulator_file", reference, pk)
    if form == "pdf":
        return _download(bytes(made.pdf or b""), "application/pdf", draft, "file.pdf")
    return _download(bytes(made.archive or b""), "application/zip", draft, "file.zip")


def _download(content: bytes, content_type: str, draft: Draft, ending: str) -> HttpResponse:
    joined = "-" if "." in ending else "."
    response = HttpResponse(content, content_type=content_type)
    name = f"{draft.foi_request.reference}-{draft.kind}{joined}{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
