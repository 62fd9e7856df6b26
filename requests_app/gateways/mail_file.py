"""A letter as .eml: what any mail program opens as a draft, with its headers, its words as plain text and its files."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from requests_app.core.calendars import LONDON
from requests_app.core.paper import printable

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
_LOOKED_AT, _LONGEST = 5000, 320
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a mail."""

    filename: str
    content_type: str
    content: bytes


def address_in(text: str) -> str:
    """The first e-mail address that stands in a text, or nothing."""
    words = (word for word in text[:_LOOKED_AT].split() if "@" in word and len(word) <= _LONGEST)
    return next((found[0] for word in words if (found := _ADDRESS.search(word))), "")


def eml_of(
    *,
    sender: tuple[str, str],
    to: tuple[str, str],
    subject: str,
    body: str,
    at: datetime,
    enclosed: Sequence[Enclosed] = (),
) -> bytes:
    """A mail that is still to be sent. ``sender`` and ``to`` are name and address; without an address of theirs it has
    no recipient, for the person to fill in.
    """
    mail = EmailMessage(policy=email.policy.SMTP)
    mail["From"] = _address(*sender)
    if to[1]:
        mail["To"] = _address(*to)
    mail["Subject"] = _line(subject)
    mail["Date"] = format_datetime(at.astimezone(LONDON))
    mail["X-Unsent"] = "1"
    mail.set_content(
        printable(body).rstrip("\n") + "\n", subtype="plain", charset="utf-8", cte="quoted-printable"
    )
    for file in enclosed:
        kind, _, subtype = file.content_type.partition("/")
        mail.add_attachment(file.content, maintype=kind, subtype=subtype, filename=_line(file.filename))
    return mail.as_bytes()


def _line(text: str) -> str:
    return _SPACE.sub(" ", printable(text)).strip()


def _address(name: str, address: str) -> Address:
    return Address(display_name=_line(name), addr_spec=address)
