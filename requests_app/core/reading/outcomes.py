"""What became of a question, from the words of its answer; and the decision, written down or inferred."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from requests_app.core.reading.families import Pattern, alternatives
from requests_app.core.reading.lines import Source
from requests_app.core.reading.records import Finding
from requests_app.core.states import Decision, Outcome

NCND = (
    Pattern(
        "any",
        r"neither (?:be )?confirm(?:ed|s|ing)? (?:n?or) den(?:y|ied|ies|ying)|NCND|neither confirms or denies",
    ),
)
NOT_FOI = (
    Pattern(
        "Met",
        r"falls? under normal business|(?:is |be )?not (?:be )?dealt with under (?:the )?(?:FOIA?|Freedom|Act)|as normal business|normal course of business",
    ),
    Pattern(
        "any",
        r"not (?:a )?(?:valid|recorded) (?:FOI |information )?request|outside (?:the scope of )?the (?:FOI|Freedom of Information) Act|dealt with as (?:a )?(?:general enquiry|business as usual|subject access)",
    ),
)
COST = (
    Pattern(
        "any",
        r"(?:would|will|to|it|this|request|far|likely|clearly|therefore|information|and|which|costs?) (?:\w+ ){0,2}exceeds? (?:the |our |this )?(?:\W?\w+\W? ){0,4}\W?(?:limit|level|threshold|\u00a3\d{3}|\d\d hours|\(cost)",
    ),
    Pattern(
        "any",
        r"(?:applicable|appropriate) (?:costs? )?(?:limit|level|threshold) (?:is|would be|has been|was) exceeded|in excess of (?:the )?(?:appropriate (?:cost )?(?:limit|level)|18 hours|24 hours|\u00a3450|\u00a3600)",
    ),
    Pattern(
        "any",
        r"(?:take|taking|be|over|exceeds?|than) (?:\w+ ){0,5}(?:18|24) hours|within the appropriate \W?(?:cost|time)?\W? ?(?:limit|level)|over the (?:appropriate|cost|18|\u00a3450|\u00a3600)",
    ),
    Pattern(
        "any",
        r"not (?:held|recorded|stored|available) in a (?:readily |easily |centrally )?(?:retrievable|searchable|reportable) (?:format|form|manner|way)",
    ),
    Pattern(
        "any",
        r"section 12(?: ?\(\d\))? (?:\w+ ){0,6}(?:applies|is engaged|to refuse|has been applied)|(?:refus\w+|exempt\w*) (?:\w+ ){0,8}(?:under|by virtue of) (?:section|s\.?) ?12\b",
    ),
)
NOT_HELD = (
    Pattern(
        "any",
        r"(?:do|does|did|would) not (?:currently |actually |centrally |itself |routinely |specifically |now )?(?:hold|have|possess|record|collect|collate|keep|retain)(?:,? (?:or|nor) (?:hold|collate|record|collect))? (?:or \w+ )?(?:any |the |this |that |these |such |a |an |recorded |relevant |requested |specific |separate |all |some )*(?:further )?(?:recorded )?(?:information|data|records?|figures?|documents?|correspondence|copies|copy|policy|it|details?|statistics|report|material|minutes)?",
    ),
    Pattern(
        "any",
        r"not held|no (?:recorded |relevant |such )*(?:information|data|records?|documents?) (?:is |are |was |were |has been |have been )?(?:held|found|located|recorded|about)|(?:is|are) not (?:recorded|collated|collected|captured|held)(?! in)",
    ),
    Pattern(
        "any",
        r"(?:hold|have|has|holds|held|holding|found|located) no (?:recorded |relevant |such )*(?:information|data|records?|figures?|documents?)|there (?:is|are|were|was) no (?:minutes|records?|recorded|information|documents?) (?:held|of|in)",
    ),
    Pattern(
        "any",
        r"(?:formal )?notice (?:under|in terms of) section 17 ?\(1\)[^.]{0,40}(?:FOISA|Scotland|2002)|information not held|no information held|(?:do|does) not have a figure",
    ),
)
REFUSED = (
    Pattern(
        "any",
        r"(?:is|are|was|were|be|been|being|therefore|considered|deemed)(?: \w+){0,3} (?:exempt(?:ed)?|withheld|withholding)\b|exempt (?:from (?:disclosure|release)|under|by virtue|information under|pursuant)",
    ),
    Pattern(
        "any",
        r"(?:following|an|this|the|these) (?:exemption|exception)s? (?:[\w().]+ ){0,8}(?:appl(?:y|ies)|(?:is|are) engaged)",
    ),
    Pattern(
        "any",
        r"(?:am|are|is|have|has|to|been) (?:\w+ )?refus(?:e|ing|ed)\b|refusal (?:notice )?for|withhold(?:ing)? (?:this|the|it|some|your)",
    ),
    Pattern(
        "any",
        r"(?:deemed|consider\w*|are|is|request) (?:\w+ ){0,4}(?:to be )?vexatious|rely(?:ing)? (?:up)?on (?:the )?(?:exemption|section|s\.)",
    ),
    Pattern(
        "any",
        r"(?:already |reasonably )+accessible (?:to you )?(?:by|via|through|at|on|in)?|(?:section|s\.?) ?(?:21|22|40|31|30|43|36|38|41|42|24|23|14)\b(?: ?\(\w+\))* (?:applies|is relevant|is engaged|exemption)",
    ),
    Pattern(
        "any",
        r"(?:unable|not able|not possible|cannot|can't|decline|not obliged) (?:\w+ ){0,3}(?:disclose|release|supply|share)\b",
    ),
)
REDACTED = (
    Pattern(
        "any",
        r"(?:redact(?:ed|ions?|ing)|(?:exemption|exception|section|regulation)s? (?:[\w().]+ ){0,6}appl(?:y|ies) to (?:some|part|certain|elements)|(?:some|names?|details?|certain|part|elements?) (?:\w+ ){0,6}(?:withheld|removed|exempt))",
    ),
)
PARTLY = (
    Pattern(
        "any",
        r"not possible to provide (?:\w+ ){0,6}(?:in the (?:detail|format|form)|requested)|held in part|hold some of|part(?:ly|ially)? (?:held|disclosed)|unable to provide (?:a|the) (?:breakdown|detail)",
    ),
)
WAITING = (
    Pattern(
        "any",
        r"(?:we |currently |now |still )*await(?:ing|s)?\b|(?:are|is) waiting (?:for|on)|(?:yet|still) to be (?:decided|confirmed|determined|agreed|published)|no decision has (?:yet )?been|subject to (?:a |any |future )?(?:decision|review|approval)|(?:under|subject to) (?:active )?(?:review|consideration)|to be confirmed|TBC",
    ),
)
BACK = (
    Pattern(
        "any",
        r"(?:please )?(?:see|refer to) (?:the )?(?:above|previous|earlier)(?: (?:answer|response|reply)s?)?|(?:as|see) (?:per )?(?:above|(?:answer|response|question|q|point) ?\d{1,2})|(?:as|same as) (?:for |per |in )?(?:the )?(?:above|(?:question|q|answer|response) ?\d{1,2})|(?:please )?see (?:our |the |my )?(?:response|answer|reply) (?:to|at|above)",
    ),
)

_NCND, _NOT_FOI, _COST = alternatives(NCND), alternatives(NOT_FOI), alternatives(COST)
_NOT_HELD, _REFUSED, _REDACTED = alternatives(NOT_HELD), alternatives(REFUSED), alternatives(REDACTED)
_PARTLY, _WAITING, _BACK = alternatives(PARTLY), alternatives(WAITING), alternatives(BACK)
_SENTENCE = re.compile(r"[^.?!\n]+(?:[.?!](?!\s|$)[^.?!\n]*)*[.?!]?")
_FIGURES = re.compile(r"(?<![\w(./-])(?!(?:19|20)\d\d\b)(?:\u00a3\s?)?\d[\d,]*(?:\.\d+)?%?(?![\w/(-])")
_GIVEN = re.compile(
    r"\b(?:see|find)\s+(?:the\s+)?(?:attached|enclosed|below|spreadsheet|table|link)|(?:is|are)\s+(?:attached|enclosed|provided|set\s+out|shown)|following\s+table|\b(?:we|i)\s+(?:enclose|attach)\b|attached\s+(?:reports?|documents?|spreadsheet)|table\s+below|\b(?:is|are)\s+as\s+follows",
    re.IGNORECASE,
)


# In the order in which they win within a sentence. Plain words first: a formula holds one of them, and most
# sentences hold none, so that few are searched for whole formulas.
_FORMULAS = (
    (Outcome.NCND, _NCND, ("confirm", "ncnd")),
    (Outcome.DISCLOSED_IN_PART, _PARTLY, ("not possible", "held in", "some of", "part", "breakdown", "detail")),
    (Outcome.COST_LIMIT, _COST, ("exceed", "excess", "hours", "appropriate", "over the", "format", "manner", "form", "way", "12")),
    (Outcome.DISCLOSED_IN_PART, _REDACTED, ("redact", "withheld", "removed", "exempt", "appl")),
    (
        Outcome.REFUSED,
        _REFUSED,
        ("exempt", "withh", "exception", "refus", "vexatious", "rel", "accessible", "applies", "relevant", "engaged", "disclose", "supply", "share"),
    ),
    (Outcome.NOT_HELD, _NOT_HELD, ("not", "no ", "held")),
    (Outcome.UNANSWERED, _WAITING, ("await", "waiting", "to be", "tbc", "decision", "subject to", "review", "consideration")),
)  # fmt: skip
_LONGEST_SENTENCE = 1200  # characters; what goes on longer is read in pieces


def sentences(text: str) -> list[str]:
    """The sentences of a text; a number's point does not end one."""
    out: list[str] = []
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence.strip(" ."):
            out.extend(
                sentence[at : at + _LONGEST_SENTENCE] for at in range(0, len(sentence), _LONGEST_SENTENCE)
            )
    return out


def outcome_of(text: str) -> Outcome:
    """What an answer's words make of its question. A back reference is the caller's to follow."""
    if not text.strip(" .-:\n"):
        return Outcome.UNANSWERED
    if _NOT_FOI.search(text):
        return Outcome.NOT_FOI
    return combine([(sentence, kind_of(sentence)) for sentence in sentences(text)])


@lru_cache(maxsize=1024)
def kind_of(sentence: str) -> Outcome:
    """What one sentence says; anything that gives no formula counts as disclosed."""
    low = re.sub(r"\s+", " ", sentence.lower())
    for outcome, pattern, hints in _FORMULAS:
        if any(hint in low for hint in hints) and pattern.search(sentence):
            return outcome
    return Outcome.DISCLOSED


def combine(read: Sequence[tuple[str, Outcome]]) -> Outcome:
    """One outcome for the sentences of one answer. What is given first and then limited is given in part."""
    said = {kind for _, kind in read}
    if said <= {Outcome.UNANSWERED}:
        return Outcome.UNANSWERED
    if Outcome.DISCLOSED_IN_PART in said:
        return Outcome.DISCLOSED_IN_PART
    gives = any(kind is Outcome.DISCLOSED and _gives(sentence) for sentence, kind in read)
    for outcome in (Outcome.NCND, Outcome.REFUSED, Outcome.COST_LIMIT, Outcome.NOT_HELD):
        if outcome in said:
            limited = gives and outcome is not Outcome.NCND
            return Outcome.DISCLOSED_IN_PART if limited else outcome
    return Outcome.DISCLOSED


_ESTIMATE = re.compile(
    r"\b(?:would|estimate[ds]?|per\s+(?:file|record|hour|case)|minutes|hours|limit|search(?:ed|es|ing)?|section|act)\b",
    re.IGNORECASE,
)


_RIGHTS = re.compile(
    r"\b(?:refusal|notice|complain\w*|appeal|review|information\s+sheet|annex)\b", re.IGNORECASE
)


def _gives(sentence: str) -> bool:
    """Whether a sentence gives something: a thing attached, or figures that are no estimate of work."""
    if _GIVEN.search(sentence):
        return not _RIGHTS.search(sentence)
    return len(_FIGURES.findall(sentence)) >= 2 and not _ESTIMATE.search(sentence)


def is_back_reference(text: str) -> bool:
    """Whether an answer only points to another one."""
    return len(text) < 200 and _BACK.search(text) is not None


# The decision on the request as a whole

STATED = (
    (
        Decision.IN_FULL,
        r"disclos(?:e|ing) (?:all (?:of )?)?(?:the )?(?:located |requested )?information (?:to you )?in full|(?:decision|decided) (?:has been taken )?to (?:disclose|release|provide) (?:\w+ ){0,5}in full|provid(?:e|ing) you with all (?:of )?the information",
    ),
    (
        Decision.IN_PART,
        r"disclose (?:some|part) of the (?:requested |located )?information|(?:information|it) (?:you have )?(?:requested )?is held in part|(?:enclose|attach|provide) (?:a copy of )?(?:some|most|part|much) of the information|(?:partial|part) (?:disclosure|refusal)|some of the information (?:you (?:have )?requested )?(?:is|has been|are) (?:being )?(?:withheld|exempt|redacted)|disclos\w+ in part|in the enclosures there are redactions",
    ),
    (
        Decision.IN_FULL,
        r"(?:decided|decision \w+ \w+ \w+|able|pleased) to (?:disclose|release) (?:the (?:located |requested )?information|this)(?: to you)?\b",
    ),
)
_STATED = tuple((decision, alternatives((Pattern("any", pattern),))) for decision, pattern in STATED)
# A sentence about the whole request: "your request is refused", not "question 2 is refused".
_WHOLE = re.compile(
    r"your\s+requests?\b|the\s+information\s+(?:that\s+)?you\s+(?:have\s+)?(?:requested|asked|sought)|information\s+(?:within|in)\s+(?:the\s+)?scope|requested\s+information|the\s+whole\s+request|complying\s+with\s+(?:your|the)\s+request|the\s+following\s+exemptions?|the\s+information\b",
    re.IGNORECASE,
)


def stated_decision(source: Source, start: int, end: int) -> tuple[Decision, Finding] | None:
    """A decision written down between two offsets, in a formula of its own."""
    best: tuple[Decision, Finding] | None = None
    for decision, pattern in _STATED:
        match = pattern.search(source.text, start, end)
        if match and (best is None or match.start() < best[1].start):
            best = decision, Finding("decision", source.printed(*match.span()), *match.span(), 0.9)
    return best


def states_decision(text: str) -> bool:
    """Whether a line states the decision on the whole request in a formula."""
    return any(pattern.search(text) for _, pattern in _STATED)


def whole_decision(sentences_read: Iterable[tuple[str, Outcome]]) -> Decision | None:
    """The decision that sentences about the request as a whole state, when they agree."""
    said = [outcome for text, outcome in sentences_read if outcome in _AS_DECISION and _WHOLE.search(text)]
    if not said:
        return None
    kinds = list(dict.fromkeys(said))
    return _AS_DECISION[kinds[0]] if len(kinds) == 1 else None


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
