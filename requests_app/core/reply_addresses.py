"""Reply addresses: a token for each request, the address made with it, and the token found again in what comes back.

Tokens are read aloud, typed from paper and mangled by other people's programs, so they have no letter that looks like
another, and are found whatever the case and whichever of 1, l and i or of 0 and o stands there.
"""

from __future__ import annotations

import re
import secrets

ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Without 0 o 1 l i u: 30 signs, so that eight of them are one of 656 thousand million."""
LENGTH = 8

_FOLD = str.maketrans({"1": "l", "i": "l", "0": "o"})
_PLUS = r"(?:\+|%2b|=2b|&#43;)"


def new_token() -> str:
    """A token that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def reply_address(pattern: str, token: str) -> str:
    """Where replies to one request go: ``foi+2abc3def@example.org`` for ``foi@example.org``; "" without a pattern."""
    prefix, at, domain = pattern.rpartition("@")
    return f"{prefix}+{token}@{domain}" if at and prefix else ""


def domain_of(pattern: str) -> str:
    """The domain of an address in lower case; "" where it has none."""
    return pattern.rpartition("@")[2].strip(" <>\t\r\n").lower() if "@" in pattern else ""


def token_in(address: str, pattern: str) -> str:
    """The token in an address, or in any header that holds addresses; "" where there is none of this pattern.

    The domain is not looked at: forwarders rewrite it, and a token is found by nobody who was not given it.
    """
    prefix = pattern.rpartition("@")[0]
    if not prefix:
        return ""
    folded = _folded(address)
    expected = rf"(?<![\w.-]){re.escape(_folded(prefix))}{_PLUS}([a-z2-9]{{{LENGTH}}})(?![a-z0-9])"
    found = re.search(expected, folded)
    return found.group(1) if found else ""


def _folded(text: str) -> str:
    return text.lower().translate(_FOLD)
