"""Advice and assistance that a reply offers (FOIA section 16, FOISA section 15, regulation 9 of both EIRs).

A reply that only recites the duty offers nothing: there must be something the requester can do or get.
"""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.cues import Cue, cues, found, holds, lowered
from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source
from requests_app.core.reading.passages import Passage, joined, runs
from requests_app.core.reading.records import AssistanceRead

DUTY = (
    Pattern("any", r"advice (?:and|&|or) assistance|(?:advise and (?:help|assist)|assist and advise)"),
    Pattern("any", r"(?:section|s\.?) ?1[56]\b[^.]{0,60}(?:act|FOIA|FOISA|duty|assist)"),
    Pattern("any", r"(?:regulation|reg\.?) ?9\b[^.]{0,60}(?:EIR|regulations|duty|assist)"),
)
NARROW = (
    Pattern(
        "any",
        r"(?:refin|narrow|reduc|limit|restrict|revis|re-?fram|amend|re-?submit|re-?word|shorten)(?:e|ing|s)? (?:\w+ ){0,4}(?:requests?|scope|time ?(?:scale|frame|period|span)|period|question|range|search)",
        (
            "refin",
            "narrow",
            "reduc",
            "limit",
            "restrict",
            "revis",
            "fram",
            "amend",
            "submit",
            "word",
            "shorten",
        ),
    ),
    Pattern(
        "any",
        r"if you (?:were (?:able )?to|could|would|can|wish(?:ed)? to|are able to|decide to|choose to|choose|want(?:ed)? to|would like to|prefer to)? ?(?:please )?(?:refine|narrow|reduce|limit|restrict|specify|focus|confine|revise|re-?submit|shorten|select|identify|ask(?:ed)? for (?:a|one|fewer|less|only))",
        ("if you",),
    ),
    Pattern(
        "any",
        r"(?:we|I) (?:may|might|could|would|can|should|will) (?:\w+ ){0,2}(?:be able to|be happy to|consider|be willing to)\b[^.]{0,80}\b(?:provide|answer|supply|comply|assist|help|respond|extract|reconsider|process)",
        ("able to", "happy to", "consider", "willing to"),
    ),
    Pattern(
        "any",
        r"(?:could|can|may|might) be (?:provided|answered|supplied|met|extracted|obtained) within",
        ("within",),
    ),
    Pattern(
        "any",
        r"(?:please|feel free to|you can|do) (?:submit|send|make) (?:us )?a (?:new|revised|refined|fresh|narrower)",
        ("submit", "send", "make"),
    ),
)
REFER = (
    Pattern(
        "any",
        r"you (?:may|might|could|can) (?:also )?(?:wish|want|like|prefer|find it (?:helpful|useful)|be interested|be able)?(?: to)? ?(?:contact|approach|redirect|re-?direct|try|ask|direct|make (?:a|your)|write to|submit|put your|consider|send|address)\b",
        ("you may", "you might", "you could", "you can"),
    ),
    Pattern(
        "any",
        r"(?:you may wish|I (?:would )?suggest|we (?:would )?suggest|it is suggested|we (?:would )?(?:recommend|advise)|I (?:would )?(?:recommend|advise)) (?:\w+ ){0,4}(?:contact|approach|direct|re-?direct|ask|send|submit|re-?submit|look|refer|that you|you (?:contact|approach|refine|narrow))",
        ("wish", "suggest", "recommend", "advise"),
    ),
    Pattern(
        "any",
        r"(?<!\bwe\s)(?<!\bI\s)(?:may|might|should|would|is likely to|are likely to|will) (?:\w+ )?(?:hold (?:this|the|some|such|that|these|relevant|further|any)|have (?:this|the|such|that) (?:information|data|figures)|be held by|be able to (?:help|assist|provide))\b",
        ("hold ", "have ", "held by", "able to"),
    ),
    Pattern(
        "any",
        r"(?:contact details|address) (?:are|is|for)\b|the following links? may",
        ("details", "address", "link"),
    ),
)
_DUTY = Cue(
    alternatives(DUTY), ("advice", "advise", "assist", "section 1", "s.1", "s1", "regulation 9", "reg")
)
_NARROW, _REFER = cues(NARROW), cues(REFER)
# Words of which a sentence that offers holds one; "may be held by" alone offers nothing.
_OFFERS = (
    *("refin", "narrow", "reduc", "limit", "restrict", "revis", "fram", "amend", "submit", "word", "short"),
    *("if you", "able to", "happy to", "consider", "willing", "within", "make"),
)
_REFERS = (
    *("you may", "you might", "you could", "you can", "may wish", "suggest", "recommend", "advise", "hold"),
    *("have", "able to", "contact", "address", "links"),
)
# Offers of another kind: help with this letter, with the review, with other languages.
_OTHER = Folded(
    r"any\s+(?:further\s+)?(?:queries|questions|concerns)\b|internal\s+review|complain|commissioner|large\s+print|braille|another\s+language|quot(?:e|ing)\s+the\s+(?:above\s+)?ref",
)
_GIVES = Folded(
    r"\b(?:provid|offer|suppl|enclos|attach|giv|releas|disclos|below|advise|suggest|help|link|following)",
)


def find_assistance(source: Source, passages: Sequence[Passage]) -> list[AssistanceRead]:
    """What the reply offers, neighbouring sentences together. ``passages`` are the authority's own words."""
    sure = [_confidence(passage) for passage in passages]
    out = []
    for run in runs(passages, [value > 0 for value in sure], apart=1):
        text, start, end = joined(source, run)
        best = max(sure[place] for place, passage in enumerate(passages) if passage in run)
        out.append(AssistanceRead(text, start, end, best))
    return out


def _confidence(passage: Passage) -> float:
    """How sure it is that a sentence offers something; 0 for what does not."""
    text = passage.text
    low = lowered(text)
    duty = _DUTY.search(text, low) is not None
    narrow = holds(low, _OFFERS) and found(_NARROW, text, low)
    refer = not narrow and holds(low, _REFERS) and found(_REFER, text, low)
    if not (duty or narrow or refer) or _OTHER.search(text):
        return 0.0
    if narrow:
        return 0.95 if duty else 0.85
    if refer:
        return 0.9 if duty else 0.7
    return 0.75 if _GIVES.search(text) else 0.0
