"""Where a reply says that information can be had already: addresses, and places named in words.

Addresses of the regulator, of licences and of the letterhead are no places of information.
"""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.cues import Cue, cues, found, lowered
from requests_app.core.reading.families import Pattern
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import AnswerRead, PublishedRead

PUBLISHED = (
    Pattern(
        "any",
        r"(?:is|are|was|were|been|being|be) (?:\w+ ){0,3}(?:publish|publicly available|in the public domain|available (?:on|at|from|via|through|in|online|to view|to download|here|publicly|by))\w*",
        ("publish", "publicly", "public domain", "available"),
    ),
    Pattern(
        "any",
        r"(?:can|may) (?:also )?be (?:found|accessed|viewed|obtained|downloaded|seen|located|reached)(?: \w+){0,3} (?:at|on|via|from|through|in|here|by|online|under|using)\b",
        ("found", "accessed", "viewed", "obtained", "downloaded", "seen", "located", "reached"),
    ),
    Pattern(
        "any",
        r"(?:please|you (?:can|may|could)) (?:\w+ )?(?:see|find|visit|access|view|download|refer to|follow|use|click|obtain|look at)\b[^.]{0,80}\b(?:links?|web ?(?:site|page)|www|http|publication scheme|disclosure log|online|address below)",
        ("link", "site", "page", "www", "http", "scheme", "log", "online", "below"),
    ),
    Pattern(
        "any",
        r"(?:following|attached|this|below) (?:web ?)?(?:links?|address)\b|links? (?:is |are )?(?:below|here|to the)|at the (?:following )?link|via the link",
        ("link", "address"),
    ),
    Pattern(
        "any",
        r"(?:already |reasonably )+accessible (?:to you )?(?:by|via|through|at|on)\b|publication scheme|disclosure log|open data|data portal|(?:we|I|council|trust|service|force) (?:\w+ ){0,2}publish(?:es|ed)?\b",
        ("accessible", "scheme", "log", "data", "portal", "publish"),
    ),
)
_PUBLISHED = cues(PUBLISHED)
_HINT = Cue(
    Folded(
        r"publi|http|www|availab|found|access|link|site|online|log\b|portal|domain|open data|scheme",
    ),
    (
        "publi",
        "http",
        "www",
        "availab",
        "found",
        "access",
        "link",
        "site",
        "online",
        "log",
        "portal",
        "domain",
        "open data",
        "scheme",
    ),
)
_URL = Folded(r"(?:https?://|www\.)[^\s<>\"'\])|]{3,300}(?<![.,;:!?])")
_PLACE = Folded(
    r"\b(?:on|in|from|via|through|at|of)\s+(?P<place>(?:our|the|its|their|my)\s+(?:[\w'&-]+\s+){0,6}?(?:web\s?sites?|web\s?pages?|pages?|publication\s+scheme|disclosure\s+log|data\s+portal|portal|data\s?store|register|bulletins?|annual\s+reports?|statement\s+of\s+accounts|gazette|minutes|library|open\s+data\s+\w+))\b",
)
_LOG = Folded(
    r"\b(?P<place>(?:[A-Z][\w'&-]+\s+){0,4}(?:Publication\s+Scheme|Disclosure\s+Log|Data\s?store|GOV\.UK|Open\s+Data\s+\w+))\b",
)
# Addresses that stand in every letter of a family.
_NOT_INFORMATION = Folded(
    r"ico\.(?:org|gov)\.uk|itspublicknowledge|foi\.scot(?!land)|nationalarchives\.gov\.uk/doc|open-?government-?licen|make-a-complaint|complain|mailto:|privacy|cookie|feedback|survey|legislation\.gov\.uk|whatdotheyknow|twitter|facebook",
)
_NOT_PUBLISHED = Folded(r"not\s+(?:\w+\s+){0,2}(?:publish|publicly\s+available|in\s+the\s+public\s+domain|accessible)|(?:will|to|due\s+to|intend\w*\s+to)\s+(?:\w+\s+){0,2}(?:be\s+)?publish|future\s+publication|committed\s+to\s+publish|response\s+(?:will|may|is|has)\b[^.]{0,30}publish|re-?use|copyright|licen[cs]e|decided\s+to\s+publish|publish(?:es|ing)?\s+(?:\w+\s+){0,3}(?:responses?|replies|requests)")  # fmt: skip
_LETTERHEAD = Folded(r"@|\btel(?:ephone)?\b|\bphone\b|\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
_ADDRESS_LABEL = Folded(r"^(?:web(?:site)?|www|visit|e-?mail|tel\w*|phone|fax|address)\s*:?\s*$")


def find_published(
    source: Source, passages: Sequence[Passage], answers: Sequence[AnswerRead]
) -> list[PublishedRead]:
    """The places, each once. ``passages`` are the authority's own words without closing; the answers tell the question."""
    out: dict[str, PublishedRead] = {}
    for place, passage in enumerate(passages):
        if not _HINT.search(passage.text, passage.low):
            continue
        before = passages[place - 1] if place else None
        for read in _in_passage(source, passage, before, answers):
            out.setdefault(read.place.lower().rstrip("/"), read)
    return list(out.values())


def _in_passage(
    source: Source, passage: Passage, before: Passage | None, answers: Sequence[AnswerRead]
) -> list[PublishedRead]:
    announced = _announces(passage)
    led = before is not None and before.text.rstrip().endswith((":", "-")) and _announces(before)
    refused = _NOT_PUBLISHED.search(passage.text) is not None
    question = _question(passage, answers)
    out = []
    for match in _URL.finditer(passage.text):
        if _NOT_INFORMATION.search(match[0]) or _ADDRESS_LABEL.match(
            passage.text[: match.start()].strip() or "-"
        ):
            continue
        if not (announced or led) and _LETTERHEAD.search(passage.text):
            continue
        sure = 0.9 if announced or led else 0.4 if refused else 0.6
        start = passage.start + match.start()
        out.append(
            PublishedRead(
                match[0],
                _said(source, passage, before if led else None),
                question,
                start,
                start + len(match[0]),
                sure,
            )
        )
    if out or refused or not announced:
        return out
    named = _PLACE.search(passage.text) or _LOG.search(passage.text)
    if named is None:
        return []
    start, end = passage.start + named.start("place"), passage.start + named.end("place")
    return [PublishedRead(source.printed(start, end), passage.printed(source), question, start, end, 0.7)]


def _announces(passage: Passage) -> bool:
    return found(_PUBLISHED, passage.text, lowered(passage.text))


def _said(source: Source, passage: Passage, before: Passage | None) -> str:
    return source.printed(before.start if before else passage.start, passage.end)


def _question(passage: Passage, answers: Sequence[AnswerRead]) -> str:
    """The key of the one answer that the passage stands in; empty where it is everybody's or nobody's."""
    keys = {
        answer.key
        for answer in answers
        if answer.start is not None and answer.end is not None and answer.start <= passage.start < answer.end
    }
    if len(keys) == 1:
        return keys.pop()
    every = {answer.key for answer in answers}
    return every.pop() if len(every) == 1 else ""
