"""Pages on which a reply comes in: give us one, wait while it is read, help where it can't be."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from requests_app.core.errors import BadInput
from requests_app.forms.replies import ReplyForm
from requests_app.forms.uploads import WordsForm
from requests_app.gateways.documents import ending_of, kind_of, looks_like_markup, refusal, safe_name, text_of
from requests_app.gateways.documents.recognise import PICTURES, READABLE
from requests_app.models import FoiRequest, Message
from requests_app.queries.documents import file_notes, files_of
from requests_app.usecases import reply_files
from requests_app.usecases.replies import UploadedFile, receive_reply
from requests_app.views import gate

AGAIN_AFTER = 4
"""Seconds after which a page without JavaScript looks again."""

_PLAIN = ("txt", "text")


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
    """Plain text is read here and now; everything else is kept, and read by the worker."""
    data, now, by = form.cleaned_data, timezone.now(), gate.person(request)
    text = data["text"]
    uploads = [
        UploadedFile(safe_name(file.name), file.content_type or "application/octet-stream", file.read())
        for file in data["file"]
    ]
    if not uploads and looks_like_markup(text):
        uploads = [UploadedFile("pasted.html", "text/html", text.encode("utf-8", "replace"))]
    if len(uploads) == 1:
        text = _text_at_once(uploads[0])
    if uploads and not text:
        return reply_files.receive_files(
            foi_request=foi_request,
            uploads=uploads,
            received_on=data["received_on"],
            channel=data["channel"],
            by=by,
            now=now,
        )
    return receive_reply(
        foi_request=foi_request,
        text=text,
        received_on=data["received_on"],
        channel=data["channel"],
        upload=uploads[0] if uploads else None,
        by=by,
        now=now,
    )


def _text_at_once(upload: UploadedFile) -> str:
    """The words of plain text; nothing for what the worker has to read. Raises BadInput where nobody can."""
    if not upload.content or ending_of(upload.filename) in _PLAIN:
        return text_of(upload.filename, upload.content)
    kind = kind_of(upload.filename, upload.content)
    if kind not in READABLE and kind not in PICTURES:
        raise BadInput(refusal(upload.filename, kind), field="file")
    return ""


def while_waiting(request: HttpRequest, message: Message) -> HttpResponse | None:
    """Instead of the review of a reply: that its files are being read, or what to do where they could not be.

    None where the reply has words. The page is a 202 for as long as the files are being read.
    """
    if message.reading_state == Message.ReadingState.BEING_READ:
        context = {
            "foi_request": message.foi_request,
            "message": message,
            "files": files_of(message),
            "again_after": AGAIN_AFTER,
        }
        return render(request, "requests_app/reply/being_read.html", context, status=202)
    if not message.body and message.reading_state == Message.ReadingState.TO_CONFIRM:
        return redirect("reply_words", message.foi_request.reference, message.pk)
    return None


@login_required
@require_http_methods(["GET", "POST"])
def reply_words(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Paste the words of a reply whose files could not be read."""
    foi_request = gate.editable(request, reference)
    message = get_object_or_404(Message, pk=pk, foi_request=foi_request, reading_state__gt="")
    message.foi_request = foi_request
    if message.body or message.reading_state != Message.ReadingState.TO_CONFIRM:
        return redirect("reply_review", reference, pk)
    form = WordsForm(request.POST or None, cancel_url=foi_request.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        given = gate.act(
            form,
            lambda: reply_files.give_words(
                message=message, text=form.cleaned_data["text"], by=gate.person(request), now=timezone.now()
            ),
        )
        if given is not None:
            return redirect("reply_review", reference, pk)
    files = files_of(message)
    context = {
        "foi_request": foi_request,
        "message": message,
        "form": form,
        "files": files,
        "notes": file_notes(files),
    }
    return render(request, "requests_app/reply/words.html", context)
