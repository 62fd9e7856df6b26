"""The rule about ordinary business: acts, services, meetings, assurances and legal advice are no recorded information.

The Metropolitan Police to question C of 01.FOI.23.033120, "Would it be something possible to arrange?": normal business.
"""

from __future__ import annotations

from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit
from requests_app.core.advice.looks import find, first, start
from requests_app.core.advice.records import Fix

_WHO = r"(?:you|(?:someone|somebody|anyone|one\s+of\s+your\s+\w+|a\s+member\s+of\s+\w+)(?:\s+from\s+\w+(?:\s+\w+)?)?|we|i|an?\s+(?:police\s+|council\s+)?officer|(?:your|the)\s+\w+(?:\s+\w+){0,2})"
_ACTS = (
    r"(?:come\b(?!\s+(?:to\s+(?:a|the|this)\s+(?:figure|conclusion|decision|view)|from))|visit|meet\b(?!\s+the\s+(?:cost|need|target|demand|standard))|attend|arrange|organise|fix|repair|investigate|look\s+into|deal\s+with|sort\s+(?:out|this)"
    r"|cancel|refund|apologise|reinstate|resurface|intervene|take\s+action|do\s+something|call\s+me(?!\s+(?:if|should))|phone\s+me(?!\s+(?:if|should))|ring\s+me(?!\s+(?:if|should))|send\s+(?:someone|somebody|an?\s+(?:officer|patrol|engineer|inspector))"
    r"|stop\b|install|remove|delete|replace|clean|empty|trim|assure|reassure|promise|guarantee|(?:give|deliver|hold|run)\s+(?:us\s+)?(?:an?|our)\s+(?:talk|presentation|workshop|assembly|lesson|session)|(?:speak|talk)\s+(?:to|with|at)\s+(?:us|our|the\s+(?:pupils|school|class|children|group)))"
)
_COPIES = r"(?!\s+(?:(?:hold\s+of|access\s+to)\s+)?(?:an?\s+|the\s+|this\s+|these\s+|all\s+)?(?:cop(?:y|ies)|information|data|figures|statistics|records|documents?|report|minutes))"
_DOES = rf"(?:apply|report|complain|join|book|appeal|register|pay|challenge|get{_COPIES}|become|obtain{_COPIES}|make\s+an?\s+(?:complaint|claim|appeal|report|application)|sign\s+up|contact|renew|claim|volunteer|enrol|object)"
_BUSINESS = (
    start(rf"(?:would|could|is|might)\s+(?:it|this|that|something)\b[^.?]{{0,30}}\bpossible\s+(?:for\s+[^.?]{{3,40}}\s+)?to\s+(?:{_ACTS}|book|have\s+an?\s+(?:visit|talk|meeting|tour))"),
    start(rf"(?:(?:when|where|what\s+time)\s+)?(?:can|could|would|will|may)\s+{_WHO}\s+(?:please\s+|kindly\s+|perhaps\s+){{0,2}}{_ACTS}\b"),
    start(r"(?:can|may|could|am|are)\s+(?:i|we|the\s+public|residents|anyone|members\s+of\s+the\s+public)\s+(?:still\s+|also\s+)?(?:visit|apply|join|attend|book|park|report|appeal|complain|volunteer)\b"),
    start(rf"how\s+(?:do|can|would|should)\s+(?:i|we|one|someone|people|residents)\s+{_DOES}\b"),
    start(rf"(?:advise|tell|show|help)\s+(?:me|us)\s+(?:on\s+)?(?:with\s+)?how\s+(?:to|i\s+can|we\s+can|do\s+i|do\s+we|i\s+should)\s+{_DOES}\b"),
    start(r"(?:what|who|where)\s+(?:should|must|can|do|does)\s+(?:i|we|one)\s+(?:need\s+to\s+|have\s+to\s+)?(?:do\b|contact|call|complain|report|go|speak|write|send|take)"),
    start(r"(?:stop|fix|repair|investigate|apologise|cancel|refund|reinstate|assure|reassure|promise|correct|amend|withdraw)\s+(?:me|us|this|the|my|our|your|for|all|immediately|that)\b"),
    start(r"(?:arrange|organise|book)\s+(?:an?|for|my|our|me)\b|send\s+(?:someone|somebody|an?\s+(?:officer|patrol|engineer|inspector))\b"),
    find(r"\b(?:i|we)\s+(?:(?:would|should)\s+(?:also\s+)?like|also\s+would\s+like|want|wish|demand|expect|request|require|am\s+owed)\s+(?:you\s+to\s+(?:stop|fix|repair|investigate|apologise|cancel|refund|reinstate|assure)|(?:an?\s+|your\s+|the\s+|some\s+|full\s+){0,2}(?:apology|assurances?|undertaking|refund|compensation|meeting\s+with|appointment))\b"),
    find(r"\b(?:i|we)(?:['’]d\s+like|\s+(?:would\s+(?:also\s+)?like|want|wish|am\s+writing|are\s+writing))\s+to\s+(?:complain|make\s+an?\s+(?:formal\s+)?complaint|report\s+(?:an?|my|this)\s|appeal\s+(?:against|my|the)|raise\s+an?\s+(?:concern|complaint)|book\s|arrange\s|organise\s|apply\s+for|volunteer|meet\s+(?:with\s+)?(?:you|your|the)|visit\s|speak\s+(?:to|with)\s)"),
    find(r"\b(?:treat|accept|take|consider)\s+this\s+(?:letter\s+|e-?mail\s+)?as\s+an?\s+(?:formal\s+|official\s+)?(?:complaint|appeal|grievance)\b"),
)  # fmt: skip
_LEGAL = start(
    r"is\s+it\s+(?:legal|lawful|illegal|unlawful|against\s+the\s+law|an\s+offence|allowed|permitted)\s+(?:to|for|if|that)\b|am\s+i\s+(?:allowed|entitled|permitted|required|obliged)\b|do\s+(?:i|we)\s+need\s+(?:an?|to|permission|planning)\b|what\s+are\s+my\s+rights\b"
)
# A sentence without one of these is none of them.
_WORDS = (
    "possible", "come", "visit", "meet", "attend", "arrange", "organise", "fix", "repair", "investigate", "look into", "deal with", "sort",
    "cancel", "refund", "apolog", "reinstate", "resurface", "intervene", "take action", "do something", "call me", "phone me", "ring me",
    "send someone", "send somebody", "send a", "stop", "install", "assur", "promise", "guarantee", "apply", "join", "book", "park", "report",
    "appeal", "complain", "volunteer", "register", "pay", "challenge", "undertaking", "compensation", "appointment", "concern", "grievance",
    "correct", "amend", "remove", "delete", "replace", "clean", "empty", "trim", "withdraw", "is it", "am i", "do i", "do we", "my rights", "talk", "speak", "presentation", "workshop", "assembly",
    "lesson", "session", "can i", "can we", "should i", "should we", "i can", "how to",
)  # fmt: skip


def normal_business(draft: DraftText) -> Iterator[Hit]:
    """An act, a service, a meeting, an assurance or legal advice is asked for: no recorded information."""
    for sentence in draft.sentences_with(_WORDS):
        question = sentence.ask.name if sentence.ask else ""
        if first(sentence, _BUSINESS):
            yield Hit(
                sentence.start,
                sentence.end,
                "This is ordinary business, not a request for recorded information.",
                Fix(
                    "Put it in an ordinary letter or call, or ask for what is recorded: a policy, a record, a number."
                ),
                question,
            )
        elif _LEGAL(sentence):
            yield Hit(
                sentence.start,
                sentence.end,
                "This asks what the law or their rules allow, which is advice and not recorded information.",
                Fix("Ask for the policy or guidance they work by: 'Please send your guidance on ...'."),
                question,
            )
