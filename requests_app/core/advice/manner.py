"""Rules about how a question asks: for an act, an opinion, a reason, the future, or a bare yes. The Acts give
recorded information; a question that asks for something else is answered outside them, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from requests_app.core.advice.draft import DraftText, Hit, Sentence
from requests_app.core.advice.records import Fix

_LEAD = r"(?:[A-Z][\w&,/'’ -]{2,50}:\s+)?(?:(?:and|also|but|so|then|now|finally|lastly|further(?:more)?|in\s+addition|please|kindly|secondly|thirdly)\b[\s,]*){0,3}"


Look = Callable[[str], re.Match[str] | None]


def _start(pattern: str) -> Look:
    return re.compile(_LEAD + "(?:" + pattern + ")", re.IGNORECASE).match


def _find(pattern: str) -> Look:
    return re.compile(pattern, re.IGNORECASE).search


def _first(sentence: Sentence, looks: Sequence[Look]) -> re.Match[str] | None:
    return next((match for look in looks if (match := look(sentence.text))), None)


def _hit(sentence: Sentence, what: str, fix: Fix) -> Hit:
    return Hit(sentence.start, sentence.end, what, fix, sentence.ask.name if sentence.ask else "")


# Normal business

_WHO = r"(?:you|someone|somebody|anyone|we|i|an?\s+(?:police\s+|council\s+)?officer|(?:your|the)\s+\w+(?:\s+\w+){0,2})"
_ACTS = (
    r"(?:come\b(?!\s+(?:to\s+(?:a|the|this)\s+(?:figure|conclusion|decision|view)|from))|visit|meet\b(?!\s+the\s+(?:cost|need|target|demand|standard))|attend|arrange|organise|fix|repair|investigate|look\s+into|deal\s+with|sort\s+(?:out|this)"
    r"|cancel|refund|apologise|reinstate|resurface|intervene|take\s+action|do\s+something|call\s+me(?!\s+(?:if|should))|phone\s+me(?!\s+(?:if|should))|ring\s+me(?!\s+(?:if|should))|send\s+(?:someone|somebody|an?\s+(?:officer|patrol|engineer|inspector))|stop\b|install|assure|reassure|promise|guarantee)"
)
_BUSINESS = (
    _start(rf"(?:would|could|is|might)\s+(?:it|this|that|something)\b[^.?]{{0,30}}\bpossible\s+(?:for\s+[^.?]{{3,40}}\s+)?to\s+(?:{_ACTS}|book|have\s+an?\s+(?:visit|talk|meeting|tour))"),
    _start(rf"(?:can|could|would|will|may)\s+{_WHO}\s+(?:please\s+|kindly\s+|perhaps\s+){{0,2}}{_ACTS}\b"),
    _start(r"(?:can|may|could|am|are)\s+(?:i|we|the\s+public|residents|anyone|members\s+of\s+the\s+public)\s+(?:still\s+|also\s+)?(?:visit|apply|join|attend|book|park|report|appeal|complain|volunteer)\b"),
    _start(r"how\s+(?:do|can|would|should)\s+(?:i|we|one|someone|people|residents)\s+(?:apply|report|complain|join|book|appeal|register|pay|challenge)\b"),
    _start(r"(?:stop|fix|repair|investigate|apologise|cancel|refund|reinstate|assure|reassure|promise)\s+(?:me|us|this|the|my|our|for|all|immediately|that)\b"),
    _find(r"\b(?:i|we)\s+(?:(?:would|should)\s+(?:also\s+)?like|also\s+would\s+like|want|wish|demand|expect|request|require|am\s+owed)\s+(?:you\s+to\s+(?:stop|fix|repair|investigate|apologise|cancel|refund|reinstate|assure)|(?:an?\s+|your\s+|the\s+|some\s+|full\s+){0,2}(?:apology|assurances?|undertaking|refund|compensation|meeting\s+with|appointment))\b"),
    _find(r"\b(?:i|we)\s+(?:would\s+like|want|wish|am\s+writing|are\s+writing)\s+to\s+(?:complain|make\s+an?\s+(?:formal\s+)?complaint|report\s+(?:an?|my|this)\s|appeal\s+(?:against|my|the)|raise\s+an?\s+(?:concern|complaint))"),
    _find(r"\b(?:treat|accept|take|consider)\s+this\s+(?:letter\s+|e-?mail\s+)?as\s+an?\s+(?:formal\s+|official\s+)?(?:complaint|appeal|grievance)\b"),
)  # fmt: skip
# A sentence without one of these is none of them.
_BUSINESS_WORDS = (
    "possible", "come", "visit", "meet", "attend", "arrange", "organise", "fix", "repair", "investigate", "look into", "deal with", "sort",
    "cancel", "refund", "apolog", "reinstate", "resurface", "intervene", "take action", "do something", "call me", "phone me", "ring me",
    "send someone", "send somebody", "send a", "stop", "install", "assur", "promise", "guarantee", "apply", "join", "book", "park", "report",
    "appeal", "complain", "volunteer", "register", "pay", "challenge", "undertaking", "compensation", "appointment", "concern", "grievance",
    "is it", "am i", "do i", "do we", "my rights",
)  # fmt: skip
_LEGAL = _start(
    r"is\s+it\s+(?:legal|lawful|illegal|unlawful|against\s+the\s+law|an\s+offence|allowed|permitted)\s+(?:to|for|if|that)\b|am\s+i\s+(?:allowed|entitled|permitted|required|obliged)\b|do\s+(?:i|we)\s+need\s+(?:an?|to|permission|planning)\b|what\s+are\s+my\s+rights\b"
)


def normal_business(draft: DraftText) -> Iterator[Hit]:
    """An act, a service, a meeting, an assurance or legal advice is asked for: no recorded information."""
    for sentence in draft.sentences_with(_BUSINESS_WORDS):
        if _first(sentence, _BUSINESS):
            yield _hit(
                sentence,
                "This is ordinary business, not a request for recorded information.",
                Fix(
                    "Put it in an ordinary letter or call, or ask for what is recorded: a policy, a record, a number."
                ),
            )
        elif _LEGAL(sentence.text):
            yield _hit(
                sentence,
                "This asks what the law or their rules allow, which is advice and not recorded information.",
                Fix("Ask for the policy or guidance they work by: 'Please send your guidance on ...'."),
            )


# Opinion

_BODY = r"(?:you|your\s+\w+(?:\s+\w+){0,2}|the\s+\w+(?:\s+\w+){0,3}|(?:chief\s+constable|ministers?|commissioner))"
_OPINION = (
    _start(rf"(?:(?:do|does|did|would|don['’]t|doesn['’]t)\s+{_BODY}\s+(?:not\s+|really\s+|personally\s+|honestly\s+|genuinely\s+|still\s+|now\s+|actually\s+){{0,2}}(?:think|believe|feel|regret|condone|agree\s+(?:that|with)|accept\s+(?:that|responsibility|liability|the\s+blame)|consider\s+(?:it|that|this|yourselves)))\b"),
    _find(rf"\b(?:what|how|why)\s+(?:do|does|did|would)\s+{_BODY}\s+(?:really\s+|personally\s+)?(?:think|believe|feel|say\s+to|make\s+of)\b"),
    _start(r"what\s+(?:is|are|was|were)\s+(?:your|the\s+[\w' ’]{3,40}['’]s?)\s+(?:own\s+|personal\s+|official\s+|honest\s+)?(?:opinions?|views?|thoughts|feelings?|attitude|comments?|reaction|excuse|justification|(?:position|stance)\s+(?:on|about|regarding|towards))\b"),
    _find(r"\b(?:give|tell|send|let)\s+(?:me\s+|us\s+)?(?:have\s+|know\s+)?(?:your|the\s+(?:force|council|department|trust|chief\s+constable)['’]s)\s+(?:own\s+|personal\s+|honest\s+)?(?:opinions?|views?|thoughts|comments?)\s+(?:on|about|of|as|regarding)\b"),
    _find(r"\bin\s+your\s+(?:opinion|view)\s*[,?]|^in\s+your\s+(?:opinion|view)\b"),
    _find(r"\b(?:care|like|wish|willing|able|prepared)\s+to\s+comment\b"),
    _start(r"(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?comment\s+(?:on|about)\b"),
    _find(r"\b(?:how|so\s+how)\s+(?:do|does|can|could|did|would)\s+(?:you|they|the\s+\w+(?:\s+\w+)?|your\s+\w+)\s+(?:possibly\s+|ever\s+)?(?:justify|defend|explain\s+away|excuse|sleep)\b"),
    _start(r"(?:(?:can|could|would|will)\s+you\s+)?(?:justify|defend)\s+(?:your|the|this|why|how)\b"),
    _start(r"should(?:n['’]t)?\s+(?!you\s+(?:require|need|have|wish|want|be|find|decide|refuse|not)\b|any\b|the\s+(?:cost|request|answer|information)\b|this\b|part\b)(?:the|you|we|police|officers?|schools?|councils?|it|there|pupils|children|taxpayers)\b(?=[^?]{0,400}\?)"),
    _start(r"is(?:n['’]t)?\s+it\s+(?:not\s+|really\s+|ever\s+)?(?:right|fair|acceptable|reasonable|appropriate|moral|ethical|ok|okay|good|wise|sensible|true\s+to\s+say|time)\s+(?:that|to|for)\b"),
    _start(r"(?:don['’]t|wouldn['’]t|won['’]t|aren['’]t)\s+you\b|surely\b"),
    _start(r"are\s+you\s+(?:happy|satisfied|proud|ashamed|content|comfortable)\b"),
    _start(r"how\s+(?:do|does|did)\s+(?:your\s+|the\s+)?(?:officers?|staff|pupils|children|people|residents|parents|teachers|managers)\s+(?:really\s+)?feel\b"),
)  # fmt: skip

_OPINION_WORDS = (
    "think", "believe", "feel", "regret", "condone", "agree", "accept", "consider", "opinion", "view", "thought", "attitude", "comment",
    "reaction", "excuse", "justif", "position", "stance", "make of", "say to", "defend", "explain away", "sleep", "should", "is it", "isn",
    "don", "wouldn", "won", "aren", "surely", "are you",
)  # fmt: skip


def opinion(draft: DraftText) -> Iterator[Hit]:
    """A view, a comment or a justification is asked for."""
    for sentence in draft.sentences_with(_OPINION_WORDS):
        match = _first(sentence, _OPINION)
        if match is not None:
            yield Hit(
                sentence.start + match.start(),
                sentence.end,
                "This asks what they think, not what is recorded.",
                Fix("Ask for the document instead: 'Please send any assessment, review or briefing on ...'."),
                sentence.ask.name if sentence.ask else "",
            )


# Reasons

_EXPLAIN_WHY = _start(r"(?:(?:can|could|would|will)\s+you\s+(?:please\s+|kindly\s+){0,2})?(?P<ask>(?:also\s+)?(?:explain|tell\s+me|tell\s+us|say|state|advise|clarify|confirm|let\s+me\s+know|i\s+(?:also\s+)?(?:want|would(?:\s+also)?\s+like|wish|need)\s+(?:also\s+)?to\s+know)\s+(?:to\s+me\s+|to\s+us\s+)?(?:exactly\s+)?(?=why\b))")  # fmt: skip
_WHY = _start(
    r"why\b(?!\s*$)|what\s+(?:explains|is\s+the\s+explanation|are\s+the\s+causes)\b|how\s+come\b|for\s+what\s+reason\b"
)
_AND_WHY = _find(r"\band\s+why\s+(?:was|were|did|is|are|has|have|does|do)\b")


def why_question(draft: DraftText) -> Iterator[Hit]:
    """A reason is asked for that may never have been written down."""
    for sentence in draft.sentences_with(
        ("why", "explain", "explanation", "causes", "how come", "what reason")
    ):
        if sentence.is_part and not sentence.text.endswith("?"):
            continue
        told = _EXPLAIN_WHY(sentence.text)
        if told is not None:
            start, end = sentence.start + told.start("ask"), sentence.start + told.end()
            fix = Fix(
                _SEND_REASONS, sentence.start, end, "Please send the documents that record the reasons "
            )
            yield _hit(sentence, _ASKS_WHY, fix if start >= sentence.start else Fix(_SEND_REASONS))
        elif _WHY(sentence.text) or (sentence.ask and _AND_WHY(sentence.text)):
            yield _hit(sentence, _ASKS_WHY, Fix(_SEND_REASONS))


_ASKS_WHY = "A 'why' can only be answered where the reason was written down."
_SEND_REASONS = (
    "Ask for what would hold the reason: 'Please send the decision, report or minutes that record why ...'."
)

# The future

_PLANS = _start(
    r"(?P<lead>(?:are|is)\s+there\s+(?:currently\s+|also\s+)?(?:any\s+)?(?:\w+\s+)?plans?\s+(?=to\b|for\b))"
)
_INTENDS = _start(
    r"(?P<lead>(?:(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+(?:\w+ly\s+)?(?:plan|intend|propose|expect)|(?:is|are)\s+(?:you|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+(?:\w+ly\s+)?(?:planning|intending|proposing))\s+(?=to\b))"
)
_WILL = _start(
    r"(?:will|when\s+will|what\s+will|who\s+will|how\s+will|where\s+will|(?:how|which|what)\s+\w+(?:\s+\w+){0,6}\s+will)\s+(?!you\s+(?:please\s+|kindly\s+|also\s+){0,2}(?:provide|send|tell|give|supply|let|confirm|disclose|state|release|share|answer|list|be\s+able|accept|consider)\b|cost\b|of\b)(?:the|you|your|there|more|any|this|that|it|these|they|be)\b"
    r"|how\s+(?:much|many)\s+[^?.]{0,60}?\b(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+)?)\s+(?:plan|intend|mean|expect|propose)\s+to\b|when\s+is\s+[^?.]{2,60}\s(?:likely|expected|due|going)\s+to\b|what\s+(?:are|is)\s+(?:your|the\s+\w+(?:\s+\w+)?['’]s)\s+(?:future\s+plans|plans\s+for\s+the\s+future)\b"
)
_RECORDED = _find(
    r"\b(?:forecasts?|budget(?:ed)?|projection|projected|estimates?d?|contract|tender|timetable|schedule|recorded|documents?|if\s+recorded)\b"
)


def future(draft: DraftText) -> Iterator[Hit]:
    """Something that has not happened is asked for; only plans that are written down are held."""
    for sentence in draft.sentences:
        if sentence.ask is None or _RECORDED(sentence.text):
            continue
        plans = _PLANS(sentence.text) or _INTENDS(sentence.text)
        if plans is not None:
            end = sentence.start + plans.end()
            fix = Fix(
                _SEND_PLANS, sentence.start, end, "Please send any recorded plan, proposal or decision "
            )
            yield _hit(sentence, _LIES_AHEAD, fix)
        elif _WILL(sentence.text):
            yield _hit(sentence, _LIES_AHEAD, Fix(_SEND_PLANS))


_LIES_AHEAD = "This lies ahead: only plans that are written down today can be given."
_SEND_PLANS = "Ask for the record: 'Please send any recorded plan, budget or decision ...'."

# Yes or no

_YES_NO = _start(
    r"(?:do|does|did|is|are|was|were|has|have|had)\s+(?:you|your|the|there|this|any|anyone|it|police|officers|[A-Z]\w+)\b|(?:can|could|would)\s+you\s+(?:please\s+)?confirm\s+(?:that|whether|if)\b|confirm\s+(?:whether|if|that)\b"
)
_DOCUMENT = _find(
    r"\b(?:polic(?:y|ies)|procedures?|guidance|guidelines|strategy|plan|contracts?|agreements?|memorandum|assessment|dpia|review|report|survey|audit|protocol|code\s+of\s+conduct|evaluation|training\s+material|framework|consultation)\b"
)
_EVER = _find(r"\b(?:ever|at\s+any\s+(?:time|point|stage))\b")
_ANY = _find(r"\b(?:any|anyone)\b")
_MORE = _find(
    r"\bif\s+(?:so|not|yes|no|they|there|it|you|available|any|that)\b|\b(?:provide|send|supply|copy|copies|list|how\s+(?:many|much)|which|what|when|details|state\s+the|and\s+(?:if|to\s+what))\b"
)


def yes_no(draft: DraftText) -> Iterator[Hit]:
    """A question that "yes" answers in full."""
    for place, ask in enumerate(draft.asks):
        text = ask.head.text.strip()
        if not _YES_NO(text) or ask.read.parts or _MORE(text):
            continue
        after = draft.asks[place + 1].head.text if place + 1 < len(draft.asks) else ""
        if re.match(
            r"\W*(?:if|where|how\s+(?:many|much)|when|which|what|who|please|of\s+(?:these|those)|can\s+(?:i|you|we)|could)\b",
            after,
            re.IGNORECASE,
        ):
            continue
        follow = _follow_up(text)
        if follow:
            at = ask.head.start + len(ask.head.text.rstrip())
            fix = Fix("Say what you want if the answer is yes.", at, at, follow)
            yield Hit(ask.head.start, ask.head.end, "'Yes' or 'no' would answer this in full.", fix, ask.name)


def _follow_up(text: str) -> str:
    if _DOCUMENT(text):
        return " If so, please send a copy."
    if _EVER(text):
        return " If so, please say when, and send what records it."
    if _ANY(text):
        return " If so, please say how many and on which dates."
    return ""
