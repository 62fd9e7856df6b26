"""Answers in the order of the questions, with no label: which paragraphs begin the next one's answer.

People answer from the top. A paragraph begins the next question's answer when it uses that question's own words; as many
paragraphs as questions answer one each.
"""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.lines import Line
from requests_app.core.reading.topics import Topics

MOST_PARAGRAPHS = 60  # of a reply; what is longer is no list of answers
MOST_QUESTIONS = 30
ENOUGH = 3  # words in common that count: more tell no more
AWAY = 2.0  # the price of a word of another question where an answer begins or goes on
Score = tuple[float, list[int]]


def in_order(
    paragraphs: Sequence[Sequence[Line]], topics: Topics, named: Sequence[int | None]
) -> list[list[Line]] | None:
    """The lines of each question's answer, in the order of the questions; ``None`` where order and words do not agree.

    ``named`` has for each paragraph the question that it names, if it names one. What stands before the first answer
    is left out.
    """
    count = len(topics.own)
    if not 1 < count <= MOST_QUESTIONS or not count <= len(paragraphs) <= MOST_PARAGRAPHS:
        return None
    shared = [_shared(topics, lines, name) for lines, name in zip(paragraphs, named, strict=True)]
    starts = _starts(shared, count)
    words = [shared[start][question] for question, start in enumerate(starts)]
    astray = sum(max(shared[start]) > word for start, word in zip(starts, words, strict=True))
    one_each = len(paragraphs) == count and sum(map(bool, words)) > astray
    if not one_each and (astray or not all(words)):
        return None
    ends = [*starts[1:], len(paragraphs)]
    return [
        [line for lines in paragraphs[start:end] for line in lines]
        for start, end in zip(starts, ends, strict=True)
    ]


def _shared(topics: Topics, lines: Sequence[Line], named: int | None) -> list[int]:
    """How many words of each question, of those no other question uses, the paragraph uses too."""
    if named is not None:
        return [ENOUGH * (question == named) for question in range(len(topics.own))]
    return [min(score, ENOUGH) for score in topics.scores(" ".join(line.body for line in lines))]


def _starts(shared: Sequence[Sequence[int]], count: int) -> list[int]:
    """The paragraphs at which the answers begin, so that most of the words agree."""
    best: list[Score] = [(0.0, []), *[(float("-inf"), [])] * count]  # by the number of answers begun
    for place, scores in enumerate(shared):
        after = list(best)
        for begun in range(count + 1):
            value, starts = best[begun]
            after[begun] = value + _going_on(scores, begun - 1), starts
        for begun in range(count):
            value, starts = best[begun]
            started = value + _begins(scores, begun)
            if started > after[begun + 1][0] or not after[begun + 1][1]:
                after[begun + 1] = started, [*starts, place]
        best = after
    return best[count][1]


def _begins(scores: Sequence[int], question: int) -> float:
    return scores[question] - AWAY * max(0, max(scores) - scores[question])


def _going_on(scores: Sequence[int], question: int) -> float:
    """What a paragraph says for belonging to the answer above it; ``question`` is -1 before the first."""
    own = scores[question] if question >= 0 else 0
    return 0.4 * own - max(0, max(scores) - own)
