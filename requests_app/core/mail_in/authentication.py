"""What our own mail server found out about a sender: SPF, DKIM and DMARC (RFC 8601)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_RESULT = re.compile(r"(?:^|;|\s)(spf|dkim|dmarc)\s*=\s*([a-z]{3,12})", re.IGNORECASE)
_ORDER = ("fail", "softfail", "permerror", "temperror", "policy", "neutral", "none", "pass")


def authentication_of(results: Sequence[str], trusted: str) -> dict[str, str]:
    """Each method with its result, from the headers that the server named ``trusted`` wrote, and from no others: anybody
    can put such a header in a mail. Of several signatures a good one counts.
    """
    found: dict[str, str] = {}
    if not trusted:
        return found
    for value in results:
        server = value.partition(";")[0].split()[:1]
        if not server or server[0].lower().strip(".") != trusted.lower().strip("."):
            continue
        for method, result in _RESULT.findall(_without_comments(value)):
            method, result = method.lower(), result.lower()
            if method not in found or result == "pass":
                found[method] = result
    return found


def _without_comments(value: str) -> str:
    return re.sub(r"\([^()]{0,500}\)", " ", value)
