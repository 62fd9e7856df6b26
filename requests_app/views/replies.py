"""Pages of messages: read any whole, and its files as they came."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from requests_app import permissions
from requests_app.models import Attachment, FoiRequest, Message
from requests_app.queries.documents import file_notes, files_of, shown_to_outsiders
from requests_app.queries.timeline import message_readable
from requests_app.queries.tray import folds, mail_of
from requests_app.views import gate


@require_safe
def message_detail(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """One message, whole."""
    foi_request, message = _readable(request, reference, pk)
    files = files_of(message)
    is_member = permissions.is_member(request.user, foi_request.campaign)
    shown = files if is_member else shown_to_outsiders(message, files)
    context = {
        "foi_request": foi_request,
        "message": message,
        "attachments": shown,
        "kept_back": len(files) - len(shown),
        "notes": file_notes(files) if is_member else [],
        "can_edit": permissions.can_edit(request.user, foi_request),
        "folds": folds(message.body),
        "mail": mail_of(message) if is_member and message.direction == Message.Direction.RECEIVED else None,
    }
    return render(request, "requests_app/message/detail.html", context)


@require_safe
def attachment_download(request: HttpRequest, reference: str, pk: int, attachment_pk: int) -> HttpResponse:
    """A file as it came. Always a download, never shown in our pages: it is somebody else's.

    One that hides something is for the campaign alone: the authority may have sent people's data by mistake.
    """
    foi_request, message = _readable(request, reference, pk)
    attachment = get_object_or_404(Attachment, pk=attachment_pk, message=message)
    if not permissions.is_member(request.user, foi_request.campaign) and not shown_to_outsiders(
        message, [attachment]
    ):
        raise Http404
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
