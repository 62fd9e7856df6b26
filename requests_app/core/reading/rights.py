"""The rights a reply states: a review by the authority, a complaint to the regulator, and the time for each.

FOIA section 17(7) asks a refusal notice for both. What the reply prints is read here; whether the period printed
is the right one is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from requests_app.core.reading.cues import Cue
from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source, squeeze
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import RightRead, RightsRead

REVIEW = (
    Pattern("any", r"internal review|(?:request|ask(?: us)?|apply|seek|require)(?:ing)?(?: for)?(?: us)?(?: to)?(?: an?)? review\b|review of (?:this|the|our|my|your) (?:\w+ ){0,3}(?:decision|response|handling|request|reply|case|way)"),
    Pattern("any", r"review (?:this|the|our|my|its) (?:decision|response|handling|actions|reply)|(?:have|has) (?:this|the \w+|your request|the matter|it|our \w+) (?:re-?viewed|re-?considered)|carry out a review|right (?:to|of) (?:a )?review|requirement for review"),
    Pattern("councils", r"(?:consider|make|lodge|submit|bring) (?:\w+ ){0,3}(?:appeals?|complaints?)\b|(?:appeals?|complaints?) (?:procedure|process|should|must|can be|may be)|(?:appeal|complain)(?: \w+){0,2} (?:against|to (?:the|our|us))\b"),
)  # fmt: skip
REGULATOR = (
    Pattern("Scotland", r"(?P<scot>Scottish Information Commissioner(?:'s Office)?)"),
    Pattern(
        "England, Wales, Northern Ireland",
        r"(?P<ico>(?:UK )?Information Commissioner(?:'s Office)?|the Commissioner|\bICO\b)",
    ),
)
_REVIEW, _REGULATOR = alternatives(REVIEW), alternatives(REGULATOR)
_COUNTS = r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-eight|thirty|forty|sixty"
_NUMBERS = dict(
    zip(_COUNTS.split("|"), (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 20, 28, 30, 40, 60), strict=True)
)
_PERIOD = Folded(
    rf"\b(?P<n>\d{{1,3}}|{_COUNTS})\s*(?:\(\s*\d{{1,3}}\s*\)\s*)?(?P<unit>(?:working|calendar|business|school)?\s*days?|(?:calendar\s+)?months?|weeks?)\b",
)
# What comes before a period in which the authority, not the requester, must act.
_THEIRS = Folded(
    r"\b(?:(?:we|I|they|council|trust|service|commissioner|panel|officer)\s+(?:will|shall|aim|hope|must|should|would|endeavour|normally|usually|look|undertake)|aims?\s+to|you\s+(?:will|should|can\s+expect\s+to)\s+(?:then\s+)?(?:receive|hear|get|have|be)|(?:response|reply|answer|outcome|result|review)\s+(?:will|should|is)\b(?!\s+be\s+(?:submitted|made|sent|requested|received\s+by))|be\s+(?:completed|concluded|dealt|answered|responded|carried|acknowledged|conducted)|respond|target|acknowledg\w+|completed)",
)
_YOURS = Folded(
    r"\b(?:you\s+(?:should|must|may|can|need|have|are\s+(?:asked|required|entitled)|wish|do\s+so|ask|request|write|contact|apply)|(?:requests?|appeals?|complaints?|applications?|reviews?|these|this|it|requirements?)\s+(?:\w+\s+){0,4}?(?:should|must|may|can|need\s+to|has\s+to|have\s+to)\s+(?:also\s+)?(?:be\s+)?(?:submitted|made|sent|received|requested|reach|put|lodged|raised|in\s+writing)|(?:of|from|after|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:receipt|receiving|this|the\s+date|our|your\s+receipt|the\s+(?:response|letter|decision|reply)))",
)
_ADDRESS = Folded(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>\"'\])|]{3,200}(?<![.,;:])")
_WRITE_TO = re.compile(
    r"\b(?:writ(?:e|ing)|contact(?:ing)?|addressed|apply(?:ing)?|request(?:s|ed)?|submitted|sent|send(?:ing)?|email(?:ing)?|complain|made|put)\s+(?:\w+\s+){0,3}?(?:to|with)?\s*(?P<to>(?:the|our)\s+(?:[A-Z][\w&'-]+)(?:\s+(?:and|of|for|the|&|[A-Z][\w&'-]+)){0,8})"
)
_NO_PROCEDURE = Folded(r"(?:no|not\s+have\s+an?)\s+internal\s+review\s+(?:procedure|process)")
_HINT = Cue(
    Folded(r"review|appeal|complain|commissioner|\bico\b"),
    ("review", "appeal", "complain", "commissioner", "ico"),
)
NEAR = 3  # sentences after the right is named in which its time limit and address stand


def find_rights(source: Source, passages: Sequence[Passage]) -> RightsRead:
    """The rights stated in a letter. ``passages`` are the whole letter's, its closing and tail included."""
    spoken = [(place, one) for place, one in enumerate(passages) if _HINT.search(one.text, one.low)]
    review = [place for place, one in spoken if _REVIEW.search(one.text) and _offers(one)]
    complaint = [place for place, one in spoken if _REGULATOR.search(one.text) and _offers(one)]
    review = [place for place in review if place not in complaint or _named_first(passages[place])]
    return RightsRead(
        _right(source, passages, review, complaint, "internal review"),
        _right(source, passages, complaint, review, "regulator"),
    )


_RIGHT_WORDS = Folded(
    r"\b(?:you|complain\w*|appeals?|dissatisfied|unhappy|right|request\w*|apply|contact|write|review)\b",
)
_QUOTED_STATUTE = Folded(
    r"guidance|decision\s+notice|tribunal|ruled|held\s+that|published\s+by|^\W*(?:I|we)\s+(?:refer|write|am\s+writing|have\s+now)\b|thank\s+you\s+for|\byour\s+request\s+for\s+(?:an?\s+)?(?:internal\s+)?review\b|seeking\s+a\s+review|(?:panel|review(?:er)?)\s+(?:met|has|have|considered|concluded|found|upheld)",
)


def _offers(passage: Passage) -> bool:
    """Whether the sentence tells the reader what they can do, and is no citing of guidance."""
    return bool(_RIGHT_WORDS.search(passage.text)) and not _QUOTED_STATUTE.search(passage.text)


def _named_first(passage: Passage) -> bool:
    """Whether the review is what the sentence offers: "If you are not content with the outcome of the internal review,
    you may complain to the Commissioner" offers a complaint.
    """
    after = re.search(
        r"(?:outcome|result|conclusion|decision|response|completion|following|after|dissatisfied\s+with|content\s+with|remain)\b[^.]{0,60}review",
        passage.text,
        re.IGNORECASE,
    )
    review, regulator = _REVIEW.search(passage.text), _REGULATOR.search(passage.text)
    return (
        after is None and review is not None and regulator is not None and review.start() < regulator.start()
    )


_TELLS_MORE = Folded(
    _PERIOD.pattern
    + "|"
    + _ADDRESS.pattern
    + r"|\b(?:complain\w*|appeals?|reviews?|commissioner|address\w*)\b",
)


@dataclass(frozen=True, slots=True)
class _Times:
    yours: re.Match[str] | None
    theirs: re.Match[str] | None


def _right(
    source: Source, passages: Sequence[Passage], own: Sequence[int], other: Sequence[int], kind: str
) -> RightRead | None:
    if not own:
        return None
    first = own[0]
    stop = min((place for place in other if place > first), default=len(passages))
    near = [place for place in range(first, stop) if any(0 <= place - each <= NEAR for each in own)]
    sentences = [
        passages[place] for place in near if place in own or _TELLS_MORE.search(passages[place].text)
    ]
    times = _times(sentences)
    text = source.printed(sentences[0].start, sentences[-1].end)
    to = _addressee(source, sentences, kind)
    within = times.yours
    sure = 0.6 + 0.15 * (len(own) > 1 or bool(to)) + 0.15 * (within is not None)
    return RightRead(
        kind,
        text[:600],
        to,
        squeeze(within[0]) if within else "",
        _amount(within),
        _unit(within),
        squeeze(times.theirs[0]) if times.theirs else "",
        sentences[0].start,
        sentences[-1].end,
        0.3 if _NO_PROCEDURE.search(text) else round(sure, 2),
    )


def _times(sentences: Sequence[Passage]) -> _Times:
    """The time for using the right, and the time in which it is answered: told by who acts before each period."""
    yours: re.Match[str] | None = None
    theirs: re.Match[str] | None = None
    for passage in sentences:
        at = 0
        for match in _PERIOD.finditer(passage.text):
            clause = passage.text[at : match.start()]
            after = passage.text[match.end() : match.end() + 60]
            at = match.end()
            mine = _last(_THEIRS, clause) > _last(_YOURS, clause)
            if mine and not (_last(_THEIRS, clause) < 0 and _YOURS.search(after)):
                theirs = theirs or match
            elif _last(_YOURS, clause) >= 0 or _YOURS.search(after) or _last(_THEIRS, clause) < 0:
                yours = yours or match
    return _Times(yours, theirs)


def _last(pattern: Folded, text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _amount(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return int(match["n"]) if match["n"].isdigit() else _NUMBERS[match["n"].lower()]


def _unit(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    low = squeeze(match["unit"].lower()).replace("business", "working").replace("calendar ", "")
    return low if low.endswith("s") else low + "s"


def _addressee(source: Source, sentences: Sequence[Passage], kind: str) -> str:
    """The address printed, else the office named; for the regulator its name."""
    text = source.printed(sentences[0].start, sentences[-1].end)
    if kind == "regulator":
        match = _REGULATOR.search(text)
        return "Scottish Information Commissioner" if match and match["scot"] else "Information Commissioner"
    address = next((m[0] for m in _ADDRESS.finditer(text) if "ico." not in m[0].lower()), "")
    named = _WRITE_TO.search(text)
    return address or (named["to"] if named else "")
