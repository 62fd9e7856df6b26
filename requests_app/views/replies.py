"""Pages of replies: give us one, check what was read in it, read any message whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from requests_app import permissions
from requests_app.forms.replies import AnswerForm, ReplyForm, ReviewForm, answer_form
from requests_app.gateways.documents import safe_name, text_of
from requests_app.models import Attachment, FoiRequest, Message, Question
from requests_app.queries.readings import Proposal, initial_answer, proposal
from requests_app.queries.timeline import message_readable
from requests_app.usecases import replies as usecases
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def reply_record(request: HttpRequest, reference: str) -> HttpResponse:
    """Paste or upload a reply."""
    foi_request = gate.editable(request, reference)
    form = ReplyForm(request.POST or None, request.FILES or None, cancel_url=foi_request.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        message = gate.act(form, lambda: _receive(request, form, foi_request))
        if message is not None:
            return redirect("reply_review", reference, message.pk)
    return render(request, "requests_app/reply/record.html", {"foi_request": foi_request, "form": form})


def _receive(request: HttpRequest, form: ReplyForm, foi_request: FoiRequest) -> Message:
    data = form.cleaned_data
    upload, text = None, data["text"]
    if data["file"]:
        content = data["file"].read()
        text = text_of(data["file"].name, content)
        upload = usecases.UploadedFile(safe_name(data["file"].name), "text/plain", content)
    return usecases.receive_reply(
        foi_request=foi_request,
        text=text,
        received_on=data["received_on"],
        channel=data["channel"],
        upload=upload,
        by=gate.person(request),
        now=timezone.now(),
    )


@login_required
@require_http_methods(["GET", "POST"])
def reply_review(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """The reply on one side, the reading on the other; confirm when it is right."""
    foi_request = gate.editable(request, reference)
    message = get_object_or_404(Message, pk=pk, foi_request=foi_request, kind=Message.Kind.REPLY)
    message.foi_request = foi_request
    read = proposal(message)
    form = ReviewForm(request.POST or None, initial=_initial(message, read))
    answers = [
        (question, answer_form(question, data=request.POST or None, initial=initial_answer(found)))
        for question, found in read.answers
    ]
    if request.method == "POST" and form.is_valid() and all(each.is_valid() for _, each in answers):
        response = gate.act(form, lambda: _confirm(request, message, form, answers, read))
        if response is not None:
            messages.success(request, "Confirmed. The questions and the clock follow from it.")
            return redirect(foi_request)
    elif request.method == "GET" and message.reading_state == Message.ReadingState.CONFIRMED:
        messages.info(request, "This reply has been confirmed.")
        return redirect("message_detail", reference, pk)
    context = {
        "foi_request": foi_request,
        "message": message,
        "read": read,
        "form": form,
        "answers": answers,
        "all_forms": [form, *(each for _, each in answers)],
    }
    return render(request, "requests_app/reply/review.html", context)


def _initial(message: Message, read: Proposal) -> dict[str, Any]:
    reading = read.reading
    return {
        "authority_reference": reading.reference or message.foi_request.authority_reference,
        "received_on": message.happened_on,
        "issued_on": reading.date_responded,
        "decision": reading.decision.value if reading.decision else "",
        "is_final": "yes",
    }


def _confirm(
    request: HttpRequest,
    message: Message,
    form: forms.Form,
    answers: list[tuple[Question, AnswerForm]],
    read: Proposal,
) -> object:
    data = form.cleaned_data
    decision = data["decision"] or None
    confirmed = usecases.ReadingConfirmed(
        is_final=data["is_final"],
        decision=decision,
        decision_explicit=read.reading.decision_explicit and decision == read.reading.decision,
        authority_reference=data["authority_reference"],
        issued_on=data["issued_on"],
        received_on=data["received_on"],
        answers=[each.confirmed(question) for question, each in answers],
        tables=[
            table
            for place, table in enumerate(read.reading.tables, start=1)
            if f"drop_table_{place}" not in request.POST
        ],
        abbreviations=read.reading.abbreviations,
    )
    return usecases.confirm_reading(
        message=message, confirmed=confirmed, by=gate.person(request), now=timezone.now()
    )


@require_safe
def message_detail(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One message, whole."""
    foi_request, message = _readable(request, reference, pk)
    context = {
        "foi_request": foi_request,
        "message": message,
        "attachments": message.attachments.defer("content", "extracted_text"),
        "can_edit": permissions.can_edit(request.user, foi_request),
    }
    return render(request, "requests_app/message/detail.html", context)


@require_safe
def attachment_download(request: HttpRequest, reference: str, pk: int, attachment_pk: int) -> HttpResponse:
    """A file as it came. Always a download, never shown in our pages: it is somebody else's."""
    _, message = _readable(request, reference, pk)
    attachment = get_object_or_404(Attachment, pk=attachment_pk, message=message)
    response = HttpResponse(bytes(attachment.content), content_type="application/octet-stream")
    name = attachment.filename.replace('"', "'").encode("ascii", "replace").decode()
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _readable(request: HttpRequest, reference: str, pk: int) -> tuple[FoiRequest, Message]:
    foi_request = gate.seen(request, reference)
    message = get_object_or_404(Message, pk=pk, foi_request=foi_request)
    is_member = permissions.is_member(request.user, foi_request.campaign)
    if not message_readable(message, is_member=is_member):
        raise Http404
    return foi_request, message
