"""Mail that no person wrote, and our own mail come back: neither is answered, neither is an answer."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from requests_app.core.mail_in.records import MailRead


class Sure(StrEnum):
    """How sure it is that a program wrote a mail."""

    NO = "no"
    PERHAPS = "perhaps"
    """Systems that send the letters of a whole authority mark them so too."""
    YES = "yes"


_SUBJECT = re.compile(
    r"^(?:re: ?|fwd?: ?)?(?:auto(?:matic|mated|matische)?[ -]?(?:reply|response|answer|antwort|acknowledge?ment|receipt)\b|autoreply"
    r"|out of (?:the )?office|(?:ooo|oof)\b|absence (?:from|notification)|on (?:annual )?leave\b|vacation (?:reply|response)"
    r"|i am (?:away|out of (?:the )?office|on leave)|\[auto-?reply\])",
    re.IGNORECASE,
)
_REPLYING = (
    "x-autoreply",
    "x-autorespond",
    "x-autoresponder",
    "x-auto-reply",
    "x-autoreply-from",
    "x-mail-autoreply",
)
OUR_MARK = "x-foitracker"
"""The header that all mail from this program carries."""


def written_by_program(read: MailRead) -> Sure:
    """Whether a program wrote it, by its headers and its subject."""
    submitted = read.headers.get("auto-submitted", "").lower().strip()
    if submitted.startswith(("auto-replied", "auto-notified")) or any(
        read.headers.get(each) for each in _REPLYING
    ):
        return Sure.YES
    precedence = read.headers.get("precedence", "").lower().strip().replace("-", "_")
    if precedence in ("auto_reply", "autoreply") or _SUBJECT.search(read.subject):
        return Sure.YES
    generated = submitted not in ("", "no") or precedence in ("bulk", "junk", "list")
    if (
        generated
        or "feedback-id" in read.headers
        or read.headers.get("return-path", "").replace(" ", "") == "<>"
    ):
        return Sure.PERHAPS
    return Sure.NO


def is_our_own(read: MailRead, *, our_addresses: Collection[str], our_ids: Collection[str]) -> bool:
    """Whether it is a mail of ours that came back to us: by its Message-ID, its mark, or its sender's address.

    ``our_addresses`` are in lower case, as ``local@domain``; what stands after a + doesn't matter.
    """
    if any(each in our_ids for each in read.message_ids) or OUR_MARK in read.headers:
        return True
    local, at, domain = read.sender.address.lower().rpartition("@")
    return bool(at) and f"{local.partition('+')[0]}@{domain}" in our_addresses
