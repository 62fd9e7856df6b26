"""Rules about what a question costs to answer: words that invite a refusal for cost or burden (RULES.md 1.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit, Sentence
from requests_app.core.advice.periods import PERIOD, YEAR
from requests_app.core.advice.records import Fix
from requests_app.core.cost_limits import cost_class_for, cost_limit_for
from requests_app.core.states import AuthorityKind

# Correspondence

_MESSAGES = r"(?:e-?mails?|correspondence|communications?|messages|letters|whatsapps?|texts?|memos?|documents?|documentation|papers|information|records|minutes|notes|material|files)"
_ALL_MESSAGES = re.compile(
    rf"\b(?:all|any|every|copies\s+of|each)\s+(?:and\s+(?:all|any|every)\s+)?(?:(?:the|internal|external|relevant|related|recorded|written|electronic|copies\s+of|of\s+the|other)\s+){{0,4}}(?:\w+(?:,|,?\s+and|,?\s+or)\s+){{0,4}}(?P<what>{_MESSAGES})\b"
    r"|\b(?:everything|anything|whatever)\s+(?:that\s+|which\s+)?(?:you\s+(?:hold|have)|is\s+held|was\s+(?:written|sent|said)|(?:was\s+)?sent\s+(?:to|or))\b",
    re.IGNORECASE,
)
_INTERNAL = re.compile(
    r"\b(?:send|provide|supply|disclose|release|have|see|copy\s+of|copies\s+of)\b[^.?!]{0,30}\b(?:internal\s+)?(?:e-?mails?|correspondence|messages)\b[^.?!]{0,40}\b(?:on|about|regarding|concerning|relating\s+to|between|from|to)\b|^\W*(?:the\s+)?(?:internal\s+)?(?:e-?mails?|correspondence)\s+(?:on|about|regarding|concerning|relating\s+to|between|with)\b",
    re.IGNORECASE,
)
_TALK = re.compile(r"e-?mail|correspond|communicat|messag|letters|whatsapp|texts?\b|memo", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:between|sent\s+(?:to|by|or)|received\s+(?:by|from)|(?:to|from|by|with|of|held\s+by|copied\s+to)\s+(?:the\s+|your\s+|any\s+|an?\s+|all\s+)?(?:[A-Z][\w'’]+|chief|head|director|minister|leader|chair|mayor|commissioner|press|legal|senior|members?\s+of|team|contractors?|operators?|compan(?:y|ies)|insurers?|supplier|board|officers?\s+(?:in|of|who)))"
    r"|\b(?:\w+\s+){1,3}(?:team|department|office|unit|directorate|board|committee|group|branch)\b['’s]{0,2}\s+(?:and|with|to|about|regarding|on|e-?mails)\b",
)
_FEW = 2  # questions so few that a period in one is a period for the other


def all_correspondence(draft: DraftText) -> Iterator[Hit]:
    """All e-mails or papers on a subject, without days or without saying whose."""
    plain = draft.plain
    few = len(draft.asks) <= _FEW
    general = any((few or not s.ask) and PERIOD.search(plain, s.start, s.end) for s in draft.sentences)
    for sentence in draft.asked:
        match = _ALL_MESSAGES.search(sentence.text)
        if match is None:
            match = _INTERNAL.search(sentence.text)
        if match is None:
            continue
        talk = _TALK.search(sentence.text) is not None
        if not talk and match.lastgroup == "what" and not _too_wide(match):
            continue
        around = (sentence.ask.start, sentence.ask.end) if sentence.ask else (sentence.start, sentence.end)
        dated = general or PERIOD.search(plain, *around) is not None
        peopled = not talk or _PEOPLE.search(draft.text, *around) is not None
        if dated and peopled:
            continue
        lack = " or ".join(
            word for word, missing in (("days", not dated), ("people", not peopled)) if missing
        )
        yield Hit(
            sentence.start + match.start(),
            sentence.start + match.end(),
            f"All of this is asked for without {lack}.",
            Fix(_narrow(dated=dated, peopled=peopled)),
            sentence.ask.name if sentence.ask else "",
        )


def asks_for_papers(text: str) -> bool:
    """Whether a question asks for correspondence at large: then its days are asked for in their own words."""
    return _TALK.search(text) is not None and bool(_ALL_MESSAGES.search(text) or _INTERNAL.search(text))


def _too_wide(match: re.Match[str]) -> bool:
    """Whether "all ..." means papers at large and not one kind of figure: "all minutes" of a body can be listed."""
    return bool(
        re.search(
            r"documents?|documentation|papers|material|files|information|records",
            match["what"] or "",
            re.IGNORECASE,
        )
    ) and not match[0].lower().startswith(("any information", "copies of"))


def _narrow(*, dated: bool, peopled: bool) -> str:
    steps = []
    if not dated:
        steps.append("the first and last day")
    if not peopled:
        steps.append("the senders and recipients (posts will do) or the team")
    return f"Give {' and '.join(steps)}; two or three search words help too."


# Record by record

_EACH_RECORD = re.compile(
    r"\b(?:for|on|about)\s+(?:each|every)\s+(?:one\b|(?:of\s+(?:these|those|the)\s+)?(?:\w+\s+){0,2}?(?:incidents?|cases?|complaints?|search(?:es)?|arrests?|records?|offences?|crimes?|occasions?|persons?|officers?|pupils?|children|individuals?|patients?|time|uses?|tickets?|referrals?|applications?|deaths?|claims?|allegations?|requests?|stops?|instances?))\b[^.?!\n]{0,40}\b(?:please|provide|list|state|give|include|tell|show|supply|the|:)"
    r"|\b(?:list|details?|spreadsheet|records?|log|breakdown|provide|send|give)\s+(?:me\s+)?(?:of\s+|for\s+)?(?:every|each)\s+[^.?!,\n]{3,80}?\b(?:with|including|giving|showing|stating)\b"
    r"|\b(?:incident\s+by\s+incident|case\s+by\s+case|record[\s-](?:by[\s-]record|level)|line\s+by\s+line|(?:individual|row)[\s-]level)\b",
    re.IGNORECASE,
)
_FREE_TEXT = re.compile(
    r"\b(?:(?:one[\s-]line|brief|short|full|detailed|written|narrative)\s+(?:summar(?:y|ies)|descriptions?|accounts?|details)|(?:a\s+|the\s+)?(?:summar(?:y|ies)|descriptions?|circumstances|narratives?))\s+of\s+(?:each|every|all|the\s+(?:incidents?|complaints?|circumstances)|what\s+happened|any)\b"
    r"|\b(?:summari[sz]e|describe|narrate)\s+(?:each|every|all|what\s+happened|the\s+(?:incidents?|circumstances|facts)\s+(?:of|in)\s+(?:each|every|all))\b"
    r"|\b(?:the\s+)?circumstances\s+(?:of|in|surrounding|leading)\s+(?:each|every|which|to\s+each)\b|\bwhat\s+happened\s+(?:in|to|on)\s+each\b"
    r"|\b(?:free[\s-]text|(?:notes?|comments?|narrative|mo|body)\s+fields?)\b|\b(?:every|any|all|each)\s+(?:mention|reference|instance|occurrence)s?\s+(?:of|to)\s+(?:the\s+)?(?:words?|phrases?|names?|terms?|['\"‘“])"
    r"|\b(?:in\s+which|where|that\s+(?:contain|mention|include))\s+(?:the\s+)?(?:words?|phrases?|terms?)\s+['\"‘“]?\w+",
    re.IGNORECASE,
)
# The same asked the other way about: "What was found on each occasion?"
_ON_EACH = re.compile(
    r"\b(?:what|which|how\s+(?:many|much|old|long)|who)\b[^.?!]{3,120}?\b(?P<each>(?:at|on|in|for|during)\s+(?:each|every)\s+(?:single\s+)?(?:occasion|encounter|incident|search|stop|instance|seizure|arrest|complaint))\b",
    re.IGNORECASE,
)
_HARD = re.compile(r"\bby\b", re.IGNORECASE)
_LIST = re.compile(r"\s{0,4}(?:[^\n]{1,300}(?:\n(?!\s*\n)|$)?){1,12}")
_APART = re.compile(r",|;|\band\b|\n")
_DETAILS = 4


def record_by_record(draft: DraftText) -> Iterator[Hit]:
    """Details of each record are asked for, where a total would say most of it."""
    for sentence in draft.sentences_with(("each", "every", " by ", "level")):
        match = _ON_EACH.search(sentence.text) if sentence.ask else None
        if match is None:
            match = _EACH_RECORD.search(draft.text, sentence.start, min(sentence.end + 1, len(draft.text)))
            if match is None or not (
                _HARD.search(match[0]) or _details(sentence, draft.text, match.end()) >= _DETAILS
            ):
                continue
            start, end = match.span()
        else:
            start, end = sentence.start + match.start("each"), sentence.start + match.end("each")
        yield Hit(
            start,
            end,
            "Details are asked for one record at a time.",
            Fix(
                "Ask for the totals first, broken down by the one or two things you need most, and for details in a later "
                "request once you know how many records there are."
            ),
            sentence.ask.name if sentence.ask else "",
        )


def _details(sentence: Sentence, text: str, at: int) -> int:
    """How many details are asked for about each record: the parts of the question, or the list that follows."""
    if sentence.ask is not None and sentence.ask.read.parts:
        return len(sentence.ask.read.parts)
    listed = _LIST.match(text, at)
    return len(_APART.findall(listed[0].strip())) + 1 if listed else 0


def free_text(draft: DraftText) -> Iterator[Hit]:
    """Something that stands in no field of a system: somebody would have to read each record."""
    for sentence in draft.asked:
        match = _FREE_TEXT.search(sentence.text)
        if match is None or (_TALK.search(sentence.text) and "word" in match[0].lower()):
            continue
        yield Hit(
            sentence.start + match.start(),
            sentence.start + match.end(),
            "This can't be searched for: somebody would have to read every record.",
            Fix(
                "Ask for what is kept in a field (type, outcome, date, age band), or for a sample: 'the 20 most recent'."
            ),
            sentence.ask.name if sentence.ask else "",
        )


# Too much time

_LONG_YEARS = 10
_WORDS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_LAST_YEARS = re.compile(
    r"\b(?:last|past|previous|preceding)\s+(?P<n>\d{2,3}|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)\s+(?:\(\d+\)\s+)?(?:(?:full|calendar|financial|academic)\s+)?years\b",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"\b(?:from|between|since)\s+(?:\w+\s+){{0,3}}?(?P<a>{YEAR})\b(?:[^.?!\n]{{0,30}}?\b(?:to|and|until|-|–)\s*(?:\w+\s+){{0,3}}?(?P<b>{YEAR}|date|now|today|present|the\s+present))?",
    re.IGNORECASE,
)
_REACHES = (
    "since",
    "from",
    "between",
    "years",
    "far back",
    "ever ",
    "all time",
    "history",
    "available",
    "on record",
)
# A sentence outside the questions that says for which time they are meant.
_SCOPE = re.compile(
    r"^(?:for|from|between|since|all|please|the\s+period|this\s+request|i\s+(?:am|would|want|request|wish)|covering)\b|\b(?:time\s*(?:frame|period)|the\s+following|list\s+of|data|figures)\b",
    re.IGNORECASE,
)
_FOR_EVER = re.compile(
    r"\b(?:since\s+(?:records\s+began|it\s+became\s+law|the\s+(?:foi|freedom\s+of\s+information)\s+act\b)|as\s+far\s+back\s+as|(?:ever|all)\s+(?:recorded|on\s+record|since)|of\s+all\s+time|since\s+(?:the\s+)?(?:force|council|department|trust|school|university|body|authority)\s+(?:was\s+(?:founded|formed|created|established)|began)|all\s+years\s+(?:held|available)|for\s+(?:all|every)\s+years?\s+(?:held|available|on\s+record)|in\s+(?:its|your)\s+(?:entire\s+)?history)\b",
    re.IGNORECASE,
)


def long_period(draft: DraftText) -> Iterator[Hit]:
    """Ten years or more, or all there ever was."""
    plain = draft.plain
    bounded = any(PERIOD.search(plain, ask.start, ask.end) for ask in draft.asks)
    for sentence in draft.sentences_with(_REACHES):
        if sentence.ask is None and (bounded or not _SCOPE.search(sentence.text)):
            continue
        match = _long(plain, sentence, draft.on.year)
        if match is not None:
            yield Hit(
                match.start(),
                match.end(),
                "This reaches back a long way.",
                Fix(
                    "Ask for the last three to five years first. Older records are often on paper or in another system."
                ),
                sentence.ask.name if sentence.ask else "",
            )
            return


def _long(text: str, sentence: Sentence, this_year: int) -> re.Match[str] | None:
    match = _FOR_EVER.search(text, sentence.start, sentence.end)
    if match is not None:
        return match
    match = _LAST_YEARS.search(text, sentence.start, sentence.end)
    if match is not None and _number(match["n"]) >= _LONG_YEARS:
        return match
    for match in _YEARS.finditer(text, sentence.start, sentence.end):
        until = int(match["b"]) if (match["b"] or "").isdigit() else this_year
        open_ended = match[0].lower().startswith("since") or match["b"]
        if open_ended and _LONG_YEARS <= until - int(match["a"]) <= 200:
            return match
    return None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS.get(words.lower(), 0)


# What the limit is, for the reasons given


def limit_in_words(draft: DraftText) -> str:
    """The cost limit of this authority as the letter of the law has it on the day, or nothing where there is none."""
    kind = draft.authority.kind or AuthorityKind.OTHER
    cost_class = cost_class_for(draft.regime, kind)
    limit = cost_limit_for(draft.limits, cost_class, draft.on) if cost_class else None
    if limit is None:
        return ""
    return f"They may refuse once it would take more than {limit.hours} hours (£{limit.pounds} at £{limit.hourly_rate} an hour)."
