"""How sign-in behaves here: sign-up is closed, and account mail goes through our outbox like all mail."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.utils import timezone

from requests_app.models import OutgoingEmail, User
from requests_app.usecases import mail


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hook for a site's own rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: staff add people for now."""
        return False

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is: allauth would put the name of the host before it."""
        return str(subject)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Queue account mail. It holds secret links: while held, staff alone see it (promise 9)."""
        known = {"request": self.request, "email": email, "current_site": get_current_site(self.request)}
        message = self.render_mail(template_prefix, email, known | context)
        mail.queue_email(
            kind=OutgoingEmail.Kind.ACCOUNT,
            to_address=email,
            subject=str(message.subject),
            text=str(message.body),
            user=User.objects.filter(email__iexact=email).first(),
            now=timezone.now(),
        )
