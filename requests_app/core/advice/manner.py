"""Rules about how a question asks: for an opinion, a reason, the future, or a bare yes. The Acts give recorded
information; a question that asks for something else is answered outside them, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit, Sentence, sentence_of
from requests_app.core.advice.looks import BODY, find, first, start
from requests_app.core.advice.records import Fix


def _hit(sentence: Sentence, what: str, fix: Fix) -> Hit:
    return Hit(sentence.start, sentence.end, what, fix, sentence.ask.name if sentence.ask else "")


# Opinion

_OPINION = (
    start(rf"(?:(?:do|does|did|would|don['’]t|doesn['’]t)\s+{BODY}\s+(?:not\s+|really\s+|personally\s+|honestly\s+|genuinely\s+|still\s+|now\s+|actually\s+){{0,2}}(?:think|believe|feel|regret|condone|agree\s+(?:that|with)|accept\s+(?:that|responsibility|liability|the\s+blame)|consider\s+(?:it|that|this|yourselves)))\b"),
    find(rf"\b(?:what|how|why)\s+(?:do|does|did|would)\s+{BODY}\s+(?:really\s+|personally\s+)?(?:think|believe|feel|say\s+to|make\s+of)\b"),
    start(r"what\s+(?:is|are|was|were)\s+(?:your|the\s+[\w' ’]{3,40}['’]s?)\s+(?:own\s+|personal\s+|official\s+|honest\s+)?(?:opinions?|views?|thoughts|feelings?|attitude|comments?|reaction|excuse|justification|(?:position|stance)\s+(?:on|about|regarding|towards))\b"),
    find(r"\b(?:give|tell|send|let)\s+(?:me\s+|us\s+)?(?:have\s+|know\s+)?(?:your|the\s+(?:force|council|department|trust|chief\s+constable)['’]s)\s+(?:own\s+|personal\s+|honest\s+)?(?:opinions?|views?|thoughts|comments?)\s+(?:on|about|of|as|regarding)\b"),
    find(r"\b(?:give|offer|provide|share|express|state|tell|have)\s+(?:me\s+|us\s+)?(?:its|their|his|her|your|an?)\s+(?:own\s+|honest\s+|personal\s+)?(?:opinions?|views?|thoughts|comments?)\s+(?:on|about|of|as\s+to|regarding)\b"),
    start(r"would\s+(?:you|the\s+\w+(?:\s+\w+)?)\s+say\b"),
    find(r"\bin\s+your\s+(?:opinion|view)\s*[,?]|^in\s+your\s+(?:opinion|view)\b"),
    find(r"\b(?:care|like|wish|willing|able|prepared)\s+to\s+comment\b"),
    start(r"(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?comment\s+(?:on|about)\b"),
    find(r"\b(?:how|so\s+how)\s+(?:do|does|can|could|did|would)\s+(?:you|they|the\s+\w+(?:\s+\w+)?|your\s+\w+)\s+(?:possibly\s+|ever\s+)?(?:justify|defend|explain\s+away|excuse|sleep)\b"),
    start(r"(?:(?:can|could|would|will)\s+you\s+)?(?:justify|defend)\s+(?:your|the|this|why|how)\b"),
    start(r"should(?:n['’]t)?\s+(?!you\s+(?:require|need|have|wish|want|be|find|decide|refuse|not)\b|any\b|the\s+(?:cost|request|answer|information)\b|this\b|part\b)(?:the|you|we|police|officers?|schools?|councils?|it|there|pupils|children|taxpayers)\b(?=[^?]{0,400}\?)"),
    start(r"is(?:n['’]t)?\s+it\s+(?:not\s+|really\s+|ever\s+)?(?:right|fair|acceptable|reasonable|appropriate|moral|ethical|ok|okay|good|wise|sensible|true\s+to\s+say|time)\s+(?:that|to|for)\b"),
    start(r"(?:don['’]t|wouldn['’]t|won['’]t|aren['’]t)\s+you\b|surely\b"),
    start(rf"(?:is|are|was|were)\s+{BODY}\s+(?:now\s+|still\s+|really\s+)?(?:happy|satisfied|proud|ashamed|content|comfortable|confident|concerned|worried|embarrassed|sorry|committed)\s+(?:with|of|about|that|to|by|in)\b"),
    start(rf"how\s+(?:happy|satisfied|proud|confident|concerned|worried|committed|comfortable)\s+(?:is|are|was|were)\s+{BODY}\b(?![^?]{{0,80}}\b(?:survey|poll)\b)"),
    find(rf"\b(?:do|does|did|would)\s+{BODY}\s+(?:consider|regard|see|view|deem|find)\s+[^?]{{3,100}}?\b(?:acceptable|appropriate|right|fair|justified|reasonable|adequate|effective|satisfactory|proportionate|good|wrong|unacceptable|value\s+for\s+money)\b"),
    find(r"\b(?:whether|if|that)\s+you\s+(?:personally\s+|really\s+|still\s+)?(?:believe|think|feel|agree|regret)\b"),
    find(r"\b(?:know|hear|have|like|want|share|give|get|for)\s+(?:me\s+)?(?:your|the\s+(?:force|council|department|trust|chief\s+constable)['’]s)\s+(?:own\s+|honest\s+)?(?:opinions?|views?|thoughts|feelings)\s+(?:on|about|of|as\s+to|regarding)\b"),
    start(r"how\s+(?:do|does|did)\s+(?:your\s+|the\s+)?(?:officers?|staff|pupils|children|people|residents|parents|teachers|managers)\s+(?:really\s+)?feel\b"),
)  # fmt: skip

_OPINION_WORDS = (
    "think", "believe", "feel", "regret", "condone", "agree", "accept", "consider", "opinion", "view", "thought", "attitude", "comment",
    "reaction", "excuse", "justif", "position", "stance", "make of", "say", "defend", "explain away", "sleep", "should", "is it", "isn",
    "don", "wouldn", "won", "aren", "surely", "happy", "satisfied", "proud", "ashamed", "content",
    "comfortable", "confident", "worried", "embarrassed", "sorry", "committed", "regard", "deem", " see ", " find ",
)  # fmt: skip


def opinion(draft: DraftText) -> Iterator[Hit]:
    """A view, a comment or a justification is asked for."""
    for sentence in draft.sentences_with(_OPINION_WORDS):
        match = first(sentence, _OPINION)
        if match is not None:
            yield Hit(
                sentence.start + match.start(),
                sentence.end,
                "This asks what they think, not what is recorded.",
                Fix("Ask for the document instead: 'Please send any assessment, review or briefing on ...'."),
                sentence.ask.name if sentence.ask else "",
            )


# Reasons

_EXPLAIN_WHY = start(r"(?:(?:can|could|would|will)\s+you\s+(?:please\s+|kindly\s+){0,2})?(?P<ask>(?:also\s+)?(?:explain|tell\s+me|tell\s+us|say|state|advise|clarify|confirm|let\s+me\s+know|i\s+(?:also\s+)?(?:want|would(?:\s+also)?\s+like|wish|need)\s+(?:also\s+)?to\s+know)\s+(?:to\s+me\s+|to\s+us\s+)?(?:exactly\s+)?(?=why\b))")  # fmt: skip
_WHY = start(
    r"why\b(?!\s*$)|(?:tell|give)\s+(?:me|us)\s+(?:the\s+|your\s+)?(?:main\s+|exact\s+)?reasons?\s+(?:why|that)\b|what\s+(?:explains|is\s+the\s+explanation|are\s+the\s+causes)\b|how\s+come\b|for\s+what\s+reason\b"
    r"|what\s+(?:is|was|were|are)\s+(?:the|your|their)\s+(?:\w+\s+)?(?:reasoning|rationale|thinking|justification|reasons?\s+(?:why|behind))\b|what\s+(?:is|was)\s+the\s+reason\s+(?:for|that)\s+(?!each|every|any)"
    r"|(?:(?:can|could|would|will)\s+you\s+(?:please\s+|kindly\s+){0,2})?(?:explain|justify)\s+(?:to\s+me\s+)?(?:the|your)\s+(?:\w+\s+)?(?:reasons?|reasoning|rationale|thinking|logic|decision)\b"
)
_AND_WHY = find(r"\band\s+why\s+(?:was|were|did|is|are|has|have|does|do)\b")


def why_question(draft: DraftText) -> Iterator[Hit]:
    """A reason is asked for that may never have been written down."""
    for sentence in draft.sentences_with(
        ("why", "explain", "explanation", "causes", "how come", "reason", "rationale", "thinking", "justif")
    ):
        if sentence.is_part and not sentence.text.endswith("?"):
            continue
        told = _EXPLAIN_WHY(sentence)
        if told is not None:
            start, end = sentence.start + told.start("ask"), sentence.start + told.end()
            fix = Fix(
                _SEND_REASONS, sentence.start, end, "Please send the documents that record the reasons "
            )
            yield _hit(sentence, _ASKS_WHY, fix if start >= sentence.start else Fix(_SEND_REASONS))
        elif _WHY(sentence) or (sentence.ask and _AND_WHY(sentence)):
            yield _hit(sentence, _ASKS_WHY, Fix(_SEND_REASONS))


_ASKS_WHY = "A 'why' can only be answered where the reason was written down."
_SEND_REASONS = (
    "Ask for what would hold the reason: 'Please send the decision, report or minutes that record why ...'."
)

# The future

_PLANS = start(
    r"(?P<lead>(?:are|is)\s+there\s+(?:currently\s+|also\s+)?(?:any\s+)?(?:\w+\s+)?plans?\s+(?=to\b|for\b))"
)
_INTENDS = start(
    r"(?P<lead>(?:(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+(?:\w+ly\s+)?(?:plan|intend|propose|expect)|(?:is|are)\s+(?:you|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+(?:\w+ly\s+)?(?:planning|intending|proposing))\s+(?=to\b))"
)
_WILL = start(
    r"(?:will|when\s+will|what\s+will|who\s+will|how\s+will|where\s+will|(?:how|which|what)\s+\w+(?:\s+\w+){0,6}\s+will)\s+(?!you\s+(?:please\s+|kindly\s+|also\s+){0,2}(?:provide|send|tell|give|supply|let|confirm|disclose|state|release|share|answer|list|be\s+able|accept|consider)\b|cost\b|of\b)(?:the|you|your|there|more|any|this|that|it|these|they|be)\b"
    r"|how\s+(?:much|many)\s+[^?.]{0,60}?\b(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+)?)\s+(?:plan|intend|mean|expect|propose)\s+to\b|will\s+(?!you\b)\w+(?:\s+\w+){0,4}\s+(?:be|have|get|continue|increase|decrease|remain|receive|become|start|stop|close|open|happen)\b|(?:when|what|how\s+\w+)\s+(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+(?:\w+ly\s+)?(?:expect|plan|intend|hope|propose|aim)\b|(?:is|are)\s+(?:you|there|the\s+\w+(?:\s+\w+){0,2}|your\s+\w+)\s+going\s+to\b|what\s+plans\s+(?:are|do|does|have|has|exist)\b|when\s+is\s+[^?.]{2,60}\s(?:likely|expected|due|going)\s+to\b|what\s+(?:are|is)\s+(?:your|the\s+\w+(?:\s+\w+)?['’]s)\s+(?:future\s+plans|plans\s+(?:for|to|on|about|regarding))\b"
)
_RECORDED = find(
    r"\b(?:forecasts?|budget(?:ed)?|projection|projected|estimates?d?|contract|tender|timetable|schedule|recorded|documents?|if\s+recorded)\b"
)


def future(draft: DraftText) -> Iterator[Hit]:
    """Something that has not happened is asked for; only plans that are written down are held."""
    for sentence in draft.sentences:
        if sentence.ask is None or _RECORDED(sentence):
            continue
        plans = _PLANS(sentence) or _INTENDS(sentence)
        if plans is not None:
            end = sentence.start + plans.end()
            fix = Fix(
                _SEND_PLANS, sentence.start, end, "Please send any recorded plan, proposal or decision "
            )
            yield _hit(sentence, _LIES_AHEAD, fix)
        elif _WILL(sentence):
            yield _hit(sentence, _LIES_AHEAD, Fix(_SEND_PLANS))


_LIES_AHEAD = "This lies ahead: only plans that are written down today can be given."
_SEND_PLANS = "Ask for the record: 'Please send any recorded plan, budget or decision ...'."

# Yes or no

_YES_NO = start(
    r"(?:do|does|did|is|are|was|were|has|have|had)\s+(?:you|your|the|there|this|any|anyone|it|police|officers|[A-Z]\w+)\b|(?:can|could|would)\s+you\s+(?:please\s+)?confirm\s+(?:that|whether|if)\b|confirm\s+(?:whether|if|that)\b"
)
_DOCUMENT = find(
    r"\b(?:polic(?:y|ies)|procedures?|guidance|guidelines|strategy|plan|contracts?|agreements?|memorandum|assessment|dpia|review|report|survey|audit|protocol|code\s+of\s+conduct|evaluation|training\s+material|framework|consultation)\b"
)
_EVER = find(r"\b(?:ever|at\s+any\s+(?:time|point|stage))\b")
_ANY = find(r"\b(?:any|anyone)\b")
_KEEPS = find(
    r"^\W*(?:do|does)\s+(?:you|the\s+\w+(?:\s+\w+)?|your\s+\w+)\s+(?:record|monitor|collect|log|count|keep\s+(?:a\s+)?(?:record|count|log|data|figures)|hold\s+(?:data|figures|statistics))\b"
)
_MORE = find(
    r"\bif\s+(?:so|not|yes|no|they|there|it|you|available|any|that)\b|\b(?:provide|send|supply|copy|copies|list|how\s+(?:many|much)|which|what|when|details|state\s+the|and\s+(?:if|to\s+what))\b"
)


def yes_no(draft: DraftText) -> Iterator[Hit]:
    """A question that "yes" answers in full."""
    for place, ask in enumerate(draft.asks):
        head = sentence_of(ask.head.start, ask.head.end, ask.head.text.strip(), ask)
        if not _YES_NO(head) or ask.read.parts or _MORE(head):
            continue
        after = draft.asks[place + 1].head.text if place + 1 < len(draft.asks) else ""
        if re.match(
            r"\W*(?:if|where|how\s+(?:many|much)|when|which|what|who|please|of\s+(?:these|those)|can\s+(?:i|you|we)|could)\b",
            after,
            re.IGNORECASE,
        ):
            continue
        follow = _follow_up(head)
        if follow:
            at = ask.head.start + len(ask.head.text.rstrip())
            fix = Fix("Say what you want if the answer is yes.", at, at, follow)
            yield Hit(ask.head.start, ask.head.end, "'Yes' or 'no' would answer this in full.", fix, ask.name)


def _follow_up(head: Sentence) -> str:
    if _DOCUMENT(head):
        return " If so, please send a copy."
    if _KEEPS(head):
        return " If so, please send the figures for the last full year."
    if _EVER(head):
        return " If so, please say when, and send what records it."
    if _ANY(head):
        return " If so, please say how many and on which dates."
    return ""
