"""Advice on requests people really sent: the questions quoted in the replies of ../shared."""

from __future__ import annotations

from pathlib import Path

import pytest

from requests_app.core.advice import Advice, DraftRequest, Severity, advise
from requests_app.core.reading import read_reply
from tests.core.advice.drafts import LIMITS, ON

SEEDS = {"000": "000_686bd99622577a9e.txt", "002": "002_652f35db160209f5.txt"}

# Case, rule, label of the question: what a careful person would say about it.
SPOKEN = (
    ("seeds/002", "normal_business", "C"),
    ("seeds/000", "future", "2"),
    ("012", "opinion", "10"),
    ("041", "why_question", "2"),
    ("042", "no_period", "1"),
    ("044", "record_by_record", ""),
    ("059", "why_question", ""),
    ("065", "own_data", "2"),
    ("066", "normal_business", "1"),
    ("070", "all_correspondence", ""),
    ("074", "no_period", ""),
    ("083", "all_correspondence", ""),
    ("092", "long_period", ""),
    ("099", "free_text", "2"),
)

# Requests in good order as they stand.
QUIET = ("014", "015", "058", "077", "079", "084")


def advice_on(shared: Path, case: str) -> tuple[Advice, ...]:
    """What is said about the questions quoted in a reply, sent by somebody whose name the record has."""
    path = (
        shared / "seeds" / SEEDS[case[6:]]
        if case.startswith("seeds/")
        else shared / "corpus" / "cases" / f"{case}.txt"
    )
    text = path.read_text(encoding="utf-8", errors="replace")
    asked = "\n".join(text[question.start : question.end] for question in read_reply(text).questions)
    return advise(DraftRequest(letter=asked, requester_name="Jo Smith"), on=ON, limits=LIMITS)


@pytest.mark.shared
@pytest.mark.parametrize(("case", "rule", "label"), SPOKEN)
def test_what_a_careful_person_would_say_is_said(shared: Path, case: str, rule: str, label: str) -> None:
    found = [advice for advice in advice_on(shared, case) if advice.rule == rule]
    assert found
    assert not label or any(label in advice.question for advice in found)


@pytest.mark.shared
@pytest.mark.parametrize("case", QUIET)
def test_a_request_in_good_order_is_left_alone(shared: Path, case: str) -> None:
    assert advice_on(shared, case) == ()


@pytest.mark.shared
def test_advice_is_sparing(shared: Path) -> None:
    """Two things to say about a request at the most in the mean, and nothing that keeps any of them from being sent."""
    cases = [path.stem for path in sorted((shared / "corpus" / "cases").glob("*.txt"))]
    findings = [advice_on(shared, case) for case in cases]
    assert sum(map(len, findings)) <= 2 * len(cases)
    assert not [
        advice
        for found in findings
        for advice in found
        if advice.severity is Severity.ERROR and advice.rule not in ("nothing_asked", "own_data")
    ]
