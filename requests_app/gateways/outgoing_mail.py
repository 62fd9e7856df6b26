"""Django's mail backends, with failures sorted into those worth trying again and those that are final."""

from __future__ import annotations

import smtplib
from contextlib import suppress
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.smtp import EmailBackend

from requests_app.core.paper import printable
from requests_app.models import OutgoingEmail


class SendFailure(Exception):
    """The server did not take the mail. ``temporary`` says whether another try makes sense, ``doubtful`` that the
    mail was handed over whole and no answer came: it may have gone.
    """

    def __init__(self, sentence: str, *, temporary: bool, doubtful: bool = False) -> None:
        super().__init__(sentence)
        self.temporary = temporary
        self.doubtful = doubtful


def send(email: OutgoingEmail) -> None:
    """Hand one mail to the configured server. Raises SendFailure with the server's own words."""
    connection = get_connection()
    handed_over: list[bool] = []
    try:
        message = _message_of(email, connection)
        _watch(connection, handed_over)
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
        raise _broken_off(error, handed_over=bool(handed_over)) from error
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()  # Django leaves it open where the password was refused


def _message_of(email: OutgoingEmail, connection: Any) -> EmailMultiAlternatives:
    """The mail with its headers and files. A letter is from a person, dated when it goes; the rest is our own."""
    is_letter = email.kind == OutgoingEmail.Kind.LETTER
    headers = {
        **email.headers,
        "Message-ID": email.message_id,
        "Date": format_datetime((email.claimed_at if is_letter else None) or email.created_at),
    }
    if not is_letter:
        headers["Auto-Submitted"] = "auto-generated"
    if email.in_reply_to:
        headers["In-Reply-To"] = email.in_reply_to
    if email.references:
        headers["References"] = email.references
    message = EmailMultiAlternatives(
        connection=connection,
        subject=email.subject,
        body=email.text,
        from_email=sender_of(email),
        to=[email.to_address],
        reply_to=[email.reply_to] if email.reply_to else None,
        headers=headers,
    )
    if email.html:
        message.attach_alternative(email.html, "text/html")
    if is_letter:
        for file in email.enclosures.all():
            message.attach(file.filename, bytes(file.content), file.content_type)
    return message


def sender_of(email: OutgoingEmail) -> str:
    """The From header: name and address of a letter's sender, or the installation's own."""
    address = email.from_address or parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    name = " ".join(printable(email.from_name).replace("\\", "").replace('"', "'").split())
    if name:
        return f'"{name}" <{address}>'
    return email.from_address or settings.DEFAULT_FROM_EMAIL


def _watch(connection: Any, handed_over: list[bool]) -> None:
    """Note when the whole of a mail has left over SMTP: what breaks after that may have gone, before it has not.

    smtplib's ``data`` sends the command and then the mail, with the dot that ends it.
    """
    opened = getattr(connection, "open", None)
    if opened is None or not isinstance(connection, EmailBackend):
        return
    opened()
    smtp: Any = connection.connection
    if smtp is None:
        return
    data, send_bytes = smtp.data, smtp.send

    def watched_data(message: Any) -> Any:
        sent = 0

        def counted(content: Any) -> None:
            nonlocal sent
            send_bytes(content)
            sent += 1
            if sent == 2:
                handed_over.append(True)

        smtp.send = counted
        try:
            return data(message)
        finally:
            smtp.send = send_bytes

    smtp.data = watched_data


def _broken_off(error: Exception, *, handed_over: bool) -> SendFailure:
    """What a connection that broke means. Services over HTTP (django-anymail) answer with a status of their own."""
    said = f"{type(error).__name__}: {error}"
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return SendFailure(said, temporary=status == 429 or status >= 500)
    return SendFailure(said, temporary=True, doubtful=handed_over)


def _is_temporary(code: int) -> bool:
    """RFC 5321 section 4.2.1: 4yz may be tried again, 5yz not in the same form."""
    return 400 <= code < 500


def _in_words(code: int, text: bytes | str) -> str:
    said = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return f"{code} {' '.join(said.split())}"
