"""Rules about what the letter says the law demands: a demand that doesn't hold gives the reader a reason to stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from requests_app.core.advice.draft import DraftText, Hit, Sentence
from requests_app.core.advice.records import Fix
from requests_app.core.states import AuthorityKind, Regime

_NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "ten": 10, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "twenty-one": 21, "twenty-eight": 28, "thirty": 30, "forty": 40,
}  # fmt: skip
_WITHIN = re.compile(
    r"\b(?:within|in)\s+(?:the\s+|a\s+)?(?:next\s+|statutory\s+|legal\s+|required\s+|mandatory\s+|maximum\s+(?:of\s+)?|period\s+of\s+|time\s+limit\s+of\s+|maximum\s+period\s+of\s+){0,3}"
    r"(?P<n>\d{1,3}|twenty[\s-](?:one|eight)|a|one|two|three|four|five|seven|ten|fourteen|fifteen|twenty|thirty|forty)[\s-]*(?:\(\w{1,12}\)\s+)?(?P<kind>(?:calendar|consecutive|working|business|school|clear)[\s-]+)?(?P<unit>days?|weeks?|months?|hours?)\b",
    re.IGNORECASE,
)
_YOU_HAVE = re.compile(
    r"\byou\s+(?:only\s+)?have\s+(?P<n>\d{1,3}|ten|fourteen|fifteen|twenty|thirty)\s+(?P<kind>(?:calendar|consecutive|working|business|school)\s+)?(?P<unit>days?|weeks?)\s+(?:in\s+which\s+)?to\b",
    re.IGNORECASE,
)
_ANSWERING = re.compile(
    r"\b(?:respond|reply|replies|response|answer|provide|supply|send|disclose|receive|hear\s+(?:back\s+)?from\s+you|comply|acknowledge|deal\s+with|deadline|time\s+limit)\w*\b",
    re.IGNORECASE,
)
_DEMANDS = re.compile(
    r"\b(?:must|required|require|obliged|obligation|legally|law|statut\w+|act|regulations|entitled|duty|duties|demand|expect|insist|have\s+to|need\s+to|shall|deadline|failure)\b",
    re.IGNORECASE,
)
_ASKS_ABOUT = re.compile(
    r"\b(?:how\s+(?:many|often|much)|what\s+(?:proportion|percentage|number)|number\s+of|percentage\s+of|proportion\s+of|target|were\s+(?:answered|dealt|resolved|completed)|list\s+of)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\b(?:internal\s+)?review\b", re.IGNORECASE)


def wrong_time(draft: DraftText) -> Iterator[Hit]:
    """A time for the reply that the law does not give (RULES.md 1.4 and 6)."""
    for sentence in draft.sentences_with(("day", "week", "month", "hour")):
        match = _YOU_HAVE.search(sentence.text) or _WITHIN.search(sentence.text)
        if match is None or _ASKS_ABOUT.search(sentence.text) or not _ANSWERING.search(sentence.text):
            continue
        if _REVIEW.search(sentence.text) or not _doubtful(match, sentence, draft):
            continue
        number = _number(match["n"])
        twenty = number == 20 and match["unit"].lower().startswith("day")
        start, end = sentence.start + match.start("n"), sentence.start + match.end("unit")
        fix = Fix(
            "Say '20 working days', or leave it out: the clock runs by itself.", start, end, "20 working days"
        )
        what = (
            "The law says 20 working days, not 20 days."
            if twenty
            else f"The law sets no limit of {draft.text[start:end]}."
        )
        yield Hit(start, end, what, fix, sentence.ask.name if sentence.ask else "")


def _doubtful(match: re.Match[str], sentence: Sentence, draft: DraftText) -> bool:
    number, kind = _number(match["n"]), (match["kind"] or "").strip(" -").lower()
    unit = match["unit"].lower().rstrip("s")
    if unit == "hour" and number not in (24, 48, 72):
        return False
    counts_right = number == 20 and unit == "day" and kind in ("working", "business")
    school = draft.authority.kind in (AuthorityKind.SCHOOL_MAINTAINED, AuthorityKind.ACADEMY)
    if counts_right or kind == "school" or (school and number in (20, 60)):
        return False
    if number == 20 and unit == "day":
        return True
    return match.re is _YOU_HAVE or _DEMANDS.search(sentence.text) is not None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(re.sub(r"\s", "-", words.lower()), 0)


_ACKNOWLEDGE = re.compile(
    r"\b(?:you\s+)?(?:must|are\s+(?:legally\s+)?(?:required|obliged)(?:\s+by\s+law)?\s+to|have\s+(?:a\s+(?:legal\s+)?duty\s+)?to|by\s+law)\s+acknowledge\b|\backnowledge(?:ment)?\b[^.?!]{0,40}\b(?:required\s+by\s+law|legal(?:ly)?\s+(?:required|requirement|obliged)|within\s+\d{1,2}\s+(?:working\s+)?(?:days|hours))",
    re.IGNORECASE,
)
_SECTION_77 = re.compile(
    r"\b(?:section|s\.?)\s?77\b|\bcriminal\s+offence\s+(?:for\s+you\s+)?to\s+(?:alter|deface|block|erase|destroy|conceal|withhold|refuse|ignore)\b",
    re.IGNORECASE,
)
_CANNOT_REFUSE = re.compile(
    r"\byou\s+(?:can\s?not|can['’]t|may\s+not|are\s+not\s+(?:allowed|permitted|entitled)\s+to|have\s+no\s+right\s+to)\s+(?:refuse|withhold|redact|claim|rely|charge|ask\s+(?:me\s+)?(?:why|for\s+a\s+reason))\b|\bno\s+exemptions?\s+(?:can\s+|could\s+|will\s+|may\s+)?(?:possibly\s+)?appl(?:y|ies)\b|\byou\s+(?:must|are\s+(?:legally\s+)?(?:obliged|required)\s+to)\s+(?:provide|disclose|release|supply)\s+(?:all|everything|this|the\s+information|it)\b|\bpublic\s+interest\s+(?:always\s+)?(?:overrides|trumps)\b",
    re.IGNORECASE,
)
_REVIEW_TIME = re.compile(
    r"\b(?:must|law|legally|statut\w+|required|obliged)\b[^.?!]{0,60}\breview\b[^.?!]{0,40}\b20\s+working\s+days\b|\breview\b[^.?!]{0,40}\b(?:must|law|legally|statut\w+|required|obliged)\b[^.?!]{0,40}\b20\s+working\s+days\b",
    re.IGNORECASE,
)


def false_demand(draft: DraftText) -> Iterator[Hit]:
    """A duty the Acts don't know: to acknowledge, to release whatever it is, a crime in refusing."""
    for sentence in draft.sentences_with(_FALSE_WORDS):
        for pattern, what, do in _FALSE:
            match = pattern.search(sentence.text)
            if match is None or (sentence.ask and _ASKS_ABOUT.search(sentence.text)):
                continue
            if pattern is _REVIEW_TIME and draft.regime in (Regime.FOISA, Regime.EISR):
                continue
            start = sentence.start + match.start()
            yield Hit(
                start, sentence.start + match.end(), what, Fix(do), sentence.ask.name if sentence.ask else ""
            )
            break


_FALSE_WORDS = (
    "acknowledg",
    "77",
    "criminal offence",
    "you can",
    "you may not",
    "you are not",
    "you have no",
    "exempt",
    "you must",
    "you are",
    "public interest",
    "review",
)
_FALSE = (
    (_ACKNOWLEDGE, "No law makes them acknowledge a request.", "Ask for it: 'Please confirm that you received this.'"),
    (_SECTION_77, "Section 77 is about destroying records once they were asked for, and rarely proved.", "Leave it out; it accuses before anything happened."),
    (_CANNOT_REFUSE, "Whether an exemption applies is decided when they answer, and they may rely on one.", "Leave it out, or say what public good the answer would do."),
    (_REVIEW_TIME, "The 20 working days for a review are guidance here, not law.", "Leave it out; the program keeps that date."),
)  # fmt: skip
_ACT_YEAR = re.compile(r"\bFreedom\s+of\s+Information\s+(?P<s>\(Scotland\)\s+)?Act\s*,?\s*(?:of\s+)?(?P<y>(?:19|20)\d\d)\b|\bEnvironmental\s+Information\s+(?P<e>\(Scotland\)\s+)?Regulations\s*,?\s*(?:of\s+)?(?P<z>(?:19|20)\d\d)\b", re.IGNORECASE)  # fmt: skip
_NO_ACT = re.compile(
    r"\bfreedom\s+of\s+(?:speech|press)\s+act\b|\bright\s+to\s+(?:know|information)\s+act\b|\bfreedom\s+of\s+information\s+(?:bill|law\s+act)\b",
    re.IGNORECASE,
)


def wrong_year(draft: DraftText) -> Iterator[Hit]:
    """An Act by a name or a year it does not have."""
    for match in _ACT_YEAR.finditer(draft.text):
        group = "y" if match["y"] else "z"
        right = "2004" if group == "z" else "2002" if match["s"] else "2000"
        if match[group] != right:
            fix = Fix("Correct the year.", match.start(group), match.end(group), right)
            yield Hit(
                match.start(),
                match.end(),
                f"There is no {' '.join(match[0].split())}; it is of {right}.",
                fix,
            )
    wrong = _NO_ACT.search(draft.text)
    if wrong is not None:
        fix = Fix("Name the Act as it is called.", wrong.start(), wrong.end(), draft.cites.act)
        yield Hit(wrong.start(), wrong.end(), f"There is no {wrong[0]} here.", fix)
