"""Django's mail backends, with failures sorted into those worth trying again and those that are final."""

from __future__ import annotations

import smtplib
from email.utils import formatdate

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from requests_app.models import OutgoingEmail


class SendFailure(Exception):
    """The server did not take the mail. ``temporary`` says whether another try makes sense."""

    def __init__(self, sentence: str, *, temporary: bool) -> None:
        super().__init__(sentence)
        self.temporary = temporary


def send(email: OutgoingEmail) -> None:
    """Hand one mail to the configured server. Raises SendFailure with the server's own words."""
    message = EmailMultiAlternatives(
        subject=email.subject,
        body=email.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[email.to_address],
        headers={
            "Message-ID": email.message_id,
            "Date": formatdate(email.created_at.timestamp(), localtime=False),
            "Auto-Submitted": "auto-generated",
        },
    )
    if email.html:
        message.attach_alternative(email.html, "text/html")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise SendFailure(str(error), temporary=all(400 <= code < 500 for code in codes)) from error
    except smtplib.SMTPResponseException as error:
        raise SendFailure(str(error), temporary=400 <= error.smtp_code < 500) from error
    except (smtplib.SMTPException, OSError) as error:
        raise SendFailure(f"{type(error).__name__}: {error}", temporary=True) from error
