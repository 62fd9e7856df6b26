"""Addresses that could not be reached, and those to which a mailbox sends people on."""

from __future__ import annotations

import re

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.kind_told import Details, Told

_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = Folded(r"(?:https?://|www\.)[^\s<>\"'\])|]{3,200}(?<![.,;:])")
_NOT_THEIRS = Folded(r"mailer-daemon|postmaster|no-?reply|abuse@")
_UNREACHED = Folded(
    spaced(
        r"final-recipient|original-recipient|x-failed-recipients|could(?:n't| not) be delivered|(?:failed|rejected|unable|not able|wasn't able|delivery|undeliver\w+|couldn't be found|not found|user unknown|full|blocked|not found|delivered to|failure|recipients?)"
    ),
)
_REDIRECTS = Folded(
    spaced(
        r"\b(?:please|must|should|need to|ha(?:ve|s) to|are to|you can|kindly|re-?direct|instead)\b[^.]{0,120}\b(?:send|sent|forward|direct|re-?send|re-?submit|submit|submitted|e-?mail|use|contact|make|redirect|re-?direct|address)"
    ),
)
_ABOUT_REQUESTS = Folded(
    r"\b(?:FOIA?|EIR|freedom|information requests?|requests?|e-?mails?|messages?|enquir(?:y|ies)|no longer|this (?:address|mailbox|e-?mail))\b",
)
_ASIDE = Folded(r"\burgent|emergenc|unsubscribe|privacy|survey|ico\.org|follow us|twitter|facebook\b")


def find_undelivered(told: Told, details: Details) -> None:
    text = told.source.text[:20_000]
    for match in _ADDRESS.finditer(text):
        around = text[max(0, match.start() - 250) : match.end() + 120]
        if not _NOT_THEIRS.search(match[0]) and _UNREACHED.search(around):
            details.also("undelivered", match[0].rstrip(".'"), match.start(), match.end(), 0.85)


_TEMPORARY = Folded(
    spaced(
        r"action: *delayed|status: *4\.|\b4\.\d\.\d\b|\b4\d\d[ -]4\.|delayed|will (?:be |keep |continue )?(?:to )?(?:retr|try)|temporar|no action is required"
    ),
)
_PERMANENT = Folded(
    spaced(
        r"action: *failed|status: *5\.|\b5\.\d\.\d{1,3}\b|\b5\d\d[ -]|permanent|giving up|couldn't be found|could not be found|not found|unknown|does not exist|failed|could not be delivered|couldn't be delivered|rejected"
    ),
)


def find_permanent(told: Told, details: Details) -> None:
    text = told.source.text[:20_000]
    temporary, permanent = _TEMPORARY.search(text), _PERMANENT.search(text)
    if temporary:
        details.put("permanent", False, temporary[0], temporary.start(), temporary.end(), 0.8)
    elif permanent:
        details.put("permanent", True, permanent[0], permanent.start(), permanent.end(), 0.8)


def find_send_to(told: Told, details: Details) -> None:
    for passage in told.passages:
        if not _REDIRECTS.search(passage.text) or not _ABOUT_REQUESTS.search(passage.text):
            continue
        if _ASIDE.search(passage.text):
            continue
        for pattern in (_ADDRESS, _WEB):
            for match in pattern.finditer(passage.text):
                at = passage.start
                details.also("send_to", match[0], at + match.start(), at + match.end(), 0.75)
