"""Django's mail backends, with failures sorted into those worth trying again and those that are final."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from email.utils import format_datetime

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from requests_app.models import OutgoingEmail


class SendFailure(Exception):
    """The server did not take the mail. ``temporary`` says whether another try makes sense."""

    def __init__(self, sentence: str, *, temporary: bool) -> None:
        super().__init__(sentence)
        self.temporary = temporary


def send(email: OutgoingEmail) -> None:
    """Hand one mail to the configured server. Raises SendFailure with the server's own words."""
    connection = get_connection()
    message = EmailMultiAlternatives(
        connection=connection,
        subject=email.subject,
        body=email.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[email.to_address],
        reply_to=[email.reply_to] if email.reply_to else None,
        headers={
            **email.headers,
            "Message-ID": email.message_id,
            "Date": format_datetime(email.created_at),
            "Auto-Submitted": "auto-generated",
        },
    )
    if email.html:
        message.attach_alternative(email.html, "text/html")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        answers = list(error.recipients.values())
        said = "; ".join(_in_words(code, text) for code, text in answers)
        raise SendFailure(said, temporary=all(_is_temporary(code) for code, _ in answers)) from error
    except smtplib.SMTPResponseException as error:
        said = _in_words(error.smtp_code, error.smtp_error)
        raise SendFailure(said, temporary=_is_temporary(error.smtp_code)) from error
    except (smtplib.SMTPNotSupportedError, ValueError) as error:
        # No other try can go better: the address or a header can't be written as mail.
        raise SendFailure(f"It can't be sent as it stands: {error}", temporary=False) from error
    except (smtplib.SMTPException, OSError) as error:
        raise SendFailure(f"{type(error).__name__}: {error}", temporary=True) from error
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()  # Django leaves it open where the password was refused


def _is_temporary(code: int) -> bool:
    """RFC 5321 section 4.2.1: 4yz may be tried again, 5yz not in the same form."""
    return 400 <= code < 500


def _in_words(code: int, text: bytes | str) -> str:
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(said.split())}"
