"""Wordings as text: the shipped ones read back as they were, and each slip of the pen gets its sentence."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.core.drafting import draft_letter
from requests_app.core.errors import BadInput
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.wording_text import (
    LONGEST,
    WordingText,
    as_text,
    printable,
    wording_from,
)
from requests_app.core.states import LetterKind, Regime
from tests.core.letters.goldens import cases

KIND_AND_REGIME = [(kind, regime) for kind in LetterKind for regime in sorted(LETTERS[kind].regimes)]
CASES = cases()
CHASER = LetterKind.OVERDUE_CHASER
SUBJECT = "Request: {title}"


def read(body: str, *, subject: str = SUBJECT, kind: LetterKind = CHASER) -> None:
    wording_from(kind, Regime.FOIA, WordingText(subject, body))


@pytest.mark.parametrize("name", CASES)
def test_the_shipped_wording_as_text_writes_the_same_letter(name: str) -> None:
    kind, facts = CASES[name]
    wording = wording_from(kind, facts.regime, as_text(kind, facts.regime))
    assert draft_letter(kind, facts, wording=wording) == draft_letter(kind, facts)


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_a_text_read_and_written_again_is_the_same(kind: LetterKind, regime: Regime) -> None:
    text = as_text(kind, regime)
    assert as_text(kind, regime, wording_from(kind, regime, text)) == text


def test_edited_words_and_conditions_are_those_of_the_letter() -> None:
    _, facts = CASES["L2_overdue_chaser_foia"]
    body = "[if their_reference; unless partly_answered_on]\nYours is {their_reference}.\n\n[unless their_reference]\nNo.\n\n\nBy {ask_by_on},\nplease."
    wording = wording_from(CHASER, Regime.FOIA, WordingText(SUBJECT, body))
    letter = draft_letter(CHASER, facts, wording=wording)
    assert letter.subject == "Request: Officers based in schools"
    assert letter.body == "Yours is FOI/0417/26.\n\nBy Wednesday 22 April 2026,\nplease.\n"
    without = draft_letter(CHASER, replace(facts, their_reference=""), wording=wording)
    assert without.body.startswith("No.\n\n")
    assert {fact.name for fact in without.facts} == {"title", "ask_by_on"}


def test_what_a_fact_holds_is_never_looked_at_again() -> None:
    _, facts = CASES["L2_overdue_chaser_foia"]
    hostile = replace(facts, title="{requester_name} [if title] {{x}}")
    wording = wording_from(CHASER, Regime.FOIA, WordingText(SUBJECT, "About {title}"))
    assert draft_letter(CHASER, hostile, wording=wording).body == "About {requester_name} [if title] {{x}}\n"


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("", "The letter is empty."),
        (" \n\n ", "The letter is empty."),
        ("Dear {tem},", "Line 1: this letter knows no fact called tem. Did you mean team?"),
        ("One.\n\nTwo {fee_amount}.", "Line 3: this letter knows no fact called fee_amount."),
        ("One.\nA {title of it", "Line 2: { opens and does not close."),
        ("A title} of it", "Line 1: } closes what was not opened."),
        ("{{ title }}", "Line 1: { opens and does not close."),
        ("{}", "Line 1: { opens and does not close."),
        (
            "[if their_referense]\nYes.",
            "Line 1: this letter knows no fact called their_referense. Did you mean",
        ),
        ("[if team]\nYes.", "Line 1: this letter knows no fact called team."),
        ("[if their_reference\nYes.", "Line 1: this condition can't be read."),
        ("[if]\nYes.", "Line 1: this condition"),
        ("[unless their_reference] Yes.", "Line 1: this condition can't be read."),
        ("[if their_reference]", "Line 1: nothing stands under this condition."),
        ("[if their_reference]\n\nYes.", "Line 1: nothing stands under this condition."),
        ("Yes.\n[if their_reference]\nNo.", "Line 2: a condition stands above its paragraph."),
        ("A gap [[title: what]]", "Line 1: [[ and ]] mark what a letter still lacks"),
        ("We write {counted_plainly}.", "Line 1: counted_plainly is yes or no"),
        ("A \x00 byte", "The letter is not text"),
        ("x" * (LONGEST + 1), "a wording may have up to 50,000."),
    ],
)
def test_each_slip_gets_a_sentence_with_its_line(body: str, sentence: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read(body)
    assert sentence in refusal.value.sentence
    assert refusal.value.field == "body"


def test_a_slip_in_the_subject_is_one_of_the_subject() -> None:
    with pytest.raises(BadInput) as refusal:
        read("Yes.", subject="{titel}")
    assert refusal.value.field == "subject"


def test_a_fact_that_nothing_asks_for_must_stand_under_its_condition() -> None:
    kind = LetterKind.ACKNOWLEDGEMENT_CHASER
    with pytest.raises(BadInput, match=r"Write \[if address_used\] on the line above"):
        read("Sent to {address_used}.", kind=kind)
    read("[if address_used]\nSent to {address_used}.", kind=kind)


def test_a_letter_that_a_regime_has_not_is_none() -> None:
    with pytest.raises(BadInput, match="There is no such letter"):
        wording_from(LetterKind.ICO_COMPLAINT, Regime.FOISA, WordingText("x", "y"))


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_what_is_listed_can_be_written(kind: LetterKind, regime: Regime) -> None:
    allowed = printable(kind, regime)
    blocks = [f"[if {name}]\n{{{name}}}" for name in sorted(allowed.facts)]
    body = "\n\n".join([*blocks, *(f"{{{name}}}" for name in sorted(allowed.law))])
    wording_from(kind, regime, WordingText(SUBJECT, body))


@given(st.text(alphabet=st.sampled_from("[]{};,\n if unless title_x their_reference"), max_size=200))
def test_any_text_is_read_or_refused(body: str) -> None:
    with suppress(BadInput):
        read(body)
