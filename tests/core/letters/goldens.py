"""Every letter under every regime that has it, over the made-up records. ``python -m tests.core.letters.goldens`` writes
the files anew; then somebody reads what changed, as the authority would.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from requests_app.core.drafting import Letter, draft_letter
from requests_app.core.letters import telling
from requests_app.core.letters.facts import Facts, Line
from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind, Regime
from tests.core.letters import records as made
from tests.core.letters.records import EIR, EISR, FOIA, FOISA

GOLDEN = Path(__file__).parent / "golden"
K = LetterKind
Case = tuple[str, LetterKind, Facts]


def cases() -> dict[str, tuple[LetterKind, Facts]]:
    """Every letter on file: its name, its kind, its facts."""
    found = [*_requests(), *_chasers(), *_reviews(), *_onward()]
    return {name: (kind, facts) for name, kind, facts in found}


def _of(kind: LetterKind) -> list[Regime]:
    return [regime for regime in Regime if regime in LETTERS[kind].regimes]


def _named(kind: LetterKind, regime: Regime, what: str = "") -> str:
    return f"{kind.number}_{kind}_{regime.lower()}" + (f"_{what}" if what else "")


def _requests() -> Iterator[Case]:
    """Before any reply: L1, L4, L18."""
    for regime in _of(K.ACKNOWLEDGEMENT_CHASER):
        facts = made.base(regime, date(2026, 3, 9), received_on=None, their_reference="")
        yield _named(K.ACKNOWLEDGEMENT_CHASER, regime), K.ACKNOWLEDGEMENT_CHASER, facts
    with_address = made.base(
        FOIA, date(2026, 3, 9), their_reference="", address_used="foi@exampleshire.example.org"
    )
    yield _named(K.ACKNOWLEDGEMENT_CHASER, FOIA, "address"), K.ACKNOWLEDGEMENT_CHASER, with_address
    for regime in _of(K.CLARIFICATION_REPLY):
        facts = made.clarification(regime)
        yield _named(K.CLARIFICATION_REPLY, regime), K.CLARIFICATION_REPLY, facts
        not_needed = replace(facts, clarification_needed=False, ask_by_on=date(2026, 3, 17))
        yield _named(K.CLARIFICATION_REPLY, regime, "not_needed"), K.CLARIFICATION_REPLY, not_needed
    for regime in _of(K.FEE_QUERY):
        facts = made.base(regime, date(2026, 3, 11), fee_notice_on=date(2026, 3, 10), fee_amount="£37.50")
        yield _named(K.FEE_QUERY, regime), K.FEE_QUERY, facts


def _chasers() -> Iterator[Case]:
    """No reply in time: L2, L3, L6, L14."""
    open_ones = (Line("question 4: Has facial recognition been used in a school?", "question 4"),)
    for regime in _of(K.OVERDUE_CHASER):
        yield _named(K.OVERDUE_CHASER, regime), K.OVERDUE_CHASER, made.silence(regime)
        yield _named(K.REVIEW_SILENCE, regime), K.REVIEW_SILENCE, made.silence(regime)
    partly = {"partly_answered_on": date(2026, 3, 25), "unanswered": open_ones}
    yield _named(K.OVERDUE_CHASER, FOIA, "partly"), K.OVERDUE_CHASER, made.silence(FOIA, **partly)
    yield _named(K.REVIEW_SILENCE, FOISA, "partly"), K.REVIEW_SILENCE, made.silence(FOISA, **partly)
    yield (
        _named(K.OVERDUE_CHASER, FOIA, "clarified"),
        K.OVERDUE_CHASER,
        made.silence(
            FOIA,
            clock_restarted_on=date(2026, 3, 10),
            response_due_on=date(2026, 4, 10),
            working_days_late=3,
            days_skipped=tuple(
                (mark.on, mark.why_skipped)
                for mark in made.calendar(FOIA).strip(date(2026, 3, 10), date(2026, 4, 10))
                if mark.why_skipped
            ),
        ),
    )
    extended = {
        "counted_plainly": False,
        "response_due_on": date(2026, 4, 30),
        "response_section": "regulation 7(1), 7(3)",
        "days_skipped": (),
        "working_days_late": 3,
        "ask_by_on": date(2026, 5, 13),
        "review_ask_by_on": None,
    }
    yield (
        _named(K.OVERDUE_CHASER, EIR, "extended"),
        K.OVERDUE_CHASER,
        made.base(EIR, date(2026, 5, 6), **extended),
    )
    for regime in _of(K.SECOND_CHASER):
        yield _named(K.SECOND_CHASER, regime), K.SECOND_CHASER, made.chased(regime)
    yield _named(K.SECOND_CHASER, FOIA, "partly"), K.SECOND_CHASER, made.chased(FOIA, **partly)
    notice = (
        telling.extension_notice(date(2026, 3, 30), ("section 31",), date(2026, 4, 30), origin="event 9"),
    )
    late = extended | {"extension_notices": notice, "response_section": "section 10(3)"}
    yield _named(K.EXTENSION_OVERDUE, FOIA), K.EXTENSION_OVERDUE, made.base(FOIA, date(2026, 5, 6), **late)
    named = made.base(FOIA, date(2026, 5, 6), **late, estimate_on=date(2026, 4, 30))
    yield _named(K.EXTENSION_OVERDUE, FOIA, "named"), K.EXTENSION_OVERDUE, named


def _reviews() -> Iterator[Case]:
    """After a reply: L5, L7 to L11, L13, L17."""
    for regime in made.AUTHORITY:
        cost = made.cost_refusal(regime)
        estimate = (Line("It would take about 40 hours.", "message 21"),)
        yield (
            _named(K.NARROWING, regime),
            K.NARROWING,
            made.replied(
                regime,
                K.NARROWING,
                cost,
                cost_estimate=estimate,
                narrowed_to="Question 1 for 2025 only.\nQuestion 2: totals, without the records themselves.",
            ),
        )
        yield (
            _named(K.REVIEW_EXEMPTION, regime, "cost"),
            K.REVIEW_EXEMPTION,
            made.replied(regime, K.REVIEW_EXEMPTION, cost, cost_estimate=estimate, relies_on_cost=True),
        )
        for kind in (K.REVIEW_EXEMPTION, K.REVIEW_INCOMPLETE, K.REVIEW_NCND):
            yield _named(kind, regime), kind, made.replied(regime, kind)
        yield (
            _named(K.REVIEW_EXEMPTION, regime, "nothing_ticked"),
            K.REVIEW_EXEMPTION,
            made.replied(regime, K.REVIEW_EXEMPTION, arguments=(), also_to_review=()),
        )
        yield (
            _named(K.REVIEW_NOT_HELD, regime),
            K.REVIEW_NOT_HELD,
            made.replied(regime, K.REVIEW_NOT_HELD, why_it_should_exist=made.WHY),
        )
        passage = made.said(regime)[1].text
        withheld = made.grounds(regime, "withheld")[0].cited
        yield (
            _named(K.REVIEW_NO_BALANCING, regime),
            K.REVIEW_NO_BALANCING,
            made.replied(
                regime,
                K.REVIEW_NO_BALANCING,
                unbalanced=(Line(f"{withheld}: “{passage}”", "answer 32"),),
                purpose=made.PURPOSE,
            ),
        )
        yield _named(K.THANKS, regime), K.THANKS, made.replied(regime, K.THANKS)
    for regime in (FOIA, FOISA):
        for section in ("14(1)", "14(2)"):
            refusal = made.conduct_refusal(regime, section)
            repeated = section == "14(2)"
            facts = made.replied(
                regime,
                K.VEXATIOUS_REPLY,
                refusal,
                purpose=made.PURPOSE,
                called_repeated=repeated,
                reasons_given=(Line("We regard the request as vexatious.", "answer 32"),)
                if not repeated
                else (),
                earlier_requests=(Line("FT-00007 of Monday 3 November 2025: School visits", "request 7"),)
                if repeated
                else (),
            )
            what = "repeated" if repeated else ""
            yield _named(K.VEXATIOUS_REPLY, regime, what), K.VEXATIOUS_REPLY, facts


def _onward() -> Iterator[Case]:
    """Review overdue and regulators: L12, L15, L16."""
    after_20, after_40 = date(2026, 5, 11), date(2026, 6, 10)
    for regime in (FOIA, FOISA, EISR):
        facts = made.review_running(
            regime, after_20, review_due_latest_on=date(2026, 6, 5) if regime is FOIA else None
        )
        yield _named(K.REVIEW_OVERDUE, regime), K.REVIEW_OVERDUE, facts
    yield _named(K.REVIEW_OVERDUE, EIR), K.REVIEW_OVERDUE, made.review_running(EIR, after_40)
    at_last = made.review_running(FOIA, after_40, review_due_on=date(2026, 6, 5), review_working_days_late=3)
    yield _named(K.REVIEW_OVERDUE, FOIA, "at_the_latest"), K.REVIEW_OVERDUE, at_last
    for regime in (FOIA, EIR):
        kind = K.ICO_COMPLAINT
        silent = made.to_regulator(regime, made.OVERDUE_ON, review=False)
        yield _named(kind, regime, "silence"), kind, silent
        yield _named(kind, regime, "silent_review"), kind, made.to_regulator(regime, after_40, review=True)
        decided = made.to_regulator(regime, date(2026, 5, 20), review=True, outcome=True)
        yield _named(kind, regime, "outcome"), kind, decided
    for regime in (FOISA, EISR):
        kind = K.SIC_APPLICATION
        yield _named(kind, regime, "silent_review"), kind, made.to_regulator(regime, after_20, review=True)
        outcome = made.to_regulator(regime, date(2026, 5, 20), review=True, outcome=True)
        yield _named(kind, regime, "outcome"), kind, outcome


def shown(letter: Letter) -> str:
    """A letter as its file has it."""
    return f"Subject: {letter.subject}\n\n{letter.body}"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.glob("*.txt"):
        old.unlink()
    for name, (kind, facts) in cases().items():
        (GOLDEN / f"{name}.txt").write_text(shown(draft_letter(kind, facts)), encoding="utf-8")
