"""The rule about what requesters tell of themselves: the law wants a name and an address for the reply, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit
from requests_app.core.advice.records import Fix, Severity
from requests_app.core.states import Channel

_DATE = r"\d{1,2}(?:st|nd|rd|th)?[\s./-]{1,2}(?:\d{1,2}|[A-Za-z]{3,9})[\s./,-]{1,2}\d{2,4}"
_NUMBER = re.compile(r"(?<![\w/.+-])[+(]{0,2}\d[\d ()-]{7,18}\d(?![\w/]|[.-]\d)")
_UK_PHONE = re.compile(r"(?:44|0)(?:0)?[1-37]\d{8,9}")
_PHONE_CUE = re.compile(
    r"(?:tel(?:ephone)?|phone|mobile|mob|call|ring|cell|contact|number|text|whatsapp)\b[^\n]{0,30}$",
    re.IGNORECASE,
)
_NHS_SHAPE = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
_NHS_CUE = re.compile(r"\bNHS\s+(?:number|no)\b", re.IGNORECASE)
_NATIONAL_INSURANCE = re.compile(
    r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"
)
_BIRTH = re.compile(
    rf"\b(?:(?:my\s+)?date\s+of\s+birth|d\.?o\.?b\.?|my\s+birthday)\s*(?:is|:|-|–|=)?\s*{_DATE}|\bi\s+was\s+born\s+on\s+(?:the\s+)?{_DATE}",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:my\s+(?:home\s+)?address\s+is\b|i\s+live\s+(?:at|on)\s+(?:number\s+|no\.?\s*)?\d)[^\n]{0,100}",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b(?:flat\s+\w{1,4},?\s+)?\d{1,4}[a-z]?,?\s+(?:[A-Z][\w'’-]+\s+){1,3}(?:road|rd|street|st|avenue|ave|lane|ln|close|drive|way|gardens|crescent|terrace|place|court|grove|square|hill|row|mews|walk|park|view)\b",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"\bmy\s+(?:passport|driving\s+licence|bank\s+account|account|sort\s+code|tenancy|council\s+tax\s+(?:account|reference)|crime\s+reference|benefit\s+claim|hospital|patient)\s+(?:number|no\.?|ref(?:erence)?|code)?\s*(?:is|:|-)\s*[A-Z]{0,4}[\d/ -]{5,24}\d",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\bi\s+(?:suffer\s+from|(?:have|was|am|have\s+been)\s+(?:recently\s+|just\s+)?diagnosed\s+with|am\s+(?:autistic|disabled|bipolar|schizophrenic|hiv)|have\s+(?:ptsd|autism|adhd|depression|anxiety|cancer|a\s+(?:disability|mental\s+(?:health|illness)))|take\s+medication)\b|\bmy\s+(?:mental\s+health|diagnosis|disability|medical\s+condition|medication|therapist|illness)\b",
    re.IGNORECASE,
)
_HEALTH_WORDS = (
    "suffer",
    "diagnos",
    "autis",
    "disab",
    "bipolar",
    "schizo",
    "hiv",
    "ptsd",
    "adhd",
    "depress",
    "anxi",
    "cancer",
    "mental",
    "medica",
    "therap",
    "illness",
)
_HOME = "Your home address"
_SEEN = "The letter may be published, and others may be copied in."


def private_details(draft: DraftText) -> Iterator[Hit]:
    """A telephone number, a date of birth, a number of the state's, health, a home address: none is needed."""
    blocks = draft.layout.chrome
    for start, end, what in (*_numbers(draft), *_told(draft), *_home(draft)):
        if any(block.start <= start < block.end for block in blocks):
            continue
        fix = Fix(f"Take it out. {_SEEN}", start, end, "")
        if what is _HOME:
            fix = Fix(f"Leave it out where the reply may come by e-mail. {_SEEN}", start, end, "")
        yield Hit(
            start,
            end,
            f"{what} stands in the letter.",
            fix,
            draft.question_at(start),
            severity=Severity.NOTE if what is _HOME else None,
        )


def _numbers(draft: DraftText) -> Iterator[tuple[int, int, str]]:
    for match in _NUMBER.finditer(draft.text, draft.layout.body_start):
        what = _kind_of_number(draft, match)
        if what:
            yield match.start(), match.end(), what
    if draft.has("insurance") or draft.layout.foot:
        for match in _NATIONAL_INSURANCE.finditer(draft.text, draft.layout.body_start):
            yield match.start(), match.end(), "A National Insurance number"


def _kind_of_number(draft: DraftText, match: re.Match[str]) -> str:
    """What a run of digits is, where it is anything of the requester's own."""
    text, words = draft.text, match[0]
    digits = "".join(letter for letter in words if letter.isdigit())
    if _NHS_SHAPE.fullmatch(words):
        cued = _NHS_CUE.search(text, max(0, match.start() - 40), match.start()) is not None
        if cued or (len(words) == 12 and _is_nhs_number(digits)):
            return "An NHS number"
    if not _UK_PHONE.fullmatch(digits):
        return ""
    line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
    if _PHONE_CUE.search(text, line, match.start()):
        return "A telephone number"
    own = digits.startswith(("07", "447")) or match.start() >= draft.layout.body_end
    return "A telephone number" if own and not draft.question_at(match.start()) else ""


def _is_nhs_number(digits: str) -> bool:
    """Whether the tenth digit checks the nine before it (modulus 11)."""
    check = (
        11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    )
    return int(digits[9]) == (0 if check == 11 else check)


def _told(draft: DraftText) -> Iterator[tuple[int, int, str]]:
    text, begin = draft.text, draft.layout.body_start
    for pattern, words, what in _TELLING:
        if draft.has(*words):
            for match in pattern.finditer(text, begin):
                yield match.start(), match.end(), what
    for sentence in draft.sentences_with(_HEALTH_WORDS):
        ill = _HEALTH.search(sentence.text)
        if ill is not None:
            yield sentence.start + ill.start(), sentence.start + ill.end(), "Something about your health"


_TELLING = (
    (_BIRTH, ("birth", "dob", "d.o.b", "born"), "Your date of birth"),
    (_ACCOUNT, ("my ",), "A number of your own account or papers"),
)


def _home(draft: DraftText) -> Iterator[tuple[int, int, str]]:
    """A postal address in the foot, or told in the body; not one that the record sends with the letter anyway, and
    not where the letter goes by post.
    """
    if draft.given.channel in (Channel.POST, Channel.HAND):
        return
    told = draft.has("my address", "my home address", "i live")
    lives = _LIVES.search(draft.text, draft.layout.body_start, draft.layout.body_end) if told else None
    if lives is not None:
        yield lives.start(), lives.end(), _HOME
        return
    kept = " ".join(draft.given.requester_address.lower().split())
    lines = [line for line in draft.layout.foot if _POSTCODE.search(line.text) or _STREET.search(line.text)]
    if lines and not (
        kept and any(" ".join(line.text.lower().split()).strip(" ,") in kept for line in lines)
    ):
        yield lines[0].start, lines[-1].end, _HOME
