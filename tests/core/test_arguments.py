"""Arguments from the record: which fit, what they say, and that none is one the law no longer allows."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from requests_app.core.arguments import (
    TAKING_ARGUMENTS,
    Argument,
    ArgumentKind,
    PublicFact,
    _of_point,
    arguments_for,
    phrases_from_json,
    ticked,
)
from requests_app.core.errors import BadInput
from requests_app.core.letters.gaps import gaps_in
from requests_app.core.letters.never import warnings_about
from requests_app.core.reading.notice_points import NoticePoint, NoticeStatus
from requests_app.core.relied_on import Ground, grounds_in
from requests_app.core.states import AuthorityKind, LetterKind, Outcome, Regime
from tests.core.letters.records import EXEMPTIONS, PHRASES

FOIA, EIR, FOISA, EISR = Regime.FOIA, Regime.EIR, Regime.FOISA, Regime.EISR
K = LetterKind


def grounds(regime: Regime, *printed: str, denied: bool = False) -> tuple[Ground, ...]:
    return grounds_in(printed, EXEMPTIONS, regime, denied=denied)


def made(kind: LetterKind, regime: Regime, *printed: str, **more: Any) -> tuple[Argument, ...]:
    given: dict[str, Any] = {
        "grounds": grounds(regime, *printed),
        "points": (),
        "public_facts": (),
        "phrases": PHRASES,
        "regime": regime,
        "authority_kind": AuthorityKind.POLICE_EW,
    }
    return arguments_for(kind, **given | more)


def point(status: NoticeStatus, ground: str = "", **more: str) -> NoticePoint:
    what = more.pop("key", "why_it_applies")
    return NoticePoint(
        what,
        status,
        "Why it applies",
        "Your reply does not say why it applies.",
        "s.17(1)(c)",
        "the Act",
        ground=ground,
        **more,
    )


# The table of phrases


def test_every_hint_of_the_table_of_exemptions_has_its_phrase_and_no_phrase_is_left_over() -> None:
    hints = {hint for each in EXEMPTIONS for hint in (*each.counter_arguments, *each.authority_must_show)}
    assert hints == set(PHRASES)


EVERY = [
    (kind, each.regime, each.section)
    for each in EXEMPTIONS
    for kind in (
        K.REVIEW_EXEMPTION,
        K.REVIEW_NCND,
        K.REVIEW_NO_BALANCING,
        K.VEXATIOUS_REPLY,
        K.REVIEW_NOT_HELD,
    )
]


@pytest.mark.parametrize(("kind", "regime", "section"), EVERY)
def test_every_argument_reads_as_a_sentence_of_the_letter(
    kind: LetterKind, regime: Regime, section: str
) -> None:
    denied = kind is K.REVIEW_NCND
    for each in made(kind, regime, section, grounds=grounds(regime, section, denied=denied)):
        text = re.sub(r" ?\[\[evidence: [^\]]*\]\]", "", each.paragraph)
        assert re.fullmatch(r"[A-Z“].*[.?]", text), text
        assert not re.search(r"[{}]|\bTHIS\b|\bONLY\b|  |\bICO\b|§", text), text
        assert (
            each.origin
            == f"exemption {next(e.id for e in EXEMPTIONS if (e.regime, e.section) == (regime, section))}"
        )
        assert not each.proposed
        assert bool(gaps_in(each.paragraph)) <= each.asserts


@pytest.mark.parametrize("phrase", sorted(hint for hint in PHRASES if PHRASES[hint].paragraph))
def test_no_argument_is_one_the_law_no_longer_allows_or_that_no_letter_says(phrase: str) -> None:
    for regime in Regime:
        assert warnings_about(PHRASES[phrase].paragraph, regime) == ()


def test_advice_to_the_requester_is_never_printed() -> None:
    hints = {each.choice for each in made(K.REVIEW_EXEMPTION, FOIA, "43(2)")}
    assert "Highest regular success rate at the ICO (47% upheld)." not in hints
    assert "Whose interests? A third party must have been asked, and its own reasons given." in hints


def test_a_hint_that_staff_have_added_reads_as_they_wrote_it_and_is_theirs_to_vouch_for() -> None:
    without = {
        hint: phrase
        for hint, phrase in PHRASES.items()
        if "limb of 31(1)" not in hint and "Which limb of 31" not in hint
    }
    [added] = [
        each
        for each in made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)", phrases=without)
        if each.choice not in without
    ]
    assert added.paragraph == added.choice
    assert added.asserts


@pytest.mark.parametrize(
    ("obj", "wrong"),
    [
        ([], "object"),
        ({"wordings": []}, "object"),
        ({"wordings": {"a": {}}}, "paragraph"),
        ({"wordings": {"a": {"paragraph": "x", "not_for": ["nobody"]}}}, "nobody"),
        ({"wordings": {"a": None}}, "NoneType"),
    ],
)
def test_a_table_that_can_not_be_read_says_what_is_wrong(obj: object, wrong: str) -> None:
    with pytest.raises(BadInput) as refused:
        phrases_from_json(obj)
    assert wrong in refused.value.sentence


# Which fit


@pytest.mark.parametrize("kind", LetterKind)
def test_only_letters_about_a_reply_take_arguments(kind: LetterKind) -> None:
    found = made(kind, FOIA, "31(1)(a)", "23(5)", "14(1)", points=(point(NoticeStatus.MISSING),))
    assert bool(found) <= (kind in TAKING_ARGUMENTS)
    assert all(each.asks_for_review for each in TAKING_ARGUMENTS)


def cited(found: tuple[Argument, ...]) -> set[str]:
    return {each.ground for each in found}


def test_each_letter_argues_on_its_own_grounds() -> None:
    relied_on = ("31(1)(a)", "40(2)", "23(5)", "14(1)", "12(1)")
    assert cited(made(K.REVIEW_EXEMPTION, FOIA, *relied_on)) == {
        "section 31(1)(a)",
        "section 40(2)",
        "section 12(1)",
    }
    assert cited(made(K.REVIEW_NCND, FOIA, *relied_on)) == {"section 23(5)"}
    assert cited(made(K.REVIEW_NO_BALANCING, FOIA, *relied_on)) == {"section 31(1)(a)"}
    assert cited(made(K.VEXATIOUS_REPLY, FOIA, *relied_on)) == {"section 14(1)"}
    assert cited(made(K.REVIEW_NOT_HELD, EIR, "12(4)(a)", "12(5)(b)")) == {"regulation 12(4)(a)"}


@pytest.mark.parametrize("regime", [EIR, EISR])
def test_the_scottish_regulations_argue_by_their_own_numbers(regime: Regime) -> None:
    printed, other = ("12(5)(e)", "10(") if regime is EIR else ("10(5)(e)", "12(")
    paragraphs = " ".join(each.paragraph for each in made(K.REVIEW_EXEMPTION, regime, printed))
    assert f"regulation {printed}" in paragraphs
    assert f"regulation {other}" not in paragraphs
    assert ("regulation 12(9)" if regime is EIR else "regulation 10(6)") in paragraphs


def test_an_argument_that_does_not_fit_the_kind_of_authority_is_left_out() -> None:
    said = "The authority is not a government department."
    to_police = [each.choice for each in made(K.REVIEW_EXEMPTION, FOIA, "35(1)(a)")]
    to_department = [
        each.choice
        for each in made(K.REVIEW_EXEMPTION, FOIA, "35(1)(a)", authority_kind=AuthorityKind.CENTRAL_GOV)
    ]
    assert said in to_police
    assert said not in to_department


def test_a_denial_is_argued_by_the_exemption_it_rests_on() -> None:
    [must] = [
        each
        for each in made(K.REVIEW_NCND, FOIA, "24(2)", grounds=grounds(FOIA, "24(2)", denied=True))
        if "Required" in each.choice
    ]
    assert must.paragraph.startswith("As I understand section 24, ")
    assert must.ground == "section 24(2)"


# What the notice did not show


def test_what_the_notice_lacks_is_proposed_and_what_it_has_is_not_an_argument() -> None:
    points = (
        point(NoticeStatus.MISSING, "31(1)(a)"),
        point(NoticeStatus.MET, "31(1)(a)", key="met"),
        point(NoticeStatus.NOTE, "31(1)(a)", key="note"),
        point(NoticeStatus.UNCLEAR, "31(1)(a)", key="unclear"),
        point(NoticeStatus.WRONG, "Section 40(2)", key="wrong"),
        point(NoticeStatus.MISSING, key="whole"),
        point(NoticeStatus.MISSING, "24(1)", key="elsewhere"),
    )
    found = made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)", "s.40 (2)", points=points)
    lacks = [each for each in found if each.kind is ArgumentKind.NOT_SHOWN]
    assert [(each.key, each.ground) for each in lacks] == [
        ("notice:why_it_applies:31(1)(a)", "section 31(1)(a)"),
        ("notice:wrong:Section 40(2)", "section 40(2)"),
        ("notice:whole:", ""),
    ]
    assert all(each.proposed for each in lacks)
    assert ticked(found, None) == tuple(line for line in ticked(found, [each.key for each in lacks]))


def test_a_point_that_rests_on_a_doubtful_rule_says_so_to_the_person() -> None:
    doubtful = point(NoticeStatus.MISSING, "31(1)(a)", doubt="Nobody checked this.")
    found = made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)", points=(doubtful,))
    [lack] = [each for each in found if each.kind is ArgumentKind.NOT_SHOWN]
    assert lack.choice == "Why it applies Nobody checked this."
    assert "Nobody" not in lack.paragraph


def test_a_letter_without_its_ground_argues_nothing_about_the_notice() -> None:
    assert made(K.REVIEW_NCND, FOIA, "31(1)(a)", points=(point(NoticeStatus.MISSING),)) == ()


# What is public


def test_public_facts_say_whose_they_are_and_when_and_quote() -> None:
    facts = (
        PublicFact(
            ArgumentKind.OTHER_AUTHORITY,
            "Otherton Police",
            "answer 7",
            what="Seven\nassessments. " + "x " * 400,
            on=date(2025, 11, 12),
            reference="FOI-9",
            question="2",
            outcome=Outcome.DISCLOSED_IN_PART,
        ),
        PublicFact(ArgumentKind.SAID_BEFORE, "us", "answer 8", what="Two.", question="2"),
        PublicFact(ArgumentKind.PUBLIC_RECORD, "HMICFRS", "figure 3", what="Officers in schools: 44"),
    )
    other, before, figure = made(K.REVIEW_EXEMPTION, FOIA, public_facts=facts)
    assert other.paragraph.startswith(
        "Otherton Police disclosed what my question 2 asks for in part on Wednesday 12 November 2025"
        " (its reference FOI-9): “Seven assessments. x"
    )
    assert other.paragraph.endswith("[...]”.")
    assert before.paragraph == "You answered my question 2 before: “Two.”"
    assert figure.paragraph == "HMICFRS has published this: “Officers in schools: 44”."
    assert [each.origin for each in (other, before, figure)] == ["answer 7", "answer 8", "figure 3"]


# Ticking


def test_ticked_arguments_keep_their_order_and_name_each_ground_where_there_are_several() -> None:
    one = made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)")
    assert [line.text for line in ticked(one, [one[1].key, one[0].key])] == [
        one[0].paragraph,
        one[1].paragraph,
    ]
    two = made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)", "40(2)")
    keys = [
        next(each.key for each in two if each.ground == ground)
        for ground in ("section 40(2)", "section 31(1)(a)")
    ]
    texts = [line.text for line in ticked(two, keys)]
    assert texts[0::2] == ["On section 31(1)(a):", "On section 40(2):"]
    assert ticked(two, []) == ()
    assert ticked(two, ["nonsense"]) == ()


def test_every_argument_has_a_key_of_its_own() -> None:
    found = made(K.REVIEW_EXEMPTION, FOIA, "31(1)(a)", "31(1)(b)", "40(2)", "43(2)", "36(2)(c)")
    assert len({each.key for each in found}) == len(found)


# Grounds as printed


@pytest.mark.parametrize(
    ("regime", "printed", "wanted"),
    [
        (FOIA, "Sections 31(1)(a)(b)", ["section 31(1)(a)(b)"]),
        (FOIA, "s.40 (2) - Personal Information", ["section 40(2)"]),
        (
            FOIA,
            "Section 31(1)(a) and (b) of the Freedom of Information Act 2000",
            ["section 31(1)(a) and (b)"],
        ),
        (FOIA, "23(5), 24(2) and 31(3)", ["section 23(5)", "section 24(2)", "section 31(3)"]),
        (FOIA, "none", []),
        (EIR, "Regulation 12(5)(b)", ["regulation 12(5)(b)"]),
        (EISR, "reg 10(5)(e)", ["regulation 10(5)(e)"]),
    ],
)
def test_printed_grounds_are_cited_as_a_letter_does(regime: Regime, printed: str, wanted: list[str]) -> None:
    assert [ground.cited for ground in grounds(regime, printed)] == wanted


def flags(ground: Ground) -> str:
    names = ("is_cost", "is_conduct", "says_not_held", "withholds", "denies", "is_qualified")
    return " ".join(name for name in names if getattr(ground, name))


@pytest.mark.parametrize(
    ("regime", "printed", "wanted"),
    [
        (FOIA, "12", "is_cost"),
        (FOIA, "12(2)", "is_cost denies"),
        (FOIA, "14", "is_conduct"),
        (FOIA, "14(2)", "is_conduct"),
        (FOIA, "31(1)(a)", "withholds is_qualified"),
        (FOIA, "40(2)", "withholds"),
        (FOIA, "44", "withholds"),
        (FOIA, "37", "withholds"),
        (FOIA, "23(5)", "denies"),
        (FOIA, "31(3)", "denies is_qualified"),
        (FOIA, "40(5B)", "denies"),
        (EIR, "12(4)(a)", "says_not_held"),
        (EIR, "12(4)(b)", "is_cost is_qualified"),
        (EIR, "12(5)(f)", "withholds is_qualified"),
        (EIR, "12(6)", "denies is_qualified"),
        (EIR, "13", "withholds"),
        (EISR, "10(4)(a)", "says_not_held"),
        (EISR, "10(4)(b)", "is_cost is_qualified"),
        (EISR, "10(8)", "denies"),
        (EISR, "11(2)", "withholds"),
        (FOISA, "17", "says_not_held"),
        (FOISA, "12(1)", "is_cost"),
        (FOISA, "14(1)", "is_conduct"),
        (FOISA, "18", "denies"),
        (FOISA, "18(1)", "denies"),
        (FOISA, "38(1)(b)", "withholds"),
        (FOISA, "35(1)(a)", "withholds is_qualified"),
    ],
)
def test_what_a_ground_is(regime: Regime, printed: str, wanted: str) -> None:
    [ground] = grounds(regime, printed)
    assert flags(ground) == wanted


def test_a_bare_section_in_a_denial_is_the_denial_of_that_exemption() -> None:
    [ground] = grounds(FOIA, "Section 31", denied=True)
    assert flags(ground) == "denies is_qualified"


# What no letter says


@pytest.mark.parametrize(
    ("regime", "text"),
    [
        (FOIA, "The public interest in each exemption has to be weighed one by one."),
        (FOIA, "You may weigh the public interest only separately for each exemption."),
        (FOISA, "The exemptions cannot be aggregated."),
        (EIR, "Public interests must not be added together."),
        (FOIA, "You have 35 days to comply with a decision."),
        (FOIA, "You must acknowledge this within 5 days."),
        (FOIA, "Authorities have to acknowledge requests."),
        (FOIA, "A review must by law be done within 20 working days."),
        (EIR, "An internal review within 20 working days is the law."),
        (FOIA, "Destroying it would be an offence under section 77."),
    ],
)
def test_what_no_letter_says_is_noticed(regime: Regime, text: str) -> None:
    assert len(warnings_about(text, regime)) == 1


@pytest.mark.parametrize(
    ("regime", "text"),
    [
        (FOISA, "A review within 20 working days is the law."),
        (FOIA, "The Commissioner's guidance is that a review should take no more than 20 working days."),
        (FOIA, "Please weigh the public interest for this information. I asked for 35 documents."),
        (FOIA, "Thank you for acknowledging my request. Please reply within 20 working days."),
        (FOIA, "Section 7 and section 17 apply."),
    ],
)
def test_what_may_be_said_is_not(regime: Regime, text: str) -> None:
    assert warnings_about(text, regime) == ()


def test_what_a_notice_lacks_is_said_to_its_authority() -> None:
    sentence = "The notice relies on section 36 and does not say that a qualified person gave the opinion; the letter names none."
    point = NoticePoint(
        "why_it_applies", NoticeStatus.MISSING, "Why", sentence, "s.17(1)(c)", "the Act", ground="36"
    )
    said = _of_point(point, "", Regime.FOIA).paragraph
    assert said.startswith("Your reply relies on section 36")
    assert said.endswith("your reply names none.")
