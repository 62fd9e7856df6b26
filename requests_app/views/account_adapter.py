"""How sign-in behaves here: sign-up is closed, and account mail goes through our outbox like all mail."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils import timezone

from requests_app.models import OutgoingEmail, User
from requests_app.usecases import mail


class AccountAdapter(DefaultAccountAdapter):
    """allauth's hook for a site's own rules."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: staff add people for now."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Queue account mail. It holds secret links: while held, staff alone see it (promise 9)."""
        message = self.render_mail(template_prefix, email, {"request": self.request, **context})
        mail.queue_email(
            kind=OutgoingEmail.Kind.ACCOUNT,
            to_address=email,
            subject=str(message.subject),
            text=str(message.body),
            user=User.objects.filter(email__iexact=email).first(),
            now=timezone.now(),
        )
