"""Rules about tone: an officer who is insulted helps less, and section 14 looks at how a request is put."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit, Sentence
from requests_app.core.advice.records import Fix, Severity

_BAD = r"(?:corrupt|crooked|incompetent|useless|pathetic|dishonest|disgraceful|disgusting|a\s+disgrace|shameful|liars?|lying|lied|cowards?|cowardly|racists?|bigots?|bullies|thugs|fascists?|idiots?|idiotic|stupid|lazy|criminals|crooks?|hypocrites?|hypocritical|negligent|complicit|covering\s+up|hiding\s+(?:the|something|behind)|stonewalling|a\s+(?:joke|farce|shambles|laughing\s+stock)|unfit\s+for\s+purpose|not\s+fit\s+for\s+purpose)"
_ABOUT_THEM = r"(?:you(?:\s+(?:lot|people|all))?(?:['’]re|\s+(?:are|have\s+been|were))|your\s+(?:\w+\s+){1,3}(?:is|are|was|were|has\s+been|have\s+been)|(?:the|this)\s+(?:force|council|police|department|trust|university|school|authority|office)\s+(?:is|are|has\s+been|was|were))"
_INSULT = (
    re.compile(rf"\b{_ABOUT_THEM}\s+(?:all\s+|so\s+|clearly\s+|obviously\s+|just\s+|simply\s+|nothing\s+but\s+|completely\s+|utterly\s+|totally\s+|either\s+|an?\s+|the\s+|institutionally\s+)*{_BAD}\b", re.IGNORECASE),
    re.compile(r"\byour\s+(?:\w+\s+)?(?:incompetence|lies|dishonesty|corruption|laziness|stupidity|arrogance|cover[\s-]?ups?|excuses|shameful\s+\w+|disgraceful\s+\w+|pathetic\s+\w+|so[\s-]called\s+\w+)\b", re.IGNORECASE),
    re.compile(r"\b(?:this|your|such\s+an?|that)\s+(?:\w+ly\s+)?(?:corrupt|incompetent|useless|pathetic|dishonest|disgraceful|racist|shameful|lying|failing|joke\s+of\s+an?)\s+(?:council|force|police|department|organisation|authority|trust|school|office|service)\b|\b(?:bunch|pack|load|shower|gang)\s+of\s+(?:\w+\s+)?(?:clowns|idiots|crooks|liars|thieves|cowboys|criminals|amateurs|jokers|bullies|racists|thugs|cowards)\b|\b(?:stop|keep|been|are|were)\s+lying\s+to\s+(?:us|me|the\s+public|everyone|people)\b", re.IGNORECASE),
    re.compile(r"\b(?:shame\s+on\s+you|how\s+dare\s+you|you\s+should\s+be\s+ashamed|what\s+a\s+(?:joke|farce|disgrace|shambles)|it(?:['’]s|\s+is)\s+(?:an?\s+)?(?:absolute\s+|utter\s+|complete\s+)?(?:disgrace|disgraceful|disgusting|farce|scandal)\b(?!\s+(?:inquiry|report))|brush(?:ed|ing)\s+(?:it\s+|this\s+)?under\s+the\s+carpet|jobsworths?|pen[\s-]pushers?|bent\s+coppers?|pigs\s+in\s+uniform|waste\s+of\s+(?:space|tax\s?payers['’]?\s+money|public\s+money)|(?:to|you|they|be)\s+cover(?:ed|ing)?\s+(?:this|it|that|things|everything)\s+up|fobb(?:ed|ing)\s+(?:me\s+|us\s+)?off|whitewash)\b", re.IGNORECASE),
)  # fmt: skip
_ARGUE = (
    re.compile(r"\b(?:we\s+all\s+know|everyone\s+knows|everybody\s+knows|it\s+is\s+(?:blatantly|patently|glaringly|perfectly|painfully)\s+(?:obvious|clear)|don['’]t\s+(?:bother|even\s+think|try\s+to|you\s+dare)|i\s+(?:suspect|bet|assume|presume)\s+(?:that\s+)?you\s+will|no\s+doubt\s+you\s+will|you\s+(?:have\s+)?(?:once\s+again|yet\s+again|deliberately|conveniently|wilfully)|as\s+(?:usual|per\s+usual),?\s+(?:you|the\s+(?:council|force|police))|stop\s+(?:hiding|lying|wasting|dodging|making\s+excuses)|what\s+(?:are\s+you|have\s+you\s+got\s+to)\s+(?:hiding|hide|afraid|scared)|you\s+(?:\w+ly\s+)?have\s+something\s+to\s+hide|answer\s+the\s+(?:damn|bloody)|bloody|damn\s+well)\b", re.IGNORECASE),
    re.compile(r"\bi\s+(?:demand|insist)\s+(?:that\s+|to\s+|an?\s+|the\s+|you|answers?|on\s+)", re.IGNORECASE),
)  # fmt: skip
_THREAT = re.compile(
    r"\b(?:i|we)(?:['’]ll|\s+(?:will|shall|am\s+going\s+to|intend\s+to|won['’]t\s+hesitate\s+to|will\s+not\s+hesitate\s+to|will\s+have\s+no\s+(?:choice|option)\s+but\s+to))\s+(?:be\s+)?(?:immediately\s+|also\s+|then\s+)?(?:tak(?:e|ing)\s+(?:legal\s+action|you\s+to\s+court|this\s+to\s+(?:court|the\s+press|the\s+papers|my\s+mp|the\s+ico|the\s+information\s+commissioner))|su(?:e|ing)\b|report(?:ing)?\s+(?:you|this)\s+to|complain(?:ing)?\s+to\s+the\s+(?:ico|information\s+commissioner)|go(?:ing)?\s+to\s+the\s+(?:press|papers|media|ico)|(?:involv|contact|instruct|consult|call)(?:e|ing)?\s+(?:my\s+|a\s+|our\s+)?(?:solicitors?|lawyers?)|see\s+you\s+in\s+court)"
    r"|\bfailure\s+to\s+(?:respond|reply|comply|answer|provide)\b[^.?!]{0,60}\b(?:will|shall)\s+(?:result|lead|be\s+reported|mean)\b|\bor\s+(?:else\s+)?(?:i|we)(?:['’]ll|\s+(?:will|shall))\s+(?:sue|report|complain|take)\b",
    re.IGNORECASE,
)
_SHOUTS = re.compile(r"[!?]{2,}|!\s*!")
_LEAST_SHOUTED = 6
# A sentence without one of these neither judges nor argues.
_INSULT_WORDS = (
    "corrupt", "crook", "incompeten", "useless", "pathetic", "dishonest", "disgrac", "disgust", "shame", "liar", "lying", "lied", "lies", "coward",
    "racist", "failing", "bunch of", "pack of", "load of", "shower of", "gang of", "bigot", "bullies", "thug", "fascist", "idiot", "stupid", "lazy", "laziness", "criminals", "hypocri", "negligent", "complicit", "cover",
    "hiding", "stonewall", "joke", "farce", "shambles", "laughing", "purpose", "arrogan", "excuses", "so-called", "so called", "dare you", "scandal",
    "under the carpet", "jobsworth", "pen-pusher", "pen pusher", "copper", "pigs", "waste of", "fobb", "whitewash",
)  # fmt: skip
_ARGUE_WORDS = (
    "know", "obvious", "clear", "bother", "even think", "try to", "dare", "you will", "again", "deliberately", "conveniently", "wilfully", "usual",
    "stop", "hiding", "hide", "afraid", "scared", "damn", "bloody", "demand", "insist",
)  # fmt: skip
_CALM = "Say what happened and on which day, and ask your question. Leave the judgement to the reader."


def insult(draft: DraftText) -> Iterator[Hit]:
    """Words about the authority that judge instead of ask."""
    for sentence in draft.sentences_with(_INSULT_WORDS):
        match = next((match for pattern in _INSULT if (match := pattern.search(sentence.text))), None)
        if match is not None:
            yield _of(sentence, match, f"'{match[0]}' judges the people who are to answer.")


def argument(draft: DraftText) -> Iterator[Hit]:
    """A letter that argues, demands or shouts."""
    for sentence in draft.sentences_with(_ARGUE_WORDS):
        match = next((match for pattern in _ARGUE if (match := pattern.search(sentence.text))), None)
        if match is not None:
            yield _of(sentence, match, f"'{match[0]}' argues, where a question would do.")
    for sentence in draft.sentences:
        if _is_shouted(sentence):
            yield _of(sentence, None, "This is written as a shout.")


def _is_shouted(sentence: Sentence) -> bool:
    if "!" in sentence.text and _SHOUTS.search(sentence.text):
        return True
    if not sentence.text.isupper():
        return False
    words = re.findall(r"[^\W\d_]{2,}", sentence.text)
    return len(words) >= _LEAST_SHOUTED and sentence.text.rstrip()[-1:] in ".!?"


def threat(draft: DraftText) -> Iterator[Hit]:
    """A step against the authority is announced before it has had its time."""
    for sentence in draft.sentences_with(("will", "shall", "'ll", "’ll", "going to", "won", "intend to")):
        match = _THREAT.search(sentence.text)
        if match is not None:
            hit = _of(sentence, match, "This threatens before they have had time to answer.")
            yield Hit(
                hit.start,
                hit.end,
                hit.what,
                Fix("Leave it out. If the day passes, the program tells you, and the next letter says so."),
                hit.question,
                severity=Severity.NOTE,
            )


def _of(sentence: Sentence, match: re.Match[str] | None, what: str) -> Hit:
    start = sentence.start + match.start() if match else sentence.start
    end = sentence.start + match.end() if match else sentence.end
    return Hit(start, end, what, Fix(_CALM), sentence.ask.name if sentence.ask else "")
