"""How fast replies are read: ten pages of text each, one core, pure Python. Budget: a median of 50 ms a reply.

    .venv/bin/python benchmarks/reading.py [--requests 40]

The replies are made up, as families of authorities lay theirs out: questions quoted and answered by number, tables with
and without bars, quoted mail, boilerplate, refusals in prose. Beside reading a reply it times what follows from it: the kind
of message, a refusal held against the law, the reply held against the request and its tables against each other, and one
reply of 200 kB. Prints the machine, the command and the figures; exits 1 where the budget is broken.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import load, machine  # noqa: E402
from benchmarks.made.replies import FAMILIES, replies  # noqa: E402
from benchmarks.made.words import Asked  # noqa: E402
from requests_app.core.cost_limits import cost_limits_from_json  # noqa: E402
from requests_app.core.exemptions import load as load_exemptions  # noqa: E402
from requests_app.core.reading import ReplyReading, read_reply  # noqa: E402
from requests_app.core.reading.held_against import QuestionAsked, hold_against  # noqa: E402
from requests_app.core.reading.kind_letters import kind_of_message  # noqa: E402
from requests_app.core.reading.notice import check_notice  # noqa: E402
from requests_app.core.reading.siblings import compare_tables  # noqa: E402
from requests_app.core.states import AuthorityKind, Regime  # noqa: E402

BUDGET = 50.0  # milliseconds of processor time, issue 4
LONG = 35_000  # words: 200 kB
WHOLE = "read_reply"
Taken = dict[str, list[float]]


@contextmanager
def timed(taken: Taken, what: str) -> Iterator[None]:
    """Note the milliseconds of processor time that something takes."""
    began = time.process_time()
    yield
    taken.setdefault(what, []).append((time.process_time() - began) * 1000)


def read(text: str, asked: list[Asked], notice: Callable[[ReplyReading, str], object], taken: Taken) -> None:
    """Read one reply and do what follows from it, each timed."""
    ours = [
        QuestionAsked(each.label, each.text, tuple(QuestionAsked(*part) for part in each.parts))
        for each in asked
    ]
    with timed(taken, WHOLE):
        reading = read_reply(text)
    with timed(taken, "of it, kind of message"):
        kind_of_message(text, reading)
    with timed(taken, "check_notice"):
        notice(reading, text)
    with timed(taken, "hold_against"):
        hold_against(ours, reading, text)
    with timed(taken, "compare_tables"):
        compare_tables(reading.tables, text)


def law() -> Callable[[ReplyReading, str], object]:
    """The check of a refusal, with the tables in force."""
    data = ROOT / "requests_app/data"
    exemptions = load_exemptions(json.loads((data / "exemptions.json").read_text()))
    limits = cost_limits_from_json(json.loads((data / "cost_limits.json").read_text()))

    def notice(reading: ReplyReading, text: str) -> object:
        return check_notice(
            reading,
            text,
            regime=Regime.FOIA,
            authority_kind=AuthorityKind.POLICE_EW,
            exemptions=exemptions,
            cost_limits=limits,
        )

    return notice


def main() -> int:
    """Make the replies, time reading each, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=40)
    number = parser.parse_args().requests
    notice, taken, families = law(), Taken(), Taken()
    made = list(replies(20261122, max(number // len(FAMILIES), 1)))
    read(made[0][2], made[0][1], notice, {})
    for family, asked, text in made:
        read(text, asked, notice, taken)
        families.setdefault(family, []).append(taken[WHOLE][-1])
    print(f"machine: {machine()}; one core used, load {load()}")
    print(f"command: .venv/bin/python benchmarks/reading.py --requests {number}")
    characters = statistics.mean(len(text) for _, _, text in made)
    length = statistics.mean(len(text.split()) for _, _, text in made)
    print(
        f"{len(made)} replies of {length:,.0f} words and {characters:,.0f} characters, milliseconds of processor time:"
    )
    for what, times in (*taken.items(), *((f"{WHOLE}, {name}", times) for name, times in families.items())):
        print(
            f"{what:28} {statistics.median(times):6.1f} in the median {slowest(times):6.1f} in the slowest twentieth"
        )
    long: Taken = {}
    for _, asked, text in replies(20261123, 1, LONG):
        read(text, asked, notice, long)
    print(f"a reply of {LONG:,} words, 200 kB, the slowest of {len(FAMILIES)}: ", end="")
    print(", ".join(f"{what} {max(times):.0f} ms" for what, times in long.items()))
    median = statistics.median(taken[WHOLE])
    print(f"one reply: {median:.1f} ms in the median; budget {BUDGET:.0f} ms")
    return int(median > BUDGET)


def slowest(times: list[float]) -> float:
    """What the slowest twentieth took at least."""
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


if __name__ == "__main__":
    sys.exit(main())
