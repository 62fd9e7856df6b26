"""Sentences that hold a word or two that matter, in time that grows no faster than the text.

An expression that begins with "whatever stands before it in the sentence" tries every beginning anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from requests_app.core.reading.folding import Folded

_STOPS = ".?!\n"


def sentences_holding(pattern: Folded, text: str, start: int = 0, end: int | None = None) -> Iterator[slice]:
    """Where between two offsets sentences stand in which the pattern does: without their stops, one after the other.
    A match that runs over the end of a line joins the two.
    """
    end = len(text) if end is None else min(end, len(text))
    found = pattern.places(text, start, end)
    at = start
    first = next(found, None)
    while first is not None:
        begin = max(at, *(text.rfind(stop, at, first[0]) + 1 for stop in _STOPS))
        stop = _stop(text, first[0], end)
        last, following = first, next(found, None)
        while following is not None and following[0] < stop:
            last, following = following, next(found, None)
        at = _stop(text, last[1], end)
        yield slice(begin, at)
        while following is not None and following[0] < at:
            following = next(found, None)
        first = following


def _stop(text: str, at: int, end: int) -> int:
    return min(place if (place := text.find(stop, at, end)) >= 0 else end for stop in _STOPS)
