"""Every letter under every regime that has it, read whole. The files are written by ``goldens.py`` and read by people."""

from __future__ import annotations

import re

import pytest

from requests_app.core.drafting import draft_letter
from requests_app.core.letters.never import warnings_about
from requests_app.core.letters.registry import LETTERS
from requests_app.core.states import LetterKind, Regime
from tests.core.letters.goldens import GOLDEN, cases, shown

CASES = cases()


def text_of(name: str) -> str:
    kind, facts = CASES[name]
    return shown(draft_letter(kind, facts))


@pytest.mark.parametrize("name", CASES)
def test_each_letter_reads_as_the_one_a_person_approved(name: str) -> None:
    assert text_of(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_every_letter_on_file_is_held_against_the_program() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(CASES)


def test_every_letter_of_every_regime_that_has_it_is_on_file() -> None:
    written = {(kind, facts.regime) for kind, facts in CASES.values()}
    assert written == {(kind, regime) for kind in LetterKind for regime in LETTERS[kind].regimes}


ACCUSING = (
    *("failed", "failure", "fail to", "refuse to", "unlawful", "illegal", "breach", "obstruct", "ignored"),
    *(
        "demand",
        "insist",
        "legal action",
        "court",
        "solicitor",
        "offence",
        "deliberate",
        "cover-up",
        "excuse",
    ),
    *("unacceptable", "disappointed", "immediately", "at once", "final warning", "section 77", "35 days"),
)


@pytest.mark.parametrize("name", CASES)
def test_no_letter_threatens_or_accuses(name: str) -> None:
    words = text_of(name).lower()
    quoted = "high court"
    assert [word for word in ACCUSING if re.search(rf"\b{word}", words.replace(quoted, ""))] == []


@pytest.mark.parametrize("name", CASES)
def test_no_letter_says_what_none_may(name: str) -> None:
    assert warnings_about(text_of(name), CASES[name][1].regime) == ()


@pytest.mark.parametrize("name", CASES)
def test_every_letter_names_whom_it_is_about_from_and_when(name: str) -> None:
    _, facts = CASES[name]
    text = text_of(name)
    for always in (
        facts.authority_name,
        facts.our_reference,
        facts.title,
        facts.requester_name,
        "ada.okafor@example.org",
        "Sunday 1 March 2026",
        f"{facts.today:%A} {facts.today.day} {facts.today:%B %Y}",
    ):
        assert always in text
    if facts.their_reference:
        assert facts.their_reference in text.partition("\n")[0]


@pytest.mark.parametrize("name", [name for name in CASES if "_acknowledgement" not in name])
def test_every_letter_but_the_first_says_when_the_request_was_received(name: str) -> None:
    assert "Monday 2 March 2026" in text_of(name)


ACT_OF_ANOTHER = {
    Regime.FOIA: ("Scotland", "Scottish", "regulation 5(2)", "section 20(1)", "section 21(1)"),
    Regime.EIR: ("Scotland", "Scottish", "section 10(1)", "section 17(1)", "section 20(1)"),
    Regime.FOISA: ("2000", "section 50", "section 45", "section 17(1)", "the Information Commissioner"),
    Regime.EISR: ("2000", "section 50", "section 45", "regulation 11(1)", "the Information Commissioner"),
}


@pytest.mark.parametrize("name", CASES)
def test_no_letter_cites_the_law_of_another_nation_or_kind(name: str) -> None:
    _, facts = CASES[name]
    text = text_of(name)
    assert facts.regime.label in text
    assert [other for other in ACT_OF_ANOTHER[facts.regime] if other in text] == []


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][0].asks_for_review])
def test_a_letter_that_asks_for_a_review_says_so_and_says_why(name: str) -> None:
    text = text_of(name)
    assert re.search(r"I ask (?:for an? (?:internal )?review|you to reconsider)", text)
    assert "Request for review" in text.partition("\n")[0]


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name][0] is LetterKind.ICO_COMPLAINT])
def test_the_commissioner_of_the_other_nation_is_never_written_to(name: str) -> None:
    assert CASES[name][1].regime in {Regime.FOIA, Regime.EIR}


@pytest.mark.parametrize("name", CASES)
def test_every_paragraph_is_plain_prose_without_a_stray_gap(name: str) -> None:
    text = text_of(name)
    assert not re.search(r"[{}]|\[\[|None|\(\)| ,|  \S|\.\.(?!\.)", text.replace("   ", ""))
    for paragraph in text.split("\n\n"):
        assert len(paragraph) < 1200
