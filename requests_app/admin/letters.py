"""The wording of letters, for staff: which are edited, one to edit with a preview, and the shipped one a step away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from requests_app import permissions
from requests_app.admin.base import ReadOnlyAdmin
from requests_app.core.errors import BadInput, FoiError, StaleVersion
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.wording_text import WordingText, as_text
from requests_app.core.states import LetterKind, Regime
from requests_app.forms.letter_wordings import WordingForm
from requests_app.models import LetterWording, User
from requests_app.queries import letter_wordings as queries
from requests_app.usecases import letter_wordings as usecases

_PAGE = "admin:requests_app_letterwording_edit"


@admin.register(LetterWording)
class LetterWordingAdmin(ReadOnlyAdmin):
    """The versions can only be looked at; a new one is made on the page of the letter."""

    list_display = ("kind", "regime", "version", "by", "at")

    def get_urls(self) -> list[URLPattern]:
        """The page on which one letter is worded, before those of Django."""
        edit = path(
            "<slug:kind>/<str:regime>/edit/",
            self.admin_site.admin_view(self.edit_view),
            name="requests_app_letterwording_edit",
        )
        return [edit, *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every letter under every regime, whether anybody edited it or not."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Wording of letters",
            "opts": self.opts,
            "rows": queries.wordings_page(),
            "can_edit": permissions.can_word_letters(request.user),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/requests_app/letterwording/list.html", context)

    def edit_view(self, request: HttpRequest, kind: str, regime: str) -> HttpResponse:
        """Edit one letter under one regime: preview, save, or go back to the shipped wording."""
        letter, law = _letter(kind, regime)
        user = request.user
        if not isinstance(user, User) or not permissions.can_word_letters(user):
            raise PermissionDenied
        latest = queries.latest_wording(letter, law)
        text = queries.text_in_force(letter, law, latest)
        version = latest.version if latest else 0
        form = WordingForm(
            request.POST if request.method == "POST" and "reset" not in request.POST else None,
            initial={"subject": text.subject, "body": text.body, "version": version},
        )
        preview = None
        if request.method == "POST":
            done = self._do(request, form, letter, law, user)
            if done:
                messages.success(request, done)
                return redirect(_PAGE, kind=kind, regime=regime)
        if form.is_bound and form.is_valid():
            preview = _previewed(form, letter, law)
        elif not form.is_bound:
            preview = _previewed(form, letter, law, text)
        shown = _typed(form) or text
        context = {
            **self.admin_site.each_context(request),
            "title": f"{letter.label}, {law.label}",
            "opts": self.opts,
            "form": form,
            "version": version,
            "latest": latest,
            "trouble": queries.trouble_with(latest),
            "is_stale": form.is_bound and str(form["version"].value()) != str(version),
            "in_force": text,
            "shipped": as_text(letter, law),
            "differences": queries.differences(as_text(letter, law), shown),
            "names": queries.names_of(letter, law),
            "versions": queries.versions_of(letter, law),
            "preview": preview,
        }
        return TemplateResponse(request, "admin/requests_app/letterwording/edit.html", context)

    def _do(
        self, request: HttpRequest, form: WordingForm, letter: LetterKind, law: Regime, user: User
    ) -> str:
        """Save or reset. What was done, in words; empty where nothing was, and the form says why."""
        now = timezone.now()
        if "reset" in request.POST:
            version = request.POST.get("version", "")
            return _attempt(
                request,
                None,
                lambda: usecases.reset_wording(
                    kind=letter,
                    regime=law,
                    version=int(version) if version.isdecimal() and len(version) < 9 else -1,
                    by=user,
                    now=now,
                ),
                "The shipped wording is in force again. Your versions are kept.",
            )
        if "save" not in request.POST or not form.is_valid():
            return ""
        data = form.cleaned_data
        return _attempt(
            request,
            form,
            lambda: usecases.save_wording(
                kind=letter,
                regime=law,
                subject=data["subject"],
                body=data["body"],
                version=data["version"],
                by=user,
                now=now,
            ),
            "Saved. Letters drafted from now on are worded like this; those drafted already stay as they are.",
        )


def _letter(kind: str, regime: str) -> tuple[LetterKind, Regime]:
    """The letter of the address. Raises Http404 where there is none."""
    if kind not in set(LetterKind) or regime not in set(Regime):
        raise Http404
    letter, law = LetterKind(kind), Regime(regime)
    if law not in LETTERS[letter].regimes:
        raise Http404
    return letter, law


def _attempt(request: HttpRequest, form: WordingForm | None, do: Callable[[], object], said: str) -> str:
    try:
        do()
    except FoiError as refusal:
        if form is None or isinstance(refusal, StaleVersion):
            messages.error(request, refusal.sentence)
        if form is not None:
            field = refusal.field if isinstance(refusal, BadInput) else ""
            form.add_error(field if field in form.fields else None, refusal.sentence)
        return ""
    return said


def _typed(form: WordingForm) -> WordingText | None:
    if not form.is_bound:
        return None
    subject, body = str(form["subject"].value() or ""), str(form["body"].value() or "")
    return WordingText(subject.replace("\r\n", "\n"), body.replace("\r\n", "\n"))


def _previewed(
    form: WordingForm, letter: LetterKind, law: Regime, text: WordingText | None = None
) -> queries.Preview | None:
    """The letter over the made-up record; None where the wording can't be read, and the form says why."""
    typed = text or _typed(form)
    if typed is None:
        return None
    try:
        return queries.preview_of(letter, law, typed)
    except BadInput as refusal:
        if form.is_bound and not form.errors:
            form.add_error(refusal.field or None, refusal.sentence)
        return None
