"""The headers of a mail as it was kept, byte for byte: what proves when it went, from whom and to whom."""

from __future__ import annotations

import email.parser
import email.policy
from email.message import Message

MOST_BYTES = 65_536
"""Bytes looked at: headers stand first, and are never longer in mail that was delivered."""
_SHOWN = ("From", "To", "Cc", "Reply-To", "Date", "Subject", "Message-ID", "In-Reply-To")
_LONGEST = 500


def headers_of(raw: bytes) -> tuple[tuple[str, str], ...]:
    """The headers that a regulator asks for, in their usual order; none where it is no mail."""
    try:
        message = email.parser.BytesHeaderParser(policy=email.policy.default).parsebytes(
            raw[:MOST_BYTES].lstrip(b"\r\n")
        )
    except (ValueError, TypeError, LookupError):
        return ()
    found = ((name, " ".join(_value(message, name).split())[:_LONGEST]) for name in _SHOWN)
    return tuple((name, value) for name, value in found if value)


def _value(message: Message, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except Exception:  # noqa: BLE001 - a header that breaks the parser is left out, whatever it raises
        return ""
