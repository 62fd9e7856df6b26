"""Which question a paragraph is about, by the words that only that question uses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.lines import words_of
from requests_app.core.reading.memory import kept

# Words that every request and every reply uses: they tell nothing apart.
_COMMON = frozenset(
    re.split(
        r"\s+",
        """a an the of to in on at by for from with without and or but not no nor is are was were be been being has have had do does did will
        would shall should can could may might must this that these those there here it its they them their we us our i me my you your he she
        his her who whom whose which what when where why how many much often if as than then so such some any all each every both either other
        another more most less least few own same very also only just please provide give tell send state list confirm supply like want know
        request requests requested question questions answer answers information data details detail number numbers figure figures total
        copy copies held hold holds record records recorded year years month months date dates time period between since during per following
        act section sections freedom foi foia exempt exemption exemptions disclosure disclose disclosed withheld refused public interest
        available provided see attached below above table trust council force police department university service authority constabulary
        could kindly thank thanks regards name names up out into over about under within after before through one two three four five six
        seven eight nine ten first second third last include including includes""".strip(),
    )
)
_ENDING = re.compile(r"(?:ies|ing|ed|es|s|ly)$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_DAY = re.compile(r"\d{1,2}$|(?:19|20)\d\d$|\d+(?:st|nd|rd|th)$")  # days and years tell nothing apart
MOST = 600  # words of a paragraph looked at


def stem(word: str) -> str:
    """The word without the ending that number or tense gives it."""
    return _ENDING.sub("", word).rstrip("e") if len(word) > 4 else word


@kept
def content_of(text: str) -> frozenset[str]:
    """The words of a text that may tell it from others."""
    return frozenset(
        stem(word)
        for word in words_of(
            _ADDRESS.sub(" ", text) if "www." in text or "@" in text or "//" in text else text
        )[:MOST]
        if word not in _COMMON and len(word) > 1 and not (word[0].isdigit() and _DAY.match(word))
    )


class Topics:
    """The questions by their own words."""

    def __init__(self, texts: Sequence[str]) -> None:
        contents = [content_of(text) for text in texts]
        self.own = [
            words - set().union(*(other for place, other in enumerate(contents) if place != index))
            for index, words in enumerate(contents)
        ]

    def best(self, text: str, least: int = 1) -> int | None:
        """The question whose own words the text uses most, ``least`` of them at the least; ``None`` where none does, or
        two do equally.
        """
        scores = self.scores(text)
        top = max(scores, default=0)
        return scores.index(top) if top >= max(least, 1) and scores.count(top) == 1 else None

    def scores(self, text: str) -> list[int]:
        """How many of each question's own words the text uses."""
        words = content_of(text)
        return [len(words & own) for own in self.own]
