"""Rules about people: the requester's own data, and other people's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit, Sentence
from requests_app.core.advice.records import Fix, Severity

# One's own data

_FAMILY = (
    r"(?:son|daughter|child|children|wife|husband|mother|father|partner|brother|sister|late\s+\w+|family)"
)
_THINGS = r"(?:information|data|records?|documents|files?|notes|e-?mails|correspondence|everything|anything|details|footage|reports?|material|statements?|photographs?|images?|cctv|intelligence)"
_OWN = (
    re.compile(r"\b(?:hold|have|held|holding|holds|stored|kept|keep|keeps|recorded|got|collected)\b[^.?!]{0,40}\b(?:on|about|relating\s+to|concerning|regarding|against)\s+(?:me|myself)\b", re.IGNORECASE),
    re.compile(rf"\b{_THINGS}\b[^.?!]{{0,60}}\b(?:about|on|of|concerning|regarding|relating\s+to|mention(?:s|ing)?|naming|showing|featuring)\s+(?:me\b(?!\s+(?:the|how|what|with|at|by|in))|myself\b|my\s+{_FAMILY}\b)", re.IGNORECASE),
    re.compile(rf"\bmy\s+(?:own\s+|(?:{_FAMILY})['’]s\s+)?(?:personal\s+)?(?:data\b|files?\b|records?\b|(?:medical|health|school|custody|police|criminal|personnel|social\s+services|housing|tax|prison|military|service|patient|hospital|gp)\s+(?:records?|files?|notes|history|images?)\b|personnel\s+file|custody\s+photo)", re.IGNORECASE),
    re.compile(r"\b(?:this\s+is\s+an?|i\s+(?:am|wish\s+to|would\s+like\s+to|want\s+to)\s+(?:mak(?:e|ing)|submit(?:ting)?)\s+an?|treat\s+this\s+as\s+an?|my)\s+(?:data\s+)?(?:subject\s+access\s+request|d?sar)\b|\b(?:under|with)\s+(?:article|art\.?)\s+15\b", re.IGNORECASE),
)  # fmt: skip
_MINE = re.compile(r"\b(?:me|my|myself|d?sar|subject\s+access|art(?:icle|\.)?\s+15)\b")
_OWN_CASE = re.compile(
    r"\bmy\s+(?:own\s+)?(?:arrest|case|complaint|crime\s+report|grievance|application|claim|conviction|caution|exam\s+(?:results|scripts?)|interview|assessment|incident|statement|parking\s+(?:fine|ticket)|pcn|planning\s+application|pension|job\s+application|vetting|(?<=own\s)request|request(?=\s*\())",
    re.IGNORECASE,
)
_OF_OWN_CASE = re.compile(
    r"\b(?:copy|copies|send|provide|supply|disclose|status|progress|outcome|where\s+is|what\s+happened|who\s+(?:dealt|handled|investigated|decided|made)|why|notes|e-?mails|correspondence|documents|information|records?|report)\b",
    re.IGNORECASE,
)
_KEPT_PRIVATE = re.compile(
    r"\b(?:not|n['’]t|never|without|before)\b[^.?!]{0,50}\b(?:disclos|publish|shar|pass|reveal|releas|us)\w*|\b(?:process|handle|treat|protect|store)\w*\s+my\s+(?:personal\s+)?data\b|\bremove\s+my\b|\bmy\s+(?:personal\s+)?data\s+(?:should|must|may|will|is\s+not)\b",
    re.IGNORECASE,
)


def own_data(draft: DraftText) -> Iterator[Hit]:
    """The requester asks for data about themselves or their family: a subject access request (RULES.md 1.7)."""
    found = [
        (sentence, match)
        for sentence in draft.sentences
        if _MINE.search(sentence.low) and (match := _own(sentence))
    ]
    asked = {sentence.ask.place for sentence, _ in found if sentence.ask}
    whole = bool(found) and len(asked) >= len(draft.asks)
    seen: set[str] = set()
    for sentence, match in found:
        question = sentence.ask.name if sentence.ask else ""
        if question in seen:
            continue
        seen.add(question)
        start = sentence.start + match.start()
        yield Hit(
            start,
            sentence.start + match.end(),
            "This asks for personal data of your own or of your family.",
            Fix(_TAKE_OUT if not whole else _SEND_AS_SAR),
            question,
            severity=Severity.ERROR if whole else None,
        )


def _own(sentence: Sentence) -> re.Match[str] | None:
    if _KEPT_PRIVATE.search(sentence.text):
        return None
    for pattern in _OWN:
        match = pattern.search(sentence.text)
        if match is not None:
            return match
    if sentence.ask is not None and _OF_OWN_CASE.search(sentence.text):
        return _OWN_CASE.search(sentence.text)
    return None


_SEND_AS_SAR = "Send it as a subject access request instead: 'Under article 15 of the UK GDPR, please send me a copy of the personal data you hold about me in ...'. They may ask for proof of who you are."
_TAKE_OUT = "Take this out and send it by itself as a subject access request: 'Under article 15 of the UK GDPR, please send me a copy of the personal data you hold about me in ...'."

# Other people's data

_TITLE = r"(?:mr|mrs|ms|miss|mx|dr|pc|wpc|dc|ds|di|sgt|sergeant|pcso|constable|nurse|officer)"
_NAMED = re.compile(
    rf"\b(?i:{_TITLE})\.?\s+(?:\d{{2,6}}\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}|\b(?:PC|DC|PCSO|WPC)\s+\d{{2,6}}\b"
)
_OF_A_LIFE = re.compile(
    r"\b(?:arrest|convict|disciplin|dismiss|sacked|suspend|complain|salary|paid|earn|qualif|home\s+address|personnel|misconduct|investigat|liv(?:es?|ing)|caution|charged|sick|absen|sources?\b|employ|training\s+record|attendance|warned|criminal|vetting|record|informant|medical|health|resign|left|dates?\s+of)",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"\b(?i:has|was|is|did|were|why\s+was)\s+(?P<who>[A-Z][a-z'’-]+\s+[A-Z][a-z'’-]+)\s+(?:ever\s+|still\s+)?(?:been\s+)?(?:arrested|convicted|charged|cautioned|disciplined|dismissed|sacked|suspended|interviewed\s+under|on\s+the\s+register)\b|\b(?i:has|was|is)\s+(?P<of>[A-Z][a-z'’-]+\s+[A-Z][a-z'’-]+)\b[^.?!]{0,40}\b(?:under\s+investigation|a\s+suspect|wanted|known\s+to\s+(?:you|the\s+police)|an?\s+informant|on\s+benefits|a\s+tenant)\b"
)
_LIFE_OF = re.compile(
    rf"\b(?:medical|criminal|disciplinary|employment|personnel|sickness|school|tax|housing|arrest|custody|vetting|complaints?)\s+(?:history|records?|file|notes)\s+(?:of|for|on)\s+(?:{_TITLE}\.?\s+)?(?-i:[A-Z][a-z'’-]+\s+[A-Z][a-z'’-]+)|\bmy\s+(?:next[\s-]door\s+)?(?:neighbours?|ex(?:-\w+|\s+(?:husband|wife|partner|boyfriend|girlfriend))?|landlord|boss|manager|colleagues?|employer|lodger|flatmate|stepfather|stepmother|tenants?)\b(?=[^.?!]{{0,120}}\b(?:arrest|convict|record|complain|investigat|benefit|fined|charged|register|tax|pay|paid|licen[cs]e|permission|own))",
    re.IGNORECASE,
)
_AT_A_PLACE = re.compile(
    r"\b(?:anyone|any\s+(?:person|resident|tenant|occupant|occupier)s?|people|the\s+(?:person|man|woman|occupier|tenant|resident)s?)\s+(?:who\s+)?(?:lives?|living|resid\w+|staying)\s+(?:there|here|at|next\s+door|in\s+(?:the|this|that)\s+(?:house|flat))\b[^.?!]{0,80}\b(?:arrest|convict|register|charged|caution|benefit|council\s+tax|complain)",
    re.IGNORECASE,
)
_PERSONS = r"(?:officers?|staff|employees?|people|persons?|pupils?|students?|children|patients?|victims?|offenders?|suspects?|drivers?|teachers?|complainants?|individuals?|workers?|tenants?|informants?|constables?|pcsos?|applicants?|claimants?|witnesses|detainees|prisoners?|whistleblowers?)"
_WHOSE = r"(?:the\s+|all\s+|any\s+|each\s+|every\s+|those\s+|these\s+|your\s+|individual\s+|members?\s+of\s+){0,2}(?:\w+\s+){0,2}?"
_FIELDS = (
    re.compile(rf"\b(?:full\s+)?names?\b(?:,?\s+(?:and|or|&|rank|ranks|job\s+titles?|\w+\s+numbers?|address(?:es)?|ages?|photographs?|contact\s+details),?){{0,6}}[^.?!;:]{{0,12}}\bof\s+{_WHOSE}{_PERSONS}\b", re.IGNORECASE),
    re.compile(rf"\bname\s+(?:the|each|every|all|any)\s+(?:of\s+the\s+)?(?:\w+\s+){{0,2}}?{_PERSONS}\b", re.IGNORECASE),
    re.compile(rf"\b(?:collar|warrant|shoulder|epaulette|badge|payroll|staff\s+id)\s+numbers?\b(?!\s+(?:is|was)\s+shown)|\bhome\s+address(?:es)?\s+of\b|\b(?:contact\s+details|e-?mail\s+addresses|addresses|photographs)\s+(?:of|for)\s+{_WHOSE}{_PERSONS}\b|\bdates?\s+of\s+birth\s+(?:of|for)\b|\b(?:home|private|personal|mobile|direct)\s+(?:tele)?(?:phone|mobile)\s+numbers?\s+(?:of|for)\b|\b(?:tele)?phone\s+numbers?\s+of\s+{_WHOSE}{_PERSONS}\b", re.IGNORECASE),
    re.compile(r"\b(?:register|list|spreadsheet|record|log)\b[^.?!;]{0,30}\b(?:with|including|and)\s+(?:the\s+|all\s+|their\s+|full\s+)?names\b(?!\s+(?:of\s+)?(?:the\s+)?(?:school|compan|contract|supplier|organis|street|site|hospital|ward))", re.IGNORECASE),
)  # fmt: skip
_PUBLIC_ROLE = re.compile(
    r"\b(?:chief|director|directors|head\s+of|senior|minister|commissioner|councillors?|assistant\s+chief|superintendents?|headteacher|principal|chair|board|executive|deputy|company|companies|contractors?|suppliers?|firms?|organisations?|businesses|lead\s+officer|witness\s+organisations)\b",
    re.IGNORECASE,
)
_IN_CHARGE = re.compile(
    r"\b(?:responsible|in\s+charge|dealing\s+with|leading|who\s+(?:leads|manages|heads))\b", re.IGNORECASE
)
_BREED = re.compile(r"\b(?:breed|product|street|school|operation|dog|horse)\s+names?\b", re.IGNORECASE)


def personal_data(draft: DraftText) -> Iterator[Hit]:
    """Names or other data of people, or facts about one named person, are asked for."""
    for sentence in draft.asked:
        hit = _of_one_person(draft, sentence) or _of_many(draft, sentence)
        if hit is not None:
            yield hit


def _of_one_person(draft: DraftText, sentence: Sentence) -> Hit | None:
    text = sentence.text
    match = _ACCUSED.search(text) or _AT_A_PLACE.search(text) or _LIFE_OF.search(text)
    if match is None:
        match = _NAMED.search(text)
        if match is None or not _OF_A_LIFE.search(text):
            return None
    return Hit(
        sentence.start + match.start(),
        sentence.start + match.end(),
        "This asks about one person who can be identified.",
        Fix("Ask for numbers, roles or the policy that was followed, in a form that points to nobody."),
        sentence.ask.name if sentence.ask else "",
    )


def _of_many(draft: DraftText, sentence: Sentence) -> Hit | None:
    for pattern in _FIELDS:
        match = pattern.search(sentence.text)
        if (
            match
            and not _PUBLIC_ROLE.search(match[0])
            and not (_BREED.search(sentence.text) or _IN_CHARGE.search(sentence.text, match.end()))
        ):
            return Hit(
                sentence.start + match.start(),
                sentence.start + match.end(),
                "This asks for names or other details that identify people.",
                Fix(
                    "Ask for numbers by rank, grade or role. Names of people in senior or public roles can be had: say that you mean those only."
                ),
                sentence.ask.name if sentence.ask else "",
            )
    return None
