"""Mail handed over by providers (Mailgun, Postmark, SendGrid and their kin), checked and unpacked by django-anymail's views.

Their classes are used for what they know of each provider: how it signs, how it packs. No signal is sent (docs/adr/0008).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.message import Message
from importlib import import_module
from typing import Any

from anymail.exceptions import AnymailError, AnymailWebhookValidationFailure
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest

from requests_app.core.mail_in.parts import as_bytes

_SECRET = "webhook_secret"  # noqa: S105 - the name of a setting
PROVIDERS: Mapping[str, tuple[str, str, str]] = {
    "brevo": ("brevo", "BrevoInboundWebhookView", _SECRET),
    "mailersend": ("mailersend", "MailerSendInboundWebhookView", "inbound_secret"),
    "mailgun": ("mailgun", "MailgunInboundWebhookView", "webhook_signing_key"),
    "mailjet": ("mailjet", "MailjetInboundWebhookView", _SECRET),
    "postmark": ("postmark", "PostmarkInboundWebhookView", _SECRET),
    "sendgrid": ("sendgrid", "SendGridInboundWebhookView", _SECRET),
    "sparkpost": ("sparkpost", "SparkPostInboundWebhookView", _SECRET),
}
"""Each with its module and class in anymail, and what its secret is there: ``user:password``, or the key it signs with."""
_AS_CAME = ("body-mime", "email")
"""Fields of a form in which a provider hands over a mail byte for byte."""


class Refused(Exception):
    """What came is not from the provider, or no mail."""


def mails_of(request: HttpRequest, provider: str, secret: str) -> list[bytes]:
    """The mails a provider hands over. Raises Refused where its secret or signature is missing or wrong."""
    module, name, setting = PROVIDERS[provider]
    kind: Any = getattr(import_module(f"anymail.webhooks.{module}"), name)
    view: Any = kind(**{setting: secret})
    try:
        view.run_validators(request)
        events: list[Any] = view.parse_events(request)
    except (AnymailWebhookValidationFailure, SuspiciousOperation) as error:
        raise Refused(str(error)) from error
    except (AnymailError, KeyError, ValueError, TypeError) as error:
        raise Refused(f"{type(error).__name__}") from error
    verbatim = _verbatim(request) if len(events) == 1 else b""
    return [_with_recipient(verbatim or _whole(event.message), event.message) for event in events]


def _verbatim(request: HttpRequest) -> bytes:
    """The mail as it came, where the provider sends it whole."""
    return next(
        (
            value.encode("utf-8", "surrogateescape")
            for name in _AS_CAME
            if (value := request.POST.get(name, ""))
        ),
        b"",
    )


def _whole(message: Message) -> bytes:
    """A mail that came in pieces, put together."""
    try:
        return message.as_bytes()
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
    ):  # headers that the standard library would not write
        return as_bytes(message)


def _with_recipient(raw: bytes, message: Message) -> bytes:
    """The mail under the address it was delivered to, as a mail server would write it: copies name it nowhere else."""
    to = str(getattr(message, "envelope_recipient", "") or "")
    if not re.fullmatch(r"[^\s<>]{1,250}@[^\s<>]{1,250}", to) or to.lower().encode() in raw[:65_536].lower():
        return raw
    return b"X-Original-To: " + to.encode("utf-8", "replace") + b"\r\n" + raw
