"""The page on which a letter is sent by e-mail: to a checked address, with its files, and with time to think again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from requests_app.core.errors import FoiError
from requests_app.core.states import State
from requests_app.forms.sending import AddressForm, EncloseForm, SendForm
from requests_app.models import AuthorityAddress, Draft, Enclosure, FoiRequest, OutgoingEmail
from requests_app.queries.going_out import going_out
from requests_app.queries.outbox import waiting_letter
from requests_app.usecases import letters_out
from requests_app.usecases.addresses import add_address, confirm_address
from requests_app.usecases.enclosures import enclose, take_out
from requests_app.views import gate
from requests_app.views.drafts import draft_of


@dataclass(slots=True)
class Desk:
    """What one page has before it: a request's first letter, or one of its drafts."""

    request: HttpRequest
    foi_request: FoiRequest
    draft: Draft | None

    @property
    def version(self) -> int:
        """The version of what is sent."""
        return self.draft.version if self.draft is not None else self.foi_request.version


@login_required
@require_http_methods(["GET", "POST"])
def request_send(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a written request by e-mail."""
    foi_request = gate.editable(request, reference)
    waiting = waiting_letter(foi_request)
    if waiting is not None:
        return redirect("outbox_email", waiting.pk)
    if foi_request.state != State.DRAFT:
        messages.info(request, f"{foi_request.reference} was sent already.")
        return redirect(foi_request)
    return _answer(Desk(request, foi_request, None))


@login_required
@require_http_methods(["GET", "POST"])
def draft_send(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Send an approved letter by e-mail."""
    draft = draft_of(request, reference, pk)
    foi_request = gate.editable(request, reference)
    waiting = waiting_letter(foi_request, draft)
    if waiting is not None:
        return redirect("outbox_email", waiting.pk)
    if draft.state != Draft.State.APPROVED:
        messages.info(request, "Approve the letter first: what is sent is the letter as it was approved.")
        return redirect("draft_detail", reference, pk)
    return _answer(Desk(request, foi_request, draft))


def _answer(desk: Desk) -> HttpResponse:
    request = desk.request
    if request.method == "POST":
        for name, do in _BUTTONS.items():
            if name in request.POST:
                return do(desk)
    return _page(desk)


def _send(desk: Desk) -> HttpResponse:
    going = going_out(desk.foi_request, desk.draft, gate.person(desk.request))
    form = SendForm(desk.request.POST, addresses=going.usable)
    if form.is_valid():
        email = gate.act(form, lambda: _queue(desk, form.cleaned_data))
        if email is not None:
            messages.success(desk.request, _said(email))
            return redirect("outbox_email", email.pk)
    return _page(desk, send_form=form)


def _queue(desk: Desk, data: dict[str, Any]) -> OutgoingEmail:
    address = AuthorityAddress.objects.get(pk=data["address"])
    by, now, version = gate.person(desk.request), timezone.now(), data["version"]
    if desk.draft is None:
        return letters_out.queue_first_letter(
            foi_request=desk.foi_request, address=address, version=version, by=by, now=now
        )
    return letters_out.queue_letter(draft=desk.draft, address=address, version=version, by=by, now=now)


def _said(email: OutgoingEmail) -> str:
    if email.state == OutgoingEmail.State.HELD:
        return "Held: no mail server is set up on this installation, so the letter waits here until a person releases it."
    if email.try_at is not None and email.try_at > email.created_at:
        return f"On its way at {timezone.localtime(email.try_at):%H:%M}. Until then you can take it back."
    return "On its way."


def _confirm(desk: Desk) -> HttpResponse:
    address = get_object_or_404(
        AuthorityAddress,
        pk=_number(desk.request.POST["confirm"]),
        authority=desk.foi_request.authority_id,
    )
    return _do(
        desk,
        lambda: confirm_address(
            address=address, foi_request=desk.foi_request, by=gate.person(desk.request), now=timezone.now()
        ),
        "Confirmed: letters can go there.",
    )


def _add_address(desk: Desk) -> HttpResponse:
    form = AddressForm(desk.request.POST)
    if form.is_valid():
        data, by = form.cleaned_data, gate.person(desk.request)
        kept = gate.act(
            form, lambda: add_address(foi_request=desk.foi_request, **data, by=by, now=timezone.now())
        )
        if kept is not None:
            messages.success(desk.request, "Kept: letters can go there.")
            return redirect(desk.request.path)
    return _page(desk, address_form=form)


def _add_files(desk: Desk) -> HttpResponse:
    form = EncloseForm(desk.request.POST, desk.request.FILES)
    if form.is_valid():
        uploads = gate.uploads(form.cleaned_data["file"])
        kept = gate.act(
            form,
            lambda: enclose(
                foi_request=desk.foi_request,
                draft=desk.draft,
                uploads=uploads,
                by=gate.person(desk.request),
                now=timezone.now(),
            ),
        )
        if kept is not None:
            return redirect(desk.request.path)
    return _page(desk, file_form=form)


def _take_out(desk: Desk) -> HttpResponse:
    enclosure = get_object_or_404(
        Enclosure,
        pk=_number(desk.request.POST["take_out"]),
        foi_request=desk.foi_request,
        draft=desk.draft,
    )
    return _do(
        desk, lambda: take_out(enclosure=enclosure, by=gate.person(desk.request)), "Taken out of the letter."
    )


_BUTTONS: dict[str, Callable[[Desk], HttpResponse]] = {
    "send": _send,
    "confirm": _confirm,
    "add_address": _add_address,
    "add_files": _add_files,
    "take_out": _take_out,
}


def _do(desk: Desk, do: Callable[[], object], sentence: str) -> HttpResponse:
    """Do one thing that has no fields, and come back to the page."""
    try:
        do()
    except FoiError as refusal:
        messages.error(desk.request, refusal.sentence)
    else:
        messages.success(desk.request, sentence)
    return redirect(desk.request.path)


def _number(value: str) -> int:
    return int(value) if value.isdecimal() and value.isascii() and len(value) < 19 else 0


def _page(
    desk: Desk,
    *,
    send_form: SendForm | None = None,
    address_form: AddressForm | None = None,
    file_form: EncloseForm | None = None,
) -> HttpResponse:
    going = going_out(desk.foi_request, desk.draft, gate.person(desk.request))
    bound: list[forms.Form] = [form for form in (send_form, address_form, file_form) if form is not None]
    context = {
        "foi_request": desk.foi_request,
        "draft": desk.draft,
        "going": going,
        "version": desk.version,
        "subject": desk.draft.subject if desk.draft else desk.foi_request.title,
        "letter": desk.draft.body if desk.draft else desk.foi_request.letter,
        "send_form": send_form or SendForm(addresses=going.usable),
        "address_form": address_form or AddressForm(),
        "file_form": file_form or EncloseForm(),
        "errors": bound[0] if bound else None,
        "refusal": letters_out.NOT_BY_MAIL,
    }
    return render(desk.request, "requests_app/sending/send.html", context)
