"""Rules about what is asked for: is anything, for which time, one thing at a time, and in a number that can be read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from requests_app.core.advice.burden import asks_for_papers
from requests_app.core.advice.draft import LONGEST, Ask, DraftText, Hit
from requests_app.core.advice.periods import (
    PERIOD,
    PRESENT,
    VAGUE_PERIOD,
    day_in_words,
    last_full_years,
)
from requests_app.core.advice.records import Fix
from requests_app.core.dates import plural

# Nothing asked

_REQUESTING = re.compile(
    r"\?|\b(?:please|kindly|(?:i|we)\s+(?:\w+\s+)?request|request(?:ing)?\s+(?:the|an?|all|any|copies|information|details)|provide|supply|send|disclose|release|copy|copies|tell me|let me (?:know|have)|would like|ask(?:ing)? for|seek(?:ing)?|how many|how much|number of|list of|details of|information (?:on|about))\b",
    re.IGNORECASE,
)


def nothing_asked(draft: DraftText) -> Iterator[Hit]:
    """A letter in which no question and no wish for information was made out (s.8(1)(c))."""
    written = [sentence for sentence in draft.sentences if len(sentence.text) > 2]
    if draft.asks or any(_REQUESTING.search(sentence.text) for sentence in written):
        return
    start, end = (written[0].start, written[-1].end) if written else (0, 0)
    yield Hit(
        start,
        end,
        "Nothing here asks for information.",
        Fix(
            "Say what you want to have, as a numbered question: 'How many ...?' or 'Please send a copy of ...'."
        ),
    )


def too_long(draft: DraftText) -> Iterator[Hit]:
    """More than the program looks at, and far more than anybody answers."""
    if draft.is_cut:
        yield Hit(
            LONGEST - 1,
            LONGEST,
            f"The letter is longer than {LONGEST:,} characters; what follows here was not looked at.",
            Fix("Keep the questions in the letter and send background as an attachment, or leave it out."),
        )


# Period

_COUNTS = re.compile(
    r"\bhow\s+(?:many|much|often|frequently)\b|\b(?:numbers?|amounts?|totals?|value|costs?|lists?|details|figures|data|statistics|breakdown|sum|proportion|percentage)\s+(?:of|for|on|about|spent|paid)\b|\bwhat\s+(?:did|has|have|was)\b[^?]{3,60}?\b(?:spend|spent|pay|paid|cost)\b|\b(?:total|overall|annual)\s+(?:spend|spending|cost|number|expenditure|payments?)\b|\b(?:all|any|every|each)\s+(?:the\s+)?(?:\w+\s+){0,2}(?:complaints|incidents|reports?|e-?mails|minutes|correspondence|messages|letters|referrals|payments|invoices|meetings)\b",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"\b(?:complaints?|complained|incidents?|offences?|crimes?|arrests?|arrested|stop[ -]and[ -]search(?:es)?|(?:strip )?searches|searched|seizures?|seized|exclusions?|excluded|suspensions?|suspended|deaths?|died|assaults?|claims?|fines?|fined|penalt(?:y|ies)|prosecut\w+|applications|requests|accidents|injur(?:y|ies|ed)|referrals?|referred|visits?|visited|calls?|inspections?|dismiss\w+|grievances?|thefts?|stolen|attacks?|payments?|invoices|meetings|correspondence|e-?mails|minutes|messages|letters|convict\w+|charged|issued|spend|overtime|recorded|reported|received|carried\s+out|spent|paid|investigat\w+|upheld|cancelled|evict\w+|admissions|admitted|collisions|reports|deployments?|deployed|used)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:are\s+there|is\s+there|do\s+you\s+(?:have|hold|own|employ|operate|use)|does\s+(?:the\s+|your\s+)?[\w' ]{2,40}?\s(?:have|hold|own|employ|operate|use)|(?:have|has)\s+been\s+issued\s+with|are\s+(?:employed|based|in\s+(?:post|use|place|stock|force))|(?:are|is)\s+(?:\w+ly\s+)?(?:suspended|excluded|on\b|in\b|being|based|registered|waiting|licensed|stored|used|held|owned)|policy|policies|procedures?|guidance|contract|strategy|structure|chart|each\s+year\s+since|in\s+total\s+(?:do|does|are))\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:these|those|them|they|this|that|such|same|above|below|each\s+(?:one|of|case)|of\s+which|it|its|question|part|q\d|the\s+(?:two|three|former|latter)|as\s+a\s+result|for\s+each(?=\s*[?.]|\s*$)|of\s+(?:all\s+)?the(?=\s+\w+\s+(?:above|at|in)\b))\b|^\W*(?:and|also|or|then|of)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\b(?:spent|cost|paid)\b[^?.]{0,40}\b(?:the|this)\s+(?:advice|report|review|inquiry|investigation|visit|event|survey|study|trial|pilot|consultation|campaign|operation)\b",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:refer|reference|previous(?:ly)?|earlier|dated|replied|your\s+(?:reply|letter|response|answer)|published|announced|article|reported\s+(?:in|by)|according\s+to|i\s+(?:read|saw|understand|note|believe|wrote|asked)|(?:my|our)\s+(?:last|earlier)|founded|within)\b",
    re.IGNORECASE,
)  # sentences whose days say when something else was said
_BRACKETED = re.compile(r"\([^()]{0,300}\)")
_FAR = 90  # characters: what is counted comes early in a question
_LEAST_NEW = 8  # words of a question that stands by itself
_SUFFIXES = re.compile(r"(?:ing|ed|es|s|ly)$")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset(
    "many much often number total please provide give list have been were there with from that this your which what when where would like could each break down broken information details following force police council school schools people officers total year years also were include including request copy copies between during".split()  # noqa: SIM905
)


def no_period(draft: DraftText) -> Iterator[Hit]:
    """Something that goes on happening is asked for, and nothing says for which time."""
    plain = draft.plain
    dated = [ask for ask in draft.asks if _bounded(plain, ask)]
    elsewhere = any(
        sentence.ask is None
        and PERIOD.search(plain, sentence.start, sentence.end)
        and not _BACKGROUND.search(sentence.text)
        for sentence in draft.sentences
    )
    if elsewhere:
        return
    lacking = [ask for ask in draft.asks if ask not in dated and _goes_on_happening(plain, ask)]
    lacking = [ask for ask in lacking if not asks_for_papers(ask.head.text)]
    if dated:
        lacking = [ask for ask in lacking if _is_new(ask, draft.asks, dated)]
    for ask in lacking if dated else lacking[:1]:
        yield _without_period(draft, ask, others=bool(dated))


def _bounded(text: str, ask: Ask) -> bool:
    match = PERIOD.search(text, ask.start, ask.end)
    return match is not None and not VAGUE_PERIOD.match(match[0])


def _goes_on_happening(text: str, ask: Ask) -> bool:
    head = _BRACKETED.sub(" ", text[ask.head.start : ask.head.end])
    counts = _COUNTS.search(head)
    if counts is None or counts.start() > _FAR or not _HAPPENS.search(head):
        return False
    return not any(pattern.search(head) for pattern in (_STANDS, PRESENT, _REFERS, _ONCE))


def _is_new(ask: Ask, asks: Sequence[Ask], dated: Sequence[Ask]) -> bool:
    """Whether a question leads away from those before it that have a period, and so can't borrow theirs."""
    if len(ask.head.text.split()) < _LEAST_NEW:
        return False
    before = [other for other in dated if other.place < ask.place]
    return not before or (
        ask.place > 1 and not any(_subject(ask) & _subject(other) for other in asks if other is not ask)
    )


def _subject(ask: Ask) -> set[str]:
    words = {_SUFFIXES.sub("", word) for word in _WORD.findall(ask.head.text.lower()) if word not in _COMMON}
    return words - _COMMON


def _without_period(draft: DraftText, ask: Ask, *, others: bool) -> Hit:
    first, last = last_full_years(draft.on, 3)
    vague = VAGUE_PERIOD.search(draft.text, ask.head.start, ask.head.end)
    words = f"between {day_in_words(first)} and {day_in_words(last)}"
    if vague is not None:
        fix = Fix(
            "Give the first and the last day you mean; change these if you need others.",
            vague.start(),
            vague.end(),
            words,
        )
        return Hit(
            vague.start(), vague.end(), f"'{vague[0]}' is no period anybody can search by.", fix, ask.name
        )
    at = _end_of_first_sentence(draft.text, ask)
    what = "This question has no period; the others have one." if others else "No period is given."
    fix = Fix(
        "Give the first and the last day you mean; change these if you need others.", at, at, f" {words}"
    )
    return Hit(ask.head.start, ask.head.end, what, fix, ask.name)


def _end_of_first_sentence(text: str, ask: Ask) -> int:
    match = re.search(r"[ \t]*[?.;:]+(?=\s|$)", ask.head.text)
    return ask.head.start + match.start() if match else ask.head.start + len(ask.head.text.rstrip())


# One thing at a time

_WH = r"(?:how\s+(?:many|much|often|long|old)|what|which|who|whose|when|where|why)"
_CLAUSE = re.compile(
    rf"(?P<join>^|[?.;]\s+|[,;]?\s+and\s+(?:also\s+)?|,\s+)(?:of\s+(?:these|those|them)s?,?\s+)?(?P<head>{_WH})\b",
    re.IGNORECASE,
)
_FOLLOW_UP = re.compile(
    r"\b(?:if\s+(?:so|not|yes|no|any|they|it|there|you|the)|where\s+(?:so|possible|available|applicable|this|that|they|it))\b[^?.]{0,40}$",
    re.IGNORECASE,
)
_AUXILIARY = r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could)\b"
_INVERTED = re.compile(
    rf"how\s+(?:many|much|often|long|old)\b|(?:what|which)\s+(?:\w+\s+)?{_AUXILIARY}|(?:when|where|why|who)\s+{_AUXILIARY}|who\s+(?:\w+(?:ed|id|ade|ave)|pays|runs|owns|leads|decides|gets|holds|signs)\b",
    re.IGNORECASE,
)
# A second question that has no subject of its own: what became of those counted first.
_LEANS = re.compile(
    r"how\s+(?:many|much)\s+(?:more\s+)?(?:of|were|are|was|is|had|have|has|led|resulted|went|got|did|do|does|could|would)\b"
    r"|what\s+(?:was|were|is|are)\s+(?:they|it|the\s+(?:\w+\s+)?(?:results?|outcomes?|sanctions?|costs?|reasons?|totals?|values?|average|longest|shortest|highest|lowest|findings?|conclusions?))\b"
    r"|[^.?]{0,200}\b(?:each|them|those|these|they)\b",
    re.IGNORECASE,
)
_LEAST_WORDS = 3
_SURELY = 6  # words: so many say something, whatever their verb
_SAYS = re.compile(
    r"\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|made|gave|took|led|got|went|runs|pays|owns|holds|makes|leads|decides|gets|means|costs|\w{2,}ed)\b",
    re.IGNORECASE,
)


def several_in_one(draft: DraftText) -> Iterator[Hit]:
    """One numbered question that asks for several things."""
    for ask in draft.asks:
        if ask.read.parts:
            continue
        heads = _heads(ask)
        if len(heads) < 2 or (len(heads) == 2 and _leans(ask.head.text, heads[1])):
            continue
        pieces = _pieces(ask, heads)
        if pieces is None:
            continue
        lines = "\n".join(f"({chr(97 + place)}) {piece}" for place, piece in enumerate(pieces))
        yield Hit(
            ask.head.start,
            ask.head.end,
            f"This question asks {len(pieces)} things at once.",
            Fix(
                "Give each its own part, so that each gets its own answer.",
                ask.head.start,
                ask.head.end,
                lines,
            ),
            ask.name,
        )


def _leans(text: str, second: int) -> bool:
    """Whether the second of two questions only says more of what the first one asked for, in the same sentence."""
    return "?" not in text[:second] and _LEANS.match(text, second) is not None


def _heads(ask: Ask) -> list[int]:
    """Where each of the things asked begins, as offsets in the head of the question."""
    text = ask.head.text
    found: list[int] = []
    for match in _CLAUSE.finditer(text):
        if _FOLLOW_UP.search(text, max(0, match.start() - 60), match.start("head")):
            continue
        # In the middle of a sentence a relative clause is likelier than a question, unless its verb comes first.
        inside = (
            match["join"].strip(" ,;").lower() in ("", "and")
            and match.start() > 0
            and "." not in match["join"]
        )
        if inside and "?" not in match["join"] and not _INVERTED.match(text, match.start("head")):
            continue
        found.append(match.start("head"))
    return found


def _pieces(ask: Ask, heads: list[int]) -> list[str] | None:
    """The question cut at these places, each piece a question; ``None`` where a piece would be too little to stand."""
    text = ask.head.text
    bounds = [0 if heads[0] < 25 else heads[0], *heads[1:], len(text)]
    if bounds[0]:
        return None
    pieces = []
    for start, end in itertools.pairwise(bounds):
        words = re.sub(
            r"(?:[\s,;]+(?:and|also|or))+\s*$|[\s,;]+$", "", text[start:end].strip(), flags=re.IGNORECASE
        )
        words = re.sub(r"^(?:and|also)\s+", "", words, flags=re.IGNORECASE).rstrip(" ,;.?\"'”’")
        number = len(words.split())
        if number < _LEAST_WORDS or (number < _SURELY and not _SAYS.search(words)):
            return None
        pieces.append(words[0].upper() + " ".join(words[1:].split()) + "?")
    return pieces


_LEAST_UNNUMBERED = 3
# What only says in which form an answer is wanted is no question to be numbered.
_WISH = re.compile(
    r"\W*(?:i|we)\s+(?:would|should|['’]d)\s+(?:also\s+)?(?:appreciate|be\s+grateful|prefer)\b|\W*(?:can|could|may)\s+(?:this|these|it|they)\b|\W*(?:if|where)\s+possible\b|\W*please\s+(?:break|split|send|provide)\s+(?:this|these|it|them)\b",
    re.IGNORECASE,
)


def not_numbered(draft: DraftText) -> Iterator[Hit]:
    """Several questions in running text, none with a number."""
    bare = [ask for ask in draft.asks if not ask.label]
    wishes = [ask for ask in bare if _WISH.match(ask.head.text)]
    if len(bare) - len(wishes) < _LEAST_UNNUMBERED or len(bare) != len(draft.asks):
        return
    start, end = bare[0].start, bare[-1].end
    between = [draft.text[a.end : b.start] for a, b in itertools.pairwise(bare)]
    sentence = "Number the questions, so that each gets its own answer and can be named in a later letter."
    if wishes or any(gap.strip() for gap in between):
        fix = Fix(sentence)
    else:
        numbered = "\n".join(
            f"{place}. {draft.text[ask.start : ask.end].strip()}" for place, ask in enumerate(bare, 1)
        )
        fix = Fix(sentence, start, end, numbered)
    yield Hit(start, end, f"{len(bare) - len(wishes)} questions stand here without numbers.", fix)


MOST_QUESTIONS = 12
MOST_PARTS = 30


def too_many(draft: DraftText) -> Iterator[Hit]:
    """More questions than one request carries well."""
    parts = sum(max(1, len(ask.read.parts)) for ask in draft.asks)
    if len(draft.asks) <= MOST_QUESTIONS and parts <= MOST_PARTS:
        return
    number = plural(len(draft.asks), "question")
    what = f"{number}, {parts} with their parts." if parts > len(draft.asks) else f"{number} in one letter."
    where = draft.asks[min(MOST_QUESTIONS, len(draft.asks) - 1)]
    yield Hit(
        where.start,
        where.end,
        what,
        Fix(
            "Put the questions you need most first and keep the rest for a later request about something else."
        ),
    )
