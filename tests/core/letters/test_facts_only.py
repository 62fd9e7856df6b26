"""A letter prints what the record says and the law it cites, and nothing else: tried with facts nobody could make up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from requests_app.core.drafting import Letter, draft_letter
from requests_app.core.errors import MissingFact
from requests_app.core.letters.facts import Facts, Line, PartGiven
from requests_app.core.letters.gaps import ASK_FOR, gaps_in
from requests_app.core.letters.registry import LETTERS
from requests_app.core.letters.wording import WORDS, Paragraph
from requests_app.core.states import LetterKind, Regime
from tests.core.letters.goldens import cases

KIND_AND_REGIME = [(kind, regime) for kind in LetterKind for regime in sorted(LETTERS[kind].regimes)]
CASES = cases()
NAMES = {each.name for each in fields(Facts)}
_GAP = re.compile(r"\{(\w+)\}")

LAW = re.compile(
    r"regulation 6 or 7|(?:sections?|regulations?|and) \d+[A-Z]?(?:\(\w+\))*(?:, \d+(?:\(\w+\))*)*"
    r"|(?:Act|Regulations) (?:2000|2002|2004)|\(Scotland\) (?:Act|Regulations) (?:2002|2004)"
    r"|SS?I 2004/\d+|\[\d{4}\] (?:UKUT|EWCA Civ|EWHC|UKSC) \d+|£(?:25|50|100)\b|10% of|\b(?:20|40)(?:th)?(?= working day)"
    r"|20th|40th|more than 40 in exceptional|Part 1 of the Act",
    re.IGNORECASE,
)
"""What the wording may print with a figure in it: sections, Acts, cases, and the limits that the law or guidance sets."""


def sentinel(kind: LetterKind, regime: Regime) -> tuple[Facts, list[str]]:
    """Facts of which every text is a word that stands nowhere else, with those words."""
    _, facts = next(
        CASES[name] for name in CASES if CASES[name][0] is kind and CASES[name][1].regime is regime
    )
    marks: list[str] = []
    changed: dict[str, Any] = {}
    for each in fields(Facts):
        value = getattr(facts, each.name)
        if each.name in {"regime", "origins"}:
            continue
        changed[each.name] = _marked(each.name, value, marks)
    return replace(facts, **changed), marks


def _marked(name: str, value: Any, marks: list[str]) -> Any:
    def mark(part: str = "") -> str:
        marks.append(f"ZQ{len(marks)}X{name.upper()}{part.upper()}")
        return marks[-1]

    if isinstance(value, str):
        return mark()
    if isinstance(value, tuple):
        if name in {"questions", "clarification_answers"}:
            return (("", mark("a")), ("", mark("b")))
        if name == "days_skipped":
            return tuple((on, mark()) for on, _ in value)
        if name == "parts":
            return (PartGiven(mark("n"), mark("a"), mark("g"), mark("m"), mark("o")),)
        return (Line(mark("a"), mark("o")), Line(mark("b"), mark("o")))
    return value


def left_over(letter: Letter) -> str:
    """The letter without everything it says it took from the record."""
    text = f"{letter.subject}\n{letter.body}"
    pieces = {piece for fact in letter.facts for piece in fact.value.split("\n") if piece.strip()}
    for piece in sorted(pieces, key=len, reverse=True):
        text = text.replace(piece, "")
    return text


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_what_is_not_of_the_record_is_wording_and_law(kind: LetterKind, regime: Regime) -> None:
    facts, marks = sentinel(kind, regime)
    rest = left_over(draft_letter(kind, facts))
    assert not re.findall(r"ZQ\d+X\w+", rest)
    assert not re.findall(r"\d+", LAW.sub("", rest)), LAW.sub("", rest)
    assert not re.findall(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|April|June", rest)
    assert marks


@pytest.mark.parametrize("name", CASES)
def test_every_day_figure_and_quotation_of_a_letter_is_one_of_its_facts(name: str) -> None:
    letter = draft_letter(*CASES[name])
    rest = left_over(letter)
    assert not re.findall(r"\d", LAW.sub("", rest)), LAW.sub("", rest)
    assert "“" not in rest


@pytest.mark.parametrize("name", CASES)
def test_every_line_of_a_list_is_listed_with_the_row_it_comes_from(name: str) -> None:
    kind, facts = CASES[name]
    letter = draft_letter(kind, facts)
    for each in fields(Facts):
        value = getattr(facts, each.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Line):
            listed = {fact.origin for fact in letter.facts if fact.name == each.name}
            assert listed <= {line.origin for line in value}
    assert {fact.origin for fact in letter.facts if fact.name == "sent_on"} <= {"event 3"}


@pytest.mark.parametrize("name", CASES)
def test_the_facts_of_a_letter_stand_in_it(name: str) -> None:
    letter = draft_letter(*CASES[name])
    text = f"{letter.subject}\n{letter.body}"
    assert letter.facts
    for fact in letter.facts:
        assert fact.value in text


# What the wordings themselves may say


def paragraphs(kind: LetterKind) -> Iterator[Paragraph]:
    wording = LETTERS[kind].wording
    yield from (*wording.subject, *wording.paragraphs)


@pytest.mark.parametrize("kind", LetterKind)
def test_every_gap_of_a_wording_is_a_fact_or_a_citation_of_each_of_its_regimes(kind: LetterKind) -> None:
    letter = LETTERS[kind]
    for regime in letter.regimes:
        known = NAMES | set(WORDS[regime]) | set(letter.wording.law[regime]) | {"act"}
        for paragraph in paragraphs(kind):
            if regime in paragraph.regimes:
                assert set(_GAP.findall(paragraph.text)) <= known
            assert {*paragraph.when.split(), *paragraph.unless.split()} <= NAMES


@pytest.mark.parametrize("kind", LetterKind)
def test_no_wording_holds_a_day_or_a_figure_that_is_not_law(kind: LetterKind) -> None:
    letter = LETTERS[kind]
    texts = [paragraph.text for paragraph in paragraphs(kind)]
    texts += [text for regime in letter.regimes for text in letter.wording.law[regime].values()]
    texts += [text for regime in letter.regimes for text in WORDS[regime].values()]
    for text in texts:
        assert not re.findall(r"\d", LAW.sub("", text)), text


@pytest.mark.parametrize("kind", LetterKind)
def test_every_fact_a_letter_may_lack_has_a_sentence_that_asks_for_it(kind: LetterKind) -> None:
    for paragraph in paragraphs(kind):
        facts_of_it = set(_GAP.findall(paragraph.text)) & NAMES
        for name in facts_of_it - set(paragraph.when.split()) - {"today"}:
            assert name in ASK_FOR, f"{kind}: {name}"


def test_every_sentence_that_asks_is_for_a_fact_some_letter_needs() -> None:
    needed = {name for kind in LetterKind for each in paragraphs(kind) for name in _GAP.findall(each.text)}
    assert set(ASK_FOR) - {"evidence"} <= needed


# What is missing is marked


@pytest.mark.parametrize(("kind", "regime"), KIND_AND_REGIME)
def test_a_letter_with_nothing_known_is_refused_or_all_gaps(kind: LetterKind, regime: Regime) -> None:
    nothing = Facts(authority_name="", our_reference="", regime=regime, title="", today=date(2026, 4, 15))
    with pytest.raises(MissingFact) as missing:
        draft_letter(kind, nothing)
    letter = draft_letter(kind, nothing, with_gaps=True)
    assert missing.value.fact in {gap.name for gap in letter.gaps}
    assert {"requester_name", "requester_address", "sent_on"} <= {gap.name for gap in letter.gaps}
    for gap in letter.gaps:
        assert gap.mark in letter.subject + letter.body
    assert not [fact for fact in letter.facts if fact.name not in {"today", "counted_plainly"}]


@pytest.mark.parametrize("name", CASES)
def test_a_whole_letter_has_no_gaps_and_is_the_same_with_and_without_them(name: str) -> None:
    kind, facts = CASES[name]
    assert draft_letter(kind, facts, with_gaps=True) == draft_letter(kind, facts)
    assert draft_letter(kind, facts).gaps == ()


def test_a_gap_is_found_wherever_a_person_moves_it_and_is_gone_when_it_is_filled() -> None:
    mark = ASK_FOR["purpose"].mark
    assert [gap.name for gap in gaps_in(f"Because {mark}, and {mark}.")] == ["purpose"]
    assert gaps_in(mark.replace("[[", "").replace("]]", "")) == ()
    assert gaps_in("[[not_a_fact: Say something.]] {purpose} [[purpose]]") == ()


def test_an_argument_that_only_the_person_can_vouch_for_is_a_gap_until_they_do() -> None:
    kind, facts = CASES["L7_review_exemption_foia"]
    vouched = replace(
        facts,
        arguments=(Line(f"The audit has been finished. {ASK_FOR['evidence'].mark}", "exemption foia-33"),),
    )
    with pytest.raises(MissingFact) as missing:
        draft_letter(kind, vouched)
    assert missing.value.fact == "evidence"
    assert [gap.name for gap in draft_letter(kind, vouched, with_gaps=True).gaps] == ["evidence"]
