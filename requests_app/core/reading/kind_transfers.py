"""Whether a sentence passes the request to another authority, and to which: a colleague's team is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded

_NAME = r"(?-i:(?:the |NHS )?(?:[A-Z0-9][\w'&.-]*)(?:,? (?:of|and|for|the|in|on|&|[A-Z(][\w'&.()-]*)){0,12})"
_PASSES = Folded(
    spaced(
        rf"\b(?:transferr?(?:ed|ring)?|forward(?:ed|ing)?|pass(?:ed|ing)?|re-?direct(?:ed|ing)?|refer(?:red|ring)?|sen[dt]|sending)\b(?P<what>[^.;]{{0,80}}?)\b(?:on )?to (?P<body>{_NAME})"
    ),
)
_THE_REQUEST = Folded(
    spaced(
        r"\b(?:request|enquir(?:y|ies)|it|this|letter|e-?mail|correspondence|application|questions?|parts?)\b"
    ),
)
_BODY = re.compile(
    r"\b(?:Councils?|Police|Constabulary|Trust|Agency|Authority|Department (?:for|of)|Ministry|Commission(?:er)?|Office of|Home Office|Cabinet Office|Office for|Board|NHS|University|College|Academy|Government|Executive|Inspectorate|Ombudsman|Ltd|Limited|plc|Transport for|Scotland|England|Wales|Ofsted|Ofcom|HM|Association|Corporation|Ambulance|Fire|Treasury|Parliament|Assembly|Network Rail|Highways|Natural|Historic|Public Health|Service|Archives|Borough|County|City|District)\b"
)
_OURS = Folded(
    spaced(
        r"^(?:our|the) (?:\w+ ){0,3}(?:team|section|officer|unit|directorate|manager|division|branch)\b|\b(?:team|section|officer|unit|directorate|manager|division|branch|colleagues?|departments?|services)\W*$"
    ),
)
_BODY_AFTER_ALL = re.compile(
    r"\b(?:Council|Police|Constabulary|Trust|Agency|NHS|Fire|Ambulance|Prison|Courts?)\b"
)
# "you may wish to redirect your request to X" leaves it with the requester.
_YOURS = Folded(
    spaced(
        r"\b(?:you (?:may|might|can|could|should|will need to|would need to|need to|must|are advised to)|suggest|recommend|advise|please) (?:\w+ ){0,5}?$"
    ),
)
_TRAILING = re.compile(r"(?:,?\s+(?:of|and|for|the|in|on|&))+$|[\s,.]+$")


@dataclass(frozen=True, slots=True)
class Transfer:
    """To whom a request is passed: the name as printed, and where sentence and name stand in the text given."""

    body: str
    start: int
    body_start: int
    end: int


def transfer_in(text: str) -> Transfer | None:
    """The first passing of a request to a named authority in a sentence, or None."""
    for match in _PASSES.finditer(text):
        before, what = text[: match.start()], match["what"]
        if _YOURS.search(before[-80:]):
            continue
        if not _THE_REQUEST.search(what) and not _THE_REQUEST.search(before[-120:]):
            continue
        body = _TRAILING.sub("", match["body"])
        if re.search(r"\bour\s*$", text[: match.start("body")], re.IGNORECASE) or not _is_authority(body):
            continue
        lead = len(body) - len(re.sub(r"^the\s+", "", body, flags=re.IGNORECASE))
        at = match.start("body")
        return Transfer(body[lead:], match.start(), at + lead, at + len(body))
    return None


def _is_authority(body: str) -> bool:
    if re.search(r"'s?$", body):  # "the Trust's data protection lead"
        return False
    if _OURS.search(body) and not _BODY_AFTER_ALL.search(body):
        return False
    return _BODY.search(body) is not None
