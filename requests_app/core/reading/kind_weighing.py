"""What speaks for each kind of message: every cue found, in which sentence, and how much it weighs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from requests_app.core.reading.families import spaced
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.kind_cues import (
    ASKS_CONSENT,
    CONDITION,
    CUES,
    HEADERS,
    RIGHTS,
    SUBJECTS,
    Cue,
    Says,
)
from requests_app.core.reading.kind_cues_plain import PLAIN_CUES, PLAIN_SUBJECTS
from requests_app.core.reading.kind_transfers import transfer_in
from requests_app.core.reading.lines import lower
from requests_app.core.reading.passages import Passage
from requests_app.core.reading.records import Finding

# Sentences looked at: what a message is stands at its head, or at its foot.
LONGEST = 500  # characters of a sentence that are looked at
A_TABLE = 4  # bars in a line that is a table's
HEAD, FROM_START, FROM_END = 30, 20, 15
PLAIN = 3.0  # the weight of answers in its head by which a letter is a reply, whatever follows

# What is said to be going to happen has not happened: an announced answer is none.
_FUTURE = Folded(
    spaced(
        r"\b(?:will|shall|aims? to|intend to|hope to|expect to|in order to|once|until|before|to be|to determine|to establish|going to|endeavour to|should receive)\b"
    ),
)
_DONE = frozenset({Says.REVIEWED, Says.ANSWERS, Says.GIVES, Says.REFUSES, Says.NOT_HELD})
_FIRM = frozenset({Says.REFUSES, Says.NOT_HELD})
# An extension, a question or a transfer told of as past is not this message's.
_PAST = Folded(
    spaced(
        r"\b(?:previously|earlier (?:letter|e-?mail|response|reply|message)|wrote to you (?:on|to|again)|advised you (?:on|that)|informed you (?:on|that)|we (?:then )?asked you|you (?:then )?(?:clarified|replied|responded|confirmed)|was extended|were extended|had been|following (?:your|our|receipt of your)|thank you for (?:your|the|providing|sending|the) (?:\w+ ){0,2}(?:clarif|payment|further)|told you|we needed|(?:received|receipt of) your (?:payment|clarif\w*)(?! (?:we|the \w+) will)|you paid|in (?:our|my) (?:letter|e-?mail|response) (?:of|dated))"
    ),
)
_NOW = frozenset({Says.EXTENDS, Says.ASKS, Says.CHARGES, Says.TRANSFERS})
_ASKED_OF_US = re.compile(
    spaced(r"^\W{0,3}(?:I|we) (?:would|am|are) (?:\w+ )?(?:like|requesting|interested)")
)


_CUES = (*CUES, *PLAIN_CUES)
_SUBJECTS = (*SUBJECTS, *PLAIN_SUBJECTS)
_UNHINTED = tuple(number for number, cue in enumerate(_CUES) if not any(cue.hints))
_BY_HINT: dict[str, list[int]] = {}
for _number, _cue in enumerate(_CUES):
    for _hint in filter(None, _cue.hints):
        _BY_HINT.setdefault(_hint, []).append(_number)


@dataclass(slots=True)
class Weighed:
    """``score`` by what is said; ``found`` the evidence for it, in the order of the text."""

    score: dict[Says, float] = field(default_factory=dict)
    found: dict[Says, list[Finding]] = field(default_factory=dict)

    def __getitem__(self, says: Says) -> float:
        return self.score.get(says, 0.0)

    @property
    def answers(self) -> float:
        """How much speaks for its giving, refusing or not holding what was asked."""
        return self[Says.ANSWERS] + self[Says.GIVES] + self[Says.REFUSES] + self[Says.NOT_HELD]

    def add(self, says: Says, weight: float, finding: Finding) -> None:
        """Count one more piece of evidence."""
        self.score[says] = min(self.score.get(says, 0.0) + weight, 5.0)
        self.found.setdefault(says, []).append(finding)


def weigh(passages: Sequence[Passage], subject: str, headers: Mapping[str, str] | None) -> Weighed:
    """Weigh the sentences of a letter, its subject and the headers of its message."""
    weighed = Weighed()
    _weigh_headers(weighed, headers or {})
    _weigh_subject(weighed, subject[:500])
    passages = [_head(passage) for passage in passages if passage.text.count("|") < A_TABLE]
    _weigh_passages(weighed, passages[:HEAD])
    rest = passages[HEAD:]
    if weighed.answers >= PLAIN:
        rest = rest[-FROM_END:]
    elif len(rest) > FROM_START + FROM_END:
        rest = [*rest[:FROM_START], *rest[-FROM_END:]]
    _weigh_passages(weighed, rest)
    return weighed


_OF_MAIL = ("deliver", "recipient", "mailbox", "smtp", "blocked", "rejected", "mail system", "not found")


def _head(passage: Passage) -> Passage:
    """What is longer than a sentence is a list or a table without stops; it says what it is at its head."""
    if len(passage.text) <= LONGEST:
        return passage
    return replace(passage, text=passage.text[:LONGEST], end=passage.start + LONGEST)


def _weigh_passages(weighed: Weighed, passages: Sequence[Passage]) -> None:
    """Each cue looks only into the sentences that hold one of its hints; error numbers count only where mail is spoken of."""
    text = "\n".join(lower(passage.text) for passage in passages)
    ends = list(accumulate(len(passage.text) + 1 for passage in passages))
    mail = any(word in text for word in _OF_MAIL)
    for passage, met in zip(passages, _met(text, ends), strict=True):
        cues = [_CUES[number] for number in sorted(met)]
        cues = cues if mail else [cue for cue in cues if cue.says is not Says.BOUNCES]
        if cues:
            _weigh_passage(weighed, passage, cues)
    for passage in passages:
        _weigh_transfer(weighed, passage)


def _met(text: str, ends: Sequence[int]) -> list[set[int]]:
    """The cues by number of which a hint stands in each sentence; ``ends`` says where the next one begins."""
    met = [set(_UNHINTED) for _ in ends]
    for hint, numbers in _BY_HINT.items():
        at = text.find(hint)
        while at >= 0:
            place = bisect_right(ends, at)
            met[place].update(numbers)
            at = text.find(hint, ends[place])
    return met


def _weigh_headers(weighed: Weighed, headers: Mapping[str, str]) -> None:
    given = {name.lower(): value for name, value in headers.items()}
    for name, pattern, says, weight in HEADERS:
        value = given.get(name, "")
        if pattern.search(value[:1000]):
            weighed.add(says, weight, Finding("header", f"{name}: {value}"[:200], 0, 0, min(weight, 0.95)))


def _weigh_subject(weighed: Weighed, subject: str) -> None:
    plain = re.sub(r"^\s*(?:(?:re|fw|fwd|aw)\s*:\s*)+", "", subject.strip(), flags=re.IGNORECASE)
    own = plain == subject.strip()  # "RE: Acknowledge my request" is what the requester wrote
    for cue in _SUBJECTS:
        if own and cue.pattern.search(plain):
            weighed.add(cue.says, cue.weight, Finding("subject", subject.strip()[:200], 0, 0, 0.8))


def _weigh_passage(weighed: Weighed, passage: Passage, cues: Sequence[Cue]) -> None:
    low = passage.text.lower()
    if RIGHTS.search(passage.text) and Says.REVIEWED not in _reviewed(low):
        return
    best: dict[Says, tuple[float, re.Match[str]]] = {}
    for cue in cues:
        match = cue.pattern.search(passage.text)
        if match is None or not _happens(cue.says, passage.text, match):
            continue
        if cue.says not in best or best[cue.says][0] < cue.weight:
            best[cue.says] = cue.weight, match
    for says, (weight, match) in best.items():
        start, end = passage.start + match.start(), passage.start + match.end()
        weighed.add(says, weight, Finding(says.value, match[0].strip()[:200], start, end, min(weight, 0.95)))


def _weigh_transfer(weighed: Weighed, passage: Passage) -> None:
    found = transfer_in(passage.text)
    if found is None or _PAST.search(passage.text):
        return
    condition = CONDITION.search(passage.text[: found.start])
    if condition and not ASKS_CONSENT.search(passage.text):
        return
    start, end = passage.start + found.start, passage.start + found.end
    weighed.add(
        Says.TRANSFERS, 1.0, Finding("transfers", passage.text[found.start : found.end], start, end, 0.9)
    )


def _reviewed(low: str) -> tuple[Says, ...]:
    """A review's outcome speaks of reviews without being one of the sentences about rights."""
    told = (
        "outcome of",
        "have completed",
        "have concluded",
        "have conducted",
        "have now",
        "upheld",
        "uphold",
    )
    return (Says.REVIEWED,) if "review" in low and any(words in low for words in told) else ()


def _happens(says: Says, text: str, match: re.Match[str]) -> bool:
    """Whether the sentence does it, here and now."""
    before = text[: match.start()]
    if CONDITION.search(before[-160:]) or (says in _FIRM and CONDITION.search(match[0])):
        return False
    if says in _DONE and _FUTURE.search(before[-90:]):
        return False
    return not (says in _NOW and (_PAST.search(text) or _ASKED_OF_US.match(text)))
