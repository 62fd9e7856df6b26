"""How alike two requests are: for "already asked", and for the rule that adds up similar requests (regulation 5).

By words alone, without an index: common words and the language of requests weigh nothing, endings are cut, years and
numbers don't count, so that the same question about another year is alike. Pages that look through thousands use the
full-text search first and this on what it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

ALIKE = 0.4
"""From this likeness on two questions ask for the same or similar information; see tests/core/test_similarity.py."""

LONGEST = 20_000
"""Characters of one question that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOTHING = frozenset(
    """
    a about above across act after again all also am an and annual any anything are as at back based be because been before being below between both
    breakdown broken by can census complete copies copy could current currently data date day days detail details did disclose do does doing done down during each either
    else etc every everything excel file fill financial find first following foi foia for form format freedom from full further get give given got grateful had has have
    having held help her here hers hold holds how i if in include included including information inform into is it item its itself just know let like list look made
    make many may me month months more most much my name need next no nor not note now number numbers of off on once one only or order other our out over own
    part per period please possible previous provide provided question questions record recorded records regard regarding relate related relating request requested
    same section see send separate separately set shall she should show since so some spreadsheet state such supply tell than thank that the their them then there these
    they this those three through time to total totals two type types under until up us use was we were what when where whether which while who whom why will wish with
    within would year years yes you your yours last past calendar academic january february march april june july august september october november december
    """.split()  # noqa: SIM905
)
# Words nearly every request has: they say little about what is asked.
_COMMON = frozenset(
    "police officer force council school pupil child student staff people public authority department trust hospital local area person team service cost case incident meet minute mail email correspondence document letter message report policy paid amount children".split()  # noqa: SIM905
)
_COMMON_WEIGHT = 0.35
_PAIR_WEIGHT = 0.6
_ENOUGH = 2.5  # weight shared: two telling words side by side; less than that is chance
_PLURALS = (
    ("ies", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("'s", ""),
    ("’s", ""),
    ("s", ""),
)
_VERBS = (("ing", ""), ("ed", ""))
_LEAST = 4
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is about: its telling words, and those that stand side by side."""

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions that are alike: their places in their requests, and how much, from 0 to 1."""

    ours: int
    theirs: int
    likeness: float


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in lower case without its endings: ``searches`` and ``searched`` are both ``search``."""
    word = _cut(word.lower(), _PLURALS)
    bare = _cut(word, _VERBS)
    doubled = bare != word and len(bare) > _LEAST and bare[-1] == bare[-2] != "s"
    return bare[:-1] if doubled else bare


def _cut(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        if word.endswith(ending) and not word.endswith("ss"):
            bare = word[: len(word) - len(ending)] + instead
            return bare if len(bare) >= _LEAST else word
    return word


def telling_words(text: str) -> list[str]:
    """The words of a text that say what it is about, in small letters, each once, those that nearly every request has
    last. Letters alone: no mark of any search language is among them.
    """
    found = (re.split(r"['’]", word)[0].lower() for word in _WORD.findall(text[:LONGEST]))
    words = dict.fromkeys(word for word in found if word not in _NOTHING and 1 < len(word) <= _LONGEST_WORD)
    return sorted(words, key=lambda word: stem(word) in _COMMON)


def fingerprint(text: str) -> Fingerprint:
    """What ``text`` is about. Any text has one, if an empty one."""
    words = [
        stem(word) for word in _WORD.findall(text[:LONGEST]) if word.lower() not in _NOTHING and len(word) > 1
    ]
    return Fingerprint(frozenset(words), frozenset(pairwise(words)))


def likeness(a: Fingerprint, b: Fingerprint) -> float:
    """How alike two texts are, from 0 (nothing in common) to 1 (the same words).

    The mean of what they share of both and of what they share of the shorter: a question that adds a breakdown to
    another is alike, one that shares a single word with a long one is not.
    """
    shared = _weight(a.words & b.words, len(a.pairs & b.pairs))
    if not shared:
        return 0.0
    one, other = _weight(a.words, len(a.pairs)), _weight(b.words, len(b.pairs))
    whole, small = one + other - shared, min(one, other)
    return min(1.0, shared / _ENOUGH) * (shared / whole + shared / small) / 2


def _weight(words: frozenset[str], pairs: int) -> float:
    common = len(words & _COMMON)
    return len(words) - common + common * _COMMON_WEIGHT + pairs * _PAIR_WEIGHT


def alike(ours: Sequence[str], theirs: Sequence[str], *, least: float = ALIKE) -> tuple[Pair, ...]:
    """The questions of ours that some question of theirs is like, each with its nearest, the most alike first."""
    others = [fingerprint(text) for text in theirs]
    found = []
    for place, text in enumerate(ours):
        mine = fingerprint(text)
        best = max(((likeness(mine, other), -there) for there, other in enumerate(others)), default=(0.0, 0))
        if best[0] >= least:
            found.append(Pair(place, -best[1], round(best[0], 4)))
    return tuple(sorted(found, key=lambda pair: (-pair.likeness, pair.ours)))


def likeness_of_requests(ours: Iterable[str], theirs: Iterable[str]) -> float:
    """How alike the two most alike questions of two requests are: regulation 5 asks for "any extent"."""
    mine, others = [fingerprint(text) for text in ours], [fingerprint(text) for text in theirs]
    return max((likeness(one, other) for one in mine for other in others), default=0.0)
