"""How people ask, and what in a request is no question: formats, scope, courtesies.

Patterns over words, kept apart from the code that uses them so that each can be read, argued with and tried.
"""

from __future__ import annotations

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.memory import kept


def _start(pattern: str) -> Folded:
    return Folded(r"^\W{0,4}(?:" + spaced(pattern) + ")")


INTERROGATIVE = (
    r"how (?:many|much|often|long|old|is|are|was|were|do|does|did|has|have|would|will|can|could|frequently|they)|what|which|when|where(?! (?:possible|available|applicable|this|these|they|data))|who|whose|whom|why|whether"
    r"|is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|may"
)
_VERBS = r"provide|supply|state|give|tell|send|list|confirm|detail|include|outline|explain|describe|disclose|advise|let|specify|share|break|identify|forward|release|set out|say|indicate|answer|show|release|furnish|clarify|also"
# A line that asks for something.
ASKS = _start(
    rf"(?:(?:and|also|or|but|then|finally|lastly|secondly|next),? )?(?:{INTERROGATIVE})\b"
    r"|(?:also,? (?:under|in|for|with) [^,]{2,40}, )?(?:and |also,? |in addition,? |additionally,? |further(?:more)?,? |finally,? |then |next,? |lastly,? ){0,3}(?:please|kindly|can you|could you|would you|may (?:i|we)|can (?:i|we)|could (?:i|we)|i(?: also)?(?:'d| would| should)? (?:also )?(?:like|want|wish|request|ask|seek)|i(?:'m| am) (?:also )?(?:requesting|asking|seeking|looking|interested|writing to (?:request|ask))|we (?:would )?(?:also )?(?:like|want|wish|request|ask|seek)|you (?:also |then |further |next )?(?:asked|want|requested))"
    rf"|(?:{_VERBS}) (?:me |us )?(?:with |the |a |an |any |all |how |what |which |whether |copies |details |each )"
    r"|(?!the (?:(?!who|that|which|where|when|by|of)\w+ ){0,6}(?:is|are|was|were|has|have)\b)(?:a|an|any|all|the|each|every|full|total|most recent|latest|current|annual|overall)(?: \w+){0,3} (?:cop(?:y|ies)|lists?|numbers?|amounts?|figures?|breakdowns?|details?|totals?|dates?|names?|costs?|values?|information|documents?|records?|correspondence|reports?|minutes|data|policies|policy|percentages?|proportion|reasons?|spend|expenditure|e-?mails?|messages?|statistics|summary|types?|ages?|sums?|budgets?)\b"
    r"|(?:cop(?:y|ies)|lists?|number|numbers|total|details?|breakdowns?|dates?|names?|figures|information|minutes|correspondence|amount|data|statistics|summary) (?:of|on|about|for|regarding|relating|between|held|showing)"
    r"|(?!(?:(?!who|that|which|where)\w+ ){0,8}(?:is|are|was|were)\b)(?:average|mean|median|amounts?|costs?|price|percentages?|proportion|rates?|value|salar(?:y|ies)|spend|spending|income|expenditure|reasons?|ages?|job titles?) (?:of|on|for|paid|spent|in|by|to|per|\w+ time)\b"
    r"|total (?:\w+ ){0,2}(?:spent|paid|received|spend|cost|number)\b|(?:provide|supply|state|give|tell|send|list|describe|explain|specify|show|detail|let me have) \w"
    r"|(?:all|any|every) (?!of (?:the|these|those)|the |this |that |you|i |we |other )(?:\w+,? ){0,3}(?!(?:as|is|was|has|this|its|us|thus)\b)\w+s\b(?! (?:are|were|have|will|should|must|can)\b)"
    r"|(?:out )?of (?:these|those|them)\b|then the same\b|(?:my|the) request is (?:for|as follows)\b|i would be interested (?:to|in)\b"
    r"|(?:under|in accordance with|pursuant to) (?:the )?(?:freedom|foi|environmental|provisions)\b.{0,120}\b(?:please|(?:i|we) (?:\w+ ){0,2}(?:request|ask|want|seek)|would like|provide me|can you|could you)"
    r"|(?:for|in|during|since|from|over|within|between|as of|at|on|of|to|by) .{3,120}?(?:,|-)? (?:please|how many|how much|how often|can you|could you|i would like|i(?: am| would)? (?:want|request|like|seek|after|looking)|i am after)\b"
)
# Politeness that carries a request: "I would be grateful if you could provide ...".
POLITE = _start(
    r"(?:i|we) (?:would|should)(?: also)? (?:be (?:very |most |also )?grateful|appreciate it|be obliged) (?:if|for)(?! an? (?:acknowledge|reply|response|early|prompt))(?: you)?\b|(?:it would be (?:helpful|useful)|i hope) if you (?:could|would|can) (?:please )?(?:provide|send|supply|tell|confirm)"
)
# "Under the Act I request the following information": the questions are still to come.
ANNOUNCES = Folded(
    r"^(?!.*\?).*\b(?:(?:request|provide|supply|ask\s+for|like|want|answer|tell\s+me|disclose|send|give|let\s+me\s+have|know|respond\s+to|release|wish|see|seek|receive|obtain|have)\b.{0,40}\bfollowing(?:\s+(?:information|questions?|details|data))?(?:\s[^.?!]{0,80}:)?|(?:answer|find)\b.{0,30}\bquestions?(?:\s+below)?)\W*$",
)
# A sentence that only makes sense with the question before it.
DEPENDENT = _start(
    r"(?:if (?:so|not|yes|no|they|possible|any|available|the answer|applicable|held|it (?:is|was|has|does)|you (?:do|did|have (?:done|such)))\b|where (?:possible|available|applicable|this|these|they)|for (?:each|every|all)\b"
    r"|(?:please )?(?:could|can|would) (?:this|these|it|you (?:please )?(?:break|split)) |(?:please )?(?:break|split|broken)\b|(?:and )?(?:for|in) (?:each|every) (?:of|case|such|one)|please (?:also )?(?:include|break|split|specify|separate|express|show|exclude|indicate|state whether)|include\b|including\b|count (?:those|all)|(?:and )?(?:i(?: would|'d) (?:also )?(?:like|want) )?(?:then )?the same (?:for|again|information for|figures for|breakdown)[^.?!:-]{0,70}(?:[.?!]|$)|e\.?g\.?\b|i\.?e\.?\b|for example|such as|for instance|this (?:should|includes?|can|could|would|relates?|is)|these (?:should|include|can|are)|by this|namely|\(|or |and )"
)
# Wishes about form, scope, cost and courtesy: no questions, even where they end in a question mark.
NOT_A_QUESTION = _start(
    r"(?:(?:please|kindly|could you please|i would (?:like|prefer|appreciate)|i'd (?:like|prefer)|i should (?:like|prefer)|can you please) )?(?:use|answer (?:each|these|this|the|all)|(?:provide|send|supply|give|return|forward|respond|reply|let me have)(?: \w+){0,8} (?:in (?:an? )?(?:excel|csv|electronic|digital|machine|spreadsheet|word|pdf|tabular|table|the (?:attached|form|format|same))|by e-?mail|to (?:this|the following|my) (?:e-?mail|address)|(?:as|on|using) an? (?:excel|csv|spreadsheet|electronic)|electronically|format|template|within \d+)|(?:\w+ ){0,4}(?:excel|csv|spreadsheet)\b)"
    r"|(?:please |could you |can you |would you )(?:please )?(?:lay|set|put) (?:this|it|these|them|the \w+) out\b|(?:please )?(?:confirm|acknowledge) (?:receipt|that you (?:have )?received)\b|(?:please )?(?:note|be aware|be advised|bear in mind|remember|acknowledge|contact|do not hesitate|feel free|get in touch|let me know if|advise (?:me )?if|quote|see (?:above|below|attached|template)|refer to|treat this|consider this|accept this|see the|find (?:attached|enclosed)|reply to|do not)\b"
    r"|(?:if|where|should|in the event|unless) (?:(?:you|this|the|any|my|it|some|part|these|that|possible|there|a|parts|for|information|data|one|i|we|anything) )?"
    r"|(?:i|we) (?:want|wish|hope|intend|plan|aim|am trying|are trying|would like|need) to (?:study|understand|research|analyse|examine|explore|compare|investigate)\b|thank|thanks|many thanks|i (?:look forward|understand|appreciate|believe|am aware|would be grateful(?! (?:if|for))|(?:would|should) be grateful for (?:an? |the )?(?:table|spreadsheet|breakdown|chart|graph)\b|would appreciate(?! (?:it|a|the|your|any))|am happy|am (?:a|an|the)|hope|note|realise|recognise|know|refer|expect|have (?:read|seen|noted))|reasons? for (?:the |our |this |my )?(?:dec|refus|withh|not |non)|to be clear|for (?:clarity|the avoidance|the purpose|context|information|reference)|by ['\"\w]+ i mean|my (?:preferred|main|name|address|request(?! is (?:for|as)))|as (?:you|i|per)|under (?:section|your section)|yours|dear|regards|sincerely|(?:in (?:19|20)\d\d,? |previously,? |last (?:time|year),? )?you (?:replied|answered|gave|disclosed|have (?:previously|already)|may|can|are requested)|it (?:would|is|may|will)|this (?:request|information|is|would|will)|(?:definitions?|time(?: frame| period)?|period|scope|background|format)\s*[-:]|i(?: would|'d) like to look at how [^?]*$|the (?:information|data|request|above|reason) (?:should|can|could|may|is|would|i)|on (?:part|point|question) \d|ideally|an earlier"
)
# What a lead before a list says when the list itself is what is asked for.
BARE_LEAD = Folded(
    r"(?:following|these|those|this)?\s*(?:items?|documents?|information|data|questions?|details?|papers?|points?|files?|things?)?\W*$",
)
SUBSTANTIVE = Folded(
    r"\b(?:how\s+(?:many|much|often|long|old)|what\s+(?:is|are|was|were|proportion|percentage)|which\s+\w+|(?:has|have|had|was|were|is|are|did|do|does)\s+(?:there|any\w*|the|you|your|it)\b|the\s+(?:total\s+)?(?:number|amount|cost)s?\s+of)\b",
)
# Leads before a list of details wanted about each thing asked for.
BREAKDOWN_LEAD = Folded(
    r"(?:broken\s+down|break\s*down|split|breakdown|divided|separated|variables?|fields?|columns?|by|categories|headings|include|including|listed|the\s+listed|for\s+(?:each|every)\s+\w+.{0,60})[^.?!]{0,120}[:-]\s*$",
)
PERIOD = Folded(
    r"^\W{0,3}(?:from|between|for|in|during)?\s*(?:the\s+)?(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|financial|calendar|q[1-4]|fy)",
)
SCOPE = Folded(
    r"^(?:for|from|between|in|out\s+of|by|within|during|over|since|until|up\s+to|covering|excluding|including)\b",
)
TIED = Folded(
    r"^\W{0,3}(?:if\s+(?:so|not|yes|no|they|possible)\b|for\s+(?:each|every)\b)|\b(?:broken?\s+(?:it\s+|this\s+|them\s+)?down|split)\b",
)
EXAMPLE_LEAD = Folded(
    r"(?:types?\s+in\s+question|such\s+as|e\.g\.|for\s+example|i\.e\.|defined\s+as|definition|locations?\s+of|these\s+are|are\s+as\s+follows|in\s+question\s+are)\W{0,4}$",
)


@kept
def asks(text: str) -> bool:
    """Whether a paragraph asks for something, as opposed to saying how or why."""
    if courtesy(text):
        return False
    if text.rstrip().rstrip("\"'\u201d\u2019)").endswith("?") or POLITE.match(text):
        return True
    return bool(ASKS.match(text) or _IF_ALSO.match(text)) and not tells(text)


# A noun with a verb of its own after it tells something: "Figures on pupils come from councils".
_NOUN = _start(
    r"(?:the|a|an|any|all|each|every|full|total|annual|this|these|our|your|numbers?|figures?|details?|information|data|statistics|costs?|reasons?|records?|amounts?|names?|dates?|lists?|minutes|correspondence|copies|messages|documents)\b"
)
_CLAUSE = Folded(
    r"[.?!](?:\s|$)|[;:]|\b(?:who|that|which|where|when|whose|how|what|including|because|since|after|before|until|while|whether|if|as|so)\b",
)
_FINITE = Folded(
    r"\b(?:is|are|was|were|has|have|had|comes?|came|shows?|includes?|relates?|will|can|may|should|would|does|do|did|gives?|covers?|excludes?|sets?|requires?|applies|apply|states?)\b",
)


@kept
def tells(text: str) -> bool:
    """Whether a noun has a verb of its own after it: then it tells something and asks for nothing."""
    first = _CLAUSE.split(text[:400], maxsplit=1)[0]
    return bool(_NOUN.match(first)) and "?" not in text and _FINITE.search(first) is not None


@kept
def depends(text: str) -> bool:
    """Whether a paragraph belongs to the question before it."""
    first = text.lstrip()[:1]
    return bool(DEPENDENT.match(text)) or first.islower()


@kept
def tied(text: str) -> bool:
    """Whether a paragraph belongs to the question before it whatever stands between."""
    return bool(TIED.search(text)) or text[:1].islower()


_IF_ALSO = Folded(r"^if\b[^.?]{3,90}\bi\s+(?:would|should)\s+also\s+like\b")

_IF_ASKED = Folded(
    r"^if\s+(?!so\b|not\b|yes\b|no\b|possible|applicable|available|it\b|they\b|this\b|any\s+of)[^?]{3,90},\s*(?:may\s+i|can\s+i|could\s+i|can\s+you|could\s+you|what|how|who|when|where|which|why|will|would|has|have|is|are|did)\b[^?]*\?",
)


@kept
def courtesy(text: str) -> bool:
    """Whether a paragraph is about form, scope, cost or manners and no question."""
    if len(text) < 200 and ANNOUNCES.match(text):
        return True
    if _IF_ALSO.match(text) or _IF_ASKED.match(text):
        return False
    return bool(NOT_A_QUESTION.match(text)) and not DEPENDENT.match(text) and not POLITE.match(text)
