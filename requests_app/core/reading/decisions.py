"""The decision on the request as a whole: formulas that state it, and what answers come to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.lines import Source, lower
from requests_app.core.reading.records import Finding
from requests_app.core.states import Decision, Outcome

# Formulas with the letters that each begins with.
STATED = (
    (
        Decision.IN_FULL,
        ("disclos", "decision", "decided", "provid"),
        r"disclos(?:e|ing) (?:all (?:of )?)?(?:the )?(?:located |requested )?information (?:to you )?in full|(?:decision|decided) (?:has been taken )?to (?:disclose|release|provide) (?:\w+ ){0,5}in full|provid(?:e|ing) you with all (?:of )?the information",
    ),
    (
        Decision.IN_PART,
        (
            "not",
            "disclos",
            "information",
            "enclos",
            "attach",
            "provid",
            "part",
            "release",
            "supply",
            "some",
            "can",
            "unable",
            *(word + space for word in ("it", "in") for space in " \n\r\t\f"),
        ),
        r"not required (?:by statute )?to (?:release|disclose|provide) all (?:of )?(?:the|this)|disclose (?:some|part) of the (?:requested |located )?information|(?:information|it) (?:you have )?(?:requested )?is held in part|(?:enclose|attach|provide) (?:a copy of )?(?:some|most|part|much) of the information|(?:partial|part) (?:disclosure|refusal)|(?:partially|partly) (?:disclos|releas|provid|refus|withh)\w+|(?:release|provide|disclose|supply) (?:the |this )?(?:\w+ ){0,2}information (?:to you )?in part|(?:release|provide|disclose|supply) (?:this|it|the same) in part|some of (?:it|this|the information(?: (?:that )?you (?:have )?requested)?) (?:is|has been|are) (?:being )?(?:withheld|exempt|redacted)|disclos\w+ in part|some (?:of (?:it|this|the information) )?(?:is|are|has been) (?:being )?(?:disclosed|released|provided)\b|in the enclosures there are redactions|(?:cannot|can not|can't|unable to|not be able to|not able to) (?:be )?(?:disclos|releas|provid|suppl)\w* (?:it |this |all )?(?:in whole|in full|in its entirety)",
    ),
    (
        Decision.IN_FULL,
        ("decided", "decision", "able", "pleased"),
        r"\b(?:decided|decision \w+ \w+ \w+|able|pleased) to (?:disclose|release) (?:the (?:located |requested )?information|this)(?: to you)?\b(?! in part)",
    ),
)
_STATED = tuple(
    (decision, Begun(alternatives((Pattern("any", pattern),)), begins))
    for decision, begins, pattern in STATED
)
# A sentence about the whole request: "your request is refused", not "question 2 is refused".
_WHOLE = Folded(
    r"your\s+requests?\b|\b(?:one|any)\s+(?:part|element|question)\s+of\s+(?:a|the|your)\s+request\b|the\s+information\s+(?:that\s+)?you\s+(?:have\s+)?(?:requested|asked|sought)|information\s+(?:within|in)\s+(?:the\s+)?scope|requested\s+information|the\s+whole\s+(?:of\s+(?:the|your)\s+)?request|complying\s+with\s+(?:your|the)\s+request|the\s+following\s+exemptions?|the\s+information\b",
)


_ONE = Folded(
    r"\b(?:questions?|parts?|points?|items?|requests?)\s+(?:(?:at|under|in|numbers?|nos?\.?)\s+)?\(?\d|\b(?:first|second|third|fourth|fifth|sixth|last|final)\s+(?:question|part|point|item|request)|\bthis\s+(?:question|part|point)\b",
)


def stated_decision(source: Source, start: int, end: int) -> tuple[Decision, Finding] | None:
    """A decision written down between two offsets, in a formula of its own."""
    best: tuple[Decision, Finding] | None = None
    for decision, pattern in _STATED:
        match = pattern.search(source.text, source.low, start, end)
        if match and _ONE.exact.search(
            source.text, match.start(), _sentence_end(source.text, match.end(), end)
        ):
            continue  # of one question, not of the whole
        if match and (best is None or match.start() < best[1].start):
            best = decision, Finding("decision", source.printed(*match.span()), *match.span(), 0.9)
    return best


def _sentence_end(text: str, at: int, end: int) -> int:
    """Where the sentence ends that goes on at a place; 60 characters on at the most."""
    stop = _FULL_STOP.search(text, at, min(end, at + 60))
    return stop.start() if stop else min(end, at + 60)


_FULL_STOP = re.compile(r"[.!?](?=\s)|\n\s*\n")


def states_decision(text: str) -> bool:
    """Whether a line states the decision on the whole request in a formula."""
    low = lower(text)
    return any(pattern.search(text, low) for _, pattern in _STATED)


# A notice that speaks of itself, and of no single question.
_NOTICE = Folded(
    r"^(?!.*\b(?:questions?|part|point)\b).*\b(?:this\s+(?:letter|response|reply|e-?mail|notice)\b|our\s+(?:legal\s+)?obligations?)",
    re.DOTALL,
)


def is_whole(sentence: str) -> bool:
    """Whether a sentence speaks of the request as a whole, not of one question."""
    return _WHOLE.search(sentence) is not None and _ONE.search(sentence) is None


def whole_decision(sentences_read: Iterable[tuple[str, Outcome]]) -> Decision | None:
    """The decision that sentences about the request as a whole state, when they agree. Cost is of the whole request
    whatever is given beside it as a gesture of goodwill.
    """
    said = [
        outcome
        for text, outcome in sentences_read
        if outcome in _AS_DECISION and (is_whole(text) or _NOTICE.search(text))
    ]
    kinds = list(dict.fromkeys(said))
    if Outcome.COST_LIMIT in kinds and Outcome.DISCLOSED_IN_PART not in kinds:
        return Decision.COST_LIMIT
    return _AS_DECISION[kinds[0]] if len(kinds) == 1 else None


_COMPLYING = Folded(
    r"your\s+(?:\w+\s+){0,2}(?:requests?|enquiry|correspondence|e-?mail)\b|\bcomply(?:ing)?\b|\bwhole\s+(?:of\s+(?:the|your)\s+)?request|\brespond\s+to\s+your|\ball\s+(?:of\s+)?the\s+(?:requested\s+)?information|information\s+(?:that\s+)?you\s+(?:have\s+)?(?:requested|asked|seek|sought|require)|requested\s+information|information\s+(?:with)?in\s+(?:the\s+)?scope|\bthis\s+request|\bthis\s+(?:letter|response|reply|notice)\s+(?:is|acts|serves)\b|\bour\s+obligations?|\bthe\s+request\s+is",
)


def whole_outcome(sentences_read: Iterable[tuple[str, Outcome]]) -> Outcome | None:
    """What sentences say became of the request itself, when they agree: it holds for every question that has no answer
    of its own. A partial disclosure says nothing of any one question.
    """
    kinds = {
        outcome
        for text, outcome in sentences_read
        if (outcome in _AS_DECISION or outcome is Outcome.NOT_FOI)
        and _COMPLYING.search(text)
        and _ONE.search(text) is None
    }
    if Outcome.DISCLOSED_IN_PART in kinds:
        return None
    if Outcome.COST_LIMIT in kinds:
        return Outcome.COST_LIMIT
    return kinds.pop() if len(kinds) == 1 else None


_AS_DECISION = {
    Outcome.NCND: Decision.NCND,
    Outcome.REFUSED: Decision.REFUSED,
    Outcome.COST_LIMIT: Decision.COST_LIMIT,
    Outcome.NOT_HELD: Decision.NOT_HELD,
    Outcome.DISCLOSED_IN_PART: Decision.IN_PART,
}


def inferred_decision(outcomes: Sequence[Outcome]) -> Decision | None:
    """What the answers come to, taken together; ``None`` where nothing is answered."""
    counted = {outcome for outcome in outcomes if outcome not in (Outcome.NOT_FOI, Outcome.UNANSWERED)}
    if not counted:
        return None
    if counted == {Outcome.DISCLOSED}:
        return Decision.IN_FULL
    if counted <= {Outcome.DISCLOSED, Outcome.DISCLOSED_IN_PART}:
        return Decision.IN_PART
    if len(counted) == 1:
        return _AS_DECISION[counted.pop()]
    return Decision.MIXED
