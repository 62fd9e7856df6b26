"""The outbox: what waits, what went, what may have gone, and why nothing goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from requests_app import permissions
from requests_app.core.errors import FoiError
from requests_app.gateways.outgoing_mail import sender_of
from requests_app.models import OutgoingEmail, User
from requests_app.queries.outbox import FILTERS, outbox_of
from requests_app.usecases import letters_out, mail
from requests_app.views import gate

State = OutgoingEmail.State
WAITING = {State.HELD, State.FAILED, State.DOUBTFUL}


@login_required
@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Mail for this person and letters of their campaigns (for staff: all mail to people), newest first."""
    which = request.GET.get("show", "")
    emails = outbox_of(gate.person(request)).filter(FILTERS.get(which, FILTERS[""])[1]).defer("text", "html")
    page = Paginator(emails, 25).get_page(request.GET.get("page"))
    filters = {value: label for value, (label, _) in FILTERS.items()}
    context = {"page_obj": page, "filters": filters, "which": which, "now": timezone.now()}
    return render(request, "requests_app/outbox/list.html", context)


@login_required
@require_safe
def outbox_email(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as it will be read, with its headers and what became of it."""
    user = gate.person(request)
    email = get_object_or_404(outbox_of(user), pk=pk)
    is_letter = email.kind == OutgoingEmail.Kind.LETTER
    may_act = not is_letter or (
        email.foi_request is not None and permissions.can_edit(user, email.foi_request)
    )
    context = {
        "email": email,
        "headers": _headers(email),
        "enclosures": email.enclosures.defer("content") if is_letter else [],
        "is_letter": is_letter,
        "may_act": may_act,
        "is_waiting": email.state in WAITING,
        "can_be_taken_back": is_letter and email.state in letters_out.CAN_BE_TAKEN_BACK,
        "is_configured": settings.MAIL_CONFIGURED,
        "now": timezone.now(),
    }
    return render(request, "requests_app/outbox/detail.html", context)


def _headers(email: OutgoingEmail) -> list[tuple[str, str]]:
    """The headers a person may want to see, in their usual order; empty ones left out."""
    shown = [
        ("From", sender_of(email)),
        ("To", email.to_address),
        ("Reply-To", email.reply_to),
        ("Subject", email.subject),
        ("Message-ID", email.message_id),
        ("In-Reply-To", email.in_reply_to),
        ("References", email.references),
    ]
    return [(name, value) for name, value in shown if value]


@login_required
@require_POST
def outbox_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Release or discard one waiting mail; take a letter back, or say that a doubtful one went."""
    user = gate.person(request)
    email = get_object_or_404(outbox_of(user), pk=pk)
    try:
        for name, (do, sentence) in _BUTTONS.items():
            if name in request.POST:
                do(email, user)
                messages.success(request, sentence)
                return _after(email, name)
    except FoiError as refusal:
        messages.error(request, refusal.sentence)
    return redirect("outbox_email", pk)


def _after(email: OutgoingEmail, button: str) -> HttpResponse:
    """Where a person goes on: a letter taken back is on its own page again."""
    if button == "undo" and email.foi_request is not None:
        if email.draft_id is not None:
            return redirect("draft_detail", email.foi_request.reference, email.draft_id)
        return redirect(email.foi_request)
    return redirect("outbox_email", email.pk)


def _release(email: OutgoingEmail, by: User) -> object:
    return mail.release_email(email=email, by=by, now=timezone.now())


def _discard(email: OutgoingEmail, by: User) -> object:
    return mail.discard_email(email=email, by=by)


def _undo(email: OutgoingEmail, by: User) -> object:
    return letters_out.undo_letter(email=email, by=by, now=timezone.now())


def _went(email: OutgoingEmail, by: User) -> object:
    return letters_out.letter_went(email=email, by=by, now=timezone.now())


_BUTTONS: dict[str, tuple[Callable[[OutgoingEmail, User], object], str]] = {
    "release": (_release, "The e-mail is on its way."),
    "discard": (_discard, "The e-mail is discarded."),
    "undo": (_undo, "Taken back: the letter has not gone."),
    "went": (_went, "Recorded as sent."),
}
