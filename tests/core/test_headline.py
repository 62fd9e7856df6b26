"""The date to look at first, whose move it is and why, said to neither side."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from requests_app.core.headline import STATE_WORDS, Headline, headline
from requests_app.core.states import AuthorityKind, Party, Regime, State
from tests.core.clocks import clock

R = ("received", "2026-03-02")
REFUSED = ("refusal", "2026-03-31")
REVIEW = ("internal_review_requested", "2026-04-20")


def head(regime: str, *events: tuple[Any, ...], today: str, kind: AuthorityKind | None = None) -> Headline:
    """The headline of events under a regime, read on a day."""
    return headline(clock(regime, *events, kind=kind), Regime(regime), today=date.fromisoformat(today))


def said(found: Headline) -> tuple[str, str | None, Party | None]:
    return found.title, found.on.isoformat() if found.on else None, found.move


AUTHORITY, REQUESTER = Party.AUTHORITY, Party.REQUESTER
CASES = {
    "running": ("FOIA", [R], "2026-03-10", ("Reply due", "2026-03-31", AUTHORITY)),
    "overdue": ("FOIA", [R], "2026-04-01", ("Reply due", "2026-03-31", REQUESTER)),
    "before the chase": (
        "FOIA",
        [("received", "2026-03-08")],
        "2026-04-09",
        ("Reply due", "2026-04-08", AUTHORITY),
    ),
    "stopped": (
        "FOIA",
        [R, ("clarification_requested", "2026-03-10")],
        "2026-03-11",
        ("No date for the reply: the clock is stopped", None, REQUESTER),
    ),
    "fee": (
        "FOIA",
        [R, ("fee_notice", "2026-03-10")],
        "2026-03-11",
        ("Pay the fee by", "2026-06-09", REQUESTER),
    ),
    "lapsed": (
        "FOIA",
        [R, ("fee_notice", "2026-03-10")],
        "2026-06-10",
        ("Pay the fee by", "2026-06-09", None),
    ),
    "refused": ("FOIA", [R, REFUSED], "2026-04-01", ("Ask for a review by", "2026-06-01", None)),
    "not held, day unknown": ("FOIA", [R, ("not_held", None)], "2026-04-01", ("Replied", None, None)),
    "refused in Scotland, the safe day": (
        "FOISA",
        [R, ("refusal", "2026-03-20")],
        "2026-04-01",
        ("Ask for a review by, to be safe", "2026-05-19", None),
    ),
    "refused in Scotland, after the safe day": (
        "FOISA",
        [R, ("refusal", "2026-03-20")],
        "2026-05-20",
        ("Ask for a review by", "2026-05-28", None),
    ),
    "reviewed": ("FOIA", [R, REFUSED, REVIEW], "2026-05-01", ("Review answer due", "2026-05-19", AUTHORITY)),
    "reviewed, past the code's 20": (
        "FOIA",
        [R, REFUSED, REVIEW],
        "2026-05-20",
        ("Review answer due, at the latest", "2026-06-18", AUTHORITY),
    ),
    "reviewed, past the outer limit": (
        "FOIA",
        [R, REFUSED, REVIEW],
        "2026-06-19",
        ("Review answer due, at the latest", "2026-06-18", REQUESTER),
    ),
    "silent review in Scotland": (
        "FOISA",
        [R, ("internal_review_requested", "2026-04-02")],
        "2026-05-05",
        ("Complain to the regulator by", "2026-11-01", REQUESTER),
    ),
    "review of a subject access request": (
        "UKGDPR",
        [R, ("refusal", "2026-03-20"), ("internal_review_requested", "2026-03-30")],
        "2026-04-01",
        ("Under review", None, None),
    ),
    "review answered": (
        "FOIA",
        [R, REFUSED, REVIEW, ("review_outcome", "2026-05-19")],
        "2026-05-20",
        ("Complain to the regulator by", "2026-06-30", None),
    ),
    "with the regulator": (
        "FOIA",
        [R, ("ico_complaint", "2026-05-20")],
        "2026-05-21",
        ("With the regulator", None, None),
    ),
    "case opened": (
        "FOIA",
        [R, ("ico_case_opened", "2026-05-20")],
        "2026-05-21",
        ("Reply the regulator usually asks for", "2026-06-04", AUTHORITY),
    ),
    "decided": (
        "FOIA",
        [("ico_decision_notice", "2026-11-27", {"compliance_days": 35})],
        "2026-11-28",
        ("Comply with the decision by", "2027-01-01", AUTHORITY),
    ),
    "decided in Scotland": (
        "FOISA",
        [("sic_decision", "2026-11-10")],
        "2026-11-11",
        ("Appeal to the Court of Session by", "2026-12-22", None),
    ),
    "appealed": (
        "FOIA",
        [("ico_decision_notice", "2026-11-27"), ("tribunal_appeal", "2026-12-01")],
        "2026-12-02",
        ("Before the tribunal or court", None, None),
    ),
    "transferred": (
        "FOIA",
        [R, ("transferred", "2026-03-10", {"consent": True})],
        "2026-03-11",
        ("Transferred", None, None),
    ),
    "transferred and received": (
        "FOIA",
        [R, ("transferred", "2026-03-10", {"consent": True}), ("received_by_transferee", "2026-03-20")],
        "2026-03-21",
        ("Reply due to the linked request", "2026-04-21", AUTHORITY),
    ),
    "withdrawn": ("FOIA", [R, ("withdrawn", "2026-03-10")], "2026-03-11", ("Withdrawn", None, None)),
    "bounced": (
        "FOIA",
        [("sent", "2026-03-02", {"channel": "email"}), ("delivery_failed", "2026-03-03")],
        "2026-03-11",
        ("No date: nothing has arrived", None, REQUESTER),
    ),
    "before the table": (
        "FOIA",
        [("received", "2012-03-02")],
        "2026-03-11",
        ("No date for the reply", None, AUTHORITY),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_first_date_and_whose_move_it_is(case: tuple[str, list[tuple[Any, ...]], str, object]) -> None:
    regime, events, today, expected = case
    assert said(head(regime, *events, today=today)) == expected


def test_a_school_without_term_dates_has_a_range_and_is_told_what_would_settle_it() -> None:
    found = head("FOIA", R, today="2026-03-10", kind=AuthorityKind.ACADEMY)
    assert (found.on, found.until) == (date(2026, 3, 31), date(2026, 6, 1))
    assert found.sentence.endswith("Give the days on which the school is closed, and there is one date.")


def test_a_range_is_overdue_only_after_its_later_end() -> None:
    on = {
        day: head("FOIA", R, today=day, kind=AuthorityKind.ARCHIVES).move
        for day in ("2026-04-16", "2026-04-17")
    }
    assert list(on.values()) == [AUTHORITY, REQUESTER]


def test_the_grace_of_a_weekend_receipt_names_the_day_to_chase_from() -> None:
    found = head("FOIA", ("received", "2026-03-08"), today="2026-04-09")
    assert found.sentence == "The day has passed. The day to chase from is Fri 10 Apr 2026."


def test_the_next_step_after_silence_differs_between_the_regimes() -> None:
    assert "a chaser, then a complaint" in head("FOIA", R, today="2026-04-01").sentence
    assert "to ask for a review" in head("FOISA", R, today="2026-04-01").sentence


def test_clarification_of_some_questions_leaves_the_date_of_the_others() -> None:
    found = head("FOIA", R, ("clarification_requested", "2026-03-10", {"covers": ("1",)}), today="2026-03-11")
    assert said(found) == ("Reply due", "2026-03-31", AUTHORITY)
    assert found.sentence.startswith("Some questions wait for clarification. For the others: ")


def test_a_subject_access_request_is_paused_and_not_restarted() -> None:
    found = head("UKGDPR", R, ("clarification_requested", "2026-03-10"), today="2026-03-11")
    assert "left out of the count" in found.sentence


@pytest.mark.parametrize(
    ("target", "words"),
    [("2026-04-21", "It has named this day itself."), (None, "The regulator expects it by")],
)
def test_an_extension_says_whether_the_day_is_a_promise_or_guidance(target: str | None, words: str) -> None:
    details = {"exemptions": ("s35",), "target": target}
    assert words in head("FOIA", R, ("pit_extension", "2026-03-30", details), today="2026-04-02").sentence


@pytest.mark.parametrize(("replied", "words"), [("2026-03-31", "in time"), ("2026-04-01", "late")])
def test_whether_the_reply_came_in_time_is_said_first(replied: str, words: str) -> None:
    found = head("FOIA", R, ("final_response", replied), today="2026-04-02")
    assert found.sentence.startswith(f"The reply came {words}. ")


def test_a_right_that_ran_out_is_said_to_have() -> None:
    assert "has passed" in head("FOIA", R, REFUSED, today="2026-06-02").sentence


def test_every_state_has_words_and_none_of_them_speaks_to_one_side() -> None:
    assert set(STATE_WORDS) == set(State)
    assert not any("you" in words.lower().split() for words in STATE_WORDS.values())
