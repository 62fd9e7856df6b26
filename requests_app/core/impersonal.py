"""The clock's sentences said to neither side.

The clock speaks to the requester: "they received your request". The public calculator is read by information
officers too, for whom "they" would be themselves.
"""

from __future__ import annotations

import re

_PHRASES = {
    "reached them": "reached the authority",
    "They": "The authority",
    "they": "the authority",
    "Their": "The",
    "their": "the",
    "themselves": "itself",
    "You": "The requester",
    "you": "the requester",
    "Your": "The",
    "your": "the",
}
_PHRASE = re.compile(rf"\b({'|'.join(_PHRASES)})\b")


def impersonal(sentence: str) -> str:
    """``They received your request`` becomes ``The authority received the request``."""
    return _PHRASE.sub(lambda found: _PHRASES[found[0]], sentence)
