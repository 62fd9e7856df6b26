"""The tray: mail that nobody could place for certain, and a way to hand mail in."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from requests_app.core.errors import FoiError
from requests_app.forms.tray import ChooseRequestForm, GiveMailForm, check_is_mail
from requests_app.models import FoiRequest, IncomingEmail, Message, User
from requests_app.queries import tray as queries
from requests_app.usecases import tray as usecases
from requests_app.usecases.incoming import store_email
from requests_app.views import gate


@login_required
@require_http_methods(["GET", "POST"])
def tray(request: HttpRequest) -> HttpResponse:
    """What waits, oldest first; and mails saved as files, handed in."""
    user = gate.person(request)
    form = GiveMailForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = gate.act(form, lambda: _give(form, user))
        if given:
            messages.success(request, _kept(given))
            return redirect("tray")
    page = Paginator(queries.tray_of(user), 10).get_page(request.GET.get("page"))
    context = {"page_obj": page, "lines": queries.lines(page.object_list, user), "form": form}
    return render(request, "requests_app/tray/list.html", context)


def _give(form: GiveMailForm, user: User) -> list[IncomingEmail]:
    """All or none: a file that is no mail is refused before any is kept."""
    files = [(file.name, file.read()) for file in form.cleaned_data["file"]]
    for name, content in files:
        check_is_mail(name, content)
    source = IncomingEmail.Source.UPLOAD
    return [store_email(raw=content, source=source, by=user, now=timezone.now()) for _, content in files]


def _kept(given: list[IncomingEmail]) -> str:
    what = "The mail is" if len(given) == 1 else f"{len(given)} mails are"
    return f"{what} kept. What can be placed is with its request in a moment; the rest waits here."


@login_required
@require_http_methods(["GET", "POST"])
def tray_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail, whole; and the request it belongs to, by its number."""
    user = gate.person(request)
    mail = get_object_or_404(queries.seen_by(user).select_related("foi_request").defer("raw"), pk=pk)
    is_placed = mail.state == IncomingEmail.State.PLACED
    form = ChooseRequestForm(
        request.POST or None,
        submit="Move it there" if is_placed else "Put it there",
        cancel_url=mail.foi_request.get_absolute_url() if is_placed and mail.foi_request else reverse("tray"),
    )
    if request.method == "POST" and form.is_valid():
        chosen = cast("FoiRequest", form.cleaned_data["reference"])
        message = gate.act(form, lambda: _put(mail, chosen, user))
        if message is not None:
            messages.success(request, f"The mail is with {message.foi_request.reference}.")
            return redirect("tray")
    context = {
        "mail": mail,
        "line": queries.lines([mail], user)[0],
        "form": form,
        "folds": queries.folds(mail.text),
        "is_placed": is_placed,
    }
    return render(request, "requests_app/tray/mail.html", context)


def _put(mail: IncomingEmail, chosen: FoiRequest, user: User) -> Message:
    if mail.state == IncomingEmail.State.PLACED:
        return usecases.move(mail=mail, to=chosen, by=user, now=timezone.now())
    return usecases.accept(mail=mail, foi_request=chosen, by=user, now=timezone.now())


@login_required
@require_POST
def tray_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept one guess (``request``: its number), or say that the mail is not ours."""
    user = gate.person(request)
    mail = get_object_or_404(queries.seen_by(user).defer("raw"), pk=pk)
    try:
        if "refuse" in request.POST:
            usecases.refuse(mail=mail, by=user, now=timezone.now())
            messages.success(request, "The mail is put aside. It is kept, and can still be placed.")
        elif chosen := queries.by_number(request.POST.get("request", "")):
            usecases.accept(mail=mail, foi_request=chosen, by=user, now=timezone.now())
            messages.success(request, f"The mail is with {chosen.reference}.")
    except FoiError as refusal:
        messages.error(request, refusal.sentence)
    return redirect("tray")


@login_required
@require_safe
def tray_raw(request: HttpRequest, pk: int) -> HttpResponse:
    """The mail as it came, byte for byte: a download, never shown in our pages."""
    mail = get_object_or_404(queries.seen_by(gate.person(request)), pk=pk)
    response = HttpResponse(bytes(mail.raw), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="mail-{mail.pk}.eml"'
    return response
