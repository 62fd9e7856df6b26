"""The reply held against the request: which answer belongs to which question of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from requests_app.core.reading.records import AnswerRead

_NOISE = re.compile(r"[^a-z0-9]+")
_PREFIX = re.compile(r"^(?:questions?|requests?|q)(?=[0-9a-z])")


def bare(label: str) -> str:
    """``Q1 -``, ``Question 1`` and ``1)`` are all ``1``; a label of signs alone is empty."""
    return _PREFIX.sub("", _NOISE.sub("", label.lower()))


def match_answers(labels: Sequence[str], answers: Sequence[AnswerRead]) -> list[AnswerRead | None]:
    """The answer to each of our questions, in their order, None where the reply has none.

    Labels decide; a question printed without one goes by its place. Where no label of the reply is one of
    ours (the authority numbered afresh) and there are as many answers as questions, their order decides.
    """
    whole = [answer for answer in answers if not answer.part]
    by_label = {bare(answer.label): answer for answer in whole}
    ours = [bare(label) or str(place) for place, label in enumerate(labels, start=1)]
    matched = [by_label.get(label) for label in ours]
    if not any(matched) and len(whole) == len(ours):
        return list(whole)
    return matched
