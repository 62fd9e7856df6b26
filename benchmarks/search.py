"""How fast "already asked" answers on 10,000 requests, on SQLite and on PostgreSQL. Budget: a median of 25 ms.

    .venv/bin/python benchmarks/search.py [--requests 10000] [--database sqlite|postgres|both] [--times 60]

Each database is filled by seed.py in a folder of its own. What is looked for are questions of the made-up record itself,
so that every word stands in hundreds of requests: two words, one question, a draft of three, a whole letter; by a visitor and
by people with 150 and with 2,000 requests. Exits 1 where the budget is broken.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import machine  # noqa: E402
from benchmarks.pages import environment, printed_by  # noqa: E402

BUDGET = 25.0  # milliseconds
WARM_UP = 5
SCRIPT = Path(__file__).resolve()


def main() -> int:
    """Fill, measure, print, judge."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=10_000)
    parser.add_argument("--database", choices=("sqlite", "postgres", "both"), default="both")
    parser.add_argument("--times", type=int, default=60)
    parser.add_argument(
        "--here", action="store_true", help="measure the database of the environment, filled already"
    )
    given = parser.parse_args()
    if given.here:
        print(json.dumps(measure(given.times)))
        return 0
    print(f"machine: {machine.machine()}")
    print(f"command: .venv/bin/python benchmarks/search.py --requests {given.requests}")
    broken = False
    for name in ("sqlite", "postgres") if given.database == "both" else (given.database,):
        with environment(name) as env:
            printed_by(env, str(ROOT / "benchmarks" / "seed.py"), "--requests", str(given.requests), "--json")
            load = machine.load()
            rows = printed_by(env, str(SCRIPT), "--here", "--times", str(given.times))
        print(f"\n{name}: load before measuring {load}")
        print(f"{'looked for':24}{'by':>10}{'median ms':>11}{'95th ms':>9}{'found':>7}")
        for row in rows:
            print(f"{row[0]:24}{row[1]:>10}{row[2]:>11.1f}{row[3]:>9.1f}{row[4]:>7.1f}")
            broken = broken or row[2] > BUDGET
    print(f"\nbudget: a median of {BUDGET:.0f} ms")
    return int(broken)


def measure(times: int) -> list[tuple[str, str, float, float, float]]:
    """Look for each kind of thing as each kind of person, in turn, on the database of the environment."""
    from benchmarks import seed

    seed.set_up()
    from django.contrib.auth.models import AnonymousUser

    from benchmarks.made.people import HEAVY, TYPICAL
    from requests_app.models import User
    from requests_app.queries.already_asked import already_asked

    people = {
        "visitor": AnonymousUser(),
        "150": User.objects.get(email=TYPICAL),
        "2,000": User.objects.get(email=HEAVY),
    }
    rows = []
    for what, texts in looked_for(WARM_UP + times):
        for who, user in people.items():
            spent, found = [], 0
            for place, each in enumerate(texts):
                began = time.perf_counter()
                result = already_asked(user, each)
                if place >= WARM_UP:
                    spent.append((time.perf_counter() - began) * 1000)
                    found += len(result)
            slow = statistics.quantiles(spent, n=20)[-1]
            rows.append(
                (what, who, round(statistics.median(spent), 1), round(slow, 1), round(found / times, 1))
            )
    return rows


def looked_for(many: int) -> Iterator[tuple[str, list[list[str]]]]:
    """What is typed, by its name: ``many`` different ones each."""
    from requests_app.core.similarity import telling_words
    from requests_app.models import FoiRequest, Question

    asked = list(Question.objects.filter(level="question").order_by("pk").values_list("text", flat=True))
    asked = asked[:: max(1, len(asked) // (many * 3))]
    letters = FoiRequest.objects.order_by("pk").values_list("letter", flat=True)[:many]
    titles = FoiRequest.objects.order_by("pk").values_list("title", flat=True)[:many]
    yield "two words", [[" ".join(telling_words(title)[:2])] for title in titles]
    yield "a question", [[text] for text in asked[:many]]
    yield "a draft of 3 questions", [asked[place * 3 : place * 3 + 3] for place in range(many)]
    yield "a whole letter", [[letter] for letter in letters]


if __name__ == "__main__":
    sys.exit(main())
