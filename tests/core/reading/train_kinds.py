"""Make ``requests_app/core/reading/kind_weights.py`` from the labelled messages of these tests.

    .venv/bin/python -m tests.core.reading.train_kinds [--check]

Multinomial logistic regression on words and pairs of words (tf-idf), by gradient steps in plain Python: two minutes.
``--check`` trains on three quarters and says how many of the last quarter are known, four times, and writes nothing.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from math import exp, log, sqrt
from pathlib import Path

from requests_app.core.reading import kind_weights as made
from requests_app.core.reading.correspondence import lines_read
from requests_app.core.reading.kind_learned import SCALE, features_of
from requests_app.core.reading.kind_letters import newest_letter
from requests_app.core.reading.passages import passages_of
from tests.core.reading.kind_cases import Case
from tests.core.reading.kind_collection import CASES

TO = Path(made.__file__)
ROUNDS = 40
RATE = 0.5
DECAY = 1e-4
FEWEST = 2  # messages that must use a feature
MOST = 3_000  # features kept: those of which some weight is largest

Row = dict[str, float]
Model = tuple[list[str], dict[str, float], dict[str, list[float]], list[float]]


def features(case: Case) -> Row:
    """What the model sees of a message, as it will when it reads one."""
    source, lines, _ = lines_read(case.text)
    return features_of(passages_of(source, newest_letter(source, lines)), case.subject, case.headers)


def train(rows: Sequence[Row], kinds: Sequence[str], *, seed: int = 1) -> Model:
    """Kinds, rarity of features, weights by feature, and biases."""
    names = sorted(set(kinds))
    many = Counter(name for row in rows for name in row)
    rare = {name: log((1 + len(rows)) / (1 + n)) + 1 for name, n in many.items() if n >= FEWEST}
    model = names, rare, {name: [0.0] * len(names) for name in rare}, [0.0] * len(names)
    past = {name: [1e-3] * len(names) for name in rare}
    share = Counter(kinds)
    balance = {kind: len(rows) / (len(names) * n) for kind, n in share.items()}
    scaled = [_scaled(row, rare) for row in rows]
    order = list(range(len(rows)))
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(ROUNDS):
        chance.shuffle(order)
        for at in order:
            off = _off(model, scaled[at], kinds[at], balance[kinds[at]])
            _step(model, past, scaled[at], off)
    return model


def _off(model: Model, row: Row, kind: str, counts: float) -> list[float]:
    """How far the model is off for each kind; a rare kind counts for more."""
    scores = _scores(model, row)
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    wanted = model[0].index(kind)
    return [counts * (each / sum(raised) - (place == wanted)) for place, each in enumerate(raised)]


def _step(model: Model, past: dict[str, list[float]], row: Row, off: Sequence[float]) -> None:
    """Move the weights, those that have moved much by less."""
    _, _, weights, biases = model
    for place, much in enumerate(off):
        biases[place] -= 0.02 * much
    for name, value in row.items():
        own, spent = weights[name], past[name]
        for place, much in enumerate(off):
            step = much * value + DECAY * own[place]
            spent[place] += step * step
            own[place] -= RATE * step / sqrt(spent[place])


def _scores(model: Model, row: Row) -> list[float]:
    _, _, weights, biases = model
    scores = list(biases)
    for name, value in row.items():
        for place, weight in enumerate(weights[name]):
            scores[place] += weight * value
    return scores


def _scaled(row: Row, rare: Row) -> Row:
    kept = {name: value * rare[name] for name, value in row.items() if name in rare}
    length = sqrt(sum(value * value for value in kept.values())) or 1.0
    return {name: value / length for name, value in kept.items()}


def told(model: Model, row: Row) -> str:
    """The kind the model tells."""
    scores = _scores(model, _scaled(row, model[1]))
    return model[0][scores.index(max(scores))]


def write(model: Model) -> None:
    """The module of data."""
    names, rare, weights, biases = model
    strong = sorted(weights, key=lambda name: (-max(map(abs, weights[name])), name))[:MOST]
    lines = [
        "\t".join([name, f"{rare[name]:.2f}", *(str(round(weight * SCALE)) for weight in weights[name])])
        for name in sorted(strong)
    ]
    TO.write_text(
        '"""What ``kind_learned`` has learned: made by ``python -m tests.core.reading.train_kinds``, not by hand.\n\n'
        "A line a feature: its name, how rare it is, and ten times its weight for each of ``KINDS``.\n"
        '"""\n\n'
        f"KINDS = {tuple(names)!r}\n"
        f"BIASES = {tuple(round(each, 3) for each in biases)!r}\n"
        'WEIGHTS = r"""\n' + "\n".join(lines) + '\n"""\n'
    )


def check(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """How many are known of messages it has not learned from."""
    right = 0
    for part in range(4):
        held = [at for at in range(len(rows)) if at % 4 == part]
        rest = [at for at in range(len(rows)) if at % 4 != part]
        model = train([rows[at] for at in rest], [kinds[at] for at in rest])
        right += sum(told(model, rows[at]) == kinds[at] for at in held)
    sys.stdout.write(f"{right} of {len(rows)} known that it had not seen\n")


def main() -> None:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    rows, kinds = [features(case) for case in CASES], [case.kind.value for case in CASES]
    check(rows, kinds) if given.check else write(train(rows, kinds))


if __name__ == "__main__":
    main()
