"""Which way of reading a letter explains it best: questions ask, the authority answers, nothing asked is left over.

The weights say what counts for how much. They hold for every family; none was fitted to a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from requests_app.core.reading.correspondence import is_closing
from requests_app.core.reading.folding import Folded
from requests_app.core.reading.labels import Kind, label_at
from requests_app.core.reading.lines import Line, words_of
from requests_app.core.reading.memory import kept
from requests_app.core.reading.outcomes import is_formula
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.request_block import is_heading, is_reply_start
from requests_app.core.reading.ways import NOTHING, Way
from requests_app.core.reading.wording import asks, courtesy, tied

ASKS = 1.0  # a question that asks
LABELLED = 0.3  # and has a label
NAMED = 0.6  # one that does not, but has a label
PART = 0.3  # a part that asks
SWALLOWED = -1.0  # a question with figures after its question mark
FORMULA = -1.8  # one that states what became of something
TWICE = -1.0  # a label that stands twice
AGAIN = -2.3  # a question that stands twice
ELSEWHERE = -0.7  # the request stands in another letter
ITEM = 0.3  # a bullet before more
TINY = -0.4  # a bullet before a word or two
BARE = 0.1  # one that does neither
SPEAKS = -1.6  # a line of the request in which the authority speaks
ANSWERS = -2.0  # one that is a figure, or yes or no
INCLUDED = -1.5  # one that only says what another should include
LOST = -0.2  # a line of the request below the last question
LONG = -1.0  # a question longer than people write
ANSWERED = 0.6  # a question with an answer of its own
UNLIKELY = -0.2  # one with something below it that does not look like an answer
SHARED = 0.25  # one that one reply answers with others
SILENT = -0.5  # one that nothing answers
CUT = -0.3  # one of a text that ends before any answer
STRAY = -0.9  # a line of the answers that asks
MISPLACED = -1.5  # a heading for the whole reply among questions with answers
UNANNOUNCED = -0.8  # words introduce it, and this way does not begin there
ANNOUNCED = 0.7  # words introduce the request
WELL = 2.0  # a way that explains a letter well
LONGEST_QUESTION = 1_500  # characters
MOST_LINES = 400  # of answers looked at for what asks


def best_way(ways: Iterable[Way]) -> Way:
    """The way that explains the letter best, the first of equals. Where one that words announce explains it well, those
    that begin elsewhere in spite of them are not looked at.
    """
    best = NOTHING
    top = 0.0
    for way in ways:
        if way.passed and best.announced and top >= WELL:
            break
        value = weight(way)
        if best is NOTHING or value > top:
            best, top = way, value
    return best


def weight(way: Way) -> float:
    """How well a way of reading explains the letter. Nothing found is 0."""
    if not way.found:
        return 0.0
    total = ANNOUNCED * way.announced + sum(_question(found) for found in way.found)
    total += sum(SPEAKS for line in _asked_lines(way) if speaks(line.body))
    total += TWICE * _repeated_labels(way.found) + ELSEWHERE * way.elsewhere
    total += UNANNOUNCED * way.passed
    total += MISPLACED * _heading_misplaced(way) + LOST * _lost(way)
    return total + _answers(way) + STRAY * _strays(way)


def _lost(way: Way) -> int:
    """How many lines stand below the last question and in no answer, courtesies apart."""
    if way.pairs or way.exchange:
        return 0
    end = max(found.end for found in way.found)
    return min(sum(line.at >= end and not courtesy(line.body) for line in way.request), 5)


def _heading_misplaced(way: Way) -> bool:
    """Whether a heading for the reply stands under some of the questions only: then it heads the reply to them all."""
    if not way.pairs or len(way.found) < 2:
        return False
    headed = sum(any(is_heading(line) for line in found.rest) for found in way.found)
    return 0 < headed <= len(way.found) // 2


def _repeated_labels(found: Sequence[Found]) -> float:
    """How many questions carry the label of the one before, or a "Q1" of any before; one that stands a second time, word
    for word, counts more.
    """
    twice = sum(bool(a.order) and a.order == b.order for a, b in pairwise(found))
    words = [q.order for q in found if q.label and q.label.kind is Kind.WORD and q.order]
    twice = max(twice, len(words) - len(set(words)))
    begun = [" ".join(words_of(question.read.text)[:8]) for question in found]
    again = sum(begin in begun[:place] for place, begin in enumerate(begun) if len(begin) > 12)
    return twice + again * AGAIN / TWICE


_INCLUDE = Folded(r"^(?:please\s+)?(?:also\s+)?includ(?:e|ing)\b")
_ANSWER_ALONE = Folded(r"^(?:(?:yes|no|none|nil|n/a)\b|[\W\d]*\d[\W\d]*(?:$|(?:and|out of|to)\b))")
_ANSWERED_INSIDE = re.compile(
    r"\s[-=:]\s+(?:\u00a3?\d[\d,.]*%?(?!\s*(?:to|and|-)?\s*\d)|yes|no|none|nil|please see\b.{0,60})$|\?\s+(?:\u00a3\s?)?\d[\d,.%\s\u00a3]*(?:$|(?=\s[A-Z0-9]))"
)


def _question(found: Found) -> float:
    read = found.read
    text = read.text or " ".join(part.text for part in read.parts)
    asking = asks(text)
    labelled = found.label is not None
    value = ASKS + LABELLED * labelled if asking else NAMED if labelled else BARE
    if found.label is not None and found.label.kind is Kind.BULLET and not asking:
        value = TINY if len(text.split()) < 4 else ITEM
    if text and "?" not in text and is_formula(text[:LONGEST_QUESTION]) and (labelled is False or not asking):
        value += FORMULA
    if not asking and _ANSWER_ALONE.match(text):
        value += ANSWERS
    if not labelled and _INCLUDE.match(text):
        value += INCLUDED
    value += PART * sum(asks(part.text) for part in read.parts)
    if _ANSWERED_INSIDE.search(text):
        value += SWALLOWED
    return value + (LONG if len(text) > LONGEST_QUESTION else 0)


def _asked_lines(way: Way) -> Iterable[Line]:
    """The lines that the way takes as the requester's."""
    spans = [(found.start, found.end) for found in way.found]
    lines = way.request
    if way.pairs:
        return [line for line in lines if any(start <= line.at < end for start, end in spans)]
    return lines if way.announced else [line for line in lines if spans and line.start >= spans[0][0]]


@kept
def speaks(body: str) -> bool:
    """Whether a line is the authority's by its words."""
    line = Line(body, 0, len(body))
    if asks(body) and not is_reply_start(line):
        return False
    return is_reply_start(line) or is_closing(line)


def _answers(way: Way) -> float:
    if not way.pairs:
        if not way.reply:
            return CUT * len(way.found)
        own = max(_labelled(way.reply, way.found), len(way.found) == 1)
        return ANSWERED * own + SHARED * (len(way.found) - own)
    if not any(found.rest for found in way.found):
        return CUT * len(way.found)
    return sum(_answered(found.rest) for found in way.found)


def _answered(rest: Sequence[Line]) -> float:
    """How much what stands below a question looks like its answer."""
    if not rest:
        return SILENT
    return ANSWERED if any(answers(line.body) for line in rest[:4]) else UNLIKELY


def _labelled(reply: Sequence[Line], found: Sequence[Found]) -> int:
    """How many of the questions' labels stand again in the reply, in order."""
    wanted = {question.order for question in found if question.order}
    labels = (label_at(line.body) for line in reply[:MOST_LINES])
    seen = {label.order for label in labels if label and label.kind in (Kind.NUMBER, Kind.WORD, Kind.CAPITAL)}
    return len(wanted & seen)


def _strays(way: Way) -> int:
    """How many lines of the answers ask for something that is none of the questions repeated."""
    known = [" ".join(words_of(found.read.text)) for found in way.found]
    lines = list(way.reply) if not way.pairs else [line for found in way.found for line in found.rest]
    count = (
        sum(_left_out(line) for line in way.request if line.at < way.found[0].start) if way.announced else 0
    )
    if not way.pairs and lines:
        count += _wishes(lines[0].body) + 3 * _goes_on(lines[0], way.found)
    for line in lines[:MOST_LINES]:
        if is_closing(line):
            break
        label = label_at(line.body)
        body = line.body[label.length :] if label else line.body
        if body.endswith("?") and asks(body) and not courtesy(body) and not _repeats(body, known):
            count += 1
    return count


def _goes_on(line: Line, found: Sequence[Found]) -> bool:
    """Whether what is taken as the reply begins with the first part of the last question: (i) below E)."""
    label = label_at(line.body)
    if label is None or label.kind not in (Kind.LETTER, Kind.ROMAN) or label.order != 1:
        return False
    own = {question.label.kind for question in found if question.label}
    return bool(own) and label.kind not in own and not any(question.read.parts for question in found[:1])


def _wishes(body: str) -> bool:
    """Whether what is taken as the reply begins with a wish of the requester's."""
    return not is_heading(Line(body, 0, len(body))) and (asks(body) or tied(body)) and not is_formula(body)


def _left_out(line: Line) -> bool:
    """Whether a line asks under a label and this way begins only after it."""
    label = label_at(line.body)
    return label is not None and label.kind in (Kind.NUMBER, Kind.WORD) and asks(line.body[label.length :])


def _repeats(body: str, known: Sequence[str]) -> bool:
    words = " ".join(words_of(body)[:6])
    return any(words in text for text in known)


_SHORT = Folded(r"^(?:yes|no|none|nil|n/?a|not|see|as|attached|zero|\W*\d|\u00a3)\b|\d")


@kept
def answers(body: str) -> bool:
    """Whether a line below a question may be its answer: a sentence, a figure, a yes or no, or a formula."""
    if asks(body):
        return False
    label = label_at(body)
    if label is not None and label.kind is Kind.NUMBER:
        body = body[label.length :]
    return bool(_SHORT.search(body)) or body.endswith(".") or speaks(body) or is_formula(body)
