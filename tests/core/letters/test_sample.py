"""The made-up record of the preview: every letter can be written from it, whole, under every regime that has it."""

from __future__ import annotations

import pytest

from requests_app.core.drafting import draft_letter
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.sample import sample_facts
from requests_app.core.letters.wording_text import printable
from requests_app.core.states import LetterKind, Regime

KIND_AND_REGIME = [(kind, regime) for kind in LetterKind for regime in sorted(LETTERS[kind].regimes)]


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_every_letter_is_whole_over_its_sample(kind: LetterKind, regime: Regime) -> None:
    letter = draft_letter(kind, sample_facts(kind, regime))
    assert letter.gaps == ()
    assert "Ada Okafor" in letter.body
    assert "\n\n\n" not in letter.body


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_the_sample_holds_what_the_shipped_wording_prints(kind: LetterKind, regime: Regime) -> None:
    facts = sample_facts(kind, regime)
    wording = LETTERS[kind].wording
    printed = {
        name
        for paragraph in (*wording.subject, *wording.paragraphs)
        if regime in paragraph.regimes and not paragraph.unless
        for name in paragraph.names
    }
    missing = {
        name for name in printed & printable(kind, regime).facts if getattr(facts, name) in (None, "", ())
    }
    assert missing <= OF_ANOTHER_COURSE


OF_ANOTHER_COURSE = {
    "clock_restarted_on",
    "days_skipped",
    "partly_answered_on",
    "unanswered",
    "also_overdue",
    "earlier_requests",
    "review_due_latest_on",
    "review_due_on",
    "review_working_days_late",
    "ask_by_on",
    "received_on",
    "regulator_address",
    "chaser_sent_on",
    "response_due_on",
}
"""Facts of another course of things than the sample's: late, in parts, clarified, repeated."""
