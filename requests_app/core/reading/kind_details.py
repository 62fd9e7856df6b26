"""What messages of each kind say beside being it: references, days, sums, addresses, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from requests_app.core.reading.cues import holds
from requests_app.core.reading.dates import day_at
from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.kind_addresses import find_permanent, find_send_to, find_undelivered
from requests_app.core.reading.kind_charges import find_amount, find_pay_by
from requests_app.core.reading.kind_cues import ASKS_CONSENT, CONDITION, Says
from requests_app.core.reading.kind_days import BY_DAY, DAY_WORD, WORKING_DAYS, number_in
from requests_app.core.reading.kind_told import Details, Told
from requests_app.core.reading.kind_transfers import transfer_in
from requests_app.core.reading.lines import squeeze
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.references import find_reference
from requests_app.core.states import MessageKind

_K = MessageKind


def details_of(kind: MessageKind, told: Told) -> Details:
    """What a message of this kind says, as far as it does."""
    details = Details()
    for reader in _READERS.get(kind, ()):
        reader(told, details)
    return details


# The case they opened, and when they say it came


def _read_reference(told: Told, details: Details) -> None:
    found = next((each for each in told.reading.findings if each.what == "reference"), None)
    if found is not None:
        details.put("reference", found.text, found.text, found.start, found.end, found.confidence)


def _reference(told: Told, details: Details) -> None:
    """Theirs also where the reader of replies took a short letter for a request, and its numbers for the requester's."""
    _read_reference(told, details)
    found = None if "reference" in details.values else find_reference(told.source, told.lines, ())
    if found is not None:
        details.put("reference", found.text, found.text, found.start, found.end, found.confidence)


_DATE_RECEIVED = Folded(
    spaced(
        r"\b(?:received|reached (?:us|this office|the \w+)|came in|arrived|(?:date|day) of receipt|in receipt of)\b(?: (?:your|the|this) (?:\w+ ){0,6}?\w+)?(?: by (?:us|[\w'() ]{2,60}?))?(?: here)?(?: in (?:this|our|the) (?:office|department|mailbox))?,?(?: on| dated| at| was| is)?[ :,-]*(?:\d\d?[:.]\d\d ?(?:am|pm)? on )?"
        + DAY_WORD
    )
    + r"(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
)
_RECEIPT = ("received", "reached", "came", "arrived", "receipt")  # of which one stands in such a sentence
_NOT_THE_REQUEST = Folded(r"\b(?:payment|clarif\w*|cheque|fee)\b[^,;]*$")
_REVIEW = Folded(r"\breview\b")


def _received_on(told: Told, details: Details) -> None:
    of_review = told.said[Says.ACKNOWLEDGES_REVIEW] >= 1
    for passage in told.passages:
        for match in _DATE_RECEIVED.finditer(passage.text) if holds(passage.low, _RECEIPT) else ():
            found = day_at(passage.text, match.end())
            before = passage.text[: match.start()]
            other = _NOT_THE_REQUEST.search(before) or (_REVIEW.search(before) and not of_review)
            if found and not other:
                start, end = passage.start + match.start(), passage.start + found[1]
                details.put("received_on", found[0], passage.text[match.start() : found[1]], start, end, 0.9)
                return


# What they promise

_PROMISE = Folded(
    spaced(
        r"\b(?:respon\w+|repl(?:y|ies)|answer\w*|hear|information|deadline|target|due|decision|outcome|completed?|contact|provide|send|issue|write|let you|update|review\w*|need|finish|remain\w+|follow\w*|ready|with you|conclu\w+|take|takes|estimate\w*|expect\w*|extend\w*|further|date)\b"
    ),
)
_OF_YOURS = Folded(
    spaced(
        r"\b(?:you (?:must|need to|are asked to|have until|should (?:reply|respond|send|pay|let|contact|write|ask|request|make))|please (?:reply|respond|provide|let|pay|contact|send|confirm)|if (?:we|I) (?:do not|don't|have not)|from you by|pay(?:ment)?\b|your (?:request|e-?mail|letter) (?:of|dated))"
    ),
)


def _days_promised(told: Told) -> Iterator[tuple[date, Passage, int, int]]:
    for passage in told.passages:
        if not _PROMISE.search(passage.text) or _OF_YOURS.search(passage.text):
            continue
        for match in BY_DAY.finditer(passage.text):
            found = day_at(passage.text, match.end())
            if found:
                yield found[0], passage, match.start(), found[1]


def _promised(name: str) -> Callable[[Told, Details], None]:
    def reader(told: Told, details: Details) -> None:
        received = details.values.get("received_on")
        for day, passage, start, end in _days_promised(told):
            if received is None or day > received:
                at = passage.start
                details.put(name, day, passage.text[start:end], at + start, at + end, 0.85)
                return

    return reader


def _promised_days(told: Told, details: Details) -> None:
    for passage in told.passages:
        match = WORKING_DAYS.search(passage.text)
        if match and _PROMISE.search(passage.text) and not CONDITION.search(passage.text[: match.start()]):
            number = number_in(match)
            at = passage.start
            details.put("promised_working_days", number, match[0], at + match.start(), at + match.end(), 0.8)
            return


def _about_review(told: Told, details: Details) -> None:
    for finding in told.said.found.get(Says.ACKNOWLEDGES_REVIEW, ()):
        details.put("about_review", True, finding.text, finding.start, finding.end, finding.confidence)
    for finding in told.said.found.get(Says.EXTENDS, ()):
        passage = told.passage_at(finding.start)
        if passage and re.search(r"\breview\b", passage.text, re.IGNORECASE):
            details.put("about_review", True, passage.text, passage.start, passage.end, 0.7)


# What they ask

_QUESTION = Folded(
    spaced(
        r"\?[\"')]*$|\b(?:please|could you|can you|would you|would be grateful|grateful if|need(?:s)? (?:you )?to know|do you (?:mean|want|require)|are you|which |what )"
    ),
)
_NO_QUESTION = Folded(
    spaced(
        r"\b(?:please (?:note|contact|do not hesitate|quote|be aware|be advised|see|find|accept|remember|feel free|reply|respond|let (?:me|us) know (?:if|by)|get in touch|send (?:your|any)|use|ignore|refer)|(?:could|can|would) you (?:please )?(?:quote|reply by|respond by|note)|thank you|if (?:we|I) (?:do not|don't)|do not hesitate|if you (?:have|are|need|require|wish)|you (?:asked|requested|wrote|have asked))\b"
    ),
)
_ITEM = re.compile(r"^(?:[-\u2022*]|\(?\w{1,3}[.)])\s*\S")
_BARE_LABEL = re.compile(r"^\(?\w{1,3}[.)]$")
MOST_ASKED = 12


def _asked(told: Told, details: Details) -> None:
    """From the first sentence that asks: every question in it and after it, and the list it announces."""
    asking = (*told.said.found.get(Says.ASKS, ()), *told.said.found.get(Says.QUESTIONS, ()))
    begun = min((finding.start for finding in asking if finding.end), default=None)
    if begun is None:
        return
    listing = label = False
    for passage in told.passages:
        if passage.end <= begun or len(details.values.get("asked", ())) >= MOST_ASKED:
            continue
        if _BARE_LABEL.match(passage.text):
            label = True
            continue
        lead = passage.text.endswith(":")
        asks = _QUESTION.search(passage.text) and not _NO_QUESTION.search(passage.text)
        item = listing and (label or _ITEM.match(passage.text))
        if (asks or item) and not lead:
            details.also("asked", passage.printed(told.source), passage.start, passage.end, 0.8)
        listing, label = lead or (listing and bool(item or asks)), False
    if "asked" not in details.values:
        first = told.passage_at(begun)
        if first:
            details.also("asked", first.printed(told.source), first.start, first.end, 0.6)


# What an extension names

_CITED = Folded(
    r"\b(?P<reg>regulations?|reg\.?)?(?:sections?|exemptions?|exceptions?|s\.?)?\s*(?P<cite>\b\d{1,2}A?(?:\s?\(\s?\w{1,4}\s?\))*)(?![\d£%:/])",
)
_SECTIONS = Folded(
    r"\b(?P<kind>sections?|ss?\.?|regulations?|reg\.?|exemptions?|exceptions?)\s*(?P<list>\d{1,2}A?(?:\s?\(\s?\w{1,4}\s?\))*(?:\s*(?:,|&|and|or|/)\s*(?:(?:section|s\.?|regulation)\s*)?\d{1,2}A?(?:\s?\(\s?\w{1,4}\s?\))*)*)",
)
_EACH = re.compile(r"\d{1,2}A?(?:\s?\(\s?\w{1,4}\s?\))*")
_EXEMPTIONS = frozenset(range(21, 45))
_REASONS_OF_REGULATIONS = frozenset({7, 12, 13})


def _exemptions(told: Told, details: Details) -> None:
    for passage in told.passages:
        for match in _SECTIONS.finditer(passage.text):
            regulation = match["kind"].lower().startswith("reg")
            for each in _EACH.finditer(passage.text, match.start("list"), match.end("list")):
                number = int(re.match(r"\d+", each[0])[0])  # type: ignore[index]
                if number in (_REASONS_OF_REGULATIONS if regulation else _EXEMPTIONS):
                    printed = squeeze(each[0])
                    at = passage.start
                    name = f"Regulation {printed}" if regulation else printed
                    details.also("exemptions", name, at + each.start(), at + each.end(), 0.85)


_FURTHER = Folded(
    spaced(
        r"\b(?:further|additional|extra|another|extension of|extend(?:ed|ing)?(?: \w+){0,6} by|up to)(?: period of)?(?: up to)?(?: a)?(?: further)? (?P<n>\d{1,3}|ten|fifteen|twenty|thirty|forty)(?: ?\(\d{1,3}\))?[ -](?:working |business )?[ -]?days\b"
    ),
)


def _extended_by(told: Told, details: Details) -> None:
    for passage in told.passages:
        match = _FURTHER.search(passage.text)
        if match and not CONDITION.search(passage.text[: match.start()]):
            at = passage.start
            details.put(
                "extended_working_days",
                number_in(match),
                match[0],
                at + match.start(),
                at + match.end(),
                0.85,
            )
            return


# To whom they pass it


def _transferred_to(told: Told, details: Details) -> None:
    for passage in told.passages:
        found = transfer_in(passage.text)
        if found is None:
            continue
        start, end = passage.start + found.body_start, passage.start + found.end
        details.put("transferred_to", found.body, found.body, start, end, 0.85)
        if ASKS_CONSENT.search(passage.text):
            details.put("asks_consent", True, passage.text, passage.start, passage.end, 0.75)
        return


OF_THE_CASE = frozenset({"reference", "received_on"})
"""What shows that a message is about this very request."""
_CASE = (_reference, _received_on)
_ANSWERED = (_read_reference, _received_on)
_TIME = (_promised("promised_on"), _promised_days)
_READERS: dict[MessageKind, tuple[Callable[[Told, Details], None], ...]] = {
    _K.ACKNOWLEDGEMENT: (*_CASE, *_TIME, _about_review),
    _K.AUTOMATIC_REPLY: (_reference, *_TIME, find_send_to),
    _K.CLARIFICATION_QUESTION: (*_CASE, _asked),
    _K.FEES_NOTICE: (*_CASE, find_amount, find_pay_by),
    _K.EXTENSION_NOTICE: (*_CASE, _exemptions, _promised("extended_to"), _extended_by, _about_review),
    _K.TRANSFER: (*_CASE, _transferred_to),
    _K.PARTIAL_REPLY: (*_ANSWERED, _promised("promised_on"), _exemptions, _asked),
    _K.REPLY: _ANSWERED,
    _K.REFUSAL: _ANSWERED,
    _K.REVIEW_OUTCOME: _ANSWERED,
    _K.BOUNCE: (find_undelivered, find_permanent),
    _K.OTHER: (*_CASE, _promised("promised_on"), _promised_days),
}
