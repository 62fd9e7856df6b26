"""What stands with a section that is relied on, and with one that is not: data for ``grounds``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.beginnings import Begun
from requests_app.core.reading.cues import Cue
from requests_app.core.reading.folding import Folded

# Sections that can refuse: the cost limit, vexation and the exemptions. In Scotland sections 20 to 24 are of reviews
# and publication schemes; a section of the wrong Act is read, since a notice may name it by mistake.
FOIA_GROUNDS = frozenset({12, 14, *range(21, 45)})
FOISA_GROUNDS = frozenset({12, 14, *range(25, 45)})
SCOTTISH = Begun(
    Folded(
        r"(?-i:\bFOI\(?S\)?A\b|\bEISRs?\b|\bEI\(S\)Rs?\b|\(Scotland\)\s+(?:Act|Regulations)\s+200[24]|Scottish\s+Information\s+Commissioner)"
    ),
    ("fois", "foi(s", "eis", "ei(s", "(scotland)", "scottish"),
)

RELIANCE = Folded(
    r"\bexempt|withh[eo]ld|refus(?:e|al|ed|ing)\b|redact|except(?:ed|ion)|by\s+virtue\s+of|\bappl(?:y|ies|ied|ying|icable)\b|engaged|\brel(?:y|ies|ied|ying)\b"
    r"|vexatious|neither\s+confirm|NCND|is\s+(?:therefore\s+)?relevant|not\s+obliged|(?:not|n't)\s+(?:have|required|need)\s+to|need\s+not|invok|exceed|\bused?\b"
    r"|cit(?:ed|ing)\b|claim|uph[eo]ld|as\s+above|prejudic|protect|covered\s+by|falls?\s+(?:within|under)|attracts?|accessible|too\s+costly"
    r"|\bremoved\b|\b(?:taken|left|struck|cut|blanked|blacked)\s+out\b|\bomitted\b|\bnot\s+(?:been\s+)?(?:provided|disclosed|released|included|supplied)|in\s+accordance\s+with|pursuant\s+to|required\s+by|public\s+interest|absolute|qualified|class[\s-]based"
    r"|future\s+publication|(?:already|been)\s+published|publicly\s+available|in\s+the\s+public\s+domain|third\s+part(?:y|ies)|personal\s+(?:data|information)|commercial(?:ly)?\s+(?:interest|sensitiv)|confiden|privilege|national\s+security|law\s+enforcement",
)
NOT_HELD = Folded(r"\bnot\s+(?:\w+\s+)?(?:held|hold)\b")  # regulation 12(4)(a)
# Statute told in passing, and what would become of another request.
QUOTED = Folded(
    r"relying\s+on\s+a\s+claim|\b(?:a|any|each|every)\s+requests?\s+(?:which|that)\s+(?:is|are|was|were|has\s+been)\s+refused\b|\bright\s+(?:of|to)\s+(?:access|information)\b[^.]{0,120}\bsubject\s+to\b|\bauthorit\w+\s+(?:\w+\s+){0,3}need\s+not\s+comply",
)
# The cost limit explained in general: no word of this request.
GENERAL = Folded(r"\bpublic\s+authorit|\bauthorities\b|not\s+oblige\b")
# What this request would take.
ESTIMATE = Begun(
    Folded(
        r"\bwould\s+(?:\w+\s+){0,4}?(?:take|occupy|need|require|amount|come|equate|exceed|be)\b[^.\n]{0,80}?\b\d[\d,]*(?:\.\d+)?\s+(?:\w+\s+)?hours\b",
    ),
    ("would",),
)
# "We can't do this within the 18 hours": cost, by its hours alone.
WITHIN_HOURS = Begun(
    Folded(r"\b(?:not|n't|unable)\b[^.\n]{0,80}\bwithin\s+(?:the\s+|those\s+)?(?:18|24)\s+hours\b"),
    ("not", "n't", "unable"),
)
EXCEEDS = Begun(
    Folded(
        r"\bexceed|\b(?:over|above|beyond|outside)\s+the\b[^.\n]{0,30}\blimit|\bappropriate\s+(?:limit|level)",
    ),
    ("exceed", "over", "above", "beyond", "outside", "appropriate"),
)
CONDITIONAL = Cue(
    Folded(
        r"\b(?:may|might|could)\s+(?:also\s+|still\s+|well\s+|then\s+|have\s+to\s+|need\s+to\s+|be\s+)*(?:appl(?:y|ied|icable)|engaged?|exempt|relevant|relied|rely|refused?|withh[eo]ld)"
        r"|^\W*(?:if|should|were)\s+you\b|^\W*unless\b",
    ),
    ("may", "might", "could", "if", "should", "were", "unless"),
)
# What nobody but the authority says ...
ASSERTED = Folded(
    r"\b(?:is|are|was|were|been|being|it)\s+(?:(?:therefore|thus|also|both|all|considered|hence|accordingly|now|partly|in\s+part|wholly|fully)\s+){0,2}(?:exempt(?:ed)?|withheld|refused|excepted|redacted)\b"
    r"|\b(?:I|we|council|trust|force|police|constabulary|service|department|ministry|office|university|college|authority|board|agency|government)\b[^.?]{0,80}?\b(?:rel(?:y|ies|ied|ying)|appl(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|withh(?:eld|old|olding)|cit(?:e|ed|ing)|not\s+obliged|uphold|upheld)\b"
    r"|\b(?:therefore|also|thus)\s+(?:applies|apply|engaged)\b|\b(?:is|are)\s+engaged\b|\bexempt\s+(?:from\s+disclosure\s+)?(?:under|by|in\s+terms)\b|^\W*(?:withheld|exempt|refused|redacted)\b",
)
# ... and what the requester says of it.
ASKING = Folded(
    r"\?|\bplease\b|\b(?:I|we)\s+(?:believe|understand|think|would|wish|expect|accept|do\s+not|am\s+aware|are\s+aware|appreciate|know|ask|request|note\s+that\s+section)\b|\b(?:could|can|do|did|have|why|if)\s+(?:\w+\s+)?you\b|\bif\b.{0,60}\bappl",
)
NEGATED_AFTER = Folded(
    r"^[^\w.;\n]{0,3}(?:\([^)\n]{0,60}\)\s*)?(?:of\s+(?:the\s+)?\w+\s+)?(?:does|do|did|is|are|was|were|has|have|had|should|could|can)(?:\s+not|n't|\s+no\s+longer)\s+(?:\w+\s+){0,3}?(?:appl|engag|relied|used|relevant|cited)",
)
NEGATED_BEFORE = Folded(
    r"(?:\bno\s+longer|\bnot|n't|\bwithdraw\w*|\bceased?\s+to)\s+(?:\w+\s+){0,2}?(?:rel(?:y|ied|ying)\s+(?:\w+\s+)?(?:on|upon)|appl(?:y|ied|ying)|cit(?:e|ed|ing)|us(?:e|ed|ing)|invok\w+|our\s+reliance\s+on)\s+(?:the\s+)?(?:exemption\s+(?:in|at|under)\s+)?$",
)
# Things named after a section of another Act: "a section 21 notice".
NOUN = re.compile(
    r"\s+(?:[Nn]otices?|[Oo]rders?|[Aa]greements?|[Oo]fficers?|powers?|applications?|evictions?|enquir(?:y|ies)|investigations?|contributions?|funding|monies|money|payments?"
    r"|works|areas?|offences?|interviews?|stops?|search(?:es)?|zones?|licen[cs]es?|appeals?|certificates?|reports?|assessments?|care|patients?|detentions?|warrants?|assaults?|wounding|gbh|firearms?|dispersals?|planning|obligations?)\b",
)
_OTHER_AFTER = re.compile(
    r"\s*,?\s*(?:of\s+|under\s+|in\s+)?(?:the\s+)?(?P<name>(?:(?:[A-Z][\w'&-]*|and|of|the|in|for|to|at|on|by|with|from|against|etc\.?|\([A-Z][^)\n]{0,50}\)),?\s+){1,10})(?:Act|Order|Regulations|Rules|Measure)\b"
)
_SHORT_AFTER = re.compile(
    r"\s*,?\s*(?:of\s+)?(?:the\s+)?(?:(?!FOI)[A-Z]{2,5}A|PACE|RTA|RIPA|MHA|CJA|DPA|UK\s?GDPR|GDPR|HTMA|LGA|TCPA|POA|RIDDOR|COSHH|CDM|PUWER|GMS|CPR)\b"
)
_OTHER_BEFORE = re.compile(
    r"\b(?P<name>[A-Z][\w']*)\s+(?:Act|Order)(?:\s+\(Scotland\))?(?:\s+\d{4})?(?:\s+\((?!FOI)[A-Z]{2,6}\)\s+(?:at|in|by|under))?\W{0,3}$|\b(?P<short>PACE|RTA|RIPA|MHA|CJA|HTMA)\b,?\s*(?:\d{4},?\s*)?$"
)
_INFORMATION = re.compile(r"\b(?:Information|FOIA?|FoIA?|FOISA|FoI|EIRs?|EISRs?|Disclosure\s+Log)\b")


def names_another_act(before: str, after: str) -> bool:
    """Whether the words around a citation make it one of another Act."""
    named = _OTHER_AFTER.match(after)
    if named and not _INFORMATION.search(named["name"]) and named["name"].strip() not in ("the", "The"):
        return True
    if _SHORT_AFTER.match(after):
        return True
    earlier = _OTHER_BEFORE.search(before)
    return earlier is not None and (
        earlier["short"] is not None
        or earlier["name"] not in ("Information", "FOI", "FoI", "The", "This", "That")
    )


ENVIRONMENTAL = Begun(
    Folded(r"\bEI[SR]R?s?\b|\bEnvironmental\s+Information|\b1[02]\s?\(\s?[45]\s?\)\s?\("),
    ("eir", "eis", "environmental", "10", "12"),
)


def is_regulation_ground(number: int, printed: str, *, scottish: bool) -> bool:
    """Whether a regulation refuses: EIR 12 and 13 and what is public already (6); the Scottish ones 10 and 11, of
    which 11 is a review in the EIR.

    Regulation 12(1) and (2) say how exceptions are weighed and are none.
    """
    if re.match(r"(?:12|10)\s?\(\s?[12]\s?\)", printed):
        return False
    if number == 11:
        return scottish
    return number in (6, 12, 13) or (number == 10 and (scottish or "(" in printed))


# Subsections that say when another applies, by section. In Scotland section 38 is of personal data.
_EXPLANATIONS = tuple(re.compile(pattern) for pattern in (r"40\((?:3|4|6|7)", r"36\((?:5|6|7)"))
_SCOTTISH_EXPLANATIONS = (*_EXPLANATIONS, re.compile(r"38\((?:2|3|4|5)"))


def is_explanation(key: str, keys: Sequence[str], *, scottish: bool) -> bool:
    """Whether a subsection only says when another, which is named too, applies: 40(3A) beside 40(2)."""
    for pattern in _SCOTTISH_EXPLANATIONS if scottish else _EXPLANATIONS:
        if pattern.match(key):
            section = key[:3]
            return any(other.startswith(section) and not pattern.match(other) for other in keys)
    return False
