"""How alike two printings of a question are, and which belong together: by words, whatever their labels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from requests_app.core.reading.lines import words_of

# Words that carry no question: what differs only in these says the same.
_SMALL = (
    "a about all also am an and any are as at be been being both but by can could did do does done each either for from further had has have i if in into is it its",
    "kindly me may might my no nor not of on or our out over own please shall should so some such than that the their them then there these they this those to under",
    "up us was we were what when where which who whom whose will with would you your provide confirm tell state give list supply following information requested question",
)
SMALL = frozenset(word for line in _SMALL for word in line.split())
LONGEST = 400  # words; what is longer is compared by its head


def content(text: str) -> list[str]:
    """The words that a question is about, in order."""
    return [word for word in words_of(text)[:LONGEST] if word not in SMALL]


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same words in the same order). A text within another counts nearly as much."""
    ours, theirs = words_of(one)[:LONGEST], words_of(other)[:LONGEST]
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    first, second = set(content(one) or ours), set(content(other) or theirs)
    common = len(first & second)
    if common < 0.3 * min(len(first), len(second)):
        return 0.0
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    matched = sum(block.size for block in matcher.get_matching_blocks())
    ratio = 2 * matched / (len(ours) + len(theirs))
    shorter = min(len(ours), len(theirs))
    within = 0.9 * matched / shorter if shorter >= 4 else 0.0
    of_words = common / max(min(len(first), len(second)), 1)
    return min(max(ratio, within * of_words), 0.99)


@dataclass(frozen=True, slots=True)
class Changed:
    """What a text leaves out of another, and what it has instead: words in the order in which they stand."""

    left_out: tuple[str, ...]
    put_in: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.left_out or self.put_in)


def changed(asked: str, restated: str) -> Changed:
    """The words of substance that differ; one printed with a slip of the pen is no difference."""
    ours, theirs = content(asked), content(restated)
    left_out = [word for word in dict.fromkeys(ours) if word not in set(theirs)]
    put_in = [word for word in dict.fromkeys(theirs) if word not in set(ours)]
    joined, apart = "".join(theirs), "".join(ours)
    left_out = [word for word in left_out if not _slip(word, put_in) and word not in joined]
    put_in = [word for word in put_in if not _slip(word, ours) and word not in apart]
    return Changed(tuple(left_out), tuple(put_in))


def _slip(word: str, others: Sequence[str]) -> bool:
    """Whether another word is the same but for a letter or its ending; figures are the same or they are not."""
    if word.isdigit() or len(word) < 4:
        return False
    return any(
        not other.isdigit()
        and abs(len(other) - len(word)) <= 3
        and SequenceMatcher(None, word, other).ratio() > 0.82
        for other in others
    )


def pair(
    asked: Sequence[str], restated: Sequence[str], *, least: float, labels: Sequence[tuple[str, str]] = ()
) -> dict[int, int]:
    """Which of our texts is which of theirs, by place, each at most once: those word for word the same, in their order,
    then the most alike.

    ``labels`` are pairs of our and their places that bear the same label: they settle what the words leave open.
    """
    out = _word_for_word(asked, restated)
    same, taken = set(labels), set(out.values())
    scores = []
    for ours, text in enumerate(asked):
        if ours in out:
            continue
        for theirs, other in enumerate(restated):
            score = 0.0 if theirs in taken else likeness(text, other)
            if score >= least:
                near = 0.02 if ours == theirs else 0.0
                label = 0.03 if (str(ours), str(theirs)) in same else 0.0
                scores.append((score + near + label, ours, theirs))
    for _, ours, theirs in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        if ours not in out and theirs not in taken:
            out[ours] = theirs
            taken.add(theirs)
    return out


def _word_for_word(asked: Sequence[str], restated: Sequence[str]) -> dict[int, int]:
    places: dict[tuple[str, ...], list[int]] = {}
    for theirs, other in enumerate(restated):
        places.setdefault(tuple(words_of(other)), []).append(theirs)
    out: dict[int, int] = {}
    for ours, text in enumerate(asked):
        found = places.get(tuple(words_of(text)))
        if found and text.strip():
            out[ours] = found.pop(0)
    return out
