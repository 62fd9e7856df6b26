"""The kind of a message by the words it uses, learned from labelled messages: what the cues of ``kind_cues`` know only in
words they have met, this knows in others. A linear model over words and pairs of words; its weights are data
(``kind_weights``), made by ``python -m tests.core.reading.train_kinds`` (docs/adr/0007).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import exp, log, sqrt

from requests_app.core.reading import kind_weights
from requests_app.core.reading.passages import Passage
from requests_app.core.states import MessageKind

MOST_WORDS = 400  # of a letter, from its head: what a message is stands there
FEWEST = 6  # features known
MOST_SENTENCES = 40
_WORD = re.compile(r"[a-z']+|\u00a3|\d[\d,.]*")
_SUBJECT = re.compile(r"[a-z]+")
_OWN_SUBJECT = re.compile(r"^\s*(?:re|fwd?|aw)\s*:", re.IGNORECASE)


def features_of(
    passages: Sequence[Passage], subject: str, headers: Mapping[str, str] | None
) -> dict[str, float]:
    """What the model looks at, each with how much there is of it: words and pairs of words of the letter, words of the
    subject (``s:``), names of headers (``h:``). A number is ``0``, whatever it is.
    """
    text = " ".join(passage.text for passage in passages[:MOST_WORDS]).lower().replace("\u2019", "'")
    words = ["0" if word[0].isdigit() else word for word in _WORD.findall(text[: MOST_WORDS * 12])][
        :MOST_WORDS
    ]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    mark = "r:" if _OWN_SUBJECT.match(subject) else "s:"
    named = (f"{mark}{word}" for word in _SUBJECT.findall(subject[:300].lower()))
    sent = (f"h:{name.lower()}" for name in headers or {})
    counted: Counter[str] = Counter()
    for each in (words, pairs, named, sent):
        counted.update(each)
    return {name: 1 + log(times) for name, times in counted.items()}


def chances(features: Mapping[str, float]) -> dict[MessageKind, float]:
    """How likely each kind is, adding up to 1; all are equally where too few of the words are known."""
    rows = _weights()
    weighed = {name: value * rows[name][0] for name, value in features.items() if name in rows}
    if len(weighed) < FEWEST:
        return dict.fromkeys(_KINDS, 1 / len(_KINDS))
    length = sqrt(sum(value * value for value in weighed.values())) or 1.0
    scores = list(kind_weights.BIASES)
    for name, value in weighed.items():
        for place, weight in enumerate(rows[name][1]):
            scores[place] += weight * value / length
    return dict(zip(_KINDS, _softmax(scores), strict=True))


def telling(passages: Sequence[Passage], kind: MessageKind) -> Passage | None:
    """The sentence whose words speak most for a kind; ``None`` where none does."""
    place = _KINDS.index(kind)
    rows = _weights()

    def speaks(passage: Passage) -> float:
        found = features_of([passage], "", None)
        return sum(rows[name][0] * rows[name][1][place] for name in found if name in rows)

    best = max(passages[:MOST_SENTENCES], key=speaks, default=None)
    return best if best is not None and speaks(best) > 0 else None


def _softmax(scores: Iterable[float]) -> list[float]:
    scores = list(scores)
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    return [each / sum(raised) for each in raised]


_KINDS = tuple(MessageKind(name) for name in kind_weights.KINDS)
SCALE = 10.0  # weights are kept as whole tenths


@cache
def _weights() -> dict[str, tuple[float, tuple[float, ...]]]:
    """For each feature how rare it is and how much it speaks for each kind."""
    out = {}
    for line in kind_weights.WEIGHTS.strip().split("\n"):
        name, rare, *numbers = line.split("\t")
        out[name] = float(rare), tuple(int(number) / SCALE for number in numbers)
    return out
