"""Every mail the program can send, for staff to look at: made-up news, rendered as it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from csp.decorators import csp_replace
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from requests_app.core.drafting import draft_letter
from requests_app.core.letters.sample import sample_facts
from requests_app.core.states import LetterKind, Regime
from requests_app.queries import mail_samples
from requests_app.queries.mail_items import Item
from requests_app.queries.telling import Choices
from requests_app.usecases.digests import Composed, compose
from requests_app.usecases.recomputations import compose_moves
from requests_app.views import gate
from requests_app.views.account_adapter import AccountAdapter


@dataclass(frozen=True, slots=True)
class Preview:
    """One mail: what it is, whom it is for, and how it reads."""

    name: str
    to: str
    mail: Composed
    headers: Mapping[str, str] = field(default_factory=dict)


@login_required
@require_safe
def mail_previews(request: HttpRequest) -> HttpResponse:
    """The list of all mails."""
    _check_staff(request)
    names = [(slug, name) for slug, (name, _) in _previews(request).items()]
    return render(request, "requests_app/mail_preview/list.html", {"names": names})


@login_required
@require_safe
def mail_preview(request: HttpRequest, slug: str) -> HttpResponse:
    """One mail: its headers, its text, and its HTML in a frame as wide as a phone."""
    return render(
        request, "requests_app/mail_preview/detail.html", {"slug": slug, "shown": _one(request, slug)}
    )


@login_required
@require_safe
@xframe_options_sameorigin
@csp_replace(  # type: ignore[untyped-decorator]
    {"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "frame-ancestors": ["'self'"]}
)
def mail_preview_html(request: HttpRequest, slug: str) -> HttpResponse:
    """The HTML of one mail, as a mail program gets it: it may load nothing and run nothing."""
    html = _one(request, slug).mail.html
    if not html:
        raise Http404
    return HttpResponse(html)


def _check_staff(request: HttpRequest) -> None:
    if not gate.person(request).is_staff:
        raise Http404


def _one(request: HttpRequest, slug: str) -> Preview:
    _check_staff(request)
    found = _previews(request).get(slug)
    if found is None:
        raise Http404
    name, make = found
    return make(name)


def _previews(request: HttpRequest) -> dict[str, tuple[str, Callable[[str], Preview]]]:
    """Each mail by its word in the address: what it is called, and what writes it."""
    dates, news = mail_samples.sample_dates(), dict(mail_samples.sample_news())
    found: dict[str, tuple[str, Callable[[str], Preview]]] = {
        "digest": ("The morning’s mail", _of(mail_samples.sample_morning())),
        **{f"reminder-{slug}": (f"Reminder: {_STAGES[slug]}", _of([item])) for slug, item in dates.items()},
        **{
            f"news-{kind.replace('_', '-')}": (f"News: {kind.label}", _of([item]))
            for kind, item in news.items()
        },
        "moved-dates": ("Dates moved by one cause", _of_moves),
        "letter": ("A letter to an authority", _of_letter),
    }
    for slug, (name, context) in _ACCOUNT.items():
        found[f"account-{slug.replace('_', '-')}"] = (name, _of_account(request, slug, context))
    return found


_STAGES = {
    "before": "a date is near",
    "on-the-day": "a date is today",
    "passed": "a date has passed",
    "weekly": "a date passed a week ago",
    "right-ends": "a right ends soon",
}
_LINK = f"{settings.SITE_URL}/accounts/secret-link/"
_ACCOUNT = {
    "password_reset_key": ("Account: a new password", {"password_reset_url": _LINK}),
    "unknown_account": ("Account: no such account", {}),
    "email_confirmation": ("Account: is this your address?", {"activate_url": _LINK, "key": "secret-link"}),
}


def _of(items: list[Item]) -> Callable[[str], Preview]:
    def make(name: str) -> Preview:
        person = mail_samples.sample_person()
        mail = compose(user=person, items=items, choices=Choices())
        return Preview(name, person.email, mail, {"Reply-To": mail.reply_to, **mail.headers})

    return make


def _of_moves(name: str) -> Preview:
    person = mail_samples.sample_person()
    mail = compose_moves(person, mail_samples.sample_moves(), otherwise="the bank holiday table changed")
    return Preview(name, person.email, mail, {"Reply-To": mail.reply_to, **mail.headers})


def _of_letter(name: str) -> Preview:
    letter = draft_letter(LetterKind.OVERDUE_CHASER, sample_facts(LetterKind.OVERDUE_CHASER, Regime.FOIA))
    mail = Composed(letter.subject, letter.body, "", "", {})
    return Preview(name, "foi@exampleshire.example", mail)


def _of_account(request: HttpRequest, slug: str, context: Mapping[str, str]) -> Callable[[str], Preview]:
    def make(name: str) -> Preview:
        person = mail_samples.sample_person()
        known = {"user": person, "email": person.email, "request": request}
        message = AccountAdapter(request).render_mail(
            f"account/email/{slug}", person.email, {**known, "current_site": _Site(), **context}
        )
        mail = Composed(str(message.subject), str(message.body), "", "", {})
        return Preview(name, person.email, mail)

    return make


class _Site:
    """What account mail calls this installation."""

    name = domain = settings.SITE_URL.partition("://")[2]
