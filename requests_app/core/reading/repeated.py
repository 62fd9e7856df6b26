"""The requester's own words found again in the reply: an authority may cut a letter into clauses and answer each.

Used where the request itself stands in the text, as in a thread or below the signature.
"""

from __future__ import annotations

from collections.abc import Sequence

from requests_app.core.reading.labels import label_at
from requests_app.core.reading.lines import Line, Source, words_of
from requests_app.core.reading.paragraphs import merged
from requests_app.core.reading.question_builder import Found
from requests_app.core.reading.records import QuestionRead
from requests_app.core.reading.wording import asks

_FEWEST = 3  # words of a line that count as repeated
_LEAST = 2  # questions that must be found


def repeated_lines(source: Source, own: Sequence[Line], printed: Sequence[Line]) -> list[Found]:
    """The clauses of the request that stand again in the reply, each with the lines below it in ``rest``; nothing
    unless two are found that have answers.
    """
    words = [word for line in own for word in words_of(line.text)]
    text = f" {' '.join(words)} "
    runs: list[list[Line]] = []
    rests: list[list[Line]] = []
    at = -1
    for line in printed:
        mine = words_of(line.text)
        needle = f" {' '.join(mine)} "
        place = text.find(needle, max(at - 1, 0)) if len(mine) >= _FEWEST or (runs and not rests[-1]) else -1
        if place < 0 or not mine:
            if runs:
                rests[-1].append(line)
            continue
        if runs and not rests[-1] and place <= at:
            runs[-1].append(line)
        else:
            runs.append([line])
            rests.append([])
        at = place + len(needle) - 1
    found = [_found(source, run, list(merged(source, rest))) for run, rest in zip(runs, rests, strict=True)]
    asking = [one for one in found if asks(one.read.text) or one.read.text[:1].islower()]
    if len(asking) < _LEAST or sum(bool(one.rest) for one in found) * 2 < len(found):
        return []
    return found


def _found(source: Source, run: Sequence[Line], rest: list[Line]) -> Found:
    label = label_at(run[0].body)
    start, end = run[0].at, run[-1].end
    text = source.printed(start + (label.length if label else 0), end)
    read = QuestionRead(label.printed if label else "", text, (), start, end, 0.7)
    return Found(read, label, start, end, rest)
