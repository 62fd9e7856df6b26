"""How fast advice is: drafts of 2,000 words each, one core, pure Python. Budget: a median of 30 ms a draft.

    .venv/bin/python benchmarks/advice.py [--requests 200]

The drafts are made up: questions with parts, background, courtesies, and slips of every kind the rules look for.
Prints the machine, the command and the figures; exits 1 where the budget is broken.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.machine import load, machine  # noqa: E402
from requests_app.core.advice import RULES, DraftRequest, advise  # noqa: E402
from requests_app.core.cost_limits import cost_limits_from_json  # noqa: E402

BUDGET = 30.0  # milliseconds of processor time, issue 5
WORDS = 2000
ON = date(2026, 11, 22)
QUESTIONS = (
    "How many complaints about {thing} were received between 1 January {year} and 31 December {later}?",
    "How many officers were suspended in {year} and how many were dismissed in {later}?",
    "Please send a copy of the policy on {thing}, in the version now in use.",
    "Why was the {thing} scheme changed in {year}?",
    "All e-mails between the head of education and the trust about {thing} in {year}.",
    "For each incident in {year} please list the date, the time, the place, the age, the reason and the outcome.",
    "Do you have an agreement with the council on {thing}?",
    "What was spent on {thing} in each of the financial years {year} to {later}?\na) by month\nb) by supplier\nc) by site",
    "How many {thing} are there currently, broken down by borough, rank and sex?",
)
PROSE = (
    "I am writing on behalf of a group of parents who follow how {thing} are used in our area, and who would like to understand the figures better.",
    "The council said in {year} that it knows of no complaints, while the force published a number of its own in {later}.",
    "If answering all of this would exceed the cost limit, please answer the first question and tell me what could be provided within it.",
    "By {thing} I mean anything that is recorded under that name in the system you use, whatever its title.",
    "We would be grateful for the figures as a spreadsheet, and for documents in the form in which they are held.",
    "The number has grown every year since the scheme began, and nobody at the last meeting could say what the reason was.",
    "Thank you for the help that your team gave with our earlier letters; it saved everybody a good deal of time.",
)
SLIPS = (
    "You must acknowledge this letter within 5 days.",
    "You can call me on 07700 900123.",
    "This is a disgrace and you have been hiding the numbers.",
    "Please reply within 20 days.",
    "Between 31 December 2024 and 1 January 2023 nothing was published.",
)
THINGS = (
    "body worn cameras",
    "Safer Schools Officers",
    "parking permits",
    "strip searches",
    "exclusions",
    "air quality readings",
)


def make_draft(dice: random.Random) -> str:
    """One draft of about 2,000 words: prose and numbered questions in turn, and a few slips."""
    lines, words, number = ["Dear Anyshire Police,", ""], 0, 0
    while words < WORDS:
        number += 1
        piece = dice.choice(QUESTIONS) if dice.random() < 0.4 else " ".join(dice.sample(PROSE, 3))
        if dice.random() < 0.05:
            piece += " " + dice.choice(SLIPS)
        year = dice.randrange(2015, 2025)
        piece = piece.format(thing=dice.choice(THINGS), year=year, later=year + 1)
        lines.append(f"{number}. {piece}" if piece.endswith("?") else piece)
        lines.append("")
        words += len(piece.split())
    return "\n".join([*lines, "Yours faithfully,", "Jo Smith", ""])


def main() -> int:
    """Make the drafts, time advice on each, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--requests", type=int, default=200)
    number = parser.parse_args().requests
    limits = cost_limits_from_json(json.loads((ROOT / "requests_app/data/cost_limits.json").read_text()))
    dice = random.Random(20261122)
    drafts = [make_draft(dice) for _ in range(number)]
    advise(DraftRequest(letter=drafts[0]), on=ON, limits=limits)
    taken, findings = [], 0
    for draft in drafts:
        began = time.process_time()
        findings += len(advise(DraftRequest(letter=draft), on=ON, limits=limits))
        taken.append((time.process_time() - began) * 1000)
    median = statistics.median(taken)
    words = statistics.mean(len(draft.split()) for draft in drafts)
    print(f"machine: {machine()}; one core used, load {load()}")
    print(f"command: .venv/bin/python benchmarks/advice.py --requests {number}")
    print(
        f"{number} drafts of {words:.0f} words, {len(RULES)} rules, {findings / number:.0f} findings a draft"
    )
    slow = statistics.quantiles(taken, n=20)[-1] if number > 1 else median
    print(
        f"one draft: {median:.1f} ms of processor time in the median, {slow:.1f} ms in the slowest twentieth; budget {BUDGET:.0f} ms"
    )
    return int(median > BUDGET)


if __name__ == "__main__":
    sys.exit(main())
