"""Addresses that stop one kind of mail without signing in (RFC 8058): signed, so that nobody can make one for another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.urls import reverse

from requests_app.core.notices import NoticeKind

_SALT = "foitracker.unsubscribe"


class Stopped(NamedTuple):
    """Whose mail of which kinds an address stops."""

    user_id: int
    kinds: tuple[NoticeKind, ...]


def unsubscribe_url(user_id: int, kinds: Iterable[NoticeKind]) -> str:
    """The whole address that stops these kinds of mail to this person. It stays true as long as SECRET_KEY does."""
    token = signing.Signer(salt=_SALT).sign(f"{user_id}.{'.'.join(sorted(kinds))}")
    return f"{settings.SITE_URL}{reverse('unsubscribe', args=[token])}"


def unsubscribe_headers(user_id: int, kinds: Iterable[NoticeKind]) -> dict[str, str]:
    """The headers by which mail programs offer to unsubscribe with one click (RFC 8058 section 3.1)."""
    return {
        "List-Unsubscribe": f"<{unsubscribe_url(user_id, kinds)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def read_token(token: str) -> Stopped | None:
    """Whose mail of which kinds the token stops; None where it is not one of ours, or was changed on the way."""
    try:
        said = signing.Signer(salt=_SALT).unsign(token)
    except signing.BadSignature:
        return None
    user_id, *kinds = said.split(".")
    known = set(NoticeKind)
    return Stopped(int(user_id), tuple(NoticeKind(kind) for kind in kinds if kind in known))
